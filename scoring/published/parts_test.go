package published_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/published"
)

// sample is an index whose total adds a group G of two leaves, a mean M of two
// leaves, and a leaf L that may fall below zero; G2 may give its maximum to L. A
// view has G and M together, and L.
func sample(t *testing.T, change func(*scoring.Definition)) *scoring.Index {
	t.Helper()
	text, source := motcua.Text{Vi: "t", En: "t"}, []string{"S"}
	low := motcua.MustDecimal("-5")
	leaf := func(id string) scoring.Node {
		return scoring.Node{ID: id, Title: text, Max: motcua.MustDecimal("10"), Sources: source, Scale: &scoring.Scale{Kind: scoring.ScaleGiven}}
	}
	giver, below := leaf("G2"), leaf("L")
	giver.Num, giver.Den, giver.Relation, giver.Scale = "m", "m", scoring.RelationSubset, &scoring.Scale{Kind: scoring.ScaleLinear}
	giver.Zero = &scoring.ZeroRule{Rule: scoring.ZeroRedistribute, To: []string{"L"}, Sources: source}
	below.Scale.Min = &low
	group := scoring.Node{ID: "G", Title: text, Max: motcua.MustDecimal("20"), Nodes: []scoring.Node{leaf("G1"), giver}}
	mean := scoring.Node{ID: "M", Title: text, Max: motcua.MustDecimal("10"), Compose: scoring.ComposeMean, Nodes: []scoring.Node{leaf("M1"), leaf("M2")}}
	d := &scoring.Definition{
		ID: "sample", Version: "1", Title: text, Decimals: 2, Round: scoring.StageLeaf,
		Sources:  []scoring.SourceRow{{Key: "S", Source: motcua.Source{Basis: motcua.BasisOurs}}},
		Measures: []scoring.Measure{{ID: "m", Title: text, Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopeCut, Sources: source}},
		Root:     scoring.Node{ID: "R", Title: text, Max: motcua.MustDecimal("40"), Nodes: []scoring.Node{group, mean, below}},
		Views: []scoring.View{{ID: "v", Title: text, Sources: source, Groups: []scoring.ViewGroup{
			{ID: "both", Title: text, Max: motcua.MustDecimal("30"), Of: []string{"G", "M"}, Ratio: scoring.RatioPoints},
			{ID: "rest", Title: text, Max: motcua.MustDecimal("10"), Of: []string{"L"}, Ratio: scoring.RatioPoints},
		}}},
	}
	if change != nil {
		change(d)
	}
	x, err := scoring.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// meanRoot makes the total a mean of leaves.
func meanRoot(d *scoring.Definition) {
	d.Root, d.Views, d.Measures = d.Root.Nodes[1], nil, nil
}

// loose takes the clamp off L.
func loose(d *scoring.Definition) {
	zero, hundred := motcua.MustDecimal("0"), motcua.MustDecimal("100")
	l := &d.Root.Nodes[2]
	l.Relation, l.Num = scoring.RelationValue, "m"
	l.Scale = &scoring.Scale{Kind: scoring.ScaleGoalposts, From: &zero, To: &hundred}
}

// statement writes a total of parts "node points"; a name in brackets is a label.
func statement(t *testing.T, total string, parts ...string) published.Statement {
	t.Helper()
	s := published.Statement{Name: "n"}
	if total != "" {
		d := motcua.MustDecimal(total)
		s.Total = &d
	}
	for _, p := range parts {
		name, points, _ := strings.Cut(p, " ")
		part := published.Part{Node: name, Points: motcua.MustDecimal(points)}
		if label, ok := strings.CutPrefix(name, "("); ok {
			part.Node, part.Label = "", strings.TrimSuffix(label, ")")
		}
		s.Parts = append(s.Parts, part)
	}
	return s
}

var totals = []struct {
	name   string
	change func(*scoring.Definition)
	total  string
	parts  string
	want   string // the verdict, and words of the message
}{
	{"all groups", nil, "27.00", "G 15.00, M 5.00, L 7.00", "ok agrees with its parts"},
	{"all groups, off", nil, "27.01", "G 15.00, M 5.00, L 7.00", "mismatch add up to 27.00"},
	{"all by the view", nil, "27.01", "both 20.00, rest 7.00", "mismatch add up to 27.00"},
	{"a group by its leaves", nil, "27.01", "G1 8.00, G2 7.00, M 5.00, L 7.00", "mismatch add up to 27.00"},
	{"the root itself", nil, "27.00", "R 26.00", "mismatch add up to 26.00"},
	{"one missing may fill the gap", nil, "30.00", "G 15.00, L 5.00", "open those not stated may"},
	{"one missing just cannot", nil, "30.01", "G 15.00, L 5.00", "mismatch those not stated to at most 10"},
	{"the tolerance lets it", nil, "30.1", "G 15.0, L 5.0", "open those not stated may"},
	{"the tolerance does not let it", nil, "30.2", "G 15.0, L 5.0", "mismatch at most 10"},
	{"a mean fills its own maximum only", nil, "35.01", "G 20.00, L 5.00", "mismatch at most 10"},
	{"the parts alone exceed it", nil, "19.99", "G 15.00, L 5.00", "mismatch add up to 20.00"},
	{"what is missing may be below zero", nil, "15.00", "G 15.00, M 5.00", "open those not stated may"},
	{"but not so far below", nil, "14.99", "G 15.00, M 5.00", "mismatch add up to 20.00"},
	{"what is missing may have been given more", nil, "30.00", "G 5.00, M 5.00", "open those not stated may"},
	{"but not so much more", nil, "30.01", "G 5.00, M 5.00", "mismatch at most 20"},
	{"what is missing has no bound", loose, "99.00", "G 15.00, M 5.00", "open those not stated may"},
	{"part of a group is missing", nil, "37.00", "G1 10.00, M 10.00, L 10.00", "open those not stated may"},
	{"nothing left to the others", nil, "15.00", "G 15.00", "ok with nothing left to the others"},
	{"a label takes all parts as stated", nil, "30.00", "G 15.00, (else) 5.00", "mismatch add up to 20.00"},
	{"a label, adding up", nil, "20.00", "G 15.00, (else) 5.00", "ok agrees with its parts"},
	{"leaves of a mean", nil, "27.00", "G 15.00, M1 5.00, M2 5.00, L 7.00", "open does not come of adding"},
	{"a mean of named parts", meanRoot, "5.00", "M1 5.00, M2 5.00", "open does not come of adding"},
	{"a mean of labelled parts", meanRoot, "10.00", "(a) 5.00, (b) 5.00", "open does not come of adding"},
	{"a mean beside itself", meanRoot, "5.00", "M 6.00", "mismatch add up to 6.00"},
}

func TestTotals(t *testing.T) {
	for _, tt := range totals {
		t.Run(tt.name, func(t *testing.T) {
			s := statement(t, tt.total, strings.Split(tt.parts, ", ")...)
			findings, faults := s.Check(sample(t, tt.change))
			if len(faults) != 0 || len(findings) != 1 {
				t.Fatalf("findings %+v, faults %v", findings, faults)
			}
			verdict, words, _ := strings.Cut(tt.want, " ")
			if f := findings[0]; f.At != "/total" || f.Verdict.String() != verdict || !strings.Contains(f.Message.En, words) {
				t.Errorf("%s %s: %s, want %s", f.At, f.Verdict, f.Message.En, tt.want)
			}
		})
	}
}

func TestPartsOverlap(t *testing.T) {
	for _, tt := range []struct{ name, parts, at string }{
		{"the same node", "L 5.00, G 5.00, L 5.00", "/parts/2/node"},
		{"a group and a leaf below it", "G 15.00, G1 5.00", "/parts/1/node"},
		{"a leaf and the group above it", "M1 5.00, M 5.00", "/parts/1/node"},
		{"a group of a view and a member", "both 15.00, M 5.00", "/parts/1/node"},
		{"a leaf below a member of a group of a view", "M2 5.00, L 1.00, both 15.00", "/parts/2/node"},
		{"everything and a part of it", "R 15.00, L 5.00", "/parts/1/node"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := statement(t, "20.00", strings.Split(tt.parts, ", ")...)
			findings, faults := s.Check(sample(t, nil))
			if len(findings) != 0 || len(faults) != 1 || faults[0].Code != "SCO-PUB-05" || faults[0].Pointer != tt.at {
				t.Errorf("findings %+v, faults %v, want SCO-PUB-05 %s alone", findings, faults, tt.at)
			}
		})
	}
}

