package scoring

import (
	"math/big"

	"github.com/motcua/motcua"
)

// Result is the score of one unit, node by node. It is filled by
// [Index.Evaluate] or [Index.Mean].
type Result struct {
	// Index is what was evaluated.
	Index *Index
	// Unit, Name, Level, Parent and Period are those of the counts.
	Unit, Name, Level, Parent string
	Period                    Period // see Unit
	// Nodes are all nodes in definition order, the root first.
	Nodes []NodeResult
	exact []*big.Rat // of a mean: unrounded points, for ratios
	odd   bool       // Check has a warning
}

// NodeResult is the score of one node.
type NodeResult struct {
	// Points are what the node has; they say nothing unless Scored.
	Points Points
	// Max is the most it could have, MaxKnown the most of its leaves that have
	// points.
	Max, MaxKnown Points
	// Num and Den are a leaf's counts; they say nothing unless Counted.
	Num, Den int64
	// Status says what Points rest on.
	Status Status
	// Scored, Counted and Inherited report whether there are points, whether
	// there are counts, and whether these are the unit above's.
	Scored, Counted, Inherited bool
	has                        contents
}

// contents is what lies at or below a node.
type contents uint8

const (
	hasPoints contents = 1 << iota // a leaf with points
	hasGap                         // a leaf without, that the level has
	hasNull                        // one of these was asked
)

func (h contents) status() Status {
	switch {
	case h&hasPoints != 0 && h&hasGap != 0:
		return StatusPartial
	case h&hasPoints != 0:
		return StatusOK
	case h&hasNull != 0:
		return StatusUnknown
	case h&hasGap != 0:
		return StatusNotAsked
	}
	return StatusAbsent
}

// reset prepares r for a unit.
func (r *Result) reset(x *Index, c *Counts) {
	r.Index, r.Unit, r.Name, r.Level, r.Parent, r.Period = x, c.Unit, c.Name, c.Level, c.Parent, c.Period
	if cap(r.Nodes) < len(x.nodes) {
		r.Nodes = make([]NodeResult, len(x.nodes))
	}
	r.Nodes, r.exact, r.odd = r.Nodes[:len(x.nodes)], nil, false
	copy(r.Nodes, x.blank)
}

// Total is the root; the zero NodeResult of a result that nothing has filled.
func (r *Result) Total() NodeResult {
	if len(r.Nodes) == 0 {
		return NodeResult{}
	}
	return r.Nodes[0]
}

// Node is the node with the id; false where the index has none.
func (r *Result) Node(id string) (NodeResult, bool) {
	i, ok := r.Index.nodeOf[id]
	if !ok {
		return NodeResult{}, false
	}
	return r.Nodes[i], true
}

// Band is the grade of the total; false where the definition has no bands or
// there is no total. It is partial where leaves the level has are without
// points: with them the grade might be another.
func (r *Result) Band() (band Band, partial, ok bool) {
	total := r.Nodes[0]
	if !total.Scored {
		return Band{}, false, false
	}
	for i, from := range r.Index.bands {
		if total.Points >= from {
			return r.Index.def.Bands[i], total.has&hasGap != 0, true
		}
	}
	return Band{}, false, false
}

// View is the result grouped another way: one node result for each group of the
// view, in its order, with the ratio as the view shows it. It is false where the definition has no such view.
func (r *Result) View(id string) ([]GroupResult, bool) {
	for _, v := range r.Index.def.Views {
		if v.ID != id {
			continue
		}
		out := make([]GroupResult, len(v.Groups))
		for i, g := range v.Groups {
			out[i] = r.group(g)
		}
		return out, true
	}
	return nil, false
}

// GroupResult is one group of a view.
type GroupResult struct {
	// Group is the definition's row.
	Group ViewGroup
	// NodeResult is the sum of its nodes.
	NodeResult
	// Percent is the ratio of points to maximum in per cent, two decimals,
	// half-up: of the sum, or the mean of the rounded ratios of its nodes, as
	// the view says. It is nil where there are no points, and where a mean would
	// be over a node that has none.
	Percent *motcua.Decimal
}

func (r *Result) group(g ViewGroup) GroupResult {
	out := GroupResult{Group: g}
	points, mean, whole := new(big.Rat), new(big.Rat), true
	for _, id := range g.Of {
		i := r.Index.nodeOf[id]
		n := r.Nodes[i]
		out.Points += n.Points
		out.Max += n.Max
		out.MaxKnown += n.MaxKnown
		out.has |= n.has
		whole = whole && n.Scored
		points.Add(points, r.unrounded(i))
		mean.Add(mean, percent(r.unrounded(i), n.Max).Rat())
	}
	out.Status = out.has.status()
	out.Scored = out.has&hasPoints != 0
	ratio := percent(points, out.Max)
	if g.Ratio == RatioMean {
		ratio = hundredths(mean.Quo(mean, big.NewRat(int64(len(g.Of)), 1)))
	}
	if out.Scored && (whole || g.Ratio != RatioMean) {
		out.Percent = &ratio
	}
	return out
}

// Percent is a node's points over its maximum in per cent, two decimals,
// half-up; of a mean it is taken from the unrounded mean. It is false where
// there are no points.
func (r *Result) Percent(id string) (motcua.Decimal, bool) {
	i, ok := r.Index.nodeOf[id]
	if !ok || !r.Nodes[i].Scored {
		return motcua.Decimal{}, false
	}
	return percent(r.unrounded(i), r.Nodes[i].Max), true
}

// unrounded is a node's points, before the rounding of a mean.
func (r *Result) unrounded(i int) *big.Rat {
	if r.exact != nil && r.exact[i] != nil {
		return r.exact[i]
	}
	return new(big.Rat).SetInt64(int64(r.Nodes[i].Points))
}

// percent is 100·p/most with two decimals; zero where there is nothing.
func percent(p *big.Rat, most Points) motcua.Decimal {
	if most == 0 {
		return motcua.Decimal{}
	}
	return hundredths(new(big.Rat).Mul(p, big.NewRat(100, int64(most))))
}

// hundredths rounds a fraction to two decimals.
func hundredths(r *big.Rat) motcua.Decimal {
	scaled := roundRat(new(big.Rat).Mul(r, big.NewRat(100, 1)))
	d, err := motcua.NewDecimal(scaled.Int64(), 2)
	if err != nil {
		return motcua.Decimal{}
	}
	return d
}
