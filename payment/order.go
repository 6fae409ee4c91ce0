package payment

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"
)

// Order is an order (khoản thu) as its history makes it: nothing in it is known
// otherwise. [Fold] makes one of a history, and [Order.Apply] adds what happened next;
// the members are for reading. The zero Order is one that is not opened yet.
type Order struct {
	Events []Event // the whole history, in order

	State    State    // where it stands; unset for an order without a history
	Opening  *Opening // what it asks for; nil before it is opened
	Tries    []Try    // the attempts, in order
	Sums     []Sum    // the money that came, by transaction
	Reliefs  []Relief // what was waived
	Supports []Relief // what the budget gives back
	Refunds  []Return // what goes back, in order of the asking
	Disputes []Return // what was contested

	Due       Money // the total of the lines, less what was waived
	Taken     Money // what came for the order, less what the bank gave back
	Refunded  Money // of that, what went back
	Refunding Money // of that, what is on its way back
	Contested Money // of that, what is contested at the bank
	Excess    Money // what was taken and is owed to the payer, and not on its way back
	Owed      Money // what went back or was supported above what was taken: the payer owes it

	expired   bool
	cancelled bool
	lost      bool // a dispute was
	facts     []ruling
}

// Try is an attempt and what became of it.
type Try struct {
	Attempt
	Started  time.Time // when
	Outcome  Outcome   // what came of it: the strongest claim
	TimedOut bool      // it took too long, and nobody said more
	Claims   []Claim   // all that is said of it, each once
}

// Sum is money of one transaction, as far as claims and corrections tell.
type Sum struct {
	Reference   string    // of the attempt
	Transaction string    // of the gateway or the bank
	Method      Method    // of the attempt
	Amount      Money     // what came; where claims differ, the least of what they say
	At          time.Time // when, as said first
	Suspense    bool      // nothing explains it: another amount or currency than was asked for, or told of two attempts
	Disputed    bool      // claims contradict one another: somebody should ask the gateway
	Corrected   bool      // an officer looked it up
	Lost        Money     // what the bank gave back to the payer
}

// Return is a refund or a dispute and how it ended.
type Return struct {
	ID          string    // within the order
	Amount      Money     // how much
	Method      Method    // how it goes back; for a dispute, that of the sum
	Transaction string    // the contested sum; of a refund, the transaction by which it went back
	Reference   string    // of the attempt of a contested sum
	Asked       time.Time // when it was asked for
	Outcome     Outcome   // pending, succeeded or failed
	Dated       time.Time // when it went back, as said
}

// ruling is a correction of one sum.
type ruling struct {
	Correction
	at time.Time
}

// Apply adds an event to the order. It is the fold: what may be done is for
// [Order.Decide] and [Replay] to say, and what happened is taken as it happened.
func (o *Order) Apply(e Event) {
	o.Events = append(o.Events, e)
	o.take(&o.Events[len(o.Events)-1])
}

// Fold makes an order of its history, which it keeps and does not copy.
func Fold(events []Event) *Order {
	o := &Order{Events: slices.Clip(events)}
	for i := range events {
		o.note(&events[i])
		o.stand(&events[i])
	}
	o.reckon()
	return o
}

// Version is how many events the order has seen: the version that the next one is to
// be appended to.
func (o *Order) Version() int64 { return int64(len(o.Events)) }

// ID is that of the order; "" before it is opened.
func (o *Order) ID() string {
	if o.Opening == nil {
		return ""
	}
	return o.Opening.ID
}

// Status is what the public is told. Of a failed attempt it says whether it was
// declined, cancelled or too slow.
func (o *Order) Status() Status {
	s := o.state().Status()
	s.CanRetry = s.CanRetry && !o.running()
	if o.State == StateAttemptFailed && len(o.Tries) > 0 {
		s.Code = o.Tries[len(o.Tries)-1].code()
	}
	return s
}

// code says why an attempt came to nothing.
func (t *Try) code() string {
	switch {
	case t.Outcome == OutcomeFailed:
		return "declined"
	case t.Outcome == OutcomeCancelled:
		return "cancelledByPayer"
	}
	return "timedOut"
}

// running reports whether money may still come of an attempt as nobody said otherwise.
func (t *Try) running() bool { return t.Outcome == OutcomePending && !t.TimedOut }

// Rest is what is still to be paid, or paid back; 0 for an order that is closed and to
// which nothing is owed.
func (o *Order) Rest() Money {
	rest := o.due().less(o.Taken)
	return rest.plus(o.Owed.less(rest)) // the greater one
}

// Available is what can be refunded: taken, not gone back, not on its way and not
// contested.
func (o *Order) Available() Money {
	return o.Taken.less(o.Refunded).less(o.Refunding).less(o.Contested)
}

// Online reports whether the order was paid online in full and not fully refunded, as the
// index asks (portal practice of 2026; ours where it leaves room), and by which method:
// the last in the list of methods of those by which such money came, so that it is the
// national portal if all of that came through it. methods are those that count as
// online; none given: those of [Method.Online].
//
// What came online must cover what is due by itself. Money that came another way beside
// it, say cash paid a second time, takes nothing from that, and a refund by a method that
// does not count is first of all of such money. There is no method where it is not so.
func (o *Order) Online(methods ...Method) (Method, bool) {
	counts := func(m Method) bool { return len(methods) == 0 && m.Online() || slices.Contains(methods, m) }
	var by Method
	came, back := Money{currency: o.Taken.currency}, Money{currency: o.Taken.currency}
	for _, s := range o.Sums {
		if !s.Suspense && s.Amount.minor > s.Lost.minor && counts(s.Method) {
			by, came = max(by, s.Method), came.plus(s.Amount.less(s.Lost))
		}
	}
	for _, r := range o.Refunds {
		if r.Outcome == OutcomeSucceeded && counts(r.Method) {
			back = back.plus(r.Amount)
		}
	}
	if o.cancelled || by == 0 || came.minor < o.Due.minor || came.minor <= back.minor || o.Taken.minor <= o.Refunded.minor {
		return 0, false
	}
	return by, true
}

func (o *Order) state() State {
	if o.State == 0 {
		return StateNew
	}
	return o.State
}

// String says the order, the state and the version, and no person.
func (o Order) String() string {
	return fmt.Sprintf("%s: %v after %d events", strings.TrimSpace("order "+o.ID()), o.state(), len(o.Events))
}

// Format is String for every verb of package fmt.
func (o Order) Format(s fmt.State, verb rune) { show(s, verb, o.String()) }

// LogValue is String.
func (o Order) LogValue() slog.Value { return slog.StringValue(o.String()) }
