package scoring_test

import (
	"math/big"
	"slices"

	"github.com/motcua/motcua/scoring"
)

// node scores a node and all below it. It returns what is handed up: rounded
// points from the stage of rounding up, and exact ones below it; nil for none.
func (n *naive) node(def *scoring.Node, depth int) *big.Rat {
	var exact *big.Rat
	var s naiveScore
	if len(def.Nodes) == 0 {
		exact, s = n.leafScore(def)
	} else {
		exact, s = n.inner(def, depth)
	}
	s.points = new(big.Rat)
	if s.scored {
		s.points = n.round(exact)
	}
	n.scores[def.ID] = s
	switch {
	case !s.scored:
		return nil
	case n.rounds(depth):
		return s.points
	}
	return exact
}

// rounds reports whether the node stands at the stage of rounding, or above.
func (n *naive) rounds(depth int) bool {
	switch n.d.Round {
	case scoring.StageGroup:
		return depth <= 1
	case scoring.StageTotal:
		return depth == 0
	}
	return true
}

func (n *naive) leafScore(leaf *scoring.Node) (*big.Rat, naiveScore) {
	o := n.judge(leaf)
	factor := big.NewRat(1, 1)
	if leaf.Factor != "" && o.value != nil {
		by, _ := n.leaf(leaf.Factor)
		switch f := n.judge(by); {
		case f.status == scoring.StatusNotAsked:
			o = outcome{status: scoring.StatusNotAsked}
		case !f.scored: // a product with something unknown is unknown
			o = outcome{status: scoring.StatusUnknown, asked: true}
		case f.value != nil:
			factor = f.value
		case !f.full:
			factor = new(big.Rat)
		}
	}
	s := naiveScore{max: n.most[leaf.ID], known: new(big.Rat), scored: o.scored, status: o.status}
	_, s.inherited = n.value(leaf)
	s.inherited = s.inherited && naiveRule(leaf, n.counts.Level) == scoring.LevelInherits
	switch {
	case o.scored:
		s.with, s.known = 1, s.max
	case o.status == scoring.StatusZero && s.max.Sign() == 0: // nothing is missing where the maximum was given away
	case o.status != scoring.StatusAbsent && o.asked:
		s.gap, s.null = 1, 1
	case o.status != scoring.StatusAbsent:
		s.gap = 1
	}
	switch {
	case o.full:
		return s.max, s
	case o.value != nil:
		return n.scale(leaf, new(big.Rat).Mul(o.value, factor)), s
	}
	return new(big.Rat), s
}

// inner puts the children together.
func (n *naive) inner(def *scoring.Node, depth int) (*big.Rat, naiveScore) {
	s := naiveScore{max: new(big.Rat), known: new(big.Rat)}
	total, weights := new(big.Rat), new(big.Rat)
	var parts, tops, powers []*big.Rat
	for i := range def.Nodes {
		kid := &def.Nodes[i]
		points := n.node(kid, depth+1)
		below := n.scores[kid.ID]
		weight := big.NewRat(1, 1)
		if def.Compose != 0 && def.Compose != scoring.ComposeSum && kid.Weight != nil {
			weight = kid.Weight.Rat()
		}
		if points != nil {
			total.Add(total, new(big.Rat).Mul(points, weight))
		}
		s.max.Add(s.max, new(big.Rat).Mul(below.max, weight))
		s.known.Add(s.known, new(big.Rat).Mul(below.known, weight))
		weights.Add(weights, weight)
		parts, tops, powers = append(parts, points), append(tops, below.known), append(powers, weight)
		s.with, s.gap, s.null = s.with+below.with, s.gap+below.gap, s.null+below.null
	}
	switch def.Compose {
	case scoring.ComposeMean:
		s.max, s.known = def.Max.Rat(), n.round(s.known.Quo(s.known, weights))
		total.Quo(total, weights)
	case scoring.ComposeGeometric:
		s.max = def.Max.Rat()
		if slices.Contains(parts, nil) { // a product with something unknown is unknown
			s.with, s.known, total = 0, new(big.Rat), nil
		} else {
			if total = n.geometric(parts, powers, weights); total.Cmp(s.max) > 0 {
				total = s.max
			}
			if s.known = n.geometric(tops, powers, weights); s.known.Cmp(s.max) > 0 {
				s.known = s.max // a leaf was given more than its own maximum
			}
		}
	}
	s.scored, s.status = s.with > 0, innerStatus(s)
	return total, s
}

func innerStatus(s naiveScore) scoring.Status {
	switch {
	case s.with > 0 && s.gap > 0:
		return scoring.StatusPartial
	case s.with > 0:
		return scoring.StatusOK
	case s.null > 0:
		return scoring.StatusUnknown
	case s.gap > 0:
		return scoring.StatusNotAsked
	}
	return scoring.StatusAbsent
}

// geometric is the weighted geometric mean of parts, rounded half-up by trying
// halves: the most k units with (k − ½)^W ≤ ∏ part^weight, all in integers.
func (n *naive) geometric(parts, powers []*big.Rat, weights *big.Rat) *big.Rat {
	scale := big.NewRat(1, 1)
	for _, p := range powers {
		scale.Mul(scale, new(big.Rat).SetInt(p.Denom()))
	}
	product := big.NewRat(1, 1)
	for i, p := range parts {
		if p.Sign() <= 0 {
			return new(big.Rat)
		}
		product.Mul(product, naivePower(new(big.Rat).Mul(p, n.unit()), new(big.Rat).Mul(powers[i], scale)))
	}
	whole := new(big.Rat).Mul(weights, scale)
	low, high := big.NewInt(0), big.NewInt(2_000_000_000)
	for low.Cmp(high) < 0 {
		mid := new(big.Int).Add(low, high)
		mid.Add(mid, big.NewInt(1)).Rsh(mid, 1)
		half := new(big.Rat).Sub(new(big.Rat).SetInt(mid), big.NewRat(1, 2))
		if naivePower(half, whole).Cmp(product) <= 0 {
			low = mid
		} else {
			high = mid.Sub(mid, big.NewInt(1))
		}
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(low), n.unit())
}

// naivePower is base to a whole power.
func naivePower(base, exponent *big.Rat) *big.Rat {
	return new(big.Rat).SetFrac(
		new(big.Int).Exp(base.Num(), exponent.Num(), nil),
		new(big.Int).Exp(base.Denom(), exponent.Num(), nil),
	)
}
