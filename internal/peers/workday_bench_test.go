package peers

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

const (
	fifteen = 15 // working days: three weeks, and a typical limit
	picked  = 64 // starts; a power of two, so that taking one costs no division
)

// A way answers when fifteen working days from an instant are over.
type way struct {
	name string
	ours bool
	due  func(time.Time) (time.Time, error)
}

// working are the working days of the years of the starts.
func working(c *workday.Calendar) []motcua.Date {
	var days []motcua.Date
	for day := range c.Days(motcua.Validity{From: newYear(firstStart), To: newYear(lastStart + 1)}) {
		if day.Work {
			days = append(days, day.Date)
		}
	}
	return days
}

// nine is nine o'clock of a day, when every office is open, so that nothing but
// days is counted.
func nine(d motcua.Date) time.Time { return d.In(motcua.Vietnam()).Add(9 * time.Hour) }

// pick spreads the starts of the benchmarks over the days given.
func pick(days []motcua.Date) (dates [picked]motcua.Date, instants [picked]time.Time) {
	for i := range dates {
		dates[i] = days[i*len(days)/picked]
		instants[i] = nine(dates[i])
	}
	return dates, instants
}

// ways are all that take and give instants, ours first.
func ways(tb testing.TB) []way {
	tb.Helper()
	calendar := workday.National()
	office, faults := calendar.Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	limit, faults := workday.ParseLimit("15 working days")
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	off, made := exceptions(calendar)
	walk := naive{off, made}
	plain, tables, cached := byYear(tb, calendar), byTable(tb, calendar), byYear(tb, calendar)
	cached.Cacheable = true
	for _, d := range working(calendar) {
		cached.WorkdaysFrom(nine(d), fifteen)
	}
	return []way{
		{"ours/run", true, func(t time.Time) (time.Time, error) {
			run, err := office.Begin(&limit, nil, t)
			if err != nil {
				return time.Time{}, err
			}
			return run.Due()
		}},
		{"ours/office", true, func(t time.Time) (time.Time, error) { return office.AddWorkingDays(t, fifteen) }},
		{"cal", false, func(t time.Time) (time.Time, error) { return plain.WorkdaysFrom(t, fifteen), nil }},
		{"cal/tables", false, func(t time.Time) (time.Time, error) { return tables.WorkdaysFrom(t, fifteen), nil }},
		{"cal/cached", false, func(t time.Time) (time.Time, error) { return cached.WorkdaysFrom(t, fifteen), nil }},
		{"naive", false, func(t time.Time) (time.Time, error) { return walk.add(t, fifteen), nil }},
	}
}

// BenchmarkFifteenWorkingDays asks ours and the rivals the same question.
func BenchmarkFifteenWorkingDays(b *testing.B) {
	calendar := workday.National()
	dates, instants := pick(working(calendar))
	b.Run("ours/calendar", func(b *testing.B) { // no way: it takes days, and a call through a table would double it
		b.ReportAllocs()
		for i := uint(0); b.Loop(); i++ {
			if _, err := calendar.AddWorkingDays(dates[i%picked], fifteen); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, w := range ways(b) {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := uint(0); b.Loop(); i++ {
				if _, err := w.due(instants[i%picked]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
