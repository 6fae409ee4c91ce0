package payment

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/motcua/motcua"
)

// Add returns m + n. Sums that do not fit are [motcua.ErrOverflow]; amounts of two
// currencies are a [*MismatchError]. The zero Money adds nothing.
func (m Money) Add(n Money) (Money, error) {
	c := m.currency | n.currency
	sum := m.minor + n.minor
	if m.currency != n.currency && m.currency != 0 && n.currency != 0 || (m.minor^sum)&(n.minor^sum) < 0 || sum == math.MinInt64 {
		return Money{}, addError(m, n, "+")
	}
	return Money{sum, c}, nil
}

// addError says what was wrong with a sum.
func addError(m, n Money, sign string) error {
	if m.currency != n.currency && m.currency != 0 && n.currency != 0 {
		return &MismatchError{m, n}
	}
	return fmt.Errorf("%v %s %v: %w", m, sign, n, motcua.ErrOverflow)
}

// Sub returns m - n; the errors are those of Add.
func (m Money) Sub(n Money) (Money, error) {
	d, err := m.Add(n.Neg())
	if err != nil {
		return Money{}, addError(m, n, "-")
	}
	return d, nil
}

// Cmp compares two amounts: -1, 0 or 1 as m is less than, equal to or greater than n.
// Amounts of two currencies are a [*MismatchError]; the zero Money compares as 0 of
// any currency.
func (m Money) Cmp(n Money) (int, error) {
	if m.currency != n.currency && m.currency != 0 && n.currency != 0 {
		return 0, &MismatchError{m, n}
	}
	return cmp.Compare(m.minor, n.minor), nil
}

// Mul returns n times m, or [motcua.ErrOverflow].
func (m Money) Mul(n int64) (Money, error) {
	return m.scale(magnitude(n), 1, n < 0, Down, func() string { return fmt.Sprintf("%v × %d", m, n) })
}

// Times returns m times a quantity, exact and then rounded once. What does not fit is
// [motcua.ErrOverflow], a rounding that is none [ErrRounding].
func (m Money) Times(q motcua.Decimal, r Rounding) (Money, error) {
	return m.scale(magnitude(q.Coef()), tens[q.Scale()], q.Sign() < 0, r, func() string { return fmt.Sprintf("%v × %v", m, q) })
}

// Percent returns p percent of m, exact and then rounded once: 50 percent of 5 đồng is
// 3 by HalfUp. The errors are those of Times; p may have at most 16 decimals, more are
// [motcua.ErrOverflow].
func (m Money) Percent(p motcua.Decimal, r Rounding) (Money, error) {
	what := func() string { return fmt.Sprintf("%v %% of %v", p, m) }
	if p.Scale()+2 >= len(tens) {
		return Money{}, fmt.Errorf("%s: %w", what(), motcua.ErrOverflow)
	}
	return m.scale(magnitude(p.Coef()), tens[p.Scale()+2], p.Sign() < 0, r, what)
}

// Share returns num/den of m, exact and then rounded once. A den of 0 is
// [ErrDivision]; the other errors are those of Times.
func (m Money) Share(num, den int64, r Rounding) (Money, error) {
	what := func() string { return fmt.Sprintf("%v × %d / %d", m, num, den) }
	if den == 0 {
		return Money{}, fmt.Errorf("%s: %w", what(), ErrDivision)
	}
	return m.scale(magnitude(num), magnitude(den), (num < 0) != (den < 0), r, what)
}

// tens are the powers of ten that fit.
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

// scale returns m × num / den, negated if so asked, rounded by r.
func (m Money) scale(num, den uint64, negate bool, r Rounding, what func() string) (Money, error) {
	if r < HalfUp || r > Up {
		return Money{}, fmt.Errorf("%s: %w", what(), ErrRounding)
	}
	hi, lo := bits.Mul64(magnitude(m.minor), num)
	if hi >= den {
		return Money{}, fmt.Errorf("%s: %w", what(), motcua.ErrOverflow)
	}
	quotient, rest := bits.Div64(hi, lo, den)
	if quotient <= math.MaxInt64 && rest > 0 && r.away(quotient, rest, den) {
		quotient++
	}
	if quotient > math.MaxInt64 {
		return Money{}, fmt.Errorf("%s: %w", what(), motcua.ErrOverflow)
	}
	minor := int64(quotient)
	if (m.minor < 0) != negate {
		minor = -minor
	}
	return Money{minor, m.currency}, nil
}

// Totals adds amounts up by currency. The sums stand in the order of their
// currencies; zero Money is left out. A sum that does not fit is [motcua.ErrOverflow].
func Totals(amounts []Money) ([]Money, error) {
	var totals []Money
	for _, m := range amounts {
		if m.IsZero() {
			continue
		}
		i, ok := slices.BinarySearchFunc(totals, m.currency, func(t Money, c Currency) int { return cmp.Compare(t.currency, c) })
		if !ok {
			totals = slices.Insert(totals, i, Money{currency: m.currency})
		}
		sum, err := totals[i].Add(m)
		if err != nil {
			return nil, err
		}
		totals[i] = sum
	}
	return totals, nil
}
