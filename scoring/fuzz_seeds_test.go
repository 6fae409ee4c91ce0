package scoring_test

import (
	"encoding/json"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// everyRule is an index with every scale, relation, zero and level rule, whose
// leaves add up after rounding.
func everyRule() *scoring.Definition {
	d := twoLeaves()
	d.Levels = []scoring.Level{{ID: "province", Title: drawnTitle("p")}, {ID: "commune", Title: drawnTitle("c")}}
	d.Bands = []scoring.Band{{ID: "good", Title: drawnTitle("g"), From: motcua.MustDecimal("50")}, {ID: "weak", Title: drawnTitle("w")}}
	leaf := d.Root.Nodes[0]
	add := func(id string, change func(n *scoring.Node)) {
		n := leaf
		n.ID = id
		change(&n)
		d.Root.Nodes = append(d.Root.Nodes, n)
	}
	add("fullAt", func(n *scoring.Node) {
		n.Relation, n.Scale = scoring.RelationCrossSource, &scoring.Scale{Kind: scoring.ScaleFullAt, At: drawnNumber("0.8")}
		n.Zero = &scoring.ZeroRule{Rule: scoring.ZeroFallback, Then: scoring.ZeroNone, Divide: []scoring.Divisor{{Period: scoring.PeriodMonth, By: 12}}}
	})
	add("goalposts", func(n *scoring.Node) {
		n.Scale = &scoring.Scale{Kind: scoring.ScaleGoalposts, From: drawnNumber("1"), To: drawnNumber("0.25"), Clamp: true}
		n.Unknown = &scoring.UnknownRule{Rule: scoring.UnknownFull}
	})
	rows := []scoring.ScaleRow{{Value: motcua.MustDecimal("0.5"), Points: motcua.MustDecimal("4")}, {Value: motcua.MustDecimal("1"), Points: motcua.MustDecimal("10")}}
	add("steps", func(n *scoring.Node) { n.Scale = &scoring.Scale{Kind: scoring.ScaleSteps, Rows: rows} })
	add("table", func(n *scoring.Node) {
		pointsGiven(n)
		n.Scale = &scoring.Scale{Kind: scoring.ScaleTable, Rows: rows}
	})
	add("given", func(n *scoring.Node) { pointsGiven(n); n.Scale.Min = drawnNumber("-2") })
	add("far", func(n *scoring.Node) {
		pointsGiven(n)
		n.Scale = &scoring.Scale{Kind: scoring.ScaleGoalposts, From: drawnNumber("0"), To: drawnNumber("0.5")}
	})
	add("factored", func(n *scoring.Node) { n.Factor = "A" })
	add("shared", func(n *scoring.Node) {
		n.Zero = &scoring.ZeroRule{Rule: scoring.ZeroRedistribute, To: []string{"A", "steps", "B"}}
	})
	add("inherited", func(n *scoring.Node) {
		n.Zero.Rule = scoring.ZeroNone
		n.Levels = []scoring.LevelRule{{Level: "commune", Rule: scoring.LevelInherits}}
	})
	add("absent", func(n *scoring.Node) { n.Levels = []scoring.LevelRule{{Level: "commune", Rule: scoring.LevelAbsent}} })
	d.Root.Max = motcua.MustDecimal("120")
	return d
}

func TestEveryRuleCompiles(t *testing.T) {
	if _, err := scoring.Compile(everyRule()); err != nil {
		t.Fatal(err)
	}
}

// document is a definition as the JSON it stands for.
func document(t naiveFataler, d any) []byte {
	t.Helper()
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return data
}

const extensionSeed = `{"id": "vn.766", "version": "ours", "title": {"vi": "t", "en": "t"}, "validity": {"from": "2026-01-01"}, "variant": true,
	"extends": {"id": "vn.766", "version": "portal-2026"}, "sources": [{"key": "X", "basis": "ours"}],
	"bands": [{"id": "fair", "title": {"vi": "Khá", "en": "Fair"}, "from": "65", "sources": ["X"]}],
	"nodes": [{"id": "4.2", "scale": {"kind": "fullAt", "at": "0.8"}}, {"id": "5.3", "zero": {"rule": "redistribute", "to": ["5.2", "5.4"]}}]}`

const countsSeed = `{"unit":"H44","name":"Phú Thọ","level":"province","parent":"VN","period":"2026-08","indicators":{` +
	`"3.5":{"num":68,"den":313},"3.6":{"num":309542,"den":358625},"1.4":{"num":5,"den":0,"annual":12},"4.6":null,"A":{"num":1,"den":2},"given":{"value":"1.5"}}}`

// soundFaults holds faults to what every fault owes its reader.
func soundFaults(t naiveFataler, faults motcua.Faults) {
	t.Helper()
	for _, f := range faults {
		if f.Code == "" || f.Message.Vi == "" || f.Message.En == "" || f.Pointer != "" && f.Pointer[0] != '/' {
			t.Fatalf("fault %+v lacks code, pointer or message", *f)
		}
	}
}
