package dossier

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

func dayOf(t time.Time) motcua.Date { return motcua.DateOf(t.In(motcua.Vietnam())) }

// Explain tells the ledger from its first entry to its due date: what was granted
// and by which act, every pause with its reason and whether it counts, every rule
// and special day by which the date was counted, the lane, the re-appointment. Each
// step names the row it rests on.
func (l *Ledger) Explain() []workday.Step {
	if l.terms == nil {
		return nil
	}
	x := &explanation{ledger: l, entries: l.booked()}
	if limit := l.terms.Limit; limit != nil {
		x.step("granted", limit.Source, limit.Text().En, pair(limit.Text()), "Thời hạn theo quy định: %s", "The limit: %s")
	}
	for i := range x.entries {
		x.entry(i, &x.entries[i])
	}
	if l.counted {
		x.steps = append(x.steps, l.limit.Explain()...)
	}
	if l.laned && l.counted {
		x.lane()
	}
	if l.promised && !l.begun.IsZero() {
		x.promise()
	}
	if at, ok := l.Due(); ok {
		x.step("due", motcua.Source{}, stamp(at), pair(workday.EndInWords(at)), "Hẹn trả kết quả: %s", "Due: %s")
	}
	return x.steps
}

// promise tells what moved an appointment that somebody stated, if anything did.
func (x *explanation) promise() {
	moved := x.ledger.promise.Explain()
	if len(moved) == 0 {
		return
	}
	to := x.ledger.promisedTo
	x.step("appointment", motcua.Source{}, stamp(to), pair(workday.EndInWords(to)), "Ngày hẹn đang có hiệu lực: %s", "The appointment in force: %s")
	x.steps = append(x.steps, moved...)
}

// booked reports whether an entry was; an end out of order is.
func booked(faults motcua.Faults, i int, kind EntryKind) bool {
	for _, f := range faults {
		if (f.Code != codeOrder || kind != EntryEnded) && (motcua.Faults{f}).Under(motcua.Pointer(itoa(i))) {
			return false
		}
	}
	return true
}

type explanation struct {
	ledger  *Ledger
	entries []Entry // that were booked
	steps   []workday.Step
}

func stamp(t time.Time) string { return t.In(motcua.Vietnam()).Format(time.RFC3339Nano) }

func pair(t motcua.Text) [2]string { return [2]string{t.Vi, t.En} }

// step adds a step; words fill the one place of both sentences.
func (x *explanation) step(rule string, source motcua.Source, result string, words [2]string, vi, en string, inputs ...workday.Input) {
	x.steps = append(x.steps, workday.Step{
		Rule: rule, Source: source, Inputs: append([]workday.Input{}, inputs...), Result: result,
		Text: motcua.Text{Vi: fmt.Sprintf(vi, words[0]), En: fmt.Sprintf(en, words[1])},
	})
}

// entry explains what happened.
func (x *explanation) entry(i int, e *Entry) {
	at := pair(workday.InWords(e.At))
	switch e.Kind {
	case EntryFiled:
		x.step("filed", motcua.Source{}, stamp(e.At), at, "Nộp lúc %s", "Filed %s")
		if due, ok := x.ledger.AnswerDue(); ok {
			x.step("answer", x.ledger.terms.Answer.Source, stamp(due), pair(workday.EndInWords(due)), "Phải trả lời trước %s", "To be answered by %s")
			x.answered(due)
		}
	case EntryReceived:
		x.step("received", motcua.Source{}, stamp(e.At), at, "Tiếp nhận lúc %s", "Received %s")
		if stated := x.ledger.terms.Appointment; !stated.IsZero() {
			x.stated(stated)
		}
	case EntryPaused:
		x.pause(i, e)
	case EntryResumed:
		x.resumed(e)
	case EntryExtended:
		due := x.ledger.stated(e.Due)
		x.step("extended", x.ledger.rules.Extension.Source, stamp(due), x.reappointed(e, due), "Xin lỗi và hẹn lại: %s", "Re-appointed with an apology: %s",
			workday.Input{Name: "at", Value: stamp(e.At)}, workday.Input{Name: "apology", Value: e.Apology})
	case EntryEnded:
		if words, ok := endings[e.Reason]; ok {
			at[0], at[1] = at[0]+", "+words.Vi, at[1]+", "+words.En
		} else if e.Reason != "" {
			at[0], at[1] = at[0]+", "+e.Reason, at[1]+", "+e.Reason
		}
		x.step("ended", motcua.Source{}, stamp(e.At), at, "Kết thúc lúc %s", "Ended %s")
	case EntryReopened:
		x.step("reopened", motcua.Source{}, stamp(e.At), at, "Mở lại lúc %s", "Reopened %s")
	}
}

// reappointed names the new appointment, the letter and when it was made.
func (x *explanation) reappointed(e *Entry, due time.Time) [2]string {
	to, made := workday.EndInWords(due), workday.InWords(e.At)
	return [2]string{to.Vi + " (" + e.Apology + ", " + made.Vi + ")", to.En + " (" + e.Apology + ", " + made.En + ")"}
}

