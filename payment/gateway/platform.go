package gateway

import "github.com/motcua/motcua"

// Init opens a payment on the payment platform (nền tảng thanh toán), version 1.0.6.
// All values are texts, as on the wire.
type Init struct {
	LoaiBanTin        string      `json:"LoaiBanTin"`                      // "INIT"
	PhienBan          string      `json:"PhienBan"`                        // "1.0.6"
	MaDoiTac          string      `json:"MaDoiTac"`                        // code of the partner
	MaThamChieu       string      `json:"MaThamChieu"`                     // reference of the attempt, letters and digits
	SoTien            string      `json:"SoTien"`                          // whole đồng, more than 0
	LoaiHinhThanhToan string      `json:"LoaiHinhThanhToan"`               // "PAY"
	MaKenhThanhToan   string      `json:"MaKenhThanhToan"`                 // "1"; others are not documented
	MaThietBi         string      `json:"MaThietBi"`                       // "1"; others are not documented
	NgonNgu           string      `json:"NgonNgu"`                         // "vi-VN"
	MaTienTe          string      `json:"MaTienTe"`                        // "VND"
	MaNganHang        string      `json:"MaNganHang"`                      // "PAYMENT"
	ThongTinGiaoDich  string      `json:"ThongTinGiaoDich" personal:"yes"` // what is paid for, plain text
	ThoiGianGD        string      `json:"ThoiGianGD"`                      // yyyyMMddHHmmss in Vietnam
	IP                string      `json:"Ip" personal:"yes"`               // address of who pays
	ThongTinBienLai   ReceiptInfo `json:"ThongTinBienLai"`                 // for the receipt; not signed
	MaXacThuc         string      `json:"MaXacThuc"`                       // digest
}

// ReceiptInfo is what the receipt of a payment will say (ThongTinBienLai, bill_info).
// Members without omitempty are always written; which may be empty depends on MaDichVu.
type ReceiptInfo struct {
	MaDichVu           string `json:"MaDichVu"`                                // "1" fine (thu phạt), "2" phí and lệ phí
	MaDonVi            string `json:"MaDonVi"`                                 // code of the unit
	TenDonVi           string `json:"TenDonVi"`                                // its name
	MaHoSo             string `json:"MaHoSo"`                                  // code of the dossier
	MaDVC              string `json:"MaDVC"`                                   // code of the public service: that of the procedure and ".01"
	TenDVC             string `json:"TenDVC"`                                  // its name
	MaTTHC             string `json:"MaTTHC"`                                  // code of the procedure
	TenTTHC            string `json:"TenTTHC"`                                 // its name
	TKThuHuong         string `json:"TKThuHuong"`                              // account that receives the money
	MaNHThuHuong       string `json:"MaNHThuHuong"`                            // its bank
	TenTKThuHuong      string `json:"TenTKThuHuong"`                           // its holder
	PhiLePhi           []Fee  `json:"PhiLePhi,omitempty"`                      // of a fee: by kind
	MaLoaiHinhThuPhat  string `json:"MaLoaiHinhThuPhat,omitempty"`             // of a fine: code of its kind
	TenLoaiHinhThuPhat string `json:"TenLoaiHinhThuPhat,omitempty"`            // its name
	KhoBac             string `json:"KhoBac,omitempty"`                        // treasury
	NgayQD             string `json:"NgayQD,omitempty"`                        // date of the decision
	SoQD               string `json:"SoQD,omitempty" personal:"yes"`           // its number
	ThoiGianViPham     string `json:"ThoiGianViPham,omitempty" personal:"yes"` // when the offence was committed
	DiaDiemViPham      string `json:"DiaDiemViPham,omitempty" personal:"yes"`  // where
	TenNguoiViPham     string `json:"TenNguoiViPham,omitempty" personal:"yes"` // by whom
	NoiDungThanhToan   string `json:"NoiDungThanhToan" personal:"yes"`         // what is paid for
	HoTenNguoiNop      string `json:"HoTenNguoiNop" personal:"yes"`            // who pays
	SoCMNDNguoiNop     string `json:"SoCMNDNguoiNop" personal:"yes"`           // their identity number
	DiaChiNguoiNop     string `json:"DiaChiNguoiNop" personal:"yes"`           // where they live
	HuyenNguoiNop      string `json:"HuyenNguoiNop,omitempty" personal:"yes"`  // district
	TinhNguoiNop       string `json:"TinhNguoiNop,omitempty" personal:"yes"`   // province
	TaiKhoanThuNSNN    string `json:"TaiKhoanThuNSNN,omitempty"`               // account of the budget
	MaCoQuanQD         string `json:"MaCoQuanQD"`                              // authority that decided
	TenCoQuanQD        string `json:"TenCoQuanQD"`                             // its name
	DSKhoanNop         []Item `json:"DSKhoanNop"`                              // what is paid, item by item
}

// Fee is one fee of a receipt.
type Fee struct {
	LoaiPhiLePhi string `json:"LoaiPhiLePhi"` // "1" phí, "2" lệ phí
	MaPhiLePhi   string `json:"MaPhiLePhi"`   // code of the fee on the portal; the list is not documented
	TenPhiLePhi  string `json:"TenPhiLePhi"`  // its name
	SoTien       string `json:"SoTien"`       // whole đồng; 0 stays
}

