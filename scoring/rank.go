package scoring

import (
	"cmp"
	"fmt"
	"slices"
)

// RankOptions say what is ranked; nil ranks totals among units of one level.
type RankOptions struct {
	// Node is the node whose points count; the root if empty.
	Node string
	// Peers groups the units that are compared with each other; [SameLevel] if
	// nil.
	Peers func(*Result) string
}

// SameLevel makes peers of the units of one level.
func SameLevel(r *Result) string { return r.Level }

// SameParent makes peers of the units of one level below one unit.
func SameParent(r *Result) string { return r.Parent + " " + r.Level }

// Everyone makes peers of all units.
func Everyone(*Result) string { return "" }

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
	Points Points
	// Tied reports whether the rank is shared.
	Tied bool
}

// Rank orders results among their peers: the groups by name, in each the best
// first, ties by unit code, units without points last. An unknown node is an
// error.
func Rank(results []Result, options *RankOptions) ([]Place, error) {
	at, peers, err := options.resolve(results)
	if err != nil {
		return nil, err
	}
	places := make([]Place, len(results))
	for i := range results {
		places[i] = Place{Unit: results[i].Unit, Peers: peers(&results[i]), Rank: -1}
		if n := results[i].Nodes[at]; n.Scored {
			places[i].Points = n.Points
		} else {
			places[i].Rank = 0
		}
	}
	slices.SortFunc(places, func(a, b Place) int {
		if c := cmp.Compare(a.Peers, b.Peers); c != 0 {
			return c
		}
		if c := cmp.Compare(a.Rank, b.Rank); c != 0 { // −1 has points, 0 has none
			return c
		}
		if c := cmp.Compare(b.Points, a.Points); c != 0 {
			return c
		}
		return cmp.Compare(a.Unit, b.Unit)
	})
	assignRanks(places)
	return places, nil
}

// resolve finds the node and the peers; all results are of one index.
func (o *RankOptions) resolve(results []Result) (at int, peers func(*Result) string, err error) {
	peers = SameLevel
	if o != nil && o.Peers != nil {
		peers = o.Peers
	}
	for i := range results {
		x := results[i].Index
		if x != results[0].Index {
			return 0, nil, fmt.Errorf("results of %s %s and of %s %s cannot be ranked together",
				results[0].Index.ID(), results[0].Index.Version(), x.ID(), x.Version())
		}
		if o == nil || o.Node == "" {
			continue
		}
		var ok bool
		if at, ok = x.nodeOf[o.Node]; !ok {
			return 0, nil, fmt.Errorf("%s %s has no node %q", x.ID(), x.Version(), o.Node)
		}
	}
	return at, peers, nil
}

// assignRanks numbers places that are in order.
func assignRanks(places []Place) {
	for first := 0; first < len(places); {
		last := first
		for last < len(places) && places[last].Peers == places[first].Peers {
			last++
		}
		group := places[first:last]
		of := 0
		for of < len(group) && group[of].Rank != 0 {
			of++
		}
		for i := range group {
			group[i].Of = of
			if i >= of {
				continue
			}
			group[i].Rank = i + 1
			if i > 0 && group[i-1].Points == group[i].Points {
				group[i].Rank = group[i-1].Rank
				group[i-1].Tied, group[i].Tied = true, true
			}
		}
		first = last
	}
}

// PointsFor returns the fewest points with which a unit would have at least a
// rank, all others staying where they are. It is false for a rank below one or
// a unit that is not there.
func PointsFor(places []Place, unit string, rank int) (Points, bool) {
	own := slices.IndexFunc(places, func(p Place) bool { return p.Unit == unit })
	if own < 0 || rank < 1 {
		return 0, false
	}
	var others []Points
	for i, p := range places {
		if i != own && p.Peers == places[own].Peers && p.Rank > 0 {
			others = append(others, p.Points)
		}
	}
	slices.SortFunc(others, func(a, b Points) int { return cmp.Compare(b, a) })
	if rank > len(others) {
		return 0, true
	}
	return others[rank-1], true
}

// Round is one ranking of a series.
type Round struct {
	// Label names it, as a week or a date.
	Label string
	// Places are those of [Rank].
	Places []Place
}

// Track is what a series of rankings says of one unit.
type Track struct {
	// Unit is the unit, Peers the group it is compared in.
	Unit, Peers string
	// Ranks and Points hold one entry for each round; rank 0 says that the unit
	// was not there or had no points.
	Ranks  []int
	Points []Points // see Ranks
	// First counts the rounds at rank one, Streak those in a row up to the last
	// round, Longest the longest such run.
	First, Streak, Longest int
	// Moved is how many ranks the unit rose from the round before to the last,
	// Gained the points; zero where it has no rank in either.
	Moved  int
	Gained Points // see Moved
}

// Trace follows every unit through rounds, oldest first; tracks come in the
// order of the last round, units no longer there after them by code.
func Trace(rounds []Round) []Track {
	var tracks []Track
	at := map[[2]string]int{}
	here := 0 // how many are in the last round
	for i := len(rounds) - 1; i >= 0; i-- {
		for _, p := range rounds[i].Places {
			key := [2]string{p.Peers, p.Unit}
			if _, ok := at[key]; !ok {
				at[key] = len(tracks)
				tracks = append(tracks, Track{Unit: p.Unit, Peers: p.Peers, Ranks: make([]int, len(rounds)), Points: make([]Points, len(rounds))})
			}
			t := &tracks[at[key]]
			t.Ranks[i], t.Points[i] = p.Rank, p.Points
		}
		if i == len(rounds)-1 {
			here = len(tracks)
		}
	}
	slices.SortFunc(tracks[here:], func(a, b Track) int { return cmp.Or(cmp.Compare(a.Peers, b.Peers), cmp.Compare(a.Unit, b.Unit)) })
	for i := range tracks {
		tracks[i].tell()
	}
	return tracks
}

// tell fills in what the ranks of a track say.
func (t *Track) tell() {
	for _, rank := range t.Ranks {
		t.Streak++
		if rank != 1 {
			t.Streak = 0
			continue
		}
		t.First++
		t.Longest = max(t.Longest, t.Streak)
	}
	last := len(t.Ranks) - 1
	if last > 0 && t.Ranks[last] > 0 && t.Ranks[last-1] > 0 {
		t.Moved = t.Ranks[last-1] - t.Ranks[last]
		t.Gained = t.Points[last] - t.Points[last-1]
	}
}

// BiggestGain is the track that gained the most points in the last round, the
// first of equals; false where none gained.
func BiggestGain(tracks []Track) (Track, bool) {
	best := -1
	for i := range tracks {
		if tracks[i].Gained > 0 && (best < 0 || tracks[i].Gained > tracks[best].Gained) {
			best = i
		}
	}
	if best < 0 {
		return Track{}, false
	}
	return tracks[best], true
}
