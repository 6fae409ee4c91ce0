package main

import (
	"fmt"

	"github.com/motcua/motcua"
)

// nothing is what a table shows where there is no figure; CSV has an empty cell.
const nothing = "–"

// headings are the headings of tables that have a word in Vietnamese. CSV keeps
// the English ones, which programs look for.
var headings = []motcua.Text{
	{En: "unit", Vi: "đơn vị"}, {En: "name", Vi: "tên"}, {En: "level", Vi: "cấp"}, {En: "peers", Vi: "nhóm"},
	{En: "total", Vi: "tổng"}, {En: "max", Vi: "tối đa"}, {En: "max known", Vi: "tối đa đã biết"}, {En: "band", Vi: "xếp loại"},
	{En: "node", Vi: "mục"}, {En: "leaf", Vi: "chỉ tiêu"}, {En: "title", Vi: "tên gọi"}, {En: "points", Vi: "điểm"},
	{En: "num", Vi: "tử số"}, {En: "den", Vi: "mẫu số"}, {En: "status", Vi: "trạng thái"}, {En: "lost", Vi: "mất"}, {En: "why", Vi: "lý do"},
	{En: "rank", Vi: "hạng"}, {En: "of", Vi: "trên"}, {En: "moved", Vi: "đổi hạng"}, {En: "gained", Vi: "tăng điểm"},
	{En: "first", Vi: "lần đứng đầu"}, {En: "streak", Vi: "liên tiếp"},
	{En: "rows", Vi: "số lượt"}, {En: "table", Vi: "bảng"}, {En: "gain", Vi: "thêm"}, {En: "all rows", Vi: "mọi lượt"},
	{En: "all gain", Vi: "thêm tất cả"}, {En: "one row", Vi: "một lượt"},
	{En: "from", Vi: "từ"}, {En: "to", Vi: "đến"}, {En: "rate", Vi: "tỷ lệ"}, {En: "mix", Vi: "cơ cấu"}, {En: "scope", Vi: "phạm vi"},
	{En: "rounding", Vi: "làm tròn"},
	{En: "line", Vi: "dòng"}, {En: "at", Vi: "vị trí"}, {En: "verdict", Vi: "kết luận"}, {En: "stated", Vi: "công bố"},
	{En: "computed", Vi: "tính được"}, {En: "tolerance", Vi: "sai số"}, {En: "message", Vi: "thông báo"},
	{En: "version", Vi: "phiên bản"}, {En: "in force", Vi: "hiệu lực"}, {En: "variant", Vi: "biến thể"}, {En: "leaves", Vi: "số chỉ tiêu"},
	{En: "type", Vi: "kiểu"}, {En: "meaning", Vi: "ý nghĩa"},
	{En: "date", Vi: "ngày"}, {En: "weekday", Vi: "thứ"}, {En: "day", Vi: "tính chất"}, {En: "reason", Vi: "lý do"}, {En: "source", Vi: "căn cứ"},
	{En: "provisional", Vi: "tạm tính"}, {En: "period", Vi: "kỳ"}, {En: "messages", Vi: "thông điệp"}, {En: "dossiers", Vi: "hồ sơ"},
	{En: "steps", Vi: "tiến trình"}, {En: "refused", Vi: "bị từ chối"}, {En: "flagged", Vi: "bị đánh dấu"}, {En: "measure", Vi: "số đo"},
	{En: "before", Vi: "trước"}, {En: "after", Vi: "sau"}, {En: "difference", Vi: "chênh lệch"}, {En: "seq", Vi: "lần"}, {En: "holiday", Vi: "ngày lễ"},
	{En: "aspect", Vi: "mục"}, {En: "what", Vi: "nội dung"}, {En: "field", Vi: "lĩnh vực"}, {En: "subject", Vi: "đối tượng"}, {En: "body", Vi: "cơ quan"},
	{En: "online", Vi: "trực tuyến"}, {En: "case", Vi: "trường hợp"}, {En: "time", Vi: "thời hạn"}, {En: "fee", Vi: "phí, lệ phí"}, {En: "paper", Vi: "giấy tờ"},
	{En: "step", Vi: "bước"}, {En: "result", Vi: "kết quả"}, {En: "conditions", Vi: "yêu cầu, điều kiện"}, {En: "basis", Vi: "căn cứ pháp lý"}, {En: "lacks", Vi: "còn thiếu"},
	{En: "known from", Vi: "biết từ"}, {En: "known to", Vi: "biết đến"}, {En: "kind", Vi: "loại"}, {En: "full", Vi: "mức đầy đủ"}, {En: "amount", Vi: "phải nộp"},
	{En: "support", Vi: "hỗ trợ"}, {En: "row", Vi: "dòng"}, {En: "figure", Vi: "chỉ số"}, {En: "group", Vi: "nhóm"}, {En: "count", Vi: "số lượng"},
	{En: "event", Vi: "thay đổi"}, {En: "change", Vi: "nội dung thay đổi"}, {En: "pointer", Vi: "vị trí"}, {En: "names", Vi: "là mã của"}, {En: "outcome", Vi: "kết quả"},
	{En: "codes", Vi: "mã"}, {En: "share", Vi: "phần"}, {En: "code", Vi: "mã"}, {En: "score", Vi: "độ khớp"}, {En: "file", Vi: "tệp"}, {En: "versions", Vi: "phiên bản"},
	{En: "errors", Vi: "lỗi"}, {En: "warnings", Vi: "cảnh báo"}, {En: "question", Vi: "câu hỏi"}, {En: "procedures", Vi: "thủ tục"}, {En: "losses", Vi: "mất mát"},
	{En: "dossier", Vi: "hồ sơ"}, {En: "state", Vi: "tình trạng"}, {En: "events", Vi: "sự kiện"}, {En: "clock", Vi: "thời hạn"}, {En: "due", Vi: "hẹn trả"},
	{En: "remaining", Vi: "còn lại"}, {En: "citizen", Vi: "người dân"}, {En: "index", Vi: "chỉ số 766"}, {En: "late", Vi: "chậm"}, {En: "action", Vi: "hành động"},
	{En: "who", Vi: "ai"}, {En: "leads to", Vi: "dẫn đến"}, {En: "needs", Vi: "cần nêu"}, {En: "until", Vi: "chậm nhất"}, {En: "must hold first", Vi: "điều kiện chưa đạt"},
	{En: "used", Vi: "đã dùng"}, {En: "budget", Vi: "được giao"}, {En: "when", Vi: "thời điểm"},
	{En: "order", Vi: "khoản thu"}, {En: "public", Vi: "công khai"}, {En: "payable", Vi: "phải thu"}, {En: "taken", Vi: "đã thu"}, {En: "refunded", Vi: "đã hoàn"},
	{En: "excess", Vi: "thừa"}, {En: "owed", Vi: "phải nộp lại"}, {En: "reference", Vi: "mã tham chiếu"}, {En: "transaction", Vi: "mã giao dịch"}, {En: "book", Vi: "tài khoản"}, {En: "method", Vi: "hình thức"},
	{En: "class", Vi: "kết quả đối soát"}, {En: "here", Vi: "ở sổ"}, {En: "there", Vi: "ở sao kê"}, {En: "proposal", Vi: "đề xuất"},
	{En: "day of closing", Vi: "ngày"}, {En: "currency", Vi: "đồng tiền"}, {En: "opening", Vi: "số dư đầu"}, {En: "closing", Vi: "số dư cuối"},
	{En: "in here", Vi: "thu ở sổ"}, {En: "out here", Vi: "chi ở sổ"}, {En: "in there", Vi: "thu ở sao kê"}, {En: "out there", Vi: "chi ở sao kê"}, {En: "explained by", Vi: "do"},
	{En: "posted", Vi: "số tiền"}, {En: "recorded", Vi: "ghi nhận"},
	{En: "need", Vi: "cần"}, {En: "originals", Vi: "bản chính"}, {En: "copies", Vi: "bản sao"},
}

