package counting_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// call is one Supply or Withdraw.
type call struct {
	table    string
	known    bool
	columns  []string
	withdraw bool
}

// supplyCase says what sources said, and what that makes of leaves.
type supplyCase struct {
	why   string
	calls []call
	want  map[string]scoring.Answer
}

func supplies() []supplyCase {
	all := []string{"unit", "procedure", "channel", "received", "deadline", "ended", "feeDue", "paidOnline", "digitised"}
	return []supplyCase{
		{"nobody said anything", nil, map[string]scoring.Answer{"2.1": scoring.NotAsked, "4.6": scoring.NotAsked}},
		{"a table without its columns", []call{{table: "dossier", known: true}}, map[string]scoring.Answer{"2.1": scoring.NotAsked}},
		{"all columns", []call{{"dossier", true, all, false}}, map[string]scoring.Answer{"2.1": scoring.Known, "4.2": scoring.Known, "4.4": scoring.NotAsked, "3.6": scoring.Known}},
		{"one column is missing", []call{{"dossier", true, all[:5], false}}, map[string]scoring.Answer{"2.1": scoring.NotAsked, "3.3": scoring.Known}},
		{"one column is unknown", []call{{"dossier", true, all[:8], false}, {"dossier", false, all[8:], false}}, map[string]scoring.Answer{"4.2": scoring.Unknown, "2.1": scoring.Known}},
		{"known to one source of two", []call{{"dossier", false, all, false}, {"dossier", true, all, false}}, map[string]scoring.Answer{"4.2": scoring.Known}},
		{"unknown throughout", []call{{"commune", false, []string{"certifiesCopies"}, false}}, map[string]scoring.Answer{"4.6": scoring.Unknown}},
		{"supplied and withdrawn", []call{{"dossier", true, all, false}, {"dossier", true, all, true}}, map[string]scoring.Answer{"2.1": scoring.NotAsked}},
		{"a leaf over two tables, one of them supplied", []call{{"dossier", true, all, false}}, map[string]scoring.Answer{"3.2": scoring.NotAsked}},
		{"a leaf over two tables", []call{{"dossier", true, all, false}, {"procedure", true, []string{"procedure", "service"}, false}}, map[string]scoring.Answer{"3.2": scoring.Known}},
		{"an end, which active rows need", []call{{"dossier", true, []string{"received", "deadline", "disliked", "complained"}, false}}, map[string]scoring.Answer{"5.4": scoring.NotAsked}},
	}
}

// TestSupply tells, for what sources said, which leaves are asked, and known.
func TestSupply(t *testing.T) {
	x, plan := portal(t), portalPlan(t)
	binding, err := plan.Bind(x)
	if err != nil {
		t.Fatal(err)
	}
	month, _ := scoring.ParsePeriod("2026-02")
	for _, c := range supplies() {
		tally := plan.New(counting.NewNames(), counting.Basis{})
		for _, s := range c.calls {
			say := tally.Supply
			if s.withdraw {
				say = tally.Withdraw
			}
			if err := say(s.table, s.known, s.columns...); err != nil {
				t.Fatal(err)
			}
		}
		back, err := plan.ReadTally(binaryOf(t, tally), counting.Basis{})
		if err != nil {
			t.Fatal(err)
		}
		for _, tally := range []*counting.Tally{tally, tally.Clone(), back} {
			figures, err := tally.Read(counting.Window{Period: month})
			if err != nil {
				t.Fatal(err)
			}
			counts := x.Counts("H22")
			if err := binding.Fill(figures, &counts); err != nil {
				t.Fatal(err)
			}
			for id, want := range c.want {
				if got := counts.Values[slices.Index(x.Leaves(), id)]; got != (scoring.Value{Answer: want}) {
					t.Errorf("%s: leaf %s is %v, want %v", c.why, id, got, want)
				}
			}
		}
	}
	tally := plan.New(counting.NewNames(), counting.Basis{})
	for _, err := range []error{tally.Supply("dossiers", true), tally.Supply("dossier", true, "received", "nothing")} {
		if err == nil || !tally.IsZero() {
			t.Errorf("supplied what there is not: %v", err)
		}
	}
}

