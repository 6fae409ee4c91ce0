package workday_test

import (
	"errors"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// agree holds a moment to the naive one; beyond the days both must say so.
func (w naiveWorld) agree(t *rapid.T, what string, got time.Time, err error, want int, ok bool) {
	t.Helper()
	switch {
	case !ok && !errors.Is(err, workday.ErrHorizon):
		t.Fatalf("%s: %v, %v, want the horizon error", what, got, err)
	case ok && err != nil:
		t.Fatalf("%s: %v, want %v", what, err, w.naive.time(want))
	case ok && (!got.Equal(w.naive.time(want)) || got.Location() != motcua.Vietnam()):
		t.Fatalf("%s: %v, want %v", what, got, w.naive.time(want))
	}
}

func officeAsNaive(t *rapid.T) {
	g := &naiveDrawing{t: t, steep: true}
	w := g.world()
	for range 5 {
		w.compareMoment(g)
		w.compareDays(g)
	}
	w.compareCalendar(t)
}

// compareMoment compares all that is asked of one moment, or of two.
func (w naiveWorld) compareMoment(g *naiveDrawing) {
	t, o := g.t, w.naive
	at := g.minute(o)
	inside := at >= 0 && at < o.end()
	instant := g.instant(o, at)

	opening, err := w.office.OpenAt(instant)
	if want := o.opening; inside && (err != nil || opening != want(at)) || !inside && !errors.Is(err, workday.ErrHorizon) {
		t.Fatalf("open at %v: %v, %v", instant, opening, err)
	}
	other := min(max(at+g.roll(12_000, "away")-6_000, -1), o.end())
	between, err := w.office.Between(instant, g.instant(o, other))
	if inside && other >= 0 && other < o.end() {
		if want := time.Duration(o.between(at, other)) * time.Minute; err != nil || between != want {
			t.Fatalf("between %v and %v: %v, %v, want %v", instant, o.time(other), between, err, want)
		}
	} else if !errors.Is(err, workday.ErrHorizon) {
		t.Fatalf("between %v and %v: %v, %v, want the horizon error", instant, o.time(other), between, err)
	}
	week := 1 // or so, that walks be short where hours are few
	for _, s := range o.hours.Rows[0].Weekdays {
		week += 6 * int(s.To-s.From)
	}
	for name, by := range map[string]int{"add": g.roll(week, "add"), "add a little": g.roll(week/6+1, "little"), "subtract": -g.roll(week, "subtract")} {
		got, err := w.office.Add(instant, time.Duration(by)*time.Minute)
		want, ok := 0, inside
		if ok {
			want, ok = o.add(at, by)
		}
		w.agree(t, name, got, err, want, ok)
	}
	got, err := w.office.NextOpening(instant)
	want, ok := 0, inside
	if ok {
		want, ok = o.nextOpening(at)
	}
	w.agree(t, "next opening", got, err, want, ok)
	got, err = w.office.NextClosing(instant)
	if want, ok = 0, inside; ok {
		want, ok = o.nextClosing(at)
	}
	w.agree(t, "next closing", got, err, want, ok)
}

func (w naiveWorld) compareDays(g *naiveDrawing) {
	t, o := g.t, w.naive
	at, n := g.minute(o), g.roll(120, "days")-60
	got, err := w.office.AddWorkingDays(g.instant(o, at), n)
	want, ok := 0, at >= 0 && at < o.end()
	if ok {
		want, ok = o.addWorkingDays(at, n)
	}
	w.agree(t, "add working days", got, err, want, ok)

	from, to := o.first.AddDays(g.roll(len(o.days)+3, "from")-1), o.first.AddDays(g.roll(len(o.days)+3, "to")-1)
	count, err := w.office.Calendar().WorkingDays(from, to)
	if end := o.first.AddDays(len(o.days)); from < o.first || to < o.first || from > end || to > end {
		if !errors.Is(err, workday.ErrHorizon) {
			t.Fatalf("working days from %v to %v: %d, %v, want the horizon error", from, to, count, err)
		}
	} else if count != o.workingDays(from, to) || err != nil {
		t.Fatalf("working days from %v to %v: %d, %v, want %d", from, to, count, err, o.workingDays(from, to))
	}
}

// compareCalendar compares every day.
func (w naiveWorld) compareCalendar(t *rapid.T) {
	for i, want := range w.naive.days {
		d := w.naive.first.AddDays(i)
		got, err := w.office.Calendar().Day(d)
		if err != nil || got.Work != want.work || got.Holiday != want.holiday || got.Plain() == want.said {
			t.Fatalf("%v: %+v, %v, want %+v", d, got, err, want)
		}
	}
}

func TestOfficeAsNaive(t *testing.T) { rapid.Check(t, officeAsNaive) }

// naiveNational takes the days from the calendar itself, so that moments alone
// are compared on it.
var naiveNational = sync.OnceValue(func() *naiveDays {
	c := workday.National()
	n := &naiveDays{first: c.Horizon().From}
	for day := range c.Days(c.Horizon()) {
		n.days = append(n.days, naiveDay{work: day.Work, holiday: day.Holiday, said: !day.Plain()})
	}
	return n
})

func (g *naiveDrawing) national() naiveWorld {
	w := naiveWorld{naive: &naiveOffice{naiveNational(), g.hours(motcua.Validity{From: motcua.MustDate("2019-01-01"), To: motcua.MustDate("2030-01-01")})}}
	var faults motcua.Faults
	if w.office, faults = workday.National().Office(w.naive.hours); faults.Err() != nil {
		g.t.Fatalf("drawn, and refused: %v", faults)
	}
	return w
}

func TestNationalOfficeAsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &naiveDrawing{t: t}
		w := g.national()
		for range 3 {
			w.compareMoment(g)
			w.compareDays(g)
		}
	})
}

// TestNationalAsNaive derives every day of the shipped calendar from its rows.
func TestNationalAsNaive(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	data, err := os.ReadFile("calendars/vn.json")
	if err != nil {
		t.Fatal(err)
	}
	rules, faults := workday.ParseRules(data)
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	want := naiveWeeks(rules.Horizon)
	want.lay(rules)
	for i, day := range naiveNational().days {
		if w := want.days[i]; day.work != w.work || day.holiday != w.holiday || day.said != w.said {
			t.Errorf("%v: %+v, want %+v", want.first.AddDays(i), day, w)
		}
	}
}
