package npsp

import (
	"fmt"
	"strconv"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/payment"
)

// DraftError says that a draft (bản nháp) has no message: the portal is told of a
// dossier once it is filed.
type DraftError struct {
	Events int // that the dossier has seen
}

// Error says it in English.
func (e *DraftError) Error() string {
	return fmt.Sprintf("a draft of %d events has no message", e.Events)
}

// MessagesOf writes a dossier as the portal is told of it: one message of the dossier
// as it stands, and a step for each event but ratings and complaints, which are no
// progress. A step tells what was done by the title of its action, and then why. Nothing
// is made up: what the dossier does not know stays empty, and [Dossier.Check] asks for it.
//
// The due date (NgayHenTra) is the appointment as it was made at first or newly stated
// with supplements, which the index goes by: what was stated, or what the limit gives
// under the terms, see [dossier.Dossier.Terms]. Nil terms give only what was stated. An
// appointment put off with an apology has no place in the messages.
//
// A dossier is told once that an order is paid. What its orders come to later, as after a
// full refund, is for [PaidOnline] to write.
//
// The losses are what [DossierOf] would not make of the messages again. The error is a
// *DraftError.
func MessagesOf(d *dossier.Dossier, terms *dossier.Terms) (Dossier, []Progress, []Loss, error) {
	l, err := lifeOf(d, terms)
	if err != nil {
		return Dossier{}, nil, nil, err
	}
	m, steps := l.dossier(), l.steps()
	return m, steps, eventsLost(d, historyOf(&m, steps)), nil
}

// PaidOnline is DuocThanhToanTrucTuyen: "1" for the national portal, "2" for the gateway of
// the ministry or province, "0" for what was not paid online, or not any more. The orders
// of a dossier are the books of what was paid: where they are at hand, whoever sends a
// message of [MessagesOf] puts in what they come to, Online of
// settlement.StandingOf, which knows of refunds and of cancelled orders.
func PaidOnline(by dossier.Gateway) Value { return Value(strconv.Itoa(int(by))) }

// flagText writes a flag as the portal has it.
func flagText(is bool) Value {
	if is {
		return "1"
	}
	return "0"
}

// codeText writes a code; "" for 0, which stands for what is not known.
func codeText(code int64) Value {
	if code == 0 {
		return ""
	}
	return Value(strconv.FormatInt(code, 10))
}

func momentText(t time.Time) Value { return Value(MomentOf(t).String()) }

// dossier writes the message.
func (l *life) dossier() Dossier {
	d, f := l.d, l.d.Filing
	m := Dossier{
		MaHoSo: Value(f.Code), MaTTHC: Value(national(f.Procedure)), TenTTHC: Value(f.Name), MaLinhVuc: Value(f.Field), TenLinhVuc: Value(f.FieldName),
		KenhThucHien: codeText(int64(f.Channel)), TrichYeuHoSo: Value(f.Subject), DonViXuLy: Value(d.Competent.Name), HinhThuc: deliveryText(f.Delivery),
		NgayNopHoSo: momentText(d.Filed), NgayTiepNhan: momentText(d.Received), NgayHenTra: momentText(l.due), TrangThaiHoSo: codeText(int64(l.state)),
		NgayTra: momentText(d.Returned), NgayKetThucXuLy: momentText(l.finished()), NgayTuChoi: momentText(d.Refused),
		NoiNopHoSo: "2", HoSoCoThanhPhanSoHoa: flagText(l.digitised()), DuocThanhToanTrucTuyen: PaidOnline(l.gateway()),
	}
	if f.National {
		m.NoiNopHoSo = "1"
	}
	m.applicant(&f.Applicant)
	for _, code := range f.Databases {
		m.DSKetNoiCSDL = append(m.DSKetNoiCSDL, KetNoiCSDL{MaCSDL: Value(code)})
	}
	for _, a := range f.Attachments {
		m.DanhSachTepDinhKemKhac = append(m.DanhSachTepDinhKemKhac, TepDinhKemKhac{TenGiayTo: Value(a.Name), SoLuong: Value(strconv.FormatInt(a.Quantity, 10)), LoaiGiayTo: codeText(a.Kind)})
	}
	for i := range d.Papers {
		m.TaiLieuNop = append(m.TaiLieuNop, paperMessage(&d.Papers[i]))
	}
	m.DanhSachLePhi = feeMessages(l.fees())
	for i := range d.Requests {
		m.DanhSachHoSoBoSung = append(m.DanhSachHoSoBoSung, l.request(i))
	}
	for _, r := range l.results() {
		m.DanhSachGiayToKetQua = append(m.DanhSachGiayToKetQua, resultMessage(&r))
	}
	return m
}

// national is the national code of a procedure; what is no code stays as it is.
func national(code motcua.ProcedureCode) motcua.ProcedureCode {
	if _, err := motcua.ParseProcedure(string(code)); err != nil {
		return code
	}
	return code.National()
}

