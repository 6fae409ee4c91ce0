package counting

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua/scoring"
)

// reading is one walk over the cells of a tally. Cells of one day are added up
// between the days at which some window begins or ends, so that any number of
// windows costs one addition per cell; cells of two days are few, and are held
// against every window.
type reading struct {
	t        *Tally
	groups   []int32 // by group: its slot, -1 if it is not read
	groupLen int     // number of slots
	pairs    []int32 // by key in a group: its slot, -1 if it is not read
	groupOf  []int32 // by slot of a key: the slot of its group

	frames  []frame
	windows int
	edges   []int    // days, in order
	bucket  []uint16 // by day after the first edge: how many edges are not after it
	sums    [][]int64
	seen    []bool // by slot of a group
	out     []int64
	answers []scoring.Answer
	over    bool // a sum left the range of counters
}

// mostWindows keeps the numbers of edges small.
const mostWindows = 1 << 13

// run walks over the cells and leaves r.out: the counts by slot, window, measure.
func (r *reading) run(windows []Window) error {
	if len(windows) > mostWindows {
		return fmt.Errorf("%w: more than %d windows", ErrRange, mostWindows)
	}
	for _, w := range windows {
		f, err := w.frame()
		if err != nil {
			return err
		}
		r.frames = append(r.frames, f)
		r.edges = append(r.edges, f.first, f.after, f.cut+1, f.begun)
	}
	r.windows = len(windows)
	r.seen = make([]bool, r.groupLen)
	r.setEdges()
	for i := range r.t.sheets {
		if r.t.plan.sheets[i].two {
			r.addTwo(i)
		} else {
			r.addOne(i)
		}
	}
	measures := r.t.plan.readouts
	r.out = make([]int64, r.groupLen*r.windows*len(measures))
	for i := range measures {
		r.answers = append(r.answers, r.t.answer(&measures[i]))
		if measures[i].asked {
			r.measure(i)
		}
	}
	if r.over {
		return fmt.Errorf("read: %w: a sum beyond 2^62", ErrRange)
	}
	return nil
}

func (r *reading) setEdges() {
	slices.Sort(r.edges)
	r.edges = slices.Compact(r.edges)
	if len(r.edges) == 0 {
		return
	}
	first := r.edges[0]
	r.bucket = make([]uint16, r.edges[len(r.edges)-1]-first+1)
	for i, edge := range r.edges {
		r.bucket[edge-first] = uint16(i + 1)
	}
	for d := 1; d < len(r.bucket); d++ {
		r.bucket[d] = max(r.bucket[d], r.bucket[d-1])
	}
}

// before returns how many edges lie at or before a day; all of them mean that no
// window sees it.
func (r *reading) before(day int) int {
	first := r.edges[0]
	if day < first {
		return 0
	}
	if day-first >= len(r.bucket) {
		return len(r.edges)
	}
	return int(r.bucket[day-first])
}

// slot returns where the cells of an id of a sheet are added up, -1 if nowhere.
func (r *reading) slot(pair bool, id uint64) int {
	if pair {
		at := int(r.pairs[id])
		if at >= 0 {
			r.seen[r.groupOf[at]] = true
		}
		return at
	}
	at := int(r.groups[id])
	if at >= 0 {
		r.seen[at] = true
	}
	return at
}

func (r *reading) slots(pair bool) int {
	if pair {
		return len(r.groupOf)
	}
	return r.groupLen
}

// addOne adds up a sheet of one day: by slot, run of days between edges, column; and
// leaves what lies before each edge.
func (r *reading) addOne(i int) {
	s, plan := &r.t.sheets[i], r.t.plan.sheets[i]
	if s.len() == 0 {
		r.sums = append(r.sums, nil) // as zeros
		return
	}
	runs, width := len(r.edges), plan.width
	sums := make([]int64, r.slots(plan.pair)*runs*width)
	for at := 0; at < len(s.blocks) && runs > 0; at += s.stride {
		block := s.blocks[at : at+s.stride]
		if zero(block[1:]) {
			continue
		}
		slot, run := r.slot(plan.pair, block[0]>>dayBits), r.before(int(block[0]&dayMask))
		if slot < 0 || run == runs {
			continue
		}
		to := sums[(slot*runs+run)*width:][:width]
		for c := range to {
			to[c] += int64(block[1+c])
			r.bound(to[c])
		}
	}
	for slot := range r.slots(plan.pair) {
		of := sums[slot*runs*width:][:runs*width]
		for c := width; c < len(of); c++ {
			of[c] += of[c-width]
			r.bound(of[c])
		}
	}
	r.sums = append(r.sums, sums)
}

