package payment

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"

	"github.com/motcua/motcua"
)

// Add returns m + n. A sum that does not fit is an [*ArithmeticError] of class
// [motcua.ErrOverflow]; amounts in two currencies are a [*MismatchError]. The zero
// Money adds nothing.
func (m Money) Add(n Money) (Money, error) {
	sum := m.minor + n.minor
	if apart(m, n) || (m.minor^sum)&(n.minor^sum) < 0 || sum == math.MinInt64 {
		return Money{}, noSum(m, n, "+")
	}
	return Money{sum, m.currency | n.currency}, nil // one currency, or one and none
}

// apart reports whether two amounts are in different currencies.
func apart(m, n Money) bool {
	return m.currency != n.currency && m.currency != 0 && n.currency != 0
}

// noSum says why there is no sum or difference.
func noSum(m, n Money, sign string) error {
	if apart(m, n) {
		return &MismatchError{m, n}
	}
	return &ArithmeticError{fmt.Sprintf("%v %s %v", m, sign, n), motcua.ErrOverflow}
}

// Sub returns m - n; the errors are those of Add.
func (m Money) Sub(n Money) (Money, error) {
	d, err := m.Add(n.Neg())
	if err != nil {
		return Money{}, noSum(m, n, "-")
	}
	return d, nil
}

// Cmp compares two amounts: -1, 0 or 1 as m is less than, equal to or greater than n.
// Amounts in two currencies are a [*MismatchError]; the zero Money compares as 0 of
// any currency.
func (m Money) Cmp(n Money) (int, error) {
	if apart(m, n) {
		return 0, &MismatchError{m, n}
	}
	return cmp.Compare(m.minor, n.minor), nil
}

// Mul returns n times m. What does not fit is an [*ArithmeticError] of class
// [motcua.ErrOverflow].
func (m Money) Mul(n int64) (Money, error) {
	p, err := m.scaled(ratio{magnitude(n), 1, 1, n < 0}, Down) // nothing is left to round
	if err != nil {
		return Money{}, &ArithmeticError{fmt.Sprintf("%v × %d", m, n), err}
	}
	return p, nil
}

// Times returns m times a quantity, exact and then rounded once. Errors are an
// [*ArithmeticError] of class [motcua.ErrOverflow], where the result does not fit, or
// [ErrRounding], where r is none.
func (m Money) Times(q motcua.Decimal, r Rounding) (Money, error) {
	p, err := m.scaled(ratio{magnitude(q.Coef()), tens[q.Scale()], 1, q.Sign() < 0}, r)
	if err != nil {
		return Money{}, &ArithmeticError{fmt.Sprintf("%v × %v", m, q), err}
	}
	return p, nil
}

// Percent returns p percent of m, exact and then rounded once: 50 percent of 5 đồng
// are 3 by HalfUp. The errors are those of Times.
func (m Money) Percent(p motcua.Decimal, r Rounding) (Money, error) {
	part, err := m.scaled(ratio{magnitude(p.Coef()), tens[p.Scale()], 100, p.Sign() < 0}, r)
	if err != nil {
		return Money{}, &ArithmeticError{fmt.Sprintf("%v %% of %v", p, m), err}
	}
	return part, nil
}

// Share returns num/den of m, exact and then rounded once. A den of 0 is an
// [*ArithmeticError] of class [ErrDivision]; the other errors are those of Times.
func (m Money) Share(num, den int64, r Rounding) (Money, error) {
	part, err := Money{}, ErrDivision
	if den != 0 {
		part, err = m.scaled(ratio{magnitude(num), magnitude(den), 1, (num < 0) != (den < 0)}, r)
	}
	if err != nil {
		return Money{}, &ArithmeticError{fmt.Sprintf("%v × %d / %d", m, num, den), err}
	}
	return part, nil
}

// tens are the powers of ten that the scale of a Decimal or a currency can ask for.
var tens = [...]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// ratio is num / (den × more). The denominator has two factors because a percentage
// with 18 decimals has one of 10^20, which no uint64 holds.
type ratio struct {
	num, den, more uint64
	negative       bool
}

// scaled returns m × f, computed in 128 bits and rounded once.
func (m Money) scaled(f ratio, r Rounding) (Money, error) {
	if r < HalfUp || r > Up {
		return Money{}, ErrRounding
	}
	hi, lo := bits.Mul64(magnitude(m.minor), f.num)
	hi, rest := hi/f.den, hi%f.den
	lo, rest = bits.Div64(rest, lo, f.den)
	if hi >= f.more {
		return Money{}, motcua.ErrOverflow
	}
	quotient, left := bits.Div64(hi, lo, f.more)
	if quotient > math.MaxInt64 {
		return Money{}, motcua.ErrOverflow
	}
	if (left > 0 || rest > 0) && r.away(quotient, half(left, rest, f)) {
		quotient++
	}
	if quotient > math.MaxInt64 {
		return Money{}, motcua.ErrOverflow
	}
	minor := int64(quotient)
	if (m.minor < 0) != f.negative {
		minor = -minor
	}
	return Money{minor, m.currency}, nil
}

// half compares the remainder left × den + rest of a division by den × more with
// half of the divisor. Neither fills 128 bits, so that doubling is safe.
func half(left, rest uint64, f ratio) int {
	hi, lo := bits.Mul64(left, f.den)
	lo, carry := bits.Add64(lo, rest, 0)
	hi += carry
	hi, lo = hi<<1|lo>>63, lo<<1
	wholeHi, wholeLo := bits.Mul64(f.more, f.den)
	return cmp.Or(cmp.Compare(hi, wholeHi), cmp.Compare(lo, wholeLo))
}

// Totals adds amounts up by currency. The sums stand in one order of currencies, đồng
// first; zero Money is left out, 0 đồng is not. The order of the amounts does not
// matter: only a sum that does not fit in the end is an [*ArithmeticError] of class
// [motcua.ErrOverflow].
func Totals(amounts []Money) ([]Money, error) {
	var sums [len(currencyRows) + 1]struct {
		hi    int64 // with lo, a number of 128 bits
		lo    uint64
		there bool
	}
	for _, m := range amounts {
		s := &sums[m.currency]
		lo, carry := bits.Add64(s.lo, uint64(m.minor), 0)
		s.hi, s.lo, s.there = s.hi+m.minor>>63+int64(carry), lo, true
	}
	var totals []Money
	for i, s := range sums[1:] {
		c := Currency(i + 1)
		if !s.there {
			continue
		}
		if s.hi != int64(s.lo)>>63 || int64(s.lo) == math.MinInt64 {
			return nil, &ArithmeticError{fmt.Sprintf("sum of amounts in %v", c), motcua.ErrOverflow}
		}
		totals = append(totals, Money{int64(s.lo), c})
	}
	return totals, nil
}
