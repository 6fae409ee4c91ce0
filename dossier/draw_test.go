package dossier_test

import (
	"slices"
	"sync"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// drawing makes terms and histories.
type drawing struct {
	t     *rapid.T
	plain bool // one unit, the default profile, no cut-off: what the naive fold knows
}

func (g *drawing) roll(n int, what string) int { return rapid.IntRange(0, n-1).Draw(g.t, what) }

func (g *drawing) chance(percent int, what string) bool { return g.roll(100, what) < percent }

func pickOf[T any](g *drawing, what string, from ...T) T { return from[g.roll(len(from), what)] }

// drawnOffice is an office with the hours it was made of.
type drawnOffice struct {
	*workday.Office
	hours workday.Hours
}

// drawnOffices are few, because each has a table of all days: usual hours,
// Saturdays, long evenings and an office that is open in the morning alone.
var drawnOffices = sync.OnceValue(func() []drawnOffice {
	var offices []drawnOffice
	for _, s := range [][2]string{{"07:30-11:30,13:30-17:00", ""}, {"07:30-11:30,13:00-16:30", "07:30-11:30"}, {"08:00-12:00,13:00-20:00", ""}, {"09:00-12:00", ""}} {
		weekdays, _ := workday.ParseSessions(s[0])
		var saturday []workday.Session
		if s[1] != "" {
			saturday, _ = workday.ParseSessions(s[1])
		}
		hours := workday.Week(weekdays, saturday)
		office, _ := workday.National().Office(hours)
		offices = append(offices, drawnOffice{office, hours})
	}
	return offices
})

func (g *drawing) limit() *workday.Limit {
	texts := []string{"1 working days", "3 working days", "5 working days", "15 working days", "8 office hours", "20.5 office hours", "10 days", "30 days", "24 clock hours", "72 clock hours", "1 months"}
	if !g.plain {
		texts = append(texts, "same day", "1.5 working days", "1 months 5 working days", "3 days 4 office hours", "2 working days 4 office hours")
	}
	limit, faults := workday.ParseLimit(pickOf(g, "limit", texts...))
	if faults != nil {
		g.t.Fatal(faults)
	}
	for _, reason := range []string{"otherBody", "inspection"} {
		if g.chance(50, "excluded") {
			limit.Excluded = append(limit.Excluded, workday.Exclusion{Reason: reason})
		}
	}
	switch limit.Supplement = workday.SupplementMode(g.roll(4, "mode")); limit.Supplement {
	case workday.SupplementRemainder:
		limit.Remainder = g.terms1("2 working days", "12 office hours", "5 days")
	}
	if g.chance(50, "lane") {
		limit.Lane = g.lane()
	}
	if !g.plain && g.chance(20, "payment") {
		limit.Start = workday.StartOnPayment
	}
	if !g.plain && g.chance(20, "cut-off") {
		limit.CutOff = &workday.CutOff{At: 15 * 60, Effect: workday.StartNextDay}
	}
	return &limit
}

func (g *drawing) terms1(texts ...string) []workday.Term {
	limit, faults := workday.ParseLimit(pickOf(g, "terms", texts...))
	if faults != nil {
		g.t.Fatal(faults)
	}
	return limit.Terms
}

// lane takes off, or leaves, time of any unit; it may well leave none.
func (g *drawing) lane() *workday.Lane {
	if g.chance(50, "off") {
		return &workday.Lane{ReduceBy: g.terms1("1 working days", "2 working days", "5 office hours", "3 days", "30 clock hours")}
	}
	return &workday.Lane{ReduceTo: g.terms1("1 working days", "4 working days", "6 office hours", "7 days", "36 clock hours")}
}

// terms draws terms under the shipped rules.
func (g *drawing) terms() *dossier.Terms {
	terms := &dossier.Terms{Office: pickOf(g, "office", drawnOffices()...).Office}
	if !g.chance(5, "no limit") {
		terms.Limit = g.limit()
	}
	if !g.plain {
		profiles := workday.StandardProfiles().Profiles
		if n := g.roll(len(profiles)+1, "profile"); n > 0 {
			terms.Profile = &profiles[n-1]
		}
	}
	if g.chance(20, "stated") {
		terms.Appointment = g.moment("appointment").AddDate(0, 0, 10)
	}
	if g.chance(30, "answer") {
		terms.Answer, _ = dossier.StandardClockRules().Answer("online")
	}
	if g.chance(30, "own") {
		terms.Own = []dossier.OwnTerm{{Reason: "supplement", Limit: workday.Limit{Terms: g.terms1("20 days", "3 working days")}, Then: "stop"}}
	}
	return terms
}

// wall reports whether terms are counted by the clock in the end.
func wall(terms []workday.Term) bool {
	last := workday.Unit(0)
	for _, t := range terms {
		last = max(last, t.Unit)
	}
	return last == workday.Months || last == workday.CalendarDays || last == workday.ClockTime
}

// moment draws one in winter and spring of 2026, when Tết is.
func (g *drawing) moment(what string) time.Time {
	return g.clock(time.Date(2026, time.January, 19+g.roll(90, what), 0, 0, 0, 0, motcua.Vietnam()))
}

// clock draws a time of day, most of all in and about office hours.
func (g *drawing) clock(day time.Time) time.Time {
	minutes := 7*60 + g.roll(11*60, "clock")
	if g.chance(20, "edge") {
		minutes = pickOf(g, "edge", 0, 7*60+30, 11*60+30, 13*60+30, 15*60, 17*60, 22*60)
	}
	return day.Add(time.Duration(minutes) * time.Minute)
}

// after draws a moment after another: soon, or some days on.
func (g *drawing) after(t time.Time) time.Time {
	if g.chance(40, "soon") {
		return t.Add(time.Duration(1+g.roll(600, "minutes")) * time.Minute)
	}
	y, m, d := t.Date()
	next := g.clock(time.Date(y, m, d+g.roll(9, "days"), 0, 0, 0, 0, motcua.Vietnam()))
	if !next.After(t) {
		next = t.Add(time.Minute)
	}
	return next
}

var drawnReasons = []string{"supplement", "financialObligation", "otherBody", "inspection"}

// entries draws a history in the order of time, most of which can happen.
func (g *drawing) entries(most int) []dossier.Entry {
	now := g.moment("first")
	var entries []dossier.Entry
	if g.chance(30, "filed") {
		entries = append(entries, dossier.Entry{Kind: dossier.EntryFiled, At: now})
		now = g.after(now)
	}
	if g.chance(95, "received") {
		entries = append(entries, dossier.Entry{Kind: dossier.EntryReceived, At: now})
	}
	for range g.roll(most+1, "entries") {
		now = g.after(now)
		entries = append(entries, g.entry(now))
	}
	return entries
}

func (g *drawing) entry(now time.Time) dossier.Entry {
	e := dossier.Entry{At: now}
	e.Kind = pickOf(g, "kind", dossier.EntryPaused, dossier.EntryPaused, dossier.EntryResumed, dossier.EntryResumed, dossier.EntryResumed,
		dossier.EntryLane, dossier.EntryExtended, dossier.EntryEnded, dossier.EntryReopened, dossier.EntryFiled, dossier.EntryReceived)
	switch e.Kind {
	case dossier.EntryPaused, dossier.EntryResumed:
		e.Reason = pickOf(g, "reason", append(drawnReasons, "weather")...)
		if e.Kind == dossier.EntryResumed && g.chance(15, "restated") {
			e.Due = g.after(now)
		}
	case dossier.EntryExtended:
		e.Due, e.Apology = g.after(g.after(now)), pickOf(g, "apology", "12/TXL", "12/TXL", "")
	}
	return e
}

// story draws a history in which every entry can happen, but for a lane: no reason
// twice at once.
func (g *drawing) story(terms *dossier.Terms) []dossier.Entry {
	now := g.moment("first")
	entries := []dossier.Entry{{Kind: dossier.EntryReceived, At: now}}
	open := map[string]bool{}
	for range g.roll(9, "entries") {
		now = g.after(now)
		ledger, _ := terms.Ledger(entries)
		due, _ := ledger.Due()
		e := dossier.Entry{At: now, Kind: dossier.EntryPaused, Reason: pickOf(g, "reason", drawnReasons...)}
		switch {
		case open[e.Reason]:
			e.Kind = dossier.EntryResumed
			if g.chance(10, "restated") {
				e.Due = g.after(now)
			}
		case g.chance(10, "extended") && now.Before(due) && !slices.ContainsFunc(entries, func(e dossier.Entry) bool { return e.Kind == dossier.EntryExtended }):
			e = dossier.Entry{At: now, Kind: dossier.EntryExtended, Due: due.AddDate(0, 0, 1+g.roll(9, "longer")).Add(7 * time.Minute), Apology: "12/TXL"}
		case g.chance(20, "lane") && !slices.ContainsFunc(entries, func(e dossier.Entry) bool { return e.Kind == dossier.EntryLane }):
			e = dossier.Entry{At: now, Kind: dossier.EntryLane}
		case g.chance(5, "ended"):
			return append(entries, dossier.Entry{At: now, Kind: dossier.EntryEnded})
		}
		if e.Reason != "" {
			open[e.Reason] = e.Kind == dossier.EntryPaused
		}
		entries = append(entries, e)
	}
	return entries
}
