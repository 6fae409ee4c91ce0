package npsp

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// telling is something that messages tell of: a step of progress, or a date.
type telling struct {
	at      Moment
	code    int            // the state it led to; 0: whichever the action leads to
	action  dossier.Action // 0: only the state is known
	by      dossier.Actor
	details dossier.Details
	claimed bool // a step that tells of a date of the message
}

// reading is the reading of a message and its steps.
type reading struct {
	m      *Dossier
	list   []telling
	papers []dossier.Paper

	inPerson bool // filed so
}

// historyOf reads a history.
func historyOf(m *Dossier, steps []Progress) []dossier.Event {
	r := reading{m: m, papers: m.papers()}
	r.steps(steps)
	r.dates()
	for i := range r.list {
		if t := &r.list[i]; t.action == 0 {
			t.action = actionOf[t.code]
		}
	}
	events := r.events()
	events = r.payment(events)
	events = r.closing(events)
	r.put(events)
	for i := range events {
		e := &events[i]
		e.ID = string(m.MaHoSo) + "/" + e.Action.String() + "/" + strconv.Itoa(i)
		if e.Payment != nil {
			e.Payment.Order = e.ID
		}
	}
	return events
}

// actionOf is what leads to a state of the portal, where only that is known. None of
// them files, receives or answers anything: these have dates of their own.
var actionOf = [...]dossier.Action{
	1: dossier.ActionReopen, 2: dossier.ActionForward, 3: dossier.ActionRefuse, 4: dossier.ActionHandOver, 5: dossier.ActionAskSupplement,
	6: dossier.ActionDemandPayment, 7: dossier.ActionWithdraw, 8: dossier.ActionStop, 9: dossier.ActionFinish, 10: dossier.ActionReturnResult,
}

// rank is the place of a state in a life, for what happened within one second.
var rank = [...]int{1: 1, 2: 2, 5: 3, 6: 3, 4: 4, 9: 5, 3: 6, 7: 6, 8: 6, 10: 7}

// steps takes the steps in the order of time, those without a time last.
func (r *reading) steps(steps []Progress) {
	for i := range steps {
		p := &steps[i]
		code := int(codeOf(p.TrangThai))
		if code < 1 || code > codeReturned {
			continue
		}
		t := telling{at: momentIn(p.ThoiDiemXuLy), code: code, by: dossier.Actor{Name: string(p.NguoiXuLy), Title: string(p.ChucDanh), Department: string(p.PhongBanXuLy)}}
		t.action, t.details.Reason = actionIn(string(p.NoiDungXuLy), code)
		r.list = append(r.list, t)
	}
	slices.SortStableFunc(r.list, func(a, b telling) int { return cmp.Compare(uint64(a.at)-1, uint64(b.at)-1) }) // 0 comes last
}

// actionIn reads what was done off the words of a step, if they are those that
// [MessagesOf] writes; else they are why.
func actionIn(words string, code int) (dossier.Action, string) {
	title, _, _ := strings.Cut(words, because)
	action := titles()[title]
	if !leads()[lead{action, code}] || opinion(action) {
		return 0, words
	}
	return action, reasonIn(words, action)
}

// reasonIn is why, off words that may say first what was done.
func reasonIn(words string, action dossier.Action) string {
	title := action.Title().Vi
	if reason, ok := strings.CutPrefix(words, title+because); ok && reason != "" {
		return reason
	}
	if words == title {
		return ""
	}
	return words
}

var titles = sync.OnceValue(func() map[string]dossier.Action {
	list := map[string]dossier.Action{}
	for a := dossier.ActionSubmit; a <= dossier.ActionComplain; a++ {
		list[a.Title().Vi] = a
	}
	return list
})

// lead is an action and the state of the portal it may lead to.
type lead struct {
	action dossier.Action
	code   int
}

var leads = sync.OnceValue(func() map[lead]bool {
	set := map[lead]bool{}
	for _, t := range dossier.Transitions() {
		code, _ := t.To.National()
		set[lead{t.On, code}] = true
	}
	return set
})

// dates finds the step of each date, or puts the date among the steps. An action that
// has a date of its own, and does not stand at it, is not believed.
func (r *reading) dates() {
	m, filing := r.m, r.m.filing()
	r.inPerson = filing.Channel == motcua.ChannelInPerson
	r.date(telling{at: momentIn(m.NgayNopHoSo), code: 1, action: dossier.ActionSubmit, details: dossier.Details{Filing: filing, Papers: r.papers}})
	if at := momentIn(m.NgayTiepNhan); at != 0 {
		t := telling{at: at, code: 2, action: dossier.ActionReceive}
		t.details.Due = momentIn(m.firstDue()).Time()
		r.date(t)
	}
	for i := range m.DanhSachHoSoBoSung {
		r.request(&m.DanhSachHoSoBoSung[i])
	}
	for i := range r.list {
		switch t := &r.list[i]; t.action {
		case dossier.ActionSubmit, dossier.ActionReceive, dossier.ActionSupplement:
			if !t.claimed {
				t.details.Reason = t.action.Title().Vi + suffix(t.details.Reason)
				t.action = 0
			}
		}
	}
	r.end(m.NgayTuChoi, 3, 3)
	r.end(m.NgayKetThucXuLy, r.endCode(), codeDone, codeReturned, 7, 8)
	r.end(m.NgayTra, codeReturned, codeReturned)
}

