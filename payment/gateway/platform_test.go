package gateway_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/gateway"
)

// soundReceipt is the receipt of a fee.
const soundReceipt = `{"MaDichVu":"2","MaDonVi":"000.12.34.H56","TenDonVi":"UBND xã Mẫu","MaHoSo":"000.12.34.H56-260701-0001",
  "MaDVC":"1.004194.01","TenDVC":"Thủ tục mẫu","MaTTHC":"1.004194","TenTTHC":"Thủ tục mẫu","TKThuHuong":"000000000","MaNHThuHuong":"00000000",
  "TenTKThuHuong":"KHO BAC MAU","PhiLePhi":[{"LoaiPhiLePhi":"2","MaPhiLePhi":"2","TenPhiLePhi":"Lệ phí mẫu","SoTien":"25000"}],
  "NoiDungThanhToan":"Thanh toan ho so","HoTenNguoiNop":"Nguyễn Văn A","SoCMNDNguoiNop":"001000000000","DiaChiNguoiNop":"","MaCoQuanQD":"",
  "TenCoQuanQD":"","DSKhoanNop":[{"NoiDung":"Lệ phí mẫu","SoTien":"25000"}]}`

// soundInit is the sample of the platform.
const soundInit = `{"LoaiBanTin":"INIT","PhienBan":"1.0.6","MaDoiTac":"DOITAC01","MaThamChieu":"THAMCHIEU0001","SoTien":"25000","LoaiHinhThanhToan":"PAY",
 "MaKenhThanhToan":"1","MaThietBi":"1","NgonNgu":"vi-VN","MaTienTe":"VND","MaNganHang":"PAYMENT","ThongTinGiaoDich":"Thanh toan ho so",
 "ThoiGianGD":"20260701083000","Ip":"10.0.0.1",
 "ThongTinBienLai":` + soundReceipt + `,
 "MaXacThuc":"…"}`

const (
	soundQuery   = `{"LoaiBanTin":"QUERY","PhienBan":"1.0.6","MaDoiTac":"DOITAC01","MaThamChieu":"HD0001T1","ThoiGianGD":"20260701083000","MaXacThuc":""}`
	soundConfirm = `{"LoaiBanTin":"CONFIRM","MaLoi":"00","MaDoiTac":"DOITAC01","MaThamChieu":"HD0001T1","SoTien":"25000","MaTienTe":"VND","MaGiaoDich":"GD01","MaNganHang":"NCB","ThoiGianGD":"20260701203000","ThongTinGiaoDich":"Thanh toan","MaXacThuc":""}`
	soundAnswer  = `{"MaLoi":"00","MoTaLoi":"Thành công","MaDoiTac":"DOITAC01","MaThamChieu":"HD0001T1","ThoiGianGD":"20260701083000","MaXacThuc":""}`
	soundReply   = `{"MaLoi":"00","TrangThaiGD":"1","SoTien":"25000","MaTienTe":"VND","MaGiaoDich":"GD01","MaNganHang":"NCB","ThoiGianGD":"20260701203000","ThongTinGiaoDich":"Thanh toan"}`
)

// change is one change of a sound message, and where its faults lie.
type change struct {
	why, old, new, want string
}

// tried holds changes of a sound message to their faults.
func tried[M gateway.Message](t *testing.T, sound string, changes []change) {
	t.Helper()
	_, faults := gateway.Parse[M]([]byte(sound))
	wantFaults(t, "as it is", faults, "")
	for _, c := range changes {
		text := strings.Replace(sound, c.old, c.new, 1)
		if text == sound {
			t.Errorf("%s changes nothing", c.why)
		}
		_, faults := gateway.Parse[M]([]byte(text))
		wantFaults(t, c.why, faults, c.want)
	}
}

