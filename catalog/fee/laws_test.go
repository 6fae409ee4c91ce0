package fee_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

// drawRows draws rows of all shapes in đồng, each with an id of its own.
func drawRows(t *rapid.T) []fee.Row {
	amount := func(label string) *payment.Money {
		m, _ := payment.NewMoney(rapid.Int64Range(0, 1e9).Draw(t, label), payment.VND)
		return &m
	}
	var rows []fee.Row
	for i := range rapid.IntRange(1, 4).Draw(t, "rows") {
		r := fee.Row{ID: string(rune('a' + i)), Name: name("x"), Kind: payment.KindPhi, Issuer: "mof", Unit: "page", Source: act}
		switch rapid.IntRange(0, 3).Draw(t, "shape") {
		case 0:
			r.Tariff.Fixed = amount("fixed")
		case 1:
			r.Tariff.PerUnit = amount("each")
		case 2:
			edge := motcua.MustDecimal("2.5")
			r.Tariff.Bands = &fee.Bands{Mode: fee.BandMode(rapid.IntRange(1, 2).Draw(t, "mode")), List: []fee.Band{
				{To: &edge, Each: *amount("low")}, {From: edge, Fixed: *amount("step"), Each: *amount("high")},
			}}
		case 3:
			r.Tariff.Percent = &fee.Percent{Of: "cost", Rate: drawDecimal(t, "rate", 10000, 2)}
		}
		rows = append(rows, r)
	}
	return rows
}

func drawDecimal(t *rapid.T, label string, most int64, scale int) motcua.Decimal {
	d, _ := motcua.NewDecimal(rapid.Int64Range(0, most).Draw(t, label), scale)
	return d
}

func drawReliefs(t *rapid.T) []fee.Relief {
	var reliefs []fee.Relief
	for i := range rapid.IntRange(0, 5).Draw(t, "reliefs") {
		rate := drawDecimal(t, "percent", 10000, 2)
		reliefs = append(reliefs, fee.Relief{
			ID: string(rune('m' + i)), Title: name("x"), Kind: payment.ChangeKind(rapid.IntRange(1, 3).Draw(t, "kind")), Rate: &rate, Issuer: "mof",
			Scope: fee.Scope{Rows: []string{"a", "b"}}, Source: act,
		})
	}
	return reliefs
}

// TestLaws: lines hold together and sum to the totals, no amount is negative or above
// the full one, nothing depends on the order of rows and reliefs, and a second count on
// fractions agrees.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, reliefs := drawRows(t), drawReliefs(t)
		tables := *fee.Standard()
		tables.Reliefs = reliefs
		cost, _ := payment.NewMoney(rapid.Int64Range(0, 1e12).Draw(t, "cost"), payment.VND)
		q := fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline,
			Quantities: map[string]motcua.Decimal{"page": drawDecimal(t, "pages", 100000, 3)}, Values: map[string]payment.Money{"cost": cost}}
		quote, err := tables.Quote(rows, fee.Choices{}, q)
		if err != nil {
			t.Fatal(err)
		}
		sum := payment.Money{}
		for i, line := range quote.Lines {
			if faults := line.Check(); len(faults) > 0 {
				t.Fatal(faults)
			}
			if sum, err = sum.Add(line.Amount); err != nil {
				t.Fatal(err)
			}
			if want := naive(&rows[i], reliefs, q); line.Amount.Minor() != want {
				t.Fatalf("row %+v: %v, counted again %d", rows[i], line.Amount, want)
			}
		}
		if len(quote.Totals) != 1 || quote.Totals[0] != sum {
			t.Fatalf("totals %v, sum %v", quote.Totals, sum)
		}
		slices.Reverse(tables.Reliefs)
		again, err := tables.Quote(rows, fee.Choices{}, q)
		if diff := cmp.Diff(quote.Lines, again.Lines, cmp.Comparer(func(a, b payment.Money) bool { return a == b }),
			cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b })); diff != "" || err != nil {
			t.Fatalf("reliefs the other way round: %v\n%s", err, diff)
		}
	})
}

// naive prices a row in another way: on fractions, by trying every reduction.
func naive(r *fee.Row, reliefs []fee.Relief, q fee.Question) int64 {
	exact := naiveFull(r, q)
	full := halfUp(exact)
	least := full // after the best exemption
	for _, kind := range []payment.ChangeKind{payment.ChangeExemption, payment.ChangeReduction} {
		off := int64(0)
		for _, f := range reliefs {
			if f.Kind == kind && slices.Contains(f.Scope.Rows, r.ID) {
				left := new(big.Rat).Mul(exact, new(big.Rat).Sub(big.NewRat(1, 1), new(big.Rat).Quo(f.Rate.Rat(), big.NewRat(100, 1))))
				off = max(off, full-halfUp(left))
			}
		}
		least = max(0, least-off)
	}
	return least
}

func naiveFull(r *fee.Row, q fee.Question) *big.Rat {
	n := q.Quantities["page"].Rat()
	of := func(m payment.Money) *big.Rat { return big.NewRat(m.Minor(), 1) }
	switch t := r.Tariff; {
	case t.Fixed != nil:
		return of(*t.Fixed)
	case t.PerUnit != nil:
		return n.Mul(n, of(*t.PerUnit))
	case t.Percent != nil:
		return new(big.Rat).Mul(of(q.Values["cost"]), new(big.Rat).Quo(t.Percent.Rate.Rat(), big.NewRat(100, 1)))
	default:
		low, high, edge := t.Bands.List[0], t.Bands.List[1], big.NewRat(5, 2)
		above := n.Cmp(edge) > 0
		switch {
		case !above:
			return n.Mul(n, of(low.Each))
		case t.Bands.Mode == fee.BandWhole:
			return n.Add(n.Mul(n, of(high.Each)), of(high.Fixed))
		}
		sum := new(big.Rat).Mul(edge, of(low.Each))
		sum.Add(sum, new(big.Rat).Mul(n.Sub(n, edge), of(high.Each)))
		return sum.Add(sum, of(high.Fixed))
	}
}

// halfUp rounds a fraction that is not negative.
func halfUp(r *big.Rat) int64 {
	r = new(big.Rat).Add(r, big.NewRat(1, 2))
	return new(big.Int).Quo(r.Num(), r.Denom()).Int64()
}
