package scoring_test

import (
	"fmt"
	"math/big"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

// A drawing makes definitions that are valid by construction. What it may draw
// is narrowed by its fields, for laws that hold of some definitions only.
type drawing struct {
	t        *rapid.T
	d        *scoring.Definition
	additive bool            // rounded leaves that are added
	plain    bool            // no factor, nothing redistributed
	rising   bool            // scales on which a good row never costs points
	counted  bool            // ratios of dossiers alone
	leaves   int             // at most, from two on
	decimals int             // at most
	most     int64           // the largest count; 2^53−1 if zero
	last     []scoring.Value // those of the unit drawn before
}

func (g *drawing) roll(n int, what string) int { return rapid.IntRange(0, n-1).Draw(g.t, what) }

func (g *drawing) chance(percent int, what string) bool { return g.roll(100, what) < percent }

func pick[T any](g *drawing, what string, from ...T) T { return from[g.roll(len(from), what)] }

// definition draws a whole definition.
func (g *drawing) definition() *scoring.Definition {
	g.d = &scoring.Definition{
		ID: "drawn", Version: "1", Title: drawnTitle("drawn"), Decimals: g.roll(g.decimals+1, "decimals"),
		Round: scoring.StageLeaf, Mean: scoring.StageTotal,
		Sources: []scoring.SourceRow{{Key: "S", Source: motcua.Source{Basis: motcua.BasisOurs}}},
		Levels:  []scoring.Level{{ID: "province", Title: drawnTitle("p")}, {ID: "commune", Title: drawnTitle("c")}},
		Measures: []scoring.Measure{
			{ID: "good", Title: drawnTitle("g"), Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopePeriod, Anchor: "received"},
			{ID: "all", Title: drawnTitle("a"), Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopePeriod, Anchor: "received"},
		},
	}
	if !g.additive {
		g.d.Round = pick(g, "round", scoring.StageLeaf, scoring.StageLeaf, scoring.StageGroup, scoring.StageTotal)
	}
	most := int64(g.roll(100, "most")+1) * pick(g, "mostUnit", int64(1), 7, 10, 100, 9999)
	g.d.Root = g.node("R", most, 0)
	leaves := naiveLeaves(&g.d.Root)
	for i, leaf := range leaves {
		g.wire(leaf, leaves, i)
	}
	return g.d
}

func drawnTitle(s string) motcua.Text { return motcua.Text{Vi: s, En: s} }

// units writes units of the last decimal as points.
func (g *drawing) units(n int64) motcua.Decimal {
	d, err := motcua.NewDecimal(n, g.d.Decimals)
	if err != nil {
		g.t.Fatal(err)
	}
	return d
}

func (g *drawing) node(id string, most int64, depth int) scoring.Node {
	n := scoring.Node{ID: id, Title: drawnTitle(id), Max: g.units(most)}
	if depth > 0 && (depth > 2 || g.chance(55, "leaf")) {
		g.leaf(&n, most)
		return n
	}
	if !g.additive {
		n.Compose = pick(g, "compose", 0, scoring.ComposeSum, scoring.ComposeMean, scoring.ComposeGeometric)
	}
	kids := g.roll(g.leaves-1, "kids") + 1
	if depth == 0 {
		kids++
	}
	shared := n.Compose == scoring.ComposeMean || n.Compose == scoring.ComposeGeometric
	for i := range kids {
		part := most
		if !shared {
			part = most / int64(kids)
			if i == 0 {
				part += most % int64(kids)
			}
		}
		kid := g.node(fmt.Sprintf("%s.%d", id, i), part, depth+1)
		if shared && g.chance(60, "weighted") {
			kid.Weight = drawnNumber(pick(g, "weight", "1", "2", "3", "0.5", "1.50"))
		}
		n.Nodes = append(n.Nodes, kid)
	}
	return n
}

func drawnNumber(s string) *motcua.Decimal {
	d := motcua.MustDecimal(s)
	return &d
}

// leaf draws scale, relation, zero, unknown and level rules.
func (g *drawing) leaf(n *scoring.Node, most int64) {
	n.Relation = pick(g, "relation", scoring.RelationSubset, scoring.RelationSubset, scoring.RelationCrossSource, scoring.RelationValue)
	if g.counted && n.Relation == scoring.RelationValue {
		n.Relation = scoring.RelationSubset
	}
	kinds := []scoring.ScaleKind{scoring.ScaleLinear, scoring.ScaleFullAt, scoring.ScaleGoalposts, scoring.ScaleSteps}
	n.Pool = scoring.PoolAdd
	if n.Relation == scoring.RelationValue {
		kinds = append(kinds, scoring.ScaleTable, scoring.ScaleGiven)
		n.Pool = scoring.PoolDistinct
	} else {
		n.Num, n.Den = "good", "all"
		n.Zero = &scoring.ZeroRule{Rule: pick(g, "zero", scoring.ZeroNone, scoring.ZeroFull, scoring.ZeroNull, scoring.ZeroFallback)}
	}
	if n.Zero != nil && n.Zero.Rule == scoring.ZeroFallback {
		n.Zero.Then = pick(g, "then", scoring.ZeroNone, scoring.ZeroFull, scoring.ZeroNull)
		n.Zero.Divide = []scoring.Divisor{{Period: scoring.PeriodYear, By: 1}, {Period: scoring.PeriodMonth, By: 12}}
	}
	n.Scale = &scoring.Scale{Kind: pick(g, "scale", kinds...)}
	g.scale(n.Scale, most)
	if unknown := pick(g, "unknown", 0, scoring.UnknownNull, scoring.UnknownZero, scoring.UnknownFull); unknown != 0 {
		n.Unknown = &scoring.UnknownRule{Rule: unknown}
	}
	for _, level := range []string{"province", "commune"} {
		if rule := pick(g, "level", 0, 0, scoring.LevelOwns, scoring.LevelInherits, scoring.LevelAbsent); rule != 0 {
			n.Levels = append(n.Levels, scoring.LevelRule{Level: level, Rule: rule})
		}
	}
}

func (g *drawing) scale(s *scoring.Scale, most int64) {
	switch s.Kind {
	case scoring.ScaleFullAt:
		s.At = drawnNumber(pick(g, "at", "0.8", "0.3", "1", "0.123456789", "0.50"))
	case scoring.ScaleGoalposts:
		ends := []string{"-5", "0", "0.25", "0.5", "1", "60.125"}
		from := g.roll(len(ends)-1, "from")
		to := from + 1 + g.roll(len(ends)-1-from, "to")
		if !g.rising && g.chance(40, "reversed") {
			from, to = to, from
		}
		s.From, s.To = drawnNumber(ends[from]), drawnNumber(ends[to])
		s.Clamp = g.rising || g.chance(50, "clamp")
	case scoring.ScaleSteps, scoring.ScaleTable:
		points := int64(0)
		for _, value := range []string{"0", "0.1", "0.25", "0.5", "0.75", "1"} {
			if g.chance(50, "row") || len(s.Rows) == 0 && value == "1" {
				points += int64(g.roll(1000, "points")) * (most - points) / 1000
				s.Rows = append(s.Rows, scoring.ScaleRow{Value: *drawnNumber(value), Points: g.units(points)})
			}
		}
		if !g.rising && g.chance(20, "odd") {
			s.Rows[0].Points = g.units(-int64(g.roll(50, "below")))
		}
	case scoring.ScaleGiven:
		if !g.rising && g.chance(40, "min") {
			low := g.units(-int64(g.roll(300, "low")))
			s.Min = &low
		}
	}
}

// wire gives a leaf a factor or leaves to share its maximum with: neither may
// depend on others in turn.
func (g *drawing) wire(leaf *scoring.Node, leaves []*scoring.Node, at int) {
	if g.plain || !naiveRatio(leaf) {
		return
	}
	other := leaves[g.roll(len(leaves), "other")]
	switch {
	case g.chance(25, "factor") && naiveRatio(other) && other.Factor == "" && other != leaf && !drives(leaves, leaf.ID):
		leaf.Factor = other.ID
	case g.chance(20, "share") && !gives(other) && other != leaf && !receives(leaves, leaf.ID):
		leaf.Zero = &scoring.ZeroRule{Rule: scoring.ZeroRedistribute, To: []string{other.ID}}
		if next := leaves[(at+1)%len(leaves)]; next != other && next != leaf && !gives(next) {
			leaf.Zero.To = append(leaf.Zero.To, next.ID)
		}
	}
}

func drives(leaves []*scoring.Node, id string) bool {
	for _, leaf := range leaves {
		if leaf.Factor == id {
			return true
		}
	}
	return false
}

func gives(leaf *scoring.Node) bool {
	return leaf.Zero != nil && leaf.Zero.Rule == scoring.ZeroRedistribute
}

func receives(leaves []*scoring.Node, id string) bool {
	for _, leaf := range leaves {
		for i := 0; gives(leaf) && i < len(leaf.Zero.To); i++ {
			if leaf.Zero.To[i] == id {
				return true
			}
		}
	}
	return false
}

// naiveUnits is a number of points in units of the last decimal.
func naiveUnits(d *scoring.Definition, p *big.Rat) *big.Rat {
	return new(big.Rat).Mul(p, (&naive{d: d}).unit())
}
