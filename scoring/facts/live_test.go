package facts_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/synth"
)

// TestLiveLikeBatch: at random moments, with half of the messages told and time
// passing, the live figures are those of a fresh count of the same rows as of then.
func TestLiveLikeBatch(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	m := generate(t, synth.Small(), motcua.MustDecimal("1"), "duplicates=0.05,corrections=0.1,late=0.1")
	w := m.tell(t)
	plan := count(t, w.register).Plan()
	now := time.Date(2026, time.January, 1, 0, 0, 0, 0, motcua.Vietnam())
	basis := counting.Basis(w.register.Basis())
	live := plan.Live(w.register.Names(), basis, now)
	w.register.Covered(func(table string, known bool, column string) { live.Tally().Supply(table, known, column) })
	text, err := io.ReadAll(m.messages(t, m.dossierFiles()[0]))
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	dice := rand.New(rand.NewPCG(3, 4))
	moved := 0
	for len(lines) > 0 {
		n := min(len(lines), 1+dice.IntN(300))
		w.stream(t, bytes.NewReader(bytes.Join(lines[:n], nil)))
		lines = lines[n:]
		w.register.Changes(func(id int) {
			table, rows := w.register.Rows(id, nil)
			if err := live.Put(id, table, rows...); err != nil {
				t.Fatal(err)
			}
		})
		for range 3 {
			if next, ok := live.Next(); ok && dice.IntN(2) == 0 {
				now = next // the very second
				moved++
			} else {
				now = now.Add(time.Duration(dice.IntN(14*24*3600)) * time.Second)
			}
			if err := live.Advance(now); err != nil {
				t.Fatal(err)
			}
			compareLive(t, w, live, now)
		}
	}
	now = motcua.DateOf(now.In(motcua.Vietnam())).AddDays(1).In(nil).Add(-time.Second)
	if err := live.Advance(now); err != nil {
		t.Fatal(err)
	}
	window, _ := counting.YearToDate(motcua.DateOf(now))
	want, got := scored(t, count(t, w.register), w.tree, window, facts.ByUnit), scored(t, live.Tally(), w.tree, window, facts.ByUnit)
	if diff := cmp.Diff(want, got, exact); diff != "" {
		t.Errorf("at the end of %v (-tally +live):\n%.2000s", now, diff)
	}
	if moved < 5 {
		t.Errorf("time alone moved the figures %d times", moved)
	}
}

// compareLive counts all rows anew as of a moment.
func compareLive(t *testing.T, w *told, live *counting.Live, now time.Time) {
	t.Helper()
	fresh := live.Tally().Plan().Live(w.register.Names(), live.Tally().Basis(), now)
	w.register.Covered(func(table string, known bool, column string) { fresh.Tally().Supply(table, known, column) })
	for id := range w.register.IDs() {
		table, rows := w.register.Rows(id, nil)
		if err := fresh.Put(id, table, rows...); err != nil {
			t.Fatal(err)
		}
	}
	day := motcua.DateOf(now.In(motcua.Vietnam()))
	window, err := counting.YearToDate(day)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []counting.Window{window, {Period: mustPeriod(day.String()[:7]), AsOf: day}} {
		want, got := scored(t, fresh.Tally(), w.tree, one, facts.ByUnit), scored(t, live.Tally(), w.tree, one, facts.ByUnit)
		if diff := cmp.Diff(want, got, exact); diff != "" {
			t.Fatalf("at %v (-fresh +live):\n%.2000s", now, diff)
		}
	}
}

// TestLiveCoverage: what sources answer for is told to live figures when they come, as
// rows are.
func TestLiveCoverage(t *testing.T) {
	register, err := facts.NewRegister(nil)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := counting.Compile(indexOf(t).Definition().Measures)
	if err != nil {
		t.Fatal(err)
	}
	live, err := register.Live(plan, year.Cut())
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		`{"fact":"coverage","columns":["dossier.received"]}`,
		`{"fact":"rating","dossier":"H44.60-260706-0001","at":"2026-07-06T08:00:00Z","disliked":true,"complained":false}`,
		`{"fact":"coverage","columns":["dossier.stored"],"unknown":true}`,
		`{"fact":"handling","dossier":"H44.60-260706-0001","stored":true}`,
		`{"fact":"petition","petition":"P","unit":"H44.60","received":"2026-07-06T08:00:00Z","disliked":false,"raisedAgain":false}`,
	} {
		line, faults := facts.ParseLine([]byte(text))
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		register.Take(&line)
		if err := register.Update(live); err != nil {
			t.Fatal(err)
		}
		fresh, err := register.Live(plan, year.Cut())
		if err != nil {
			t.Fatal(err)
		}
		if !fresh.Tally().Equal(live.Tally()) {
			t.Fatalf("after %s the live figures differ from a count anew", text)
		}
	}
}
