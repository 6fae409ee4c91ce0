package synth_test

import (
	"regexp"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
)

// dossier looks at the message of a dossier.
func (o *observed) dossier(d *npsp.Dossier) {
	at := func(v npsp.Value) time.Time { m, _ := npsp.ParseMoment(v.String()); return m.Time() }
	code, err := motcua.ParseDossier(d.MaHoSo.String())
	if err != nil || !strings.HasPrefix(d.MaHoSo.String(), "000.") || code.Unit().Root() != "H44" {
		o.t.Errorf("code %s: %v", d.MaHoSo, err)
	}
	if o.told[d.MaHoSo.String()] {
		o.t.Errorf("%s twice", d.MaHoSo)
	}
	o.told[d.MaHoSo.String()] = true
	filed, received, due := at(d.NgayNopHoSo), at(d.NgayTiepNhan), at(d.NgayHenTra)
	day := received
	if received.IsZero() {
		day = filed
		o.note("registered", d.TrangThaiHoSo == "1")
		o.note("refused unreceived", d.TrangThaiHoSo == "3")
	}
	if code.Date() != motcua.DateOf(day) {
		o.t.Errorf("%s was received on %v", d.MaHoSo, day)
	}
	key := code.Unit().String() + " " + code.Date().String()
	if o.days[key] == nil {
		o.days[key] = map[string]bool{}
	}
	o.days[key][code.Serial()] = true
	if received.IsZero() {
		return
	}
	o.open(received)
	if filed.After(received) {
		o.t.Errorf("%s was filed after its reception", d.MaHoSo)
	}
	o.note("overnight", filed.Day() != received.Day())
	o.note("received before", received.Year() == 2025)
	o.note("no due time", due.IsZero())
	o.note("due at midnight", strings.HasSuffix(d.NgayHenTra.String(), "000000"))
	if days, err := workday.National().WorkingDays(motcua.DateOf(received), motcua.DateOf(due)); !due.IsZero() && (err != nil || days < 1 || days > 36) {
		o.t.Errorf("%s is due after %d working days", d.MaHoSo, days)
	}
	o.ended(d, received, due, at)
	o.papers(d)
}

// open holds a moment to office hours.
func (o *observed) open(moments ...time.Time) {
	for _, m := range moments {
		if opening, err := o.office.OpenAt(m); !m.IsZero() && (err != nil || opening != workday.OfficeHours) {
			o.t.Errorf("at %v the office is closed", m)
		}
	}
}

// ended looks at the end, and what came before it.
func (o *observed) ended(d *npsp.Dossier, received, due time.Time, at func(npsp.Value) time.Time) {
	finished, refused, handed := at(d.NgayKetThucXuLy), at(d.NgayTuChoi), at(d.NgayTra)
	o.open(finished, refused)
	for _, m := range []time.Time{finished, refused, handed} {
		if m.After(o.cut) || !m.IsZero() && m.Before(received) {
			o.t.Errorf("%s ended at %v", d.MaHoSo, m)
		}
	}
	steps := o.stepped[d.MaHoSo.String()]
	open := finished.IsZero() && refused.IsZero() && handed.IsZero() && steps == ""
	o.note("refused", d.TrangThaiHoSo == "3")
	o.note("withdrawn", d.TrangThaiHoSo == "7")
	o.note("stopped", d.TrangThaiHoSo == "8")
	o.note("end in steps", handed.IsZero() && strings.Contains(steps, "9") || d.TrangThaiHoSo == "10" && strings.Contains(steps, "9"))
	o.note("open and overdue", open && d.TrangThaiHoSo == "4" && due.Before(o.cut))
	o.note("open and not due", open && d.TrangThaiHoSo == "4" && due.After(o.cut))
	o.note("returned late", !finished.After(due) && !finished.IsZero() && handed.After(due))
	requests := d.DanhSachHoSoBoSung
	o.note("twice", len(requests) == 2)
	for i := range requests {
		asked, answered := at(requests[i].NgayBoSung), at(requests[i].NgayTiepNhanBoSung)
		o.open(asked, answered)
		o.note("unanswered", len(requests) == 1 && answered.IsZero())
		o.note("new due time", requests[i].NgayHenTraMoi != "")
		if due := requests[i].NgayHenTraMoi; due != "" && due != d.NgayHenTra {
			o.t.Errorf("%s is due at %s, newly at %s", d.MaHoSo, d.NgayHenTra, due)
		}
		o.note("supplement", len(requests) == 1 && !answered.IsZero() && finished.After(due))
	}
}

// papers looks at fees, papers and databases.
func (o *observed) papers(d *npsp.Dossier) {
	zero := len(d.DanhSachLePhi) > 0
	for _, fee := range d.DanhSachLePhi {
		zero = zero && fee.Gia == "0"
	}
	o.note("no channel", d.KenhThucHien == "")
	o.note("by post", d.KenhThucHien == "3")
	o.note("zero fees", zero)
	o.note("zero fees, paid", zero && d.DuocThanhToanTrucTuyen == "1")
	o.note("two fees", len(d.DanhSachLePhi) == 2 && !zero)
	for _, p := range d.TaiLieuNop {
		o.note("deleted paper", p.IsDeleted == "True" && p.DuocTaiSuDung != "0")
		if p.DuocSoHoa == "1" && d.HoSoCoThanhPhanSoHoa != "1" {
			o.t.Errorf("%s has a digitised paper and says it has none", d.MaHoSo)
		}
	}
	o.note("other database", len(d.DSKetNoiCSDL) == 1 && d.DSKetNoiCSDL[0].MaCSDL == "7")
}

var (
	links  = regexp.MustCompile(`https?://([^/"]+)`)
	invent = regexp.MustCompile(`Mẫu|Thử|Ví Dụ|Giả Định`)
)

// person holds a message to people, numbers and addresses that do not exist.
func (o *observed) person(d *npsp.Dossier, line string) {
	if !invent.MatchString(d.ChuHoSo.String()) || d.SoDienThoai != "0900000000" || d.Email != "" {
		o.t.Errorf("%s names somebody", d.MaHoSo)
	}
	for _, id := range d.DinhDanhCHS {
		if !strings.HasPrefix(id.SoDinhDanh.String(), "000") || len(id.SoDinhDanh) != 12 {
			o.t.Errorf("%s has the number of a person", d.MaHoSo)
		}
	}
	for _, link := range links.FindAllStringSubmatch(line, -1) {
		if !strings.HasSuffix(link[1], ".invalid") {
			o.t.Errorf("%s links to %s", d.MaHoSo, link[1])
		}
	}
	if !strings.HasPrefix(d.MaTTHC.String(), "9.") {
		o.t.Errorf("%s is of a procedure that exists", d.MaHoSo)
	}
}
