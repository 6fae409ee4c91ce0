package dossier_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// Roles and states of these stories, by short names.
const (
	applicant = dossier.RoleApplicant
	counter   = dossier.RoleCounter
	handler   = dossier.RoleHandler
	leader    = dossier.RoleLeader
	stays     = dossier.State(0)
)

// against fails unless a refusal has exactly these grounds.
func against(t testing.TB, err error, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, groundsOf(err)); diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestLifeStory: from the filing to the result, with one request for supplements and one
// re-appointment.
func TestLifeStory(t *testing.T) {
	l := received(t, "5 working days")
	l.do("03-03 11:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	l.do("03-05 11:00", dossier.ActionSupplement, applicant, dossier.StateProcessing)
	l.do("03-06 11:00", dossier.ActionExtend, leader, dossier.StateProcessing)
	l.do("03-09 11:00", dossier.ActionFinish, handler, dossier.StateFinished)
	l.do("03-09 14:00", dossier.ActionSignResult, leader, dossier.StateFinished)
	l.do("03-09 14:00", dossier.ActionIssue, handler, dossier.StateResultReady)
	l.do("03-10 09:00", dossier.ActionReturnResult, counter, dossier.StateReturned)
	ledger := l.reading()
	if v := ledger.Citizen(l.Now); v != dossier.VerdictEarly {
		t.Errorf("%v", v)
	}
	if !l.Ended.Equal(at(t, "03-09 11:00")) || !l.Returned.Equal(at(t, "03-10 09:00")) {
		t.Errorf("ended %v, returned %v", l.Ended, l.Returned)
	}
	_, err := l.try("03-10 10:00", dossier.ActionStop, leader, stays)
	against(t, err, "state")
	if !errors.Is(err, dossier.ErrRefusal) || err.Error() != "stop by leader in state returned: this state does not take the action" {
		t.Errorf("%v", err)
	}
}

// TestReopenedFiling: a refusal, a withdrawal or a stop from before the reception is taken
// back, and the filing waits for its answer again.
func TestReopenedFiling(t *testing.T) {
	for _, end := range []struct {
		action dossier.Action
		by     dossier.Role
		asked  bool // supplements were asked for before: the filing had its answer
	}{
		{dossier.ActionRefuse, counter, false},
		{dossier.ActionWithdraw, applicant, false},
		{dossier.ActionWithdraw, applicant, true},
		{dossier.ActionStop, leader, true},
	} {
		l := live(t)
		l.do("03-02 09:00", dossier.ActionSubmit, applicant, dossier.StateAwaitingAnswer)
		if end.asked {
			l.do("03-02 09:30", dossier.ActionAskSupplement, counter, dossier.StateSupplementToFile)
		}
		l.do("03-02 10:00", end.action, end.by, stays)
		l.do("03-03 09:00", dossier.ActionReopen, leader, dossier.StateAwaitingAnswer)
		ledger := l.reading()
		_, answered := ledger.Answered()
		if ledger.Status() != dossier.StatusPending || answered != end.asked || !l.Ended.IsZero() || !l.Refused.IsZero() {
			t.Errorf("%v, asked %t: %v, answered %t", end.action, end.asked, ledger.Status(), answered)
		}
		l.do("03-03 10:00", dossier.ActionReceive, counter, dossier.StateReceived)
		if ledger = l.reading(); ledger.Status() != dossier.StatusRunning {
			t.Errorf("%v, and then received: %v", end.action, ledger.Status())
		}
	}
}

// TestPaidUnasked: a clock that starts with a payment starts with one that nobody asked
// for, whatever else is waited for.
func TestPaidUnasked(t *testing.T) {
	onPayment := func(with *dossier.Details) { with.Grant.Limit.Start = workday.StartOnPayment }
	status := func(l *lived, want dossier.Status) {
		t.Helper()
		if ledger := l.reading(); ledger.Status() != want {
			t.Errorf("%v, and the clock is %v", l.Dossier, ledger.Status())
		}
	}
	l := received(t, "5 working days", onPayment)
	status(l, dossier.StatusNotStarted)
	l.do("03-03 09:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	l.do("03-03 10:00", dossier.ActionConfirmPayment, counter, dossier.StateSupplement)
	status(l, dossier.StatusPaused)
	l.do("03-04 09:00", dossier.ActionSupplement, applicant, dossier.StateProcessing)
	status(l, dossier.StatusRunning)

	l = received(t, "5 working days", onPayment)
	l.do("03-03 09:00", dossier.ActionStop, leader, dossier.StateStopped)
	l.do("03-03 10:00", dossier.ActionConfirmPayment, counter, dossier.StateStopped)
	status(l, dossier.StatusEnded)
	l.do("03-04 09:00", dossier.ActionReopen, leader, dossier.StateProcessing)
	status(l, dossier.StatusRunning)
}

// TestPayments: what covers a demand, what settles all, and what is known to be paid.
func TestPayments(t *testing.T) {
	l := received(t, "5 working days")
	amount := func(s string) func(*dossier.Details) {
		return func(with *dossier.Details) { with.Payment.Amount = payment.MustMoney(s) }
	}
	_, err := l.try("03-03 09:00", dossier.ActionConfirmPayment, counter, dossier.StateProcessing, amount("0 VND"))
	against(t, err, "covers") // nobody demanded it, and nothing was paid
	l.do("03-03 09:00", dossier.ActionDemandPayment, handler, dossier.StatePayment)
	for _, s := range []string{"24999 VND", "25000 USD", "-25000 VND"} {
		_, err = l.try("03-03 10:00", dossier.ActionConfirmPayment, counter, dossier.StateProcessing, amount(s))
		against(t, err, "covers") // told once, though two rows ask
	}
	first := l.Orders[0].ID
	_, err = l.try("03-03 10:00", dossier.ActionDemandPayment, handler, stays)
	against(t, err, "state")
	l.do("03-03 10:00", dossier.ActionStop, leader, dossier.StateStopped)
	l.do("03-03 10:00", dossier.ActionReopen, leader, dossier.StateProcessing)
	_, err = l.try("03-03 10:00", dossier.ActionDemandPayment, handler, stays, func(with *dossier.Details) { with.Demand.Order = first })
	against(t, err, "newOrder")
	l.do("03-03 11:00", dossier.ActionDemandPayment, handler, dossier.StatePayment)
	l.do("03-03 14:00", dossier.ActionConfirmPayment, counter, dossier.StatePayment, func(with *dossier.Details) { with.Payment.Order = first })
	l.do("03-03 15:00", dossier.ActionConfirmPayment, counter, dossier.StateProcessing)
	var repeated *dossier.RepeatedError
	e, err := l.try("03-03 16:00", dossier.ActionConfirmPayment, counter, stays, func(with *dossier.Details) { with.Payment.Order = first })
	if !errors.As(err, &repeated) || !repeated.Same || !e.At.Equal(at(t, "03-03 14:00")) {
		t.Errorf("%v, %v", e, err)
	}
}

// TestPaidFirst: nothing is received, or handed over, before it is paid for.
func TestPaidFirst(t *testing.T) {
	moment := func(m payment.Moment) func(*dossier.Details) {
		return func(with *dossier.Details) { with.Grant.Payment = m }
	}
	l := live(t)
	l.do("03-02 09:00", dossier.ActionSubmit, applicant, dossier.StateAwaitingAnswer, moment(payment.MomentBefore))
	_, err := l.try("03-02 10:00", dossier.ActionReceive, counter, dossier.StateReceived)
	against(t, err, "paidBefore")
	l.do("03-02 10:00", dossier.ActionConfirmPayment, counter, dossier.StateAwaitingAnswer)
	l.do("03-02 11:00", dossier.ActionReceive, counter, dossier.StateReceived)

	l = received(t, "5 working days", moment(payment.MomentAfter))
	l.do("03-03 09:00", dossier.ActionFinish, handler, dossier.StateFinished)
	l.do("03-03 09:00", dossier.ActionSignResult, leader, dossier.StateFinished)
	l.do("03-03 09:00", dossier.ActionIssue, counter, dossier.StateResultReady)
	_, err = l.try("03-03 10:00", dossier.ActionReturnResult, counter, dossier.StateReturned)
	against(t, err, "nothingOwed")
	l.do("03-03 10:00", dossier.ActionConfirmPayment, counter, dossier.StateResultReady)
	l.do("03-03 11:00", dossier.ActionReturnResult, counter, dossier.StateReturned)
}

// TestSignedResults: a signature is of the results that were signed. They may be told again
// and numbered; others are not signed.
func TestSignedResults(t *testing.T) {
	permit := dossier.Result{Name: "Giấy phép", Document: true, Electronic: true}
	other := dossier.Result{Name: "Quyết định", Document: true}
	numbered := permit
	numbered.Number = "12/GP"
	results := func(list ...dossier.Result) func(*dossier.Details) {
		return func(with *dossier.Details) { with.Results = list }
	}
	l := received(t, "5 working days")
	_, err := l.try("03-03 09:00", dossier.ActionSignResult, leader, stays, results())
	against(t, err, "resultKnown")
	l.do("03-03 09:00", dossier.ActionSignResult, leader, stays, results(permit))
	_, err = l.try("03-03 10:00", dossier.ActionFinish, handler, stays, results([]dossier.Result{}...), func(with *dossier.Details) { with.Results = []dossier.Result{} })
	against(t, err, "resultKnown")
	l.do("03-03 10:00", dossier.ActionFinish, handler, dossier.StateFinished, results(permit))
	if !l.Signed || !l.Results[0].Valid {
		t.Errorf("told again: signed %t, %+v", l.Signed, l.Results)
	}
	_, err = l.try("03-03 11:00", dossier.ActionIssue, counter, dossier.StateResultReady, results(permit, other))
	against(t, err, "signed")
	l.do("03-03 11:00", dossier.ActionReopen, leader, dossier.StateProcessing)
	if l.Signed {
		t.Error("reopened, and still signed")
	}
	l.do("03-03 11:00", dossier.ActionSignResult, leader, stays, results(permit))
	l.do("03-03 11:00", dossier.ActionFinish, handler, dossier.StateFinished, results(permit, other))
	_, err = l.try("03-03 14:00", dossier.ActionIssue, counter, dossier.StateResultReady)
	against(t, err, "signed")
	l.do("03-03 14:00", dossier.ActionSignResult, leader, stays, results(permit))
	l.do("03-03 14:00", dossier.ActionIssue, counter, dossier.StateResultReady, results(numbered))
	if want := (dossier.Result{Name: "Giấy phép", Number: "12/GP", Document: true, Electronic: true, Valid: true}); !slices.Equal(l.Results, []dossier.Result{want}) {
		t.Errorf("issued %+v", l.Results)
	}
}
