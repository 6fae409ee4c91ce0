package workday

import (
	"time"

	"github.com/motcua/motcua"
)

// Office (cơ quan) is a calendar with office hours: it measures office time
// (giờ hành chính), the time in which a limit is spent. Sessions are half-open,
// so the moment of closing belongs to the next opening. It does not change once
// made, is safe for concurrent use, and its arithmetic allocates nothing. It takes
// some 200 kB: make one for every kind of hours, not one for every unit.
type Office struct {
	calendar *Calendar
	hours    Hours
	plans    []plan   // kinds of day; 0 is closed
	kinds    []uint16 // the plan of each day
	minutes  []int32  // office minutes before each day, and in all
	regular  []int32  // office minutes of an ordinary weekday, by row of hours
}

// plan is what an office does on one kind of day.
type plan struct {
	office  []Session
	service []Session
	minutes int32
}

// Opening says what an office does at one moment.
type Opening uint8

// The openings: closed, in office hours, or serving the public beyond them.
const (
	Closed Opening = iota + 1
	OfficeHours
	ServiceHours
)

// Office makes an office of the calendar and its hours. The faults are those of
// the hours.
func (c *Calendar) Office(hours Hours) (*Office, motcua.Faults) {
	faults := hours.check()
	if faults.Err() != nil {
		return nil, faults
	}
	o := &Office{calendar: c, hours: hours, plans: make([]plan, 1)}
	o.kinds, o.minutes = make([]uint16, len(c.cells)), make([]int32, len(c.cells)+1)
	for _, row := range hours.Rows {
		o.regular = append(o.regular, total(row.Weekdays))
	}
	known := map[kindOfDay]uint16{}
	for i, cell := range c.cells {
		k := o.kind(c.date(i), cell)
		n, ok := known[k]
		if !ok {
			n = uint16(len(o.plans))
			o.plans = append(o.plans, o.plan(k))
			known[k] = n
		}
		o.kinds[i] = n
		o.minutes[i+1] = o.minutes[i] + o.plans[n].minutes
	}
	return o, nil
}

// kindOfDay is all on which the sessions of a day depend.
type kindOfDay struct {
	row     int // of the hours; -1 is none
	day     Weekday
	work    bool
	holiday bool
	own     uint16 // the notice with sessions of its own; 0 is none
}

func (o *Office) kind(d motcua.Date, c cell) kindOfDay {
	k := kindOfDay{row: o.row(d), day: weekdayOf(d.Weekday()), work: c.work}
	n := o.calendar.notices[c.notice]
	k.holiday = !c.work && c.notice > 0
	if len(n.sessions) > 0 {
		k.own = c.notice
	}
	return k
}

// row is the number of the row of hours in force; -1 for none.
func (o *Office) row(d motcua.Date) int {
	for i, r := range o.hours.Rows {
		if r.Validity.Contains(d) {
			return i
		}
	}
	return -1
}

// plan makes the plan of a kind of day.
func (o *Office) plan(k kindOfDay) plan {
	var p plan
	if k.row < 0 {
		return p
	}
	row := o.hours.Rows[k.row]
	switch {
	case k.own > 0:
		p.office = o.calendar.notices[k.own].sessions
	case k.work:
		p.office = row.Weekdays
	case k.day == Saturday && !k.holiday:
		p.office = row.Saturday
	}
	if !k.holiday {
		for _, s := range row.Service {
			if s.Day == k.day {
				p.service = append(p.service, s.Session)
			}
		}
	}
	p.minutes = total(p.office)
	return p
}

func total(sessions []Session) int32 {
	n := int32(0)
	for _, s := range sessions {
		n += int32(s.To - s.From)
	}
	return n
}

// Calendar is the calendar of the office.
func (o *Office) Calendar() *Calendar { return o.calendar }

// OpenAt says what the office does at an instant.
func (o *Office) OpenAt(t time.Time) (Opening, error) {
	m, ok := o.calendar.moment(t)
	if !ok {
		return Closed, o.calendar.outOfHorizon(t)
	}
	if o.inside(m) {
		return OfficeHours, nil
	}
	for _, s := range o.plans[o.kinds[m.day]].service {
		if m.clock >= s.From.duration() && m.clock < s.To.duration() {
			return ServiceHours, nil
		}
	}
	return Closed, nil
}

// Between returns the office time from a to b; negative when b comes first.
func (o *Office) Between(a, b time.Time) (time.Duration, error) {
	m, ok := o.calendar.moment(a)
	if !ok {
		return 0, o.calendar.outOfHorizon(a)
	}
	n, ok := o.calendar.moment(b)
	if !ok {
		return 0, o.calendar.outOfHorizon(b)
	}
	return o.before(n) - o.before(m), nil
}

// Add returns the first moment at which so much office time has passed since t:
// time that ends with a session ends at its closing. A negative time is
// subtracted: the result is then the last moment from which so much office time
// leads to t. Nothing added is t itself.
func (o *Office) Add(t time.Time, d time.Duration) (time.Time, error) {
	m, ok := o.calendar.moment(t)
	if ok {
		m, ok = o.add(m, d)
	}
	if !ok {
		return time.Time{}, o.calendar.outOfHorizon(t)
	}
	return o.calendar.time(m), nil
}

// NextOpening returns t itself in office hours, and otherwise the next moment at
// which they begin.
func (o *Office) NextOpening(t time.Time) (time.Time, error) {
	m, ok := o.calendar.moment(t)
	if ok {
		m, ok = o.next(m)
	}
	if !ok {
		return time.Time{}, o.calendar.outOfHorizon(t)
	}
	return o.calendar.time(m), nil
}

// NextClosing returns the next moment after t at which a session ends.
func (o *Office) NextClosing(t time.Time) (time.Time, error) {
	m, ok := o.calendar.moment(t)
	if ok {
		m, ok = o.next(m)
	}
	if !ok {
		return time.Time{}, o.calendar.outOfHorizon(t)
	}
	for _, s := range o.plans[o.kinds[m.day]].office {
		if m.clock < s.To.duration() {
			m.clock = s.To.duration()
			break
		}
	}
	return o.calendar.time(m), nil
}

// AddWorkingDays returns the same time of day on the n-th working day after t,
// whose own day does not count; before t when n is negative.
func (o *Office) AddWorkingDays(t time.Time, n int) (time.Time, error) {
	m, ok := o.calendar.moment(t)
	if ok {
		m.day, ok = o.calendar.step(m.day, n)
	}
	if !ok {
		return time.Time{}, o.calendar.outOfHorizon(t)
	}
	return o.calendar.time(m), nil
}
