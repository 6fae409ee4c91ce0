package dossier

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/payment"
)

// Guard is a condition of a transition.
type Guard uint8

// The guards.
const (
	GuardInPerson      Guard = iota + 1 // filed at the counter
	GuardPapers                         // every paper of the case is there
	GuardPaidBefore                     // what is to be paid before reception is paid
	GuardRequestsLeft                   // supplements may be asked for once more
	GuardTermRuns                       // the applicant's own term has not passed
	GuardTermPassed                     // it has
	GuardAnswers                        // every paper the request names came, or the counter says why not
	GuardCounterStates                  // an appointment is stated by the counter
	GuardNewOrder                       // the order was not demanded yet
	GuardCovers                         // the payment covers its demand
	GuardSettles                        // nothing demanded stays unpaid after it
	GuardNothingOwed                    // nothing demanded, or due before the result, is unpaid
	GuardCompetent                      // the desk is of the competent body
	GuardOtherBody                      // the desk is of another body
	GuardPauseKnown                     // the reason for the pause is one of another body that the clock knows
	GuardClock                          // the clock takes it: an appointment, a lane or an extension that may be
	GuardResultKnown                    // the results are known
	GuardSigned                         // every document among them is signed
	GuardChildrenEnded                  // the dossiers this one set off have ended
	GuardWasReceived                    // the dossier was received
	GuardNotReceived                    // it was not
	GuardSameDossier                    // the code and the procedure stay
)

var guards = enum.New[Guard]("guard", "inPerson", "papers", "paidBefore", "requestsLeft", "termRuns", "termPassed", "answers", "counterStates", "newOrder", "covers", "settles",
	"nothingOwed", "competent", "otherBody", "pauseKnown", "clock", "resultKnown", "signed", "childrenEnded", "wasReceived", "notReceived", "sameDossier")

// String names the value; it never fails.
func (g Guard) String() string { return guards.String(g) }

