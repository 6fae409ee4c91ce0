package dossier

import (
	"fmt"
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
		return refuse(codeReason, fmt.Sprintf("không có lý do %q", e.Reason), fmt.Sprintf("no row knows the reason %q", e.Reason))
	case l.open[n] == math.MaxUint8:
		return refuse(codeState, "quá nhiều tạm dừng cùng lý do", "paused too often for one reason")
	}
	row := &l.rules.Reasons[n]
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
	if end, ok := l.Due(); ok && !e.At.Before(end) {
		faults.Warn(codeLatePause, motcua.Pointer(itoa(i), "at"), motcua.Text{
			Vi: "bắt đầu khi đã đến hẹn: ngày hẹn không dời", En: "begins when the appointment is past: it stays",
		}, nil)
	}
	if l.stops++; l.stops == 1 {
		l.stopped = e.At
		if l.status == StatusRunning {
			l.status = StatusPaused
		}
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

func (l *Ledger) bookResumed(faults *motcua.Faults, i int, e *Entry) error {
	n := l.rules.reason(e.Reason)
	switch {
	case l.status == StatusEnded:
		return refuse(codeState, "hồ sơ đã kết thúc", "the dossier has ended")
	case n < 0:
		return refuse(codeReason, fmt.Sprintf("không có lý do %q", e.Reason), fmt.Sprintf("no row knows the reason %q", e.Reason))
	case l.open[n] == 0 && l.rules.Reasons[n].Payment && l.startsOnPayment() && l.begun.IsZero():
		return l.pay(e) // paid before anybody asked
	case l.open[n] == 0:
		return refuse(codeState, "không có tạm dừng nào vì lý do này", "nothing is paused for this reason")
	}
	row := &l.rules.Reasons[n]
	l.open[n]--
	if row.Supplement {
		if l.waiting--; l.waiting == 0 {
			if err := l.waited.add(l.terms.Office, l.waitingFrom, e.At); err != nil {
				return err
			}
		}
	}
	if l.stopsClock(row) {
		if err := l.goOn(e, row); err != nil {
			return err
		}
	}
	if row.Payment && l.open[n] == 0 {
		if err := l.pay(e); err != nil {
			return err
		}
	}
	if e.Due.IsZero() {
		return nil
	}
	if !l.stated(e.Due).After(e.At) {
		warnPast(faults, motcua.Pointer(itoa(i), "due"))
	}
	if err := l.state(e.Due, e.At); err != nil {
		return err
	}
	if !l.begun.IsZero() {
		l.restate()
	}
	if l.granted.IsZero() {
		l.granted = l.first // there was no due date before
	}
	return nil
}

// warnPast says that a due date lies before it is stated: it is taken as stated.
func warnPast(faults *motcua.Faults, pointer string) {
	faults.Warn(codePast, pointer, motcua.Text{Vi: "ngày hẹn trước khi được ghi", En: "the due date is before it is stated"}, nil)
}

// pay notes that the financial obligation is met, for which the clock may have
// waited.
func (l *Ledger) pay(e *Entry) error {
	l.paid = true
	if l.status == StatusNotStarted {
		return l.start(e.At)
	}
	return nil
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

// takeOut extends every run by a pause: those that were counted from when the
// clock started, an appointment from when it was stated.
func (l *Ledger) takeOut(from, to time.Time) error {
	running, binding := from, l.binding()
	if !l.begun.IsZero() {
		running = later(from, l.startOfCount())
	}
	for _, r := range [...]struct {
		run  *workday.Run
		set  bool
		from time.Time
	}{{&l.limit, l.counted, running}, {&l.lane, l.offered, running}, {&l.promise, l.promised, later(from, l.promisedAt)}} {
		if !r.set || !r.from.Before(to) {
			continue
		}
		moved, err := r.run.Pause(r.from, to)
		if err != nil {
			return err
		}
		if moved && r.run == binding && running.Before(to) {
			if err := l.paused.add(l.terms.Office, running, to); err != nil {
				return err
			}
		}
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
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
	l.restate()
	l.granted = l.first
	return nil
}
