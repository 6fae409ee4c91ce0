package register_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// TestReconsider: a claim that came before its attempt goes to its order once that is
// known, and is off the books of suspense; what nobody knows stays; again does nothing.
func TestReconsider(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	r := register.Register{Log: new(motcua.MemoryLog), Clock: func() time.Time { now = now.Add(time.Second); return now }}
	if _, err := r.Open(ctx, opening("HD1"), payment.RoleSystem); err != nil {
		t.Fatal(err)
	}
	amount := payment.MustMoney("25000 VND")
	for _, reference := range []string{"HD1T1", "HD9T1", "whoever"} {
		c := payment.Claim{Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "G" + reference, Amount: amount, At: now, Origin: payment.OriginCallback}
		if taken, err := r.Report(ctx, c); err != nil || taken.Order != "" {
			t.Fatalf("%+v %v", taken, err)
		}
	}
	if n, err := r.Reconsider(ctx); n != 0 || err != nil {
		t.Errorf("nothing is known yet, and %d were explained: %v", n, err)
	}
	start := payment.Command{ID: "s1", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{
		Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodPortal, Amount: amount}}}
	if _, err := r.Execute(ctx, "HD1", &start); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{1, 0} {
		if n, err := r.Reconsider(ctx); n != want || err != nil {
			t.Errorf("%d were explained, want %d: %v", n, want, err)
		}
	}
	o, _, err := r.Load(ctx, "HD1")
	list, bad := r.Suspense(ctx)
	if err != nil || bad != nil || o.State != payment.StatePaid || len(o.Events) != 3 || len(list) != 3 {
		t.Fatalf("%v %v %v %v", o, list, err, bad)
	}
	for i, settled := range []bool{true, false, false} {
		if u := list[i]; u.Settled != settled || (len(u.Postings()) == 0) != settled || settled && u.Order != "HD1" {
			t.Errorf("%d: %+v", i, u)
		}
	}
}

// TestAtUnit: the orders of a unit come in the order in which they were opened, whichever
// part of the index they are in, and none of another unit.
func TestAtUnit(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	r := register.Register{Log: new(motcua.MemoryLog), Clock: func() time.Time { now = now.Add(time.Second); return now }}
	const n = 300
	for i := range n {
		o := opening(fmt.Sprintf("HD%d", (i*7)%n))
		if i%3 == 0 {
			o.Unit = "H56.13"
		}
		if _, err := r.Open(ctx, o, payment.RoleSystem); err != nil {
			t.Fatal(err)
		}
	}
	list, err := r.AtUnit(ctx, "H56.12")
	if err != nil || len(list) != n-n/3 {
		t.Fatalf("%d orders: %v", len(list), err)
	}
	for i := range list[1:] {
		if list[i+1].Events[0].At.Before(list[i].Events[0].At) || list[i].Opening.Unit != "H56.12" {
			t.Fatalf("%v stands before %v", list[i], list[i+1])
		}
	}
}
