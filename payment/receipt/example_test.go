package receipt_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// A unit opens a series for each kind, and an order that is paid gets a receipt of each.
// Asking again gives the same numbers.
func Example() {
	ctx, day := context.Background(), time.Date(2026, time.August, 3, 8, 30, 0, 0, motcua.Vietnam())
	a := receipt.On(new(motcua.MemoryLog))
	var names []receipt.Name
	for _, kind := range []payment.Kind{payment.KindPhi, payment.KindLePhi} {
		s := series(kind, "AA-26E", 9999999)
		if err := a.Open(ctx, &s, day, ""); err != nil {
			log.Fatal(err)
		}
		fmt.Println(s)
		names = append(names, s.Name)
	}
	for range 2 {
		list, err := a.Issue(ctx, ask("HD0001"), names...)
		if err != nil {
			log.Fatal(err)
		}
		for _, r := range list {
			fmt.Println(r, "–", r.Words)
		}
	}
	// Output:
	// H56.12 phi 01BLP0-001 AA-26E from 0000001 to 9999999
	// H56.12 le-phi 01BLP0-001 AA-26E from 0000001 to 9999999
	// receipt 0000001 of H56.12 phi 01BLP0-001 AA-26E for 20000 VND: stands – Hai mươi nghìn đồng
	// receipt 0000001 of H56.12 le-phi 01BLP0-001 AA-26E for 5000 VND: stands – Năm nghìn đồng
	// receipt 0000001 of H56.12 phi 01BLP0-001 AA-26E for 20000 VND: stands – Hai mươi nghìn đồng
	// receipt 0000001 of H56.12 le-phi 01BLP0-001 AA-26E for 5000 VND: stands – Năm nghìn đồng
}

// desk is an allocator with a series of lệ phí, and an order of 5,000 đồng that is paid.
func desk() (*receipt.Allocator, receipt.Name, *receipt.Ask) {
	a, s, q := receipt.On(new(motcua.MemoryLog)), series(payment.KindLePhi, "AA-26E", 100), ask("HD0001")
	if err := a.Open(context.Background(), &s, q.At, ""); err != nil {
		log.Fatal(err)
	}
	q.Lines, q.Taken = q.Lines[1:2], payment.MustMoney("5000 VND")
	return a, s.Name, q
}

// issued is the desk after it issued the receipt.
func issued() (*receipt.Allocator, receipt.Name, *receipt.Ask, receipt.Receipt) {
	a, name, q := desk()
	list, err := a.Issue(context.Background(), q, name)
	if err != nil {
		log.Fatal(err)
	}
	return a, name, q, list[0]
}

// What is not paid has no receipt.
func ExampleAllocator_Issue() {
	a, name, q := desk()
	q.Taken = payment.MustMoney("4000 VND")
	_, err := a.Issue(context.Background(), q, name)
	fmt.Println(err, errors.Is(err, receipt.ErrNotPaid))
	// Output: order HD0001: 4000 VND, not 5000 VND: less was taken than the lines ask for true
}

// A wrong name: the receipt becomes void, and another one takes its place.
func ExampleAllocator_Replace() {
	ctx := context.Background()
	a, name, q, wrong := issued()
	q.Payer.Name = "Nguyễn Văn Mẫu"
	right, err := a.Replace(ctx, &wrong, q, receipt.Why{Reason: "ghi sai họ tên", At: q.At.Add(time.Hour)}, name)
	fmt.Println(right.Number, "replaces", right.Replaces.Number, err)
	all, err := a.Of(ctx, q.Order)
	for _, r := range all {
		fmt.Println(r.Number, r.Status())
	}
	fmt.Println(err)
	// Output:
	// 0000002 replaces 0000001 <nil>
	// 0000001 replaced
	// 0000002 stands
	// <nil>
}

func ExampleAllocator_Void() {
	ctx := context.Background()
	a, name, q, r := issued()
	void, err := a.Void(ctx, name, r.Number, receipt.Why{Reason: "hoàn lệ phí", At: q.At.Add(time.Hour)})
	fmt.Println(void.Status(), void.Void.Reason, err)
	again, err := a.Receipt(ctx, name, r.Number)
	fmt.Println(again, err)
	// Output:
	// void hoàn lệ phí <nil>
	// receipt 0000001 of H56.12 le-phi 01BLP0-001 AA-26E for 5000 VND: void <nil>
}

// A series is closed at the end of its year, counted and held to what must be so.
func ExampleAllocator_Verify() {
	ctx := context.Background()
	a, name, q, _ := issued()
	if err := a.Close(ctx, name, q.At.Add(time.Hour), ""); err != nil {
		log.Fatal(err)
	}
	now, err := a.State(ctx, name)
	fmt.Printf("%+v %v\n", now.Count(), err)
	kept := now.Head() // on paper, or with an auditor
	state, faults, err := a.Verify(ctx, name, kept)
	fmt.Println(state, faults.Err(), err)
	_, err = a.Issue(ctx, ask("HD0002"), name)
	fmt.Println(err)
	// Output:
	// {Issued:1 Stands:1 Void:0 Replaced:0 Left:99} <nil>
	// H56.12 le-phi 01BLP0-001 AA-26E from 0000001 to 0000100: 1 issued, 1 stand, 99 left <nil> <nil>
	// order HD0002, receipt of phi: no series can issue it
}

