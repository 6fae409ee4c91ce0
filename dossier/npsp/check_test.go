package npsp

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
)

// told writes faults as "pointer code", errors with a "!".
func told(faults motcua.Faults) string {
	var out []string
	for _, f := range faults {
		mark := ""
		if f.Severity == motcua.SeverityError {
			mark = "!"
		}
		out = append(out, f.Pointer+" "+strings.TrimPrefix(f.Code, "NPS-MSG-")+mark)
	}
	return strings.Join(out, ", ")
}

// dossierChecks change one thing in a dossier without faults and name what is then
// wrong, in reading and before sending.
var dossierChecks = []struct {
	name          string
	change        func(*Dossier)
	read, sending string // sending is "" where it is the same
}{
	{"nothing", func(*Dossier) {}, "", ""},
	{"every member filled", func(d *Dossier) { *d = fullDossier() }, "", ""},
	{"no code", func(d *Dossier) { d.MaHoSo = "" }, "/MaHoSo 01!", ""},
	{"code of another system", func(d *Dossier) { d.MaHoSo = "HS-2026-1" }, "/MaHoSo 07", ""},
	{"no procedure", func(d *Dossier) { d.MaTTHC = "" }, "/MaTTHC 02", "/MaTTHC 02!"},
	{"no procedure code", func(d *Dossier) { d.MaTTHC = "1.00419" }, "/MaTTHC 08", ""},
	{"procedure of a province", func(d *Dossier) { d.MaTTHC = "1.004194.000.00.00.H22" }, "/MaTTHC 09", ""},
	{"no name", func(d *Dossier) { d.TenTTHC, d.DonViXuLy = "", "" }, "/DonViXuLy 02, /TenTTHC 02", "/DonViXuLy 02!, /TenTTHC 02!"},
	{"no channel", func(d *Dossier) { d.KenhThucHien = "" }, "/KenhThucHien 03", ""},
	{"channel unknown", func(d *Dossier) { d.KenhThucHien = "4" }, "/KenhThucHien 06", ""},
	{"state unknown", func(d *Dossier) { d.TrangThaiHoSo = "0" }, "/TrangThaiHoSo 06", ""},
	{"state in words", func(d *Dossier) { d.TrangThaiHoSo = "new" }, "/TrangThaiHoSo 06", ""},
	{"paid in an assumed way", func(d *Dossier) { d.DuocThanhToanTrucTuyen = "3" }, "", ""},
	{"paid in an unknown way", func(d *Dossier) { d.DuocThanhToanTrucTuyen = "4" }, "/DuocThanhToanTrucTuyen 06", ""},
	{"database of an unknown list", func(d *Dossier) { d.DSKetNoiCSDL[0].MaCSDL = "x" }, "", ""},
	{"databases none", func(d *Dossier) { d.DSKetNoiCSDL = nil }, "", ""},
	{"day that does not exist", func(d *Dossier) { d.NgayTra = "20260230000000" }, "/NgayTra 04!", ""},
	{"time in another form", func(d *Dossier) { d.NgayNopHoSo = "01/07/2026" }, "/NgayNopHoSo 04!", ""},
	{"not received", func(d *Dossier) { d.NgayTiepNhan = "" }, "/NgayTiepNhan 02", "/NgayTiepNhan 02!"},
	{"not received yet", func(d *Dossier) { d.NgayTiepNhan, d.TrangThaiHoSo = "", "1" }, "", ""},
	{"reception refused", func(d *Dossier) { d.NgayTiepNhan, d.TrangThaiHoSo, d.NgayTuChoi = "", "3", "20260701090000" }, "", ""},
	{"refused before filed", func(d *Dossier) { d.NgayTuChoi = "20260701081459" }, "/NgayTuChoi 05", ""},
	{"received before filed", func(d *Dossier) { d.NgayTiepNhan = "20260701081459" }, "/NgayTiepNhan 05", ""},
	{"received as filed", func(d *Dossier) { d.NgayTiepNhan = d.NgayNopHoSo }, "", ""},
	{"due before received", func(d *Dossier) { d.NgayHenTra = "20260630100000" }, "/NgayHenTra 05", ""},
	{"due that day", func(d *Dossier) { d.NgayHenTra = "20260701000000" }, "", ""},
	{"due the day before", func(d *Dossier) { d.NgayHenTra = "20260630000000" }, "/NgayHenTra 05", ""},
	{"finished before received", func(d *Dossier) { d.NgayKetThucXuLy, d.NgayTra = "20260630100000", "20260702100000" }, "/NgayKetThucXuLy 05", ""},
	{"returned before finished", func(d *Dossier) { d.NgayKetThucXuLy, d.NgayTra = "20260702100000", "20260702095959" }, "/NgayTra 05", ""},
	{"returned before received", func(d *Dossier) { d.NgayTra = "20260101000000" }, "/NgayTra 05", ""},
	{"done without an end", func(d *Dossier) { d.TrangThaiHoSo = "9" }, "/TrangThaiHoSo 14", ""},
	{"returned without an end", func(d *Dossier) { d.TrangThaiHoSo = "10" }, "/TrangThaiHoSo 14", ""},
	{"done and finished", func(d *Dossier) { d.TrangThaiHoSo, d.NgayKetThucXuLy = "9", "20260702100000" }, "", ""},
	{"nobody", func(d *Dossier) { d.DinhDanhCHS = nil }, "/DinhDanhCHS 02", "/DinhDanhCHS 02!"},
	{"made up", func(d *Dossier) { d.DinhDanhCHS[0] = DinhDanh{"2", "000000000"} }, "/DinhDanhCHS/0/SoDinhDanh 10", "/DinhDanhCHS/0/SoDinhDanh 10!"},
	{"made up, of ones", func(d *Dossier) { d.DinhDanhCHS[0] = DinhDanh{"", "111111111"} }, "/DinhDanhCHS/0/SoDinhDanh 10", "/DinhDanhCHS/0/SoDinhDanh 10!"},
	{"too short", func(d *Dossier) { d.DinhDanhCHS[0].SoDinhDanh = "00100000012" }, "/DinhDanhCHS/0/SoDinhDanh 11", ""},
	{"letters", func(d *Dossier) { d.DinhDanhCHS[0].SoDinhDanh = "00100000012x" }, "/DinhDanhCHS/0/SoDinhDanh 11", ""},
	{"old card", func(d *Dossier) { d.DinhDanhCHS[0] = DinhDanh{"2", "012345678"} }, "", ""},
	{"old card too long", func(d *Dossier) { d.DinhDanhCHS[0].LoaiDinhDanh = "2" }, "/DinhDanhCHS/0/SoDinhDanh 11", ""},
	{"kind unknown", func(d *Dossier) { d.DinhDanhCHS[0] = DinhDanh{"3", "C1"} }, "/DinhDanhCHS/0/LoaiDinhDanh 06", ""},
	{"amount with a point", func(d *Dossier) { d.DanhSachLePhi[0].Gia = "25.000" }, "/DanhSachLePhi/0/Gia 12!", ""},
	{"amount too large", func(d *Dossier) { d.DanhSachLePhi[0].Gia = "9007199254740992" }, "/DanhSachLePhi/0/Gia 12!", ""},
	{"fee of an unknown kind", func(d *Dossier) { d.DanhSachLePhi[0].LoaiPhiLePhi = "3" }, "/DanhSachLePhi/0/LoaiPhiLePhi 06", ""},
	{"paper without name and link", func(d *Dossier) { d.TaiLieuNop[1].TenTepDinhKem, d.TaiLieuNop[1].DuongDanTaiTepTin = "", "" },
		"/TaiLieuNop/1/DuongDanTaiTepTin 02, /TaiLieuNop/1/TenTepDinhKem 02", "/TaiLieuNop/1/DuongDanTaiTepTin 02!, /TaiLieuNop/1/TenTepDinhKem 02!"},
	{"papers with unknown codes", func(d *Dossier) { d.TaiLieuNop[0].IsDeleted, d.TaiLieuNop[1].DuocSoHoa = "yes", "2" }, "/TaiLieuNop/0/IsDeleted 06, /TaiLieuNop/1/DuocSoHoa 06", ""},
	{"reused in an unknown way", func(d *Dossier) { d.TaiLieuNop[0].DuocTaiSuDung, d.TaiLieuNop[0].DuocLayTuKhoDMQG = "3", "maybe" },
		"/TaiLieuNop/0/DuocLayTuKhoDMQG 06, /TaiLieuNop/0/DuocTaiSuDung 06", ""},
	{"long subject", func(d *Dossier) { d.TrichYeuHoSo = Value(strings.Repeat("ữ", 1001)) }, "/TrichYeuHoSo 15", ""},
	{"subject as long as may be", func(d *Dossier) { d.TrichYeuHoSo = Value(strings.Repeat("ữ", 1000)) }, "", ""},
	{"long file name", func(d *Dossier) { d.TaiLieuNop[0].TenTepDinhKem = Value(strings.Repeat("x", 4001)) }, "/TaiLieuNop/0/TenTepDinhKem 15", ""},
	{"attachment", func(d *Dossier) {
		d.DanhSachTepDinhKemKhac = []TepDinhKemKhac{{Value(strings.Repeat("x", 2001)), "một", "18446744073709551616"}}
	}, "/DanhSachTepDinhKemKhac/0/LoaiGiayTo 12!, /DanhSachTepDinhKemKhac/0/SoLuong 13, /DanhSachTepDinhKemKhac/0/TenGiayTo 15", ""},
	{"answered before asked", func(d *Dossier) {
		d.DanhSachHoSoBoSung = []HoSoBoSung{{NgayBoSung: "20260702080000", NgayTiepNhanBoSung: "20260702075959", TrangThaiBoSung: "x", NgayHenTraMoi: "1"}}
	}, "/DanhSachHoSoBoSung/0/NgayHenTraMoi 04!, /DanhSachHoSoBoSung/0/NgayTiepNhanBoSung 05, /DanhSachHoSoBoSung/0/TrangThaiBoSung 06", ""},
	{"result without a link", func(d *Dossier) { d.DanhSachGiayToKetQua = []GiayToKetQua{{}} },
		"/DanhSachGiayToKetQua/0/DuongDanTepTinKetQua 02", "/DanhSachGiayToKetQua/0/DuongDanTepTinKetQua 02!"},
}

