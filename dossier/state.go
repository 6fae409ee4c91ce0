package dossier

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// State is where a dossier stands (trạng thái hồ sơ): the ten states of the national
// portal, and the finer ones that a centre needs.
type State uint8

// The states, in the order of a life. A dossier of which nothing is known yet is a
// draft (bản nháp).
const (
	StateDraft            State = iota + 1 // being prepared; the portal does not know it
	StateRegistered                        // handed in at the counter and not answered yet
	StateAwaitingAnswer                    // filed from afar: the time to answer runs
	StateSupplementToFile                  // sent back for supplements before reception
	StateSupplemented                      // the supplements came: the counter must answer again
	StatePaymentToFile                     // to be paid before reception
	StatePaidToFile                        // it was paid: the counter must answer
	StateReceived                          // received (được tiếp nhận): still at the counter
	StateForwarded                         // on its way to the competent body
	StateProcessing                        // in hand
	StateAtOtherBody                       // with another body, that verifies or is consulted
	StateSupplement                        // sent back for supplements after reception
	StatePayment                           // a financial obligation is to be met
	StateFinished                          // the work is done
	StateResultReady                       // the result waits at the pick-up point
	StateReturned                          // the result was handed over
	StateRefused                           // not received
	StateWithdrawn                         // withdrawn by the applicant
	StateStopped                           // stopped
)

var states = enum.New[State]("state", "draft", "registered", "awaitingAnswer", "supplementToFile", "supplemented", "paymentToFile", "paidToFile",
	"received", "forwarded", "processing", "atOtherBody", "supplement", "payment", "finished", "resultReady", "returned", "refused", "withdrawn", "stopped")

// String names the value; it never fails.
func (s State) String() string { return states.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s State) MarshalText() ([]byte, error) { return states.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *State) UnmarshalText(text []byte) error { return states.Unmarshal(s, text) }

// stateRow is what is known of a state.
type stateRow struct {
	state    State
	title    motcua.Text
	national int    // the portal's code (TrangThaiHoSo), 1 to 10; 0: the portal is not told
	main     bool   // the state a code of the portal is read as
	pause    string // why the clock stands: the id of a Reason; of another body, unless the event says another
	open     bool   // received and not ended
	ends     bool   // the work has ended
	terminal bool   // nothing more has to happen
}

// stateRows are in the order of the states. The codes are those of the portal
// (portal practice, 2026).
var stateRows = [...]stateRow{
	{state: StateDraft, title: motcua.Text{Vi: "Bản nháp", En: "Draft"}},
	{state: StateRegistered, title: motcua.Text{Vi: "Mới đăng ký", En: "Registered"}, national: 1, main: true},
	{state: StateAwaitingAnswer, title: motcua.Text{Vi: "Chờ tiếp nhận", En: "Awaiting the first answer"}, national: 1},
	{state: StateSupplementToFile, title: motcua.Text{Vi: "Yêu cầu bổ sung trước khi tiếp nhận", En: "Supplements asked for before reception"}, national: 5, pause: "supplement"},
	{state: StateSupplemented, title: motcua.Text{Vi: "Đã bổ sung, chờ tiếp nhận", En: "Supplemented, awaiting the answer"}, national: 5},
	{state: StatePaymentToFile, title: motcua.Text{Vi: "Yêu cầu nộp phí, lệ phí trước khi tiếp nhận", En: "To be paid before reception"}, national: 6, pause: "financialObligation"},
	{state: StatePaidToFile, title: motcua.Text{Vi: "Đã nộp phí, lệ phí, chờ tiếp nhận", En: "Paid, awaiting the answer"}, national: 6},
	{state: StateReceived, title: motcua.Text{Vi: "Được tiếp nhận", En: "Received"}, national: 2, main: true, open: true},
	{state: StateForwarded, title: motcua.Text{Vi: "Đã chuyển đến cơ quan giải quyết", En: "Forwarded to the competent body"}, national: 2, open: true},
	{state: StateProcessing, title: motcua.Text{Vi: "Đang xử lý", En: "In hand"}, national: 4, main: true, open: true},
	{state: StateAtOtherBody, title: motcua.Text{Vi: "Đang lấy ý kiến, phối hợp", En: "With another body"}, national: 4, pause: "otherBody", open: true},
	{state: StateSupplement, title: motcua.Text{Vi: "Yêu cầu bổ sung giấy tờ", En: "Supplements asked for"}, national: 5, main: true, pause: "supplement", open: true},
	{state: StatePayment, title: motcua.Text{Vi: "Yêu cầu thực hiện nghĩa vụ tài chính", En: "A financial obligation is to be met"}, national: 6, main: true, pause: "financialObligation", open: true},
	{state: StateFinished, title: motcua.Text{Vi: "Đã xử lý xong", En: "Finished"}, national: 9, main: true, ends: true},
	{state: StateResultReady, title: motcua.Text{Vi: "Đã có kết quả, chờ trả", En: "The result is ready"}, national: 9, ends: true},
	{state: StateReturned, title: motcua.Text{Vi: "Đã trả kết quả", En: "The result was returned"}, national: 10, main: true, ends: true, terminal: true},
	{state: StateRefused, title: motcua.Text{Vi: "Không được tiếp nhận", En: "Not received"}, national: 3, main: true, ends: true, terminal: true},
	{state: StateWithdrawn, title: motcua.Text{Vi: "Công dân yêu cầu rút hồ sơ", En: "Withdrawn"}, national: 7, main: true, ends: true, terminal: true},
	{state: StateStopped, title: motcua.Text{Vi: "Dừng xử lý", En: "Stopped"}, national: 8, main: true, ends: true, terminal: true},
}

// row is what is known of a state; of none that has no name, nothing.
func (s State) row() *stateRow {
	if i := int(s) - 1; i >= 0 && i < len(stateRows) {
		return &stateRows[i]
	}
	return &noState
}

var noState stateRow

// Title names the state for people.
func (s State) Title() motcua.Text { return s.row().title }

// National is the state as the national portal knows it (TrangThaiHoSo), 1 to 10; none
// for a draft, of which the portal is not told. Several states share a code, and no
// code of the portal is lost.
func (s State) National() (int, bool) { code := s.row().national; return code, code != 0 }

// StateOfNational is the state that a code of the national portal is read as; none for
// codes it does not have.
func StateOfNational(code int) (State, bool) {
	for i := range stateRows {
		if r := &stateRows[i]; r.main && r.national == code {
			return r.state, true
		}
	}
	return 0, false
}

// Ended reports whether the work on the dossier has ended in this state.
func (s State) Ended() bool { return s.row().ends }

// Terminal reports whether nothing more has to happen in this state. Only a correction,
// a rating or a complaint can follow.
func (s State) Terminal() bool { return s.row().terminal }