// heading makes a header; a word without a row in headings stays as it is.
func heading(words ...string) []motcua.Text {
	out := make([]motcua.Text, len(words))
	for i, w := range words {
		out[i] = motcua.Text{Vi: w, En: w}
		for _, h := range headings {
			if h.En == w {
				out[i] = h
			}
		}
	}
	return out
}

// The sentences around tables.
var (
	textScore = motcua.Text{
		En: "%s %s: %s of %s, %s of which known; %s (%s %s)\n\n",
		Vi: "%s %s: %s trên %s, trong đó đã biết %s; %s (%s %s)\n\n",
	}
	textLive = motcua.Text{
		En: "\n%s, after %d messages\n\n",
		Vi: "\n%s, sau %d thông điệp\n\n",
	}
	textPartialBand = motcua.Text{
		En: "\n? Leaves are without points; with them the band might be another.\n",
		Vi: "\n? Còn chỉ tiêu chưa có điểm; khi có, xếp loại có thể khác.\n",
	}
	textBiggestGain = motcua.Text{
		En: "\nBiggest gain since %s: %s %s, +%s\n",
		Vi: "\nTăng nhiều nhất so với %s: %s %s, +%s\n",
	}
	textNewest = motcua.Text{
		En: "%s is not in force on %s; this is its newest version, %s %s",
		Vi: "%s không có hiệu lực vào %s; đây là phiên bản mới nhất, %s %s",
	}
	textExplained = motcua.Text{
		En: "%s %s: %s points\n\nLost where the figures are known\n\n",
		Vi: "%s %s: %s điểm\n\nĐiểm mất ở nơi đã có số liệu\n\n",
	}
	textSilent      = motcua.Text{En: "\nWithout points\n\n", Vi: "\nChưa có điểm\n\n"}
	textNotAdditive = motcua.Text{
		En: "\nThe definition does more than add rounded leaves, so that levers have no price of their own and no way to a target can be planned.\n",
		Vi: "\nBộ chỉ số không chỉ cộng điểm đã làm tròn, nên không tính riêng được từng đòn bẩy và không lập được đường tới mục tiêu.\n",
	}
	textNoTables = motcua.Text{
		En: "\nThe definition counts no rows, so that there are no levers.\n",
		Vi: "\nBộ chỉ số không đếm lượt nào, nên không có đòn bẩy.\n",
	}
	textNoLevers = motcua.Text{
		En: "\nNo leaf has rows of %s that would gain anything.\n",
		Vi: "\nKhông chỉ tiêu nào có lượt %s để thêm điểm.\n",
	}
	textLevers = motcua.Text{
		En: "\nLevers: the fewest rows that gain anything, and all that can be gained\n\n",
		Vi: "\nĐòn bẩy: số lượt ít nhất để thêm điểm, và tất cả có thể thêm\n\n",
	}
	textRankHeld = motcua.Text{
		En: "\nThe unit has rank %d or better already.\n",
		Vi: "\nĐơn vị đã có hạng %d hoặc cao hơn.\n",
	}
	textTotalHeld = motcua.Text{
		En: "\nThe total of %s is there already.\n",
		Vi: "\nĐã đạt tổng %s.\n",
	}
	textWay = motcua.Text{
		En: "\nThe way from %s to %s: %d rows\n\n",
		Vi: "\nTừ %s đến %s: %d lượt\n\n",
	}
	textTooFar = motcua.Text{
		En: "\nThe total of %s cannot be reached with these rows; all of them lead to %s.\n\n",
		Vi: "\nKhông đạt được tổng %s với các lượt này; tất cả chỉ đến %s.\n\n",
	}
)

// say writes a sentence in the language asked for.
func (s *session) say(t motcua.Text, args ...any) {
	for i, a := range args {
		if text, ok := a.(string); ok {
			args[i] = visible(text)
		}
	}
	fmt.Fprintf(s.out, s.text(t), args...)
}
