package npsp

func (w *writer) dossier(d *Dossier) {
	w.text(`{"MaHoSo":`, d.MaHoSo)
	w.text(`,"MaTTHC":`, d.MaTTHC)
	w.text(`,"TenTTHC":`, d.TenTTHC)
	w.text(`,"MaLinhVuc":`, d.MaLinhVuc)
	w.text(`,"TenLinhVuc":`, d.TenLinhVuc)
	w.text(`,"SoBienNhan":`, d.SoBienNhan)
	w.text(`,"KenhThucHien":`, d.KenhThucHien)
	w.text(`,"SoGiayToChuHoSo":`, d.SoGiayToChuHoSo)
	w.text(`,"ChuHoSo":`, d.ChuHoSo)
	w.text(`,"LoaiDoiTuong":`, d.LoaiDoiTuong)
	w.text(`,"MaDoiTuong":`, d.MaDoiTuong)
	w.text(`,"ThongTinKhac":`, d.ThongTinKhac)
	w.text(`,"Email":`, d.Email)
	w.text(`,"Fax":`, d.Fax)
	w.text(`,"SoDienThoai":`, d.SoDienThoai)
	w.text(`,"TrichYeuHoSo":`, d.TrichYeuHoSo)
	w.text(`,"NgayNopHoSo":`, d.NgayNopHoSo)
	w.text(`,"NgayTiepNhan":`, d.NgayTiepNhan)
	w.text(`,"NgayHenTra":`, d.NgayHenTra)
	w.text(`,"TrangThaiHoSo":`, d.TrangThaiHoSo)
	w.text(`,"NgayTra":`, d.NgayTra)
	w.text(`,"ThongTinTra":`, d.ThongTinTra)
	w.text(`,"HinhThuc":`, d.HinhThuc)
	w.text(`,"NgayKetThucXuLy":`, d.NgayKetThucXuLy)
	w.text(`,"DonViXuLy":`, d.DonViXuLy)
	w.text(`,"GhiChu":`, d.GhiChu)
	w.text(`,"NoiNopHoSo":`, d.NoiNopHoSo)
	w.text(`,"HoSoCoThanhPhanSoHoa":`, d.HoSoCoThanhPhanSoHoa)
	w.text(`,"TaiKhoanDuocXacThucVoiVNeID":`, d.TaiKhoanDuocXacThucVoiVNeID)
	w.text(`,"DuocThanhToanTrucTuyen":`, d.DuocThanhToanTrucTuyen)
	w.text(`,"NgayTuChoi":`, d.NgayTuChoi)
	w.lists(d)
	w.some(`,"LoaiDinhDanhCHS":`, d.LoaiDinhDanhCHS)
	w.some(`,"MaCSDLDaKetNoi":`, d.MaCSDLDaKetNoi)
	w.raw(`}`)
}

func (w *writer) lists(d *Dossier) {
	w.raw(`,"DinhDanhCHS":[`)
	for i := range d.DinhDanhCHS {
		w.element("DinhDanhCHS", i)
		w.text(`{"LoaiDinhDanh":`, d.DinhDanhCHS[i].LoaiDinhDanh)
		w.text(`,"SoDinhDanh":`, d.DinhDanhCHS[i].SoDinhDanh)
		w.leave()
	}
	w.raw(`],"DSKetNoiCSDL":[`)
	for i := range d.DSKetNoiCSDL {
		w.element("DSKetNoiCSDL", i)
		w.text(`{"MaCSDL":`, d.DSKetNoiCSDL[i].MaCSDL)
		w.leave()
	}
	w.papers(`],"TaiLieuNop":[`, "TaiLieuNop", d.TaiLieuNop)
	w.fees(`],"DanhSachLePhi":[`, "DanhSachLePhi", d.DanhSachLePhi)
	w.raw(`],"DanhSachTepDinhKemKhac":[`)
	for i := range d.DanhSachTepDinhKemKhac {
		t := &d.DanhSachTepDinhKemKhac[i]
		w.element("DanhSachTepDinhKemKhac", i)
		w.text(`{"TenGiayTo":`, t.TenGiayTo)
		w.number(`,"SoLuong":`, t.SoLuong)
		w.number(`,"LoaiGiayTo":`, t.LoaiGiayTo)
		w.leave()
	}
	w.raw(`],"DanhSachHoSoBoSung":[`)
	for i := range d.DanhSachHoSoBoSung {
		w.element("DanhSachHoSoBoSung", i)
		w.supplement(&d.DanhSachHoSoBoSung[i])
		w.leave()
	}
	w.raw(`],"DanhSachGiayToKetQua":[`)
	for i := range d.DanhSachGiayToKetQua {
		w.element("DanhSachGiayToKetQua", i)
		w.result(&d.DanhSachGiayToKetQua[i])
		w.leave()
	}
	w.raw(`]`)
}

