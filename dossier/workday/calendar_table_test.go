package workday

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
)

// yearRow is a year of the state offices written out: the weekdays on which
// nobody works, and the Saturdays and Sundays on which everybody does.
type yearRow struct {
	year, off, worked string
	doubtful          string // days that a notice may still move; "all" of them
}

// The years with notices, from lifecycle.md §7.2, not from the rules.
var knownYears = []yearRow{
	{"2020", "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02", "", ""},
	{"2021", "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", "", ""},
	{"2022", "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", "", ""},
	{"2023", "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", "", ""},
	{"2024", "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04", ""},
	{"2025", "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26", ""},
	{"2026", "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22", "08-31 08-22"},
}

// Years by rule alone, worked out from the lunar dates of §7.3: Tết is two days
// before its first and three from it, and a rest day is made good.
var ruledYears = []yearRow{
	{"2027", "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24", "", "all"},
	{"2028", "01-03 01-24 01-25 01-26 01-27 01-28 04-04 05-01 05-02 09-01 09-04 11-24", "", "all"},
	{"2029", "01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-03 09-04 11-26", "", "all"},
	{"2030", "01-01 01-31 02-01 02-04 02-05 02-06 04-12 04-30 05-01 09-02 09-03 11-25", "", "all"},
}

// inYear reads the days of a row.
func (y yearRow) inYear(list string) map[motcua.Date]bool {
	days := map[motcua.Date]bool{}
	for _, day := range strings.Fields(list) {
		days[motcua.MustDate(y.year+"-"+day)] = true
	}
	return days
}

func (y yearRow) validity() motcua.Validity {
	from := motcua.MustDate(y.year + "-01-01")
	return motcua.Validity{From: from, To: from.AddMonths(12)}
}

// TestYearsDayByDay goes through every day of these years, so that a day off too
// many is found as well as one too few.
func TestYearsDayByDay(t *testing.T) {
	for _, y := range slices.Concat(knownYears, ruledYears) {
		off, worked, doubtful := y.inYear(y.off), y.inYear(y.worked), map[motcua.Date]bool{}
		if y.doubtful != "all" {
			doubtful = y.inYear(y.doubtful)
		}
		n := 0
		for day := range National().Days(y.validity()) {
			n++
			weekend := day.Date.Weekday()%6 == 0 // Sunday is 0, Saturday 6
			if want := weekend && worked[day.Date] || !weekend && !off[day.Date]; day.Work != want {
				t.Errorf("%v %v: worked is %t, want %t: %v", day.Date.Weekday(), day.Date, day.Work, want, day.Title)
			}
			if want := y.doubtful == "all" || doubtful[day.Date]; day.Provisional != want {
				t.Errorf("%v: provisional is %t, want %t", day.Date, day.Provisional, want)
			}
			if day.Weekend() != weekend {
				t.Errorf("%v is a %v, but Weekend is %t", day.Date, day.Date.Weekday(), day.Weekend())
			}
		}
		if want := int(y.validity().To - y.validity().From); n != want {
			t.Errorf("%s has %d days, want %d", y.year, n, want)
		}
	}
}

// TestYearsAdd holds the tables of working days against the lists of days off.
func TestYearsAdd(t *testing.T) {
	c := National()
	for _, y := range slices.Concat(knownYears, ruledYears) {
		v, want := y.validity(), len(y.inYear(y.worked))-len(y.inYear(y.off))
		for d := v.From; d < v.To; d++ {
			if d.Weekday()%6 != 0 {
				want++
			}
		}
		if got, err := c.WorkingDays(v.From, v.To); got != want || err != nil {
			t.Errorf("%s has %d working days, want %d; %v", y.year, got, want, err)
		}
		if got, err := c.WorkingDays(v.To, v.From); got != -want || err != nil {
			t.Errorf("%s backwards has %d working days, want %d; %v", y.year, got, -want, err)
		}
		last, err := c.AddWorkingDays(v.From-1, want)
		if err != nil || last < v.To-7 || last >= v.To { // the year's last working day
			t.Errorf("%d working days after the eve of %s is %v, %v", want, y.year, last, err)
		}
	}
}

// Older years are known by their swaps alone, and nothing in them is settled.
var olderSwaps = []struct{ off, work string }{
	{"2010-02-19", "2010-02-27"}, {"2012-01-27", "2012-02-04"}, {"2013-04-29", "2013-05-04"},
	{"2014-05-02", "2014-04-26"}, {"2014-09-01", "2014-09-06"}, {"2015-01-02", "2014-12-27"},
	{"2015-02-16", "2015-02-14"}, {"2015-04-29", "2015-04-25"}, {"2018-12-31", "2019-01-05"},
	{"2019-04-29", "2019-05-04"},
}

