package npsp

// sampleDossier is the dossier of the usual size: two papers, one fee, text in
// Vietnamese.
func sampleDossier() Dossier {
	return Dossier{
		MaHoSo: "000.12.34.H56-260701-0001", MaTTHC: "1.004194", TenTTHC: "Đăng ký tạm trú (mẫu)",
		MaLinhVuc: "G01-DC02", TenLinhVuc: "Đăng ký, quản lý cư trú", KenhThucHien: "2",
		ChuHoSo: "Nguyễn Văn A", LoaiDoiTuong: "1", MaDoiTuong: "tech-0001", SoDienThoai: "0900000000",
		TrichYeuHoSo: "Hồ sơ đăng ký tạm trú của ông Nguyễn Văn A", NgayNopHoSo: "20260701081500",
		NgayTiepNhan: "20260701100000", NgayHenTra: "20260706100000", TrangThaiHoSo: "2", HinhThuc: "0",
		DonViXuLy: "UBND xã Mẫu", NoiNopHoSo: "2", HoSoCoThanhPhanSoHoa: "1",
		TaiKhoanDuocXacThucVoiVNeID: "1", DuocThanhToanTrucTuyen: "1",
		DinhDanhCHS:  []DinhDanh{{LoaiDinhDanh: "1", SoDinhDanh: "001000000123"}},
		DSKetNoiCSDL: []KetNoiCSDL{{MaCSDL: "1"}},
		TaiLieuNop: []TaiLieuNop{
			{TepDinhKemId: "1", TenTepDinhKem: "Tờ khai thay đổi thông tin.pdf", IsDeleted: "False", MaThanhPhanHoSo: "TP-0001",
				DuongDanTaiTepTin: "https://example.invalid/1", DuocSoHoa: "1", DuocTaiSuDung: "0", DuocLayTuKhoDMQG: "0"},
			{TepDinhKemId: "2", TenTepDinhKem: "Hợp đồng thuê nhà.pdf", IsDeleted: "False", MaThanhPhanHoSo: "TP-0002",
				DuongDanTaiTepTin: "https://example.invalid/2", DuocSoHoa: "1", DuocTaiSuDung: "1", DuocLayTuKhoDMQG: "1"},
		},
		DanhSachLePhi: []LePhi{{TenPhiLePhi: "Lệ phí đăng ký cư trú", MaPhiLePhi: "2", HinhThucThu: "1", Gia: "25000", LoaiPhiLePhi: "2"}},
	}
}

func sampleProgress() Progress {
	return Progress{
		MaHoSo: "000.12.34.H56-260701-0001", NguoiXuLy: "Trần Thị B", ChucDanh: "Chuyên viên",
		ThoiDiemXuLy: "20260702090000", PhongBanXuLy: "Phòng Mẫu", NoiDungXuLy: "Thẩm định", TrangThai: "4",
		NgayBatDau: "20260701100000", NgayKetThucTheoQuyDinh: "20260703100000",
	}
}
