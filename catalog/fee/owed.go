package fee

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/payment"
)

// Burden is what rows say of the fees of a day, before reliefs.
type Burden uint8

// The burdens, written "noneStated", "doubt", "amount" and "free": no row of the day, so
// that nobody knows; a row in doubt or incomplete, so that it cannot be told; money is
// owed in some case at least; every row says that nothing is.
const (
	BurdenNoneStated Burden = iota + 1
	BurdenDoubt
	BurdenAmount
	BurdenFree
)

var burdens = enum.New[Burden]("burden", "noneStated", "doubt", "amount", "free")

// String names the value; it never fails.
func (b Burden) String() string { return burdens.String(b) }

// MarshalText writes the name; an unset value is an error.
func (b Burden) MarshalText() ([]byte, error) { return burdens.Append(nil, b) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (b *Burden) UnmarshalText(text []byte) error { return burdens.Unmarshal(b, text) }

// BurdenOf returns what rows say of the fees of a day: of any channel, or of one. Drafts
// and withdrawn rows say nothing.
func BurdenOf(rows []Row, day motcua.Date, channel motcua.Channel) Burden {
	stated, owed := false, false
	for i := range rows {
		r := &rows[i]
		if r.Status == StatusDraft || r.Status == StatusWithdrawn || !r.Validity.Contains(day) ||
			channel != 0 && len(r.Channels) > 0 && !slices.Contains(r.Channels, channel) {
			continue
		}
		if r.Doubt != "" || r.Incomplete || r.Tariff.IsZero() {
			return BurdenDoubt
		}
		stated, owed = true, owed || r.Tariff.charges()
	}
	switch {
	case !stated:
		return BurdenNoneStated
	case owed:
		return BurdenAmount
	}
	return BurdenFree
}

// charges reports whether a tariff can charge anything.
func (t *Tariff) charges() bool {
	amounts := []*payment.Money{t.Fixed, t.PerUnit, t.Least}
	if t.Bands != nil {
		for i := range t.Bands.List {
			amounts = append(amounts, &t.Bands.List[i].Fixed, &t.Bands.List[i].Each)
		}
	}
	return t.Percent != nil && t.Percent.Rate.Sign() > 0 ||
		slices.ContainsFunc(amounts, func(m *payment.Money) bool { return m != nil && m.Sign() > 0 })
}
