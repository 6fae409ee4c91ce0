package receipt

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Receipt is a receipt (biên lai) as a document. What was issued never changes but for
// Void.
type Receipt struct {
	Name
	Number    string         `json:"number"`                             // in its series (số biên lai), with zeros before it
	Issuer    Issuer         `json:"issuer"`                             // who collected
	Order     string         `json:"order"`                              // id of the order
	Dossier   string         `json:"dossier,omitempty"`                  // code of the dossier
	Payer     payment.Payer  `json:"payer,omitzero"`                     // who paid (người nộp)
	Lines     []payment.Line `json:"lines"`                              // the charges of this kind; 0 stays
	Total     payment.Money  `json:"total"`                              // what they add up to
	Words     string         `json:"words"`                              // the total in Vietnamese words
	Method    payment.Method `json:"method,omitzero"`                    // how it was paid; absent: not said, or nothing was
	At        time.Time      `json:"at"`                                 // when it was issued
	Collector string         `json:"collector,omitempty" personal:"yes"` // who took the money (người thu tiền)
	Source    motcua.Source  `json:"source"`                             // the act it is issued under
	Replaces  *Ref           `json:"replaces,omitempty"`                 // the receipt in whose place it stands
	Void      *Void          `json:"void,omitempty"`                     // since when and why it does not stand
}

// Ref names another receipt of the unit and the kind.
type Ref struct {
	Form   string `json:"form"`   // ký hiệu mẫu
	Symbol string `json:"symbol"` // ký hiệu
	Number string `json:"number"` // số
}

// Void says that a receipt does not stand any more.
type Void struct {
	At       time.Time `json:"at"`                              // since when
	Reason   string    `json:"reason,omitempty" personal:"yes"` // why
	Replaced bool      `json:"replaced"`                        // another one takes its place
	By       *Ref      `json:"by,omitempty"`                    // that one, where it is known
}

// Ref is how others name the receipt.
func (r *Receipt) Ref() Ref { return Ref{r.Form, r.Symbol, r.Number} }

// Status says whether the receipt stands.
func (r *Receipt) Status() Status { return statusOf(r.Void) }

func statusOf(v *Void) Status {
	switch {
	case v == nil:
		return StatusStands
	case v.Replaced:
		return StatusReplaced
	}
	return StatusVoid
}

// Check finds all that is wrong with a receipt, sorted. Persons may be missing: it may be
// one without them.
func (r *Receipt) Check() motcua.Faults {
	var faults motcua.Faults
	r.Name.check(&faults)
	r.Issuer.check(&faults)
	checkNumber(&faults, "/number", r.Number)
	if rule, known := numbering(dayOf(r.At)); known && len(r.Number) > rule.Digits {
		fault(&faults, codeNumber, "/number", "số biên lai có tối đa %d chữ số", "a number has %d digits at most", rule.Digits)
	}
	if !orderID(r.Order) {
		fault(&faults, codeUnsaid, "/order", "thiếu mã khoản thu", "the id of the order is missing")
	}
	if r.At.IsZero() {
		unsaid(&faults, "/at")
	}
	if _, err := r.Source.Basis.MarshalText(); err != nil {
		unsaid(&faults, "/source/basis")
	}
	r.checkLines(&faults)
	if r.Replaces != nil {
		r.Replaces.check(&faults, "/replaces")
	}
	if r.Void != nil {
		r.Void.check(&faults)
	}
	faults.Sort()
	return faults
}

// checkLines holds the lines to the kind, and total and words to the lines.
func (r *Receipt) checkLines(faults *motcua.Faults) {
	if len(r.Lines) == 0 {
		unsaid(faults, "/lines")
		return
	}
	for i := range r.Lines {
		at := motcua.Pointer("lines", strconv.Itoa(i))
		*faults = append(*faults, r.Lines[i].Check().At(at)...)
		if r.Lines[i].Kind != r.Kind {
			fault(faults, codeKind, at+"/kind", "khoản này thuộc loại khác", "this line is of another kind")
		}
	}
	total, err := totalOf(r.Lines)
	switch {
	case err != nil:
		faults.Add(codeTotal, "/lines", motcua.Text{Vi: "không cộng được thành một khoản", En: "they do not add up to one sum"}, err)
	case total != r.Total:
		fault(faults, codeTotal, "/total", "tổng các khoản là %v", "the lines add up to %v", total)
	case r.Words != total.Words():
		fault(faults, codeWords, "/words", "số tiền bằng chữ không khớp", "these are not the words of the total")
	}
}

// totalOf adds up lines in one currency.
func totalOf(lines []payment.Line) (payment.Money, error) {
	totals, err := payment.LineTotals(lines)
	if err != nil || len(totals) == 0 {
		return payment.Money{}, err
	}
	if len(totals) > 1 {
		return payment.Money{}, &payment.MismatchError{A: totals[0], B: totals[1]}
	}
	return totals[0], nil
}

// checkNumber holds a number to digits, not all of them 0.
func checkNumber(faults *motcua.Faults, at, number string) {
	if strings.Trim(number, "0123456789") != "" || strings.Trim(number, "0") == "" {
		fault(faults, codeNumber, at, "không phải số biên lai", "not the number of a receipt")
	}
}

func (r *Ref) check(faults *motcua.Faults, at string) {
	if r.Form == "" {
		unsaid(faults, at+"/form")
	}
	if r.Symbol == "" {
		unsaid(faults, at+"/symbol")
	}
	checkNumber(faults, at+"/number", r.Number)
}

func (v *Void) check(faults *motcua.Faults) {
	if v.At.IsZero() {
		unsaid(faults, "/void/at")
	}
	if v.By == nil {
		return
	}
	v.By.check(faults, "/void/by")
	if !v.Replaced {
		fault(faults, codeReplace, "/void/by", "biên lai không bị thay thế", "it was not replaced")
	}
}

// orderID reports whether a text can be the id of an order.
func orderID(s string) bool {
	order, ok := payment.OrderOf(payment.Reference(s, 1))
	return ok && order == s
}

// clone is the receipt with lists and parts of its own, down to what is never written to.
func (r *Receipt) clone() Receipt {
	c := *r
	c.Lines = slices.Clone(r.Lines)
	c.Replaces, c.Void = copied(r.Replaces), copied(r.Void)
	return c
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
