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
	if l.promised {
		x.steps = append(x.steps, l.promise.Explain()...)
	}
	if at, ok := l.Due(); ok {
		x.step("due", motcua.Source{}, stamp(at), pair(workday.EndInWords(at)), "Hẹn trả kết quả: %s", "Due: %s")
	}
	return x.steps
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
			x.step("answer", x.answerSource(), stamp(due), pair(workday.InWords(due)), "Phải trả lời trước %s", "To be answered by %s")
		}
	case EntryReceived:
		x.step("received", motcua.Source{}, stamp(e.At), at, "Tiếp nhận lúc %s", "Received %s")
	case EntryPaused:
		x.pause(i, e)
	case EntryExtended:
		x.step("extended", x.ledger.rules.Extension.Source, stamp(e.Due), pair(workday.EndInWords(e.Due)), "Xin lỗi và hẹn lại: %s", "Re-appointed with an apology: %s",
			workday.Input{Name: "at", Value: stamp(e.At)}, workday.Input{Name: "apology", Value: e.Apology})
	case EntryEnded:
		x.step("ended", motcua.Source{}, stamp(e.At), at, "Kết thúc lúc %s", "Ended %s")
	case EntryReopened:
		x.step("reopened", motcua.Source{}, stamp(e.At), at, "Mở lại lúc %s", "Reopened %s")
	}
}

// answerSource is the row of the time to answer, if it is one of the rules'.
func (x *explanation) answerSource() motcua.Source {
	for i := range x.ledger.rules.Answers {
		if row := &x.ledger.rules.Answers[i]; &row.Limit == x.ledger.terms.Answer {
			return row.Source
		}
	}
	return x.ledger.terms.Answer.Source
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
	if x.ledger.stopsClock(row) {
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
	x.steps = append(x.steps, l.lane.Explain()...)
	at, ok := due(&l.lane)
	switch {
	case ok && l.sooner():
		x.step("lane", lane.Source, stamp(at), pair(workday.EndInWords(at)), "Luồng nhanh: %s", "The fast lane: %s")
	case ok:
		x.step("lane", lane.Source, stamp(at), pair(workday.EndInWords(at)), "Luồng nhanh không sớm hơn thời hạn: %s", "The fast lane is not sooner than the limit: %s")
	}
}
