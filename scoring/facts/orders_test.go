package facts_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

const ordersOf = "H44.60-260302-0001"

// march is a time of March 2026: a day and an hour.
func march(day, hour int) time.Time {
	return time.Date(2026, time.March, day, hour, 0, 0, 0, motcua.Vietnam())
}

// account makes the history of one order, whose commands must all be lawful.
type account struct {
	t testing.TB
	o *payment.Order
}

func newAccount(t testing.TB, id, dossier string, at time.Time, amounts ...string) *account {
	a := &account{t, new(payment.Order)}
	var lines []payment.Line
	for _, amount := range amounts {
		m := payment.MustMoney(amount)
		lines = append(lines, payment.Line{
			Name: motcua.Text{Vi: "Lệ phí mẫu"}, Kind: payment.KindLePhi, Quantity: motcua.MustDecimal("1"), Full: m, Amount: m,
			Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw},
		})
	}
	return a.do(at, payment.ActionOpen, payment.RoleSystem, payment.Details{Opening: &payment.Opening{ID: id, Dossier: dossier, Unit: "H44.60", Moment: payment.MomentBefore, Lines: lines}})
}

func (a *account) do(at time.Time, action payment.Action, by payment.Role, d payment.Details) *account {
	a.t.Helper()
	e, err := a.o.Decide(&payment.Command{ID: fmt.Sprint("c", len(a.o.Events)), Action: action, By: by, Details: d}, at)
	if err != nil {
		a.t.Fatal(err)
	}
	a.o.Apply(e)
	return a
}

// pay is an attempt that succeeds; "" is all that is left.
func (a *account) pay(at time.Time, m payment.Method, amount string) *account {
	a.t.Helper()
	sum := a.o.Rest()
	if amount != "" {
		sum = payment.MustMoney(amount)
	}
	reference := payment.Reference(a.o.ID(), len(a.o.Tries)+1)
	by := payment.RolePayer
	if !m.Online() {
		by = payment.RoleCashier
	}
	a.do(at, payment.ActionStart, by, payment.Details{Attempt: &payment.Attempt{Reference: reference, Method: m, Amount: sum}})
	return a.do(at, payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{
		Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "G" + reference, Amount: sum, Origin: payment.OriginCallback,
	}})
}

// refund asks for money back; settle says that it went.
func (a *account) refund(at time.Time, amount string) *account {
	a.t.Helper()
	return a.do(at, payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "rút hồ sơ", Refund: &payment.Refund{
		ID: fmt.Sprint("R", len(a.o.Refunds)+1), Amount: payment.MustMoney(amount), Available: a.o.Available(), Method: payment.MethodPortal,
	}})
}

func (a *account) settle(at time.Time, outcome payment.Outcome) *account {
	a.t.Helper()
	return a.do(at, payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: fmt.Sprint("R", len(a.o.Refunds)), Outcome: outcome}})
}

func ordersIn(list ...*account) []*payment.Order {
	var orders []*payment.Order
	for _, a := range list {
		orders = append(orders, a.o)
	}
	return orders
}

// owing is a message of a dossier received on 2 March: with a fee, and paid online or not
// as the code says.
func owing(code string, payment npsp.Code) *npsp.Brief {
	return &npsp.Brief{
		Kind: npsp.KindDossier, Dossier: []byte(code), Procedure: []byte("1.004194"), Received: 20260302080000, Due: 20260430080000,
		Channel: 2, Place: 2, Payment: payment, State: 2, Digitised: npsp.CodeAbsent, Verified: npsp.CodeAbsent, FeeLines: 1, FeesAboveZero: 1,
	}
}

// paidAt is what a register says of a dossier at a cut: "due", "paid", or "free".
func paidAt(t interface{ Fatal(...any) }, g *facts.Register, id int, cut time.Time) string {
	table, rows := g.Rows(id, nil)
	i := slices.IndexFunc(rows, func(r counting.Row) bool { return r.Since <= cut.Unix() && cut.Unix() < r.Until })
	if i < 0 {
		t.Fatal("no row stands at ", cut)
	}
	value := func(column string) string { return g.Names().Value(&rows[i], table, column).String() }
	switch due, paid := value("feeDue"), value("paidOnline"); {
	case due == "true" && paid == "true":
		return "paid"
	case due == "true" && paid == "false":
		return "due"
	case due == "false" && paid == "false":
		return "free"
	default:
		return due + paid
	}
}

