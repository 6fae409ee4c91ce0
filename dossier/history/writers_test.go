package history_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/person"
)

// gated is a Log of one writer, who stops at a gate before each Append.
type gated struct {
	motcua.Log
	gate func()
}

func (g gated) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	g.gate()
	return g.Log.Append(ctx, stream, expected, events...)
}

// outcome is what a writer was told of a command.
type outcome struct {
	c   *dossier.Command
	e   dossier.Event
	err error
}

// writer is somebody who executes commands one after another, and stops after each load
// and decision, and after each append.
type writer struct {
	next     func() (struct{}, bool)
	stop     func()
	outcomes []outcome
}

func write(log motcua.Log, retries int, commands []*dossier.Command) *writer {
	w := &writer{}
	w.next, w.stop = iter.Pull(func(yield func(struct{}) bool) {
		for _, c := range commands {
			gates := 0
			store := history.Store{Log: gated{log, func() { gates++; yield(struct{}{}) }}, Retries: retries}
			e, err := store.Execute(context.Background(), code, c, setting(9))
			w.outcomes = append(w.outcomes, outcome{c, e, err})
			if gates == 0 {
				yield(struct{}{}) // decided, and nothing to append
			}
			yield(struct{}{})
		}
	})
	return w
}

// interleavings are all orders of so many steps of two writers; true is a step of the
// second.
func interleavings(a, b int) [][]bool {
	if a == 0 || b == 0 {
		return [][]bool{slices.Repeat([]bool{a == 0}, a+b)}
	}
	var all [][]bool
	for _, rest := range interleavings(a-1, b) {
		all = append(all, append([]bool{false}, rest...))
	}
	for _, rest := range interleavings(a, b-1) {
		all = append(all, append([]bool{true}, rest...))
	}
	return all
}

// contest is what two writers do with a filed dossier at the same time.
type contest struct {
	name      string
	a, b      []*dossier.Command
	conflicts bool // there are some, if nobody decides again
}

func contests() []contest {
	type side = []*dossier.Command
	work := side{
		command(10, dossier.ActionAskSupplement, dossier.RoleCounter), command(11, dossier.ActionSupplement, dossier.RoleApplicant), command(12, dossier.ActionReceive, dossier.RoleCounter),
	}
	return []contest{
		{
			"side by side",
			side{command(10, dossier.ActionComplain, dossier.RoleApplicant), command(11, dossier.ActionCorrect, dossier.RoleCounter), command(12, dossier.ActionComplain, dossier.RoleApplicant)},
			side{command(20, dossier.ActionConfirmPayment, dossier.RoleSystem), command(21, dossier.ActionConfirmPayment, dossier.RoleSystem), command(22, dossier.ActionComplain, dossier.RoleApplicant)},
			true,
		},
		{
			"against each other", work,
			side{command(20, dossier.ActionWithdraw, dossier.RoleApplicant), command(21, dossier.ActionReopen, dossier.RoleLeader), command(22, dossier.ActionCorrect, dossier.RoleCounter)},
			true,
		},
		{
			"one order paid twice",
			side{command(10, dossier.ActionComplain, dossier.RoleApplicant), command(11, dossier.ActionConfirmPayment, dossier.RoleSystem), command(12, dossier.ActionReceive, dossier.RoleCounter)},
			side{paid(20, 11), command(21, dossier.ActionReceive, dossier.RoleCounter), command(22, dossier.ActionWithdraw, dossier.RoleApplicant)},
			true,
		},
		{"the same twice", work, work, false}, // each finds what the other did for it
	}
}

// paid is the payment of another command's order.
func paid(n, order int) *dossier.Command {
	c := command(order, dossier.ActionConfirmPayment, dossier.RoleSystem)
	c.ID = fmt.Sprint("c", n)
	return c
}

// TestTwoWriters lets two writers do three commands each, in all 924 orders of loading,
// deciding and appending: nothing is lost, nothing doubled, and who was told that
// something was done finds it done.
func TestTwoWriters(t *testing.T) {
	orders := interleavings(6, 6)
	if len(orders) != 924 {
		t.Fatalf("%d orders", len(orders))
	}
	if testing.Short() || raced {
		orders = slices.Concat(orders[:40], orders[500:540])
	}
	base := filed(t)
	for _, x := range contests() {
		for _, retries := range []int{0, 9} {
			t.Run(fmt.Sprint(x.name, ", retries ", retries), func(t *testing.T) {
				t.Parallel()
				conflicts := 0
				for _, order := range orders {
					log := copied(t, base)
					conflicts += settled(t, log, x.run(log, retries, order))
					if t.Failed() {
						t.Fatalf("in the order %v", order)
					}
				}
				if (conflicts > 0) != (x.conflicts && retries == 0) {
					t.Errorf("%d conflicts", conflicts)
				}
			})
		}
	}
}