func TestDossierChecks(t *testing.T) {
	for _, c := range dossierChecks {
		d := sampleDossier()
		c.change(&d)
		if c.sending == "" {
			c.sending = c.read
		}
		text, err := d.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		_, faults := ParseDossier(text, nil)
		if diff := cmp.Diff(c.read, told(faults)); diff != "" {
			t.Errorf("%s, read: %s", c.name, diff)
		}
		if diff := cmp.Diff(c.sending, told(d.Check())); diff != "" {
			t.Errorf("%s, before sending: %s", c.name, diff)
		}
		agree(t, text, nil)
	}
}

func TestProgressChecks(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Progress)
		read   string
	}{
		{"nothing", func(*Progress) {}, ""},
		{"empty", func(p *Progress) { *p = Progress{MaHoSo: p.MaHoSo} }, "/NguoiXuLy 02, /NoiDungXuLy 03, /ThoiDiemXuLy 02, /TrangThai 02"},
		{"no code", func(p *Progress) { p.MaHoSo = "" }, "/MaHoSo 01!"},
		{"state unknown", func(p *Progress) { p.TrangThai = "11" }, "/TrangThai 06"},
		{"long name", func(p *Progress) { p.NguoiXuLy = Value(strings.Repeat("ễ", 51)) }, "/NguoiXuLy 15"},
		{"name as long as may be", func(p *Progress) { p.NguoiXuLy = Value(strings.Repeat("ễ", 50)) }, ""},
		{"before it began", func(p *Progress) { p.ThoiDiemXuLy = "20260701095959" }, "/ThoiDiemXuLy 05"},
		{"due before it began", func(p *Progress) { p.NgayKetThucTheoQuyDinh = "20260630000000" }, "/NgayKetThucTheoQuyDinh 05"},
		{"no such hour", func(p *Progress) { p.NgayBatDau = "20260701246060" }, "/NgayBatDau 04!"},
	} {
		p := sampleProgress()
		c.change(&p)
		text, err := p.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		_, faults := ParseProgress(text, nil)
		if diff := cmp.Diff(c.read, told(faults)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if diff := cmp.Diff(strings.ReplaceAll(c.read, " 02", " 02!"), told(p.Check())); diff != "" {
			t.Errorf("%s, before sending: %s", c.name, diff)
		}
		agree(t, text, nil)
	}
}

// TestKinds tells messages apart by their members.
func TestKinds(t *testing.T) {
	for line, want := range map[string]Kind{
		`{"MaHoSo":"1","MaTTHC":""}`:                  KindDossier,
		`{"MaHoSo":"1","DanhSachLePhi":[]}`:           KindDossier,
		`{"TrangThaiHoSo":null}`:                      KindDossier,
		`{"MaHoSo":"1","TrangThai":null}`:             KindProgress,
		`{"NgayBatDau":""}`:                           KindProgress,
		`{"TrangThai":"1","MaHoSo":"1","NgayTra":""}`: KindDossier, // a dossier with a member nobody knows
		`{"MaHoSo":"1"}`:                              0,
		`{}`:                                          0,
		`{"La":1}`:                                    0,
	} {
		m, faults := Parse([]byte(line), nil)
		if m.Kind != want || (m.Dossier != nil) != (want == KindDossier) || (m.Progress != nil) != (want == KindProgress) {
			t.Errorf("%s: %+v", line, m)
		}
		if kindless := fmt.Sprint(faults); strings.Contains(kindless, codeKind) != (want == 0) {
			t.Errorf("%s: %v", line, faults)
		}
	}
}