// TestOrdersAtCuts: whether a dossier owes and has paid follows from its orders as they
// stood at each cut, whatever its message says.
func TestOrdersAtCuts(t *testing.T) {
	const portal, gateway = payment.MethodPortal, payment.MethodGateway
	open := func(id string, amounts ...string) *account {
		return newAccount(t, id, ordersOf, march(2, 9), amounts...)
	}
	for _, row := range []struct {
		why    string
		orders []*account
		want   string // at the ends of 1, 2, 3, 5, 9 and 10 March
	}{
		{"not opened before 2 March, paid on the 3rd, refunded on the 10th", []*account{open("A", "25000 VND").pay(march(3, 9), portal, "").refund(march(9, 9), "25000 VND").settle(march(10, 9), payment.OutcomeSucceeded)}, "free due paid paid paid due"},
		{"the provincial gateway counts as well", []*account{open("A", "25000 VND").pay(march(3, 9), gateway, "")}, "free due paid paid paid paid"},
		{"a refund in part leaves it paid", []*account{open("A", "25000 VND").pay(march(3, 9), portal, "").refund(march(9, 9), "24999 VND").settle(march(10, 9), payment.OutcomeSucceeded)}, "free due paid paid paid paid"},
		{"a refund that failed as well", []*account{open("A", "25000 VND").pay(march(3, 9), portal, "").refund(march(9, 9), "25000 VND").settle(march(10, 9), payment.OutcomeFailed)}, "free due paid paid paid paid"},
		{"a QR code at the counter is not online", []*account{open("A", "25000 VND").pay(march(3, 9), payment.MethodQR, "")}, "free due due due due due"},
		{"nor is a transfer", []*account{open("A", "25000 VND").pay(march(3, 9), payment.MethodTransfer, "")}, "free due due due due due"},
		{"nor cash", []*account{open("A", "25000 VND").pay(march(3, 9), payment.MethodCash, "")}, "free due due due due due"},
		{"nor a card at the counter", []*account{open("A", "25000 VND").pay(march(3, 9), payment.MethodCard, "")}, "free due due due due due"},
		{"in full means all of it", []*account{open("A", "20000 VND", "5000 VND").pay(march(3, 9), portal, "20000 VND").pay(march(5, 9), gateway, "")}, "free due due paid paid paid"},
		{"part in cash is not online", []*account{open("A", "25000 VND").pay(march(3, 9), portal, "20000 VND").pay(march(5, 9), payment.MethodCash, "")}, "free due due due due due"},
		{"lines of 0 are no obligation", []*account{open("A", "0 VND", "0 VND")}, "free free free free free free"},
		{"one line above 0 is", []*account{open("A", "0 VND", "1 VND").pay(march(3, 9), portal, "")}, "free due paid paid paid paid"},
		{"an order of 0 beside does not matter", []*account{open("A", "0 VND"), open("B", "5000 VND").pay(march(3, 9), portal, "")}, "free due paid paid paid paid"},
		{"every order has to be paid", []*account{open("A", "5000 VND").pay(march(3, 9), portal, ""), newAccount(t, "B", ordersOf, march(5, 9), "7000 VND").pay(march(9, 9), gateway, "")}, "free due paid due paid paid"},
		{"and online", []*account{open("A", "5000 VND").pay(march(3, 9), portal, ""), open("B", "7000 VND").pay(march(9, 9), payment.MethodCash, "")}, "free due due due due due"},
		{"a cancelled one does not count", []*account{open("A", "5000 VND").pay(march(3, 9), portal, ""), open("B", "7000 VND").do(march(5, 9), payment.ActionCancel, payment.RoleOfficer, payment.Details{Reason: "nhầm"})}, "free due due paid paid paid"},
	} {
		for _, said := range []npsp.Code{npsp.CodeAbsent, 0, 1} {
			g := registerWith(t, nil)
			g.Message(owing(ordersOf, said))
			id, err := g.Orders(ordersOf, ordersIn(row.orders...))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, day := range []int{1, 2, 3, 5, 9, 10} {
				got += " " + paidAt(t, g, id, march(day, 24).Add(-time.Second))
			}
			if got[1:] != row.want {
				t.Errorf("%s, where the message says %v: %s, want %s", row.why, said, got[1:], row.want)
			}
		}
	}
}

