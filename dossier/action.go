package dossier

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Action is what somebody does with a dossier: what a [Command] asks for and an
// [Event] reports.
type Action uint8

// The actions, in the order of a life.
const (
	ActionSubmit         Action = iota + 1 // the dossier is filed (nộp)
	ActionReceive                          // it is received (tiếp nhận) and the clock starts
	ActionRefuse                           // it is not received (từ chối tiếp nhận)
	ActionAskSupplement                    // supplements are asked for (yêu cầu bổ sung)
	ActionSupplement                       // they come (bổ sung)
	ActionDemandPayment                    // a financial obligation is to be met
	ActionConfirmPayment                   // an order was paid
	ActionForward                          // to the competent body (chuyển cơ quan giải quyết)
	ActionTransfer                         // to another competent body, as after a merger
	ActionHandOver                         // from desk to desk, or to a body that is consulted
	ActionExtend                           // re-appointed with an apology (xin lỗi, hẹn lại)
	ActionFinish                           // the work is done (xử lý xong)
	ActionSignResult                       // the result is signed (ký kết quả)
	ActionIssue                            // it is numbered and goes to the pick-up point (phát hành)
	ActionReturnResult                     // it is handed over (trả kết quả)
	ActionWithdraw                         // the applicant withdraws (rút hồ sơ)
	ActionStop                             // the work is stopped (dừng giải quyết)
	ActionReopen                           // an end was a mistake (mở lại)
	ActionCorrect                          // what was filed is corrected (đính chính)
	ActionRate                             // the applicant rates the service (đánh giá)
	ActionComplain                         // the applicant complains (phản ánh, kiến nghị)
)

var actions = enum.New[Action]("action", "submit", "receive", "refuse", "askSupplement", "supplement", "demandPayment", "confirmPayment",
	"forward", "transfer", "handOver", "extend", "finish", "signResult", "issue", "returnResult", "withdraw", "stop", "reopen", "correct", "rate", "complain")

// String names the value; it never fails.
func (a Action) String() string { return actions.String(a) }

// MarshalText writes the name; an unset value is an error.
func (a Action) MarshalText() ([]byte, error) { return actions.Append(nil, a) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (a *Action) UnmarshalText(text []byte) error { return actions.Unmarshal(a, text) }

// actionRow is what is known of an action: what its details must hold and may hold.
type actionRow struct {
	action Action
	title  motcua.Text
	needs  detail
	may    detail
}

// actionRows are in the order of the actions. A reason may always be given.
var actionRows = [...]actionRow{
	{ActionSubmit, motcua.Text{Vi: "Nộp hồ sơ", En: "Submit"}, hasFiling, hasGrant | hasPapers},
	{ActionReceive, motcua.Text{Vi: "Tiếp nhận", En: "Receive"}, 0, hasDue | hasLane | hasPapers},
	{ActionRefuse, motcua.Text{Vi: "Từ chối tiếp nhận", En: "Refuse"}, hasReason, 0},
	{ActionAskSupplement, motcua.Text{Vi: "Yêu cầu bổ sung", En: "Ask for supplements"}, hasRequest, 0},
	{ActionSupplement, motcua.Text{Vi: "Bổ sung", En: "Supplement"}, 0, hasPapers | hasDue},
	{ActionDemandPayment, motcua.Text{Vi: "Yêu cầu thực hiện nghĩa vụ tài chính", En: "Demand payment"}, hasDemand, 0},
	{ActionConfirmPayment, motcua.Text{Vi: "Xác nhận đã nộp tiền", En: "Confirm payment"}, hasPayment, 0},
	{ActionForward, motcua.Text{Vi: "Chuyển cơ quan giải quyết", En: "Forward"}, hasDesk, 0},
	{ActionTransfer, motcua.Text{Vi: "Chuyển thẩm quyền", En: "Transfer"}, hasDesk | hasReason, 0},
	{ActionHandOver, motcua.Text{Vi: "Chuyển xử lý", En: "Hand over"}, hasDesk, hasPause | hasPapers},
	{ActionExtend, motcua.Text{Vi: "Xin lỗi, hẹn lại ngày trả", En: "Extend with an apology"}, hasDue | hasReason, hasApology},
	{ActionFinish, motcua.Text{Vi: "Hoàn thành xử lý", En: "Finish"}, hasResults, 0},
	{ActionSignResult, motcua.Text{Vi: "Ký kết quả", En: "Sign the result"}, 0, hasResults},
	{ActionIssue, motcua.Text{Vi: "Phát hành kết quả", En: "Issue the result"}, 0, hasResults},
	{ActionReturnResult, motcua.Text{Vi: "Trả kết quả", En: "Return the result"}, 0, 0},
	{ActionWithdraw, motcua.Text{Vi: "Rút hồ sơ", En: "Withdraw"}, hasReason, 0},
	{ActionStop, motcua.Text{Vi: "Dừng giải quyết", En: "Stop"}, hasReason, 0},
	{ActionReopen, motcua.Text{Vi: "Mở lại", En: "Reopen"}, hasReason, 0},
	{ActionCorrect, motcua.Text{Vi: "Đính chính", En: "Correct"}, hasFiling | hasReason, hasPapers},
	{ActionRate, motcua.Text{Vi: "Đánh giá", En: "Rate"}, hasRating, 0},
	{ActionComplain, motcua.Text{Vi: "Phản ánh, kiến nghị", En: "Complain"}, hasReason, 0},
}

func (a Action) row() *actionRow {
	if i := int(a) - 1; i >= 0 && i < len(actionRows) {
		return &actionRows[i]
	}
	return &noAction
}

var noAction actionRow

// Title names the action for people.
func (a Action) Title() motcua.Text { return a.row().title }
