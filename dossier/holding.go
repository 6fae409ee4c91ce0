package dossier

import (
	"time"

	"github.com/motcua/motcua/dossier/workday"
)

// Holding is a stretch of a dossier's time in which one desk had it (phiếu kiểm soát quá
// trình giải quyết hồ sơ).
type Holding struct {
	Desk   Desk      `json:"desk,omitzero"` // who had it; absent where the counter or the applicant is meant
	By     Role      `json:"by"`            // applicant, counter or handler: whose turn it was
	State  State     `json:"state"`         // where it stood
	From   time.Time `json:"from"`          // when it came
	To     time.Time `json:"to,omitzero"`   // when it went; absent: it is still there
	Used   int64     `json:"used"`          // office minutes of it that count, rounded down
	Budget int64     `json:"budget"`        // office minutes the desk was given, once for all its stretches until the next hand-over; 0: none stated
	Over   int64     `json:"over"`          // office minutes used here beyond that, rounded up
	AtDue  bool      `json:"atDue"`         // it had the dossier when the appointment passed
}

// Late reports whether the desk made the dossier late: it used more than its budget, or
// had the dossier when the appointment passed.
func (h Holding) Late() bool { return h.Over > 0 || h.AtDue }

// Holdings are who had the dossier, from its filing on, in order, as far as the instant
// of a setting. Time in which the clock stood is nobody's: before a payment it waits for,
// in a pause, after the end of the work. Time before reception is the counter's. The
// error is that of the calendar, beyond its horizon, or of the ledger's terms.
func (d *Dossier) Holdings(s *Setting) ([]Holding, error) {
	s = s.given()
	l, err := d.Ledger(s)
	if err != nil {
		return nil, err
	}
	l = l.At(s.Now)
	overdue, ok := l.overdueAfter(l.binding())
	ok = ok && counts(&l, overdue)
	var list []Holding
	var over budget
	for _, t := range d.turns() {
		h, end := t.Holding, t.To
		if end.IsZero() || end.After(s.Now) {
			end, h.To = s.Now, time.Time{}
		}
		if h.From.After(s.Now) {
			break
		}
		if h.By != RoleApplicant {
			used, err := usedIn(&l, h.From, end)
			if err != nil {
				return nil, err
			}
			if err := over.give(t.given, &l); err != nil {
				return nil, err
			}
			h.Used, h.Budget, h.Over = minutes(used), minutes(over.granted), over.use(used)
			h.AtDue = ok && !h.From.After(overdue) && end.After(overdue)
		}
		list = append(list, h)
	}
	return list, nil
}

// counts reports whether time after an instant is somebody's.
func counts(l *Ledger, at time.Time) bool {
	then := l.At(at)
	return then.status == StatusPending || then.runs(then.binding())
}

// usedIn is the office time of a stretch in which it is somebody's.
func usedIn(l *Ledger, from, to time.Time) (used time.Duration, err error) {
	for next := to; from.Before(to) && err == nil; from, next = next, to {
		for i := range l.entries {
			if at := l.entries[i].At; at.After(from) && at.Before(next) {
				next = at
			}
		}
		if counts(l, from) {
			var d time.Duration
			d, err = l.terms.Office.Between(from, next)
			used += d
		}
	}
	return used, err
}

// budget is what a desk was given for a dossier, and what it used of it.
type budget struct {
	by            *Event
	granted, used time.Duration
}

// give begins a budget where an event gives one.
func (b *budget) give(by *Event, l *Ledger) error {
	if by == b.by {
		return nil
	}
	*b = budget{by: by}
	if by == nil || len(by.Desk.Budget) == 0 {
		return nil
	}
	run, err := l.terms.Office.Begin(&workday.Limit{Terms: by.Desk.Budget}, l.terms.Profile, by.At)
	if err != nil {
		return err
	}
	until, err := run.Due()
	if err != nil {
		return err
	}
	b.granted, err = l.terms.Office.Between(by.At, until)
	return err
}

// use is what a use of so much time adds to the minutes beyond the budget.
func (b *budget) use(d time.Duration) int64 {
	if b.by == nil || len(b.by.Desk.Budget) == 0 {
		return 0
	}
	over := func() int64 { return max(0, -minutes(b.granted-b.used)) }
	before := over()
	b.used += d
	return over() - before
}

// stretch is a holding and the event that gave the dossier to its desk; nil for none.
type stretch struct {
	Holding
	given *Event
}

// turns are the stretches between events that change who has the dossier or where it
// stands, until the result was handed over or the dossier ended otherwise.
func (d *Dossier) turns() []stretch {
	var list []stretch
	var given *Event
	for i := range d.Events {
		e := &d.Events[i]
		switch {
		case e.Desk != nil:
			given = e
		case e.Action == ActionIssue || e.Action == ActionSubmit || e.Action == ActionReceive:
			given = nil
		}
		if last := len(list) - 1; last >= 0 && list[last].To.IsZero() {
			if list[last].State == e.To && e.Desk == nil {
				continue
			}
			list[last].To = e.At
		}
		if e.To.Terminal() {
			continue
		}
		t := stretch{Holding: Holding{By: turn(e.To), State: e.To, From: e.At}}
		if given != nil && t.By == RoleHandler {
			t.given, t.Desk = given, *given.Desk
		}
		list = append(list, t)
	}
	return list
}

// turn is whose turn it is in a state.
func turn(s State) Role {
	switch s {
	case StateDraft, StateSupplementToFile, StatePaymentToFile, StateSupplement, StatePayment:
		return RoleApplicant
	case StateProcessing, StateAtOtherBody, StateForwarded, StateFinished:
		return RoleHandler
	}
	return RoleCounter
}
