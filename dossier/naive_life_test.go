package dossier_test

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// naiveLife is what a history comes to, found by looking through all of it for each
// question. It knows no rows and keeps no clock.
type naiveLife []dossier.Event

// naiveOver are the states after the work.
var naiveOver = []dossier.State{dossier.StateFinished, dossier.StateResultReady, dossier.StateReturned, dossier.StateRefused, dossier.StateWithdrawn, dossier.StateStopped}

func naiveEnded(s dossier.State) bool { return slices.Contains(naiveOver, s) }

func (n naiveLife) state() dossier.State {
	if len(n) == 0 {
		return dossier.StateDraft
	}
	return n[len(n)-1].To
}

// last is when an action was last done; zero for never.
func (n naiveLife) last(a dossier.Action) (at time.Time) {
	for _, e := range n {
		if e.Action == a {
			at = e.At
		}
	}
	return at
}

// since is when the dossier came to where it is in the way of a question: the time of the
// first event after which the answer has been yes all the time; zero where it is no.
func (n naiveLife) since(question func(dossier.State) bool) (at time.Time) {
	for _, e := range slices.Backward(n) {
		if !question(e.To) {
			break
		}
		at = e.At
	}
	return at
}

func (n naiveLife) count(a dossier.Action) (count int) {
	for _, e := range n {
		if e.Action == a {
			count++
		}
	}
	return count
}

// unanswered is how many requests have no answer: each answer is to the one before it.
func (n naiveLife) unanswered() (count int) {
	for i, e := range n {
		if e.Action != dossier.ActionAskSupplement {
			continue
		}
		count++
		for _, later := range n[i+1:] {
			if later.Action == dossier.ActionAskSupplement {
				break
			}
			if later.Action == dossier.ActionSupplement {
				count--
				break
			}
		}
	}
	return count
}

// unpaid are the orders that were demanded and not paid.
func (n naiveLife) unpaid() (orders []string) {
	for _, e := range n {
		if e.Action == dossier.ActionDemandPayment && !slices.ContainsFunc(n, func(o dossier.Event) bool {
			return o.Action == dossier.ActionConfirmPayment && o.Payment.Order == e.Demand.Order
		}) {
			orders = append(orders, e.Demand.Order)
		}
	}
	return orders
}

// owes reports whether something is still to be paid before a step, for which the moments
// of payment count.
func (n naiveLife) owes(moments ...payment.Moment) bool {
	due := false
	for _, e := range n {
		if e.Filing != nil {
			due = slices.ContainsFunc(e.Filing.Fees, func(f dossier.Fee) bool { return f.Amount.Sign() > 0 })
		}
	}
	grant := n[0].Grant
	return len(n.unpaid()) > 0 || due && grant != nil && slices.Contains(moments, grant.Payment) && n.count(dossier.ActionConfirmPayment) == 0
}

// waitsFor is why the dossier waits: the reason of its state, or the one that was given
// when it last went to another body; "" where it does not wait.
func (n naiveLife) waitsFor() string {
	switch n.state() {
	case dossier.StateSupplement, dossier.StateSupplementToFile:
		return "supplement"
	case dossier.StatePayment, dossier.StatePaymentToFile:
		return "financialObligation"
	case dossier.StateAtOtherBody:
		for _, e := range slices.Backward(n) {
			if e.To != dossier.StateAtOtherBody {
				break
			}
			if e.Pause != "" {
				return e.Pause
			}
		}
		return "otherBody"
	}
	return ""
}

// status is where the clock must stand.
func (n naiveLife) status() dossier.Status {
	received := n.last(dossier.ActionReceive)
	switch {
	case naiveEnded(n.state()):
		return dossier.StatusEnded
	case received.IsZero():
		return dossier.StatusPending
	case !n.started():
		return dossier.StatusNotStarted
	}
	why := n.waitsFor()
	limit := (*workday.Limit)(nil)
	if n[0].Grant != nil {
		limit = n[0].Grant.Limit
	}
	always := why == "supplement" || why == "financialObligation"
	if always || why != "" && limit != nil && slices.ContainsFunc(limit.Excluded, func(x workday.Exclusion) bool { return x.Reason == why }) {
		return dossier.StatusPaused
	}
	return dossier.StatusRunning
}

// started reports whether what the clock waits for came: where it starts with a payment,
// at some time, and not after the work, all that was demanded was paid and something was.
func (n naiveLife) started() bool {
	if n[0].Grant == nil || n[0].Grant.Limit == nil || n[0].Grant.Limit.Start != workday.StartOnPayment {
		return true
	}
	for i := range n {
		if past := n[:i+1]; !naiveEnded(past.state()) && past.count(dossier.ActionConfirmPayment) > 0 && len(past.unpaid()) == 0 {
			return true
		}
	}
	return false
}

// competent is who decides: as it was filed, or as it was last forwarded or transferred;
// where it was not, as it was last corrected.
func (n naiveLife) competent() (unit motcua.UnitCode) {
	for _, e := range n {
		if e.Filing != nil {
			unit = e.Filing.Competent.Unit
		}
	}
	for _, e := range n {
		if e.Action == dossier.ActionForward || e.Action == dossier.ActionTransfer {
			unit = e.Desk.Unit
		}
	}
	return unit
}

// facts are the answers to all questions, to be held to the dossier's members.
type facts struct {
	State                            dossier.State
	Filed, Received, Ended           time.Time
	Returned, Refused                time.Time
	Requests, Unanswered, Complaints int
	Ratings                          int
	Unpaid                           []string
	Competent                        motcua.UnitCode
	Status                           dossier.Status
	ClockReceived, ClockEnded        time.Time
	ClockAnswered                    bool
}

func (n naiveLife) facts() facts {
	is := func(s dossier.State) func(dossier.State) bool { return func(o dossier.State) bool { return o == s } }
	f := facts{
		State: n.state(), Filed: n.last(dossier.ActionSubmit), Received: n.last(dossier.ActionReceive), Ended: n.since(naiveEnded),
		Returned: n.since(is(dossier.StateReturned)), Refused: n.since(is(dossier.StateRefused)),
		Requests: n.count(dossier.ActionAskSupplement), Unanswered: n.unanswered(), Complaints: n.count(dossier.ActionComplain),
		Ratings: n.count(dossier.ActionRate), Unpaid: n.unpaid(), Competent: n.competent(), Status: n.status(),
	}
	f.ClockReceived, f.ClockEnded = f.Received, f.Ended
	f.ClockAnswered = !f.Received.IsZero() || !f.Ended.IsZero() || f.Requests > 0 || n.count(dossier.ActionDemandPayment) > 0
	return f
}

// factsOf are the same, as the dossier and its ledger have them.
func factsOf(d *dossier.Dossier, l *dossier.Ledger) facts {
	f := facts{
		State: d.State, Filed: d.Filed, Received: d.Received, Ended: d.Ended, Returned: d.Returned, Refused: d.Refused,
		Requests: len(d.Requests), Complaints: d.Complaint, Ratings: len(d.Ratings), Competent: d.Competent.Unit, Status: l.Status(),
	}
	for _, r := range d.Requests {
		if r.Answered.IsZero() {
			f.Unanswered++
		}
	}
	for _, o := range d.Orders {
		if o.Payment == nil {
			f.Unpaid = append(f.Unpaid, o.ID)
		}
	}
	f.ClockReceived, _ = l.Received()
	f.ClockEnded, _ = l.Ended()
	_, f.ClockAnswered = l.Answered()
	return f
}
