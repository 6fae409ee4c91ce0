package scoring_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// TestDTI expresses the digital transformation index of provinces, 1000 points:
// nine main groups whose points are given, one of which is not scored.
func TestDTI(t *testing.T) {
	groups := []struct{ id, most, points string }{
		{"awareness", "100", "71.20"},
		{"institutions", "100", "88.00"},
		{"infrastructure", "100", "64.35"},
		{"people", "100", "59.90"},
		{"safety", "100", "100.00"},
		{"government", "200", "153.47"},
		{"economy", "150", "80.01"},
		{"society", "150", "0.00"},
		{"city", "0", "0"}, // shown, never scored
	}
	var nodes []scoring.Node
	values := map[string]string{}
	for _, g := range groups {
		nodes = append(nodes, handNode(g.id, g.most, givenScale()))
		values[g.id] = g.points
	}
	x := handIndex(t, 2, scoring.ComposeSum, "1000", nodes...)
	r := evaluated(t, x, givenCounts(t, x, "H20", values))
	wantPoints(t, r, map[string]string{"root": "616.93", "government": "153.47", "city": "0.00"})
	lost := scoring.Points(0)
	for _, l := range r.Lost() {
		lost += l.Points
	}
	if got := x.Format(lost); got != "383.07" {
		t.Errorf("lost %s, want 383.07", got)
	}
	values["city"] = "0.01"
	c := givenCounts(t, x, "H20", values)
	if err := x.Evaluate(&c, new(scoring.Result)); err == nil {
		t.Error("points were taken for a group that has none to give")
	}
}

// papi builds the governance index of provinces: eight dimensions of 1 to 10,
// added up to between 8 and 80, with four decimals.
func papi(t *testing.T) *scoring.Index {
	t.Helper()
	var nodes []scoring.Node
	for _, id := range papiDimensions {
		one := motcua.MustDecimal("1")
		nodes = append(nodes, handNode(id, "10", scoring.Scale{Kind: scoring.ScaleGiven, Min: &one}))
	}
	return handIndex(t, 4, scoring.ComposeSum, "80", nodes...)
}

var papiDimensions = []string{
	"participation", "transparency", "accountability", "corruption", "procedures", "services", "environment", "egovernance",
}

// TestPAPI adds up Sơn La's 2024 figure. Its accountability, 4.4623, is
// published; the other seven are made up so that the sum is the published
// 43.8876.
func TestPAPI(t *testing.T) {
	values := map[string]string{
		"accountability": "4.4623", // published
		"participation":  "5.1000", "transparency": "5.2345", "corruption": "6.7891", "procedures": "7.0009",
		"services": "7.9999", "environment": "3.3009", "egovernance": "4.0000",
	}
	x := papi(t)
	r := evaluated(t, x, givenCounts(t, x, "H52", values))
	wantPoints(t, r, map[string]string{"root": "43.8876", "accountability": "4.4623"})
	if got := r.Total().Max; x.Format(got) != "80.0000" {
		t.Errorf("maximum %s, want 80.0000", x.Format(got))
	}
}

// TestPAPIRange holds the range of a dimension: 1 to 10, both included.
func TestPAPIRange(t *testing.T) {
	x := papi(t)
	for value, taken := range map[string]bool{
		"1": true, "1.0000": true, "10": true, "10.0000": true, "0.9999": false, "0": false, "10.0001": false, "-1": false, "11": false,
	} {
		c := givenCounts(t, x, "u", map[string]string{"procedures": value})
		faults := x.Check(&c)
		if (len(faults) == 0) != taken {
			t.Errorf("%s: faults %v, want it taken: %t", value, faults, taken)
		}
		if !taken && (len(faults) != 1 || faults[0].Code != "SCO-CNT-10" || faults[0].Pointer != "/indicators/procedures") {
			t.Errorf("%s: faults %v, want one SCO-CNT-10 at the dimension", value, faults)
		}
	}
	all := map[string]string{}
	for _, id := range papiDimensions {
		all[id] = "1"
	}
	if got := scoredAt(t, evaluated(t, x, givenCounts(t, x, "u", all)), "root"); got != "8.0000" {
		t.Errorf("the least is %s, want 8.0000", got)
	}
	fine := givenCounts(t, x, "u", map[string]string{"procedures": "1.23455"})
	if got := scoredAt(t, evaluated(t, x, fine), "procedures"); got != "1.2346" {
		t.Errorf("1.23455 with four decimals is %s, want it rounded half-up", got)
	}
}

// TestStageOfRounding rounds the same three thirds at each stage: 0.333 thrice
// is 0.99 by leaves, 1.00 by the group of the first two (0.67 and 0.33) and
// 1.00 by the total; 0.335 thrice is 1.02, 1.01 and 1.01.
func TestStageOfRounding(t *testing.T) {
	tests := []struct {
		stage scoring.Stage
		value string
		want  string
	}{
		{scoring.StageLeaf, "0.333", "0.99"}, {scoring.StageGroup, "0.333", "1.00"}, {scoring.StageTotal, "0.333", "1.00"},
		{scoring.StageLeaf, "0.335", "1.02"}, {scoring.StageGroup, "0.335", "1.01"}, {scoring.StageTotal, "0.335", "1.01"},
		{scoring.StageGroup, "0.3325", "1.00"}, // 0.665 and 0.3325: 0.67 + 0.33
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s of %s", tt.stage, tt.value), func(t *testing.T) {
			d := handIndex(t, 2, scoring.ComposeSum, "3", handNode("a", "3", givenScale())).Definition()
			group := handNode("pair", "2", givenScale())
			group.Scale = nil
			group.Nodes = []scoring.Node{handNode("a", "1", givenScale()), handNode("b", "1", givenScale())}
			d.Root.Nodes = []scoring.Node{group, handNode("c", "1", givenScale())}
			d.Round = tt.stage
			x, err := scoring.Compile(d)
			if err != nil {
				t.Fatal(err)
			}
			r := evaluated(t, x, givenCounts(t, x, "u", map[string]string{"a": tt.value, "b": tt.value, "c": tt.value}))
			if got := scoredAt(t, r, "root"); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}
