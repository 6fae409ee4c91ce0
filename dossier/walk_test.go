package dossier_test

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier"
)

// A corner is all that lives are told apart by in the walk.
type corner struct {
	state                  dossier.State
	received, signed, paid bool
	requests, unpaid       int
	ownOver, over          bool // the applicant's own term, the appointment
}

func cornerOf(d *dossier.Dossier, s *dossier.Setting) corner {
	c := corner{state: d.State, received: !d.Received.IsZero(), signed: d.Signed, requests: len(d.Requests)}
	for _, o := range d.Orders {
		if o.Payment == nil {
			c.unpaid = min(c.unpaid+1, 2)
		} else {
			c.paid = true
		}
	}
	l, _ := d.Ledger(s)
	due, _, ok := l.OwnDue()
	c.ownOver = ok && s.Now.After(due)
	due, ok = l.Due()
	c.over = ok && s.Now.After(due)
	return c
}

// visit is a life that came to a corner by a shortest way.
type visit struct {
	*dossier.Dossier
	dossier.Setting
}

// taken says of a row who took it in some life.
type taken struct {
	row int
	by  dossier.Role
}

// visits are one life for each corner, shortest first, and what was taken on the way.
var visits = sync.OnceValues(func() ([]visit, map[taken]bool) {
	office, _ := usualOffice()
	first := visit{&dossier.Dossier{}, dossier.Setting{Office: office, Now: time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)}}
	list, seen, rows := []visit{first}, map[corner]bool{}, map[taken]bool{}
	for i := 0; i < len(list); i++ {
		for _, wait := range []int{1, 24 * 40} {
			then := list[i].Setting
			then.Now = hoursOn(then.Now, wait)
			for n, row := range everyRow() {
				if row.From != list[i].state() {
					continue
				}
				for _, role := range row.By {
					e, err := list[i].Decide(commandOf(list[i].Dossier, &then, row.On, role, row.To), &then)
					if err != nil || e.To != row.To {
						continue
					}
					rows[taken{n, role}] = true
					next := visit{dossier.Fold(append(slices.Clone(list[i].Events), e)), then}
					if c := cornerOf(next.Dossier, &then); !seen[c] {
						seen[c] = true
						list = append(list, next)
					}
				}
			}
		}
	}
	return list, rows
})

// state is where it stands; a dossier without a history is a draft.
func (v *visit) state() dossier.State {
	if v.State == 0 {
		return dossier.StateDraft
	}
	return v.State
}

// TestRowsTaken: every row is taken in some life, by every role it names.
func TestRowsTaken(t *testing.T) {
	list, rows := visits()
	t.Logf("%d corners, the longest life %d events", len(list), len(list[len(list)-1].Events))
	for n, row := range everyRow() {
		for _, role := range row.By {
			if !rows[taken{n, role}] {
				t.Errorf("%v by %v of %v to %v under %v: never", row.From, row.On, role, row.To, row.Guards)
			}
		}
	}
}

// first are the visits that came to their states by the shortest way.
func first(list []visit) (kept []visit) {
	for _, v := range list {
		if !slices.ContainsFunc(kept, func(o visit) bool { return o.state() == v.state() }) {
			kept = append(kept, v)
		}
	}
	return kept
}

// TestWalkDecide: in every state every action by every role, with complete details
// towards every state and with details that lack one that is needed, is an event of a row
// or a refusal with grounds and with what is lawful instead.
func TestWalkDecide(t *testing.T) {
	all, _ := visits()
	list := first(all)
	if len(list) != len(everyState) {
		t.Errorf("%d of %d states visited", len(list), len(everyState))
	}
	for i := range list {
		v := &list[i]
		lawful := v.Next(&v.Setting)
		if len(open(lawful)) == 0 {
			t.Errorf("%v: nothing is lawful", v.Dossier)
		}
		for _, a := range everyAction {
			for _, role := range append([]dossier.Role{0}, everyRole...) {
				for _, to := range []dossier.State{0, v.state(), dossier.StateRegistered, dossier.StateAtOtherBody} {
					c := commandOf(v.Dossier, &v.Setting, a, role, to)
					e, err := v.Decide(c, &v.Setting)
					held(t, v, c, e, err, lawful)
				}
			}
		}
	}
}

// open are the options that nothing stands against: at least one, in every state.
func open(options []dossier.Option) []dossier.Option {
	return slices.DeleteFunc(slices.Clone(options), func(o dossier.Option) bool { return len(o.Blocked) > 0 })
}

