package payment_test

import (
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

// The second computation of the tests: exact fractions of math/big.

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

var roundings = []payment.Rounding{payment.HalfUp, payment.HalfEven, payment.Down, payment.Up}

// whole rounds a fraction to a whole number.
func whole(x *big.Rat, r payment.Rounding) *big.Int {
	magnitude := new(big.Int).Abs(x.Num())
	quotient, rest := new(big.Int).QuoRem(magnitude, x.Denom(), new(big.Int))
	half := new(big.Int).Lsh(rest, 1).Cmp(x.Denom())
	up := false
	switch r {
	case payment.HalfUp:
		up = half >= 0
	case payment.HalfEven:
		up = half > 0 || half == 0 && quotient.Bit(0) == 1
	case payment.Up:
		up = rest.Sign() > 0
	}
	if up {
		quotient.Add(quotient, big.NewInt(1))
	}
	if x.Sign() < 0 {
		quotient.Neg(quotient)
	}
	return quotient
}

// fits reports whether a number of minor units is an amount.
func fits(n *big.Int) bool { return new(big.Int).Abs(n).Cmp(big.NewInt(math.MaxInt64)) <= 0 }

// agree checks the result of an operation: right when there is a right one, and else
// an *ArithmeticError of class ErrOverflow.
func agree(t fataler, what string, got payment.Money, err error, want *big.Int, c payment.Currency) {
	t.Helper()
	var typed *payment.ArithmeticError
	switch {
	case !fits(want) && (!errors.Is(err, motcua.ErrOverflow) || !errors.As(err, &typed) || got != payment.Money{}):
		t.Fatalf("%s = %v, %v; there is no such amount", what, got, err)
	case fits(want) && (err != nil || got.Minor() != want.Int64() || got.Currency() != c):
		t.Fatalf("%s = %v, %v, want %v", what, got, err, want)
	}
}

func rat(m payment.Money) *big.Rat { return new(big.Rat).SetInt64(m.Minor()) }

// checkArithmetic compares every operation on a and b, which are of one currency, and
// on a with a quantity and a number with math/big.
func checkArithmetic(t fataler, a, b payment.Money, q motcua.Decimal, n int64) {
	t.Helper()
	c, x, y, exact := a.Currency(), rat(a), rat(b), payment.Down
	got, err := a.Add(b)
	agree(t, "sum", got, err, whole(new(big.Rat).Add(x, y), exact), c)
	got, err = a.Sub(b)
	agree(t, "difference", got, err, whole(new(big.Rat).Sub(x, y), exact), c)
	got, err = a.Mul(n)
	agree(t, "multiple", got, err, whole(new(big.Rat).Mul(x, new(big.Rat).SetInt64(n)), exact), c)
	if order, err := a.Cmp(b); err != nil || order != x.Cmp(y) || a.Sign() != x.Sign() || a.Neg().Minor() != -a.Minor() {
		t.Fatalf("%v against %v is %d, %v; sign %d, negative %v", a, b, order, err, a.Sign(), a.Neg())
	}
	for _, r := range roundings {
		product := new(big.Rat).Mul(x, q.Rat())
		got, err = a.Times(q, r)
		agree(t, a.String()+" × "+q.String()+" "+r.String(), got, err, whole(product, r), c)
		got, err = a.Percent(q, r)
		agree(t, q.String()+" % of "+a.String()+" "+r.String(), got, err, whole(product.Quo(product, big.NewRat(100, 1)), r), c)
		got, err = a.Share(b.Minor(), n, r)
		if n == 0 {
			if !errors.Is(err, payment.ErrDivision) {
				t.Fatalf("a share by 0 is %v, %v", got, err)
			}
			continue
		}
		share := new(big.Rat).Mul(x, new(big.Rat).SetFrac64(b.Minor(), n))
		agree(t, "share of "+a.String()+" "+r.String(), got, err, whole(share, r), c)
	}
	if back, err := payment.ParseMoney(a.String()); err != nil || back != a {
		t.Fatalf("%v is read as %v, %v", a, back, err)
	}
}

// checkTotals compares the totals of amounts, and of lines that ask for them, with sums of
// math/big.
func checkTotals(t fataler, amounts []payment.Money) {
	t.Helper()
	want, fit := map[payment.Currency]*big.Int{}, true
	lines := make([]payment.Line, len(amounts))
	for i, m := range amounts {
		lines[i].Amount, lines[i].Full = m, m.Neg() // the full amount is not what is asked for
		c := m.Currency()
		if c == 0 {
			continue
		}
		if want[c] == nil {
			want[c] = new(big.Int)
		}
		want[c].Add(want[c], big.NewInt(m.Minor()))
	}
	for _, sum := range want {
		fit = fit && fits(sum)
	}
	for what, of := range map[string]func() ([]payment.Money, error){
		"totals":      func() ([]payment.Money, error) { return payment.Totals(amounts) },
		"line totals": func() ([]payment.Money, error) { return payment.LineTotals(lines) },
	} {
		got, err := of()
		ordered := slices.IsSortedFunc(got, func(a, b payment.Money) int { return int(a.Currency()) - int(b.Currency()) })
		switch {
		case !fit:
			if !errors.Is(err, motcua.ErrOverflow) || got != nil {
				t.Fatalf("%s of %v: %v, %v, want an overflow", what, amounts, got, err)
			}
		case err != nil || len(got) != len(want) || !ordered:
			t.Fatalf("%s of %v: %v, %v, want %v", what, amounts, got, err, want)
		default:
			for _, m := range got {
				agree(t, what, m, nil, want[m.Currency()], m.Currency())
			}
		}
	}
}

// anyNumber draws from all magnitudes, since most random int64 would be huge, and from the
// edges.
func anyNumber() *rapid.Generator[int64] {
	return rapid.Custom(func(t *rapid.T) int64 {
		if rapid.IntRange(0, 7).Draw(t, "at an edge") == 0 {
			return max(rapid.SampledFrom(edges).Draw(t, "edge"), -math.MaxInt64)
		}
		return max(rapid.Int64().Draw(t, "n")>>rapid.IntRange(0, 63).Draw(t, "shift"), -math.MaxInt64)
	})
}

// allCurrencies are the currencies, found by asking each value for its code.
func allCurrencies() []payment.Currency {
	var all []payment.Currency
	for i := range 256 {
		if _, err := payment.Currency(i).MarshalText(); err == nil {
			all = append(all, payment.Currency(i))
		}
	}
	return all
}

func anyMoney(c payment.Currency) *rapid.Generator[payment.Money] {
	return rapid.Custom(func(t *rapid.T) payment.Money {
		m, err := payment.NewMoney(anyNumber().Draw(t, "minor"), c)
		if err != nil {
			t.Fatal(err)
		}
		return m
	})
}

func anyCurrency() *rapid.Generator[payment.Currency] { return rapid.SampledFrom(allCurrencies()) }

func anyDecimal() *rapid.Generator[motcua.Decimal] {
	return rapid.Custom(func(t *rapid.T) motcua.Decimal {
		d, err := motcua.NewDecimal(anyNumber().Draw(t, "coef"), rapid.IntRange(0, 18).Draw(t, "scale"))
		if err != nil {
			t.Fatal(err)
		}
		return d
	})
}

func TestAgainstBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCurrency().Draw(t, "currency")
		a, b := anyMoney(c).Draw(t, "a"), anyMoney(c).Draw(t, "b")
		checkArithmetic(t, a, b, anyDecimal().Draw(t, "q"), rapid.Int64().Draw(t, "n")>>rapid.IntRange(0, 63).Draw(t, "shift"))
	})
}
