package counting

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// step is an instant from which a row's comparisons with the cut are what they are
// until the next step.
type step struct {
	at  int64
	day uint64
}

// walk is the reused memory of walks over rows.
type walk struct {
	words []uint64
	turns []int64  // by cut atom: the instant at which it turns
	steps []step   // of the present timeline
	bits  []uint64 // of the cuts, at each step
	batch
}

// most is the largest number of groups, and of keys in groups.
const mostCells = 1 << 24

// emit appends the events of a row to t.events. The row's groups and keys get their
// numbers even if the row is refused, which nobody sees.
func (t *Tally) emit(table Table, r *Row) error {
	if int(table) >= len(t.plan.tables) || table == 0 {
		return &RowError{table, "", fmt.Errorf("%w: no table", ErrRange)}
	}
	p := t.plan.tables[table]
	if p == nil {
		return nil
	}
	group, err := t.group(table, p, r)
	if err != nil {
		return err
	}
	if err := t.ask(table, p, r); err != nil {
		return err
	}
	last := -2
	for i := range p.lines {
		l := &p.lines[i]
		if err := t.emitLine(table, p, l, r, group, l.anchor == last); err != nil {
			return err
		}
		last = l.anchor
	}
	return nil
}

// group returns the number of a row's group.
func (t *Tally) group(table Table, p *tablePlan, r *Row) (uint32, error) {
	g := uint32(0)
	for i, slot := range p.by {
		code := r.Codes[slot]
		if !t.names.has(code) {
			return 0, &RowError{table, t.plan.by[i], fmt.Errorf("%w: %d is the number of no name", ErrRange, code)}
		}
		g = t.groups[i].id(g, code)
	}
	if g >= mostCells {
		return 0, &RowError{table, "", fmt.Errorf("%w: more than %d groups", ErrRange, mostCells)}
	}
	return g, nil
}

// ask sets the bits of a row, and finds when its comparisons with the cut turn.
func (t *Tally) ask(table Table, p *tablePlan, r *Row) error {
	if r.Flags&^r.Known != 0 {
		return &RowError{table, "", fmt.Errorf("%w: a flag is true and not known", ErrRange)}
	}
	w := t.words[:p.words]
	clear(w)
	w[0] = uint64(r.Flags) | uint64(r.Known&^r.Flags)<<32
	for i := range p.statics {
		if p.statics[i].holds(r, t.lists) {
			w[1+i>>6] |= 1 << (i & 63)
		}
	}
	for i := range p.cuts {
		f := &p.cuts[i].flip
		v, ok := r.Times[f.slot], true
		switch {
		case v == Null && p.cuts[i].after:
			v = Never
		case v == Null:
		case f.byDay:
			v, ok = startOf(v + f.plus)
		default:
			v += f.plus
			_, ok = dayAt(v)
		}
		if !ok {
			return dateError(table, p.columnAt(table, f.slot))
		}
		t.turns[i] = v
	}
	return nil
}

// columnAt names the column of a slot of the times.
func (p *tablePlan) columnAt(table Table, slot int) string {
	for _, c := range layout().places[table-1] {
		if c.slot == slot && (c.kind == motcua.ColumnDate || c.kind == motcua.ColumnTime) {
			return c.column
		}
	}
	return ""
}

func dateError(table Table, column string) error {
	return &RowError{table, column, fmt.Errorf("%w: not within the years 1976 to 4846", ErrRange)}
}

// instantOf returns when a column of the times is, its day, and whether it can be.
func instantOf(r *Row, slot int, byDay bool) (at int64, day uint64, ok bool) {
	at, ok = r.Times[slot], true
	if byDay {
		if at, ok = startOf(at); !ok {
			return 0, 0, false
		}
	}
	day, ok = dayAt(at)
	return at, day, ok
}

// span is where a row of a timeline is counted.
type span struct {
	group        uint32
	anchor       uint64 // day
	begin, until step
	end          step // of the row; its day is 0 if it has none
}

