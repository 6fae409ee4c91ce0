package register_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// story is all that a program does with one order, and what happens to a claim that
// nobody knows. It ends at the first error.
func story(ctx context.Context, r register.Register) error {
	if _, err := r.Open(ctx, opening("HD1"), payment.RoleSystem); err != nil {
		return err
	}
	if _, err := r.Execute(ctx, "HD1", attempt("HD1", 1)); err != nil {
		return err
	}
	for _, c := range []payment.Claim{claim("HD1T1", "G1"), claim("HD1T9", "G9")} {
		if _, err := r.Report(ctx, c); err != nil {
			return err
		}
	}
	list, err := r.Suspense(ctx)
	if err != nil {
		return err
	}
	return r.Explain(ctx, list[0].ID, "", "trả lại người chuyển")
}

// kept are all records of the streams that the story writes.
func kept(t *testing.T, log motcua.Log) map[string][]motcua.Record {
	all := map[string][]motcua.Record{}
	for _, stream := range []string{"order/HD1", "orders-of/H56.12-260302-0001", "orders-at/H56.12/b8", "transaction/04c9763ee49f59a3bcd4ccaa7ff19445", "order-suspense/3f"} {
		if all[stream] = records(t, log, stream); len(all[stream]) == 0 {
			t.Fatalf("nothing is kept on %s", stream)
		}
	}
	return all
}

// TestDiesAnywhere: whichever append the program dies at, done or not, doing all of it
// again comes to what is there when nothing dies.
func TestDiesAnywhere(t *testing.T) {
	ctx := context.Background()
	whole := new(motcua.MemoryLog)
	count := &dying{Log: whole}
	if err := story(ctx, register.Register{Log: count, Clock: at(morning)}); err != nil {
		t.Fatal(err)
	}
	want := kept(t, whole)
	if count.seen != 8 { // two indexes, three events of the order, its transaction, a claim in suspense and its explanation
		t.Fatalf("%d appends", count.seen)
	}
	for n := 1; n <= count.seen; n++ {
		for _, after := range []bool{false, true} {
			log := &dying{Log: new(motcua.MemoryLog), n: n, after: after}
			r := register.Register{Log: log, Clock: at(morning)}
			if err := story(ctx, r); !errors.Is(err, errDied) {
				t.Errorf("append %d: %v", n, err)
			}
			log.dead = false
			for range 2 {
				if err := story(ctx, r); err != nil {
					t.Errorf("append %d, done: %t, again: %v", n, after, err)
				}
			}
			if diff := cmp.Diff(want, kept(t, log.Log)); diff != "" {
				t.Errorf("append %d, done: %t (-want +got):\n%s", n, after, diff)
			}
		}
	}
}

// TestErrorsOfTheLog: what the Log says comes back from every call, and nothing is there
// that could be taken for an answer.
func TestErrorsOfTheLog(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: &dying{Log: new(motcua.MemoryLog), dead: true}}
	for name, call := range map[string]func() (any, error){
		"open":    func() (any, error) { e, err := r.Open(ctx, opening("HD1"), payment.RoleSystem); return e.ID != "", err },
		"execute": func() (any, error) { e, err := r.Execute(ctx, "HD1", attempt("HD1", 1)); return e.ID != "", err },
		"report": func() (any, error) {
			got, err := r.Report(ctx, claim("HD1T1", "G1"))
			return got.Order != "" || got.Known, err
		},
		"load":       func() (any, error) { o, h, err := r.Load(ctx, "HD1"); return o != nil || h != register.Head{}, err },
		"suspense":   func() (any, error) { l, err := r.Suspense(ctx); return l != nil, err },
		"explain":    func() (any, error) { return false, r.Explain(ctx, "x", "", "") },
		"of dossier": func() (any, error) { l, err := r.OfDossier(ctx, "H56.12-260302-0001"); return l != nil, err },
		"at unit":    func() (any, error) { l, err := r.AtUnit(ctx, "H56.12"); return l != nil, err },
		"verify": func() (any, error) {
			h, faults, err := r.Verify(ctx, "HD1", register.Head{})
			return h != register.Head{} || faults != nil, err
		},
	} {
		if said, err := call(); !errors.Is(err, errDied) || said != false {
			t.Errorf("%s: %v %v", name, said, err)
		}
	}
}

