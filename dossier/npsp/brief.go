package npsp

import "github.com/motcua/motcua"

// Kind is the kind of a message.
type Kind uint8

// The kinds: a dossier as DongBoHoSoMC carries it, and one step of its progress
// (tiến trình) as CapNhatTienDoHoSoMC does.
const (
	KindDossier Kind = iota + 1
	KindProgress
)

// Code is a small code of the portal's lists as a number, such as 2 for an online
// filing; only [Dossier] and [Progress] keep its text.
type Code int8

// What is no number of 0 to 127.
const (
	CodeAbsent Code = -1 // empty, null or not there
	CodeOther  Code = -2 // some other text, which was kept and flagged
)

// Moment is a local time as messages write it, the digits yyyyMMddHHmmss read as a
// number: 20260701081500. Moments of one zone are ordered by <. Zero is absent.
type Moment int64

// The bits by which [Brief.Components] counts.
const (
	ComponentFromDossier = 1 << iota // DuocTaiSuDung 1: a component of another dossier
	ComponentFromResult              // DuocTaiSuDung 2: the result of another procedure
	ComponentFromStore               // DuocLayTuKhoDMQG: taken from the store of electronic data
	ComponentDigitised               // DuocSoHoa
)

// Brief is what clocks, indices and reports need of one message, and no field that
// identifies a person. Its texts lie in the memory of the [Batch] it came with.
type Brief struct {
	Kind    Kind   // which of the members below are set
	Line    int    // of the input, from 1
	Dossier []byte // MaHoSo

	// Of a dossier.
	Procedure, Field               []byte       // MaTTHC, MaLinhVuc
	Channel, Place, Payment, State Code         // KenhThucHien, NoiNopHoSo, DuocThanhToanTrucTuyen, TrangThaiHoSo
	Digitised, Verified            Code         // HoSoCoThanhPhanSoHoa, TaiKhoanDuocXacThucVoiVNeID
	Filed, Received, Due           Moment       // NgayNopHoSo, NgayTiepNhan, NgayHenTra
	Finished, Returned, Refused    Moment       // NgayKetThucXuLy, NgayTra, NgayTuChoi
	FeeLines, FeesAboveZero        int32        // DanhSachLePhi: all of them, and those whose Gia is above zero
	Results, ResultsLinked         int32        // DanhSachGiayToKetQua: all of them, and those with a link
	Databases                      uint64       // DSKetNoiCSDL: bit n for MaCSDL n below 63, bit 63 for any other
	Components                     [16]int32    // TaiLieuNop that are not deleted, by their Component… bits
	Supplements                    []Supplement // DanhSachHoSoBoSung

	// Of progress: ThoiDiemXuLy; State is TrangThai.
	At Moment
}

// Supplement is a request to supplement a dossier (yêu cầu bổ sung).
type Supplement struct {
	ID              int64  // HoSoBoSungId; 0 where there is none
	Asked, Answered Moment // NgayBoSung, NgayTiepNhanBoSung
	Before, Due     Moment // NgayHenTraTruoc, NgayHenTraMoi
}

// Batch is a run of messages in the order of the input, with what was wrong among
// them. It is the reader's again when the function that was given it returns.
type Batch struct {
	Briefs []Brief       // the messages that can be used
	Faults motcua.Faults // with their lines; of many only the first ones
}
