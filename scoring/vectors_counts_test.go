package scoring_test

import (
	"bytes"
	"encoding/json"
	"testing"
)

// TestPublishedCounts holds every published pair of counts to the points the
// portal published for it, leaf by leaf and group by group, to the cent.
func TestPublishedCounts(t *testing.T) {
	type vector struct {
		origin
		Version    string          `json:"version"`
		Unit       string          `json:"unit"`
		Level      string          `json:"level"`
		Indicators json.RawMessage `json:"indicators"`
		// Want has points of leaves and of one group.
		Want map[string]string `json:"want"`
	}
	for _, v := range readVectors[vector](t, "index766-counts.jsonl", 29) {
		t.Run(v.title(), func(t *testing.T) {
			x := shippedIndex(t, "vn.766", v.Version)
			line, err := json.Marshal(map[string]any{
				"unit": v.Unit, "level": v.Level, "indicators": v.Indicators,
			})
			if err != nil {
				t.Fatal(err)
			}
			units, faults := x.ReadCounts(bytes.NewReader(line))
			if len(faults) != 0 || len(units) != 1 {
				t.Fatalf("%d units, faults:\n%v", len(units), faults)
			}
			r := evaluated(t, x, units[0])
			wantPoints(t, r, v.Want)
			var asked map[string]any
			if err := json.Unmarshal(v.Indicators, &asked); err != nil {
				t.Fatal(err)
			}
			if len(v.Want) != len(asked)+1 {
				t.Errorf("%d points wanted of %d indicators and their group", len(v.Want), len(asked))
			}
			for _, leaf := range x.Leaves() {
				if _, ok := asked[leaf]; !ok && scoredAt(t, r, leaf) != "–" {
					t.Errorf("%s was not asked and has %s points", leaf, scoredAt(t, r, leaf))
				}
			}
		})
	}
}
