package npsp

// Dossier is a dossier (hồ sơ) as the service DongBoHoSoMC carries it: one field
// for each member, under the member's own name and with its text as it was sent.
// Dates are written yyyyMMddHHmmss; see [Moment]. R marks what the sources require,
// R? what they disagree on, O what may be empty.
type Dossier struct {
	MaHoSo                      Value            `json:"MaHoSo"`                                // R: code of the dossier (mã hồ sơ); with the code of the unit in it
	MaTTHC                      Value            `json:"MaTTHC,omitempty"`                      // R: national code of the procedure (mã thủ tục hành chính), without a province's suffix
	TenTTHC                     Value            `json:"TenTTHC,omitempty"`                     // R: name of the procedure (tên thủ tục)
	MaLinhVuc                   Value            `json:"MaLinhVuc,omitempty"`                   // R: code of the field (mã lĩnh vực), such as G03-GD10
	TenLinhVuc                  Value            `json:"TenLinhVuc,omitempty"`                  // R: name of the field (tên lĩnh vực)
	SoBienNhan                  Value            `json:"SoBienNhan,omitempty"`                  // O: number of the receipt of the papers (số biên nhận); old
	KenhThucHien                Value            `json:"KenhThucHien,omitempty"`                // R?: channel (kênh thực hiện): 1 in person, 2 online, 3 public post; absent counts as 1
	SoGiayToChuHoSo             Value            `json:"SoGiayToChuHoSo,omitempty"`             // O: number of the owner's paper (số giấy tờ chủ hồ sơ); identifies a person
	ChuHoSo                     Value            `json:"ChuHoSo,omitempty"`                     // O: name of the owner (chủ hồ sơ); identifies a person
	LoaiDoiTuong                Value            `json:"LoaiDoiTuong,omitempty"`                // R: class of the owner (loại đối tượng): 1 citizen, 2 enterprise, 3 state body, 4 organisation or other
	MaDoiTuong                  Value            `json:"MaDoiTuong,omitempty"`                  // O: TechID of the owner's account on the portal (mã đối tượng); identifies a person
	ThongTinKhac                Value            `json:"ThongTinKhac,omitempty"`                // O: other information (thông tin khác); identifies a person
	Email                       Value            `json:"Email,omitempty"`                       // O: e-mail address; identifies a person
	Fax                         Value            `json:"Fax,omitempty"`                         // O: fax number; identifies a person
	SoDienThoai                 Value            `json:"SoDienThoai,omitempty"`                 // O: telephone number (số điện thoại); identifies a person
	TrichYeuHoSo                Value            `json:"TrichYeuHoSo,omitempty"`                // O: subject (trích yếu), up to 1,000 characters; identifies a person
	NgayNopHoSo                 Value            `json:"NgayNopHoSo,omitempty"`                 // R: when it was filed (ngày nộp); newer than the other members
	NgayTiepNhan                Value            `json:"NgayTiepNhan,omitempty"`                // R: when it was received (ngày tiếp nhận); a dossier in state 1 or 3 may lack it
	NgayHenTra                  Value            `json:"NgayHenTra,omitempty"`                  // O: due date (ngày hẹn trả); empty where none was stated
	TrangThaiHoSo               Value            `json:"TrangThaiHoSo,omitempty"`               // R: state (trạng thái) 1 to 10: registered, received, not received, in hand, supplement asked, payment asked, withdrawn, stopped, done, returned
	NgayTra                     Value            `json:"NgayTra,omitempty"`                     // O: when the result was handed over (ngày trả)
	ThongTinTra                 Value            `json:"ThongTinTra,omitempty"`                 // O: about the handing over (thông tin trả); identifies a person
	HinhThuc                    Value            `json:"HinhThuc,omitempty"`                    // R: way of returning the result (hình thức): 0 at the counter, 1 by post
	NgayKetThucXuLy             Value            `json:"NgayKetThucXuLy,omitempty"`             // O: when the work was done (ngày kết thúc xử lý)
	DonViXuLy                   Value            `json:"DonViXuLy,omitempty"`                   // R: name of the unit (đơn vị xử lý)
	GhiChu                      Value            `json:"GhiChu,omitempty"`                      // O: note (ghi chú); identifies a person
	NoiNopHoSo                  Value            `json:"NoiNopHoSo,omitempty"`                  // R: where it was filed (nơi nộp): 1 national portal, 2 portal or counter of the ministry or province
	HoSoCoThanhPhanSoHoa        Value            `json:"HoSoCoThanhPhanSoHoa,omitempty"`        // R: 1 where a component is digitised (có thành phần số hoá), else 0; False and True are read too
	TaiKhoanDuocXacThucVoiVNeID Value            `json:"TaiKhoanDuocXacThucVoiVNeID,omitempty"` // R: 1 where VNeID verified the account, else 0; False and True are read too
	DuocThanhToanTrucTuyen      Value            `json:"DuocThanhToanTrucTuyen,omitempty"`      // R: paid online (thanh toán trực tuyến): 0 no, 1 on the portal, 2 through a gateway of the ministry or province, 3 asked and not paid (assumed)
	NgayTuChoi                  Value            `json:"NgayTuChoi,omitempty"`                  // O: when it was refused (ngày từ chối)
	DinhDanhCHS                 []DinhDanh       `json:"DinhDanhCHS,omitempty"`                 // R: numbers that identify the owner (định danh chủ hồ sơ)
	DSKetNoiCSDL                []KetNoiCSDL     `json:"DSKetNoiCSDL,omitempty"`                // R?: shared databases that were used (kết nối cơ sở dữ liệu)
	TaiLieuNop                  []TaiLieuNop     `json:"TaiLieuNop,omitempty"`                  // O: component documents (tài liệu nộp)
	DanhSachLePhi               []LePhi          `json:"DanhSachLePhi,omitempty"`               // O: fees (danh sách lệ phí)
	DanhSachTepDinhKemKhac      []TepDinhKemKhac `json:"DanhSachTepDinhKemKhac,omitempty"`      // O: other attachments (tệp đính kèm khác)
	DanhSachHoSoBoSung          []HoSoBoSung     `json:"DanhSachHoSoBoSung,omitempty"`          // O: requests to supplement (hồ sơ bổ sung)
	DanhSachGiayToKetQua        []GiayToKetQua   `json:"DanhSachGiayToKetQua,omitempty"`        // O: papers that are the result (giấy tờ kết quả)
	LoaiDinhDanhCHS             Value            `json:"LoaiDinhDanhCHS,omitempty"`             // O: kind of the owner's number (loại định danh); the police (C07) alone
	MaCSDLDaKetNoi              Value            `json:"MaCSDLDaKetNoi,omitempty"`              // O: code of the database used (mã cơ sở dữ liệu đã kết nối); C07 alone
}

