package payment

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// State is where an order stands, for those who work with it. For the public there is
// [Public].
type State uint8

// The states. An order of which nothing is known is new.
const (
	StateNew            State = iota + 1 // not opened yet
	StateOpened                          // nobody tried to pay
	StateAttempted                       // an attempt is under way
	StateAttemptFailed                   // every attempt came to nothing
	StatePartlyPaid                      // some of it was taken
	StatePaid                            // all of it was taken
	StateOverpaid                        // more than that: the rest is owed to the payer
	StateSuspended                       // a sum came that nothing explains: somebody must look
	StateDisputed                        // the payer contests a sum at the bank
	StateChargedBack                     // a sum went back to the payer by the bank's decision
	StateRefunding                       // money is on its way back
	StatePartlyRefunded                  // some of it went back
	StateRefunded                        // all that was taken went back
	StateOverReturned                    // more went back than came: the payer owes it
	StateWaived                          // nothing is to be paid, or no more
	StateExpired                         // it was not paid in time
	StateExpiredOwing                    // nor in full, and what was taken is owed to the payer
	StateCancelled                       // it is not to be paid any more
	StateCancelledOwing                  // and what was taken all the same is owed to the payer
)

var states = enum.New[State]("state", "new", "opened", "attempted", "attemptFailed", "partlyPaid", "paid", "overpaid", "suspended", "disputed",
	"chargedBack", "refunding", "partlyRefunded", "refunded", "overReturned", "waived", "expired", "expiredOwing", "cancelled", "cancelledOwing")

// String names the value; it never fails.
func (s State) String() string { return states.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s State) MarshalText() ([]byte, error) { return states.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *State) UnmarshalText(text []byte) error { return states.Unmarshal(s, text) }

// Public is where an order stands for everybody else: few words over many states.
type Public uint8

// The public states.
const (
	PublicCreated    Public = iota + 1 // mới lập
	PublicPending                      // đang thanh toán
	PublicPartlyPaid                   // thanh toán một phần
	PublicPaid                         // đã thanh toán
	PublicFailed                       // không thành công
	PublicExpired                      // hết hạn
	PublicCancelled                    // đã hủy
	PublicRefunded                     // đã hoàn trả
	PublicWaived                       // không phải nộp
)

var publics = enum.New[Public]("public state", "created", "pending", "partlyPaid", "paid", "failed", "expired", "cancelled", "refunded", "waived")

// String names the value; it never fails.
func (p Public) String() string { return publics.String(p) }

