package payment_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

func TestParseMoney(t *testing.T) {
	for _, c := range []struct {
		in    string
		minor int64
		c     payment.Currency
		out   string
	}{
		{"25000 VND", 25000, payment.VND, "25000 VND"},
		{"0 VND", 0, payment.VND, "0 VND"},
		{"-1 VND", -1, payment.VND, "-1 VND"},
		{"25.50 USD", 2550, payment.USD, "25.50 USD"},
		{"25.5 USD", 2550, payment.USD, "25.50 USD"}, // fewer decimals than it has
		{"25 USD", 2500, payment.USD, "25.00 USD"},
		{"0.05 USD", 5, payment.USD, "0.05 USD"},
		{"-0.05 USD", -5, payment.USD, "-0.05 USD"},
		{"100 JPY", 100, payment.JPY, "100 JPY"},
		{most, 1<<63 - 1, payment.VND, most},
		{least, -(1<<63 - 1), payment.VND, least},
		{"92233720368547758.07 EUR", 1<<63 - 1, payment.EUR, "92233720368547758.07 EUR"},
	} {
		m, err := payment.ParseMoney(c.in)
		if err != nil || m.Minor() != c.minor || m.Currency() != c.c || m.String() != c.out {
			t.Errorf("%q is read as %v of %d %v, %v", c.in, m, m.Minor(), m.Currency(), err)
		}
		if made, err := payment.NewMoney(c.minor, c.c); made != m || err != nil || payment.MustMoney(c.in) != m {
			t.Errorf("%d %v is %v, %v", c.minor, c.c, made, err)
		}
		amount, _, _ := strings.Cut(c.in, " ")
		if alone, err := payment.ParseAmount(amount, c.c); alone != m || err != nil {
			t.Errorf("%q alone is %v, %v", amount, alone, err)
		}
	}
}

// badAmounts are texts that are no amount; where the error is of a class, it is named.
var badAmounts = []struct {
	in    string
	class error
}{
	{"", nil},
	{"VND", nil},
	{"25000", nil}, // no currency is no guess
	{"25000VND", nil},
	{"25000  VND", nil},
	{" 25000 VND", nil},
	{"25000 VND ", nil},
	{"25000\tVND", nil},
	{"25000\u00a0VND", nil},
	{"VND 25000", nil},
	{"1 VNDX", nil},
	{"1 vnd", nil},
	{"1 VN", nil},
	{"1 XAU", payment.ErrCurrency}, // ISO 4217 for gold
	{"1 đ", nil},
	{"1 VND" + strings.Repeat("\x00", 99), nil},
	{"1.-5 VND", nil},
	{"1.-5 USD", nil},
	{"NaN VND", nil},
	{"Inf VND", nil},
	{"1e9 VND", nil},
	{"１２ VND", nil}, // full-width digits
	{"١٢ VND", nil},
	{"+1 VND", nil},
	{"--1 VND", nil},
	{"01 VND", nil},
	{"1,000 VND", nil},
	{"1.000 VND", nil}, // points between thousands, as people write them, would be a thousandth
	{"1.0 VND", nil},   // đồng have no decimals, even zero ones
	{"1. USD", nil},
	{".5 USD", nil},
	{"1.000 USD", nil},
	{"0.001 USD", nil},
	{"1.0000000000000000000000 USD", nil}, // too many decimals are not too large
	{"-0 VND", nil},
	{"-0.00 USD", nil},
	{"0x1 VND", nil},
	{"1_000 VND", nil},
	{"9223372036854775808 VND", motcua.ErrOverflow},
	{"-9223372036854775808 VND", motcua.ErrOverflow}, // has no opposite
	{"92233720368547758.08 USD", motcua.ErrOverflow},
	{"92233720368547759 USD", motcua.ErrOverflow}, // only in cents
	{strings.Repeat("9", 99) + " VND", motcua.ErrOverflow},
}

func TestParseMoneyRefuses(t *testing.T) {
	for _, c := range badAmounts {
		m, err := payment.ParseMoney(c.in)
		var parse *motcua.ParseError
		if !errors.As(err, &parse) || parse.Kind != "money" || parse.Input != c.in || m != (payment.Money{}) {
			t.Errorf("ParseMoney(%q) = %v, %v, want a *ParseError", c.in, m, err)
		}
		for _, class := range []error{motcua.ErrOverflow, payment.ErrCurrency} {
			if errors.Is(err, class) != (class == c.class) {
				t.Errorf("ParseMoney(%q) gives %v, want class %v", c.in, err, c.class)
			}
		}
		if len(err.Error()) > 400 {
			t.Errorf("%d bytes of error: %v", len(err.Error()), err)
		}
	}
	for _, c := range []payment.Currency{0, 255} {
		var parse *motcua.ParseError
		if m, err := payment.ParseAmount("1", c); !errors.As(err, &parse) || !errors.Is(err, payment.ErrCurrency) {
			t.Errorf("an amount of %v is %v, %v", c, m, err)
		}
	}
}

func TestMustMoneyPanics(t *testing.T) {
	defer func() {
		if _, ok := recover().(*motcua.ParseError); !ok {
			t.Error("no panic with a *ParseError")
		}
	}()
	payment.MustMoney("1,5 USD")
}

// TestZeroMoney: the zero Money is nothing, and 0 đồng is an amount.
func TestZeroMoney(t *testing.T) {
	var none payment.Money
	zero := payment.MustMoney("0 VND")
	made, err := payment.NewMoney(0, 0)
	if err != nil || made != none || !none.IsZero() || none.Sign() != 0 || none.Neg() != none || none.Minor() != 0 || none.Currency() != 0 {
		t.Errorf("the zero Money is %v, made %v, %v", none, made, err)
	}
	if none.String() != "0" || none.Amount() != "0" || none.Text() != (motcua.Text{Vi: "0", En: "0"}) || none.Words() != "Không" {
		t.Errorf("written %q, %q, %v, %q", none, none.Amount(), none.Text(), none.Words())
	}
	if zero.IsZero() || zero.Sign() != 0 || zero.Neg() != zero || zero == none || zero.String() != "0 VND" {
		t.Errorf("0 đồng is %v", zero)
	}
	if c, err := zero.Cmp(none); c != 0 || err != nil {
		t.Errorf("0 đồng against nothing is %d, %v", c, err)
	}
	if twice, err := none.Mul(2); twice != none || err != nil {
		t.Errorf("twice nothing is %v, %v", twice, err)
	}
}
