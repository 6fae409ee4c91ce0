package payment

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Action is what happens to an order: what a [Command] asks for and an [Event] reports.
type Action uint8

// The actions, in the order of a life.
const (
	ActionOpen          Action = iota + 1 // the order is opened (lập khoản thu)
	ActionStart                           // an attempt to pay begins
	ActionReport                          // somebody outside says what came of an attempt
	ActionTimeOut                         // an attempt took too long
	ActionExpire                          // the order may no longer be paid
	ActionCancel                          // the order is not to be paid any more (hủy)
	ActionWaive                           // part of it is not to be paid (miễn, giảm)
	ActionSupport                         // the budget gives part of it back (hỗ trợ)
	ActionRefund                          // money is to go back (hoàn trả)
	ActionSettleRefund                    // it went back, or could not
	ActionDispute                         // the payer contests a sum at the bank (tra soát, khiếu nại)
	ActionSettleDispute                   // that was decided
	ActionCorrect                         // what is known of a sum is put right (điều chỉnh)
)

var actions = enum.New[Action]("action", "open", "start", "report", "timeOut", "expire", "cancel", "waive", "support",
	"refund", "settleRefund", "dispute", "settleDispute", "correct")

// String names the value; it never fails.
func (a Action) String() string { return actions.String(a) }

// MarshalText writes the name; an unset value is an error.
func (a Action) MarshalText() ([]byte, error) { return actions.Append(nil, a) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (a *Action) UnmarshalText(text []byte) error { return actions.Unmarshal(a, text) }

// detail is a set of the members of [Details].
type detail uint16

const (
	hasReason detail = 1 << iota
	hasOpening
	hasAttempt
	hasClaim
	hasReference
	hasRelief
	hasRefund
	hasDispute
	hasSettlement
	hasCorrection
)

// detailNames are the members by their bits.
var detailNames = [...]string{"reason", "opening", "attempt", "claim", "reference", "relief", "refund", "dispute", "settlement", "correction"}

// actionRow is what is known of an action: what its details must hold, and who may ask
// for it.
type actionRow struct {
	action Action
	title  motcua.Text
	needs  detail
	by     []Role
}

// actionRows are in the order of the actions. A reason may always be given.
var actionRows = [...]actionRow{
	{ActionOpen, motcua.Text{Vi: "Lập khoản thu", En: "Open"}, hasOpening, []Role{RoleCashier, RoleOfficer, RoleSystem}},
	{ActionStart, motcua.Text{Vi: "Bắt đầu thanh toán", En: "Start an attempt"}, hasAttempt, []Role{RolePayer, RoleCashier, RoleSystem}},
	{ActionReport, motcua.Text{Vi: "Nhận thông báo kết quả", En: "Report an outcome"}, hasClaim, []Role{RoleGateway, RoleCashier, RoleSystem}},
	{ActionTimeOut, motcua.Text{Vi: "Quá thời gian thanh toán", En: "Time an attempt out"}, hasReference, []Role{RoleSystem}},
	{ActionExpire, motcua.Text{Vi: "Hết hạn nộp", En: "Expire"}, 0, []Role{RoleSystem}},
	{ActionCancel, motcua.Text{Vi: "Hủy khoản thu", En: "Cancel"}, hasReason, []Role{RolePayer, RoleCashier, RoleOfficer}},
	{ActionWaive, motcua.Text{Vi: "Miễn, giảm", En: "Waive"}, hasRelief, []Role{RoleOfficer}},
	{ActionSupport, motcua.Text{Vi: "Hỗ trợ từ ngân sách", En: "Support from the budget"}, hasRelief, []Role{RoleOfficer}},
	{ActionRefund, motcua.Text{Vi: "Yêu cầu hoàn trả", En: "Refund"}, hasRefund | hasReason, []Role{RoleOfficer}},
	{ActionSettleRefund, motcua.Text{Vi: "Kết quả hoàn trả", En: "Settle a refund"}, hasSettlement, []Role{RoleGateway, RoleCashier, RoleSystem}},
	{ActionDispute, motcua.Text{Vi: "Tiếp nhận tra soát", En: "Dispute"}, hasDispute, []Role{RoleGateway, RoleOfficer}},
	{ActionSettleDispute, motcua.Text{Vi: "Kết quả tra soát", En: "Settle a dispute"}, hasSettlement, []Role{RoleGateway, RoleOfficer}},
	{ActionCorrect, motcua.Text{Vi: "Điều chỉnh", En: "Correct"}, hasCorrection | hasReason, []Role{RoleOfficer}},
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
