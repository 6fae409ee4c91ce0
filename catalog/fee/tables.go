package fee

import (
	_ "embed" // for the tables
	"fmt"
	"math/big"
	"slices"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// Tables are the rows that quotes stand on beside the fees of a procedure: how is
// computed, who may relieve whom, what lists hold, which reliefs there are. They are a
// document; [Standard] is the one that is shipped, [Tables.With] lays rows over it.
type Tables struct {
	Policy  Policy     `json:"policy"`            // how is computed
	Classes []Entry    `json:"classes"`           // of beneficiaries (Law 97/2015/QH13, art. 10)
	Units   []Counting `json:"units"`             // of count
	Groups  []Entry    `json:"groups"`            // of fees that acts speak of
	Issuers []Entry    `json:"issuers"`           // of acts
	Powers  []Power    `json:"powers"`            // who may relieve whose fees, and how
	Reliefs []Relief   `json:"reliefs,omitempty"` // in force, past, drafted or incomplete
}

// Policy is how a quote is computed where the law leaves room.
type Policy struct {
	Rounding payment.Rounding `json:"rounding"` // of a line
	// Step is what amounts in đồng are rounded to, 1 to 1,000,000 đồng.
	Step     int64         `json:"step" jsonschema:"minimum=1,maximum=1000000"`
	Stacking Stacking      `json:"stacking"` // of reductions
	Source   motcua.Source `json:"source"`   // on what ground
}

// Stacking says what several reductions of one fee do.
type Stacking uint8

// The ways, written "best" and "each": the single best one counts, or each takes its
// part of what the one before has left.
const (
	StackBest Stacking = iota + 1
	StackEach
)

var stackings = enum.New[Stacking]("stacking", "best", "each")

// String names the value; it never fails.
func (s Stacking) String() string { return stackings.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Stacking) MarshalText() ([]byte, error) { return stackings.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Stacking) UnmarshalText(text []byte) error { return stackings.Unmarshal(s, text) }

// Entry is a row of an open list.
type Entry struct {
	Code   string        `json:"code"`            // "child"
	Text   motcua.Text   `json:"text"`            // for people
	Source motcua.Source `json:"source,omitzero"` // where it stands
}

// Counting is a unit of count (đơn vị tính).
type Counting struct {
	Code string      `json:"code"` // "page"
	Text motcua.Text `json:"text"` // "trang"
	// Usual is the quantity of a filing that says none; absent: it must be said.
	Usual  *motcua.Decimal `json:"usual,omitempty"`
	Source motcua.Source   `json:"source,omitzero"` // on what ground
}

// Power says that an issuer may relieve fees that another one has set.
type Power struct {
	Issuer string `json:"issuer"` // whose act it is
	// Of is who set the fee; "" where its record does not say, and the act names the
	// procedure or the row.
	Of     string               `json:"of"`
	Kinds  []payment.ChangeKind `json:"kinds"`  // what it may do
	Source motcua.Source        `json:"source"` // why
}

//go:embed tables.json
var standardText []byte

// Standard returns the tables that are shipped. They are shared: the caller must not
// change them.
func Standard() *Tables { return standard() }

var standard = sync.OnceValue(func() *Tables {
	t, _ := ParseTables(standardText) // a test holds it to be without a fault
	return &t
})

// ParseTables reads tables as a document and checks them: all faults at once, with
// pointers.
func ParseTables(data []byte) (Tables, motcua.Faults) {
	return strict.Read(data, func(t *Tables) motcua.Faults { return t.Check() })
}

// With returns tables with further reliefs; one of an id that is there replaces it.
func (t *Tables) With(reliefs ...Relief) *Tables {
	out := *t
	out.Reliefs = slices.DeleteFunc(slices.Clone(t.Reliefs), func(f Relief) bool {
		return slices.ContainsFunc(reliefs, func(g Relief) bool { return f.ID == g.ID })
	})
	out.Reliefs = append(out.Reliefs, reliefs...)
	return &out
}

// may reports whether an issuer has a power.
func (t *Tables) may(issuer, of string, kind payment.ChangeKind) bool {
	return slices.ContainsFunc(t.Powers, func(p Power) bool {
		return p.Issuer == issuer && p.Of == of && slices.Contains(p.Kinds, kind)
	})
}

// counting is the row of a unit of count.
func (t *Tables) counting(code string) (Counting, bool) {
	i := slices.IndexFunc(t.Units, func(u Counting) bool { return u.Code == code })
	if i < 0 {
		return Counting{Code: code, Text: motcua.Text{Vi: code, En: code}}, false
	}
	return t.Units[i], true
}

// unit is the name of a unit of count.
func (t *Tables) unit(code string) motcua.Text {
	u, _ := t.counting(code)
	return u.Text
}

// usual is the quantity of a filing that says none.
func (t *Tables) usual(code string) *motcua.Decimal {
	u, _ := t.counting(code)
	return u.Usual
}

// round makes an exact number of minor units whole, by the policy.
func (p Policy) round(exact *big.Rat, c payment.Currency) (payment.Money, error) {
	step := big.NewInt(1)
	if c == payment.VND { // the step is one of đồng
		step.SetInt64(max(p.Step, 1))
	}
	scaled := new(big.Rat).Quo(exact, new(big.Rat).SetInt(step))
	quotient, rest := new(big.Int).QuoRem(scaled.Num(), scaled.Denom(), new(big.Int))
	if p.away(quotient, rest.Abs(rest), scaled.Denom()) {
		quotient.Add(quotient, big.NewInt(int64(exact.Sign())))
	}
	quotient.Mul(quotient, step)
	if !quotient.IsInt64() {
		return payment.Money{}, fmt.Errorf("%s %v: %w", quotient, c, motcua.ErrOverflow)
	}
	return payment.NewMoney(quotient.Int64(), c)
}

// away reports whether a quotient with a rest is rounded away from zero.
func (p Policy) away(quotient, rest, den *big.Int) bool {
	half := new(big.Int).Lsh(rest, 1).Cmp(den)
	switch p.Rounding {
	case payment.HalfUp:
		return half >= 0 && rest.Sign() != 0
	case payment.HalfEven:
		return half > 0 || half == 0 && quotient.Bit(0) == 1
	case payment.Up:
		return rest.Sign() != 0
	}
	return false
}
