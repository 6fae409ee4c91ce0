package workday

import (
	"math"

	"github.com/motcua/motcua"
)

// Sun and moon, as far as a calendar needs them. The series are those of J. Meeus,
// Astronomical Formulae for Calculators, ch. 32 (new moon), and Astronomical
// Algorithms, ch. 25 (sun), which Hồ Ngọc Đức chose for the Vietnamese calendar.
// From 1900 to 2199 new moons are right to three minutes, the sun to a quarter of an
// hour. The new moons about 2072-12-10, 2077-11-16 and 2085-10-18 are within a minute
// of midnight: better series, or the Earth's actual rotation, may move them a day.
// No other day from 1968 on is so close. Angles are in degrees, times in days.

// civilZero is the Julian date, universal time, of midnight at UTC+7 before
// motcua.Date 0.
const civilZero = 1721424.5 - 7.0/24

// moonTerms are the periodic terms that take a mean new moon to the true one:
// size·sin(sun·M + moon·M' + node·F). The first changes slowly, see newMoon.
var moonTerms = [...]struct{ size, sun, moon, node float64 }{
	{0.1734, 1, 0, 0},
	{0.0021, 2, 0, 0},
	{-0.4068, 0, 1, 0},
	{0.0161, 0, 2, 0},
	{-0.0004, 0, 3, 0},
	{0.0104, 0, 0, 2},
	{-0.0051, 1, 1, 0},
	{-0.0074, 1, -1, 0},
	{0.0004, 1, 0, 2},
	{-0.0004, -1, 0, 2},
	{-0.0006, 0, 1, 2},
	{0.0010, 0, -1, 2},
	{0.0005, 1, 2, 0},
}

// newMoon returns the civil day at UTC+7 of the k-th new moon (sóc) after that of
// 1 January 1900, which is the 0th.
func newMoon(k int) motcua.Date {
	n := float64(k)
	t := n / 1236.85 // centuries
	sun := 359.2242 + n*29.10535608 + t*t*(-0.0000333-t*0.00000347)
	moon := 306.0253 + n*385.81691806 + t*t*(0.0107306+t*0.00001236)
	node := 21.2964 + n*390.67050646 + t*t*(-0.0016528-t*0.00000239)
	at := 2415020.75933 + n*29.53058868 + t*t*(0.0001178-t*0.000000155) +
		0.00033*sin(166.56+t*(132.87-t*0.009173))
	at -= 0.000393 * t * sin(sun)
	for _, m := range moonTerms {
		at += m.size * sin(m.sun*sun+m.moon*moon+m.node*node)
	}
	clock := -0.000278 + t*(0.000265+t*0.000262) // dynamical less universal time
	return motcua.Date(math.Floor(at - clock - civilZero))
}

// sunSector returns in which twelfth of its path the sun stands at midnight, UTC+7,
// before d: 0 from the March equinox (xuân phân), 9 from the winter solstice (đông
// chí). A major solar term (trung khí) is the passage from one to the next.
func sunSector(d motcua.Date) int {
	t := (float64(d) + civilZero - 2451545) / 36525 // centuries from 2000
	m := 357.52910 + t*(35999.05030-t*(0.0001559+t*0.00000048))
	mean := 280.46645 + t*(36000.76983+t*0.0003032)
	centre := (1.914600-t*(0.004817+t*0.000014))*sin(m) +
		(0.019993-t*0.000101)*sin(2*m) + 0.000290*sin(3*m)
	seen := 0.00569 + 0.00478*sin(125.04-1934.136*t) // aberration and nutation
	turn := (mean + centre - seen) / 360
	return int(12 * (turn - math.Floor(turn)))
}

func sin(degrees float64) float64 { return math.Sin(degrees * (math.Pi / 180)) }
