package npsp

import (
	"fmt"
	"log/slog"
	"slices"
)

// personal are the members that identify a person, in themselves or by the free
// text people write into them.
var personal = []string{
	"ChuHoSo", "DuongDanTaiTepTin", "DuongDanTepTinKetQua", "Email", "Fax", "GhiChu",
	"MaDoiTuong", "NguoiTiepNhanBoSung", "NguoiXuLy", "NguoiYeuCauBoSung",
	"NoiDungBoSung", "NoiDungXuLy", "SoDienThoai", "SoDinhDanh", "SoGiayToChuHoSo",
	"SoKyHieu", "TenTepDinhKem", "ThongTinKhac", "ThongTinTiepNhan", "ThongTinTra",
	"TrichYeuHoSo", "TrichYeuNoiDung",
}

// PersonalFields lists the names of the members that identify a person, wherever
// in a message they stand, sorted. Logs leave their values out.
func PersonalFields() []string { return slices.Clone(personal) }

// Redacted returns a copy of d with the members of [PersonalFields] empty. The copy
// shares nothing with d.
func (d *Dossier) Redacted() Dossier {
	c := *d
	for _, v := range []*Value{
		&c.SoGiayToChuHoSo, &c.ChuHoSo, &c.MaDoiTuong, &c.ThongTinKhac, &c.Email, &c.Fax,
		&c.SoDienThoai, &c.TrichYeuHoSo, &c.ThongTinTra, &c.GhiChu,
	} {
		*v = ""
	}
	c.DinhDanhCHS = slices.Clone(d.DinhDanhCHS)
	for i := range c.DinhDanhCHS {
		c.DinhDanhCHS[i].SoDinhDanh = ""
	}
	c.DSKetNoiCSDL = slices.Clone(d.DSKetNoiCSDL)
	c.TaiLieuNop = redactPapers(d.TaiLieuNop)
	c.DanhSachLePhi = slices.Clone(d.DanhSachLePhi)
	c.DanhSachTepDinhKemKhac = slices.Clone(d.DanhSachTepDinhKemKhac)
	c.DanhSachHoSoBoSung = slices.Clone(d.DanhSachHoSoBoSung)
	for i := range c.DanhSachHoSoBoSung {
		s := &c.DanhSachHoSoBoSung[i]
		s.NguoiYeuCauBoSung, s.NoiDungBoSung, s.NguoiTiepNhanBoSung, s.ThongTinTiepNhan = "", "", "", ""
		s.DanhSachGiayToBoSung = redactPapers(s.DanhSachGiayToBoSung)
		s.DanhSachLePhiBoSung = slices.Clone(s.DanhSachLePhiBoSung)
	}
	c.DanhSachGiayToKetQua = slices.Clone(d.DanhSachGiayToKetQua)
	for i := range c.DanhSachGiayToKetQua {
		r := &c.DanhSachGiayToKetQua[i]
		r.DuongDanTepTinKetQua, r.SoKyHieu, r.TrichYeuNoiDung = "", "", ""
	}
	return c
}

func redactPapers(papers []TaiLieuNop) []TaiLieuNop {
	papers = slices.Clone(papers)
	for i := range papers {
		papers[i].TenTepDinhKem, papers[i].DuongDanTaiTepTin = "", ""
	}
	return papers
}

// Redacted returns a copy of p with the members of [PersonalFields] empty.
func (p *Progress) Redacted() Progress {
	c := *p
	c.NguoiXuLy, c.NoiDungXuLy = "", ""
	return c
}

// String names the dossier, its procedure and its state, and no person.
func (d Dossier) String() string {
	return fmt.Sprintf("dossier %s of procedure %s in state %s", d.MaHoSo, d.MaTTHC, d.TrangThaiHoSo)
}

// GoString is String, so that %#v shows no person either.
func (d Dossier) GoString() string { return "npsp.Dossier(" + d.String() + ")" }

// LogValue is what slog writes: code, procedure and state.
func (d Dossier) LogValue() slog.Value {
	return slog.GroupValue(slog.String("MaHoSo", string(d.MaHoSo)),
		slog.String("MaTTHC", string(d.MaTTHC)), slog.String("TrangThaiHoSo", string(d.TrangThaiHoSo)))
}

// String names the dossier, the time of the step and its state, and no person.
func (p Progress) String() string {
	return fmt.Sprintf("step of dossier %s at %s to state %s", p.MaHoSo, p.ThoiDiemXuLy, p.TrangThai)
}

// GoString is String, so that %#v shows no person either.
func (p Progress) GoString() string { return "npsp.Progress(" + p.String() + ")" }

// LogValue is what slog writes: code, time and state.
func (p Progress) LogValue() slog.Value {
	return slog.GroupValue(slog.String("MaHoSo", string(p.MaHoSo)),
		slog.String("ThoiDiemXuLy", string(p.ThoiDiemXuLy)), slog.String("TrangThai", string(p.TrangThai)))
}
