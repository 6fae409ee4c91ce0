package register_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// all runs n calls at once.
func all(n int, call func(i int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { call(i) })
	}
	wait.Wait()
}

// TestManyReporters: ten programs report the same claims at once, each in another order,
// and each its own besides. Every claim is recorded once, the money counts once, and the
// history is sound.
func TestManyReporters(t *testing.T) {
	const programs, shared = 10, 4
	ctx := context.Background()
	log := new(motcua.MemoryLog)
	r := register.Register{Log: log}
	all(programs, func(int) { // all of them open it, too
		if _, err := r.Open(ctx, opening("HD1"), payment.RoleSystem); err != nil {
			t.Error(err)
		}
	})
	must(r.Execute(ctx, "HD1", attempt("HD1", 1)))(t)
	var mu sync.Mutex
	fresh := map[string]int{} // how often somebody was told that a claim is new
	all(programs, func(i int) {
		report := func(transaction, reference string) {
			got, err := r.Report(ctx, claim(reference, transaction))
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			if !got.Known {
				fresh[reference+transaction]++
			}
		}
		for k := range shared {
			report(fmt.Sprint("G", (i+k)%shared), "HD1T1")
		}
		report(fmt.Sprint("own", i), "HD1T1")
		report("unknown", "HD1T7")
	})
	o, _, err := r.Load(ctx, "HD1")
	if err != nil || len(o.Events) != 2+shared+programs || len(o.Sums) != shared+programs {
		t.Errorf("%v, %d sums, %v", o, len(o.Sums), err)
	}
	if want := must(price.Mul(shared + programs))(t); o.Taken != want || o.State != payment.StateOverpaid {
		t.Errorf("%v taken, want %v; %v", o.Taken, want, o)
	}
	if _, faults, err := r.Verify(ctx, "HD1", register.Head{}); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
	if list, err := r.Suspense(ctx); err != nil || len(list) != 1 {
		t.Errorf("%v %v", list, err)
	}
	for name, n := range fresh {
		if n != 1 {
			t.Errorf("%s was new to %d", name, n)
		}
	}
	if len(fresh) != shared+programs+1 {
		t.Errorf("%d claims were new to somebody", len(fresh))
	}
	if list, err := r.OfDossier(ctx, "H56.12-260302-0001"); err != nil || len(list) != 1 {
		t.Errorf("%v %v", list, err)
	}
}

// TestWhoReports: what the counter says a cashier reports, all else the gateway.
func TestWhoReports(t *testing.T) {
	r := paid(t, new(motcua.MemoryLog))
	for i, origin := range []payment.Origin{payment.OriginCallback, payment.OriginQuery, payment.OriginCounter, payment.OriginStatement} {
		c := claim("HD1T1", fmt.Sprint("new", i))
		c.Origin = origin
		want := payment.RoleGateway
		if origin == payment.OriginCounter {
			want = payment.RoleCashier
		}
		if got := must(r.Report(context.Background(), c))(t); got.Event.By != want || got.Known {
			t.Errorf("%v: %v", origin, got.Event)
		}
	}
}

// TestManyCashiers: of ten who start an attempt at once one does, and the others are
// refused.
func TestManyCashiers(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog)}
	must(r.Open(ctx, opening("HD1"), payment.RoleSystem))(t)
	var mu sync.Mutex
	started := 0
	all(10, func(i int) {
		c := attempt("HD1", 1)
		c.ID = fmt.Sprint("start ", i)
		if _, err := r.Execute(ctx, "HD1", c); err == nil {
			mu.Lock()
			started++
			mu.Unlock()
		}
	})
	if o := must(first2(r.Load(ctx, "HD1")))(t); started != 1 || len(o.Tries) != 1 {
		t.Errorf("%d started, %v", started, o)
	}
}

// TestManyExplain: of ten who explain a claim at once, each otherwise, one is kept and
// told so, and the others are told that it is not theirs.
func TestManyExplain(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog)}
	must(r.Report(ctx, claim("HD9T1", "G1")))(t)
	id := must(r.Suspense(ctx))(t)[0].ID
	var mu sync.Mutex
	kept := []string{}
	all(10, func(i int) {
		reason := fmt.Sprint("lý do ", i)
		if err := r.Explain(ctx, id, "", reason); err == nil {
			mu.Lock()
			defer mu.Unlock()
			kept = append(kept, reason)
		}
	})
	if u := must(r.Suspense(ctx))(t)[0]; len(kept) != 1 || u.Reason != kept[0] || !u.Settled {
		t.Errorf("%q kept, %q stands", kept, u.Reason)
	}
}

func first2[A, B any](a A, _ B, err error) (A, error) { return a, err }
