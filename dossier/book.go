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
	_, err := l.terms.Office.Begin(&l.terms.Answer.Limit, l.terms.Profile, e.At)
	return err
}

// answerAt notes the first answer to the filing.
func (l *Ledger) answerAt(at time.Time) {
	if l.answered.IsZero() {
		l.answered = at
	}
}

func (l *Ledger) bookReceived(faults *motcua.Faults, i int, e *Entry) error {
	if !l.received.IsZero() || l.status == StatusEnded {
		return refuse(codeState, "hồ sơ đã được tiếp nhận hoặc đã kết thúc", "received or ended already")
	}
	l.received = e.At
	l.answerAt(e.At)
	l.closeRequests()
	l.status = StatusNotStarted
	if !l.terms.Appointment.IsZero() {
		if !l.stated(l.terms.Appointment).After(e.At) {
			warnPast(faults, motcua.Pointer(itoa(i), "at"))
		}
		if err := l.state(l.terms.Appointment, e.At); err != nil {
			return err
		}
	}
	if l.startsOnPayment() && !l.paid {
		return nil
	}
	return l.start(e.At)
}

func (l *Ledger) startsOnPayment() bool {
	return l.terms.Limit != nil && l.terms.Limit.Start == workday.StartOnPayment
}

// closeRequests ends the requests for supplements from before the reception: what
// they asked for has come.
func (l *Ledger) closeRequests() {
	if l.waiting == 0 {
		return
	}
	l.waiting, l.stops = 0, 0
	for i := range l.rules.Reasons[:min(len(l.rules.Reasons), mostReasons)] {
		row := &l.rules.Reasons[i]
		if row.Supplement {
			l.open[i] = 0
		} else if l.stopsClock(row) {
			l.stops += int(l.open[i])
		}
	}
}

// start starts the clock.
func (l *Ledger) start(at time.Time) error {
	l.status, l.begun, l.waited, l.waitingFrom = StatusRunning, at, span{}, at
	if l.stops > 0 {
		l.status = StatusPaused
	}
	if l.terms.Limit != nil {
		if err := l.begin(l.terms.Limit, at); err != nil {
			return err
		}
	}
	l.restate()
	l.granted = l.first
	if l.promised {
		l.first = l.promisedTo // the index takes out no waiting for a payment
	}
	return nil
}

// begin begins the limit, and its lane beside it.
func (l *Ledger) begin(limit *workday.Limit, at time.Time) (err error) {
	if l.limit, err = l.terms.Office.Begin(limit, l.terms.Profile, at); err != nil {
		return err
	}
	l.counted, l.offered, l.begun, l.paused = true, false, at, span{}
	if limit.Lane == nil {
		return nil
	}
	if l.lane, err = l.limit.Lane(limit.Lane); err != nil {
		return err
	}
	_, l.offered = due(&l.lane)
	return nil
}

// state sets an appointment that somebody stated. Pauses move it as they would move
// the limit.
func (l *Ledger) state(appointment, at time.Time) (err error) {
	like := l.limit
	if !l.counted && l.terms.Limit != nil {
		if like, err = l.terms.Office.Begin(l.terms.Limit, l.terms.Profile, at); err != nil {
			return err
		}
	}
	l.promised, l.promisedAt, l.promisedTo = true, at, l.stated(appointment)
	l.promise, err = l.terms.Office.Promise(l.promisedTo, &like)
	return err
}

// stated is a stated due date as it is meant: one at midnight is the end of its day.
func (l *Ledger) stated(at time.Time) time.Time {
	if h, m, s := at.In(motcua.Vietnam()).Clock(); l.rules.Stated.MidnightEnds && h+m+s == 0 {
		return at.Add(24 * time.Hour)
	}
	return at
}

// restate makes the appointment of now the one the index goes by: nothing waited
// for before is taken out of it.
func (l *Ledger) restate() {
	l.waited = span{}
	if run := l.binding(); run != nil {
		l.first, _ = due(run)
	}
}

func (l *Ledger) bookLane() error {
	switch {
	case l.terms.Limit == nil || l.terms.Limit.Lane == nil || !l.counted:
		return refuse(codeLane, "thời hạn không có luồng nhanh, hoặc chưa bắt đầu", "the limit offers no lane, or has not begun")
	case l.laned || l.status == StatusEnded:
		return refuse(codeState, "đã vào luồng nhanh hoặc đã kết thúc", "in the lane or ended already")
	case !l.offered:
		return refuse(codeLane, "luồng nhanh không còn thời gian nào", "the lane leaves no time")
	}
	l.laned = true
	if l.binding() != &l.lane {
		return nil
	}
	bare, err := l.terms.Office.Begin(l.terms.Limit, l.terms.Profile, l.begun) // without the pauses so far
	if err != nil {
		return err
	}
	if bare, err = bare.Lane(l.terms.Limit.Lane); err != nil {
		return err
	}
	l.first, err = bare.Due()
	l.granted = l.first
	return err
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
	case !l.halted(e.At).Before(now):
		return refuse(codeExtension, "phải hẹn lại trước khi đến hạn", "must be made before the due date")
	case !l.stated(e.Due).After(now):
		return refuse(codeExtension, "ngày hẹn mới phải sau ngày hẹn cũ", "the new appointment must be after the old")
	}
	l.extensions++
	return l.state(e.Due, e.At)
}

func (l *Ledger) bookEnded(e *Entry) error {
	if l.status == StatusEnded {
		return refuse(codeState, "hồ sơ đã kết thúc", "the dossier has ended")
	}
	l.answers = l.answered.IsZero()
	l.answerAt(e.At)
	if l.stops > 0 {
		if err := l.takeOut(l.stopped, e.At); err != nil {
			return err
		}
	}
	l.ended, l.status = e.At, StatusEnded
	return nil
}

// bookReopened takes an end back, and what it answered. The pauses that were open then
// ended with it.
func (l *Ledger) bookReopened() error {
	if l.status != StatusEnded {
		return refuse(codeState, "chỉ mở lại hồ sơ đã kết thúc", "only what has ended is reopened")
	}
	if l.waiting > 0 {
		if err := l.waited.add(l.terms.Office, l.waitingFrom, l.ended); err != nil {
			return err
		}
	}
	if l.answers {
		l.answered = time.Time{}
	}
	l.open, l.stops, l.waiting = [mostReasons]uint8{}, 0, 0
	l.ended, l.status = time.Time{}, StatusRunning
	switch {
	case l.received.IsZero():
		l.status = StatusPending
	case l.begun.IsZero():
		l.status = StatusNotStarted
	}
	return nil
}
