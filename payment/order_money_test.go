package payment_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/motcua/motcua/payment"
)

// bigBalances are the balances of the books, by book and currency, added up without
// bounds.
func bigBalances(o *payment.Order) map[string]*big.Int {
	sums := map[string]*big.Int{}
	for _, e := range o.Journal() {
		for _, p := range e.Postings {
			for _, name := range []string{p.Book.String() + " " + p.Amount.Currency().String(), "all " + p.Amount.Currency().String()} {
				if sums[name] == nil {
					sums[name] = new(big.Int)
				}
				sums[name].Add(sums[name], big.NewInt(p.Amount.Minor()))
			}
		}
	}
	return sums
}

// TestLargestAmounts: an order of the most there is, which comes two hundred times over
// and goes back, is exact to the last unit.
func TestLargestAmounts(t *testing.T) {
	const times = 200
	d := newDesk(t)
	o := soundOpening()
	o.Lines = []payment.Line{line(payment.KindPhi, farthest)}
	d.open(o)
	d.start(payment.MethodPortal, farthest)
	for i := range times {
		d.paid(fmt.Sprint("c", i), "HD1T1", fmt.Sprint("G", i), farthest)
	}
	one := payment.MustMoney(farthest)
	for i := range times {
		d.refund(fmt.Sprint("R", i), farthest)
		if i%2 == 0 {
			d.settled(fmt.Sprint("R", i), payment.ActionSettleRefund, payment.OutcomeSucceeded)
		}
	}
	whole := new(big.Int).Mul(big.NewInt(one.Minor()), big.NewInt(times))
	half := new(big.Int).Rsh(whole, 1)
	if big.NewInt(d.o.Taken.Minor()).Cmp(whole) != 0 || big.NewInt(d.o.Refunded.Minor()).Cmp(half) != 0 || big.NewInt(d.o.Refunding.Minor()).Cmp(half) != 0 || d.o.Available().Sign() != 0 {
		t.Errorf("taken %v, gone back %v and %v", d.o.Taken, d.o.Refunded, d.o.Refunding)
	}
	sums := bigBalances(d.o)
	for name, want := range map[string]*big.Int{
		"clearing VND": half, "refunding VND": new(big.Int).Neg(half), "all VND": new(big.Int), "excess VND": new(big.Int), "receivable VND": new(big.Int),
		"revenue VND": big.NewInt(-one.Minor()), "returned VND": big.NewInt(one.Minor()),
	} {
		if sums[name] == nil || sums[name].Cmp(want) != 0 {
			t.Errorf("%s: %v, want %v", name, sums[name], want)
		}
	}
}

// TestSmallestAmounts: one unit less than is due is not all of it, and one more is too
// much.
func TestSmallestAmounts(t *testing.T) {
	for _, c := range []struct {
		due, came string
		state     payment.State
	}{
		{"1 VND", "1 VND", payment.StatePaid},
		{"2 VND", "1 VND", payment.StatePartlyPaid},
		{"1 VND", "2 VND", payment.StateOverpaid},
		{farthest, "9999999999999 VND", payment.StatePartlyPaid},
		{farthest, farthest, payment.StatePaid},
		{"9999999999999 VND", farthest, payment.StateOverpaid},
		{"0.01 USD", "0.01 USD", payment.StatePaid},
		{"0.02 USD", "0.01 USD", payment.StatePartlyPaid},
		{"25.50 USD", "25.51 USD", payment.StateOverpaid},
		{"100 JPY", "99 JPY", payment.StatePartlyPaid},
	} {
		d := newDesk(t)
		o := soundOpening()
		o.Lines = []payment.Line{line(payment.KindPhi, c.due)}
		d.open(o)
		d.start(payment.MethodTransfer, c.due) // any amount may come
		d.paid("c", "HD1T1", "G1", c.came)
		if d.o.State != c.state || d.o.Taken.String() != c.came {
			t.Errorf("%s of %s: %v, taken %v", c.came, c.due, d.o.State, d.o.Taken)
		}
		if sums := bigBalances(d.o); sums["all "+d.o.Due.Currency().String()].Sign() != 0 {
			t.Errorf("%s of %s: the books are %v", c.came, c.due, sums)
		}
	}
}