// filed is a Log with a dossier that was filed, of which little is known.
func filed(t *testing.T) motcua.Log {
	t.Helper()
	log, c := new(motcua.MemoryLog), life()[0]
	c.Filing.Applicant.Person, c.Filing.Answers, c.Grant.Papers, c.Papers = person.Person{Name: secret}, nil, nil, nil
	if _, err := (history.Store{Log: log}).Execute(t.Context(), code, c, setting(0)); err != nil {
		t.Fatal(err)
	}
	return log
}

// copied is a Log with the same records.
func copied(t *testing.T, log motcua.Log) *motcua.MemoryLog {
	t.Helper()
	var events []motcua.Event
	for _, r := range recorded(t, log) {
		events = append(events, r.Event)
	}
	out := new(motcua.MemoryLog)
	if _, err := out.Append(t.Context(), history.StreamOf(code), 0, events...); err != nil {
		t.Fatal(err)
	}
	return out
}

// run lets both write in an order of steps.
func (x *contest) run(log motcua.Log, retries int, order []bool) []outcome {
	a, b := write(log, retries, x.a), write(log, retries, x.b)
	for _, second := range order {
		if second {
			b.next()
		} else {
			a.next()
		}
	}
	for _, w := range []*writer{a, b} { // who had to decide again has steps left
		for _, more := w.next(); more; _, more = w.next() {
		}
	}
	return slices.Concat(a.outcomes, b.outcomes)
}

// settled holds what writers were told to what is there, and counts the conflicts.
func settled(t *testing.T, log motcua.Log, outcomes []outcome) (conflicts int) {
	t.Helper()
	events := sound(t, log)
	times := map[string]int{}
	for _, e := range events {
		times[e.ID]++
	}
	wanted := map[string]bool{"c0": true}
	for _, o := range outcomes {
		var refusal *dossier.RefusalError
		var conflict *history.ConflictError
		switch {
		case o.err == nil:
			wanted[o.e.ID] = true
			i := slices.IndexFunc(events, func(e dossier.Event) bool { return e.ID == o.e.ID })
			if i < 0 || !cmp.Equal(events[i], o.e, exact) {
				t.Errorf("%v was told to be done as %v", o.c, o.e)
			}
		case errors.As(o.err, &conflict):
			conflicts++
			n := conflict.Expected
			if conflict.Ours.ID != o.c.ID || len(conflict.Theirs) == 0 || !cmp.Equal(conflict.Theirs, events[n:n+int64(len(conflict.Theirs))], exact) || !errors.Is(o.err, motcua.ErrConflict) {
				t.Errorf("%v: %v with %v and %v", o.c, o.err, conflict.Ours, conflict.Theirs)
			}
		case !errors.As(o.err, &refusal):
			t.Errorf("%v: %v", o.c, o.err)
		}
	}
	for id, n := range times {
		if n != 1 || !wanted[id] {
			t.Errorf("%s happened %d times, wanted: %t", id, n, wanted[id])
		}
	}
	if len(times) != len(wanted) {
		t.Errorf("%d events, %d were told to be done", len(times), len(wanted))
	}
	return conflicts
}

// TestManyWriters: the same with goroutines, two of which send the same commands.
func TestManyWriters(t *testing.T) {
	log := filed(t)
	const writers, each = 4, 5
	results := make([][]outcome, writers)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for i := range each {
				c := command(100*max(w, 1)+i, dossier.ActionConfirmPayment, dossier.RoleSystem) // writers 0 and 1 are one
				if i%2 == 0 {
					c = command(100*max(w, 1)+i, dossier.ActionComplain, dossier.RoleApplicant)
				}
				e, err := history.Store{Log: log, Retries: 1000}.Execute(context.Background(), code, c, setting(9))
				results[w] = append(results[w], outcome{c, e, err})
			}
		})
	}
	all.Wait()
	if settled(t, log, slices.Concat(results...)) != 0 || len(recorded(t, log)) != 1+(writers-1)*each {
		t.Errorf("%d events", len(recorded(t, log)))
	}
}