// emitLine appends the events of the counters of one timeline; again says that the
// steps are those of the line before.
func (t *Tally) emitLine(table Table, p *tablePlan, l *timeline, r *Row, group uint32, again bool) error {
	if !again {
		t.steps = t.steps[:0]
	}
	s := span{group: group, begin: step{at: r.Since}, until: step{at: r.Until}}
	var ok bool
	if s.begin.at != Always {
		if s.begin.day, ok = dayAt(r.Since); !ok {
			return dateError(table, "")
		}
	}
	if s.until.at != Never {
		if s.until.day, ok = dayAt(r.Until); !ok {
			return dateError(table, "")
		}
	}
	if l.anchor >= 0 {
		if r.Times[l.anchor] == Null {
			return nil
		}
		at, day, ok := instantOf(r, l.anchor, l.byDay)
		if !ok {
			return dateError(table, l.anchorColumn)
		}
		if s.anchor = day; at > s.begin.at {
			s.begin = step{at, day}
		}
	}
	if l.end >= 0 && r.Times[l.end] != Null {
		if s.end.at, s.end.day, ok = instantOf(r, l.end, false); !ok {
			return dateError(table, l.endColumn)
		}
	}
	if s.begin.at >= s.until.at {
		return nil
	}
	if err := t.emitStill(table, l, r, &s); err != nil || len(l.looking) == 0 {
		return err
	}
	if len(t.steps) == 0 {
		t.setSteps(p, &s)
	}
	return t.emitLooking(table, p, l, r, &s)
}

// emitStill appends the events of counters whose predicates no cut changes: one as
// the row begins to be counted, one as it ceases to stand.
func (t *Tally) emitStill(table Table, l *timeline, r *Row, s *span) error {
	still := l.still
	if s.until.at == Never && s.begin.day == s.anchor {
		still = still[t.emitPlain(l, s):]
	}
	for _, i := range still {
		c := &t.plan.counters[i]
		if !c.where.holds(t.words) {
			continue
		}
		v, id, err := t.weigh(table, c, r, s.group)
		if err != nil {
			return err
		}
		if v == 0 {
			continue
		}
		t.change(c, id, s, s.begin, v)
		if s.until.at != Never {
			t.change(c, id, s, s.until, -v)
		}
	}
	return nil
}

// emitPlain appends the events of the plain counters of a row that is counted from the
// day of its anchor on for good, and returns how many counters these are.
func (t *Tally) emitPlain(l *timeline, s *span) int {
	n := 0
	w0, w1, w2 := t.words[0], t.words[1], t.words[2]
	for i := range l.plain {
		p := &l.plain[i]
		n += p.count
		columns := uint32(0)
		for k := range p.needs {
			need := &p.needs[k]
			missing := need.bits[0]&^w0 | need.bits[1]&^w1 | need.bits[2]&^w2
			columns |= uint32(^(missing|-missing)>>63) << need.column // the bit of what lacks nothing
		}
		if columns != 0 {
			t.addAll(p.sheet, uint64(s.group)<<dayBits|s.anchor, s.begin.at, 1, columns)
		}
	}
	return n
}

// weigh returns what a row adds to a counter, and in which cells: of its group, or
// of its key in the group. A row without the key or the number adds nothing.
func (t *Tally) weigh(table Table, c *counter, r *Row, group uint32) (v int64, id uint32, err error) {
	switch {
	case c.sum >= 0:
		v = r.Numbers[c.sum]
		if v == Null {
			return 0, 0, nil
		}
		if v < -mostCount || v > mostCount {
			return 0, 0, &RowError{table, c.sumColumn, fmt.Errorf("%w: %d is beyond 2^53−1", ErrRange, v)}
		}
		return v, group, nil
	case c.key < 0:
		return 1, group, nil
	}
	code := r.Codes[c.key]
	if code == 0 {
		return 0, 0, nil
	}
	if !t.names.has(code) {
		return 0, 0, &RowError{table, "", fmt.Errorf("%w: %d is the number of no name", ErrRange, code)}
	}
	if id = t.pairs.id(group, t.names.keyOf(code)); id >= mostCells {
		return 0, 0, &RowError{table, "", fmt.Errorf("%w: more than %d keys in groups", ErrRange, mostCells)}
	}
	return 1, id, nil
}

// change appends the events of a counter that changes by v at an instant.
func (t *Tally) change(c *counter, id uint32, s *span, now step, v int64) {
	one := uint64(id)<<dayBits | now.day
	two := uint64(id)<<(2*dayBits) | now.day
	switch {
	case c.scope == scoring.ScopePeriod && now.day != s.anchor:
		t.add(c.later, two|s.anchor<<dayBits, now.at, v)
		return
	default:
		t.add(c.one, one, now.at, v)
	}
	switch {
	case c.scope != scoring.ScopeActive || s.end.day == 0:
	case now.day <= s.end.day:
		t.add(c.end, uint64(id)<<dayBits|s.end.day, max(now.at, s.end.at), v)
	default:
		t.add(c.later, two|s.end.day<<dayBits, now.at, v)
	}
}
