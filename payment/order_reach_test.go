package payment

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

var (
	dawn   = time.Date(2026, time.March, 2, 1, 0, 0, 0, time.UTC)
	statut = motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}
)

func dong(n int64) Money { return Money{n, VND} }

// wander draws commands at random: amounts are few and small so that sums often meet.
type wander struct {
	*rand.Rand
	o   *Order
	now time.Time
	n   int
}

func (w *wander) amount() Money { return dong(int64(w.IntN(4)+1) * 5) }

func (w *wander) opening() *Opening {
	line := func(k Kind, n int64) Line {
		return Line{Name: motcua.Text{Vi: "Phí"}, Kind: k, Quantity: motcua.MustDecimal("1"), Full: dong(n), Amount: dong(n), Rule: "r", Source: statut}
	}
	lines := []Line{line(KindPhi, int64(w.IntN(3))*5), line(KindLePhi, int64(w.IntN(3))*5)}
	o := &Opening{ID: "HD1", Unit: "H56.12", Lines: lines, Moment: MomentBefore}
	if w.IntN(5) > 0 {
		o.Due = dawn.Add(10 * 24 * time.Hour)
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

// later is the later of two instants.
func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// step tries one command, and appends its event if it may be done.
func (w *wander) step(a Action) (from State, e Event, err error) {
	w.n++
	w.now = w.now.Add(time.Duration(w.IntN(3)) * time.Minute)
	if a == 0 {
		a = Action(w.IntN(len(actionRows)) + 1)
	}
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

// path is a row without its conditions.
type path struct {
	From State
	On   Action
	To   State
}

// TestRowsAreTaken: the rows of the life are the ways that orders go, no more and no
// less. The walk goes on from where an order was seen before, first at random and then
// towards rows that were not taken yet.
func TestRowsAreTaken(t *testing.T) {
	type place struct {
		State
		expired bool
	}
	taken := map[path]bool{}
	pool := map[place][]wander{{StateNew, false}: {{o: &Order{}, now: dawn}}}
	random := rand.New(rand.NewPCG(7, 7))
	rows := Transitions()
	for i := range 500_000 {
		from, on := State(random.IntN(len(stateRows))+1), Action(0)
		if n := len(rows); i > 100_000 && n > 0 {
			k := random.IntN(n)
			from, on = rows[k].From, rows[k].On
			if taken[path{from, on, rows[k].To}] {
				rows[k], rows = rows[n-1], rows[:n-1]
			}
		}
		some := pool[place{from, random.IntN(2) == 0}]
		if len(some) == 0 {
			continue
		}
		w := some[random.IntN(len(some))]
		w.Rand, w.o = random, w.o.copy()
		w.o.Events = slices.Clip(w.o.Events)
		from, e, err := w.step(on)
		if err != nil {
			continue
		}
		if !balanced(e.Postings) {
			t.Fatalf("%v does not balance: %v", e, e.Postings)
		}
		taken[path{From: from, On: e.Action, To: e.To}] = true
		if len(w.o.Events) > 24 {
			continue
		}
		at := place{e.To, w.o.expired}
		if seen := pool[at]; len(seen) < 600 {
			pool[at] = append(seen, w)
		} else {
			seen[random.IntN(len(seen))] = w
		}
	}
	listed := map[path]bool{}
	for _, r := range Transitions() {
		row := path{From: r.From, On: r.On, To: r.To}
		if listed[row] {
			t.Errorf("%v from %v to %v is listed twice", r.On, r.From, r.To)
		}
		if listed[row] = true; !taken[row] {
			t.Logf("%v from %v was not seen to lead to %v", r.On, r.From, r.To)
		}
	}
	for row := range taken {
		if !listed[row] {
			t.Errorf("%v from %v leads to %v, and no row says so", row.On, row.From, row.To)
		}
	}
}
