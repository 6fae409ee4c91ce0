package receipt_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// live folds commands to an order of 25,000 đồng, or of 0.
func live(t *testing.T, free bool, steps ...payment.Command) *payment.Order {
	t.Helper()
	lines := []payment.Line{line(payment.KindPhi, "Phí", "20000 VND"), line(payment.KindLePhi, "Lệ phí", "5000 VND")}
	if free {
		lines = []payment.Line{line(payment.KindLePhi, "Lệ phí", "0 VND")}
	}
	opening := payment.Command{Action: payment.ActionOpen, By: payment.RoleSystem, Details: payment.Details{Opening: &payment.Opening{
		ID: "HD1", Dossier: "H56.12-260803-0001", Unit: unit, Payer: payment.Payer{Name: "Người Nộp Mẫu"}, Lines: lines, Moment: payment.MomentBefore}}}
	o := new(payment.Order)
	for i, c := range append([]payment.Command{opening}, steps...) {
		c.ID = fmt.Sprint(i)
		e, err := o.Decide(&c, morning)
		if err != nil {
			t.Fatalf("%v: %v", c.Action, err)
		}
		o.Apply(e)
	}
	return o
}

// paying starts the nth attempt in cash, and takes a sum by it.
func paying(n int, amount string) []payment.Command {
	reference, m := payment.Reference("HD1", n), payment.MustMoney(amount)
	return []payment.Command{
		{Action: payment.ActionStart, By: payment.RoleCashier, Details: payment.Details{Attempt: &payment.Attempt{Reference: reference, Method: payment.MethodCash, Amount: m}}},
		{Action: payment.ActionReport, By: payment.RoleCashier, Details: payment.Details{Claim: &payment.Claim{
			Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "PT" + reference, Amount: m, At: morning, Origin: payment.OriginCounter}}},
	}
}

// by makes the attempts of some steps of another method.
func by(m payment.Method, steps []payment.Command) []payment.Command {
	for _, c := range steps {
		if c.Attempt != nil {
			c.Attempt.Method = m
		}
	}
	return steps
}

// TestOf: an order has receipts once all that its lines ask for is there and stays.
func TestOf(t *testing.T) {
	act := line(payment.KindPhi, "x", "0 VND").Source
	waive := payment.Command{Action: payment.ActionWaive, By: payment.RoleOfficer, Details: payment.Details{Reason: "hộ nghèo", Relief: &payment.Relief{Amount: payment.MustMoney("5000 VND"), Rule: "r", Source: act}}}
	cancel := payment.Command{Action: payment.ActionCancel, By: payment.RoleOfficer, Details: payment.Details{Reason: "lập nhầm"}}
	refund := payment.Command{Action: payment.ActionRefund, By: payment.RoleOfficer, Details: payment.Details{Reason: "nộp nhầm", Refund: &payment.Refund{
		ID: "1", Amount: payment.MustMoney("1000 VND"), Available: payment.MustMoney("25000 VND"), Method: payment.MethodCash}}}
	none := payment.Command{Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{Reason: "không nhận được tiền", Correction: &payment.Correction{
		Reference: "HD1T1", Transaction: "PTHD1T1", Amount: payment.MustMoney("0 VND")}}}
	for _, row := range []struct {
		why    string
		order  *payment.Order
		method payment.Method
		taken  string // "": refused
	}{
		{"not opened", new(payment.Order), 0, ""},
		{"nothing paid", live(t, false), 0, ""},
		{"a part", live(t, false, paying(1, "24999 VND")...), 0, ""},
		{"all", live(t, false, paying(1, "25000 VND")...), payment.MethodCash, "25000 VND"},
		{"in two parts", live(t, false, append(paying(1, "20000 VND"), paying(2, "5000 VND")...)...), payment.MethodCash, "25000 VND"},
		{"in two parts, by two methods", live(t, false, append(paying(1, "20000 VND"), by(payment.MethodTransfer, paying(2, "5000 VND"))...)...), 0, "25000 VND"},
		{"by a second method, as nothing came by the first", live(t, false, slices.Concat(paying(1, "25000 VND"), []payment.Command{none}, by(payment.MethodTransfer, paying(2, "25000 VND")))...), payment.MethodTransfer, "25000 VND"},
		{"something goes back", live(t, false, append(paying(1, "25000 VND"), refund)...), 0, ""},
		{"waived in part: the lines say more than was taken", live(t, false, append([]payment.Command{waive}, paying(1, "20000 VND")...)...), 0, ""},
		{"nothing is to be paid", live(t, true), 0, "0 VND"},
		{"cancelled, and the money came all the same", live(t, false, paying(1, "25000 VND")[0], cancel, paying(1, "25000 VND")[1]), 0, ""},
	} {
		q, err := receipt.Of(row.order, morning)
		var unpaid *receipt.NotPaidError
		if row.taken == "" {
			if !errors.As(err, &unpaid) || q.Order != "" {
				t.Errorf("%s: %v, %v", row.why, q, err)
			}
			continue
		}
		if err != nil || q.Taken != payment.MustMoney(row.taken) || q.Method != row.method || q.Check().Err() != nil || q.Unit != unit || q.Dossier == "" || q.Payer.Name == "" || !q.At.Equal(morning) {
			t.Errorf("%s: %v %v %v, %v", row.why, q, q.Taken, q.Method, err)
		}
	}
}
