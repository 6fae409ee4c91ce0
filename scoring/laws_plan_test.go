package scoring_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
	"pgregory.net/rapid"
)

// A trial moves rows by hand and evaluates again: the truth Levers and Plan
// are held to.
type trial struct {
	t      *rapid.T
	x      *scoring.Index
	counts scoring.Counts
	leaves []*scoring.Node
	add    bool
	result scoring.Result
}

// with is the total after k rows of each leaf have moved, and the leaf's points.
func (b *trial) with(rows []int64, leaf int) (total, own scoring.Points) {
	c := b.counts
	c.Values = slices.Clone(c.Values)
	for i, k := range rows {
		c.Values[i].Num += k
		if b.add {
			c.Values[i].Den += k
		}
	}
	if err := b.x.Evaluate(&c, &b.result); err != nil {
		b.t.Fatalf("%v rows moved: %v", rows, err)
	}
	n, _ := b.result.Node(b.leaves[leaf].ID)
	return b.result.Total().Points, n.Points
}

// room is how many rows of a leaf can be moved.
func (b *trial) room(leaf int, most int64) int64 {
	v := b.counts.Values[leaf]
	rule := naiveRule(b.leaves[leaf], b.counts.Level)
	drives := drives(b.leaves, b.leaves[leaf].ID) || gives(b.leaves[leaf]) || b.leaves[leaf].Factor != ""
	switch {
	case v.Answer != scoring.Known || rule == scoring.LevelAbsent || drives:
		return 0
	case b.add:
		return most
	}
	return min(max(v.Den-v.Num, 0), most)
}

func newTrial(t *rapid.T) (*drawing, *trial) {
	g := &drawing{t: t, leaves: 3, decimals: 1, additive: true, counted: true, rising: true, most: 12}
	b := &trial{t: t, x: g.compiled(), leaves: naiveLeaves(&g.d.Root), add: g.chance(40, "add")}
	if len(b.leaves) > 4 {
		t.Skip("more leaves than can be tried")
	}
	b.counts = g.values(b.x, "U", pick(g, "level", "", "commune"))
	for i, leaf := range b.leaves {
		v := &b.counts.Values[i]
		if leaf.Relation == scoring.RelationCrossSource && v.Den == 0 || leaf.Zero.Rule == scoring.ZeroFallback && v.Den == 0 {
			v.Answer = scoring.Unknown // points of a second source alone: rows do not say what would come of them
		}
	}
	return g, b
}

func TestPlanIsCheapest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, b := newTrial(t)
		from, _ := b.with(nil, 0)
		target := from + scoring.Points(g.roll(int(max(b.result.Total().Max-from, 0))+2, "gain"))
		plan, err := b.x.Plan(&b.counts, target, &scoring.LeverOptions{Add: b.add})
		if err != nil {
			t.Fatal(err)
		}
		b.holdPlan(&plan, from, target)
		if plan.Reached {
			if plan.Rows <= 24 {
				b.none(make([]int64, len(b.leaves)), 0, plan.Rows-1, target)
			}
			return
		}
		rows := make([]int64, len(b.leaves))
		for i := range rows {
			before, _ := b.with(rows, 0)
			rows[i] = b.room(i, 1<<40)
			if after, _ := b.with(rows, 0); after < before {
				rows[i] = 0 // all by rule without a denominator, less with one
			}
		}
		if most, _ := b.with(rows, 0); most >= target || plan.To != most {
			t.Fatalf("plan %+v, but all rows give %d", plan, most)
		}
	})
}

// holdPlan makes the steps of a plan and holds it to what it says.
func (b *trial) holdPlan(plan *scoring.Plan, from, target scoring.Points) {
	rows := make([]int64, len(b.leaves))
	sum, total := int64(0), from
	for _, step := range plan.Steps {
		i := slices.IndexFunc(b.leaves, func(n *scoring.Node) bool { return n.ID == step.Leaf })
		rows[i] = step.Rows
		sum, total = sum+step.Rows, total+step.Gain
		if step.Rows <= 0 || step.Gain <= 0 || rows[i] > b.room(i, 1<<60) {
			b.t.Fatalf("step %+v of %+v", step, b.counts.Values[i])
		}
	}
	reached, _ := b.with(rows, 0)
	if plan.From != from || plan.Target != target || plan.Rows != sum || plan.To != total || plan.To != reached {
		b.t.Fatalf("plan %+v from %d reaches %d with %v", *plan, from, reached, rows)
	}
	if plan.Reached != (plan.To >= target) {
		b.t.Fatalf("plan %+v says that it reaches %d", *plan, target)
	}
}

