package payment_test

import (
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua/payment"
)

// bounds are amounts that stand just within what an order of 25000 đồng allows after a
// story, and one đồng more, which is refused on these grounds.
var bounds = []struct {
	name    string
	live    func(*desk)
	command func(d *desk, amount string) (payment.Action, payment.Details)
	most    string
	more    string
	grounds []string
}{
	{"an attempt asks for no more than is due", func(*desk) {}, attempting, "25000 VND", "25001 VND", []string{"fits"}},
	{"less what was waived", func(d *desk) { d.waive("5000 VND") }, attempting, "20000 VND", "20001 VND", []string{"fits"}},
	{"less what was paid", paidInPart, attempting, "15000 VND", "15001 VND", []string{"fits"}},
	{"no more is waived than is due", func(*desk) {}, waiving, "25000 VND", "25001 VND", []string{"waivable"}},
	{"less what was waived before", func(d *desk) { d.waive("5000 VND") }, waiving, "20000 VND", "20001 VND", []string{"waivable"}},
	{"though it was paid", paidInFull, waiving, "25000 VND", "25001 VND", []string{"waivable"}},
	{"no more is supported than was taken", paidInPart, supporting, "10000 VND", "10001 VND", []string{"supported"}},
	{"less what was supported before", func(d *desk) { paidInFull(d); d.support("20000 VND") }, supporting, "5000 VND", "5001 VND", []string{"supported"}},
	{"less what is on its way back", func(d *desk) { paidInFull(d); d.refund("R1", "20000 VND") }, supporting, "5000 VND", "5001 VND", []string{"supported"}},
	{"no more goes back than was taken", paidInFull, refunding, "25000 VND", "25001 VND", []string{"covered"}},
	{"less what is on its way back", func(d *desk) { paidInFull(d); d.refund("R1", "20000 VND") }, refunding, "5000 VND", "5001 VND", []string{"covered"}},
	{"less what went back", func(d *desk) {
		paidInFull(d)
		d.refund("R1", "20000 VND")
		d.settled("R1", payment.ActionSettleRefund, payment.OutcomeSucceeded)
	}, refunding, "5000 VND", "5001 VND", []string{"covered"}},
	{"but not what could not go back", func(d *desk) {
		paidInFull(d)
		d.refund("R1", "20000 VND")
		d.settled("R1", payment.ActionSettleRefund, payment.OutcomeFailed)
	}, refunding, "25000 VND", "25001 VND", []string{"covered"}},
	{"less what was supported", func(d *desk) { paidInFull(d); d.support("20000 VND") }, refunding, "5000 VND", "5001 VND", []string{"covered"}},
	{"less what is contested", func(d *desk) { paidInFull(d); d.dispute("D1", "20000 VND") }, refunding, "5000 VND", "5001 VND", []string{"covered"}},
	{"less what the bank gave back", func(d *desk) {
		paidInFull(d)
		d.dispute("D1", "20000 VND")
		d.settled("D1", payment.ActionSettleDispute, payment.OutcomeSucceeded)
	}, refunding, "5000 VND", "5001 VND", []string{"covered"}},
	{"what was too much may go back", func(d *desk) { paidInFull(d); d.paid("again", "HD1T1", "G9", "25000 VND") }, refunding, "50000 VND", "50001 VND", []string{"covered"}},
	{"no more is contested than the sum", func(d *desk) { paidInFull(d); d.paid("again", "HD1T1", "G9", "25000 VND") }, contesting, "25000 VND", "25001 VND", []string{"ofSum"}},
	{"less what of it is contested", func(d *desk) {
		paidInFull(d)
		d.paid("again", "HD1T1", "G9", "25000 VND")
		d.dispute("D1", "20000 VND")
	}, contesting, "5000 VND", "5001 VND", []string{"ofSum"}},
	{"less what of it the bank gave back", func(d *desk) {
		paidInFull(d)
		d.paid("again", "HD1T1", "G9", "25000 VND")
		d.dispute("D1", "20000 VND")
		d.settled("D1", payment.ActionSettleDispute, payment.OutcomeSucceeded)
	}, contesting, "5000 VND", "5001 VND", []string{"ofSum"}},
	{"nor what goes back by a refund", func(d *desk) { paidInFull(d); d.refund("R1", "20000 VND") }, contesting, "5000 VND", "5001 VND", []string{"ofSum"}},
	{"a dispute that was lost to us counts no more", func(d *desk) {
		paidInFull(d)
		d.dispute("D1", "20000 VND")
		d.settled("D1", payment.ActionSettleDispute, payment.OutcomeFailed)
	}, contesting, "25000 VND", "25001 VND", []string{"ofSum"}},
}

