package dossier

import (
	"math"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

func (l *Ledger) bookPaused(faults *motcua.Faults, i int, e *Entry) error {
	n := l.rules.reason(e.Reason)
	switch {
	case l.status == StatusEnded:
		return refuse(codeState, "hồ sơ đã kết thúc", "the dossier has ended")
	case n < 0:
		return refuse(codeReason, "không có lý do này", "no row knows the reason")
	case l.open[n] == math.MaxUint8:
		return refuse(codeState, "quá nhiều tạm dừng cùng lý do", "paused too often for one reason")
	}
	row := &l.rules.Reasons[n]
	if err := l.beginOwn(e); err != nil {
		return err
	}
	l.open[n]++
	l.answerAt(e.At)
	if row.Supplement {
		l.request(e.At)
	}
	if !l.stopsClock(row) {
		faults.Warn(codeRuns, motcua.Pointer(itoa(i), "reason"), motcua.Text{
			Vi: "thời hạn không loại trừ lý do này: vẫn tính", En: "the limit does not exclude this reason: the clock runs on",
		}, nil)
		return nil
	}
	if l.stops++; l.stops == 1 {
		l.stopped = e.At
		if l.status == StatusRunning {
			l.status = StatusPaused
		}
	}
	return nil
}

// beginOwn starts the applicant's own term, if one runs in a pause for this reason.
func (l *Ledger) beginOwn(e *Entry) error {
	for k := range l.terms.Own {
		own := &l.terms.Own[k]
		if own.Reason != e.Reason {
			continue
		}
		if _, err := l.terms.Office.Begin(&own.Limit, l.terms.Profile, e.At); err != nil {
			return err
		}
		l.ownFrom, l.ownTerm = e.At, int16(k+1)
	}
	return nil
}

// stopsClock reports whether a reason stops the clock of this limit.
func (l *Ledger) stopsClock(row *Reason) bool {
	if row.Always || l.terms.Limit == nil {
		return row.Always
	}
	for i := range l.terms.Limit.Excluded {
		if l.terms.Limit.Excluded[i].Reason == row.ID {
			return true
		}
	}
	return false
}

// request notes a request for supplements.
func (l *Ledger) request(at time.Time) {
	if l.requests++; l.requests == l.rules.Index.Supplements+1 {
		l.asked = at
	}
	if l.waiting++; l.waiting == 1 {
		l.waitingFrom = at
	}
}

func (l *Ledger) bookResumed(e *Entry) error {
	n := l.rules.reason(e.Reason)
	switch {
	case l.status == StatusEnded:
		return refuse(codeState, "hồ sơ đã kết thúc", "the dossier has ended")
	case n < 0:
		return refuse(codeReason, "không có lý do này", "no row knows the reason")
	case l.open[n] == 0:
		return refuse(codeState, "không có tạm dừng nào vì lý do này", "nothing is paused for this reason")
	}
	row := &l.rules.Reasons[n]
	l.open[n]--
	if l.ownTerm > 0 && l.terms.Own[l.ownTerm-1].Reason == e.Reason && l.open[n] == 0 {
		l.ownTerm = 0
	}
	if row.Supplement {
		if err := l.supplemented(e.At); err != nil {
			return err
		}
	}
	if l.stopsClock(row) {
		if err := l.goOn(e, row); err != nil {
			return err
		}
	}
	if row.Payment && l.status == StatusNotStarted {
		if err := l.start(e.At); err != nil {
			return err
		}
	}
	if !e.Due.IsZero() {
		if err := l.appoint(e); err != nil {
			return err
		}
		return l.restate()
	}
	return nil
}

// supplemented ends the waiting for a supplement, as the index sees it.
func (l *Ledger) supplemented(at time.Time) error {
	if l.waiting--; l.waiting > 0 {
		return nil
	}
	d, err := l.terms.Office.Between(l.waitingFrom, at)
	l.waited += at.Sub(l.waitingFrom)
	l.waitedIn += d
	return err
}

// goOn ends a pause: when it was the last that stopped the clock, the time since
// the first is taken out, or the limit begins anew.
func (l *Ledger) goOn(e *Entry, row *Reason) error {
	if l.stops--; l.stops == 0 {
		if l.status == StatusPaused {
			l.status = StatusRunning
		}
		if err := l.takeOut(l.stopped, e.At); err != nil {
			return err
		}
	}
	if !row.Supplement || !l.counted {
		return nil
	}
	switch l.terms.Limit.Supplement {
	case workday.SupplementRestart:
		return l.anew(l.terms.Limit.Terms, e.At)
	case workday.SupplementRemainder:
		return l.anew(l.terms.Limit.Remainder, e.At)
	}
	return nil
}

// takeOut extends every run by a pause.
func (l *Ledger) takeOut(from, to time.Time) error {
	if l.status == StatusPending || l.status == StatusNotStarted {
		return nil
	}
	if l.counted && from.Before(l.limit.Start()) {
		from = l.limit.Start()
	}
	d, err := l.terms.Office.Between(from, to)
	if err != nil {
		return err
	}
	binding := l.binding()
	for _, run := range [...]*workday.Run{&l.limit, &l.lane, &l.promise} {
		if run == &l.limit && !l.counted || run == &l.lane && !l.offered || run == &l.promise && !l.promised {
			continue
		}
		moved, err := run.Pause(from, to)
		if err != nil {
			return err
		}
		if moved && run == binding {
			l.paused += to.Sub(from)
			l.pausedIn += d
		}
	}
	return nil
}

// anew begins the limit again, with its own terms or with what the procedure
// leaves; an appointment made before is void.
func (l *Ledger) anew(terms []workday.Term, at time.Time) error {
	limit := *l.terms.Limit
	limit.Terms = terms
	if l.terms.Limit.Supplement == workday.SupplementRemainder {
		limit.Lane, l.laned = nil, false
	}
	if err := l.begin(&limit, at); err != nil {
		return err
	}
	l.promised = false
	return l.restate()
}

// appoint states a new appointment. Of a pause that goes on, only the time from now
// on moves it.
func (l *Ledger) appoint(e *Entry) error {
	if l.status == StatusPaused {
		if err := l.takeOut(l.stopped, e.At); err != nil {
			return err
		}
		l.stopped = e.At
	}
	return l.state(e.Due)
}

// restate makes the appointment of now the one the index goes by: nothing waited
// for before is taken out of it.
func (l *Ledger) restate() error {
	l.waited, l.waitedIn = 0, 0
	if run := l.binding(); run != nil {
		l.first, _ = due(run)
	}
	return nil
}
