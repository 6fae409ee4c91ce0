package workday

import (
	"slices"
	"time"
)

// end counts all terms and finishes; false beyond the horizon.
func (r *Run) end() (moment, bool) {
	m, ok := r.start, true
	for u := Months; ok && u <= r.budget.last; u++ {
		if r.budget.has[u] {
			m, ok = r.spend(u, m)
		}
	}
	if ok {
		m, ok = r.roll(m, r.budget.last)
	}
	if ok && r.less.last > 0 {
		m, ok = r.reduce(m)
	}
	if ok && r.toDayEnd() {
		m = moment{m.day + 1, 0}
	}
	return m, ok && m.day < len(r.office.calendar.cells)
}

// toDayEnd reports whether the due date is the end of its day, 24:00.
func (r *Run) toDayEnd() bool {
	return !r.promised && slices.Contains(r.profile.EndOfDay, r.budget.last)
}

// spend counts the term of one unit and the pauses in it.
func (r *Run) spend(u Unit, m moment) (moment, bool) {
	m, ok := r.term(u, m)
	if ok && r.extended[u] > 0 {
		if u.wall() {
			m.clock += r.extended[u]
			return r.office.calendar.normal(m)
		}
		return r.office.add(m, r.extended[u])
	}
	return m, ok
}

// term counts the term of one unit.
func (r *Run) term(u Unit, m moment) (moment, bool) {
	c := r.office.calendar
	switch {
	case r.promised:
		return m, true
	case u == Months:
		m.day = int(c.date(m.day).AddMonths(int(r.budget.months)) - c.horizon.From)
	case u == CalendarDays:
		m.day += int(r.budget.days)
	case u == ClockTime:
		m.clock += r.budget.clock
	case u == OfficeTime:
		return r.office.add(m, r.budget.office)
	case u == WithinDay:
		return r.closing(m)
	default:
		return r.workingDays(m)
	}
	return c.normal(m)
}

// workingDays counts whole days, keeping the time of day, and then the fraction,
// capped at an ordinary day of the office.
func (r *Run) workingDays(m moment) (moment, bool) {
	var ok bool
	if m.day, ok = r.office.calendar.step(m.day, int(r.budget.working)); !ok {
		return m, false
	}
	if r.budget.fraction == 0 {
		return m, true
	}
	return r.fraction(m)
}

// fraction counts the fraction of a working day: at most an ordinary day of the
// office, where there are hours to say what that is.
func (r *Run) fraction(m moment) (moment, bool) {
	fraction := r.budget.fraction
	if row := r.office.row(r.office.calendar.date(m.day)); row >= 0 {
		fraction = min(fraction, time.Duration(r.office.regular[row])*time.Minute)
	}
	return r.office.add(m, fraction)
}

// closing is the closing of a moment's day, or of the next working day after the
// cut-off; where the day has no more hours, of the next that has. A day that is
// counted to its end needs no hours.
func (r *Run) closing(m moment) (moment, bool) {
	ok := true
	if r.cut {
		m.day, ok = r.office.calendar.step(m.day, 1)
		m.clock = 0
	}
	if !ok || r.toDayEnd() && !r.profile.StartInOffice {
		return m, ok
	}
	if m, ok = r.office.next(m); !ok {
		return m, false
	}
	sessions := r.office.plans[r.office.kinds[m.day]].office
	m.clock = sessions[len(sessions)-1].To.duration()
	return m, true
}

// rolls reports whether a due date whose last unit is given may land on a day off
// or out of hours and then moves: of calendar days and months; of whole working
// days, since hours may differ from day to day; of a day counted to its end; and of
// a promise moved by clock time.
func (r *Run) rolls(last Unit) bool {
	switch last {
	case Months, CalendarDays:
		return true
	case WorkingDays:
		return r.budget.fraction == 0 && r.extended[WorkingDays] == 0
	case WithinDay:
		return r.toDayEnd() && !r.profile.StartInOffice
	case ClockTime:
		return r.promised && r.extended[ClockTime] > 0
	}
	return false
}

// roll moves a due date off days and times without office hours.
func (r *Run) roll(m moment, last Unit) (moment, bool) {
	if !r.rolls(last) {
		return m, true
	}
	c := r.office.calendar
	if !r.profile.RollKeepsClock && last != WithinDay {
		if r.office.closes(m) {
			return m, true // used up exactly at closing
		}
		return r.office.next(m)
	}
	if !c.cells[m.day].work {
		var ok bool
		m.day, ok = c.step(m.day, 1)
		return m, ok
	}
	return m, true
}

// reduce takes a lane's time off a due date, which then rolls over if it was
// calendar days that were taken.
func (r *Run) reduce(m moment) (moment, bool) {
	c, ok := r.office.calendar, true
	if r.less.has[ClockTime] {
		m.clock -= r.less.clock
		m, ok = c.normal(m)
	}
	if ok && r.less.has[OfficeTime] {
		m, ok = r.office.add(m, -r.less.office)
	}
	if ok && r.less.has[WorkingDays] {
		if m, ok = r.office.add(m, -r.less.fraction); ok {
			m.day, ok = c.step(m.day, -int(r.less.working))
		}
	}
	if ok && r.less.has[CalendarDays] {
		m.day -= int(r.less.days)
	}
	if ok && r.less.has[Months] {
		m.day = int(c.date(m.day).AddMonths(-int(r.less.months)) - c.horizon.From)
	}
	if m.day < 0 || !ok {
		return r.start, true // no time is left, which Due says
	}
	return r.roll(m, r.less.last)
}
