package facts_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

// drawOrders draws one to three orders of a dossier and what happened to them: of the
// commands that are drawn those that are lawful.
func drawOrders(r *rapid.T, t testing.TB) []*payment.Order {
	var orders []*payment.Order
	for i := range rapid.IntRange(1, 3).Draw(r, "orders") {
		now := march(1, rapid.IntRange(0, 100).Draw(r, "opened"))
		amounts := [][]string{{"25000 VND"}, {"0 VND"}, {"0 VND", "5000 VND"}}[rapid.IntRange(0, 2).Draw(r, "lines")]
		a := newAccount(t, fmt.Sprint("HD", i), ordersOf, now, amounts...)
		a.o.Opening.Due = now.Add(100 * time.Hour)
		for n := range rapid.IntRange(0, 12).Draw(r, "commands") {
			now = now.Add(time.Duration(rapid.IntRange(0, 90).Draw(r, "later")) * time.Hour)
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

func drawCommand(r *rapid.T, o *payment.Order) payment.Command {
	some := func(m payment.Money) payment.Money { // all of it, or half
		if m.Minor() > 1 && rapid.Bool().Draw(r, "half") {
			m, _ = payment.NewMoney(m.Minor()/2, payment.VND)
		}
		return m
	}
	outcome := rapid.SampledFrom([]payment.Outcome{payment.OutcomeFailed, payment.OutcomeSucceeded, payment.OutcomeSucceeded}).Draw(r, "outcome")
	switch rapid.IntRange(0, 11).Draw(r, "action") {
	default:
		m := rapid.SampledFrom([]payment.Method{payment.MethodPortal, payment.MethodPortal, payment.MethodGateway, payment.MethodTransfer, payment.MethodQR, payment.MethodCash, payment.MethodCard}).Draw(r, "method")
		by := payment.RolePayer
		if !m.Online() {
			by = payment.RoleCashier
		}
		return payment.Command{Action: payment.ActionStart, By: by, Details: payment.Details{Attempt: &payment.Attempt{Reference: payment.Reference(o.ID(), len(o.Tries)+1), Method: m, Amount: some(o.Rest())}}}
	case 3, 4, 5, 6:
		c := payment.Claim{Outcome: outcome, Transaction: "none", Origin: payment.OriginCallback}
		if n := len(o.Tries); n > 0 {
			try := &o.Tries[rapid.IntRange(0, n-1).Draw(r, "try")]
			c.Reference, c.Amount, c.Transaction = try.Reference, try.Amount, "G"+try.Reference
		}
		return payment.Command{Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &c}}
	case 7:
		return payment.Command{Action: payment.ActionRefund, By: payment.RoleOfficer, Details: payment.Details{Reason: "thừa", Refund: &payment.Refund{
			ID: fmt.Sprint("R", len(o.Refunds)), Amount: some(o.Available()), Available: o.Available(), Method: payment.MethodPortal,
		}}}
	case 8:
		return payment.Command{Action: payment.ActionSettleRefund, By: payment.RoleGateway, Details: payment.Details{Settlement: &payment.Settlement{ID: fmt.Sprint("R", max(len(o.Refunds)-1, 0)), Outcome: outcome}}}
	case 9:
		return payment.Command{Action: payment.ActionCancel, By: payment.RoleOfficer, Details: payment.Details{Reason: "nhầm"}}
	case 10:
		return payment.Command{Action: payment.ActionExpire, By: payment.RoleSystem}
	case 11:
		return payment.Command{Action: payment.ActionWaive, By: payment.RoleOfficer, Details: payment.Details{Relief: &payment.Relief{Amount: some(o.Rest()), Rule: "r2", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}}}}
	}
}

// plainly says by the words of the rules whether a dossier owes or has paid at a cut: from
// the lists of what was opened, waived, taken and given back until then. It knows of no
// claims that contradict one another, since none are drawn.
func plainly(orders []*payment.Order, cut time.Time) string {
	owes, online, paid := false, true, false
	for _, o := range orders {
		var due, taken, back int64
		charged, offline, cancelled, expired := false, false, false, false
		methods, asked, transactions := map[string]payment.Method{}, map[string]int64{}, map[string]bool{}
		for _, e := range o.Events {
			if e.At.Unix() > cut.Unix() {
				continue
			}
			switch e.Action {
			case payment.ActionOpen:
				for _, l := range e.Opening.Lines {
					due += l.Amount.Minor()
					charged = charged || l.Amount.Minor() > 0
				}
			case payment.ActionWaive:
				due -= e.Relief.Amount.Minor()
			case payment.ActionStart:
				methods[e.Attempt.Reference] = e.Attempt.Method
			case payment.ActionReport:
				if e.Claim.Outcome == payment.OutcomeSucceeded && !transactions[e.Claim.Transaction] {
					transactions[e.Claim.Transaction] = true
					taken += e.Claim.Amount.Minor()
					m := methods[e.Claim.Reference]
					offline = offline || m != payment.MethodPortal && m != payment.MethodGateway
				}
			case payment.ActionRefund:
				asked[e.Refund.ID] = e.Refund.Amount.Minor()
			case payment.ActionSettleRefund:
				if e.Settlement.Outcome == payment.OutcomeSucceeded {
					back += asked[e.Settlement.ID]
				}
			case payment.ActionCancel:
				cancelled = true
			case payment.ActionExpire:
				expired = true
			}
		}
		if !charged || cancelled || expired && taken < due {
			continue
		}
		owes = true
		switch {
		case taken == 0 && due <= 0: // all of it was waived
		case taken >= due && taken > back && !offline:
			paid = true
		default:
			online = false
		}
	}
	switch {
	case !owes:
		return "free"
	case paid && online:
		return "paid"
	}
	return "due"
}
