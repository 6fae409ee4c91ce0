package workday_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// naiveDrawing makes calendars and hours that are valid by construction.
type naiveDrawing struct {
	t     *rapid.T
	steep bool // hours that leave gaps, or only a minute or two
	plain bool // every week the same, but for days off: no Saturdays, no days with hours of their own, one row of hours
}

func (g *naiveDrawing) roll(n int, what string) int { return rapid.IntRange(0, n-1).Draw(g.t, what) }

func (g *naiveDrawing) chance(percent int, what string) bool { return g.roll(100, what) < percent }

func naivePick[T any](g *naiveDrawing, what string, from ...T) T {
	return from[g.roll(len(from), what)]
}

// naiveWorld is the same office twice.
type naiveWorld struct {
	naive  *naiveOffice
	office *workday.Office
}

func (g *naiveDrawing) world() naiveWorld {
	first := motcua.MustDate("1976-01-01").AddDays(g.roll(121*365, "first"))
	if g.chance(10, "earliest") {
		first = motcua.MustDate("1976-01-01")
	}
	horizon := motcua.Validity{From: first, To: first.AddDays(700 + g.roll(400, "long"))}
	rules := g.rules(horizon)
	calendar, faults := workday.Compile(rules)
	if err := faults.Err(); err != nil {
		g.t.Fatalf("drawn, and refused: %v", err)
	}
	days := naiveWeeks(horizon)
	days.lay(rules)
	if g.chance(30, "overlay") {
		own := g.rules(horizon)
		own.Horizon = motcua.Validity{}
		if calendar, faults = calendar.With(own); faults.Err() != nil {
			g.t.Fatalf("drawn, and refused: %v", faults)
		}
		days.lay(own)
	}
	w := naiveWorld{naive: &naiveOffice{days, g.hours(horizon)}}
	if w.office, faults = calendar.Office(w.naive.hours); faults.Err() != nil {
		g.t.Fatalf("drawn, and refused: %v", faults)
	}
	return w
}

func naiveTitle(s string) motcua.Text { return motcua.Text{Vi: s, En: s} }

func (g *naiveDrawing) rules(v motcua.Validity) workday.Rules {
	r := workday.Rules{ID: "drawn", Title: naiveTitle("drawn"), Horizon: v}
	for i := range g.roll(7, "holidays") {
		r.Holidays = append(r.Holidays, g.holiday(v, i))
	}
	for range g.roll(3, "lieus") {
		r.InLieu = append(r.InLieu, workday.InLieu{Validity: g.validity(v)})
	}
	taken := map[motcua.Date]bool{}
	for range g.roll(6, "swaps") {
		s := workday.Swap{Off: g.day(v), Work: g.day(v)}
		for naiveRest(s.Off) {
			s.Off--
		}
		for !naiveRest(s.Work) {
			s.Work--
		}
		if s.Off >= v.From && s.Work >= v.From && !taken[s.Off] && !taken[s.Work] {
			taken[s.Off], taken[s.Work] = true, true
			r.Swaps = append(r.Swaps, s)
		}
	}
	slices.SortFunc(r.Swaps, func(a, b workday.Swap) int { return int(a.Off - b.Off) })
	r.Days = g.specials(v, taken)
	return r
}

func (g *naiveDrawing) holiday(v motcua.Validity, i int) workday.Holiday {
	longest := []int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	h := workday.Holiday{ID: fmt.Sprint("h", i), Title: naiveTitle("holiday"), Month: 1 + g.roll(12, "month"), Days: g.roll(6, "days")}
	h.Day = 1 + g.roll(longest[h.Month-1], "day")
	if g.chance(20, "last of the month") {
		h.Day = longest[h.Month-1]
	}
	if g.chance(30, "shifted") {
		h.Shift = g.roll(9, "shift") - 4
	}
	if g.chance(30, "shifted on") {
		h.ShiftOn = map[string]int64{"monday": 1, "saturday": int64(g.roll(7, "saturday") - 3), "sunday": int64(g.roll(7, "sunday") - 3)}
	}
	if g.chance(30, "valid") {
		h.Validity = g.validity(v)
	}
	return h
}

