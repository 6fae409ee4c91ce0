package workday_test

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// naiveOffice measures office time by asking every minute. Minutes count from the
// first midnight of its days; the minute n lasts from n up to n+1.
type naiveOffice struct {
	*naiveDays
	hours workday.Hours
}

const naiveDayLong = 24 * 60

func (o *naiveOffice) end() int { return len(o.days) * naiveDayLong }

func (o *naiveOffice) date(minute int) motcua.Date { return o.first.AddDays(minute / naiveDayLong) }

func (o *naiveOffice) time(minute int) time.Time {
	return o.first.In(nil).Add(time.Duration(minute) * time.Minute)
}

// row is the row of hours in force on a day, if any.
func (o *naiveOffice) row(d motcua.Date) (workday.HoursRow, bool) {
	for _, row := range o.hours.Rows {
		if row.Validity.Contains(d) {
			return row, true
		}
	}
	return workday.HoursRow{}, false
}

// sessions are the office hours of a day.
func (o *naiveOffice) sessions(d motcua.Date) []workday.Session {
	row, ok := o.row(d)
	day := o.at(d)
	switch {
	case !ok:
		return nil // the office does not exist on that day
	case len(day.own) > 0:
		return day.own
	case day.work:
		return row.Weekdays
	case d.Weekday() == time.Saturday && !day.said:
		return row.Saturday
	}
	return nil
}

func naiveWithin(s workday.Session, minute int) bool {
	clock := minute % naiveDayLong
	return clock >= int(s.From) && clock < int(s.To)
}

// open reports whether a minute is office time.
func (o *naiveOffice) open(minute int) bool {
	for _, s := range o.sessions(o.date(minute)) {
		if naiveWithin(s, minute) {
			return true
		}
	}
	return false
}

// closes reports whether a session ends at a minute.
func (o *naiveOffice) closes(minute int) bool {
	for _, s := range o.sessions(o.date(minute - 1)) {
		if (minute-1)%naiveDayLong+1 == int(s.To) {
			return true
		}
	}
	return false
}

func (o *naiveOffice) opening(minute int) workday.Opening {
	if o.open(minute) {
		return workday.OfficeHours
	}
	d := o.date(minute)
	row, _ := o.row(d)
	for _, s := range row.Service {
		own := s.Day == workday.Weekday((d.Weekday()+6)%7+1)
		if own && naiveWithin(s.Session, minute) && (o.at(d).work || !o.at(d).said) {
			return workday.ServiceHours
		}
	}
	return workday.Closed
}

func (o *naiveOffice) between(a, b int) int {
	n := 0
	for ; a < b; a++ {
		if o.open(a) {
			n++
		}
	}
	for ; b < a; b++ {
		if o.open(b) {
			n--
		}
	}
	return n
}

// add walks until so many minutes of office time are spent; false where the days
// end before.
func (o *naiveOffice) add(at, n int) (int, bool) {
	for ; n > 0; at++ {
		if at == o.end() {
			return 0, false
		}
		if o.open(at) {
			n--
		}
	}
	for ; n < 0; at-- {
		if at == 0 {
			return 0, false
		}
		if o.open(at - 1) {
			n++
		}
	}
	return at, true
}

func (o *naiveOffice) nextOpening(at int) (int, bool) {
	for ; at < o.end(); at++ {
		if o.open(at) {
			return at, true
		}
	}
	return 0, false
}

func (o *naiveOffice) nextClosing(at int) (int, bool) {
	for at++; at <= o.end(); at++ {
		if o.closes(at) {
			return at, true
		}
	}
	return 0, false
}

// addWorkingDays keeps the clock and walks from day to day.
func (o *naiveOffice) addWorkingDays(at, n int) (int, bool) {
	step := naiveDayLong
	if n < 0 {
		step, n = -step, -n
	}
	for n > 0 {
		at += step
		if at < 0 || at >= o.end() {
			return 0, false
		}
		if o.at(o.date(at)).work {
			n--
		}
	}
	return at, true
}

func (o *naiveOffice) workingDays(from, to motcua.Date) int {
	if to < from {
		return -o.workingDays(to, from)
	}
	n := 0
	for ; from < to; from = from.AddDays(1) {
		if o.at(from).work {
			n++
		}
	}
	return n
}
