package fee

import (
	"fmt"
	"math/big"

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
	return payment.VND
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
		v, ok := w.q.Values[t.Percent.Of]
		if !ok || v.IsZero() {
			w.refuse("valueMissing", r.ID, "cần giá trị %q", "the value %q is needed", t.Percent.Of)
			return nil, 0, motcua.Text{}, false
		}
		exact := new(big.Rat).Mul(minor(v), t.Percent.Rate.Rat())
		return exact.Quo(exact, big.NewRat(percent, 1)), v.Currency(), motcua.Text{
			Vi: fmt.Sprintf("%v %% của %s", t.Percent.Rate, v.Text().Vi),
			En: fmt.Sprintf("%v %% of %s", t.Percent.Rate, v.Text().En),
		}, true
	}
	n, ok := w.quantity(r)
	if !ok {
		return nil, 0, motcua.Text{}, false
	}
	if t.PerUnit != nil {
		name := w.tables.unit(r.Unit)
		return new(big.Rat).Mul(minor(*t.PerUnit), n.Rat()), t.PerUnit.Currency(), motcua.Text{
			Vi: fmt.Sprintf("%v %s × %s", n, name.Vi, t.PerUnit.Text().Vi),
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
		Vi: fmt.Sprintf("%v %s theo bậc", n, name.Vi),
		En: fmt.Sprintf("%v %s by bands", n, name.En),
	}, true
}

const percent = 100

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
	w.refuse("quantityMissing", r.ID, "cần số lượng %s (%s)", "the number of %s (%s) is needed", name.Vi+"/"+name.En, r.Unit)
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
