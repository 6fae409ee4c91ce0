package workday

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// A calendar is compiled day by day: every day of the horizon gets a cell that
// says whether it is worked, whether that may still change, and which notice in
// the list of notices says so.
type cell struct {
	work        bool
	provisional bool
	notice      uint16 // 0 is none: the day is what the week makes it
}

// notice is why a day is not what the week makes it.
type notice struct {
	title    motcua.Text
	source   motcua.Source
	other    motcua.Date // the day this one stands for, or was swapped with
	sessions []Session
	holiday  bool // the law gives the day off, whatever day of the week it is
	decided  bool // somebody decided this very day
	swapped  bool // it is one side of a swap
}

const maxNotices = 1<<16 - 1

// Compile makes a calendar of rules that state a horizon: at most 200 years from
// 1976 on, when the clock of today began.
func Compile(rules Rules) (*Calendar, motcua.Faults) {
	faults := append(rules.check(), checkHorizon(rules.Horizon)...)
	if faults.Err() != nil {
		faults.Sort()
		return nil, faults
	}
	c := &Calendar{horizon: rules.Horizon, notices: make([]notice, 1)}
	_, offset := rules.Horizon.From.In(motcua.Vietnam()).Zone()
	c.offset = int64(offset)
	c.cells = make([]cell, rules.Horizon.To-rules.Horizon.From)
	for i := range c.cells {
		c.cells[i].work = weekdayOf(c.date(i).Weekday()) < Saturday
	}
	faults = append(faults, c.lay(rules)...)
	faults.Sort()
	if faults.Err() != nil {
		return nil, faults
	}
	return c, faults
}

var (
	firstDay = motcua.MustDate("1976-01-01") // the zone is at +07:00 for good since June 1975
	mostDays = 200 * 366
)

func checkHorizon(v motcua.Validity) motcua.Faults {
	var faults motcua.Faults
	switch {
	case v.Err() != nil:
		faults.Add(codeHorizon, "/horizon", motcua.Text{Vi: "giới hạn sai", En: "not a horizon"}, v.Err())
	case v.From == 0 || v.To == 0:
		fault(&faults, codeHorizon, "/horizon", "lịch cần ngày đầu và ngày cuối", "a calendar needs a first and a last day")
	case v.From < firstDay || int(v.To-v.From) > mostDays:
		fault(&faults, codeHorizon, "/horizon", "cần nhiều nhất 200 năm, từ %s", "want at most 200 years, from %s", firstDay)
	}
	return faults
}

// With lays an overlay over the calendar and returns the new one; c stays as it
// is. The overlay's rows win, day by day, over what c says, and its holidays are
// added to those of c. All faults are found at once; a warning names a row that
// changes nothing.
func (c *Calendar) With(overlay Rules) (*Calendar, motcua.Faults) {
	faults := append(overlay.check(), c.checkReach(overlay)...)
	faults.Sort()
	if faults.Err() != nil {
		return nil, faults
	}
	next := c.clone()
	faults = append(faults, next.lay(overlay)...)
	faults.Sort()
	if faults.Err() != nil {
		return nil, faults
	}
	return next, faults
}

// Overlay reads an overlay as a document and lays it over the calendar: all
// faults of both at once.
func (c *Calendar) Overlay(data []byte) (*Calendar, motcua.Faults) {
	var next *Calendar
	_, faults := strict.Read(data, func(r *Rules) (found motcua.Faults) {
		next, found = c.With(*r)
		return found
	})
	if faults.Err() != nil {
		return nil, faults
	}
	return next, faults
}

// checkReach finds rows of an overlay beyond the calendar, or with a horizon.
func (c *Calendar) checkReach(r Rules) motcua.Faults {
	var faults motcua.Faults
	if !r.Horizon.IsZero() {
		fault(&faults, codeHorizon, "/horizon", "lịch riêng theo giới hạn của lịch gốc %s", "an overlay keeps the horizon of the calendar below it, %s", c.horizon)
	}
	reach := func(d motcua.Date, at string) {
		if !c.horizon.Contains(d) {
			fault(&faults, codeOutside, at, "%s nằm ngoài %s", "%s is not in %s", d, c.horizon)
		}
	}
	for i, s := range r.Swaps {
		reach(s.Off, motcua.Pointer("swaps", itoa(i), "off"))
		reach(s.Work, motcua.Pointer("swaps", itoa(i), "work"))
	}
	for i, s := range r.Days {
		at := motcua.Pointer("days", itoa(i))
		if reach(s.Date, at+"/date"); s.Days > 1 && c.horizon.Contains(s.Date) {
			reach(s.last(), at+"/days")
		}
	}
	return faults
}

