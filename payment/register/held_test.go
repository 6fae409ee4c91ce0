package register_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// spoiled is a Log whose stream begins with a record that cannot be read.
func spoiled(t testing.TB, log motcua.Log, stream string) motcua.Log {
	t.Helper()
	bad := slices.Clone(records(t, log, stream))
	bad[0].Data = []byte(`{"event":{}}`)
	return changed{log, map[string][]motcua.Record{stream: bad}}
}

// TestDamagedHolder: an order that cannot be read keeps the transactions that were written
// down for it, as nobody can tell whether it gave them up; another one takes them once it
// can be read and did.
func TestDamagedHolder(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodPortal)
	must(r.Report(ctx, claim("HD1T1", "G1")))(t)
	must(r.Execute(ctx, "HD1", found("c1", "HD1", "G1", "0 VND")))(t)
	bad := register.Register{Log: spoiled(t, r.Log, "order/HD1"), Clock: r.Clock}
	if got, err := bad.Report(ctx, claim("HD2T1", "G1")); err != nil || got.Holder != "HD1" {
		t.Fatalf("%+v %v", got, err)
	}
	if got, suspense := takenBy(t, r); !slices.Equal(got, []string{"0 VND", "0 VND"}) || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
	if n, err := r.Reconsider(ctx); n != 1 || err != nil {
		t.Errorf("mended: %d were explained: %v", n, err)
	}
	if got, _ := takenBy(t, r); !slices.Equal(got, []string{"0 VND", "25000 VND"}) {
		t.Errorf("mended: %v", got)
	}
}

// TestNoneOfIt: that no money of a transaction came for an order can always be said, though
// another one has it, and takes nothing from that one.
func TestNoneOfIt(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodPortal)
	must(r.Report(ctx, claim("HD1T1", "G1")))(t)
	must(r.Execute(ctx, "HD2", found("c1", "HD2", "G1", "0 VND")))(t)
	if got, err := r.Report(ctx, claim("HD2T1", "G1")); err != nil || got.Holder != "HD1" {
		t.Errorf("%+v %v", got, err)
	}
	if got, suspense := takenBy(t, r); !slices.Equal(got, []string{"25000 VND", "0 VND"}) || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
}

// TestFailureBeforeTheSum: a failure of a transaction that nobody knows posts nothing, and
// keeps nothing from being posted that comes of it later.
func TestFailureBeforeTheSum(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: ticking()}
	failed := claim("HD9T1", "G1")
	failed.Outcome = payment.OutcomeFailed
	for n, c := range []payment.Claim{failed, claim("HD9T1", "G1")} {
		must(r.Report(ctx, c))(t)
		list := must(r.Suspense(ctx))(t)
		if u := list[len(list)-1]; len(list) != n+1 || u.Again || len(u.Postings()) != 2*n {
			t.Errorf("%d: %v, again: %t, %v", n, u, u.Again, u.Postings())
		}
	}
}

// TestReconsiderPastDamage: an order that cannot be read does not keep what lies in
// suspense from the orders it is for, before it and after.
func TestReconsiderPastDamage(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: ticking()}
	for _, id := range []string{"HD3", "HD1", "HD2"} {
		must(r.Report(ctx, claim(id+"T1", "G"+id)))(t) // before anything of it is known
	}
	for _, id := range []string{"HD1", "HD2", "HD3"} {
		must(r.Open(ctx, opening(id), payment.RoleSystem))(t)
		must(r.Execute(ctx, id, attempt(id, 1)))(t)
	}
	r.Log = spoiled(t, r.Log, "order/HD1")
	var faults motcua.Faults
	if n, err := r.Reconsider(ctx); n != 2 || !errors.As(err, &faults) {
		t.Errorf("%d were explained: %v", n, err)
	}
	r.Log = r.Log.(changed).Log
	if n, err := r.Reconsider(ctx); n != 1 || err != nil {
		t.Errorf("mended: %d were explained: %v", n, err)
	}
}

// slow is a Log to which somebody else writes before the n-th append, counted from 1.
type slow struct {
	motcua.Log
	n     int
	first func()
}

func (s *slow) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	if s.n--; s.n == 0 {
		s.first()
	}
	return s.Log.Append(ctx, stream, expected, events...)
}

// TestExplainedMeanwhile: an officer who explains a claim while it is reconsidered has
// said why, which stays, and the other claims are looked at all the same.
func TestExplainedMeanwhile(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: ticking()}
	for _, id := range []string{"HD1", "HD2"} {
		must(r.Report(ctx, claim(id+"T1", "G"+id)))(t) // before anything of it is known
		must(r.Open(ctx, opening(id), payment.RoleSystem))(t)
		must(r.Execute(ctx, id, attempt(id, 1)))(t)
	}
	officer, first := r, must(r.Suspense(ctx))(t)[0].ID
	r.Log = &slow{Log: r.Log, n: 3, first: func() { // its transaction and its order are written
		if err := officer.Explain(ctx, first, "", "trả lại"); err != nil {
			t.Error(err)
		}
	}}
	if n, err := r.Reconsider(ctx); n != 1 || err != nil {
		t.Errorf("%d were explained: %v", n, err)
	}
	list := must(r.Suspense(ctx))(t)
	if list[0].Reason != "trả lại" || !list[1].Settled || list[1].Order != "HD2" {
		t.Errorf("%+v", list)
	}
}

// TestWrittenDownThenSomethingElse: a transaction that was written down for an order stays
// with it though something else happened to the order before it recorded the claim.
func TestWrittenDownThenSomethingElse(t *testing.T) {
	ctx := context.Background()
	log := &dying{Log: new(motcua.MemoryLog)}
	r := two(t, log, payment.MethodPortal)
	log.n, log.after = log.seen+1, true
	if _, err := r.Report(ctx, claim("HD1T1", "G1")); !errors.Is(err, errDied) {
		t.Fatal(err)
	}
	log.dead = false
	failed := claim("HD1T1", "")
	failed.Outcome = payment.OutcomeFailed
	must(r.Report(ctx, failed))(t)
	if got, err := r.Report(ctx, claim("HD2T1", "G1")); err != nil || got.Holder != "HD1" {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := r.Report(ctx, claim("HD1T1", "G1")); err != nil || got.Order != "HD1" {
		t.Errorf("it comes again: %+v %v", got, err)
	}
	if got, _ := takenBy(t, r); !slices.Equal(got, []string{"25000 VND", "0 VND"}) {
		t.Errorf("%v", got)
	}
}
