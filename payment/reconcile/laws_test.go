package reconcile_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
	"pgregory.net/rapid"
)

// world is what both sides are made of: few values, so that keys collide.
type world struct {
	references, transactions, dossiers, amounts *rapid.Generator[string]
	times                                       *rapid.Generator[time.Time]
	actions                                     *rapid.Generator[payment.Action]
	methods                                     *rapid.Generator[payment.Method]
	outcomes                                    *rapid.Generator[payment.Outcome]
	directions                                  *rapid.Generator[reconcile.Direction]
}

// few draws from one to three of some values.
func few[T any](t *rapid.T, name string, values ...T) *rapid.Generator[T] {
	return rapid.SampledFrom(rapid.SliceOfN(rapid.SampledFrom(values), 1, 3).Draw(t, name))
}

func someWorld(t *rapid.T) *world {
	hours := few(t, "hours", 0, 1, 23, 24, 25, 60)
	return &world{
		references:   few(t, "references", "", "HD1T1", "HD1T2", "N/A"),
		transactions: few(t, "transactions", "", "", "G1", "G2", "G3"),
		dossiers:     few(t, "dossiers", "", "H56.12-260302-0001", "000.00.12.H56-260302-0001", "H56.12-260302-0002", "none"),
		amounts:      few(t, "amounts", "1000 VND", "1000 VND", "1001 VND", "2000 VND", "10.00 USD"),
		times:        rapid.Custom(func(t *rapid.T) time.Time { return monday.Add(time.Duration(hours.Draw(t, "hours")) * time.Hour) }),
		actions:      few(t, "actions", payment.ActionReport, payment.ActionReport, payment.ActionCorrect, payment.ActionSettleRefund, payment.ActionSettleDispute),
		methods:      few(t, "methods", 0, payment.MethodPortal, payment.MethodCash),
		outcomes:     few(t, "outcomes", payment.OutcomeSucceeded, payment.OutcomeSucceeded, payment.OutcomeFailed),
		directions:   few(t, "directions", reconcile.In, reconcile.In, reconcile.Out),
	}
}

// entry draws an entry; the dossier is that of the order.
func (w *world) entry(t *rapid.T) payment.Entry {
	order := rapid.IntRange(0, 2).Draw(t, "order")
	e := payment.Entry{
		Order: [...]string{"", "HD1", "HD2"}[order], Unit: [...]motcua.UnitCode{"", "H56.12", "H56.13"}[order], Dossier: [...]string{"", "H56.12-260302-0001", "H56.12-260302-0002"}[order], At: w.times.Draw(t, "at"),
		Action: w.actions.Draw(t, "action"), Reference: w.references.Draw(t, "reference"), Transaction: w.transactions.Draw(t, "transaction"),
	}
	if rapid.Bool().Draw(t, "said") {
		e.Dated = w.times.Draw(t, "dated")
	}
	amount := payment.MustMoney(w.amounts.Draw(t, "amount"))
	if e.Action != payment.ActionReport && rapid.IntRange(0, 9).Draw(t, "sign") > 0 {
		amount = amount.Neg()
	}
	e.Postings = []payment.Posting{{Book: payment.BookClearing, Method: w.methods.Draw(t, "method"), Amount: amount}, {Book: payment.BookReceivable, Amount: amount.Neg()}}
	return e
}

// line draws a line; one that says no key at all names a transaction.
func (w *world) line(t *rapid.T) reconcile.Line {
	l := reconcile.Line{
		Reference: w.references.Draw(t, "reference"), Transaction: w.transactions.Draw(t, "transaction"), Dossier: w.dossiers.Draw(t, "dossier"),
		Amount: payment.MustMoney(w.amounts.Draw(t, "amount")), Direction: w.directions.Draw(t, "direction"),
		Dated: w.times.Draw(t, "dated"), Outcome: w.outcomes.Draw(t, "outcome"),
	}
	if l.Reference == "" && l.Transaction == "" && l.Dossier == "" {
		l.Transaction = "G4"
	}
	return l
}

func someRules(t *rapid.T) *reconcile.Rules {
	rules := &reconcile.Rules{Minutes: rapid.SampledFrom([]int64{0, 60, 1440}).Draw(t, "minutes"), Amount: rapid.Int64Range(0, 1).Draw(t, "amount"), Lag: rapid.SampledFrom([]int64{0, 1440}).Draw(t, "lag")}
	if rapid.Bool().Draw(t, "from") {
		rules.From = monday.Add(time.Hour)
	}
	if rapid.Bool().Draw(t, "to") {
		rules.To = monday.Add(25 * time.Hour)
	}
	if rapid.IntRange(0, 3).Draw(t, "methods") == 0 {
		rules.Methods = []payment.Method{payment.MethodPortal}
	}
	if rapid.IntRange(0, 3).Draw(t, "units") == 0 {
		rules.Units = []motcua.UnitCode{"H56.13"}
	}
	return rules
}

