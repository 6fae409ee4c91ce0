package dossier_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/payment"
)

// paying is a payment of some amount with some waived; "" is nothing said.
func paying(amount, waived string) func(*dossier.Details) {
	return func(with *dossier.Details) {
		with.Payment.Amount = payment.MustMoney(amount)
		if waived != "" {
			with.Payment.Waived = payment.MustMoney(waived)
		}
	}
}

// TestWaived: what is waived counts beside what was taken, for what was demanded: 25000
// đồng.
func TestWaived(t *testing.T) {
	for _, c := range []struct {
		amount, waived string
		covers         bool
	}{
		{"25000 VND", "", true},
		{"25000 VND", "0 VND", true},
		{"24000 VND", "1000 VND", true},
		{"0 VND", "25000 VND", true},
		{"25000 VND", "25000 VND", true}, // more than was asked for
		{"24000 VND", "999 VND", false},
		{"24000 VND", "", false},
		{"0 VND", "24999 VND", false},
		{"24999 VND", "1 USD", false},               // no sum
		{"25000 VND", "1 USD", false},               // nor here: what is waived is of the order
		{"25000 VND", "-1 VND", false},              // and it is no debt
		{"-1000 VND", "26000 VND", true},            // the sum is enough; that an amount is below 0 the form tells
		{"9223372036854775807 VND", "1 VND", false}, // no sum that fits
	} {
		l := received(t, "5 working days")
		l.do("03-03 09:00", dossier.ActionDemandPayment, handler, dossier.StatePayment)
		e, err := l.try("03-03 10:00", dossier.ActionConfirmPayment, counter, dossier.StateProcessing, paying(c.amount, c.waived))
		if !c.covers {
			against(t, err, "covers")
		} else if err != nil || e.To != dossier.StateProcessing {
			t.Errorf("%s and %s waived: %v %v", c.amount, c.waived, e, err)
		}
	}
}

// TestWaivedUnasked: an order that nobody demanded, waived in full, is what is to be paid
// before the reception.
func TestWaivedUnasked(t *testing.T) {
	l := live(t)
	l.do("03-02 09:00", dossier.ActionSubmit, applicant, dossier.StateAwaitingAnswer, func(with *dossier.Details) { with.Grant.Payment = payment.MomentBefore })
	_, err := l.try("03-02 10:00", dossier.ActionConfirmPayment, counter, dossier.StateAwaitingAnswer, paying("0 VND", "0 VND"))
	against(t, err, "covers") // no news
	l.do("03-02 10:00", dossier.ActionConfirmPayment, counter, dossier.StateAwaitingAnswer, paying("0 VND", "24999 VND"))
	_, err = l.try("03-02 11:00", dossier.ActionReceive, counter, dossier.StateReceived)
	against(t, err, "paidBefore")
	l.do("03-02 11:00", dossier.ActionConfirmPayment, counter, dossier.StateAwaitingAnswer, paying("0 VND", "1 VND"))
	l.do("03-02 11:30", dossier.ActionReceive, counter, dossier.StateReceived)
}

// TestWaivedDocument: what is waived is written only where something is, and is not below
// 0.
func TestWaivedDocument(t *testing.T) {
	p := dossier.Payment{Order: "o1", Amount: payment.MustMoney("25000 VND")}
	for waived, member := range map[string]string{"": "", "1000 VND": `"waived":{"amount":"1000","currency":"VND"}`, "0 VND": `"waived":{"amount":"0","currency":"VND"}`} {
		p.Waived = payment.Money{}
		if waived != "" {
			p.Waived = payment.MustMoney(waived)
		}
		text, err := json.Marshal(p)
		var back dossier.Payment
		if err2 := json.Unmarshal(text, &back); err != nil || err2 != nil || back != p || !strings.Contains(string(text), member) || strings.Contains(string(text), "waived") != (waived != "") {
			t.Errorf("%q: %s, read as %+v; %v %v", waived, text, back, err, err2)
		}
	}
	p.Waived = payment.MustMoney("-1 VND")
	c := dossier.Command{ID: "1", Action: dossier.ActionConfirmPayment, By: dossier.Actor{Role: dossier.RoleSystem, Unit: "H56.12"}, Details: dossier.Details{Payment: &p}}
	if faults := c.Check(); len(faults) != 1 || faults[0].Pointer != "/payment/waived" {
		t.Errorf("below 0: %v", faults)
	}
}