// held holds a decision to the rows.
func held(t *testing.T, v *visit, c *dossier.Command, e dossier.Event, err error, lawful []dossier.Option) {
	t.Helper()
	rows := slices.DeleteFunc(slices.Clone(everyRow()), func(r way) bool { return r.From != v.state() || r.On != c.Action })
	mine := slices.DeleteFunc(slices.Clone(rows), func(r way) bool { return !slices.Contains(r.By, c.By.Role) })
	grounds := groundsOf(err)
	switch {
	case err == nil:
		if !slices.ContainsFunc(mine, func(r way) bool { return r.To == e.To }) || e.ID != c.ID || e.Action != c.Action || e.By != c.By || !e.At.Equal(v.Now) {
			t.Errorf("%v, %v: %v", v.Dossier, c, e)
		}
		if !slices.ContainsFunc(lawful, func(o dossier.Option) bool {
			return o.Action == e.Action && o.To == e.To && slices.Contains(o.By, c.By.Role)
		}) {
			t.Errorf("%v: %v is done and was not named as lawful", v.Dossier, e)
		}
		after := dossier.Fold(append(slices.Clone(v.Events), e))
		if after.State != e.To || after.Version() != v.Version()+1 {
			t.Errorf("%v, and then %v", e, after)
		}
	case len(rows) == 0 && !slices.Equal(grounds, []string{"state"}) && grounds[0] != "needs",
		len(rows) > 0 && len(mine) == 0 && !slices.Equal(grounds, []string{"role"}) && grounds[0] != "needs",
		len(grounds) == 0:
		t.Errorf("%v, %v: grounds %v, %v", v.Dossier, c, grounds, err)
	default:
		refusal := err.(*dossier.RefusalError)
		if refusal.State != v.state() || refusal.Action != c.Action || refusal.By != c.By.Role || !reflect.DeepEqual(refusal.Lawful, open(lawful)) {
			t.Errorf("%v, %v: %+v", v.Dossier, c, refusal)
		}
		for _, g := range refusal.Grounds {
			if g.Code == "" || g.Text.Vi == "" || g.Text.En == "" {
				t.Errorf("%v, %v: ground %+v", v.Dossier, c, g)
			}
		}
	}
}

// TestWalkLacks: a command that lacks one thing its action needs is refused for that, and
// one that brings what its action does not take for that, in every state.
func TestWalkLacks(t *testing.T) {
	list, _ := visits()
	for i := range list {
		v := &list[i]
		for _, o := range v.Next(&v.Setting) {
			for _, name := range o.Needs {
				c := commandOf(v.Dossier, &v.Setting, o.Action, o.By[0], o.To)
				without(&c.Details, name)
				if _, err := v.Decide(c, &v.Setting); !slices.Contains(groundsOf(err), "needs") {
					t.Errorf("%v, %v without %s: %v", v.Dossier, c, name, err)
				}
			}
			c := commandOf(v.Dossier, &v.Setting, o.Action, o.By[0], o.To)
			if c.Rating == nil {
				c.Rating = &dossier.Rating{}
			} else {
				c.Rating, c.Apology = nil, "1/TXL"
			}
			if _, err := v.Decide(c, &v.Setting); !slices.Contains(groundsOf(err), "takes") {
				t.Errorf("%v, %v with too much: %v", v.Dossier, c, err)
			}
		}
	}
}

// without takes one member from details.
func without(with *dossier.Details, name string) {
	switch name {
	case "reason":
		with.Reason = ""
	case "filing":
		with.Filing = nil
	case "request":
		with.Request = nil
	case "demand":
		with.Demand = nil
	case "payment":
		with.Payment = nil
	case "desk":
		with.Desk = nil
	case "due":
		with.Due = time.Time{}
	case "results":
		with.Results = nil
	case "rating":
		with.Rating = nil
	default:
		panic(fmt.Sprintf("an action needs %s, which no test leaves out", name))
	}
}

// TestWalkNext: in every corner each option that nothing blocks is done when it is asked
// for, by each role it names, and leads where it says; what is blocked is not, but for
// what the command itself brings.
func TestWalkNext(t *testing.T) {
	list, _ := visits()
	for i := range list {
		v := &list[i]
		for _, o := range v.Next(&v.Setting) {
			for _, role := range o.By {
				c := commandOf(v.Dossier, &v.Setting, o.Action, role, o.To)
				e, err := v.Decide(c, &v.Setting)
				if done := err == nil && e.To == o.To; done != (len(o.Blocked) == 0) && !brings(c, o.Blocked) {
					t.Errorf("%v: %v to %v is blocked by %v, and then %v, %v", v.Dossier, c, o.To, o.Blocked, e.To, err)
				}
			}
		}
	}
}

// brings reports whether all that blocks an option may come with the command.
func brings(c *dossier.Command, blocked []dossier.Guard) bool {
	return len(blocked) == 1 && (blocked[0] == dossier.GuardPapers && len(c.Papers) > 0 || blocked[0] == dossier.GuardResultKnown && len(c.Results) > 0)
}

// TestNextUntil: who must act is told by when: the answer to the filing, the applicant's
// own term, the appointment.
func TestNextUntil(t *testing.T) {
	l := live(t)
	l.do("03-02 09:00", dossier.ActionSubmit, dossier.RoleApplicant, dossier.StateAwaitingAnswer, func(with *dossier.Details) {
		with.Grant.Limit = limitOf(t, "5 working days")
	})
	check := func(a dossier.Action, want, why string) {
		t.Helper()
		i := slices.IndexFunc(l.Next(&l.Setting), func(o dossier.Option) bool { return o.Action == a })
		if o := l.Next(&l.Setting)[i]; clock(o.Until) != want || o.Why.En != why || (o.Why.Vi == "") != (why == "") {
			t.Errorf("%v until %q because of %q", a, clock(o.Until), o.Why.En)
		}
	}
	check(dossier.ActionReceive, "03-03 09:30", "the time to answer the filing")
	check(dossier.ActionWithdraw, "", "")
	l.do("03-02 10:00", dossier.ActionReceive, dossier.RoleCounter, 0)
	l.do("03-02 11:00", dossier.ActionHandOver, dossier.RoleCounter, 0)
	check(dossier.ActionFinish, "03-09 10:00", "the appointment")
	l.do("03-03 11:00", dossier.ActionAskSupplement, dossier.RoleHandler, 0)
	check(dossier.ActionSupplement, "03-23 11:00", "the applicant's own term")
	l.Office = nil
	check(dossier.ActionSupplement, "", "")
}
