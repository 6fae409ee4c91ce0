package motcua

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// ErrInexact is the class of errors of results that would lose digits.
var ErrInexact = errors.New("not exact")

// Decimal is an exact decimal number: an int64 coefficient divided by ten to the
// power of a scale from 0 to 18. It keeps the scale it was stated with, because
// how many digits a source states matters: "1.50" is not written "1.5", though
// Cmp finds them equal and == does not. The zero value is 0. In JSON it is a
// string.
type Decimal struct {
	coef  int64 // never the most negative int64, so that Neg is total
	scale uint8
}

const maxScale = 18

var pow10 = [maxScale + 1]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// NewDecimal returns coef / 10^scale. A scale outside 0..18 and the coefficient
// math.MinInt64 are ErrOverflow.
func NewDecimal(coef int64, scale int) (Decimal, error) {
	if coef == math.MinInt64 {
		return Decimal{}, fmt.Errorf("coefficient %d: %w", coef, ErrOverflow)
	}
	if err := checkScale(scale); err != nil {
		return Decimal{}, err
	}
	return Decimal{coef, uint8(scale)}, nil
}

func checkScale(scale int) error {
	if scale < 0 || scale > maxScale {
		return fmt.Errorf("scale %d is not in 0..%d: %w", scale, maxScale, ErrOverflow)
	}
	return nil
}

// ParseDecimal reads an optional minus sign, digits, and optionally a point and
// more digits, all ASCII, such as "-12.50". Signs of plus, exponents, spaces,
// leading zeros, a missing side of the point and minus zero are a *ParseError;
// too many digits are one that wraps ErrOverflow.
func ParseDecimal(s string) (Decimal, error) {
	d, err := parseDecimal(s)
	if err != nil {
		return Decimal{}, &ParseError{"decimal", s, err}
	}
	return d, nil
}

func parseDecimal(s string) (Decimal, error) {
	rest, negative := strings.CutPrefix(s, "-")
	whole, fraction, point := strings.Cut(rest, ".")
	switch {
	case !digits(whole), point && !digits(fraction):
		return Decimal{}, errors.New(`want digits, such as "12" or "-0.50"`)
	case len(whole) > 1 && whole[0] == '0':
		return Decimal{}, errors.New("leading zero")
	case len(fraction) > maxScale:
		return Decimal{}, fmt.Errorf("more than %d decimals: %w", maxScale, ErrOverflow)
	}
	coef, err := strconv.ParseInt(whole+fraction, 10, 64) // digits only: checked above
	if err != nil {
		return Decimal{}, ErrOverflow
	}
	if negative && coef == 0 {
		return Decimal{}, errors.New("minus zero")
	}
	d := Decimal{coef, uint8(len(fraction))}
	if negative {
		d = d.Neg()
	}
	return d, nil
}

// MustDecimal is ParseDecimal for constants; it panics on bad text.
func MustDecimal(s string) Decimal {
	d, err := ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Coef returns the coefficient: 150 for 1.50.
func (d Decimal) Coef() int64 { return d.coef }

// Scale returns the number of decimals, 0 to 18: 2 for 1.50.
func (d Decimal) Scale() int { return int(d.scale) }

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int { return cmp.Compare(d.coef, 0) }

// IsZero reports whether the number is zero, at any scale.
func (d Decimal) IsZero() bool { return d.coef == 0 }

// Neg returns -d at the same scale.
func (d Decimal) Neg() Decimal { return Decimal{-d.coef, d.scale} }

// Cmp compares the numbers, not their scales: -1, 0 or 1 as d is less than,
// equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int {
	if d.scale == e.scale {
		return cmp.Compare(d.coef, e.coef)
	}
	if s := cmp.Compare(d.Sign(), e.Sign()); s != 0 {
		return s
	}
	scale := max(d.scale, e.scale)
	dHi, dLo := bits.Mul64(d.magnitude(), pow10[scale-d.scale])
	eHi, eLo := bits.Mul64(e.magnitude(), pow10[scale-e.scale])
	return d.Sign() * cmp.Or(cmp.Compare(dHi, eHi), cmp.Compare(dLo, eLo))
}

// Add returns d + e at the larger of the two scales, or ErrOverflow.
func (d Decimal) Add(e Decimal) (Decimal, error) {
	a, b := d, e
	if a.scale > b.scale {
		a, b = b, a
	}
	negative := a.coef < 0
	hi, lo := bits.Mul64(a.magnitude(), pow10[b.scale-a.scale])
	m, carry := b.magnitude(), uint64(0)
	switch {
	case negative == (b.coef < 0):
		lo, carry = bits.Add64(lo, m, 0)
		hi += carry
	case hi > 0 || lo >= m:
		lo, carry = bits.Sub64(lo, m, 0)
		hi -= carry
	default:
		lo, negative = m-lo, !negative
	}
	r, ok := fromMagnitude(negative, hi, lo, b.scale)
	if !ok {
		return Decimal{}, fmt.Errorf("%v + %v: %w", d, e, ErrOverflow)
	}
	return r, nil
}