func TestPartRanges(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*scoring.Definition)
		part   string
		says   string // nothing where the part is in range
	}{
		{"above a maximum", nil, "G 20.01", "20.01, the maximum is 20"},
		{"above that of a group of a view", nil, "both 30.5", "30.5, the maximum is 30"},
		{"below zero", nil, "M1 -0.01", "-0.01, the minimum is 0"},
		{"below a minimum", nil, "L -5.01", "-5.01, the minimum is -5"},
		{"at the minimum", nil, "L -5.00", ""},
		{"above what it may be given", nil, "L 20.01", "20.01, the maximum is 20"},
		{"with what it may be given", nil, "L 20.00", ""},
		{"without a clamp", loose, "L 99.00", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := statement(t, "", tt.part)
			findings, _ := s.Check(sample(t, tt.change))
			switch {
			case tt.says == "" && len(findings) == 0:
			case tt.says == "" || len(findings) != 1:
				t.Errorf("findings %+v, want %q", findings, tt.says)
			case findings[0].At != "/parts/0/points" || findings[0].Verdict != published.VerdictMismatch || findings[0].Computed != nil:
				t.Errorf("finding %+v, want a mismatch of the points without a computed figure", findings[0])
			case !strings.Contains(findings[0].Message.En, tt.says) || !strings.Contains(findings[0].Message.Vi, tt.part[strings.Index(tt.part, " ")+1:]):
				t.Errorf("%s, want %q", findings[0].Message, tt.says)
			}
		})
	}
}
