package scoring_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// twoLeaves is a small index that is changed by the rows below.
func twoLeaves() *scoring.Definition {
	d := &scoring.Definition{
		ID: "two", Version: "1", Title: drawnTitle("two"), Decimals: 2, Round: scoring.StageLeaf, Mean: scoring.StageTotal,
		Sources: []scoring.SourceRow{{Key: "S", Source: motcua.Source{Basis: motcua.BasisOurs}}},
		Measures: []scoring.Measure{
			{ID: "good", Title: drawnTitle("g"), Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopePeriod, Anchor: "received"},
			{ID: "all", Title: drawnTitle("a"), Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopePeriod, Anchor: "received"},
		},
		Root: scoring.Node{ID: "R", Title: drawnTitle("R"), Max: motcua.MustDecimal("20")},
	}
	for _, id := range []string{"A", "B"} {
		d.Root.Nodes = append(d.Root.Nodes, scoring.Node{
			ID: id, Title: drawnTitle(id), Max: motcua.MustDecimal("10"), Num: "good", Den: "all",
			Scale: &scoring.Scale{Kind: scoring.ScaleLinear}, Relation: scoring.RelationSubset,
			Zero: &scoring.ZeroRule{Rule: scoring.ZeroNone}, Pool: scoring.PoolAdd,
		})
	}
	return d
}

// pointsGiven makes a leaf of points that are given.
func pointsGiven(n *scoring.Node) {
	n.Num, n.Den, n.Relation, n.Zero, n.Pool = "", "", 0, nil, 0
	n.Scale = &scoring.Scale{Kind: scoring.ScaleGiven}
}

// meansOf makes both leaves means of the same maximum.
func meansOf(d *scoring.Definition, how scoring.Compose) {
	d.Root.Compose, d.Root.Max = how, motcua.MustDecimal("10")
}

// unkept are definitions that say what evaluation could not keep to.
var unkept = []struct {
	code, pointer string
	change        func(d *scoring.Definition, a, b *scoring.Node)
	why           string
}{
	{"SCO-DEF-07", "/mean", func(d *scoring.Definition, _, _ *scoring.Node) {
		meansOf(d, scoring.ComposeMean)
		d.Mean = scoring.StageGroup
	}, "the mean of the country would add where the index takes a mean"},
	{"SCO-DEF-07", "/mean", func(d *scoring.Definition, _, _ *scoring.Node) {
		d.Round, d.Mean = scoring.StageTotal, scoring.StageLeaf
	}, "the mean of equal units would not be theirs: leaves are not what is rounded"},
	{"SCO-DEF-07", "/root/nodes/0/scale/kind", func(_ *scoring.Definition, a, _ *scoring.Node) {
		a.Scale.Kind = scoring.ScaleGiven
	}, "a ratio of two counts is no number of points"},
	{"SCO-DEF-07", "/root/nodes/0/scale/kind", func(_ *scoring.Definition, a, _ *scoring.Node) {
		a.Scale = &scoring.Scale{Kind: scoring.ScaleTable, Rows: []scoring.ScaleRow{{Value: motcua.MustDecimal("1"), Points: a.Max}}}
	}, "a ratio of 2 in 3 stands in no table"},
	{"SCO-DEF-07", "/root/nodes/0/factor", func(_ *scoring.Definition, a, b *scoring.Node) {
		pointsGiven(a)
		a.Factor = b.ID
	}, "points that are given have no ratio to multiply"},
	{"SCO-DEF-07", "/root/nodes/0/factor", func(_ *scoring.Definition, a, b *scoring.Node) {
		pointsGiven(b)
		a.Factor = b.ID
	}, "points that are given are no ratio of at most one"},
	{"SCO-DEF-14", "/root/nodes/0/zero/to/0", func(_ *scoring.Definition, a, b *scoring.Node) {
		a.Zero = &scoring.ZeroRule{Rule: scoring.ZeroRedistribute, To: []string{b.ID}}
		b.Zero = &scoring.ZeroRule{Rule: scoring.ZeroRedistribute, To: []string{a.ID}}
	}, "both could be without a denominator, and the order would decide"},
	{"SCO-DEF-07", "/root/nodes/0/pool", func(_ *scoring.Definition, a, _ *scoring.Node) {
		pointsGiven(a)
		a.Pool = scoring.PoolAdd
	}, "numbers that are given do not add up as counts do"},
	{"SCO-DEF-13", "/root/nodes", func(d *scoring.Definition, a, b *scoring.Node) {
		meansOf(d, scoring.ComposeGeometric)
		a.Weight, b.Weight = drawnNumber("9000000000000000000"), drawnNumber("9000000000000000000")
	}, "a power of 18·10^18 takes for ever; the sum of the weights must not overflow unseen"},
}

func TestUnkeepableRefused(t *testing.T) {
	if _, err := scoring.Compile(twoLeaves()); err != nil {
		t.Fatal(err)
	}
	for _, row := range unkept {
		d := twoLeaves()
		row.change(d, &d.Root.Nodes[0], &d.Root.Nodes[1])
		_, err := scoring.Compile(d)
		if faults := lawFaults(t, err); !hasFault(faults, row.code, row.pointer) {
			t.Errorf("%s: got %v, want %s at %s", row.why, err, row.code, row.pointer)
		}
	}
}

// hasFault reports whether a fault of the code stands at the pointer or below it.
func hasFault(faults motcua.Faults, code, pointer string) bool {
	for _, f := range faults {
		if f.Code == code && strings.HasPrefix(f.Pointer, pointer) {
			return true
		}
	}
	return false
}

// lawFaults returns the faults an error must be.
func lawFaults(t naiveFataler, err error) motcua.Faults {
	t.Helper()
	faults, ok := err.(motcua.Faults)
	if err != nil && !ok {
		t.Fatalf("%v is no Faults", err)
	}
	return faults
}
