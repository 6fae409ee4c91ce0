package catalog

import (
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// enumText says a value of an enum as people do.
func enumText(v any) (motcua.Text, bool) {
	for _, r := range enumRows() {
		if r.value == v {
			return r.text, true
		}
	}
	return motcua.Text{}, false
}

// enumRow is what people call a value of an enum.
type enumRow struct {
	value any
	text  motcua.Text
}

var enumRows = sync.OnceValue(func() []enumRow {
	return []enumRow{
		{StatusDraft, motcua.Text{Vi: "chưa công khai", En: "not publicised"}},
		{StatusPublic, motcua.Text{Vi: "công khai", En: "in use"}},
		{StatusSuspended, motcua.Text{Vi: "tạm dừng", En: "suspended"}},
		{StatusAbolished, motcua.Text{Vi: "đã bãi bỏ", En: "abolished"}},
		{OnlineInformation, motcua.Text{Vi: "chỉ cung cấp thông tin", En: "information only"}},
		{OnlinePartly, motcua.Text{Vi: "trực tuyến một phần", En: "partly online"}},
		{OnlineFully, motcua.Text{Vi: "trực tuyến toàn trình", En: "fully online"}},
		{OnlineTesting, motcua.Text{Vi: "trực tuyến thử nghiệm", En: "online in testing"}},
		{motcua.ChannelInPerson, motcua.Text{Vi: "trực tiếp", En: "in person"}},
		{motcua.ChannelOnline, motcua.Text{Vi: "trực tuyến", En: "online"}},
		{motcua.ChannelPost, motcua.Text{Vi: "bưu chính", En: "by post"}},
		{unit.Ministry, motcua.Text{Vi: "cấp bộ", En: "ministry"}},
		{unit.Province, motcua.Text{Vi: "cấp tỉnh", En: "province"}},
		{unit.Department, motcua.Text{Vi: "cấp sở, cục", En: "department"}},
		{unit.District, motcua.Text{Vi: "cấp huyện", En: "district"}},
		{unit.Commune, motcua.Text{Vi: "cấp xã", En: "commune"}},
		{unit.Other, motcua.Text{Vi: "cấp khác", En: "other"}},
		{workday.StartOnReception, motcua.Text{Vi: "khi tiếp nhận", En: "on reception"}},
		{workday.StartOnPayment, motcua.Text{Vi: "khi hoàn thành nghĩa vụ tài chính", En: "on payment"}},
		{workday.StartNextDay, motcua.Text{Vi: "tính từ ngày làm việc sau", En: "counts from the next working day"}},
		{workday.DueNextDay, motcua.Text{Vi: "trả trong ngày làm việc sau", En: "due on the next working day"}},
		{workday.SupplementContinue, motcua.Text{Vi: "tính tiếp phần còn lại", En: "the rest of the time goes on"}},
		{workday.SupplementRestart, motcua.Text{Vi: "tính lại từ đầu", En: "the time starts again"}},
		{workday.SupplementRemainder, motcua.Text{Vi: "còn một thời hạn cố định", En: "a fixed time remains"}},
		{payment.KindPhi, motcua.Text{Vi: "phí", En: "phí"}},
		{payment.KindLePhi, motcua.Text{Vi: "lệ phí", En: "lệ phí"}},
		{payment.KindOther, motcua.Text{Vi: "khoản khác", En: "other money"}},
		{fee.StatusDraft, motcua.Text{Vi: "dự thảo", En: "draft"}},
		{fee.StatusApproved, motcua.Text{Vi: "đã ban hành", En: "approved"}},
		{fee.StatusWithdrawn, motcua.Text{Vi: "đã rút", En: "withdrawn"}},
		{fee.MomentBefore, motcua.Text{Vi: "trước khi tiếp nhận", En: "before reception"}},
		{fee.MomentAfter, motcua.Text{Vi: "khi trả kết quả", En: "with the result"}},
		{fee.MomentNotice, motcua.Text{Vi: "theo thông báo nghĩa vụ tài chính", En: "upon a notice"}},
		{fee.BandSlice, motcua.Text{Vi: "lũy tiến từng phần", En: "by slices"}},
		{fee.BandWhole, motcua.Text{Vi: "lũy tiến toàn phần", En: "as a whole"}},
	}
})
