package payment_test

import (
	"errors"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

func line(kind payment.Kind, amount string) payment.Line {
	m := payment.MustMoney(amount)
	return payment.Line{
		Name: motcua.Text{Vi: "Lệ phí"}, Kind: kind, Quantity: motcua.MustDecimal("1"), Full: m, Amount: m,
		Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw},
	}
}

// TestTakenOnce: the same callback twice is one payment, and a second one is owed back.
func TestTakenOnce(t *testing.T) {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	o := &payment.Order{}
	do := func(id string, a payment.Action, by payment.Role, d payment.Details) error {
		t.Helper()
		now = now.Add(time.Minute)
		e, err := o.Decide(&payment.Command{ID: id, Action: a, By: by, Details: d}, now)
		if err == nil {
			o.Apply(e)
		}
		return err
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(do("1", payment.ActionOpen, payment.RoleSystem, payment.Details{Opening: &payment.Opening{
		ID: "HD1", Unit: "H56.12", Moment: payment.MomentBefore, Lines: []payment.Line{line(payment.KindPhi, "20000 VND"), line(payment.KindLePhi, "5000 VND")},
	}}))
	amount := payment.MustMoney("25000 VND")
	must(do("2", payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodPortal, Amount: amount}}))
	claim := payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: amount, At: now, Code: "00", Origin: payment.OriginCallback}
	must(do("3", payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &claim}))
	again := claim
	again.Origin = payment.OriginQuery
	var repeated *payment.RepeatedError
	if err := do("4", payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &again}); !errors.As(err, &repeated) || !repeated.Same {
		t.Fatalf("the same again: %v", err)
	}
	if o.State != payment.StatePaid || o.Status().Public != payment.PublicPaid {
		t.Errorf("it is %v", o.State)
	}
	second := claim
	second.Transaction = "G2"
	must(do("5", payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &second}))
	if o.State != payment.StateOverpaid || o.Excess != amount {
		t.Errorf("it is %v with %v too much", o.State, o.Excess)
	}
	if _, faults := payment.Replay(o.Events); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestNoCommand: nothing is asked for, and all that is missing is told.
func TestNoCommand(t *testing.T) {
	if _, err := new(payment.Order).Decide(nil, time.Now()); err == nil {
		t.Error("nothing was done")
	}
}
