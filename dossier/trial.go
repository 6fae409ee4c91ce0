package dossier

import (
	"sync"

	"github.com/motcua/motcua"
)

// trial is what a guard needs to try the clock. Trials are kept, so that deciding allocates
// nothing.
type trial struct {
	after Dossier // with what a command does to the clock, and nothing else
	terms Terms
	room  [4]Entry
}

var trials = sync.Pool{New: func() any { return new(trial) }}

// end gives the trial back and keeps nothing of it.
func (t *trial) end() {
	*t = trial{}
	trials.Put(t)
}

// termPassed reports whether the term has passed that the applicant has to act.
func (j judge) termPassed() bool {
	if j.d.Grant == nil || len(j.d.Grant.Own) == 0 {
		return false
	}
	t := trials.Get().(*trial)
	defer t.end()
	terms, faults := j.d.Terms(j.s.Office, j.s.Clock, j.s.Profiles)
	if faults.Err() != nil {
		return false
	}
	t.terms = terms
	l, _ := t.terms.Ledger(j.d.Entries)
	due, _, ok := l.OwnDue()
	return ok && j.s.Now.After(due)
}

// termRuns reports whether the applicant may still act: that the term has not passed, and
// somebody measures it.
func (j judge) termRuns() bool {
	if j.d.Grant == nil || len(j.d.Grant.Own) == 0 || j.past && j.s.Office == nil {
		return true
	}
	return j.s.Office != nil && !j.termPassed()
}

// clockTakes tries what the command does to the clock.
func (j judge) clockTakes() bool { return j.tried().Err() == nil }

// errOffice is what stands against a deadline that nobody measures.
var errOffice = motcua.Text{Vi: "thiếu cơ quan để tính giờ", En: "there is no office to measure time"}

// tried are the faults that the clock finds with the command.
func (j judge) tried() (faults motcua.Faults) {
	if j.s.Office == nil { // nobody measures
		if !j.past && (j.c.Action == ActionExtend || j.c.Lane) {
			faults.Add(codeCount, "", errOffice, nil)
		}
		return faults
	}
	t := trials.Get().(*trial)
	defer t.end()
	t.after = Dossier{State: j.d.State, Grant: j.grant(), Entries: t.room[:0], clock: j.d.clock}
	t.after.tell(j.d.state(), &Event{Action: j.c.Action, At: j.s.Now, To: j.to, Details: j.c.Details})
	terms, faults := t.after.Terms(j.s.Office, j.s.Clock, j.s.Profiles)
	if j.c.Action == ActionSubmit {
		faults = append(faults, terms.Check()...)
	}
	if faults.Err() != nil && j.past {
		return nil // a replay tells it where the grant was given
	}
	if faults.Err() != nil {
		return faults
	}
	t.terms = terms
	l, _ := t.terms.Ledger(j.d.Entries)
	for i := range t.after.Entries {
		l.book(&faults, i, &t.after.Entries[i])
	}
	if !j.past {
		j.promises(&faults, &l)
	}
	return faults
}

// promises refuses an appointment stated at reception that is past already. One that is
// later than the limit is taken as it is stated: it is what the citizen was told, and
// Ledger.Statutory tells the limit beside it.
func (j judge) promises(faults *motcua.Faults, l *Ledger) {
	if j.c.Action != ActionReceive || j.c.Due.IsZero() {
		return
	}
	if !l.stated(j.c.Due).After(j.s.Now) {
		faults.Add(codePast, "", motcua.Text{Vi: "ngày hẹn trả đã qua", En: "the appointment is past"}, nil)
	}
}
