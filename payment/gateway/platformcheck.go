package gateway

import "github.com/motcua/motcua"

var initRows = []memberRow{
	{"LoaiBanTin", is(loaiInit)}, {"PhienBan", like(phienBan)}, {"MaDoiTac", said}, {"MaThamChieu", reference}, {"SoTien", positive},
	{"LoaiHinhThanhToan", like(pay)}, {"MaKenhThanhToan", like("1")}, {"MaThietBi", like("1")}, {"NgonNgu", like("vi-VN")}, {"MaTienTe", currency},
	{"MaNganHang", like("PAYMENT")}, {"ThongTinGiaoDich", said}, {"ThoiGianGD", instant}, {"Ip", said},
}

// Check finds all that is wrong with the message, sorted: what must be said and is not,
// a reference with other than letters and digits, an amount that is not a whole number
// of đồng above 0, another currency, a time that does not exist, a signed value with the
// separator, what is wrong with the receipt. Codes that are not documented and items that
// do not add up to the amount are warnings. The digest is for [Verify].
func (m *Init) Check() motcua.Faults {
	faults := checkSigned(m.signed(), initRows)
	faults = append(faults, m.ThongTinBienLai.Check().At("/ThongTinBienLai")...)
	checkSum(&faults, "/ThongTinBienLai/DSKhoanNop", m.ThongTinBienLai.DSKhoanNop, m.SoTien)
	faults.Sort()
	return faults
}

// checkSum holds items to the amount of a message: that they add up to it is nowhere
// documented, and so told and not refused.
func checkSum(faults *motcua.Faults, at string, items []Item, total string) {
	want, ok := dong(total)
	for _, item := range items {
		m, read := dong(item.SoTien)
		if !ok || !read {
			return // told already
		}
		var err error
		if want, err = want.Sub(m); err != nil {
			return
		}
	}
	if ok && len(items) > 0 && want.Sign() != 0 {
		warn(faults, codeSum, at, "tổng các khoản không bằng số tiền", "the items do not add up to the amount")
	}
}

// receiptRow is a rule for a member of a receipt; of is the kind of service it holds for,
// "" for all.
type receiptRow struct {
	memberRow
	of string
}

var receiptRows = []receiptRow{
	{memberRow{"MaDichVu", like(dichVuPhat, dichVuPhi)}, ""},
	{memberRow{"MaDonVi", said}, dichVuPhi}, {memberRow{"TenDonVi", said}, dichVuPhi}, {memberRow{"MaHoSo", said}, dichVuPhi},
	{memberRow{"MaDVC", said}, dichVuPhi}, {memberRow{"TenDVC", said}, dichVuPhi}, {memberRow{"MaTTHC", said}, dichVuPhi}, {memberRow{"TenTTHC", said}, dichVuPhi},
	{memberRow{"TKThuHuong", said}, dichVuPhi}, {memberRow{"MaNHThuHuong", said}, dichVuPhi}, {memberRow{"TenTKThuHuong", said}, dichVuPhi},
	{memberRow{"MaLoaiHinhThuPhat", said}, dichVuPhat}, {memberRow{"TenLoaiHinhThuPhat", said}, dichVuPhat}, {memberRow{"KhoBac", said}, dichVuPhat},
	{memberRow{"NgayQD", said}, dichVuPhat}, {memberRow{"SoQD", said}, dichVuPhat}, {memberRow{"ThoiGianViPham", said}, dichVuPhat},
	{memberRow{"DiaDiemViPham", said}, dichVuPhat}, {memberRow{"TenNguoiViPham", said}, dichVuPhat},
	{memberRow{"NoiDungThanhToan", said}, ""}, {memberRow{"HoTenNguoiNop", said}, ""},
}

