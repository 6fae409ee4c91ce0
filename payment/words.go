package payment

import (
	"strings"
	"unicode/utf8"
)

// Words writes the amount in Vietnamese words, as receipts have it: "Hai mươi lăm
// nghìn đồng", "Hai mươi lăm đô la Mỹ năm mươi xu", "Không đồng"; below 0 with "Âm" before them. The
// zero Money is "Không". Where two words are in use it takes nghìn, not ngàn, linh, not
// lẻ, and tư, not bốn, after mươi.
func (m Money) Words() string {
	row := m.currency.row()
	unit := tens[row.digits]
	amount := magnitude(m.minor)
	words := numberWords(amount / unit)
	if m.minor < 0 {
		words = append([]string{"âm"}, words...)
	}
	words = append(words, row.name.Vi)
	if minor := amount % unit; minor > 0 {
		words = append(append(words, numberWords(minor)...), row.minor.Vi)
	}
	text := strings.TrimSpace(strings.Join(words, " "))
	first, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(first)) + text[size:]
}

var digitWords = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// The groups of three digits below a tỷ, from the smallest.
var groupWords = [...]string{"", "nghìn", "triệu"}

const (
	perGroup   = 1000
	perBillion = 1e9
)

// numberWords writes a whole number. Above a tỷ (a thousand millions) the words begin
// again: a tỷ of tỷ is "tỷ tỷ".
func numberWords(n uint64) []string {
	if n == 0 {
		return digitWords[:1:1]
	}
	if n < perBillion {
		return groupsWords(n, false)
	}
	words := append(numberWords(n/perBillion), "tỷ")
	return append(words, groupsWords(n%perBillion, true)...)
}

// groupsWords writes a number below a tỷ; nothing for 0. Below says that something
// stands before it, so that hundreds are named even if there are none.
func groupsWords(n uint64, below bool) []string {
	var words []string
	for i, unit := len(groupWords)-1, uint64(perGroup*perGroup); i >= 0; i, unit = i-1, unit/perGroup {
		group := n / unit % perGroup
		if group == 0 {
			continue
		}
		words = append(words, threeWords(group, below || len(words) > 0)...)
		if groupWords[i] != "" {
			words = append(words, groupWords[i])
		}
	}
	return words
}

// threeWords writes a number from 1 to 999. Full says that hundreds are named even if
// there are none: "không trăm linh năm".
func threeWords(n uint64, full bool) []string {
	hundreds, ten, one := n/100, n/10%10, n%10
	var words []string
	if hundreds > 0 || full {
		words = append(words, digitWords[hundreds], "trăm")
	}
	switch {
	case ten == 0 && one > 0 && len(words) > 0:
		words = append(words, "linh")
	case ten == 1:
		words = append(words, "mười")
	case ten > 1:
		words = append(words, digitWords[ten], "mươi")
	}
	if one > 0 {
		words = append(words, oneWord(ten, one))
	}
	return words
}

// oneWord writes the last digit of a group, whose word depends on the tens.
func oneWord(ten, one uint64) string {
	switch {
	case one == 1 && ten > 1:
		return "mốt"
	case one == 4 && ten > 1:
		return "tư"
	case one == 5 && ten > 0:
		return "lăm"
	}
	return digitWords[one]
}
