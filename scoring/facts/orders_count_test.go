package facts_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

// paymentLeaves reads "num/den" of 3.5b and 3.6 of a unit.
func paymentLeaves(t testing.TB, tally *counting.Tally, tree *facts.Tree, unit string, asOf string) string {
	t.Helper()
	index := indexOf(t)
	board, err := facts.NewBoard(index, tally.Plan(), tree)
	if err != nil {
		t.Fatal(err)
	}
	counts, err := board.Counts(tally, counting.Window{Period: mustPeriod("2026-03"), AsOf: motcua.MustDate(asOf)}, facts.ByUnit)
	if err != nil {
		t.Fatal(err)
	}
	results, faults := index.Score(counts)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(results, func(r scoring.Result) bool { return r.Unit == unit })
	if i < 0 {
		t.Fatal("no unit ", unit)
	}
	paid, _ := results[i].Node("3.5b")
	online, _ := results[i].Node("3.6")
	return fmt.Sprintf("%d/%d %d/%d", paid.Num, paid.Den, online.Num, online.Den)
}

// ordersWorld are six dossiers of two communes, received on 2 March: what orders make of
// them, and a message of each that says something else.
var ordersWorld = []struct {
	code, procedure string
	amount          string
	pay             func(*account)
}{
	{"H44.60-260302-0001", "1.000001", "25000 VND", func(a *account) { // refunded on the 10th
		a.pay(march(3, 9), payment.MethodPortal, "").refund(march(9, 9), "25000 VND").settle(march(10, 9), payment.OutcomeSucceeded)
	}},
	{"H44.60-260302-0002", "1.000001.000.00.00.H44", "25000 VND", func(a *account) { a.pay(march(5, 9), payment.MethodGateway, "") }}, // the same procedure
	{"H44.60-260302-0003", "1.000002", "5000 VND", func(a *account) { a.pay(march(4, 9), payment.MethodQR, "") }},
	{"H44.60-260302-0004", "1.000003", "0 VND", func(*account) {}}, // owes nothing
	{"H44.61-260302-0001", "1.000001", "25000 VND", func(a *account) { a.pay(march(4, 9), payment.MethodPortal, "") }},
	{"H44.61-260302-0002", "1.000002", "5000 VND", func(a *account) { // refunded on the 10th, the only one of its procedure
		a.pay(march(4, 9), payment.MethodPortal, "").refund(march(9, 9), "5000 VND").settle(march(10, 9), payment.OutcomeSucceeded)
	}},
}

// tellOrdersWorld tells a register of the messages, and of three procedures that bear a
// fee and one that does not, and returns the orders.
func tellOrdersWorld(t testing.TB) (*facts.Register, *facts.Tree, []*account) {
	t.Helper()
	g := registerWith(t, nil)
	g.Cover("dossier", true, facts.MessageColumns()...)
	yes, no := true, false
	for _, unit := range []string{"H44.60", "H44.61"} {
		for procedure, fee := range map[motcua.ProcedureCode]*bool{"1.000001": &yes, "1.000002": &yes, "1.000003": &yes, "1.000004": &no} {
			line := facts.Line{Procedure: &facts.Procedure{Fact: facts.LineProcedure, Unit: unit, Procedure: procedure, FeeBearing: fee}}
			if err := g.Take(&line).Err(); err != nil {
				t.Fatal(err)
			}
		}
	}
	tree, faults := facts.NewTree([]facts.Unit{
		{Unit: "H44", Name: "Phú Thọ", Level: "province"},
		{Unit: "H44.60", Name: "Xã Mẫu", Level: "commune", Parent: "H44"}, {Unit: "H44.61", Name: "Xã Khác", Level: "commune", Parent: "H44"},
	})
	if faults != nil {
		t.Fatal(faults)
	}
	var accounts []*account
	for i, f := range ordersWorld {
		b := owing(f.code, npsp.Code(i%3))
		b.Procedure = []byte(f.procedure)
		g.Message(b)
		a := newAccount(t, fmt.Sprint("HD", i), f.code, march(2, 9), f.amount)
		f.pay(a)
		accounts = append(accounts, a)
	}
	return g, tree, accounts
}

