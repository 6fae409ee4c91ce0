package payment_test

import (
	"encoding"
	"testing"
	"time"

	"github.com/motcua/motcua/payment"
)

// TestOrderNames: every value of every enum is written as it is read; no value, one too many
// and an unknown name are errors, and change nothing.
func TestOrderNames(t *testing.T) {
	names[payment.State](t, "new", "opened", "attempted", "attemptFailed", "partlyPaid", "paid", "overpaid", "suspended", "disputed", "chargedBack",
		"refunding", "partlyRefunded", "refunded", "overReturned", "waived", "expired", "expiredOwing", "cancelled", "cancelledOwing")
	names[payment.Public](t, "created", "pending", "partlyPaid", "paid", "failed", "expired", "cancelled", "refunded", "waived")
	names[payment.Action](t, "open", "start", "report", "timeOut", "expire", "cancel", "waive", "support", "refund", "settleRefund", "dispute", "settleDispute", "correct")
	names[payment.Method](t, "portal", "gateway", "transfer", "qr", "cash", "card")
	names[payment.Role](t, "payer", "cashier", "gateway", "officer", "system")
	names[payment.Moment](t, "before", "after", "onNotice")
	names[payment.Outcome](t, "pending", "cancelled", "failed", "succeeded")
	names[payment.Origin](t, "callback", "query", "counter", "statement")
	names[payment.Book](t, "receivable", "clearing", "revenue", "waived", "returned", "excess", "suspense", "refunding", "support", "budget")
	for a := payment.ActionOpen; a <= payment.ActionCorrect; a++ {
		if a.Title().Vi == "" || a.Title().En == "" {
			t.Errorf("%v has no title", a)
		}
	}
	for m := payment.MethodPortal; m <= payment.MethodCard; m++ {
		if m.Title().Vi == "" || m.Title().En == "" || m.Online() != (m <= payment.MethodGateway) {
			t.Errorf("%v: %v, online %t", m, m.Title(), m.Online())
		}
	}
	if payment.Action(0).Title().Vi != "" || payment.Method(99).Title().Vi != "" || payment.Method(99).Online() {
		t.Error("what does not exist has a title")
	}
}

// names holds an enum that counts from 1 to its names.
func names[E ~uint8, P interface {
	*E
	encoding.TextMarshaler
	encoding.TextUnmarshaler
	String() string
}](t *testing.T, want ...string) {
	t.Helper()
	for i, name := range want {
		v, back := E(i+1), E(0)
		text, err := P(&v).MarshalText()
		if err2 := P(&back).UnmarshalText([]byte(name)); err != nil || err2 != nil || string(text) != name || back != v || P(&v).String() != name {
			t.Errorf("%s: %s, %v, %v %v", name, text, back, err, err2)
		}
	}
	for _, v := range []E{0, E(len(want) + 1), 255} {
		if text, err := P(&v).MarshalText(); err == nil || P(&v).String() == "" {
			t.Errorf("%d is written as %q", v, text)
		}
	}
	v := E(1)
	if err := P(&v).UnmarshalText([]byte("Paid")); err == nil || v != 1 {
		t.Errorf("an unknown name is read as %d", v)
	}
}

