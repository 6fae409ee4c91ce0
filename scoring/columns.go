package scoring

import (
	"slices"

	"github.com/motcua/motcua"
)

// Column is a column of a table of facts. The columns are the only vocabulary
// of a measure's predicates, and the data dictionary of every export.
type Column struct {
	// Table is the kind of fact.
	Table string `json:"table"`
	// Name is the column's name in predicates.
	Name string `json:"name"`
	// Type is what it holds.
	Type motcua.ColumnType `json:"type"`
	// Meaning says what it means, and what null means where it can be null.
	Meaning motcua.Text `json:"meaning"`
	// From is the field of the portal's messages, or of the fact lines, that it
	// is taken from.
	From string `json:"from,omitempty"`
}

// Columns returns the columns of all tables: dossiers, procedures offered by a
// unit, decisions about procedures, petitions, reports and communes.
func Columns() []Column { return slices.Clone(columns) }

// tableOf returns the columns of a table by name.
func tableOf(table string) (func(name string) (motcua.ColumnType, bool), bool) {
	if !slices.ContainsFunc(columns, func(c Column) bool { return c.Table == table }) {
		return nil, false
	}
	return func(name string) (motcua.ColumnType, bool) {
		for _, c := range columns {
			if c.Table == table && c.Name == name {
				return c.Type, true
			}
		}
		return 0, false
	}, true
}

const (
	flag   = motcua.ColumnFlag
	number = motcua.ColumnNumber
	code   = motcua.ColumnText
	date   = motcua.ColumnDate
	moment = motcua.ColumnTime
)

func vien(vi, en string) motcua.Text {
	return motcua.Text{Vi: vi, En: en}
}