// endings are words for the usual reasons of an end.
var endings = map[string]motcua.Text{
	"finished":  {Vi: "đã xử lý xong", En: "finished"},
	"withdrawn": {Vi: "người nộp rút hồ sơ", En: "withdrawn by the applicant"},
	"stopped":   {Vi: "dừng giải quyết", En: "stopped"},
	"refused":   {Vi: "từ chối", En: "refused"},
}

// answered tells when a filing was answered, and whether in time.
func (x *explanation) answered(due time.Time) {
	at, ok := x.ledger.Answered()
	if !ok {
		return
	}
	words := pair(workday.InWords(at))
	if at.After(due) {
		x.step("answered", motcua.Source{}, stamp(at), words, "Trả lời trễ, lúc %s", "Answered late, %s")
		return
	}
	x.step("answered", motcua.Source{}, stamp(at), words, "Trả lời kịp, lúc %s", "Answered in time, %s")
}

// stated tells of an appointment that somebody stated.
func (x *explanation) stated(appointment time.Time) {
	due, source := x.ledger.stated(appointment), motcua.Source{}
	if !due.Equal(appointment) {
		source = x.ledger.rules.Stated.Source // midnight is read as the end of its day
	}
	x.step("stated", source, stamp(due), pair(workday.EndInWords(due)), "Ngày hẹn trả đã ghi: %s", "The appointment as stated: %s")
}

// resumed tells what the end of a pause changes besides: a limit begun anew, and an
// appointment newly stated.
func (x *explanation) resumed(e *Entry) {
	l := x.ledger
	if n := l.rules.reason(e.Reason); n >= 0 && l.rules.Reasons[n].Supplement && l.counted {
		limit := *l.terms.Limit
		switch limit.Supplement {
		case workday.SupplementRestart:
			x.step("restart", limit.Source, limit.Text().En, pair(limit.Text()), "Đã bổ sung: tính lại từ đầu, %s", "Supplemented: counted anew, %s")
		case workday.SupplementRemainder:
			limit.Terms = limit.Remainder
			x.step("remainder", limit.Source, limit.Text().En, pair(limit.Text()), "Đã bổ sung: còn %s", "Supplemented: what remains is %s")
		}
	}
	if !e.Due.IsZero() {
		x.stated(e.Due)
	}
}

// pause explains a pause up to its end, if it has one.
func (x *explanation) pause(i int, e *Entry) {
	n := x.ledger.rules.reason(e.Reason)
	if n < 0 {
		return
	}
	row := &x.ledger.rules.Reasons[n]
	words, result := workday.InWords(e.At), "open"
	inputs := []workday.Input{{Name: "reason", Value: e.Reason}, {Name: "from", Value: stamp(e.At)}}
	open := 1 // pauses for this reason, of which the last to be made is the first to end
	for _, later := range x.entries[i+1:] {
		if later.Reason == e.Reason && later.Kind == EntryPaused {
			open++
		}
		if later.Reason == e.Reason && later.Kind == EntryResumed {
			open--
		}
		if open == 0 || later.Kind == EntryEnded || later.Kind == EntryReceived && row.Supplement {
			end := workday.InWords(later.At)
			words, result = motcua.Text{Vi: words.Vi + " – " + end.Vi, En: words.En + " – " + end.En}, stamp(later.At)
			break
		}
	}
	words = motcua.Text{Vi: row.Title.Vi + ": " + words.Vi, En: row.Title.En + ": " + words.En}
	if before, _ := x.ledger.terms.Ledger(x.entries[:i]); x.ledger.stopsClock(row) {
		if due, ok := before.Due(); ok && !e.At.Before(due) {
			x.step("pausedLate", row.Source, result, pair(words), "Sau ngày hẹn nên không dời: %s", "Too late to move the appointment: %s", inputs...)
			return
		}
		x.step("paused", x.exclusion(row), result, pair(words), "Tạm dừng, %s", "Paused, %s", inputs...)
		return
	}
	x.step("notExcluded", row.Source, result, pair(words), "Vẫn tính thời hạn, %s", "The clock runs on, %s", inputs...)
}

// exclusion is the source of a pause: the limit's own row where it has one.
func (x *explanation) exclusion(row *Reason) motcua.Source {
	if limit := x.ledger.terms.Limit; limit != nil {
		for _, e := range limit.Excluded {
			if e.Reason == row.ID && !e.Source.IsZero() {
				return e.Source
			}
		}
	}
	return row.Source
}

// lane explains the fast lane.
func (x *explanation) lane() {
	l := x.ledger
	lane := l.terms.Limit.Lane
	if !l.promised {
		x.steps = append(x.steps, l.lane.Explain()...)
	}
	at, ok := due(&l.lane)
	switch {
	case ok && l.sooner():
		x.step("lane", lane.Source, stamp(at), pair(workday.EndInWords(at)), "Luồng nhanh: %s", "The fast lane: %s")
	case ok:
		x.step("lane", lane.Source, stamp(at), pair(workday.EndInWords(at)), "Luồng nhanh không sớm hơn thời hạn: %s", "The fast lane is not sooner than the limit: %s")
	}
}
