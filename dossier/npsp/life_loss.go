package npsp

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Loss is something that does not come back as it was when a dossier becomes messages,
// or messages a dossier. It says where and what kind of thing, and holds no value.
type Loss struct {
	Code    string      `json:"code"`    // of the kind, such as NPSP-LOSS-03; retired, never reused
	Pointer string      `json:"pointer"` // where: /events/3/desk of a history, /SoBienNhan of a message, /steps/2/NgayBatDau of its progress
	Text    motcua.Text `json:"text"`    // what it is, for people
}

// String says where and what.
func (l Loss) String() string { return l.Pointer + ": " + l.Code + ": " + l.Text.En }

// lossRow is a kind of loss: what lies below a path, whose indexes are left out. Of
// several rows the first decides.
type lossRow struct {
	path, code string
	once       bool // told once for a whole history
	text       motcua.Text
}

// eventLosses are the kinds of what messages do not carry of a history.
var eventLosses = [...]lossRow{
	{"/events/id", "NPSP-LOSS-01", true, motcua.Text{Vi: "mã của các việc đã ghi", En: "the ids of events"}},
	{"/events/by", "NPSP-LOSS-02", true, motcua.Text{Vi: "tư cách, tài khoản và đơn vị của người làm", En: "the capacity, account and unit of who acted"}},
	{"/events/grant", "NPSP-LOSS-03", false, motcua.Text{Vi: "thời hạn và điều kiện theo thủ tục", En: "what the procedure grants"}},
	{"/events/desk", "NPSP-LOSS-04", false, motcua.Text{Vi: "nơi đang xử lý và thời gian được giao", En: "the desk it went to, and its time"}},
	{"/events/pause", "NPSP-LOSS-05", false, motcua.Text{Vi: "lý do tạm dừng", En: "the reason of a pause"}},
	{"/events/due", "NPSP-LOSS-06", false, motcua.Text{Vi: "ngày hẹn: do thời hạn mà ra, hoặc hẹn lại khi xin lỗi", En: "an appointment: one that followed from the limit, or was put off with an apology"}},
	{"/events/lane", "NPSP-LOSS-07", false, motcua.Text{Vi: "luồng nhanh", En: "the fast lane"}},
	{"/events/apology", "NPSP-LOSS-08", false, motcua.Text{Vi: "số văn bản xin lỗi", En: "the number of the letter of apology"}},
	{"/events/to", "NPSP-LOSS-09", false, motcua.Text{Vi: "trạng thái chi tiết hơn mã của Cổng", En: "a state finer than the portal's code"}},
	{"/events/at", "NPSP-LOSS-10", false, motcua.Text{Vi: "thời điểm lẻ dưới một giây, hoặc không được báo", En: "a time below a second, or one that is not told"}},
	{"/events/reason", "NPSP-LOSS-11", false, motcua.Text{Vi: "lý do của một việc", En: "why something was done"}},
	{"/events/request", "NPSP-LOSS-12", false, motcua.Text{Vi: "giấy tờ cần bổ sung, khoản thu kèm theo", En: "which papers a request asks for, and fees of it"}},
	{"/events/demand", "NPSP-LOSS-13", false, motcua.Text{Vi: "yêu cầu nộp tiền theo từng khoản thu", En: "a demand for payment, by its order"}},
	{"/events/payment", "NPSP-LOSS-14", false, motcua.Text{Vi: "mã khoản thu, số tiền, và khoản nộp không trực tuyến", En: "the order and amount of a payment, and one not made online"}},
	{"/events/papers", "NPSP-LOSS-15", false, motcua.Text{Vi: "giấy tờ nộp lúc nào, tên, dạng, ký số, dữ liệu thay thế", En: "when a paper came, its name, form, signature and data"}},
	{"/events/results", "NPSP-LOSS-16", false, motcua.Text{Vi: "số, ngày, hiệu lực, lưu kho của kết quả, và kết quả trước đó", En: "number, day, validity and store of results, and earlier ones"}},
	{"/events/rating", "NPSP-LOSS-17", false, motcua.Text{Vi: "đánh giá, phản ánh của người nộp", En: "what the applicant says of the service"}},
	{"/events/filing/applicant", "NPSP-LOSS-18", false, motcua.Text{Vi: "giấy tờ khác, ngày sinh, địa chỉ, người đại diện, người thụ hưởng", En: "other identities, birth, address, representative, beneficiary"}},
	{"/events/filing/fees", "NPSP-LOSS-19", false, motcua.Text{Vi: "khoản thu không tính bằng đồng, hoặc yêu cầu sau khi nộp", En: "fees not in whole đồng, or demanded after the filing"}},
	{"/events/filing", "NPSP-LOSS-20", false, motcua.Text{Vi: "trường hợp, lựa chọn, câu trả lời, nơi tiếp nhận, liên thông, bản trước đính chính", En: "case, option, answers, places, interconnection, what was corrected"}},
	{"/events", "NPSP-LOSS-21", false, motcua.Text{Vi: "việc không được báo", En: "an event that is not told"}},
}