// Sub returns d - e at the larger of the two scales, or ErrOverflow.
func (d Decimal) Sub(e Decimal) (Decimal, error) {
	r, err := d.Add(e.Neg())
	if err != nil {
		return Decimal{}, fmt.Errorf("%v - %v: %w", d, e, ErrOverflow)
	}
	return r, nil
}

// Mul returns the exact product, whose scale is the sum of the scales, or
// ErrOverflow; round a factor first where the sum would exceed 18.
func (d Decimal) Mul(e Decimal) (Decimal, error) {
	hi, lo := bits.Mul64(d.magnitude(), e.magnitude())
	r, ok := fromMagnitude((d.coef < 0) != (e.coef < 0), hi, lo, d.scale+e.scale)
	if !ok {
		return Decimal{}, fmt.Errorf("%v × %v: %w", d, e, ErrOverflow)
	}
	return r, nil
}

// Rescale states the same number with another number of decimals. Digits that
// would be lost are ErrInexact; a scale outside 0..18 or a coefficient that does
// not fit is ErrOverflow.
func (d Decimal) Rescale(scale int) (Decimal, error) {
	r, err := d.Round(scale)
	if err == nil && r.Cmp(d) != 0 {
		return Decimal{}, fmt.Errorf("%v with %d decimals: %w", d, scale, ErrInexact)
	}
	return r, err
}

// Round returns d with the given number of decimals, rounded half up, a tie away
// from zero: 0.5 becomes 1 and -0.5 becomes -1. A scale outside 0..18 or a
// coefficient that does not fit is ErrOverflow.
func (d Decimal) Round(scale int) (Decimal, error) {
	if err := checkScale(scale); err != nil {
		return Decimal{}, err
	}
	var hi, lo uint64
	if scale >= int(d.scale) {
		hi, lo = bits.Mul64(d.magnitude(), pow10[scale-int(d.scale)])
	} else {
		unit := pow10[int(d.scale)-scale]
		lo = d.magnitude() / unit
		if rest := d.magnitude() % unit; rest >= unit-rest {
			lo++
		}
	}
	r, ok := fromMagnitude(d.coef < 0, hi, lo, uint8(scale))
	if !ok {
		return Decimal{}, fmt.Errorf("%v with %d decimals: %w", d, scale, ErrOverflow)
	}
	return r, nil
}

// magnitude returns the absolute value of the coefficient.
func (d Decimal) magnitude() uint64 {
	if d.coef < 0 {
		return uint64(-d.coef)
	}
	return uint64(d.coef)
}

// fromMagnitude reports false when hi and lo, or the scale, do not fit.
func fromMagnitude(negative bool, hi, lo uint64, scale uint8) (Decimal, bool) {
	if hi != 0 || lo > math.MaxInt64 || scale > maxScale {
		return Decimal{}, false
	}
	if negative {
		return Decimal{-int64(lo), scale}, true
	}
	return Decimal{int64(lo), scale}, true
}

// Rat returns the number as a new fraction.
func (d Decimal) Rat() *big.Rat {
	return new(big.Rat).SetFrac(big.NewInt(d.coef), new(big.Int).SetUint64(pow10[d.scale]))
}

// String writes the number with all its decimals, as ParseDecimal reads it.
func (d Decimal) String() string {
	b, _ := d.AppendText(nil) // it has no error to return
	return string(b)
}

// AppendText appends what String writes; it never fails.
func (d Decimal) AppendText(b []byte) ([]byte, error) {
	if d.coef < 0 {
		b = append(b, '-')
	}
	unit := pow10[d.scale]
	b = strconv.AppendUint(b, d.magnitude()/unit, 10)
	if d.scale == 0 {
		return b, nil
	}
	// A one before the fraction keeps its leading zeros; the point replaces it.
	at := len(b)
	b = strconv.AppendUint(b, unit+d.magnitude()%unit, 10)
	b[at] = '.'
	return b, nil
}

// MarshalText writes what String writes; it never fails.
func (d Decimal) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText is ParseDecimal; on error d keeps its value.
func (d *Decimal) UnmarshalText(text []byte) error {
	v, err := ParseDecimal(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
