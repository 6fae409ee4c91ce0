package scoring

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// PeriodKind is the kind of a reporting period.
type PeriodKind uint8

// The kinds of period. A range is any other run of days, as year to date.
const (
	PeriodYear PeriodKind = iota + 1
	PeriodHalf
	PeriodQuarter
	PeriodMonth
	PeriodWeek
	PeriodDay
	PeriodRange
)

var periodKinds = enum.New[PeriodKind]("period", "year", "half", "quarter", "month", "week", "day", "range")

// Period is a reporting period (kỳ báo cáo): a run of days, half-open. The zero
// Period is none.
type Period struct {
	kind PeriodKind
	days motcua.Validity
}

var errPeriod = errors.New("want 2026, 2026-H1, 2026-Q3, 2026-08, 2026-W41, 2026-08-15 or 2026-01-01/2026-10-10")

// ParsePeriod reads a year, half-year, quarter, month, ISO week, day, or a range
// of days with both ends included. The error is a [motcua.ParseError].
func ParsePeriod(s string) (Period, error) {
	p, err := parsePeriod(s)
	if err != nil {
		return Period{}, &motcua.ParseError{Kind: "period", Input: s, Err: err}
	}
	return p, nil
}

func parsePeriod(s string) (Period, error) {
	if from, to, ok := strings.Cut(s, "/"); ok {
		first, err := motcua.ParseDate(from)
		if err != nil {
			return Period{}, err
		}
		last, err := motcua.ParseDate(to)
		if err != nil {
			return Period{}, err
		}
		if last < first {
			return Period{}, errors.New("the last day is before the first")
		}
		return between(PeriodRange, first, last.AddDays(1))
	}
	if len(s) == len("2026-08-15") {
		day, err := motcua.ParseDate(s)
		if err != nil {
			return Period{}, err
		}
		return between(PeriodDay, day, day.AddDays(1))
	}
	if len(s) < 4 {
		return Period{}, errPeriod
	}
	first, err := motcua.ParseDate(s[:4] + "-01-01")
	if err != nil {
		return Period{}, errPeriod
	}
	return partOfYear(first, s[4:])
}

// partOfYear reads what stands behind the year.
func partOfYear(first motcua.Date, s string) (Period, error) {
	months := func(kind PeriodKind, number, length int) (Period, error) {
		from := first.AddMonths((number - 1) * length)
		return between(kind, from, from.AddMonths(length))
	}
	number := func(prefix string, width, most int) int {
		digits, ok := strings.CutPrefix(s, prefix)
		n := 0
		for _, d := range []byte(digits) {
			if d < '0' || d > '9' {
				return 0
			}
			n = n*10 + int(d-'0')
		}
		if !ok || len(digits) != width || n > most {
			return 0
		}
		return n
	}
	if s == "" {
		return months(PeriodYear, 1, 12)
	}
	if n := number("-H", 1, 2); n > 0 {
		return months(PeriodHalf, n, 6)
	}
	if n := number("-Q", 1, 4); n > 0 {
		return months(PeriodQuarter, n, 3)
	}
	if n := number("-", 2, 12); n > 0 {
		return months(PeriodMonth, n, 1)
	}
	if n := number("-W", 2, 53); n > 0 {
		return isoWeek(first, n)
	}
	return Period{}, errPeriod
}

// isoWeek returns week n of the year that begins at first: week 1 holds 4 January.
func isoWeek(first motcua.Date, n int) (Period, error) {
	fourth := first.AddDays(3)
	monday := fourth.AddDays(-int((fourth.Weekday() + 6) % 7)).AddDays(7 * (n - 1))
	year, _, _ := first.Civil()
	if thursday, _, _ := monday.AddDays(3).Civil(); thursday != year {
		return Period{}, fmt.Errorf("%d has no week %d", year, n)
	}
	return between(PeriodWeek, monday, monday.AddDays(7))
}

func between(kind PeriodKind, from, to motcua.Date) (Period, error) {
	if from.IsZero() || to.IsZero() {
		return Period{}, errors.New("beyond the calendar")
	}
	return Period{kind, motcua.Validity{From: from, To: to}}, nil
}

// Kind is the kind of the period; zero for the zero Period.
func (p Period) Kind() PeriodKind { return p.kind }

// Days are the days of the period, half-open.
func (p Period) Days() motcua.Validity { return p.days }

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p.kind == 0 }

// String writes the period as [ParsePeriod] reads it; "" for none.
func (p Period) String() string {
	year, month, _ := p.days.From.Civil()
	switch p.kind {
	case PeriodYear:
		return fmt.Sprintf("%04d", year)
	case PeriodHalf:
		return fmt.Sprintf("%04d-H%d", year, int(month)/6+1)
	case PeriodQuarter:
		return fmt.Sprintf("%04d-Q%d", year, int(month)/3+1)
	case PeriodMonth:
		return fmt.Sprintf("%04d-%02d", year, int(month))
	case PeriodWeek:
		isoYear, week := p.days.From.In(time.UTC).ISOWeek()
		return fmt.Sprintf("%04d-W%02d", isoYear, week)
	case PeriodDay:
		return p.days.From.String()
	case PeriodRange:
		return p.days.From.String() + "/" + p.days.To.AddDays(-1).String()
	}
	return ""
}

// MarshalText writes the period as [ParsePeriod] reads it; none is an error.
func (p Period) MarshalText() ([]byte, error) {
	if p.IsZero() {
		return nil, errors.New("no period")
	}
	return []byte(p.String()), nil
}

// UnmarshalText is [ParsePeriod]; on error p keeps its value.
func (p *Period) UnmarshalText(text []byte) error {
	parsed, err := ParsePeriod(string(text))
	if err == nil {
		*p = parsed
	}
	return err
}

// CheckPeriods finds units whose period has not begun on the day asOf (errors),
// or reaches beyond the days the definition is in force (warnings).
func (x *Index) CheckPeriods(units []Counts, asOf motcua.Date) motcua.Faults {
	var faults motcua.Faults
	for i := range units {
		p := units[i].Period
		if p.IsZero() {
			continue
		}
		days, inForce := p.Days(), x.def.Validity
		switch {
		case days.From > asOf:
			fault(&faults, codePeriod, "/period", "kỳ %s chưa bắt đầu vào %s", "period %s has not begun on %s", p, asOf).Line = units[i].Line
		case !inForce.Contains(days.From) || !inForce.Contains(days.To.AddDays(-1)):
			warn(&faults, codePeriod, "/period", "kỳ %s không nằm trong hiệu lực %s của %s", "period %s is not within %s, when %s is in force",
				p, inForce, x.def.Version).Line = units[i].Line
		}
	}
	return faults
}
