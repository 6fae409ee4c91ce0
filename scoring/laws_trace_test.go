package scoring_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/scoring"
	"pgregory.net/rapid"
)

// rounds draws a series of rankings in which units come and go.
func (g *drawing) rounds() []scoring.Round {
	rounds := make([]scoring.Round, g.roll(6, "rounds"))
	for i := range rounds {
		rounds[i].Label = fmt.Sprint("week ", i+1)
		for _, unit := range []string{"A", "B", "C", "D", "E"} {
			if g.chance(25, "away") {
				continue
			}
			p := scoring.Place{Unit: unit, Peers: pick(g, "peers", "north", "north", "south"), Rank: g.roll(5, "rank")}
			if p.Rank > 0 {
				p.Points = scoring.Points(g.roll(20, "points"))
			}
			rounds[i].Places = append(rounds[i].Places, p)
		}
	}
	return rounds
}

// placeOf finds a unit in a round; rank 0 where it is not there.
func placeOf(r scoring.Round, peers, unit string) (scoring.Place, bool) {
	for _, p := range r.Places {
		if p.Unit == unit && p.Peers == peers {
			return p, true
		}
	}
	return scoring.Place{}, false
}

// naiveTrack tells a unit's story by looking it up round by round.
func naiveTrack(rounds []scoring.Round, peers, unit string) scoring.Track {
	t := scoring.Track{Unit: unit, Peers: peers, Ranks: []int{}, Points: []scoring.Points{}}
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
		t.Moved, t.Gained = t.Ranks[n-2]-t.Ranks[n-1], t.Points[n-1]-t.Points[n-2]
	}
	return t
}

// naiveTrace is Trace by its documentation: the order of the last round, then
// those no longer there by peers and code.
func naiveTrace(rounds []scoring.Round) (tracks []scoring.Track) {
	if len(rounds) == 0 {
		return nil
	}
	var gone []scoring.Track
	for _, r := range rounds {
		for _, p := range r.Places {
			_, there := placeOf(rounds[len(rounds)-1], p.Peers, p.Unit)
			known := slices.ContainsFunc(gone, func(t scoring.Track) bool { return t.Unit == p.Unit && t.Peers == p.Peers })
			if !there && !known {
				gone = append(gone, naiveTrack(rounds, p.Peers, p.Unit))
			}
		}
	}
	for _, p := range rounds[len(rounds)-1].Places {
		tracks = append(tracks, naiveTrack(rounds, p.Peers, p.Unit))
	}
	slices.SortFunc(gone, func(a, b scoring.Track) int {
		return cmp.Or(cmp.Compare(a.Peers, b.Peers), cmp.Compare(a.Unit, b.Unit))
	})
	return append(tracks, gone...)
}

func TestTraceAsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		rounds := g.rounds()
		tracks := scoring.Trace(rounds)
		if diff := gocmp.Diff(naiveTrace(rounds), tracks); diff != "" {
			t.Fatalf("tracks (-naive +got):\n%s", diff)
		}
		best, ok := scoring.BiggestGain(tracks)
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
