package settlement_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
)

// story makes an order without a Log.
type story struct {
	t   testing.TB
	o   *payment.Order
	now time.Time
}

func (s *story) do(a payment.Action, by payment.Role, d payment.Details) {
	s.t.Helper()
	s.now = s.now.Add(time.Minute)
	e, err := s.o.Decide(&payment.Command{ID: fmt.Sprint(len(s.o.Events)), Action: a, By: by, Details: d}, s.now)
	if err != nil {
		s.t.Fatal(err)
	}
	s.o.Apply(e)
}

// told begins the story of an order for lines of some amounts.
func told(t testing.TB, amounts ...string) *story {
	s := &story{t, new(payment.Order), morning}
	s.do(payment.ActionOpen, payment.RoleSystem, payment.Details{Opening: order("HD1", code, amounts...)})
	return s
}

func (s *story) start(m payment.Method, amount string) {
	s.t.Helper()
	s.do(payment.ActionStart, payment.RoleCashier, payment.Details{Attempt: &payment.Attempt{
		Reference: payment.Reference("HD1", len(s.o.Tries)+1), Method: m, Amount: payment.MustMoney(amount), Expires: s.now.Add(2 * time.Minute)}})
}

// claim reports of the last attempt.
func (s *story) claim(outcome payment.Outcome, transaction, amount string) {
	s.t.Helper()
	s.do(payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{
		Reference: s.o.Tries[len(s.o.Tries)-1].Reference, Outcome: outcome, Transaction: transaction, Amount: payment.MustMoney(amount), Origin: payment.OriginCallback}})
}

func (s *story) pay(m payment.Method, amount string) {
	s.t.Helper()
	s.start(m, amount)
	s.claim(payment.OutcomeSucceeded, fmt.Sprint("G", len(s.o.Tries)), amount)
}

func (s *story) waive(amount string) {
	s.t.Helper()
	s.do(payment.ActionWaive, payment.RoleOfficer, payment.Details{Relief: &payment.Relief{
		Amount: payment.MustMoney(amount), Rule: "r", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}}})
}

func (s *story) support() {
	s.t.Helper()
	s.do(payment.ActionSupport, payment.RoleOfficer, payment.Details{Relief: &payment.Relief{
		Amount: payment.MustMoney("5000 VND"), Rule: "r", Source: motcua.Source{Act: "77/2025/NQ-HĐND", Basis: motcua.BasisLaw}}})
}

func (s *story) cancel() {
	s.t.Helper()
	s.do(payment.ActionCancel, payment.RoleOfficer, payment.Details{Reason: "lập nhầm"})
}

func (s *story) expire() {
	s.t.Helper()
	s.now = s.now.AddDate(0, 0, 11)
	s.do(payment.ActionExpire, payment.RoleSystem, payment.Details{})
}

// refund asks for money to go back; refunded also says that it went.
func (s *story) refund(amount string) {
	s.t.Helper()
	s.do(payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "hoàn trả", Refund: &payment.Refund{
		ID: fmt.Sprint("R", len(s.o.Refunds)), Amount: payment.MustMoney(amount), Available: s.o.Available(), Method: payment.MethodTransfer}})
}

func (s *story) refunded(amount string) {
	s.t.Helper()
	s.refund(amount)
	s.do(payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: s.o.Refunds[len(s.o.Refunds)-1].ID, Outcome: payment.OutcomeSucceeded}})
}

// dispute contests a sum; lost also says that the bank gave it back.
func (s *story) dispute(transaction, amount string) {
	s.t.Helper()
	s.do(payment.ActionDispute, payment.RoleGateway, payment.Details{Dispute: &payment.Dispute{ID: "D", Transaction: transaction, Amount: payment.MustMoney(amount)}})
}

func (s *story) lost(transaction, amount string) {
	s.t.Helper()
	s.dispute(transaction, amount)
	s.do(payment.ActionSettleDispute, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "D", Outcome: payment.OutcomeSucceeded}})
}

const portal, gateway, cash, qr = payment.MethodPortal, payment.MethodGateway, payment.MethodCash, payment.MethodQR