// TestOrdersBySecond: a payment counts from the second on at which it was recorded; one
// that is recorded with an earlier time than what came before it, not before that.
func TestOrdersBySecond(t *testing.T) {
	a := newAccount(t, "A", ordersOf, march(3, 9), "25000 VND").pay(march(4, 9), payment.MethodPortal, "")
	a.o.Events[2].At = march(3, 8)
	a.o.Events[1].At = march(3, 10).Add(time.Second / 2)
	g := registerWith(t, nil)
	g.Message(owing(ordersOf, 0))
	id, err := g.Orders(ordersOf, ordersIn(a))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		at   time.Time
		want string
	}{
		{march(3, 9).Add(-time.Second), "free"}, {march(3, 9), "due"}, {march(3, 10).Add(-time.Second), "due"}, {march(3, 10), "paid"},
	} {
		if got := paidAt(t, g, id, row.at); got != row.want {
			t.Errorf("at %v %s, want %s", row.at, got, row.want)
		}
	}
}

// TestOrdersOfGateways: which gateways count is for the rules.
func TestOrdersOfGateways(t *testing.T) {
	rules := facts.StandardRules()
	rules.PaidOnline.Codes = []int64{0, 1}
	g, err := facts.NewRegister(&facts.Options{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range []struct {
		m    payment.Method
		want string
	}{{payment.MethodPortal, "paid"}, {payment.MethodGateway, "due"}, {payment.MethodCash, "due"}} {
		code := fmt.Sprintf("H44.60-260302-%04d", i)
		g.Message(owing(code, 1))
		id, err := g.Orders(code, ordersIn(newAccount(t, "A", code, march(2, 9), "1 VND").pay(march(3, 9), row.m, "")))
		if got := paidAt(t, g, id, march(4, 0)); err != nil || got != row.want {
			t.Errorf("%v: %s, %v", row.m, got, err)
		}
	}
}

func TestOrdersRefused(t *testing.T) {
	good := newAccount(t, "A", ordersOf, march(2, 9), "1 VND")
	wild := newAccount(t, "W", ordersOf, march(2, 9), "1 VND")
	wild.o.Events[0].At = time.Time{}
	late := newAccount(t, "L", ordersOf, march(2, 9), "1 VND")
	late.o.Events[0].At = time.Date(3000, time.January, 1, 0, 0, 0, 0, motcua.Vietnam())
	for _, row := range []struct {
		why, code string
		order     *payment.Order
		class     error
		text      string
	}{
		{"of another dossier", ordersOf, newAccount(t, "B", "H44.60-260302-0002", march(2, 9), "1 VND").o, facts.ErrOtherDossier, `order "B": it is no order of this dossier`},
		{"of none", "", newAccount(t, "B", "", march(2, 9), "1 VND").o, facts.ErrOtherDossier, `order "B": it is no order of this dossier`},
		{"not opened", ordersOf, new(payment.Order), facts.ErrOtherDossier, `order "": it is no order of this dossier`},
		{"nil", ordersOf, nil, facts.ErrOtherDossier, `order "": it is no order of this dossier`},
		{"without a time", ordersOf, wild.o, facts.ErrOrderTime, `order "W": an event of it lies outside the years that can be counted`},
		{"too late a time", ordersOf, late.o, facts.ErrOrderTime, `order "L": an event of it lies outside the years that can be counted`},
	} {
		g := registerWith(t, nil)
		_, err := g.Orders(row.code, []*payment.Order{good.o, row.order})
		if row.code == "" {
			_, err = g.Orders(row.code, []*payment.Order{row.order})
		}
		var refused *facts.OrderError
		if !errors.As(err, &refused) || !errors.Is(err, row.class) || err.Error() != row.text || g.IDs() != 0 {
			t.Errorf("%s: %v, %d ids", row.why, err, g.IDs())
		}
	}
	g := registerWith(t, nil)
	g.Message(owing(ordersOf, 1))
	other := newAccount(t, "A", "000.00.60.H44-260302-0001", march(2, 9), "1 VND") // the same code in the other order
	if id, err := g.Orders(ordersOf, nil); err != nil || paidAt(t, g, id, march(2, 9)) != "paid" {
		t.Errorf("no orders say something, %v", err)
	}
	if id, err := g.Orders(ordersOf, ordersIn(other)); err != nil || paidAt(t, g, id, march(2, 9)) != "due" {
		t.Errorf("the other order of a code: %v", err)
	}
}
