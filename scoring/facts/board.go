package facts

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// By is what a board has a row for.
type By uint8

// The rows: each unit, with what stands below it; all units of each level; each
// province, or whatever stands at the top; each procedure, field or channel.
const (
	ByUnit By = iota + 1
	ByLevel
	ByProvince
	ByProcedure
	ByField
	ByChannel
)

var byNames = enum.New[By]("grouping", "unit", "level", "province", "procedure", "field", "channel")

// String names the value; it never fails.
func (b By) String() string { return byNames.String(b) }

// MarshalText writes the name; an unset value is an error.
func (b By) MarshalText() ([]byte, error) { return byNames.Append(nil, b) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (b *By) UnmarshalText(text []byte) error { return byNames.Unmarshal(b, text) }

// Column is the column that rows of a board are told apart by: the one a tally must
// be grouped by. Levels and provinces are made of units.
func (b By) Column() string {
	switch b {
	case ByProcedure, ByField, ByChannel:
		return b.String()
	}
	return "unit"
}

// NoUnit is the code of a row of a board for what bears no code: dossiers under a
// foreign code without a unit, or of no procedure or field.
const NoUnit = "?"

// Board reads the counts of an index off tallies. What a unit has is what its own
// rows and those of the units below it come to; a leaf that a level only inherits,
// or does not have, is not counted there.
type Board struct {
	index  *scoring.Index
	bound  *counting.Binding
	tree   *Tree
	leaves []leafRule
	kinds  []map[string]bool // of leaves: the levels that do not own them
}

// leafRule is what a board must know of a leaf.
type leafRule struct {
	kind     int // of Board.kinds
	fallback bool
}

// NewBoard returns a board of an index over units, for tallies of a plan. The error
// is that of [counting.Plan.Bind].
func NewBoard(index *scoring.Index, plan *counting.Plan, tree *Tree) (*Board, error) {
	bound, err := plan.Bind(index)
	if err != nil {
		return nil, err
	}
	b := &Board{index: index, bound: bound, tree: tree}
	byID := map[string]*scoring.Node{}
	definition := index.Definition()
	gatherNodes(&definition.Root, byID)
	for _, id := range index.Leaves() {
		node := byID[id]
		without := map[string]bool{}
		for _, l := range node.Levels {
			if l.Rule != scoring.LevelOwns {
				without[l.Level] = true
			}
		}
		kind := slices.IndexFunc(b.kinds, func(k map[string]bool) bool { return sameSet(k, without) })
		if kind < 0 {
			kind = len(b.kinds)
			b.kinds = append(b.kinds, without)
		}
		b.leaves = append(b.leaves, leafRule{kind, node.Zero != nil && node.Zero.Rule == scoring.ZeroFallback})
	}
	return b, nil
}

func gatherNodes(n *scoring.Node, byID map[string]*scoring.Node) {
	byID[n.ID] = n
	for i := range n.Nodes {
		gatherNodes(&n.Nodes[i], byID)
	}
}

func sameSet(a, b map[string]bool) bool {
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return len(a) == len(b)
}

// member is a unit whose rows count for a row of the board.
type member struct{ code, level string }

// Counts are the counts of every row of a board in a window. The tally must be
// grouped by the board's one column; the error is of class [counting.ErrOtherPlan]
// otherwise, and else that of reading the tally.
func (b *Board) Counts(t *counting.Tally, w counting.Window, by By) ([]scoring.Counts, error) {
	if err := grouped(t, by); err != nil {
		return nil, err
	}
	r := &boardReading{Board: b, tally: t, window: w}
	if err := r.read(); err != nil {
		return nil, err
	}
	var out []scoring.Counts
	var err error
	switch by {
	case ByUnit, ByProvince:
		out, err = r.units(by == ByProvince)
	case ByLevel:
		out, err = r.levels()
	default:
		out, err = r.groups(by)
	}
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Period = w.Period
	}
	if by == ByUnit || by == ByProvince {
		scoring.Link(out) // its faults were found in the tree
	}
	return out, nil
}

// grouped holds a tally to the column of a board.
func grouped(t *counting.Tally, by By) error {
	if columns := t.Plan().By(); len(columns) != 1 || columns[0] != by.Column() {
		return fmt.Errorf("a board by %s of a tally grouped by %q: %w", by, columns, counting.ErrOtherPlan)
	}
	return nil
}

// boardReading is one reading of a board.
type boardReading struct {
	*Board
	tally  *counting.Tally
	window counting.Window
	own    map[string]counting.Figures
	names  []string // of the groups, in order
}

// read reads every group once.
func (r *boardReading) read() error {
	all, err := r.tally.All(r.window)
	if err != nil {
		return err
	}
	r.own = map[string]counting.Figures{}
	for _, g := range all {
		r.own[g.Group[0]] = g.Figures
		r.names = append(r.names, g.Group[0])
	}
	return nil
}

// counts are those of some members, named as a unit is.
func (r *boardReading) counts(u Unit, members []member) (scoring.Counts, error) {
	out := r.index.Counts(u.Unit)
	out.Name, out.Level, out.Parent = u.Name, u.Level, u.Parent
	for kind, without := range r.kinds {
		if without[u.Level] {
			continue
		}
		codes := owning(members, without)
		c := r.index.Counts(u.Unit)
		if err := r.fill(&c, codes, r.window); err != nil {
			return out, err
		}
		if err := r.take(&out, &c, kind, codes); err != nil {
			return out, err
		}
	}
	return out, nil
}

// take takes over the leaves of a kind, with last year's count where a leaf falls back
// on it.
func (r *boardReading) take(out, c *scoring.Counts, kind int, codes []string) error {
	for i, l := range r.leaves {
		if l.kind != kind {
			continue
		}
		out.Values[i] = c.Values[i]
		if l.fallback && c.Values[i].Answer == scoring.Known && c.Values[i].Den == 0 {
			if err := r.annual(&out.Values[i], i, codes); err != nil {
				return err
			}
		}
	}
	return nil
}

// fill counts the union of some codes.
func (r *boardReading) fill(c *scoring.Counts, codes []string, w counting.Window) error {
	if len(codes) == 1 && w == r.window {
		if f, ok := r.own[codes[0]]; ok {
			return r.bound.Fill(f, c)
		}
	}
	f, err := r.tally.Read(w, groupsOf(codes)...)
	if err != nil {
		return err
	}
	return r.bound.Fill(f, c)
}

// noGroup is the name of no group.
const noGroup = "\x00"

// annual fills in last year's count of a leaf that falls back on it.
func (r *boardReading) annual(v *scoring.Value, leaf int, codes []string) error {
	year, _, _ := r.window.Period.Days().From.Civil()
	last, err := scoring.ParsePeriod(itoa(year - 1))
	if err != nil {
		return nil // there is no year before
	}
	c := r.index.Counts(noGroup)
	if err := r.fill(&c, codes, counting.Window{Period: last, AsOf: r.window.AsOf}); err != nil {
		return err
	}
	v.Annual = c.Values[leaf].Den
	return nil
}
