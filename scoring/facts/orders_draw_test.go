package facts_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring/facts"
	"pgregory.net/rapid"
)

// drawOrders draws one to three orders of a dossier and what happened to them: of the
// commands that are drawn those that are lawful.
func drawOrders(r *rapid.T, t testing.TB) []*payment.Order {
	var orders []*payment.Order
	for i := range rapid.IntRange(1, 3).Draw(r, "orders") {
		now := march(1, rapid.IntRange(0, 100).Draw(r, "opened"))
		amounts := [][]string{{"25000 VND"}, {"0 VND", "5000 VND"}, {"0 VND"}}[max(rapid.IntRange(0, 5).Draw(r, "lines")-3, 0)]
		a := newAccount(t, fmt.Sprint("HD", i), ordersOf, now, amounts...)
		a.o.Opening.Due = now.Add(100 * time.Hour)
		for n := range rapid.IntRange(3, 15).Draw(r, "commands") {
			now = now.Add(time.Duration(rapid.IntRange(0, 60).Draw(r, "later")) * time.Hour)
			c := drawCommand(r, a.o)
			c.ID = fmt.Sprint("d", n)
			if e, err := a.o.Decide(&c, now); err == nil {
				a.o.Apply(e)
			}
		}
		orders = append(orders, a.o)
	}
	return orders
}

// drawCommand draws a command that suits the order more often than not.
func drawCommand(r *rapid.T, o *payment.Order) payment.Command {
	some := func(m payment.Money) payment.Money { // all of it, or half
		if m.Minor() > 1 && rapid.IntRange(0, 3).Draw(r, "half") == 0 {
			m, _ = payment.NewMoney(m.Minor()/2, payment.VND)
		}
		return m
	}
	outcome := rapid.SampledFrom([]payment.Outcome{payment.OutcomeSucceeded, payment.OutcomeSucceeded, payment.OutcomeSucceeded, payment.OutcomeFailed}).Draw(r, "outcome")
	pending := func(list []payment.Return) string { return fmt.Sprint("R", max(len(list)-1, 0)) }
	paid, running := o.Taken.Sign() > 0, o.State == payment.StateAttempted
	switch n := rapid.IntRange(0, 9).Draw(r, "action"); {
	case n == 9:
		return payment.Command{Action: payment.ActionCancel, By: payment.RoleOfficer, Details: payment.Details{Reason: "nhầm"}}
	case n == 8:
		return payment.Command{Action: payment.ActionExpire, By: payment.RoleSystem}
	case n == 7:
		return payment.Command{Action: payment.ActionWaive, By: payment.RoleOfficer, Details: payment.Details{Relief: &payment.Relief{Amount: some(o.Rest()), Rule: "r2", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}}}}
	case o.Refunding.Sign() > 0 && n < 5:
		return payment.Command{Action: payment.ActionSettleRefund, By: payment.RoleGateway, Details: payment.Details{Settlement: &payment.Settlement{ID: pending(o.Refunds), Outcome: outcome}}}
	case o.Contested.Sign() > 0 && n < 5:
		return payment.Command{Action: payment.ActionSettleDispute, By: payment.RoleGateway, Details: payment.Details{Settlement: &payment.Settlement{ID: pending(o.Disputes), Outcome: outcome}}}
	case paid && n < 3:
		return payment.Command{Action: payment.ActionRefund, By: payment.RoleOfficer, Details: payment.Details{Reason: "thừa", Refund: &payment.Refund{
			ID: fmt.Sprint("R", len(o.Refunds)), Amount: some(o.Available()), Available: o.Available(),
			Method: rapid.SampledFrom([]payment.Method{payment.MethodPortal, payment.MethodTransfer, payment.MethodCash}).Draw(r, "back by"),
		}}}
	case paid && n == 3:
		sum := &o.Sums[rapid.IntRange(0, len(o.Sums)-1).Draw(r, "sum")]
		return payment.Command{Action: payment.ActionDispute, By: payment.RoleGateway, Details: payment.Details{Dispute: &payment.Dispute{ID: fmt.Sprint("R", len(o.Disputes)), Transaction: sum.Transaction, Amount: some(sum.Amount)}}}
	case len(o.Tries) > 0 && (running || n == 6):
		try := &o.Tries[rapid.IntRange(0, len(o.Tries)-1).Draw(r, "try")]
		claim := payment.Claim{Reference: try.Reference, Outcome: outcome, Amount: try.Amount, Transaction: "G" + try.Reference, Origin: payment.OriginCallback}
		return payment.Command{Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &claim}}
	}
	m := rapid.SampledFrom([]payment.Method{
		payment.MethodPortal, payment.MethodPortal, payment.MethodPortal, payment.MethodGateway, payment.MethodGateway,
		payment.MethodTransfer, payment.MethodQR, payment.MethodCash, payment.MethodCard,
	}).Draw(r, "method")
	by := payment.RolePayer
	if !m.Online() {
		by = payment.RoleCashier
	}
	return payment.Command{Action: payment.ActionStart, By: by, Details: payment.Details{Attempt: &payment.Attempt{Reference: payment.Reference(o.ID(), len(o.Tries)+1), Method: m, Amount: some(o.Rest())}}}
}

