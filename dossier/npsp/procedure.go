package npsp

// Procedure is a procedure (thủ tục hành chính) as the service LayThuTuc answers with
// it: one field for each member, under the member's own name and with its text as it
// was sent. R marks what the sources require; all else may be empty. Cases (trường
// hợp) are named by their text, in steps and papers alike.
type Procedure struct {
	ID                   Value              `json:"ID,omitempty"`                   // id of the record on the portal
	MATTHC               Value              `json:"MATTHC"`                         // R: code (mã thủ tục)
	TENTTHC              Value              `json:"TENTTHC,omitempty"`              // R: name (tên thủ tục)
	MACOQUANCONGBO       Value              `json:"MACOQUANCONGBO,omitempty"`       // code of the body that announced it (cơ quan công bố)
	LOAITTHC             Value              `json:"LOAITTHC,omitempty"`             // kind (loại thủ tục)
	IDQUYETDINHCONGBO    Value              `json:"IDQUYETDINHCONGBO,omitempty"`    // id of the decision that announced it; a new one is a new version
	TRANGTHAI            Value              `json:"TRANGTHAI,omitempty"`            // state (trạng thái): 1 publicised; other codes unknown
	MOTADOITUONGTHUCHIEN Value              `json:"MOTADOITUONGTHUCHIEN,omitempty"` // about the applicants
	DIACHITIEPNHAN       Value              `json:"DIACHITIEPNHAN,omitempty"`       // where it is received
	YEUCAU               Value              `json:"YEUCAU,omitempty"`               // requirements and conditions (yêu cầu, điều kiện)
	TUKHOA               Value              `json:"TUKHOA,omitempty"`               // keywords
	MOTACOQUANTHUCHIEN   Value              `json:"MOTACOQUANTHUCHIEN,omitempty"`   // about the implementing bodies
	MOTACOQUANTHAMQUYEN  Value              `json:"MOTACOQUANTHAMQUYEN,omitempty"`  // about the competent bodies
	MOTA                 Value              `json:"MOTA,omitempty"`                 // description
	CAPTHUCHIEN          []CapThucHien      `json:"CAPTHUCHIEN,omitempty"`          // levels
	LINHVUCTHUCHIEN      []LinhVucThucHien  `json:"LINHVUCTHUCHIEN,omitempty"`      // fields
	TRINHTUTHUCHIEN      []TrinhTuThucHien  `json:"TRINHTUTHUCHIEN,omitempty"`      // steps, by case
	CACHTHUCTHUCHIEN     []CachThucThucHien `json:"CACHTHUCTHUCHIEN,omitempty"`     // channels, with times and fees
	THANHPHANHOSO        []ThanhPhanHoSo    `json:"THANHPHANHOSO,omitempty"`        // papers, by case
	DOITUONGTHUCHIEN     []DoiTuongThucHien `json:"DOITUONGTHUCHIEN,omitempty"`     // classes of applicants
	COQUANTHUCHIEN       []CoQuan           `json:"COQUANTHUCHIEN,omitempty"`       // implementing bodies
	COQUANCOTHAMQUYEN    []CoQuan           `json:"COQUANCOTHAMQUYEN,omitempty"`    // competent bodies
	COQUANDUOCUYQUYEN    []CoQuan           `json:"COQUANDUOCUYQUYEN,omitempty"`    // authorised bodies
	COQUANPHOIHOP        []CoQuan           `json:"COQUANPHOIHOP,omitempty"`        // coordinating bodies
	KETQUATHUCHIEN       []KetQuaThucHien   `json:"KETQUATHUCHIEN,omitempty"`       // results
	CANCUPHAPLY          []CanCuPhapLy      `json:"CANCUPHAPLY,omitempty"`          // legal bases
	TTHCLIENQUAN         []ThuTucLienQuan   `json:"TTHCLIENQUAN,omitempty"`         // related procedures
	TTHCLIENTHONG        []ThuTucLienQuan   `json:"TTHCLIENTHONG,omitempty"`        // interconnected procedures (liên thông)
}

// CapThucHien is a level of administration (cấp thực hiện).
type CapThucHien struct {
	CAPTHUCHIEN Value `json:"CAPTHUCHIEN,omitempty"` // 0 ministry, 1 province, 2 district (gone since 1/7/2025), 3 commune
	TENCAP      Value `json:"TENCAP,omitempty"`      // its name
}

// LinhVucThucHien is a field (lĩnh vực).
type LinhVucThucHien struct {
	MALINHVUC  Value `json:"MALINHVUC,omitempty"`  // code, such as G03-GD10
	TENLINHVUC Value `json:"TENLINHVUC,omitempty"` // name
}

// TrinhTuThucHien holds the steps of a case (trình tự thực hiện).
type TrinhTuThucHien struct {
	TRUONGHOP Value     `json:"TRUONGHOP,omitempty"` // the case; all if empty
	TRINHTU   []TrinhTu `json:"TRINHTU,omitempty"`   // its steps
}

