package facts_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring/facts"
)

// The orders of a dossier say from when to when it counts as paid online, whatever its
// message says: here it was paid on 4 March, and the fee was given back on 10 March.
func ExampleRegister_Orders() {
	register, err := facts.NewRegister(nil)
	if err != nil {
		log.Fatal(err)
	}
	const code = "H44.60-260302-0001"
	register.Message(&npsp.Brief{Kind: npsp.KindDossier, Dossier: []byte(code), Received: 20260302080000, Payment: npsp.CodeAbsent})

	order, fee := new(payment.Order), payment.MustMoney("25000 VND")
	do := func(day int, action payment.Action, by payment.Role, d payment.Details) {
		event, err := order.Decide(&payment.Command{ID: fmt.Sprint(day), Action: action, By: by, Details: d}, time.Date(2026, 3, day, 9, 0, 0, 0, motcua.Vietnam()))
		if err != nil {
			log.Fatal(err)
		}
		order.Apply(event)
	}
	do(2, payment.ActionOpen, payment.RoleSystem, payment.Details{Opening: &payment.Opening{
		ID: "HD1", Dossier: code, Unit: "H44.60", Moment: payment.MomentBefore, Lines: []payment.Line{{
			Name: motcua.Text{Vi: "Lệ phí"}, Kind: payment.KindLePhi, Quantity: motcua.MustDecimal("1"), Full: fee, Amount: fee,
			Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw},
		}},
	}})
	do(3, payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodPortal, Amount: fee}})
	do(4, payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{
		Reference: "HD1T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: fee, Origin: payment.OriginCallback,
	}})
	do(9, payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "rút hồ sơ", Refund: &payment.Refund{ID: "R1", Amount: fee, Available: fee, Method: payment.MethodPortal}})
	do(10, payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "R1", Outcome: payment.OutcomeSucceeded}})

	id, err := register.Orders(code, []*payment.Order{order})
	if err != nil {
		log.Fatal(err)
	}
	table, rows := register.Rows(id, nil)
	for i := range rows {
		since := "from the first"
		if i > 0 {
			since = "from " + time.Unix(rows[i].Since, 0).UTC().Format(time.DateOnly)
		}
		names := register.Names()
		fmt.Println(since, "feeDue", names.Value(&rows[i], table, "feeDue"), "paidOnline", names.Value(&rows[i], table, "paidOnline"))
	}
	_, err = register.Orders("H44.60-260302-0002", []*payment.Order{order})
	fmt.Println(err)
	// Output:
	// from the first feeDue false paidOnline false
	// from 2026-03-02 feeDue true paidOnline false
	// from 2026-03-04 feeDue true paidOnline true
	// from 2026-03-10 feeDue true paidOnline false
	// order "HD1": it is no order of this dossier
}