// plain is an order as it is reckoned from plain lists.
type plain struct {
	opened                      bool
	charged, cancelled, expired bool
	due, back, backOnline       int64
	methods                     map[string]payment.Method // by attempt, and of refunds
	returns                     map[string]int64          // asked for, by kind and id
	contested                   map[string]string         // transaction, by dispute
	sums                        map[string]int64          // by transaction, without what the bank gave back
	of                          map[string]string         // attempt, by transaction
}

func plainOf(o *payment.Order, cut time.Time) plain {
	p := plain{methods: map[string]payment.Method{}, returns: map[string]int64{}, contested: map[string]string{}, sums: map[string]int64{}, of: map[string]string{}}
	for _, e := range o.Events {
		if e.At.Unix() > cut.Unix() {
			continue
		}
		switch e.Action {
		case payment.ActionOpen:
			p.opened = true
			for _, l := range e.Opening.Lines {
				p.due += l.Amount.Minor()
				p.charged = p.charged || l.Amount.Minor() > 0
			}
		case payment.ActionWaive:
			p.due -= e.Relief.Amount.Minor()
		case payment.ActionStart:
			p.methods[e.Attempt.Reference] = e.Attempt.Method
		case payment.ActionReport:
			if _, known := p.of[e.Claim.Transaction]; e.Claim.Outcome == payment.OutcomeSucceeded && !known {
				p.sums[e.Claim.Transaction], p.of[e.Claim.Transaction] = e.Claim.Amount.Minor(), e.Claim.Reference
			}
		case payment.ActionRefund:
			p.returns["refund"+e.Refund.ID], p.methods["refund"+e.Refund.ID] = e.Refund.Amount.Minor(), e.Refund.Method
		case payment.ActionDispute:
			p.returns["dispute"+e.Dispute.ID], p.contested[e.Dispute.ID] = e.Dispute.Amount.Minor(), e.Dispute.Transaction
		case payment.ActionSettleRefund:
			if e.Settlement.Outcome == payment.OutcomeSucceeded {
				p.back += p.returns["refund"+e.Settlement.ID]
				if p.methods["refund"+e.Settlement.ID] == payment.MethodPortal {
					p.backOnline += p.returns["refund"+e.Settlement.ID]
				}
			}
		case payment.ActionSettleDispute:
			if e.Settlement.Outcome == payment.OutcomeSucceeded {
				p.sums[p.contested[e.Settlement.ID]] -= p.returns["dispute"+e.Settlement.ID]
			}
		case payment.ActionCancel:
			p.cancelled = true
		case payment.ActionExpire:
			p.expired = true
		}
	}
	return p
}

// plainly says by the words of the rules whether a dossier owes or has paid at a cut: from
// the lists of what was opened, waived, taken and given back until then. It knows of no
// claims that contradict one another, since none are drawn.
func plainly(orders []*payment.Order, cut time.Time, rule facts.OrderRule) string {
	owes, online, paid := false, true, false
	lapsed, stands := false, false // an order expired; one did not, and was not cancelled
	for _, o := range orders {
		p := plainOf(o, cut)
		taken, through := int64(0), int64(0)
		for transaction, sum := range p.sums {
			taken += sum
			if m := p.methods[p.of[transaction]]; m == payment.MethodPortal || m == payment.MethodGateway {
				through += sum
			}
		}
		gone := p.expired && taken < p.due
		if !p.cancelled {
			lapsed, stands = lapsed || gone && p.charged, stands || !gone && p.opened
		}
		if !p.charged || p.cancelled || gone {
			continue
		}
		if taken == p.back && p.due == 0 { // all of it was waived
			owes = owes || rule.Waived
			continue
		}
		owes = true
		if through > 0 && through >= p.due && through > p.backOnline && taken > p.back {
			paid = true
		} else {
			online = false
		}
	}
	owes = owes || lapsed && !stands && rule.Expired
	switch {
	case !owes:
		return "free"
	case paid && online:
		return "paid"
	}
	return "due"
}
