package scoring

import (
	"crypto/sha256"
	"encoding/json"
	"slices"

	"github.com/motcua/motcua"
)

// Points are points of an index in units of its last decimal: 6.67 of an index
// with two decimals is 667. [Index.Format] writes them.
type Points int64

// Index is a definition that has been checked and can be evaluated. It does
// not change and is safe for concurrent use.
type Index struct {
	def       *Definition
	canonical []byte
	warnings  motcua.Faults
	one       int64 // points of 1: 10^decimals
	nodes     []node
	blank     []NodeResult // of nobody: the maxima of the leaves
	leaves    []leaf
	nodeOf    map[string]int
	leafOf    map[string]int
	levels    []string
	bands     []Points
	exact     bool // not just a sum of rounded leaves
	shares    bool // some leaf redistributes its maximum
}

// node is a node in definition order; the root is the first.
type node struct {
	def    *Node
	max    Points
	parent int
	depth  int
	kids   []int
	leaf   int // its place among the leaves, -1 for an inner node
	weight motcua.Decimal
}

// leaf is a leaf with the constants of its scale: points are
// max·mul·(num·lot − den·low)/(den·div), held within [0, max] if capped.
type leaf struct {
	def      *Node
	node     int
	ratio    bool
	capped   bool
	mul, div int64
	lot, low int64
	rules    []LevelKind // by level
	factor   int         // another leaf, -1 for none
	to       []int       // leaves that share the maximum
	table    string
	at       string // its pointer in a line of counts
}

// compile makes an index of a definition without faults.
func compile(d *Definition) *Index {
	canonical, err := json.Marshal(d)
	if err != nil {
		canonical = nil // every member of a checked definition has a text form
	}
	x := &Index{
		def: d, canonical: canonical, one: powerOfTen(d.Decimals),
		nodeOf: map[string]int{}, leafOf: map[string]int{}, exact: d.Round != StageLeaf,
	}
	for _, l := range d.Levels {
		x.levels = append(x.levels, l.ID)
	}
	x.add(&d.Root, -1, 0)
	x.blank = make([]NodeResult, len(x.nodes))
	for i := range x.leaves {
		l := &x.leaves[i]
		x.blank[l.node].Max = x.nodes[l.node].max
		if f, ok := x.leafOf[l.def.Factor]; ok {
			l.factor = f
		}
		if l.def.Zero != nil && l.def.Zero.Rule == ZeroRedistribute {
			x.shares = true
			for _, id := range l.def.Zero.To {
				l.to = append(l.to, x.leafOf[id])
			}
		}
	}
	for _, b := range d.Bands {
		x.bands = append(x.bands, x.points(b.From))
	}
	return x
}

// points converts a number the definition was checked to hold exactly.
func (x *Index) points(d motcua.Decimal) Points {
	p, _ := d.Rescale(x.def.Decimals) // checked to be exact
	return Points(p.Coef())
}

// unitWeight is the weight of a node that states none.
var unitWeight = motcua.MustDecimal("1")

func (x *Index) add(n *Node, parent, depth int) int {
	at := len(x.nodes)
	x.nodes = append(x.nodes, node{def: n, max: x.points(n.Max), parent: parent, depth: depth, leaf: -1, weight: n.weight()})
	x.nodeOf[n.ID] = at
	if len(n.Nodes) == 0 {
		x.nodes[at].leaf = len(x.leaves)
		x.leafOf[n.ID] = len(x.leaves)
		x.leaves = append(x.leaves, x.leaf(n, at))
		return at
	}
	if n.Compose == ComposeMean || n.Compose == ComposeGeometric {
		x.exact = true
	}
	for i := range n.Nodes {
		kid := x.add(&n.Nodes[i], at, depth+1)
		x.nodes[at].kids = append(x.nodes[at].kids, kid)
	}
	return at
}

