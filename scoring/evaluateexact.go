package scoring

import (
	"math/big"
)

// evaluateExact scores with fractions: for indices that round later than at
// their leaves, or do more than add.
func (x *Index) evaluateExact(c *Counts, r *Result, level int) error {
	value := make([]*big.Rat, len(x.nodes))
	var f finding
	for i := range x.leaves {
		if !x.find(c, i, level, &f) {
			return x.refuse(c, i)
		}
		at := x.leaves[i].node
		n := &r.Nodes[at]
		r.take(n, &f)
		var factor *big.Rat
		if f.scored && !f.fixed {
			factor = x.factor(c, i, level, n)
		}
		if n.Scored {
			value[at] = x.fraction(&x.leaves[i], &f, n.Max, factor)
			n.MaxKnown = n.Max
			x.settle(n, value, at)
		}
	}
	x.compose(r, value)
	return nil
}

// settle rounds a node's value into its points, and for good where the
// definition rounds at its stage.
func (x *Index) settle(n *NodeResult, value []*big.Rat, at int) {
	n.Points = roundPoints(value[at])
	if x.settles(at) {
		value[at] = new(big.Rat).SetInt64(int64(n.Points))
	}
}

// settles reports whether the definition rounds at the node: at its stage, and
// above it wherever a mean leaves a fraction, so that what is shown adds up.
func (x *Index) settles(at int) bool {
	switch x.def.Round {
	case StageLeaf:
		return true
	case StageGroup:
		return x.nodes[at].depth <= 1
	}
	return at == 0
}

// compose makes the inner nodes, children before parents.
func (x *Index) compose(r *Result, value []*big.Rat) {
	for at := len(x.nodes) - 1; at >= 0; at-- {
		d := &x.nodes[at]
		if d.leaf >= 0 {
			continue
		}
		n := &r.Nodes[at]
		n.Max = 0
		for _, kid := range d.kids {
			n.has |= r.Nodes[kid].has
			n.Max += r.Nodes[kid].Max
		}
		switch d.def.Compose {
		case ComposeMean:
			n.Max = d.max
			value[at] = x.mean(d, value)
			n.MaxKnown = roundPoints(x.mean(d, known(r, len(x.nodes))))
		case ComposeGeometric:
			n.Max = d.max
			value[at] = x.geometric(d, value)
			if value[at] != nil {
				n.MaxKnown = roundPoints(x.geometric(d, known(r, len(x.nodes))))
			} else {
				n.has &^= hasPoints
			}
		default:
			value[at] = new(big.Rat)
			for _, kid := range d.kids {
				n.MaxKnown += r.Nodes[kid].MaxKnown
				if value[kid] != nil {
					value[at].Add(value[at], value[kid])
				}
			}
		}
		n.Status = n.has.status()
		if n.Scored = n.has&hasPoints != 0; n.Scored {
			x.settle(n, value, at)
		} else {
			value[at] = nil
		}
	}
}

// known are the maxima of what is known, as values.
func known(r *Result, size int) []*big.Rat {
	out := make([]*big.Rat, size)
	for i := range out {
		out[i] = new(big.Rat).SetInt64(int64(r.Nodes[i].MaxKnown))
	}
	return out
}

// mean is the weighted mean of a node's children; one without points adds
// nothing while its weight stays.
func (x *Index) mean(d *node, value []*big.Rat) *big.Rat {
	sum, weights := new(big.Rat), new(big.Rat)
	for _, kid := range d.kids {
		w := x.nodes[kid].weight.Rat()
		weights.Add(weights, w)
		if value[kid] != nil {
			sum.Add(sum, w.Mul(w, value[kid]))
		}
	}
	return sum.Quo(sum, weights)
}

// geometric is the weighted geometric mean of a node's children, rounded once;
// nothing where one of them has nothing or less, nil where one has no points.
func (x *Index) geometric(d *node, value []*big.Rat) *big.Rat {
	scale, nothing, common := 0, false, int64(0)
	for _, kid := range d.kids {
		scale = max(scale, x.nodes[kid].weight.Scale())
		if value[kid] == nil {
			return nil
		}
		nothing = nothing || value[kid].Sign() <= 0
	}
	if nothing {
		return new(big.Rat)
	}
	for _, kid := range d.kids {
		common = divisor(common, coef(x.nodes[kid].weight, scale))
	}
	product, weights := big.NewRat(1, 1), int64(0)
	for _, kid := range d.kids {
		w := coef(x.nodes[kid].weight, scale) / common
		weights += w
		exponent := big.NewInt(w)
		product.Mul(product, new(big.Rat).SetFrac(
			new(big.Int).Exp(value[kid].Num(), exponent, nil),
			new(big.Int).Exp(value[kid].Denom(), exponent, nil),
		))
	}
	return new(big.Rat).SetInt64(root(product, weights, int64(d.max)))
}