var columns = []Column{
	{"dossier", "unit", code, vien("cơ quan trong mã hồ sơ", "agency in the dossier's code"), "MaHoSo"},
	{"dossier", "procedure", code, vien("mã TTHC quốc gia", "national procedure code"), "MaTTHC"},
	{"dossier", "field", code, vien("lĩnh vực", "field"), "MaLinhVuc"},
	{"dossier", "channel", code, vien("1 trực tiếp, 2 trực tuyến, 3 bưu chính; thiếu là 1", "1 in person, 2 online, 3 post; absent is 1"), "KenhThucHien"},
	{"dossier", "filed", moment, vien("nộp hồ sơ; null: không rõ", "filing; null: not known"), "NgayNopHoSo"},
	{"dossier", "received", moment, vien("tiếp nhận", "reception"), "NgayTiepNhan"},
	{"dossier", "deadline", moment, vien("hạn sau khi trừ bổ sung; null: không có hạn", "due time after supplements; null: none"), "NgayHenTra, DanhSachHoSoBoSung"},
	{"dossier", "ended", moment, vien("kết thúc; null: chưa xong", "end; null: open"), "TrangThai, NgayKetThucXuLy, NgayTra, NgayTuChoi"},
	{"dossier", "closed", moment, vien("kết thúc thật ở cơ quan; null: chưa xong hoặc đang chờ bổ sung", "end as the office knows it; null: open, or waiting for a supplement"), "TrangThai, NgayKetThucXuLy, NgayTra, NgayTuChoi"},
	{"dossier", "early", flag, vien("kết thúc vào ngày trước ngày đến hạn; null: chưa xong hoặc không có hạn", "closed on a day before that of the due time; null: open, or no due time"), "TrangThai, NgayHenTra"},
	{"dossier", "undecided", flag, vien("không có hạn trả và không biết thời hạn", "neither a due time nor a limit is known"), "NgayHenTra, fact line"},
	{"dossier", "waiting", flag, vien("đang chờ bổ sung: với chỉ số là kết thúc lúc yêu cầu", "waiting for a supplement: to the index the case ended when it was asked for"), "DanhSachHoSoBoSung"},
	{"dossier", "supplements", number, vien("số lần yêu cầu bổ sung", "requests for supplements"), "DanhSachHoSoBoSung"},
	{"dossier", "feeDue", flag, vien("có khoản thu lớn hơn 0", "some fee above zero"), "DanhSachLePhi.Gia, orders"},
	{"dossier", "paidOnline", flag, vien("thanh toán trực tuyến (1, 2)", "paid online (1, 2)"), "DuocThanhToanTrucTuyen, orders"},
	{"dossier", "resultIsDocument", flag, vien("kết quả là giấy tờ; null: không rõ", "the result is a document; null: not known"), "catalogue"},
	{"dossier", "resultElectronic", flag, vien("có đường dẫn tệp kết quả", "a result file is linked"), "DuongDanTepTinKetQua"},
	{"dossier", "digitised", flag, vien("có thành phần số hóa", "some component digitised"), "HoSoCoThanhPhanSoHoa"},
	{"dossier", "components", number, vien("số thành phần hồ sơ", "component documents"), "TaiLieuNop"},
	{"dossier", "componentsDigitised", number, vien("số thành phần được số hóa", "component documents digitised"), "TaiLieuNop.DuocSoHoa"},
	{"dossier", "componentsReused", number, vien("số thành phần dùng lại hoặc lấy từ kho", "component documents reused, or taken from a store"), "TaiLieuNop.DuocTaiSuDung, DuocLayTuKhoDMQG"},
	{"dossier", "reused", flag, vien("dùng lại hoặc lấy từ kho", "reused, or taken from a store"), "DuocTaiSuDung, DuocLayTuKhoDMQG"},
	{"dossier", "stored", flag, vien("liên kết kho dữ liệu của công dân", "linked to the citizen's store"), "fact line"},
	{"dossier", "populationUsed", flag, vien("khai thác CSDL dân cư", "population data used"), "DSKetNoiCSDL.MaCSDL"},
	{"dossier", "disliked", flag, vien("bị chấm không hài lòng", "rated dissatisfied"), "fact line"},
	{"dossier", "complained", flag, vien("bị phản ánh, khiếu nại", "complained about"), "fact line"},
	{"dossier", "elsewhere", flag, vien("nộp ngoài nơi có thẩm quyền (phi địa giới)", "filed elsewhere than with the competent unit"), "fact line"},
	{"dossier", "assisted", flag, vien("được hỗ trợ nộp trực tuyến", "filed with assistance"), "fact line"},
	{"procedure", "unit", code, vien("đơn vị cung cấp", "offering unit"), "fact line"},
	{"procedure", "procedure", code, vien("mã TTHC quốc gia", "national procedure code"), "fact line"},
	{"procedure", "field", code, vien("lĩnh vực", "field"), "fact line"},
	{"procedure", "public", flag, vien("đang công khai", "public"), "TRANGTHAI"},
	{"procedure", "complete", flag, vien("đủ bộ phận cấu thành (63/2010/NĐ-CP điều 8 khoản 2)", "every constituent part (63/2010/NĐ-CP art. 8(2))"), "fact line"},
	{"procedure", "authority", flag, vien("thuộc thẩm quyền", "under the body's authority"), "fact line"},
	{"procedure", "online", flag, vien("trực tuyến một phần hoặc toàn trình", "partly or fully online"), "MucDo"},
	{"procedure", "service", flag, vien("là dịch vụ công trực tuyến", "an online service"), "fact line"},
	{"procedure", "feeBearing", flag, vien("có phí, lệ phí trước khi miễn giảm", "bears a fee before reductions"), "fact line"},
	{"procedure", "feeAfterReductions", flag, vien("còn phí, lệ phí sau khi miễn giảm", "bears a fee after reductions"), "fact line"},
	{"procedure", "paymentIntegrated", flag, vien("đã tích hợp thanh toán", "payment integrated"), "fact line"},
	{"procedure", "populationNeeded", flag, vien("cần CSDL dân cư", "needs population data"), "fact line"},
	{"procedure", "populationConnected", flag, vien("đã kết nối CSDL dân cư", "connected to population data"), "fact line"},
	{"decision", "unit", code, vien("cơ quan công bố", "announcing body"), "fact line"},
	{"decision", "procedure", code, vien("mã TTHC quốc gia", "national procedure code"), "fact line"},
	{"decision", "event", code, vien("announcement: công bố; publication: công khai", "announcement or publication"), "fact line"},
	{"decision", "date", date, vien("ngày quyết định, hoặc ngày phải công khai", "date of the decision, or due date of publication"), "fact line"},
	{"decision", "late", flag, vien("trễ hạn, tính theo ngày làm việc", "late, counted in working days"), "fact line"},
	{"petition", "unit", code, vien("đơn vị phụ trách", "unit in charge"), "fact line"},
	{"petition", "received", moment, vien("tiếp nhận", "reception"), "fact line"},
	{"petition", "deadline", moment, vien("hạn trả lời", "due time"), "fact line"},
	{"petition", "answered", moment, vien("trả lời; null: chưa", "answer; null: none yet"), "fact line"},
	{"petition", "disliked", flag, vien("không hài lòng", "dissatisfied"), "fact line"},
	{"petition", "raisedAgain", flag, vien("gửi lại", "raised again"), "fact line"},
	{"report", "unit", code, vien("đơn vị báo cáo", "reporting unit"), "fact line"},
	{"report", "date", date, vien("ngày của số liệu", "day of the figures"), "fact line"},
	{"report", "synced", number, vien("hồ sơ đã đồng bộ", "dossiers synchronised"), "fact line"},
	{"report", "received", number, vien("hồ sơ tiếp nhận, số lớn hơn của hai hệ thống", "dossiers received, the larger of the two systems' figures"), "fact line"},
	{"commune", "unit", code, vien("đơn vị cấp xã", "commune"), "fact line"},
	{"commune", "certifiesCopies", flag, vien("chứng thực bản sao điện tử", "certifies electronic copies"), "fact line"},
}
