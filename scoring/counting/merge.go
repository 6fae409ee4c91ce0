package counting

import "fmt"

// Merge adds another tally of the same plan and basis, which stays as it is. Their
// names may differ: texts decide. On error nothing is added.
func (t *Tally) Merge(other *Tally) error { return t.join(other, 1) }

// Unmerge takes another tally of the same plan and basis out, which stays as it is:
// t becomes t − other, whether or not other was merged before.
func (t *Tally) Unmerge(other *Tally) error { return t.join(other, -1) }

// joinable says why two tallies cannot be joined.
func (t *Tally) joinable(other *Tally) error {
	if t.plan != other.plan && t.plan.hash != other.plan.hash {
		return ErrOtherPlan
	}
	if t.basis != other.basis {
		return ErrOtherBasis
	}
	return nil
}

func (t *Tally) join(other *Tally, sign int64) error {
	if err := t.joinable(other); err != nil {
		return err
	}
	if t == other {
		other = t.Clone()
	}
	groups, pairs, err := t.adopt(other)
	if err != nil {
		return err
	}
	if !t.pour(other, sign, groups, pairs) {
		t.pour(other, -sign, groups, pairs)
		return fmt.Errorf("merge: %w: a counter beyond 2^53−1", ErrRange)
	}
	return nil
}

// adopt gives the groups and the keys of another tally numbers of t, by their own.
func (t *Tally) adopt(other *Tally) (groups, pairs []uint32, err error) {
	codes := func(id uint32) uint32 { return id }
	if t.names != other.names {
		known := make([]uint32, other.names.Len()+1)
		codes = func(id uint32) uint32 {
			if known[id] == 0 {
				known[id] = t.names.ID(other.names.Text(id))
			}
			return known[id]
		}
	}
	groups = []uint32{0}
	for i := range other.groups {
		l := &other.groups[i]
		next := make([]uint32, len(l.of))
		for n := range l.of {
			next[n] = t.groups[i].id(groups[l.first(uint32(n))], codes(l.second(uint32(n))))
		}
		groups = next
	}
	pairs = make([]uint32, len(other.pairs.of))
	for n := range pairs {
		pairs[n] = t.pairs.id(groups[other.pairs.first(uint32(n))], codes(other.pairs.second(uint32(n))))
	}
	if len(t.groups[len(t.groups)-1].of) > mostCells || len(t.pairs.of) > mostCells {
		return nil, nil, fmt.Errorf("merge: %w: more than %d groups, or keys in groups", ErrRange, mostCells)
	}
	return groups, pairs, nil
}

// pour adds sign times the counters of another tally and reports whether all of them
// stayed in range.
func (t *Tally) pour(other *Tally, sign int64, groups, pairs []uint32) bool {
	in := true
	for i := range other.sheets {
		from, to, plan := &other.sheets[i], &t.sheets[i], t.plan.sheets[i]
		ids, shift := groups, plan.shift()
		if plan.pair {
			ids = pairs
		}
		for at := 0; at < len(from.blocks); at += from.stride {
			block := from.blocks[at : at+from.stride]
			if zero(block[1:]) {
				continue
			}
			key := block[0]
			cell := to.cell(uint64(ids[key>>shift])<<shift | key&(1<<shift-1))
			for c := 1; c < len(block); c++ {
				in = add(&cell[c], sign*int64(block[c])) && in
			}
		}
	}
	for i := range t.supply {
		in = t.supply[i].add(other.supply[i], sign) && in
	}
	return in
}

// Neg turns every counter round, so that merging t takes out what it counted.
func (t *Tally) Neg() {
	for i := range t.sheets {
		s := &t.sheets[i]
		for at := 0; at < len(s.blocks); at += s.stride {
			for c := at + 1; c < at+s.stride; c++ {
				s.blocks[c] = -s.blocks[c]
			}
		}
	}
	for i := range t.supply {
		t.supply[i] = supplied{-t.supply[i].times, -t.supply[i].unknown}
	}
}