func (w *writer) papers(before, name string, papers []TaiLieuNop) {
	w.raw(before)
	for i := range papers {
		t := &papers[i]
		w.element(name, i)
		w.text(`{"TepDinhKemId":`, t.TepDinhKemId)
		w.text(`,"TenTepDinhKem":`, t.TenTepDinhKem)
		w.text(`,"IsDeleted":`, t.IsDeleted)
		w.text(`,"MaThanhPhanHoSo":`, t.MaThanhPhanHoSo)
		w.text(`,"DuongDanTaiTepTin":`, t.DuongDanTaiTepTin)
		w.text(`,"DuocSoHoa":`, t.DuocSoHoa)
		w.text(`,"DuocTaiSuDung":`, t.DuocTaiSuDung)
		w.text(`,"DuocLayTuKhoDMQG":`, t.DuocLayTuKhoDMQG)
		w.text(`,"MaKetQuaThayThe":`, t.MaKetQuaThayThe)
		w.leave()
	}
}

func (w *writer) fees(before, name string, fees []LePhi) {
	w.raw(before)
	for i := range fees {
		f := &fees[i]
		w.element(name, i)
		w.text(`{"TenPhiLePhi":`, f.TenPhiLePhi)
		w.text(`,"MaPhiLePhi":`, f.MaPhiLePhi)
		w.text(`,"HinhThucThu":`, f.HinhThucThu)
		w.text(`,"Gia":`, f.Gia)
		w.text(`,"LoaiPhiLePhi":`, f.LoaiPhiLePhi)
		w.leave()
	}
}

func (w *writer) supplement(s *HoSoBoSung) {
	w.number(`{"HoSoBoSungId":`, s.HoSoBoSungId)
	w.text(`,"NguoiYeuCauBoSung":`, s.NguoiYeuCauBoSung)
	w.text(`,"NoiDungBoSung":`, s.NoiDungBoSung)
	w.text(`,"NgayBoSung":`, s.NgayBoSung)
	w.text(`,"NguoiTiepNhanBoSung":`, s.NguoiTiepNhanBoSung)
	w.text(`,"ThongTinTiepNhan":`, s.ThongTinTiepNhan)
	w.text(`,"NgayTiepNhanBoSung":`, s.NgayTiepNhanBoSung)
	w.flag(`,"TrangThaiBoSung":`, s.TrangThaiBoSung)
	w.papers(`,"DanhSachGiayToBoSung":[`, "DanhSachGiayToBoSung", s.DanhSachGiayToBoSung)
	w.fees(`],"DanhSachLePhiBoSung":[`, "DanhSachLePhiBoSung", s.DanhSachLePhiBoSung)
	w.text(`],"NgayHenTraTruoc":`, s.NgayHenTraTruoc)
	w.text(`,"NgayHenTraMoi":`, s.NgayHenTraMoi)
}

func (w *writer) result(r *GiayToKetQua) {
	w.text(`{"TenGiayTo":`, r.TenGiayTo)
	w.text(`,"MaThanhPhanHoSo":`, r.MaThanhPhanHoSo)
	w.text(`,"GiayToId":`, r.GiayToId)
	w.text(`,"DuongDanTepTinKetQua":`, r.DuongDanTepTinKetQua)
	w.text(`,"MaGiayToKetQua":`, r.MaGiayToKetQua)
	w.some(`,"MaCoQuan":`, r.MaCoQuan)
	w.some(`,"SoKyHieu":`, r.SoKyHieu)
	w.some(`,"TrichYeuNoiDung":`, r.TrichYeuNoiDung)
	w.some(`,"NgayCap":`, r.NgayCap)
	w.some(`,"ThoiHanHieuLuc":`, r.ThoiHanHieuLuc)
	w.some(`,"PhamViHieuLuc":`, r.PhamViHieuLuc)
}
