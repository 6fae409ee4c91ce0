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
	var faults motcua.Faults
	out := above
	out.Values = make([]Value, len(x.leaves))
	copy(out.Values, above.Values)
	for i := range x.leaves {
		if out.Values[i].Answer != NotAsked {
			continue
		}
		l := &x.leaves[i]
		at := motcua.Pointer("indicators", l.def.ID)
		v, asked, own := x.poolLeaf(i, units)
		switch {
		case asked == 0 || own == 0:
		case l.def.Pool != PoolAdd:
			warn(&faults, codePool, at, "không cộng được: cùng một thủ tục ở nhiều đơn vị", "does not add up: the same thing stands in several units")
		case asked < own:
			warn(&faults, codePool, at, "chỉ %d trong %d đơn vị có số liệu", "only %d of %d units were asked", asked, own)
		default:
			out.Values[i] = v
		}
	}
	for _, f := range faults {
		f.Line = above.Line
	}
	return out, faults
}

// poolLeaf adds up a leaf over the units whose level owns it.
func (x *Index) poolLeaf(i int, units []Counts) (sum Value, asked, own int) {
	sum = Ratio(0, 0)
	for u := range units {
		if x.leaves[i].rule(x.level(units[u].Level)) != LevelOwns {
			continue
		}
		own++
		v := units[u].value(i)
		if v.Answer == NotAsked {
			continue
		}
		asked++
		if v.Answer == Unknown {
			sum.Answer = Unknown
		}
		sum.Num += v.Num
		sum.Den += v.Den
		sum.Annual += v.Annual
	}
	if sum.Answer == Unknown {
		sum = Value{Answer: Unknown}
	}
	return sum, asked, own
}

// RollUp pools a whole tree of linked units from below: every unit that stands
// above others gets what it does not bring itself. The units are not changed.
func (x *Index) RollUp(units []Counts) ([]Counts, motcua.Faults) {
	var faults motcua.Faults
	out := append([]Counts(nil), units...)
	at := make(map[string]int, len(out))
	for i := range out {
		at[out[i].Unit] = i
	}
	below := make(map[int][]int)
	for i := range out {
		if up, ok := at[out[i].Parent]; ok && up != i {
			below[up] = append(below[up], i)
		}
	}
	state := make([]uint8, len(out)) // 0 not yet, 1 under way, 2 done
	var pool func(i int)
	pool = func(i int) {
		if state[i] != 0 {
			return
		}
		state[i] = 1
		var kids []Counts
		for _, k := range below[i] {
			pool(k)
			kids = append(kids, out[k])
		}
		if len(kids) > 0 {
			var found motcua.Faults
			out[i], found = x.Pool(out[i], kids)
			faults = append(faults, found...)
		}
		state[i] = 2
	}
	for i := range out {
		pool(i)
	}
	faults = append(faults, Link(out)...)
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
