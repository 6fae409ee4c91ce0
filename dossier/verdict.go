package dossier

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/enum"
)

// Verdict says how a dossier stands to its due date.
type Verdict uint8

// The verdicts. Early, on time and late are of dossiers that have ended, pending
// and overdue of those that have not. Undecided has no due date to be held to, and
// not received is not on the clock yet.
const (
	VerdictEarly Verdict = iota + 1
	VerdictOnTime
	VerdictLate
	VerdictPending
	VerdictOverdue
	VerdictUndecided
	VerdictNotReceived
)

var verdicts = enum.New[Verdict]("verdict", "early", "onTime", "late", "pending", "overdue", "undecided", "notReceived")

// String names the value; it never fails.
func (v Verdict) String() string { return verdicts.String(v) }

// MarshalText writes the name; an unset value is an error.
func (v Verdict) MarshalText() ([]byte, error) { return verdicts.Append(nil, v) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (v *Verdict) UnmarshalText(text []byte) error { return verdicts.Unmarshal(v, text) }

// Citizen is the verdict of the citizen at an instant: early on a day before the
// appointment's, on time until it, late after it. Every pause that stops the clock
// and the re-appointment count. A profile that compares by date asks for the days
// alone.
func (l *Ledger) Citizen(now time.Time) Verdict {
	then := l.At(now)
	if then.received.IsZero() {
		return VerdictNotReceived
	}
	run := then.binding()
	switch {
	case then.status == StatusNotStarted:
		return VerdictPending
	case run == nil:
		return VerdictUndecided
	}
	due, err := run.Due()
	if err != nil {
		return VerdictUndecided
	}
	at := then.halted(now)
	day, last := motcua.DateOf(at.In(motcua.Vietnam())), run.LastDay()
	late := at.After(due)
	if l.profile().ByDate {
		late = day > last
	}
	switch ended := then.status == StatusEnded; {
	case ended && late:
		return VerdictLate
	case ended && day < last:
		return VerdictEarly
	case ended:
		return VerdictOnTime
	case late:
		return VerdictOverdue
	}
	return VerdictPending
}

// profile is the way of counting.
func (l *Ledger) profile() *workday.Profile { return l.terms.Profile.OrDefault() }

// IndexReason says what decided the index's view.
type IndexReason uint8

// The reasons: the due date itself; the request for supplements that was one too
// many; a request without an answer, which ends the case when it was made; no due
// date; not received.
const (
	IndexByDue IndexReason = iota + 1
	IndexTooManyRequests
	IndexUnanswered
	IndexNoDue
	IndexNotReceived
)

var indexReasons = enum.New[IndexReason]("index reason", "due", "tooManyRequests", "unanswered", "noDue", "notReceived")

// String names the value; it never fails.
func (r IndexReason) String() string { return indexReasons.String(r) }

// MarshalText writes the name; an unset value is an error.
func (r IndexReason) MarshalText() ([]byte, error) { return indexReasons.Append(nil, r) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (r *IndexReason) UnmarshalText(text []byte) error { return indexReasons.Unmarshal(r, text) }

// IndexView is a dossier as the index counts it.
type IndexView struct {
	Verdict Verdict     `json:"verdict"`      // on time, late, undecided or not received
	Reason  IndexReason `json:"reason"`       // what decided it
	Open    bool        `json:"open"`         // without an end at the cut
	End     time.Time   `json:"end,omitzero"` // the end, or what stands for it
	Due     time.Time   `json:"due,omitzero"` // the due date it is held to; zero for none
}

// Index is the dossier at the cut as the index of Decision 766/QĐ-TTg sees it
// (formula description, 2.1). It goes by the appointment as first made, or as newly
// stated after a supplement, and takes out nothing but the waiting for supplements.
// More requests than the rules allow are late from the first too many; a request
// without an answer ends the case when it was made; what is open is held to the
// cut.
func (l *Ledger) Index(cut time.Time) IndexView {
	then := l.At(cut)
	v := IndexView{Verdict: VerdictNotReceived, Reason: IndexNotReceived, Open: then.status != StatusEnded}
	if then.received.IsZero() {
		return v
	}
	v.End = cut
	if !v.Open {
		v.End = then.ended
	}
	if !then.asked.IsZero() {
		v.Verdict, v.Reason, v.End = VerdictLate, IndexTooManyRequests, then.asked
		v.Due = then.indexDue()
		return v
	}
	v.Reason = IndexByDue
	if then.waiting > 0 {
		v.Reason, v.End = IndexUnanswered, then.waitingFrom
	}
	v.Due = then.indexDue()
	switch {
	case v.Due.IsZero():
		v.Verdict, v.Reason = VerdictUndecided, IndexNoDue
	case v.End.After(v.Due):
		v.Verdict = VerdictLate
	default:
		v.Verdict = VerdictOnTime
	}
	return v
}

// indexDue is the due date of the index: the first appointment and the waiting for
// supplements since; zero for none.
func (l *Ledger) indexDue() time.Time {
	if l.first.IsZero() {
		return time.Time{}
	}
	if l.rules.Index.WaitingByClock {
		return l.first.Add(l.waited.clock)
	}
	at, err := l.terms.Office.Add(l.first, l.waited.office)
	if err != nil {
		return time.Time{}
	}
	return at
}
