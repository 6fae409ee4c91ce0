package workday

import (
	"errors"
	"time"

	"github.com/motcua/motcua"
)

// Run is one limit being spent: it begins at a moment, is extended by pauses, and
// knows when it is due. It is a value; copy it to try something.
//
// Terms are counted one after the other, in the order of their units, and a pause
// extends the term it begins in: by office time in working days and office hours,
// so that a night adds nothing, by wall time in the others. Last of all a due date
// of calendar days or months that lands on a day off rolls over.
type Run struct {
	office   *Office
	profile  *Profile
	budget   budget
	less     budget // taken off in the end, if any
	lane     *Lane  // it was changed by, if any
	received moment
	start    moment
	cut      bool                         // due on the next working day
	promised bool                         // start is a due date that somebody set
	extended [WithinDay + 1]time.Duration // by unit
}

// ErrTooShort is the class of errors about a lane that leaves no time.
var ErrTooShort = errors.New("the lane leaves no time")

var errPaused = errors.New("a lane is taken before the first pause")

// Begin starts a limit with something received at an instant; profile nil is the
// default. The errors are a [HorizonError] and the faults of the limit's terms.
func (o *Office) Begin(limit *Limit, profile *Profile, at time.Time) (Run, error) {
	r := Run{office: o, profile: profile.OrDefault()}
	if limit == nil {
		return Run{}, badTerms(nil)
	}
	var err error
	if r.budget, err = r.profile.budgetOf(limit.Terms); err != nil {
		return Run{}, err
	}
	m, ok := o.calendar.moment(at)
	if !ok {
		return Run{}, o.calendar.outOfHorizon(at)
	}
	r.received, r.start = m, m
	if r.profile.StartInOffice {
		if r.start, ok = o.next(m); !ok {
			return Run{}, o.calendar.outOfHorizon(at)
		}
	}
	if limit.CutOff != nil && o.inside(m) && m.clock > limit.CutOff.At.duration() {
		if limit.CutOff.Effect == DueNextDay {
			r.cut = true
		} else if r.start, ok = r.opening(m.day); !ok {
			return Run{}, o.calendar.outOfHorizon(at)
		}
	}
	return r, nil
}

// opening is the opening of the next working day after a day.
func (r *Run) opening(day int) (moment, bool) {
	day, ok := r.office.calendar.step(day, 1)
	if !ok {
		return moment{}, false
	}
	return r.office.next(moment{day, 0})
}

// Promise makes a run of a due date that somebody set: pauses after that move it
// as they move like, and it was never counted.
func (o *Office) Promise(due time.Time, like *Run) (Run, error) {
	m, ok := o.calendar.moment(due)
	if !ok {
		return Run{}, o.calendar.outOfHorizon(due)
	}
	r := Run{office: o, profile: like.profile.OrDefault(), received: m, start: m, promised: true}
	r.budget.last = OfficeTime
	if like.budget.last.wall() {
		r.budget.last = ClockTime
	}
	r.budget.has[r.budget.last] = true
	return r, nil
}

// Lane makes the run of a limit's lane: the same start, less or other time. It is
// taken before the first pause; pause both runs then. A lane that takes off more
// than there is gives [ErrTooShort] when it is due.
func (r Run) Lane(lane *Lane) (Run, error) {
	if r.extended != [WithinDay + 1]time.Duration{} {
		return Run{}, errPaused
	}
	var err error
	r.lane = lane
	if len(lane.ReduceTo) > 0 {
		r.budget, err = r.profile.budgetOf(lane.ReduceTo)
		r.cut = r.cut && r.budget.last == WithinDay
	} else {
		r.less, err = r.profile.budgetOf(lane.ReduceBy)
	}
	return r, err
}

// Pause extends the run by the time from one instant to another, and reports
// whether it did: a pause that begins when the run is due, or later, or ends
// before it begins, changes nothing. Pauses must come in order and not overlap. The
// errors are those of [Run.Due].
func (r *Run) Pause(from, to time.Time) (bool, error) {
	c := r.office.calendar
	a, ok := c.moment(from)
	if !ok {
		return false, c.outOfHorizon(from)
	}
	b, ok := c.moment(to)
	if !ok {
		return false, c.outOfHorizon(to)
	}
	if !r.promised && a.before(r.start) {
		a = r.start
	}
	if !a.before(b) {
		return false, nil
	}
	unit, ok := r.within(a)
	if !ok {
		_, err := r.Due()
		return false, err
	}
	if unit.wall() {
		r.extended[unit] += aDay*time.Duration(b.day-a.day) + b.clock - a.clock
	} else {
		r.extended[unit] += r.office.before(b) - r.office.before(a)
	}
	return true, nil
}

func (m moment) before(n moment) bool { return m.day < n.day || m.day == n.day && m.clock < n.clock }

// within is the unit that is being counted at a moment.
func (r *Run) within(at moment) (Unit, bool) {
	m := r.start
	for u := Months; u < r.budget.last; u++ {
		if !r.budget.has[u] {
			continue
		}
		var ok bool
		if m, ok = r.spend(u, m); !ok {
			return 0, false
		}
		if at.before(m) {
			return u, true
		}
	}
	due, ok := r.end()
	return r.budget.last, ok && at.before(due)
}

// Start is the moment from which the run counts.
func (r *Run) Start() time.Time { return r.office.calendar.time(r.start) }

// Due is when the run is due. Past the calendar's horizon it is a
// [HorizonError].
func (r *Run) Due() (time.Time, error) {
	m, ok := r.end()
	if !ok {
		return time.Time{}, &HorizonError{0, r.office.calendar.horizon}
	}
	if r.less.last > 0 && !r.start.before(m) {
		return time.Time{}, ErrTooShort
	}
	return r.office.calendar.time(m), nil
}

// Wall reports whether what remains is measured in wall time, and not in office
// time: the unit that is counted last says so.
func (r *Run) Wall() bool { return r.budget.last.wall() }

// Provisional reports whether a notice may still change a day between what was
// received and when it is due.
func (r *Run) Provisional() bool {
	last := r.LastDay()
	c := r.office.calendar
	return last == 0 || c.Provisional(min(c.date(r.received.day), last), last)
}

// LastDay is the last day on which the run is not overdue: that of Due, or the
// day that ends then.
func (r *Run) LastDay() motcua.Date {
	m, ok := r.end()
	if !ok {
		return 0
	}
	if m.clock == 0 {
		m.day--
	}
	return r.office.calendar.date(m.day)
}
