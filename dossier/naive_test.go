package dossier_test

import (
	"cmp"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// The naive fold computes a due date from a whole story at once: it gathers the
// pauses, unites them by sorting, and walks from day to day. It keeps no state
// between entries and uses no table.

// naiveSpan is a time from one instant to another.
type naiveSpan struct{ from, to time.Time }

// naiveDays walks over the days of an office.
type naiveDays struct{ drawnOffice }

func naiveDayOf(t time.Time) motcua.Date { return motcua.DateOf(t.In(motcua.Vietnam())) }

// open are the times an office is open on a day.
func (n naiveDays) open(d motcua.Date) []naiveSpan {
	day, err := n.Calendar().Day(d)
	if err != nil {
		return nil
	}
	var sessions []workday.Session
	switch row := n.hours.Rows[0]; {
	case day.Work:
		sessions = row.Weekdays
	case d.Weekday() == time.Saturday && day.Plain():
		sessions = row.Saturday
	}
	var spans []naiveSpan
	for _, s := range sessions {
		midnight := d.In(motcua.Vietnam())
		spans = append(spans, naiveSpan{midnight.Add(time.Duration(s.From) * time.Minute), midnight.Add(time.Duration(s.To) * time.Minute)})
	}
	return spans
}

// opening is t itself in office hours, or when they begin again.
func (n naiveDays) opening(t time.Time) time.Time {
	for d := naiveDayOf(t); ; d++ {
		for _, s := range n.open(d) {
			if t.Before(s.to) {
				return latest(t, s.from)
			}
		}
	}
}

// landing is where a calendar limit ends: at a closing it ends there, and where
// nobody works at the next opening.
func (n naiveDays) landing(t time.Time) time.Time {
	for _, s := range n.open(naiveDayOf(t)) {
		if t.Equal(s.to) {
			return t
		}
	}
	return n.opening(t)
}

// land is where a due date out of hours goes: one exactly at closing stays.
func (n naiveDays) land(t time.Time) time.Time {
	for _, s := range n.open(naiveDayOf(t)) {
		if t.Equal(s.to) {
			return t
		}
	}
	return n.opening(t)
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// spent is the office time of a span.
func (n naiveDays) spent(span naiveSpan) (sum time.Duration) {
	for d := naiveDayOf(span.from); d <= naiveDayOf(span.to); d++ {
		for _, s := range n.open(d) {
			to := s.to
			if span.to.Before(to) {
				to = span.to
			}
			sum += max(0, to.Sub(latest(s.from, span.from)))
		}
	}
	return sum
}

// spend is when so much office time since t is spent.
func (n naiveDays) spend(t time.Time, d time.Duration) time.Time {
	for day := naiveDayOf(t); d > 0; day++ {
		for _, s := range n.open(day) {
			from := latest(s.from, t)
			if length := s.to.Sub(from); length >= d {
				return from.Add(d)
			} else if length > 0 {
				d -= length
			}
		}
	}
	return t
}

// unspend is the last moment before t with so much office time between.
func (n naiveDays) unspend(t time.Time, d time.Duration) time.Time {
	for day := naiveDayOf(t); d > 0; day-- {
		for _, s := range slices.Backward(n.open(day)) {
			to := s.to
			if t.Before(to) {
				to = t
			}
			if length := to.Sub(s.from); length >= d {
				return to.Add(-d)
			} else if length > 0 {
				d -= length
			}
		}
	}
	return t
}

// step moves by working days, keeping the time of day.
func (n naiveDays) step(t time.Time, days int) time.Time {
	by := cmp.Compare(days, 0)
	for ; days != 0; days -= by {
		for t = t.AddDate(0, 0, by); ; t = t.AddDate(0, 0, by) {
			if day, err := n.Calendar().Day(naiveDayOf(t)); err != nil || day.Work {
				break
			}
		}
	}
	return t
}

// count counts one term from a start, and what pauses add to it.
func (n naiveDays) count(term workday.Term, start time.Time, add time.Duration) time.Time {
	whole, _ := term.Amount.Rescale(0)
	tenths, _ := term.Amount.Rescale(1)
	amount, hours := int(whole.Coef()), time.Duration(tenths.Coef())*time.Hour/10
	switch term.Unit {
	case workday.Months:
		end := naiveDayOf(start).AddMonths(amount).In(motcua.Vietnam())
		return n.landing(end.Add(start.Sub(naiveDayOf(start).In(motcua.Vietnam())) + add))
	case workday.CalendarDays:
		return n.landing(start.AddDate(0, 0, amount).Add(add))
	case workday.ClockTime:
		return start.Add(hours + add)
	case workday.OfficeTime:
		return n.spend(n.spend(start, hours), add)
	}
	end := n.step(start, amount)
	if add == 0 {
		return n.land(end)
	}
	return n.spend(end, add)
}

// due counts a term with the pauses in it: each that begins in time adds to it.
func (n naiveDays) due(start time.Time, pauses []naiveSpan, byClock bool, count func(add time.Duration) time.Time) time.Time {
	add := time.Duration(0)
	for _, p := range pauses {
		p.from = latest(p.from, start)
		if p.to.Equal(naiveNever) || !p.from.Before(p.to) || !p.from.Before(count(add)) {
			continue
		}
		if byClock {
			add += p.to.Sub(p.from)
		} else {
			add += n.spent(p)
		}
	}
	return count(add)
}

// naiveNever is the end of a pause that goes on.
var naiveNever = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// naivePauses are the pauses that stop the clock, united. One that goes on is
// none yet, and takes those that it overlaps with it.
func naivePauses(entries []dossier.Entry, stops map[string]bool) []naiveSpan {
	var spans []naiveSpan
	for i, e := range entries {
		if e.Kind != dossier.EntryPaused || !stops[e.Reason] {
			continue
		}
		span := naiveSpan{e.At, naiveNever}
		for _, later := range entries[i+1:] {
			if later.Kind == dossier.EntryEnded || later.Kind == dossier.EntryResumed && later.Reason == e.Reason {
				span.to = later.At
				break
			}
		}
		spans = append(spans, span)
	}
	slices.SortFunc(spans, func(a, b naiveSpan) int { return a.from.Compare(b.from) })
	var united []naiveSpan
	for _, s := range spans {
		if last := len(united) - 1; last >= 0 && s.from.Before(united[last].to) {
			united[last].to = latest(united[last].to, s.to)
		} else {
			united = append(united, s)
		}
	}
	return united
}