// Item is one item of what is paid.
type Item struct {
	NoiDung string `json:"NoiDung"` // what
	SoTien  string `json:"SoTien"`  // whole đồng
}

// InitReply is the reply to Init: where the payer is to go. Through the NGSP it comes in
// a [Wrapper].
type InitReply struct {
	MaLoi        string `json:"MaLoi"`                  // "00"; others are not documented
	MoTaLoi      string `json:"MoTaLoi,omitempty"`      // what is wrong, for people
	UrlThanhToan string `json:"UrlThanhToan,omitempty"` // page of the payment; of "00"
}

// Wrapper is what the NGSP (nền tảng tích hợp, chia sẻ dữ liệu quốc gia) puts around a
// reply.
type Wrapper struct {
	ErrorCode string `json:"error_code"`             // "0"
	Message   string `json:"message" personal:"yes"` // the reply as JSON text
}

// Query asks how a payment stands (QUERY), or for its receipt as PDF (GET_BILL).
type Query struct {
	LoaiBanTin  string `json:"LoaiBanTin"`  // "QUERY" or "GET_BILL"
	PhienBan    string `json:"PhienBan"`    // "1.0.6"
	MaDoiTac    string `json:"MaDoiTac"`    // code of the partner
	MaThamChieu string `json:"MaThamChieu"` // reference of the attempt
	ThoiGianGD  string `json:"ThoiGianGD"`  // yyyyMMddHHmmss in Vietnam
	MaXacThuc   string `json:"MaXacThuc"`   // digest
}

// QueryReply is the reply to QUERY. It bears no digest: it is believed because of whom
// it was asked. Beside MaLoi nothing need be there where MaLoi is not "00".
type QueryReply struct {
	MaLoi            string `json:"MaLoi"`                                     // "00": the query was answered
	TrangThaiGD      string `json:"TrangThaiGD,omitempty"`                     // "1" success, "3" pending, "4" failed
	SoTien           string `json:"SoTien,omitempty"`                          // whole đồng
	MaTienTe         string `json:"MaTienTe,omitempty"`                        // "VND"
	MaGiaoDich       string `json:"MaGiaoDich,omitempty"`                      // transaction of the platform
	MaNganHang       string `json:"MaNganHang,omitempty"`                      // bank of the payer
	ThoiGianGD       string `json:"ThoiGianGD,omitempty"`                      // yyyyMMddHHmmss in Vietnam
	ThongTinGiaoDich string `json:"ThongTinGiaoDich,omitempty" personal:"yes"` // as in Init
}

// Confirm is the callback of the platform: what came of a payment.
type Confirm struct {
	LoaiBanTin       string `json:"LoaiBanTin"`                      // kind of message; its text is not documented
	MaLoi            string `json:"MaLoi"`                           // "00" success; others are not documented
	MaDoiTac         string `json:"MaDoiTac"`                        // code of the partner
	MaThamChieu      string `json:"MaThamChieu"`                     // reference of the attempt
	SoTien           string `json:"SoTien"`                          // whole đồng
	MaTienTe         string `json:"MaTienTe"`                        // "VND"
	MaGiaoDich       string `json:"MaGiaoDich"`                      // transaction of the platform
	MaNganHang       string `json:"MaNganHang"`                      // bank of the payer
	ThoiGianGD       string `json:"ThoiGianGD"`                      // yyyyMMddHHmmss in Vietnam
	ThongTinGiaoDich string `json:"ThongTinGiaoDich" personal:"yes"` // as in Init
	MaXacThuc        string `json:"MaXacThuc"`                       // digest
}

// Answer is what the platform is told of its callback. It bears a digest of its own,
// never that of the callback; in which order it is signed is assumed, see [Orders].
type Answer struct {
	MaLoi       string `json:"MaLoi"`       // "00" taken, "99" not taken
	MoTaLoi     string `json:"MoTaLoi"`     // for people
	MaDoiTac    string `json:"MaDoiTac"`    // code of the partner
	MaThamChieu string `json:"MaThamChieu"` // as in the callback
	ThoiGianGD  string `json:"ThoiGianGD"`  // yyyyMMddHHmmss in Vietnam
	MaXacThuc   string `json:"MaXacThuc"`   // digest
}

func (m *Init) signed() Members    { return membersOf(KindInit, m) }
func (m *Confirm) signed() Members { return membersOf(KindConfirm, m) }
func (m *Answer) signed() Members  { return membersOf(KindAnswer, m) }

func (m *Query) signed() Members {
	if m.LoaiBanTin == loaiGetBill {
		return membersOf(KindGetBill, m)
	}
	return membersOf(KindQuery, m)
}

// What the wire documents.
const (
	loaiInit    = "INIT"
	loaiQuery   = "QUERY"
	loaiGetBill = "GET_BILL"
	phienBan    = "1.0.6"
	pay         = "PAY"
	vnd         = "VND"
	dichVuPhat  = "1"
	dichVuPhi   = "2"
)

// taken and refused are what the platform is told.
var (
	taken   = motcua.Text{Vi: "Thành công", En: "taken"}
	refused = motcua.Text{Vi: "Các lỗi khác", En: "not taken"}
)
