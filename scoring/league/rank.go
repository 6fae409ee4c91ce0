// Package league orders scored units: who stands where among whose peers, what
// it takes to stand higher, and how places moved over a series of rounds.
//
// A rank is only as good as the group it is taken in. Units are compared with
// their peers, those of one level unless said otherwise, and by the points the
// definition itself rounds: two units with the same published points share a
// rank, whatever their exact fractions, and the ranks after them are skipped
// (1, 2, 2, 4). A unit without points has no rank rather than the last one.
package league

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/motcua/motcua/scoring"
)

// Options say what is ranked; nil ranks totals among units of one level.
type Options struct {
	// Node is the node whose points count; the root if empty.
	Node string
	// Peers groups the units that are compared with each other; [SameLevel] if
	// nil.
	Peers func(*scoring.Result) string
}

// SameLevel makes peers of the units of one level.
func SameLevel(r *scoring.Result) string { return r.Level }

// SameParent makes peers of the units of one level below one unit.
func SameParent(r *scoring.Result) string { return r.Parent + " " + r.Level }

// Everyone makes peers of all units.
func Everyone(*scoring.Result) string { return "" }

// Place is a unit's place among its peers.
type Place struct {
	// Unit is the unit, Peers the group it is compared in.
	Unit, Peers string
	// Rank is one for the best; units with the same points share a rank and the
	// next ones are skipped (1, 2, 2, 4). A unit without points has rank 0.
	Rank int
	// Of is how many of the peers have points.
	Of int
	// Points are what is ranked: the definition's own rounded points, never an
	// exact fraction nor a display rounding.
	Points scoring.Points
	// Tied reports whether the rank is shared.
	Tied bool
}

// Rank orders results among their peers: the groups by name, in each the best
// first, ties by unit code, units without points last. An unknown node is an
// error, and so are results that were never evaluated or are of several indices.
func Rank(results []scoring.Result, options *Options) ([]Place, error) {
	at, peers, err := options.resolve(results)
	if err != nil {
		return nil, err
	}
	groups := map[string][]entry{}
	for i := range results {
		n := results[i].Nodes[at]
		name := peers(&results[i])
		groups[name] = append(groups[name], entry{n.Points, int32(i), n.Scored})
	}
	places := make([]Place, 0, len(results))
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		group := groups[name]
		slices.SortFunc(group, func(a, b entry) int {
			switch {
			case a.scored != b.scored && a.scored:
				return -1
			case a.scored != b.scored:
				return 1
			case a.points != b.points:
				return cmp.Compare(b.points, a.points)
			}
			return cmp.Compare(results[a.at].Unit, results[b.at].Unit)
		})
		places = appendPlaces(places, name, group, results)
	}
	return places, nil
}

// entry is a result among its peers.
type entry struct {
	points scoring.Points
	at     int32 // among the results
	scored bool
}

// appendPlaces gives ranks to a group that is in order.
func appendPlaces(places []Place, peers string, group []entry, results []scoring.Result) []Place {
	of := 0
	for of < len(group) && group[of].scored {
		of++
	}
	for i, e := range group {
		p := Place{Unit: results[e.at].Unit, Peers: peers, Of: of}
		if e.scored {
			p.Rank, p.Points = i+1, e.points
			if i > 0 && group[i-1].points == e.points {
				last := &places[len(places)-1]
				p.Rank, p.Tied, last.Tied = last.Rank, true, true
			}
		}
		places = append(places, p)
	}
	return places
}

// resolve finds the node and the peers; all results are of one index.
func (o *Options) resolve(results []scoring.Result) (at int, peers func(*scoring.Result) string, err error) {
	peers = SameLevel
	if o != nil && o.Peers != nil {
		peers = o.Peers
	}
	if len(results) == 0 {
		return 0, peers, nil
	}
	first, nodes := results[0].Index, 0
	if first != nil {
		nodes = len(first.Nodes())
	}
	for i := range results {
		switch x := results[i].Index; {
		case x == nil || x == first && len(results[i].Nodes) < nodes:
			return 0, nil, fmt.Errorf("result %d, of unit %q, was not evaluated", i, results[i].Unit)
		case x != first && first != nil:
			return 0, nil, fmt.Errorf("results of %s %s and of %s %s cannot be ranked together", first.ID(), first.Version(), x.ID(), x.Version())
		}
	}
	if o != nil && o.Node != "" {
		var ok bool
		if at, ok = first.Node(o.Node); !ok {
			return 0, nil, fmt.Errorf("%s %s has no node %q", first.ID(), first.Version(), o.Node)
		}
	}
	return at, peers, nil
}

// PointsFor returns the fewest points with which a unit would have at least a
// rank, all others staying where they are. For a rank beyond the peers with
// points any will do: it is those the unit has, zero if it has none. It is false
// for a rank below one or a unit that is not there.
func PointsFor(places []Place, unit string, rank int) (scoring.Points, bool) {
	own := slices.IndexFunc(places, func(p Place) bool { return p.Unit == unit })
	if own < 0 || rank < 1 {
		return 0, false
	}
	var others []scoring.Points
	for i, p := range places {
		if i != own && p.Peers == places[own].Peers && p.Rank > 0 {
			others = append(others, p.Points)
		}
	}
	slices.SortFunc(others, func(a, b scoring.Points) int { return cmp.Compare(b, a) })
	if rank > len(others) {
		return places[own].Points, true
	}
	return others[rank-1], true
}
