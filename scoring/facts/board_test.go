package facts_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/synth"
)

// small is a small world a register was told of, and an index.
func small(t *testing.T) (*told, *scoring.Index) {
	m := generate(t, synth.Small(), motcua.MustDecimal("0.3"), "")
	w := m.tell(t)
	w.stream(t, m.messages(t, m.dossierFiles()[0]))
	return w, indexOf(t)
}

// countedBy counts a register by the column of a grouping.
func countedBy(t *testing.T, w *told, x *scoring.Index, by facts.By) (*facts.Board, *counting.Tally) {
	t.Helper()
	plan, err := counting.Compile(x.Definition().Measures, by.Column())
	if err != nil {
		t.Fatal(err)
	}
	tally, err := w.register.Count(plan)
	if err != nil {
		t.Fatal(err)
	}
	board, err := facts.NewBoard(x, plan, w.tree)
	if err != nil {
		t.Fatal(err)
	}
	return board, tally
}

// boardOf counts a register by a grouping.
func boardOf(t *testing.T, w *told, x *scoring.Index, by facts.By, window counting.Window) []scoring.Counts {
	t.Helper()
	board, tally := countedBy(t, w, x, by)
	counts, err := board.Counts(tally, window, by)
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// value is what a row of a board has for a leaf.
func value(t *testing.T, x *scoring.Index, c *scoring.Counts, leaf string) scoring.Value {
	t.Helper()
	for i, id := range x.Leaves() {
		if id == leaf {
			return c.Values[i]
		}
	}
	t.Fatalf("no leaf %q", leaf)
	return scoring.Value{}
}

func rowOf(t *testing.T, counts []scoring.Counts, unit string) *scoring.Counts {
	t.Helper()
	for i := range counts {
		if counts[i].Unit == unit {
			return &counts[i]
		}
	}
	t.Fatalf("no row %q", unit)
	return nil
}

// TestBoards: however the same dossiers are grouped, what adds adds up to the whole,
// and a level has what it owns.
func TestBoards(t *testing.T) {
	w, x := small(t)
	units := boardOf(t, w, x, facts.ByUnit, year)
	province := rowOf(t, units, "H99")
	for _, by := range []facts.By{facts.ByUnit, facts.ByLevel, facts.ByProvince, facts.ByProcedure, facts.ByField, facts.ByChannel} {
		board := boardOf(t, w, x, by, year)
		for _, leaf := range []string{"2.1", "3.3", "3.6", "4.2"} {
			whole := value(t, x, province, leaf)
			if whole.Den < 100 {
				t.Errorf("%s: %+v", leaf, whole)
			}
			sum := scoring.Value{Answer: scoring.Known}
			for _, c := range board {
				if by == facts.ByUnit && c.Unit == "H99" {
					continue // it has what its units have
				}
				v := value(t, x, &c, leaf)
				sum.Num, sum.Den = sum.Num+v.Num, sum.Den+v.Den
			}
			if sum != whole {
				t.Errorf("%s by %s: %+v, the whole is %+v", leaf, by, sum, whole)
			}
		}
	}
	commune := rowOf(t, units, "H99.60.01")
	for _, leaf := range []string{"1.1", "1.3", "3.1"} {
		if v := value(t, x, commune, leaf); v.Answer != scoring.NotAsked {
			t.Errorf("a commune owns %s: %+v", leaf, v)
		}
	}
	if commune.Above == nil || commune.Above.Unit != "H99" || value(t, x, commune.Above, "1.1").Den == 0 {
		t.Errorf("above the commune: %+v", commune.Above)
	}
	levels := boardOf(t, w, x, facts.ByLevel, year)
	if c := rowOf(t, levels, "commune"); value(t, x, c, "1.1").Answer != scoring.NotAsked || c.Above == nil {
		t.Errorf("communes together: %+v", c)
	}
	procedures := boardOf(t, w, x, facts.ByProcedure, year)
	for i := range procedures {
		p := &procedures[i]
		if p.Level != "procedure" || value(t, x, p, "3.1").Answer != scoring.NotAsked || value(t, x, p.Above, "3.1") != value(t, x, province, "3.1") {
			t.Fatalf("%s does not inherit 3.1: %+v, %+v", p.Unit, value(t, x, p.Above, "3.1"), value(t, x, province, "3.1"))
		}
		if v := value(t, x, p, "3.2"); v.Num > v.Den || v.Den > 1 {
			t.Errorf("%s: services %+v", p.Unit, v)
		}
	}
	if got := boardOf(t, w, x, facts.ByProvince, year); len(got) != 1 || got[0].Unit != "H99" {
		t.Errorf("provinces: %d", len(got))
	}
}

// TestSeriesLikeCounts: a series has in each window what a board has in it.
func TestSeriesLikeCounts(t *testing.T) {
	w, x := small(t)
	board, tally := countedBy(t, w, x, facts.ByUnit)
	var windows []counting.Window
	for _, period := range []string{"2026-W01", "2026-W30", "2026-08", "2026-Q3", "2026-H1", "2026", "2026-03-05", "2027-01"} {
		windows = append(windows, counting.Window{Period: mustPeriod(period), AsOf: motcua.MustDate("2026-12-20")}, counting.Window{Period: mustPeriod(period)})
	}
	for _, unit := range []string{"H99", "H99.60.01", "000.01.60.H99", "H98"} {
		series, err := board.Series(tally, windows, unit)
		if err != nil {
			t.Fatal(err)
		}
		for i, window := range windows {
			counts, err := board.Counts(tally, window, facts.ByUnit)
			if err != nil {
				t.Fatal(err)
			}
			got := series[i]
			if unit == "H98" {
				if got.Unit != "H98" || value(t, x, &got, "2.1").Den != 0 {
					t.Errorf("nobody's unit: %+v", got)
				}
				continue
			}
			want := *rowOf(t, counts, got.Unit)
			if diff := cmp.Diff(want, got, cmp.AllowUnexported(scoring.Period{})); diff != "" {
				t.Fatalf("%s in %s (-board +series):\n%s", unit, window.Period, diff)
			}
		}
	}
}

// TestBoardGuards: a tally that is grouped otherwise is refused.
func TestBoardGuards(t *testing.T) {
	w, x := small(t)
	board, tally := countedBy(t, w, x, facts.ByProcedure)
	if _, err := board.Counts(tally, year, facts.ByUnit); !errors.Is(err, counting.ErrOtherPlan) {
		t.Errorf("units of a tally by procedure: %v", err)
	}
	if _, err := board.Series(tally, []counting.Window{year}, "H99"); !errors.Is(err, counting.ErrOtherPlan) {
		t.Errorf("a series of a tally by procedure: %v", err)
	}
	if _, err := facts.NewBoard(x, must(counting.Compile(facts.Measures())), w.tree); err != nil {
		t.Errorf("a plan without the measures asks nothing: %v", err)
	}
}

func must(plan *counting.Plan, err error) *counting.Plan {
	if err != nil {
		panic(err)
	}
	return plan
}

// TestFallback: where nothing was reported in a period, last year's figure stands by.
func TestFallback(t *testing.T) {
	register, err := facts.NewRegister(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		`{"fact":"report","unit":"H44","date":"2025-06-30","synced":50,"reported":70,"received":60}`,
		`{"fact":"report","unit":"H44","date":"2025-12-31","synced":50,"reported":10,"received":50}`,
		`{"fact":"report","unit":"H44","date":"2026-02-28","synced":5,"reported":6,"received":5}`,
	} {
		line, faults := facts.ParseLine([]byte(text))
		if faults != nil {
			t.Fatal(faults)
		}
		register.Take(&line)
	}
	tree, _ := facts.NewTree([]facts.Unit{{Unit: "H44", Codes: []string{"H45"}}})
	w := &told{register: register, tree: tree}
	x := indexOf(t)
	for period, want := range map[string]scoring.Value{
		"2026-01": {Annual: 120, Answer: scoring.Known},
		"2026-02": {Num: 5, Den: 6, Answer: scoring.Known},
		"2025":    {Num: 100, Den: 120, Answer: scoring.Known},
		"2027":    {Annual: 6, Answer: scoring.Known},
	} {
		counts := boardOf(t, w, x, facts.ByUnit, counting.Window{Period: mustPeriod(period)})
		if got := value(t, x, &counts[0], "1.4"); got != want || len(counts) != 1 {
			t.Errorf("%s: %+v, want %+v", period, got, want)
		}
	}
}