// TestClaimBeforeItsAttempt: a claim that comes before anybody knows of its attempt is
// in suspense, and stays there when it comes again after the attempt: then it is with
// the order as well, and the officer takes it off.
func TestClaimBeforeItsAttempt(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: at(morning)}
	early := claim("HD1T1", "G1")
	for step, prepare := range []func(){
		func() {},
		func() { must(r.Open(ctx, opening("HD1"), payment.RoleSystem))(t) },
	} {
		prepare()
		for again := range 2 {
			got, err := r.Report(ctx, early)
			if want := step+again > 0; err != nil || got.Order != "" || got.Known != want {
				t.Errorf("step %d: %+v %v", step, got, err)
			}
		}
	}
	must(r.Execute(ctx, "HD1", attempt("HD1", 1)))(t)
	if got, err := r.Report(ctx, early); err != nil || got.Order != "HD1" || got.Known || got.Event.To != payment.StatePaid {
		t.Errorf("after the attempt: %+v %v", got, err)
	}
	list := must(r.Suspense(ctx))(t)
	if len(list) != 1 || list[0].Settled || len(list[0].Postings()) != 2 {
		t.Fatalf("%+v", list)
	}
	for range 2 {
		if err := r.Explain(ctx, list[0].ID, "HD1", "đến trước lần thanh toán"); err != nil {
			t.Error(err)
		}
	}
	var other *payment.RepeatedError
	if err := r.Explain(ctx, list[0].ID, "HD2", "đến trước lần thanh toán"); !errors.As(err, &other) || other.Same {
		t.Errorf("another explanation: %v", err)
	}
	list = must(r.Suspense(ctx))(t)
	if len(list) != 1 || !list[0].Settled || list[0].Order != "HD1" || list[0].Reason == "" || len(list[0].Postings()) != 0 {
		t.Errorf("%+v", list)
	}
	if n := len(records(t, r.Log, "order-suspense/"+suspensePart(list[0].ID))); n != 2 {
		t.Errorf("%d records of suspense", n)
	}
}

// TestSuspensePostsMoneyAlone: a failure of an unknown attempt is kept, and is no money.
func TestSuspensePostsMoneyAlone(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: ticking()}
	must(r.Report(ctx, payment.Claim{Reference: "HD9T1", Outcome: payment.OutcomeFailed, Origin: payment.OriginQuery}))(t)
	must(r.Report(ctx, claim("HD9T1", "G1")))(t)
	list := must(r.Suspense(ctx))(t)
	if len(list) != 2 || list[0].Postings() == nil || len(list[0].Postings()) != 0 || len(list[1].Postings()) != 2 || !list[1].At.After(list[0].At) {
		t.Fatalf("%+v", list)
	}
	sum, err := list[1].Postings()[0].Amount.Add(list[1].Postings()[1].Amount)
	if err != nil || sum.Sign() != 0 {
		t.Errorf("%v %v", sum, err)
	}
}

