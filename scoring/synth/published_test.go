package synth_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/synth"
)

// TestPublished holds phutho-2026 to the counts published, which are vectors of the
// conformance suite: the units' as they are, the province's but for the edits.
func TestPublished(t *testing.T) {
	data, err := os.ReadFile("../../examples/conformance/vectors/index766-counts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	w := synth.PhuTho2026()
	targets := map[string]scoring.CountsLine{}
	for _, line := range w.Targets() {
		targets[line.Name] = line
	}
	if len(targets) != 1+15+148 {
		t.Errorf("%d units", len(targets))
	}
	edits := map[string]synth.Edit{}
	for _, e := range w.Edits() {
		edits[e.Leaf] = e
		if e.Why.Vi == "" || e.Why.En == "" {
			t.Errorf("%s is edited without a reason", e.Leaf)
		}
	}
	compared, edited := 0, map[string]bool{}
	for line := range bytes.Lines(data) {
		var v struct {
			Name       string
			Indicators map[string]*scoring.Indicator
		}
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatal(err)
		}
		name := publishedName(v.Name)
		if name == "" {
			continue // another province, quarter or month
		}
		for leaf, published := range v.Indicators {
			compared++
			said, used := pair(published), pair(targets[name].Indicators[leaf])
			if e, ok := edits[leaf]; ok && name == "Phú Thọ" {
				edited[leaf] = true
				if e.Used != used || e.Published != said {
					t.Errorf("%s: the edit %s → %s is not %s → %s", leaf, e.Published, e.Used, said, used)
				}
			} else if said != used {
				t.Errorf("%s %s: %s, published %s", name, leaf, used, said)
			}
		}
	}
	if compared != 64 || len(edited) != len(edits) {
		t.Errorf("%d figures were compared, %d of %d edits seen", compared, len(edited), len(edits))
	}
}

// publishedName is the name of the unit of a vector about Phú Thọ in 2026; "" of others.
// Satisfaction was published for August alone.
func publishedName(vector string) string {
	unit, _, _ := strings.Cut(vector, ", ")
	switch {
	case !strings.HasPrefix(vector, "Phú Thọ"), strings.Contains(vector, "Q3"), strings.Contains(vector, "August") && strings.Contains(vector, "online"):
		return ""
	case unit == "Phú Thọ – Văn phòng":
		return "Văn phòng UBND"
	}
	return strings.TrimPrefix(unit, "Phú Thọ – ")
}

// pair writes what was stated of a leaf.
func pair(in *scoring.Indicator) string {
	if in == nil || in.Num == nil {
		return "null"
	}
	return fmt.Sprintf("%d/%d", *in.Num, *in.Den)
}

// TestScored evaluates the index on what was achieved: every unit has a score, and the
// province that of its published counts, but for the edits.
func TestScored(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	w, files := synth.PhuTho2026(), synth.Memory{}
	if _, err := w.Generate(&synth.Options{Scale: scale(t)}, files); err != nil {
		t.Fatal(err)
	}
	index := standard(t)
	units, faults := index.ReadCounts(bytes.NewReader(files["counts.achieved.jsonl"]))
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	if results, faults := index.Score(units); len(results) != 164 || faults.Err() != nil {
		t.Errorf("%d results, %v", len(results), faults)
	}
	var stated bytes.Buffer
	for _, line := range w.Targets() {
		fmt.Fprintln(&stated, string(jsonOf(t, line)))
	}
	units, faults = index.ReadCounts(&stated)
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	results, faults := index.Score(units)
	if faults.Err() != nil || len(results) != 164 {
		t.Fatal(len(results), faults)
	}
	got := map[string]scoring.Points{}
	for i, id := range index.Nodes() {
		got[id] = results[0].Nodes[i].Points
	}
	// as published (index766.md §3.4), and 5.4 of August, to the hundredth
	want := map[string]scoring.Points{"CKMB": 796, "TDGQ": 1768, "CLGQ": 856, "TTTT": 667, "MDSH": 959, "MDHL": 442 + 333 + 522}
	for id, points := range want {
		if got[id] != points {
			t.Errorf("%s has %d points, want %d", id, got[id], points)
		}
	}
}

// smallest is the fingerprint of the files of Small for one seed. It is the same on
// every machine; it changes when the drawing or the form of a message does.
const smallest = "0f7914abbc21b4b9d783872e8c10e4d1d57b41e82092449d5030d2945843be7e"

func TestFingerprint(t *testing.T) {
	files := synth.Memory{}
	if _, err := synth.Small().Generate(&synth.Options{Seed: 1}, files); err != nil {
		t.Fatal(err)
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s %d\n", name, len(files[name]))
		h.Write(files[name])
	}
	if got := fmt.Sprintf("%x", h.Sum(nil)); got != smallest {
		t.Errorf("the files of Small are now %s", got)
	}
}

// TestSmall holds the small world to its size: it is to be embedded.
func TestSmall(t *testing.T) {
	files := synth.Memory{}
	lines, err := synth.Small().Generate(&synth.Options{Seed: 1, Gzip: true}, files)
	if err != nil {
		t.Fatal(err)
	}
	if problems := reached(synth.Small().Targets(), lines); problems != nil {
		t.Error(problems)
	}
	if n := *lines[0].Indicators["2.1"].Den; n != 2000 || len(lines) != 8 {
		t.Errorf("%d dossiers of %d units", n, len(lines))
	}
	if n := len(files["dossiers.jsonl.gz"]); n > 200_000 {
		t.Errorf("%d bytes", n)
	}
}

// BenchmarkWhole makes phutho-2026, compressed, at MOTCUA_SCALE.
func BenchmarkWhole(b *testing.B) {
	w := synth.PhuTho2026()
	o := &synth.Options{Seed: 1, Scale: scale(b), Gzip: true}
	b.ReportAllocs()
	for b.Loop() {
		lines, err := w.Generate(o, synth.Memory{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(*lines[0].Indicators["5.4"].Den), "dossiers/op")
	}
}