// lay puts rules over the cells: holidays and the days in lieu of them, then
// swaps, then special days. Rows beyond the horizon touch nothing.
func (c *Calendar) lay(r Rules) motcua.Faults {
	var faults motcua.Faults
	c.settled = slices.Concat(c.settled, r.Settled)
	c.inLieu = slices.Concat(r.InLieu, c.inLieu)
	c.observe(r)
	for i, s := range r.Swaps {
		c.swap(&faults, motcua.Pointer("swaps", itoa(i)), s)
	}
	for i, s := range r.Days {
		n := c.note(notice{title: s.Title, source: s.Source, sessions: s.Sessions, decided: true})
		matters := false
		for j := range max(s.Days, 1) {
			matters = c.set(s.Date.AddDays(j), !s.Off, n) || matters
		}
		if !matters {
			faults.Warn(codeNothing, motcua.Pointer("days", itoa(i)), motcua.Text{Vi: "hàng không đổi gì", En: "the row changes nothing"}, nil)
		}
	}
	if len(c.notices) > maxNotices {
		fault(&faults, codeHorizon, "", "quá %d ngày đặc biệt", "more than %d notices", maxNotices)
		return faults
	}
	c.doubt()
	c.count()
	return faults
}

// swap gives a working day off and has a rest day worked. Either day may already
// be what the swap makes it: then the row changes nothing there.
func (c *Calendar) swap(faults *motcua.Faults, at string, s Swap) {
	c.release(s.Off, s.Work)
	c.release(s.Work, s.Off)
	off := c.note(notice{title: textSwappedOff(s.Work), source: s.Source, other: s.Work, swapped: true})
	if !c.set(s.Off, false, off) {
		faults.Warn(codeNothing, at+"/off", motcua.Text{Vi: s.Off.String() + " vốn là ngày nghỉ", En: s.Off.String() + " is a day off anyway"}, nil)
	}
	work := c.note(notice{title: textMakeUp(s.Off), source: s.Source, other: s.Off, swapped: true})
	if !c.set(s.Work, true, work) {
		faults.Warn(codeNothing, at+"/work", motcua.Text{Vi: s.Work.String() + " vốn là ngày làm việc", En: s.Work.String() + " is worked anyway"}, nil)
	}
}

// release takes back the swap that a day was part of, both sides of it, unless it
// was swapped with the same day before.
func (c *Calendar) release(d, with motcua.Date) {
	other := c.swappedWith(d)
	if other == 0 || other == with {
		return
	}
	for _, side := range [...][2]motcua.Date{{d, other}, {other, d}} {
		if c.swappedWith(side[0]) == side[1] {
			cell := c.at(side[0])
			cell.work, cell.notice = weekdayOf(side[0].Weekday()) < Saturday, 0
		}
	}
}

// swappedWith is the other side of a day's swap; unset for none.
func (c *Calendar) swappedWith(d motcua.Date) motcua.Date {
	if cell := c.at(d); cell != nil && c.notices[cell.notice].swapped {
		return c.notices[cell.notice].other
	}
	return 0
}

// set makes a day worked or off and reports whether that matters. What was decided
// for the very day stands in any case; a swap that does not matter leaves the day as
// it is. Days beyond the horizon are not there to be set.
func (c *Calendar) set(d motcua.Date, work bool, n uint16) bool {
	cell, row := c.at(d), &c.notices[n]
	if cell == nil {
		return false
	}
	matters := c.matters(cell, work, row)
	if matters || row.decided {
		cell.work, cell.notice = work, n
	}
	return matters
}

// matters reports whether a row changes a day: whether it is worked, its sessions,
// that nobody comes on a rest day, or that an act now says what was provisional.
func (c *Calendar) matters(cell *cell, work bool, row *notice) bool {
	before := &c.notices[cell.notice]
	if cell.work != work || row.decided && !slices.Equal(before.sessions, row.sessions) {
		return true
	}
	if cell.notice == 0 {
		return row.decided && !work
	}
	return cell.provisional && row.source.Act != "" && (row.decided || row.other == before.other)
}

// note lists a notice and returns its number.
func (c *Calendar) note(n notice) uint16 {
	c.notices = append(c.notices, n)
	return uint16(min(len(c.notices)-1, maxNotices))
}

// doubt marks the days that a notice may still move: those outside settled
// stretches, but for those that an act decided one by one; and those whose own row
// cites no act.
func (c *Calendar) doubt() {
	for i := range c.cells {
		c.cells[i].provisional = true
		n := c.cells[i].notice
		if row := &c.notices[n]; n > 0 && (row.source.Act == "" || row.decided) {
			c.cells[i].provisional = row.source.Act == ""
			continue
		}
		c.cells[i].provisional = !slices.ContainsFunc(c.settled, func(s Settled) bool { return s.Validity.Contains(c.date(i)) })
	}
}
