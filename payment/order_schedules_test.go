package payment_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// schedules is how many orders of callbacks are tried: so many for each of the worlds.
const (
	worlds   = 2_000
	perWorld = 5
)

// world is an order with attempts, and what is going to be said of them.
type world struct {
	lines    []payment.Line
	attempts []payment.Attempt
	claims   []payment.Claim
	due      time.Time
}

var sundown = time.Date(2026, time.March, 3, 17, 0, 0, 0, motcua.Vietnam())

func vnd(n int) payment.Money { return payment.MustMoney(fmt.Sprint(n, " VND")) }

// drawWorld draws few transactions and few amounts, so that claims meet: twice, late,
// with another amount or currency, for a transaction of another attempt, failed after
// succeeded.
func drawWorld(r *rand.Rand) world {
	w := world{lines: []payment.Line{line(payment.KindPhi, fmt.Sprint(r.IntN(3)*5, " VND")), line(payment.KindLePhi, fmt.Sprint(1+r.IntN(4)*5, " VND"))}}
	if r.IntN(2) == 0 {
		w.due = sundown.Add(-time.Hour)
	}
	total := int(w.lines[0].Amount.Minor() + w.lines[1].Amount.Minor())
	for n := range 1 + r.IntN(3) {
		amount := total
		if r.IntN(3) == 0 {
			amount = 1 + r.IntN(total)
		}
		w.attempts = append(w.attempts, payment.Attempt{
			Reference: payment.Reference("HD1", n+1), Method: payment.Method(1 + r.IntN(6)), Amount: vnd(amount), Expires: sundown.Add(-2 * time.Hour),
		})
	}
	for range 1 + r.IntN(6) {
		a := w.attempts[r.IntN(len(w.attempts))]
		c := payment.Claim{
			Reference: a.Reference, Outcome: payment.Outcome(1 + r.IntN(4)), Transaction: fmt.Sprint("G", r.IntN(4)), Amount: a.Amount,
			At: sundown.Add(-time.Duration(r.IntN(3)) * time.Hour), Code: fmt.Sprint(r.IntN(2)), Origin: payment.Origin(1 + r.IntN(4)),
		}
		switch r.IntN(8) {
		case 0:
			c.Amount = vnd(1 + r.IntN(20))
		case 1:
			c.Amount = payment.MustMoney("1.50 USD")
		case 2, 3, 4:
			c.Outcome = payment.OutcomeSucceeded
		}
		w.claims = append(w.claims, c)
	}
	return w
}

// begin opens the order and starts all attempts: each is given up before the next, as
// gateways that answer late make it.
func (w world) begin(t *testing.T) *payment.Order {
	o := new(payment.Order)
	w.must(t, o, payment.ActionOpen, payment.RoleSystem, payment.Details{Opening: &payment.Opening{ID: "HD1", Unit: "H56.12", Lines: w.lines, Moment: payment.MomentBefore, Due: w.due}}, 0)
	for i := range w.attempts {
		w.must(t, o, payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &w.attempts[i]}, i)
		if i < len(w.attempts)-1 {
			w.must(t, o, payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{
				Reference: w.attempts[i].Reference, Outcome: payment.OutcomeCancelled, Origin: payment.OriginCallback}}, i)
		}
	}
	return o
}

func (w world) must(t *testing.T, o *payment.Order, a payment.Action, by payment.Role, d payment.Details, n int) {
	t.Helper()
	e, err := o.Decide(&payment.Command{ID: fmt.Sprint(a, n), Action: a, By: by, Details: d}, sundown.Add(-9*time.Hour))
	if err != nil {
		t.Fatalf("%v: %v", a, err)
	}
	o.Apply(e)
}

// play lets the claims come in an order of their own, some of them twice, while the
// clock tries to time attempts out and to let the order expire. Every event must balance.
func (w world) play(t *testing.T, r *rand.Rand) *payment.Order {
	o := w.begin(t)
	steps := make([]int, 0, 3*len(w.claims))
	for i := range w.claims {
		for range 1 + r.IntN(3) {
			steps = append(steps, i)
		}
	}
	r.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
	for k, i := range steps {
		c := w.claims[i]
		command := payment.Command{ID: fmt.Sprint("claim", k), Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &c}}
		e, err := o.Decide(&command, sundown)
		var repeated *payment.RepeatedError
		switch {
		case err == nil:
			o.Apply(e)
		case !errors.As(err, &repeated) || !repeated.Same:
			t.Fatalf("a claim is refused: %v", err)
		}
		if r.IntN(3) == 0 {
			w.tick(o, fmt.Sprint("t", k))
		}
	}
	w.tick(o, "end")
	return o
}

// tick is what a clock does, whether or not it is time.
func (w world) tick(o *payment.Order, id string) {
	for _, a := range w.attempts {
		if e, err := o.Decide(&payment.Command{ID: id + a.Reference, Action: payment.ActionTimeOut, By: payment.RoleSystem, Details: payment.Details{Reference: a.Reference}}, sundown); err == nil {
			o.Apply(e)
		}
	}
	if e, err := o.Decide(&payment.Command{ID: id + "expire", Action: payment.ActionExpire, By: payment.RoleSystem}, sundown); err == nil {
		o.Apply(e)
	}
}

// reckoned is what a world comes to by the words of the package comment, from the lists
// of what was asked and said, without an order of events.
type reckoned struct {
	Taken, Suspense map[string]int64 // by transaction and attempt; suspense with its currency
}

