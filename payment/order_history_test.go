package payment_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/payment"
)

// desk takes commands for an order, one a minute.
type desk struct {
	t   testing.TB
	o   *payment.Order
	now time.Time
}

func newDesk(t testing.TB) *desk { return &desk{t, &payment.Order{}, morning} }

// try decides and, if it may be done, applies.
func (d *desk) try(id string, a payment.Action, by payment.Role, details payment.Details) (payment.Event, error) {
	d.now = d.now.Add(time.Minute)
	e, err := d.o.Decide(&payment.Command{ID: id, Action: a, By: by, Who: "Người Làm Mẫu", Details: details}, d.now)
	if err == nil {
		d.o.Apply(e)
	}
	return e, err
}

// do is try, and an error ends the test.
func (d *desk) do(id string, a payment.Action, by payment.Role, details payment.Details) {
	d.t.Helper()
	if _, err := d.try(id, a, by, details); err != nil {
		d.t.Fatalf("%s: %v", id, err)
	}
}

// open opens an order, start begins an attempt, claim reports one and refund asks for one.
func (d *desk) open(o *payment.Opening) {
	d.t.Helper()
	d.do("open", payment.ActionOpen, payment.RoleSystem, payment.Details{Opening: o})
}

func (d *desk) start(m payment.Method, amount string) {
	d.t.Helper()
	reference := payment.Reference(d.o.ID(), len(d.o.Tries)+1)
	d.do("start "+reference, payment.ActionStart, payment.RoleCashier, payment.Details{Attempt: &payment.Attempt{Reference: reference, Method: m, Amount: payment.MustMoney(amount)}})
}

func (d *desk) paid(id, reference, transaction, amount string) {
	d.t.Helper()
	d.do(id, payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{
		Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: transaction, Amount: payment.MustMoney(amount), At: d.now, Origin: payment.OriginCallback,
	}})
}

func (d *desk) refund(id, amount string) {
	d.t.Helper()
	d.do("refund "+id, payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "hoàn trả", Refund: &payment.Refund{
		ID: id, Amount: payment.MustMoney(amount), Available: d.o.Available(), Method: payment.MethodTransfer,
	}})
}

func (d *desk) settled(id string, a payment.Action, outcome payment.Outcome) {
	d.t.Helper()
	d.do(a.String()+" "+id, a, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: id, Outcome: outcome, At: d.now}})
}

// history is that of an order that was paid twice and gave one of it back.
func history(t testing.TB) []payment.Event {
	d := newDesk(t)
	d.open(soundOpening())
	d.start(payment.MethodPortal, "25000 VND")
	d.paid("c1", "HD1T1", "G1", "25000 VND")
	d.paid("c2", "HD1T1", "G2", "25000 VND")
	d.refund("R1", "25000 VND")
	d.settled("R1", payment.ActionSettleRefund, payment.OutcomeSucceeded)
	return d.o.Events
}

// badEvents are changes of the event by which the order was paid, and what is found of
// the event by itself.
var badEvents = []struct {
	name   string
	change func(*payment.Event)
	want   []string
}{
	{"no id", func(e *payment.Event) { e.ID = "" }, []string{"/id PAY-ORD-02"}},
	{"no time", func(e *payment.Event) { e.At = time.Time{} }, []string{"/at PAY-ORD-02"}},
	{"no state", func(e *payment.Event) { e.To = 0 }, []string{"/to PAY-ORD-02"}},
	{"a state of tomorrow", func(e *payment.Event) { e.To = payment.StateCancelledOwing + 1 }, []string{"/to PAY-ORD-02"}},
	{"another role", func(e *payment.Event) { e.By = payment.RoleSystem }, []string{"/fingerprint PAY-HIS-05"}},
	{"another person", func(e *payment.Event) { e.Who = "Người Khác" }, []string{"/fingerprint PAY-HIS-05"}},
	{"a reason put in", func(e *payment.Event) { e.Reason = "thêm" }, []string{"/fingerprint PAY-HIS-05"}},
	{"another amount", func(e *payment.Event) {
		c := *e.Claim
		c.Amount, e.Claim = payment.MustMoney("24000 VND"), &c
	}, []string{"/fingerprint PAY-HIS-05"}},
	{"no fingerprint", func(e *payment.Event) { e.Fingerprint = "" }, []string{"/fingerprint PAY-HIS-05"}},
	{"no claim", func(e *payment.Event) { e.Claim = nil }, []string{"/claim PAY-ORD-05", "/fingerprint PAY-HIS-05"}},
	{"a posting less", func(e *payment.Event) { e.Postings = e.Postings[1:] }, []string{"/postings PAY-HIS-06"}},
	{"a posting on no book", func(e *payment.Event) {
		e.Postings = append(e.Postings[:1:1], payment.Posting{Amount: e.Postings[0].Amount.Neg()})
	}, []string{"/postings PAY-HIS-06"}},
	{"postings that add up to 0 only across currencies", func(e *payment.Event) {
		e.Postings = []payment.Posting{{Book: payment.BookClearing, Amount: payment.MustMoney("100 VND")}, {Book: payment.BookExcess, Amount: payment.MustMoney("-1 USD")}}
	}, []string{"/postings PAY-HIS-06"}},
}

