package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua/payment"
)

// limiting are the words by which a note limits an amount to a case, to a class of
// people, or to a part of what the procedure is about: "đối với tàu nhóm I", "từ 10 chỗ
// trở lên", "theo danh sách", "có giá trị một lần". It finds too much rather than too
// little, since a doubt costs a question and a wrong charge costs money.
var limiting = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:đối với|trường hợp|nhóm|danh sách|loại|hạng|nếu|trừ|riêng|chỉ (?:áp dụng|thu|cho|khi)|trở lên|trở xuống|tối đa|tối thiểu|áp dụng cho|dành cho|khác` +
	`|có giá trị (?:một|nhiều|\d+) lần|(?:không quá|từ|trên|dưới|đến|quá|hơn) (?:trên |dưới |đủ )?\d+)(?:[^\p{L}]|$)`)

// harmless are the words that hold a limiting one and limit nothing: the unit behind a
// stroke, "/trường hợp", a unit in words, "trên 01 hồ sơ", what a unit is, "trường hợp
// được tính là", and "(nếu có)".
var harmless = regexp.MustCompile(`(?i)/ ?\d* ?(?:trường hợp|\p{L}+)|(?:^|tính )trên 0?1 |mỗi trường hợp|trường hợp được tính|\(nếu có[^()]*\)`)

// caseOnly is an amount behind a short name that is none of a fee, as a table of amounts
// has it: "Thiết bị 2.000.000đ/lần".
var caseOnly = regexp.MustCompile(`(?i)^[-+• ]*(\p{L}[\p{L} ]{0,40}?) \d[\d.,]*\d ?(?:đ|vn)`)

// feeName marks the name of a fee, or the words that it is taken.
var feeName = regexp.MustCompile(`(?i)phí|^(?:mức|thu|giá|số tiền|bằng|là)(?: |$)`)

// limitedTo reports whether a note limits what stands in the cell.
func limitedTo(note string) bool {
	if limiting.MatchString(harmless.ReplaceAllString(note, " ")) {
		return true
	}
	m := caseOnly.FindStringSubmatch(note)
	return m != nil && !feeName.MatchString(m[1])
}

// lowered are the words for less than the amount, or for those who pay none.
var lowered = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:phần trăm|một nửa|nửa mức|½|giảm|miễn)(?:[^\p{L}]|$)`)

// numberRun is a number in words, or in digits before the word for thousands, maybe of
// several parts: "ba mươi lăm triệu", "1,5 triệu", "1 triệu 500 nghìn".
var numberRun = regexp.MustCompile(`(?i)(?:(?:\d+(?:[.,]\d+)*|không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|linh|lẻ|trăm|nghìn|ngàn|triệu|tỷ|tỉ|rưỡi)(?:\s+|[^\p{L}\d]|$))+`)

// bigWord makes a run of number words an amount and not a count: năm is a year too, tư
// the end of "thông tư", and "phần trăm" is no number.
var bigWord = regexp.MustCompile(`(?i)[\p{L}\d] ?(nghìn|ngàn|triệu|tỷ|tỉ)(?:[^\p{L}]|$)`)

// gluedThousands is a number glued to the word for thousands: "2triệu".
var gluedThousands = regexp.MustCompile(`(?i)(\d)(trăm|nghìn|ngàn|triệu|tỷ)`)

// otherInWords reports whether a note holds an amount whose thousands are words and which
// is not that of the cell; one that cannot be read is another.
func otherInWords(own payment.Money, note string) bool {
	note = gluedThousands.ReplaceAllString(note, "$1 $2")
	for _, at := range numberRun.FindAllStringIndex(note, -1) {
		run := note[at[0]:at[1]]
		if !bigWord.MatchString(run) && !(strings.Contains(strings.ToLower(run), " trăm") && moneyWord.MatchString(note[at[1]:])) {
			continue
		}
		if n, ok := numberInWords(run); !ok || own.Currency() != payment.VND || n != own.Minor() {
			return true
		}
	}
	return false
}

var moneyWord = regexp.MustCompile(`(?i)^(việt nam )?đồng`)

// digitWords are the numbers below ten in words, some of which change behind ten.
var digitWords = map[string]int64{
	"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
	"sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}

var scaleWords = map[string]int64{"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}

// numberInWords reads a run of words; false if it is no whole number, or too large.
func numberInWords(run string) (int64, bool) {
	var total, group, scale int64
	tenths := int64(1) // what group is to be divided by
	const most = 1e12
	for _, word := range strings.FieldsFunc(strings.ToLower(run), func(r rune) bool { return strings.ContainsRune(" \t\n().;:-/", r) && r != '.' }) {
		word = strings.Trim(word, ".,")
		digit, isDigit := digitWords[word]
		by, isScale := scaleWords[word]
		switch {
		case word == "" || word == "linh" || word == "lẻ":
		case isDigit:
			group += digit
		case word == "mười":
			group += 10
		case word == "mươi":
			group += group % 10 * 9
		case word == "trăm":
			group *= 100
		case word == "rưỡi" && group == 0:
			total += scale / 2
		case isScale:
			if group*by%tenths != 0 {
				return 0, false
			}
			total, group, tenths, scale = total+group*by/tenths, 0, 1, by
		default:
			n, d, ok := decimalOf(word)
			if !ok || group != 0 {
				return 0, false
			}
			group, tenths = n, d
		}
		if total > most || group > most/1000 {
			return 0, false
		}
	}
	return total + group, tenths == 1
}

// decimalOf reads "1,5" as 15 tenths and "500" as itself; false for anything else.
func decimalOf(word string) (n, tenths int64, ok bool) {
	whole, part, _ := strings.Cut(strings.ReplaceAll(word, ",", "."), ".")
	if len(whole)+len(part) > 6 || len(part) > 2 {
		return 0, 0, false // marks of thousands before the word for thousands
	}
	n, err := strconv.ParseInt(whole+part, 10, 64)
	return n, []int64{1, 10, 100}[len(part)], err == nil
}

// changed reports whether a note says that not everybody pays the amount of a cell, or
// that something comes on top of it.
func changed(own payment.Money, note string) bool {
	return slices.ContainsFunc([]*regexp.Regexp{dated, lowered}, func(words *regexp.Regexp) bool { return words.MatchString(note) }) ||
		limitedTo(note) || otherInWords(own, note)
}