func deliveryText(d dossier.Delivery) Value {
	if d == 0 {
		return ""
	}
	return Value(strconv.Itoa(int(d) - 1))
}

// identityCodes are the kinds of identity that the portal has a code for.
var identityCodes = [...]struct {
	kind person.IdentityType
	code Value
}{{person.TypeCitizen, "1"}, {person.TypeOldCard, "2"}}

// applicant writes who files.
func (m *Dossier) applicant(a *person.Applicant) {
	m.LoaiDoiTuong, m.MaDoiTuong, m.TaiKhoanDuocXacThucVoiVNeID = codeText(int64(a.Kind)), Value(a.Account), flagText(a.Verified)
	m.ChuHoSo, m.Email, m.SoDienThoai = Value(a.Person.Name), Value(a.Person.Email), Value(a.Person.Phone)
	for _, id := range a.Person.Identities {
		for _, row := range identityCodes {
			if row.kind == id.Type {
				m.DinhDanhCHS = append(m.DinhDanhCHS, DinhDanh{LoaiDinhDanh: row.code, SoDinhDanh: Value(id.Number)})
			}
		}
	}
}

func paperMessage(p *dossier.Paper) TaiLieuNop {
	t := TaiLieuNop{
		IsDeleted: "False", MaThanhPhanHoSo: Value(p.Code), DuocSoHoa: flagText(p.Digitised), DuocTaiSuDung: Value(strconv.Itoa(int(p.Reused))),
		DuocLayTuKhoDMQG: flagText(p.Stored), MaKetQuaThayThe: Value(p.ReplacedBy),
	}
	if p.Deleted {
		t.IsDeleted = "True"
	}
	if p.File != nil {
		t.TepDinhKemId, t.TenTepDinhKem, t.DuongDanTaiTepTin = Value(p.File.ID), Value(p.File.Name), Value(p.File.URL)
	}
	return t
}

// feeMessages writes fees. The portal knows whole đồng only; others are left out.
func feeMessages(fees []dossier.Fee) []LePhi {
	var list []LePhi
	for _, f := range fees {
		if payable(f) {
			list = append(list, LePhi{
				TenPhiLePhi: Value(f.Name), MaPhiLePhi: Value(f.Code), Gia: Value(strconv.FormatInt(f.Amount.Minor(), 10)), LoaiPhiLePhi: codeText(int64(f.Kind)),
			})
		}
	}
	return list
}

// payable reports whether a fee is an amount the portal can be told.
func payable(f dossier.Fee) bool {
	c := f.Amount.Currency()
	return (c == payment.VND || c == 0) && f.Amount.Minor() >= 0 && f.Amount.Minor() <= largestAmount
}

func resultMessage(r *dossier.Result) GiayToKetQua {
	g := GiayToKetQua{TenGiayTo: Value(r.Name), MaThanhPhanHoSo: Value(r.Paper), MaGiayToKetQua: Value(r.Code)}
	if r.File != nil {
		g.GiayToId, g.DuongDanTepTinKetQua = Value(r.File.ID), Value(r.File.URL)
	}
	return g
}

// request writes a request for supplements. Papers that came with the answer and have
// been replaced since are left out.
func (l *life) request(i int) HoSoBoSung {
	r, a := &l.d.Requests[i], &l.asked[i]
	s := HoSoBoSung{
		HoSoBoSungId: codeText(r.ID), NguoiYeuCauBoSung: Value(r.By.Name), NoiDungBoSung: Value(r.Text), NgayBoSung: momentText(r.Asked),
		NguoiTiepNhanBoSung: Value(a.official), NgayTiepNhanBoSung: momentText(r.Answered), TrangThaiBoSung: "false", DanhSachLePhiBoSung: feeMessages(r.Fees),
		NgayHenTraTruoc: momentText(a.before), NgayHenTraMoi: momentText(a.due),
	}
	if !r.Answered.IsZero() {
		s.TrangThaiBoSung = "true"
	}
	for k := range r.Papers {
		if l.current(&r.Papers[k]) {
			s.DanhSachGiayToBoSung = append(s.DanhSachGiayToBoSung, paperMessage(&r.Papers[k]))
		}
	}
	return s
}

// steps writes the progress.
func (l *life) steps() []Progress {
	var list []Progress
	for i := range l.d.Events {
		if e := &l.d.Events[i]; l.told(i) {
			list = append(list, Progress{
				MaHoSo: Value(l.d.Filing.Code), NguoiXuLy: Value(e.By.Name), ChucDanh: Value(e.By.Title), ThoiDiemXuLy: momentText(e.At),
				PhongBanXuLy: Value(e.By.Department), NoiDungXuLy: Value(stepText(e)), TrangThai: codeText(int64(l.codes[i])),
			})
		}
	}
	return list
}

// stepText says what was done, and why.
func stepText(e *dossier.Event) string {
	title := e.Action.Title().Vi
	if e.Reason == "" {
		return title
	}
	return title + because + e.Reason
}

// because stands between what was done and why.
const because = ": "
