package dossier_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// naiveStory is what a story comes to before anything is counted.
type naiveStory struct {
	term          workday.Term
	lane          *workday.Lane
	start         time.Time // in office time; zero before it
	stated, since time.Time // an appointment, and when it was stated
	laned         bool
	refused       int // the entry of a lane that leaves no time, or is not offered; 0 for none
}

func (n naiveDays) follow(terms *dossier.Terms, entries []dossier.Entry) naiveStory {
	limit := terms.Limit
	s := naiveStory{term: limit.Terms[0], lane: limit.Lane}
	begin := func(at time.Time) { s.start = n.opening(at) }
	state := func(due, at time.Time) {
		if !due.IsZero() {
			s.stated, s.since = naiveStated(due), at
		}
	}
	state(terms.Appointment, entries[0].At)
	if limit.Start != workday.StartOnPayment {
		begin(entries[0].At)
	}
	for i, e := range entries {
		resumed := e.Kind == dossier.EntryResumed
		switch {
		case e.Kind == dossier.EntryLane && (s.start.IsZero() || s.lane == nil || !s.start.Before(n.laneEnd(s, 0))):
			s.refused = i
		case e.Kind == dossier.EntryLane:
			s.laned = true
		case resumed && e.Reason == "financialObligation" && s.start.IsZero():
			begin(e.At)
		case resumed && e.Reason == "supplement" && !s.start.IsZero() && limit.Supplement > workday.SupplementContinue:
			begin(e.At)
			s.stated = time.Time{}
			if limit.Supplement == workday.SupplementRemainder {
				s.term, s.lane, s.laned = limit.Remainder[0], nil, false
			}
		}
		state(e.Due, e.At)
	}
	return s
}

// naiveStated is a stated date: midnight is the end of its day.
func naiveStated(due time.Time) time.Time {
	if due.Equal(naiveDayOf(due).In(nil)) {
		return due.AddDate(0, 0, 1)
	}
	return due
}

// laneEnd counts the lane with what pauses add.
func (n naiveDays) laneEnd(s naiveStory, add time.Duration) time.Time {
	if len(s.lane.ReduceTo) > 0 {
		return n.count(s.lane.ReduceTo[0], s.start, add)
	}
	end, less := n.count(s.term, s.start, add), s.lane.ReduceBy[0]
	amount := int(less.Amount.Coef())
	switch less.Unit {
	case workday.WorkingDays:
		end = n.step(end, -amount)
		if s.term.Unit == workday.WorkingDays && add > 0 {
			return end
		}
		return n.land(end)
	case workday.CalendarDays:
		return n.land(end.AddDate(0, 0, -amount))
	case workday.OfficeTime:
		return n.unspend(end, time.Duration(amount)*time.Hour)
	}
	return end.Add(-time.Duration(amount) * time.Hour)
}

// fold is the due date of a story; none before the clock starts.
func (n naiveDays) fold(terms *dossier.Terms, entries []dossier.Entry) (time.Time, naiveStory) {
	stops := map[string]bool{"supplement": true, "financialObligation": true}
	for _, e := range terms.Limit.Excluded {
		stops[e.Reason] = true
	}
	s := n.follow(terms, entries)
	pauses, byClock := naivePauses(entries, stops), wall([]workday.Term{s.term})
	switch {
	case s.start.IsZero():
		return time.Time{}, s
	case !s.stated.IsZero():
		return n.promised(s, pauses, byClock), s
	}
	due := n.due(s.start, pauses, byClock, func(add time.Duration) time.Time { return n.count(s.term, s.start, add) })
	if !s.laned || !s.start.Before(n.laneEnd(s, 0)) {
		return due, s
	}
	if to := s.lane.ReduceTo; len(to) > 0 {
		byClock = wall(to)
	}
	if lane := n.due(s.start, pauses, byClock, func(add time.Duration) time.Time { return n.laneEnd(s, add) }); lane.Before(due) {
		due = lane
	}
	return due, s
}

// promised is a stated date and the pauses since it was stated.
func (n naiveDays) promised(s naiveStory, pauses []naiveSpan, byClock bool) time.Time {
	return n.due(s.since, pauses, byClock, func(add time.Duration) time.Time {
		if byClock && add > 0 {
			return n.land(s.stated.Add(add))
		}
		return n.spend(s.stated, add)
	})
}

// TestLedgerAsNaive holds due dates to the naive fold, and refused lanes too.
func TestLedgerAsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t, plain: true}
		n := naiveDays{pickOf(g, "office", drawnOffices()...)}
		terms := &dossier.Terms{Office: n.Office, Limit: g.limit()}
		if g.chance(20, "payment") {
			terms.Limit.Start = workday.StartOnPayment
		}
		if g.chance(20, "stated") {
			terms.Appointment = g.moment("appointment").AddDate(0, 0, 5)
		}
		entries := g.story(terms)
		ledger, faults := terms.Ledger(entries)
		want, story := n.fold(terms, entries)
		refused := ""
		if story.refused > 0 {
			refused = "DOS-CLK-07 /" + strconv.Itoa(story.refused)
		}
		if got := errorText(faults); got != refused {
			t.Fatalf("faults %q, the naive fold has %q: %v, lane %+v, %+v", got, refused, terms.Limit, terms.Limit.Lane, entries)
		}
		if got, ok := ledger.Due(); ok == want.IsZero() || !got.Equal(want) {
			t.Fatalf("due %v, the naive fold has %v: %v, lane %+v, appointment %v, %+v", got, want, terms.Limit, terms.Limit.Lane, terms.Appointment, entries)
		}
	})
}
