package counting

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Window is what is asked of a tally: a period, as it was known at the end of a day.
type Window struct {
	// Period is the days whose rows are counted.
	Period scoring.Period
	// AsOf is the last day whose events are known; the last of the period if unset.
	AsOf motcua.Date
}

// CutDay is the day of the cut: the last of the period, or AsOf if that is before.
// It is unset if the window has no period.
func (w Window) CutDay() motcua.Date {
	if w.Period.IsZero() {
		return 0
	}
	last := w.Period.Days().To.AddDays(-1)
	if !w.AsOf.IsZero() {
		last = min(last, w.AsOf)
	}
	return last
}

// Cut is the last second of the window: the end of [Window.CutDay] in Vietnam.
func (w Window) Cut() time.Time { return lastSecond(w.CutDay()) }

// YearToDate is the window from 1 January up to and with a day.
func YearToDate(asOf motcua.Date) (Window, error) {
	year, _, _ := asOf.Civil()
	first, err := motcua.NewDate(year, time.January, 1)
	if err != nil {
		return Window{}, fmt.Errorf("year to date: %w", err)
	}
	return between(first, asOf)
}

// Rolling is the window of n days up to and with a day.
func Rolling(n int, asOf motcua.Date) (Window, error) {
	if n < 1 {
		return Window{}, fmt.Errorf("rolling %d days: %w", n, ErrRange)
	}
	return between(asOf.AddDays(1-n), asOf)
}

func between(first, last motcua.Date) (Window, error) {
	p, err := scoring.ParsePeriod(first.String() + "/" + last.String())
	return Window{Period: p, AsOf: last}, err
}

// frame is a window in days of cells. Rows of a flow lie in [first, after); events
// count up to the cut; rows that ended before the period began, as far as the cut
// knows, lie before begun.
type frame struct{ first, after, cut, begun int }

func (w Window) frame() (frame, error) {
	if w.Period.IsZero() {
		return frame{}, fmt.Errorf("window without a period: %w", ErrRange)
	}
	if w.CutDay().AddDays(0).IsZero() {
		return frame{}, fmt.Errorf("window as of no day: %w", ErrRange)
	}
	days, cut := w.Period.Days(), min(clampDay(w.CutDay()), lastDay)
	first := max(clampDay(days.From), 1)
	return frame{first: first, after: max(min(clampDay(days.To), cut+1), first), cut: cut, begun: max(min(first, cut+1), 1)}, nil
}
