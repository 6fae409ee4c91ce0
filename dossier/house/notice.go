package house

import (
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// Notice is what somebody is to be told of an event. Who they are and how they are
// reached is the portal's: a notice names a role and holds nothing of a person.
type Notice struct {
	To      dossier.Role `json:"to"`      // whom
	Event   string       `json:"event"`   // id of the event
	At      time.Time    `json:"at"`      // of the event
	Dossier string       `json:"dossier"` // code of the dossier
	Title   motcua.Text  `json:"title"`   // in a line
	Text    motcua.Text  `json:"text"`    // in a sentence or two
}

// noticeRow says who is told what of an action. In texts, {code} is the dossier and {due}
// its appointment; a sentence with {due} is left out where there is none.
type noticeRow struct {
	on    dossier.Action
	to    dossier.Role
	title motcua.Text
	text  motcua.Text
}

var noticeRows = []noticeRow{
	{dossier.ActionSubmit, dossier.RoleCounter, motcua.Text{Vi: "Hồ sơ mới", En: "New dossier"}, motcua.Text{Vi: "Hồ sơ {code} đã được nộp và chờ trả lời.", En: "Dossier {code} was filed and awaits an answer."}},
	{dossier.ActionSubmit, dossier.RoleApplicant, motcua.Text{Vi: "Đã nộp hồ sơ", En: "Filed"}, motcua.Text{Vi: "Hồ sơ {code} đã được gửi đến bộ phận một cửa.", En: "Dossier {code} has reached the one-window centre."}},
	{dossier.ActionReceive, dossier.RoleApplicant, motcua.Text{Vi: "Đã tiếp nhận hồ sơ", En: "Received"}, motcua.Text{Vi: "Hồ sơ {code} đã được tiếp nhận. Ngày hẹn trả kết quả: {due}.", En: "Dossier {code} was received. The result is due {due}."}},
	{dossier.ActionRefuse, dossier.RoleApplicant, motcua.Text{Vi: "Không tiếp nhận hồ sơ", En: "Not received"}, motcua.Text{Vi: "Hồ sơ {code} không được tiếp nhận. Lý do ghi trong phiếu từ chối.", En: "Dossier {code} was not received. The slip of refusal says why."}},
	{dossier.ActionAskSupplement, dossier.RoleApplicant, motcua.Text{Vi: "Yêu cầu bổ sung hồ sơ", En: "Supplements are asked for"}, motcua.Text{Vi: "Hồ sơ {code} cần bổ sung. Nội dung ghi trong phiếu yêu cầu bổ sung.", En: "Dossier {code} needs supplements. The slip says which."}},
	{dossier.ActionSupplement, dossier.RoleCounter, motcua.Text{Vi: "Hồ sơ đã được bổ sung", En: "Supplements came"}, motcua.Text{Vi: "Hồ sơ {code} đã được bổ sung.", En: "Supplements to dossier {code} came."}},
	{dossier.ActionSupplement, dossier.RoleHandler, motcua.Text{Vi: "Hồ sơ đã được bổ sung", En: "Supplements came"}, motcua.Text{Vi: "Hồ sơ {code} đã được bổ sung.", En: "Supplements to dossier {code} came."}},
	{dossier.ActionDemandPayment, dossier.RoleApplicant, motcua.Text{Vi: "Yêu cầu nộp phí, lệ phí", En: "Payment is demanded"}, motcua.Text{Vi: "Hồ sơ {code} cần thực hiện nghĩa vụ tài chính.", En: "A financial obligation of dossier {code} is to be met."}},
	{dossier.ActionConfirmPayment, dossier.RoleApplicant, motcua.Text{Vi: "Đã ghi nhận thanh toán", En: "Payment received"}, motcua.Text{Vi: "Khoản thanh toán của hồ sơ {code} đã được ghi nhận.", En: "The payment for dossier {code} was recorded."}},
	{dossier.ActionForward, dossier.RoleHandler, motcua.Text{Vi: "Hồ sơ chuyển đến", En: "Dossier forwarded"}, motcua.Text{Vi: "Hồ sơ {code} được chuyển đến để giải quyết. Ngày hẹn trả: {due}.", En: "Dossier {code} was forwarded to you. The result is due {due}."}},
	{dossier.ActionTransfer, dossier.RoleHandler, motcua.Text{Vi: "Chuyển thẩm quyền", En: "Competence transferred"}, motcua.Text{Vi: "Hồ sơ {code} được chuyển thẩm quyền giải quyết. Ngày hẹn trả: {due}.", En: "Competence for dossier {code} was transferred. The result is due {due}."}},
	{dossier.ActionTransfer, dossier.RoleApplicant, motcua.Text{Vi: "Thay đổi cơ quan giải quyết", En: "Another body decides"}, motcua.Text{Vi: "Hồ sơ {code} do cơ quan khác giải quyết từ nay.", En: "Another body decides on dossier {code} from now on."}},
	{dossier.ActionHandOver, dossier.RoleHandler, motcua.Text{Vi: "Hồ sơ chuyển đến bàn xử lý", En: "Dossier handed over"}, motcua.Text{Vi: "Hồ sơ {code} được chuyển đến để xử lý. Ngày hẹn trả: {due}.", En: "Dossier {code} was handed over to you. The result is due {due}."}},
	{dossier.ActionExtend, dossier.RoleApplicant, motcua.Text{Vi: "Xin lỗi và hẹn lại ngày trả kết quả", En: "Apology and a new appointment"}, motcua.Text{Vi: "Cơ quan giải quyết xin lỗi vì chậm trả kết quả hồ sơ {code}. Ngày hẹn mới: {due}.", En: "The body in charge apologises for the delay of dossier {code}. The result is now due {due}."}},
	{dossier.ActionFinish, dossier.RoleLeader, motcua.Text{Vi: "Kết quả chờ ký", En: "A result to sign"}, motcua.Text{Vi: "Hồ sơ {code} đã xử lý xong, kết quả chờ ký.", En: "The work on dossier {code} is done; the result is to be signed."}},
	{dossier.ActionIssue, dossier.RoleApplicant, motcua.Text{Vi: "Đã có kết quả", En: "The result is ready"}, motcua.Text{Vi: "Hồ sơ {code} đã có kết quả. Mời nhận kết quả theo hình thức đã đăng ký.", En: "The result of dossier {code} is ready to be handed over as agreed."}},
	{dossier.ActionReturnResult, dossier.RoleApplicant, motcua.Text{Vi: "Đã trả kết quả", En: "Result handed over"}, motcua.Text{Vi: "Kết quả hồ sơ {code} đã được trả. Mời đánh giá mức độ hài lòng.", En: "The result of dossier {code} was handed over. Please rate the service."}},
	{dossier.ActionWithdraw, dossier.RoleHandler, motcua.Text{Vi: "Người nộp rút hồ sơ", En: "Withdrawn"}, motcua.Text{Vi: "Hồ sơ {code} đã được rút.", En: "Dossier {code} was withdrawn."}},
	{dossier.ActionWithdraw, dossier.RoleApplicant, motcua.Text{Vi: "Đã rút hồ sơ", En: "Withdrawn"}, motcua.Text{Vi: "Hồ sơ {code} đã được rút theo yêu cầu.", En: "Dossier {code} was withdrawn as asked for."}},
	{dossier.ActionStop, dossier.RoleApplicant, motcua.Text{Vi: "Dừng giải quyết hồ sơ", En: "Stopped"}, motcua.Text{Vi: "Hồ sơ {code} dừng giải quyết. Lý do ghi trong thông báo.", En: "The work on dossier {code} was stopped. The notice says why."}},
	{dossier.ActionReopen, dossier.RoleApplicant, motcua.Text{Vi: "Mở lại hồ sơ", En: "Reopened"}, motcua.Text{Vi: "Hồ sơ {code} được mở lại. Ngày hẹn trả: {due}.", En: "Dossier {code} was reopened. The result is due {due}."}},
	{dossier.ActionCorrect, dossier.RoleApplicant, motcua.Text{Vi: "Đính chính thông tin hồ sơ", En: "Corrected"}, motcua.Text{Vi: "Thông tin hồ sơ {code} đã được đính chính.", En: "What was filed with dossier {code} was corrected."}},
	{dossier.ActionRate, dossier.RoleLeader, motcua.Text{Vi: "Có đánh giá", En: "Rated"}, motcua.Text{Vi: "Người nộp hồ sơ {code} đã đánh giá.", En: "The applicant of dossier {code} rated the service."}},
	{dossier.ActionComplain, dossier.RoleLeader, motcua.Text{Vi: "Có phản ánh, kiến nghị", En: "A complaint"}, motcua.Text{Vi: "Người nộp hồ sơ {code} có phản ánh, kiến nghị cần trả lời.", En: "The applicant of dossier {code} raised a complaint that is to be answered."}},
}

// Notices are what is to be told of the dossier's latest event, in Vietnamese and in
// English, in the order of their rows. Appointments are those of the ledger; without an
// office in the setting none is named. Delivery is the portal's.
func Notices(d *dossier.Dossier, s *dossier.Setting) []Notice {
	if len(d.Events) == 0 {
		return nil
	}
	e := &d.Events[len(d.Events)-1]
	code := d.Code()
	due := appointment(d, s)
	var list []Notice
	for _, row := range noticeRows {
		if row.on != e.Action || row.on == dossier.ActionFinish && d.Signed {
			continue
		}
		fill := func(text, due string) string {
			if due == "" {
				text = withoutDue(text)
			}
			return strings.NewReplacer("{code}", code, "{due}", due).Replace(text)
		}
		list = append(list, Notice{
			To: row.to, Event: e.ID, At: e.At, Dossier: code, Title: row.title,
			Text: motcua.Text{Vi: fill(row.text.Vi, due.Vi), En: fill(row.text.En, due.En)},
		})
	}
	return list
}

// withoutDue leaves the sentence out that names an appointment.
func withoutDue(text string) string {
	var kept []string
	for _, sentence := range strings.SplitAfter(text, ". ") {
		if !strings.Contains(sentence, "{due}") {
			kept = append(kept, sentence)
		}
	}
	return strings.TrimSpace(strings.Join(kept, ""))
}

// appointment is the appointment in words; empty for none.
func appointment(d *dossier.Dossier, s *dossier.Setting) motcua.Text {
	if s == nil || s.Office == nil {
		return motcua.Text{}
	}
	l, _ := d.Ledger(s)
	due, ok := l.Due()
	if !ok {
		return motcua.Text{}
	}
	return workday.InWords(due)
}
