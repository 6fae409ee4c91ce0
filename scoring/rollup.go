package scoring

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/motcua/motcua"
)

// Pool puts the counts of units into those of the unit above them: numerators
// and denominators add, so that a large unit weighs more than a small one.
// What above brings itself stays. Counts of distinct things do not add, figures
// that a level only inherits are not counted again, and a sum over units some
// of which were not asked would be no sum: such leaves stay as they are and are
// reported as warnings. A leaf unknown in one unit is unknown in the pool.
func (x *Index) Pool(above Counts, units []Counts) (Counts, motcua.Faults) {
	all := make([]*Counts, len(units))
	for i := range units {
		all[i] = &units[i]
	}
	return x.pool(above, all)
}

func (x *Index) pool(above Counts, units []*Counts) (Counts, motcua.Faults) {
	var faults motcua.Faults
	out := above
	out.Values = make([]Value, len(x.leaves))
	copy(out.Values, above.Values)
	for i, s := range x.sums(units) {
		if out.Values[i].Answer != NotAsked {
			continue
		}
		l := &x.leaves[i]
		switch {
		case s.asked == 0 || s.own == 0:
		case l.def.Pool != PoolAdd:
			warn(&faults, codePool, l.at, "%s: không cộng được từ các đơn vị, cùng một thủ tục ở nhiều nơi", "%s: cannot be added up from its units, the same thing stands in several", above.Unit)
		case s.asked < s.own:
			warn(&faults, codePool, l.at, "%s: chỉ %d trong %d đơn vị có số liệu", "%s: only %d of its %d units were asked", above.Unit, s.asked, s.own)
		case s.unknown:
			out.Values[i] = Value{Answer: Unknown}
		default:
			out.Values[i] = Value{Num: s.num, Den: s.den, Annual: s.annual, Answer: Known}
		}
	}
	for _, f := range faults {
		f.Line = above.Line
	}
	return out, faults
}

// sum is what units report for one leaf: how many own it, how many of these
// were asked, and their counts.
type sum struct {
	num, den, annual int64
	own, asked       int
	unknown          bool // to one of them
}

// sums adds up every leaf over the units whose level owns it.
func (x *Index) sums(units []*Counts) []sum {
	sums := make([]sum, len(x.leaves))
	for _, u := range units {
		level := x.level(u.Level)
		for i := range x.leaves {
			if x.leaves[i].rule(level) != LevelOwns {
				continue
			}
			s, v := &sums[i], u.value(i)
			s.own++
			if v.Answer == NotAsked {
				continue
			}
			s.asked++
			s.unknown = s.unknown || v.Answer == Unknown
			s.num = add(s.num, v.Num)
			s.den = add(s.den, v.Den)
			s.annual = add(s.annual, v.Annual)
		}
	}
	return sums
}

// add adds counts; a sum that is no count any more stays one, so that it is
// refused like any other.
func add(a, b int64) int64 {
	return min(min(a, maxCount+1)+min(b, maxCount+1), maxCount+1)
}

// RollUp pools a whole tree of linked units from below: every unit that stands
// above others gets what it does not bring itself. The units are not changed.
func (x *Index) RollUp(units []Counts) ([]Counts, motcua.Faults) {
	out := append([]Counts(nil), units...)
	above, faults := link(out)
	below := make([][]*Counts, len(out))
	for i, up := range above {
		if up >= 0 {
			below[up] = append(below[up], &out[i])
		}
	}
	left := make([]int, len(out)) // units below that are not done
	var ready []int
	for i := range out {
		if left[i] = len(below[i]); left[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[0]
		ready = ready[1:]
		if len(below[i]) > 0 {
			var found motcua.Faults
			out[i], found = x.pool(out[i], below[i])
			faults = append(faults, found...)
		}
		if up := above[i]; up >= 0 {
			if left[up]--; left[up] == 0 {
				ready = append(ready, up)
			}
		}
	}
	return out, faults
}

// ErrNothing is the class of errors of a mean over no units.
var ErrNothing = errors.New("nothing to take the mean of")

// Mean is the unweighted mean of results: every unit weighs the same, however
// many dossiers it has. It is taken at the definition's mean stage, each mean
// rounded there, and the nodes above add up as they always do; nodes below the
// stage have no points. A unit without points at a node is left out of that
// node's mean. Name and place of the mean are those of above. Results of
// another index are an error.
func (x *Index) Mean(above Counts, results []Result) (Result, error) {
	var r Result
	if len(results) == 0 {
		return r, ErrNothing
	}
	for i := range results {
		if results[i].Index != x {
			return r, fmt.Errorf("result %d, of %q, is not one of %s %s", i, results[i].Unit, x.ID(), x.Version())
		}
	}
	r.reset(x, &above)
	r.exact = make([]*big.Rat, len(x.nodes))
	for at := len(x.nodes) - 1; at >= 0; at-- {
		n := &r.Nodes[at]
		switch d := &x.nodes[at]; {
		case x.means(at):
			x.meanNode(&r, at, results)
		case d.leaf < 0 && x.meansBelow(at):
			x.meanSum(&r, at)
		default:
			n.Status, n.Max = StatusMean, d.max
		}
	}
	return r, nil
}

// means reports whether means are taken at the node.
func (x *Index) means(at int) bool {
	d := &x.nodes[at]
	switch x.def.Mean {
	case StageLeaf:
		return d.leaf >= 0
	case StageGroup:
		return d.depth == 1
	}
	return at == 0
}

// meansBelow reports whether the node lies above the stage of means.
func (x *Index) meansBelow(at int) bool {
	switch x.def.Mean {
	case StageLeaf:
		return x.nodes[at].leaf < 0
	case StageGroup:
		return at == 0
	}
	return false
}

func (x *Index) meanNode(r *Result, at int, results []Result) {
	n := &r.Nodes[at]
	n.Max, n.Status = x.nodes[at].max, StatusMean
	sum, known, units := int64(0), int64(0), int64(0)
	for i := range results {
		if other := results[i].Nodes[at]; other.Scored {
			sum += int64(other.Points)
			known += int64(other.MaxKnown)
			units++
		}
	}
	if units == 0 {
		n.has = hasGap
		return
	}
	r.exact[at] = big.NewRat(sum, units)
	n.Points, n.Scored, n.has = roundPoints(r.exact[at]), true, hasPoints
	n.MaxKnown = roundPoints(big.NewRat(known, units))
	if n.MaxKnown < n.Max {
		n.has |= hasGap
	}
}

// meanSum adds the rounded means below a node, and the unrounded ones beside
// them for its ratio.
func (x *Index) meanSum(r *Result, at int) {
	n := &r.Nodes[at]
	n.Status, n.Max, r.exact[at] = StatusMean, 0, new(big.Rat)
	for _, kid := range x.nodes[at].kids {
		k := r.Nodes[kid]
		n.Points += k.Points
		n.Max += k.Max
		n.MaxKnown += k.MaxKnown
		n.has |= k.has
		n.Scored = n.Scored || k.Scored
		if r.exact[kid] != nil {
			r.exact[at].Add(r.exact[at], r.exact[kid])
		}
	}
}
