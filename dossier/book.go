package dossier

import (
	"math"
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
	l.open[n]++
	l.answerAt(e.At)
	if row.Supplement {
		l.request(e.At)
	}
	for k := range l.terms.Own {
		if own := &l.terms.Own[k]; own.Reason == e.Reason {
			if _, err := l.terms.Office.Begin(&own.Limit, l.terms.Profile, e.At); err != nil {
				return err
			}
			l.ownFrom, l.ownTerm = e.At, int8(k+1)
		}
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
		return l.renew(e.Due)
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

// renew states a new appointment.
func (l *Ledger) renew(at time.Time) error {
	if err := l.state(at); err != nil {
		return err
	}
	return l.restate()
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
	return l.state(e.Due)
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
