package facts

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/counting"
)

// span is a dossier as the index sees it at the cuts from since to the next span.
type span struct {
	since           int64
	deadline, ended int64 // counting.Null for none
	closed          int64 // the end as the office knows it; counting.Null for none
	requests        int64
	waiting         bool
}

// project appends the rows of a dossier: one for each stretch of cuts at which the
// index sees it in another way. A dossier no message told of has none.
func (g *Register) project(c *kase, rows []counting.Row) []counting.Row {
	if c.bits&told == 0 {
		return rows
	}
	spans := g.spans(c, g.spanBuffer[:0])
	g.spanBuffer = spans[:0]
	base := g.base(c)
	first := len(rows)
	for i, s := range spans {
		row := base
		row.Times[g.slots.deadline], row.Times[g.slots.ended], row.Times[g.slots.closed] = s.deadline, s.ended, s.closed
		row.Numbers[g.slots.supplements] = s.requests
		row.Since, row.Until = s.since, counting.Never
		if i+1 < len(spans) {
			row.Until = spans[i+1].since
		}
		g.slots.waiting.set(&row, s.waiting)
		g.slots.undecided.set(&row, s.deadline == counting.Null)
		if s.closed != counting.Null && s.deadline != counting.Null {
			g.slots.early.set(&row, day(s.closed) < day(s.deadline-1))
		}
		rows = append(rows, row)
	}
	if c.more != nil && len(c.more.ratings) > 0 {
		rows = g.rated(c.more.ratings, rows, first)
	}
	if c.ordered() {
		rows = g.ordered(c.more.stands, rows, first)
	}
	return rows
}

// base is what is the same in all rows of a dossier.
func (g *Register) base(c *kase) counting.Row {
	s := &g.slots
	row := counting.NewRow()
	row.Codes[s.unit], row.Codes[s.procedure], row.Codes[s.field], row.Codes[s.channel] = c.unit, c.procedure, c.field, c.channel
	row.Times[s.filed], row.Times[s.received] = c.filed, c.received
	row.Numbers[s.components], row.Numbers[s.componentsDigitised], row.Numbers[s.componentsReused] = int64(c.components), int64(c.digitised), int64(c.reuse)
	s.feeDue.set(&row, c.bits&feeDue != 0 && !c.ordered())
	s.paidOnline.set(&row, c.bits&paidOnline != 0 && !c.ordered())
	s.resultElectronic.set(&row, c.bits&resultLinked != 0)
	s.digitised.set(&row, c.bits&hasDigitised != 0)
	s.reused.set(&row, c.reuse > 0)
	s.populationUsed.set(&row, c.bits&populationUsed != 0)
	s.disliked.set(&row, false)
	s.complained.set(&row, false)
	stored, assisted, elsewhere := false, false, false
	if m := c.more; m != nil {
		stored, assisted = m.stored > 0, m.assisted > 0
		if m.unit != 0 {
			elsewhere = g.unitOf(m.unit) != g.unitOf(c.unit)
			row.Codes[s.unit] = m.unit
		}
	}
	s.stored.set(&row, stored)
	s.assisted.set(&row, assisted)
	s.elsewhere.set(&row, elsewhere)
	if known := g.offer(c.procedure).document; known != 0 {
		s.resultIsDocument.set(&row, known > 0)
	}
	return row
}

// spans appends the stretches of cuts of a dossier. A plain one has one: its due
// time as stated, its end; any other is read by the ledger of its clock.
func (g *Register) spans(c *kase, spans []span) []span {
	ends, missing := g.ends(c, g.endBuffer[:0])
	g.endBuffer = ends[:0]
	if missing {
		g.notes.EndTimeMissing++
	}
	plain := c.more == nil || len(c.more.requests) == 0
	reopened := len(ends) > 0 && (len(ends) > 1 || ends[0].reopened != counting.Null)
	if plain && !reopened && (c.due != counting.Null || g.offer(c.procedure).terms == nil) || c.received == counting.Null {
		s := span{since: counting.Always, deadline: g.stated(c.due), ended: counting.Null, closed: counting.Null}
		if len(ends) > 0 {
			s.ended = ends[len(ends)-1].at
			s.closed = s.ended
		}
		return append(spans, s)
	}
	return g.ledger(c, ends, spans)
}

// stated is a due time as it is meant: at midnight the end of that day.
func (g *Register) stated(due int64) int64 {
	if due == counting.Null || !g.clock.Stated.MidnightEnds {
		return due
	}
	if h, m, s := seconds(due).Clock(); h+m+s == 0 {
		return due + 24*60*60
	}
	return due
}

