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

// TestSweep: an attempt is timed out at its instant and not before, an order expires at
// its own, what is paid does neither, and a second sweep adds nothing.
func TestSweep(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	r := register.Register{Log: new(motcua.MemoryLog), Clock: func() time.Time { return now }}
	amount := payment.MustMoney("25000 VND")
	for _, id := range []string{"HD1", "HD2", "HD3"} {
		o := opening(id)
		o.Due = now.Add(2 * time.Hour)
		_, err := r.Open(ctx, o, payment.RoleSystem)
		if err == nil && id != "HD3" {
			_, err = r.Execute(ctx, id, &payment.Command{ID: "s1", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{
				Attempt: &payment.Attempt{Reference: id + "T1", Method: payment.MethodPortal, Amount: amount, Expires: now.Add(time.Hour)}}})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	paid := payment.Claim{Reference: "HD2T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: amount, At: now, Origin: payment.OriginCallback}
	if _, err := r.Report(ctx, paid); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		wait   time.Duration
		events int
		states string
	}{
		{time.Hour - time.Second, 0, "attempted paid opened"},
		{time.Second, 1, "attemptFailed paid opened"},
		{0, 0, "attemptFailed paid opened"},
		{time.Hour, 2, "expired paid expired"},
		{time.Hour, 0, "expired paid expired"},
	} {
		now = now.Add(step.wait)
		n, err := r.Sweep(ctx, "H56.12")
		states := ""
		for _, id := range []string{"HD1", "HD2", "HD3"} {
			o, _, err := r.Load(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			states += fmt.Sprint(" ", o.State)
		}
		if n != step.events || err != nil || states != " "+step.states {
			t.Errorf("after %v: %d events, %s, want %d, %s: %v", step.wait, n, states, step.events, step.states, err)
		}
	}
	if n, err := r.Sweep(ctx, "H56.13"); n != 0 || err != nil {
		t.Error(n, err)
	}
}
