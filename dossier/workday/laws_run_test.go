package workday_test

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

func lawProfile(id string) *workday.Profile {
	p, _ := workday.StandardProfiles().Lookup(id)
	return p
}

func (l *lawful) begin(limit workday.Limit, p *workday.Profile, at time.Time) *workday.Run {
	run, err := l.world.office.Begin(&limit, p, at)
	l.beyond = l.beyond || err != nil
	return &run
}

// due is when a run is due; the day when that is all that is asked.
func (l *lawful) due(run *workday.Run) time.Time {
	l.t.Helper()
	if l.beyond {
		return time.Time{}
	}
	return l.is(run.Due())
}

func (l *lawful) of(u workday.Unit) workday.Limit {
	term := workday.Term{Unit: u}
	if u != workday.WithinDay {
		term.Amount = l.amount(u)
	}
	return workday.Limit{Terms: []workday.Term{term}}
}

// Waiting shifts a due date of working days and office hours by the office time
// that was waited, and by nothing more: a night adds nothing.
func TestSuspendAndResume(t *testing.T) {
	laws(t, naiveDrawing{steep: true}, func(l *lawful) {
		run := l.begin(l.of(naivePick(l.naiveDrawing, "unit", workday.WorkingDays, workday.OfficeTime)), nil, l.instant())
		due := l.due(run)
		if l.beyond || !due.After(run.Start()) {
			return
		}
		waited := time.Duration(0)
		for from := run.Start(); l.chance(70, "again"); {
			from = from.Add(l.length(due.Sub(run.Start()), "until"))
			to := from.Add(l.length(200*time.Hour, "waited"))
			before := l.due(run)
			extended, err := run.Pause(from, to)
			if err != nil {
				return
			}
			if extended != from.Before(before) {
				l.t.Fatalf("a pause at %v, due %v, counts: %t", from, before, extended)
			}
			if extended {
				waited += l.between(from, to)
			}
			from = to
		}
		after := l.due(run)
		l.lasts("shifted", l.between(due, after), waited)
		if waited == 0 {
			l.same("waited in the night", after, due)
		}
	})
}

// Later receipts are due later, and longer limits. Offices that work on
// Saturdays are left out, for those are no counted days: a working day from
// Friday 16:00 is Monday 16:00, and from Saturday 08:00 it is Monday 08:00.
func TestMonotone(t *testing.T) {
	laws(t, naiveDrawing{plain: true}, func(l *lawful) {
		unit := naivePick(l.naiveDrawing, "unit", workday.CalendarDays, workday.WorkingDays, workday.OfficeTime, workday.ClockTime, workday.WithinDay)
		limit := l.of(unit)
		if l.chance(30, "cut-off") { // in the last session: who comes after it has missed the day
			row := l.world.naive.hours.Rows[0].Weekdays
			last := row[len(row)-1]
			limit.CutOff = &workday.CutOff{At: last.From + workday.Clock(l.roll(int(last.To-last.From), "at")), Effect: workday.StartNextDay}
			if unit == workday.WithinDay && l.chance(50, "due next day") {
				limit.CutOff.Effect = workday.DueNextDay
			}
		}
		early, late := l.instant(), l.instant()
		if late.Before(early) {
			early, late = late, early
		}
		if l.chance(50, "near") {
			late = early.Add(l.length(100*time.Hour, "later"))
		}
		a, b := l.due(l.begin(limit, nil, early)), l.due(l.begin(limit, nil, late))
		if !l.beyond && b.Before(a) {
			l.t.Fatalf("%v (cut-off %v) from %v is %v, but from %v it is %v", limit, limit.CutOff, early, a, late, b)
		}
	})
}

// longer holds that more of a unit is never due before less of it.
func (l *lawful) longer(p *workday.Profile, u workday.Unit) {
	limit, more, at := l.of(u), l.of(u), l.instant()
	if more.Terms[0].Amount.Cmp(limit.Terms[0].Amount) < 0 {
		limit, more = more, limit
	}
	a, b := l.due(l.begin(limit, p, at)), l.due(l.begin(more, p, at))
	if !l.beyond && b.Before(a) {
		l.t.Fatalf("%v from %v is %v, but %v is %v", limit, at, a, more, b)
	}
}

func TestMonotoneInAmount(t *testing.T) {
	laws(t, naiveDrawing{plain: true}, func(l *lawful) {
		p := naivePick(l.naiveDrawing, "profile", "default", "td", "statutory", "dateOnly")
		for u := workday.Months; u < workday.WithinDay; u++ {
			l.beyond = false
			if p != "td" || u != workday.OfficeTime { // hours that become days are worth more than hours
				l.longer(lawProfile(p), u)
			}
		}
	})
}

// Months end on the last day of a shorter month, and some profiles roll to the
// same time of another day: there the day alone follows the start. Profiles that
// keep the clock do so in every office.
func TestMonotoneByDay(t *testing.T) {
	for _, id := range []string{"default", "td", "statutory", "dateOnly"} {
		p := lawProfile(id)
		t.Run(id, func(t *testing.T) {
			laws(t, naiveDrawing{plain: !p.RollKeepsClock, steep: p.RollKeepsClock}, func(l *lawful) {
				limit := l.of(naivePick(l.naiveDrawing, "unit", workday.Months, workday.CalendarDays, workday.WorkingDays))
				whole, err := limit.Terms[0].Amount.Round(0)
				if err != nil || whole.IsZero() {
					whole = motcua.MustDecimal("1")
				}
				limit.Terms[0].Amount = whole
				early := l.instant()
				late := early.Add(l.length(400*time.Hour, "later"))
				a, b := l.due(l.begin(limit, p, early)), l.due(l.begin(limit, p, late))
				if !l.beyond && motcua.DateOf(b) < motcua.DateOf(a) {
					l.t.Fatalf("%v from %v is %v, but from %v it is %v", limit, early, a, late, b)
				}
			})
		})
	}
}
