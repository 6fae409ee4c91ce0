package workday

import (
	_ "embed"
	"iter"
	"slices"
	"sync"
	"time"

	"github.com/motcua/motcua"
)

// Calendar (lịch làm việc) says of every day of its horizon whether it is
// worked, why, and whether a notice may still change that. It does not change
// once made and is safe for concurrent use.
type Calendar struct {
	horizon motcua.Validity
	offset  int64 // of the clock from UTC, in seconds
	settled []Settled
	inLieu  []InLieu
	cells   []cell   // a day each, from the first of the horizon
	notices []notice // 0 is none

	working     []int32 // number of working days before each day, and in all
	nth         []int32 // the day of each working day
	provisional []int32 // number of provisional days before each day, and in all
}

//go:embed calendars/vn.json
var vietnam []byte

var national = sync.OnceValue(func() *Calendar {
	rules, faults := ParseRules(vietnam)
	if faults.Err() != nil {
		return &Calendar{} // the shipped calendar compiles: a test holds it to it
	}
	c, _ := Compile(rules)
	return c
})

// National returns the calendar of the state offices of Vietnam, 2010 to 2100:
// public holidays (Labour Code 2019, art. 112), days in lieu (art. 111), and the
// yearly notices as far as they are known. It is compiled on first use.
func National() *Calendar { return national() }

// Horizon is the days the calendar holds, half-open.
func (c *Calendar) Horizon() motcua.Validity { return c.horizon }

// Day is what a calendar says of one day.
type Day struct {
	Date        motcua.Date   // the day
	Work        bool          // a working day: it counts in limits of working days
	Holiday     bool          // off by a rule of the law, whatever day of the week
	Title       motcua.Text   // why, where it is not what the week makes it
	Source      motcua.Source // and who says so
	For         motcua.Date   // the day it stands for or was swapped with, if any
	Provisional bool          // a notice may still change it
	Sessions    string        // instead of the office's, as ParseSessions reads them; "" for none
}

// Weekend reports whether the day is a Saturday or Sunday.
func (d Day) Weekend() bool { return weekdayOf(d.Date.Weekday()) >= Saturday }

// Plain reports whether the day is what the week makes it.
func (d Day) Plain() bool { return d.Title.IsZero() }

// Day returns what the calendar says of d; a day beyond the horizon is a
// [HorizonError].
func (c *Calendar) Day(d motcua.Date) (Day, error) {
	cell := c.at(d)
	if cell == nil {
		return Day{}, &HorizonError{d, c.horizon}
	}
	n := c.notices[cell.notice]
	return Day{d, cell.work, n.holiday, n.title, n.source, n.other, cell.provisional, join(n.sessions)}, nil
}

// Days yields the days of a stretch, as far as the calendar holds them.
func (c *Calendar) Days(v motcua.Validity) iter.Seq[Day] {
	return func(yield func(Day) bool) {
		to := c.horizon.To
		if v.To != 0 {
			to = min(to, v.To)
		}
		for d := max(c.horizon.From, v.From); d < to; d = d.AddDays(1) {
			day, err := c.Day(d)
			if err != nil || !yield(day) {
				return
			}
		}
	}
}

// WorkingDays counts the working days from the day from up to, and not
// including, the day to; the count is negative when to comes first.
func (c *Calendar) WorkingDays(from, to motcua.Date) (int, error) {
	for _, d := range [...]motcua.Date{from, to} {
		if c.at(d) == nil && (d != c.horizon.To || d == 0) {
			return 0, &HorizonError{d, c.horizon}
		}
	}
	return int(c.working[to-c.horizon.From] - c.working[from-c.horizon.From]), nil
}

// AddWorkingDays returns the n-th working day after d, which itself does not
// count; before d when n is negative, and d when n is zero.
func (c *Calendar) AddWorkingDays(d motcua.Date, n int) (motcua.Date, error) {
	if c.at(d) == nil {
		return 0, &HorizonError{d, c.horizon}
	}
	i, ok := c.step(int(d-c.horizon.From), n)
	if !ok {
		return 0, &HorizonError{0, c.horizon}
	}
	return c.date(i), nil
}