// bound notes a sum that may leave the range of int64 at the next addition.
func (r *reading) bound(v int64) {
	if uint64(v)+1<<62 > 1<<63 {
		r.over = true
	}
}

// addTwo adds up a sheet of two days: by slot, window, column. What is counted until
// a period begins is told from what is counted in it by the column's scope.
func (r *reading) addTwo(i int) {
	s, plan := &r.t.sheets[i], r.t.plan.sheets[i]
	if s.len() == 0 {
		r.sums = append(r.sums, nil) // as zeros
		return
	}
	width := plan.width
	flows := r.flows(i)
	sums := make([]int64, r.slots(plan.pair)*r.windows*width)
	for at := 0; at < len(s.blocks); at += s.stride {
		block := s.blocks[at : at+s.stride]
		if zero(block[1:]) {
			continue
		}
		slot := r.slot(plan.pair, block[0]>>(2*dayBits))
		if slot < 0 {
			continue
		}
		x, y := int(block[0]>>dayBits&dayMask), int(block[0]&dayMask)
		for w := range r.frames {
			f := &r.frames[w]
			if y > f.cut {
				continue
			}
			in, ended := x >= f.first && x < f.after, x < f.begun
			to := sums[(slot*r.windows+w)*width:][:width]
			for c := range to {
				if in && flows[c] || ended && !flows[c] {
					to[c] += int64(block[1+c])
					r.bound(to[c])
				}
			}
		}
	}
	r.sums = append(r.sums, sums)
}

// flows tells by column of a sheet of two days whether it counts what lies in the
// period, and not what ended before it.
func (r *reading) flows(sheet int) []bool {
	out := make([]bool, r.t.plan.sheets[sheet].width)
	for i := range r.t.plan.counters {
		if c := &r.t.plan.counters[i]; c.later.sheet == sheet && c.scope == scoring.ScopePeriod {
			out[c.later.at] = true
		}
	}
	return out
}

// measure leaves the counts of one measure.
func (r *reading) measure(i int) {
	m, n := &r.t.plan.readouts[i], len(r.t.plan.readouts)
	where, except := &r.t.plan.counters[m.where], (*counter)(nil)
	if m.except >= 0 {
		except = &r.t.plan.counters[m.except]
	}
	if r.empty(where) && (except == nil || r.empty(except)) {
		return
	}
	for w := range r.frames {
		if !m.distinct {
			for slot := range r.groupLen {
				r.out[(slot*r.windows+w)*n+i] = r.count(where, slot, w)
			}
			continue
		}
		for slot, group := range r.groupOf {
			to := &r.out[(int(group)*r.windows+w)*n+i]
			v, out := r.count(where, slot, w), int64(0)
			if except != nil {
				out = r.count(except, slot, w)
			}
			switch {
			case v < 0 || out < 0:
				*to = -1
			case *to >= 0 && v > 0 && out == 0:
				*to++
			}
		}
	}
}

// empty reports whether a counter has no cells.
func (r *reading) empty(c *counter) bool {
	has := func(col column) bool { return r.sums[col.sheet] != nil }
	switch c.scope {
	case scoring.ScopeCut:
		return !has(c.one)
	case scoring.ScopePeriod:
		return !has(c.one) && !has(c.later)
	}
	return !has(c.one) && !has(c.end) && !has(c.later)
}

// count is what a counter comes to in a slot and a window.
func (r *reading) count(c *counter, slot, w int) int64 {
	f := &r.frames[w]
	before := func(col column, day int) int64 {
		// The day is an edge: the run before it holds what lies before it.
		runs, width := len(r.edges), r.t.plan.sheets[col.sheet].width
		if r.sums[col.sheet] == nil {
			return 0
		}
		return r.sums[col.sheet][(slot*runs+r.before(day)-1)*width+col.at]
	}
	later := int64(0)
	if c.scope != scoring.ScopeCut && r.sums[c.later.sheet] != nil {
		later = r.sums[c.later.sheet][(slot*r.windows+w)*r.t.plan.sheets[c.later.sheet].width+c.later.at]
	}
	v := int64(0)
	switch c.scope {
	case scoring.ScopePeriod:
		v = before(c.one, f.after) - before(c.one, f.first) + later
	case scoring.ScopeCut:
		v = before(c.one, f.cut+1)
	default:
		v = before(c.one, f.cut+1) - before(c.end, f.begun) - later
	}
	r.bound(v)
	return v
}
