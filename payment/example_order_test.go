package payment_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// An order is opened with the lines of a quote, paid through the national portal, paid
// again by mistake, and what was too much goes back. A message that comes twice is one
// payment.
func Example_order() {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	order := new(payment.Order)
	do := func(c payment.Command) {
		now = now.Add(time.Minute)
		event, err := order.Decide(&c, now)
		if err != nil {
			fmt.Println(err)
			return
		}
		order.Apply(event) // once it was appended
		fmt.Printf("%v: %v\n", event.Action, order.State)
	}
	do(payment.Command{ID: "1", Action: payment.ActionOpen, By: payment.RoleSystem, Details: payment.Details{Opening: &payment.Opening{
		ID: "HD0001", Unit: "H56.12", Moment: payment.MomentBefore,
		Lines: []payment.Line{line(payment.KindPhi, "20000 VND"), line(payment.KindLePhi, "5000 VND")},
	}}})
	do(payment.Command{ID: "2", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &payment.Attempt{
		Reference: payment.Reference("HD0001", 1), Method: payment.MethodPortal, Amount: order.Rest(),
	}}})
	callback := payment.Claim{
		Reference: "HD0001T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: payment.MustMoney("25000 VND"), Code: "00", Origin: payment.OriginCallback,
	}
	do(payment.Command{ID: "3", Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &callback}})
	do(payment.Command{ID: "4", Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &callback}}) // again
	second := callback
	second.Transaction = "G2"
	do(payment.Command{ID: "5", Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &second}})
	do(payment.Command{ID: "6", Action: payment.ActionRefund, By: payment.RoleOfficer, Details: payment.Details{Reason: "nộp hai lần", Refund: &payment.Refund{
		ID: "R1", Amount: order.Excess, Available: order.Available(), Method: payment.MethodPortal,
	}}})
	do(payment.Command{ID: "7", Action: payment.ActionSettleRefund, By: payment.RoleGateway, Details: payment.Details{Settlement: &payment.Settlement{ID: "R1", Outcome: payment.OutcomeSucceeded}}})
	fmt.Println("taken", order.Taken, "gone back", order.Refunded, "to be paid", order.Rest())
	// Output:
	// open: opened
	// start: attempted
	// report: paid
	// command "4" was done already
	// report: overpaid
	// refund: refunding
	// settleRefund: partlyRefunded
	// taken 50000 VND gone back 25000 VND to be paid 0 VND
}

// exampleOrder is an order for 25000 đồng on which an attempt is under way.
func exampleOrder() *payment.Order {
	order := new(payment.Order)
	for _, c := range []payment.Command{
		{ID: "1", Action: payment.ActionOpen, By: payment.RoleSystem, Details: payment.Details{Opening: &payment.Opening{
			ID: "HD0001", Dossier: "H56.12-260302-0001", Unit: "H56.12", Moment: payment.MomentBefore,
			Lines: []payment.Line{line(payment.KindPhi, "20000 VND"), line(payment.KindLePhi, "5000 VND")},
		}}},
		{ID: "2", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &payment.Attempt{
			Reference: "HD0001T1", Method: payment.MethodPortal, Amount: payment.MustMoney("25000 VND"),
		}}},
	} {
		event, err := order.Decide(&c, morning)
		if err != nil {
			panic(err)
		}
		order.Apply(event)
	}
	return order
}

// exampleClaim is a command that reports what came of the attempt.
func exampleClaim(outcome payment.Outcome) *payment.Command {
	return &payment.Command{ID: "callback " + outcome.String(), Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &payment.Claim{
		Reference: "HD0001T1", Outcome: outcome, Transaction: "G1", Amount: payment.MustMoney("25000 VND"), At: morning, Origin: payment.OriginCallback,
	}}}
}

// A command that may not be done is refused with all that stands against it.
func ExampleOrder_Decide() {
	order := exampleOrder()
	_, err := order.Decide(&payment.Command{ID: "3", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &payment.Attempt{
		Reference: "HD0001T2", Method: payment.MethodCash, Amount: payment.MustMoney("30000 VND"),
	}}}, morning)
	fmt.Println(err)
	var refusal *payment.RefusalError
	if errors.As(err, &refusal) {
		for _, g := range refusal.Grounds {
			fmt.Println(g.Code, g.Text.Vi)
		}
	}
	// Output:
	// order HD0001: start by payer in state attempted: this state does not take the action
	// state không làm được ở trạng thái này
}

