package counting

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua/scoring"
)

// Group is the values of the plan's columns By, "" where one is null.
type Group []string

// Figure is what a measure comes to.
type Figure struct {
	// Count is the number of rows or keys, or the sum. It may be negative in the
	// difference of two tallies; a distinct count is −1 where some key was counted
	// less than not at all.
	Count int64
	// Answer says whether the columns were supplied, and known.
	Answer scoring.Answer
}

// Figures are what the measures come to, in the order of [Plan.Measures].
type Figures []Figure

// GroupFigures are the figures of one group.
type GroupFigures struct {
	Group   Group   // whose they are
	Figures Figures // what its measures come to
}

// Groups returns the groups that have a cell, sorted.
func (t *Tally) Groups() []Group {
	e := t.number()
	out := make([]Group, len(e.groups))
	for i, g := range e.groups {
		out[i] = t.textsOf(g)
	}
	slices.SortFunc(out, func(a, b Group) int { return slices.Compare(a, b) })
	return out
}

func (t *Tally) textsOf(group uint32) Group {
	codes := t.codesOf(group)
	out := make(Group, len(codes))
	for i, code := range codes {
		out[i] = t.names.Text(code)
	}
	return out
}

// find returns the number of a group, if it has one.
func (t *Tally) find(g Group) (uint32, bool, error) {
	if len(g) != len(t.groups) {
		return 0, false, fmt.Errorf("group %q: %w: want a value for each of %q", g, ErrRange, t.plan.by)
	}
	n := uint32(0)
	for i, text := range g {
		code, known := t.names.ids[text]
		if !known && text != "" {
			return 0, false, nil
		}
		var ok bool
		if n, ok = t.groups[i].find(n, code); !ok {
			return 0, false, nil
		}
	}
	return n, true, nil
}

// Read returns the figures of one window for the union of some groups, of all of
// them if none is named: rows and sums add up, and a key that stands in several
// groups is one. A group without rows has none.
func (t *Tally) Read(w Window, groups ...Group) (Figures, error) {
	out, err := t.Series([]Window{w}, groups...)
	if err != nil {
		return nil, err
	}
	return out[0], nil
}

// Series is [Tally.Read] for many windows in one walk over the cells: the weeks of a
// year, or the year to date at each of its days.
func (t *Tally) Series(windows []Window, groups ...Group) ([]Figures, error) {
	slots := slices.Repeat([]int32{-1}, len(t.groups[len(t.groups)-1].of))
	for _, g := range groups {
		n, ok, err := t.find(g)
		if err != nil {
			return nil, err
		}
		if ok {
			slots[n] = 0
		}
	}
	if len(groups) == 0 {
		clear(slots)
	}
	r := reading{t: t, groups: slots, groupLen: 1}
	r.uniteKeys()
	if err := r.run(windows); err != nil {
		return nil, err
	}
	out := make([]Figures, len(windows))
	for i := range windows {
		out[i] = r.figures(0, i)
	}
	return out, nil
}

// All returns the figures of one window for every group that has a cell, sorted, in
// one walk over the cells.
func (t *Tally) All(w Window) ([]GroupFigures, error) {
	slots := make([]int32, len(t.groups[len(t.groups)-1].of))
	for i := range slots {
		slots[i] = int32(i)
	}
	r := reading{t: t, groups: slots, groupLen: len(slots)}
	r.pairs = make([]int32, len(t.pairs.of))
	r.groupOf = make([]int32, len(t.pairs.of))
	for i := range r.pairs {
		r.pairs[i], r.groupOf[i] = int32(i), int32(t.pairs.first(uint32(i)))
	}
	if err := r.run([]Window{w}); err != nil {
		return nil, err
	}
	var out []GroupFigures
	for g, seen := range r.seen {
		if seen {
			out = append(out, GroupFigures{t.textsOf(uint32(g)), r.figures(g, 0)})
		}
	}
	slices.SortFunc(out, func(a, b GroupFigures) int { return slices.Compare(a.Group, b.Group) })
	return out, nil
}

// uniteKeys gives each key one slot in all the groups that are read.
func (r *reading) uniteKeys() {
	slots := make([]int32, r.t.names.Len()+1)
	r.pairs = make([]int32, len(r.t.pairs.of))
	for i := range r.pairs {
		r.pairs[i] = -1
		if r.groups[r.t.pairs.first(uint32(i))] < 0 {
			continue
		}
		key := r.t.pairs.second(uint32(i))
		if slots[key] == 0 {
			r.groupOf = append(r.groupOf, 0)
			slots[key] = int32(len(r.groupOf))
		}
		r.pairs[i] = slots[key] - 1
	}
}

// figures are those of a group slot in a window.
func (r *reading) figures(group, window int) Figures {
	out := make(Figures, len(r.t.plan.readouts))
	for i := range out {
		if out[i].Answer = r.answers[i]; r.t.plan.readouts[i].asked {
			out[i].Count = r.out[(group*r.windows+window)*len(out)+i]
		}
	}
	return out
}
