package workday_test

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// naiveDay is what a day is once all rows that speak of it were read, one after
// the other.
type naiveDay struct {
	work    bool
	holiday bool              // off by the law, whatever day of the week
	said    bool              // some row, and not the week, made it what it is
	own     []workday.Session // sessions of its own
	swapped motcua.Date       // the other side of a swap
}

// naiveDays is one day after the other, from the first on.
type naiveDays struct {
	first motcua.Date
	days  []naiveDay
	lieu  []workday.InLieu
}

func naiveRest(d motcua.Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}

// naiveWeeks is a stretch of days that no row speaks of.
func naiveWeeks(v motcua.Validity) *naiveDays {
	n := &naiveDays{first: v.From}
	for d := v.From; d < v.To; d = d.AddDays(1) {
		n.days = append(n.days, naiveDay{work: !naiveRest(d)})
	}
	return n
}

// at is a day; one beyond the stretch is nobody's.
func (n *naiveDays) at(d motcua.Date) *naiveDay {
	if i := int(d - n.first); i >= 0 && i < len(n.days) {
		return &n.days[i]
	}
	return &naiveDay{}
}

func (n *naiveDays) has(d motcua.Date) bool {
	return d >= n.first && d < n.first+motcua.Date(len(n.days))
}

// lay reads rows over the days: holidays, days in lieu, swaps, single days.
func (n *naiveDays) lay(r workday.Rules) {
	n.lieu = append(n.lieu, r.InLieu...)
	var missed []motcua.Date
	off := n.holidays(r.Holidays)
	for i := range n.days {
		d := n.first.AddDays(i)
		if n.days[i].holiday || !off[d] {
			continue
		}
		if !n.days[i].work {
			missed = append(missed, d)
		}
		n.days[i] = naiveDay{holiday: true, said: true}
	}
	for _, d := range missed {
		n.inLieu(d)
	}
	for _, s := range r.Swaps {
		n.unswap(s.Off, s.Work)
		n.unswap(s.Work, s.Off)
		if n.at(s.Off).work {
			*n.at(s.Off) = naiveDay{said: true, swapped: s.Work}
		}
		if !n.at(s.Work).work {
			*n.at(s.Work) = naiveDay{work: true, said: true, swapped: s.Off}
		}
	}
	for _, s := range r.Days {
		for i := range max(s.Days, 1) {
			*n.at(s.Date.AddDays(i)) = naiveDay{work: !s.Off, said: true, own: s.Sessions}
		}
	}
}

// unswap takes an earlier swap of a day back where it is swapped with another now.
func (n *naiveDays) unswap(d, with motcua.Date) {
	other := n.at(d).swapped
	if other == 0 || other == with {
		return
	}
	if n.at(other).swapped == d {
		*n.at(other) = naiveDay{work: !naiveRest(other)}
	}
	*n.at(d) = naiveDay{work: !naiveRest(d)}
}

func (n *naiveDays) inLieu(d motcua.Date) {
	for _, row := range n.lieu {
		if !row.Validity.Contains(d) {
			continue
		}
		for d = d.AddDays(1); n.has(d) && !n.at(d).work; d = d.AddDays(1) {
		}
		*n.at(d) = naiveDay{said: true}
		return
	}
}

// holidays walks over all days, and some before and after them, and collects the
// days off that those that are a holiday give.
func (n *naiveDays) holidays(rows []workday.Holiday) map[motcua.Date]bool {
	off := map[motcua.Date]bool{}
	lunar := slices.ContainsFunc(rows, func(h workday.Holiday) bool { return h.Lunar })
	for own := n.first - 100; own < n.first+motcua.Date(len(n.days))+100; own++ {
		var moon workday.Lunar
		if lunar {
			moon, _ = workday.LunarOf(own)
		}
		for _, h := range rows {
			if !h.Validity.Contains(own) || !naiveSameDay(h, own, moon) {
				continue
			}
			shift := h.Shift + int(h.ShiftOn[workday.Weekday((own.Weekday()+6)%7+1).String()])
			for i := range max(h.Days, 1) {
				off[own.AddDays(shift+i)] = true
			}
		}
	}
	return off
}

func naiveSameDay(h workday.Holiday, d motcua.Date, moon workday.Lunar) bool {
	if h.Lunar {
		return !moon.Leap && moon.Month == h.Month && moon.Day == h.Day
	}
	_, month, day := d.Civil()
	return int(month) == h.Month && day == h.Day
}
