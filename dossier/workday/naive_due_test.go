package workday_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// naivePair is the same run twice.
type naivePair struct {
	naiveWorld
	naive *naiveRun
	run   workday.Run
	told  string // what was done so far, for failures
}

// begun begins a drawn limit at a drawn moment; false where both refuse.
func (g *naiveDrawing) begun(w naiveWorld) (*naivePair, bool) {
	limit, profile, at := g.limit(), g.profile(), g.minute(w.naive)
	run, err := w.office.Begin(&limit, profile, g.instant(w.naive, at))
	naive, ok := w.naive.begin(&limit, profile, at)
	if !ok {
		if !errors.Is(err, workday.ErrHorizon) {
			g.t.Fatalf("%v begun at %v: %v, want the horizon error", limit, w.naive.time(at), err)
		}
		return nil, false
	}
	if err != nil {
		g.t.Fatalf("%v begun at %v: %v", limit, w.naive.time(at), err)
	}
	p := &naivePair{w, naive, run, fmt.Sprintf("%v, cut-off %v, by %s, at %v", limit, limit.CutOff, naiveFlags(profile), w.naive.time(at))}
	w.agree(g.t, "start", run.Start(), nil, naive.start, true)
	return p, true
}

func naiveFlags(p *workday.Profile) string {
	return fmt.Sprintf("%s (%d h, as days %t, start in office %t, keeps clock %t, end of day %v)", p.ID, p.HoursOfDay, p.HoursAsDays, p.StartInOffice, p.RollKeepsClock, p.EndOfDay)
}

// compare compares where the run ends.
func (p *naivePair) compare(g *naiveDrawing, what string) {
	g.t.Helper()
	got, err := p.run.Due()
	want, ok := p.naive.due()
	p.agree(g.t, what+": "+p.told, got, err, want, ok)
	if ok && p.run.LastDay() != p.naive.lastDay(want) {
		g.t.Fatalf("%s: %s: last day %v, want %v", what, p.told, p.run.LastDay(), p.naive.lastDay(want))
	}
}

// pauses draws pauses in order, most of them before the run is due, and compares
// after each.
func (p *naivePair) pauses(g *naiveDrawing) {
	at := p.naive.start - 2*naiveDayLong
	for range g.roll(4, "pauses") {
		reach := 5 * naiveDayLong
		if due, ok := p.naive.due(); ok {
			reach = max(due-at, naiveDayLong)
		}
		from := at + g.roll(reach+reach/3, "until the pause")
		if due, ok := p.naive.due(); ok && due > at && g.chance(15, "at the due date") {
			from = due - g.roll(2, "just before")
		}
		at = from + g.roll(naivePick(g, "how long", 60, naiveDayLong, 20*naiveDayLong), "pause")
		got, err := p.run.Pause(g.instant(p.naiveWorld.naive, from), g.instant(p.naiveWorld.naive, at))
		want, ok := p.naive.pause(from, at)
		p.told += fmt.Sprintf(", paused from %v to %v", p.naive.time(from), p.naive.time(at))
		if got != want || ok != (err == nil) || !ok && !errors.Is(err, workday.ErrHorizon) {
			g.t.Fatalf("%s: %t, %v, want %t (%t)", p.told, got, err, want, ok)
		}
		p.compare(g, "due after a pause")
	}
}

func (g *naiveDrawing) runs(w naiveWorld, n int) {
	for range n {
		if p, ok := g.begun(w); ok {
			p.compare(g, "due")
			p.pauses(g)
		}
	}
}

func runAsNaive(t *rapid.T) {
	g := &naiveDrawing{t: t}
	g.runs(g.world(), 5)
}

func TestRunAsNaive(t *testing.T) { rapid.Check(t, runAsNaive) }

func TestNationalRunAsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &naiveDrawing{t: t}
		g.runs(g.national(), 3)
	})
}
