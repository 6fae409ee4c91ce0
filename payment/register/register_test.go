package register_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

func line(kind payment.Kind, amount string) payment.Line {
	m := payment.MustMoney(amount)
	return payment.Line{
		Name: motcua.Text{Vi: "Lệ phí"}, Kind: kind, Quantity: motcua.MustDecimal("1"), Full: m, Amount: m,
		Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw},
	}
}

func opening(id string) *payment.Opening {
	return &payment.Opening{
		ID: id, Dossier: "H56.12-260302-0001", Unit: "H56.12", Moment: payment.MomentBefore,
		Lines: []payment.Line{line(payment.KindPhi, "20000 VND"), line(payment.KindLePhi, "5000 VND")},
	}
}

// TestReport: a claim is recorded once, with its order or in suspense.
func TestReport(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	r := register.Register{Log: new(motcua.MemoryLog), Clock: func() time.Time { now = now.Add(time.Second); return now }}
	for range 2 { // the second adds nothing
		if _, err := r.Open(ctx, opening("HD1"), payment.RoleSystem); err != nil {
			t.Fatal(err)
		}
	}
	other := opening("HD1")
	other.Note = "khác"
	var repeated *payment.RepeatedError
	if _, err := r.Open(ctx, other, payment.RoleSystem); !errors.As(err, &repeated) || repeated.Same {
		t.Errorf("another order of the same id: %v", err)
	}
	amount := payment.MustMoney("25000 VND")
	start := payment.Command{ID: "s1", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{
		Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodPortal, Amount: amount}}}
	if _, err := r.Execute(ctx, "HD1", &start); err != nil {
		t.Fatal(err)
	}
	claim := payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: amount, At: now, Code: "00", Origin: payment.OriginCallback}
	for i := range 3 {
		taken, err := r.Report(ctx, claim)
		if err != nil || taken.Order != "HD1" || taken.Known != (i > 0) || taken.Event.To != payment.StatePaid {
			t.Errorf("%+v %v", taken, err)
		}
	}
	claim.Reference = "HD1T2"
	for i := range 2 {
		if taken, err := r.Report(ctx, claim); err != nil || taken.Order != "" || taken.Known != (i > 0) {
			t.Errorf("unknown: %+v %v", taken, err)
		}
	}
	claim.Reference = "whoever paid"
	if taken, err := r.Report(ctx, claim); err != nil || taken.Order != "" || taken.Known {
		t.Errorf("a reference that is none: %+v %v", taken, err)
	}
	list, err := r.Suspense(ctx)
	if err != nil || len(list) != 2 || len(list[0].Postings()) != 2 {
		t.Fatalf("suspense: %v %v", list, err)
	}
	for range 2 {
		if err := r.Explain(ctx, list[0].ID, "", "hoàn trả theo chứng từ 12"); err != nil {
			t.Error(err)
		}
	}
	if err := r.Explain(ctx, "x", "", ""); !errors.Is(err, register.ErrUnknown) {
		t.Error(err)
	}
	orders, err := r.OfDossier(ctx, "000.00.12.H56-260302-0001")
	if err != nil || len(orders) != 1 || orders[0].State != payment.StatePaid {
		t.Errorf("%v %v", orders, err)
	}
	head, faults, err := r.Verify(ctx, "HD1", register.Head{})
	if err != nil || len(faults) > 0 || head.Version != 3 {
		t.Errorf("%v %v %v", head, faults, err)
	}
}
