package receipt_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

var errCrash = errors.New("the program died")

// crashing is a Log that dies at some appends, before they are done or after.
type crashing struct {
	motcua.Log
	mu   sync.Mutex
	dies func() (before, after bool)
}

func (l *crashing) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	l.mu.Lock()
	before, after := l.dies()
	l.mu.Unlock()
	if before {
		return 0, errCrash
	}
	version, err := l.Log.Append(ctx, stream, expected, events...)
	if err == nil && after {
		return 0, errCrash
	}
	return version, err
}

// dice dies before or after one append in three.
func dice(seed uint64) func() (bool, bool) {
	r := rand.New(rand.NewPCG(seed, 7))
	return func() (bool, bool) {
		n := r.IntN(6)
		return n == 0, n == 1
	}
}

// kinds are those that have receipts.
var kinds = []payment.Kind{payment.KindPhi, payment.KindLePhi}

// shelf opens several series of each kind.
func shelf(t testing.TB, log motcua.Log, lasts ...int64) (names []receipt.Name) {
	t.Helper()
	a := receipt.On(log)
	for i, last := range lasts {
		for _, k := range kinds {
			s := series(k, fmt.Sprintf("A%c-26E", 'A'+rune(i)), last)
			if err := a.Open(ctx, &s, morning, ""); err != nil {
				t.Fatal(err)
			}
			names = append(names, s.Name)
		}
	}
	return names
}

// stands counts for each order and kind the receipts that stand, in all series, and holds
// every series to a naive reading.
func stands(t testing.TB, log motcua.Log, names []receipt.Name) map[string]int {
	t.Helper()
	count := map[string]int{}
	for _, n := range names {
		for order := range audit(t, log, n) {
			count[fmt.Sprint(order, " ", n.Kind)]++
		}
	}
	return count
}

// TestWriters: ten programs issue for the same orders at once, each in an order of its
// own, with an allocator of its own or one that several share, on a Log that dies at one
// append in three. No number is left out or used twice, and every order has exactly one
// receipt of each kind, which all of them were given.
func TestWriters(t *testing.T) {
	const writers = 10
	orders := 30
	if testing.Short() {
		orders = 12
	}
	for _, shared := range []bool{false, true} {
		store := new(motcua.MemoryLog)
		names := shelf(t, store, 7, 1, 11, 100)
		log := &crashing{Log: store, dies: dice(1)}
		one := receipt.On(log)
		got := make([]map[string]string, writers)
		var group sync.WaitGroup
		var crashes atomic.Int64
		for w := range writers {
			group.Go(func() {
				a := one
				if !shared {
					a = receipt.On(log)
				}
				got[w] = map[string]string{}
				for _, i := range rand.New(rand.NewPCG(uint64(w), 1)).Perm(orders) {
					order := fmt.Sprint("HD", i)
					list, err := a.Issue(ctx, ask(order), names...)
					for errors.Is(err, errCrash) {
						crashes.Add(1)
						if !shared { // the program starts again and knows nothing
							a = receipt.On(log)
						}
						list, err = a.Issue(ctx, ask(order), names...)
					}
					if err != nil {
						t.Errorf("%s: %v", order, err)
						return
					}
					for _, r := range list {
						got[w][fmt.Sprint(order, " ", r.Kind)] = r.Symbol + " " + r.Number
					}
				}
			})
		}
		group.Wait()
		count := stands(t, store, names)
		if len(count) != 2*orders || crashes.Load() == 0 {
			t.Errorf("%d receipts, %d crashes", len(count), crashes.Load())
		}
		for of, n := range count {
			if n != 1 {
				t.Errorf("%s has %d", of, n)
			}
			for w := range got {
				if got[w][of] == "" || got[w][of] != got[0][of] {
					t.Errorf("%s: writer %d was given %q, another %q", of, w, got[w][of], got[0][of])
				}
			}
		}
	}
}

// TestDieAnywhere: whatever is done dies before or after each of its appends in turn, and
// somebody who knows nothing does it again: all comes to the same. At no time do two
// receipts of an order stand.
func TestDieAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("nothing runs at once")
	}
	for _, after := range []bool{false, true} {
		for at := 1; ; at++ {
			store := new(motcua.MemoryLog)
			names := shelf(t, store, 1, 5) // the second order goes on to the second series
			n := 0
			log := &crashing{Log: store, dies: func() (bool, bool) { n++; return n == at && !after, n == at && after }}
			story(t, log, store, names)
			count := stands(t, store, names)
			if len(count) != 4 || count["HD1 phi"] != 1 || count["HD2 phi"] != 1 {
				t.Fatalf("dead at %d, after %v: %v", at, after, count)
			}
			list, err := receipt.On(store).Of(ctx, "HD1")
			if err != nil || len(list) != 3 || list[2].Number != "0000002" || list[2].Symbol != "AB-26E" || *list[0].Void.By != list[2].Ref() {
				t.Fatalf("dead at %d, after %v: %s, %v", at, after, toJSON(t, list), err)
			}
			if n < at {
				if at < 9 {
					t.Fatalf("only %d appends", at)
				}
				break
			}
		}
	}
}

