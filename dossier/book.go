package dossier

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// refusal is why an entry is not booked.
type refusal struct {
	code string
	text motcua.Text
}

// Error says it in English.
func (r *refusal) Error() string { return r.code + ": " + r.text.En }

func refuse(code, vi, en string) error { return &refusal{code, motcua.Text{Vi: vi, En: en}} }

func (l *Ledger) bookFiled(e *Entry) error {
	if !l.filed.IsZero() || l.status != StatusPending {
		return refuse(codeState, "hồ sơ đã nộp hoặc đã tiếp nhận", "filed or received already")
	}
	l.filed = e.At
	if l.terms.Answer == nil {
		return nil
	}
	_, err := l.terms.Office.Begin(l.terms.Answer, l.terms.Profile, e.At)
	return err
}

// answerAt notes the first answer to the filing.
func (l *Ledger) answerAt(at time.Time) {
	if l.answered.IsZero() {
		l.answered = at
	}
}

func (l *Ledger) bookReceived(e *Entry) error {
	if !l.received.IsZero() || l.status == StatusEnded {
		return refuse(codeState, "hồ sơ đã được tiếp nhận hoặc đã kết thúc", "received or ended already")
	}
	l.received = e.At
	l.answerAt(e.At)
	l.closeWaiting(e.At) // what was asked for before reception has come
	l.status = StatusNotStarted
	if !l.terms.Appointment.IsZero() {
		if err := l.state(l.terms.Appointment); err != nil {
			return err
		}
	}
	if l.terms.Limit == nil || l.terms.Limit.Start != workday.StartOnPayment {
		return l.start(e.At)
	}
	return nil
}

// closeWaiting ends pauses from before the reception.
func (l *Ledger) closeWaiting(at time.Time) {
	l.open = [mostReasons]uint8{}
	l.stops, l.stopped, l.paused, l.pausedIn = 0, time.Time{}, 0, 0
	l.waiting, l.waitingFrom, l.ownTerm = 0, time.Time{}, 0
	l.waited, l.waitedIn = 0, 0
}

// start starts the clock.
func (l *Ledger) start(at time.Time) error {
	l.status = StatusRunning
	if l.stops > 0 {
		l.status = StatusPaused
	}
	if l.terms.Limit != nil {
		if err := l.begin(l.terms.Limit, at); err != nil {
			return err
		}
	}
	if run := l.binding(); run != nil {
		l.first, _ = due(run)
	}
	return nil
}

// begin begins the limit, and its lane beside it.
func (l *Ledger) begin(limit *workday.Limit, at time.Time) (err error) {
	if l.limit, err = l.terms.Office.Begin(limit, l.terms.Profile, at); err != nil {
		return err
	}
	l.counted, l.offered = true, limit.Lane != nil
	l.paused, l.pausedIn = 0, 0
	if l.offered {
		l.lane, err = l.limit.Lane(limit.Lane)
	}
	return err
}

// state sets an appointment that somebody stated.
func (l *Ledger) state(at time.Time) error {
	if h, m, s := at.In(motcua.Vietnam()).Clock(); l.rules.Index.MidnightEnds && h+m+s == 0 {
		at = at.Add(24 * time.Hour)
	}
	promise, err := l.terms.Office.Promise(at, &l.limit)
	if err == nil {
		l.promise, l.promised = promise, true
	}
	return err
}

func (l *Ledger) bookLane() error {
	switch {
	case !l.offered:
		return refuse(codeLane, "thời hạn không có luồng nhanh, hoặc chưa bắt đầu", "the limit offers no lane, or has not begun")
	case l.laned || l.status == StatusEnded:
		return refuse(codeState, "đã vào luồng nhanh hoặc đã kết thúc", "in the lane or ended already")
	}
	if _, err := l.lane.Due(); err != nil {
		return refuse(codeLane, "luồng nhanh không còn thời gian nào", "the lane leaves no time")
	}
	l.laned = true
	return l.restate()
}

func (l *Ledger) bookExtended(e *Entry) error {
	now, ok := l.Due()
	switch rule := &l.rules.Extension; {
	case l.status != StatusRunning && l.status != StatusPaused || !ok:
		return refuse(codeState, "thời hạn chưa tính hoặc đã kết thúc", "the clock has not begun or has ended")
	case l.extensions >= rule.Most:
		return refuse(codeExtension, "đã hẹn lại đủ số lần", "no re-appointment is left")
	case rule.Apology && e.Apology == "":
		return refuse(codeExtension, "thiếu văn bản xin lỗi", "the letter of apology is missing")
	case !e.At.Before(now):
		return refuse(codeExtension, "phải hẹn lại trước khi đến hạn", "must be made before the due date")
	case !e.Due.After(now):
		return refuse(codeExtension, "ngày hẹn mới phải sau ngày hẹn cũ", "the new appointment must be after the old")
	}
	l.extensions++
	return l.appoint(e)
}

func (l *Ledger) bookEnded(e *Entry) error {
	if l.status == StatusEnded {
		return refuse(codeState, "hồ sơ đã kết thúc", "the dossier has ended")
	}
	l.answerAt(e.At)
	if l.status == StatusPaused {
		if err := l.takeOut(l.stopped, e.At); err != nil {
			return err
		}
	}
	l.ended, l.status, l.ownTerm = e.At, StatusEnded, 0
	return nil
}

func (l *Ledger) bookReopened() error {
	if l.status != StatusEnded || l.received.IsZero() {
		return refuse(codeState, "chỉ mở lại hồ sơ đã tiếp nhận và đã kết thúc", "only what was received and has ended is reopened")
	}
	l.ended = time.Time{}
	l.open, l.stops = [mostReasons]uint8{}, 0
	l.waiting = 0
	l.status = StatusRunning
	return nil
}
