package facts

import (
	"testing"

	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/counting"
)

// What is odd is counted apart, and nothing else is.
func TestNotes(t *testing.T) {
	for _, row := range []struct {
		name string
		told []*npsp.Brief
		want Notes
	}{
		{"nothing odd", []*npsp.Brief{message(nil)}, Notes{Dossiers: 1}},
		{"ended without a date", []*npsp.Brief{message(func(b *npsp.Brief) { b.State = 9 })}, Notes{Dossiers: 1, EndTimeMissing: 1}},
		{"a step alone", []*npsp.Brief{step9(9, 20260713090000)}, Notes{Orphans: 1}},
		{"due in the year 9999", []*npsp.Brief{message(func(b *npsp.Brief) { b.Due = 99991231235959 })}, Notes{Dossiers: 1, OutOfRange: 1, Undecided: 1}},
		{"received in 1975", []*npsp.Brief{message(func(b *npsp.Brief) { b.Received = 19751231235959 })}, Notes{Dossiers: 1, OutOfRange: 1}},
		{"and told again rightly", []*npsp.Brief{message(func(b *npsp.Brief) { b.Due = 99991231235959 }), message(nil)}, Notes{Dossiers: 1}},
		{"neither due date nor limit", []*npsp.Brief{message(func(b *npsp.Brief) { b.Due = 0 })}, Notes{Dossiers: 1, Undecided: 1}},
		{"nor received", []*npsp.Brief{message(func(b *npsp.Brief) { b.Due, b.Received = 0, 0 })}, Notes{Dossiers: 1}},
		{"ended before it was received", []*npsp.Brief{message(func(b *npsp.Brief) { b.Finished = 20260705000000 })}, Notes{Dossiers: 1, OutOfOrder: 1}},
		{"an end without a time", []*npsp.Brief{message(nil), step9(9, 0)}, Notes{Dossiers: 1, EndTimeMissing: 1}},
		{"another step without a time", []*npsp.Brief{message(nil), step9(4, 0)}, Notes{Dossiers: 1}},
		{"a step in 1975", []*npsp.Brief{step9(9, 19750101000000), message(nil)}, Notes{Dossiers: 1, OutOfRange: 1}},
		{"an answer before the request", []*npsp.Brief{message(func(b *npsp.Brief) {
			b.Supplements = []npsp.Supplement{asked(1, 20260708080000, 20260707080000)}
		})}, Notes{Dossiers: 1, OutOfOrder: 1}},
	} {
		g := register(t)
		for _, b := range row.told {
			g.Message(b)
		}
		if got := g.Notes(); got != row.want {
			t.Errorf("%s: %+v, want %+v", row.name, got, row.want)
		}
		count(t, g)
	}
}

// count adds the rows of a register up: none of them may be refused.
func count(t *testing.T, g *Register) {
	t.Helper()
	plan, err := counting.Compile(Measures())
	if err != nil {
		t.Fatal(err)
	}
	tally := plan.New(g.Names(), counting.Basis(g.Basis()))
	for id := range g.IDs() {
		table, rows := g.Rows(id, nil)
		for i := range rows {
			if err := tally.Add(table, &rows[i]); err != nil {
				t.Error(err)
			}
		}
	}
}
