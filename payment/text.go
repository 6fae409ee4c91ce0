package payment

import (
	"strings"

	"github.com/motcua/motcua"
)

const noBreak = "\u00a0" // a space at which no line ends

// Text writes the amount for people: "1.234.567 ₫" and "25,50 US$" in Vietnamese, with
// points between thousands and a no-break space before the sign; "₫1,234,567" and
// "$25.50" in English. There a sign that ends in a letter is set off: "CHF 25.50". The zero Money is "0".
func (m Money) Text() motcua.Text {
	whole, fraction, _ := strings.Cut(m.Amount(), ".")
	whole, negative := strings.CutPrefix(whole, "-")
	minus := ""
	if negative {
		minus = "-"
	}
	sign := m.currency.row().sign
	vi, en := grouped(whole, '.'), grouped(whole, ',')
	if fraction != "" {
		vi, en = vi+","+fraction, en+"."+fraction
	}
	if !sign.IsZero() {
		vi += noBreak + sign.Vi
		if last := sign.En[len(sign.En)-1]; last >= 'A' && last <= 'Z' {
			sign.En += noBreak
		}
	}
	return motcua.Text{Vi: minus + vi, En: minus + sign.En + en}
}

// grouped puts a mark between groups of three digits.
func grouped(digits string, mark byte) string {
	var b strings.Builder
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(mark)
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}
