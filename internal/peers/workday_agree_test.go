package peers

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// TestWorkdaysAgree holds every way to one answer for every working day of 2024
// to 2026: only then is how fast they are a comparison.
func TestWorkdaysAgree(t *testing.T) {
	calendar := workday.National()
	starts := working(calendar)
	if len(starts) < 700 {
		t.Fatalf("three years have %d working days", len(starts))
	}
	all := ways(t)
	for _, start := range starts {
		want, err := calendar.AddWorkingDays(start, fifteen)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range all {
			due, err := w.due(nine(start))
			if err != nil {
				t.Fatalf("%s from %s: %v", w.name, start, err)
			}
			if got := motcua.DateOf(due.In(motcua.Vietnam())); got != want || !due.Equal(nine(want)) {
				t.Errorf("%s from %s: %s, and the calendar has %s", w.name, start, due, want)
			}
		}
	}
}

// TestWorkdaysNoAllocation holds ours to allocating nothing.
func TestWorkdaysNoAllocation(t *testing.T) {
	calendar := workday.National()
	dates, instants := pick(working(calendar))
	check := func(name string, ask func(i uint) error) {
		i := uint(0)
		n := testing.AllocsPerRun(10*picked, func() {
			if err := ask(i % picked); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			i++
		})
		if n != 0 {
			t.Errorf("%s allocates %g times", name, n)
		}
	}
	check("ours/calendar", func(i uint) error {
		_, err := calendar.AddWorkingDays(dates[i], fifteen)
		return err
	})
	for _, w := range ways(t) {
		if w.ours {
			check(w.name, func(i uint) error {
				_, err := w.due(instants[i])
				return err
			})
		}
	}
}
