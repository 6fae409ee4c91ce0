package payment_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ in, vi, en string }{
		{"0 VND", "0_₫", "₫0"},
		{"999 VND", "999_₫", "₫999"},
		{"1000 VND", "1.000_₫", "₫1,000"},
		{"-1000 VND", "-1.000_₫", "-₫1,000"}, // the sign of minus comes first
		{"-100 VND", "-100_₫", "-₫100"},      // no mark between minus and digits
		{"1234567 VND", "1.234.567_₫", "₫1,234,567"},
		{most, "9.223.372.036.854.775.807_₫", "₫9,223,372,036,854,775,807"},
		{"25.50 USD", "25,50_US$", "$25.50"},
		{"1234.05 USD", "1.234,05_US$", "$1,234.05"},
		{"-0.05 USD", "-0,05_US$", "-$0.05"},
		{"100 JPY", "100_JP¥", "¥100"},
		{"100 CNY", "100,00_CN¥", "CN¥100.00"}, // the sign of yen and yuan is one
		{"1200 CHF", "1.200,00_CHF", "CHF_1,200.00"},
		{"1 MYR", "1,00_RM", "RM_1.00"},
		{"1 SGD", "1,00_S$", "S$1.00"},
		{"1 EUR", "1,00_€", "€1.00"},
	} {
		want := motcua.Text{Vi: strings.ReplaceAll(c.vi, "_", "\u00a0"), En: strings.ReplaceAll(c.en, "_", "\u00a0")}
		if got := payment.MustMoney(c.in).Text(); got != want {
			t.Errorf("%s: %+q, want %+q", c.in, got, want)
		}
	}
}

// TestTextSaysAll: without marks and signs the two texts are the amount.
func TestTextSaysAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMoney(anyCurrency().Draw(t, "currency")).Draw(t, "m")
		text := m.Text()
		vi := strings.ReplaceAll(strings.ReplaceAll(text.Vi, ".", ""), ",", ".")
		en := strings.ReplaceAll(text.En, ",", "")
		keep := func(r rune) rune {
			if strings.ContainsRune("-0123456789.", r) {
				return r
			}
			return -1
		}
		if strings.Map(keep, vi) != m.Amount() || strings.Map(keep, en) != m.Amount() {
			t.Fatalf("%v is written %+q", m, text)
		}
	})
}
