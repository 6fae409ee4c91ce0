package workday

import (
	"errors"
	"regexp"
	"strings"

	"github.com/motcua/motcua"
)

// phrases are the words for units, in English and Vietnamese; the longest match
// counts.
var phrases = []struct {
	words string
	unit  Unit
}{
	{"month", Months}, {"months", Months}, {"tháng", Months},
	{"working day", WorkingDays}, {"working days", WorkingDays}, {"ngày làm việc", WorkingDays},
	{"day", CalendarDays}, {"days", CalendarDays}, {"calendar day", CalendarDays}, {"calendar days", CalendarDays}, {"ngày", CalendarDays},
	{"hour", OfficeTime}, {"hours", OfficeTime}, {"office hour", OfficeTime}, {"office hours", OfficeTime},
	{"working hour", OfficeTime}, {"working hours", OfficeTime}, {"giờ làm việc", OfficeTime},
	{"clock hour", ClockTime}, {"clock hours", ClockTime}, {"giờ", ClockTime},
}

// composed joins the letters of these words that some systems write in parts, so
// that what looks the same is read the same.
var composed = strings.NewReplacer(
	"a\u0301", "á", "a\u0300", "à",
	"e\u0323\u0302", "ệ", "ê\u0323", "ệ", "\u1eb9\u0302", "ệ",
	"o\u031b\u0300", "ờ", "ơ\u0300", "ờ",
)

var decimalComma = regexp.MustCompile(`[0-9],[0-9]`)

var withinPhrases = []string{"same day", "within the day", "trong ngày", "ngay trong ngày", "trong ngày làm việc"}

// ParseLimit reads a limit as people write it, in English or Vietnamese: "5
// working days", "1.5 working days", "12 hours" (office hours), "24 clock hours",
// "10 days" (calendar days), "2 months 15 working days", "same day"; "05 ngày làm
// việc", "8 giờ làm việc", "24 giờ" (clock time), "02 tháng và 15 ngày làm việc",
// "trong ngày". The pointers of the faults count the terms.
func ParseLimit(s string) (Limit, motcua.Faults) {
	var l Limit
	var faults motcua.Faults
	text := strings.Join(strings.Fields(composed.Replace(strings.ToLower(s))), " ")
	for _, within := range withinPhrases {
		if text == within {
			return Limit{Terms: []Term{{Unit: WithinDay}}}, nil
		}
	}
	if decimalComma.MatchString(text) {
		faults.Add(codeUnreadable, "/terms", motcua.Text{Vi: "viết phần lẻ bằng dấu chấm, như 1.5", En: "write fractions with a point, as 1.5"}, &motcua.ParseError{Kind: "limit", Input: s})
		return l, faults
	}
	for _, part := range termsOf(text) {
		t, err := parseTerm(part)
		if err != nil {
			faults.Add(codeUnreadable, motcua.Pointer("terms", itoa(len(l.Terms))), motcua.Text{Vi: "không đọc được thời hạn", En: "not a time limit"}, &motcua.ParseError{Kind: "limit", Input: part, Err: err})
			if len(faults) == maxFaultsOfText {
				return l, faults
			}
		}
		l.Terms = append(l.Terms, t)
	}
	if faults == nil {
		faults = l.Check()
	}
	return l, faults
}

// termsOf cuts a text before every number.
func termsOf(text string) []string {
	var parts []string
	for _, word := range strings.Fields(strings.NewReplacer(",", " ", "+", " ").Replace(text)) {
		switch {
		case word == "and" || word == "và":
		case len(parts) == 0 || word[0] >= '0' && word[0] <= '9' || word[0] == '-':
			parts = append(parts, word)
		default:
			parts[len(parts)-1] += " " + word
		}
	}
	return parts
}

func parseTerm(s string) (Term, error) {
	number, words, _ := strings.Cut(s, " ")
	whole, fraction, point := strings.Cut(number, ".")
	if len(whole) > 1 { // acts write 05
		whole = strings.TrimLeft(whole[:len(whole)-1], "0") + whole[len(whole)-1:]
	}
	if point {
		whole += "." + fraction
	}
	amount, err := motcua.ParseDecimal(whole)
	if errors.Is(err, motcua.ErrOverflow) {
		return Term{}, err
	}
	if err != nil {
		return Term{}, errors.New("want a number and a unit, as \"5 working days\"")
	}
	for _, p := range phrases {
		if p.words == words {
			return Term{amount, p.unit}, nil
		}
	}
	return Term{}, errors.New("unknown unit; want months, working days, days, hours (office hours) or clock hours")
}

// String writes the terms in English, as [ParseLimit] reads them.
func (l Limit) String() string { return l.Text().En }

// Text writes the terms for people, as [ParseLimit] reads them.
func (l Limit) Text() motcua.Text {
	var vi, en []string
	for _, t := range l.Terms {
		name, ok := unitNames[t.Unit]
		if !ok {
			continue // it could not be read
		}
		if t.Unit == WithinDay {
			vi, en = append(vi, name.Vi), append(en, name.En)
			continue
		}
		plural := "s"
		if t.Amount == motcua.MustDecimal("1") {
			plural = ""
		}
		vi, en = append(vi, t.Amount.String()+" "+name.Vi), append(en, t.Amount.String()+" "+name.En+plural)
	}
	return motcua.Text{Vi: strings.Join(vi, " và "), En: strings.Join(en, " and ")}
}

var unitNames = map[Unit]motcua.Text{
	Months:       {Vi: "tháng", En: "month"},
	CalendarDays: {Vi: "ngày", En: "day"},
	WorkingDays:  {Vi: "ngày làm việc", En: "working day"},
	OfficeTime:   {Vi: "giờ làm việc", En: "office hour"},
	ClockTime:    {Vi: "giờ", En: "clock hour"},
	WithinDay:    {Vi: "trong ngày", En: "within the day"},
}