func attempting(d *desk, amount string) (payment.Action, payment.Details) {
	reference := payment.Reference("HD1", len(d.o.Tries)+1)
	return payment.ActionStart, payment.Details{Attempt: &payment.Attempt{Reference: reference, Method: payment.MethodCash, Amount: payment.MustMoney(amount)}}
}

func relieving(amount string) payment.Details {
	return payment.Details{Relief: &payment.Relief{Amount: payment.MustMoney(amount), Rule: "r", Source: law}}
}

func waiving(_ *desk, amount string) (payment.Action, payment.Details) {
	return payment.ActionWaive, relieving(amount)
}

func supporting(_ *desk, amount string) (payment.Action, payment.Details) {
	return payment.ActionSupport, relieving(amount)
}

func refunding(d *desk, amount string) (payment.Action, payment.Details) {
	return payment.ActionRefund, payment.Details{Reason: "hoàn trả", Refund: &payment.Refund{ID: "R9", Amount: payment.MustMoney(amount), Available: d.o.Available(), Method: payment.MethodCash}}
}

func contesting(_ *desk, amount string) (payment.Action, payment.Details) {
	return payment.ActionDispute, payment.Details{Dispute: &payment.Dispute{ID: "D9", Transaction: "G1", Amount: payment.MustMoney(amount)}}
}

func paidInFull(d *desk) {
	d.start(payment.MethodPortal, "25000 VND")
	d.paid("paid", "HD1T1", "G1", "25000 VND")
}

func paidInPart(d *desk) {
	d.start(payment.MethodPortal, "10000 VND")
	d.paid("paid", "HD1T1", "G1", "10000 VND")
}

func (d *desk) waive(amount string) {
	d.do("waive "+amount, payment.ActionWaive, payment.RoleOfficer, relieving(amount))
}

func (d *desk) support(amount string) {
	d.do("support "+amount, payment.ActionSupport, payment.RoleOfficer, relieving(amount))
}

func (d *desk) dispute(id, amount string) {
	d.do("dispute "+id, payment.ActionDispute, payment.RoleOfficer, payment.Details{Dispute: &payment.Dispute{ID: id, Transaction: "G1", Amount: payment.MustMoney(amount)}})
}

// TestBounds: what stands within the bounds is taken, one đồng more is refused.
func TestBounds(t *testing.T) {
	for _, c := range bounds {
		for _, amount := range []string{c.most, c.more} {
			d := newDesk(t)
			d.open(soundOpening())
			c.live(d)
			action, details := c.command(d, amount)
			by := payment.RoleOfficer
			if action == payment.ActionStart {
				by = payment.RolePayer
			}
			_, err := d.try("bound", action, by, details)
			if amount == c.most && err != nil || amount == c.more && !slices.Equal(groundCodes(err), c.grounds) {
				t.Errorf("%s: %v of %s: %v", c.name, action, amount, err)
			}
		}
	}
}

// TestMoments: an attempt is too slow, and an order over, from the very instant on.
func TestMoments(t *testing.T) {
	limit := morning.Add(time.Hour)
	for _, c := range []struct {
		now  time.Time
		over bool
	}{{limit.Add(-time.Nanosecond), false}, {limit, true}, {limit.Add(time.Nanosecond), true}} {
		d := newDesk(t)
		o := soundOpening()
		o.Due = limit
		d.open(o)
		expire := &payment.Command{ID: "expire", Action: payment.ActionExpire, By: payment.RoleSystem}
		if _, err := d.o.Decide(expire, c.now); (err == nil) != c.over || err != nil && !slices.Equal(groundCodes(err), []string{"pastDue"}) {
			t.Errorf("expired at %v: %v", c.now, err)
		}
		action, details := attempting(d, "25000 VND")
		if _, err := d.o.Decide(&payment.Command{ID: "start", Action: action, By: payment.RolePayer, Details: details}, c.now); (err != nil) != c.over || err != nil && !slices.Equal(groundCodes(err), []string{"inTime"}) {
			t.Errorf("started at %v: %v", c.now, err)
		}
		details.Attempt.Expires = limit
		d.do("start", action, payment.RolePayer, details)
		slow := &payment.Command{ID: "slow", Action: payment.ActionTimeOut, By: payment.RoleSystem, Details: payment.Details{Reference: "HD1T1"}}
		if _, err := d.o.Decide(slow, c.now); (err == nil) != c.over || err != nil && !slices.Equal(groundCodes(err), []string{"tooLong"}) {
			t.Errorf("timed out at %v: %v", c.now, err)
		}
	}
}

