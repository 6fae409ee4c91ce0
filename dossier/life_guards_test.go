package dossier_test

import (
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// TestClockTakes: what the clock could not keep is refused before it happens.
func TestClockTakes(t *testing.T) {
	l := live(t)
	for why, change := range map[string]func(*dossier.Details){
		"no such answer":  func(with *dossier.Details) { with.Grant.Answer = "never" },
		"no such profile": func(with *dossier.Details) { with.Grant.Profile = "never" },
		"no such reason":  func(with *dossier.Details) { with.Grant.Own[0].Reason = "never" },
		"no limit":        func(with *dossier.Details) { with.Grant.Limit = &workday.Limit{} },
	} {
		_, err := l.try("03-02 09:00", dossier.ActionSubmit, applicant, dossier.StateAwaitingAnswer, change)
		if got := groundsOf(err); !slices.Contains(got, "clock") {
			t.Errorf("%s: %v", why, err)
		}
	}
	l = received(t, "5 working days")
	for _, pause := range []string{"supplement", "financialObligation", "weather"} { // the applicant's, the applicant's, none
		_, err := l.try("03-03 09:00", dossier.ActionHandOver, handler, dossier.StateAtOtherBody, func(with *dossier.Details) { with.Pause = pause })
		against(t, err, "competent", "pauseKnown")
	}
	late := func(with *dossier.Details) { with.Due = at(t, "2926-03-06 09:00") }
	l.do("03-03 09:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	_, err := l.try("03-03 10:00", dossier.ActionSupplement, counter, stays, late)
	against(t, err, "clock")
	_, err = l.try("03-03 10:00", dossier.ActionSupplement, applicant, stays, func(with *dossier.Details) { with.Due = at(t, "03-20 09:00") })
	against(t, err, "counterStates") // whoever files does not set the state's appointment
	_, err = l.try("03-03 10:00", dossier.ActionExtend, leader, stays, late)
	against(t, err, "clock")
	l.do("03-03 10:00", dossier.ActionExtend, leader, stays)
	_, err = l.try("03-03 11:00", dossier.ActionExtend, leader, stays)
	against(t, err, "clock") // once is enough
	_, err = l.try("03-30 11:00", dossier.ActionSupplement, applicant, stays)
	against(t, err, "termRuns")
	l.Office = nil // who does not measure cannot tell
	_, err = l.try("03-30 11:00", dossier.ActionSupplement, applicant, stays)
	against(t, err, "termRuns")
}

// TestAnsweredLast: supplements are for the request that was made last; one that was open
// when the work was stopped stays without an answer.
func TestAnsweredLast(t *testing.T) {
	l := received(t, "5 working days")
	l.do("03-03 09:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	l.do("03-03 10:00", dossier.ActionStop, leader, dossier.StateStopped)
	l.do("03-03 11:00", dossier.ActionReopen, leader, dossier.StateProcessing)
	l.do("03-04 09:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	l.do("03-05 09:00", dossier.ActionSupplement, applicant, dossier.StateProcessing)
	if !l.Requests[0].Answered.IsZero() || !l.Requests[1].Answered.Equal(at(t, "03-05 09:00")) {
		t.Errorf("%+v", l.Requests)
	}
	_, err := l.try("03-05 10:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	against(t, err, "requestsLeft")
}

// TestCompetent: as filed and corrected until it is forwarded, and from then on as it is
// forwarded and transferred.
func TestCompetent(t *testing.T) {
	corrected := func(unit motcua.UnitCode) func(*dossier.Details) {
		return func(with *dossier.Details) { with.Filing.Competent.Unit = unit }
	}
	l := live(t)
	is := func(want motcua.UnitCode) {
		t.Helper()
		if l.Competent.Unit != want {
			t.Errorf("%v: %v decides, not %v", l.Dossier, l.Competent.Unit, want)
		}
	}
	l.do("03-02 09:00", dossier.ActionSubmit, applicant, dossier.StateAwaitingAnswer)
	is(decides)
	l.do("03-02 10:00", dossier.ActionCorrect, counter, stays, corrected(consulted))
	is(consulted)
	l.do("03-02 11:00", dossier.ActionReceive, counter, stays)
	l.do("03-02 12:00", dossier.ActionForward, counter, dossier.StateForwarded)
	l.do("03-02 13:00", dossier.ActionCorrect, counter, stays, corrected(decides))
	is(consulted)
	l.do("03-02 14:00", dossier.ActionTransfer, leader, dossier.StateForwarded)
	is(takesOver)
}

// TestNameless: a command without an id is refused, though the history has an event
// without one.
func TestNameless(t *testing.T) {
	l := received(t, "5 working days")
	nameless := l.Events[len(l.Events)-1]
	nameless.ID = ""
	l.Apply(nameless)
	c := commandOf(l.Dossier, &l.Setting, dossier.ActionFinish, handler, dossier.StateFinished)
	c.ID = ""
	_, err := l.Decide(c, &l.Setting)
	against(t, err, "id")
}

// TestChildren: what set off other dossiers is finished when all of them have ended, and
// one that nobody shows has not.
func TestChildren(t *testing.T) {
	l := received(t, "5 working days", func(with *dossier.Details) {
		with.Filing.Children = []dossier.Child{{Code: "H56.12-260302-0002", Procedure: "1.004194", Competent: with.Filing.Competent}}
	})
	finish := func() error {
		_, err := l.try("03-05 09:00", dossier.ActionFinish, handler, dossier.StateFinished)
		return err
	}
	against(t, finish(), "childrenEnded")
	child := received(t, "5 working days", func(with *dossier.Details) { with.Filing.Code = "H56.12-260302-0002" })
	l.Children = []*dossier.Dossier{child.Dossier}
	against(t, finish(), "childrenEnded")
	child.do("03-04 09:00", dossier.ActionWithdraw, applicant, dossier.StateWithdrawn)
	if err := finish(); err != nil {
		t.Error(err)
	}
}

// TestForeignPayments: in a history that others wrote an order may be paid twice, of which
// the first counts, and a payment be waited for that no demand tells of: news of another
// payment does not end that.
func TestForeignPayments(t *testing.T) {
	l := received(t, "5 working days", func(with *dossier.Details) { with.Grant.Limit.Start = workday.StartOnPayment })
	paid := func(when string, to dossier.State, amount string) {
		t.Helper()
		l.Now = at(t, when)
		l.Apply(dossier.Event{ID: when, Action: dossier.ActionConfirmPayment, At: l.Now, By: dossier.Actor{Role: counter}, To: to, Details: dossier.Details{
			Payment: &dossier.Payment{Order: "o1", Amount: payment.MustMoney(amount)},
		}})
	}
	l.Apply(dossier.Event{ID: "d", Action: dossier.ActionDemandPayment, At: at(t, "03-03 09:00"), By: dossier.Actor{Role: handler}, To: dossier.StatePayment})
	paid("03-03 10:00", dossier.StatePayment, "1 VND")
	if ledger := l.reading(); ledger.Status() != dossier.StatusNotStarted {
		t.Errorf("the clock is %v", ledger.Status())
	}
	paid("03-04 10:00", dossier.StateProcessing, "2 VND")
	if ledger := l.reading(); ledger.Status() != dossier.StatusRunning {
		t.Errorf("the clock is %v", ledger.Status())
	}
	if o := l.Orders[0]; len(l.Orders) != 1 || o.Payment.Amount != payment.MustMoney("1 VND") || !o.Paid.Equal(at(t, "03-03 10:00")) {
		t.Errorf("%+v", l.Orders)
	}
}

// TestPauseStays: what leaves a dossier with another body leaves the reason as it was
// stated; another reason ends that pause and begins one.
func TestPauseStays(t *testing.T) {
	l := received(t, "5 working days", func(with *dossier.Details) {
		with.Grant.Limit.Excluded = []workday.Exclusion{{Reason: "inspection"}}
	})
	pause := func(reason string) func(*dossier.Details) {
		return func(with *dossier.Details) { with.Pause = reason }
	}
	l.do("03-03 09:00", dossier.ActionHandOver, handler, dossier.StateAtOtherBody, pause("inspection"))
	before := len(l.Entries)
	l.do("03-03 10:00", dossier.ActionComplain, applicant, stays)
	l.do("03-03 11:00", dossier.ActionHandOver, handler, dossier.StateAtOtherBody, pause(""))
	if ledger := l.reading(); ledger.Status() != dossier.StatusPaused || len(l.Entries) != before {
		t.Errorf("the clock is %v after %+v", ledger.Status(), l.Entries[before:])
	}
	l.do("03-03 14:00", dossier.ActionHandOver, handler, dossier.StateAtOtherBody, pause("consultation"))
	if ledger := l.reading(); ledger.Status() != dossier.StatusRunning || len(l.Entries) != before+2 {
		t.Errorf("the clock is %v after %+v", ledger.Status(), l.Entries[before:])
	}
}
