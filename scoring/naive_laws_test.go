package scoring_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

type naiveFataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// agreeNaive holds a result to the naive one, node by node.
func agreeNaive(t naiveFataler, x *scoring.Index, c *scoring.Counts, r *scoring.Result) {
	t.Helper()
	d := x.Definition()
	want := naiveEvaluate(d, c)
	if len(want) != len(r.Nodes) {
		t.Fatalf("%d nodes, want %d", len(r.Nodes), len(want))
	}
	for i, id := range x.Nodes() {
		n, w := r.Nodes[i], want[id]
		whole := func(p scoring.Points) *big.Rat { return new(big.Rat).SetInt64(int64(p)) }
		points := naiveUnits(d, w.points)
		if n.Scored != w.scored || w.scored && whole(n.Points).Cmp(points) != 0 || !w.scored && n.Points != 0 {
			t.Fatalf("node %s: points %d (scored %t), want %s (%t)", id, n.Points, n.Scored, points.RatString(), w.scored)
		}
		if whole(n.Max).Cmp(naiveUnits(d, w.max)) != 0 || whole(n.MaxKnown).Cmp(naiveUnits(d, w.known)) != 0 {
			t.Fatalf("node %s: max %d, known %d, want %s, %s", id, n.Max, n.MaxKnown, naiveUnits(d, w.max).RatString(), naiveUnits(d, w.known).RatString())
		}
		if n.Status != w.status || n.Inherited != w.inherited {
			t.Fatalf("node %s: status %s, inherited %t, want %s, %t", id, n.Status, n.Inherited, w.status, w.inherited)
		}
	}
	if total, root := r.Total(), r.Nodes[0]; total != root {
		t.Fatalf("total %+v is not the root %+v", total, root)
	}
}

// compiled compiles a drawn definition: they are valid by construction.
func (g *drawing) compiled() *scoring.Index {
	x, err := scoring.Compile(g.definition())
	if err != nil {
		g.t.Fatalf("drawn, and refused: %v", err)
	}
	return x
}

// evaluated evaluates counts that were drawn.
func (g *drawing) evaluated(x *scoring.Index, c *scoring.Counts) *scoring.Result {
	var r scoring.Result
	if err := x.Evaluate(c, &r); err != nil {
		g.t.Fatalf("drawn, and refused: %v", err)
	}
	return &r
}

func drawAny(t *rapid.T) *drawing { return &drawing{t: t, leaves: 4, decimals: 4} }

func sameAsNaive(t *rapid.T) {
	g := drawAny(t)
	x := g.compiled()
	var r scoring.Result // used again: nothing of one unit may show in the next
	for i := range 3 {
		c := g.counts(x, fmt.Sprint("U", i))
		if err := x.Evaluate(&c, &r); err != nil {
			t.Fatalf("drawn, and refused: %v", err)
		}
		agreeNaive(t, x, &c, &r)
	}
}

func TestEvaluateAsNaive(t *testing.T) { rapid.Check(t, sameAsNaive) }

func FuzzEvaluateAsNaive(f *testing.F) { f.Fuzz(rapid.MakeFuzz(sameAsNaive)) }

// TestShippedAsNaive draws counts for the definitions this package ships.
func TestShippedAsNaive(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	for _, x := range scoring.Standard().Indices() {
		t.Run(x.ID()+" "+x.Version(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				g := &drawing{t: t, d: x.Definition()}
				c := g.values(x, "U", g.d.Levels[g.roll(len(g.d.Levels), "level")].ID)
				above := g.values(x, "V", "")
				c.Above, c.Parent = &above, "V"
				agreeNaive(t, x, &c, g.evaluated(x, &c))
			})
		})
	}
}
