package scoring_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

func BenchmarkEvaluate(b *testing.B) {
	x := portal(b, "portal-2026")
	c := benchUnit(b, x)
	var r scoring.Result
	b.ReportAllocs()
	for b.Loop() {
		if err := x.Evaluate(&c, &r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAgainstNaive reports how many times faster the package is than the
// second implementation of these tests, in fractions of math/big.
func BenchmarkAgainstNaive(b *testing.B) {
	x := portal(b, "portal-2026")
	c := benchUnit(b, x)
	d := x.Definition()
	var r scoring.Result
	var own, naive time.Duration
	for b.Loop() {
		start := time.Now()
		for range 100 {
			if err := x.Evaluate(&c, &r); err != nil {
				b.Fatal(err)
			}
		}
		middle := time.Now()
		naiveEvaluate(d, &c)
		own, naive = own+middle.Sub(start)/100, naive+time.Since(middle)
	}
	b.ReportMetric(float64(naive)/float64(own), "times-naive")
}

// BenchmarkCountry scores, rolls up and ranks 34 provinces and 3,321 communes.
func BenchmarkCountry(b *testing.B) {
	x := portal(b, "portal-2026")
	units := benchCountry(b, x)
	b.ReportAllocs()
	for b.Loop() {
		rolled, faults := x.RollUp(units)
		if err := faults.Err(); err != nil {
			b.Fatal(err)
		}
		results, faults := x.Score(rolled)
		if err := faults.Err(); err != nil || len(results) != len(units) {
			b.Fatal(len(results), err)
		}
		if _, err := league.Rank(results, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMean(b *testing.B) {
	x := portal(b, "portal-2026")
	c := benchUnit(b, x)
	results := make([]scoring.Result, 34)
	for i := range results {
		if err := x.Evaluate(&c, &results[i]); err != nil {
			b.Fatal(err)
		}
	}
	country := x.Counts("VN")
	for b.Loop() {
		if _, err := x.Mean(country, results); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlan plans for Phú Thọ, a little way and as far as it goes.
func BenchmarkPlan(b *testing.B) {
	x := portal(b, "portal-2026")
	c := benchUnit(b, x)
	for _, target := range []struct {
		name   string
		points scoring.Points
	}{{"to 65", 6500}, {"to 70", 7000}, {"to 100", 10000}} {
		b.Run(target.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.Plan(&c, target.points, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkReadCounts(b *testing.B) {
	x := portal(b, "portal-2026")
	var file bytes.Buffer
	out := json.NewEncoder(&file)
	for _, c := range benchCountry(b, x) {
		if err := out.Encode(lineOf(x, &c)); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if units, faults := x.ReadCounts(bytes.NewReader(file.Bytes())); faults.Err() != nil || len(units) == 0 {
			b.Fatal(faults)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	data := document(b, portal(b, "portal-2026").Definition())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scoring.Parse(data, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLost(b *testing.B) {
	x := portal(b, "portal-2026")
	c := benchUnit(b, x)
	var r scoring.Result
	if err := x.Evaluate(&c, &r); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if len(r.Lost()) == 0 {
			b.Fatal("nothing lost")
		}
	}
}
