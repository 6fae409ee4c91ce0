package scoring

import (
	"math/big"
)

// Evaluate scores one unit into r, whose memory it uses again; once r has been
// used with the same index, an index that only adds rounded leaves, none with a
// factor, allocates nothing. The error is a [motcua.Faults] that names every fault of the counts;
// r is then without meaning.
func (x *Index) Evaluate(c *Counts, r *Result) error {
	level := x.level(c.Level)
	if len(c.Values) != len(x.leaves) || level < 0 && c.Level != "" {
		return x.Check(c).Err()
	}
	r.reset(x, c)
	if x.shares {
		x.share(c, r, level)
	}
	if x.exact {
		return x.evaluateExact(c, r, level)
	}
	var f finding
	for i := range x.leaves {
		if !x.find(c, i, level, &f) {
			return x.refuse(c, i)
		}
		n := &r.Nodes[x.leaves[i].node]
		r.take(n, &f)
		if !f.scored {
			continue
		}
		points, ok := x.quick(&x.leaves[i], &f, n.Max)
		if n.Points = points; !ok {
			n.Points = roundPoints(x.fraction(&x.leaves[i], &f, n.Max, x.factor(c, i, level, n)))
			if !n.Scored {
				n.Points = 0
			}
		}
	}
	x.gather(r)
	return nil
}

// refuse says what is wrong with counts that find did not take.
func (x *Index) refuse(c *Counts, i int) error {
	own := *c
	if value, inherited := c.inherited(i); inherited {
		own.Values = append([]Value(nil), c.Values...)
		own.Values[i] = value
	}
	return x.Check(&own).Err()
}

// take notes what a finding says of a leaf's node, apart from its points.
func (r *Result) take(n *NodeResult, f *finding) {
	n.Status, n.Scored, n.Inherited = f.status, f.scored, f.inherited && f.value.Answer != NotAsked
	n.Num, n.Den, n.Counted = f.value.Num, f.value.Den, f.value.Answer == Known && f.status != StatusAbsent
	switch {
	case f.scored:
		n.has = hasPoints
		r.odd = r.odd || f.status == StatusClamped
	case f.status == StatusAbsent:
		r.odd = r.odd || f.value.Answer != NotAsked
	case f.status == StatusZero && n.Max == 0: // given away, or never worth anything
	case f.status == StatusNotAsked:
		n.has = hasGap
	default:
		n.has = hasGap | hasNull
	}
}

// factor is the ratio, at most one, of the leaf that multiplies leaf i; nil for
// none. Where that ratio is unknown, so is n.
func (x *Index) factor(c *Counts, i, level int, n *NodeResult) *big.Rat {
	at := x.leaves[i].factor
	if at < 0 {
		return nil
	}
	var f finding
	switch ok := x.find(c, at, level, &f); {
	case !ok || !f.scored:
		n.Status, n.Scored, n.has = StatusUnknown, false, hasGap|hasNull
		if f.status == StatusNotAsked {
			n.Status, n.has = StatusNotAsked, hasGap
		}
		return nil
	case f.fixed && f.full:
		return nil
	case f.fixed:
		return new(big.Rat)
	}
	return new(big.Rat).SetFrac64(f.num, f.den)
}

// share moves the maximum of leaves without a denominator to others.
func (x *Index) share(c *Counts, r *Result, level int) {
	for i := range x.leaves {
		l := &x.leaves[i]
		if len(l.to) == 0 {
			continue
		}
		var f finding
		if !x.find(c, i, level, &f) || f.status != StatusZero {
			continue
		}
		n := &r.Nodes[l.node]
		part := n.Max / Points(len(l.to))
		rest := n.Max - part*Points(len(l.to))
		for _, to := range l.to {
			r.Nodes[x.leaves[to].node].Max += part + rest
			rest = 0
		}
		n.Max = 0
	}
}

// gather adds points up the tree, children before parents.
func (x *Index) gather(r *Result) {
	for i := len(x.nodes) - 1; i >= 0; i-- {
		n := &r.Nodes[i]
		if x.nodes[i].leaf < 0 {
			n.Status = n.has.status()
			n.Scored = n.has&hasPoints != 0
		} else if n.Scored {
			n.MaxKnown = n.Max
		}
		if up := x.nodes[i].parent; up >= 0 {
			p := &r.Nodes[up]
			p.Points += n.Points
			p.Max += n.Max
			p.MaxKnown += n.MaxKnown
			p.has |= n.has
		}
	}
}
