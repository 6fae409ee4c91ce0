package facts

import (
	"cmp"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/counting"
)

// kase is what messages and lines said of one dossier. It is small, since there are
// many; what few dossiers have stands in more.
type kase struct {
	unit, procedure, field, channel uint32 // ids of names

	filed, received, due         int64 // Unix seconds; counting.Null where absent
	finished, returned, refused  int64 // see filed
	components, digitised, reuse int32
	state                        npsp.Code
	bits                         uint16
	more                         *more
}

// The bits of a kase.
const (
	told uint16 = 1 << iota // a message told of the dossier itself
	feeDue
	paidOnline
	resultLinked
	hasDigitised
	populationUsed
	outOfRange  // a date of the message
	stepOutside // the time of a step
	endUntimed  // a step that ends it has no time
	answerEarly // an answer stands before its request
)

// more is what few dossiers have.
type more struct {
	requests []request // for supplements, in order of time
	steps    []step    // of progress, in order of time
	ratings  []rating
	stands   []stand // by its orders, in order of time
	unit     uint32  // the competent one, where a line states it
	stored   int8    // 1 yes, -1 no, 0 not stated
	assisted int8    // see stored

	orderEvents int // by which it stands; 0: no orders are known
}

// request is a distinct request for supplements.
type request struct {
	id              int64
	asked, answered int64 // Unix seconds; counting.Null where absent
	before, due     int64 // see asked
}

// step is one step of progress.
type step struct {
	at    int64
	state npsp.Code
}

type rating struct {
	at                   int64
	disliked, complained bool
}

// extra returns the rest of a case, making room for it.
func (c *kase) extra() *more {
	if c.more == nil {
		c.more = new(more)
	}
	return c.more
}

// ordered reports whether orders of the dossier are known, which then say what it owes.
func (c *kase) ordered() bool { return c.more != nil && c.more.orderEvents > 0 }

// The moments that can be counted: before them the clocks of Vietnam were set anew,
// and what lies after them stands for never.
const firstMoment, afterMoments npsp.Moment = 19760101000000, 30000101000000

// unix is the instant of a moment; counting.Null where it is absent, or out of the
// years that can be counted, which is noted.
func (c *kase) unix(m npsp.Moment) int64 {
	switch {
	case m == 0:
		return counting.Null
	case m < firstMoment || m >= afterMoments:
		c.bits |= outOfRange
		return counting.Null
	}
	return m.Unix()
}

// dossier takes over what a message says of a dossier, in place of what an earlier
// one said.
func (g *Register) dossier(c *kase, b *npsp.Brief) {
	kept := c.more
	*c = kase{
		unit: c.unit, procedure: g.procedureID(b.Procedure), field: g.names.IDOf(b.Field), channel: g.channel(b.Channel),
		state: b.State, bits: told | c.bits&(stepOutside|endUntimed), more: kept,
	}
	c.filed, c.received, c.due = c.unix(b.Filed), c.unix(b.Received), c.unix(b.Due)
	c.finished, c.returned, c.refused = c.unix(b.Finished), c.unix(b.Returned), c.unix(b.Refused)
	for _, row := range []struct {
		bit uint16
		is  bool
	}{
		{feeDue, b.FeesAboveZero > 0}, {paidOnline, has(g.compiled.paid, b.Payment)}, {resultLinked, b.ResultsLinked > 0},
		{hasDigitised, has(g.compiled.digitised, b.Digitised)}, {populationUsed, b.Databases&g.compiled.population != 0},
	} {
		if row.is {
			c.bits |= row.bit
		}
	}
	var components, digitised, reuse int32
	for bits, n := range b.Components {
		components += n
		if bits&npsp.ComponentDigitised != 0 {
			digitised += n
		}
		if bits&g.compiled.reused != 0 {
			reuse += n
		}
	}
	c.components, c.digitised, c.reuse = components, digitised, reuse
	if len(b.Supplements) > 0 || kept != nil && kept.requests != nil {
		c.extra().requests = c.distinct(b.Supplements)
	}
}