func TestInitFaults(t *testing.T) {
	tried[gateway.Init](t, soundInit, []change{
		{"another message", `"INIT"`, `"QUERY"`, "/LoaiBanTin PAY-GW-10"},
		{"another version is kept", `"1.0.6"`, `"1.0.7"`, "/PhienBan PAY-GW-07?"},
		{"no partner", `"DOITAC01"`, `""`, "/MaDoiTac PAY-GW-01"},
		{"a dash in the reference", `"THAMCHIEU0001"`, `"THAM-CHIEU"`, "/MaThamChieu PAY-GW-02"},
		{"an underscore, which \\w would let pass", `"THAMCHIEU0001"`, `"THAM_CHIEU"`, "/MaThamChieu PAY-GW-02"},
		{"a letter with marks", `"THAMCHIEU0001"`, `"THẨM"`, "/MaThamChieu PAY-GW-02"},
		{"the first and the last letters and digits", `"THAMCHIEU0001"`, `"AZaz09"`, ""},
		{"no reference", `"THAMCHIEU0001"`, `""`, "/MaThamChieu PAY-GW-01"},
		{"an item without a name", `"NoiDung":"Lệ phí mẫu"`, `"NoiDung":""`, "/ThongTinBienLai/DSKhoanNop/0/NoiDung PAY-GW-01"},
		{"nothing to pay", `"SoTien":"25000"`, `"SoTien":"0"`, "/SoTien PAY-GW-03|/ThongTinBienLai/DSKhoanNop PAY-GW-08?"},
		{"an amount with decimals", `"SoTien":"25000"`, `"SoTien":"25000.00"`, "/SoTien PAY-GW-03"},
		{"an amount with groups", `"SoTien":"25000"`, `"SoTien":"25.000"`, "/SoTien PAY-GW-03"},
		{"an amount below 0", `"SoTien":"25000"`, `"SoTien":"-25000"`, "/SoTien PAY-GW-03"},
		{"an amount with a zero before it, which is another text to sign", `"SoTien":"25000"`, `"SoTien":"025000"`, "/SoTien PAY-GW-03"},
		{"an amount with a plus", `"SoTien":"25000"`, `"SoTien":"+25000"`, "/SoTien PAY-GW-03"},
		{"an amount beyond money", `"SoTien":"25000"`, `"SoTien":"99999999999999999999"`, "/SoTien PAY-GW-03"},
		{"an amount as a number", `"SoTien":"25000"`, `"SoTien":25000`, "/SoTien DOC-VALUE-01"},
		{"another kind of payment is kept", `"PAY"`, `"REFUND"`, "/LoaiHinhThanhToan PAY-GW-07?"},
		{"another channel is kept", `"MaKenhThanhToan":"1"`, `"MaKenhThanhToan":"7"`, "/MaKenhThanhToan PAY-GW-07?"},
		{"no channel", `"MaKenhThanhToan":"1"`, `"MaKenhThanhToan":""`, "/MaKenhThanhToan PAY-GW-01"},
		{"another currency", `"VND"`, `"USD"`, "/MaTienTe PAY-GW-04"},
		{"the separator in a text", `"ThongTinGiaoDich":"Thanh toan ho so"`, `"ThongTinGiaoDich":"a|b"`, "/ThongTinGiaoDich PAY-GW-06"},
		{"24 o'clock", `"20260701083000"`, `"20260701240000"`, "/ThoiGianGD PAY-GW-05"},
		{"30 February", `"20260701083000"`, `"20260230083000"`, "/ThoiGianGD PAY-GW-05"},
		{"the time in ISO 8601", `"20260701083000"`, `"2026-07-01T08:30:00"`, "/ThoiGianGD PAY-GW-05"},
		{"a member nobody knows", `"Ip"`, `"Token":"x","Ip"`, "/Token DOC-MEMBER-02"},
		{"a member misspelt", `"Ip"`, `"IP"`, "/IP DOC-MEMBER-02"},
		{"a member twice", `"Ip"`, `"MaDoiTac":"x","Ip"`, "/MaDoiTac DOC-MEMBER-01"},
		{"no digest at all", ",\n \"MaXacThuc\":\"…\"", "", "/MaXacThuc DOC-MEMBER-03"},
		{"no JSON", `{"LoaiBanTin"`, `{LoaiBanTin`, " DOC-SYNTAX-01"},
		{"two faults at once", `"MaTienTe":"VND","MaNganHang":"PAYMENT"`, `"MaTienTe":"vnd","MaNganHang":""`, "/MaNganHang PAY-GW-01|/MaTienTe PAY-GW-04"},
		{"items that do not add up", `"SoTien":"25000"}]}`, `"SoTien":"24999"}]}`, "/ThongTinBienLai/DSKhoanNop PAY-GW-08?"},
		{"an item without an amount", `"SoTien":"25000"}]}`, `"SoTien":""}]}`, "/ThongTinBienLai/DSKhoanNop/0/SoTien PAY-GW-03"},
		{"a fee of no documented kind", `"LoaiPhiLePhi":"2"`, `"LoaiPhiLePhi":"Phi"`, "/ThongTinBienLai/PhiLePhi/0/LoaiPhiLePhi PAY-GW-07?"},
		{"no kind of service", `"MaDichVu":"2"`, `"MaDichVu":""`, "/ThongTinBienLai/MaDichVu PAY-GW-01"},
		{"another kind of service is kept", `"MaDichVu":"2"`, `"MaDichVu":"3"`, "/ThongTinBienLai/MaDichVu PAY-GW-07?"},
		{"nobody pays", `"Nguyễn Văn A"`, `""`, "/ThongTinBienLai/HoTenNguoiNop PAY-GW-01"},
	})
}

// needed are the members a receipt needs of a fee and of a fine.
var needed = map[string][]string{
	"2": {"MaDonVi", "TenDonVi", "MaHoSo", "MaDVC", "TenDVC", "MaTTHC", "TenTTHC", "TKThuHuong", "MaNHThuHuong", "TenTKThuHuong", "PhiLePhi", "NoiDungThanhToan", "HoTenNguoiNop", "DSKhoanNop"},
	"1": {"MaLoaiHinhThuPhat", "TenLoaiHinhThuPhat", "KhoBac", "NgayQD", "SoQD", "ThoiGianViPham", "DiaDiemViPham", "TenNguoiViPham", "NoiDungThanhToan", "HoTenNguoiNop", "DSKhoanNop"},
}

