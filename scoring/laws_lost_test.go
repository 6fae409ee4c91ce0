package scoring_test

import (
	"testing"

	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

// TestLostAddsUp holds Lost to its sum for every kind of index, and to the
// plain difference of each leaf where the index adds rounded leaves.
func TestLostAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawAny(t)
		x := g.compiled()
		c := g.counts(x, "U")
		r := g.evaluated(x, &c)
		lawLost(t, x, r)
		mean, err := x.Mean(x.Counts("mean"), []scoring.Result{*r, *r})
		if err != nil {
			t.Fatal(err)
		}
		lawLost(t, x, &mean)
	})
}

// lawLost holds the losses of a result to their sum, order and reasons.
func lawLost(t naiveFataler, x *scoring.Index, r *scoring.Result) {
	t.Helper()
	total := r.Total()
	left := total.Max
	if total.Scored {
		left -= total.Points
	}
	seen := map[string]bool{}
	losses := r.Lost()
	for i, l := range losses {
		if l.Points == 0 || seen[l.Leaf] || l.Reason.Code == "" || l.Rows < 0 {
			t.Fatalf("loss %+v is empty or stands twice", l)
		}
		if i > 0 && losses[i-1].Points < l.Points {
			t.Fatalf("%d is dearer than %d before it", l.Points, losses[i-1].Points)
		}
		seen[l.Leaf] = true
		left -= l.Points
	}
	if left != 0 {
		t.Fatalf("losses %+v leave %d of %+v", losses, left, total)
	}
}

func TestLostOfSumIsLeafByLeaf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t, leaves: 4, decimals: 3, additive: true}
		x := g.compiled()
		c := g.counts(x, "U")
		r := g.evaluated(x, &c)
		lost := map[string]scoring.Points{}
		for _, l := range r.Lost() {
			lost[l.Leaf] = l.Points
		}
		for _, leaf := range x.Leaves() {
			n, _ := r.Node(leaf)
			if want := n.Max - n.Points; lost[leaf] != want {
				t.Fatalf("leaf %s lost %d, want %d of %+v", leaf, lost[leaf], want, n)
			}
		}
	})
}

// TestLostOfOppositesIsTold loses as many points in one leaf as another has
// above its maximum: nothing is missing, and yet both are told.
func TestLostOfOppositesIsTold(t *testing.T) {
	d := twoLeaves()
	d.Root.Nodes[1].Scale = &scoring.Scale{Kind: scoring.ScaleGoalposts, From: drawnNumber("0"), To: drawnNumber("0.5")}
	x, err := scoring.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	c := x.Counts("U")
	c.Values[0], c.Values[1] = scoring.Ratio(0, 3), scoring.Ratio(3, 3)
	var r scoring.Result
	if err := x.Evaluate(&c, &r); err != nil {
		t.Fatal(err)
	}
	losses := r.Lost()
	if len(losses) != 2 || losses[0].Leaf != "A" || losses[0].Points != 1000 || losses[1].Points != -1000 {
		t.Errorf("lost %+v of %+v", losses, r.Total())
	}
}

// TestGoodRowNeverCosts turns one row good, in any index whose scales rise.
func TestGoodRowNeverCosts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawAny(t)
		g.rising = true
		x := g.compiled()
		c := g.counts(x, "U")
		before := *g.evaluated(x, &c)
		for i, leaf := range naiveLeaves(&g.d.Root) {
			v := c.Values[i]
			if !naiveRatio(leaf) || v.Answer != scoring.Known || v.Num >= v.Den {
				continue
			}
			c.Values[i].Num++
			after := g.evaluated(x, &c)
			own, _ := after.Node(leaf.ID)
			was, _ := before.Node(leaf.ID)
			if own.Points < was.Points || after.Total().Points < before.Total().Points {
				t.Fatalf("leaf %s went from %d to %d, the total from %d to %d", leaf.ID, was.Points, own.Points, before.Total().Points, after.Total().Points)
			}
			c.Values[i] = v
		}
	})
}
