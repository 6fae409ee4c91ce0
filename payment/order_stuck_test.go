package payment_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua/payment"
)

// correct is what an officer found of the transaction G1 of the first attempt.
func (d *desk) correct(id, amount string) error {
	_, err := d.try(id, payment.ActionCorrect, payment.RoleOfficer, payment.Details{Reason: "đối chiếu sao kê", Correction: &payment.Correction{
		Reference: "HD1T1", Transaction: "G1", Amount: payment.MustMoney(amount)}})
	return err
}

// TestLessCameThanWentBack: a transfer of 50000 gave 25000 back, and turns out to have been
// of 10000. The officer says so, and the payer owes 15000, which he pays back, in time or
// later; the order is then refunded, and no đồng is where it does not belong.
func TestLessCameThanWentBack(t *testing.T) {
	for name, late := range map[string]bool{"in time": false, "when it may no longer be paid": true} {
		d := newDesk(t)
		o := soundOpening()
		o.Due = morning.Add(24 * time.Hour)
		d.open(o)
		d.start(payment.MethodTransfer, "25000 VND")
		d.paid("c1", "HD1T1", "G1", "50000 VND")
		d.refund("R1", "25000 VND")
		d.settled("R1", payment.ActionSettleRefund, payment.OutcomeSucceeded)
		d.paid("c2", "HD1T1", "G1", "10000 VND") // another statement
		if s := d.o.Status(); d.o.State != payment.StateSuspended || s.Finished {
			t.Errorf("%s: two amounts are claimed: %v", name, d.o)
		}
		if err := d.correct("look", "10000 VND"); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := payment.Status{Public: payment.PublicRefunded, CanRetry: true, Code: "overReturned", Text: payment.StateOverReturned.Status().Text}
		if s := d.o.Status(); s != want || d.o.Owed.String() != "15000 VND" || d.o.Available().Sign() != 0 {
			t.Errorf("%s: %+v, %v owed", name, s, d.o.Owed)
		}
		most := "15000 VND" // all that is due
		if late {
			d.now = o.Due
		}
		if _, err := d.try("more", payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{
			Reference: "HD1T2", Method: payment.MethodCash, Amount: payment.MustMoney("15001 VND")}}); !slices.Equal(groundCodes(err), []string{"fits"}) {
			t.Errorf("%s: more than is owed: %v", name, err)
		}
		d.start(payment.MethodCash, most)
		d.paid("back", "HD1T2", "P1", most)
		if s := d.o.Status(); d.o.State != payment.StateRefunded || !s.Finished || d.o.Owed.Sign() != 0 {
			t.Errorf("%s: paid back: %v, %v owed", name, d.o, d.o.Owed)
		}
		clearing := int64(0)
		for key, n := range balanceOf(t, d.o) {
			switch book, _, _ := strings.Cut(key, " "); book {
			case "clearing":
				clearing += n
			case "receivable", "excess", "suspense", "refunding":
				t.Errorf("%s: %s is %d", name, key, n)
			}
		}
		if clearing != 0 {
			t.Errorf("%s: %d remain of what came and went back", name, clearing)
		}
		if _, faults := payment.Replay(d.o.Events); len(faults) > 0 {
			t.Error(faults)
		}
	}
}

// TestOtherCurrency: what came in another currency ends in one of three ways, by what an
// officer found: the bank changed it, sent it back, or it is for something else.
func TestOtherCurrency(t *testing.T) {
	for _, c := range []struct {
		name, found string
		state       payment.State
		taken       string
	}{
		{"the bank credited so many đồng", "25000 VND", payment.StatePaid, "25000 VND"},
		{"or less", "24000 VND", payment.StatePartlyPaid, "24000 VND"},
		{"or more", "26000 VND", payment.StateOverpaid, "26000 VND"},
		{"it went back, or is for something else", "0 VND", payment.StateAttemptFailed, "0 VND"},
	} {
		d := newDesk(t)
		d.open(soundOpening())
		d.start(payment.MethodTransfer, "25000 VND")
		d.paid("c1", "HD1T1", "G1", "1 USD")
		d.do("no", payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomeFailed, Origin: payment.OriginQuery}})
		if d.o.State != payment.StateSuspended {
			t.Fatalf("%s: %v", c.name, d.o)
		}
		if err := d.correct("usd", "1 USD"); !slices.Equal(groundCodes(err), []string{"leaves"}) {
			t.Errorf("%s: dollars are not taken for đồng: %v", c.name, err)
		}
		if err := d.correct("look", c.found); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if d.o.State != c.state || d.o.Taken.String() != c.taken {
			t.Errorf("%s: %v, %v taken", c.name, d.o, d.o.Taken)
		}
		usd := payment.MustMoney("0 USD")
		for _, e := range d.o.Journal() {
			for _, p := range e.Postings {
				if p.Amount.Currency() == payment.USD && p.Book == payment.BookSuspense {
					usd, _ = usd.Add(p.Amount)
				}
			}
		}
		if usd.Sign() != 0 {
			t.Errorf("%s: %v is still in suspense", c.name, usd)
		}
	}
}