// MarshalText writes the name; an unset value is an error.
func (p Public) MarshalText() ([]byte, error) { return publics.Append(nil, p) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (p *Public) UnmarshalText(text []byte) error { return publics.Unmarshal(p, text) }

// Status is what the public is told of an order.
type Status struct {
	Public   Public      `json:"public"`         // where it stands
	Finished bool        `json:"finished"`       // nothing more has to happen
	CanRetry bool        `json:"canRetry"`       // the payer may try, or try again
	Code     string      `json:"code,omitempty"` // why, for programs; absent where the state says it all
	Text     motcua.Text `json:"text"`           // for people
}

// stateRow is what is known of a state: when an order stands in it, and what the public
// is told.
type stateRow struct {
	state  State
	when   []condition // all hold; of several states the first in stateOrder
	status Status
}

// stateRows are in the order of the states.
var stateRows = [...]stateRow{
	{StateNew, []condition{isNew}, Status{}},
	{StateOpened, nil, Status{PublicCreated, false, true, "", motcua.Text{Vi: "Chưa thanh toán", En: "To be paid"}}},
	{StateAttempted, []condition{isRunning}, Status{PublicPending, false, false, "", motcua.Text{Vi: "Đang thanh toán", En: "An attempt is under way"}}},
	{StateAttemptFailed, []condition{isTried}, Status{PublicFailed, false, true, "", motcua.Text{Vi: "Thanh toán không thành công", En: "The attempt failed"}}},
	{StatePartlyPaid, []condition{isPart}, Status{PublicPartlyPaid, false, true, "", motcua.Text{Vi: "Đã thanh toán một phần", En: "Paid in part"}}},
	{StatePaid, []condition{isCovered}, Status{PublicPaid, true, false, "", motcua.Text{Vi: "Đã thanh toán", En: "Paid"}}},
	{StateOverpaid, []condition{isExcess}, Status{PublicPaid, false, false, "overpaid", motcua.Text{Vi: "Đã thanh toán, có khoản thừa phải hoàn trả", En: "Paid; what is too much is to be refunded"}}},
	{StateSuspended, []condition{isSuspense}, Status{PublicPending, false, false, "underReview", motcua.Text{Vi: "Có khoản tiền đang được kiểm tra, không nộp lại", En: "A sum is being looked into; do not pay again"}}},
	{StateDisputed, []condition{isDisputed}, Status{PublicPaid, false, false, "disputed", motcua.Text{Vi: "Đang tra soát", En: "Contested at the bank"}}},
	{StateChargedBack, []condition{isLost}, Status{PublicFailed, false, true, "chargedBack", motcua.Text{Vi: "Ngân hàng đã trả tiền cho người nộp", En: "The bank gave the money back"}}},
	{StateRefunding, []condition{isRefunding}, Status{PublicPaid, false, false, "refunding", motcua.Text{Vi: "Đang hoàn trả", En: "Money is on its way back"}}},
	{StatePartlyRefunded, []condition{isReturned, isCovered}, Status{PublicPaid, true, false, "partlyRefunded", motcua.Text{Vi: "Đã thanh toán, đã hoàn trả một phần", En: "Paid, and refunded in part"}}},
	{StateRefunded, []condition{isReturned, isEmpty}, Status{PublicRefunded, true, false, "", motcua.Text{Vi: "Đã hoàn trả", En: "Refunded"}}},
	{StateOverReturned, []condition{isOwed}, Status{PublicRefunded, false, true, "overReturned", motcua.Text{Vi: "Đã trả lại nhiều hơn số đã nộp, phần thừa phải nộp lại", En: "More went back than was paid; the difference is to be paid back"}}},
	{StateWaived, []condition{isNothingDue, isEmpty}, Status{PublicWaived, true, false, "", motcua.Text{Vi: "Không phải nộp", En: "Nothing is to be paid"}}},
	{StateExpired, []condition{isExpired, isShort}, Status{PublicExpired, true, false, "", motcua.Text{Vi: "Hết hạn thanh toán", En: "Not paid in time"}}},
	{StateExpiredOwing, []condition{isExpired, isShort, isOwing}, Status{PublicExpired, false, false, "refundOwed", motcua.Text{Vi: "Hết hạn, số đã nộp phải hoàn trả", En: "Not paid in time; what was paid is to be refunded"}}},
	{StateCancelled, []condition{isCancelled}, Status{PublicCancelled, true, false, "", motcua.Text{Vi: "Đã hủy", En: "Cancelled"}}},
	{StateCancelledOwing, []condition{isCancelled, isOwing}, Status{PublicCancelled, false, false, "refundOwed", motcua.Text{Vi: "Đã hủy, số đã nộp phải hoàn trả", En: "Cancelled; what was paid is to be refunded"}}},
}

// stateOrder is the order in which states are tried: the first whose conditions hold is
// where an order stands.
var stateOrder = [...]State{
	StateNew, StateCancelledOwing, StateExpiredOwing, StateSuspended, StateDisputed, StateRefunding, StateOverReturned, StateCancelled, StateExpired, StateOverpaid,
	StateRefunded, StatePartlyRefunded, StateWaived, StatePaid, StatePartlyPaid, StateAttempted, StateChargedBack, StateAttemptFailed, StateOpened,
}

func (s State) row() *stateRow {
	if i := int(s) - 1; i >= 0 && i < len(stateRows) {
		return &stateRows[i]
	}
	return &noState
}

var noState stateRow

// Status is what the public is told of a state.
func (s State) Status() Status { return s.row().status }

// standing is where an order stands by what is known of it.
func (o *Order) standing() State {
	for _, s := range stateOrder {
		if all(s.row().when, o) {
			return s
		}
	}
	return StateOpened
}