// MarshalText writes the name; an unset value is an error.
func (g Guard) MarshalText() ([]byte, error) { return guards.Append(nil, g) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (g *Guard) UnmarshalText(text []byte) error { return guards.Unmarshal(g, text) }

// guardRow says what must hold and asks whether it does.
type guardRow struct {
	guard Guard
	text  motcua.Text
	holds func(judge) bool
}

// guardRows are in the order of the guards.
var guardRows = [...]guardRow{
	{GuardInPerson, motcua.Text{Vi: "nộp trực tiếp", En: "filed in person"}, func(j judge) bool { return j.filing().Channel == motcua.ChannelInPerson }},
	{GuardPapers, motcua.Text{Vi: "đủ thành phần hồ sơ của trường hợp", En: "every paper of the case is there"}, judge.papersThere},
	{GuardPaidBefore, motcua.Text{Vi: "đã nộp khoản phải nộp trước khi tiếp nhận", En: "what is to be paid before reception is paid"}, func(j judge) bool { return !j.d.owes(payment.MomentBefore) }},
	{GuardRequestsLeft, motcua.Text{Vi: "còn được yêu cầu bổ sung", En: "supplements may be asked for once more"}, func(j judge) bool { return len(j.d.Requests) < j.d.supplements() }},
	{GuardTermRuns, motcua.Text{Vi: "còn thời hạn của người nộp", En: "the applicant's own term has not passed"}, func(j judge) bool { return j.termRuns() }},
	{GuardTermPassed, motcua.Text{Vi: "đã hết thời hạn của người nộp", En: "the applicant's own term has passed"}, func(j judge) bool { return j.past && j.s.Office == nil || j.termPassed() }},
	{GuardAnswers, motcua.Text{Vi: "đủ giấy tờ được yêu cầu, hoặc bộ phận một cửa nêu lý do", En: "every paper the request names came, or the counter says why not"}, judge.answers},
	{GuardCounterStates, motcua.Text{Vi: "ngày hẹn do bộ phận một cửa ghi", En: "an appointment is stated by the counter"}, func(j judge) bool { return j.past || j.c.Due.IsZero() || j.c.By.Role == RoleCounter }},
	{GuardNewOrder, motcua.Text{Vi: "khoản thu chưa được yêu cầu", En: "the order was not demanded yet"}, func(j judge) bool { return j.d.order(j.c.Demand.Order) == nil }},
	{GuardCovers, motcua.Text{Vi: "số tiền đủ khoản đã yêu cầu", En: "the payment covers what was demanded"}, judge.covers},
	{GuardSettles, motcua.Text{Vi: "không còn khoản nào chưa nộp", En: "nothing demanded stays unpaid"}, func(j judge) bool { return !j.d.unpaidBut(j.c.Payment.Order) }},
	{GuardNothingOwed, motcua.Text{Vi: "không còn khoản nào phải nộp", En: "nothing is owed any more"}, func(j judge) bool { return !j.d.owes(payment.MomentBefore, payment.MomentAfter) }},
	{GuardCompetent, motcua.Text{Vi: "chuyển trong cơ quan có thẩm quyền", En: "the desk is of the competent body"}, func(j judge) bool { return j.c.Desk.Unit == j.d.Competent.Unit }},
	{GuardOtherBody, motcua.Text{Vi: "chuyển sang cơ quan khác", En: "the desk is of another body"}, func(j judge) bool { return j.c.Desk.Unit != j.d.Competent.Unit }},
	{GuardPauseKnown, motcua.Text{Vi: "lý do tạm dừng có trong quy tắc", En: "the reason for the pause is one of another body that the clock knows"}, judge.pauseKnown},
	{GuardClock, motcua.Text{Vi: "thời hạn cho phép", En: "the clock takes it"}, judge.clockTakes},
	{GuardResultKnown, motcua.Text{Vi: "có kết quả", En: "the results are known"}, func(j judge) bool { return len(j.results()) > 0 }},
	{GuardSigned, motcua.Text{Vi: "mọi văn bản kết quả đã ký", En: "every document among the results is signed"}, judge.signed},
	{GuardChildrenEnded, motcua.Text{Vi: "các hồ sơ liên thông đã kết thúc", En: "the dossiers it set off have ended"}, judge.childrenEnded},
	{GuardWasReceived, motcua.Text{Vi: "hồ sơ đã được tiếp nhận", En: "the dossier was received"}, func(j judge) bool { return !j.d.Received.IsZero() }},
	{GuardNotReceived, motcua.Text{Vi: "hồ sơ chưa được tiếp nhận", En: "the dossier was not received"}, func(j judge) bool { return j.d.Received.IsZero() }},
	{GuardSameDossier, motcua.Text{Vi: "giữ nguyên mã hồ sơ và thủ tục", En: "the code and the procedure stay"}, func(j judge) bool {
		return j.d.Filing != nil && j.d.Filing.Is(j.c.Filing.Code) && j.c.Filing.Procedure == j.d.Filing.Procedure
	}},
}

// Text says what must hold.
func (g Guard) Text() motcua.Text {
	if i := int(g) - 1; i >= 0 && i < len(guardRows) {
		return guardRows[i].text
	}
	return motcua.Text{}
}

// papersThere reports whether each paper the case needs, or one of its group, was handed
// in and not taken back.
func (j judge) papersThere() bool {
	grant := j.grant()
	if grant == nil {
		return true
	}
	for i := range grant.Papers {
		if !j.there(grant.Papers, i) {
			return false
		}
	}
	return true
}

func (j judge) there(list []Required, i int) bool {
	for k, r := range list {
		if k != i && (r.OneOf == "" || r.OneOf != list[i].OneOf) {
			continue
		}
		if slices.ContainsFunc(j.c.Papers, r.is) || slices.ContainsFunc(j.d.Papers, func(p Paper) bool { return r.is(p) && !j.replaced(p.ID) }) {
			return true
		}
	}
	return false
}

// replaced reports whether the command brings a paper anew.
func (j judge) replaced(id string) bool {
	return slices.ContainsFunc(j.c.Papers, func(p Paper) bool { return p.ID == id })
}

// is reports whether a paper is the required one.
func (r Required) is(p Paper) bool {
	return !p.Deleted && (r.Code != "" && p.Code == r.Code || r.Code == "" && p.Name == r.Name)
}

// answers reports whether every paper that the open request names came.
func (j judge) answers() bool {
	if j.past || j.c.By.Role == RoleCounter && j.c.Reason != "" || len(j.d.Requests) == 0 {
		return true
	}
	for _, code := range j.d.Requests[len(j.d.Requests)-1].Request.Papers {
		if !slices.ContainsFunc(j.c.Papers, func(p Paper) bool { return p.Code == code || p.ReplacedBy != "" && string(p.ReplacedBy) == code }) {
			return false
		}
	}
	return true
}

// covers reports whether a payment is no less than the demand of its order; where nothing
// was demanded, whether anything was paid.
func (j judge) covers() bool {
	paid, err := j.c.Payment.settled()
	o := j.d.order(j.c.Payment.Order)
	if o == nil {
		return j.past || paid.Sign() > 0
	}
	if err != nil {
		return false
	}
	var total payment.Money
	for i := range o.Fees {
		if total, err = total.Add(o.Fees[i].Amount); err != nil {
			return false // of two currencies, which no one payment covers
		}
	}
	less, err := paid.Cmp(total)
	return err == nil && less >= 0
}

// pauseKnown reports whether the reason for a pause is known, and no matter between the
// centre and the applicant, which have states of their own.
func (j judge) pauseKnown() bool {
	rules := j.s.clock()
	n := rules.reason(j.c.Pause)
	return j.c.Pause == "" || n >= 0 && !rules.Reasons[n].Supplement && !rules.Reasons[n].Payment
}

// results are those that the dossier has after the command.
func (j judge) results() []Result {
	if j.c.Results != nil {
		return j.c.Results
	}
	return j.d.Results
}

// signed reports whether what the results will be was signed.
func (j judge) signed() bool {
	return j.d.Signed && sameResults(j.d.Results, j.results())
}