func ExampleOf() {
	day := time.Date(2026, time.August, 3, 8, 0, 0, 0, motcua.Vietnam())
	order := new(payment.Order)
	do := func(c payment.Command) {
		e, err := order.Decide(&c, day)
		if err != nil {
			log.Fatal(err)
		}
		order.Apply(e)
	}
	price := payment.MustMoney("5000 VND")
	do(payment.Command{ID: "1", Action: payment.ActionOpen, By: payment.RoleSystem, Details: payment.Details{
		Opening: &payment.Opening{ID: "HD0001", Unit: "H56.12", Lines: []payment.Line{line(payment.KindLePhi, "Lệ phí", "5000 VND")}, Moment: payment.MomentBefore}}})
	_, err := receipt.Of(order, day)
	fmt.Println(err)
	do(payment.Command{ID: "2", Action: payment.ActionStart, By: payment.RoleCashier, Details: payment.Details{
		Attempt: &payment.Attempt{Reference: "HD0001T1", Method: payment.MethodCash, Amount: price}}})
	do(payment.Command{ID: "3", Action: payment.ActionReport, By: payment.RoleCashier, Details: payment.Details{
		Claim: &payment.Claim{Reference: "HD0001T1", Outcome: payment.OutcomeSucceeded, Transaction: "PT1", Amount: price, At: day, Origin: payment.OriginCounter}}})
	ask, err := receipt.Of(order, day)
	fmt.Println(ask, ask.Taken, ask.Method, ask.Check().Err(), err)
	// Output:
	// order HD0001: 0 VND, not 5000 VND: less was taken than the lines ask for
	// receipts of order HD0001 5000 VND cash <nil> <nil>
}

func ExampleReplay() {
	s := series(payment.KindPhi, "AA-26E", 100)
	day := time.Date(2026, time.August, 3, 8, 0, 0, 0, motcua.Vietnam())
	events := []receipt.Event{
		{ID: "open", Action: receipt.ActionOpen, At: day, Series: &s},
		{ID: "void/0000001", Action: receipt.ActionVoid, At: day, Void: &receipt.Voiding{Number: "0000001", Reason: "sai"}},
	}
	state, faults := receipt.Replay(events)
	fmt.Println(state.Count().Left, faults)
	fmt.Println(receipt.Fold(events[:1]))
	// Output:
	// 100 /1/void/number: PAY-RCP-15: not a receipt of this series that stands
	// H56.12 phi 01BLP0-001 AA-26E from 0000001 to 0000100: 0 issued, 0 stand, 100 left
}

func ExampleParseReceipt() {
	_, faults := receipt.ParseReceipt([]byte(`{"number":"0000001"}`))
	fmt.Println(len(faults), faults[0].Code)
	_, faults = receipt.ParseEvent([]byte(`{"id":"close","action":"close","at":"2026-12-31T17:00:00+07:00"}`))
	fmt.Println(faults.Err())
	for _, d := range receipt.Documents() {
		fmt.Println(d.Name)
	}
	// Output:
	// 11 DOC-MEMBER-03
	// <nil>
	// receipt
	// receiptEvent
}

func ExampleReceipt_WriteHTML() {
	_, _, _, r := issued()
	bare := r.Redacted()
	var page strings.Builder
	if err := bare.WriteHTML(&page); err != nil {
		log.Fatal(err)
	}
	for _, text := range strings.Split(page.String(), "\n") {
		if strings.Contains(text, "<h1>") || strings.Contains(text, "bằng chữ") || strings.Contains(text, "Người nộp tiền:") {
			fmt.Fprintln(os.Stdout, text)
		}
	}
	fmt.Println(r.Check().Err(), r.Ref().Number, receipt.PersonalFields())
	// Output:
	// <h1>Biên lai thu lệ phí</h1>
	// <p>Người nộp tiền: <b>……………………</b></p>
	// <p>Số tiền bằng chữ: <b>Năm nghìn đồng</b></p>
	// <nil> 0000001 [/payer/name /payer/id /payer/address /collector /void/reason]
}

func ExampleRules() {
	for _, r := range receipt.Rules() {
		if r.ID == "number" {
			fmt.Println(r.Valid, r.Digits, r.Source)
		}
	}
	fmt.Println(receipt.Title(payment.KindPhi).Vi)
	fmt.Println(receipt.StreamOf(receipt.Name{Unit: "H56.12", Kind: payment.KindPhi, Form: "01BLP0-001", Symbol: "AA/26E"}))
	s := series(payment.KindPhi, "AA-26E", 100)
	fmt.Println(s.Number(7), s.Check().Err())
	// Output:
	// [2022-07-01, 2026-07-01) 7 123/2020/NĐ-CP, Điều 32 (assumed)
	// [2026-07-01, ..) 8 254/2026/NĐ-CP, Điều 23 khoản 2 điểm c (law)
	// Biên lai thu phí
	// receipts/H56.12/phi/01BLP0-001/AA%2F26E
	// 0000007 <nil>
}
