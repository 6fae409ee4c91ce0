package npsp

import (
	"strings"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// Check returns everything that stands against sending d, sorted: what
// [ParseDossier] would find, and as errors what it lets pass with a warning though
// the portal asks for it: required members that are missing, and identity numbers
// that are made up.
func (d *Dossier) Check() motcua.Faults {
	c := checker{sending: true}
	c.dossier(d)
	c.faults.Sort()
	return c.faults
}

// Check returns everything that stands against sending p, as that of a dossier does.
func (p *Progress) Check() motcua.Faults {
	c := checker{sending: true}
	c.progress(p)
	c.faults.Sort()
	return c.faults
}

func (c *checker) dossier(d *Dossier) {
	c.code(d.MaHoSo)
	c.procedure(d.MaTTHC)
	c.required("/TenTTHC", d.TenTTHC)
	c.required("/MaLinhVuc", d.MaLinhVuc)
	c.required("/TenLinhVuc", d.TenLinhVuc)
	c.disputed("/KenhThucHien", d.KenhThucHien)
	c.known("/KenhThucHien", codeOf(d.KenhThucHien), channels)
	c.listed("/LoaiDoiTuong", d.LoaiDoiTuong, owners)
	c.length("/TrichYeuHoSo", d.TrichYeuHoSo, longestSubject)
	c.listed("/TrangThaiHoSo", d.TrangThaiHoSo, states)
	c.listed("/HinhThuc", d.HinhThuc, yesNo)
	c.required("/DonViXuLy", d.DonViXuLy)
	c.listed("/NoiNopHoSo", d.NoiNopHoSo, places)
	c.truth("/HoSoCoThanhPhanSoHoa", d.HoSoCoThanhPhanSoHoa)
	c.truth("/TaiKhoanDuocXacThucVoiVNeID", d.TaiKhoanDuocXacThucVoiVNeID)
	c.listed("/DuocThanhToanTrucTuyen", d.DuocThanhToanTrucTuyen, payments)
	c.times(d)
	if len(d.DinhDanhCHS) == 0 {
		c.required("/DinhDanhCHS", "")
	}
	for i, id := range d.DinhDanhCHS {
		c.identity(at("/DinhDanhCHS", i), id)
	}
	c.papers("/TaiLieuNop", d.TaiLieuNop)
	c.fees("/DanhSachLePhi", d.DanhSachLePhi)
	for i, t := range d.DanhSachTepDinhKemKhac {
		under := at("/DanhSachTepDinhKemKhac", i)
		c.length(under+"/TenGiayTo", t.TenGiayTo, longestPaper)
		c.whole(under+"/SoLuong", t.SoLuong)
		c.whole(under+"/LoaiGiayTo", t.LoaiGiayTo)
	}
	for i := range d.DanhSachHoSoBoSung {
		c.supplement(at("/DanhSachHoSoBoSung", i), &d.DanhSachHoSoBoSung[i])
	}
	for i, r := range d.DanhSachGiayToKetQua {
		under := at("/DanhSachGiayToKetQua", i)
		c.length(under+"/TenGiayTo", r.TenGiayTo, longestPaper)
		c.required(under+"/DuongDanTepTinKetQua", r.DuongDanTepTinKetQua)
	}
}

func (c *checker) progress(p *Progress) {
	c.code(p.MaHoSo)
	c.required("/NguoiXuLy", p.NguoiXuLy)
	c.length("/NguoiXuLy", p.NguoiXuLy, longestOfficial)
	c.required("/ThoiDiemXuLy", p.ThoiDiemXuLy)
	c.disputed("/NoiDungXuLy", p.NoiDungXuLy)
	c.listed("/TrangThai", p.TrangThai, states)
	done := c.moment("/ThoiDiemXuLy", p.ThoiDiemXuLy)
	begun := c.moment("/NgayBatDau", p.NgayBatDau)
	due := c.moment("/NgayKetThucTheoQuyDinh", p.NgayKetThucTheoQuyDinh)
	c.order("NgayBatDau", begun, "", "ThoiDiemXuLy", done)
	c.order("NgayBatDau", begun, "", "NgayKetThucTheoQuyDinh", due)
}

// times reads the dates of a dossier and what must hold between them.
func (c *checker) times(d *Dossier) {
	filed := c.moment("/NgayNopHoSo", d.NgayNopHoSo)
	received := c.moment("/NgayTiepNhan", d.NgayTiepNhan)
	due := c.moment("/NgayHenTra", d.NgayHenTra)
	returned := c.moment("/NgayTra", d.NgayTra)
	finished := c.moment("/NgayKetThucXuLy", d.NgayKetThucXuLy)
	refused := c.moment("/NgayTuChoi", d.NgayTuChoi)
	state := codeOf(d.TrangThaiHoSo)
	c.required("/NgayNopHoSo", d.NgayNopHoSo)
	if state != 1 && state != 3 { // these may never have been received
		c.required("/NgayTiepNhan", d.NgayTiepNhan)
	}
	c.order("NgayNopHoSo", filed, "", "NgayTiepNhan", received)
	c.order("NgayNopHoSo", filed, "", "NgayTuChoi", refused)
	c.order("NgayTiepNhan", received, "", "NgayHenTra", due)
	c.order("NgayTiepNhan", received, "", "NgayKetThucXuLy", finished)
	c.order("NgayTiepNhan", received, "", "NgayTra", returned)
	c.order("NgayKetThucXuLy", finished, "", "NgayTra", returned)
	if (state == 9 || state == 10) && d.NgayTra == "" && d.NgayKetThucXuLy == "" && d.NgayTuChoi == "" {
		c.warn(codeEndTime, "/TrangThaiHoSo", "trạng thái %d mà không có ngày kết thúc (endTimeMissing)",
			"state %d without the time of its end (endTimeMissing)", state)
	}
}

func (c *checker) papers(list string, papers []TaiLieuNop) {
	for i := range papers {
		under, t := at(list, i), &papers[i]
		c.required(under+"/TenTepDinhKem", t.TenTepDinhKem)
		c.length(under+"/TenTepDinhKem", t.TenTepDinhKem, longestFileName)
		c.known(under+"/IsDeleted", truthOf(t.IsDeleted), yesNo)
		c.required(under+"/DuongDanTaiTepTin", t.DuongDanTaiTepTin)
		c.known(under+"/DuocSoHoa", truthOf(t.DuocSoHoa), yesNo)
		c.known(under+"/DuocTaiSuDung", codeOf(t.DuocTaiSuDung), reuses)
		c.known(under+"/DuocLayTuKhoDMQG", truthOf(t.DuocLayTuKhoDMQG), yesNo)
	}
}

func (c *checker) fees(list string, fees []LePhi) {
	for i, f := range fees {
		if _, ok := amountOf(f.Gia); !ok {
			c.error(codeRange, at(list, i)+"/Gia", "không phải số đồng nguyên từ 0 đến %d", "not a whole number of đồng from 0 to %d", int64(largestAmount))
		}
		c.known(at(list, i)+"/LoaiPhiLePhi", codeOf(f.LoaiPhiLePhi), feeKinds)
	}
}

func (c *checker) supplement(under string, s *HoSoBoSung) {
	c.whole(under+"/HoSoBoSungId", s.HoSoBoSungId)
	asked := c.moment(under+"/NgayBoSung", s.NgayBoSung)
	answered := c.moment(under+"/NgayTiepNhanBoSung", s.NgayTiepNhanBoSung)
	c.order("NgayBoSung", asked, under, "NgayTiepNhanBoSung", answered)
	c.known(under+"/TrangThaiBoSung", truthOf(s.TrangThaiBoSung), yesNo)
	c.papers(under+"/DanhSachGiayToBoSung", s.DanhSachGiayToBoSung)
	c.fees(under+"/DanhSachLePhiBoSung", s.DanhSachLePhiBoSung)
	c.moment(under+"/NgayHenTraTruoc", s.NgayHenTraTruoc)
	c.moment(under+"/NgayHenTraMoi", s.NgayHenTraMoi)
}

func (c *checker) identity(under string, id DinhDanh) {
	kind := codeOf(id.LoaiDinhDanh)
	c.known(under+"/LoaiDinhDanh", kind, identities)
	dummy, fits := identityOf(kind, id.SoDinhDanh)
	if dummy {
		c.unfit(codeDummy, under+"/SoDinhDanh", "số định danh giả", "a made-up identity number")
	}
	if !fits {
		c.warn(codeIdentity, under+"/SoDinhDanh", "số định danh không đúng dạng của loại %d", "the identity number does not fit kind %d", kind)
	}
}

// code checks MaHoSo.
func (c *checker) code(v Value) {
	if v == "" {
		c.error(codeMaHoSo, "/MaHoSo", "thiếu mã hồ sơ", "no code of the dossier")
		return
	}
	if _, err := motcua.ParseDossier(string(v)); err != nil {
		c.warn(codeForeign, "/MaHoSo", "mã hồ sơ không theo quy định, Cổng không xác định được đơn vị",
			"not a dossier code by the rules; the portal cannot tell the unit")
	}
}

// procedure checks MaTTHC.
func (c *checker) procedure(v Value) {
	c.required("/MaTTHC", v)
	if v == "" {
		return
	}
	code, err := motcua.ParseProcedure(string(v))
	if err != nil {
		c.warn(codeProcedure, "/MaTTHC", "không phải mã thủ tục hành chính", "not a procedure code")
	} else if code.National() != code {
		c.warn(codeSuffix, "/MaTTHC", "mã thủ tục của địa phương, cần mã quốc gia %s", "a province's procedure code; the national one is %s", code.National())
	}
}

func (c *checker) required(pointer string, v Value) {
	if v == "" {
		c.unfit(codeRequired, pointer, "thiếu hoặc để trống", "missing or empty")
	}
}

func (c *checker) disputed(pointer string, v Value) {
	if v == "" {
		c.warn(codeDisputed, pointer, "thiếu hoặc để trống; có nơi bắt buộc", "missing or empty; some require it")
	}
}

// listed checks a required code.
func (c *checker) listed(pointer string, v Value, list codes) {
	c.required(pointer, v)
	c.known(pointer, codeOf(v), list)
}

// truth holds a required truth to 0 and 1, False and True.
func (c *checker) truth(pointer string, v Value) {
	c.required(pointer, v)
	c.known(pointer, truthOf(v), yesNo)
}

// known flags a code that its list does not have.
func (c *checker) known(pointer string, code Code, list codes) {
	switch {
	case list.has(code):
	case code == CodeOther:
		c.warn(codeUnknown, pointer, "mã không có trong danh mục", "a code that is not in the list")
	default:
		c.warn(codeUnknown, pointer, "mã %d không có trong danh mục", "code %d is not in the list", code)
	}
}

func (c *checker) moment(pointer string, v Value) Moment {
	m, err := ParseMoment(string(v))
	if err == nil {
		return m
	}
	if len(v) == 14 && strings.Trim(string(v), "0123456789") == "" {
		c.error(codeMoment, pointer, "thời điểm %s không tồn tại", "the time %s does not exist", string(v))
	} else {
		c.error(codeMoment, pointer, "không phải thời điểm yyyyMMddHHmmss", "not a time as yyyyMMddHHmmss")
	}
	return 0
}

func (c *checker) order(earlier string, before Moment, under, later string, after Moment) {
	if disorder(before, after) {
		c.warn(codeOrder, under+"/"+later, "%s (%v) trước %s (%v)", "%s (%v) is before %s (%v)", later, after, earlier, before)
	}
}

func (c *checker) whole(pointer string, v Value) {
	switch _, how := wholeOf(v); how {
	case wholeText:
		c.warn(codeWhole, pointer, "không phải số nguyên", "not a whole number")
	case wholeBeyond:
		c.error(codeRange, pointer, "số vượt phạm vi 64 bit", "the number does not fit 64 bits")
	}
}

func (c *checker) length(pointer string, v Value, most int) {
	if n := utf8.RuneCountInString(string(v)); n > most {
		c.warn(codeLength, pointer, "dài %d ký tự, quá %d", "%d characters, more than %d", n, most)
	}
}
