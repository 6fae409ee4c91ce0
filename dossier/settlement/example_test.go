package settlement_test

import (
	"context"
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// exampleDesk has a filed dossier that waits for an order.
func exampleDesk(ctx context.Context) settlement.Desk {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	log, clock := new(motcua.MemoryLog), func() time.Time { return now }
	w := &world{settlement.Desk{
		Orders: register.Register{Log: log, Clock: clock}, Dossiers: history.Store{Log: log, Clock: clock}, Unit: "H56.12",
	}, ctx}
	if err := w.file("H56.12-260302-0001"); err != nil {
		panic(err)
	}
	if err := w.Demand(ctx, order("HD0001", "H56.12-260302-0001", "5000 VND")); err != nil {
		panic(err)
	}
	if err := w.start("HD0001T1", payment.MethodPortal, "5000 VND"); err != nil {
		panic(err)
	}
	return w.Desk
}

// A claim is recorded with its order, and the dossier that waits for the order is told,
// once.
func Example() {
	ctx := context.Background()
	desk := exampleDesk(ctx)
	callback := payment.Claim{
		Reference: "HD0001T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: payment.MustMoney("5000 VND"), Origin: payment.OriginCallback,
	}
	for range 2 {
		taken, err := desk.Report(ctx, callback)
		d, _, _ := desk.Dossiers.Load(ctx, "H56.12-260302-0001")
		fmt.Println(taken.Event.To, err, d)
	}
	// Output:
	// paid <nil> dossier H56.12-260302-0001: paidToFile after 3 events
	// paid <nil> dossier H56.12-260302-0001: paidToFile after 3 events
}

// The program died after the claim was recorded. Whoever starts again recovers, and
// hears what went back since.
func ExampleDesk_Recover() {
	ctx := context.Background()
	desk := exampleDesk(ctx)
	if _, err := desk.Orders.Report(ctx, claim("HD0001T1", "G1", "5000 VND")); err != nil {
		panic(err)
	}
	gaps, err := desk.Recover(ctx, "H56.12")
	d, _, _ := desk.Dossiers.Load(ctx, "H56.12-260302-0001")
	fmt.Println(gaps, err, d.Orders[0].Payment.Amount)
	if _, err := desk.Orders.Execute(ctx, "HD0001", &payment.Command{ID: "1", Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{
		Reason: "ngân hàng không ghi có", Correction: &payment.Correction{Reference: "HD0001T1", Transaction: "G1", Amount: payment.MustMoney("0 VND")},
	}}); err != nil {
		panic(err)
	}
	gaps, _ = desk.Recover(ctx, "H56.12")
	for _, g := range gaps {
		fmt.Println(g.Order, g.Dossier, g.Kind)
	}
	// Output:
	// [] <nil> 5000 VND
	// HD0001 H56.12-260302-0001 notPaid
}

// What a dossier is told counts what was waived beside what was taken.
func ExamplePaymentOf() {
	ctx := context.Background()
	desk := exampleDesk(ctx)
	o, _, _ := desk.Orders.Load(ctx, "HD0001")
	_, paid := settlement.PaymentOf(o)
	fmt.Println(paid)
	relief := payment.Relief{Amount: payment.MustMoney("5000 VND"), Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Article: "Điều 10", Basis: motcua.BasisLaw}}
	event, err := o.Decide(&payment.Command{ID: "1", Action: payment.ActionWaive, By: payment.RoleOfficer, Details: payment.Details{Relief: &relief}}, o.Events[0].At.Add(time.Minute))
	if err != nil {
		panic(err)
	}
	o.Apply(event)
	p, paid := settlement.PaymentOf(o)
	fmt.Println(paid, p.Amount, p.Waived, p.Online == 0)
	// Output:
	// false
	// true 0 VND 5000 VND true
}

// The index asks whether there was something to pay, and whether it was paid online.
func ExampleStandingOf() {
	ctx := context.Background()
	desk := exampleDesk(ctx)
	orders, _ := desk.Orders.OfDossier(ctx, "H56.12-260302-0001")
	fmt.Printf("%+v\n", settlement.StandingOf(orders))
	if _, err := desk.Report(ctx, claim("HD0001T1", "G1", "5000 VND")); err != nil {
		panic(err)
	}
	orders, _ = desk.Orders.OfDossier(ctx, "H56.12-260302-0001")
	s := settlement.StandingOf(orders)
	fmt.Println(s.Obligation, s.Settled, s.Online() == dossier.GatewayNational)
	// Output:
	// {Obligation:true Waived:false Expired:false Settled:false Method:method(0)}
	// true true true
}
