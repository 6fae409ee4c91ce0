package dossier_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// heldBy writes holdings, each as who, where, how many minutes of how many, and what is
// to be said against it.
func heldBy(list []dossier.Holding) string {
	var out []string
	for _, h := range list {
		who := h.By.String()
		if h.Desk.Unit != "" {
			who = h.Desk.Department
			if who == "" {
				who = string(h.Desk.Unit)
			}
		}
		text := fmt.Sprintf("%s %s %d", who, h.State, h.Used)
		if h.Budget > 0 {
			text += fmt.Sprintf("/%d", h.Budget)
		}
		if h.Over > 0 {
			text += fmt.Sprintf(" over %d", h.Over)
		}
		if h.AtDue {
			text += " at due"
		}
		if h.Late() {
			text += "!"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// held fails unless these are the holdings of a life at a time.
func (l *lived) held(when, want string) {
	l.Helper()
	l.Now = at(l, when)
	list, err := l.Holdings(&l.Setting)
	if got := heldBy(list); err != nil || got != want {
		l.Errorf("at %s: %v\n%s, want\n%s", when, err, got, want)
	}
	for _, h := range list {
		if h.To.After(l.Now) || h.From.After(l.Now) {
			l.Errorf("from %v to %v, told at %v", h.From, h.To, l.Now)
		}
	}
}

// toDesk hands over to a department with a budget.
func toDesk(t testing.TB, department, budget string) func(*dossier.Details) {
	return func(with *dossier.Details) {
		with.Desk.Department = department
		if budget != "" {
			with.Desk.Budget = limitOf(t, budget).Terms
		}
	}
}

// TestHoldings: from desk to desk, at the applicant's and at another body, to the result,
// in days of 450 minutes; and at each time as it stood.
func TestHoldings(t *testing.T) {
	l := live(t)
	l.held("03-02 08:00", "")
	l.do("03-02 09:00", dossier.ActionSubmit, applicant, dossier.StateAwaitingAnswer, func(with *dossier.Details) {
		with.Grant.Limit = limitOf(t, "3 working days")
		with.Grant.Limit.Excluded = []workday.Exclusion{{Reason: "inspection"}}
	})
	l.do("03-02 10:00", dossier.ActionReceive, counter, stays)
	l.do("03-02 10:30", dossier.ActionForward, counter, stays)
	l.do("03-02 11:00", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "A", "1 working days"))
	begins := "counter awaitingAnswer 60; counter received 30; H56.12 forwarded 30; "
	l.held("03-02 14:00", begins+"A processing 60/450")
	l.do("03-02 15:00", dossier.ActionAskSupplement, handler, stays)
	l.do("03-04 09:00", dossier.ActionSupplement, applicant, stays)
	l.do("03-04 10:00", dossier.ActionHandOver, handler, dossier.StateAtOtherBody, func(with *dossier.Details) { with.Pause = "inspection" })
	begins += "A processing 120/450; applicant supplement 0; A processing 60/450; H56.13 atOtherBody 0"
	l.held("03-20 14:00", begins) // however late it becomes: the clock stands
	l.do("03-05 10:00", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "B", "1 working days"))
	l.do("03-10 09:00", dossier.ActionFinish, handler, stays)
	l.do("03-10 11:00", dossier.ActionSignResult, leader, stays)
	l.do("03-10 14:00", dossier.ActionIssue, handler, stays)
	l.do("03-11 09:00", dossier.ActionReturnResult, counter, stays)
	l.held("03-02 14:00", "counter awaitingAnswer 60; counter received 30; H56.12 forwarded 30; A processing 60/450")
	l.held("03-09 15:30", begins+"; B processing 1110/450 over 660!") // due now, and in time
	l.held("03-09 15:31", begins+"; B processing 1111/450 over 661 at due!")
	l.held("03-31 09:00", begins+"; B processing 1290/450 over 840 at due!; B finished 0/450; counter resultReady 0")
}

// TestHoldingCases: single matters of who had it and who made it late.
func TestHoldingCases(t *testing.T) {
	begins := "counter awaitingAnswer 60; counter received 60; "
	grant := func(change func(*dossier.Grant)) func(*dossier.Details) {
		return func(with *dossier.Details) { change(with.Grant) }
	}
	start := func(limit string, with ...func(*dossier.Details)) *lived { return received(t, limit, with...) }

	l := start("1 working days") // due 03-03 10:00
	l.do("03-02 14:00", dossier.ActionHandOver, handler, dossier.StateAtOtherBody)
	l.held("03-03 11:00", begins+"H56.12 processing 60; H56.13 atOtherBody 390 at due!") // the limit does not exclude it

	l = start("1 working days")
	l.do("03-03 10:00", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "A", ""))
	l.held("03-03 11:00", begins+"H56.12 processing 390; A processing 60 at due!") // it came when it was due, and not after

	l = start("1 working days")
	l.do("03-02 14:00", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "A", "2 office hours"))
	l.do("03-02 15:00", dossier.ActionStop, leader, stays)
	l.do("03-04 15:00", dossier.ActionReopen, leader, dossier.StateProcessing)
	l.held("03-04 15:30", begins+"H56.12 processing 60; A processing 60/120; A processing 30/120") // what was due when it had ended is nobody's

	l = start("1 working days")
	l.do("03-02 14:00", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "A", "1 office hours"))
	l.do("03-02 15:30", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "A", "1 office hours"))
	l.held("03-02 16:00", begins+"H56.12 processing 60; A processing 90/60 over 30!; A processing 30/60") // a new hand-over gives time anew

	l = start("1 working days", grant(func(g *dossier.Grant) { g.Profile = "dateOnly" })) // due on 3 March, at whatever time
	l.do("03-03 16:59", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "A", ""))
	l.held("03-03 23:59", begins+"H56.12 processing 689; A processing 1")
	l.held("03-04 08:00", begins+"H56.12 processing 689; A processing 31 at due!")

	l = start("1 working days", grant(func(g *dossier.Grant) { g.Limit.Start = workday.StartOnPayment }))
	l.do("03-05 10:00", dossier.ActionConfirmPayment, counter, stays)
	l.held("03-05 11:00", "counter awaitingAnswer 60; counter received 0; H56.12 processing 60") // before it was paid time is nobody's

	l = start("1 working days")
	l.do("03-02 14:00", dossier.ActionTransfer, leader, stays)
	l.held("03-02 15:00", begins+"H56.12 processing 60; H56.14 processing 60")
}

