package unit_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

// TestNoAllocation: a code in canonical form that has named one unit, in force, costs
// none, nor does finding a unit by its code, or its heirs while it is there itself.
func TestNoAllocation(t *testing.T) {
	r, at := unit.Standard(), motcua.MustDate("2026-03-01")
	for name, look := range map[string]func(){
		"Resolve, agency":      func() { _, _ = r.Resolve("H56", at, 0) },
		"Resolve, statistical": func() { _, _ = r.Resolve("gso:38", at, at) },
		"Resolve, bare":        func() { _, _ = r.Resolve("38", at, at) },
		"Find":                 func() { _, _ = r.Find(unit.SchemeStatistical, "24", at) },
		"Heirs":                func() { _ = r.Heirs("gso:38", at) },
		"Province":             func() { _, _ = r.Province("gso:38") },
	} {
		if n := testing.AllocsPerRun(100, look); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	r, at := unit.Standard(), motcua.MustDate("2026-03-01")
	for _, c := range []struct {
		name, code string
		used       motcua.Date
	}{
		{"direct", "H56", 0},
		{"direct-prefixed", "gso:38", 0},
		{"legacy-order", "000.00.00.H56", 0},
		{"reused", "24", 0},
		{"ended", "gso:30", 0},
		{"used-before", "15", motcua.MustDate("2024-01-01")},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Resolve(c.code, at, c.used); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	r, at := unit.Standard(), motcua.MustDate("2026-03-01")
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := r.Find(unit.SchemeStatistical, "24", at); !ok {
			b.Fatal("not found")
		}
	}
}

// BenchmarkNew parses and compiles what is shipped: what the first use costs.
func BenchmarkNew(b *testing.B) {
	var text strings.Builder
	if err := unit.Standard().Rows().Write(&text); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		rows, _ := unit.ParseRows([]byte(text.String()))
		if r, _ := unit.New(rows); r == nil {
			b.Fatal("no register")
		}
	}
}

// BenchmarkReal lays all the public lists over what is shipped: 13,400 units and 10,600
// successions.
func BenchmarkReal(b *testing.B) {
	for b.Loop() {
		laid(b)
	}
}

func BenchmarkResolveReal(b *testing.B) {
	r, _ := laid(b)
	at := motcua.MustDate("2026-07-25")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Resolve("00004", at, 0); err != nil {
			b.Fatal(err)
		}
	}
}
