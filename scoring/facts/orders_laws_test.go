package facts_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring/facts"
	"pgregory.net/rapid"
)

// TestOrdersAgain: the same orders, fewer of them, or what they were before, change
// nothing; what happened since does.
func TestOrdersAgain(t *testing.T) {
	a, b := newAccount(t, "A", ordersOf, march(2, 9), "25000 VND").pay(march(3, 9), payment.MethodPortal, ""), newAccount(t, "B", ordersOf, march(4, 9), "1 VND")
	g := registerWith(t, nil)
	g.Message(owing(ordersOf, 0))
	changes := func() (n int) { g.Changes(func(int) { n++ }); return n }
	tell := func(orders ...*payment.Order) int {
		if _, err := g.Orders(ordersOf, orders); err != nil {
			t.Fatal(err)
		}
		return changes()
	}
	changes()
	if tell(a.o, b.o) != 1 {
		t.Error("orders change nothing")
	}
	before := rows(g)
	for _, old := range [][]*payment.Order{{a.o, b.o}, {b.o, a.o}, {a.o}, {b.o, payment.Fold(a.o.Events[:2])}, {a.o, payment.Fold(a.o.Events[:1]), b.o, b.o}, nil} {
		if n := tell(old...); n != 0 || !cmp.Equal(before, rows(g)) {
			t.Errorf("%v: %d changes", old, n)
		}
	}
	b.pay(march(5, 9), payment.MethodPortal, "")
	if tell(b.o, a.o) != 1 || cmp.Equal(before, rows(g)) {
		t.Error("a payment changes nothing")
	}
	if n := g.Notes(); n.Orphans != 0 || n.Dossiers != 1 {
		t.Errorf("%+v", n)
	}
}

// TestOrdersOnce: an order that stands in a list twice is one, as its longest history has
// it; and what passes within a second makes no row.
func TestOrdersOnce(t *testing.T) {
	a := newAccount(t, "A", ordersOf, march(2, 9), "25000 VND").pay(march(3, 9), payment.MethodPortal, "")
	b := newAccount(t, "B", ordersOf, march(4, 9), "1 VND").do(march(4, 9), payment.ActionCancel, payment.RoleOfficer, payment.Details{Reason: "nhầm"})
	for _, orders := range [][]*payment.Order{{a.o}, {a.o, payment.Fold(a.o.Events[:1])}, {payment.Fold(a.o.Events[:1]), a.o, a.o}, {a.o, b.o}} {
		g := registerWith(t, nil)
		g.Message(owing(ordersOf, 0))
		id, err := g.Orders(ordersOf, orders)
		if err != nil {
			t.Fatal(err)
		}
		if got := paidAt(t, g, id, march(5, 9)); got != "paid" || len(rows(g)) != 3 {
			t.Errorf("%v: %s, %d rows", orders, got, len(rows(g)))
		}
	}
}

// TestOrdersInAnyOrder: dossier, messages, ratings and orders, as they were at any time and
// in whatever order they are taken in, come to the same rows, and at any cut to what is
// reckoned from plain lists.
func TestOrdersInAnyOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		orders := drawOrders(r, t)
		var lists [][]*payment.Order
		for range rapid.IntRange(0, 3).Draw(r, "old lists") {
			var list []*payment.Order
			for _, o := range orders {
				if n := rapid.IntRange(0, len(o.Events)).Draw(r, "events"); n > 0 {
					list = append(list, payment.Fold(o.Events[:n]))
				}
			}
			lists = append(lists, list)
		}
		lists = append(lists, orders)
		b := owing(ordersOf, npsp.Code(rapid.IntRange(0, 2).Draw(r, "said")))
		b.FeesAboveZero = int32(rapid.IntRange(0, 1).Draw(r, "fees"))
		if rapid.Bool().Draw(r, "supplement") { // which makes rows of its own
			b.Supplements = []npsp.Supplement{{ID: 1, Asked: 20260305080000, Answered: 20260308080000}}
		}
		m := npsp.Dossier{
			MaHoSo: ordersOf, MaTTHC: "1.004194", KenhThucHien: "2", NgayTiepNhan: "20260302080000", NgayHenTra: "20260430080000", TrangThaiHoSo: "2",
			DuocThanhToanTrucTuyen: "1", DanhSachLePhi: []npsp.LePhi{{TenPhiLePhi: "Lệ phí mẫu", Gia: "25000"}},
		}
		d, _ := npsp.DossierOf(&m, nil)
		rating := facts.Rating{Fact: facts.LineRating, Dossier: ordersOf, At: march(4, 9), Disliked: true}
		intake := []func(*facts.Register){
			func(g *facts.Register) { g.Message(b) },
			func(g *facts.Register) { g.Message(b) },
			func(g *facts.Register) { g.Dossier(d) },
			func(g *facts.Register) { g.Take(&facts.Line{Rating: &rating}) },
		}
		for _, list := range lists {
			intake = append(intake, func(g *facts.Register) { g.Orders(ordersOf, list) })
		}
		rules := facts.StandardRules()
		rules.Orders.Waived, rules.Orders.Expired = rapid.Bool().Draw(r, "waived"), rapid.Bool().Draw(r, "expired")
		want := registerUnder(t, rules, nil)
		want.Message(b)
		want.Take(&facts.Line{Rating: &rating})
		id, err := want.Orders(ordersOf, orders)
		if err != nil {
			r.Fatal(err)
		}
		got := registerUnder(t, rules, want.Names())
		for _, f := range rapid.Permutation(intake).Draw(r, "intake") {
			f(got)
		}
		got.Message(b) // the last word on all but the orders
		if diff := cmp.Diff(rows(want), rows(got)); diff != "" {
			r.Fatal(diff)
		}
		for range 5 {
			cut := march(1, 0).Add(time.Duration(rapid.IntRange(0, 40*24*60).Draw(r, "cut")) * time.Minute)
			if got, want := paidAt(r, got, id, cut), plainly(orders, cut, rules.Orders); got != want {
				r.Fatalf("at %v %s, from plain lists %s", cut, got, want)
			}
		}
	})
}