// some draws both sides; each line has its row.
func some(t *rapid.T, most int) (*reconcile.Rules, []payment.Entry, []reconcile.Line) {
	w := someWorld(t)
	rules, journal, lines := someRules(t), rapid.SliceOfN(rapid.Custom(w.entry), 0, most).Draw(t, "journal"), rapid.SliceOfN(rapid.Custom(w.line), 0, most).Draw(t, "lines")
	for i := range lines {
		lines[i].Row = int64(i + 1)
	}
	return rules, journal, lines
}

// check checks a property of many worlds.
func check(t *testing.T, property func(*rapid.T)) {
	t.Helper()
	for range 20 {
		rapid.Check(t, property)
	}
}

// plain compares reports, whose amounts have members of their own.
var plain = cmp.Comparer(func(a, b payment.Money) bool { return a == b })

// TestNaive: a second reconciliation, which holds every line against every movement, comes
// to the same.
func TestNaive(t *testing.T) {
	check(t, func(t *rapid.T) {
		rules, journal, lines := some(t, 8)
		got := reconciled(t, rules, journal, lines)
		want := &naive{rules: *rules}
		for _, e := range journal {
			want.take(e)
		}
		want.close(lines)
		var found []string
		for _, f := range got.Findings {
			found = append(found, findingText(f))
		}
		slices.Sort(found)
		slices.Sort(want.found)
		if diff := cmp.Diff(want.found, found); diff != "" {
			t.Fatalf("findings (-naive +got):\n%s", diff)
		}
		if got.Idle != want.idle || got.Outside != want.outside {
			t.Fatalf("%d idle of %d, %d outside of %d", got.Idle, want.idle, got.Outside, want.outside)
		}
		explained := map[string]int64{}
		for _, c := range got.Closings {
			for _, p := range c.Explained {
				explained[fmt.Sprintln(c.Day, c.Currency, p.Class)] = p.Amount
			}
		}
		maps.DeleteFunc(want.explained, func(_ string, n int64) bool { return n == 0 })
		if diff := cmp.Diff(want.explained, explained); diff != "" {
			t.Fatalf("explained (-naive +got):\n%s", diff)
		}
	})
}

// TestOrderDoesNotMatter: both sides in any order give the same report, to the byte.
func TestOrderDoesNotMatter(t *testing.T) {
	check(t, func(t *rapid.T) {
		rules, journal, lines := some(t, 12)
		want := reconciled(t, rules, journal, lines)
		got := reconciled(t, rules, rapid.Permutation(journal).Draw(t, "journal again"), rapid.Permutation(lines).Draw(t, "lines again"))
		if diff := cmp.Diff(want, got, plain); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

// TestClosingsBalance: whatever comes, every closing balances, and follows the one before.
func TestClosingsBalance(t *testing.T) {
	check(t, func(t *rapid.T) {
		rules, journal, lines := some(t, 20)
		rules.Opening = []payment.Money{payment.MustMoney("5000 VND")}
		got := reconciled(t, rules, journal, lines)
		balance := map[payment.Currency]int64{payment.VND: 5000}
		for _, c := range got.Closings {
			sum := int64(0)
			for _, p := range c.Explained {
				sum += p.Amount
			}
			if !c.Balances || sum != c.Difference || c.Difference != c.HereIn+c.HereOut-c.ThereIn-c.ThereOut || c.Opening != balance[c.Currency] || c.Closing != c.Opening+c.HereIn+c.HereOut {
				t.Fatalf("%+v after %d", c, balance[c.Currency])
			}
			balance[c.Currency] = c.Closing
		}
		if !got.Balances() {
			t.Fatal("does not balance")
		}
	})
}

// TestDisposedOnce: every line and every movement is counted once, and told once if it is
// told at all.
func TestDisposedOnce(t *testing.T) {
	check(t, func(t *rapid.T) {
		rules, journal, lines := some(t, 20)
		rules.From, rules.To = time.Time{}, time.Time{} // nothing is outside
		got := reconciled(t, rules, journal, lines)
		told, here, there := map[int64]int{}, got.Count(reconcile.ClassMatched), got.Count(reconcile.ClassMatched)+got.Idle
		for _, f := range got.Findings {
			if f.Row > 0 {
				told[f.Row]++
				there++
			}
			if !f.Here.IsZero() {
				here++
			}
		}
		for row, n := range told {
			if n != 1 {
				t.Fatalf("row %d is told %d times", row, n)
			}
		}
		if there != got.Lines || got.Lines != int64(len(lines)) || here != got.Movements || got.Outside != 0 {
			t.Fatalf("%d of %d lines, %d of %d movements, %d outside", there, got.Lines, here, got.Movements, got.Outside)
		}
	})
}
