package register_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// exampleRegister holds an order on which an attempt is under way.
func exampleRegister(ctx context.Context) register.Register {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	r := register.Register{Log: new(motcua.MemoryLog), Clock: func() time.Time { return now }}
	if _, err := r.Open(ctx, opening("HD0001"), payment.RoleSystem); err != nil {
		panic(err)
	}
	if _, err := r.Execute(ctx, "HD0001", attempt("HD0001", 1)); err != nil {
		panic(err)
	}
	return r
}

// A gateway says twice that money came, and then speaks of an attempt that nobody knows.
// Every claim is recorded before it is acknowledged, and once.
func Example() {
	ctx := context.Background()
	r := exampleRegister(ctx)
	for _, reference := range []string{"HD0001T1", "HD0001T1", "HD0002T1"} {
		taken, err := r.Report(ctx, claim(reference, "G1"))
		if err != nil {
			fmt.Println("not acknowledged:", err)
			continue
		}
		if taken.Order == "" {
			fmt.Println(reference, "in suspense")
			continue
		}
		fmt.Println(taken.Order, taken.Event.To, "known:", taken.Known)
	}
	unknown, _ := r.Suspense(ctx)
	for _, u := range unknown {
		fmt.Println(u.Claim.Reference, u.Claim.Amount, u.Postings()[1].Book)
	}
	orders, _ := r.OfDossier(ctx, "H56.12-260302-0001")
	fmt.Println(orders[0])
	// Output:
	// HD0001 paid known: false
	// HD0001 paid known: true
	// HD0002T1 in suspense
	// HD0002T1 25000 VND suspense
	// order HD0001: paid after 3 events
}

// A head that is kept elsewhere, as on a receipt, proves later that nothing was changed
// since.
func ExampleRegister_Verify() {
	ctx := context.Background()
	r := exampleRegister(ctx)
	kept, _, _ := r.Verify(ctx, "HD0001", register.Head{})
	if _, err := r.Report(ctx, claim("HD0001T1", "G1")); err != nil {
		panic(err)
	}
	now, faults, err := r.Verify(ctx, "HD0001", kept)
	fmt.Println(kept.Version, now.Version, len(faults), err)
	kept.Hash = strings.Repeat("0", 64)
	_, faults, _ = r.Verify(ctx, "HD0001", kept)
	fmt.Println(faults)
	// Output:
	// 2 3 0 <nil>
	// /version/2: PAY-REG-04: not the history of the head that was kept
}

// An order is written as its history, and read by the same rows that decided it.
// Heads of suspense that were kept elsewhere tell later whether anything was removed.
func ExampleRegister_VerifySuspense() {
	ctx := context.Background()
	orders := exampleRegister(ctx)
	claim := payment.Claim{Reference: "HD7777T1", Outcome: payment.OutcomeSucceeded, Transaction: "G9", Amount: payment.MustMoney("25000 VND"), Origin: payment.OriginCallback}
	if _, err := orders.Report(ctx, claim); err != nil { // no order explains it
		panic(err)
	}
	kept, _, err := orders.VerifySuspense(ctx, nil)
	if err != nil {
		panic(err)
	}
	orders.Log = new(motcua.MemoryLog) // all is lost
	_, faults, err := orders.VerifySuspense(ctx, kept)
	fmt.Println(len(kept), faults[0].Code, faults[0].Message.En, err)
	// Output:
	// 1 PAY-REG-04 not the history of the head that was kept <nil>
}

