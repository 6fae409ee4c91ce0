package scoring_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

// league draws results of units of two levels below two parents, with ties.
func (g *drawing) league(x *scoring.Index, units int) []scoring.Result {
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

var peerGroups = []func(*scoring.Result) string{nil, scoring.SameLevel, scoring.SameParent, scoring.Everyone}

// better is the naive rank: one more than the peers with more points.
func better(results []scoring.Result, own scoring.Result, at int, peers func(*scoring.Result) string) (rank, of, same int) {
	for i := range results {
		n := results[i].Nodes[at]
		if !n.Scored || peers(&results[i]) != peers(&own) {
			continue
		}
		of++
		if n.Points > own.Nodes[at].Points {
			rank++
		}
		if n.Points == own.Nodes[at].Points {
			same++
		}
	}
	return rank + 1, of, same
}

func TestRankAsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawAny(t)
		x := g.compiled()
		results := g.league(x, g.roll(12, "units"))
		node := pick(g, "node", append(x.Nodes(), "")...)
		options := &scoring.RankOptions{Node: node, Peers: pick(g, "peers", peerGroups...)}
		places, err := scoring.Rank(results, options)
		if err != nil || len(places) != len(results) {
			t.Fatalf("%d places of %d results: %v", len(places), len(results), err)
		}
		if options.Peers == nil {
			options.Peers = scoring.SameLevel
		}
		at, _ := x.Node(node)
		for _, r := range results {
			p := places[slices.IndexFunc(places, func(p scoring.Place) bool { return p.Unit == r.Unit })]
			rank, of, same := better(results, r, at, options.Peers)
			want := scoring.Place{Unit: r.Unit, Peers: options.Peers(&r), Of: of}
			if n := r.Nodes[at]; n.Scored {
				want.Rank, want.Points, want.Tied = rank, n.Points, same > 1
			}
			if p != want {
				t.Fatalf("place %+v, want %+v", p, want)
			}
		}
		turned := slices.Clone(results)
		slices.Reverse(turned)
		again, err := scoring.Rank(turned, options)
		if diff := cmp.Diff(places, again); diff != "" || err != nil {
			t.Fatalf("the other order ranks otherwise: %v %s", err, diff)
		}
	})
}

// TestPointsForIsFewest ranks again with the points found, and with one less.
func TestPointsForIsFewest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawAny(t)
		g.rising = true
		x := g.compiled()
		results := g.league(x, 1+g.roll(9, "units"))
		places, err := scoring.Rank(results, nil)
		if err != nil {
			t.Fatal(err)
		}
		at := g.roll(len(results), "unit")
		wanted := 1 + g.roll(len(results)+1, "rank")
		points, ok := scoring.PointsFor(places, results[at].Unit, wanted)
		if !ok {
			t.Fatalf("no points for rank %d of %+v", wanted, places)
		}
		rankWith := func(p scoring.Points) int {
			changed := slices.Clone(results)
			changed[at].Nodes = slices.Clone(changed[at].Nodes)
			changed[at].Nodes[0].Points, changed[at].Nodes[0].Scored = p, true
			places, err := scoring.Rank(changed, nil)
			if err != nil {
				t.Fatal(err)
			}
			return places[slices.IndexFunc(places, func(p scoring.Place) bool { return p.Unit == results[at].Unit })].Rank
		}
		if got := rankWith(points); got > wanted {
			t.Fatalf("%d points give rank %d, not %d", points, got, wanted)
		}
		if points > 0 && rankWith(points-1) <= wanted {
			t.Fatalf("%d points are one too many for rank %d", points, wanted)
		}
	})
}

func TestPointsForRefuses(t *testing.T) {
	places := []scoring.Place{{Unit: "A", Rank: 1, Points: 5}}
	for _, row := range []struct {
		unit string
		rank int
		why  string
	}{
		{"A", 0, "there is no rank below one"},
		{"B", 1, "the unit is not there"},
	} {
		if p, ok := scoring.PointsFor(places, row.unit, row.rank); ok {
			t.Errorf("%d points, though %s", p, row.why)
		}
	}
}
