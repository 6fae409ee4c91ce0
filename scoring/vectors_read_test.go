package scoring_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/examples/conformance"
	"github.com/motcua/motcua/scoring"
)

// readVectors decodes a file of vectors and holds it to the number of lines it
// must have, so that a test over an emptied file does not pass.
func readVectors[T any](t *testing.T, name string, lines int) []T {
	t.Helper()
	text, err := fs.ReadFile(conformance.Vectors(), name)
	if err != nil {
		t.Fatal(err)
	}
	var out []T
	for s := bufio.NewScanner(bytes.NewReader(text)); s.Scan(); {
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			t.Fatalf("%s, line %d: %v", name, len(out)+1, err)
		}
		out = append(out, v)
	}
	if len(out) != lines {
		t.Fatalf("%s has %d lines, want %d", name, len(out), lines)
	}
	return out
}

// origin is what every vector says of itself.
type origin struct {
	Name   string `json:"name"`
	Date   string `json:"date"`
	Source string `json:"source"`
	Note   string `json:"note"`
}

// title names a subtest after a vector, with date and source.
func (o origin) title() string {
	parts := []string{o.Name, o.Date, o.Source}
	if o.Date == "" {
		parts = []string{o.Name, "no date", o.Source}
	}
	return strings.ReplaceAll(strings.Join(parts, "; "), "/", "-")
}

// shippedIndex returns a definition of the standard library.
func shippedIndex(t *testing.T, id, version string) *scoring.Index {
	t.Helper()
	x, err := scoring.Standard().Lookup(id, version)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// ratios fills counts from pairs; a leaf that is not named is not asked.
type ratios map[string][2]int64

// counted returns the counts of a unit.
func counted(t *testing.T, x *scoring.Index, unit, level string, values ratios) scoring.Counts {
	t.Helper()
	c := x.Counts(unit)
	c.Level = level
	for leaf, v := range values {
		if err := x.Set(&c, leaf, scoring.Ratio(v[0], v[1])); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// givenCounts returns the counts of a unit whose values are stated as numbers.
func givenCounts(t *testing.T, x *scoring.Index, unit string, values map[string]string) scoring.Counts {
	t.Helper()
	c := x.Counts(unit)
	for leaf, v := range values {
		if err := x.Set(&c, leaf, scoring.Given(motcua.MustDecimal(v))); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// evaluated scores counts that must be without fault.
func evaluated(t *testing.T, x *scoring.Index, c scoring.Counts) *scoring.Result {
	t.Helper()
	var r scoring.Result
	if err := x.Evaluate(&c, &r); err != nil {
		t.Fatalf("%s: %v", c.Unit, err)
	}
	return &r
}

// scoredAt writes a node's points, "–" where it has none.
func scoredAt(t *testing.T, r *scoring.Result, id string) string {
	t.Helper()
	n, ok := r.Node(id)
	if !ok {
		t.Fatalf("no node %q", id)
	}
	if !n.Scored {
		return "–"
	}
	return r.Index.Format(n.Points)
}

// wantPoints compares nodes by id.
func wantPoints(t *testing.T, r *scoring.Result, want map[string]string) {
	t.Helper()
	for id, w := range want {
		if got := scoredAt(t, r, id); got != w {
			t.Errorf("%s of %s is %s, want %s", id, r.Unit, got, w)
		}
	}
}

// editedOnce returns text with one replacement made, which must be possible in
// exactly one place.
func editedOnce(t *testing.T, text, old, with string) string {
	t.Helper()
	if n := strings.Count(text, old); n != 1 {
		t.Fatalf("%q stands %d times, want once", old, n)
	}
	return strings.Replace(text, old, with, 1)
}

// plainFaults writes all faults, one to a line.
func plainFaults(faults motcua.Faults) string {
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.Error() + "\n")
	}
	return b.String()
}

// pointsFrom reads points as published, whatever digits they are written with.
func pointsFrom(t *testing.T, x *scoring.Index, text string) scoring.Points {
	t.Helper()
	d, err := motcua.MustDecimal(text).Rescale(x.Definition().Decimals)
	if err != nil {
		t.Fatal(err)
	}
	return scoring.Points(d.Coef())
}
