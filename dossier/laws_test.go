package dossier_test

import (
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// TestAtIsPrefix: the ledger at an instant is that of the entries until then, and
// no entry that follows changes what was.
func TestAtIsPrefix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(8)
		ledger, _ := terms.Ledger(entries)
		now := g.moment("now")
		if len(entries) > 0 && g.chance(50, "at an entry") {
			now = entries[g.roll(len(entries), "entry")].At
		}
		n := 0
		for n < len(entries) && !entries[n].At.After(now) {
			n++
		}
		prefix, _ := terms.Ledger(entries[:n])
		if got := ledger.At(now); !reflect.DeepEqual(answers(&got, now), answers(&prefix, now)) {
			t.Fatalf("at %v after %v:\n%+v, want\n%+v", now, entries, answers(&got, now), answers(&prefix, now))
		}
		if ledger.Citizen(now) != prefix.Citizen(now) || ledger.Index(now) != prefix.Index(now) {
			t.Fatalf("%v: %v, %v", now, ledger.Citizen(now), ledger.Index(now))
		}
		longer := slices.Concat(entries, []dossier.Entry{g.entry(g.after(now.AddDate(1, 0, 0)))})
		next, _ := terms.Ledger(longer)
		if got := next.At(now); n > 0 && !reflect.DeepEqual(answers(&got, now), answers(&prefix, now)) {
			t.Fatalf("an entry after it changed what was at %v", now)
		}
	})
}

// answers are all that a ledger can be asked.
func answers(l *dossier.Ledger, now time.Time) []any {
	list := []any{l.Status(), l.Provisional(), l.Citizen(now), l.Index(now), l.Explain()}
	add := func(v any, ok bool) { list = append(list, v, ok) }
	add(l.Due())
	add(l.Statutory())
	add(l.AnswerDue())
	add(l.Received())
	add(l.Ended())
	add(l.Remaining(now))
	own, _, ok := l.OwnDue()
	add(own, ok)
	at, what, ok := l.NextChange(now)
	add(at, ok)
	return append(list, what)
}

// TestVerdictIsDue: an ended dossier is late when its end is after its due date,
// an open one overdue when now is, unless it is paused.
func TestVerdictIsDue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(6)
		if terms.Profile.OrDefault().ByDate {
			terms.Profile = nil
		}
		ledger, _ := terms.Ledger(entries)
		now := entries1(entries, g).Add(time.Duration(g.roll(30_000, "later")) * time.Minute)
		due, ok := ledger.Due()
		verdict := ledger.Citizen(now)
		switch ended := ledger.Status() == dossier.StatusEnded; {
		case verdict == dossier.VerdictNotReceived || !ok:
		case ended:
			end := ledger.Index(now).End
			if v := ledger.Index(now); v.Reason != dossier.IndexByDue {
				return
			}
			if (verdict == dossier.VerdictLate) != end.After(due) {
				t.Fatalf("ended %v, due %v: %v", end, due, verdict)
			}
		case ledger.Status() == dossier.StatusRunning && (verdict == dossier.VerdictOverdue) != now.After(due):
			t.Fatalf("now %v, due %v: %v", now, due, verdict)
		}
	})
}

// entries1 is the time of the last entry.
func entries1(entries []dossier.Entry, g *drawing) time.Time {
	if len(entries) == 0 {
		return g.moment("none")
	}
	return entries[len(entries)-1].At
}

// TestPauseShifts: to suspend and resume moves a due date in working days and
// office hours by exactly the office time suspended.
func TestPauseShifts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms := g.terms()
		for terms.Limit == nil || wall(terms.Limit.Terms) || terms.Limit.Terms[0].Unit < workday.WorkingDays {
			terms.Limit = g.limit()
		}
		entries := g.entries(5)
		before, _ := terms.Ledger(entries)
		due, ok := before.Due()
		from := entries1(entries, g)
		from = g.after(from)
		to := g.after(from)
		if !ok || before.Status() != dossier.StatusRunning || !from.Before(due) {
			return
		}
		paused := slices.Concat(entries, []dossier.Entry{
			{Kind: dossier.EntryPaused, At: from, Reason: "financialObligation"}, {Kind: dossier.EntryResumed, At: to, Reason: "financialObligation"},
		})
		after, faults := terms.Ledger(paused)
		moved, _ := after.Due()
		shift, err := terms.Office.Between(due, moved)
		out, err2 := terms.Office.Between(from, to)
		if started := startOf(&before, entries); from.Before(started) {
			out, err2 = terms.Office.Between(started, to)
			out = max(out, 0)
		}
		if len(terms.Limit.Terms) == 1 && terms.Profile.OrDefault().EndOfDay == nil && before.Status() == after.Status() && err == nil && err2 == nil && shift != out {
			t.Fatalf("%v: paused %v from %v to %v, and due %v became %v: %v, %v", terms.Limit, out, from, to, due, moved, shift, faults)
		}
	})
}

// startOf is the moment counting starts, as the next change before it says.
func startOf(l *dossier.Ledger, entries []dossier.Entry) time.Time {
	now := entries[len(entries)-1].At
	if when, what, ok := l.NextChange(now); ok && what == dossier.ChangeStarts {
		return when
	}
	return now
}

