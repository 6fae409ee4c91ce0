package league_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
	"pgregory.net/rapid"
)

func roll(t *rapid.T, n int, what string) int { return rapid.IntRange(0, n-1).Draw(t, what) }

// pair is an index of two leaves whose points are given, below and above zero.
func pair(t testing.TB) *scoring.Index {
	t.Helper()
	text := motcua.Text{Vi: "t", En: "t"}
	low := motcua.MustDecimal("-9")
	leaf := func(id string) scoring.Node {
		return scoring.Node{ID: id, Title: text, Max: motcua.MustDecimal("9"), Scale: &scoring.Scale{Kind: scoring.ScaleGiven, Min: &low}}
	}
	x, err := scoring.Compile(&scoring.Definition{
		ID: "pair", Version: "1", Title: text, Round: scoring.StageLeaf, Mean: scoring.StageTotal,
		Sources: []scoring.SourceRow{{Key: "S", Source: motcua.Source{Basis: motcua.BasisOurs}}},
		Levels:  []scoring.Level{{ID: "province", Title: text}, {ID: "commune", Title: text}},
		Root:    scoring.Node{ID: "R", Title: text, Max: motcua.MustDecimal("18"), Nodes: []scoring.Node{leaf("A"), leaf("B")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// drawResults draws units of two levels below two parents, with many ties, some
// without points.
func drawResults(t *rapid.T, x *scoring.Index, units int) []scoring.Result {
	results := make([]scoring.Result, units)
	for i := range results {
		c := x.Counts(fmt.Sprintf("U%02d", i))
		c.Level = []string{"province", "commune"}[roll(t, 2, "level")]
		c.Parent = []string{"P", "Q"}[roll(t, 2, "parent")]
		for leaf := range c.Values {
			if roll(t, 5, "asked") > 0 {
				c.Values[leaf] = scoring.Ratio(int64(roll(t, 7, "points")-3), 1)
			}
		}
		if err := x.Evaluate(&c, &results[i]); err != nil {
			t.Fatal(err)
		}
	}
	return results
}

var peerGroups = []func(*scoring.Result) string{nil, league.SameLevel, league.SameParent, league.Everyone}

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
	x := pair(t)
	rapid.Check(t, func(t *rapid.T) {
		results := drawResults(t, x, roll(t, 12, "units"))
		node := append(x.Nodes(), "")[roll(t, 4, "node")]
		options := &league.Options{Node: node, Peers: peerGroups[roll(t, len(peerGroups), "peers")]}
		places, err := league.Rank(results, options)
		if err != nil || len(places) != len(results) {
			t.Fatalf("%d places of %d results: %v", len(places), len(results), err)
		}
		if options.Peers == nil {
			options.Peers = league.SameLevel
		}
		at, _ := x.Node(node)
		for _, r := range results {
			p := places[slices.IndexFunc(places, func(p league.Place) bool { return p.Unit == r.Unit })]
			rank, of, same := better(results, r, at, options.Peers)
			want := league.Place{Unit: r.Unit, Peers: options.Peers(&r), Of: of}
			if n := r.Nodes[at]; n.Scored {
				want.Rank, want.Points, want.Tied = rank, n.Points, same > 1
			}
			if p != want {
				t.Fatalf("place %+v, want %+v", p, want)
			}
		}
		turned := slices.Clone(results)
		slices.Reverse(turned)
		again, err := league.Rank(turned, options)
		if diff := cmp.Diff(places, again); diff != "" || err != nil {
			t.Fatalf("the other order ranks otherwise: %v %s", err, diff)
		}
	})
}

// TestPointsForIsFewest ranks again with the points found, and with one less.
func TestPointsForIsFewest(t *testing.T) {
	x := pair(t)
	rapid.Check(t, func(t *rapid.T) {
		results := drawResults(t, x, 1+roll(t, 9, "units"))
		places, err := league.Rank(results, nil)
		if err != nil {
			t.Fatal(err)
		}
		at := roll(t, len(results), "unit")
		wanted := 1 + roll(t, len(results)+1, "rank")
		points, ok := league.PointsFor(places, results[at].Unit, wanted)
		if !ok {
			t.Fatalf("no points for rank %d of %+v", wanted, places)
		}
		rankWith := func(p scoring.Points) int {
			changed := slices.Clone(results)
			changed[at].Nodes = slices.Clone(changed[at].Nodes)
			changed[at].Nodes[0].Points, changed[at].Nodes[0].Scored = p, true
			places, err := league.Rank(changed, nil)
			if err != nil {
				t.Fatal(err)
			}
			return places[slices.IndexFunc(places, func(p league.Place) bool { return p.Unit == results[at].Unit })].Rank
		}
		if got := rankWith(points); got > wanted {
			t.Fatalf("%d points give rank %d, not %d", points, got, wanted)
		}
		_, of, _ := better(results, results[at], 0, league.SameLevel)
		switch own := results[at].Nodes[0]; {
		case own.Scored && wanted >= of && points != own.Points:
			t.Fatalf("%d points for rank %d, where the unit's own %d will do", points, wanted, own.Points)
		case (wanted < of || !own.Scored && wanted == of) && rankWith(points-1) <= wanted:
			t.Fatalf("%d points are one too many for rank %d", points, wanted)
		}
	})
}

func TestRankRefuses(t *testing.T) {
	x := pair(t)
	nodes := make([]scoring.NodeResult, len(x.Nodes()))
	for name, results := range map[string][]scoring.Result{
		"zero values":             make([]scoring.Result, 2),
		"one zero value":          {{Index: x, Nodes: nodes}, {}},
		"the first a zero value":  {{}, {Index: x, Nodes: nodes}},
		"no nodes":                {{Index: x}},
		"fewer nodes than it has": {{Index: x, Nodes: nodes}, {Index: x, Nodes: nodes[:2]}},
		"another index":           {{Index: x, Nodes: nodes}, {Index: pair(t), Nodes: nodes}},
	} {
		if places, err := league.Rank(results, nil); err == nil {
			t.Errorf("%s: ranked as %+v", name, places)
		}
	}
}

func TestPointsForRefuses(t *testing.T) {
	places := []league.Place{{Unit: "A", Rank: 1, Points: 5}}
	for _, row := range []struct {
		unit string
		rank int
		why  string
	}{
		{"A", 0, "there is no rank below one"},
		{"B", 1, "the unit is not there"},
	} {
		if p, ok := league.PointsFor(places, row.unit, row.rank); ok {
			t.Errorf("%d points, though %s", p, row.why)
		}
	}
}