// A transaction that is told of two orders is taken by the first. For the second it lies in
// suspense, and no đồng of it is on the books twice.
func ExampleHeldError() {
	ctx := context.Background()
	orders := exampleRegister(ctx)
	if _, err := orders.Open(ctx, opening("HD0002"), payment.RoleSystem); err != nil {
		panic(err)
	}
	if _, err := orders.Execute(ctx, "HD0002", attempt("HD0002", 1)); err != nil {
		panic(err)
	}
	for _, reference := range []string{"HD0001T1", "HD0002T1"} {
		taken, err := orders.Report(ctx, claim(reference, "G1"))
		fmt.Printf("%s: order %q, holder %q, %v\n", reference, taken.Order, taken.Holder, err)
	}
	list, err := orders.Suspense(ctx)
	fmt.Println(len(list), len(list[0].Postings()), err)
	correction := payment.Correction{Reference: "HD0002T1", Transaction: "G1", Amount: payment.MustMoney("25000 VND")}
	_, err = orders.Execute(ctx, "HD0002", &payment.Command{
		ID: "c1", Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{Reason: "theo sao kê", Correction: &correction},
	})
	var held *register.HeldError
	fmt.Println(errors.As(err, &held), err)
	// Output:
	// HD0001T1: order "HD0001", holder "", <nil>
	// HD0002T1: order "", holder "HD0001", <nil>
	// 1 0 <nil>
	// true the transaction is on the books of order "HD0001"
}

func ExampleOf() {
	ctx := context.Background()
	o, _, err := exampleRegister(ctx).Load(ctx, "HD0001")
	if err != nil {
		panic(err)
	}
	text, err := json.Marshal(register.Of(o))
	if err != nil {
		panic(err)
	}
	read, faults := register.ParseOrder(text)
	fmt.Println(read, len(faults))
	// Output:
	// order HD0001: attempted after 2 events 0
}

func ExampleParseOrder() {
	_, faults := register.ParseOrder([]byte(`{"order": "HD0001", "events": [], "paid": true}`))
	fmt.Println(faults)
	// Output:
	// line 1: /paid: DOC-MEMBER-02: unknown member
}

func ExampleParseEvent() {
	ctx := context.Background()
	o, _, err := exampleRegister(ctx).Load(ctx, "HD0001")
	if err != nil {
		panic(err)
	}
	text, err := json.Marshal(register.EventLine{Order: o.ID(), Event: o.Events[1]})
	if err != nil {
		panic(err)
	}
	line, faults := register.ParseEvent(text)
	fmt.Println(line.Order, line.Event, len(faults))
	// Output:
	// HD0001 2026-03-02T09:00:00+07:00 start by payer: attempted 0
}

func ExampleParseOpening() {
	_, faults := register.ParseOpening([]byte(`{"id": "HD-0001", "unit": "H56.12", "moment": "before", "lines": []}`))
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	// Output:
	// /id PAY-ORD-01 an id is 1 to 24 ASCII letters and digits
	// /lines PAY-ORD-02 there are no lines
}

func ExampleParseClaim() {
	c, faults := register.ParseClaim([]byte(`{"reference": "HD0001T1", "outcome": "succeeded", "transaction": "G1",
		"amount": {"amount": "25000", "currency": "VND"}, "code": "00", "origin": "callback"}`))
	fmt.Println(c.Reference, c.Outcome, c.Amount, len(faults))
	// Output:
	// HD0001T1 succeeded 25000 VND 0
}

func ExampleParseEntry() {
	_, faults := register.ParseEntry([]byte(`{"order": "HD0001", "version": 3, "at": "2026-03-02T09:00:00+07:00", "action": "report", "postings": [
		{"book": "clearing", "method": "portal", "amount": {"amount": "25000", "currency": "VND"}},
		{"book": "receivable", "amount": {"amount": "-24000", "currency": "VND"}}]}`))
	fmt.Println(faults)
	// Output:
	// line 1: /postings: PAY-REG-06: the postings add up to 1000 VND
}

func ExampleDocuments() {
	for _, d := range register.Documents() {
		fmt.Println(d.Name)
	}
	// Output:
	// order
	// orderEvent
	// journalEntry
	// orderOpening
	// claim
}

func ExampleStreamOf() {
	fmt.Println(register.StreamOf("HD0001"))
	// Output:
	// order/HD0001
}