// Check finds all that is wrong with a receipt, sorted: what must be said by the kind of
// service (MaDichVu), fees and items whose amounts are not whole đồng.
func (r *ReceiptInfo) Check() motcua.Faults {
	var faults motcua.Faults
	texts := membersOf(0, r).Texts
	for _, row := range receiptRows {
		if row.of == "" || row.of == r.MaDichVu {
			check(&faults, texts, []memberRow{row.memberRow})
		}
	}
	if r.MaDichVu == dichVuPhi && len(r.PhiLePhi) == 0 {
		fault(&faults, codeMissing, "/PhiLePhi", "thiếu phí, lệ phí", "there are no fees")
	}
	if len(r.DSKhoanNop) == 0 {
		fault(&faults, codeMissing, "/DSKhoanNop", "thiếu khoản nộp", "there are no items")
	}
	for i := range r.PhiLePhi {
		at := motcua.Pointer("PhiLePhi", whole(i))
		like("1", "2")(&faults, at+"/LoaiPhiLePhi", r.PhiLePhi[i].LoaiPhiLePhi)
		said(&faults, at+"/TenPhiLePhi", r.PhiLePhi[i].TenPhiLePhi)
		amount(&faults, at+"/SoTien", r.PhiLePhi[i].SoTien)
	}
	for i := range r.DSKhoanNop {
		at := motcua.Pointer("DSKhoanNop", whole(i))
		said(&faults, at+"/NoiDung", r.DSKhoanNop[i].NoiDung)
		amount(&faults, at+"/SoTien", r.DSKhoanNop[i].SoTien)
	}
	faults.Sort()
	return faults
}

var queryRows = []memberRow{
	{"LoaiBanTin", oneOf(loaiQuery, loaiGetBill)}, {"PhienBan", like(phienBan)}, {"MaDoiTac", said}, {"MaThamChieu", reference}, {"ThoiGianGD", instant},
}

// oneOf wants one of two texts.
func oneOf(a, b string) rule {
	return func(faults *motcua.Faults, at, text string) {
		if text != a && text != b {
			fault(faults, codeKind, at, "phải là %q hoặc %q", "want %q or %q", a, b)
		}
	}
}

// Check finds all that is wrong with the message, as [Init.Check].
func (m *Query) Check() motcua.Faults { return checkSigned(m.signed(), queryRows) }

var confirmRows = []memberRow{
	{"LoaiBanTin", said}, {"MaLoi", coded(wireConfirm, "MaLoi")}, {"MaDoiTac", said}, {"MaThamChieu", reference}, {"SoTien", amount},
	{"MaTienTe", currency}, {"ThoiGianGD", instant},
}

// Check finds all that is wrong with the message, as [Init.Check]. Of a success there
// must be a transaction.
func (m *Confirm) Check() motcua.Faults {
	faults := checkSigned(m.signed(), confirmRows)
	if m.MaLoi == okCode {
		said(&faults, "/MaGiaoDich", m.MaGiaoDich)
	}
	faults.Sort()
	return faults
}

var answerRows = []memberRow{
	{"MaLoi", coded(wireAnswer, "MaLoi")}, {"MaDoiTac", said}, {"MaThamChieu", said}, {"ThoiGianGD", instant},
}

// Check finds all that is wrong with the message, as [Init.Check].
func (m *Answer) Check() motcua.Faults { return checkSigned(m.signed(), answerRows) }

// Check finds all that is wrong with the reply, sorted: of "00" there must be a page of
// the web; other codes are warnings.
func (r *InitReply) Check() motcua.Faults {
	var faults motcua.Faults
	coded(wireInitReply, "MaLoi")(&faults, "/MaLoi", r.MaLoi)
	if r.MaLoi == okCode {
		address(&faults, "/UrlThanhToan", r.UrlThanhToan)
	}
	return faults
}

// Check finds all that is wrong with the reply, sorted: where the query was answered
// there must be a status, an amount and a currency, and of a success a transaction and
// the time. Codes that are not documented are warnings.
func (r *QueryReply) Check() motcua.Faults {
	var faults motcua.Faults
	coded(wireQueryReply, "MaLoi")(&faults, "/MaLoi", r.MaLoi)
	optional := maybe
	if r.TrangThaiGD == statusSuccess {
		optional = func(r rule) rule { return r }
		said(&faults, "/MaGiaoDich", r.MaGiaoDich)
	}
	if r.MaLoi == okCode {
		coded(wireQueryReply, "TrangThaiGD")(&faults, "/TrangThaiGD", r.TrangThaiGD)
		optional(amount)(&faults, "/SoTien", r.SoTien)
		optional(currency)(&faults, "/MaTienTe", r.MaTienTe)
		optional(instant)(&faults, "/ThoiGianGD", r.ThoiGianGD)
	}
	faults.Sort()
	return faults
}