func suffix(reason string) string {
	if reason == "" {
		return ""
	}
	return because + reason
}

// firstDue is the due date stated at reception, before supplements brought another; ""
// where the first one came with them.
func (m *Dossier) firstDue() Value {
	var moved Value
	for i := range m.DanhSachHoSoBoSung {
		s := &m.DanhSachHoSoBoSung[i]
		if s.NgayHenTraMoi == "" || s.NgayHenTraTruoc == "" && s.NgayTiepNhanBoSung == "" {
			continue
		}
		if s.NgayHenTraTruoc != "" && s.NgayHenTraTruoc != moved {
			return s.NgayHenTraTruoc
		}
		moved = s.NgayHenTraMoi
	}
	if m.NgayHenTra == moved {
		return ""
	}
	return m.NgayHenTra
}

// request takes a request for supplements, and its answer. What was never made, without
// a time, is none.
func (r *reading) request(s *HoSoBoSung) {
	asked, answered := momentIn(s.NgayBoSung), momentIn(s.NgayTiepNhanBoSung)
	if asked == 0 {
		return
	}
	request := s.request()
	r.date(telling{at: asked, code: 5, action: dossier.ActionAskSupplement, by: dossier.Actor{Name: string(s.NguoiYeuCauBoSung)}, details: dossier.Details{Request: request}})
	if answered == 0 {
		return
	}
	t := telling{at: answered, action: dossier.ActionSupplement, by: dossier.Actor{Name: string(s.NguoiTiepNhanBoSung)}}
	t.details.Papers, t.details.Due = brought(s.DanhSachGiayToBoSung, r.papers), momentIn(s.NgayHenTraMoi).Time()
	if answered >= asked {
		r.date(t)
		return
	}
	t.by.Role, t.by.ID, t.claimed = dossier.RoleSystem, fromAccount, true // an answer comes after its request, whenever it was
	i := slices.IndexFunc(r.list, func(o telling) bool { return o.details.Request == request })
	r.list = slices.Insert(r.list, i+1, t)
}

// date gives what a date tells to the step that tells of it, or puts it among the steps.
func (r *reading) date(t telling) {
	i := slices.IndexFunc(r.list, func(s telling) bool { return r.same(&s, &t) && s.action == t.action })
	if i < 0 {
		i = slices.IndexFunc(r.list, func(s telling) bool {
			return r.same(&s, &t) && s.action == 0 && (s.code == t.code || t.code == 0 && (s.code == 2 || s.code == 4 || s.code == 5))
		})
	}
	if i < 0 {
		t.by.Role, t.by.ID = dossier.RoleSystem, fromAccount
		r.insert(t)
		return
	}
	s := &r.list[i]
	if t.details.Reason = s.details.Reason; s.action == 0 {
		t.details.Reason = reasonIn(t.details.Reason, t.action)
	}
	s.details, s.action, s.claimed = t.details, t.action, true
	if t.action == dossier.ActionSupplement && t.by.Name != "" {
		s.by.Role = dossier.RoleCounter
	}
	if t.action == dossier.ActionSubmit { // nothing comes before it
		first := *s
		r.list = slices.Insert(slices.Delete(r.list, i, i+1), 0, first)
	}
}

func (r *reading) same(s, t *telling) bool { return !s.claimed && s.at == t.at && t.at != 0 }

// insert puts a date where it belongs by its time and, within a second, by the order of
// a life; the filing first.
func (r *reading) insert(t telling) {
	t.claimed = true
	at := 0
	if t.action != dossier.ActionSubmit {
		at = len(r.list)
		for i := range r.list {
			s := &r.list[i]
			later := s.at == 0 || s.at > t.at || s.at == t.at && rank[s.code] > rank[t.code] && t.code != 0
			if later && s.action != dossier.ActionSubmit {
				at = i
				break
			}
		}
	}
	r.list = slices.Insert(r.list, at, t)
}

// end puts the date of an end among the steps, unless one of them tells it.
func (r *reading) end(v Value, code int, codes ...int) {
	at := momentIn(v)
	if at == 0 || slices.ContainsFunc(r.list, func(s telling) bool { return s.at == at && slices.Contains(codes, s.code) }) {
		return
	}
	r.insert(telling{at: at, code: code, action: actionOf[code], by: dossier.Actor{Role: dossier.RoleSystem, ID: fromAccount}})
}

// endCode is what NgayKetThucXuLy tells of: a dossier that was withdrawn or stopped ended
// so, any other was done.
func (r *reading) endCode() int {
	if c := int(codeOf(r.m.TrangThaiHoSo)); c == 7 || c == 8 {
		return c
	}
	return codeDone
}
