package receipt

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Name tells a series from all others.
type Name struct {
	Unit   motcua.UnitCode `json:"unit"`   // that collects (đơn vị thu)
	Kind   payment.Kind    `json:"kind"`   // phí or lệ phí
	Form   string          `json:"form"`   // ký hiệu mẫu, "01BLP0-001"
	Symbol string          `json:"symbol"` // ký hiệu, "AA-26E"
}

// String writes the unit, the kind, the form and the symbol.
func (n Name) String() string {
	return fmt.Sprintf("%s %v %s %s", string(n.Unit), n.Kind, n.Form, n.Symbol)
}

// Series is a series of receipts (dải biên lai) as it is opened; it never changes.
type Series struct {
	Name
	Issuer Issuer          `json:"issuer"` // on every receipt of it
	First  int64           `json:"first"`  // number it begins with
	Last   int64           `json:"last"`   // number it ends with
	Width  int             `json:"width"`  // digits of every number, with zeros before them
	Valid  motcua.Validity `json:"valid"`  // days on which it issues, in one calendar year
}

// Issuer is the organisation that collects (tổ chức thu).
type Issuer struct {
	Name    string `json:"name"`              // tên
	TaxCode string `json:"taxCode"`           // mã số thuế
	Address string `json:"address,omitempty"` // địa chỉ
}

// maxSymbol is how long a form or a symbol may be: those in use have 10 characters.
const maxSymbol = 20

// plainSymbol reports whether a text can be a form or a symbol.
func plainSymbol(s string) bool {
	const others = "-/."
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && !strings.ContainsRune(others, rune(c)) {
			return false
		}
	}
	return len(s) <= maxSymbol
}

// check finds what is wrong with the name of a series.
func (n *Name) check(faults *motcua.Faults) {
	if n.Unit == "" {
		unsaid(faults, "/unit")
	}
	if Title(n.Kind).IsZero() {
		fault(faults, codeKind, "/kind", "loại này không có biên lai", "there are no receipts of this kind")
	}
	for _, member := range []struct{ at, value string }{{"/form", n.Form}, {"/symbol", n.Symbol}} {
		switch {
		case member.value == "":
			unsaid(faults, member.at)
		case !plainSymbol(member.value):
			fault(faults, codeSymbol, member.at, "ký hiệu gồm tối đa %d chữ in hoa, chữ số và - / .", "at most %d capital letters, digits and - / .", maxSymbol)
		}
	}
}

func (i *Issuer) check(faults *motcua.Faults) {
	if i.Name == "" {
		unsaid(faults, "/issuer/name")
	}
	if i.TaxCode == "" {
		unsaid(faults, "/issuer/taxCode")
	}
}

// Check finds all that is wrong with a series, sorted.
func (s *Series) Check() motcua.Faults {
	var faults motcua.Faults
	s.Name.check(&faults)
	s.Issuer.check(&faults)
	digits := len(strconv.FormatInt(s.Last, 10))
	if s.First < 1 {
		fault(&faults, codeRange, "/first", "số bắt đầu phải từ 1", "numbers begin with 1")
	}
	if s.Last < s.First {
		fault(&faults, codeRange, "/last", "số kết thúc nhỏ hơn số bắt đầu", "the last number is below the first")
	}
	if s.Width < digits {
		fault(&faults, codeRange, "/width", "số cuối có %d chữ số", "the last number has %d digits", digits)
	}
	s.checkDays(&faults)
	faults.Sort()
	return faults
}

// checkDays holds the days and the width to the rule in force when the series begins.
func (s *Series) checkDays(faults *motcua.Faults) {
	rule, known := numbering(s.Valid.From)
	year, _, _ := s.Valid.From.Civil()
	switch {
	case s.Valid.From.IsZero() || s.Valid.To.IsZero() || s.Valid.Err() != nil:
		fault(faults, codeYear, "/valid", "phải có ngày đầu và ngày kết thúc sau đó", "a first day and a later end are needed")
		return
	case !known:
		fault(faults, codeYear, "/valid/from", "không có quy định cho ngày này", "no rule is known for this day")
		return
	}
	if last, _, _ := s.Valid.To.AddDays(-1).Civil(); last != year {
		fault(faults, codeYear, "/valid/to", "dải biên lai kết thúc chậm nhất ngày 31/12 của năm bắt đầu", "a series ends with the calendar year it begins in")
	}
	if s.Width > rule.Digits {
		fault(faults, codeRange, "/width", "số biên lai có tối đa %d chữ số", "a number has %d digits at most", rule.Digits)
	}
}

// Number writes a number of the series, with zeros before it.
func (s *Series) Number(n int64) string { return fmt.Sprintf("%0*d", s.Width, n) }

// String says the series and its numbers.
func (s Series) String() string {
	return fmt.Sprintf("%v from %s to %s", s.Name, s.Number(s.First), s.Number(s.Last))
}

// Prefixes of the streams.
const (
	seriesPrefix = "receipts/"
	orderPrefix  = "receipts-of/"
)

// StreamOf is the name of the stream that keeps a series.
func StreamOf(n Name) string {
	return seriesPrefix + strings.Join([]string{string(n.Unit), n.Kind.String(), url.PathEscape(n.Form), url.PathEscape(n.Symbol)}, "/")
}
