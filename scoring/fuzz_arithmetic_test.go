package scoring

import (
	"math"
	"math/big"
	"testing"

	"github.com/motcua/motcua"
)

// The shortcuts in machine words against math/big, which has none.

func addNumbers(f *testing.F) {
	edges := []int64{0, 1, -1, 2, 3, 7, maxCount, math.MaxInt64, math.MinInt64, math.MinInt64 + 1, 1_000_000_000_000_000_000}
	for i, a := range edges {
		f.Add(a, edges[(i+1)%len(edges)], edges[(i+3)%len(edges)], edges[(i+5)%len(edges)])
	}
	f.Add(int64(-5), int64(1), int64(2), int64(5)) // a tie below zero
}

// halfAway rounds a fraction, a tie away from zero, by trying the neighbours.
func halfAway(r *big.Rat) *big.Int {
	near := new(big.Int).Quo(r.Num(), r.Denom())
	half := big.NewRat(1, 2)
	for _, step := range []int64{1, -1} {
		next := new(big.Int).Add(near, big.NewInt(step))
		off := new(big.Rat).Sub(r, new(big.Rat).SetInt(next))
		if off.Abs(off).Cmp(half) <= 0 && next.CmpAbs(near) > 0 {
			return next
		}
	}
	return near
}

func FuzzRoundDiv(f *testing.F) {
	addNumbers(f)
	f.Fuzz(func(t *testing.T, a, b, c, d int64) {
		if c <= 0 || d <= 0 {
			return // what roundDiv asks of its caller
		}
		r := new(big.Rat).SetInt(new(big.Int).Mul(big.NewInt(a), big.NewInt(b)))
		divisor := new(big.Int).Mul(big.NewInt(c), big.NewInt(d))
		want := halfAway(r.Quo(r, new(big.Rat).SetInt(divisor)))
		got, ok := roundDiv(a, b, c, d)
		if ok && (!want.IsInt64() || want.Int64() != got) {
			t.Fatalf("%d·%d/(%d·%d) = %d, want %s", a, b, c, d, got, want)
		}
		if fits := want.IsInt64() && want.Int64() != math.MinInt64 && want.Int64() != math.MaxInt64; !ok && fits && divisor.IsUint64() {
			t.Fatalf("%d·%d/(%d·%d) refused, though it is %s", a, b, c, d, want)
		}
		if got := roundRat(r); got.Cmp(want) != 0 {
			t.Fatalf("%s rounds to %s, want %s", r, got, want)
		}
	})
}

func FuzzWords(f *testing.F) {
	addNumbers(f)
	f.Fuzz(func(t *testing.T, a, b, c, d int64) {
		for _, op := range []struct {
			name string
			got  func(a, b int64) (int64, bool)
			want func(z, a, b *big.Int) *big.Int
		}{{"times", times, (*big.Int).Mul}, {"minus", minus, (*big.Int).Sub}} {
			want := op.want(new(big.Int), big.NewInt(a), big.NewInt(b))
			got, ok := op.got(a, b)
			if ok && (!want.IsInt64() || want.Int64() != got) || !ok && want.IsInt64() && want.Int64() != math.MinInt64 {
				t.Fatalf("%s(%d, %d) = %d, %t, want %s", op.name, a, b, got, ok, want)
			}
		}
		if b <= 0 || d <= 0 {
			return // fractions have denominators above zero
		}
		if got, want := compare(a, b, c, d), big.NewRat(a, b).Cmp(big.NewRat(c, d)); got != want {
			t.Fatalf("compare(%d/%d, %d/%d) = %d, want %d", a, b, c, d, got, want)
		}
	})
}

// FuzzRoot finds the root again by the definition of rounding: half a unit
// less, to the power, is not above, and half a unit more is.
func FuzzRoot(f *testing.F) {
	for _, row := range [][3]int64{{8, 1, 3}, {2, 1, 2}, {1, 4, 2}, {0, 1, 5}, {9, 4, 2}, {maxCount, 7, 11}} {
		f.Add(row[0], row[1], row[2])
	}
	f.Fuzz(func(t *testing.T, num, den, n int64) {
		if num < 0 || den <= 0 || n < 1 || n > 200 {
			return
		}
		x := new(big.Rat).SetFrac64(num, den)
		most := int64(math.MaxInt32)
		p := root(x, n, most)
		power := func(halves int64) *big.Rat {
			side := new(big.Int).Exp(big.NewInt(halves), big.NewInt(n), nil)
			return new(big.Rat).SetFrac(side, new(big.Int).Lsh(big.NewInt(1), uint(n)))
		}
		if p > 0 && power(2*p-1).Cmp(x) > 0 || p < most && power(2*p+1).Cmp(x) <= 0 || p < 0 || p > most {
			t.Fatalf("root %d of %s is not %d", n, x.RatString(), p)
		}
	})
}

// FuzzQuick holds points made in machine words to those made of fractions.
func FuzzQuick(f *testing.F) {
	f.Add(int64(309542), int64(358625), int64(600), int64(8), int64(25), uint8(1), uint8(2))
	f.Add(int64(1), int64(8), int64(100), int64(-3), int64(9), uint8(2), uint8(9))
	f.Add(int64(maxCount-1), int64(maxCount), int64(maxPoints), int64(1), int64(maxCount), uint8(3), uint8(0))
	f.Fuzz(func(t *testing.T, num, den, most, from, to int64, kind, digits uint8) {
		if den <= 0 || most < 0 || most > maxPoints || digits > maxDigits || from == to ||
			from < -maxCount || from > maxCount || to < -maxCount || to > maxCount {
			return
		}
		low, err := motcua.NewDecimal(from, int(digits))
		if err != nil {
			t.Fatal(err)
		}
		high, err := motcua.NewDecimal(to, int(digits))
		if err != nil {
			t.Fatal(err)
		}
		s := &Scale{Kind: ScaleKind(kind%3) + 1, From: &low, To: &high, Clamp: kind >= 128}
		if high.Sign() > 0 && high.Cmp(motcua.MustDecimal("1")) <= 0 {
			s.At = &high
		}
		if s.Kind == ScaleFullAt && s.At == nil || s.Kind != ScaleGoalposts && num < 0 {
			return // no definition or counts says so
		}
		x := &Index{def: &Definition{Decimals: 2}, one: 100}
		l := x.leaf(&Node{ID: "n", Scale: s, Relation: RelationCrossSource}, 0)
		found := finding{num: num, den: den, scored: true}
		got, ok := x.quick(&l, &found, Points(most))
		want := roundPoints(x.fraction(&l, &found, Points(most), nil))
		if ok && got != want {
			t.Fatalf("%d/%d by %+v is %d, want %d", num, den, s, got, want)
		}
		if common := s.Kind == ScaleLinear && num <= den && den <= maxCount; common && !ok {
			t.Fatalf("%d/%d of %d is left to fractions", num, den, most)
		}
	})
}
