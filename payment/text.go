package payment

import (
	"strings"

	"github.com/motcua/motcua"
)

// Text writes the amount for people: "1.234.567 ₫" and "25,50 US$" in Vietnamese, with
// points between thousands and a no-break space before the sign; "₫1,234,567" and
// "US$25.50" in English. The zero Money is "0".
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
	if sign == "" {
		return motcua.Text{Vi: minus + vi, En: minus + en}
	}
	return motcua.Text{Vi: minus + vi + "\u00a0" + sign, En: minus + sign + en}
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
