package scoring_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

// A family is a unit and the units below it, before and after.
type family struct {
	x      *scoring.Index
	parts  [2][]scoring.Counts
	counts [2]scoring.Counts
}

// family draws parts of which some go, come and change. Their unit is their
// pool, unless it says otherwise itself.
func (g *drawing) family(x *scoring.Index) family {
	f := family{x: x}
	for i := range g.roll(5, "parts") {
		unit := fmt.Sprint("U", i)
		was := g.values(x, unit, "")
		is := g.values(x, unit, "")
		if g.chance(30, "same") {
			is = was
		}
		if !g.chance(20, "comes") {
			f.parts[0] = append(f.parts[0], was)
		}
		if !g.chance(20, "goes") {
			f.parts[1] = append(f.parts[1], is)
		}
	}
	for side := range f.parts {
		above := x.Counts("P")
		if g.chance(25, "own") {
			above = g.values(x, "P", "")
		}
		f.counts[side], _ = x.Pool(above, f.parts[side])
	}
	return f
}

// change compares the sides; from and to are 0 and 1, or turned round.
func (f *family) change(t naiveFataler, from, to int) scoring.Change {
	t.Helper()
	c, err := f.x.Change(&f.counts[from], &f.counts[to], f.parts[from], f.parts[to])
	if err != nil {
		t.Fatalf("change: %v", err)
	}
	return c
}

func adds(t *rapid.T) (*drawing, *scoring.Index) {
	g := &drawing{t: t, leaves: 4, decimals: 3, additive: true, counted: true, most: 1 << 50}
	return g, g.compiled()
}

func TestChangeAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, x := adds(t)
		f := g.family(x)
		c, back := f.change(t, 0, 1), f.change(t, 1, 0)
		var sum scoring.Effects
		for _, leaf := range c.Leaves {
			if got, want := leaf.Effects.Sum(), x.Decimal(leaf.To-leaf.From); got.Cmp(want) != 0 {
				t.Fatalf("effects of leaf %s add up to %s, not %s: %+v", leaf.Leaf, got, want, leaf)
			}
			sum = addEffects(t, sum, leaf.Effects)
		}
		if got, want := c.Effects.Sum(), x.Decimal(c.To-c.From); got.Cmp(want) != 0 {
			t.Fatalf("effects add up to %s, not %s", got, want)
		}
		for i, part := range parts(c.Effects) {
			if part.Cmp(parts(sum)[i]) != 0 {
				t.Fatalf("effects %+v are not those of the leaves, %+v", c.Effects, sum)
			}
		}
		if back.From != c.To || back.To != c.From || back.Effects.Sum().Cmp(c.Effects.Sum().Neg()) != 0 {
			t.Fatalf("there %+v, back %+v", c, back)
		}
		for _, leaf := range x.Leaves() {
			changed := slices.ContainsFunc(c.Leaves, func(l scoring.LeafChange) bool { return l.Leaf == leaf })
			was, is := g.pointsOf(x, &f.counts[0], leaf), g.pointsOf(x, &f.counts[1], leaf)
			if was != is && !changed {
				t.Fatalf("leaf %s went from %d to %d and is not told", leaf, was, is)
			}
		}
	})
}

func (g *drawing) pointsOf(x *scoring.Index, c *scoring.Counts, leaf string) scoring.Points {
	n, _ := g.evaluated(x, c).Node(leaf)
	return n.Points
}

func parts(e scoring.Effects) []motcua.Decimal {
	return []motcua.Decimal{e.Rate, e.Mix, e.Scope, e.Rounding}
}

func addEffects(t naiveFataler, a, b scoring.Effects) scoring.Effects {
	t.Helper()
	var sums []motcua.Decimal
	for i, part := range parts(a) {
		sum, err := part.Add(parts(b)[i])
		if err != nil {
			t.Fatalf("%s + %s: %v", part, parts(b)[i], err)
		}
		sums = append(sums, sum)
	}
	return scoring.Effects{Rate: sums[0], Mix: sums[1], Scope: sums[2], Rounding: sums[3]}
}

