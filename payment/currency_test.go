package payment_test

import (
	"encoding"
	"errors"
	"regexp"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// currencyDigits is written down a second time, from ISO 4217.
var currencyDigits = map[string]int{
	"VND": 0, "USD": 2, "EUR": 2, "JPY": 0, "CNY": 2, "KRW": 0, "GBP": 2, "AUD": 2, "CAD": 2, "CHF": 2, "SGD": 2, "HKD": 2, "TWD": 2,
	"THB": 2, "LAK": 2, "KHR": 2, "MYR": 2, "RUB": 2,
}

// minorNames are the Vietnamese names of minor units, written down a second time.
var minorNames = map[string]string{
	"USD": "xu", "EUR": "xu", "CNY": "phân", "GBP": "xu", "AUD": "xu", "CAD": "xu", "CHF": "xu", "SGD": "xu", "HKD": "xu", "TWD": "xu",
	"THB": "xa tang", "LAK": "át", "KHR": "xen", "MYR": "xen", "RUB": "cô pếch",
}

func TestCurrencies(t *testing.T) {
	code, names := regexp.MustCompile(`^[A-Z]{3}$`), map[string]payment.Currency{}
	signs := map[motcua.Text]payment.Currency{}
	for _, c := range allCurrencies() {
		digits, known := currencyDigits[c.String()]
		if !known || c.Digits() != digits || !code.MatchString(c.String()) {
			t.Errorf("%v has %d digits", c, c.Digits())
		}
		if back, err := payment.ParseCurrency(c.String()); back != c || err != nil {
			t.Errorf("%v is read as %v, %v", c, back, err)
		}
		if name := c.Name(); name.Vi == "" || name.En == "" || names[name.Vi] != 0 || names[name.En] != 0 {
			t.Errorf("%v is called %v, which is missing or another's", c, name)
		}
		names[c.Name().Vi], names[c.Name().En] = c, c
		one, err := payment.NewMoney(1, c)
		if _, has := minorNames[c.String()]; err != nil || has != (digits > 0) {
			t.Errorf("%v, %v: a minor unit with a name: %t", one, err, has)
		}
		if other, twice := signs[one.Text()]; twice && other.Digits() == digits {
			t.Errorf("%v and %v are written alike: %v", c, other, one.Text())
		}
		signs[one.Text()] = c
	}
	if n := len(allCurrencies()); n != len(currencyDigits) || payment.VND.Digits() != 0 || payment.USD.Digits() != 2 || payment.JPY.String() != "JPY" || payment.EUR.String() != "EUR" {
		t.Errorf("%d currencies", n)
	}
}

func TestNoCurrency(t *testing.T) {
	for _, c := range []payment.Currency{0, 19, 255} {
		if text, err := c.MarshalText(); err == nil || c.Digits() != 0 || !c.Name().IsZero() {
			t.Errorf("%v is written %q, has %d digits and is called %v", c, text, c.Digits(), c.Name())
		}
	}
	for _, s := range []string{"", "vnd", "VND ", "XAU", "đ", "currency(1)"} {
		c, err := payment.ParseCurrency(s)
		var parse *motcua.ParseError
		if c != 0 || !errors.As(err, &parse) || parse.Input != s {
			t.Errorf("%q is read as %v, %v", s, c, err)
		}
		kept := payment.USD
		if err := kept.UnmarshalText([]byte(s)); err == nil || kept != payment.USD {
			t.Errorf("%q is read into %v, %v", s, kept, err)
		}
	}
}

type vocabulary interface {
	encoding.TextMarshaler
	String() string
}

// TestNames holds the names of every vocabulary to the members that mean them.
func TestNames(t *testing.T) {
	for name, c := range map[string]struct {
		value vocabulary
		into  encoding.TextUnmarshaler
	}{
		"phi": {payment.KindPhi, new(payment.Kind)}, "le-phi": {payment.KindLePhi, new(payment.Kind)}, "other": {payment.KindOther, new(payment.Kind)},
		"exemption": {payment.ChangeExemption, new(payment.ChangeKind)}, "reduction": {payment.ChangeReduction, new(payment.ChangeKind)},
		"support": {payment.ChangeSupport, new(payment.ChangeKind)},
		"halfUp":  {payment.HalfUp, new(payment.Rounding)}, "halfEven": {payment.HalfEven, new(payment.Rounding)},
		"down": {payment.Down, new(payment.Rounding)}, "up": {payment.Up, new(payment.Rounding)},
	} {
		text, err := c.value.MarshalText()
		if err != nil || string(text) != name || c.value.String() != name {
			t.Errorf("%v is written %q, %v", c.value, text, err)
		}
		if err := c.into.UnmarshalText(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if back, ok := c.into.(vocabulary); !ok || back.String() != name {
			t.Errorf("%s is read as %v", name, c.into)
		}
		if err := c.into.UnmarshalText([]byte("Phi")); err == nil {
			t.Error("a name that is none is read")
		}
	}
	for _, none := range []vocabulary{payment.Kind(0), payment.Kind(4), payment.ChangeKind(0), payment.ChangeKind(4), payment.Rounding(0), payment.Rounding(5)} {
		if text, err := none.MarshalText(); err == nil {
			t.Errorf("%v is written %q", none, text)
		}
	}
}
