package workday_test

import (
	"math/big"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// limit draws a limit whose amounts are whole minutes, its terms in any order.
func (g *naiveDrawing) limit() workday.Limit {
	var l workday.Limit
	if g.chance(15, "within the day") {
		l.Terms = []workday.Term{{Unit: workday.WithinDay}}
	} else {
		l.Terms = g.terms()
	}
	if g.chance(40, "cut-off") {
		l.CutOff = &workday.CutOff{At: workday.Clock(naivePick(g, "at", 15*60, 16*60, 10*60, 450, 1440, g.roll(naiveDayLong, "at any time"))), Effect: workday.StartNextDay}
		if l.Terms[0].Unit == workday.WithinDay && g.chance(60, "due next day") {
			l.CutOff.Effect = workday.DueNextDay
		}
	}
	if faults := l.Check(); faults.Err() != nil {
		g.t.Fatalf("drawn, and refused: %v", faults)
	}
	return l
}

func (g *naiveDrawing) terms() []workday.Term {
	var terms []workday.Term
	units := naiveShuffle(g, []workday.Unit{workday.Months, workday.CalendarDays, workday.WorkingDays, workday.OfficeTime, workday.ClockTime})
	for _, u := range units[:naivePick(g, "terms", 1, 1, 1, 2, 2, 3, 5)] {
		terms = append(terms, workday.Term{Amount: g.amount(u), Unit: u})
	}
	return terms
}

func naiveShuffle[T any](g *naiveDrawing, list []T) []T {
	for i := len(list) - 1; i > 0; i-- {
		j := g.roll(i+1, "place")
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// amount draws whole numbers and, of what may be divided, twentieths.
func (g *naiveDrawing) amount(u workday.Unit) motcua.Decimal {
	most := map[workday.Unit]int{workday.Months: 8, workday.CalendarDays: 60, workday.WorkingDays: 40, workday.OfficeTime: 90, workday.ClockTime: 500}[u]
	n := 100 * (1 + g.roll(naivePick(g, "most", 2, most), "amount"))
	if u >= workday.WorkingDays && g.chance(40, "fraction") {
		n += 5*(1+g.roll(19, "twentieths")) - naivePick(g, "less than one", 0, n)
	}
	d, err := motcua.NewDecimal(int64(n), 2)
	if err != nil {
		g.t.Fatal(err)
	}
	return d
}

// profile draws one that is shipped, or any.
func (g *naiveDrawing) profile() *workday.Profile {
	ps := workday.StandardProfiles().Profiles
	if i := g.roll(len(ps)+2, "profile"); i < len(ps) {
		return &ps[i]
	}
	p := &workday.Profile{ID: "drawn", HoursOfDay: 1 + g.roll(12, "hours of a day"), HoursAsDays: g.chance(30, "hours as days"), StartInOffice: g.chance(50, "start in office"), RollKeepsClock: g.chance(50, "roll keeps clock")}
	for u := workday.Months; u <= workday.WithinDay; u++ {
		if g.chance(30, "end of day") {
			p.EndOfDay = append(p.EndOfDay, u)
		}
	}
	return p
}

// naiveLeg is one term to be counted, in days or minutes, and the pauses in it.
type naiveLeg struct {
	unit   workday.Unit
	whole  int // months, days
	rest   int // minutes of the clock or the office
	paused int // minutes, of the clock or the office
}

func (l *naiveLeg) wall() bool {
	return l.unit == workday.Months || l.unit == workday.CalendarDays || l.unit == workday.ClockTime
}

// naiveLegs writes terms as legs in the order in which they are counted. Where a
// profile makes days of hours, those days are counted with the working days.
func naiveLegs(p *workday.Profile, terms []workday.Term) []naiveLeg {
	var legs []naiveLeg
	terms = slices.SortedFunc(slices.Values(terms), func(a, b workday.Term) int { return int(a.Unit) - int(b.Unit) })
	for _, t := range terms {
		leg := naiveLeg{unit: t.Unit}
		switch day := p.HoursOfDay * 60; t.Unit {
		case workday.Months, workday.CalendarDays:
			leg.whole = naiveTimes(t.Amount, 1)
		case workday.WorkingDays:
			all := naiveTimes(t.Amount, day)
			leg.whole, leg.rest = all/day, all%day
		case workday.ClockTime:
			leg.rest = naiveTimes(t.Amount, 60)
		case workday.OfficeTime:
			leg.rest = naiveTimes(t.Amount, 60)
			if p.HoursAsDays && leg.rest >= day {
				if n := len(legs); n == 0 || legs[n-1].unit != workday.WorkingDays {
					legs = append(legs, naiveLeg{unit: workday.WorkingDays})
				}
				legs[len(legs)-1].whole += leg.rest / day
				if leg.rest %= day; leg.rest == 0 {
					continue
				}
			}
		}
		legs = append(legs, leg)
	}
	return legs
}

// naiveTimes is the amount times n, which is a whole number.
func naiveTimes(d motcua.Decimal, n int) int {
	r := new(big.Rat).Mul(d.Rat(), big.NewRat(int64(n), 1))
	return int(r.Num().Int64() / r.Denom().Int64())
}
