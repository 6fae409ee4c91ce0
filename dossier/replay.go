package dossier

import (
	"errors"
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/flow"
)

// Codes of faults in the order of a history.
const (
	codeAgain  = "DOS-HIS-01" // an event whose id stands above
	codeBack   = "DOS-HIS-02" // an event before the one above it
	codeUnlaw  = "DOS-HIS-03" // an event that may not follow those above it
	codeToElse = "DOS-HIS-04" // an event that leads elsewhere than it says
	codeNewer  = "DOS-HIS-05" // of a newer version, or with an action nobody knows
	codeBegins = "DOS-HIS-06" // a history that does not begin with a filing
)

// Replay makes a dossier of its history and holds every event to the rows of the life:
// the action, the role and the guards, at the time and in the state in which it
// happened. All faults are found at once, with pointers from the list of events
// ("/3/to"), those of the ledger among them. An event that no row
// allows in the state is reported and not applied; one that breaks a guard, was done by
// somebody who may not, or whose action nobody knows is reported and taken at its word
// for the state, so that one fault is not many. Of the
// setting the office, the rules, the profiles and the children are looked at, and not
// its clock; without an office deadlines are not judged, without children their end is
// taken for granted. Of a history that is cut at its beginning no guards are asked, for
// what they look at is not known.
func Replay(events []Event, s *Setting) (*Dossier, motcua.Faults) {
	s = s.given()
	r := replayer{d: &Dossier{}, s: s, seen: map[string]bool{}}
	if len(events) > 0 && events[0].Action != ActionSubmit {
		fault(&r.faults, codeBegins, "/0/action", "lịch sử không bắt đầu bằng việc nộp hồ sơ", "the history does not begin with a filing")
		r.d.State, r.cut = before(&events[0]), true
	}
	for i := range events {
		if r.takes("/"+itoa(i), &events[i]) {
			r.seen[events[i].ID] = true
			r.d.Apply(events[i])
		}
		for len(r.from) < len(r.d.Entries) {
			r.from = append(r.from, i)
		}
	}
	if s.Office != nil {
		r.clock(events)
	}
	r.faults.Sort()
	return r.d, r.faults
}

// replayer is a replay under way.
type replayer struct {
	d      *Dossier
	s      *Setting
	seen   map[string]bool
	cut    bool  // the beginning is missing
	from   []int // the event that each entry of the clock came from
	faults motcua.Faults
}

// takes reports whether an event is applied, and says what is wrong with it.
func (r *replayer) takes(at string, e *Event) bool {
	n := len(r.d.Events)
	switch {
	case e.ID != "" && r.seen[e.ID]:
		fault(&r.faults, codeAgain, at+"/id", "mã sự kiện đã có", "the id stands above")
		return false
	case n > 0 && !e.At.IsZero() && e.At.Before(r.d.Events[n-1].At):
		fault(&r.faults, codeBack, at+"/at", "trước sự kiện đứng trên", "before the event above it")
		return false
	case e.To.row().state == 0:
		return false // its form is at fault, which is told elsewhere
	case e.Action.row().action == 0:
		fault(&r.faults, codeNewer, at+"/action", "hành động không được biết đến", "an action that is not known")
		return true
	}
	return r.lawful(at, e)
}

// before is the state that a cut history begins in: one from which a row leads where its
// first event says.
func before(e *Event) State {
	for _, row := range life().Rows() {
		if row.On == e.Action && row.To == e.To {
			return row.From
		}
	}
	return e.To
}

// lawful holds one event to the rows.
func (r *replayer) lawful(at string, e *Event) bool {
	d, faults, then := r.d, &r.faults, *r.s
	then.Now = e.At
	c := Command{ID: e.ID, Action: e.Action, By: e.By, Details: e.Details}
	j := judge{d: d, c: &c, s: &then, given: e.Grant, past: true}
	if e.Action.row().needs&^c.members() != 0 {
		return true // its form is at fault, which is told elsewhere; what it says happened
	}
	rows := life().At(d.state(), e.Action)
	to := []State{}
	for i := range rows {
		if rows[i].More.by.has(e.By.Role) && (r.cut || j.holds(&rows[i])) {
			to = append(to, rows[i].To)
		}
	}
	switch {
	case slices.Contains(to, e.To) && (r.cut || to[0] == e.To):
		return true
	case len(to) > 0:
		fault(faults, codeToElse, at+"/to", "dẫn đến %s chứ không phải %s", "leads to %s, not to %s", to[0].String(), e.To.String())
		return true
	}
	_, err := j.row(e.By.Role)
	var refusal *RefusalError
	if errors.As(err, &refusal) {
		text := motcua.Text{}
		for i, g := range refusal.Grounds {
			join := []string{"", "; "}[min(i, 1)]
			text.Vi, text.En = text.Vi+join+g.Text.Vi, text.En+join+g.Text.En
		}
		fault(faults, codeUnlaw, at, "%s ở trạng thái %s: %s", "%s in state %s: %s", e.Action.String(), d.state().String(), text.En)
		(*faults)[len(*faults)-1].Message.Vi = fmt.Sprintf("%s ở trạng thái %s: %s", e.Action.Title().Vi, d.state().Title().Vi, text.Vi)
	}
	return slices.ContainsFunc(rows, func(row flow.Row[State, Action, step]) bool { return row.To == e.To })
}

// holds reports whether all guards of a row hold.
func (j judge) holds(row *flow.Row[State, Action, step]) bool {
	j.to = row.To
	return !slices.ContainsFunc(row.More.guards, func(g Guard) bool { return !guardRows[g-1].holds(j) })
}

// clock tells what the clock does not take where the event stands that it came from, and
// a grant by rows that are not known where it was given.
func (r *replayer) clock(events []Event) {
	terms, unknown := r.d.Terms(r.s.Office, r.s.Clock, r.s.Profiles)
	if unknown.Err() != nil {
		given := slices.IndexFunc(events, func(e Event) bool { return e.Grant == r.d.Grant })
		r.faults = append(r.faults, unknown.At(motcua.Pointer(itoa(given), "grant"))...)
		return
	}
	_, found := terms.Ledger(r.d.Entries)
	for _, f := range found {
		told := *f
		var n int
		if _, err := fmt.Sscanf(f.Pointer, "/%d", &n); err == nil && n < len(r.from) {
			told.Pointer = "/" + itoa(r.from[n])
		}
		r.faults = append(r.faults, &told)
	}
}
