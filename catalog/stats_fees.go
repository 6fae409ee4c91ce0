package catalog

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// add counts a procedure by its fee rows in force on a day. With a channel it looks at
// the rows for that channel.
func (c *FeeCount) add(rows []fee.Row, day motcua.Date, channel motcua.Channel) {
	stated, doubt, owed := false, false, false
	for i := range rows {
		r := &rows[i]
		if !r.Validity.Contains(day) || r.Status == fee.StatusDraft || r.Status == fee.StatusWithdrawn ||
			channel != 0 && len(r.Channels) > 0 && !slices.Contains(r.Channels, channel) {
			continue
		}
		stated = true
		doubt = doubt || r.Incomplete || r.Doubt != "" || r.Tariff.IsZero()
		owed = owed || owes(&r.Tariff)
	}
	switch {
	case !stated:
		c.NoneStated++
	case doubt:
		c.Doubt++
	case owed:
		c.Amount++
	default:
		c.Free++
	}
}

// owes reports whether a tariff can charge anything.
func owes(t *fee.Tariff) bool {
	amounts := []*payment.Money{t.Fixed, t.PerUnit, t.Least}
	if t.Bands != nil {
		for i := range t.Bands.List {
			amounts = append(amounts, &t.Bands.List[i].Fixed, &t.Bands.List[i].Each)
		}
	}
	return t.Percent != nil && t.Percent.Rate.Sign() > 0 ||
		slices.ContainsFunc(amounts, func(m *payment.Money) bool { return m != nil && m.Sign() > 0 })
}