// TestNotAskedGrouping counts nothing of tables that lack a column of the groups.
func TestNotAskedGrouping(t *testing.T) {
	plan, names := portalPlan(t, "unit", "channel"), counting.NewNames()
	tally := plan.New(names, counting.Basis{})
	r := counting.NewRow()
	r.Times[0] = int64(motcua.MustDate("2026-02-03"))
	if err := errors.Join(tally.Supply("report", true, "date", "synced", "received"), tally.Add(tableOf(t, "report"), &r)); err != nil {
		t.Fatal(err)
	}
	if len(tally.Groups()) != 0 {
		t.Errorf("groups %q", tally.Groups())
	}
	month, _ := scoring.ParsePeriod("2026-02")
	figures, err := tally.Read(counting.Window{Period: month})
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range plan.Measures() {
		if m.Table == "report" && figures[i] != (counting.Figure{}) {
			t.Errorf("%s: %v", m.ID, figures[i])
		}
	}
}

// TestBindRefuses finds measures of one name that count different things, and figures
// that are no counts.
func TestBindRefuses(t *testing.T) {
	x := portal(t)
	measures := x.Definition().Measures
	for i := range measures {
		if measures[i].ID == "filedOnline" {
			measures[i].Where = nil
		}
	}
	other, err := counting.Compile(measures)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Bind(x); !errors.Is(err, counting.ErrOtherPlan) {
		t.Errorf("another measure of the name: %v", err)
	}
	plan, names := portalPlan(t), counting.NewNames()
	binding, err := plan.Bind(x)
	if err != nil {
		t.Fatal(err)
	}
	tally, r := plan.New(names, counting.Basis{}), newDossiers(names, 1).next()
	if err := errors.Join(tally.Sub(tableOf(t, "dossier"), &r), tally.Supply("dossier", true, "received", "channel")); err != nil {
		t.Fatal(err)
	}
	year, _ := scoring.ParsePeriod("2026")
	figures, err := tally.Read(counting.Window{Period: year})
	if err != nil {
		t.Fatal(err)
	}
	counts := x.Counts("H22")
	var faults motcua.Faults
	if err := binding.Fill(figures, &counts); !errors.As(err, &faults) || !errors.Is(err, counting.ErrRange) || faults[0].Pointer != "/indicators/3.3/den" {
		t.Errorf("minus one dossier: %v", err)
	}
	if slices.ContainsFunc(counts.Values, func(v scoring.Value) bool { return v != scoring.Value{} }) {
		t.Error("refused, and filled")
	}
	for i, m := range plan.Measures() {
		if m.ID == "servicesUsed" && figures[i].Count > 0 {
			t.Errorf("a key taken out that was not in: %v", figures[i])
		}
	}
	if err := binding.Fill(figures[1:], &counts); !errors.Is(err, counting.ErrOtherPlan) {
		t.Errorf("figures of another plan: %v", err)
	}
}

// TestDifferences holds the list of what was restated to the figures of all groups.
func TestDifferences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, 12)
		n := rapid.IntRange(0, len(w.entries)).Draw(t, "before")
		m := rapid.IntRange(0, n).Draw(t, "gone")
		before, after := tallyOf(t, w.plan, w.names, w.entries[:n]), tallyOf(t, w.plan, w.names, w.entries[m:])
		win := drawWindow(t)
		got, err := counting.Differences(before, after, win)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		groups := append(before.Groups(), after.Groups()...)
		slices.SortFunc(groups, func(a, b counting.Group) int { return slices.Compare(a, b) })
		for _, g := range slices.CompactFunc(groups, slices.Equal) {
			a, err := before.Read(win, g)
			b, err2 := after.Read(win, g)
			if err := errors.Join(err, err2); err != nil {
				t.Fatal(err)
			}
			for i, measure := range w.plan.Measures() {
				if a[i] == b[i] {
					continue
				}
				if at >= len(got) || !slices.Equal(got[at].Group, g) || got[at].Measure != measure.ID || got[at].Before != a[i] || got[at].After != b[i] {
					t.Fatalf("%q %s: %v became %v is not next in %v", g, measure.ID, a[i], b[i], got)
				}
				at++
			}
		}
		if at != len(got) {
			t.Fatalf("%d differences too many: %v", len(got)-at, got)
		}
	})
}
