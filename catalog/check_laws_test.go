package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
)

// drawVersions draws versions of one code with any days and times, sound or not.
func drawVersions(t *rapid.T, at func(int) time.Time) []Procedure {
	var versions []Procedure
	for n := range rapid.IntRange(1, 6).Draw(t, "versions") {
		p := Procedure{Code: "1.000001", Version: fmt.Sprint(n)}
		p.Validity.From = motcua.Date(rapid.IntRange(0, gridDays).Draw(t, "from"))
		p.Validity.To = motcua.Date(rapid.IntRange(0, gridDays+1).Draw(t, "to"))
		if m := rapid.IntRange(0, gridMoments).Draw(t, "known from"); m > 0 {
			p.Known.From = at(m)
		}
		if m := rapid.IntRange(0, gridMoments).Draw(t, "known to"); m > 0 {
			p.Known.To = at(m)
		}
		versions = append(versions, p)
	}
	return versions
}

// TestVersionsAgainstTheGrid: an overlap is told if and only if two sound versions hold at
// one point, once for a version; a version that is told to be hidden is never found.
func TestVersionsAgainstTheGrid(t *testing.T) {
	at := func(m int) time.Time { return time.Date(2026, 1, 1, m, 0, 0, 0, time.UTC) }
	rapid.Check(t, func(t *rapid.T) {
		versions := drawVersions(t, at)
		overlap, found := false, map[string]bool{}
		c := New(versions)
		for d := motcua.Date(1); d <= gridDays+2; d++ {
			for m := range gridMoments + 2 {
				holding := 0
				for _, p := range versions {
					if p.sound() && p.Validity.Contains(d) && p.Known.Contains(at(m)) {
						holding++
					}
				}
				overlap = overlap || holding > 1
				if p, ok := c.At(d, at(m)).Lookup("1.000001"); ok {
					found[p.Version] = true
				}
			}
		}
		told := map[string]bool{}
		for _, f := range checkVersions(versions) {
			if key := f.Code + f.Pointer; told[key] {
				t.Fatalf("told twice: %v", f)
			} else {
				told[key] = true
			}
			var n int
			if _, err := fmt.Sscanf(f.Pointer, "/%d", &n); err != nil {
				t.Fatal(err)
			}
			if f.Code == lintUnreachable && found[versions[n].Version] {
				t.Fatalf("version %d is found: %+v", n, versions)
			}
		}
		if any := slices.ContainsFunc(checkVersions(versions), func(f *motcua.Fault) bool { return f.Code == lintOverlap }); any != overlap {
			t.Fatalf("overlap told %v, is %v: %+v", any, overlap, versions)
		}
	})
}

// TestManyOfOneCode: a file that holds a version ten thousand times is told so in as many
// faults, and in no more.
func TestManyOfOneCode(t *testing.T) {
	versions := slices.Repeat([]Procedure{version("1.000001", "a", "2026-01-01", "", "", "")}, 10_000)
	if n := len(checkVersions(versions)); n != 2*9_999 {
		t.Errorf("%d faults", n)
	}
}

// TestNeverAgainstAll: a condition is told to be impossible if and only if no full answers
// meet it.
func TestNeverAgainstAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProcedure(t)
		p.Cases = nil
		for i := range p.Papers {
			p.Papers[i].Cases, p.Papers[i].OneOf, p.Papers[i].Data = nil, "", nil
		}
		met := make([]bool, len(p.Papers))
		for bits := range 1 << (len(p.Questions) + 1) {
			full := map[string]motcua.Scalar{"channel": motcua.TextScalar([]string{"online", "post"}[bits&1])}
			for i, q := range p.Questions {
				full[q.ID] = motcua.FlagScalar(bits>>(i+1)&1 == 1)
			}
			for i, n := range plainly(p, "", full) {
				met[i] = met[i] || n == NeedRequired
			}
		}
		faults := p.Check()
		for i := range p.Papers {
			told := slices.ContainsFunc(faults, func(f *motcua.Fault) bool {
				return f.Code == lintNever && f.Pointer == itemAt("papers", i, "when")
			})
			if told == met[i] {
				t.Fatalf("paper %d: told %v, met %v: %+v", i, told, met[i], p.Papers[i].When)
			}
		}
	})
}

// TestCircular holds the finding of circles to a plain walk from each node.
func TestCircular(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		node := rapid.StringMatching("[a-e]")
		edges := rapid.MapOf(node, rapid.SliceOfN(node, 0, 4)).Draw(t, "edges")
		got := circular(edges)
		for from := range edges {
			seen := map[string]bool{}
			var walk func(string)
			walk = func(at string) {
				for _, next := range edges[at] {
					if !seen[next] {
						seen[next] = true
						walk(next)
					}
				}
			}
			walk(from)
			if got[from] != seen[from] {
				t.Fatalf("%s: %v, plainly %v", from, got[from], seen[from])
			}
		}
	})
}

// TestScan: what a text holds, by examples on both sides of each edge.
func TestScan(t *testing.T) {
	for _, row := range []struct {
		text string
		want findings
	}{
		{"Nộp tại Bộ phận Một cửa – “tờ khai”;\r\n\t50 < 60 & 70 > 60, A&B; x<y", findings{}},
		{"a &amp; b", findings{markup: true}}, {"&#160;", findings{markup: true}}, {"R&D;", findings{}}, {"&lt;", findings{markup: true}}, {"&#", findings{}}, {"&1a;", findings{}},
		{"& ;", findings{}}, {"&averylongname;", findings{}}, {"&", findings{}},
		{"<br/>", findings{markup: true}}, {"</p>", findings{markup: true}}, {"<!-- x -->", findings{markup: true}},
		{"<a href='x'>", findings{markup: true}}, {"<", findings{}}, {"a<b và c", findings{}}, {"<5 ngày>", findings{}},
		{"<" + strings.Repeat("x", longestTag) + ">", findings{}}, // a tag is not that long
		{"<đơn>", findings{}},                                     // brackets around a word of Vietnamese, no tag
		{"\x00", findings{control: true}}, {"\x1f", findings{control: true}}, {"\x7f", findings{control: true}},
		{"\u0085", findings{control: true}}, {"\u00a0", findings{}}, {"\xff", findings{control: true}}, {"\u202e", findings{control: true}},
		{"\u202f", findings{}}, {"\u2066", findings{control: true}}, {"\u206a", findings{}}, {"\u200e", findings{}}, // stands in the records, and harms nobody
		{"e\u0302", findings{marks: true}}, {"\u036f", findings{marks: true}}, {"\u0370", findings{}},
		{"\ue000", findings{private: true}}, {"\uf8ff", findings{private: true}}, {"\uf900", findings{}}, {"\U000f0000", findings{private: true}}, {"\U0010ffff", findings{private: true}},
		{"🙂", findings{}},
	} {
		if got := scan(row.text); got != row.want {
			t.Errorf("%q: %+v, want %+v", row.text, got, row.want)
		}
	}
}