// TestNoLimits: without a time nothing is ever too late.
func TestNoLimits(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	later := morning.AddDate(100, 0, 0)
	if _, err := d.o.Decide(&payment.Command{ID: "expire", Action: payment.ActionExpire, By: payment.RoleSystem}, later); !slices.Equal(groundCodes(err), []string{"pastDue"}) {
		t.Error(err)
	}
	action, details := attempting(d, "25000 VND")
	if _, err := d.o.Decide(&payment.Command{ID: "start", Action: action, By: payment.RolePayer, Details: details}, later); err != nil {
		t.Error(err)
	}
	d.do("start", action, payment.RolePayer, details)
	if _, err := d.o.Decide(&payment.Command{ID: "slow", Action: payment.ActionTimeOut, By: payment.RoleSystem, Details: payment.Details{Reference: "HD1T1"}}, later); !slices.Equal(groundCodes(err), []string{"tooLong"}) {
		t.Error(err)
	}
}

// TestStaleRefund: who takes another sum to be available is refused, and an id is used
// once.
func TestStaleRefund(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	paidInFull(d)
	for available, want := range map[string][]string{"25000 VND": nil, "24999 VND": {"available"}, "25001 VND": {"available"}, "25000 JPY": {"available"}} {
		action, details := refunding(d, "5000 VND")
		details.Refund.Available = payment.MustMoney(available)
		if _, err := d.o.Decide(&payment.Command{ID: "x", Action: action, By: payment.RoleOfficer, Details: details}, d.now); !slices.Equal(groundCodes(err), want) {
			t.Errorf("%s: %v", available, err)
		}
	}
	d.refund("R9", "5000 VND")
	action, details := refunding(d, "5000 VND")
	if _, err := d.try("y", action, payment.RoleOfficer, details); !slices.Equal(groundCodes(err), []string{"freshID"}) {
		t.Error(err)
	}
	for _, outcome := range []payment.Outcome{payment.OutcomePending, payment.OutcomeCancelled} {
		_, err := d.try("z", payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "R9", Outcome: outcome}})
		if !slices.Equal(groundCodes(err), []string{"ended"}) {
			t.Errorf("%v: %v", outcome, err)
		}
	}
	d.settled("R9", payment.ActionSettleRefund, payment.OutcomeFailed)
	if _, err := d.try("z", payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "R9", Outcome: payment.OutcomeSucceeded}}); err == nil {
		t.Error("a refund ended twice")
	}
}

// TestCorrectionLeaves: a sum is corrected to no less than what was given away of it.
func TestCorrectionLeaves(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	paidInFull(d)
	d.support("1000 VND")
	d.refund("R1", "2000 VND")
	d.settled("R1", payment.ActionSettleRefund, payment.OutcomeSucceeded)
	d.refund("R2", "3000 VND")
	d.dispute("D1", "4000 VND")
	for _, c := range []struct {
		reference, amount string
		grounds           []string
	}{
		{"HD1T1", "10000 VND", nil},
		{"HD1T1", "9999 VND", []string{"leaves"}},
		{"HD1T1", "0 VND", []string{"leaves"}},
		{"HD1T1", farthest, nil},
		{"HD1T2", "10000 VND", []string{"known"}},
	} {
		_, err := d.o.Decide(&payment.Command{ID: "look", Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{
			Reason: "đối soát", Correction: &payment.Correction{Reference: c.reference, Transaction: "G1", Amount: payment.MustMoney(c.amount)}}}, d.now)
		if !slices.Equal(groundCodes(err), c.grounds) {
			t.Errorf("%s of %s: %v", c.amount, c.reference, err)
		}
	}
}
