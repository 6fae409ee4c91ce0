package intake

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/motcua/motcua/dossier/workday"
)

// notStated is what the portal writes where nothing is stated.
const notStated = "Không có thông tin"

// ParseDuration reads a time as catalogues write it: "1.5 Ngày làm việc", "02 tháng và
// 15 ngày làm việc", "24 Giờ" (clock time), "Trong ngày", "không quá 30 ngày". It
// returns nil where none is stated ("", "Không có thông tin"), and nil and false where a
// text is there that is no time: a number without a unit, a range ("5-7 ngày"), an
// amount of money that slipped into the cell. A decimal comma ("1,5 ngày làm việc") is
// read as one where exactly one digit follows; "120,000" is not, and neither is
// "120.000", whose three digits are those of an amount.
func ParseDuration(raw string) (*workday.Limit, bool) {
	text := strings.Join(strings.Fields(norm.NFC.String(raw)), " ")
	if text == "" || strings.EqualFold(text, notStated) {
		return nil, true
	}
	text = strings.TrimRight(strings.ToLower(text), ".;:")
	text = atMost.ReplaceAllString(text, "")
	text = oneDecimal.ReplaceAllString(text, "$1.$2$3")
	if ranges.MatchString(text) || thousands.MatchString(text) {
		return nil, false
	}
	limit, faults := workday.ParseLimit(text)
	if len(faults) > 0 {
		return nil, false
	}
	return &limit, true
}

var (
	thousands  = regexp.MustCompile(`\d\.\d{3}\b`)
	atMost     = regexp.MustCompile(`^(không quá|tối đa|chậm nhất|trong vòng|trong thời hạn|thời hạn)( không quá| tối đa)? `)
	oneDecimal = regexp.MustCompile(`^(\d+),(\d)( .*)$`)
	ranges     = regexp.MustCompile(`\d\s*[-–÷]\s*\d|\d đến \d`)
)