func (x *Index) leaf(n *Node, at int) leaf {
	l := leaf{def: n, node: at, mul: 1, div: 1, lot: 1, factor: -1, rules: make([]LevelKind, len(x.levels)), at: motcua.Pointer("indicators", n.ID)}
	l.ratio = n.Relation == RelationSubset || n.Relation == RelationCrossSource
	for _, m := range x.def.Measures {
		if m.ID == n.Den {
			l.table = m.Table
		}
	}
	for _, r := range n.Levels {
		l.rules[x.level(r.Level)] = r.Rule
	}
	switch s := n.Scale; s.Kind {
	case ScaleLinear:
		l.capped = true
	case ScaleFullAt:
		l.capped = true
		l.mul, l.div = lowest(powerOfTen(s.At.Scale()), s.At.Coef())
	case ScaleGoalposts:
		l.capped = s.Clamp
		scale := max(s.From.Scale(), s.To.Scale())
		from, to := coef(*s.From, scale), coef(*s.To, scale)
		l.lot, l.low, l.div = powerOfTen(scale), from, to-from
		if l.div < 0 {
			l.lot, l.low, l.div = -l.lot, -l.low, -l.div
		}
	}
	return l
}

func coef(d motcua.Decimal, scale int) int64 {
	r, _ := d.Rescale(scale) // to more digits: exact, and checked to fit
	return r.Coef()
}

// lowest returns a/b in lowest terms.
func lowest(a, b int64) (num, den int64) {
	common := divisor(a, b)
	return a / common, b / common
}

// divisor is the greatest common divisor.
func divisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// rule is what the leaf is at a level; a level nobody names owns it.
func (l *leaf) rule(level int) LevelKind {
	if level < 0 || l.rules[level] == 0 {
		return LevelOwns
	}
	return l.rules[level]
}

// Definition returns a copy of the definition, extensions resolved.
func (x *Index) Definition() *Definition {
	var d Definition
	if err := json.Unmarshal(x.canonical, &d); err != nil {
		return nil // canonical was written by this package
	}
	return &d
}

// ID names the index, Version the state of its rules.
func (x *Index) ID() string { return x.def.ID }

// Version names the state of the index's rules.
func (x *Index) Version() string { return x.def.Version }

// Title is the name of the index for people.
func (x *Index) Title() motcua.Text { return x.def.Title }

// Validity is when the rules are in force.
func (x *Index) Validity() motcua.Validity { return x.def.Validity }

// Hash is the SHA-256 of the resolved definition: results and tallies of
// different rules never pass for one another.
func (x *Index) Hash() [sha256.Size]byte { return sha256.Sum256(x.canonical) }

// Warnings are what is odd about the definition without being wrong.
func (x *Index) Warnings() motcua.Faults { return slices.Clone(x.warnings) }

// Leaves are the ids of the leaves in definition order, the order of
// [Counts.Values].
func (x *Index) Leaves() []string {
	ids := make([]string, len(x.leaves))
	for i, l := range x.leaves {
		ids[i] = l.def.ID
	}
	return ids
}

// Nodes are the ids of all nodes in definition order, the root first: the order
// of [Result.Nodes].
func (x *Index) Nodes() []string {
	ids := make([]string, len(x.nodes))
	for i, n := range x.nodes {
		ids[i] = n.def.ID
	}
	return ids
}

// Node is the place of a node in [Result.Nodes].
func (x *Index) Node(id string) (int, bool) {
	i, ok := x.nodeOf[id]
	return i, ok
}

// Maximum is the most points of a node, or of a group of one of the views.
func (x *Index) Maximum(id string) (motcua.Decimal, bool) {
	if i, ok := x.nodeOf[id]; ok {
		return x.nodes[i].def.Max, true
	}
	for _, v := range x.def.Views {
		for _, g := range v.Groups {
			if g.ID == id {
				return g.Max, true
			}
		}
	}
	return motcua.Decimal{}, false
}

// Decimal is points as an exact number.
func (x *Index) Decimal(p Points) motcua.Decimal {
	d, err := motcua.NewDecimal(int64(p), x.def.Decimals)
	if err != nil {
		return motcua.Decimal{} // decimals are checked, and only MinInt64 is refused
	}
	return d
}

// Format writes points with the definition's decimals, as "6.67".
func (x *Index) Format(p Points) string { return x.Decimal(p).String() }
