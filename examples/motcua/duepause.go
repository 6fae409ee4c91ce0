package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// pause is a wait for supplements.
type pause struct {
	number   int // in the call, from 0
	from, to time.Time
}

// reasonSupplement is the row of the clock rules under which the pauses fall.
const reasonSupplement = "supplement"

// codePause is the code of a pause that does not count as it was given, as in
// dossier.
const (
	codePause     = "DOS-CLK-08"
	codeLatePause = "DOS-CLK-10" // it begins when the time is up
)

var (
	textPause = motcua.Text{
		En: "not a pause; write it as 2026-02-24T08:00:00+07:00/2026-02-26T15:00:00+07:00",
		Vi: "không phải khoảng tạm dừng; hãy viết như 2026-02-24T08:00:00+07:00/2026-02-26T15:00:00+07:00",
	}
	textTurned  = motcua.Text{En: "ends before it begins", Vi: "kết thúc trước khi bắt đầu"}
	textClipped = motcua.Text{En: "the pause %s counts from the reception on", Vi: "khoảng tạm dừng %s chỉ tính từ khi tiếp nhận"}
	textOver    = motcua.Text{
		En: "the pause %s was over at the reception and moves nothing",
		Vi: "khoảng tạm dừng %s đã hết khi tiếp nhận nên không dời ngày hẹn trả",
	}
	textLate = motcua.Text{
		En: "the pause %s began when the time was up and moves nothing",
		Vi: "khoảng tạm dừng %s bắt đầu khi đã hết hạn nên không dời ngày hẹn trả",
	}
)

// readPauses reads the pauses and reports their faults. Those that are good are
// put as they count: from the reception on, in order, and once where they overlap.
func (d *deadline) readPauses(s *session, call *dueCall, c *workday.Calendar, known bool) {
	for i, text := range d.pauses {
		at := fmt.Sprintf("/%d", i)
		a, b, ok := strings.Cut(text, "/")
		if !ok {
			s.fault("--pause", at, codeText, textPause, &motcua.ParseError{Kind: "pause", Input: text})
			continue
		}
		from, first := s.instant("--pause", at+"/from", a, c)
		to, second := s.instant("--pause", at+"/to", b, c)
		switch {
		case !first || !second:
		case to.Before(from):
			s.fault("--pause", at, codeOrder, textTurned, &motcua.ParseError{Kind: "pause", Input: text})
		case known:
			call.take(pause{i, from, to})
		}
	}
	call.unite()
}

// take adds a pause, or what of it follows the reception.
func (c *dueCall) take(p pause) {
	c.given = append(c.given, p)
	switch {
	case !p.from.Before(c.received):
		c.pauses = append(c.pauses, p)
	case p.to.After(c.received):
		c.note(codePause, p, textClipped)
		p.from = c.received
		c.pauses = append(c.pauses, p)
	default:
		c.note(codePause, p, textOver)
	}
}

// late notes the pauses that began when the time was up: they move nothing.
func (c *dueCall) late(due time.Time) {
	for _, p := range c.given {
		if !p.from.Before(due) {
			c.note(codeLatePause, p, textLate)
		}
	}
	c.notes.Sort()
}

// note notes that a pause counts otherwise than it was given.
func (c *dueCall) note(code string, p pause, t motcua.Text) {
	from, to := workday.InWords(p.from), workday.InWords(p.to)
	c.notes.Warn(code, fmt.Sprintf("/pause/%d", p.number), motcua.Text{
		En: fmt.Sprintf(t.En, from.En+" – "+to.En),
		Vi: fmt.Sprintf(t.Vi, from.Vi+" – "+to.Vi),
	}, nil)
}

// unite sorts the pauses and makes one of those that overlap or touch, so that
// the ledger tells each from its beginning to its end.
func (c *dueCall) unite() {
	slices.SortFunc(c.pauses, func(a, b pause) int { return a.from.Compare(b.from) })
	var out []pause
	for _, p := range c.pauses {
		if n := len(out); n > 0 && !p.from.After(out[n-1].to) {
			if p.to.After(out[n-1].to) {
				out[n-1].to = p.to
			}
			continue
		}
		out = append(out, p)
	}
	c.pauses = out
}

// entries are what happened to the dossier, in order.
func (c *dueCall) entries() []dossier.Entry {
	out := []dossier.Entry{{Kind: dossier.EntryReceived, At: c.received}}
	for _, p := range c.pauses {
		out = append(out,
			dossier.Entry{Kind: dossier.EntryPaused, At: p.from, Reason: reasonSupplement},
			dossier.Entry{Kind: dossier.EntryResumed, At: p.to, Reason: reasonSupplement})
	}
	return out
}
