package payment_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

// same reports whether two computations come to the same: one result, or none.
func same(a payment.Money, err error, b payment.Money, err2 error) bool {
	return a == b && (err == nil) == (err2 == nil)
}

func TestLawsOfAddition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cur := anyCurrency().Draw(t, "currency")
		a, b, c := anyMoney(cur).Draw(t, "a"), anyMoney(cur).Draw(t, "b"), anyMoney(cur).Draw(t, "c")
		ab, err := a.Add(b)
		ba, err2 := b.Add(a)
		if !same(ab, err, ba, err2) {
			t.Fatalf("a + b = %v, %v and b + a = %v, %v", ab, err, ba, err2)
		}
		bc, err2 := b.Add(c)
		if err == nil && err2 == nil { // (a + b) + c = a + (b + c), where the inner sums fit
			left, err := ab.Add(c)
			right, err2 := a.Add(bc)
			if !same(left, err, right, err2) {
				t.Fatalf("(a + b) + c = %v, %v and a + (b + c) = %v, %v", left, err, right, err2)
			}
		}
		if err == nil {
			if back, err := ab.Sub(b); back != a || err != nil {
				t.Fatalf("a + b - b = %v, %v", back, err)
			}
		}
		minus, err := a.Sub(b)
		plus, err2 := a.Add(b.Neg())
		if !same(minus, err, plus, err2) || a.Neg().Neg() != a {
			t.Fatalf("a - b = %v, %v and a + -b = %v, %v", minus, err, plus, err2)
		}
		if none, err := a.Add(a.Neg()); err != nil || none.Sign() != 0 || none.Currency() != cur {
			t.Fatalf("a - a = %v, %v", none, err)
		}
		for _, sum := range []func() (payment.Money, error){
			func() (payment.Money, error) { return a.Add(payment.Money{}) },
			func() (payment.Money, error) { return payment.Money{}.Add(a) },
			func() (payment.Money, error) { return a.Sub(payment.Money{}) },
			func() (payment.Money, error) { return payment.Money{}.Sub(a.Neg()) },
		} {
			if m, err := sum(); m != a || err != nil {
				t.Fatalf("%v and nothing are %v, %v", a, m, err)
			}
		}
	})
}

func TestLawsOfOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cur := anyCurrency().Draw(t, "currency")
		a, b := anyMoney(cur).Draw(t, "a"), anyMoney(cur).Draw(t, "b")
		ab, err := a.Cmp(b)
		ba, err2 := b.Cmp(a)
		if err != nil || err2 != nil || ab != -ba || (ab == 0) != (a == b) {
			t.Fatalf("%v against %v is %d, %v, the other way %d, %v", a, b, ab, err, ba, err2)
		}
		if d, err := a.Sub(b); err == nil && d.Sign() != ab {
			t.Fatalf("%v - %v = %v, compared %d", a, b, d, ab)
		}
		if zero, err := a.Cmp(payment.Money{}); err != nil || zero != a.Sign() {
			t.Fatalf("%v against nothing is %d, %v", a, zero, err)
		}
	})
}

// TestLawsOfScaling: what leaves an amount as it is, what two ways of writing one
// factor have in common, and how the roundings lie to each other.
func TestLawsOfScaling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyMoney(anyCurrency().Draw(t, "currency")).Draw(t, "a")
		n, q := anyNumber().Filter(func(n int64) bool { return n != 0 }).Draw(t, "n"), anyDecimal().Draw(t, "q")
		number, err := motcua.NewDecimal(n, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range roundings {
			for what, m := range map[string]func() (payment.Money, error){
				"100 %":   func() (payment.Money, error) { return a.Percent(motcua.MustDecimal("100.000"), r) },
				"n of n":  func() (payment.Money, error) { return a.Share(n, n, r) },
				"1.00 ×":  func() (payment.Money, error) { return a.Times(motcua.MustDecimal("1.00"), r) },
				"-1 × -1": func() (payment.Money, error) { return a.Neg().Mul(-1) },
			} {
				if m, err := m(); m != a || err != nil {
					t.Fatalf("%s of %v is %v, %v", what, a, m, err)
				}
			}
			times, err := a.Times(number, r)
			product, err2 := a.Mul(n)
			if !same(times, err, product, err2) {
				t.Fatalf("%v × %d = %v, %v and %v, %v", a, n, times, err, product, err2)
			}
			if other, err := a.Neg().Percent(q, r); err == nil { // no rounding leans to one side of 0
				if m, err := a.Percent(q, r); err != nil || m != other.Neg() {
					t.Fatalf("%v %% of %v is %v, %v, of its opposite %v", q, a, m, err, other)
				}
			}
		}
		checkRoundings(t, a, q)
	})
}

// checkRoundings: in magnitude down ≤ half even ≤ half up ≤ up ≤ down + 1.
func checkRoundings(t *rapid.T, a payment.Money, q motcua.Decimal) {
	var magnitudes []int64
	for _, r := range []payment.Rounding{payment.Down, payment.HalfEven, payment.HalfUp, payment.Up} {
		m, err := a.Percent(q, r)
		if err != nil {
			return
		}
		magnitudes = append(magnitudes, m.Minor()*int64(a.Sign()*q.Sign()))
	}
	if !slices.IsSorted(magnitudes) || magnitudes[3]-magnitudes[0] > 1 {
		t.Fatalf("%v %% of %v: %v", q, a, magnitudes)
	}
}

// TestTotalsInAnyOrder: totals are those of math/big, whatever the order, and whatever
// does not fit on the way.
func TestTotalsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mine := rapid.SliceOfN(anyCurrency(), 1, 3).Draw(t, "currencies")
		amounts := rapid.SliceOf(rapid.OneOf(anyMoney(mine[0]), anyMoney(mine[len(mine)-1]), rapid.Just(payment.Money{}))).Draw(t, "amounts")
		got, err := payment.Totals(amounts)
		again, err2 := payment.Totals(rapid.Permutation(amounts).Draw(t, "in another order"))
		if !reflect.DeepEqual(got, again) || (err == nil) != (err2 == nil) {
			t.Fatalf("%v, %v and in another order %v, %v", got, err, again, err2)
		}
		checkTotals(t, amounts)
	})
}
