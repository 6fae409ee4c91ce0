package facts

import (
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// Series are the counts of one unit in many windows, in a few walks over the tally,
// with the counts of the units above it. A unit that no line states is read as what
// bears its code. The tally must be grouped by unit; see [Board.Counts].
func (b *Board) Series(t *counting.Tally, windows []counting.Window, unit string) ([]scoring.Counts, error) {
	if err := grouped(t, ByUnit); err != nil {
		return nil, err
	}
	u, known := b.tree.Lookup(unit)
	if !known {
		u = Unit{Unit: unitText(unit)}
	}
	r := &boardReading{Board: b, tally: t}
	members := r.members(u)
	if !known {
		members = []member{{u.Unit, ""}}
	}
	out, err := r.series(windows, u, members)
	if err != nil || u.Parent == "" {
		return out, err
	}
	above, err := b.Series(t, windows, u.Parent)
	for i := range above {
		out[i].Above = &above[i]
	}
	return out, err
}

// series are the counts of some members in many windows.
func (r *boardReading) series(windows []counting.Window, u Unit, members []member) ([]scoring.Counts, error) {
	out := make([]scoring.Counts, len(windows))
	for i, w := range windows {
		out[i] = r.index.Counts(u.Unit)
		out[i].Name, out[i].Level, out[i].Parent, out[i].Period = u.Name, u.Level, u.Parent, w.Period
	}
	for kind, without := range r.kinds {
		if without[u.Level] {
			continue
		}
		codes := owning(members, without)
		figures, err := r.tally.Series(windows, groupsOf(codes)...)
		if err != nil {
			return nil, err
		}
		for i, w := range windows {
			c := r.index.Counts(u.Unit)
			if err := r.bound.Fill(figures[i], &c); err != nil {
				return nil, err
			}
			at := &boardReading{Board: r.Board, tally: r.tally, window: w}
			if err := at.take(&out[i], &c, kind, codes); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// owning are the codes of the members whose level owns a kind of leaves.
func owning(members []member, without map[string]bool) []string {
	var codes []string
	for _, m := range members {
		if !without[m.level] {
			codes = append(codes, m.code)
		}
	}
	return codes
}

// groupsOf are the groups of some codes: of none is not of all.
func groupsOf(codes []string) []counting.Group {
	groups := []counting.Group{{noGroup}}
	for _, code := range codes {
		groups = append(groups, counting.Group{code})
	}
	return groups
}
