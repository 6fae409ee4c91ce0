package league

import (
	"cmp"
	"slices"

	"github.com/motcua/motcua/scoring"
)

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
	Points []scoring.Points // see Ranks
	// First counts the rounds at rank one, Streak those in a row up to the last
	// round, Longest the longest such run.
	First, Streak, Longest int
	// Known reports whether the unit has a rank in both of the last two rounds;
	// Moved and Gained say nothing otherwise.
	Known bool
	// Moved is how many ranks the unit rose from the round before to the last,
	// Gained the points; see Known.
	Moved  int
	Gained scoring.Points // see Moved
}

// History follows every unit through rounds, oldest first; tracks come in the
// order of the last round, units no longer there after them by code.
func History(rounds []Round) []Track {
	var tracks []Track
	at := map[[2]string]int{}
	here := 0 // how many are in the last round
	for i := len(rounds) - 1; i >= 0; i-- {
		for _, p := range rounds[i].Places {
			key := [2]string{p.Peers, p.Unit}
			if _, ok := at[key]; !ok {
				at[key] = len(tracks)
				tracks = append(tracks, Track{Unit: p.Unit, Peers: p.Peers, Ranks: make([]int, len(rounds)), Points: make([]scoring.Points, len(rounds))})
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
	if t.Known = last > 0 && t.Ranks[last] > 0 && t.Ranks[last-1] > 0; t.Known {
		t.Moved = t.Ranks[last-1] - t.Ranks[last]
		t.Gained = t.Points[last] - t.Points[last-1]
	}
}

// BiggestGain is the track that gained the most points in the last round, the
// first of equals; false where none is known to have gained.
func BiggestGain(tracks []Track) (Track, bool) {
	best := -1
	for i := range tracks {
		if tracks[i].Known && tracks[i].Gained > 0 && (best < 0 || tracks[i].Gained > tracks[best].Gained) {
			best = i
		}
	}
	if best < 0 {
		return Track{}, false
	}
	return tracks[best], true
}
