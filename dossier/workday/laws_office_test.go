package workday_test

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// lawful holds a law to drawn offices and moments; a law whose moments lie beyond
// the calendar says nothing.
type lawful struct {
	*naiveDrawing
	world  naiveWorld
	beyond bool
}

func laws(t *testing.T, g naiveDrawing, law func(*lawful)) {
	rapid.Check(t, func(t *rapid.T) {
		g := g
		g.t = t
		l := &lawful{naiveDrawing: &g}
		l.world = l.naiveDrawing.world()
		for range 5 {
			l.beyond = false
			law(l)
		}
	})
}

// instant draws a moment to the nanosecond, often a minute or an edge.
func (l *lawful) instant() time.Time {
	o := l.world.naive
	at := min(max(l.minute(o), 0), o.end()-1)
	return o.time(at).Add(l.length(time.Minute, "nanoseconds") - 1)
}

// length draws a time above zero.
func (l *lawful) length(most time.Duration, what string) time.Duration {
	if l.chance(50, what+" in minutes") && most > time.Minute {
		return time.Minute * time.Duration(1+l.roll(int(most/time.Minute), what))
	}
	return time.Duration(rapid.Int64Range(1, int64(most)).Draw(l.t, what))
}

// is unwraps a result and holds its zone; a horizon error ends the law.
func (l *lawful) is(t time.Time, err error) time.Time {
	l.t.Helper()
	if err != nil {
		l.beyond = true
		return time.Time{}
	}
	if t.Location() != motcua.Vietnam() {
		l.t.Fatalf("%v is not in Vietnam's zone", t)
	}
	return t
}

func (l *lawful) add(t time.Time, d time.Duration) time.Time {
	return l.is(l.world.office.Add(t, d))
}

func (l *lawful) between(a, b time.Time) time.Duration {
	d, err := l.world.office.Between(a, b)
	l.beyond = l.beyond || err != nil
	return d
}

func (l *lawful) same(what string, got, want time.Time) {
	l.t.Helper()
	if !l.beyond && !got.Equal(want) {
		l.t.Fatalf("%s: %v, want %v", what, got, want)
	}
}

func (l *lawful) lasts(what string, got, want time.Duration) {
	l.t.Helper()
	if !l.beyond && got != want {
		l.t.Fatalf("%s: %v, want %v", what, got, want)
	}
}

// What is added can be subtracted from moments of office time, and what is
// subtracted can be added to moments up to which there is office time, closings
// among them.
func TestAddAndSubtract(t *testing.T) {
	laws(t, naiveDrawing{steep: true}, func(l *lawful) {
		d := l.length(100*time.Hour, "time")
		open := l.is(l.world.office.NextOpening(l.instant()))
		l.same("added and subtracted", l.add(l.add(open, d), -d), open)
		l.beyond = false
		closing := l.is(l.world.office.NextClosing(l.instant()))
		l.same("subtracted from a closing and added", l.add(l.add(closing, -d), d), closing)
		l.beyond = false
		spent := l.add(l.instant(), l.length(20*time.Hour, "until"))
		l.same("subtracted and added", l.add(l.add(spent, -d), d), spent)
	})
}

// What is added lies between, and parts of it add up, from whatever moment.
func TestAddInParts(t *testing.T) {
	laws(t, naiveDrawing{steep: true}, func(l *lawful) {
		at, a, b := l.instant(), l.length(50*time.Hour, "first"), l.length(50*time.Hour, "second")
		if l.chance(50, "back") {
			a, b = -a, -b
		}
		sum := l.add(at, a+b)
		l.lasts("between", l.between(at, sum), a+b)
		l.same("in two parts", l.add(l.add(at, a), b), sum)
		l.same("nothing", l.add(at, 0), at)
	})
}

// Office time between moments adds up over any third, and changes its sign.
func TestBetween(t *testing.T) {
	laws(t, naiveDrawing{steep: true}, func(l *lawful) {
		a, b, c := l.instant(), l.instant(), l.instant()
		l.lasts("over a third", l.between(a, b)+l.between(b, c), l.between(a, c))
		l.lasts("turned round", l.between(b, a), -l.between(a, b))
		l.lasts("nowhere", l.between(a, a), 0)
		if d := l.between(a, b); b.After(a) && (d < 0 || d > b.Sub(a)) {
			l.t.Fatalf("%v of office time between %v and %v", d, a, b)
		}
	})
}

// From a closing to the next opening, and from any moment that is not office time,
// no office time passes.
func TestNights(t *testing.T) {
	laws(t, naiveDrawing{steep: true}, func(l *lawful) {
		at := l.instant()
		opening := l.is(l.world.office.NextOpening(at))
		l.lasts("until the next opening", l.between(at, opening), 0)
		l.same("the opening of an opening", l.is(l.world.office.NextOpening(opening)), opening)
		if kind, err := l.world.office.OpenAt(at); !l.beyond && (err != nil || (kind == workday.OfficeHours) != opening.Equal(at)) {
			l.t.Fatalf("%v is %v, %v, and the next opening is %v", at, kind, err, opening)
		}
		closing := l.is(l.world.office.NextClosing(at))
		l.lasts("until closing", l.between(opening, closing), closing.Sub(opening))
	})
}

// Working days add up, come back from working days, and are counted.
func TestAddWorkingDaysInParts(t *testing.T) {
	laws(t, naiveDrawing{}, func(l *lawful) {
		o, at := l.world.office, l.instant()
		a, b := 1+l.roll(40, "first"), 1+l.roll(40, "second")
		sum := l.is(o.AddWorkingDays(at, a+b))
		part := l.is(o.AddWorkingDays(at, a))
		l.same("in two parts", l.is(o.AddWorkingDays(part, b)), sum)
		l.same("and back", l.is(o.AddWorkingDays(sum, -b)), part)
		if l.beyond {
			return
		}
		from, to := motcua.DateOf(at.In(motcua.Vietnam())), motcua.DateOf(sum)
		if n, err := o.Calendar().WorkingDays(from+1, to+1); n != a+b || err != nil {
			l.t.Fatalf("%d working days, %v, after %v up to %v, want %d", n, err, from, to, a+b)
		}
		if d, err := o.Calendar().AddWorkingDays(from, a+b); d != to || err != nil {
			l.t.Fatalf("%v, %v, want %v", d, err, to)
		}
	})
}