// TestReceiptOfItsKind: an empty receipt lacks exactly what its kind of service needs.
func TestReceiptOfItsKind(t *testing.T) {
	for kind, members := range needed {
		r := gateway.ReceiptInfo{MaDichVu: kind}
		got := map[string]bool{}
		for _, f := range r.Check() {
			if f.Code != "PAY-GW-01" {
				t.Errorf("%v", f)
			}
			got[strings.TrimPrefix(f.Pointer, "/")] = true
		}
		if len(got) != len(members) {
			t.Errorf("of kind %s: %d members lack, want %d", kind, len(got), len(members))
		}
		for _, name := range members {
			if !got[name] {
				t.Errorf("of kind %s: nothing is said of %s", kind, name)
			}
		}
	}
}

func TestQueryFaults(t *testing.T) {
	tried[gateway.Query](t, soundQuery, []change{
		{"for the receipt", `"QUERY"`, `"GET_BILL"`, ""},
		{"another message", `"QUERY"`, `"INIT"`, "/LoaiBanTin PAY-GW-10"},
		{"the separator", `"DOITAC01"`, `"DOITAC|1"`, "/MaDoiTac PAY-GW-06"},
		{"no time", `"20260701083000"`, `""`, "/ThoiGianGD PAY-GW-05"},
	})
}

func TestConfirmFaults(t *testing.T) {
	tried[gateway.Confirm](t, soundConfirm, []change{
		{"a code nobody documented is kept", `"00"`, `"07"`, "/MaLoi PAY-GW-07?"},
		{"no code", `"00"`, `""`, "/MaLoi PAY-GW-01"},
		{"a success without a transaction", `"GD01"`, `""`, "/MaGiaoDich PAY-GW-01"},
		{"no amount", `"25000"`, `""`, "/SoTien PAY-GW-03"},
		{"nothing came", `"25000"`, `"0"`, ""},
		{"another currency", `"VND"`, `"USD"`, "/MaTienTe PAY-GW-04"},
		{"the separator", `"Thanh toan"`, `"Thanh|toan"`, "/ThongTinGiaoDich PAY-GW-06"},
		{"a reference that is a path", `"HD0001T1"`, `"../x"`, "/MaThamChieu PAY-GW-02"},
		{"no bank", `"NCB"`, `""`, ""},
	})
	tried[gateway.Answer](t, soundAnswer, []change{
		{"not taken", `"00"`, `"99"`, ""},
		{"a code nobody documented", `"00"`, `"01"`, "/MaLoi PAY-GW-07?"},
		{"the separator", `"Thành công"`, `"|"`, "/MoTaLoi PAY-GW-06"},
	})
}

func TestReplyFaults(t *testing.T) {
	tried[gateway.QueryReply](t, soundReply, []change{
		{"pending: nothing need be said", soundReply, `{"MaLoi":"00","TrangThaiGD":"3"}`, ""},
		{"not answered: nothing need be said", soundReply, `{"MaLoi":"99"}`, "/MaLoi PAY-GW-07?"},
		{"answered without a status", `"TrangThaiGD":"1",`, ``, "/TrangThaiGD PAY-GW-01"},
		{"a status nobody documented is kept", `"TrangThaiGD":"1"`, `"TrangThaiGD":"2"`, "/TrangThaiGD PAY-GW-07?"},
		{"a success without anything", soundReply, `{"MaLoi":"00","TrangThaiGD":"1"}`, "/MaGiaoDich PAY-GW-01|/MaTienTe PAY-GW-04|/SoTien PAY-GW-03|/ThoiGianGD PAY-GW-05"},
		{"a failure in another currency", soundReply, `{"MaLoi":"00","TrangThaiGD":"4","MaTienTe":"USD","SoTien":"1.5"}`, "/MaTienTe PAY-GW-04|/SoTien PAY-GW-03"},
	})
	tried[gateway.InitReply](t, `{"MaLoi":"00","UrlThanhToan":"https://pay.example/x?t=1"}`, []change{
		{"no page", `https://pay.example/x?t=1`, ``, "/UrlThanhToan PAY-GW-09"},
		{"a page that is code", `https://pay.example/x?t=1`, `javascript:alert(1)`, "/UrlThanhToan PAY-GW-09"},
		{"a page of nowhere", `https://pay.example/x?t=1`, `https:///x`, "/UrlThanhToan PAY-GW-09"},
		{"a failure needs no page", `{"MaLoi":"00","UrlThanhToan":"https://pay.example/x?t=1"}`, `{"MaLoi":"05","MoTaLoi":"x"}`, "/MaLoi PAY-GW-07?"},
	})
}

// TestFaultsAreSorted: by pointer, whichever check found them.
func TestFaultsAreSorted(t *testing.T) {
	var m gateway.Init
	faults := m.Check()
	sorted := append(motcua.Faults{}, faults...)
	sorted.Sort()
	for i := range faults {
		if faults[i] != sorted[i] {
			t.Fatalf("fault %d is out of order: %v", i, faults[i])
		}
	}
	if len(faults) < 15 {
		t.Errorf("an empty message has %d faults", len(faults))
	}
}