func TestOlderSwaps(t *testing.T) {
	for _, s := range olderSwaps {
		off, work := dayOn(t, National(), s.off), dayOn(t, National(), s.work)
		if off.Work || off.For != work.Date || off.Title.IsZero() || off.Holiday {
			t.Errorf("%s is %+v, want a day off for %s", s.off, off, s.work)
		}
		if !work.Work || work.For != off.Date || work.Title.IsZero() || !work.Weekend() {
			t.Errorf("%s is %+v, want a make-up day for %s", s.work, work, s.off)
		}
	}
	for day := range National().Days(motcua.Validity{To: motcua.MustDate("2020-01-01")}) {
		if !day.Provisional {
			t.Errorf("%v is settled", day.Date)
		}
	}
	after := motcua.Validity{From: motcua.MustDate("2027-01-01")}
	for day := range National().Days(after) {
		if !day.Provisional {
			t.Fatalf("%v is settled", day.Date)
		}
	}
}

func dayOn(t testing.TB, c *Calendar, text string) Day {
	t.Helper()
	day, err := c.Day(motcua.MustDate(text))
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// TestHolidaysBegin: days off that an act brought begin with the act.
func TestHolidaysBegin(t *testing.T) {
	for _, c := range []struct {
		day  string
		work bool
		why  string
	}{
		{"2025-11-24", true, "Culture Day is off from 2026"},
		{"2026-11-24", false, "Culture Day, the first"},
		{"2023-11-24", true, "Culture Day is off from 2026"},
		{"2020-09-01", true, "National Day was one day before 2021"},
		{"2020-09-03", true, "National Day was one day before 2021"},
		{"2021-09-03", false, "the day beside National Day, since 2021"},
		{"2013-02-13", false, "Tết of four days, 9 to 12 February 2013, with Saturday and Sunday made good"},
		{"2013-02-14", false, "Tết of four days, 9 to 12 February 2013, with Saturday and Sunday made good"},
	} {
		if day := dayOn(t, National(), c.day); day.Work != c.work {
			t.Errorf("%s: worked is %t, %v: %s", c.day, day.Work, day.Title, c.why)
		}
	}
}

// TestNationalIsSound: the shipped document has no fault and no warning, and
// every special day says why and who says so.
func TestNationalIsSound(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	rules, faults := ParseRules(vietnam)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	c, faults := Compile(rules)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if diff := cmp.Diff(slices.Collect(c.Days(c.Horizon())), slices.Collect(National().Days(c.Horizon()))); diff != "" {
		t.Error(diff)
	}
	if got := c.Horizon().String(); !strings.Contains(got, "2010-01-01") || !strings.Contains(got, "2101-01-01") {
		t.Errorf("horizon %s", got)
	}
	ordinary := map[bool]int{}
	for day := range c.Days(c.Horizon()) {
		if day.Plain() {
			ordinary[day.Work]++
			if day.Work == day.Weekend() || day.Source.Basis != 0 || day.For != 0 || day.Holiday {
				t.Errorf("%v is nothing special, yet %+v", day.Date, day)
			}
			continue
		}
		if day.Title.Vi == "" || day.Title.En == "" || day.Source.Basis == 0 || day.Source.Read == 0 {
			t.Errorf("%v: %+v lacks a title or a source", day.Date, day)
		}
		if day.Source.Act == "" && day.Source.Note.IsZero() {
			t.Errorf("%v: neither an act nor a word why: %+v", day.Date, day.Source)
		}
	}
	if ordinary[true] < 20000 || ordinary[false] < 9000 { // some 250 and 104 a year
		t.Errorf("plain days worked and off: %v", ordinary)
	}
}

// TestHorizon: beyond the calendar there is an error and no guess.
func TestHorizon(t *testing.T) {
	c := National()
	first, end := c.Horizon().From, c.Horizon().To
	for _, d := range []motcua.Date{0, 1, first - 1, end, end + 1, motcua.MustDate("1899-12-31"), motcua.MustDate("9999-12-31"), math.MaxInt32, math.MinInt32} {
		day, err := c.Day(d)
		var beyond *HorizonError
		if !errors.As(err, &beyond) || !errors.Is(err, ErrHorizon) || beyond.Date != d || beyond.Horizon != c.Horizon() || day != (Day{}) {
			t.Errorf("Day(%v) is %+v, %v", d, day, err)
		}
		if got, err := c.AddWorkingDays(d, 1); !errors.Is(err, ErrHorizon) || got != 0 {
			t.Errorf("AddWorkingDays(%v, 1) is %v, %v", d, got, err)
		}
		if !c.Provisional(d, end-1) || !c.Provisional(first, d) {
			t.Errorf("days up to %v are certain", d)
		}
		if _, err := c.WorkingDays(first, d); d != end && !errors.Is(err, ErrHorizon) {
			t.Errorf("WorkingDays(%v, %v): %v", first, d, err)
		}
	}
	for _, n := range []int{math.MaxInt32, math.MinInt32, 1, 30000} {
		if got, err := c.AddWorkingDays(end-1, n); n > 0 && (!errors.Is(err, ErrHorizon) || got != 0) {
			t.Errorf("AddWorkingDays(%v, %d) is %v, %v", end-1, n, got, err)
		}
		if got, err := c.AddWorkingDays(first, -max(n, -n)); !errors.Is(err, ErrHorizon) || got != 0 {
			t.Errorf("AddWorkingDays(%v, %d) is %v, %v", first, -max(n, -n), got, err)
		}
	}
	if _, err := c.Day(end - 1); err != nil {
		t.Error(err)
	}
	if _, err := c.Day(first); err != nil {
		t.Error(err)
	}
}