// step is AddWorkingDays on the numbers of days.
func (c *Calendar) step(day, n int) (int, bool) {
	k := n
	switch {
	case n == 0:
		return day, true
	case n > 0:
		k += int(c.working[day+1]) - 1
	default:
		k += int(c.working[day])
	}
	if k < 0 || k >= len(c.nth) {
		return 0, false
	}
	return int(c.nth[k]), true
}

// Provisional reports whether a day from the day from to the day to, both
// included, may still be changed by a notice. Days beyond the horizon may.
func (c *Calendar) Provisional(from, to motcua.Date) bool {
	if c.at(from) == nil || c.at(to) == nil {
		return true
	}
	return to >= from && c.provisional[to-c.horizon.From+1] > c.provisional[from-c.horizon.From]
}

// Diff lists the days from the day from to the day to, both included, on which
// two calendars disagree whether they are worked: as c has them, and as other.
func (c *Calendar) Diff(other *Calendar, from, to motcua.Date) []DayChange {
	var changes []DayChange
	for day := range c.Days(motcua.Validity{From: from, To: to.AddDays(1)}) {
		if o, err := other.Day(day.Date); err == nil && (o.Work != day.Work || !slices.Equal(c.sessionsOn(day.Date), other.sessionsOn(day.Date))) {
			changes = append(changes, DayChange{day, o})
		}
	}
	return changes
}

// DayChange is a day on which two calendars disagree.
type DayChange struct {
	Before Day // as the one has it
	After  Day // as the other
}

// date is the day of a number.
func (c *Calendar) date(i int) motcua.Date { return c.horizon.From + motcua.Date(i) }

// at is the cell of a day; nil beyond the horizon.
func (c *Calendar) at(d motcua.Date) *cell {
	if d < c.horizon.From || d >= c.horizon.To {
		return nil
	}
	return &c.cells[d-c.horizon.From]
}

// sessionsOn are the sessions a row sets for one day, whatever the office.
func (c *Calendar) sessionsOn(d motcua.Date) []Session { return c.notices[c.at(d).notice].sessions }

func (c *Calendar) clone() *Calendar {
	next := *c
	next.cells, next.notices = slices.Clone(c.cells), slices.Clone(c.notices)
	return &next
}

// count makes the tables from which working days are added and provisional ones
// are found without a loop.
func (c *Calendar) count() {
	c.working, c.provisional = make([]int32, len(c.cells)+1), make([]int32, len(c.cells)+1)
	c.nth = nil
	for i, cell := range c.cells {
		c.working[i+1], c.provisional[i+1] = c.working[i], c.provisional[i]
		if cell.work {
			c.working[i+1]++
			c.nth = append(c.nth, int32(i))
		}
		if cell.provisional {
			c.provisional[i+1]++
		}
	}
}

// moment is an instant on the calendar: the number of its day and the time since
// that day's midnight.
type moment struct {
	day   int
	clock time.Duration
}

const aDay = 24 * time.Hour

// moment places an instant; false beyond the horizon.
func (c *Calendar) moment(t time.Time) (moment, bool) {
	local := t.Unix() + c.offset - c.epoch()
	if local < 0 || local >= int64(len(c.cells))*86400 {
		return moment{}, false
	}
	return moment{int(local / 86400), time.Duration(local%86400)*time.Second + time.Duration(t.Nanosecond())}, true
}

// epoch is the first midnight in seconds since 1970, as if its clock were UTC.
func (c *Calendar) epoch() int64 { return (int64(c.horizon.From) - unixDay) * 86400 }

const unixDay = 719163 // 1970-01-01 as a Date

// time is the instant of a moment, in the zone of Vietnam.
func (c *Calendar) time(m moment) time.Time {
	seconds := c.epoch() + int64(m.day)*86400 - c.offset
	return time.Unix(seconds+int64(m.clock/time.Second), int64(m.clock%time.Second)).In(motcua.Vietnam())
}

// normal moves whole days of the clock into the day; false beyond the horizon.
func (c *Calendar) normal(m moment) (moment, bool) {
	days := int(m.clock / aDay)
	if m.clock%aDay < 0 {
		days--
	}
	m = moment{m.day + days, m.clock - time.Duration(days)*aDay}
	return m, m.day >= 0 && m.day < len(c.cells)
}