// orders are orders for 5000 đồng in every state, and what a dossier is told of them.
var orders = []struct {
	name   string
	live   func(*story)
	state  payment.State
	paid   bool
	amount string // taken
	waived string
	online dossier.Gateway
}{
	{"opened", func(*story) {}, payment.StateOpened, false, "", "", 0},
	{"an attempt is under way", func(s *story) { s.start(portal, "5000 VND") }, payment.StateAttempted, false, "", "", 0},
	{"it failed", func(s *story) { s.start(portal, "5000 VND"); s.claim(payment.OutcomeFailed, "", "0 VND") }, payment.StateAttemptFailed, false, "", "", 0},
	{"paid in part", func(s *story) { s.pay(portal, "4999 VND") }, payment.StatePartlyPaid, false, "", "", 0},
	{"paid", func(s *story) { s.pay(portal, "5000 VND") }, payment.StatePaid, true, "5000 VND", "0", dossier.GatewayNational},
	{"paid through the provincial gateway", func(s *story) { s.pay(gateway, "5000 VND") }, payment.StatePaid, true, "5000 VND", "0", dossier.GatewayLocal},
	{"paid through both", func(s *story) { s.pay(gateway, "2000 VND"); s.pay(portal, "3000 VND") }, payment.StatePaid, true, "5000 VND", "0", dossier.GatewayLocal},
	{"paid at the counter", func(s *story) { s.pay(qr, "5000 VND") }, payment.StatePaid, true, "5000 VND", "0", 0},
	{"a part of it in cash", func(s *story) { s.pay(portal, "4000 VND"); s.pay(cash, "1000 VND") }, payment.StatePaid, true, "5000 VND", "0", 0},
	{"a part of it waived", func(s *story) { s.waive("2000 VND"); s.pay(portal, "3000 VND") }, payment.StatePaid, true, "3000 VND", "2000 VND", dossier.GatewayNational},
	{"paid twice", func(s *story) { s.pay(portal, "5000 VND"); s.claim(payment.OutcomeSucceeded, "G9", "5000 VND") }, payment.StateOverpaid, true, "10000 VND", "0", dossier.GatewayNational},
	{"paid, and a sum nobody explains", func(s *story) { s.pay(portal, "5000 VND"); s.claim(payment.OutcomeSucceeded, "G9", "7 VND") }, payment.StateSuspended, true, "5000 VND", "0", dossier.GatewayNational},
	{"a sum nobody explains", func(s *story) { s.start(portal, "5000 VND"); s.claim(payment.OutcomeSucceeded, "G9", "7 VND") }, payment.StateSuspended, false, "", "", 0},
	{"gone back in full, and a sum nobody explains", func(s *story) {
		s.pay(portal, "5000 VND")
		s.refunded("5000 VND")
		s.claim(payment.OutcomeSucceeded, "G9", "7 VND")
	}, payment.StateSuspended, false, "", "", 0},
	{"contested", func(s *story) { s.pay(portal, "5000 VND"); s.dispute("G1", "5000 VND") }, payment.StateDisputed, true, "5000 VND", "0", dossier.GatewayNational},
	{"given back by the bank", func(s *story) { s.pay(portal, "5000 VND"); s.lost("G1", "5000 VND") }, payment.StateChargedBack, false, "", "", 0},
	{"on its way back", func(s *story) { s.pay(portal, "5000 VND"); s.refund("5000 VND") }, payment.StateRefunding, true, "5000 VND", "0", dossier.GatewayNational},
	{"gone back in part", func(s *story) { s.pay(portal, "5000 VND"); s.refunded("4999 VND") }, payment.StatePartlyRefunded, true, "5000 VND", "0", dossier.GatewayNational},
	{"gone back in full", func(s *story) { s.pay(portal, "5000 VND"); s.refunded("5000 VND") }, payment.StateRefunded, false, "", "", 0},
	{"gone back, and less had come", func(s *story) {
		s.pay(qr, "5000 VND")
		s.refunded("5000 VND")
		s.do(payment.ActionCorrect, payment.RoleOfficer, payment.Details{Reason: "đối chiếu", Correction: &payment.Correction{Reference: "HD1T1", Transaction: "G1", Amount: payment.MustMoney("4000 VND")}})
	}, payment.StateOverReturned, false, "", "", 0},
	{"waived in full", func(s *story) { s.waive("5000 VND") }, payment.StateWaived, true, "0 VND", "5000 VND", 0},
	{"not paid in time", func(s *story) { s.expire() }, payment.StateExpired, false, "", "", 0},
	{"nor in full", func(s *story) { s.pay(portal, "4999 VND"); s.expire() }, payment.StateExpiredOwing, false, "", "", 0},
	{"paid when it had expired", func(s *story) {
		s.start(portal, "5000 VND")
		s.expire()
		s.claim(payment.OutcomeSucceeded, "G1", "5000 VND")
	}, payment.StatePaid, true, "5000 VND", "0", dossier.GatewayNational},
	{"cancelled", func(s *story) { s.cancel() }, payment.StateCancelled, false, "", "", 0},
	{"paid when it was cancelled", func(s *story) {
		s.start(portal, "5000 VND")
		s.cancel()
		s.claim(payment.OutcomeSucceeded, "G1", "5000 VND")
	}, payment.StateCancelledOwing, false, "", "", 0},
}

