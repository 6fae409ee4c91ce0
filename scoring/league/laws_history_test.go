package league_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
	"pgregory.net/rapid"
)

// rounds draws a series of rankings in which units come and go.
func drawRounds(t *rapid.T) []league.Round {
	rounds := make([]league.Round, roll(t, 6, "rounds"))
	for i := range rounds {
		rounds[i].Label = fmt.Sprint("week ", i+1)
		for _, unit := range []string{"A", "B", "C", "D", "E"} {
			if roll(t, 4, "away") == 0 {
				continue
			}
			p := league.Place{Unit: unit, Peers: rapid.SampledFrom([]string{"north", "north", "south"}).Draw(t, "peers"), Rank: roll(t, 5, "rank")}
			if p.Rank > 0 {
				p.Points = scoring.Points(roll(t, 20, "points"))
			}
			rounds[i].Places = append(rounds[i].Places, p)
		}
	}
	return rounds
}

// placeOf finds a unit in a round; rank 0 where it is not there.
func placeOf(r league.Round, peers, unit string) (league.Place, bool) {
	for _, p := range r.Places {
		if p.Unit == unit && p.Peers == peers {
			return p, true
		}
	}
	return league.Place{}, false
}

// naiveTrack tells a unit's story by looking it up round by round.
func naiveTrack(rounds []league.Round, peers, unit string) league.Track {
	t := league.Track{Unit: unit, Peers: peers, Ranks: []int{}, Points: []scoring.Points{}}
	for _, r := range rounds {
		p, _ := placeOf(r, peers, unit)
		t.Ranks, t.Points = append(t.Ranks, p.Rank), append(t.Points, p.Points)
	}
	for from := range t.Ranks {
		to := from
		for to < len(t.Ranks) && t.Ranks[to] == 1 {
			to++
		}
		t.Longest = max(t.Longest, to-from)
		if to == len(t.Ranks) {
			t.Streak = max(t.Streak, to-from)
		}
		if t.Ranks[from] == 1 {
			t.First++
		}
	}
	if n := len(rounds); n > 1 && t.Ranks[n-1] > 0 && t.Ranks[n-2] > 0 {
		t.Known, t.Moved, t.Gained = true, t.Ranks[n-2]-t.Ranks[n-1], t.Points[n-1]-t.Points[n-2]
	}
	return t
}

// naiveHistory is History by its documentation: the order of the last round, then
// those no longer there by peers and code.
func naiveHistory(rounds []league.Round) (tracks []league.Track) {
	if len(rounds) == 0 {
		return nil
	}
	var gone []league.Track
	for _, r := range rounds {
		for _, p := range r.Places {
			_, there := placeOf(rounds[len(rounds)-1], p.Peers, p.Unit)
			known := slices.ContainsFunc(gone, func(t league.Track) bool { return t.Unit == p.Unit && t.Peers == p.Peers })
			if !there && !known {
				gone = append(gone, naiveTrack(rounds, p.Peers, p.Unit))
			}
		}
	}
	for _, p := range rounds[len(rounds)-1].Places {
		tracks = append(tracks, naiveTrack(rounds, p.Peers, p.Unit))
	}
	slices.SortFunc(gone, func(a, b league.Track) int {
		return cmp.Or(cmp.Compare(a.Peers, b.Peers), cmp.Compare(a.Unit, b.Unit))
	})
	return append(tracks, gone...)
}

func TestHistoryAsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rounds := drawRounds(t)
		tracks := league.History(rounds)
		if diff := gocmp.Diff(naiveHistory(rounds), tracks); diff != "" {
			t.Fatalf("tracks (-naive +got):\n%s", diff)
		}
		best, ok := league.BiggestGain(tracks)
		for _, track := range tracks {
			if track.Gained > 0 && !ok || track.Gained > best.Gained {
				t.Fatalf("%s gained %d, more than %s with %d", track.Unit, track.Gained, best.Unit, best.Gained)
			}
		}
		if ok && best.Gained <= 0 {
			t.Fatalf("%+v gained nothing", best)
		}
	})
}
