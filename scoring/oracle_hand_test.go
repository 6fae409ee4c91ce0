package scoring_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// handNode is a leaf of an index worked by hand.
func handNode(id, most string, scale scoring.Scale) scoring.Node {
	return scoring.Node{ID: id, Title: motcua.Text{Vi: id, En: id}, Max: motcua.MustDecimal(most), Scale: &scale}
}

// weightedNode gives a node a weight.
func weightedNode(n scoring.Node, weight string) scoring.Node {
	w := motcua.MustDecimal(weight)
	n.Weight = &w
	return n
}

// handIndex compiles a tree of one level.
func handIndex(t *testing.T, decimals int, compose scoring.Compose, most string, nodes ...scoring.Node) *scoring.Index {
	t.Helper()
	x, err := scoring.Compile(&scoring.Definition{
		ID: "hand", Version: "1", Title: motcua.Text{Vi: "tính tay", En: "worked by hand"},
		Decimals: decimals, Round: scoring.StageTotal, Mean: scoring.StageTotal,
		Sources: []scoring.SourceRow{{Key: "HAND", Source: motcua.Source{Basis: motcua.BasisComputed}}},
		Root:    scoring.Node{ID: "root", Title: motcua.Text{Vi: "tổng", En: "total"}, Max: motcua.MustDecimal(most), Compose: compose, Nodes: nodes},
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func givenScale() scoring.Scale { return scoring.Scale{Kind: scoring.ScaleGiven} }

func goalposts(from, to string, clamp bool) scoring.Scale {
	f, o := motcua.MustDecimal(from), motcua.MustDecimal(to)
	return scoring.Scale{Kind: scoring.ScaleGoalposts, From: &f, To: &o, Clamp: clamp}
}

// TestGeometricByHand holds geometric means that can be checked on paper.
func TestGeometricByHand(t *testing.T) {
	tests := []struct {
		values, weights [4]string // an empty weight is none
		want, why       string
	}{
		{[4]string{"21", "1", "1", "1"}, [4]string{}, "2.1407", "21^¼ = 2.14069…"},
		{[4]string{"6", "6", "6", "6"}, [4]string{}, "6.0000", "of equal values the value, exactly"},
		{[4]string{"1", "2", "3", "3"}, [4]string{"1", "1", "1", "1"}, "2.0598", "18^¼ = 2.05976…"},
		{[4]string{"0", "21", "21", "21"}, [4]string{}, "0.0000", "one zero takes all"},
		{[4]string{"1", "2", "3", "1"}, [4]string{"0.25", "0.25", "0.5", "0.000001"}, "", "too fine a weight is refused"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.values), func(t *testing.T) {
			var nodes []scoring.Node
			values := map[string]string{}
			for i, v := range tt.values {
				id := string(rune('a' + i))
				node := handNode(id, "21", givenScale())
				if tt.weights[i] != "" {
					node = weightedNode(node, tt.weights[i])
				}
				nodes, values[id] = append(nodes, node), v
			}
			if tt.want == "" {
				wantRefused(t, nodes)
				return
			}
			x := handIndex(t, 4, scoring.ComposeGeometric, "21", nodes...)
			if got := scoredAt(t, evaluated(t, x, givenCounts(t, x, "u", values)), "root"); got != tt.want {
				t.Errorf("%s, want %s: %s", got, tt.want, tt.why)
			}
		})
	}
}

func wantRefused(t *testing.T, nodes []scoring.Node) {
	t.Helper()
	_, err := scoring.Compile(&scoring.Definition{
		ID: "hand", Version: "1", Title: motcua.Text{En: "hand"}, Round: scoring.StageTotal, Mean: scoring.StageTotal,
		Sources: []scoring.SourceRow{{Key: "HAND", Source: motcua.Source{Basis: motcua.BasisComputed}}},
		Root:    scoring.Node{ID: "root", Title: motcua.Text{En: "r"}, Max: nodes[0].Max, Compose: scoring.ComposeGeometric, Nodes: nodes},
	})
	if err == nil {
		t.Error("the definition was taken")
	}
}

// TestWeightedGeometricByHand holds the published case with weights 1, 1, 2,
// whatever unit the weights are stated in.
func TestWeightedGeometricByHand(t *testing.T) {
	for _, weights := range [][3]string{{"1", "1", "2"}, {"0.25", "0.25", "0.5"}, {"10", "10.0", "20.00"}} {
		x := handIndex(t, 4, scoring.ComposeGeometric, "3",
			weightedNode(handNode("a", "3", givenScale()), weights[0]),
			weightedNode(handNode("b", "3", givenScale()), weights[1]),
			weightedNode(handNode("c", "3", givenScale()), weights[2]))
		c := givenCounts(t, x, "u", map[string]string{"a": "1", "b": "2", "c": "3"})
		if got := scoredAt(t, evaluated(t, x, c), "root"); got != "2.0598" {
			t.Errorf("weights %q: %s, want 18^¼ = 2.0598", weights, got)
		}
	}
}

// TestGoalpostsByHand lays values between goalposts 0 and 10, both ways.
func TestGoalpostsByHand(t *testing.T) {
	tests := []struct {
		scale       scoring.Scale
		value, want string
	}{
		{goalposts("0", "10", true), "1", "0.1"},
		{goalposts("0", "10", true), "11", "1.0"},
		{goalposts("0", "10", true), "-1", "0.0"},
		{goalposts("10", "0", true), "1", "0.9"}, // reversed
		{goalposts("10", "0", true), "11", "0.0"},
		{goalposts("10", "0", true), "-1", "1.0"},
		{goalposts("0", "10", false), "0", "0.0"}, // distance to the target 10
		{goalposts("0", "10", false), "5", "0.5"},
		{goalposts("0", "10", false), "11", "1.1"},
		{goalposts("0", "10", false), "-1", "-0.1"},
		{goalposts("10", "0", false), "11", "-0.1"},
		{goalposts("-5", "5", true), "0", "0.5"},      // goalposts below zero
		{goalposts("0.5", "0.7", true), "0.6", "0.5"}, // and between decimals
		{goalposts("0", "10", true), "0.5", "0.1"},    // 0.05, half-up
		{goalposts("0", "10", true), "0.499", "0.0"},
		{goalposts("0", "10", false), "-0.5", "-0.1"}, // and away from zero below it
	}
	for _, tt := range tests {
		name := fmt.Sprintf("%s from %s to %s, clamp %t", tt.value, tt.scale.From, tt.scale.To, tt.scale.Clamp)
		t.Run(name, func(t *testing.T) {
			x := handIndex(t, 1, scoring.ComposeSum, "1", handNode("v", "1", tt.scale))
			leaves := x.Definition()
			leaves.Round = scoring.StageLeaf
			y, err := scoring.Compile(leaves)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range []*scoring.Index{x, y} { // in fractions, and in machine words
				if got := scoredAt(t, evaluated(t, x, givenCounts(t, x, "u", map[string]string{"v": tt.value})), "v"); got != tt.want {
					t.Errorf("%s, want %s", got, tt.want)
				}
			}
		})
	}
}

// TestShapleyByHand splits what 100·√(a·b) loses at a = .64, b = .25: of the 60
// lost, a has 15 and b 45.
func TestShapleyByHand(t *testing.T) {
	x := handIndex(t, 2, scoring.ComposeGeometric, "100",
		handNode("a", "100", goalposts("0", "1", true)), handNode("b", "100", goalposts("0", "1", true)))
	r := evaluated(t, x, givenCounts(t, x, "u", map[string]string{"a": "0.64", "b": "0.25"}))
	wantPoints(t, r, map[string]string{"root": "40.00", "a": "64.00", "b": "25.00"})
	got := ""
	for _, l := range r.Lost() {
		got += fmt.Sprintf("%s %s %s; ", l.Leaf, x.Format(l.Points), l.Reason.Code)
	}
	if want := "b 45.00 shortfall; a 15.00 shortfall; "; got != want {
		t.Errorf("lost %s, want %s", got, want)
	}
}

// TestStepsByHand holds a scale of steps and one of a table to their rows.
func TestStepsByHand(t *testing.T) {
	rows := []scoring.ScaleRow{
		{Value: motcua.MustDecimal("0"), Points: motcua.MustDecimal("1")},
		{Value: motcua.MustDecimal("0.5"), Points: motcua.MustDecimal("4")},
		{Value: motcua.MustDecimal("0.9"), Points: motcua.MustDecimal("10")},
	}
	tests := []struct {
		kind        scoring.ScaleKind
		value, want string // an empty want is a fault
	}{
		{scoring.ScaleSteps, "0", "1"}, {scoring.ScaleSteps, "0.4999", "1"}, {scoring.ScaleSteps, "0.5", "4"},
		{scoring.ScaleSteps, "0.50", "4"}, {scoring.ScaleSteps, "0.9", "10"}, {scoring.ScaleSteps, "7", "10"},
		{scoring.ScaleSteps, "-0.1", "0"}, // below the first step
		{scoring.ScaleTable, "0.5", "4"}, {scoring.ScaleTable, "0.500", "4"}, {scoring.ScaleTable, "0.51", ""}, {scoring.ScaleTable, "7", ""},
	}
	for _, tt := range tests {
		t.Run(tt.kind.String()+" "+tt.value, func(t *testing.T) {
			x := handIndex(t, 0, scoring.ComposeSum, "10", handNode("v", "10", scoring.Scale{Kind: tt.kind, Rows: rows}))
			var r scoring.Result
			c := givenCounts(t, x, "u", map[string]string{"v": tt.value})
			err := x.Evaluate(&c, &r)
			if (err != nil) != (tt.want == "") {
				t.Fatal(err)
			}
			if err == nil && scoredAt(t, &r, "v") != tt.want {
				t.Errorf("%s, want %s", scoredAt(t, &r, "v"), tt.want)
			}
		})
	}
}
