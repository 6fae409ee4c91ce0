package published

import (
	"math/big"
	"slices"

	"github.com/motcua/motcua/scoring"
)

// tree is what the parts of a statement are held to: the nodes of a definition,
// and which of them the total adds up.
type tree struct {
	root    *scoring.Node
	nodes   map[string]*scoring.Node
	groups  map[string][]string // of the views
	adds    map[string]bool     // every node above adds
	addends []*scoring.Node     // the smallest nodes that the total adds
	leaves  []*scoring.Node
}

func treeOf(d *scoring.Definition) *tree {
	t := &tree{root: &d.Root, nodes: map[string]*scoring.Node{}, groups: map[string][]string{}, adds: map[string]bool{}}
	t.walk(&d.Root, true)
	t.leaves = leavesOf(&d.Root)
	for _, v := range d.Views {
		for _, g := range v.Groups {
			if _, taken := t.groups[g.ID]; !taken {
				t.groups[g.ID] = g.Of
			}
		}
	}
	return t
}

// walk notes a node and those below it; adds says that the total adds it.
func (t *tree) walk(n *scoring.Node, adds bool) {
	t.nodes[n.ID], t.adds[n.ID] = n, adds
	if adds && !sums(n) {
		t.addends = append(t.addends, n)
	}
	for i := range n.Nodes {
		t.walk(&n.Nodes[i], adds && sums(n))
	}
}

// sums reports whether a node adds the nodes below it.
func sums(n *scoring.Node) bool {
	return len(n.Nodes) > 0 && (n.Compose == 0 || n.Compose == scoring.ComposeSum)
}

// members are the nodes that a part names: one, or those of a group of a view;
// none if there is no such name.
func (t *tree) members(id string) []*scoring.Node {
	if n, ok := t.nodes[id]; ok {
		return []*scoring.Node{n}
	}
	var out []*scoring.Node
	for _, of := range t.groups[id] {
		out = append(out, t.nodes[of])
	}
	return out
}

// limits is what nodes may have together. The maxima bound it from above, and
// what leaves elsewhere may give away to theirs; a scale without clamp bounds
// nothing.
func (t *tree) limits(nodes []*scoring.Node) span {
	out := span{low: new(big.Rat), high: new(big.Rat)}
	inside := map[string]bool{}
	for _, n := range nodes {
		out.high.Add(out.high, n.Max.Rat())
		for _, leaf := range leavesOf(n) {
			inside[leaf.ID] = true
			low, ok := least(leaf.Scale)
			if !ok {
				return span{}
			}
			out.low.Add(out.low, low)
		}
	}
	for _, leaf := range t.leaves {
		receives := func(id string) bool { return inside[id] }
		if !inside[leaf.ID] && leaf.Zero != nil && slices.ContainsFunc(leaf.Zero.To, receives) {
			out.high.Add(out.high, leaf.Max.Rat())
		}
	}
	return out
}

// least is the fewest points of a scale, never above zero; false where there is
// no bound.
func least(s *scoring.Scale) (*big.Rat, bool) {
	low := new(big.Rat)
	if s.Min != nil && s.Min.Sign() < 0 {
		low = s.Min.Rat()
	}
	for _, row := range s.Rows {
		if p := row.Points.Rat(); p.Cmp(low) < 0 {
			low = p
		}
	}
	return low, s.Kind != scoring.ScaleGoalposts || s.Clamp
}

func leavesOf(n *scoring.Node) []*scoring.Node {
	if len(n.Nodes) == 0 {
		return []*scoring.Node{n}
	}
	var out []*scoring.Node
	for i := range n.Nodes {
		out = append(out, leavesOf(&n.Nodes[i])...)
	}
	return out
}

// has reports whether a number may be in a span widened by so much.
func (a span) has(r, wider *big.Rat) bool {
	above := a.low == nil || new(big.Rat).Add(r, wider).Cmp(a.low) >= 0
	return above && (a.high == nil || new(big.Rat).Sub(r, wider).Cmp(a.high) <= 0)
}
