package npsp

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/payment"
)

// DossierOf makes the history of a dossier of a message and the steps of its progress,
// in the order in which they were told. Each step is an event, and so is each date of the
// message that no step tells of: the system did it, under the account "npsp". An event
// whose time was not told has the zero time. Ids of events and orders follow from the code
// of the dossier, so that the same messages make the same history.
//
// Messages of other systems need not tell a lawful life; it is taken as it is told. What
// the law gave the dossier is in no message: its Grant is nil, and the due date is the
// appointment stated when it was received.
//
// The losses are what [MessagesOf] would not write of the dossier again.
func DossierOf(m *Dossier, steps []Progress) (*dossier.Dossier, []Loss) {
	d := dossier.Fold(historyOf(m, steps))
	l, err := lifeOf(d, nil)
	if err != nil {
		return d, messagesLost(m, steps, new(Dossier), nil)
	}
	again := l.dossier()
	return d, messagesLost(m, steps, &again, l.steps())
}

// fromAccount is the account of events that were read from a date of a message.
const fromAccount = "npsp"

func fromDate(a dossier.Actor) bool { return a.Role == dossier.RoleSystem && a.ID == fromAccount }

// momentIn reads a time that exists; else it is absent.
func momentIn(v Value) Moment {
	m, _ := ParseMoment(string(v))
	return m
}

// codeIn reads a code as one of n values; 0 for any other.
func codeIn[T ~uint8](v Value, n int) T {
	if c := codeOf(v); c >= 1 && int(c) <= n {
		return T(c)
	}
	return 0
}

// filing reads what was filed. A dossier without a channel counts as filed in person.
func (m *Dossier) filing() *dossier.Filing {
	f := &dossier.Filing{
		Code: string(m.MaHoSo), Procedure: motcua.ProcedureCode(m.MaTTHC), Name: string(m.TenTTHC), Field: string(m.MaLinhVuc), FieldName: string(m.TenLinhVuc),
		Channel: codeIn[motcua.Channel](m.KenhThucHien, 3), National: m.NoiNopHoSo == "1", Subject: string(m.TrichYeuHoSo),
		Competent: dossier.Place{Name: string(m.DonViXuLy)},
		Applicant: person.Applicant{
			Kind:    codeIn[person.Kind](m.LoaiDoiTuong, 4),
			Person:  person.Person{Name: string(m.ChuHoSo), Email: string(m.Email), Phone: string(m.SoDienThoai)},
			Account: string(m.MaDoiTuong), Verified: truthOf(m.TaiKhoanDuocXacThucVoiVNeID) == 1,
		},
		Fees: feesIn(m.DanhSachLePhi),
	}
	if m.KenhThucHien == "" {
		f.Channel = motcua.ChannelInPerson
	}
	if c := codeOf(m.HinhThuc); c == 0 || c == 1 {
		f.Delivery = dossier.Delivery(c + 1)
	}
	if code, err := motcua.ParseDossier(string(m.MaHoSo)); err == nil {
		f.Reception.Unit, f.Competent.Unit = code.Unit(), code.Unit()
	}
	for _, id := range m.DinhDanhCHS {
		for _, row := range identityCodes {
			if row.code == id.LoaiDinhDanh {
				f.Applicant.Person.Identities = append(f.Applicant.Person.Identities, person.Identity{Type: row.kind, Number: string(id.SoDinhDanh)})
			}
		}
	}
	for _, k := range m.DSKetNoiCSDL {
		f.Databases = append(f.Databases, string(k.MaCSDL))
	}
	for _, t := range m.DanhSachTepDinhKemKhac {
		a := dossier.Attachment{Name: string(t.TenGiayTo)}
		a.Quantity, _ = wholeOf(t.SoLuong)
		a.Kind, _ = wholeOf(t.LoaiGiayTo)
		f.Attachments = append(f.Attachments, a)
	}
	return f
}

// feesIn reads fees; an amount that is none is left out.
func feesIn(list []LePhi) []dossier.Fee {
	var fees []dossier.Fee
	for _, f := range list {
		amount, ok := amountOf(f.Gia)
		money, err := payment.NewMoney(amount, payment.VND)
		if ok && err == nil {
			fees = append(fees, dossier.Fee{Code: string(f.MaPhiLePhi), Name: string(f.TenPhiLePhi), Kind: codeIn[payment.Kind](f.LoaiPhiLePhi, 2), Amount: money})
		}
	}
	return fees
}

// papers reads the components. Their ids are those of their files, where these tell
// them apart, and their places where not.
func (m *Dossier) papers() []dossier.Paper {
	var papers []dossier.Paper
	used := map[string]bool{}
	for i := range m.TaiLieuNop {
		used[string(m.TaiLieuNop[i].TepDinhKemId)] = true
	}
	seen := map[string]bool{"": true}
	for i := range m.TaiLieuNop {
		p := paperIn(&m.TaiLieuNop[i])
		p.ID = string(m.TaiLieuNop[i].TepDinhKemId)
		for n := i + 1; seen[p.ID]; n += len(m.TaiLieuNop) {
			if p.ID = "#" + strconv.Itoa(n); used[p.ID] {
				p.ID = ""
			}
		}
		seen[p.ID] = true
		papers = append(papers, p)
	}
	return papers
}

func paperIn(t *TaiLieuNop) dossier.Paper {
	p := dossier.Paper{
		Code: string(t.MaThanhPhanHoSo), Form: dossier.PaperElectronic, Digitised: truthOf(t.DuocSoHoa) == 1, Stored: truthOf(t.DuocLayTuKhoDMQG) == 1,
		Reused: codeIn[dossier.Reuse](t.DuocTaiSuDung, 2), ReplacedBy: motcua.ResultCode(t.MaKetQuaThayThe), Deleted: truthOf(t.IsDeleted) == 1,
	}
	if file := (dossier.File{ID: string(t.TepDinhKemId), Name: string(t.TenTepDinhKem), URL: string(t.DuongDanTaiTepTin)}); file != (dossier.File{}) {
		p.File = &file
	}
	return p
}

// brought are the papers of an answer: those of the dossier that are told alike.
func brought(list []TaiLieuNop, papers []dossier.Paper) []dossier.Paper {
	var found []dossier.Paper
	for i := range list {
		p := paperIn(&list[i])
		told := paperMessage(&p)
		k := slices.IndexFunc(papers, func(p dossier.Paper) bool {
			return paperMessage(&p) == told && !slices.ContainsFunc(found, func(o dossier.Paper) bool { return o.ID == p.ID })
		})
		if k >= 0 {
			found = append(found, papers[k])
		}
	}
	return found
}

// results reads the results. One with a link exists electronically.
func (m *Dossier) results() []dossier.Result {
	var list []dossier.Result
	for i := range m.DanhSachGiayToKetQua {
		g := &m.DanhSachGiayToKetQua[i]
		r := dossier.Result{Code: motcua.ResultCode(g.MaGiayToKetQua), Name: string(g.TenGiayTo), Paper: string(g.MaThanhPhanHoSo), Electronic: g.DuongDanTepTinKetQua != ""}
		if file := (dossier.File{ID: string(g.GiayToId), URL: string(g.DuongDanTepTinKetQua)}); file != (dossier.File{}) {
			r.File = &file
		}
		list = append(list, r)
	}
	return list
}

// request reads a request for supplements.
func (s *HoSoBoSung) request() *dossier.Request {
	r := &dossier.Request{Text: string(s.NoiDungBoSung), Fees: feesIn(s.DanhSachLePhiBoSung)}
	r.ID, _ = wholeOf(s.HoSoBoSungId)
	return r
}