// distinct are the requests that are not one another again: by their numbers, or by
// the time where they have none. One that was never made, without a time, is none.
func (c *kase) distinct(supplements []npsp.Supplement) []request {
	var list []request
	for _, s := range supplements {
		r := request{id: s.ID, asked: c.unix(s.Asked), answered: c.unix(s.Answered), before: c.unix(s.Before), due: c.unix(s.Due)}
		if r.asked == counting.Null {
			continue
		}
		if r.answered != counting.Null && r.answered < r.asked {
			r.answered = r.asked // answered, and no waiting is known
			c.bits |= answerEarly
		}
		i := slices.IndexFunc(list, func(o request) bool { return o.id == r.id && (r.id != 0 || o.asked == r.asked) })
		if i < 0 {
			list = append(list, r)
		} else {
			list[i] = r // told again
		}
	}
	slices.SortStableFunc(list, func(a, b request) int { return int(max(-1, min(1, a.asked-b.asked))) })
	return list
}

// progress adds a step of progress, once. Of steps at one second those that end the
// dossier come last, so that the order in which they are told does not matter.
func (g *Register) progress(c *kase, b *npsp.Brief) bool {
	s := step{new(kase).unix(b.At), b.State}
	switch {
	case b.At == 0 && g.ending(b.State) > 0:
		c.bits |= endUntimed
		return true
	case b.At == 0:
		return false
	case s.at == counting.Null:
		c.bits |= stepOutside
		return true
	}
	m := c.extra()
	if slices.Contains(m.steps, s) {
		return false
	}
	at, _ := slices.BinarySearchFunc(m.steps, s, g.order)
	m.steps = slices.Insert(m.steps, at, s)
	return true
}

// order is the order of steps: by time, what opens a dossier before what ends it.
func (g *Register) order(a, b step) int {
	return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(g.ending(a.state), g.ending(b.state)), cmp.Compare(a.state, b.state))
}

// ending is the row of states that end a dossier in which a state stands, from 1; 0
// for none.
func (g *Register) ending(state npsp.Code) uint8 {
	if state < 0 || state > mostCode {
		return 0
	}
	return g.compiled.ends[state]
}

// end is a stretch of a dossier's life that ended.
type end struct{ at, reopened int64 } // reopened is counting.Null where it was not

// ends are the ends of a dossier in order of time; the last is the end unless it was
// reopened. The dates of the message stand in where no step after the last
// reopening ends it. It is missing where the dossier is said to have ended and
// nothing tells when.
func (g *Register) ends(c *kase, list []end) (all []end, missing bool) {
	reopened, ended := int64(counting.Null), g.ending(c.state) > 0 || c.bits&endUntimed != 0
	if c.more != nil && len(c.more.steps) > 0 {
		list, reopened, ended = g.steps(c.more.steps, list, ended)
	}
	if len(list) > 0 && list[len(list)-1].reopened == counting.Null {
		return g.possible(c, list), false
	}
	for _, date := range g.compiled.dates {
		at := [...]int64{EndFinished: c.finished, EndReturned: c.returned, EndRefused: c.refused}[date]
		if at != counting.Null && at > reopened {
			return g.possible(c, append(list, end{at, counting.Null})), false
		}
	}
	return g.possible(c, list), ended
}

// possible leaves out ends before the reception, which cannot have been.
func (g *Register) possible(c *kase, list []end) []end {
	before := func(e end) bool { return e.at < c.received }
	if slices.ContainsFunc(list, before) {
		g.notes.OutOfOrder++
		list = slices.DeleteFunc(list, before)
	}
	return list
}

// steps walks the steps of progress: an end is the first step of the best row of
// states before the dossier was reopened.
func (g *Register) steps(steps []step, list []end, ended bool) ([]end, int64, bool) {
	reopened := int64(counting.Null)
	var best uint8
	current := end{counting.Null, counting.Null}
	for _, s := range steps {
		switch row := g.ending(s.state); {
		case row > 0 && (best == 0 || row < best):
			best, current = row, end{s.at, counting.Null}
		case best > 0 && has(g.compiled.reopening, s.state) && s.at > current.at:
			current.reopened, reopened = s.at, s.at
			list = append(list, current)
			best, ended = 0, false
		}
	}
	if best > 0 {
		list = append(list, current)
	}
	return list, reopened, ended
}

// seconds is an instant as a time in Vietnam.
func seconds(unix int64) time.Time { return time.Unix(unix, 0).In(motcua.Vietnam()) }
