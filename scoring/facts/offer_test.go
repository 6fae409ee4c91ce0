package facts

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/counting"
)

// take gives a register lines of facts without faults.
func take(t *testing.T, g *Register, lines ...string) {
	t.Helper()
	for _, text := range lines {
		line, faults := ParseLine([]byte(text))
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		if faults := g.Take(&line); faults.Err() != nil {
			t.Fatal(faults)
		}
	}
}

const (
	fiveDays = `"limits":[{"limit":{"terms":[{"amount":"5","unit":"workingDays"}]}}]}`
	twoDays  = `"limits":[{"channel":"2","limit":{"terms":[{"amount":"2","unit":"workingDays"}]}},{"channel":"1","limit":{"terms":[{"amount":"9","unit":"workingDays"}]}}]}`
)

// TestLimits: a dossier without a due date is held to the longest limit that its
// procedure had in its channel when it was received, whoever told of it; waiting is
// taken out as office time.
func TestLimits(t *testing.T) {
	undated := func(b *npsp.Brief) { b.Due = 0 }
	for _, row := range []struct {
		name  string
		lines []string
		told  *npsp.Brief
		want  string
	}{
		{"none", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194"}`}, message(undated), "– due – end – undecided"},
		{"of another procedure", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004195",` + fiveDays}, message(undated), "– due – end – undecided"},
		{"any channel", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194",` + fiveDays}, message(undated), "– due 0713T080000 end –"},
		{"its channel", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194",` + twoDays}, message(undated), "– due 0708T080000 end –"},
		{"the longest of two units", []string{`{"fact":"procedure","unit":"H56.01","procedure":"1.004194",` + fiveDays, `{"fact":"procedure","unit":"H56","procedure":"1.004194",` + twoDays},
			message(undated), "– due 0713T080000 end –"},
		{"while it held", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194","validity":{"to":"2026-07-06"},` + fiveDays, `{"fact":"procedure","unit":"H56","procedure":"1.004194","validity":{"from":"2026-07-06"},` + twoDays},
			message(undated), "– due 0708T080000 end –"},
		{"not any more", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194","validity":{"to":"2026-07-06"},` + fiveDays}, message(undated), "– due – end – undecided"},
		{"replaced", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194",` + fiveDays, `{"fact":"procedure","unit":"H56","procedure":"1.004194",` + twoDays}, message(undated), "– due 0708T080000 end –"},
		{"a due date comes first", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194",` + twoDays}, message(nil), "– due 0713T080000 end –"},
		{"a night of waiting adds nothing", []string{`{"fact":"procedure","unit":"H56","procedure":"1.004194",` + fiveDays},
			message(func(b *npsp.Brief) {
				b.Due, b.Supplements = 0, []npsp.Supplement{asked(1, 20260707163000, 20260708083000)}
			}),
			"– due 0713T080000 end –\n0707T163000 due 0713T080000 end 0707T163000 waiting requests 1\n0708T083000 due 0713T093000 end – requests 1"},
	} {
		g := register(t)
		g.Message(row.told)
		take(t, g, row.lines...)
		if diff := cmp.Diff(row.want, stretches(g)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// A document is a result where a line says so, and not known where none does.
func TestResultIsDocument(t *testing.T) {
	g := register(t)
	g.Message(message(nil))
	known := func() (bool, bool) {
		_, rows := g.Rows(0, nil)
		return rows[0].Known&uint32(g.slots.resultIsDocument) != 0, rows[0].Flags&uint32(g.slots.resultIsDocument) != 0
	}
	if is, _ := known(); is {
		t.Error("known without a line")
	}
	take(t, g, `{"fact":"procedure","unit":"H56","procedure":"1.004194","resultIsDocument":true}`)
	if is, yes := known(); !is || !yes {
		t.Error("not known, or no document")
	}
	take(t, g, `{"fact":"procedure","unit":"H56","procedure":"1.004194","resultIsDocument":false}`)
	if is, yes := known(); !is || yes {
		t.Error("not known, or a document still")
	}
}

// A dossier counts for the competent unit that a line names; filed elsewhere it was
// only if that is another unit, by whatever code.
func TestElsewhere(t *testing.T) {
	g := register(t)
	g.Message(message(nil)) // of H56.34.12
	unit := func() (string, bool) {
		_, rows := g.Rows(0, nil)
		return g.names.Text(rows[0].Codes[g.slots.unit]), rows[0].Flags&uint32(g.slots.elsewhere) != 0
	}
	for _, row := range []struct {
		line, unit string
		elsewhere  bool
	}{
		{`{"fact":"handling","dossier":"H56.34.12-260706-0001","assisted":true}`, "H56.34.12", false},
		{`{"fact":"handling","dossier":"H56.34.12-260706-0001","unit":"H56.34.12"}`, "H56.34.12", false},
		{`{"fact":"handling","dossier":"H56.34.12-260706-0001","unit":"H56.35"}`, "H56.35", true},
		{`{"fact":"unit","unit":"H56.35","codes":["000.12.34.H56"]}`, "H56.35", false},
	} {
		take(t, g, row.line)
		if code, elsewhere := unit(); code != row.unit || elsewhere != row.elsewhere {
			t.Errorf("%s: unit %s, elsewhere %v", row.line, code, elsewhere)
		}
	}
}

// The last word on what is no dossier counts, and rows know since when.
func TestStock(t *testing.T) {
	g := register(t)
	take(t, g,
		`{"fact":"procedure","unit":"000.00.00.H56","procedure":"1.004194","validity":{"from":"2026-03-01","to":"2026-07-01"},"public":true,"service":false}`,
		`{"fact":"procedure","unit":"H56","procedure":"1.004194.000.00.00.H56","validity":{"from":"2026-03-01"},"public":false}`,
		`{"fact":"report","unit":"H56","date":"2026-03-31","synced":5,"reported":7,"received":9}`,
		`{"fact":"petition","petition":"P","unit":"H56","received":"2026-03-02T08:00:00+07:00","disliked":true,"raisedAgain":false}`,
	)
	type fact struct {
		Table         string
		Since, Until  bool
		Unit          string
		Flags, Known  uint32
		First, Second int64
	}
	var got []fact
	for id := range g.IDs() {
		table, rows := g.Rows(id, nil)
		for _, r := range rows {
			got = append(got, fact{table.String(), r.Since != counting.Always, r.Until != counting.Never, g.names.Text(r.Codes[0]), r.Flags, r.Known, r.Numbers[0], r.Numbers[1]})
		}
	}
	want := []fact{
		{"procedure", true, false, "H56", 0, 1, counting.Null, counting.Null},
		{"report", false, false, "H56", 0, 0, 5, 9},
		{"petition", false, false, "H56", 1, 3, counting.Null, counting.Null},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDecisions: lateness is counted in working days by the rule of the level, or as it
// was stated; a publication counts on the day it was due.
func TestDecisions(t *testing.T) {
	for _, row := range []struct {
		level, line string
		day         string
		late        bool
	}{
		{"province", `"event":"announcement","signed":"2026-03-02","effective":"2026-03-09"`, "2026-03-02", false},
		{"province", `"event":"announcement","signed":"2026-03-03","effective":"2026-03-09"`, "2026-03-03", true},
		{"ministry", `"event":"announcement","signed":"2026-03-02","effective":"2026-03-30"`, "2026-03-02", false},
		{"ministry", `"event":"announcement","signed":"2026-03-03","effective":"2026-03-30"`, "2026-03-03", true},
		{"ministry", `"event":"announcement","signed":"2026-03-03","effective":"2026-03-30","late":false`, "2026-03-03", false},
		{"province", `"event":"publication","signed":"2026-03-02","published":"2026-03-09"`, "2026-03-09", false},
		{"province", `"event":"publication","signed":"2026-03-02","published":"2026-03-10"`, "2026-03-09", true},
		{"", `"event":"publication","signed":"2026-03-02","published":null`, "2026-03-09", true},
		{"ministry", `"event":"publication","signed":"2026-03-02","published":"2026-03-16"`, "2026-03-16", false},
	} {
		g := register(t)
		take(t, g, `{"fact":"decision","unit":"H56","procedure":"1.004194","decision":"1",`+row.line+`}`)
		if row.level != "" {
			take(t, g, `{"fact":"unit","unit":"H56","level":"`+row.level+`"}`)
		}
		table, rows := g.Rows(1, nil)
		day, late := g.names.Value(&rows[0], table, "date"), g.names.Value(&rows[0], table, "late")
		if day.String() != `"`+row.day+`"` || late.Int() == 1 != row.late || late.IsZero() {
			t.Errorf("%s %s: %v late %v, want %s %v", row.level, row.line, day, late, row.day, row.late)
		}
	}
}
