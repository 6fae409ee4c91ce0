package dossier

import (
	"time"

	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/enum"
)

// Change is what will change by the passing of time alone.
type Change uint8

// The changes: counting starts (a reception out of hours), the answer to the
// filing is overdue, the applicant's own term has passed, the appointment, or the
// limit, is overdue.
const (
	ChangeStarts Change = iota + 1
	ChangeAnswer
	ChangeOwn
	ChangeDue
	ChangeStatutory
)

var changes = enum.New[Change]("change", "starts", "answer", "own", "due", "statutory")

// String names the value; it never fails.
func (c Change) String() string { return changes.String(c) }

// MarshalText writes the name; an unset value is an error.
func (c Change) MarshalText() ([]byte, error) { return changes.Append(nil, c) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (c *Change) UnmarshalText(text []byte) error { return changes.Unmarshal(c, text) }

// NextChange is the next thing, after an instant, that will change if nothing
// happens, and when: for reminders and live boards. A due date itself is still in
// time and what follows it is late; where dates alone are compared, the change is at
// 24:00 of the due day, which is late already. There is none
// when all has passed or the dossier has ended.
func (l *Ledger) NextChange(now time.Time) (time.Time, Change, bool) {
	then := l.At(now)
	var at time.Time
	var what Change
	offer := func(t time.Time, ok bool, c Change) {
		if ok && t.After(now) && (what == 0 || t.Before(at)) {
			at, what = t, c
		}
	}
	if then.status == StatusEnded {
		return at, what, false
	}
	if answer, ok := then.AnswerDue(); then.answered.IsZero() {
		offer(answer, ok, ChangeAnswer)
	}
	for i := range then.ownTerms() {
		own, ok := then.ownDue(i)
		offer(own, ok, ChangeOwn)
	}
	if then.status == StatusRunning || then.status == StatusPaused {
		if then.counted && then.status == StatusRunning {
			offer(then.limit.Start(), true, ChangeStarts)
		}
		due, ok := then.lateAfter(then.binding())
		offer(due, ok, ChangeDue)
		if then.counted {
			due, ok = then.lateAfter(&then.limit)
			offer(due, ok, ChangeStatutory)
		}
	}
	return at, what, what != 0
}

// lateAfter is the instant after which a run is overdue, if it runs.
func (l *Ledger) lateAfter(run *workday.Run) (time.Time, bool) {
	if run == nil || !l.runs(run) {
		return time.Time{}, false
	}
	return l.overdueAfter(run)
}

// overdueAfter is the instant after which a run is overdue; where dates alone are
// compared, the end of the due day, at which it already is. None for no run.
func (l *Ledger) overdueAfter(run *workday.Run) (time.Time, bool) {
	switch {
	case run == nil:
		return time.Time{}, false
	case l.profile().ByDate:
		last := run.LastDay()
		return last.AddDays(1).In(nil), last != 0
	}
	return due(run)
}

// Move is a date that another calendar moved.
type Move struct {
	What Change              `json:"what"`          // due, statutory, answer or own
	From time.Time           `json:"from,omitzero"` // as it was; zero for none
	To   time.Time           `json:"to,omitzero"`   // as it is now; zero for none
	Why  []workday.DayChange `json:"why"`           // the days that moved it
}

// Reproject reads the ledger again under other terms, as when the calendar of the
// office has changed, and lists the dates that moved, each with the days on which
// the two calendars disagree and that lie on its way: none where it was the hours,
// the limit or the way of counting that changed. Appointments that somebody
// stated stay as they were promised, but for pauses. The error holds the faults of
// reading; ended dossiers are read like others. A ledger that does not move allocates nothing.
func (l *Ledger) Reproject(terms *Terms) (Ledger, []Move, error) {
	next, faults := terms.Ledger(l.entries)
	var moves []Move
	before, after := l.dates(), next.dates()
	for i, was := range before {
		if is := after[i]; is.known != was.known || !is.at.Equal(was.at) {
			moves = append(moves, Move{was.what, was.at, is.at, l.why(&next, later(was.at, is.at))})
		}
	}
	return next, moves, faults.Err()
}

// date is a date that a ledger knows, or does not.
type date struct {
	what  Change
	at    time.Time
	known bool
}

// dates are all the dates of a ledger.
func (l *Ledger) dates() (list [4]date) {
	list = [4]date{{what: ChangeDue}, {what: ChangeStatutory}, {what: ChangeAnswer}, {what: ChangeOwn}}
	list[0].at, list[0].known = l.Due()
	list[1].at, list[1].known = l.Statutory()
	list[2].at, list[2].known = l.AnswerDue()
	list[3].at, _, list[3].known = l.OwnDue()
	return list
}

// why lists the days on which the calendars of two ledgers disagree, up to a date,
// or to the limits of both, from which a lane is counted back.
func (l *Ledger) why(next *Ledger, last time.Time) []workday.DayChange {
	if l.terms.Office == nil || next.terms.Office == nil {
		return nil
	}
	for _, ledger := range [...]*Ledger{l, next} {
		if limit, ok := ledger.Statutory(); ok {
			last = later(last, limit)
		}
	}
	return l.terms.Office.Calendar().Diff(next.terms.Office.Calendar(), dayOf(l.earliest()), dayOf(last))
}

// earliest is the first instant of the ledger.
func (l *Ledger) earliest() time.Time {
	if len(l.entries) == 0 {
		return time.Time{}
	}
	return l.entries[0].At
}
