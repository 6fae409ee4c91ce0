package scoring_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

// groupVector is a province on one day, from index766-groups.jsonl.
type groupVector struct {
	origin
	Unit  string            `json:"unit"`
	Total string            `json:"total"`
	Rank  int               `json:"rank"`
	Parts map[string]string `json:"parts"`
}

// provinceResults scores the 34 provinces from their published group points.
func provinceResults(t *testing.T) ([]groupVector, []scoring.Result) {
	t.Helper()
	x := shippedIndex(t, "vn.766.groups", "portal-2022")
	vectors := readVectors[groupVector](t, "index766-groups.jsonl", 34)
	units := make([]scoring.Counts, len(vectors))
	for i, v := range vectors {
		units[i] = givenCounts(t, x, v.Unit, v.Parts)
		units[i].Level = "province"
	}
	results, faults := x.Score(units)
	if len(faults) != 0 || len(results) != len(vectors) {
		t.Fatalf("%d results, faults:\n%v", len(results), faults)
	}
	return vectors, results
}

func TestPublishedProvinces(t *testing.T) {
	vectors, results := provinceResults(t)
	places, err := league.Rank(results, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range vectors {
		t.Run(v.title(), func(t *testing.T) {
			if len(v.Parts) != 6 {
				t.Errorf("%d groups, want six", len(v.Parts))
			}
			wantPoints(t, &results[i], v.Parts)
			wantPoints(t, &results[i], map[string]string{"TONG": v.Total})
			at := slices.IndexFunc(places, func(p league.Place) bool { return p.Unit == v.Unit })
			if p := places[at]; p.Rank != v.Rank || p.Of != 34 || p.Tied {
				t.Errorf("place %+v, want rank %d of 34, not tied", p, v.Rank)
			}
		})
	}
}

// TestPublishedTies holds the shared ranks of groups, with their gaps. The tie
// at 9.14 is one of rounded points: units are ranked on what is published.
func TestPublishedTies(t *testing.T) {
	_, results := provinceResults(t)
	tests := []struct {
		node, points string
		ranks        []int // of the first places
		tied         []string
	}{
		{"CKMB", "14.00", []int{1, 1, 3}, []string{"H12", "H32"}},                  // Cà Mau, Khánh Hòa
		{"CLGQ", "9.14", []int{1, 2, 3, 4, 5, 5, 7, 7, 9}, []string{"H21", "H24"}}, // Gia Lai, Hải Phòng
		{"CLGQ", "9.21", []int{1, 2, 3, 4, 5, 5, 7}, []string{"H05", "H17"}},       // Bắc Ninh, Đà Nẵng, not in the list of ties
		{"TDGQ", "18.91", []int{1, 2, 3, 4, 4, 6}, []string{"H35", "H60"}},         // Lai Châu, Tuyên Quang
	}
	for _, tt := range tests {
		t.Run(tt.node+" "+tt.points, func(t *testing.T) {
			places, err := league.Rank(results, &league.Options{Node: tt.node})
			if err != nil {
				t.Fatal(err)
			}
			var ranks []int
			var tied []string
			for _, p := range places {
				ranks = append(ranks, p.Rank)
				if x := results[0].Index; x.Format(p.Points) == tt.points && p.Tied {
					tied = append(tied, p.Unit)
				}
			}
			if got := ranks[:len(tt.ranks)]; !slices.Equal(got, tt.ranks) {
				t.Errorf("ranks %d…, want %d", got, tt.ranks)
			}
			if !slices.Equal(tied, tt.tied) {
				t.Errorf("%s shared by %q, want %q", tt.points, tied, tt.tied)
			}
		})
	}
}

// TestRankOnRoundedPoints makes the tie at 9.14 from counts whose exact points
// differ: 3.2 of 1031/1313 is 3.1409 and of 1030/1312 is 3.1402. A third unit
// shares the rank, and the next rank is two further.
func TestRankOnRoundedPoints(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	var results []scoring.Result
	for unit, services := range map[string][2]int64{"H21": {1031, 1313}, "H24": {1030, 1312}, "H17": {1033, 1312}, "H36": {3141, 4000}, "H05": {3, 4}} {
		c := counted(t, x, unit, "province", ratios{"3.2": services, "3.3": {1, 1}})
		results = append(results, *evaluated(t, x, c))
	}
	exact := [2]*big.Rat{big.NewRat(4*1031, 1313), big.NewRat(4*1030, 1312)}
	if exact[0].Cmp(exact[1]) == 0 {
		t.Fatal("the counts were to differ exactly")
	}
	places, err := league.Rank(results, &league.Options{Node: "CLGQ"})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, p := range places {
		got += fmt.Sprintf("%d %s %s; ", p.Rank, p.Unit, x.Format(p.Points))
	}
	if want := "1 H17 9.15; 2 H21 9.14; 2 H24 9.14; 2 H36 9.14; 5 H05 9.00; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// nationalVector is the row of the whole country.
type nationalVector struct {
	origin
	Total  string            `json:"total"`
	Parts  map[string]string `json:"parts"`
	Online string            `json:"online"`
	Ratios map[string]string `json:"ratios"`
}

// TestPublishedNational holds the mean of the provinces to the published row:
// taken group by group, rounded, then added.
func TestPublishedNational(t *testing.T) {
	v := readVectors[nationalVector](t, "index766-national.jsonl", 1)[0]
	_, results := provinceResults(t)
	x := results[0].Index
	mean, err := x.Mean(scoring.Counts{Unit: "VN", Name: v.Name, Level: "country"}, results)
	if err != nil {
		t.Fatal(err)
	}
	if mean.Unit != "VN" || mean.Name != "Cả nước" || mean.Level != "country" {
		t.Errorf("the mean is called %q %q %q", mean.Unit, mean.Name, mean.Level)
	}
	wantPoints(t, &mean, v.Parts)
	wantPoints(t, &mean, map[string]string{"TONG": v.Total})
	groups, ok := mean.View("decree")
	if !ok || len(groups) != 5 {
		t.Fatalf("the decree's view has %d groups, want 5", len(groups))
	}
	ids := map[string]string{"transparency": "CKMB", "progress": "TDGQ", "online": "online", "digitisation": "MDSH", "satisfaction": "MDHL"}
	for _, g := range groups {
		if got, want := g.Percent.String(), v.Ratios[ids[g.Group.ID]]; got != want {
			t.Errorf("the ratio of %s is %s, want %s", g.Group.ID, got, want)
		}
	}
	if got := x.Format(groups[2].Points) + " of " + x.Format(groups[2].Max); got != v.Online+" of 22.00" {
		t.Errorf("online is %s, want %s of 22.00", got, v.Online)
	}
	for _, id := range []string{"CKMB", "TDGQ", "CLGQ", "TTTT", "MDSH", "MDHL"} {
		if got, ok := mean.Percent(id); !ok || got.String() != v.Ratios[id] {
			t.Errorf("the ratio of %s is %s, want %s", id, got, v.Ratios[id])
		}
	}
}

// TestMeanIsNotOfTotals shows what the wrong stage would print.
func TestMeanIsNotOfTotals(t *testing.T) {
	vectors, results := provinceResults(t)
	sum := int64(0)
	for i := range results {
		sum += int64(results[i].Total().Points)
	}
	if got := big.NewRat(sum, 34*100).FloatString(2); got != "62.58" {
		t.Errorf("the mean of totals is %s, want 62.58", got)
	}
	d := results[0].Index.Definition()
	d.Mean = scoring.StageTotal
	x, err := scoring.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.Mean(scoring.Counts{Unit: "VN"}, results); err == nil {
		t.Error("results of another index were taken")
	}
	var units []scoring.Counts
	for _, v := range vectors {
		units = append(units, givenCounts(t, x, v.Unit, v.Parts))
	}
	results, _ = x.Score(units)
	mean, err := x.Mean(scoring.Counts{Unit: "VN"}, results)
	if err != nil {
		t.Fatal(err)
	}
	wantPoints(t, &mean, map[string]string{"TONG": "62.58", "CKMB": "–"})
}