// none tries every way to move at most so many rows: none may reach the target.
func (b *trial) none(rows []int64, leaf int, left int64, target scoring.Points) {
	if leaf == len(rows) {
		if total, _ := b.with(rows, 0); total >= target && left >= 0 {
			b.t.Fatalf("%v rows reach %d already", rows, total)
		}
		return
	}
	for k := range min(b.room(leaf, 24), max(left, 0)) + 1 {
		rows[leaf] = k
		b.none(rows, leaf+1, left-k, target)
	}
	rows[leaf] = 0
}

func TestLeversAsTried(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, b := newTrial(t)
		levers, err := b.x.Levers(&b.counts, &scoring.LeverOptions{Add: b.add})
		if err != nil {
			t.Fatal(err)
		}
		for i, leaf := range b.leaves {
			at := slices.IndexFunc(levers, func(l scoring.Lever) bool { return l.Leaf == leaf.ID })
			_, now := b.with(nil, i)
			rows := make([]int64, len(b.leaves))
			rows[i] = b.room(i, 1<<40)
			_, most := b.with(rows, i)
			if at < 0 {
				if most > now {
					t.Fatalf("leaf %s could gain %d and has no lever: %+v", leaf.ID, most-now, b.counts.Values[i])
				}
				continue
			}
			b.holdLever(levers[at], i, now, most)
		}
		for i := 1; i < len(levers); i++ {
			if levers[i-1].One.Cmp(levers[i].One) < 0 {
				t.Fatalf("%s before %s", levers[i-1].One, levers[i].One)
			}
		}
	})
}

// holdLever finds by trying, row by row, where the leaf gains first and where
// it has gained all.
func (b *trial) holdLever(l scoring.Lever, leaf int, now, most scoring.Points) {
	gain := func(k int64) scoring.Points {
		rows := make([]int64, len(b.leaves))
		rows[leaf] = k
		_, own := b.with(rows, leaf)
		return own - now
	}
	if l.AllGain != most-now || l.Gain <= 0 || gain(l.Rows) != l.Gain || gain(l.AllRows) != l.AllGain || l.Rows < 1 {
		b.t.Fatalf("lever %+v, all %d", l, most-now)
	}
	if gain(l.Rows-1) > 0 || gain(l.AllRows-1) >= l.AllGain {
		b.t.Fatalf("lever %+v: fewer rows do", l)
	}
}

// rivals draws results of other units, with ties.
func (g *drawing) rivals(x *scoring.Index, units int) []scoring.Result {
	results := make([]scoring.Result, units)
	for i := range results {
		c := g.values(x, fmt.Sprintf("U%02d", i), pick(g, "level", "province", "commune"))
		c.Parent = pick(g, "parent", "P", "Q")
		if i > 0 && g.chance(30, "tie") {
			c.Values = g.last
		}
		g.last = c.Values
		results[i] = *g.evaluated(x, &c)
	}
	return results
}

// TestPlanToRank finds the points a rank takes, plans for them, and ranks again.
func TestPlanToRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, b := newTrial(t)
		results := g.rivals(b.x, 5)
		results = append(results, *g.evaluated(b.x, &b.counts))
		wanted := 1 + g.roll(4, "rank")
		rank := func() (places []league.Place, own int) {
			places, err := league.Rank(results, &league.Options{Peers: league.Everyone})
			if err != nil {
				t.Fatal(err)
			}
			return places, slices.IndexFunc(places, func(p league.Place) bool { return p.Unit == "U" })
		}
		places, _ := rank()
		points, ok := league.PointsFor(places, "U", wanted)
		plan, err := b.x.Plan(&b.counts, points, &scoring.LeverOptions{Add: b.add})
		if err != nil || !ok {
			t.Fatal(err, ok)
		}
		results[5].Nodes = slices.Clone(results[5].Nodes)
		results[5].Nodes[0].Points = plan.To
		if !plan.Reached || !results[5].Total().Scored {
			return
		}
		if places, own := rank(); places[own].Rank > wanted {
			t.Fatalf("plan %+v reaches rank %d, not %d", plan, places[own].Rank, wanted)
		}
	})
}
