package facts_test

import (
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
		ID: fmt.Sprint("R", len(a.o.Refunds)+1), Amount: payment.MustMoney(amount), Available: a.o.Available(), Method: payment.MethodTransfer,
	}})
}

func (a *account) settle(at time.Time, outcome payment.Outcome) *account {
	a.t.Helper()
	return a.do(at, payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: fmt.Sprint("R", len(a.o.Refunds)), Outcome: outcome}})
}

// contested is a sum that the bank gives back, the first that came.
func (a *account) contested(asked, settled time.Time) *account {
	a.t.Helper()
	s := &a.o.Sums[0]
	a.do(asked, payment.ActionDispute, payment.RoleOfficer, payment.Details{Dispute: &payment.Dispute{ID: "D", Transaction: s.Transaction, Amount: s.Amount}})
	return a.do(settled, payment.ActionSettleDispute, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "D", Outcome: payment.OutcomeSucceeded}})
}

// relieve waives an amount, or lets the budget give it back.
func (a *account) relieve(at time.Time, action payment.Action, amount string) *account {
	a.t.Helper()
	return a.do(at, action, payment.RoleOfficer, payment.Details{Relief: &payment.Relief{Amount: payment.MustMoney(amount), Rule: "r2", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}}})
}

// late is an attempt through the portal of which nothing is heard: it is paid in cash, and
// then the portal says that it came.
func (a *account) late(cash, portal time.Time) *account {
	a.t.Helper()
	sum, reference := a.o.Rest(), payment.Reference(a.o.ID(), 1)
	a.do(cash.Add(-time.Hour), payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{Reference: reference, Method: payment.MethodPortal, Amount: sum, Expires: cash.Add(-time.Minute)}})
	a.do(cash, payment.ActionTimeOut, payment.RoleSystem, payment.Details{Reference: reference}).pay(cash, payment.MethodCash, "")
	return a.do(portal, payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{
		Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "GP", Amount: sum, Origin: payment.OriginCallback,
	}})
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
		{"money that the bank gives back is not kept", []*account{open("A", "25000 VND").pay(march(3, 9), portal, "").contested(march(9, 9), march(10, 9))}, "free due paid paid paid due"},
		{"and may be paid again", []*account{open("A", "25000 VND").pay(march(3, 9), portal, "").contested(march(4, 9), march(5, 9)).pay(march(9, 9), gateway, "")}, "free due paid due paid paid"},
		{"what the budget gives back was paid", []*account{open("A", "25000 VND").pay(march(3, 9), portal, "").relieve(march(5, 9), payment.ActionSupport, "25000 VND")}, "free due paid paid paid paid"},
		{"waived in part, and the rest paid", []*account{open("A", "25000 VND").relieve(march(3, 9), payment.ActionWaive, "24999 VND").pay(march(5, 9), portal, "")}, "free due due paid paid paid"},
		{"waived in full", []*account{open("A", "25000 VND").relieve(march(3, 9), payment.ActionWaive, "25000 VND")}, "free due due due due due"},
		{"paid in cash as well, which is given back", []*account{open("A", "25000 VND").late(march(3, 9), march(5, 9)).refund(march(9, 9), "25000 VND").settle(march(10, 9), payment.OutcomeSucceeded)}, "free due due paid paid paid"},
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
