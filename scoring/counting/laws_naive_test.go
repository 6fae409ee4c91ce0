package counting_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// entry is a row and its table.
type entry struct {
	table counting.Table
	row   counting.Row
}

// world is a drawn plan with drawn rows.
type world struct {
	names   *counting.Names
	plan    *counting.Plan
	entries []entry
}

func drawPlan(t *rapid.T) *counting.Plan {
	var measures []scoring.Measure
	for i := range rapid.IntRange(1, 6).Draw(t, "measures") {
		measures = append(measures, drawMeasure(t, fmt.Sprint("m", i)))
	}
	by := rapid.SampledFrom([][]string{nil, {"unit"}, {"procedure"}, {"unit", "procedure"}, {"field", "channel", "unit"}}).Draw(t, "by")
	plan, err := counting.Compile(measures, by...)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// drawEntries draws rows of the tables that are counted, and of one that may not be.
func drawEntries(t *rapid.T, plan *counting.Plan, names *counting.Names, most int) []entry {
	tables := []string{"commune"}
	for _, m := range plan.Measures() {
		tables = append(tables, m.Table, m.Table, m.Table)
	}
	var out []entry
	for range rapid.IntRange(0, most).Draw(t, "rows") {
		table, _ := counting.TableOf(rapid.SampledFrom(tables).Draw(t, "of"))
		out = append(out, entry{table, drawRow(t, names, table)})
	}
	return out
}

func drawWorld(t *rapid.T, most int) world {
	w := world{names: counting.NewNames(), plan: drawPlan(t)}
	w.entries = drawEntries(t, w.plan, w.names, most)
	return w
}

func (w *world) facts() []fact {
	var out []fact
	for i := range w.entries {
		out = append(out, factOf(w.names, w.entries[i].table, &w.entries[i].row))
	}
	return out
}

type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func tallyOf(t failer, plan *counting.Plan, names *counting.Names, entries []entry) *counting.Tally {
	t.Helper()
	out := plan.New(names, counting.Basis{})
	for i := range entries {
		if err := out.Add(entries[i].table, &entries[i].row); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func counts(f counting.Figures) []int64 {
	out := make([]int64, len(f))
	for i := range f {
		out[i] = f[i].Count
	}
	return out
}

// TestNaive holds every way of reading to the naive scan: some groups, all of them,
// many windows at once, every group apart.
func TestNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, 25)
		facts := w.facts()
		tally := tallyOf(t, w.plan, w.names, w.entries)
		all := tally.Groups()
		var windows []counting.Window
		for range rapid.IntRange(1, 6).Draw(t, "windows") {
			windows = append(windows, drawWindow(t))
		}
		var groups []counting.Group
		for _, g := range all {
			if rapid.Bool().Draw(t, "group") {
				groups = append(groups, g)
			}
		}
		series, err := tally.Series(windows, groups...)
		if err != nil {
			t.Fatal(err)
		}
		for i, win := range windows {
			want := naiveFigures(w.plan, facts, groups, win.Period, win.Cut().Unix())
			if got := counts(series[i]); !slices.Equal(got, want) {
				t.Fatalf("%s as of %s for %q: got %d, want %d", win.Period, win.AsOf, groups, got, want)
			}
		}
		board, err := tally.All(windows[0])
		if err != nil {
			t.Fatal(err)
		}
		cut := windows[0].Cut().Unix()
		listed := map[string]bool{}
		for _, b := range board {
			listed[fmt.Sprint(b.Group)] = true
			if want := naiveFigures(w.plan, facts, []counting.Group{b.Group}, windows[0].Period, cut); !slices.Equal(counts(b.Figures), want) {
				t.Fatalf("%s of %q: got %d, want %d", windows[0].Period, b.Group, counts(b.Figures), want)
			}
		}
		for i := range facts {
			g := groupOf(w.plan, &facts[i])
			if want := naiveFigures(w.plan, facts, []counting.Group{g}, windows[0].Period, cut); !listed[fmt.Sprint(g)] && slices.Max(want) > 0 {
				t.Fatalf("%q has %d and is not listed", g, want)
			}
		}
	})
}

// TestAddRows holds rows added together to rows added one by one, up to the first that
// is refused.
func TestAddRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, 80)
		table, _ := counting.TableOf(w.plan.Measures()[0].Table)
		var rows []counting.Row
		for _, e := range w.entries {
			if e.table == table {
				rows = append(rows, e.row)
			}
		}
		if len(rows) > 0 && rapid.Bool().Draw(t, "bad") {
			rows[rapid.IntRange(0, len(rows)-1).Draw(t, "at")].Flags = 1 << 31
		}
		together, apart := w.plan.New(w.names, counting.Basis{}), w.plan.New(w.names, counting.Basis{})
		n, err := together.AddRows(table, rows)
		counted := 0
		var first error
		for ; counted < len(rows) && first == nil; counted++ {
			if first = apart.Add(table, &rows[counted]); first != nil {
				break
			}
		}
		if n != counted || fmt.Sprint(err) != fmt.Sprint(first) || !together.Equal(apart) {
			t.Fatalf("%d rows and %v, want %d and %v", n, err, counted, first)
		}
	})
}
