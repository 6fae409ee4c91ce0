package motcua_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

var largest = big.NewInt(1<<63 - 1) // coefficient

// stated is the second computation of the tests: an exact number that is to be
// written with a number of decimals, in the arithmetic of math/big.
type stated struct {
	value *big.Rat
	scale int
}

func power(scale int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil))
}

// coefficient returns value × 10^scale and whether it is whole and fits.
func (s stated) coefficient() (*big.Int, bool) {
	c := new(big.Rat).Mul(s.value, power(s.scale))
	return c.Num(), s.scale <= 18 && c.IsInt() && new(big.Int).Abs(c.Num()).Cmp(largest) <= 0
}

// agree checks the result of a verb: right when there is a right one, and else
// ErrOverflow.
func agree(t fataler, what string, got motcua.Decimal, err error, want stated) {
	t.Helper()
	coef, ok := want.coefficient()
	switch {
	case !ok && (!errors.Is(err, motcua.ErrOverflow) || got != (motcua.Decimal{})):
		t.Fatalf("%s = %v, %v; there is no such decimal", what, got, err)
	case ok && (err != nil || got.Scale() != want.scale || got.Coef() != coef.Int64()):
		t.Fatalf("%s = %v, %v, want %s with %d decimals", what, got, err, want.value.FloatString(18), want.scale)
	}
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// halfUp rounds value × 10^scale to a whole number, a tie away from zero.
func halfUp(value *big.Rat, scale int) *big.Rat {
	r := new(big.Rat).Mul(value, power(scale))
	twice := new(big.Int).Mul(new(big.Int).Abs(r.Num()), big.NewInt(2))
	twice.Add(twice, r.Denom())
	n := twice.Quo(twice, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(n), power(scale))
}

// checkArithmetic compares every verb on a and b with math/big.
func checkArithmetic(t fataler, a, b motcua.Decimal, scale int) {
	t.Helper()
	x, y := a.Rat(), b.Rat()
	wide := max(a.Scale(), b.Scale())
	got, err := a.Add(b)
	agree(t, a.String()+" + "+b.String(), got, err, stated{new(big.Rat).Add(x, y), wide})
	got, err = a.Sub(b)
	agree(t, a.String()+" - "+b.String(), got, err, stated{new(big.Rat).Sub(x, y), wide})
	got, err = a.Mul(b)
	agree(t, a.String()+" × "+b.String(), got, err, stated{new(big.Rat).Mul(x, y), a.Scale() + b.Scale()})
	got, err = a.Round(scale)
	agree(t, a.String()+" rounded", got, err, stated{halfUp(x, scale), scale})
	exact, exactErr := a.Rescale(scale)
	if lost := err == nil && got.Rat().Cmp(x) != 0; lost != errors.Is(exactErr, motcua.ErrInexact) || !lost && exact != got {
		t.Fatalf("%v rescaled to %d = %v, %v; rounded %v, %v", a, scale, exact, exactErr, got, err)
	}
	if a.Cmp(b) != x.Cmp(y) || a.Sign() != x.Sign() || a.Neg().Rat().Cmp(new(big.Rat).Neg(x)) != 0 {
		t.Fatalf("%v against %v is %d, sign %d, negative %v", a, b, a.Cmp(b), a.Sign(), a.Neg())
	}
	if back, err := motcua.ParseDecimal(a.String()); err != nil || back != a {
		t.Fatalf("%v is read as %v, %v", a, back, err)
	}
}

// anyDecimal draws from all magnitudes: most random int64 would be huge.
func anyDecimal() *rapid.Generator[motcua.Decimal] {
	return rapid.Custom(func(t *rapid.T) motcua.Decimal {
		coef := rapid.Int64Range(-(1<<63-1), 1<<63-1).Draw(t, "coef") >> rapid.IntRange(0, 62).Draw(t, "shift")
		d, err := motcua.NewDecimal(max(coef, -(1<<63-1)), rapid.IntRange(0, 18).Draw(t, "scale"))
		if err != nil {
			t.Fatal(err)
		}
		return d
	})
}

func TestDecimalAgainstBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkArithmetic(t, anyDecimal().Draw(t, "a"), anyDecimal().Draw(t, "b"), rapid.IntRange(0, 18).Draw(t, "scale"))
	})
}

func TestDecimalLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDecimal().Draw(t, "a"), anyDecimal().Draw(t, "b")
		ab, err := a.Add(b)
		ba, err2 := b.Add(a)
		if ab != ba || (err == nil) != (err2 == nil) {
			t.Fatalf("a + b = %v, %v and b + a = %v, %v", ab, err, ba, err2)
		}
		if back, err3 := ab.Sub(b); err == nil && err3 == nil && back.Cmp(a) != 0 {
			t.Fatalf("a + b - b = %v", back)
		}
		if zero, err := a.Sub(a); err != nil || !zero.IsZero() || zero.Scale() != a.Scale() {
			t.Fatalf("a - a = %v, %v", zero, err)
		}
		if same, err := a.Add(motcua.Decimal{}); same != a || err != nil {
			t.Fatalf("a + 0 = %v, %v", same, err)
		}
		if same, err := a.Mul(motcua.MustDecimal("1")); same != a || err != nil {
			t.Fatalf("a × 1 = %v, %v", same, err)
		}
		if a.Neg().Neg() != a || a.Cmp(b) != -b.Cmp(a) {
			t.Fatalf("a = %v, b = %v: negation or order", a, b)
		}
		scale := rapid.IntRange(0, a.Scale()).Draw(t, "scale")
		if r, err := a.Round(scale); err == nil {
			if again, err := r.Round(scale); again != r || err != nil {
				t.Fatalf("rounded twice %v is %v, %v", r, again, err)
			}
			gap := new(big.Rat).Sub(a.Rat(), r.Rat())
			if gap.Abs(gap).Mul(gap, power(scale)).Cmp(big.NewRat(1, 2)) > 0 {
				t.Fatalf("%v rounded to %d is %v, more than half a unit away", a, scale, r)
			}
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"0", "-1.50", "0.05", "1.-5", "-0", "00.5", "9223372036854775807", "9.2233720368547758070"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := motcua.ParseDecimal(s)
		if err != nil {
			return
		}
		if d.String() != s {
			t.Fatalf("ParseDecimal(%q) writes %q", s, d)
		}
		if want, ok := new(big.Rat).SetString(s); !ok || want.Cmp(d.Rat()) != 0 {
			t.Fatalf("ParseDecimal(%q) = %v, math/big reads %v", s, d, want)
		}
	})
}

func FuzzDecimalArithmetic(f *testing.F) {
	f.Add(int64(15), uint8(1), int64(-25), uint8(2), uint8(0))
	f.Add(int64(922337203685477581), uint8(0), int64(-3), uint8(1), uint8(1))
	f.Add(int64(1<<63-1), uint8(18), int64(1<<63-1), uint8(0), uint8(18))
	f.Add(int64(-(1<<63 - 1)), uint8(0), int64(-1), uint8(0), uint8(9))
	f.Fuzz(func(t *testing.T, ac int64, as uint8, bc int64, bs uint8, scale uint8) {
		a, err := motcua.NewDecimal(ac, int(as%19))
		b, err2 := motcua.NewDecimal(bc, int(bs%19))
		if err != nil || err2 != nil {
			return // the one coefficient without opposite
		}
		checkArithmetic(t, a, b, int(scale%19))
	})
}
