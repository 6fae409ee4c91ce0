package scoring

import (
	"math/big"

	"github.com/motcua/motcua"
)

// Change is the difference of two scores of one unit under the same rules.
type Change struct {
	// Unit and Name are those of the later counts.
	Unit, Name string
	// From and To are the totals; Known reports whether both exist.
	From, To Points
	Known    bool // see From
	// Effects split To less From; those of the leaves add up to them.
	Effects Effects
	// Leaves are the leaves whose points changed, in definition order.
	Leaves []LeafChange
}

// LeafChange is the difference of two scores of one leaf.
type LeafChange struct {
	// Leaf is the leaf's id, Title its name.
	Leaf  string
	Title motcua.Text // see Leaf
	// From and To are its points, zero where it had none.
	From, To Points
	// Effects split To less From.
	Effects Effects
}

// Effects split a difference of points; they add up to it exactly. They have
// four more decimals than points.
type Effects struct {
	// Rate is what units did better or worse than before.
	Rate motcua.Decimal
	// Mix is what came of the weights shifting among units.
	Mix motcua.Decimal
	// Scope is what came of units, indicators or maxima coming and going.
	Scope motcua.Decimal
	// Rounding is the rest: what rounding to points added or took.
	Rounding motcua.Decimal
}

// effectDecimals is how many more decimals than points an effect has.
const effectDecimals = 4

// Change compares two counts of a unit. The parts are the units below, before
// and after; where a leaf's parts add up to the unit's own counts on both
// sides, its change is split in this order: units that are on one side only
// (scope), the new weights at the old rates (mix), the new rates (rate). Without
// such parts there is no mix, and all that moves is rate. Errors are those of
// [Index.Evaluate] and [ErrNotAdditive].
func (x *Index) Change(before, after *Counts, partsBefore, partsAfter []Counts) (Change, error) {
	if x.exact {
		return Change{}, ErrNotAdditive
	}
	var old, now Result
	if err := x.Evaluate(before, &old); err != nil {
		return Change{}, err
	}
	if err := x.Evaluate(after, &now); err != nil {
		return Change{}, err
	}
	out := Change{
		Unit: after.Unit, Name: after.Name, From: old.Nodes[0].Points, To: now.Nodes[0].Points,
		Known: old.Nodes[0].Scored && now.Nodes[0].Scored,
	}
	sides := [2]side{{before, &old, partsBefore}, {after, &now, partsAfter}}
	for i := range x.leaves {
		at := x.leaves[i].node
		change := LeafChange{Leaf: x.leaves[i].def.ID, Title: x.leaves[i].def.Title, From: old.Nodes[at].Points, To: now.Nodes[at].Points}
		change.Effects = x.effects(i, sides)
		out.Effects = out.Effects.add(change.Effects)
		if change.From != change.To || !change.Effects.isZero() {
			out.Leaves = append(out.Leaves, change)
		}
	}
	return out, nil
}

// side is one of the two scores compared.
type side struct {
	counts *Counts
	result *Result
	parts  []Counts
}

// effects splits the change of leaf i.
func (x *Index) effects(i int, sides [2]side) Effects {
	l := &x.leaves[i]
	var found [2]finding
	var nodes [2]NodeResult
	var factor [2]*big.Rat
	plain := true
	for s := range sides {
		level := x.level(sides[s].counts.Level)
		x.find(sides[s].counts, i, level, &found[s])
		nodes[s] = sides[s].result.Nodes[l.node]
		factor[s] = x.factor(sides[s].counts, i, level, &NodeResult{})
		plain = plain && nodes[s].Scored && !found[s].fixed
	}
	delta := new(big.Rat).SetInt64(int64(nodes[1].Points - nodes[0].Points))
	if !plain {
		return x.split(delta, new(big.Rat), new(big.Rat), delta)
	}
	ratio := [2]*big.Rat{found[0].ratio(), found[1].ratio()}
	points := func(r *big.Rat, s int) *big.Rat { return x.scale(l, r, nodes[s].Max, factor[s]) }
	start, end := points(ratio[0], 0), points(ratio[1], 1)
	resized := x.scale(l, ratio[0], nodes[1].Max, factor[0]) // the new maximum at the old ratio
	scope := new(big.Rat).Sub(resized, start)
	common, mixed, same, ok := x.paths(i, sides, found)
	if !ok {
		return x.split(delta, new(big.Rat).Sub(end, resized), new(big.Rat), scope)
	}
	at := func(r *big.Rat) *big.Rat { return x.scale(l, r, nodes[1].Max, factor[0]) }
	scope.Add(scope, new(big.Rat).Sub(at(common), resized))
	mix := new(big.Rat).Sub(at(mixed), at(common))
	rate := new(big.Rat).Sub(points(same, 1), at(mixed))
	scope.Add(scope, new(big.Rat).Sub(end, points(same, 1)))
	return x.split(delta, rate, mix, scope)
}