// TestStatutoryIsTheLaw: what was promised never moves the limit.
func TestStatutoryIsTheLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(8)
		ledger, _ := terms.Ledger(entries)
		bare := *terms
		bare.Appointment = time.Time{}
		if bare.Limit != nil {
			limit := *bare.Limit
			limit.Lane = nil
			bare.Limit = &limit
		}
		var kept []dossier.Entry
		for _, e := range entries {
			e.Due = time.Time{}
			if e.Kind != dossier.EntryLane && e.Kind != dossier.EntryExtended {
				kept = append(kept, e)
			}
		}
		law, _ := bare.Ledger(kept)
		got, ok := ledger.Statutory()
		want, also := law.Statutory()
		if !got.Equal(want) || ok != also {
			t.Fatalf("%v, %t with promises, %v, %t without: %+v", got, ok, want, also, entries)
		}
	})
}

// TestWalk: from change to change moments only grow, and what the citizen is told
// changes nowhere else: after the moment, or at it where dates alone are compared,
// for then it is the end of the due day.
func TestWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(6)
		ledger, _ := terms.Ledger(entries)
		now := entries1(entries, g)
		first := time.Duration(1)
		if terms.Profile.OrDefault().ByDate {
			first = 0
		}
		for steps := 0; ; steps++ {
			verdict := ledger.Citizen(now.Add(first))
			next, what, ok := ledger.NextChange(now)
			if steps > 5 || ok && !next.After(now) {
				t.Fatalf("%d steps, from %v to %v", steps, now, next)
			}
			if !ok {
				next = now.AddDate(0, 0, 1+g.roll(400, "far"))
			}
			last := next.Add(first - 1)
			between := now.Add(first + time.Duration(rapid.Int64Range(0, int64(last.Sub(now)-first)).Draw(t, "between")))
			if a, b := ledger.Citizen(between), ledger.Citizen(last); a != verdict || b != verdict {
				t.Fatalf("after %v %v, at %v %v, at the next change %v %v: %+v", now, verdict, between, a, next, b, entries)
			}
			if what == dossier.ChangeDue && ledger.Citizen(last.Add(1)) != dossier.VerdictOverdue {
				t.Fatalf("due %v, and then %v: %+v", next, ledger.Citizen(last.Add(1)), entries)
			}
			if now = next; !ok {
				return
			}
		}
	})
}

// TestReprojectSame: under the same terms nothing moves.
func TestReprojectSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(8)
		ledger, faults := terms.Ledger(entries)
		next, moves, err := ledger.Reproject(terms)
		if len(moves) > 0 || !reflect.DeepEqual(next, ledger) || (err != nil) != (faults.Err() != nil) {
			t.Fatalf("moved %+v, %v", moves, err)
		}
	})
}

// noticed are offices under the national calendar with notices laid over it: a day
// off, a day made up for, both, and a week off.
var noticed = sync.OnceValue(func() []*workday.Office {
	var offices []*workday.Office
	for _, days := range [][]string{{"2026-02-02"}, {"2026-02-07"}, {"2026-01-30", "2026-02-28"}, {"2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"}, {"2026-04-11", "2026-04-12"}} {
		rules := workday.Rules{ID: "notice", Title: motcua.Text{Vi: "thông báo", En: "notice"}}
		for _, s := range days {
			day, _ := workday.National().Day(motcua.MustDate(s))
			rules.Days = append(rules.Days, workday.Special{Date: day.Date, Off: day.Work, Title: rules.Title, Source: motcua.Source{Act: "1/TB", Basis: motcua.BasisOurs}})
		}
		calendar, _ := workday.National().With(rules)
		office, _ := calendar.Office(workday.UsualHours())
		offices = append(offices, office)
	}
	return offices
})

// TestReprojectOverlay: read again under another calendar a ledger is what it
// would have been, and every date that moved names days that moved it.
func TestReprojectOverlay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(6)
		terms.Office = drawnOffices()[0].Office
		other := *terms
		other.Office = pickOf(g, "notice", noticed()...)
		ledger, _ := terms.Ledger(entries)
		next, moves, err := ledger.Reproject(&other)
		fresh, fault := other.Ledger(entries)
		if !reflect.DeepEqual(next, fresh) || (err != nil) != (fault.Err() != nil) {
			t.Fatalf("reprojected %+v, fresh %+v, %v", next, fresh, err)
		}
		for _, m := range moves {
			if m.From.Equal(m.To) || len(m.Why) == 0 {
				t.Fatalf("%v from %v to %v because of %v: %+v %+v", m.What, m.From, m.To, m.Why, terms.Limit, entries)
			}
		}
		a, _ := ledger.Due()
		b, _ := next.Due()
		if moved := slices.ContainsFunc(moves, func(m dossier.Move) bool { return m.What == dossier.ChangeDue }); moved == a.Equal(b) {
			t.Fatalf("due %v, then %v: %+v", a, b, moves)
		}
	})
}