// TestOtherCurrencies: an order in euros takes, waives, supports, gives back and corrects
// euros alone; other money that comes is in suspense, in its own currency.
func TestOtherCurrencies(t *testing.T) {
	for _, other := range []string{"1 VND", "1 USD", "1 JPY"} {
		d := newDesk(t)
		o := soundOpening()
		o.Lines = []payment.Line{line(payment.KindPhi, "10 EUR")}
		d.open(o)
		money := payment.MustMoney(other)
		refused := func(a payment.Action, by payment.Role, details payment.Details, code string) {
			t.Helper()
			_, err := d.try("refused", a, by, details)
			if got := groundCodes(err); len(got) != 1 || got[0] != code {
				t.Errorf("%v of %s: %v", a, other, err)
			}
		}
		relief := &payment.Relief{Amount: money, Rule: "r", Source: law}
		refused(payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodPortal, Amount: money}}, "fits")
		refused(payment.ActionWaive, payment.RoleOfficer, payment.Details{Relief: relief}, "waivable")
		d.start(payment.MethodTransfer, "10 EUR")
		d.paid("c1", "HD1T1", "G1", "10 EUR")
		refused(payment.ActionSupport, payment.RoleOfficer, payment.Details{Relief: relief}, "supported")
		d.do("support", payment.ActionSupport, payment.RoleOfficer, payment.Details{Relief: &payment.Relief{Amount: payment.MustMoney("2 EUR"), Rule: "r", Source: law}})
		refused(payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "hoàn trả", Refund: &payment.Refund{ID: "R", Amount: money, Available: d.o.Available(), Method: payment.MethodCash}}, "covered")
		refused(payment.ActionDispute, payment.RoleOfficer, payment.Details{Dispute: &payment.Dispute{ID: "D", Transaction: "G1", Amount: money}}, "ofSum")
		refused(payment.ActionCorrect, payment.RoleOfficer, payment.Details{Reason: "đối soát", Correction: &payment.Correction{Reference: "HD1T1", Transaction: "G1", Amount: money}}, "leaves")
		d.paid("c2", "HD1T1", "G2", other)
		if d.o.State != payment.StateSuspended || d.o.Taken.String() != "10.00 EUR" {
			t.Errorf("%v, taken %v", d.o.State, d.o.Taken)
		}
		sums := bigBalances(d.o)
		code := money.Currency().String()
		if sums["all EUR"].Sign() != 0 || sums["all "+code].Sign() != 0 || sums["suspense "+code].Int64() != -money.Minor() || sums["clearing "+code].Int64() != money.Minor() {
			t.Errorf("the books are %v", sums)
		}
		if _, faults := payment.Replay(d.o.Events); len(faults) > 0 {
			t.Error(faults)
		}
	}
}

// groundCodes are the codes of a refusal.
func groundCodes(err error) (codes []string) {
	if refusal, ok := err.(*payment.RefusalError); ok {
		for _, g := range refusal.Grounds {
			codes = append(codes, g.Code)
		}
	}
	return codes
}

// TestMixedHistory: a history that mixes currencies, which no decision makes, is told as
// such and does no harm.
func TestMixedHistory(t *testing.T) {
	h := history(t)
	usd := payment.MustMoney("5 USD")
	for i := range h {
		switch {
		case h[i].Attempt != nil:
			a := *h[i].Attempt
			a.Amount, h[i].Attempt = usd, &a
		case h[i].Claim != nil:
			c := *h[i].Claim
			c.Amount, h[i].Claim = usd, &c
		case h[i].Refund != nil:
			r := *h[i].Refund
			r.Amount, h[i].Refund = usd, &r
		}
	}
	o, faults := payment.Replay(h)
	if faults.Err() == nil || o.Version() != int64(len(h)) {
		t.Errorf("%v %v", o, faults)
	}
}
