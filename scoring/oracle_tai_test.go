package scoring_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

// taiCountry is a country with its raw values, from tai.jsonl.
type taiCountry struct {
	origin
	Values map[string]string `json:"values"`
	Score  string            `json:"score"`
}

// taiDefinition reads the Technology Achievement Index, a weighted mean of
// clamped goalposts, from its document.
func taiDefinition(t *testing.T) *scoring.Definition {
	t.Helper()
	text, err := os.ReadFile("testdata/oecd.tai.json")
	if err != nil {
		t.Fatal(err)
	}
	x, err := scoring.Parse(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if w := x.Warnings(); len(w) != 0 {
		t.Error(w)
	}
	return x.Definition()
}

// compiledTAI compiles a definition made from that of the index.
func compiledTAI(t *testing.T, d *scoring.Definition) *scoring.Index {
	t.Helper()
	x, err := scoring.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// taiResults scores the countries; values an index does not use are left out.
func taiResults(t *testing.T, x *scoring.Index) []scoring.Result {
	t.Helper()
	var units []scoring.Counts
	for _, v := range readVectors[taiCountry](t, "tai.jsonl", 23) {
		values := map[string]string{}
		for _, leaf := range x.Leaves() {
			values[leaf] = v.Values[leaf]
		}
		units = append(units, givenCounts(t, x, v.Name, values))
	}
	results, faults := x.Score(units)
	if len(faults) != 0 || len(results) != 23 {
		t.Fatalf("%d results, %v", len(results), faults)
	}
	return results
}

func TestTAIScores(t *testing.T) {
	results := taiResults(t, compiledTAI(t, taiDefinition(t)))
	for i, v := range readVectors[taiCountry](t, "tai.jsonl", 23) {
		t.Run(v.title(), func(t *testing.T) {
			if got := scoredAt(t, &results[i], "TAI"); got != v.Score {
				t.Errorf("score %s, want %s", got, v.Score)
			}
		})
	}
}

// TestTAIFromTable reads the countries as a program would be given them: a
// table of values.
func TestTAIFromTable(t *testing.T) {
	x := compiledTAI(t, taiDefinition(t))
	table := "unit," + strings.Join(x.Leaves(), ",") + "\n"
	countries := readVectors[taiCountry](t, "tai.jsonl", 23)
	for _, v := range countries {
		table += v.Name
		for _, leaf := range x.Leaves() {
			table += "," + v.Values[leaf]
		}
		table += "\n"
	}
	units, faults := x.ReadValues(strings.NewReader(table))
	results, more := x.Score(units)
	if len(faults)+len(more) != 0 || len(results) != len(countries) {
		t.Fatalf("%d results, %v, %v", len(results), faults, more)
	}
	for i, v := range countries {
		if got := scoredAt(t, &results[i], "TAI"); got != v.Score {
			t.Errorf("score of %s is %s, want %s", v.Name, got, v.Score)
		}
	}
}

// TestTAILoadBearing changes what the scores rest on: the clamp, which Norway's
// electricity exceeds, and Singapore's imputed royalties.
func TestTAILoadBearing(t *testing.T) {
	d := taiDefinition(t)
	for i := range d.Root.Nodes {
		d.Root.Nodes[i].Scale.Clamp = false
	}
	tests := []struct {
		country, leaf, value string
		definition           *scoring.Definition
		want                 string
	}{
		{"Norway", "", "", taiDefinition(t), "0.5804"},
		{"Norway", "", "", d, "0.6148"},
		{"Singapore", "", "", taiDefinition(t), "0.5973"},
		{"Singapore", "royalties", "0", taiDefinition(t), "0.5856"},
	}
	countries := readVectors[taiCountry](t, "tai.jsonl", 23)
	for _, tt := range tests {
		t.Run(tt.country+" "+tt.want, func(t *testing.T) {
			at := slices.IndexFunc(countries, func(c taiCountry) bool { return c.Name == tt.country })
			x := compiledTAI(t, tt.definition)
			c := givenCounts(t, x, tt.country, countries[at].Values)
			if tt.leaf != "" {
				if err := x.Set(&c, tt.leaf, scoring.Given(motcua.MustDecimal(tt.value))); err != nil {
					t.Fatal(err)
				}
			}
			if got := scoredAt(t, evaluated(t, x, c), "TAI"); got != tt.want {
				t.Errorf("score %s, want %s", got, tt.want)
			}
		})
	}
}

// taiRanking is a column of ranks, from tai-ranks.jsonl.
type taiRanking struct {
	origin
	Mean    string            `json:"mean"`
	Of      string            `json:"of"`
	Weights map[string]string `json:"weights"`
	Order   []string          `json:"order"`
	Ranks   []int             `json:"ranks"`
}

// definition makes the index of the column: other weights, fewer leaves, or a
// geometric mean of the raw values.
func (v taiRanking) definition(d *scoring.Definition) *scoring.Definition {
	d.ID += "." + strings.ToLower(v.Name)
	d.Root.Nodes = slices.DeleteFunc(d.Root.Nodes, func(n scoring.Node) bool { return v.Weights[n.ID] == "" })
	for i := range d.Root.Nodes {
		n := &d.Root.Nodes[i]
		weight := motcua.MustDecimal(v.Weights[n.ID])
		n.Weight = &weight
		if v.Of == "raw" { // a common maximum above all values: it bears on no rank
			n.Max, n.Scale = motcua.MustDecimal("1000"), &scoring.Scale{Kind: scoring.ScaleGiven}
		}
	}
	if v.Mean == "geometric" {
		d.Root.Compose, d.Root.Max = scoring.ComposeGeometric, motcua.MustDecimal("1000")
	}
	return d
}

// TestTAIRanks holds four published columns of ranks: equal weights, weights by
// budget allocation, six indicators, and the geometric mean of raw values.
func TestTAIRanks(t *testing.T) {
	for _, v := range readVectors[taiRanking](t, "tai-ranks.jsonl", 4) {
		t.Run(v.title(), func(t *testing.T) {
			x := compiledTAI(t, v.definition(taiDefinition(t)))
			if len(x.Leaves()) != len(v.Weights) {
				t.Fatalf("%d leaves, want %d", len(x.Leaves()), len(v.Weights))
			}
			places, err := league.Rank(taiResults(t, x), nil)
			if err != nil {
				t.Fatal(err)
			}
			slices.SortFunc(places, func(a, b league.Place) int {
				return cmp.Compare(slices.Index(v.Order, a.Unit), slices.Index(v.Order, b.Unit))
			})
			var got []int
			for _, p := range places {
				got = append(got, p.Rank)
				if p.Tied {
					t.Errorf("%+v shares its rank: the decimals do not suffice", p)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(v.Ranks) {
				t.Errorf("ranks\n%d, want\n%d", got, v.Ranks)
			}
		})
	}
}
