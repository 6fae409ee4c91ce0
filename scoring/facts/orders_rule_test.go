package facts_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring/facts"
)

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

// TestOrdersRule: what the sources leave open is for the rules: by which methods a payment
// counts, and whether what was waived or expired is an obligation. Messages are read by
// rules of their own.
func TestOrdersRule(t *testing.T) {
	open := func(*account) {}
	pay := func(m payment.Method) func(*account) { return func(a *account) { a.pay(march(3, 8), m, "") } }
	waive := func(a *account) { a.relieve(march(3, 8), payment.ActionWaive, "1 VND") }
	expire := func(a *account) { a.do(march(3, 9), payment.ActionExpire, payment.RoleSystem, payment.Details{}) }
	for name, row := range map[string]struct {
		change func(*facts.OrderRule)
		want   string // portal, gateway, a code at the counter, cash, waived, expired, unpaid
	}{
		"as shipped":                         {func(*facts.OrderRule) {}, "paid paid due due due due due"},
		"the national portal alone":          {func(r *facts.OrderRule) { r.Online = []payment.Method{payment.MethodPortal} }, "paid due due due due due due"},
		"codes at the counter too":           {func(r *facts.OrderRule) { r.Online = append(r.Online, payment.MethodQR) }, "paid paid paid due due due due"},
		"what was waived is none":            {func(r *facts.OrderRule) { r.Waived = false }, "paid paid due due free due due"},
		"what expired is none":               {func(r *facts.OrderRule) { r.Expired = false }, "paid paid due due due free due"},
		"neither is, whatever the codes say": {func(r *facts.OrderRule) { r.Waived, r.Expired = false, false }, "paid paid due due free free due"},
	} {
		rules := facts.StandardRules()
		row.change(&rules.Orders)
		rules.PaidOnline.Codes = []int64{0}
		g, err := facts.NewRegister(&facts.Options{Rules: rules})
		if err != nil {
			t.Fatal(err)
		}
		rules.Orders = facts.OrderRule{} // the register keeps its own
		got := ""
		for i, live := range []func(*account){pay(payment.MethodPortal), pay(payment.MethodGateway), pay(payment.MethodQR), pay(payment.MethodCash), waive, expire, open} {
			code := fmt.Sprintf("H44.60-260302-%04d", i)
			g.Message(owing(code, 1))
			a := newAccount(t, "A", code, march(2, 9), "1 VND")
			a.o.Opening.Due = march(3, 9)
			live(a)
			id, err := g.Orders(code, ordersIn(a))
			if err != nil {
				t.Fatal(err)
			}
			got += " " + paidAt(t, g, id, march(4, 0))
		}
		if got[1:] != row.want {
			t.Errorf("%s: %s, want %s", name, got[1:], row.want)
		}
	}
	for _, online := range [][]payment.Method{nil, {payment.MethodPortal, 0}, {99}} {
		rules := facts.StandardRules()
		rules.Orders.Online = online
		if _, err := facts.NewRegister(&facts.Options{Rules: rules}); err == nil || !strings.Contains(err.Error(), "/orders/online") {
			t.Errorf("%v: %v", online, err)
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