// TestSuspenseCountsOnce: a callback, an answer to a query and a statement tell of one
// transaction, and a message between them that it failed: all are kept, and its sum is on
// the books once, until it is explained.
func TestSuspenseCountsOnce(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: ticking()}
	c := claim("HD9T1", "G1")
	for _, origin := range []payment.Origin{payment.OriginCallback, payment.OriginQuery, payment.OriginStatement} {
		c.Origin = origin
		must(r.Report(ctx, c))(t)
		if origin == payment.OriginCallback {
			failed := c
			failed.Outcome = payment.OutcomeFailed
			must(r.Report(ctx, failed))(t)
		}
	}
	must(r.Report(ctx, claim("HD9T1", "G2")))(t) // another sum
	posted := func() (again string, n int) {
		for _, u := range must(r.Suspense(ctx))(t) {
			again += fmt.Sprint(u.Again, " ")
			n += len(u.Postings())
		}
		return again, n
	}
	if again, n := posted(); again != "false true true true false " || n != 4 {
		t.Errorf("%s: %d postings", again, n)
	}
	if err := r.Explain(ctx, must(r.Suspense(ctx))(t)[0].ID, "", "trả lại"); err != nil {
		t.Fatal(err)
	}
	if _, n := posted(); n != 2 {
		t.Errorf("explained: %d postings", n)
	}
}

// TestCanonicalDossiers: however the code of a dossier is written, its orders are found.
func TestCanonicalDossiers(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: at(morning)}
	for i, code := range []string{"H56.12-260302-0001", "000.00.12.H56-260302-0001", "hồ sơ giấy số 7"} {
		o := opening(fmt.Sprint("HD", i))
		o.Dossier = code
		must(r.Open(ctx, o, payment.RoleSystem))(t)
	}
	free := opening("HD9")
	free.Dossier = ""
	must(r.Open(ctx, free, payment.RoleSystem))(t)
	for code, want := range map[string]int{"H56.12-260302-0001": 2, "000.00.12.H56-260302-0001": 2, "hồ sơ giấy số 7": 1, "H56.12-260302-0002": 0, "": 0} {
		if list, err := r.OfDossier(ctx, code); err != nil || len(list) != want {
			t.Errorf("%q: %v %v", code, list, err)
		}
	}
	list := must(r.AtUnit(ctx, "H56.12"))(t)
	if len(list) != 4 || list[0].ID() != "HD0" || list[3].ID() != "HD9" {
		t.Errorf("at the unit: %v", list)
	}
}

// TestRefusedOpening: an opening that is at fault or refused leaves no order.
func TestRefusedOpening(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: at(morning)}
	bad := opening("HD-1")
	var faults motcua.Faults
	if _, err := r.Open(ctx, bad, payment.RoleSystem); !errors.As(err, &faults) || faults[0].Pointer != "/id" {
		t.Error(err)
	}
	var refusal *payment.RefusalError
	if _, err := r.Open(ctx, opening("HD1"), payment.RolePayer); !errors.As(err, &refusal) {
		t.Error(err)
	}
	if list, err := r.AtUnit(ctx, "H56.12"); err != nil || len(list) != 0 { // the index holds an id without an order
		t.Errorf("%v %v", list, err)
	}
	if o, head, err := r.Load(ctx, "HD1"); err != nil || o.Version() != 0 || head != (register.Head{}) {
		t.Errorf("%v %v %v", o, head, err)
	}
	if _, err := r.Report(ctx, payment.Claim{}); !errors.As(err, &faults) {
		t.Error(err)
	}
	var none *payment.RefusalError
	if _, err := r.Execute(ctx, "HD1", attempt("HD1", 1)); !errors.As(err, &none) || none.State != payment.StateNew {
		t.Error(err)
	}
}

// TestClocksDiffer: a command of a machine whose clock is slow is recorded at the time
// of the last event, not refused and not before it.
func TestClocksDiffer(t *testing.T) {
	ctx := context.Background()
	log := new(motcua.MemoryLog)
	fast, slow := register.Register{Log: log, Clock: at(morning)}, register.Register{Log: log, Clock: at(morning.AddDate(0, 0, -1))}
	must(fast.Open(ctx, opening("HD1"), payment.RoleSystem))(t)
	e := must(slow.Execute(ctx, "HD1", attempt("HD1", 1)))(t)
	if !e.At.Equal(morning) {
		t.Error(e)
	}
	if _, faults, err := slow.Verify(ctx, "HD1", register.Head{}); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}