func TestBadEvents(t *testing.T) {
	sound := history(t)
	for i := range sound {
		if faults := sound[i].Check(); len(faults) > 0 {
			t.Fatal(faults)
		}
	}
	for _, c := range badEvents {
		e := sound[2]
		e.Postings = slices.Clone(e.Postings)
		c.change(&e)
		if diff := cmp.Diff(c.want, places(e.Check())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// badReplays are changes of a sound history – opened, started, paid, paid again, a refund
// asked for, and settled – and what is found.
var badReplays = []struct {
	name   string
	change func([]payment.Event) []payment.Event
	want   []string
}{
	{"an event twice", func(h []payment.Event) []payment.Event { return slices.Insert(h, 3, h[2]) }, []string{"/3/id PAY-HIS-01"}},
	{"an event before the one above it", func(h []payment.Event) []payment.Event {
		h[3].At = h[2].At.Add(-time.Second)
		return h
	}, []string{"/3/at PAY-HIS-02"}},
	{"the attempt removed: claims of nothing, and a refund of nothing", func(h []payment.Event) []payment.Event { return slices.Delete(h, 1, 2) },
		[]string{"/1/action PAY-HIS-03", "/2/action PAY-HIS-03", "/3/action PAY-HIS-03", "/4/to PAY-HIS-04"}},
	{"the opening removed", func(h []payment.Event) []payment.Event { return h[1:2] }, []string{"/0/action PAY-HIS-03"}},
	{"opened twice", func(h []payment.Event) []payment.Event {
		again := h[0]
		again.ID, again.At = "again", h[1].At
		return append(h[:1:1], again)
	}, []string{"/1/action PAY-HIS-03"}},
	{"a settlement before what it settles", func(h []payment.Event) []payment.Event {
		h[4], h[5] = h[5], h[4]
		h[4].At, h[5].At = h[5].At, h[4].At
		return h
	}, []string{"/4/action PAY-HIS-03"}},
	{"another state", func(h []payment.Event) []payment.Event { h[2].To = payment.StateOverpaid; return h }, []string{"/2/to PAY-HIS-04"}},
	{"another amount on the books, balanced", func(h []payment.Event) []payment.Event {
		h[2].Postings = slices.Clone(h[2].Postings)
		for i := range h[2].Postings {
			h[2].Postings[i].Amount, _ = h[2].Postings[i].Amount.Mul(2)
		}
		return h
	}, []string{"/2/postings PAY-HIS-06"}},
	{"nothing on the books", func(h []payment.Event) []payment.Event { h[2].Postings = nil; return h }, []string{"/2/postings PAY-HIS-06"}},
	{"a fingerprint of something else", func(h []payment.Event) []payment.Event { h[2].Fingerprint = h[3].Fingerprint; return h }, []string{"/2/fingerprint PAY-HIS-05"}},
	{"what a claim says, said again under another id", func(h []payment.Event) []payment.Event {
		again := h[2]
		again.ID, again.At = "again", h[5].At
		return append(h, again)
	}, []string{"/6/claim PAY-HIS-07"}},
	{"two faults far apart, both told", func(h []payment.Event) []payment.Event {
		h[1].To, h[5].To = payment.StatePaid, payment.StateWaived
		return h
	}, []string{"/1/to PAY-HIS-04", "/5/to PAY-HIS-04"}},
}

func TestBadReplays(t *testing.T) {
	if o, faults := payment.Replay(history(t)); len(faults) > 0 || o.State != payment.StatePartlyRefunded {
		t.Fatalf("%v %v", o, faults)
	}
	if o, faults := payment.Replay(nil); len(faults) > 0 || o.Version() != 0 {
		t.Errorf("no history: %v %v", o, faults)
	}
	for _, c := range badReplays {
		_, faults := payment.Replay(c.change(history(t)))
		if diff := cmp.Diff(c.want, places(faults)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestReplayIsFold: of a sound history both make the same order, and so does applying
// one event after another.
func TestReplayIsFold(t *testing.T) {
	h := history(t)
	replayed, _ := payment.Replay(h)
	folded, applied := payment.Fold(h), &payment.Order{}
	for _, e := range h {
		applied.Apply(e)
	}
	for name, o := range map[string]*payment.Order{"replayed": replayed, "applied": applied} {
		if o.State != folded.State || o.Version() != folded.Version() || !cmp.Equal(o.Sums, folded.Sums, moneyEqual) || o.Taken != folded.Taken || o.Refunded != folded.Refunded {
			t.Errorf("%s: %v, folded: %v", name, o, folded)
		}
	}
}

var moneyEqual = cmp.Comparer(func(a, b payment.Money) bool { return a == b })
