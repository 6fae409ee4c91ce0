package scoring

import (
	"math"
	"math/big"
	"math/bits"
)

// maxCount bounds a count: what JavaScript still holds exactly.
const maxCount = 1<<53 - 1

// roundDiv returns a·b/(c·d) rounded half away from zero, with c·d above zero;
// false where 64 bits do not hold the result or the divisor.
func roundDiv(a, b, c, d int64) (int64, bool) {
	negative := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	over, div := bits.Mul64(magnitude(c), magnitude(d))
	if over != 0 || hi >= div {
		return 0, false
	}
	q, rest := bits.Div64(hi, lo, div)
	if rest >= div-rest {
		q++
	}
	if q > math.MaxInt64 {
		return 0, false
	}
	if negative {
		return -int64(q), true
	}
	return int64(q), true
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

// times returns a·b, or false on overflow.
func times(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// minus returns a−b, or false on overflow.
func minus(a, b int64) (int64, bool) {
	d := a - b
	return d, (d < a) == (b > 0)
}

// roundRat rounds a fraction half away from zero.
func roundRat(r *big.Rat) *big.Int {
	double := new(big.Int).Lsh(new(big.Int).Abs(r.Num()), 1)
	double.Add(double, r.Denom())
	double.Quo(double, new(big.Int).Lsh(r.Denom(), 1))
	if r.Sign() < 0 {
		double.Neg(double)
	}
	return double
}

// roundPoints rounds a fraction of points, held within what Points can be.
func roundPoints(r *big.Rat) Points {
	i := roundRat(r)
	if !i.IsInt64() {
		if i.Sign() < 0 {
			return math.MinInt64
		}
		return math.MaxInt64
	}
	return Points(i.Int64())
}

// compare orders a/b and c/d, with b and d above zero.
func compare(a, b, c, d int64) int {
	if (a < 0) != (c < 0) {
		if a < 0 {
			return -1
		}
		return 1
	}
	hi1, lo1 := bits.Mul64(magnitude(a), magnitude(d))
	hi2, lo2 := bits.Mul64(magnitude(c), magnitude(b))
	order := 0
	switch {
	case hi1 != hi2:
		order = 1
		if hi1 < hi2 {
			order = -1
		}
	case lo1 != lo2:
		order = 1
		if lo1 < lo2 {
			order = -1
		}
	}
	if a < 0 {
		return -order
	}
	return order
}

// root returns round(x^(1/n)), half up, for x ≥ 0 and n ≥ 1: the
// largest p with (2p−1)^n ≤ x·2^n, found by halving between 0 and most.
func root(x *big.Rat, n int64, most int64) int64 {
	exponent := big.NewInt(n)
	target := new(big.Int).Mul(x.Num(), new(big.Int).Exp(big.NewInt(2), exponent, nil))
	fits := func(p int64) bool {
		side := new(big.Int).Exp(big.NewInt(2*p-1), exponent, nil)
		return side.Mul(side, x.Denom()).Cmp(target) <= 0
	}
	low, high := int64(0), most
	for low < high {
		middle := low + (high-low+1)/2
		if fits(middle) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}
