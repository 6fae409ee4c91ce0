package gateway

import "github.com/motcua/motcua"

// Separator stands between the values that are signed, and before the secret of the
// platform.
const Separator = "|"

// Order says how a kind of message is signed: the order of its values and what is made
// of them.
type Order struct {
	Kind    Kind          `json:"kind"`    // of the message
	Members []string      `json:"members"` // whose values are joined, in this order
	Digest  string        `json:"digest"`  // member that bears the digest
	Scheme  Scheme        `json:"scheme"`  // what is made of the joined values
	Key     int           `json:"key"`     // which key of KeyPay, 1 or 2; 0: the one secret of the partner
	Source  motcua.Source `json:"source"`  // on what ground the order is believed
}

// read is the day on which the public code was read.
var read = motcua.MustDate("2026-11-28")

// Grounds on which orders and codes are believed.
var (
	seenOften = motcua.Source{Basis: motcua.BasisPractice, Read: read, Note: motcua.Text{
		Vi: "mã nguồn công khai của nhiều hệ thống một cửa", En: "public code of several one-window systems"}}
	seenOnce = motcua.Source{Basis: motcua.BasisPractice, Read: read, Note: motcua.Text{
		Vi: "mã nguồn công khai của một hệ thống một cửa", En: "public code of one one-window system"}}
	seenBack = motcua.Source{Basis: motcua.BasisPractice, Read: read, Note: motcua.Text{
		Vi: "mã nguồn công khai của một hệ thống: thứ tự như yêu cầu thanh toán, khóa 2; không ký status",
		En: "public code of one system: the order of the request with key 2; the status is not signed"}}
	assumedAnswer = motcua.Source{Basis: motcua.BasisAssumed, Read: read, Note: motcua.Text{
		Vi: "không có tài liệu; các hệ thống gửi lại mã xác thực của bên gọi; ở đây ký các trường theo thứ tự của thông điệp",
		En: "not documented, and systems echo the digest of the caller; here the members are signed in the order of the message"}}
)

// orders has a row for each kind, in the order of the kinds.
var orders = [...]Order{
	{KindInit, []string{
		"LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "SoTien", "LoaiHinhThanhToan", "MaKenhThanhToan", "MaThietBi",
		"NgonNgu", "MaTienTe", "MaNganHang", "ThongTinGiaoDich", "ThoiGianGD", "Ip",
	}, "MaXacThuc", SchemeSHA256, 0, seenOften},
	{KindQuery, []string{"LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"}, "MaXacThuc", SchemeSHA256, 0, seenOften},
	{KindGetBill, []string{"LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"}, "MaXacThuc", SchemeSHA256, 0, seenOften},
	{KindConfirm, []string{
		"LoaiBanTin", "MaLoi", "MaDoiTac", "MaThamChieu", "SoTien", "MaTienTe", "MaGiaoDich", "MaNganHang", "ThoiGianGD", "ThongTinGiaoDich",
	}, "MaXacThuc", SchemeSHA256, 0, seenOften},
	{KindAnswer, []string{"MaLoi", "MoTaLoi", "MaDoiTac", "MaThamChieu", "ThoiGianGD"}, "MaXacThuc", SchemeSHA256, 0, assumedAnswer},
	{KindKeyPay, []string{"addition_fee", "client_id", "command", "trans_amount", "transaction_id", "version"}, "check_sum", SchemeHMAC, 1, seenOften},
	{KindKeyPayCallback, []string{"addition_fee", "client_id", "command", "trans_amount", "transaction_id", "version"}, "check_sum", SchemeHMAC, 2, seenBack},
	{KindKeyPayQuery, []string{"client_id", "command", "transaction_id"}, "check_sum", SchemeHMAC, 1, seenOnce},
}
