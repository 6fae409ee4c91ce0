package league_test

import (
	"testing"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

// roundsOf has one unit at given ranks: rank r has 100−10·r points, rank 0 none,
// and below zero the unit is not in the round at all.
func roundsOf(ranks []int) []league.Round {
	rounds := make([]league.Round, len(ranks))
	for i, rank := range ranks {
		switch {
		case rank > 0:
			rounds[i].Places = []league.Place{{Unit: "A", Rank: rank, Points: scoring.Points(100 - 10*rank)}}
		case rank == 0:
			rounds[i].Places = []league.Place{{Unit: "A"}}
		}
	}
	return rounds
}

func TestTrack(t *testing.T) {
	tests := []struct {
		name                   string
		ranks                  []int
		first, streak, longest int
		known                  bool
		moved                  int
		gained                 scoring.Points
	}{
		{"one round", []int{1}, 1, 1, 1, false, 0, 0},
		{"never first", []int{3, 2}, 0, 0, 0, true, 1, 10},
		{"first throughout", []int{1, 1, 1}, 3, 3, 3, true, 0, 0},
		{"the longest run is over", []int{1, 1, 1, 2, 1}, 4, 1, 3, true, 1, 10},
		{"the longest run is the last", []int{1, 2, 1, 1}, 3, 2, 2, true, 0, 0},
		{"a round without points ends a run", []int{1, 1, 0, 1}, 3, 1, 2, false, 0, 0},
		{"a round away ends a run", []int{1, 1, -1, 1}, 3, 1, 2, false, 0, 0},
		{"new in the last round", []int{-1, 4}, 0, 0, 0, false, 0, 0},
		{"no points in the last round", []int{4, 0}, 0, 0, 0, false, 0, 0},
		{"away in the last round", []int{2, 4, -1}, 0, 0, 0, false, 0, 0},
		{"fell", []int{2, 4}, 0, 0, 0, true, -2, -20},
		{"did not move", []int{4, 4}, 0, 0, 0, true, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := league.History(roundsOf(tt.ranks))[0]
			if got.First != tt.first || got.Streak != tt.streak || got.Longest != tt.longest {
				t.Errorf("first %d, streak %d, longest %d, want %d, %d, %d", got.First, got.Streak, got.Longest, tt.first, tt.streak, tt.longest)
			}
			if got.Known != tt.known || got.Moved != tt.moved || got.Gained != tt.gained {
				t.Errorf("known %t, moved %d, gained %d, want %t, %d, %d", got.Known, got.Moved, got.Gained, tt.known, tt.moved, tt.gained)
			}
		})
	}
}

func TestBiggestGainIgnoresUnknown(t *testing.T) {
	tracks := []league.Track{{Unit: "A", Gained: 9}, {Unit: "B", Known: true, Gained: 2}}
	if best, ok := league.BiggestGain(tracks); !ok || best.Unit != "B" {
		t.Errorf("the biggest gain is that of %q, want B", best.Unit)
	}
	if best, ok := league.BiggestGain(tracks[:1]); ok {
		t.Errorf("the biggest gain is %+v, want none", best)
	}
}
