package receipt

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Rule is something receipts are held to, and by which act.
type Rule struct {
	ID     string          // "number", "currency" …; one may stand several times, by its days
	Text   motcua.Text     // what it says
	Valid  motcua.Validity // days on which it holds
	Digits int             // of "number": how many digits a number has at most
	Source motcua.Source   // where it stands
}

// numberRule is the rule that limits numbers and series.
const numberRule = "number"

var ruleRows = [...]Rule{
	{numberRule, motcua.Text{Vi: "số biên lai có tối đa 7 chữ số; đánh số theo năm, từ 01/01 đến 31/12", En: "a number has 7 digits at most; numbering is by calendar year"},
		motcua.Validity{From: motcua.MustDate("2022-07-01"), To: motcua.MustDate("2026-07-01")}, 7,
		motcua.Source{Act: "123/2020/NĐ-CP", Article: "Điều 32", Basis: motcua.BasisAssumed, Note: motcua.Text{Vi: "sửa đổi bởi 70/2025/NĐ-CP, hướng dẫn tại 78/2021/TT-BTC, 32/2025/TT-BTC; chưa đối chiếu nguyên văn", En: "amended by 70/2025/NĐ-CP, with circulars 78/2021 and 32/2025; the texts were not at hand"}}},
	{numberRule, motcua.Text{Vi: "số biên lai có tối đa 8 chữ số; biên lai điện tử đánh số theo năm, từ 01/01 hoặc ngày bắt đầu sử dụng đến 31/12", En: "a number has 8 digits at most; e-receipts are numbered by calendar year"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 8,
		motcua.Source{Act: "254/2026/NĐ-CP", Article: "Điều 23 khoản 2 điểm c", Basis: motcua.BasisLaw}},
	{"contents", motcua.Text{Vi: "tên, ký hiệu mẫu, ký hiệu, số; tên và mã số thuế tổ chức thu; khoản thu và số tiền bằng số, bằng chữ; ngày lập; chữ ký số", En: "what a receipt must state"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 0,
		motcua.Source{Act: "254/2026/NĐ-CP", Article: "Điều 23 khoản 2", Basis: motcua.BasisLaw}},
	{"currency", motcua.Text{Vi: "ghi bằng đồng Việt Nam; bằng ngoại tệ nếu mức thu được quy định và thu bằng ngoại tệ", En: "in đồng; in a foreign currency where the rate is set and paid in it"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 0,
		motcua.Source{Act: "254/2026/NĐ-CP", Article: "Điều 23 khoản 2 điểm h", Basis: motcua.BasisLaw}},
	{"symbols", motcua.Text{Vi: "ký hiệu mẫu và ký hiệu theo quy định của Bộ trưởng Bộ Tài chính", En: "form and symbol are set by the Ministry of Finance; only their characters are held to here"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 0,
		motcua.Source{Act: "91/2026/TT-BTC", Article: "Điều 4", Basis: motcua.BasisPress, Note: motcua.Text{Vi: "chưa có nguyên văn; mẫu thường gặp: 01BLP0-001, AA-26E", En: "the text was not at hand; seen in practice: 01BLP0-001"}}},
	{"electronic", motcua.Text{Vi: "thu phí, lệ phí phải lập biên lai điện tử; biên lai giấy được dùng đến hết 31/12/2026", En: "receipts are electronic; paper ones may be used to the end of 2026. The page printed here is for reading and no receipt on paper"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 0,
		motcua.Source{Act: "254/2026/NĐ-CP", Article: "Điều 4 khoản 2, Điều 44 khoản 2", Basis: motcua.BasisPress, Note: secondHand}},
	{"report", motcua.Text{Vi: "dữ liệu biên lai gửi cơ quan thuế trong ngày lập, theo bảng tổng hợp 01/TH-BLĐT; ở đây không gửi", En: "the tax office gets a summary (01/TH-BLĐT) on the day of issue; nothing is sent here"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 0,
		motcua.Source{Act: "254/2026/NĐ-CP", Article: "Điều 29 khoản 3 điểm b", Basis: motcua.BasisPress, Note: secondHand}},
	{"joined", motcua.Text{Vi: "biên lai có thể tích hợp với hóa đơn (ký hiệu mẫu 8, 9); ở đây không tích hợp", En: "a receipt may be part of an invoice (forms 8 and 9); here it is not"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 0,
		motcua.Source{Act: "254/2026/NĐ-CP", Article: "Điều 4 khoản 7", Basis: motcua.BasisPress, Note: secondHand}},
	{"void", motcua.Text{Vi: "biên lai sai thì xóa bỏ có lý do, hoặc thay thế; số không dùng lại", En: "a receipt that is wrong is made void for a reason, or replaced; its number is not used again"},
		motcua.Validity{}, 0,
		motcua.Source{Act: "91/2026/TT-BTC", Article: "Điều 10", Basis: motcua.BasisAssumed, Note: motcua.Text{Vi: "Điều 10 chỉ cho điều chỉnh, thay thế hóa đơn; quy định cho biên lai chưa đối chiếu", En: "art. 10 lets invoices only be corrected or replaced; what it says of receipts was not at hand"}}},
	{"layout", motcua.Text{Vi: "mẫu hiển thị theo quy định của Kho bạc Nhà nước; trang in ở đây do chúng tôi trình bày", En: "the display is set by the State Treasury; the page printed here is ours"},
		motcua.Validity{From: motcua.MustDate("2026-07-01")}, 0,
		motcua.Source{Act: "347/2025/NĐ-CP", Basis: motcua.BasisOurs, Note: motcua.Text{Vi: "dẫn chiếu tại 254/2026/NĐ-CP, Điều 23 khoản 3", En: "named by 254/2026/NĐ-CP, art. 23"}}},
	{"apart", motcua.Text{Vi: "phí và lệ phí lập biên lai riêng", En: "phí and lệ phí have receipts of their own"},
		motcua.Validity{From: motcua.MustDate("2017-01-01")}, 0,
		motcua.Source{Act: "97/2015/QH13", Article: "Điều 3", Basis: motcua.BasisPractice}},
	{"neither", motcua.Text{Vi: "khoản thu không phải phí, lệ phí không lập biên lai này", En: "what is neither has no such receipt"},
		motcua.Validity{From: motcua.MustDate("2017-01-01")}, 0,
		motcua.Source{Act: "97/2015/QH13", Article: "Điều 3", Basis: motcua.BasisOurs}},
	{"zero", motcua.Text{Vi: "mức thu 0 đồng vẫn lập biên lai", En: "a receipt is issued for 0 đồng too"},
		motcua.Validity{}, 0,
		motcua.Source{Act: "411/NQ-HĐND", Basis: motcua.BasisPress, Note: motcua.Text{Vi: "Thành phố Hồ Chí Minh; áp dụng chung là lựa chọn của chúng tôi", En: "Ho Chi Minh City; ours elsewhere"}}},
	{"vat", motcua.Text{Vi: "biên lai không có thuế giá trị gia tăng", En: "a receipt carries no VAT"},
		motcua.Validity{}, 0,
		motcua.Source{Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "phần mềm biên lai điện tử", En: "software for e-receipts"}}},
}

// secondHand notes that an act was read in a summary that quotes its articles.
var secondHand = motcua.Text{Vi: "đọc qua bản tóm lược công khai, chưa đối chiếu nguyên văn", En: "read in a public summary that names the articles; the text was not at hand"}

// Rules lists what receipts are held to.
func Rules() []Rule { return slices.Clone(ruleRows[:]) }

// numbering is the rule of numbers on a day.
func numbering(day motcua.Date) (Rule, bool) {
	i := slices.IndexFunc(ruleRows[:], func(r Rule) bool { return r.ID == numberRule && r.Valid.Contains(day) })
	if i < 0 {
		return Rule{}, false
	}
	return ruleRows[i], true
}

// dayOf is the day of an instant in Vietnam.
func dayOf(t time.Time) motcua.Date { return motcua.DateOf(t.In(motcua.Vietnam())) }

// titleRows name the receipts of a kind. A kind without a row has none.
var titleRows = [...]struct {
	kind  payment.Kind
	title motcua.Text
}{
	{payment.KindPhi, motcua.Text{Vi: "Biên lai thu phí", En: "Receipt of a fee (phí)"}},
	{payment.KindLePhi, motcua.Text{Vi: "Biên lai thu lệ phí", En: "Receipt of a charge (lệ phí)"}},
}

// Title names the receipts of a kind for people; nothing for kinds that have none.
func Title(k payment.Kind) motcua.Text {
	for _, row := range titleRows {
		if row.kind == k {
			return row.title
		}
	}
	return motcua.Text{}
}