// TestSupportAndWaiver: what the budget gave back is not waived as well, nor what was paid
// too much supported; what is too much can always go back.
func TestSupportAndWaiver(t *testing.T) {
	for _, c := range []struct {
		name            string
		paid, support   string
		waive, refunded string // the most, after the support
	}{
		{"supported in part", "25000 VND", "20000 VND", "5000 VND", "5000 VND"},
		{"paid too much", "30000 VND", "20000 VND", "5000 VND", "10000 VND"},
	} {
		d := newDesk(t)
		d.open(soundOpening())
		d.start(payment.MethodTransfer, "25000 VND")
		d.paid("c1", "HD1T1", "G1", c.paid)
		if _, err := d.try("all", payment.ActionSupport, payment.RoleOfficer, relieving("25001 VND")); !slices.Equal(groundCodes(err), []string{"supported"}) {
			t.Errorf("%s: more is supported than is due: %v", c.name, err)
		}
		d.support(c.support)
		if _, err := d.try("w", payment.ActionWaive, payment.RoleOfficer, relieving("5001 VND")); !slices.Equal(groundCodes(err), []string{"waivable"}) {
			t.Errorf("%s: what is supported is waived: %v", c.name, err)
		}
		d.waive(c.waive)
		if d.o.State != payment.StateOverpaid || d.o.Excess.String() != c.refunded {
			t.Errorf("%s: %v with %v too much", c.name, d.o, d.o.Excess)
		}
		d.refund("R1", c.refunded)
		d.settled("R1", payment.ActionSettleRefund, payment.OutcomeSucceeded)
		if s := d.o.Status(); !s.Finished || d.o.Excess.Sign() != 0 || d.o.Owed.Sign() != 0 {
			t.Errorf("%s: %+v", c.name, s)
		}
	}
}

// TestSupportedAndGivenBackByTheBank: the bank gave a sum back that the budget had given
// back too: the payer owes the support, or pays the order anew.
func TestSupportedAndGivenBackByTheBank(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	paidInFull(d)
	d.support("10000 VND")
	d.dispute("D1", "25000 VND")
	d.settled("D1", payment.ActionSettleDispute, payment.OutcomeSucceeded)
	if s := d.o.Status(); d.o.State != payment.StateOverReturned || s.Finished || d.o.Owed.String() != "10000 VND" || d.o.Rest().String() != "25000 VND" {
		t.Errorf("%+v, %v owed, %v to be paid", s, d.o.Owed, d.o.Rest())
	}
	d.start(payment.MethodCash, "25000 VND")
	d.paid("again", "HD1T2", "P1", "25000 VND")
	if d.o.State != payment.StatePaid || d.o.Owed.Sign() != 0 {
		t.Errorf("%v, %v owed", d.o, d.o.Owed)
	}
}

// TestPaidBackLate: an order that may no longer be paid takes what is owed, and no more of
// what was due.
func TestPaidBackLate(t *testing.T) {
	d := newDesk(t)
	o := soundOpening()
	o.Due = morning.Add(24 * time.Hour)
	d.open(o)
	paidInFull(d)
	d.support("10000 VND")
	d.dispute("D1", "25000 VND")
	d.settled("D1", payment.ActionSettleDispute, payment.OutcomeSucceeded)
	d.now = o.Due
	if _, err := d.try("more", payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{
		Reference: "HD1T2", Method: payment.MethodCash, Amount: payment.MustMoney("10001 VND")}}); !slices.Equal(groundCodes(err), []string{"fits"}) {
		t.Errorf("what is due too: %v", err)
	}
	d.start(payment.MethodCash, "10000 VND")
	d.paid("back", "HD1T2", "P1", "10000 VND")
	if d.o.State != payment.StatePartlyPaid || d.o.Owed.Sign() != 0 {
		t.Errorf("%v, %v owed", d.o, d.o.Owed)
	}
}

// TestOwedIsWhatWentBack: money that is on its way back is owed by nobody until it went,
// though nothing is left that would cover it; then the least of it is.
func TestOwedIsWhatWentBack(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	d.start(payment.MethodTransfer, "25000 VND")
	d.paid("c1", "HD1T1", "G1", "50000 VND")
	d.refund("R1", "25000 VND")
	d.paid("c2", "HD1T1", "G1", "10000 VND") // another statement: the sum is in suspense
	if d.o.Taken.Sign() != 0 || d.o.Owed.Sign() != 0 {
		t.Errorf("on its way: %v taken, %v owed", d.o.Taken, d.o.Owed)
	}
	d.settled("R1", payment.ActionSettleRefund, payment.OutcomeSucceeded)
	if d.o.Owed.String() != "25000 VND" {
		t.Errorf("it went: %v owed", d.o.Owed)
	}
	if err := d.correct("look", "24999 VND"); err != nil {
		t.Fatal(err)
	}
	if d.o.State != payment.StateOverReturned || d.o.Owed.String() != "1 VND" {
		t.Errorf("%v, %v owed", d.o, d.o.Owed)
	}
}

// TestCorrectionCoversTheBank: what the bank gave back came.
func TestCorrectionCoversTheBank(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	paidInFull(d)
	d.dispute("D1", "20000 VND")
	d.settled("D1", payment.ActionSettleDispute, payment.OutcomeSucceeded)
	for amount, grounds := range map[string][]string{"19999 VND": {"leaves"}, "1 VND": {"leaves"}} {
		if err := d.correct("look "+amount, amount); !slices.Equal(groundCodes(err), grounds) {
			t.Errorf("%s: %v", amount, err)
		}
	}
	for _, amount := range []string{"20000 VND", "0 VND"} {
		if err := d.correct("look "+amount, amount); err != nil {
			t.Errorf("%s: %v", amount, err)
		}
	}
}