// DinhDanh is a number that identifies the owner of a dossier (định danh).
type DinhDanh struct {
	LoaiDinhDanh Value `json:"LoaiDinhDanh,omitempty"` // kind: 1 personal number or citizen card, 12 digits; 2 old identity card (CMND), 9 digits
	SoDinhDanh   Value `json:"SoDinhDanh,omitempty"`   // the number; identifies a person
}

// KetNoiCSDL names a shared database that was used (kết nối cơ sở dữ liệu).
type KetNoiCSDL struct {
	MaCSDL Value `json:"MaCSDL,omitempty"` // code of the database: 1 population; 7 was seen and is not explained
}

// TaiLieuNop is a component document of a dossier (tài liệu nộp).
type TaiLieuNop struct {
	TepDinhKemId      Value `json:"TepDinhKemId,omitempty"`      // O: id of the file (tệp đính kèm)
	TenTepDinhKem     Value `json:"TenTepDinhKem,omitempty"`     // R: name of the file, up to 4,000 characters; identifies a person
	IsDeleted         Value `json:"IsDeleted,omitempty"`         // whether it was deleted: False or True, 0 or 1
	MaThanhPhanHoSo   Value `json:"MaThanhPhanHoSo,omitempty"`   // code of the component (mã thành phần), MAGIAYTO of the catalogue; may be empty
	DuongDanTaiTepTin Value `json:"DuongDanTaiTepTin,omitempty"` // R: where to fetch the file (đường dẫn); identifies a person
	DuocSoHoa         Value `json:"DuocSoHoa,omitempty"`         // digitised (số hoá): 0 or 1, False or True
	DuocTaiSuDung     Value `json:"DuocTaiSuDung,omitempty"`     // reused (tái sử dụng): 0 no, 1 component of another dossier, 2 result of another procedure
	DuocLayTuKhoDMQG  Value `json:"DuocLayTuKhoDMQG,omitempty"`  // taken from the store of electronic data (kho quản lý dữ liệu điện tử): 0 or 1, False or True
	MaKetQuaThayThe   Value `json:"MaKetQuaThayThe,omitempty"`   // O: code of the result that stands in for the paper (mã kết quả thay thế)
}

// LePhi is a fee of a dossier (phí, lệ phí).
type LePhi struct {
	TenPhiLePhi  Value `json:"TenPhiLePhi,omitempty"`  // name of the fee
	MaPhiLePhi   Value `json:"MaPhiLePhi,omitempty"`   // code of the fee
	HinhThucThu  Value `json:"HinhThucThu,omitempty"`  // way of collecting (hình thức thu); only 1 was seen
	Gia          Value `json:"Gia,omitempty"`          // amount in whole đồng (giá)
	LoaiPhiLePhi Value `json:"LoaiPhiLePhi,omitempty"` // 1 fee for a service (phí), 2 charge (lệ phí)
}

// TepDinhKemKhac is another attachment (tệp đính kèm khác).
type TepDinhKemKhac struct {
	TenGiayTo  Value `json:"TenGiayTo,omitempty"`  // name of the paper (tên giấy tờ), up to 2,000 characters
	SoLuong    Value `json:"SoLuong,omitempty"`    // how many (số lượng); written as a number
	LoaiGiayTo Value `json:"LoaiGiayTo,omitempty"` // kind of paper (loại giấy tờ), a list nobody published; written as a number
}

