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
	Used   int64     `json:"used"`          // office minutes it was there, pauses of the clock taken out, rounded down
	Budget int64     `json:"budget"`        // office minutes it had; 0: none stated
	Over   int64     `json:"over"`          // office minutes it used beyond its budget, rounded up
	AtDue  bool      `json:"atDue"`         // it had the dossier when the appointment passed
}

// Late reports whether the desk made the dossier late: it used more than its budget, or
// had the dossier when the appointment passed.
func (h Holding) Late() bool { return h.Over > 0 || h.AtDue }

// Holdings are who had the dossier, from its filing on, in order, as far as an instant.
// Time in which the clock stood is nobody's; time before reception is the counter's. The
// error is that of the calendar, beyond its horizon, or of the ledger's terms.
func (d *Dossier) Holdings(s *Setting) ([]Holding, error) {
	l, err := d.Ledger(s)
	if err != nil {
		return nil, err
	}
	due, ok := l.Due()
	list := d.turns()
	for i := range list {
		h := &list[i]
		end := h.To
		if end.IsZero() || end.After(s.Now) {
			end = s.Now
		}
		if end.Before(h.From) {
			return list[:i], nil
		}
		if h.By != RoleApplicant {
			if err := h.measure(&l, s, end); err != nil {
				return nil, err
			}
			h.AtDue = ok && h.From.Before(due) && end.After(due) && !h.State.Ended()
		}
	}
	return list, nil
}

// measure counts what a desk used and had.
func (h *Holding) measure(l *Ledger, s *Setting, end time.Time) error {
	used, err := s.Office.Between(h.From, end)
	if err != nil {
		return err
	}
	if n := l.rules.reason(h.State.row().pause); n >= 0 && l.stopsClock(&l.rules.Reasons[n]) {
		used = 0
	}
	h.Used = minutes(used)
	if len(h.Desk.Budget) == 0 {
		return nil
	}
	run, err := s.Office.Begin(&workday.Limit{Terms: h.Desk.Budget}, l.terms.Profile, h.From)
	if err != nil {
		return err
	}
	until, err := run.Due()
	if err != nil {
		return err
	}
	budget, err := s.Office.Between(h.From, until)
	if err != nil {
		return err
	}
	h.Budget = minutes(budget)
	h.Over = max(0, -minutes(budget-used))
	return nil
}

// turns are the stretches between events that change who has the dossier or where it
// stands, until the result was handed over or the dossier ended otherwise.
func (d *Dossier) turns() []Holding {
	var list []Holding
	var desk Desk
	for i := range d.Events {
		e := &d.Events[i]
		if e.Desk != nil {
			desk = *e.Desk
		}
		if e.Action == ActionIssue || e.Action == ActionSubmit || e.Action == ActionReceive {
			desk = Desk{}
		}
		last := len(list) - 1
		if last >= 0 && list[last].State == e.To && e.Desk == nil {
			continue
		}
		if last >= 0 && list[last].To.IsZero() {
			list[last].To = e.At
		}
		if !e.To.Terminal() {
			list = append(list, Holding{Desk: desk, By: turn(e.To), State: e.To, From: e.At})
		}
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
