package forms

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Setting is what a form takes from elsewhere than the dossier.
type Setting struct {
	Set    *Set            // the forms; nil: Standard
	Head   Head            // letterhead; what is empty and can be told from the dossier is
	Signer Signer          // who signs for the body; zero: who did what the form reports
	Life   dossier.Setting // office and rules, as for Decide; without an office only stated appointments are known. Now is looked at by forms of the whole history; zero: the last event
}

func (s *Setting) set() *Set {
	if s.Set == nil {
		return Standard()
	}
	return s.Set
}

// Of fills in the form of an id for a dossier: what was known when that happened which
// the form reports, the last time it did, or all that is known where it reports the
// whole history. For an earlier time, ask [dossier.Dossier.At]. The register is that of
// this one dossier, see [RegisterOf].
//
// The error is an *UnknownError where there is no such form, an *UnwarrantedError where
// it did not happen or was taken back by reopening, ErrOffice, or that of the ledger or
// of adding up fees.
func Of(d *dossier.Dossier, id string, s *Setting) (Form, error) {
	if id == Register {
		return RegisterOf([]*dossier.Dossier{d}, s)
	}
	var procedure motcua.ProcedureCode
	if d.Filing != nil {
		procedure = d.Filing.Procedure
	}
	row, ok := s.set().row(procedure, id)
	if !ok {
		return Form{}, &UnknownError{Form: id, Procedure: procedure}
	}
	i := len(d.Events) - 1
	if row.Action != 0 {
		i = last(d, row.Action)
	}
	if i < 0 || d.Filing == nil || row.Action == 0 && d.Received.IsZero() {
		return Form{}, unwarranted(d, &row)
	}
	w := writer{then: dossier.Fold(d.Events[:i+1]), event: &d.Events[i], s: s}
	if w.then.Filing == nil {
		return Form{}, unwarranted(d, &row)
	}
	return w.form(&row)
}

func unwarranted(d *dossier.Dossier, row *Row) error {
	e := &UnwarrantedError{Form: row.ID, Action: row.Action, State: d.State}
	if d.Filing != nil {
		e.Dossier = d.Filing.Code
	}
	return e
}

// last is the last event of an action that stands; -1 for none. An end that was reopened
// does not stand.
func last(d *dossier.Dossier, a dossier.Action) int {
	reopened := false
	for i, e := range slices.Backward(d.Events) {
		if e.Action == a && (!reopened || !e.To.Ended()) {
			return i
		}
		reopened = reopened || e.Action == dossier.ActionReopen
	}
	return -1
}

// writer fills in one form.
type writer struct {
	then  *dossier.Dossier // with all that had happened
	event *dossier.Event   // what is reported
	s     *Setting
}

func (w *writer) form(row *Row) (f Form, err error) {
	e := w.event
	f = Form{ID: row.ID, Number: row.Number, Title: row.Title.Vi, Source: row.Source, Reason: e.Reason, Signer: w.s.Signer}
	if f.Signer == (Signer{}) && row.Action != 0 && e.By.Role != dossier.RoleApplicant {
		f.Signer = Signer{Title: e.By.Title, Name: e.By.Name}
	}
	f.Head = w.head(row)
	f.Subject = subjectOf(w.then)
	if f.Times, err = w.times(); err != nil {
		return Form{}, err
	}
	f.Papers = papersOf(w.then)
	if f.Fees, err = w.fees(); err != nil {
		return Form{}, err
	}
	if f.Request, err = w.request(); err != nil {
		return Form{}, err
	}
	if row.Action == 0 {
		f.Reason = ""
		if err := w.history(&f); err != nil {
			return Form{}, err
		}
	}
	return f, nil
}

// head is the letterhead, with the day of what is reported and the number that the
// event brings.
func (w *writer) head(row *Row) Head {
	h := w.s.Head
	if h.Body == "" {
		h.Body = w.then.Filing.Reception.Name
	}
	at := w.event.At
	if row.Action == 0 {
		at = w.now()
	}
	if h.Date.IsZero() {
		h.Date = motcua.DateOf(at.In(motcua.Vietnam()))
	}
	if h.Number == "" {
		h.Number = w.event.Apology
	}
	return h
}

// now is the instant at which the whole history is looked at.
func (w *writer) now() time.Time {
	if w.s.Life.Now.IsZero() {
		return w.event.At
	}
	return w.s.Life.Now
}

// times are the times as they were known.
func (w *writer) times() (Times, error) {
	d := w.then
	t := Times{Filed: d.Filed, Received: d.Received, Ended: d.Ended, Returned: d.Returned}
	if d.Grant != nil && d.Grant.Limit != nil {
		t.Limit = d.Grant.Limit.Text().Vi
	}
	var err error
	if t.Due, t.Provisional, err = w.due(d); err == nil && w.event.Action == dossier.ActionExtend {
		t.Was, _, err = w.due(dossier.Fold(d.Events[:len(d.Events)-1]))
	}
	return t, err
}

// due is the appointment: by the ledger, or without an office as it was last stated.
func (w *writer) due(d *dossier.Dossier) (due time.Time, provisional bool, err error) {
	if w.s.Life.Office == nil {
		for _, e := range slices.Backward(d.Events) {
			if !e.Due.IsZero() {
				return e.Due, false, nil
			}
		}
		return time.Time{}, false, nil
	}
	l, err := d.Ledger(&w.s.Life)
	if err != nil {
		return time.Time{}, false, err
	}
	due, _ = l.Due()
	return due, !due.IsZero() && l.Provisional(), nil
}

// history is who had the dossier, and how it stands.
func (w *writer) history(f *Form) error {
	if w.s.Life.Office == nil {
		return ErrOffice
	}
	life := w.s.Life
	life.Now = w.now()
	all, err := w.then.Holdings(&life)
	if err != nil {
		return err
	}
	for _, h := range all {
		if !h.From.Before(w.then.Received) {
			f.Steps = append(f.Steps, h)
		}
	}
	l, err := w.then.Ledger(&life)
	f.Verdict = l.Citizen(life.Now)
	return err
}

// RegisterOf fills in the register (sổ theo dõi hồ sơ) of dossiers, in their order. The
// error is an *UnwarrantedError for one that was never filed, an *UnknownError where the
// set has no register, or that of a ledger.
func RegisterOf(dossiers []*dossier.Dossier, s *Setting) (Form, error) {
	row, ok := s.set().row("", Register)
	if !ok {
		return Form{}, &UnknownError{Form: Register}
	}
	f := Form{ID: row.ID, Number: row.Number, Title: row.Title.Vi, Source: row.Source, Head: s.Head, Signer: s.Signer, Lines: []Line{}}
	if f.Head.Date.IsZero() && !s.Life.Now.IsZero() {
		f.Head.Date = motcua.DateOf(s.Life.Now.In(motcua.Vietnam()))
	}
	for i, d := range dossiers {
		if d.Filing == nil || len(d.Events) == 0 {
			return Form{}, unwarranted(d, &row)
		}
		w := writer{then: d, event: &dossier.Event{}, s: s}
		times, err := w.times()
		if err != nil {
			return Form{}, err
		}
		f.Lines = append(f.Lines, Line{Number: i + 1, Subject: *subjectOf(d), Times: times, State: d.State})
	}
	return f, nil
}
