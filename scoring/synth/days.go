package synth

import (
	"errors"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
)

// days are the working days around a period, by number, and the office seconds of
// each. A moment in this package is seconds since the first midnight of the table.
type days struct {
	base        motcua.Date
	work        []motcua.Date
	first, last int // the working days of the period, half-open
	cut         moment
	sessions    []workday.Session
	open        int32 // office seconds of a day
	longest     int   // the longest limit that leaves room to be late in the period
}

// moment is seconds since the midnight at which the table of days begins; 0 is
// absent.
type moment int32

const (
	daySeconds = 24 * 60 * 60
	before     = 200 // days of the table before the period, and after it
	fewestDays = 12  // working days of a period
	mostDays   = 3660
)

var errShort = errors.New("want a period of at least twelve working days and at most ten years")

// daysOf makes the table for a period. Its hours are the usual ones.
func daysOf(period motcua.Validity) (*days, error) {
	t := &days{base: period.From.AddDays(-before), first: -1}
	if period.To-period.From > mostDays || period.To <= period.From {
		return nil, errShort
	}
	for d := range workday.National().Days(motcua.Validity{From: t.base, To: period.To.AddDays(before)}) {
		if !d.Work {
			continue
		}
		if period.Contains(d.Date) {
			if t.first < 0 {
				t.first = len(t.work)
			}
			t.last = len(t.work) + 1
		}
		t.work = append(t.work, d.Date)
	}
	if t.first < 60 || t.last-t.first < fewestDays || len(t.work)-t.last < 60 {
		return nil, errShort
	}
	t.sessions = workday.UsualHours().Rows[0].Weekdays
	for _, s := range t.sessions {
		t.open += int32(s.To-s.From) * 60
	}
	t.cut = moment(period.To-t.base) * daySeconds
	t.longest = min(30, (t.last-t.first-5)/2)
	return t, nil
}

// at is a moment on a working day, by office seconds since its opening. The last
// second is the one before closing.
func (t *days) at(day int, second int32) moment {
	second = max(0, min(second, t.open-1))
	for _, s := range t.sessions {
		length := int32(s.To-s.From) * 60
		if second < length {
			return moment(t.work[day]-t.base)*daySeconds + moment(s.From)*60 + moment(second)
		}
		second -= length
	}
	return moment(t.work[day]-t.base)*daySeconds + daySeconds - 1
}

// midnight is the beginning of a working day, which in a due date stands for its end.
func (t *days) midnight(day int) moment { return moment(t.work[day]-t.base) * daySeconds }

// day is the number of the working day of a moment; the next one where it is none.
func (t *days) day(m moment) int {
	i, _ := slices.BinarySearch(t.work, t.date(m))
	return i
}

// date is the day of a moment.
func (t *days) date(m moment) motcua.Date { return t.base.AddDays(int(m / daySeconds)) }

// wire writes a moment as messages do; "" for none.
func (t *days) wire(m moment) npsp.Value {
	if m == 0 {
		return ""
	}
	var b [14]byte
	year, month, day := t.date(m).Civil()
	s := int(m % daySeconds)
	put(b[0:4], year)
	put(b[4:6], int(month))
	put(b[6:8], day)
	put(b[8:10], s/3600)
	put(b[10:12], s/60%60)
	put(b[12:14], s%60)
	return npsp.Value(b[:])
}

// put writes a number into all of b, with leading zeros.
func put(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}

// stamp appends a moment as RFC 3339 has it, in Vietnam.
func (t *days) stamp(b []byte, m moment) []byte {
	w := t.wire(m)
	b = append(b, w[0:4]...)
	b = append(append(b, '-'), w[4:6]...)
	b = append(append(b, '-'), w[6:8]...)
	b = append(append(b, 'T'), w[8:10]...)
	b = append(append(b, ':'), w[10:12]...)
	b = append(append(b, ':'), w[12:14]...)
	return append(b, "+07:00"...)
}
