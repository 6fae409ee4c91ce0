package scoring_test

import (
	"math"
	"math/big"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

const mostCount = 1<<53 - 1

// counts draws the counts of a unit at any level, below units that have theirs.
func (g *drawing) counts(x *scoring.Index, unit string) scoring.Counts {
	c := g.values(x, unit, pick(g, "level", "", "province", "commune"))
	up := &c
	for range g.roll(3, "above") {
		above := g.values(x, up.Unit+"+", pick(g, "levelAbove", "", "province", "commune"))
		up.Above, up.Parent = &above, above.Unit
		up = &above
	}
	return c
}

func (g *drawing) values(x *scoring.Index, unit, level string) scoring.Counts {
	c := x.Counts(unit)
	c.Level = level
	c.Period, _ = scoring.ParsePeriod(pick(g, "period", "2026", "2026-08", "2026-Q3"))
	for i, leaf := range naiveLeaves(&g.d.Root) {
		c.Values[i] = g.value(leaf)
	}
	return c
}

// value draws what a unit may report for a leaf.
func (g *drawing) value(leaf *scoring.Node) scoring.Value {
	switch roll := g.roll(10, "answer"); {
	case roll == 0:
		return scoring.Value{}
	case roll == 1:
		return scoring.Value{Answer: scoring.Unknown}
	case !naiveRatio(leaf):
		return scoring.Given(g.given(leaf))
	}
	v := scoring.Ratio(g.count("num"), g.count("den"))
	if g.chance(15, "empty") {
		v.Den = 0
	}
	if leaf.Relation == scoring.RelationSubset && v.Num > v.Den {
		v.Num, v.Den = v.Den, v.Num
	}
	if leaf.Relation == scoring.RelationSubset && v.Den == 0 {
		v.Num = 0
	}
	if leaf.Zero.Rule == scoring.ZeroFallback && g.chance(70, "annual") {
		v.Annual = g.count("annual")
	}
	return v
}

// count draws small numbers, large ones and the largest.
func (g *drawing) count(what string) int64 {
	if g.most > 0 {
		return rapid.Int64Range(0, pick(g, what+"Most", g.most, min(g.most, 12))).Draw(g.t, what)
	}
	switch g.roll(8, what+"Size") {
	case 0:
		return int64(g.roll(3, what))
	case 1, 2, 3:
		return int64(g.roll(13, what))
	case 4, 5:
		return int64(g.roll(700_000, what))
	case 6:
		return mostCount - int64(g.roll(3, what))
	}
	return rapid.Int64Range(0, mostCount).Draw(g.t, what)
}

// given draws a number in the range or table of the leaf's scale.
func (g *drawing) given(leaf *scoring.Node) motcua.Decimal {
	s := leaf.Scale
	low, high := int64(-20_000), int64(20_000)
	switch s.Kind {
	case scoring.ScaleTable:
		return s.Rows[g.roll(len(s.Rows), "at")].Value
	case scoring.ScaleSteps:
		low = up(s.Rows[0].Value)
	case scoring.ScaleLinear, scoring.ScaleFullAt:
		low, high = 0, 1500
	case scoring.ScaleGiven:
		low, high = 0, min(high, down(leaf.Max))
		if s.Min != nil {
			low = up(*s.Min)
		}
	}
	d, err := motcua.NewDecimal(rapid.Int64Range(low, high).Draw(g.t, "given"), 3)
	if err != nil {
		g.t.Fatal(err)
	}
	return d
}

// up and down are a number in thousandths.
func up(d motcua.Decimal) int64 { return -down(d.Neg()) }

func down(d motcua.Decimal) int64 {
	r := new(big.Rat).Mul(d.Rat(), big.NewRat(1000, 1))
	whole := new(big.Int).Div(r.Num(), r.Denom())
	if !whole.IsInt64() {
		return math.MaxInt64
	}
	return whole.Int64()
}
