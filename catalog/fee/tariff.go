package fee

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Free reports whether the row charges nothing to anyone: a fixed 0.
func (r *Row) Free() bool { return r.Tariff.Fixed != nil && r.Tariff.Fixed.Sign() == 0 }

// currency is the currency of a tariff.
func (t Tariff) currency() payment.Currency {
	for _, m := range t.amounts() {
		if !m.IsZero() {
			return m.Currency()
		}
	}
	return 0 // such a tariff is refused before
}

// amounts are all amounts of a tariff.
func (t Tariff) amounts() []payment.Money {
	var out []payment.Money
	for _, m := range []*payment.Money{t.Fixed, t.PerUnit, t.Least, t.Most} {
		if m != nil {
			out = append(out, *m)
		}
	}
	if t.Bands != nil {
		for _, b := range t.Bands.List {
			out = append(out, b.Fixed, b.Each)
		}
	}
	return out
}

// exact is what a row charges in minor units, before bounds and rounding.
func (w *quoting) exact(r *Row) (*big.Rat, payment.Currency, motcua.Text, bool) {
	t := r.Tariff
	switch {
	case t.Fixed != nil:
		return minor(*t.Fixed), t.Fixed.Currency(), textFixed(*t.Fixed), true
	case t.Percent != nil:
		return w.part(r)
	}
	n, ok := w.quantity(r)
	if !ok {
		return nil, 0, motcua.Text{}, false
	}
	if t.PerUnit != nil {
		name := w.tables.unit(r.Unit)
		return new(big.Rat).Mul(minor(*t.PerUnit), n.Rat()), t.PerUnit.Currency(), motcua.Text{
			Vi: fmt.Sprintf("%s %s × %s", inVietnamese(n), name.Vi, t.PerUnit.Text().Vi),
			En: fmt.Sprintf("%v %s × %s", n, name.En, t.PerUnit.Text().En),
		}, true
	}
	if t.Bands == nil {
		w.refuse("incomplete", r.ID, "không có mức thu", "there is no amount")
		return nil, 0, motcua.Text{}, false
	}
	exact, err := t.Bands.charge(n)
	if err != nil {
		w.refuse("bandHole", r.ID, "không bậc nào cho %v %s", "no band is for %v %s", n, r.Unit)
		return nil, 0, motcua.Text{}, false
	}
	name := w.tables.unit(r.Unit)
	return exact, t.currency(), motcua.Text{
		Vi: fmt.Sprintf("%s %s theo bậc", inVietnamese(n), name.Vi),
		En: fmt.Sprintf("%v %s by bands", n, name.En),
	}, true
}

const percent = 100

// part is what a percentage of a value charges. The floor and the cap of the row have
// to be in the currency of the value, since nothing is converted here.
func (w *quoting) part(r *Row) (*big.Rat, payment.Currency, motcua.Text, bool) {
	p := r.Tariff.Percent
	v, ok := w.q.Values[p.Of]
	switch {
	case !ok || v.IsZero():
		w.refuse("valueMissing", r.ID, "cần giá trị %q", "the value %q is needed", p.Of)
		return nil, 0, motcua.Text{}, false
	case v.Sign() < 0:
		w.refuse("valueNegative", r.ID, "giá trị %q âm", "the value %q is negative", p.Of)
		return nil, 0, motcua.Text{}, false
	}
	for _, bound := range []*payment.Money{r.Tariff.Least, r.Tariff.Most} {
		if bound != nil && bound.Currency() != v.Currency() {
			w.refuse("currencyMismatch", r.ID, "giá trị %q tính bằng %v, mức tối thiểu hoặc tối đa bằng %v",
				"the value %q is in %v, the floor or the cap in %v", p.Of, v.Currency(), bound.Currency())
			return nil, 0, motcua.Text{}, false
		}
	}
	exact := new(big.Rat).Mul(minor(v), p.Rate.Rat())
	return exact.Quo(exact, big.NewRat(percent, 1)), v.Currency(), motcua.Text{
		Vi: fmt.Sprintf("%s %% của %s", inVietnamese(p.Rate), v.Text().Vi),
		En: fmt.Sprintf("%v %% of %s", p.Rate, v.Text().En),
	}, true
}

// inVietnamese writes a number with the comma that Vietnamese has for decimals: beside
// amounts such as 2.000 ₫ a point would be read as a thousand.
func inVietnamese(d motcua.Decimal) string { return strings.Replace(d.String(), ".", ",", 1) }

// usable reports whether the amounts of a tariff can be charged: none below 0, all of
// one currency, and one there at all.
func (t Tariff) usable() bool {
	var c payment.Currency
	for _, m := range t.amounts() {
		if m.Sign() < 0 || c != 0 && m.Currency() != 0 && m.Currency() != c {
			return false
		}
		c = max(c, m.Currency())
	}
	return c != 0 || t.Percent != nil
}

func textFixed(m payment.Money) motcua.Text {
	if m.Sign() == 0 {
		return motcua.Text{Vi: "không thu", En: "free"}
	}
	return motcua.Text{Vi: "mức thu " + m.Text().Vi, En: "a fee of " + m.Text().En}
}

// quantity is how many units of count are asked for: what the question says, or what is
// usual for the unit where its row says so.
func (w *quoting) quantity(r *Row) (motcua.Decimal, bool) {
	if n, ok := w.q.Quantities[r.Unit]; ok {
		return n, true
	}
	if usual := w.tables.usual(r.Unit); usual != nil {
		return *usual, true
	}
	name := w.tables.unit(r.Unit)
	w.reasons = append(w.reasons, Reason{"quantityMissing", r.ID, motcua.Text{
		Vi: fmt.Sprintf("cần số lượng %s (%q)", name.Vi, r.Unit),
		En: fmt.Sprintf("the number of %s (%q) is needed", name.In("en"), r.Unit),
	}})
	return motcua.Decimal{}, false
}

// counted is the quantity a line shows: 1 where nothing is counted.
func (w *quoting) counted(r *Row) motcua.Decimal {
	if r.Tariff.PerUnit == nil && r.Tariff.Bands == nil {
		return one
	}
	n, _ := w.quantity(r)
	return n
}

var one = motcua.MustDecimal("1")

// charge is what bands charge for a quantity, in minor units.
func (b *Bands) charge(n motcua.Decimal) (*big.Rat, error) {
	sum, found := new(big.Rat), false
	for i, band := range b.List {
		if !b.touches(i, n) {
			continue
		}
		holds := band.To == nil || n.Cmp(*band.To) <= 0
		part := n.Rat()
		switch {
		case b.Mode == BandWhole && !holds:
			continue
		case b.Mode == BandSlice:
			if !holds {
				part = band.To.Rat()
			}
			part.Sub(part, band.From.Rat())
		}
		found = found || holds
		sum.Add(sum, part.Mul(part, minor(band.Each)))
		sum.Add(sum, minor(band.Fixed))
	}
	if !found {
		return nil, errBand
	}
	return sum, nil
}

// touches reports whether a quantity reaches into a band; 0 lies in the first.
func (b *Bands) touches(i int, n motcua.Decimal) bool {
	from := b.List[i].From
	return n.Cmp(from) > 0 || i == 0 && n.Cmp(from) == 0
}
