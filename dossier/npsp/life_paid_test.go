package npsp_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// cashDesk is a house with one dossier, whose orders are demanded and paid.
type cashDesk struct {
	t    *testing.T
	desk settlement.Desk
	made int
}

const paidFor = "H56.12-260302-0001"

func newCashDesk(t *testing.T) *cashDesk {
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	clock := func() time.Time { now = now.Add(time.Second); return now }
	log := new(motcua.MemoryLog)
	c := &cashDesk{t: t, desk: settlement.Desk{Orders: register.Register{Log: log, Clock: clock}, Dossiers: history.Store{Log: log, Clock: clock, Retries: 5}, Unit: "H56.12"}}
	place := dossier.Place{Unit: "H56.12", Name: "Xã Mẫu"}
	c.tell(&dossier.Command{ID: "f", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: dossier.Details{Filing: &dossier.Filing{
		Code: paidFor, Procedure: "1.001193", Name: "Đăng ký khai sinh", Channel: motcua.ChannelOnline, Delivery: dossier.DeliveryCounter,
		Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Người nộp mẫu"}}, Reception: place, Competent: place,
	}}})
	return c
}

func (c *cashDesk) tell(command *dossier.Command) {
	c.t.Helper()
	if _, err := c.desk.Dossiers.Execute(c.t.Context(), paidFor, command, &dossier.Setting{}); err != nil {
		c.t.Fatal(err)
	}
}

func (c *cashDesk) do(order string, action payment.Action, by payment.Role, d payment.Details) {
	c.t.Helper()
	c.made++
	if _, err := c.desk.Orders.Execute(c.t.Context(), order, &payment.Command{ID: fmt.Sprint("x", c.made), Action: action, By: by, Details: d}); err != nil {
		c.t.Fatal(err)
	}
}

// pay demands an order and has it paid in equal parts, or not at all.
func (c *cashDesk) pay(order, amount string, methods ...payment.Method) {
	c.t.Helper()
	m := payment.MustMoney(amount)
	line := payment.Line{
		Name: motcua.Text{Vi: "Lệ phí"}, Kind: payment.KindLePhi, Quantity: motcua.MustDecimal("1"), Full: m, Amount: m,
		Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw},
	}
	if err := c.desk.Demand(c.t.Context(), &payment.Opening{ID: order, Dossier: paidFor, Unit: "H56.12", Moment: payment.MomentBefore, Lines: []payment.Line{line}}); err != nil {
		c.t.Fatal(err)
	}
	for i, method := range methods {
		part, _ := payment.NewMoney(m.Minor()/int64(len(methods)), payment.VND)
		reference, by := payment.Reference(order, i+1), payment.RolePayer
		if !method.Online() {
			by = payment.RoleCashier
		}
		c.do(order, payment.ActionStart, by, payment.Details{Attempt: &payment.Attempt{Reference: reference, Method: method, Amount: part}})
		claim := payment.Claim{Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "G" + reference, Amount: part, Origin: payment.OriginCallback}
		if _, err := c.desk.Report(c.t.Context(), claim); err != nil {
			c.t.Fatal(err)
		}
	}
}

func (c *cashDesk) refund(order, amount string) {
	c.t.Helper()
	m := payment.MustMoney(amount)
	c.do(order, payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "rút hồ sơ", Refund: &payment.Refund{ID: "R1", Amount: m, Available: m, Method: payment.MethodPortal}})
	c.do(order, payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "R1", Outcome: payment.OutcomeSucceeded}})
}