func TestPaymentOf(t *testing.T) {
	seen := map[payment.State]bool{payment.StateNew: true}
	if p, paid := settlement.PaymentOf(new(payment.Order)); paid || p != (dossier.Payment{}) {
		t.Errorf("an order that is not opened: %+v", p)
	}
	for _, c := range orders {
		s := told(t, "5000 VND")
		c.live(s)
		seen[s.o.State] = true
		p, paid := settlement.PaymentOf(s.o)
		if s.o.State != c.state || paid != c.paid {
			t.Errorf("%s: %v, paid: %t", c.name, s.o.State, paid)
		} else if want := (dossier.Payment{}); !paid && p != want {
			t.Errorf("%s: %+v", c.name, p)
		} else if paid && (p.Order != "HD1" || p.Amount.String() != c.amount || p.Waived.String() != c.waived || p.Online != c.online) {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
	for state := payment.StateNew; state <= payment.StateCancelledOwing; state++ {
		if !seen[state] {
			t.Errorf("no order is %v", state)
		}
	}
}

func TestStandingOf(t *testing.T) {
	made := func(amount string, live ...func(*story)) *payment.Order {
		s := told(t, amount)
		for _, f := range live {
			f(s)
		}
		return s.o
	}
	pay := func(m payment.Method, amount string) func(*story) { return func(s *story) { s.pay(m, amount) } }
	back := func(amount string) func(*story) { return func(s *story) { s.refunded(amount) } }
	for _, c := range []struct {
		name   string
		orders []*payment.Order
		want   settlement.Standing
	}{
		{"no orders", nil, settlement.Standing{Settled: true}},
		{"one that is not opened", []*payment.Order{{}}, settlement.Standing{Settled: true}},
		{"lines of 0 alone", []*payment.Order{made("0 VND")}, settlement.Standing{Settled: true}},
		{"nobody paid", []*payment.Order{made("5000 VND")}, settlement.Standing{Obligation: true}},
		{"paid in part", []*payment.Order{made("5000 VND", pay(portal, "4999 VND"))}, settlement.Standing{Obligation: true}},
		{"portal", []*payment.Order{made("5000 VND", pay(portal, "5000 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"portal, and lines of 0", []*payment.Order{made("5000 VND", pay(portal, "5000 VND")), made("0 VND")}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"portal and gateway", []*payment.Order{made("5000 VND", pay(portal, "5000 VND")), made("9 VND", pay(gateway, "9 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: gateway}},
		{"gateway and portal", []*payment.Order{made("9 VND", pay(gateway, "9 VND")), made("5000 VND", pay(portal, "5000 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: gateway}},
		{"one order through both", []*payment.Order{made("5000 VND", pay(portal, "4000 VND"), pay(gateway, "1000 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: gateway}},
		{"a part in cash", []*payment.Order{made("5000 VND", pay(portal, "4000 VND"), pay(cash, "1000 VND"))}, settlement.Standing{Obligation: true, Settled: true}},
		{"another order in cash", []*payment.Order{made("5000 VND", pay(portal, "5000 VND")), made("9 VND", pay(cash, "9 VND"))}, settlement.Standing{Obligation: true, Settled: true}},
		{"another order unpaid", []*payment.Order{made("5000 VND", pay(portal, "5000 VND")), made("9 VND")}, settlement.Standing{Obligation: true}},
		{"a code at the counter is not online", []*payment.Order{made("5000 VND", pay(qr, "5000 VND"))}, settlement.Standing{Obligation: true, Settled: true}},
		{"refunded in full", []*payment.Order{made("5000 VND", pay(portal, "5000 VND"), back("5000 VND"))}, settlement.Standing{Obligation: true, Settled: true}},
		{"refunded in part", []*payment.Order{made("5000 VND", pay(portal, "5000 VND"), back("4999 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"given back by the bank", []*payment.Order{made("5000 VND", pay(portal, "5000 VND"), func(s *story) { s.lost("G1", "5000 VND") })}, settlement.Standing{Obligation: true}},
		{"cancelled, and opened anew", []*payment.Order{made("5000 VND", (*story).cancel), made("5000 VND", pay(portal, "5000 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"cancelled alone", []*payment.Order{made("5000 VND", (*story).cancel)}, settlement.Standing{Settled: true}},
		{"expired alone: an obligation that was not met", []*payment.Order{made("5000 VND", (*story).expire)}, settlement.Standing{Obligation: true, Expired: true}},
		{"expired, with money of the payer", []*payment.Order{made("5000 VND", pay(portal, "4999 VND"), (*story).expire)}, settlement.Standing{Obligation: true, Expired: true}},
		{"lines of 0, and one that was cancelled", []*payment.Order{made("0 VND"), made("5000 VND", (*story).cancel)}, settlement.Standing{Settled: true}},
		{"expired, and an order of 0 in its place", []*payment.Order{made("5000 VND", (*story).expire), made("0 VND")}, settlement.Standing{Settled: true}},
		{"expired, and opened anew", []*payment.Order{made("5000 VND", (*story).expire), made("5000 VND", pay(portal, "5000 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"waived in full: still an obligation, and nobody paid it online", []*payment.Order{made("5000 VND", func(s *story) { s.waive("5000 VND") })}, settlement.Standing{Obligation: true, Waived: true, Settled: true}},
		{"waived when it was paid, and all of it given back", []*payment.Order{made("5000 VND", pay(portal, "5000 VND"), func(s *story) { s.waive("5000 VND") }, back("5000 VND"))}, settlement.Standing{Obligation: true, Waived: true, Settled: true}},
		{"but for one đồng: what is kept was paid online", []*payment.Order{made("5000 VND", pay(portal, "5000 VND"), func(s *story) { s.waive("5000 VND") }, back("4999 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"waived in full, and another of 0", []*payment.Order{made("5000 VND", func(s *story) { s.waive("5000 VND") }), made("0 VND")}, settlement.Standing{Obligation: true, Waived: true, Settled: true}},
		{"waived in full, another is to be paid", []*payment.Order{made("5000 VND", func(s *story) { s.waive("5000 VND") }), made("9 VND")}, settlement.Standing{Obligation: true}},
		{"supported by the budget: it was charged, and paid", []*payment.Order{made("5000 VND", pay(portal, "5000 VND"), (*story).support)}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"waived in part", []*payment.Order{made("5000 VND", func(s *story) { s.waive("1000 VND") }, pay(portal, "4000 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
		{"one waived in full, one online", []*payment.Order{made("5000 VND", func(s *story) { s.waive("5000 VND") }), made("9 VND", pay(portal, "9 VND"))}, settlement.Standing{Obligation: true, Settled: true, Method: portal}},
	} {
		if got := settlement.StandingOf(c.orders); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// TestStandingOnline: which methods count is for the caller, and of them the portal knows
// two gateways.
func TestStandingOnline(t *testing.T) {
	counter := told(t, "5000 VND")
	counter.pay(qr, "5000 VND")
	if s := settlement.StandingOf([]*payment.Order{counter.o}, portal, qr); s.Method != qr || s.Online() != 0 {
		t.Errorf("where a code at the counter counts: %+v", s)
	}
	for m, want := range map[payment.Method]dossier.Gateway{0: 0, portal: dossier.GatewayNational, gateway: dossier.GatewayLocal, cash: 0} {
		if got := (settlement.Standing{Method: m}).Online(); got != want {
			t.Errorf("%v: %v", m, got)
		}
	}
}

func TestGapKinds(t *testing.T) {
	for k, name := range map[settlement.GapKind]string{settlement.GapNotTold: "notTold", settlement.GapNotPaid: "notPaid"} {
		text, err := k.MarshalText()
		var back settlement.GapKind
		if err2 := back.UnmarshalText([]byte(name)); err != nil || err2 != nil || string(text) != name || back != k || k.String() != name {
			t.Errorf("%v: %s %v %v", k, text, err, err2)
		}
	}
	if _, err := settlement.GapKind(0).MarshalText(); err == nil {
		t.Error("an unset kind is written")
	}
}