// TestChangeHasItsCause changes one thing only, and finds it in one effect.
func TestChangeHasItsCause(t *testing.T) {
	for _, law := range []struct {
		name   string
		change func(g *drawing, f *family)
		spared func(e scoring.Effects) []motcua.Decimal
		why    string
	}{
		{"nothing", func(*drawing, *family) {}, parts, "the same counts on both sides"},
		{"no parts", func(g *drawing, f *family) {
			f.parts[0], f.parts[1] = nil, nil
			f.counts[1] = g.ratios(f.x, "P")
		}, func(e scoring.Effects) []motcua.Decimal { return []motcua.Decimal{e.Mix, e.Scope} }, "without parts all that moves is rate"},
		{"foreign parts", func(g *drawing, f *family) {
			for i := range f.counts[1].Values {
				f.counts[1].Values[i] = scoring.Ratio(f.counts[1].Values[i].Num, f.counts[1].Values[i].Den+1)
			}
		}, func(e scoring.Effects) []motcua.Decimal { return []motcua.Decimal{e.Mix, e.Scope} }, "the parts do not add up"},
		{"new rates", func(g *drawing, f *family) {
			for i, p := range f.parts[1] {
				for j, v := range p.Values {
					f.parts[1][i].Values[j] = scoring.Ratio(int64(g.roll(int(v.Den)+1, "num")), v.Den)
				}
			}
			f.counts[1], _ = f.x.Pool(f.x.Counts("P"), f.parts[1])
		}, func(e scoring.Effects) []motcua.Decimal { return []motcua.Decimal{e.Mix, e.Scope} }, "units and weights stay"},
		{"new weights", func(g *drawing, f *family) {
			for i, p := range f.parts[1] {
				times := int64(g.roll(5, "times") + 1)
				for j, v := range p.Values {
					f.parts[1][i].Values[j] = scoring.Ratio(v.Num*times, v.Den*times)
				}
			}
			f.counts[1], _ = f.x.Pool(f.x.Counts("P"), f.parts[1])
		}, func(e scoring.Effects) []motcua.Decimal { return []motcua.Decimal{e.Rate, e.Scope} }, "units and their rates stay"},
		{"new units", func(g *drawing, f *family) {
			f.parts[1] = append(f.parts[1], g.ratios(f.x, "new"))
			f.counts[1], _ = f.x.Pool(f.x.Counts("P"), f.parts[1])
		}, func(e scoring.Effects) []motcua.Decimal { return []motcua.Decimal{e.Rate, e.Mix} }, "those that stay are as before"},
	} {
		t.Run(law.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				g := &drawing{t: t, leaves: 3, decimals: 2, additive: true, counted: true, plain: true}
				f := g.steady()
				law.change(g, &f)
				c := f.change(t, 0, 1)
				for _, leaf := range append(c.Leaves, scoring.LeafChange{Effects: c.Effects}) {
					for _, part := range law.spared(leaf.Effects) {
						if !part.IsZero() {
							t.Fatalf("%s, and yet %+v", law.why, leaf)
						}
					}
				}
			})
		})
	}
}

// steady is a family that is the same on both sides, counted everywhere.
func (g *drawing) steady() family {
	x := g.compiled()
	f := family{x: x}
	for i := range 1 + g.roll(4, "parts") {
		c := g.ratios(x, fmt.Sprint("U", i))
		f.parts[0] = append(f.parts[0], c)
		c.Values = slices.Clone(c.Values)
		f.parts[1] = append(f.parts[1], c)
	}
	f.counts[0], _ = x.Pool(x.Counts("P"), f.parts[0])
	f.counts[1], _ = x.Pool(x.Counts("P"), f.parts[1])
	return f
}

// ratios are counts with something to count in every leaf.
func (g *drawing) ratios(x *scoring.Index, unit string) scoring.Counts {
	c := x.Counts(unit)
	for i := range c.Values {
		den := int64(g.roll(1000, "den") + 1)
		c.Values[i] = scoring.Ratio(int64(g.roll(int(den)+1, "num")), den)
	}
	return c
}
