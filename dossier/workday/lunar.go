package workday

import (
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
)

// Lunar is a day of the Vietnamese lunar calendar (âm lịch): year by the number of
// the civil year in which it begins, month 1..12, day 1..30. Leap marks the
// additional month (tháng nhuận) that follows the month of the same number.
//
// A month begins on the day of the new moon; month 11 holds the winter solstice;
// where 13 months begin from one month 11 to the next, the first without a major
// solar term is the leap month. Days are those of UTC+7, the official time since
// Decision 121/CP of 8 August 1967 (art. 1; now Decision 134/2002/QĐ-TTg). China
// counts days at UTC+8, so its calendar is wrong for Vietnam in some years, 1985,
// 2007 and 2030 among them. Days before 1968 are computed by the same rule, whatever
// the calendars printed then said.
type Lunar struct {
	Year, Month, Day int  // as in a civil date
	Leap             bool // of the additional month
}

// The civil years LunarOf and Lunar.Date answer for: beyond them the rotation
// of the Earth is not known well enough and the series lose precision.
const firstLunar, lastLunar = 1900, 2199

var errLunarRange = fmt.Errorf("outside the civil years %d to %d", firstLunar, lastLunar)

// LunarOf returns the lunar day of a civil day. A day outside the years 1900 to
// 2199, or unset, is a *motcua.ParseError.
func LunarOf(d motcua.Date) (Lunar, error) {
	year, _, _ := d.Civil()
	if year < firstLunar || year > lastLunar {
		return Lunar{}, &motcua.ParseError{Kind: "date", Input: d.String(), Err: errLunarRange}
	}
	moon, start := moonBefore(d)
	s := solarYearFrom(year)
	if moon < s.first {
		s = solarYearFrom(year - 1)
	}
	l := s.month(moon - s.first)
	l.Day = int(d-start) + 1
	return l, nil
}

// Date returns the civil day of l, the reverse of LunarOf. A month or day that does
// not exist, such as day 30 of a month of 29 days or the leap month of a year that has
// another or none, or one outside the civil years 1900 to 2199, is a *motcua.ParseError.
func (l Lunar) Date() (motcua.Date, error) {
	d, err := l.date()
	if err != nil {
		return 0, &motcua.ParseError{Kind: "lunar date", Input: l.String(), Err: err}
	}
	return d, nil
}

func (l Lunar) date() (motcua.Date, error) {
	switch {
	case l.Year < firstLunar-1 || l.Year > lastLunar:
		return 0, errLunarRange
	case l.Month < 1 || l.Month > 12:
		return 0, fmt.Errorf("month %d is not in 1..12", l.Month)
	case l.Day < 1:
		return 0, fmt.Errorf("day %d is not in 1..30", l.Day)
	}
	s, place := solarYearOf(l)
	if s.month(place) != (Lunar{Year: l.Year, Month: l.Month, Leap: l.Leap}) {
		return 0, errors.New("no such leap month in that year")
	}
	start := newMoon(s.first + place)
	if length := int(newMoon(s.first+place+1) - start); l.Day > length {
		return 0, fmt.Errorf("the month has %d days", length)
	}
	d := start.AddDays(l.Day - 1)
	if year, _, _ := d.Civil(); year < firstLunar || year > lastLunar {
		return 0, errLunarRange
	}
	return d, nil
}

// String returns day/month/year without leading zeros, as in 10/3/2030; the number
// of a leap month is followed by a plus, as in 1/2+/2023.
func (l Lunar) String() string {
	mark := ""
	if l.Leap {
		mark = "+"
	}
	return fmt.Sprintf("%d/%d%s/%d", l.Day, l.Month, mark, l.Year)
}

// solarYear is the run of months from one month 11 up to the next (tuế), the span
// in which leap months are placed.
type solarYear struct {
	year  int // lunar year of its month 11
	first int // number of the new moon that begins month 11
	leap  int // place of the leap month, counted from month 11 as 0; 0 if there is none
}

// solarYearFrom returns the run that begins at the end of a civil year.
func solarYearFrom(year int) solarYear {
	s := solarYear{year: year, first: solsticeMoon(year)}
	if solsticeMoon(year+1)-s.first < 13 {
		return s
	}
	before := sunSector(newMoon(s.first + 1))
	for place := 1; ; place++ {
		after := sunSector(newMoon(s.first + place + 1))
		if after == before { // 13 months share 12 terms, so this is met
			s.leap = place
			return s
		}
		before = after
	}
}

// solarYearOf returns the run that has the month of l, and its place if it exists.
func solarYearOf(l Lunar) (s solarYear, place int) {
	if l.Month >= 11 {
		s, place = solarYearFrom(l.Year), l.Month-11
	} else {
		s, place = solarYearFrom(l.Year-1), l.Month+1
	}
	if l.Leap || s.leap > 0 && place >= s.leap {
		place++
	}
	return s, place
}

// month returns year, month and leap mark of the month at a place.
func (s solarYear) month(place int) Lunar {
	leap := s.leap > 0 && place == s.leap
	if s.leap > 0 && place >= s.leap {
		place--
	}
	if place < 2 {
		return Lunar{Year: s.year, Month: 11 + place, Leap: leap}
	}
	return Lunar{Year: s.year + 1, Month: place - 1, Leap: leap}
}

// solsticeMoon returns the number of the new moon that begins the month with the
// winter solstice of a civil year.
func solsticeMoon(year int) int {
	end, _ := motcua.NewDate(year, time.December, 31) // the years asked for are valid
	moon, start := moonBefore(end)
	if sunSector(start) >= 9 { // the solstice was before this month
		moon--
	}
	return moon
}

// moonBefore returns the number and the day of the last new moon on or before d.
func moonBefore(d motcua.Date) (moon int, start motcua.Date) {
	const first, mean = 693596, 29.530588       // 1900-01-01, days from one new moon to the next
	moon = int((float64(d-first) + 1.2) / mean) // never too low: moons stray by 0.7 days
	for start = newMoon(moon); start > d; start = newMoon(moon) {
		moon--
	}
	return moon, start
}
