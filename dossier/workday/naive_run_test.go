package workday_test

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// naiveRun spends a limit by walking.
type naiveRun struct {
	*naiveOffice
	profile *workday.Profile
	legs    []naiveLeg
	start   int
	cut     bool // due on the next working day
}

// begin starts a limit; false beyond the days.
func (o *naiveOffice) begin(limit *workday.Limit, p *workday.Profile, at int) (*naiveRun, bool) {
	r := &naiveRun{naiveOffice: o, profile: p, legs: naiveLegs(p, limit.Terms), start: at}
	if at < 0 || at >= o.end() {
		return nil, false
	}
	ok := true
	late := limit.CutOff != nil && o.open(at) && at%naiveDayLong > int(limit.CutOff.At)
	switch {
	case late && limit.CutOff.Effect == workday.StartNextDay:
		r.start, ok = o.nextWorkingDay(at)
		if ok {
			r.start, ok = o.nextOpening(r.start)
		}
	case late:
		r.cut = true
	case p.StartInOffice:
		r.start, ok = o.nextOpening(at)
	}
	return r, ok
}

// nextWorkingDay is the midnight with which the next working day begins.
func (o *naiveOffice) nextWorkingDay(at int) (int, bool) {
	for at = (at/naiveDayLong + 1) * naiveDayLong; at < o.end(); at += naiveDayLong {
		if o.at(o.date(at)).work {
			return at, true
		}
	}
	return 0, false
}

// leg counts one term and then the pauses in it.
func (r *naiveRun) leg(l naiveLeg, at int) (int, bool) {
	ok := true
	switch l.unit {
	case workday.Months:
		at = int(r.date(at).AddMonths(l.whole)-r.first)*naiveDayLong + at%naiveDayLong
	case workday.CalendarDays:
		at += l.whole * naiveDayLong
	case workday.ClockTime:
		at += l.rest
	case workday.OfficeTime:
		at, ok = r.add(at, l.rest)
	case workday.WithinDay:
		at, ok = r.closing(at)
	case workday.WorkingDays:
		at, ok = r.addWorkingDays(at, l.whole)
		if ok && l.rest > 0 {
			at, ok = r.fraction(at, l.rest)
		}
	}
	switch {
	case !ok || l.wall() && (at < 0 || at >= r.end()):
		return 0, false
	case l.wall():
		at += l.paused
		return at, at < r.end()
	}
	return r.add(at, l.paused)
}

// fraction adds part of a day, but no more than an ordinary day of the office.
func (r *naiveRun) fraction(at, minutes int) (int, bool) {
	row, _ := r.row(r.date(at))
	ordinary := 0
	for minute := range naiveDayLong {
		if slices.ContainsFunc(row.Weekdays, func(s workday.Session) bool { return naiveWithin(s, minute) }) {
			ordinary++
		}
	}
	return r.add(at, min(minutes, ordinary))
}

// closing is the last closing of a day.
func (r *naiveRun) closing(at int) (int, bool) {
	ok := true
	if r.cut {
		at, ok = r.nextWorkingDay(at)
	}
	if r.byDay() {
		return at, ok
	}
	if ok {
		at, ok = r.nextOpening(at)
	}
	if !ok {
		return 0, false
	}
	for closing := (at/naiveDayLong + 1) * naiveDayLong; ; closing-- {
		if r.closes(closing) {
			return closing, true
		}
	}
}

// last is the term counted last.
func (r *naiveRun) last() naiveLeg { return r.legs[len(r.legs)-1] }

// byDay reports whether the run is within a day that ends at 24:00 for someone
// who need not come in office hours.
func (r *naiveRun) byDay() bool {
	return r.last().unit == workday.WithinDay && !r.profile.StartInOffice && slices.Contains(r.profile.EndOfDay, workday.WithinDay)
}

// due counts all terms, and rolls and ends the last day where that is the rule.
func (r *naiveRun) due() (int, bool) {
	at, ok := r.start, true
	for _, l := range r.legs {
		if at, ok = r.leg(l, at); !ok {
			return 0, false
		}
	}
	last := r.last()
	spent := last.unit == workday.WithinDay && !r.byDay() || !last.wall() && last.rest+last.paused > 0
	closing := spent && at%naiveDayLong == 0
	if closing && r.byDay() { // office time that is used up with a day has ended on that day
		at, closing = at-1, false
	}
	if at, ok = r.roll(at); !ok {
		return 0, false
	}
	if slices.Contains(r.profile.EndOfDay, last.unit) {
		if !closing {
			at = (at/naiveDayLong + 1) * naiveDayLong
		}
		return at, at < r.end()
	}
	return at, at < r.end() || closing
}

// roll moves a due date off days and times at which nobody works. Working days
// land on a day that is worked, but perhaps at an hour which it lacks.
func (r *naiveRun) roll(at int) (int, bool) {
	last := r.last()
	days := last.unit == workday.Months || last.unit == workday.CalendarDays || r.byDay()
	working := last.unit == workday.WorkingDays && last.rest == 0 && last.paused == 0
	switch {
	case !days && !working:
		return at, true
	case r.at(r.date(at)).work && (r.profile.RollKeepsClock || r.byDay()):
		return at, true
	case !r.profile.RollKeepsClock && !r.byDay() && at%naiveDayLong > 0 && r.closes(at):
		return at, true // used up exactly at closing
	case !r.profile.RollKeepsClock && !r.byDay():
		return r.nextOpening(at)
	}
	midnight, ok := r.nextWorkingDay(at)
	return midnight + at%naiveDayLong, ok
}

// pause extends the term it begins in; the first result says whether it did.
func (r *naiveRun) pause(from, to int) (extended, ok bool) {
	if from < 0 || from >= r.end() || to < 0 || to >= r.end() {
		return false, false
	}
	if from = max(from, r.start); from >= to {
		return false, true
	}
	at := r.start
	for i := range r.legs {
		l := &r.legs[i]
		if at, ok = r.leg(*l, at); !ok {
			return false, false
		}
		if i == len(r.legs)-1 {
			if at, ok = r.due(); !ok {
				return false, false
			}
		}
		if from < at && l.wall() {
			l.paused += to - from
			return true, true
		}
		if from < at {
			l.paused += r.between(from, to)
			return true, true
		}
	}
	return false, true
}

// lastDay is the day that due is on, or that ends then.
func (r *naiveRun) lastDay(due int) motcua.Date { return r.date(due - 1) }
