package motcua

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// Date is a civil day of the proleptic Gregorian calendar, without clock or
// zone. It counts days: 1 is 0001-01-01, the largest is 9999-12-31, and zero
// means unset. Dates are ordered by <, and int(b-a) is the
// number of days from a to b.
type Date int32

const lastDate Date = 3652059 // 9999-12-31

// valid reports whether d is a day that can be written.
func (d Date) valid() bool { return d >= 1 && d <= lastDate }

// daysBefore is the number of days before month m in a year that is not a leap
// year; entry 13 is the whole year.
var daysBefore = [...]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// monthDays returns the length of a month from 1 to 12.
func monthDays(year, month int) int {
	n := daysBefore[month+1] - daysBefore[month]
	if month == 2 && leap(year) {
		n++
	}
	return n
}

// dayNumber returns the date of a day that exists.
func dayNumber(year, month, day int) Date {
	y := year - 1
	n := 365*y + y/4 - y/100 + y/400 + daysBefore[month] + day
	if month > 2 && leap(year) {
		n++
	}
	return Date(n)
}

// NewDate returns the given day. A day that does not exist, such as 30 February,
// or lies outside the years 1 to 9999, is a *ParseError.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if err := checkDate(year, int(month), day); err != nil {
		return 0, &ParseError{"date", fmt.Sprintf("%04d-%02d-%02d", year, int(month), day), err}
	}
	return dayNumber(year, int(month), day), nil
}

func checkDate(year, month, day int) error {
	switch {
	case year < 1 || year > 9999:
		return fmt.Errorf("year %d is not in 1..9999", year)
	case month < 1 || month > 12:
		return fmt.Errorf("month %d is not in 1..12", month)
	case day < 1 || day > monthDays(year, month):
		return fmt.Errorf("day %d is not in 1..%d", day, monthDays(year, month))
	}
	return nil
}

// ParseDate reads exactly yyyy-mm-dd in ASCII digits; else a *ParseError.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' ||
		!digits(s[:4]) || !digits(s[5:7]) || !digits(s[8:]) {
		return 0, &ParseError{"date", s, errors.New("want yyyy-mm-dd")}
	}
	y, m, d := number(s[:4]), number(s[5:7]), number(s[8:])
	if err := checkDate(y, m, d); err != nil {
		return 0, &ParseError{"date", s, err}
	}
	return dayNumber(y, m, d), nil
}

// MustDate is ParseDate for constants; it panics on bad text.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the civil day of t in t's own location, so write
// DateOf(t.In(Vietnam())) for the Vietnamese day. The zero time and times
// outside the years 1 to 9999 give the unset date.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return 0
	}
	y, m, d := t.Date()
	if y < 1 || y > 9999 {
		return 0
	}
	return dayNumber(y, int(m), d)
}

// IsZero reports whether d is unset.
func (d Date) IsZero() bool { return d == 0 }

// Civil returns year, month and day; all zero when d is unset or out of range.
func (d Date) Civil() (year int, month time.Month, day int) {
	if !d.valid() {
		return 0, 0, 0
	}
	n := int(d) - 1
	year = 1 + 400*(n/146097) // whole cycles of 400 years
	n %= 146097
	c := min(n/36524, 3) // centuries; the fourth has one day more
	n -= c * 36524
	q := n / 1461 // groups of four years
	n %= 1461
	y := min(n/365, 3) // the fourth year has one day more
	n -= y * 365
	year += 100*c + 4*q + y
	m := 1
	for n >= monthDays(year, m) {
		n -= monthDays(year, m)
		m++
	}
	return year, time.Month(m), n + 1
}

// Weekday returns the day of the week; Sunday when d is unset or out of range.
func (d Date) Weekday() time.Weekday {
	if !d.valid() {
		return time.Sunday
	}
	return time.Weekday(d % 7) // 0001-01-01 was a Monday
}

// AddDays returns the day n days later, earlier if n is negative. The result is
// unset when d is unset or the day would lie outside the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if !d.valid() || n > int(lastDate) || n < -int(lastDate) {
		return 0
	}
	if r := d + Date(n); r.valid() {
		return r
	}
	return 0
}

// AddMonths returns the same day n months later, earlier if n is negative, or
// the last day of that month if it is shorter: 31 January and one month is 28 or
// 29 February. Unset and out-of-range dates behave as in AddDays.
func (d Date) AddMonths(n int) Date {
	if !d.valid() || n > 12*9999 || n < -12*9999 {
		return 0
	}
	year, month, day := d.Civil()
	months := 12*year + int(month) - 1 + n
	y, m := months/12, months%12+1
	if months < 12 || y > 9999 {
		return 0
	}
	return dayNumber(y, m, min(day, monthDays(y, m)))
}

// In returns midnight of d in loc, or in Vietnam when loc is nil; where a clock
// skips midnight, the instant time.Date chooses. Unset gives the zero time.
func (d Date) In(loc *time.Location) time.Time {
	if !d.valid() {
		return time.Time{}
	}
	if loc == nil {
		loc = Vietnam()
	}
	y, m, day := d.Civil()
	return time.Date(y, m, day, 0, 0, 0, 0, loc)
}

// String returns yyyy-mm-dd, or "unset", or "Date(n)" for a number out of range.
func (d Date) String() string {
	if d == 0 {
		return "unset"
	}
	b, err := d.AppendText(nil)
	if err != nil {
		return fmt.Sprintf("Date(%d)", int32(d))
	}
	return string(b)
}

// AppendText appends yyyy-mm-dd; an unset or out-of-range date is an error.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if !d.valid() {
		return b, &ParseError{"date", fmt.Sprint(int32(d)), errors.New("unset or out of range")}
	}
	y, m, day := d.Civil()
	return fmt.Appendf(b, "%04d-%02d-%02d", y, int(m), day), nil
}

// MarshalText writes yyyy-mm-dd; an unset or out-of-range date is an error.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText is ParseDate; on error d keeps its value.
func (d *Date) UnmarshalText(text []byte) error {
	v, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Vietnam returns the zone Asia/Ho_Chi_Minh, in which the law counts days. On a
// system without zone data it is a fixed zone of that name at +07:00, which
// differs only before 13 June 1975.
func Vietnam() *time.Location { return vietnam() }

var vietnam = sync.OnceValue(func() *time.Location { return loadVietnam(time.LoadLocation) })

func loadVietnam(load func(name string) (*time.Location, error)) *time.Location {
	const name = "Asia/Ho_Chi_Minh"
	if loc, err := load(name); err == nil {
		return loc
	}
	return time.FixedZone(name, 7*60*60)
}