// TestStatus: what the public is told, and why the last attempt came to nothing.
func TestStatus(t *testing.T) {
	if s := new(payment.Order).Status(); s != (payment.Status{}) {
		t.Errorf("of an order that is not opened: %+v", s)
	}
	for state := payment.StateOpened; state <= payment.StateCancelledOwing; state++ {
		if s := state.Status(); s.Public == 0 || s.Text.Vi == "" || s.Text.En == "" || s.Finished && s.CanRetry {
			t.Errorf("%v: %+v", state, s)
		}
	}
	fail := func(outcome payment.Outcome) func(*desk) {
		return func(d *desk) {
			d.do("no", payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{Reference: "HD1T1", Outcome: outcome, Origin: payment.OriginCallback}})
		}
	}
	for _, c := range []struct {
		name     string
		live     func(*desk)
		public   payment.Public
		canRetry bool
		code     string
	}{
		{"nothing is known", func(*desk) {}, payment.PublicPending, false, ""},
		{"it is said to be under way", fail(payment.OutcomePending), payment.PublicPending, false, ""},
		{"declined", fail(payment.OutcomeFailed), payment.PublicFailed, true, "declined"},
		{"the payer turned back", fail(payment.OutcomeCancelled), payment.PublicFailed, true, "cancelledByPayer"},
		{"too slow", func(d *desk) {
			d.now = d.now.Add(time.Hour)
			d.do("slow", payment.ActionTimeOut, payment.RoleSystem, payment.Details{Reference: "HD1T1"})
		}, payment.PublicFailed, true, "timedOut"},
		{"too slow, then declined", func(d *desk) {
			d.now = d.now.Add(time.Hour)
			d.do("slow", payment.ActionTimeOut, payment.RoleSystem, payment.Details{Reference: "HD1T1"})
			fail(payment.OutcomeFailed)(d)
		}, payment.PublicFailed, true, "declined"},
		{"paid in part", func(d *desk) { d.paid("c", "HD1T1", "G1", "10000 VND") }, payment.PublicPartlyPaid, true, ""},
		{"paid in part, and trying again", func(d *desk) {
			d.paid("c", "HD1T1", "G1", "10000 VND")
			d.start(payment.MethodCash, "15000 VND")
		}, payment.PublicPartlyPaid, false, ""}, // not twice at once
		{"paid", func(d *desk) { d.paid("c", "HD1T1", "G1", "25000 VND") }, payment.PublicPaid, false, ""},
	} {
		d := newDesk(t)
		d.open(soundOpening())
		d.do("start", payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodTransfer, Amount: price, Expires: d.now.Add(time.Minute)}})
		c.live(d)
		if s := d.o.Status(); s.Public != c.public || s.CanRetry != c.canRetry || s.Code != c.code {
			t.Errorf("%s: %+v", c.name, s)
		}
	}
}

// onlines are orders, and by which method they are online.
var onlines = []struct {
	name string
	live func(*desk)
	by   payment.Method // 0: it is not
}{
	{"not paid", func(*desk) {}, 0},
	{"portal", func(d *desk) { d.start(payment.MethodPortal, "25000 VND"); d.paid("c", "HD1T1", "G1", "25000 VND") }, payment.MethodPortal},
	{"gateway and portal", func(d *desk) {
		d.start(payment.MethodGateway, "5000 VND")
		d.paid("c", "HD1T1", "G1", "5000 VND")
		d.start(payment.MethodPortal, "20000 VND")
		d.paid("c2", "HD1T2", "G2", "20000 VND")
	}, payment.MethodGateway},
	{"one đồng in cash", func(d *desk) {
		d.start(payment.MethodPortal, "24999 VND")
		d.paid("c", "HD1T1", "G1", "24999 VND")
		d.start(payment.MethodCash, "1 VND")
		d.paid("c2", "HD1T2", "G2", "1 VND")
	}, 0},
	{"in part", func(d *desk) { d.start(payment.MethodPortal, "24999 VND"); d.paid("c", "HD1T1", "G1", "24999 VND") }, 0},
	{"cash that the bank gave back, then the portal", func(d *desk) {
		d.start(payment.MethodCard, "25000 VND")
		d.paid("c", "HD1T1", "G1", "25000 VND")
		d.do("d", payment.ActionDispute, payment.RoleGateway, payment.Details{Dispute: &payment.Dispute{ID: "D", Transaction: "G1", Amount: price}})
		d.settled("D", payment.ActionSettleDispute, payment.OutcomeSucceeded)
		d.start(payment.MethodPortal, "25000 VND")
		d.paid("c2", "HD1T2", "G2", "25000 VND")
	}, payment.MethodPortal},
	{"gone back but for one đồng", func(d *desk) {
		d.start(payment.MethodPortal, "25000 VND")
		d.paid("c", "HD1T1", "G1", "25000 VND")
		d.refund("R", "24999 VND")
		d.settled("R", payment.ActionSettleRefund, payment.OutcomeSucceeded)
	}, payment.MethodPortal},
	{"gone back", func(d *desk) {
		d.start(payment.MethodPortal, "25000 VND")
		d.paid("c", "HD1T1", "G1", "25000 VND")
		d.refund("R", "25000 VND")
		d.settled("R", payment.ActionSettleRefund, payment.OutcomeSucceeded)
	}, 0},
	{"was to go back, and could not", func(d *desk) {
		d.start(payment.MethodPortal, "25000 VND")
		d.paid("c", "HD1T1", "G1", "25000 VND")
		d.refund("R", "25000 VND")
		d.settled("R", payment.ActionSettleRefund, payment.OutcomeFailed)
	}, payment.MethodPortal},
	{"a sum in cash that nobody explains", func(d *desk) {
		d.start(payment.MethodPortal, "25000 VND")
		d.paid("c", "HD1T1", "G1", "25000 VND")
		d.paid("c2", "HD1T1", "G2", "7 VND")
	}, payment.MethodPortal},
	{"portal, and in cash beside it", (*desk).both, payment.MethodPortal},
	{"portal, and cash that went back as cash", func(d *desk) { d.twice(payment.MethodCash) }, payment.MethodPortal},
	{"or by a transfer: first of all it is of the cash", func(d *desk) { d.twice(payment.MethodTransfer) }, payment.MethodPortal},
	{"portal money that went back through the portal, and cash that stays", func(d *desk) { d.twice(payment.MethodPortal) }, 0},
	{"twice through the portal, once given back", func(d *desk) {
		d.start(payment.MethodPortal, "25000 VND")
		d.paid("c", "HD1T1", "G1", "25000 VND")
		d.paid("c2", "HD1T1", "G2", "25000 VND")
		d.refund("R", "25000 VND")
		d.settled("R", payment.ActionSettleRefund, payment.OutcomeSucceeded)
	}, payment.MethodPortal},
	{"portal money that the bank gave back, and cash that stays", func(d *desk) {
		d.both()
		d.do("d", payment.ActionDispute, payment.RoleGateway, payment.Details{Dispute: &payment.Dispute{ID: "D", Transaction: "G1", Amount: price}})
		d.settled("D", payment.ActionSettleDispute, payment.OutcomeSucceeded)
	}, 0},
	{"the rest waived after it was paid in cash", func(d *desk) {
		d.start(payment.MethodPortal, "24999 VND")
		d.paid("c", "HD1T1", "G1", "24999 VND")
		d.start(payment.MethodCash, "1 VND")
		d.paid("c2", "HD1T2", "G2", "1 VND")
		d.waive("1 VND")
	}, payment.MethodPortal},
	{"cancelled, and paid all the same", func(d *desk) {
		d.start(payment.MethodPortal, "25000 VND")
		d.do("x", payment.ActionCancel, payment.RoleOfficer, payment.Details{Reason: "lập nhầm"})
		d.paid("c", "HD1T1", "G1", "25000 VND")
	}, 0},
}

