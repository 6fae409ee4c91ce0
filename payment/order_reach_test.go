package payment

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// wander draws commands at random: amounts are few and small so that sums often meet.
type wander struct {
	*rand.Rand
	o   *Order
	now time.Time
	n   int
}

func (w *wander) amount() Money { return dong(int64(w.IntN(4)+1) * 5) }

func (w *wander) opening() *Opening {
	o := asked(int64(w.IntN(3))*5, int64(w.IntN(3))*5)
	if w.IntN(5) == 0 {
		o.Due = time.Time{}
	}
	return o
}

func (w *wander) reference() string { return Reference("HD1", w.IntN(len(w.o.Tries)+1)+1) }

func (w *wander) claim() *Claim {
	c := &Claim{Reference: w.reference(), Outcome: Outcome(w.IntN(4) + 1), Transaction: fmt.Sprint("G", w.IntN(4)), Amount: w.amount(), Origin: OriginCallback}
	if t := w.o.try(c.Reference); t != nil && w.IntN(3) > 0 {
		c.Amount = t.Amount
	}
	if sum := pick(w, w.o.Sums); sum.Transaction != "" && w.IntN(3) == 0 { // against what is known
		c.Reference, c.Transaction, c.Outcome = sum.Reference, sum.Transaction, OutcomeSucceeded
	}
	if w.IntN(12) == 0 {
		c.Amount = Money{c.Amount.minor, USD}
	}
	return c
}

func (w *wander) details(a Action) (d Details) {
	relief := &Relief{Amount: w.amount(), Rule: "r", Source: statut}
	id := fmt.Sprint(w.IntN(3))
	switch a {
	case ActionOpen:
		d.Opening = w.opening()
	case ActionStart:
		d.Attempt = &Attempt{Reference: Reference("HD1", len(w.o.Tries)+1), Method: Method(w.IntN(6) + 1), Amount: w.amount(), Expires: w.now.Add(time.Hour)}
	case ActionReport:
		d.Claim = w.claim()
	case ActionTimeOut:
		d.Reference = w.reference()
		if t := pick(w, w.o.Tries); t.running() {
			d.Reference = t.Reference
			w.now = later(w.now, t.Expires)
		}
	case ActionExpire:
		w.now = later(w.now, w.o.Opening.Due)
	case ActionWaive, ActionSupport:
		d.Relief = relief
	case ActionRefund:
		amount := w.amount()
		if w.IntN(2) == 0 {
			amount = w.o.Available()
		}
		d.Refund = &Refund{ID: id, Amount: amount, Available: w.o.Available(), Method: Method(w.IntN(6) + 1)}
	case ActionDispute:
		if sum := pick(w, w.o.Sums); sum.Amount.minor > 0 && w.IntN(2) == 0 {
			d.Dispute = &Dispute{ID: id, Transaction: sum.Transaction, Amount: sum.Amount}
			break
		}
		d.Dispute = &Dispute{ID: id, Transaction: fmt.Sprint("G", w.IntN(4)), Amount: w.amount()}
	case ActionSettleRefund, ActionSettleDispute:
		d.Settlement = &Settlement{ID: id, Outcome: Outcome(w.IntN(4) + 1)}
	case ActionCorrect:
		if sum := pick(w, w.o.Sums); sum.Transaction != "" && w.IntN(2) == 0 {
			d.Correction = &Correction{sum.Reference, sum.Transaction, dong(int64(w.IntN(4)) * 5)}
			break
		}
		d.Correction = &Correction{Reference: w.reference(), Transaction: fmt.Sprint("G", w.IntN(4)), Amount: dong(int64(w.IntN(4)) * 5)}
	}
	if a.row().needs&hasReason != 0 {
		d.Reason = "lý do"
	}
	return d
}

// step tries one command, and appends its event if it may be done.
func (w *wander) step() (from State, e Event, err error) {
	w.n++
	w.now = w.now.Add(time.Duration(w.IntN(3)) * time.Minute)
	a := Action(w.IntN(len(actionRows)) + 1)
	if w.o.Opening == nil {
		a = ActionOpen
	}
	by := a.row().by
	c := Command{ID: fmt.Sprint("c", w.n), Action: a, By: by[w.IntN(len(by))], Details: w.details(a)}
	from = w.o.state()
	e, err = w.o.Decide(&c, w.now)
	if err == nil {
		w.o.Apply(e)
	}
	return from, e, err
}

// pick picks one of a list, or nothing of none.
func pick[T any](w *wander, list []T) (one T) {
	if len(list) > 0 {
		one = list[w.IntN(len(list))]
	}
	return one
}

// conditionsOf are the conditions that hold of an order, as a set.
func conditionsOf(o *Order) (set uint32) {
	for i, r := range conditionRows {
		if r.holds(o) {
			set |= 1 << i
		}
	}
	return set
}

// TestNoOtherRows: an order that goes on at random never leaves the rows, and its books
// balance after every event. The walk goes on from orders of which other conditions
// hold: each set of conditions is as likely, however rarely it comes about.
func TestNoOtherRows(t *testing.T) {
	const kept = 40 // orders of one set
	listed := map[path]bool{}
	for _, r := range Transitions() {
		listed[path{r.From, r.On, r.To}] = true
	}
	random := rand.New(rand.NewPCG(7, 7))
	seen := map[uint32][]wander{}
	var sets []uint32
	keep := func(w wander) {
		set := conditionsOf(w.o)
		list := seen[set]
		switch {
		case len(list) == 0:
			sets = append(sets, set)
			fallthrough
		case len(list) < kept:
			seen[set] = append(list, w)
		default:
			list[random.IntN(kept)] = w
		}
	}
	keep(wander{o: &Order{}, now: dawn})
	taken := map[path]bool{}
	steps := 100_000
	if testing.Short() {
		steps /= 5 // the race detector has nothing more to find in the rest
	}
	for range steps {
		list := seen[sets[random.IntN(len(sets))]]
		w := list[random.IntN(len(list))]
		w.Rand, w.o = random, w.o.copy()
		w.o.Events = w.o.Events[:len(w.o.Events):len(w.o.Events)]
		from, e, err := w.step()
		if err != nil {
			continue
		}
		if !balanced(e.Postings) {
			t.Fatalf("%v does not balance: %v", e, e.Postings)
		}
		for _, m := range []Money{w.o.Due, w.o.Taken, w.o.Refunded, w.o.Refunding, w.o.Contested, w.o.Excess, w.o.Available(), w.o.Rest()} {
			if m.currency != VND || m.minor < 0 {
				t.Fatalf("%v: %v of an order in đồng", e, m)
			}
		}
		if row := (path{from, e.Action, e.To}); !listed[row] {
			t.Errorf("%v from %v leads to %v, and no row says so", row.On, row.From, row.To)
		} else {
			taken[row] = true
		}
		if len(w.o.Events) < 16 {
			keep(w)
		}
	}
	if len(taken) < len(listed)/2 {
		t.Errorf("the walk took %d of %d rows", len(taken), len(listed))
	}
}