// ledger reads the dossier's clock at everything that happened to it.
func (g *Register) ledger(c *kase, ends []end, spans []span) []span {
	terms := dossier.Terms{Office: g.office, Rules: g.clock}
	due := c.due
	entries := append(g.entryBuffer[:0], dossier.Entry{Kind: dossier.EntryReceived, At: seconds(c.received)})
	if c.more != nil {
		for i, r := range c.more.requests {
			if i == 0 && r.before != counting.Null && r.due != counting.Null {
				due = r.before // the message holds the new one
			}
			entries = append(entries, dossier.Entry{Kind: dossier.EntryPaused, At: seconds(r.asked), Reason: g.supplement})
			if r.answered == counting.Null {
				continue
			}
			answer := dossier.Entry{Kind: dossier.EntryResumed, At: seconds(r.answered), Reason: g.supplement}
			if r.due != counting.Null {
				answer.Due = seconds(r.due)
			}
			entries = append(entries, answer)
		}
	}
	for _, e := range ends {
		entries = append(entries, dossier.Entry{Kind: dossier.EntryEnded, At: seconds(e.at)})
		if e.reopened != counting.Null {
			entries = append(entries, dossier.Entry{Kind: dossier.EntryReopened, At: seconds(e.reopened)})
		}
	}
	if due != counting.Null {
		terms.Appointment = seconds(due)
	} else {
		terms.Limit, terms.Rules = g.longest(c), &g.undated
	}
	slices.SortStableFunc(entries, func(a, b dossier.Entry) int { return a.At.Compare(b.At) })
	g.entryBuffer = entries[:0]
	ledger, faults := terms.Ledger(entries)
	if faults.Err() != nil || c.bits&answerEarly != 0 {
		g.notes.OutOfOrder++
	}
	for i, e := range entries {
		if i+1 < len(entries) && entries[i+1].At.Equal(e.At) {
			continue
		}
		spans = append(spans, g.look(&ledger, e.At, entries[:i+1]))
	}
	if len(spans) > 0 {
		spans[0].since = counting.Always
	}
	return slices.CompactFunc(spans, func(a, b span) bool { a.since = b.since; return a == b })
}

// look is the dossier as the index sees it from an instant on.
func (g *Register) look(ledger *dossier.Ledger, at time.Time, entries []dossier.Entry) span {
	then := ledger.At(at)
	view := then.Index(at)
	s := span{since: at.Unix(), deadline: counting.Null, ended: counting.Null, closed: counting.Null, waiting: then.Status() == dossier.StatusPaused}
	for _, e := range entries {
		if e.Kind == dossier.EntryPaused {
			s.requests++
		}
	}
	if !view.Due.IsZero() {
		s.deadline = view.Due.Unix()
	}
	if end, ok := then.Ended(); ok {
		s.ended, s.closed = end.Unix(), end.Unix()
	}
	switch view.Reason {
	case dossier.IndexTooManyRequests:
		s.deadline = view.End.Unix() - 1 // late from that request on
	case dossier.IndexUnanswered:
		s.ended = view.End.Unix()
	case dossier.IndexNoDue:
		if s.waiting || !view.Open {
			s.ended = view.End.Unix() // of a request nobody answered: when it was made
		}
	}
	return s
}

// unitOf is the code of a unit that is known by several.
func (g *Register) unitOf(code uint32) uint32 {
	if unit, ok := g.aliases[code]; ok {
		return unit
	}
	return code
}

// rated splits the rows of a dossier, those from first on, at what was said of it.
func (g *Register) rated(ratings []rating, rows []counting.Row, first int) []counting.Row {
	disliked, complained := int64(counting.Never), int64(counting.Never)
	for _, r := range ratings {
		if r.disliked {
			disliked = min(disliked, r.at)
		}
		if r.complained {
			complained = min(complained, r.at)
		}
	}
	rows = split(rows, first, disliked)
	rows = split(rows, first, complained)
	for i := first; i < len(rows); i++ {
		if rows[i].Since >= disliked {
			g.slots.disliked.set(&rows[i], true)
		}
		if rows[i].Since >= complained {
			g.slots.complained.set(&rows[i], true)
		}
	}
	return rows
}

// split parts the row that stands at an instant and just before it.
func split(rows []counting.Row, first int, at int64) []counting.Row {
	for i := first; i < len(rows); i++ {
		if rows[i].Since < at && at < rows[i].Until {
			rows = slices.Insert(rows, i+1, rows[i])
			rows[i].Until, rows[i+1].Since = at, at
			break
		}
	}
	return rows
}

// day is the day of an instant in Vietnam.
func day(unix int64) motcua.Date { return npsp.MomentOf(seconds(unix)).Date() }