// both pays an order in cash, as nothing is heard of the portal, and then it is.
func (d *desk) both() {
	d.t.Helper()
	d.do("start", payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodPortal, Amount: price, Expires: d.now.Add(2 * time.Minute)}})
	d.now = d.now.Add(time.Hour)
	d.do("slow", payment.ActionTimeOut, payment.RoleSystem, payment.Details{Reference: "HD1T1"})
	d.start(payment.MethodCash, "25000 VND")
	d.paid("c", "HD1T2", "G2", "25000 VND")
	d.paid("c2", "HD1T1", "G1", "25000 VND")
}

// twice does so, and gives one of it back by a method.
func (d *desk) twice(back payment.Method) {
	d.t.Helper()
	d.both()
	d.do("back", payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "nộp hai lần", Refund: &payment.Refund{ID: "R", Amount: price, Available: d.o.Available(), Method: back}})
	d.settled("R", payment.ActionSettleRefund, payment.OutcomeSucceeded)
}

// TestOnline: an order is online by what it took and kept.
func TestOnline(t *testing.T) {
	for _, c := range onlines {
		d := newDesk(t)
		d.open(soundOpening())
		c.live(d)
		if by, online := d.o.Online(); online != (c.by != 0) || by != c.by {
			t.Errorf("%s: %v %t", c.name, by, online)
		}
	}
	d := newDesk(t)
	d.open(soundOpening())
	d.start(payment.MethodQR, "25000 VND")
	d.paid("c", "HD1T1", "G1", "25000 VND")
	if by, online := d.o.Online(payment.MethodPortal, payment.MethodQR); !online || by != payment.MethodQR {
		t.Errorf("where a code at the counter counts: %v %t", by, online)
	}
	if _, online := d.o.Online(payment.MethodPortal); online {
		t.Error("where it does not")
	}
}
