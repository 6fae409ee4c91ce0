package workday

import (
	"errors"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

// terms reads a limit that must be one.
func terms(t testing.TB, text string) []Term {
	t.Helper()
	limit, faults := ParseLimit(text)
	if faults != nil {
		t.Fatal(faults)
	}
	return limit.Terms
}

// TestLanes: 5 working days from Monday 2 March 2026 09:00 are due Monday 9 09:00.
func TestLanes(t *testing.T) {
	for _, c := range []struct {
		by, to string
		pause  string
		want   string
		why    string
	}{
		{by: "1 working day", want: "2026-03-06 09:00", why: "a day before Monday"},
		{by: "2 hours", want: "2026-03-06 16:30", why: "1.5 h on Monday, 0.5 h on Friday"},
		{by: "1.5 working days", want: "2026-03-05 14:30", why: "4 h: 1.5 h Monday, 2.5 h Friday to 14:30; a day to Thursday"},
		{by: "1 day", want: "2026-03-09 07:30", why: "Sunday rolls to Monday's opening"},
		{by: "24 clock hours", want: "2026-03-08 09:00", why: "clock time does not roll"},
		{to: "3 working days", want: "2026-03-05 09:00", why: "three days instead"},
		{to: "4 hours", want: "2026-03-02 15:00", why: "2.5 h and 1.5 h"},
		{to: "same day", want: "2026-03-02 17:00", why: "closing"},
		{to: "4 hours", pause: "2026-03-02 10:00/2026-03-02 11:00", want: "2026-03-02 16:00", why: "15:00 and 1 h of pause"},
		{by: "1 working day", pause: "2026-03-03 10:00/2026-03-03 11:00", want: "2026-03-06 10:00", why: "Monday 10:00, a day before"},
		{by: "5 working days", want: "", why: "nothing is left"},
		{by: "6 working days", want: "", why: "less than nothing is left"},
		{by: "12 months", want: "", why: "less than nothing is left"},
	} {
		d := deadline{received: "2026-03-02 09:00", limit: "5 working days"}
		run := d.begin(t)
		d.pauses = c.pause
		lane := Lane{}
		if c.by != "" {
			lane.ReduceBy = terms(t, c.by)
		} else {
			lane.ReduceTo = terms(t, c.to)
		}
		short, err := run.Lane(&lane)
		if err != nil {
			t.Fatal(err)
		}
		d.pause(t, &run)
		d.pause(t, &short)
		if _, err := run.Lane(&lane); (c.pause != "") != (err != nil) {
			t.Errorf("less %q, or %q: a lane after a pause gives %v", c.by, c.to, err)
		}
		due, err := short.Due()
		if c.want == "" {
			if !errors.Is(err, ErrTooShort) {
				t.Errorf("less %s: %v, %v", c.by, due, err)
			}
			continue
		}
		if !due.Equal(clockTime(t, c.want)) || err != nil {
			t.Errorf("less %q, or %q: due %v, %v, want %s: %s", c.by, c.to, due, err, c.want, c.why)
		}
		if whole, err := run.Due(); err != nil || whole.Before(due) && c.pause == "" {
			t.Errorf("less %q, or %q: the limit itself is due %v, %v", c.by, c.to, whole, err)
		}
	}
}

// TestHoursAsDaysInAnyOrder: a profile that turns hours into days adds them to
// the days, wherever they stand.
func TestHoursAsDaysInAnyOrder(t *testing.T) {
	office, _ := National().Office(UsualHours())
	td, _ := StandardProfiles().Lookup("td")
	for _, text := range []string{"12 hours 1 working day", "1 working day 12 hours"} {
		limit := Limit{Terms: terms(t, text)}
		run, err := office.Begin(&limit, td, clockTime(t, "2026-03-02 09:00"))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		// Two days to Wednesday 09:00; 4 h: 2.5 h and 1.5 h.
		if due, err := run.Due(); err != nil || !due.Equal(clockTime(t, "2026-03-04 15:00")) {
			t.Errorf("%s is due %v, %v", text, due, err)
		}
	}
}

// TestPauseTakesPart: a run that says it was extended is due later.
func TestPauseTakesPart(t *testing.T) {
	office, _ := National().Office(UsualHours())
	own := Profile{ID: "own", HoursOfDay: 8, HoursAsDays: true, StartInOffice: true, EndOfDay: []Unit{OfficeTime}}
	limit := Limit{Terms: terms(t, "8 hours")}
	run, err := office.Begin(&limit, &own, clockTime(t, "2026-03-02 09:00"))
	if err != nil {
		t.Fatal(err)
	}
	// A day to Tuesday 09:00, to 24:00; the pause is 9 h of office time on Tuesday and Wednesday.
	paused, err := run.Pause(clockTime(t, "2026-03-03 10:00"), clockTime(t, "2026-03-04 14:00"))
	due, dueErr := run.Due()
	if later := due.After(clockTime(t, "2026-03-04 00:00")); paused != later || err != nil || dueErr != nil {
		t.Errorf("extended: %t, due %v; %v, %v", paused, due, err, dueErr)
	}
}

// TestPromises: a date that somebody set is moved by pauses as its limit would be.
func TestPromises(t *testing.T) {
	for _, c := range []struct {
		limit, due, pause, want string
		why                     string
	}{
		{"5 working days", "2026-03-09 09:00", "", "2026-03-09 09:00", "as it was set"},
		{"5 working days", "2026-03-08 22:00", "", "2026-03-08 22:00", "even on a Sunday night"},
		{"5 working days", "2026-03-09 09:00", "2026-03-05 16:00/2026-03-06 08:30", "2026-03-09 11:00", "2 h of office time"},
		{"10 days", "2026-03-12 09:00", "2026-03-05 09:00/2026-03-07 09:00", "2026-03-16 07:30", "48 h to Saturday 14, rolled"},
		{"5 working days", "2026-03-09 09:00", "2026-03-09 09:00/2026-03-10 09:00", "2026-03-09 09:00", "begins when it is due"},
	} {
		d := deadline{received: "2026-03-02 09:00", limit: c.limit}
		like := d.begin(t)
		run, err := like.office.Promise(clockTime(t, c.due), &like)
		if err != nil {
			t.Fatal(err)
		}
		if c.pause != "" {
			if _, err := run.Pause(clockTime(t, c.pause[:16]), clockTime(t, c.pause[17:])); err != nil {
				t.Fatal(err)
			}
		}
		if due, err := run.Due(); err != nil || !due.Equal(clockTime(t, c.want)) {
			t.Errorf("%s, promised %s, paused %s: due %v, %v, want %s: %s", c.limit, c.due, c.pause, due, err, c.want, c.why)
		}
	}
}

// TestRunsBeyondTheHorizon: every question that leads out of the calendar is
// answered by the same class of error.
func TestRunsBeyondTheHorizon(t *testing.T) {
	office, _ := National().Office(UsualHours())
	outside, inside := clockTime(t, "1899-12-31 09:00"), clockTime(t, "2026-03-02 09:00")
	long, short := Limit{Terms: terms(t, "1200 months")}, Limit{Terms: terms(t, "1 day")}
	run, err := office.Begin(&long, nil, inside)
	if err != nil {
		t.Fatal(err)
	}
	near, err := office.Begin(&short, nil, inside)
	if err != nil {
		t.Fatal(err)
	}
	ask := map[string]func() error{
		"Begin":          func() error { _, err := office.Begin(&short, nil, outside); return err },
		"Begin at last":  func() error { _, err := office.Begin(&short, nil, clockTime(t, "2100-12-31 18:00")); return err },
		"Due":            func() error { _, err := run.Due(); return err },
		"Pause":          func() error { _, err := near.Pause(inside, outside); return err },
		"Pause before":   func() error { _, err := near.Pause(outside, inside); return err },
		"Pause of a run": func() error { _, err := run.Pause(inside, inside.Add(time.Hour)); return err },
		"Promise":        func() error { _, err := office.Promise(outside, &near); return err },
		"OpenAt":         func() error { _, err := office.OpenAt(outside); return err },
		"Between":        func() error { _, err := office.Between(inside, outside); return err },
		"Between after":  func() error { _, err := office.Between(outside, inside); return err },
		"Add":            func() error { _, err := office.Add(inside, 1<<62); return err },
		"Add less":       func() error { _, err := office.Add(inside, -1<<62); return err },
		"NextOpening":    func() error { _, err := office.NextOpening(outside); return err },
		"NextClosing":    func() error { _, err := office.NextClosing(outside); return err },
		"AddWorkingDays": func() error { _, err := office.AddWorkingDays(inside, 90000); return err },
	}
	for name, f := range ask {
		var beyond *HorizonError
		if err := f(); !errors.Is(err, ErrHorizon) || !errors.As(err, &beyond) {
			t.Errorf("%s: %v", name, err)
		} else if National().Horizon().Contains(beyond.Date) {
			t.Errorf("%s: %v, though that day is within", name, err)
		}
	}
	if !run.Provisional() || run.LastDay() != 0 || len(run.Explain()) > 1 {
		t.Errorf("past the horizon: %t, %v, %v", run.Provisional(), run.LastDay(), run.Explain())
	}
}

// TestProvisionalRuns: a date is provisional when a day on its way is.
func TestProvisionalRuns(t *testing.T) {
	for _, c := range []struct {
		received, limit, profile string
		want                     bool
		lastDay                  string
		why                      string
	}{
		{"2026-02-13 16:30", "12 hours", "", false, "2026-02-24", "a year with notices"},
		{"2026-08-20 09:00", "1 working day", "", false, "2026-08-21", "before the make-up Saturday"},
		{"2026-08-21 09:00", "1 working day", "", true, "2026-08-22", "the make-up Saturday cites no act"},
		{"2026-08-28 09:00", "2 working days", "", true, "2026-09-04", "31 August cites no act"},
		{"2026-12-24 09:00", "5 working days", "", false, "2026-12-31", "the last day of the year with notices"},
		{"2026-12-24 09:00", "6 working days", "", true, "2027-01-04", "into a year without"},
		{"2026-12-24 09:00", "5 working days", "statutory", false, "2026-12-31", "24:00 of the last day is no day of the next year"},
		{"2019-12-31 18:00", "1 working day", "", true, "2020-01-03", "received in a year without"},
	} {
		d := deadline{received: c.received, limit: c.limit, profile: c.profile}
		run := d.begin(t)
		if got, last := run.Provisional(), run.LastDay(); got != c.want || last != motcua.MustDate(c.lastDay) {
			t.Errorf("%s + %s: %t, last day %v: %s", c.received, c.limit, got, last, c.why)
		}
	}
}
