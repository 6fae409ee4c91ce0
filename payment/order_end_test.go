package payment

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// official is somebody who brings an order to its end by what its rows offer.
type official struct {
	t   *testing.T
	o   *Order
	now time.Time
}

// do does what is asked for, and says whether it may be done.
func (f *official) do(a Action, d Details) bool {
	if a.row().needs&hasReason != 0 {
		d.Reason = "lý do"
	}
	by := a.row().by
	e, err := f.o.Decide(&Command{ID: fmt.Sprint("end", len(f.o.Events)), Action: a, By: by[len(by)-1], Details: d}, f.now)
	if err != nil {
		return false
	}
	if !balanced(e.Postings) {
		f.t.Fatalf("%v does not balance: %v", e, e.Postings)
	}
	f.o.Apply(e)
	return true
}

// hear reports what came of an attempt in cash, or that nothing came of it.
func (f *official) hear(reference string, outcome Outcome, amount Money) bool {
	return f.do(ActionReport, Details{Claim: &Claim{Reference: reference, Outcome: outcome, Transaction: fmt.Sprint("last", len(f.o.Events)), Amount: amount, Origin: OriginCounter}})
}

// settle ends what is under way: attempts, refunds, disputes.
func (f *official) settle() bool {
	for _, t := range f.o.Tries {
		if t.running() {
			return f.hear(t.Reference, OutcomeFailed, Money{})
		}
	}
	for _, r := range f.o.Refunds {
		if r.Outcome == OutcomePending {
			return f.do(ActionSettleRefund, Details{Settlement: &Settlement{ID: r.ID, Outcome: OutcomeSucceeded}})
		}
	}
	for _, d := range f.o.Disputes {
		if d.Outcome == OutcomePending {
			return f.do(ActionSettleDispute, Details{Settlement: &Settlement{ID: d.ID, Outcome: OutcomeFailed}})
		}
	}
	return false
}

// explain looks up a sum that nothing explains: it is what it was said to be, and none of
// it is for the order if it came in another currency or the bank gave more of it back.
func (f *official) explain() bool {
	for _, s := range f.o.Sums {
		if !s.Suspense {
			continue
		}
		for _, amount := range []Money{s.Amount, {currency: f.o.Due.currency}} {
			if f.do(ActionCorrect, Details{Correction: &Correction{Reference: s.Reference, Transaction: s.Transaction, Amount: amount}}) {
				return true
			}
		}
	}
	return false
}

// pay takes or gives back what is left: what is owed to either side, then what is due.
func (f *official) pay() bool {
	o := f.o
	if o.Excess.minor > 0 {
		return f.do(ActionRefund, Details{Refund: &Refund{ID: fmt.Sprint("last", len(o.Events)), Amount: o.Excess, Available: o.Available(), Method: MethodCash}})
	}
	amount, reference := o.Rest(), Reference(o.ID(), len(o.Tries)+1)
	if o.Owed.minor > 0 {
		amount = o.Owed
	}
	if f.do(ActionStart, Details{Attempt: &Attempt{Reference: reference, Method: MethodCash, Amount: amount}}) {
		return f.hear(reference, OutcomeSucceeded, amount)
	}
	return f.do(ActionExpire, Details{})
}

// end brings an order to its end, and says where that is.
func (f *official) end(name string) State {
	f.t.Helper()
	for n := 0; !f.o.Status().Finished; n++ {
		if n == 50 || !f.settle() && !f.explain() && !f.pay() {
			f.t.Fatalf("%s: %v is stuck: %v taken of %v, %v too much, %v owed, %v back, sums %+v\n%v", name, f.o, f.o.Taken, f.o.Due, f.o.Excess, f.o.Owed, f.o.Refunded, f.o.Sums, f.o.Events)
		}
	}
	if f.o.Owed.minor > 0 || f.o.Excess.minor > 0 || f.o.suspense() {
		f.t.Fatalf("%s: %v is finished, and %v is owed by the payer, %v to him", name, f.o, f.o.Owed, f.o.Excess)
	}
	return f.o.State
}

// TestEveryOrderCanEnd: wherever the life of an order led, there is a way from there to an
// end: an official settles what is under way, looks up what nothing explains, gives back
// what is too much, takes what is owed, and lets it be paid or expire. Tried at the end of
// every life that is listed, and of random ones.
func TestEveryOrderCanEnd(t *testing.T) {
	ends, from := map[State]int{}, map[State]int{}
	eachLife(t, func(_ path, name, steps string) {
		w, e, err := live(steps)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		w.o.Apply(e)
		from[w.o.State]++
		ends[(&official{t, w.o, w.now}).end(name)]++
	})
	for _, s := range []State{StatePaid, StatePartlyRefunded, StateRefunded, StateWaived, StateExpired, StateCancelled} {
		if ends[s] == 0 {
			t.Errorf("no order ends %v: %v", s, ends)
		}
	}
	if len(from) < len(stateRows)-1 { // of all but one that is not opened
		t.Errorf("only these were brought to an end: %v", from)
	}
	lives := 6_000
	if testing.Short() {
		lives /= 4
	}
	for seed := range uint64(lives) {
		w := wander{Rand: rand.New(rand.NewPCG(seed, 3)), o: &Order{}, now: dawn}
		for range 5 + w.IntN(60) {
			was := w.o.copy()
			if _, e, err := w.step(); err == nil && (e.Action == ActionCancel || e.Action == ActionExpire || e.Action == ActionWaive && w.o.Due.minor == 0) && w.IntN(8) > 0 {
				w.o = was // few orders are to end so early
			}
		}
		if w.o.Opening != nil {
			(&official{t, w.o, w.now}).end(fmt.Sprint("seed ", seed))
		}
	}
}