func (f *finding) ratio() *big.Rat { return new(big.Rat).SetFrac64(f.num, f.den) }

// paths returns the ratio of the units on both sides, before; the same with the
// new weights; and after. It is false where the parts do not make up the unit.
func (x *Index) paths(i int, sides [2]side, found [2]finding) (common, mixed, same *big.Rat, ok bool) {
	var parts [2]map[string]Value
	for s := range sides {
		parts[s] = map[string]Value{}
		num, den := int64(0), int64(0)
		for p := range sides[s].parts {
			if v := sides[s].parts[p].value(i); v.Answer == Known && v.Den > 0 {
				parts[s][sides[s].parts[p].Unit] = v
				num += v.Num
				den += v.Den
			}
		}
		if len(parts[s]) == 0 || num != found[s].value.Num || den != found[s].value.Den || num > den {
			return nil, nil, nil, false
		}
	}
	sum, weights := new(big.Rat), new(big.Rat)
	num, den := [2]int64{}, [2]int64{}
	for unit, was := range parts[0] {
		is, both := parts[1][unit]
		if !both {
			continue
		}
		num[0], den[0], num[1], den[1] = num[0]+was.Num, den[0]+was.Den, num[1]+is.Num, den[1]+is.Den
		weight := new(big.Rat).SetInt64(is.Den)
		weights.Add(weights, weight)
		sum.Add(sum, weight.Mul(weight, big.NewRat(was.Num, was.Den)))
	}
	if weights.Sign() == 0 { // all have gone and others come: scope, by way of nothing
		return found[0].ratio(), found[0].ratio(), found[0].ratio(), true
	}
	return big.NewRat(num[0], den[0]), sum.Quo(sum, weights), big.NewRat(num[1], den[1]), true
}

// split rounds the effects and gives rounding what is left of delta.
func (x *Index) split(delta, rate, mix, scope *big.Rat) Effects {
	d := x.def.Decimals
	e := Effects{Rate: fine(rate, d, effectDecimals), Mix: fine(mix, d, effectDecimals), Scope: fine(scope, d, effectDecimals)}
	rest := fine(delta, d, effectDecimals)
	for _, part := range []motcua.Decimal{e.Rate, e.Mix, e.Scope} {
		rest, _ = rest.Sub(part) // points are bounded far below what overflows
	}
	e.Rounding = rest
	return e
}

// fine writes a fraction of points with more decimals, rounded half-up.
func fine(points *big.Rat, decimals, more int) motcua.Decimal {
	scaled := roundRat(new(big.Rat).Mul(points, new(big.Rat).SetInt64(powerOfTen(more))))
	d, err := motcua.NewDecimal(scaled.Int64(), decimals+more)
	if err != nil {
		return motcua.Decimal{}
	}
	return d
}

func (e Effects) add(o Effects) Effects {
	sum := func(a, b motcua.Decimal) motcua.Decimal {
		s, _ := a.Add(b) // points are bounded far below what overflows
		return s
	}
	return Effects{sum(e.Rate, o.Rate), sum(e.Mix, o.Mix), sum(e.Scope, o.Scope), sum(e.Rounding, o.Rounding)}
}

func (e Effects) isZero() bool {
	return e.Rate.IsZero() && e.Mix.IsZero() && e.Scope.IsZero() && e.Rounding.IsZero()
}

// Sum is the difference the effects split.
func (e Effects) Sum() motcua.Decimal {
	all := Effects{Rate: e.Rate}
	for _, part := range []motcua.Decimal{e.Mix, e.Scope, e.Rounding} {
		all = all.add(Effects{Rate: part})
	}
	return all.Rate
}
