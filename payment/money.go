package payment

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/motcua/motcua"
)

// Money is an exact amount: a whole number of minor units of a currency. Two are
// compared with == or [Money.Cmp]. The zero Money has no currency; it is nothing, and
// adding it changes nothing.
//
// In JSON it is {"amount":"25.50","currency":"USD"}, and {"amount":"0"} for the zero
// Money.
type Money struct {
	minor    int64 // never the most negative int64, so that Neg is total
	currency Currency
}

// NewMoney returns an amount in minor units: 2550 and USD are 25.50 dollars. An unset
// currency is [ErrCurrency] unless the amount is 0; math.MinInt64 is
// [motcua.ErrOverflow]. Both come in an [*ArithmeticError].
func NewMoney(minor int64, c Currency) (Money, error) {
	if c.row().code == "" && (c != 0 || minor != 0) {
		return Money{}, &ArithmeticError{fmt.Sprintf("%d %v", minor, c), ErrCurrency}
	}
	if minor == math.MinInt64 {
		return Money{}, &ArithmeticError{fmt.Sprintf("%d %v", minor, c), motcua.ErrOverflow}
	}
	return Money{minor, c}, nil
}

// ParseMoney reads an amount and a currency: "25000 VND", "25.50 USD", "-1 VND". The
// amount is what [ParseAmount] reads; one space and the code follow. Anything else is a
// [*motcua.ParseError]; too large an amount is one that wraps [motcua.ErrOverflow], an
// unknown code one that wraps [ErrCurrency].
func ParseMoney(s string) (Money, error) {
	m, err := parseMoney(s)
	if err != nil {
		return Money{}, &motcua.ParseError{Kind: "money", Input: s, Err: err}
	}
	return m, nil
}

func parseMoney(s string) (Money, error) {
	amount, code, _ := strings.Cut(s, " ")
	if !isCode(code) {
		return Money{}, errors.New(`want an amount and a currency, such as "25000 VND"`)
	}
	c := currencyOf(code)
	if c == 0 {
		return Money{}, fmt.Errorf("%w: %s", ErrCurrency, code)
	}
	return parseAmount(amount, c)
}

// isCode reports whether a text has the form of an ISO 4217 code.
func isCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// ParseAmount reads an amount of a currency: ASCII digits, perhaps a minus sign
// before them and a point with at most as many decimals as the currency has. There
// are no separators, exponents, signs of plus, leading zeros or minus zero. Anything
// else is a [*motcua.ParseError]; too large an amount is one that wraps
// [motcua.ErrOverflow], a currency that is none one that wraps [ErrCurrency].
func ParseAmount(s string, c Currency) (Money, error) {
	m, err := parseAmount(s, c)
	if err != nil {
		return Money{}, &motcua.ParseError{Kind: "amount", Input: s, Err: err}
	}
	return m, nil
}

func parseAmount(s string, c Currency) (Money, error) {
	if c.row().code == "" {
		return Money{}, ErrCurrency
	}
	d, err := motcua.ParseDecimal(s)
	_, fraction, _ := strings.Cut(s, ".")
	digits := c.Digits()
	var unread *motcua.ParseError
	switch {
	case (err == nil || errors.Is(err, motcua.ErrOverflow)) && len(fraction) > digits:
		return Money{}, fmt.Errorf("%d decimals, and %v has %d", len(fraction), c, digits)
	case errors.As(err, &unread):
		return Money{}, unread.Err
	}
	if d, err = d.Rescale(digits); err != nil {
		return Money{}, motcua.ErrOverflow
	}
	return Money{d.Coef(), c}, nil
}

// MustMoney is ParseMoney for constants; it panics on bad text.
func MustMoney(s string) Money {
	m, err := ParseMoney(s)
	if err != nil {
		panic(err)
	}
	return m
}

// Minor returns the amount in minor units.
func (m Money) Minor() int64 { return m.minor }

// Currency returns the currency; zero for the zero Money.
func (m Money) Currency() Currency { return m.currency }

// Sign returns -1, 0 or 1.
func (m Money) Sign() int { return cmp.Compare(m.minor, 0) }

// IsZero reports whether m is the zero Money, without a currency. An amount of 0 đồng
// is not; see [Money.Sign].
func (m Money) IsZero() bool { return m == Money{} }

// Neg returns -m.
func (m Money) Neg() Money { return Money{-m.minor, m.currency} }

// Amount writes the amount with the decimals of the currency, as ParseAmount reads it:
// "25.50".
func (m Money) Amount() string { return string(m.appendAmount(nil)) }

func (m Money) appendAmount(b []byte) []byte {
	d, _ := motcua.NewDecimal(m.minor, m.currency.Digits()) // no amount is out of its range
	b, _ = d.AppendText(b)                                  // it has no error to return
	return b
}

// String writes "25.50 USD", as ParseMoney reads it, and "0" for the zero Money.
func (m Money) String() string {
	if m.currency == 0 {
		return m.Amount()
	}
	return m.Amount() + " " + m.currency.String()
}
