package payment_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment"
)

// drawLife is the history of an order that lives at random: claims in any order, money
// that goes back and is contested, a clock that strikes.
func drawLife(t *testing.T, seed uint64) *payment.Order {
	r := rand.New(rand.NewPCG(seed, 3))
	w := drawWorld(r)
	o := w.play(t, r)
	for k := range r.IntN(20) {
		c := drawReturn(r, o, k)
		if e, err := o.Decide(&c, sundown); err == nil {
			o.Apply(e)
		}
	}
	return o
}

// written is an event as it is kept.
func written(t *testing.T, e *payment.Event) []byte {
	t.Helper()
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// reread are events that were written and read.
func reread(t *testing.T, events []payment.Event) []payment.Event {
	t.Helper()
	back := make([]payment.Event, len(events))
	for i := range events {
		text := written(t, &events[i])
		if err := json.Unmarshal(text, &back[i]); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if again := written(t, &back[i]); !bytes.Equal(text, again) {
			t.Fatalf("written %s and, once read, %s", text, again)
		}
	}
	return back
}

// TestLivesAreReread: every event of a random life comes back from what is written; the
// events make the same order again, and nothing is found against them.
func TestLivesAreReread(t *testing.T) {
	lives := uint64(1_000)
	if testing.Short() {
		lives = 200
	}
	for seed := range lives {
		o := drawLife(t, seed)
		again, faults := payment.Replay(reread(t, o.Events))
		if len(faults) > 0 {
			t.Fatalf("seed %d: %v\n%v", seed, faults, o.Events)
		}
		if again.State != o.State || again.Status() != o.Status() || again.Taken != o.Taken || again.Available() != o.Available() || !reflect.DeepEqual(balanceOf(t, again), balanceOf(t, o)) {
			t.Fatalf("seed %d: %v was written, %v read", seed, o, again)
		}
	}
}

// TestPlantedChangesAreFound: whatever is changed in one place of one event of a random
// life, it cannot be read any more or is found by Replay. The id and the time of an event
// say nothing of what happened: they are held by the chain of the log that keeps them.
func TestPlantedChangesAreFound(t *testing.T) {
	lives := uint64(60)
	if testing.Short() {
		lives = 10
	}
	unread, found := 0, 0
	for seed := range lives {
		events := drawLife(t, seed).Events
		i := int(seed*7) % len(events)
		var tree any
		d := json.NewDecoder(bytes.NewReader(written(t, &events[i])))
		d.UseNumber()
		if err := d.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		schematest.Spoil(tree, func(what string, whole any) {
			text, err := json.Marshal(whole)
			if err != nil {
				t.Fatal(err)
			}
			var e payment.Event
			if json.Unmarshal(text, &e) != nil {
				unread++
				return
			}
			e.ID, e.At = events[i].ID, events[i].At
			if len(e.Postings) == 0 && len(events[i].Postings) == 0 {
				e.Postings = events[i].Postings // none, or null
			}
			if back, err := json.Marshal(&e); err == nil && bytes.Equal(back, written(t, &events[i])) {
				return // is as it was
			}
			if _, faults := payment.Replay(slices.Replace(slices.Clone(events), i, i+1, e)); len(faults) == 0 {
				t.Errorf("seed %d, event %d, %s: nothing is found in %s", seed, i, what, text)
			}
			found++
		})
		for to := payment.StateNew; to <= payment.StateCancelledOwing; to++ {
			planted := slices.Clone(events)
			planted[i].To = to
			if _, faults := payment.Replay(planted); (len(faults) == 0) != (to == events[i].To) {
				t.Errorf("seed %d, event %d, to %v instead of %v: %v", seed, i, to, events[i].To, faults)
			}
		}
	}
	if t.Logf("%d could not be read, %d were found", unread, found); found < 1_000 && !testing.Short() {
		t.Errorf("only %d changes were tried", found)
	}
}

// TestOrdersAreShared: several may look at one order and decide on it at a time, and
// come to the same.
func TestOrdersAreShared(t *testing.T) {
	for seed := range uint64(20) {
		o := drawLife(t, seed)
		before := string(written(t, &o.Events[len(o.Events)-1]))
		c := payment.Command{ID: "shared", Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &payment.Claim{
			Reference: payment.Reference("HD1", 1), Outcome: payment.OutcomeSucceeded, Transaction: "shared", Amount: vnd(3), Origin: payment.OriginQuery}}}
		said := make([]string, 4)
		var wait sync.WaitGroup
		for k := range said {
			wait.Go(func() {
				e, err := o.Decide(&c, sundown)
				replayed, faults := payment.Replay(o.Events)
				said[k] = fmt.Sprintf("%s %v %v %v %v %v %v", written(t, &e), err, o.Status(), len(o.Journal()), o.Available(), replayed, faults)
			})
		}
		wait.Wait()
		if n := len(slices.Compact(said)); n != 1 || before != string(written(t, &o.Events[len(o.Events)-1])) {
			t.Fatalf("seed %d: %d answers: %q", seed, n, said)
		}
	}
}
