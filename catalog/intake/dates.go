package intake

import (
	"strings"

	"github.com/motcua/motcua"
)

// dateForms are the ways in which days are written, as lengths and the places of year,
// month and day.
var dateForms = []struct {
	pattern          string
	year, month, day int
}{
	{"dddd-dd-dd", 0, 5, 8}, {"dd/dd/dddd", 6, 3, 0}, {"dddddddd", 0, 4, 6}, {"dddddddddddddd", 0, 4, 6},
}

// date reads a day; none stated is unset.
func (r *reader) date(from, text string) motcua.Date {
	if text == "" {
		return 0
	}
	pattern := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return 'd'
		}
		return c
	}, text)
	for _, f := range dateForms {
		if f.pattern == pattern {
			if d, err := motcua.ParseDate(text[f.year:f.year+4] + "-" + text[f.month:f.month+2] + "-" + text[f.day:f.day+2]); err == nil {
				return d
			}
		}
	}
	r.add(LossUnread, lossDate, from, "", text, "không đọc được ngày", "not a date")
	return 0
}