// messageLosses are the kinds of what a dossier has no place for, or reads otherwise.
var messageLosses = [...]lossRow{
	{"/steps/NgayBatDau", "NPSP-LOSS-31", false, noPlace}, {"/steps/NgayKetThucTheoQuyDinh", "NPSP-LOSS-31", false, noPlace},
	{"/steps", "NPSP-LOSS-33", false, motcua.Text{Vi: "bước tiến trình không đọc được, hoặc đọc khác", En: "a step that is not read, or otherwise"}},
	{"/SoBienNhan", "NPSP-LOSS-31", false, noPlace}, {"/SoGiayToChuHoSo", "NPSP-LOSS-31", false, noPlace}, {"/ThongTinKhac", "NPSP-LOSS-31", false, noPlace},
	{"/Fax", "NPSP-LOSS-31", false, noPlace}, {"/ThongTinTra", "NPSP-LOSS-31", false, noPlace}, {"/GhiChu", "NPSP-LOSS-31", false, noPlace},
	{"/LoaiDinhDanhCHS", "NPSP-LOSS-31", false, noPlace}, {"/MaCSDLDaKetNoi", "NPSP-LOSS-31", false, noPlace},
	{"/DanhSachLePhi/HinhThucThu", "NPSP-LOSS-31", false, noPlace}, {"/DanhSachHoSoBoSung/DanhSachLePhiBoSung/HinhThucThu", "NPSP-LOSS-31", false, noPlace},
	{"/DanhSachHoSoBoSung/ThongTinTiepNhan", "NPSP-LOSS-31", false, noPlace},
	{"/DanhSachGiayToKetQua/MaCoQuan", "NPSP-LOSS-31", false, noPlace}, {"/DanhSachGiayToKetQua/SoKyHieu", "NPSP-LOSS-31", false, noPlace},
	{"/DanhSachGiayToKetQua/TrichYeuNoiDung", "NPSP-LOSS-31", false, noPlace}, {"/DanhSachGiayToKetQua/NgayCap", "NPSP-LOSS-31", false, noPlace},
	{"/DanhSachGiayToKetQua/ThoiHanHieuLuc", "NPSP-LOSS-31", false, noPlace}, {"/DanhSachGiayToKetQua/PhamViHieuLuc", "NPSP-LOSS-31", false, noPlace},
	{"", "NPSP-LOSS-32", false, motcua.Text{Vi: "giá trị hoặc mục được đọc khác với khi gửi", En: "a value or an item that is read otherwise than it was sent"}},
}

var noPlace = motcua.Text{Vi: "hồ sơ không có chỗ cho mục này", En: "a dossier has no place for this"}

// comparison finds what does not come back.
type comparison struct {
	rows   []lossRow
	losses []Loss
}

// lose notes a loss.
func (c *comparison) lose(pointer, path string) {
	for _, row := range c.rows {
		if path != row.path && !strings.HasPrefix(path, row.path+"/") {
			continue
		}
		if row.once {
			pointer = "/events"
			if slices.ContainsFunc(c.losses, func(l Loss) bool { return l.Code == row.code }) {
				return
			}
		}
		c.losses = append(c.losses, Loss{row.code, pointer, row.text})
		return
	}
}

// eventsLost compares a history with the one that its messages make.
func eventsLost(d *dossier.Dossier, again []dossier.Event) []Loss {
	c := comparison{rows: eventLosses[:]}
	var places []int
	for i := range d.Events {
		switch e := &d.Events[i]; {
		case opinion(e.Action):
			c.lose(motcua.Pointer("events", strconv.Itoa(i)), "/events/rating")
		default:
			places = append(places, i)
		}
	}
	if len(places) != len(again) {
		c.lose("/events", "/events")
		return c.losses
	}
	for k, i := range places {
		c.walk(motcua.Pointer("events", strconv.Itoa(i)), "/events", reflect.ValueOf(d.Events[i]), reflect.ValueOf(again[k]))
	}
	return c.losses
}

// messagesLost compares messages with those that their dossier makes.
func messagesLost(m *Dossier, steps []Progress, again *Dossier, stepsAgain []Progress) []Loss {
	c := comparison{rows: messageLosses[:]}
	c.walk("", "", reflect.ValueOf(*m), reflect.ValueOf(*again))
	c.walk("/steps", "/steps", reflect.ValueOf(steps), reflect.ValueOf(stepsAgain))
	return c.losses
}

// walk compares two values of one type.
func (c *comparison) walk(pointer, path string, a, b reflect.Value) {
	switch {
	case leaf(a.Type()):
		if !sameLeaf(a.Interface(), b.Interface()) {
			c.lose(pointer, path)
		}
	case a.Kind() == reflect.Pointer:
		if a.IsNil() != b.IsNil() {
			c.lose(pointer, path)
		} else if !a.IsNil() {
			c.walk(pointer, path, a.Elem(), b.Elem())
		}
	case a.Kind() == reflect.Slice:
		if a.Len() != b.Len() {
			c.lose(pointer, path)
			return
		}
		for i := range a.Len() {
			c.walk(pointer+"/"+strconv.Itoa(i), path, a.Index(i), b.Index(i))
		}
	case a.Kind() == reflect.Struct:
		for i := range a.NumField() {
			at, below := pointer, path
			if f := a.Type().Field(i); !f.Anonymous {
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				at, below = pointer+"/"+name, path+"/"+name
			}
			c.walk(at, below, a.Field(i), b.Field(i))
		}
	case !reflect.DeepEqual(a.Interface(), b.Interface()):
		c.lose(pointer, path)
	}
}

var (
	writesText = reflect.TypeFor[encoding.TextMarshaler]()
	writesJSON = reflect.TypeFor[json.Marshaler]()
)

// leaf reports whether values of a type are compared as a whole.
func leaf(t reflect.Type) bool { return t.Implements(writesText) || t.Implements(writesJSON) }

func sameLeaf(a, b any) bool {
	switch a := a.(type) {
	case time.Time:
		return a.Equal(b.(time.Time))
	case Value:
		return a.kept(b.(Value))
	}
	return reflect.DeepEqual(a, b)
}

// kept reports whether a text came back: as it was, as the same truth, or with what was
// done before it. Nothing is lost where nothing was, and no more of a zero.
func (v Value) kept(again Value) bool {
	truth := truthOf(v)
	return v == again || v == "" || v == "0" && again == "" || truth >= 0 && truth == truthOf(again) || strings.HasSuffix(string(again), because+string(v))
}
