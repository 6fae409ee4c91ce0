package scoring_test

import (
	"math/big"

	"github.com/motcua/motcua/scoring"
)

// This is the second implementation of evaluation: the rules as the
// documentation of Definition, Counts and their enums states them, read off a
// Definition node by node, in fractions of math/big alone. It keeps no index,
// no order of work and no arithmetic of the package.

// naiveScore is what a node comes to. Points are in whole points, not in units
// of the last decimal.
type naiveScore struct {
	points, max, known *big.Rat
	scored, inherited  bool
	status             scoring.Status
	with, gap, null    int // leaves with points; without; without, though asked
}

// naive scores one unit.
type naive struct {
	d      *scoring.Definition
	counts *scoring.Counts
	leaves []*scoring.Node
	most   map[string]*big.Rat // maxima of leaves, redistribution done
	scores map[string]naiveScore
}

// naiveEvaluate returns the score of every node by its id.
func naiveEvaluate(d *scoring.Definition, c *scoring.Counts) map[string]naiveScore {
	n := &naive{
		d: d, counts: c, leaves: naiveLeaves(&d.Root), most: map[string]*big.Rat{},
		scores: map[string]naiveScore{},
	}
	n.redistribute()
	n.node(&d.Root, 0)
	return n.scores
}

func naiveLeaves(n *scoring.Node) (out []*scoring.Node) {
	if len(n.Nodes) == 0 {
		return []*scoring.Node{n}
	}
	for i := range n.Nodes {
		out = append(out, naiveLeaves(&n.Nodes[i])...)
	}
	return out
}

// leaf returns a leaf and its place by id.
func (n *naive) leaf(id string) (*scoring.Node, int) {
	for i, leaf := range n.leaves {
		if leaf.ID == id {
			return leaf, i
		}
	}
	return nil, -1
}

// rule is what a leaf is at a level: one without a row is owned.
func naiveRule(leaf *scoring.Node, level string) scoring.LevelKind {
	for _, row := range leaf.Levels {
		if level != "" && row.Level == level {
			return row.Rule
		}
	}
	return scoring.LevelOwns
}

// value finds the figures of a leaf: the unit's own, or, where its level
// inherits and it brings none, those of the nearest unit above that has some.
func (n *naive) value(leaf *scoring.Node) (v scoring.Value, inherited bool) {
	_, place := n.leaf(leaf.ID)
	if naiveRule(leaf, n.counts.Level) != scoring.LevelInherits {
		return n.counts.Values[place], false
	}
	for from := n.counts; from != nil; from = from.Above {
		if place >= len(from.Values) {
			continue // counts made for another index have none
		}
		if v = from.Values[place]; v.Answer != scoring.NotAsked {
			return v, from != n.counts
		}
	}
	return scoring.Value{}, false
}

// naiveRatio: only counts under a relation have a denominator that can be zero.
func naiveRatio(leaf *scoring.Node) bool {
	return leaf.Relation == scoring.RelationSubset || leaf.Relation == scoring.RelationCrossSource
}

// redistribute gives the maxima of leaves with a zero denominator away: equal
// shares in units of the last decimal, what does not divide to the first.
func (n *naive) redistribute() {
	for _, leaf := range n.leaves {
		n.most[leaf.ID] = leaf.Max.Rat()
	}
	for _, leaf := range n.leaves {
		v, _ := n.value(leaf)
		asked := naiveRule(leaf, n.counts.Level) != scoring.LevelAbsent && v.Answer == scoring.Known
		if !asked || !naiveRatio(leaf) || v.Den != 0 || leaf.Zero.Rule != scoring.ZeroRedistribute {
			continue
		}
		units := new(big.Rat).Mul(leaf.Max.Rat(), n.unit())
		share, rest := new(big.Int).QuoRem(units.Num(), big.NewInt(int64(len(leaf.Zero.To))), new(big.Int))
		n.most[leaf.ID] = new(big.Rat).Sub(n.most[leaf.ID], leaf.Max.Rat())
		for i, to := range leaf.Zero.To {
			more := new(big.Rat).SetInt(share)
			if i == 0 {
				more.Add(more, new(big.Rat).SetInt(rest))
			}
			n.most[to] = new(big.Rat).Add(n.most[to], more.Quo(more, n.unit()))
		}
	}
}

// unit is how many units of the last decimal one point has.
func (n *naive) unit() *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.d.Decimals)), nil))
}

// round rounds points half-up at the definition's last decimal, a tie away
// from zero.
func (n *naive) round(p *big.Rat) *big.Rat {
	twice := new(big.Rat).Mul(p, n.unit())
	twice.Mul(new(big.Rat).Abs(twice), big.NewRat(2, 1))
	twice.Add(twice, big.NewRat(1, 1))
	whole := new(big.Int).Quo(twice.Num(), new(big.Int).Mul(twice.Denom(), big.NewInt(2)))
	out := new(big.Rat).Quo(new(big.Rat).SetInt(whole), n.unit())
	if p.Sign() < 0 {
		out.Neg(out)
	}
	return out
}
