package scoring_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

// pooled draws an index and units that can be pooled.
func pooled(t *rapid.T) (*drawing, *scoring.Index, []scoring.Counts) {
	g := drawAny(t)
	g.counted = true
	x := g.compiled()
	units := make([]scoring.Counts, 1+g.roll(6, "units"))
	for i := range units {
		units[i] = g.values(x, fmt.Sprintf("U%d", i), pick(g, "level", "", "commune"))
	}
	return g, x, units
}

// naivePool adds a leaf up, if every unit that owns it was asked.
func naivePool(leaf *scoring.Node, place int, units []scoring.Counts) scoring.Value {
	sum, owners := scoring.Ratio(0, 0), 0
	for _, u := range units {
		v := u.Values[place]
		if naiveRule(leaf, u.Level) != scoring.LevelOwns {
			continue
		}
		owners++
		if v.Answer == scoring.NotAsked {
			return scoring.Value{}
		}
		if v.Answer == scoring.Unknown || sum.Answer == scoring.Unknown {
			sum = scoring.Value{Answer: scoring.Unknown}
			continue
		}
		sum.Num, sum.Den, sum.Annual = capped(sum.Num+v.Num), capped(sum.Den+v.Den), capped(sum.Annual+v.Annual)
	}
	if owners == 0 {
		return scoring.Value{}
	}
	return sum
}

// capped is a sum that stays just beyond what a count can be, and is refused.
func capped(n int64) int64 { return min(n, 1<<53) }

func TestPoolIsSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, x, units := pooled(t)
		above := x.Counts("P")
		own := g.values(x, "P", "")
		for i := range above.Values {
			if g.chance(20, "own") {
				above.Values[i] = own.Values[i]
			}
		}
		kept := slices.Clone(above.Values)
		got, _ := x.Pool(above, units)
		for i, leaf := range naiveLeaves(&g.d.Root) {
			want := naivePool(leaf, i, units)
			if kept[i].Answer != scoring.NotAsked {
				want = kept[i] // what above brings itself stays
			}
			if got.Values[i] != want {
				t.Fatalf("leaf %s: %+v, want %+v", leaf.ID, got.Values[i], want)
			}
		}
		slices.Reverse(units)
		again, _ := x.Pool(above, units)
		if diff := cmp.Diff(got.Values, again.Values); diff != "" {
			t.Fatalf("the other order pools otherwise: %s", diff)
		}
		if diff := cmp.Diff(kept, above.Values); diff != "" {
			t.Fatalf("the counts given were changed: %s", diff)
		}
	})
}

func TestPoolOfPoolsIsPool(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, x, units := pooled(t)
		for i := range units {
			units[i].Level = ""
		}
		at := g.roll(len(units), "cut")
		if at == 0 {
			at = len(units)
		}
		var halves []scoring.Counts
		for _, part := range [][]scoring.Counts{units[:at], units[at:]} {
			if len(part) > 0 {
				half, _ := x.Pool(x.Counts("half"), part)
				halves = append(halves, half)
			}
		}
		all, _ := x.Pool(x.Counts("P"), units)
		twice, _ := x.Pool(x.Counts("P"), halves)
		for i := range all.Values {
			asked := !slices.ContainsFunc(units, func(c scoring.Counts) bool { return c.Values[i].Answer == scoring.NotAsked })
			if asked && all.Values[i] != twice.Values[i] {
				t.Fatalf("leaf %d: %+v at once, %+v by halves", i, all.Values[i], twice.Values[i])
			}
		}
	})
}

// TestRollUpIsPool holds the rolling up of a tree to pools by hand.
func TestRollUpIsPool(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, x, communes := pooled(t)
		tree := []scoring.Counts{x.Counts("N"), x.Counts("P"), x.Counts("Q")}
		tree[1].Parent, tree[2].Parent = "N", "N"
		under := map[string][]scoring.Counts{}
		for i := range communes {
			communes[i].Parent = tree[1+i%2].Unit
			under[communes[i].Parent] = append(under[communes[i].Parent], communes[i])
		}
		rolled, faults := x.RollUp(append(slices.Clone(tree), communes...))
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		for i, c := range tree[1:] {
			tree[1+i], _ = x.Pool(c, under[c.Unit])
		}
		tree[0], _ = x.Pool(tree[0], tree[1:])
		for i, c := range tree {
			if diff := cmp.Diff(c.Values, rolled[i].Values); diff != "" {
				t.Fatalf("unit %s (-by hand +rolled up):\n%s", c.Unit, diff)
			}
			if c.Parent != "" && (rolled[i].Above == nil || rolled[i].Above != &rolled[0]) {
				t.Fatalf("unit %s is not below the country", c.Unit)
			}
		}
	})
}

// TestMeansAddUpAsShown adds two means of a half each: each is shown as one, so
// the total is two.
func TestMeansAddUpAsShown(t *testing.T) {
	d := twoLeaves()
	d.Decimals, d.Root.Max = 0, motcua.MustDecimal("2")
	for i, leaf := range d.Root.Nodes {
		leaf.Max = motcua.MustDecimal("1")
		other := leaf
		other.ID += "2"
		id := []string{"G", "H"}[i]
		d.Root.Nodes[i] = scoring.Node{
			ID: id, Title: drawnTitle(id), Max: leaf.Max, Compose: scoring.ComposeMean, Nodes: []scoring.Node{leaf, other},
		}
	}
	x, err := scoring.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	c := x.Counts("U")
	for i := range c.Values {
		c.Values[i] = scoring.Ratio(int64(i%2), 1)
	}
	var r scoring.Result
	if err := x.Evaluate(&c, &r); err != nil {
		t.Fatal(err)
	}
	g, _ := r.Node("G")
	h, _ := r.Node("H")
	if total := r.Total().Points; g.Points != 1 || h.Points != 1 || total != 2 {
		t.Errorf("%d and %d add up to %d", g.Points, h.Points, total)
	}
}

// TestMeanOfEqualsIsItself takes the mean of a unit and itself, at every stage.
func TestMeanOfEqualsIsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawAny(t)
		d := g.definition()
		d.Mean = pick(g, "mean", scoring.StageLeaf, scoring.StageGroup, scoring.StageTotal)
		x, err := scoring.Compile(d)
		if err != nil {
			t.Skip("means cannot be taken there")
		}
		c := g.counts(x, "U")
		r := g.evaluated(x, &c)
		mean, err := x.Mean(x.Counts("all"), []scoring.Result{*r, *r, *r})
		if err != nil {
			t.Fatal(err)
		}
		for i, id := range x.Nodes() {
			n, one := mean.Nodes[i], r.Nodes[i]
			if n.Scored && (!one.Scored || n.Points != one.Points) || i == 0 && n.Scored != one.Scored || n.Status != scoring.StatusMean {
				t.Fatalf("node %s: mean %+v of %+v", id, n, one)
			}
		}
	})
}