// reckon goes through every transaction of every attempt.
func (w world) reckon() reckoned {
	out := reckoned{map[string]int64{}, map[string]int64{}}
	type place struct{ transaction, reference string }
	said := map[place][]payment.Money{}
	for _, c := range w.claims {
		if c.Outcome == payment.OutcomeSucceeded {
			said[place{c.Transaction, c.Reference}] = append(said[place{c.Transaction, c.Reference}], c.Amount)
		}
	}
	fits := map[place]bool{}
	least := map[place]payment.Money{}
	for p, amounts := range said {
		a := w.attempts[slices.IndexFunc(w.attempts, func(a payment.Attempt) bool { return a.Reference == p.reference })]
		slices.SortFunc(amounts, func(x, y payment.Money) int {
			if x.Currency() != y.Currency() {
				return int(x.Currency()) - int(y.Currency())
			}
			return int(x.Minor() - y.Minor())
		})
		least[p] = amounts[0]
		switch a.Method {
		case payment.MethodTransfer, payment.MethodQR, payment.MethodCash: // what is said counts, if all say the same
			fits[p] = amounts[0] == amounts[len(amounts)-1] && amounts[0].Currency() == payment.VND
		default: // what was asked for counts
			if fits[p] = slices.Contains(amounts, a.Amount); fits[p] {
				least[p] = a.Amount
			}
		}
	}
	for p := range said {
		first := fits[p]
		for q := range said { // one transaction counts for one attempt: the first that it fits
			if q.transaction == p.transaction && fits[q] && q.reference < p.reference {
				first = false
			}
		}
		if m := least[p]; first {
			out.Taken[p.transaction+p.reference] = m.Minor()
		} else {
			out.Suspense[p.transaction+p.reference+m.Currency().String()] = m.Minor()
		}
	}
	return out
}

// standsAt is the state by plain sums, when all attempts have had their time.
func (w world) standsAt(r reckoned) payment.State {
	taken, asked := int64(0), w.lines[0].Amount.Minor()+w.lines[1].Amount.Minor()
	for _, n := range r.Taken {
		taken += n
	}
	unclear := len(r.Suspense) > 0
	switch {
	case taken < asked && !w.due.IsZero() && (taken > 0 || unclear):
		return payment.StateExpiredOwing
	case taken < asked && !w.due.IsZero():
		return payment.StateExpired
	case unclear:
		return payment.StateSuspended
	case taken > asked:
		return payment.StateOverpaid
	case taken == asked:
		return payment.StatePaid
	case taken > 0:
		return payment.StatePartlyPaid
	}
	return payment.StateAttemptFailed
}

// TestSchedulesConverge: whatever the order in which claims come, how often, and when the
// clock strikes between them, an order comes to one state, one status and one balance of
// every book, and that is what plain lists come to.
func TestSchedulesConverge(t *testing.T) {
	n := worlds
	if testing.Short() {
		n /= 10
	}
	states := map[payment.State]int{}
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 1))
		w := drawWorld(r)
		want := w.reckon()
		var first *payment.Order
		for range perWorld {
			o := w.play(t, r)
			balances := balanceOf(t, o)
			if got := w.found(o); !reflect.DeepEqual(got, want) {
				t.Fatalf("world %d: %v, by plain lists %v\n%v", seed, got, want, o.Events)
			}
			if state := w.standsAt(want); o.State != state {
				t.Fatalf("world %d: %v, by plain lists %v\n%v", seed, o.State, state, o.Events)
			}
			if _, faults := payment.Replay(o.Events); len(faults) > 0 {
				t.Fatalf("world %d: %v", seed, faults)
			}
			if first == nil {
				first = o
				states[o.State]++
				continue
			}
			if o.State != first.State || o.Status() != first.Status() || o.Taken != first.Taken || o.Excess != first.Excess || !reflect.DeepEqual(o.Sums, first.Sums) || !reflect.DeepEqual(balances, balanceOf(t, first)) {
				t.Fatalf("world %d: %v and %v\n%v\n%v", seed, o.State, first.State, o.Events, first.Events)
			}
		}
	}
	for _, s := range []payment.State{payment.StateAttemptFailed, payment.StatePartlyPaid, payment.StatePaid, payment.StateOverpaid, payment.StateSuspended, payment.StateExpired, payment.StateExpiredOwing} {
		if states[s] == 0 {
			t.Errorf("no world comes to %v: %v", s, states)
		}
	}
}

// found is what the order found, in the form of plain lists.
func (w world) found(o *payment.Order) reckoned {
	out := reckoned{map[string]int64{}, map[string]int64{}}
	for _, s := range o.Sums {
		if s.Suspense {
			out.Suspense[s.Transaction+s.Reference+s.Amount.Currency().String()] = s.Amount.Minor()
		} else {
			out.Taken[s.Transaction+s.Reference] = s.Amount.Minor()
		}
	}
	return out
}

// balanceOf adds up the journal. Every entry must add up to 0 in every currency.
func balanceOf(t *testing.T, o *payment.Order) map[string]int64 {
	t.Helper()
	books := map[string]int64{}
	for _, e := range o.Journal() {
		sums := map[payment.Currency]int64{}
		for _, p := range e.Postings {
			key := fmt.Sprint(p.Book, " ", p.Amount.Currency(), " ", uint8(p.Method), " ", uint8(p.Kind))
			if books[key] += p.Amount.Minor(); books[key] == 0 {
				delete(books, key)
			}
			sums[p.Amount.Currency()] += p.Amount.Minor()
		}
		for c, n := range sums {
			if n != 0 {
				t.Fatalf("%v does not balance: %d %v", e, n, c)
			}
		}
	}
	return books
}
