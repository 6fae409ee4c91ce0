package dossier

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// Ledger is the clock of the dossier under the office and the rules of a setting. The
// error is a grant that names what no row knows, or the faults of reading: what came of
// the entries without faults can be asked all the same.
func (d *Dossier) Ledger(s *Setting) (Ledger, error) {
	terms, faults := d.Terms(s.Office, s.Clock, s.Profiles)
	if err := faults.Err(); err != nil {
		return Ledger{}, err
	}
	l, faults := terms.Ledger(d.Entries)
	return l, faults.Err()
}

// appointmentNow is the appointment in words; empty for none.
func (d *Dossier) appointmentNow(s *Setting) (motcua.Text, bool) {
	if s == nil || s.Office == nil {
		return motcua.Text{}, false
	}
	l, _ := d.Ledger(s)
	due, ok := l.Due()
	if !ok {
		return motcua.Text{}, false
	}
	return workday.InWords(due), true
}

// LedgerView is a ledger as it stands at an instant, written as a document.
type LedgerView struct {
	Dossier     string         `json:"dossier"`            // code of the dossier
	At          time.Time      `json:"at"`                 // the instant
	Status      Status         `json:"status"`             // where the clock stands
	Filed       time.Time      `json:"filed,omitzero"`     // when it was filed
	AnswerDue   time.Time      `json:"answerDue,omitzero"` // by when the filing is to be answered
	Answered    time.Time      `json:"answered,omitzero"`  // when it was
	Received    time.Time      `json:"received,omitzero"`  // when the clock was started
	Due         time.Time      `json:"due,omitzero"`       // the appointment
	Statutory   time.Time      `json:"statutory,omitzero"` // when the limit is used up
	Provisional bool           `json:"provisional"`        // a notice may still move a day it rests on
	Ended       time.Time      `json:"ended,omitzero"`     // when the work ended
	Balance     *BalanceView   `json:"balance,omitempty"`  // what of the time is used; absent: nothing is owed
	Next        *NextView      `json:"next,omitempty"`     // what the passing of time will change; absent: nothing
	Entries     []Entry        `json:"entries"`            // what happened to the clock
	Steps       []workday.Step `json:"steps"`              // why the appointment is what it is
}

// BalanceView is a balance in minutes, rounded down.
type BalanceView struct {
	ByClock   bool  `json:"byClock"`   // measured by the clock; otherwise in office time
	Granted   int64 `json:"granted"`   // minutes from the start to the appointment as first made
	Extended  int64 `json:"extended"`  // minutes a re-appointment added
	Consumed  int64 `json:"consumed"`  // minutes while the clock ran
	Paused    int64 `json:"paused"`    // minutes in pauses that have ended
	Remaining int64 `json:"remaining"` // minutes left; below zero when overdue
}

// NextView is what the passing of time will change.
type NextView struct {
	At   time.Time `json:"at"`   // when
	What Change    `json:"what"` // what
}

// VerdictView says how a dossier stands to its due date, by both views, written as a
// document.
type VerdictView struct {
	Dossier string    `json:"dossier"` // code of the dossier
	At      time.Time `json:"at"`      // the instant, and the cut of the index
	State   State     `json:"state"`   // where it stands
	Citizen Verdict   `json:"citizen"` // as the citizen sees it
	Index   IndexView `json:"index"`   // as Decision 766/QĐ-TTg counts it
	Late    []Holding `json:"late"`    // the desks that used more than they had, or had it when it was due
}

// View is the clock of the dossier at the instant of a setting, as a document. The error
// is that of [Dossier.Ledger].
func (d *Dossier) View(s *Setting) (LedgerView, VerdictView, error) {
	l, err := d.Ledger(s)
	code := d.History().Dossier
	ledger := LedgerView{Dossier: code, At: s.Now, Entries: append([]Entry{}, d.Entries...), Steps: []workday.Step{}}
	verdict := VerdictView{Dossier: code, At: s.Now, State: d.state(), Late: []Holding{}}
	if l.terms == nil || l.terms.Office == nil {
		return ledger, verdict, err
	}
	l = l.At(s.Now)
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

func (v *LedgerView) fill(l *Ledger, now time.Time) {
	v.Status, v.Provisional = l.Status(), l.Provisional()
	v.Filed = l.filed
	v.AnswerDue, _ = l.AnswerDue()
	v.Answered, _ = l.Answered()
	v.Received, _ = l.Received()
	v.Due, _ = l.Due()
	v.Statutory, _ = l.Statutory()
	v.Ended, _ = l.Ended()
	if b, ok := l.Remaining(now); ok {
		v.Balance = &BalanceView{
			ByClock: b.ByClock, Granted: minutes(b.Granted), Extended: minutes(b.Extended), Consumed: minutes(b.Consumed),
			Paused: minutes(b.Paused), Remaining: minutes(b.Remaining),
		}
	}
	if at, what, ok := l.NextChange(now); ok {
		v.Next = &NextView{At: at, What: what}
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
