package counting

import (
	"time"

	"github.com/motcua/motcua"
)

// Cells are keyed by days of 20 bits. Day 1 is 1 January 1976, the first year that
// Vietnam's clock stood at +07:00 throughout: since then a day is one run of 86,400
// seconds, which the arithmetic of cuts rests on. Day 0 is before all days.
const (
	dayBits  = 20
	dayMask  = 1<<dayBits - 1
	lastDay  = dayMask - 1 // in the year 4846
	daySecs  = 86400
	zoneSecs = 7 * 3600
	epochDay = 719163 // motcua.Date of 1970-01-01
)

// baseDate is the date before day 1.
const baseDate = epochDay + 2191 - 1

// firstInstant and lastInstant are the Unix seconds at which the days begin and end.
const (
	firstInstant = (baseDate+1-epochDay)*daySecs - zoneSecs
	lastInstant  = (baseDate+lastDay+1-epochDay)*daySecs - zoneSecs - 1
)

// dayAt returns the day of an instant, and whether it has one.
func dayAt(at int64) (day uint64, ok bool) {
	if at < firstInstant || at > lastInstant {
		return 0, false
	}
	return uint64(at-firstInstant)/daySecs + 1, true
}

// startOf returns the first second of a date that has a day.
func startOf(d int64) (at int64, ok bool) {
	if d <= baseDate || d > baseDate+lastDay {
		return 0, false
	}
	return firstInstant + (d-baseDate-1)*daySecs, true
}

// clampDay returns the day of a date, 0 and lastDay+1 for what lies outside.
func clampDay(d motcua.Date) int {
	return min(max(int(d)-baseDate, 0), lastDay+1)
}

// lastSecond returns the end of a day in Vietnam: the cut at a date.
func lastSecond(d motcua.Date) time.Time {
	if next := d.AddDays(1); !next.IsZero() {
		return next.In(nil).Add(-time.Second)
	}
	return d.In(nil).Add(daySecs*time.Second - time.Second)
}
