package payment_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/motcua/motcua/payment"
)

// TestNothingIsRefundedAboveWhatCame: money goes back in parts and is contested at the
// bank, in any order and with ids that come again. What went back, is on its way
// and was given back by the bank is never more than what came, by plain sums; each refund
// that is granted adds up to no more than that at its time.
func TestNothingIsRefundedAboveWhatCame(t *testing.T) {
	refunds, losses, lives := 0, 0, 3_000
	if testing.Short() {
		lives = 600
	}
	for seed := range uint64(lives) {
		r := rand.New(rand.NewPCG(seed, 2))
		w := world{lines: []payment.Line{line(payment.KindPhi, "10 VND")}}
		for n := range 3 {
			w.attempts = append(w.attempts, payment.Attempt{Reference: payment.Reference("HD1", n+1), Method: payment.Method(1 + r.IntN(2)), Amount: vnd(10), Expires: sundown})
		}
		o := w.begin(t)
		came, back, lost := map[string]int64{}, map[string]int64{}, map[string]int64{}
		for k := range 30 {
			c, act := drawReturn(r, o, k), func() {}
			switch d := c.Details; c.Action {
			case payment.ActionReport:
				act = func() { came[d.Claim.Transaction] = d.Claim.Amount.Minor() }
			case payment.ActionRefund:
				act = func() { back[d.Refund.ID] = d.Refund.Amount.Minor(); refunds++ }
			case payment.ActionSettleRefund:
				if d.Settlement.Outcome == payment.OutcomeFailed {
					act = func() { delete(back, d.Settlement.ID) }
				}
			case payment.ActionDispute:
				act = func() { lost[d.Dispute.ID] = d.Dispute.Amount.Minor() }
			case payment.ActionSettleDispute:
				if d.Settlement.Outcome == payment.OutcomeFailed {
					act = func() { delete(lost, d.Settlement.ID) }
				} else {
					act = func() { losses++ }
				}
			}
			e, err := o.Decide(&c, sundown)
			if err != nil {
				continue
			}
			o.Apply(e)
			act()
			total := func(m map[string]int64) (sum int64) {
				for _, n := range m {
					sum += n
				}
				return sum
			}
			if total(back)+total(lost) > total(came) {
				t.Fatalf("seed %d: %v came, %v went back, the bank gave back or may %v: %v", seed, came, back, lost, o.Events)
			}
		}
		balanceOf(t, o)
	}
	if refunds < lives/3 || losses < lives/30 {
		t.Errorf("only %d refunds and %d lost disputes were tried", refunds, losses)
	}
}

// drawReturn draws a command about money that comes or goes back.
func drawReturn(r *rand.Rand, o *payment.Order, k int) payment.Command {
	id, amount := fmt.Sprint(r.IntN(5)), vnd(1+r.IntN(12))
	reference := payment.Reference("HD1", 1+r.IntN(3))
	outcome := []payment.Outcome{payment.OutcomeSucceeded, payment.OutcomeFailed}[r.IntN(2)]
	c := payment.Command{ID: fmt.Sprint("c", k), By: payment.RoleOfficer}
	switch r.IntN(5) {
	case 0:
		c.Action, c.By = payment.ActionReport, payment.RoleGateway
		c.Claim = &payment.Claim{Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "G" + reference, Amount: vnd(10), Origin: payment.OriginCallback}
	case 1:
		c.Action, c.Reason = payment.ActionRefund, "trả lại"
		c.Refund = &payment.Refund{ID: id, Amount: amount, Available: o.Available(), Method: payment.MethodPortal}
	case 2:
		c.Action, c.By = payment.ActionSettleRefund, payment.RoleGateway
		c.Settlement = &payment.Settlement{ID: id, Outcome: outcome}
	case 3:
		c.Action = payment.ActionDispute
		c.Dispute = &payment.Dispute{ID: id, Transaction: "G" + reference, Amount: amount}
	case 4:
		c.Action = payment.ActionSettleDispute
		c.Settlement = &payment.Settlement{ID: id, Outcome: outcome}
	}
	return c
}