// HoSoBoSung is a request to supplement a dossier and what came of it (hồ sơ bổ
// sung).
type HoSoBoSung struct {
	HoSoBoSungId         Value        `json:"HoSoBoSungId,omitempty"`         // id of the request; written as a number
	NguoiYeuCauBoSung    Value        `json:"NguoiYeuCauBoSung,omitempty"`    // the official who asked (người yêu cầu); identifies a person
	NoiDungBoSung        Value        `json:"NoiDungBoSung,omitempty"`        // what was asked (nội dung bổ sung); identifies a person
	NgayBoSung           Value        `json:"NgayBoSung,omitempty"`           // when it was asked (ngày bổ sung)
	NguoiTiepNhanBoSung  Value        `json:"NguoiTiepNhanBoSung,omitempty"`  // O: the official who took the answer (người tiếp nhận); identifies a person
	ThongTinTiepNhan     Value        `json:"ThongTinTiepNhan,omitempty"`     // O: about the answer (thông tin tiếp nhận); identifies a person
	NgayTiepNhanBoSung   Value        `json:"NgayTiepNhanBoSung,omitempty"`   // O: when it was answered (ngày tiếp nhận bổ sung)
	TrangThaiBoSung      Value        `json:"TrangThaiBoSung,omitempty"`      // whether it was answered (trạng thái bổ sung); written as true or false
	DanhSachGiayToBoSung []TaiLieuNop `json:"DanhSachGiayToBoSung,omitempty"` // papers of the answer (giấy tờ bổ sung)
	DanhSachLePhiBoSung  []LePhi      `json:"DanhSachLePhiBoSung,omitempty"`  // fees of the answer (lệ phí bổ sung)
	NgayHenTraTruoc      Value        `json:"NgayHenTraTruoc,omitempty"`      // due date before the request (ngày hẹn trả trước)
	NgayHenTraMoi        Value        `json:"NgayHenTraMoi,omitempty"`        // O: due date after it (ngày hẹn trả mới)
}

// GiayToKetQua is a paper that is a result of a dossier (giấy tờ kết quả).
type GiayToKetQua struct {
	TenGiayTo            Value `json:"TenGiayTo,omitempty"`            // name of the paper (tên giấy tờ)
	MaThanhPhanHoSo      Value `json:"MaThanhPhanHoSo,omitempty"`      // O: code of the component (mã thành phần)
	GiayToId             Value `json:"GiayToId,omitempty"`             // O: id of the paper
	DuongDanTepTinKetQua Value `json:"DuongDanTepTinKetQua,omitempty"` // R: where to fetch the result (đường dẫn); identifies a person
	MaGiayToKetQua       Value `json:"MaGiayToKetQua,omitempty"`       // code of the result, such as KQ.G12.001083
	MaCoQuan             Value `json:"MaCoQuan,omitempty"`             // O: code of the issuing body (mã cơ quan); the police (C07) alone
	SoKyHieu             Value `json:"SoKyHieu,omitempty"`             // O: number and sign of the paper (số ký hiệu), C07 alone; identifies a person
	TrichYeuNoiDung      Value `json:"TrichYeuNoiDung,omitempty"`      // O: subject (trích yếu), C07 alone; identifies a person
	NgayCap              Value `json:"NgayCap,omitempty"`              // O: day of issue (ngày cấp), C07 alone; its form is not known
	ThoiHanHieuLuc       Value `json:"ThoiHanHieuLuc,omitempty"`       // O: how long it is in force (thời hạn hiệu lực), C07 alone
	PhamViHieuLuc        Value `json:"PhamViHieuLuc,omitempty"`        // O: where it is in force (phạm vi hiệu lực), C07 alone
}

// Progress is one step of the progress of a dossier (tiến trình) as the service
// CapNhatTienDoHoSoMC carries it.
type Progress struct {
	MaHoSo                 Value `json:"MaHoSo"`                           // R: code of the dossier (mã hồ sơ)
	NguoiXuLy              Value `json:"NguoiXuLy,omitempty"`              // R: the official (người xử lý), up to 50 characters; identifies a person
	ChucDanh               Value `json:"ChucDanh,omitempty"`               // O: the official's title (chức danh)
	ThoiDiemXuLy           Value `json:"ThoiDiemXuLy,omitempty"`           // R: when (thời điểm xử lý)
	PhongBanXuLy           Value `json:"PhongBanXuLy,omitempty"`           // O: department (phòng ban)
	NoiDungXuLy            Value `json:"NoiDungXuLy,omitempty"`            // R?: what was done (nội dung xử lý); identifies a person
	TrangThai              Value `json:"TrangThai,omitempty"`              // R: state after it, 1 to 10 as TrangThaiHoSo
	NgayBatDau             Value `json:"NgayBatDau,omitempty"`             // O: when the step began (ngày bắt đầu)
	NgayKetThucTheoQuyDinh Value `json:"NgayKetThucTheoQuyDinh,omitempty"` // O: when it should end (ngày kết thúc theo quy định)
}