// TestPlacesApart: received at a point of one centre, decided by a body elsewhere, and
// handed over at a third place (phi địa giới hành chính): the body alone works on it, and
// the places stay as they were filed.
func TestPlacesApart(t *testing.T) {
	l := live(t)
	l.do("03-02 09:00", dossier.ActionSubmit, counter, dossier.StateRegistered, func(with *dossier.Details) {
		f := with.Filing
		f.Reception, f.Competent, f.Pickup = dossier.Place{Unit: "H56.01", Point: "Quầy 3"}, dossier.Place{Unit: decides}, dossier.Place{Unit: "H22.02", Point: "Quầy 1"}
	})
	l.do("03-02 10:00", dossier.ActionReceive, counter, stays)
	for _, unit := range []motcua.UnitCode{"H56.01", "H22.02"} { // neither of the places is competent
		_, err := l.try("03-02 10:30", dossier.ActionHandOver, counter, stays, func(with *dossier.Details) { with.Desk.Unit = unit })
		against(t, err, "competent")
	}
	l.do("03-02 11:00", dossier.ActionForward, counter, stays)
	l.do("03-02 14:00", dossier.ActionHandOver, handler, dossier.StateProcessing)
	l.do("03-02 15:00", dossier.ActionFinish, handler, stays)
	l.do("03-02 15:00", dossier.ActionSignResult, leader, stays)
	if l.Holder.Unit != decides {
		t.Errorf("%v has it", l.Holder)
	}
	l.do("03-02 16:00", dossier.ActionIssue, handler, stays)
	if f := l.Filing; l.Holder.Unit != "" || f.Reception.Unit != "H56.01" || l.Competent.Unit != decides || f.Pickup != (dossier.Place{Unit: "H22.02", Point: "Quầy 1"}) {
		t.Errorf("%v has it; %+v", l.Holder, f)
	}
	l.held("03-02 17:00", "counter registered 60; counter received 60; H56.12 forwarded 60; H56.12 processing 60; H56.12 finished 0; counter resultReady 0")
}

