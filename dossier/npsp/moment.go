package npsp

import (
	"errors"
	"time"

	"github.com/motcua/motcua"
)

// ParseMoment reads yyyyMMddHHmmss in the years 1 to 9999; "" is the absent moment.
// A moment that does not exist, such as 30 February or 24 o'clock, is a
// *motcua.ParseError.
func ParseMoment(s string) (Moment, error) {
	if s == "" {
		return 0, nil
	}
	if m, ok := momentOf(s); ok {
		return m, nil
	}
	return 0, &motcua.ParseError{Kind: "moment", Input: s, Err: errMoment}
}

var errMoment = errors.New("want a time that exists, as yyyyMMddHHmmss")

// momentOf reads fourteen digits of a moment that exists.
func momentOf[S ~string | ~[]byte](s S) (Moment, bool) {
	if len(s) != 14 {
		return 0, false
	}
	n := Moment(0)
	for i := range 14 {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + Moment(c)
	}
	return n, n.exists()
}

// exists reports whether the digits are a moment; the absent one is none.
func (m Moment) exists() bool {
	if m < 0 {
		return false
	}
	clock, day := uint64(m)%1e6, uint64(m)/1e6
	year, month := day/1e4, day/100%100
	return clock < 24e4 && clock/100%100 < 60 && clock%100 < 60 && year >= 1 && year <= 9999 &&
		month >= 1 && month <= 12 && day%100 >= 1 && day%100 <= monthDays(year, month)
}

// monthDays returns the length of a month from 1 to 12.
func monthDays(year, month uint64) uint64 {
	if month != 2 {
		return 30 + (month+month>>3)&1
	}
	if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return 28
}

// MomentOf returns the moment of t in Vietnam, cut to the second below. The zero
// time and times outside the years 1 to 9999 give the absent moment.
func MomentOf(t time.Time) Moment {
	if t.IsZero() {
		return 0
	}
	if sec := t.Unix(); sec >= zoneSettled && sec <= lastSecond {
		days, clock := (sec+zoneOffset)/86400, (sec+zoneOffset)%86400
		year, month, day := (epoch + motcua.Date(days)).Civil()
		return digitsOf(year, int(month), day, int(clock/3600), int(clock/60%60), int(clock%60))
	}
	t = t.In(motcua.Vietnam())
	if y := t.Year(); y < 1 || y > 9999 {
		return 0
	}
	return digitsOf(t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second())
}

func digitsOf(year, month, day, hour, minute, second int) Moment {
	return Moment((((year*100+month)*100+day)*100+hour)*10000 + minute*100 + second)
}

const (
	epoch       motcua.Date = 719163         // 1970-01-01
	zoneOffset              = 7 * 3600       // of Vietnam since 13 June 1975, when its clocks were last changed
	zoneSettled             = 171910800      // the day after, 00:00 in Vietnam,
	zoneDay     Moment      = 19750614000000 // from where on arithmetic is enough
	lastSecond              = 253402275599   // 9999-12-31 23:59:59 in Vietnam
)

// IsZero reports whether m is absent.
func (m Moment) IsZero() bool { return m == 0 }

// Date returns the day; unset when m is absent or does not exist.
func (m Moment) Date() motcua.Date {
	if !m.exists() {
		return 0
	}
	return m.date()
}

// date counts the days of a moment that exists.
func (m Moment) date() motcua.Date {
	day := int64(m) / 1e6
	y, month, d := day/1e4, day/100%100, day%100
	if month < 3 { // a year that begins in March has its leap day last
		y, month = y-1, month+12
	}
	return motcua.Date(365*y + y/4 - y/100 + y/400 + (153*(month-3)+2)/5 + d - 306)
}

// Unix returns the seconds since 1970 in UTC; 0 when m is absent or does not exist.
// Where the clocks of Vietnam were put back or forward, as last in 1975, it is the
// second that [time.Date] chooses.
func (m Moment) Unix() int64 {
	if m >= zoneDay && m.exists() {
		clock := int64(m) % 1e6
		return int64(m.date()-epoch)*86400 - zoneOffset + clock/1e4*3600 + clock/100%100*60 + clock%100
	}
	if !m.exists() {
		return 0
	}
	return m.civil().Unix()
}

// civil asks the zone.
func (m Moment) civil() time.Time {
	day, clock := int(m/1e6), int(m%1e6)
	return time.Date(day/1e4, time.Month(day/100%100), day%100, clock/1e4, clock/100%100, clock%100, 0, motcua.Vietnam())
}

// Time returns the time in Vietnam; the zero time when m is absent or does not
// exist.
func (m Moment) Time() time.Time {
	if !m.exists() {
		return time.Time{}
	}
	if m >= zoneDay {
		return time.Unix(m.Unix(), 0).In(motcua.Vietnam())
	}
	return m.civil()
}

// String writes yyyyMMddHHmmss, as messages do; "" when m is absent or does not
// exist.
func (m Moment) String() string {
	if !m.exists() {
		return ""
	}
	return string(m.AppendDigits(nil))
}

// AppendDigits appends what String returns.
func (m Moment) AppendDigits(b []byte) []byte {
	if !m.exists() {
		return b
	}
	var digits [14]byte
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = byte('0' + m%10)
		m /= 10
	}
	return append(b, digits[:]...)
}
