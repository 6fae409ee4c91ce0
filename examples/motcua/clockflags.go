package main

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// moments are the flags that say of which time dossiers are counted.
type moments struct {
	period, asOf string
	cut          time.Time // the as-of time
	whole        bool      // it is the end of a day
}

// register adds the flags to a command.
func (m *moments) register(s *session) {
	s.flags.StringVar(&m.period, "period", "", "`PERIOD`: 2026, 2026-H1, 2026-Q3, 2026-08, 2026-W41, 2026-01-01/2026-10-10, or ytd; the year of the as-of time if absent")
	s.flags.StringVar(&m.asOf, "as-of", "", "`TIME` of the figures, 2026-10-10 (the end of that day) or 2026-10-10T15:04:05+07:00; now if absent")
}

// resolve reads the as-of time and the period.
func (m *moments) resolve(s *session) (counting.Window, error) {
	if err := m.resolveTime(s); err != nil {
		return counting.Window{}, err
	}
	day := motcua.DateOf(m.cut)
	if day.IsZero() || day.AddDays(1).IsZero() {
		return counting.Window{}, usagef("--as-of %q: the time must lie before 9999-12-31 and after the year 0", m.asOf)
	}
	w := counting.Window{AsOf: day}
	var err error
	switch m.period {
	case "ytd":
		if w, err = counting.YearToDate(day); err != nil {
			return w, usagef("--period: %v", err)
		}
	case "":
		w.Period, err = scoring.ParsePeriod(day.String()[:4])
	default:
		w.Period, err = scoring.ParsePeriod(m.period)
	}
	if err != nil {
		return w, usagef("--period: %v", err)
	}
	if w.Period.Days().From > day {
		return w, usagef("--period %s has not begun on %s", w.Period, day)
	}
	return w, nil
}

// resolveTime reads the as-of time.
func (m *moments) resolveTime(s *session) error {
	if m.asOf == "" {
		m.cut = s.clock().In(motcua.Vietnam())
		return nil
	}
	if day, err := motcua.ParseDate(m.asOf); err == nil {
		if next := day.AddDays(1); !next.IsZero() { // there is no day after 9999-12-31
			m.cut, m.whole = next.In(nil).Add(-time.Second), true
		}
		return nil
	}
	at, err := time.Parse(time.RFC3339, m.asOf)
	if err != nil {
		return usagef("--as-of %q is neither a day, 2026-10-10, nor a time, 2026-10-10T15:04:05+07:00", m.asOf)
	}
	m.cut = at.In(motcua.Vietnam())
	return nil
}
