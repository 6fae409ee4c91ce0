package npsp

import (
	"fmt"
	"strings"
	"testing"
)

// batchText writes all that a batch holds.
func batchText(b *Batch) string {
	var out strings.Builder
	for i := range b.Briefs {
		brief := b.Briefs[i]
		fmt.Fprintf(&out, "%d %d %s %s %s %v %v\n", brief.Line, brief.Kind, brief.Dossier, brief.Procedure, brief.Field, brief.State, brief.Supplements)
	}
	for _, f := range b.Faults {
		fmt.Fprintf(&out, "%v\n", f)
	}
	return out.String()
}

// fullDossier has something in every member.
func fullDossier() Dossier {
	d := sampleDossier()
	d.SoBienNhan, d.SoGiayToChuHoSo, d.ThongTinKhac, d.Email, d.Fax = "7", "B1234567", "khác", "a@example.invalid", "0240000000"
	d.NgayTra, d.ThongTinTra, d.NgayKetThucXuLy, d.GhiChu, d.NgayTuChoi = "20260706090000", "tại quầy", "20260705160000", "ghi chú", "20260705170000"
	d.LoaiDinhDanhCHS, d.MaCSDLDaKetNoi = "1", "7"
	d.TaiLieuNop[1].MaKetQuaThayThe = "KQ.G01.000068"
	d.TaiLieuNop[0].IsDeleted = "True"
	d.DanhSachTepDinhKemKhac = []TepDinhKemKhac{{TenGiayTo: "Ảnh", SoLuong: "2", LoaiGiayTo: "1"}}
	d.DanhSachHoSoBoSung = []HoSoBoSung{{
		HoSoBoSungId: "12", NguoiYeuCauBoSung: "Trần Thị B", NoiDungBoSung: "Bổ sung ảnh", NgayBoSung: "20260702080000",
		NguoiTiepNhanBoSung: "Lê Văn C", ThongTinTiepNhan: "đã nhận", NgayTiepNhanBoSung: "20260703080000", TrangThaiBoSung: "true",
		DanhSachGiayToBoSung: sampleDossier().TaiLieuNop[:1], DanhSachLePhiBoSung: sampleDossier().DanhSachLePhi,
		NgayHenTraTruoc: "20260706100000", NgayHenTraMoi: "20260707100000",
	}}
	d.DanhSachGiayToKetQua = []GiayToKetQua{{
		TenGiayTo: "Giấy xác nhận", MaThanhPhanHoSo: "TP-0009", GiayToId: "3", DuongDanTepTinKetQua: "https://example.invalid/3",
		MaGiayToKetQua: "KQ.G01.000068", MaCoQuan: "G01", SoKyHieu: "12/XN", TrichYeuNoiDung: "Xác nhận của bà C", NgayCap: "20260705",
		ThoiHanHieuLuc: "1 năm", PhamViHieuLuc: "toàn quốc",
	}}
	return d
}

// sampleLine is the usual dossier as a line.
func sampleLine(t testing.TB) string {
	t.Helper()
	d := sampleDossier()
	line, err := d.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}
