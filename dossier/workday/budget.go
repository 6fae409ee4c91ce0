package workday

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
)

// budget is the time a limit gives, in the numbers that counting needs.
type budget struct {
	has      [WithinDay + 1]bool // by unit
	months   int32
	days     int32
	working  int32
	fraction time.Duration // of a working day, in office time
	office   time.Duration
	clock    time.Duration
	last     Unit // the unit counted last
}

// budgetOf makes the budget of terms that have been checked; terms that have not
// are an error and not a panic.
func (p *Profile) budgetOf(terms []Term) (budget, error) {
	var b budget
	for _, t := range terms {
		if t.Unit < Months || t.Unit > WithinDay || b.has[t.Unit] {
			return budget{}, badTerms(terms)
		}
		b.has[t.Unit] = true
		ok := true
		switch t.Unit {
		case Months:
			b.months, ok = whole(t.Amount)
		case CalendarDays:
			b.days, ok = whole(t.Amount)
		case WorkingDays:
			b.working, b.fraction, ok = divide(t.Amount, time.Duration(p.HoursOfDay)*time.Hour)
		case OfficeTime:
			_, b.office, ok = divide(t.Amount, 0)
		case ClockTime:
			_, b.clock, ok = divide(t.Amount, 0)
		}
		if !ok || t.Amount.Sign() < 0 {
			return budget{}, badTerms(terms)
		}
	}
	if p.HoursAsDays {
		b.hoursAsDays(time.Duration(p.HoursOfDay) * time.Hour)
	}
	for u := Months; u <= WithinDay; u++ {
		if b.has[u] {
			b.last = u
		}
	}
	if b.last == 0 {
		return budget{}, badTerms(terms)
	}
	return b, nil
}

// hoursAsDays makes whole days of office hours, and leaves the rest.
func (b *budget) hoursAsDays(day time.Duration) {
	if day <= 0 || b.office < day {
		return
	}
	b.working += int32(b.office / day)
	b.office %= day
	b.has[WorkingDays], b.has[OfficeTime] = true, b.office > 0
}

func badTerms(terms []Term) error {
	return fmt.Errorf("limit %v: %w", Limit{Terms: terms}, Limit{Terms: terms}.Check())
}

// whole is a number without a fraction, within bounds.
func whole(d motcua.Decimal) (int32, bool) {
	w, err := d.Rescale(0)
	return int32(w.Coef()), err == nil && w.Coef() <= mostOf[ClockTime]
}

// divide splits an amount into whole units and the time the fraction is of one
// unit; without a unit all of it is hours.
func divide(d motcua.Decimal, unit time.Duration) (int32, time.Duration, bool) {
	r, err := d.Rescale(mostDecimals)
	tenThousandths := r.Coef()
	if err != nil || tenThousandths > mostOf[ClockTime]*1e4 {
		return 0, 0, false
	}
	if unit == 0 {
		return 0, time.Duration(tenThousandths) * (time.Hour / 1e4), true
	}
	return int32(tenThousandths / 1e4), time.Duration(tenThousandths%1e4) * (unit / 1e4), true
}

// wall reports whether the limit is one of calendar or clock time, so that a
// pause extends it by wall time. Of a mixed limit, the unit being counted says so.
func (u Unit) wall() bool { return u == Months || u == CalendarDays || u == ClockTime }
