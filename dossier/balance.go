package dossier

import (
	"time"

	"github.com/motcua/motcua/dossier/workday"
)

// Provisional reports whether a notice may still change a day on which the
// appointment or the limit rests.
func (l *Ledger) Provisional() bool {
	run := l.binding()
	return run != nil && (run.Provisional() || l.counted && l.limit.Provisional())
}

// Balance is the budget of a clock at one moment. Granted and Extended together are
// Consumed and Remaining together. A pause is in neither: it is not consumed, and
// what it adds to the due date is not consumed yet. A restart begins a new balance.
type Balance struct {
	ByClock   bool          // measured by the clock; otherwise in office time
	Granted   time.Duration // from the start to the appointment as first made
	Extended  time.Duration // what a re-appointment added, or a roll of the due date
	Consumed  time.Duration // while the clock ran
	Paused    time.Duration // in pauses that have ended
	Remaining time.Duration // below zero when overdue
}

// Remaining is the balance at an instant; none where there is no due date. It
// stands still while the clock is paused and after the end.
func (l *Ledger) Remaining(now time.Time) (Balance, bool) {
	then := l.At(now)
	run := then.binding()
	if run == nil {
		return Balance{}, false
	}
	end, err := run.Due()
	if err != nil {
		return Balance{}, false
	}
	start := then.startOfCount()
	at := then.halted(now)
	if at.Before(start) {
		at = start
	}
	b := Balance{ByClock: run.Wall(), Paused: then.paused.office}
	if b.ByClock {
		b.Paused = then.paused.clock
	}
	ok := true
	measure := func(from, to time.Time) time.Duration {
		if b.ByClock {
			return to.Sub(from)
		}
		d, err := l.terms.Office.Between(from, to)
		ok = ok && err == nil
		return d
	}
	b.Granted, b.Remaining = measure(start, then.granted), measure(at, end)
	b.Consumed = measure(start, at) - b.Paused
	b.Extended = b.Consumed + b.Remaining - b.Granted
	return b, ok
}

// startOfCount is the moment from which the clock counts.
func (l *Ledger) startOfCount() time.Time {
	if l.counted {
		return l.limit.Start()
	}
	return l.begun
}

// halted is the moment up to which the clock has run. A pause that began when the
// time was up stops nothing.
func (l *Ledger) halted(now time.Time) time.Time {
	switch {
	case l.status == StatusEnded:
		return l.ended
	case l.status == StatusPaused && !l.runs(l.binding()):
		return l.stopped
	}
	return now
}

// runs reports whether time uses up a run: not in a pause that began before it was
// due.
func (l *Ledger) runs(run *workday.Run) bool {
	if l.status != StatusPaused || run == nil {
		return l.status == StatusRunning
	}
	end, ok := due(run)
	return ok && !l.stopped.Before(end)
}
