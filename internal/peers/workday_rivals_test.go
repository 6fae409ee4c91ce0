package peers

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/rickar/cal/v2"
)

// The years of the starts, and of all the rivals are told of: those with a notice.
const (
	firstKnown = 2020
	firstStart = 2024
	lastStart  = 2026
)

// known goes on for a month, in which limits of the last starts end.
var known = motcua.Validity{From: newYear(firstKnown), To: newYear(lastStart + 1).AddMonths(1)}

func newYear(year int) motcua.Date {
	return motcua.DateOf(time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC))
}

// yearly are the holidays on the same day of every year, from a year on.
var yearly = []struct {
	month time.Month
	day   int
	from  int
}{
	{time.January, 1, 0},
	{time.April, 30, 0},
	{time.May, 1, 0},
	{time.September, 2, 0},
	{time.November, 24, 2026}, // Vietnam Culture Day
}

// civil is a day as the standard library gives it.
type civil struct {
	year  int
	month time.Month
	day   int
}

func civilOf(t time.Time) civil {
	y, m, d := t.Date()
	return civil{y, m, d}
}

func weekend(d time.Weekday) bool { return d == time.Saturday || d == time.Sunday }

// exceptions are the days of the calendar that are not what the week makes them.
func exceptions(c *workday.Calendar) (off, made map[civil]bool) {
	off, made = map[civil]bool{}, map[civil]bool{}
	for day := range c.Days(known) {
		y, m, d := day.Date.Civil()
		switch {
		case day.Work && day.Weekend():
			made[civil{y, m, d}] = true
		case !day.Work && !day.Weekend():
			off[civil{y, m, d}] = true
		}
	}
	return off, made
}

// business is the calendar as rickar/cal has it, without its moving days: by the
// moon, in lieu, or by a swap. It returns them too, in order.
func business(tb testing.TB, c *workday.Calendar) (*cal.BusinessCalendar, []civil) {
	tb.Helper()
	cal.DefaultLoc = time.UTC // its midnights need no zone, and this is the cheapest
	cal.CacheMaxSize = 4000   // days; what comes with it is less than three years
	off, made := exceptions(c)
	b := cal.NewBusinessCalendar()
	for _, y := range yearly {
		b.AddHoliday(&cal.Holiday{Month: y.month, Day: y.day, StartYear: y.from, Func: cal.CalcDayOfMonth})
		for year := max(firstKnown, y.from); year <= lastStart+1; year++ {
			delete(off, civil{year, y.month, y.day})
		}
	}
	if len(off) == 0 || len(made) == 0 {
		tb.Fatal("the calendar has no moving days off, or no made-up working days")
	}
	b.WorkdayFunc = func(t time.Time) bool { return !weekend(t.Weekday()) || made[civilOf(t)] }
	var moving []civil
	for day := range c.Days(known) {
		y, m, d := day.Date.Civil()
		if off[civil{y, m, d}] {
			moving = append(moving, civil{y, m, d})
		}
	}
	return b, moving
}

// byYear enters every moving day for its one year, as the country packages of the
// library enter a day that happens once.
func byYear(tb testing.TB, c *workday.Calendar) *cal.BusinessCalendar {
	tb.Helper()
	b, moving := business(tb, c)
	for _, d := range moving {
		b.AddHoliday(&cal.Holiday{Month: d.month, Day: d.day, StartYear: d.year, EndYear: d.year, Func: cal.CalcDayOfMonth})
	}
	return b
}

// byTable needs fewer entries, which is faster: the first moving day of every year
// is one, the second another, and their days are made beforehand.
func byTable(tb testing.TB, c *workday.Calendar) *cal.BusinessCalendar {
	tb.Helper()
	b, moving := business(tb, c)
	var tables []*[lastStart + 1 - firstKnown]time.Time
	year, n := 0, 0
	for _, d := range moving {
		if d.year != year {
			year, n = d.year, 0
		}
		if n == len(tables) {
			tables = append(tables, new([lastStart + 1 - firstKnown]time.Time))
		}
		tables[n][year-firstKnown] = time.Date(year, d.month, d.day, 0, 0, 0, 0, time.UTC)
		n++
	}
	for _, table := range tables {
		b.AddHoliday(&cal.Holiday{
			StartYear: firstKnown, EndYear: lastStart,
			Func: func(_ *cal.Holiday, year int) time.Time { return table[year-firstKnown] },
		})
	}
	return b
}

// naive is what is written where no library is: a walk from day to day.
type naive struct{ off, made map[civil]bool }

func (n naive) add(t time.Time, days int) time.Time {
	for days > 0 {
		t = t.AddDate(0, 0, 1)
		if weekend(t.Weekday()) {
			if n.made[civilOf(t)] {
				days--
			}
		} else if !n.off[civilOf(t)] {
			days--
		}
	}
	return t
}
