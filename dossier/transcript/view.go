package transcript

import (
	"time"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// Ledger is a ledger as it stands at an instant, written as a document.
type Ledger struct {
	Dossier     string          `json:"dossier"`            // code of the dossier
	At          time.Time       `json:"at"`                 // the instant
	Status      dossier.Status  `json:"status"`             // where the clock stands
	Filed       time.Time       `json:"filed,omitzero"`     // when it was filed
	AnswerDue   time.Time       `json:"answerDue,omitzero"` // by when the filing is to be answered
	Answered    time.Time       `json:"answered,omitzero"`  // when it was
	Received    time.Time       `json:"received,omitzero"`  // when the clock was started
	Due         time.Time       `json:"due,omitzero"`       // the appointment
	Statutory   time.Time       `json:"statutory,omitzero"` // when the limit is used up
	Provisional bool            `json:"provisional"`        // a notice may still move a day it rests on
	Ended       time.Time       `json:"ended,omitzero"`     // when the work ended
	Balance     *Balance        `json:"balance,omitempty"`  // what of the time is used; absent: nothing is owed
	Next        *Next           `json:"next,omitempty"`     // what the passing of time will change; absent: nothing
	Entries     []dossier.Entry `json:"entries"`            // what happened to the clock
	Steps       []workday.Step  `json:"steps"`              // why the appointment is what it is
}

// Balance is a balance in minutes, rounded down.
type Balance struct {
	ByClock   bool  `json:"byClock"`   // measured by the clock; otherwise in office time
	Granted   int64 `json:"granted"`   // minutes from the start to the appointment as first made
	Extended  int64 `json:"extended"`  // minutes a re-appointment added
	Consumed  int64 `json:"consumed"`  // minutes while the clock ran
	Paused    int64 `json:"paused"`    // minutes in pauses that have ended
	Remaining int64 `json:"remaining"` // minutes left; below zero when overdue
}

// Next is what the passing of time will change.
type Next struct {
	At   time.Time      `json:"at"`   // when
	What dossier.Change `json:"what"` // what
}

// Verdict says how a dossier stands to its due date, by both views, written as a
// document.
type Verdict struct {
	Dossier string            `json:"dossier"` // code of the dossier
	At      time.Time         `json:"at"`      // the instant, and the cut of the index
	State   dossier.State     `json:"state"`   // where it stands
	Citizen dossier.Verdict   `json:"citizen"` // as the citizen sees it
	Index   dossier.IndexView `json:"index"`   // as Decision 766/QĐ-TTg counts it
	Late    []dossier.Holding `json:"late"`    // the desks that used more than they had, or had it when it was due
}

// View is the clock of the dossier at the instant of a setting, as a document. The error
// is that of dossier.Dossier.Ledger.
func View(d *dossier.Dossier, s *dossier.Setting) (Ledger, Verdict, error) {
	if s == nil {
		s = new(dossier.Setting)
	}
	l, err := d.Ledger(s)
	code := d.Code()
	ledger := Ledger{Dossier: code, At: s.Now, Entries: append([]dossier.Entry{}, d.Entries...), Steps: []workday.Step{}}
	verdict := Verdict{Dossier: code, At: s.Now, State: d.Stands(), Late: []dossier.Holding{}}
	if s.Office == nil {
		return ledger, verdict, err
	}
	l = l.At(s.Now)
	ledger.Filed = d.Filed
	ledger.fill(&l, s.Now)
	verdict.Citizen, verdict.Index = l.Citizen(s.Now), l.Index(s.Now)
	holdings, holdErr := d.Holdings(s)
	for _, h := range holdings {
		if h.Late() {
			verdict.Late = append(verdict.Late, h)
		}
	}
	if err == nil {
		err = holdErr
	}
	return ledger, verdict, err
}

func (v *Ledger) fill(l *dossier.Ledger, now time.Time) {
	v.Status, v.Provisional = l.Status(), l.Provisional()
	v.AnswerDue, _ = l.AnswerDue()
	v.Answered, _ = l.Answered()
	v.Received, _ = l.Received()
	v.Due, _ = l.Due()
	v.Statutory, _ = l.Statutory()
	v.Ended, _ = l.Ended()
	if b, ok := l.Remaining(now); ok {
		v.Balance = &Balance{
			ByClock: b.ByClock, Granted: minutes(b.Granted), Extended: minutes(b.Extended), Consumed: minutes(b.Consumed),
			Paused: minutes(b.Paused), Remaining: minutes(b.Remaining),
		}
	}
	if at, what, ok := l.NextChange(now); ok {
		v.Next = &Next{At: at, What: what}
	}
	v.Steps = append(v.Steps, l.Explain()...)
}

// minutes are the whole minutes of a duration, rounded down.
func minutes(d time.Duration) int64 {
	m := int64(d / time.Minute)
	if d%time.Minute < 0 {
		m--
	}
	return m
}
