package settlement_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
)

// steps are what happens to a dossier with two orders, one of them waived in part.
func steps(w *world) []func() error {
	return []func() error{
		func() error { return w.file(code) },
		func() error { return w.Demand(w.ctx, order("HD1", code, "5000 VND", "0 VND")) },
		func() error { return w.start("HD1T1", payment.MethodPortal, "5000 VND") },
		func() error { return w.report("HD1T1", "G1", "5000 VND") },
		func() error { return w.Demand(w.ctx, order("HD2", code, "9000 VND")) },
		func() error { return w.waive("HD2", "1000 VND") },
		func() error { return w.start("HD2T1", payment.MethodGateway, "8000 VND") },
		func() error { return w.report("HD2T1", "G2", "8000 VND") },
		func() error { return w.report("HD2T1", "G2", "8000 VND") }, // again
	}
}

// kept are all records of the streams that the steps write.
func kept(t *testing.T, log motcua.Log, w *world) map[string][]motcua.Record {
	t.Helper()
	all := map[string][]motcua.Record{}
	for _, stream := range []string{"order/HD1", "order/HD2", "orders-at/H56.12/b8", "orders-at/H56.12/d2", "orders-of/H56.12-260302-0001", "dossier/H56.12-260302-0001"} {
		for rec, err := range log.Read(w.ctx, stream, 0) {
			check(t, err)
			all[stream] = append(all[stream], rec)
		}
		if len(all[stream]) == 0 {
			t.Fatalf("nothing is kept on %s", stream)
		}
	}
	return all
}

// TestDiesAnywhere: the program dies at any append, done or not. Recover alone then makes
// dossiers know what is paid, and doing again what failed, and the rest, comes to what is
// there when nothing dies: every dossier is told once.
func TestDiesAnywhere(t *testing.T) {
	whole := &dying{Log: new(motcua.MemoryLog)}
	w := at(whole)
	for i, step := range steps(w) {
		if err := step(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	want := kept(t, whole, w)
	if d := w.dossier(t, code); d.State != dossier.StatePaidToFile || w.told(t, code, "HD1") != 1 || w.told(t, code, "HD2") != 1 || whole.seen != 18 {
		t.Fatalf("%v after %d appends", d, whole.seen)
	}
	for n := 1; n <= whole.seen; n++ {
		for _, after := range []bool{false, true} {
			name := fmt.Sprintf("append %d, done: %t", n, after)
			log := &dying{Log: new(motcua.MemoryLog), n: n, after: after}
			w, died := at(log), false
			for i, step := range steps(w) {
				err := step()
				if err == nil {
					continue
				}
				if died = true; !errors.Is(err, errDied) {
					t.Errorf("%s, step %d: %v", name, i, err)
				}
				log.dead = false
				if gaps := w.gaps(t); gaps != nil {
					t.Errorf("%s: recovered but for %v", name, gaps)
				}
				w.agree(t, name)
				if err := step(); err != nil {
					t.Errorf("%s, step %d again: %v", name, i, err)
				}
			}
			if gaps := w.gaps(t); gaps != nil || !died {
				t.Errorf("%s: died: %t; gaps %v", name, died, gaps)
			}
			w.agree(t, name)
			if diff := cmp.Diff(want, kept(t, log.Log, w)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}

// agree asks that the dossier knows exactly the orders that are paid, each told once.
func (w *world) agree(t *testing.T, name string) {
	t.Helper()
	for _, id := range []string{"HD1", "HD2"} {
		_, paid := settlement.PaymentOf(w.load(t, id))
		if told := w.told(t, code, id); paid != (told == 1) || told > 1 {
			t.Errorf("%s: %s is paid: %t, and the dossier was told %d times", name, id, paid, told)
		}
	}
}

// TestManyDesks: ten desks report, recover and settle at once; the dossier is told once.
func TestManyDesks(t *testing.T) {
	w := at(new(motcua.MemoryLog))
	check(t, w.file(code))
	check(t, w.Demand(w.ctx, order("HD1", code, "5000 VND")))
	check(t, w.start("HD1T1", payment.MethodPortal, "5000 VND"))
	var wait sync.WaitGroup
	for range 10 {
		wait.Go(func() {
			if err := w.report("HD1T1", "G1", "5000 VND"); err != nil {
				t.Error(err)
			}
			if told, err := w.Settle(w.ctx, "HD1"); err != nil || !told {
				t.Error(told, err)
			}
			if gaps, err := w.Recover(w.ctx, unit); err != nil || gaps != nil {
				t.Error(gaps, err)
			}
		})
	}
	wait.Wait()
	if n := w.told(t, code, "HD1"); n != 1 {
		t.Errorf("the dossier was told %d times", n)
	}
}