// TestOrdersCount: orders move 3.5b, procedures with a successful payment of those that
// bear a fee, and 3.6, dossiers paid online of those that owe, as of each day: each
// procedure once in the unit and once in the province.
func TestOrdersCount(t *testing.T) {
	g, tree, accounts := tellOrdersWorld(t)
	if got, want := paymentLeaves(t, count(t, g), tree, "H44", "2026-03-31"), "2/3 4/6"; got != want {
		t.Errorf("by the messages alone %s, want %s", got, want)
	}
	for i, a := range accounts {
		if _, err := g.Orders(ordersWorld[i].code, ordersIn(a)); err != nil {
			t.Fatal(err)
		}
	}
	tally := count(t, g)
	want := map[string][]string{
		"2026-03-02": {"0/3 0/3", "0/3 0/2", "0/3 0/5"},
		"2026-03-03": {"1/3 1/3", "0/3 0/2", "1/3 1/5"},
		"2026-03-04": {"1/3 1/3", "2/3 2/2", "2/3 3/5"}, // 1.000001 is paid in both communes
		"2026-03-05": {"1/3 2/3", "2/3 2/2", "2/3 4/5"}, // and twice in one
		"2026-03-09": {"1/3 2/3", "2/3 2/2", "2/3 4/5"}, // money on its way back has not gone
		"2026-03-10": {"1/3 1/3", "1/3 1/2", "1/3 2/5"}, // 1.000001 still has another, 1.000002 none
		"2026-03-31": {"1/3 1/3", "1/3 1/2", "1/3 2/5"},
	}
	got := map[string][]string{}
	for day := range want {
		for _, unit := range []string{"H44.60", "H44.61", "H44"} {
			got[day] = append(got[day], paymentLeaves(t, tally, tree, unit, day))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("3.5b and 3.6 by day, of two communes and the province (-want +got):\n%s", diff)
	}
}

// TestOrdersLive: live figures move as an order is paid and given back, and are always
// those of a count anew.
func TestOrdersLive(t *testing.T) {
	g, tree, accounts := tellOrdersWorld(t)
	plan := count(t, g).Plan()
	live, err := g.Live(plan, march(31, 24).Add(-time.Second))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		file, events int
		want         string // of the province
	}{
		{0, 2, "2/3 4/6"}, // attempted
		{0, 3, "2/3 5/6"}, // paid
		{0, 5, "2/3 4/6"}, // given back
		{2, 3, "2/3 3/6"}, // the message said paid online; it was QR at the counter
		{3, 1, "2/3 3/5"}, // owes nothing
		{5, 3, "2/3 3/5"}, // paid, as the message said
		{5, 5, "1/3 2/5"}, // given back: the only one of its procedure
	} {
		if _, err := g.Orders(ordersWorld[row.file].code, []*payment.Order{payment.Fold(accounts[row.file].o.Events[:row.events])}); err != nil {
			t.Fatal(err)
		}
		if err := g.Update(live); err != nil {
			t.Fatal(err)
		}
		if got := paymentLeaves(t, live.Tally(), tree, "H44", "2026-03-31"); got != row.want {
			t.Errorf("after %d events of the order of dossier %d: %s, want %s", row.events, row.file, got, row.want)
		}
		if !live.Tally().Equal(freshLive(t, g, plan)) {
			t.Errorf("after %d events of the order of dossier %d live figures are not those of a count anew", row.events, row.file)
		}
	}
}

// freshLive are live figures made anew.
func freshLive(t testing.TB, g *facts.Register, plan *counting.Plan) *counting.Tally {
	t.Helper()
	live := plan.Live(g.Names(), g.Basis(), march(31, 24).Add(-time.Second))
	g.Covered(func(table string, known bool, column string) { live.Tally().Supply(table, known, column) })
	for id := range g.IDs() {
		table, rows := g.Rows(id, nil)
		if err := live.Put(id, table, rows...); err != nil {
			t.Fatal(err)
		}
	}
	return live.Tally()
}

// BenchmarkOrders takes in the one order of a dossier: opened, paid, and given back.
func BenchmarkOrders(b *testing.B) {
	a := newAccount(b, "A", ordersOf, march(2, 9), "25000 VND").pay(march(3, 9), payment.MethodPortal, "").refund(march(9, 9), "25000 VND").settle(march(10, 9), payment.OutcomeSucceeded)
	g := registerWith(b, nil)
	g.Message(owing(ordersOf, 0))
	orders := []*payment.Order{a.o}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := g.Orders(ordersOf, orders); err != nil {
			b.Fatal(err)
		}
	}
}
