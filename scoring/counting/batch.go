package counting

import "math/bits"

// batch is the changes that a row, or some rows, make: events, and the cells they meet. The cells
// are looked up together, one step of all before the next, since each step of one
// waits for memory and does not mind the others waiting too.
type batch struct {
	targets []target
	events  []event
	first   int // target of the present row
}

// target is a cell by its sheet and key.
type target struct {
	key   uint64
	sheet int
	at    int  // of its block in the sheet, once looked up; -1 if it is not there
	slot  int  // of the index
	met   bool // by an event of the time in question
}

// event is a change of some counters of a cell at an instant.
type event struct {
	at      int64 // Unix seconds; Always for what was so from the first
	delta   int64
	target  int32
	columns uint32 // as bits
}

func (b *batch) reset() { b.targets, b.events, b.first = b.targets[:0], b.events[:0], 0 }

// add appends an event of one counter.
func (b *batch) add(col column, key uint64, at, delta int64) {
	b.addAll(col.sheet, key, at, delta, 1<<col.at)
}

// addAll appends an event of several counters of a cell.
func (b *batch) addAll(sheet int, key uint64, at, delta int64, columns uint32) {
	i := len(b.targets) - 1
	for i >= b.first && (b.targets[i].key != key || b.targets[i].sheet != sheet) {
		i--
	}
	if i < b.first {
		i = len(b.targets)
		b.targets = append(b.targets, target{key: key, sheet: sheet, met: true})
	}
	b.events = append(b.events, event{at, delta, int32(i), columns})
}

// within reports whether an event lies after one instant and not after another;
// after Always is every instant.
func (e *event) within(after, upTo int64) bool {
	return e.at <= upTo && (e.at > after || after == Always)
}

// meet marks the cells of events in a span of time.
func (b *batch) meet(after, upTo int64) {
	if after == Always && upTo == Never {
		return // as added
	}
	for i := range b.targets {
		b.targets[i].met = false
	}
	for i := range b.events {
		if e := &b.events[i]; e.within(after, upTo) {
			b.targets[e.target].met = true
		}
	}
}

// locate looks up the cells that are met and makes those that are missing.
func (t *Tally) locate(b *batch) {
	for i := range b.targets {
		g := &b.targets[i]
		if s := &t.sheets[g.sheet]; len(s.index) > 0 {
			g.slot = int(s.index[s.home(g.key)])
		} else {
			g.slot = 0
		}
	}
	for i := range b.targets {
		g := &b.targets[i]
		s := &t.sheets[g.sheet]
		if at := (g.slot - 1) * s.stride; g.slot > 0 && s.blocks[at] == g.key {
			g.at = at
		} else {
			g.at = -1
		}
	}
	moved := false
	for i := range b.targets {
		if g := &b.targets[i]; g.at < 0 && g.met {
			moved = t.sheets[g.sheet].ensure(len(b.targets)) || moved
		}
	}
	for i := range b.targets {
		if g := &b.targets[i]; g.met && (moved || g.at < 0) {
			g.at = t.sheets[g.sheet].place(g.key)
		}
	}
}

// apply adds sign times the events in a span of time. It reports whether every
// counter stayed in range; if not, nothing was added.
func (t *Tally) apply(b *batch, sign, after, upTo int64) bool {
	in := t.shift(b, sign, after, upTo)
	if !in {
		t.shift(b, -sign, after, upTo)
	}
	return in
}

func (t *Tally) shift(b *batch, sign, after, upTo int64) bool {
	b.meet(after, upTo)
	t.locate(b)
	in := true
	for i := range b.events {
		e := &b.events[i]
		if !e.within(after, upTo) {
			continue
		}
		g := &b.targets[e.target]
		s := &t.sheets[g.sheet]
		block := s.blocks[g.at+1 : g.at+s.stride]
		for columns := e.columns; columns != 0; columns &= columns - 1 {
			in = add(&block[bits.TrailingZeros32(columns)], sign*e.delta) && in
		}
	}
	return in
}
