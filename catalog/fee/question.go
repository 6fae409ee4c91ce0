package fee

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Question is what a quote is asked for: one filing.
type Question struct {
	Procedure   motcua.ProcedureCode      // its code; reliefs are matched by the national form
	Field       string                    // code or name of its field (lĩnh vực)
	Unit        motcua.UnitCode           // unit that receives, in either order; "" is not known
	Date        motcua.Date               // day of filing, which decides
	Channel     motcua.Channel            // how it is filed
	Case        string                    // id of the case; "" none or not known
	Option      string                    // id of the time option; "" the only one, or not known
	Beneficiary []string                  // classes of the beneficiary (người thụ hưởng), as "child"
	Quantities  map[string]motcua.Decimal // by unit of count, as "page"
	Values      map[string]payment.Money  // by id, for percentages
	Answers     map[string]motcua.Scalar  // by id, for conditions
}

// Choices are what a procedure offers, so that a quote can tell a wrong word from one
// without a fee. The zero Choices offer everything.
type Choices struct {
	Channels []motcua.Channel            // that exist
	Cases    []string                    // ids of the cases
	Options  map[motcua.Channel][]string // ids of time options by channel
}

// Quote is what a filing costs.
type Quote struct {
	Lines    []payment.Line  // in the order of the rows, free ones too
	Totals   []payment.Money // of what is to be paid, by currency
	Possible []Possible      // reliefs that might apply, and were not applied
}

// Possible is a relief that would match and was not applied.
type Possible struct {
	Relief string        // id of its row
	Title  motcua.Text   // for people
	Why    motcua.Text   // what is missing
	Source motcua.Source // the act
}

// Reason is one reason for which a quote is refused.
type Reason struct {
	Code string      // as "feeNotStated"; see [RefusalError]
	Row  string      // id of the row, "" for none
	Text motcua.Text // for people
}

// RefusalError says all that keeps a quote from being made. The codes of its reasons
// are
//
//	dateMissing, channelMissing, channelNotOffered
//	caseMissing, unknownCase, optionMissing, unknownOption
//	feeNotStated      no row at all for this filing: that is not free
//	noRowInForce      rows, but none of that day
//	feeConflict       said to be free beside an amount
//	feeChoice         several amounts, and which applies is not said
//	feeUnreadable     an amount, unit or currency that could not be read, or cannot be
//	incomplete        something of the row is not known
//	unitMissing       rows of several provinces, and where it is filed is not said
//	unknownUnit       a unit that is no code of one
//	quantityMissing, quantityNegative, valueMissing, valueNegative, answerMissing
//	currencyMismatch  a value in one currency, the floor or cap of its fee in another
//	bandHole          a quantity no band is for
//	unknownClass      a class of beneficiaries nobody listed
//	policyMissing     tables that do not say how to round and to stack
//	overflow          an amount that does not fit
type RefusalError struct {
	Reasons []Reason // sorted by row, then code; never empty
}

// Error lists the reasons.
func (e *RefusalError) Error() string {
	parts := make([]string, len(e.Reasons))
	for i, r := range e.Reasons {
		parts[i] = r.Code
		if r.Row != "" {
			parts[i] += " (" + r.Row + ")"
		}
		parts[i] += ": " + r.Text.En
	}
	return "no quote: " + strings.Join(parts, "; ")
}

// Has reports whether a reason has the code.
func (e *RefusalError) Has(code string) bool {
	return slices.ContainsFunc(e.Reasons, func(r Reason) bool { return r.Code == code })
}

// quoting is one quote in the making.
type quoting struct {
	tables  *Tables
	q       *Question
	option  string // the one asked for, or the only one of the channel
	reasons []Reason
}

func (w *quoting) refuse(code, row, vi, en string, args ...any) {
	w.reasons = append(w.reasons, reason(code, row, vi, en, args...))
}

// reason formats both languages with the same arguments.
func reason(code, row, vi, en string, args ...any) Reason {
	return Reason{code, row, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}}
}

// refusal is the error of the reasons, nil if there are none.
func (w *quoting) refusal() error {
	if len(w.reasons) == 0 {
		return nil
	}
	slices.SortFunc(w.reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text.En, b.Text.En))
	})
	return &RefusalError{slices.Compact(w.reasons)}
}

// admit checks the question itself.
func (w *quoting) admit(c Choices) {
	q := w.q
	if p := w.tables.Policy; p.Rounding == 0 || p.Stacking == 0 || p.Step < 1 {
		w.refuse("policyMissing", "", "không rõ cách làm tròn và cộng dồn", "how to round and to stack is not said")
	}
	if unit, err := motcua.ParseUnit(string(q.Unit)); err == nil {
		q.Unit = unit
	} else if q.Unit != "" {
		w.refuse("unknownUnit", "", "%q không phải mã đơn vị", "%q is no code of a unit", string(q.Unit))
	}
	if q.Date.IsZero() {
		w.refuse("dateMissing", "", "thiếu ngày nộp", "the day of filing is missing")
	}
	switch {
	case q.Channel < motcua.ChannelInPerson || q.Channel > motcua.ChannelPost:
		w.refuse("channelMissing", "", "thiếu kênh nộp", "the channel is missing")
	case c.Channels != nil && !slices.Contains(c.Channels, q.Channel):
		w.refuse("channelNotOffered", "", "thủ tục không nhận qua kênh %v", "the procedure is not offered in channel %v", q.Channel)
	}
	if q.Case != "" && c.Cases != nil && !slices.Contains(c.Cases, q.Case) {
		w.refuse("unknownCase", "", "không có trường hợp %q; có %q", "there is no case %q; there are %q", q.Case, c.Cases)
	}
	options := c.Options[q.Channel]
	switch {
	case q.Option != "" && c.Options != nil && !slices.Contains(options, q.Option):
		w.refuse("unknownOption", "", "không có lựa chọn thời hạn %q; có %q", "there is no time option %q; there are %q", q.Option, options)
	case q.Option == "" && len(options) == 1:
		w.option = options[0]
	default:
		w.option = q.Option
	}
	for _, class := range q.Beneficiary {
		if !slices.ContainsFunc(w.tables.Classes, func(r Entry) bool { return r.Code == class }) {
			w.refuse("unknownClass", "", "không có đối tượng %q", "there is no class of beneficiaries %q", class)
		}
	}
	for unit, n := range q.Quantities {
		if n.Sign() < 0 {
			w.refuse("quantityNegative", "", "số lượng %q âm", "the quantity of %q is negative", unit)
		}
	}
}

// column answers for the columns of conditions: the answers, and what the question
// says itself.
func (w *quoting) column(name string) motcua.Scalar {
	switch name {
	case "channel":
		return motcua.TextScalar(w.q.Channel.String())
	case "case":
		if w.q.Case == "" {
			return motcua.Scalar{}
		}
		return motcua.TextScalar(w.q.Case)
	case "date":
		return motcua.DateScalar(w.q.Date)
	}
	return w.q.Answers[name]
}