// TestHoldingsFail: time that cannot be measured is an error.
func TestHoldingsFail(t *testing.T) {
	l := received(t, "5 working days")
	l.do("03-03 10:00", dossier.ActionHandOver, handler, dossier.StateProcessing, func(with *dossier.Details) {
		with.Desk.Budget = limitOf(t, "1200 months").Terms
	})
	if list, err := l.Holdings(&l.Setting); err == nil || list != nil {
		t.Errorf("a budget beyond the calendar: %v", list)
	}
	office := l.Office
	if l.Office = nil; true {
		if list, err := l.Holdings(&l.Setting); err == nil || list != nil {
			t.Errorf("without an office: %v", list)
		}
	}
	l.Office, l.Grant.Profile = office, "lunar"
	if list, err := l.Holdings(&l.Setting); err == nil || list != nil {
		t.Errorf("under no known profile: %v", list)
	}
}

// TestHoldingLaws: of drawn lives, turns follow one another, time is used as the ledger
// says it was consumed, and who is late to the citizen was late at one desk, or was ended
// or waited for when it was due.
func TestHoldingLaws(t *testing.T) {
	compared := 0
	rapid.Check(t, func(rt *rapid.T) {
		l := (&drawing{t: rt}).life()
		for range 4 + l.roll(14, "commands") {
			l.wait()
			l.s.Now = l.s.Now.Truncate(time.Minute)
			c := l.command()
			if c.Grant != nil && !l.chance(20, "any limit") {
				c.Grant.Limit = &workday.Limit{Terms: l.terms1("3 working days", "15 working days", "20.5 office hours"), Excluded: []workday.Exclusion{{Reason: "inspection"}}}
			}
			if slices.Contains(endings, c.Action) && !l.chance(10, "ending") {
				continue
			}
			if e, err := l.d.Decide(c, &l.s); err == nil {
				l.d.Apply(e)
			}
		}
		list, err := l.d.Holdings(&l.s)
		if err != nil {
			return // a grant or a date beyond all calendars
		}
		ledger, err := l.d.Ledger(&l.s)
		if err != nil {
			rt.Fatal(err)
		}
		atDue, used := 0, int64(0)
		for i, h := range list {
			if i > 0 && h.From.Before(list[i-1].To) || i > 0 && list[i-1].To.IsZero() || h.Used < 0 || h.Over > h.Used || h.By == applicant && h.Used+h.Over > 0 {
				rt.Fatalf("%v: %s", l.d.Events, heldBy(list))
			}
			if h.AtDue {
				atDue++
			}
			if !h.From.Before(l.d.Received) {
				used += h.Used
			}
		}
		citizen := ledger.Citizen(l.s.Now)
		if late := citizen == dossier.VerdictLate || citizen == dossier.VerdictOverdue; atDue > 1 || atDue == 1 && !late {
			rt.Fatalf("%v is %v: %s", l.d.Events, citizen, heldBy(list))
		}
		balance, ok := ledger.Remaining(l.s.Now)
		if !ok || balance.ByClock || l.anew() || balance.Remaining < 0 {
			return
		}
		compared++
		if used != int64(balance.Consumed/time.Minute) {
			rt.Fatalf("%v consumed %v, and %d minutes were used: %s", l.d.Events, balance.Consumed, used, heldBy(list))
		}
	})
	if compared == 0 && !testing.Short() {
		t.Error("no balance was held to anything")
	}
}

// endings are actions by which a drawn life is over too soon, or begins again.
var endings = []dossier.Action{dossier.ActionRefuse, dossier.ActionWithdraw, dossier.ActionStop, dossier.ActionReopen}

// anew reports whether the clock may have begun again, or later than it was started,
// whereby its balance leaves out what desks used before; or ran while the work had ended,
// which the balance counts where it was reopened.
func (l *drawnLife) anew() bool {
	happened := func(a dossier.Action) bool {
		return slices.ContainsFunc(l.d.Events, func(e dossier.Event) bool { return e.Action == a })
	}
	limit := &workday.Limit{}
	if l.d.Grant != nil && l.d.Grant.Limit != nil {
		limit = l.d.Grant.Limit
	}
	return limit.CutOff != nil || limit.Supplement > workday.SupplementContinue && happened(dossier.ActionSupplement) || happened(dossier.ActionReopen)
}