// flags are what the dossier says by itself, in a message and in its brief, and what the
// orders say.
func (c *cashDesk) flags() string {
	c.t.Helper()
	d, _, err := c.desk.Dossiers.Load(c.t.Context(), paidFor)
	if err != nil {
		c.t.Fatal(err)
	}
	m, _, _, err := npsp.MessagesOf(d, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	briefs, err := npsp.BriefsOf(d, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	orders, err := c.desk.Orders.OfDossier(c.t.Context(), paidFor)
	if err != nil {
		c.t.Fatal(err)
	}
	return fmt.Sprintf("%s %d, %s", m.DuocThanhToanTrucTuyen, briefs[0].Payment, npsp.PaidOnline(settlement.StandingOf(orders).Online()))
}

// TestPaidAsSettled: what settlement told a dossier of its orders is what the portal is
// told; where money went back since, the orders know better.
func TestPaidAsSettled(t *testing.T) {
	const portal, gateway, qr, cash = payment.MethodPortal, payment.MethodGateway, payment.MethodQR, payment.MethodCash
	for _, row := range []struct {
		why  string
		do   func(*cashDesk)
		want string // by the dossier, by its brief, by the orders
	}{
		{"nothing to pay", func(*cashDesk) {}, "0 0, 0"},
		{"not paid", func(c *cashDesk) { c.pay("HD1", "5000 VND") }, "0 0, 0"},
		{"portal", func(c *cashDesk) { c.pay("HD1", "5000 VND", portal) }, "1 1, 1"},
		{"provincial gateway", func(c *cashDesk) { c.pay("HD1", "5000 VND", gateway) }, "2 2, 2"},
		{"half by each", func(c *cashDesk) { c.pay("HD1", "5000 VND", portal, gateway) }, "2 2, 2"},
		{"QR at the counter", func(c *cashDesk) { c.pay("HD1", "5000 VND", qr) }, "0 0, 0"},
		{"transfer", func(c *cashDesk) { c.pay("HD1", "5000 VND", payment.MethodTransfer) }, "0 0, 0"},
		{"cash", func(c *cashDesk) { c.pay("HD1", "5000 VND", cash) }, "0 0, 0"},
		{"half in cash", func(c *cashDesk) { c.pay("HD1", "5000 VND", portal, cash) }, "0 0, 0"},
		{"two orders, both online", func(c *cashDesk) { c.pay("HD1", "5000 VND", gateway); c.pay("HD2", "7000 VND", portal) }, "2 2, 2"},
		{"two orders, the second in cash", func(c *cashDesk) { c.pay("HD1", "5000 VND", portal); c.pay("HD2", "7000 VND", cash) }, "0 0, 0"},
		{"two orders, the first by QR", func(c *cashDesk) { c.pay("HD1", "5000 VND", qr); c.pay("HD2", "7000 VND", gateway) }, "0 0, 0"},
		{"refunded in full", func(c *cashDesk) { c.pay("HD1", "5000 VND", portal); c.refund("HD1", "5000 VND") }, "1 1, 0"}, // the dossier was told once
		{"a second order that is not paid", func(c *cashDesk) { c.pay("HD1", "5000 VND", portal); c.pay("HD2", "7000 VND") }, "1 1, 0"},
		{"a second order that was cancelled", func(c *cashDesk) {
			c.pay("HD1", "5000 VND", portal)
			c.pay("HD2", "7000 VND")
			c.do("HD2", payment.ActionCancel, payment.RoleOfficer, payment.Details{Reason: "nhầm"})
		}, "1 1, 1"},
	} {
		t.Run(row.why, func(t *testing.T) {
			c := newCashDesk(t)
			row.do(c)
			if got := c.flags(); got != row.want {
				t.Errorf("%s, want %s", got, row.want)
			}
		})
	}
}

// The portal is told of a payment by a code; after a full refund it is told otherwise.
func ExamplePaidOnline() {
	m := npsp.Dossier{DuocThanhToanTrucTuyen: npsp.PaidOnline(dossier.GatewayNational)}
	fmt.Println(m.DuocThanhToanTrucTuyen)
	var standing settlement.Standing // of the orders as they are now
	m.DuocThanhToanTrucTuyen = npsp.PaidOnline(standing.Online())
	fmt.Println(m.DuocThanhToanTrucTuyen)
	// Output:
	// 1
	// 0
}
