package npsp

// names are the member names of one object, with a perfect hash over them.
type names struct {
	names []string
	salt  uint32
	slots [256]uint8 // by hash: one more than the place in names
}

// newNames searches for a salt under which no two names meet.
func newNames(list ...string) *names {
	n := &names{names: list}
	for salt := uint32(1); ; salt += 2 {
		n.salt, n.slots = salt, [256]uint8{}
		met := false
		for i, name := range list {
			slot := &n.slots[nameHash(name, salt)]
			met = met || *slot != 0
			*slot = uint8(i + 1)
		}
		if !met {
			return n
		}
	}
}

// nameHash needs a name that is not empty.
func nameHash[S ~string | ~[]byte](s S, salt uint32) uint8 {
	n := len(s)
	h := uint32(n)*0x9e3779b1 ^ uint32(s[n-1])<<16 ^ uint32(s[n/2])<<8 ^ uint32(s[0]) ^ uint32(s[n/3])<<24 ^ uint32(s[n-1-n/4])<<12
	return uint8(h * salt * 0x85ebca6b >> 24)
}

// find returns the place of a name, or -1.
func (n *names) find(name []byte) int {
	if len(name) == 0 {
		return -1
	}
	i := int(n.slots[nameHash(name, n.salt)]) - 1
	if i >= 0 && n.names[i] == string(name) {
		return i
	}
	return -1
}

// The places of a message's members in messageNames: those of a dossier, and from
// mThoiDiem… on those that only a step has.
const (
	mMaHoSo = iota
	mMaTTHC
	mTenTTHC
	mMaLinhVuc
	mTenLinhVuc
	mSoBienNhan
	mKenh
	mSoGiayTo
	mChuHoSo
	mLoaiDoiTuong
	mMaDoiTuong
	mThongTinKhac
	mEmail
	mFax
	mSoDienThoai
	mTrichYeu
	mNop
	mTiepNhan
	mHenTra
	mTrangThaiHoSo
	mTra
	mThongTinTra
	mHinhThuc
	mKetThuc
	mDonVi
	mGhiChu
	mNoiNop
	mSoHoa
	mVNeID
	mThanhToan
	mTuChoi
	mDinhDanh
	mCSDL
	mTaiLieu
	mLePhi
	mTepKhac
	mBoSung
	mKetQua
	mLoaiDinhDanh
	mMaCSDL
	mNguoiXuLy
	mChucDanh
	mThoiDiem
	mPhongBan
	mNoiDung
	mTrangThai
	mBatDau
	mQuyDinh
)

// firstStep is the first member only a step has.
const firstStep = mNguoiXuLy

var (
	dossierNames = newNames("MaHoSo", "MaTTHC", "TenTTHC", "MaLinhVuc", "TenLinhVuc", "SoBienNhan", "KenhThucHien",
		"SoGiayToChuHoSo", "ChuHoSo", "LoaiDoiTuong", "MaDoiTuong", "ThongTinKhac", "Email", "Fax", "SoDienThoai",
		"TrichYeuHoSo", "NgayNopHoSo", "NgayTiepNhan", "NgayHenTra", "TrangThaiHoSo", "NgayTra", "ThongTinTra",
		"HinhThuc", "NgayKetThucXuLy", "DonViXuLy", "GhiChu", "NoiNopHoSo", "HoSoCoThanhPhanSoHoa",
		"TaiKhoanDuocXacThucVoiVNeID", "DuocThanhToanTrucTuyen", "NgayTuChoi", "DinhDanhCHS", "DSKetNoiCSDL",
		"TaiLieuNop", "DanhSachLePhi", "DanhSachTepDinhKemKhac", "DanhSachHoSoBoSung", "DanhSachGiayToKetQua",
		"LoaiDinhDanhCHS", "MaCSDLDaKetNoi")
	progressNames = newNames("MaHoSo", "NguoiXuLy", "ChucDanh", "ThoiDiemXuLy", "PhongBanXuLy", "NoiDungXuLy",
		"TrangThai", "NgayBatDau", "NgayKetThucTheoQuyDinh")
	messageNames  = newNames(append(append([]string(nil), dossierNames.names...), progressNames.names[1:]...)...)
	identityNames = newNames("LoaiDinhDanh", "SoDinhDanh")
	databaseNames = newNames("MaCSDL")
	paperNames    = newNames("TepDinhKemId", "TenTepDinhKem", "IsDeleted", "MaThanhPhanHoSo", "DuongDanTaiTepTin",
		"DuocSoHoa", "DuocTaiSuDung", "DuocLayTuKhoDMQG", "MaKetQuaThayThe")
	feeNames        = newNames("TenPhiLePhi", "MaPhiLePhi", "HinhThucThu", "Gia", "LoaiPhiLePhi")
	attachmentNames = newNames("TenGiayTo", "SoLuong", "LoaiGiayTo")
	supplementNames = newNames("HoSoBoSungId", "NguoiYeuCauBoSung", "NoiDungBoSung", "NgayBoSung", "NguoiTiepNhanBoSung",
		"ThongTinTiepNhan", "NgayTiepNhanBoSung", "TrangThaiBoSung", "DanhSachGiayToBoSung", "DanhSachLePhiBoSung",
		"NgayHenTraTruoc", "NgayHenTraMoi")
	resultNames = newNames("TenGiayTo", "MaThanhPhanHoSo", "GiayToId", "DuongDanTepTinKetQua", "MaGiayToKetQua",
		"MaCoQuan", "SoKyHieu", "TrichYeuNoiDung", "NgayCap", "ThoiHanHieuLuc", "PhamViHieuLuc")
)