// The public is told in a few words where an order stands, whether that is the end of
// it, and whether the payer may try again.
func ExampleOrder_Status() {
	order := exampleOrder()
	for _, outcome := range []payment.Outcome{payment.OutcomeCancelled, payment.OutcomeFailed, payment.OutcomeSucceeded} {
		s := order.Status()
		fmt.Println(s.Public, s.Finished, s.CanRetry, s.Code, s.Text.En)
		event, err := order.Decide(exampleClaim(outcome), morning)
		if err != nil {
			panic(err)
		}
		order.Apply(event)
	}
	fmt.Println(order.Status().Public, order.Status().Text.Vi)
	// Output:
	// pending false false  An attempt is under way
	// failed false true cancelledByPayer The attempt failed
	// failed false true declined The attempt failed
	// paid Đã thanh toán
}

// Every event says what it did to the books; what one event posts adds up to 0.
func ExampleOrder_Journal() {
	order := exampleOrder()
	event, err := order.Decide(exampleClaim(payment.OutcomeSucceeded), morning)
	if err != nil {
		panic(err)
	}
	order.Apply(event)
	for _, entry := range order.Journal() {
		fmt.Println(entry.Version, entry.Action)
		for _, p := range entry.Postings {
			name := p.Book.String()
			if p.Kind != 0 {
				name += " " + p.Kind.String()
			}
			if p.Method != 0 {
				name += " " + p.Method.String()
			}
			fmt.Printf("  %-15s %11v\n", name, p.Amount)
		}
	}
	// Output:
	// 1 open
	//   receivable        25000 VND
	//   revenue phi      -20000 VND
	//   revenue le-phi    -5000 VND
	// 3 report
	//   receivable       -25000 VND
	//   clearing portal   25000 VND
}

// What was taken through the national portal counts as paid online, and does not any
// more once all of it went back.
func ExampleOrder_Online() {
	order := exampleOrder()
	_, online := order.Online()
	fmt.Println(online)
	event, err := order.Decide(exampleClaim(payment.OutcomeSucceeded), morning)
	if err != nil {
		panic(err)
	}
	order.Apply(event)
	fmt.Println(order.Online())
	// Output:
	// false
	// portal true
}

// A history is held to the rows: here somebody made more of a payment than came.
func ExampleReplay() {
	order := exampleOrder()
	event, err := order.Decide(exampleClaim(payment.OutcomeSucceeded), morning)
	if err != nil {
		panic(err)
	}
	claim := *event.Claim
	claim.Amount, event.Claim = payment.MustMoney("99000 VND"), &claim
	order.Apply(event)
	_, faults := payment.Replay(order.Events)
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	// Output:
	// /2/fingerprint PAY-HIS-05 not that of what the event says
	// /2/postings PAY-HIS-06 not what the event posts
	// /2/to PAY-HIS-04 leads to suspended, not to paid
}

// An order is its history and nothing else.
func ExampleFold() {
	order := exampleOrder()
	fmt.Println(payment.Fold(order.Events))
	fmt.Println(payment.Fold(order.Events[:1]))
	fmt.Println(payment.Fold(nil))
	// Output:
	// order HD0001: attempted after 2 events
	// order HD0001: opened after 1 events
	// order: new after 0 events
}

// Events show nobody when they are printed. For an export, what identifies a person is
// taken out.
func ExampleOrder_Public() {
	opening := soundOpening()
	opening.Payer = payment.Payer{Name: "Nguyễn Thị Mẫu", ID: "001000000000"}
	order := new(payment.Order)
	event, err := order.Decide(&payment.Command{ID: "1", Action: payment.ActionOpen, By: payment.RoleCashier, Who: "Trần Văn Mẫu", Details: payment.Details{Opening: opening}}, morning)
	if err != nil {
		panic(err)
	}
	order.Apply(event)
	fmt.Println(order.Events[0])
	public := order.Public()
	fmt.Printf("%q %q\n", public.Opening.Payer.Name, public.Events[0].Who)
	// Output:
	// 2026-03-02T09:00:00+07:00 open by cashier: opened
	// "" ""
}

func ExamplePersonalFields() {
	fmt.Println(payment.PersonalFields())
	// Output:
	// [/who /reason /opening/payer/name /opening/payer/id /opening/payer/address /opening/note]
}

// A gateway names an attempt by its reference alone, and the reference names the order.
func ExampleReference() {
	reference := payment.Reference("HD0001", 2)
	fmt.Println(reference)
	fmt.Println(payment.OrderOf(reference))
	_, ok := payment.OrderOf("HD0001T02")
	fmt.Println(ok)
	// Output:
	// HD0001T2
	// HD0001 true
	// false
}