// specials draws single days and stretches that no other row speaks of.
func (g *naiveDrawing) specials(v motcua.Validity, taken map[motcua.Date]bool) []workday.Special {
	var rows []workday.Special
	for range g.roll(8, "specials") {
		s := workday.Special{Date: g.day(v), Days: g.roll(4, "special days"), Off: g.chance(40, "off"), Title: naiveTitle("special")}
		if !s.Off && g.chance(60, "half") {
			s.Sessions = g.sessions("half")
		}
		free := !g.plain || s.Off
		for i := range max(s.Days, 1) {
			free = free && s.Date.AddDays(i) < v.To && !taken[s.Date.AddDays(i)]
		}
		if !free {
			continue
		}
		for i := range max(s.Days, 1) {
			taken[s.Date.AddDays(i)] = true
		}
		rows = append(rows, s)
	}
	slices.SortFunc(rows, func(a, b workday.Special) int { return int(a.Date - b.Date) })
	return rows
}

func (g *naiveDrawing) day(v motcua.Validity) motcua.Date {
	return v.From.AddDays(g.roll(int(v.To-v.From), "day"))
}

// validity draws a time that begins or ends somewhere in v, or does neither.
func (g *naiveDrawing) validity(v motcua.Validity) motcua.Validity {
	switch d := g.day(v); g.roll(3, "validity") {
	case 0:
		return motcua.Validity{From: d}
	case 1:
		return motcua.Validity{To: d}
	}
	return motcua.Validity{}
}

func (g *naiveDrawing) hours(v motcua.Validity) workday.Hours {
	h := workday.Hours{Rows: []workday.HoursRow{g.hoursRow()}}
	if g.plain || g.chance(50, "one row") {
		return h
	}
	h.Rows[0].Validity.To = g.day(v)
	second := g.hoursRow()
	second.Validity.From = h.Rows[0].Validity.To
	if g.steep {
		second.Validity.From += motcua.Date(g.roll(20, "gap"))
	}
	h.Rows = append(h.Rows, second)
	return h
}

func (g *naiveDrawing) hoursRow() workday.HoursRow {
	row := workday.HoursRow{Weekdays: g.sessions("weekdays")}
	if !g.plain && g.chance(50, "saturdays") {
		row.Saturday = g.sessions("saturday")
	}
	for range g.roll(3, "services") {
		row.Service = append(row.Service, workday.Service{Day: workday.Weekday(1 + g.roll(7, "service day")), Session: g.sessions("service")[0]})
	}
	return row
}

// sessions draws those of a day: as offices have them, or at the edges of what
// can be written.
func (g *naiveDrawing) sessions(what string) []workday.Session {
	texts := []string{"07:30-11:30,13:30-17:00", "07:30-11:30,13:30-17:00", "07:00-11:30,13:30-17:00", "08:00-12:00,13:00-17:00", "07:30-11:30", "08:00-20:30", "08:00-12:00,12:00-16:00", "13:00-24:00", "00:00-06:00,06:30-09:15,20:00-24:00"}
	if g.steep {
		texts = append(texts, "00:00-24:00", "00:00-00:01,23:59-24:00", "23:59-24:00", "10:07-10:09,10:10-10:11")
	}
	s, faults := workday.ParseSessions(naivePick(g, what, texts...))
	if faults != nil {
		g.t.Fatal(faults)
	}
	return s
}

// minute draws a moment, most of all on the edges of sessions; at times one
// beyond all days.
func (g *naiveDrawing) minute(o *naiveOffice) int {
	day := g.roll(len(o.days), "day")
	if g.chance(3, "beyond") {
		return naivePick(g, "beyond", -1, -naiveDayLong, o.end(), o.end()+1)
	}
	if g.chance(30, "edge") {
		if s := o.sessions(o.first.AddDays(day)); len(s) > 0 {
			at := s[g.roll(len(s), "session")]
			return min(day*naiveDayLong+naivePick(g, "edge", int(at.From), int(at.From)-1, int(at.To), int(at.To)-1, int(at.To)+1), o.end()-1)
		}
	}
	return day*naiveDayLong + naivePick(g, "clock", g.roll(naiveDayLong, "minute"), 450+g.roll(600, "by day"), 0)
}

// instant writes a minute in some zone: results must not depend on it.
func (g *naiveDrawing) instant(o *naiveOffice, minute int) time.Time {
	return o.time(minute).In(naivePick(g, "zone", time.UTC, motcua.Vietnam(), time.FixedZone("far", -11*60*60)))
}
