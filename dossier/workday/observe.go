package workday

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
)

// observe gives holidays off, and the next working day for each that falls on a
// day of rest.
func (c *Calendar) observe(r Rules) {
	var missed []motcua.Date
	for _, h := range r.Holidays {
		n := uint16(0)
		for _, d := range c.daysOf(h) {
			if n == 0 {
				n = c.note(notice{title: h.Title, source: h.Source, holiday: true})
			}
			cell := c.at(d)
			if before := c.notices[cell.notice]; before.holiday {
				continue // two holidays on one day are one day off
			}
			if !cell.work {
				missed = append(missed, d)
			}
			cell.work, cell.notice = false, n
		}
	}
	slices.Sort(missed)
	for _, d := range missed {
		c.makeGood(c.inLieu, d)
	}
}

// makeGood gives the next working day off for a holiday on a rest day.
func (c *Calendar) makeGood(rows []InLieu, d motcua.Date) {
	i := slices.IndexFunc(rows, func(l InLieu) bool { return l.Validity.Contains(d) })
	if i < 0 {
		return
	}
	for next := d.AddDays(1); c.horizon.Contains(next); next = next.AddDays(1) {
		if cell := c.at(next); cell.work {
			title := c.notices[c.at(d).notice].title
			cell.work = false
			cell.notice = c.note(notice{title: textInLieu(title, d), source: rows[i].Source, other: d})
			return
		}
	}
}

// daysOf lists the days off that a holiday gives within the horizon. The row's
// validity is asked for the holiday itself: a Tết that begins under one act is
// not divided by the next.
func (c *Calendar) daysOf(h Holiday) []motcua.Date {
	var days []motcua.Date
	first, _, _ := c.horizon.From.Civil()
	last, _, _ := c.horizon.To.Civil()
	for year := first - 1; year <= last+1; year++ {
		d := h.in(year)
		if d == 0 || !h.Validity.Contains(d) {
			continue
		}
		shift := h.Shift
		for name, n := range h.ShiftOn {
			if day, err := weekdays.Parse([]byte(name)); err == nil && day == weekdayOf(d.Weekday()) {
				shift += int(n)
			}
		}
		for i := range max(h.Days, 1) {
			if day := d.AddDays(shift + i); c.horizon.Contains(day) {
				days = append(days, day)
			}
		}
	}
	return days
}

// in is the holiday's day in a year, solar or lunar; unset where that year has
// no such day.
func (h Holiday) in(year int) motcua.Date {
	if h.Lunar {
		d, err := Lunar{Year: year, Month: h.Month, Day: h.Day}.Date()
		if err != nil {
			return 0
		}
		return d
	}
	d, err := motcua.NewDate(year, time.Month(h.Month), h.Day)
	if err != nil {
		return 0
	}
	return d
}
