package counting_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// TestLive puts, replaces and removes rows at random moments and holds the tally to a
// naive scan of what is there, to the second: windows that end today are cut at now.
func TestLive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan, names := drawPlan(t), counting.NewNames()
		now := drawInstant(t)
		live := plan.Live(names, counting.Basis{}, time.Unix(now, 0))
		there := make([][]entry, 4)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "put") {
				id := rapid.IntRange(0, len(there)-1).Draw(t, "id")
				there[id] = nil
				var rows []counting.Row
				table := counting.Table(0)
				for _, e := range drawEntries(t, plan, names, 3) {
					if table == 0 {
						table = e.table
					}
					if e.table == table {
						there[id], rows = append(there[id], e), append(rows, e.row)
					}
				}
				if err := live.Put(id, table, rows...); err != nil {
					t.Fatal(err)
				}
			} else if at := drawLater(t, live, now); at >= now {
				advance(t, live, plan, names, slices.Concat(there...), now, at)
				now = at
			}
			holdLive(t, live, plan, names, slices.Concat(there...), now)
		}
	})
}

// drawLater draws a moment, often the very one at which something falls due.
func drawLater(t *rapid.T, live *counting.Live, now int64) int64 {
	next, ok := live.Next()
	if ok && next.Unix() <= now {
		t.Fatal("what is due has not happened")
	}
	if ok && rapid.Bool().Draw(t, "to the second") {
		return next.Unix()
	}
	return drawInstant(t)
}

// advance moves the clock, and shows that nothing changes before Next.
func advance(t *rapid.T, live *counting.Live, plan *counting.Plan, names *counting.Names, entries []entry, now, to int64) {
	next, ok := live.Next()
	before := binaryOf(t, live.Tally())
	if quiet := min(to, next.Unix()-1); ok && quiet >= now {
		if err := live.Advance(time.Unix(quiet, 0)); err != nil {
			t.Fatal(err)
		}
		if string(before) != string(binaryOf(t, live.Tally())) {
			t.Fatal("it changed before it was due")
		}
	}
	if err := live.Advance(time.Unix(to, 0)); err != nil {
		t.Fatal(err)
	}
	if !ok && string(before) != string(binaryOf(t, live.Tally())) {
		t.Fatal("it changed and was never due")
	}
}

func holdLive(t *rapid.T, live *counting.Live, plan *counting.Plan, names *counting.Names, entries []entry, now int64) {
	w := world{names, plan, entries}
	facts := w.facts()
	future, _ := scoring.ParsePeriod("2027")
	for _, win := range []counting.Window{drawWindow(t), drawWindow(t), {Period: future}} {
		cut := min(win.Cut().Unix(), now)
		got, err := live.Tally().Read(win)
		if err != nil {
			t.Fatal(err)
		}
		if want := naiveFigures(plan, facts, nil, win.Period, cut); !slices.Equal(counts(got), want) {
			t.Fatalf("%s as of %s at %s: got %d, want %d", win.Period, win.AsOf, time.Unix(now, 0), counts(got), want)
		}
	}
}