// TrinhTu is a step.
type TrinhTu struct {
	TENTRINHTU Value `json:"TENTRINHTU,omitempty"` // what is done
}

// CachThucThucHien is a channel with its time options (cách thức thực hiện).
type CachThucThucHien struct {
	KENH     Value      `json:"KENH,omitempty"`     // R: 1 in person, 2 online, 3 public post
	THOIGIAN []ThoiGian `json:"THOIGIAN,omitempty"` // time options
}

// ThoiGian is a time option with its fees (thời gian giải quyết).
type ThoiGian struct {
	THOIGIANGIAIQUYET Value      `json:"THOIGIANGIAIQUYET,omitempty"` // amount, such as 1.5
	DONVITINH         Value      `json:"DONVITINH,omitempty"`         // its unit: Ngày làm việc, Ngày, Giờ, Tháng
	MOTA              Value      `json:"MOTA,omitempty"`              // description
	PHILEPHI          []PhiLePhi `json:"PHILEPHI,omitempty"`          // fees
}

// PhiLePhi is a fee (phí, lệ phí).
type PhiLePhi struct {
	MAPHILEPHI Value `json:"MAPHILEPHI,omitempty"` // code; its list nobody published
	SOTIEN     Value `json:"SOTIEN,omitempty"`     // amount, such as 5.000 or 70,000
	DONVI      Value `json:"DONVI,omitempty"`      // its currency: Đồng, VNĐ, Việt Nam Đồng, USD
	MOTA       Value `json:"MOTA,omitempty"`       // remark
	TENTEP     Value `json:"TENTEP,omitempty"`     // name of an attached file
	URL        Value `json:"URL,omitempty"`        // where to have it
}

// ThanhPhanHoSo holds the papers of a case (thành phần hồ sơ).
type ThanhPhanHoSo struct {
	TRUONGHOP Value    `json:"TRUONGHOP,omitempty"` // the case; all if empty
	GIAYTO    []GiayTo `json:"GIAYTO,omitempty"`    // its papers
}

// GiayTo is a paper (giấy tờ).
type GiayTo struct {
	MAGIAYTO      Value `json:"MAGIAYTO,omitempty"`      // code, such as TP-0001
	TENGIAYTO     Value `json:"TENGIAYTO,omitempty"`     // R: name
	SOBANCHINH    Value `json:"SOBANCHINH,omitempty"`    // originals
	SOBANSAO      Value `json:"SOBANSAO,omitempty"`      // copies
	TENMAUDON     Value `json:"TENMAUDON,omitempty"`     // name of the form
	URL           Value `json:"URL,omitempty"`           // where to have the form
	MA_KQ_THAYTHE Value `json:"MA_KQ_THAYTHE,omitempty"` // code of the result that may replace it
}

// DoiTuongThucHien is a class of applicants (đối tượng thực hiện).
type DoiTuongThucHien struct {
	MADOITUONG  Value `json:"MADOITUONG,omitempty"`  // code; its list nobody published
	TENDOITUONG Value `json:"TENDOITUONG,omitempty"` // name
}

// CoQuan is a body (cơ quan).
type CoQuan struct {
	MADONVI  Value `json:"MADONVI,omitempty"`  // code
	TENDONVI Value `json:"TENDONVI,omitempty"` // name
}

// KetQuaThucHien is a result (kết quả thực hiện).
type KetQuaThucHien struct {
	MAKETQUA  Value `json:"MAKETQUA,omitempty"`  // code, such as KQ.G12.001083
	TENKETQUA Value `json:"TENKETQUA,omitempty"` // name
	TENTEP    Value `json:"TENTEP,omitempty"`    // name of its template
	URL       Value `json:"URL,omitempty"`       // where to have the template
}

// CanCuPhapLy is a legal basis (căn cứ pháp lý).
type CanCuPhapLy struct {
	SOVANBAN      Value `json:"SOVANBAN,omitempty"`      // number
	TENVANBAN     Value `json:"TENVANBAN,omitempty"`     // title
	NGAYBANHANH   Value `json:"NGAYBANHANH,omitempty"`   // day it was issued; its form is not known
	NGAYHIEULUC   Value `json:"NGAYHIEULUC,omitempty"`   // day it took effect
	COQUANBANHANH Value `json:"COQUANBANHANH,omitempty"` // body that issued it
	DIACHITRUYCAP Value `json:"DIACHITRUYCAP,omitempty"` // where to read it
}

// ThuTucLienQuan names another procedure; the members of these lists are assumed.
type ThuTucLienQuan struct {
	MATTHC  Value `json:"MATTHC,omitempty"`  // code
	TENTTHC Value `json:"TENTTHC,omitempty"` // name
}