// story issues for two orders and replaces a receipt, each again until it is done.
func story(t *testing.T, log, store motcua.Log, names []receipt.Name) {
	t.Helper()
	again := func(do func(*receipt.Allocator) error) {
		t.Helper()
		err := do(receipt.On(log))
		for errors.Is(err, errCrash) {
			for of, n := range stands(t, store, names) {
				if n > 1 {
					t.Fatalf("%s has %d meanwhile", of, n)
				}
			}
			err = do(receipt.On(log))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var list []receipt.Receipt
	for _, order := range []string{"HD1", "HD2"} {
		again(func(a *receipt.Allocator) (err error) {
			got, err := a.Issue(ctx, ask(order), names...)
			if order == "HD1" {
				list = got
			}
			return err
		})
	}
	again(func(a *receipt.Allocator) error {
		_, err := a.Replace(ctx, &list[0], ask("HD1"), receipt.Why{Reason: "sai", At: morning}, names...)
		return err
	})
}

// TestRandomLives: whatever is issued, voided, replaced and closed, in whatever order and
// however often the Log dies, no number is left out or used twice, no order has two
// receipts of a kind that stand, and what is issued can be read and is sound.
func TestRandomLives(t *testing.T) {
	if testing.Short() {
		t.Skip("nothing runs at once")
	}
	rapid.Check(t, func(r *rapid.T) {
		store := new(motcua.MemoryLog)
		names := shelf(t, store, int64(rapid.IntRange(1, 4).Draw(r, "first")), int64(rapid.IntRange(1, 4).Draw(r, "second")), 50)
		log := &crashing{Log: store, dies: dice(rapid.Uint64().Draw(r, "seed"))}
		a, now := receipt.On(log), morning
		for range rapid.IntRange(1, 30).Draw(r, "steps") {
			order := rapid.SampledFrom([]string{"A", "B", "C", "D", "E"}).Draw(r, "order")
			now = now.Add(time.Minute)
			q := ask(order)
			q.At = now
			why := receipt.Why{Reason: "sai", At: now}
			all, err := receipt.On(store).Of(ctx, order)
			if err != nil {
				r.Fatal(err)
			}
			switch do := rapid.SampledFrom([]string{"issue", "issue", "void", "replace", "close", "restart"}).Draw(r, "do"); {
			case do == "issue":
				_, err = a.Issue(ctx, q, names...)
			case do == "void" && len(all) > 0:
				x := rapid.SampledFrom(all).Draw(r, "receipt")
				_, err = a.Void(ctx, x.Name, x.Number, why)
			case do == "replace" && len(all) > 0:
				x := rapid.SampledFrom(all).Draw(r, "receipt")
				_, err = a.Replace(ctx, &x, q, why, names...)
			case do == "close":
				err = a.Close(ctx, rapid.SampledFrom(names[:4]).Draw(r, "series"), now, "")
			case do == "restart":
				a = receipt.On(log)
			}
			if err != nil && !errors.Is(err, errCrash) && !errors.Is(err, receipt.ErrUnknown) {
				r.Fatal(err)
			}
		}
		check(t, r, store, names)
	})
}

// check holds what a random life came to against a naive reading.
func check(t *testing.T, r *rapid.T, store motcua.Log, names []receipt.Name) {
	for of, n := range stands(t, store, names) {
		if n != 1 {
			r.Fatalf("%s has %d", of, n)
		}
	}
	var issued, read []string
	for _, n := range names {
		state, err := receipt.On(store).State(ctx, n)
		if err != nil {
			r.Fatal(err)
		}
		for _, slot := range state.Slots {
			issued = append(issued, fmt.Sprint(n, slot.Number, slot.Order, slot.Total))
		}
	}
	for _, order := range []string{"A", "B", "C", "D", "E"} {
		all, err := receipt.On(store).Of(ctx, order)
		if err != nil {
			r.Fatal(err)
		}
		for i := range all {
			if faults := all[i].Check(); faults.Err() != nil {
				r.Fatalf("%v: %v", all[i], faults)
			}
			read = append(read, fmt.Sprint(all[i].Name, all[i].Number, all[i].Order, all[i].Total))
		}
	}
	slices.Sort(issued)
	slices.Sort(read)
	if !slices.Equal(issued, read) {
		r.Fatalf("the series have %q, the orders %q", issued, read)
	}
}
