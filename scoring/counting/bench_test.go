package counting_test

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

const benchRows = 200_000

func benchDossiers(names *counting.Names, n int) []counting.Row {
	d := newDossiers(names, 3321)
	rows := make([]counting.Row, n)
	for i := range rows {
		rows[i] = d.next()
	}
	return rows
}

// TestHandAgrees shows that the loop the benchmark compares with counts the same.
func TestHandAgrees(t *testing.T) {
	names := counting.NewNames()
	plan := portalPlan(t)
	tally, byHand := plan.New(names, counting.Basis{}), plan.New(names, counting.Basis{})
	hand := counting.NewHand(byHand)
	for _, r := range benchDossiers(names, 5000) {
		if err := tally.Add(tableOf(t, "dossier"), &r); err != nil {
			t.Fatal(err)
		}
		hand.Add(&r)
	}
	if !tally.Equal(byHand) {
		t.Error("the loop by hand counts otherwise")
	}
}

// TestAddAllocatesNothing counts rows whose cells are there.
func TestAddAllocatesNothing(t *testing.T) {
	names, table := counting.NewNames(), tableOf(t, "dossier")
	rows := benchDossiers(names, 2000)
	tally := portalPlan(t).New(names, counting.Basis{})
	count := func() {
		for i := range rows {
			if err := tally.Add(table, &rows[i]); err != nil {
				t.Fatal(err)
			}
		}
		for i := range rows[:1000] {
			if err := tally.Sub(table, &rows[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	count()
	if n := testing.AllocsPerRun(5, count); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// closure is a measure as a program without masks would have it.
type closure func(r *counting.Row) bool

func closures(names *counting.Names) []closure {
	flag := func(name string) closure {
		bit, _, _ := counting.Slot("dossier", name)
		return func(r *counting.Row) bool { return r.Known>>bit&1 == 1 && r.Flags>>bit&1 == 1 }
	}
	both := func(a, b closure) closure { return func(r *counting.Row) bool { return a(r) && b(r) } }
	not := func(a closure) closure { return func(r *counting.Row) bool { return !a(r) } }
	online := names.ID("2")
	onTime := func(r *counting.Row) bool { return r.Times[3] != counting.Null && r.Times[3] <= r.Times[2] }
	filed := func(r *counting.Row) bool { return r.Codes[3] == online }
	paid := both(flag("feeDue"), flag("paidOnline"))
	return []closure{
		func(*counting.Row) bool { return true }, onTime, filed, filed, paid, flag("feeDue"), paid, flag("resultElectronic"),
		flag("digitised"), flag("reused"), flag("stored"), flag("populationUsed"), func(*counting.Row) bool { return true },
		both(both(not(flag("disliked")), not(flag("complained"))), onTime),
	}
}

// BenchmarkAdd counts the same dossiers three ways in one run: compiled, by hand over
// the same storage, and by closures into a map of units and days, which even so know
// nothing of distinct keys or of what falls due later.
func BenchmarkAdd(b *testing.B) {
	names, plan, table := counting.NewNames(), portalPlan(b), tableOf(b, "dossier")
	rows := benchDossiers(names, benchRows)
	tally := plan.New(names, counting.Basis{})
	hand := counting.NewHand(plan.New(names, counting.Basis{}))
	conditions, cells := closures(names), map[[2]int64]*[14]int64{}
	ways := []func(){
		func() {
			for i := range rows {
				if err := tally.Add(table, &rows[i]); err != nil {
					b.Fatal(err)
				}
			}
		},
		func() {
			for i := range rows {
				hand.Add(&rows[i])
			}
		},
		func() {
			for i := range rows {
				r := &rows[i]
				key := [2]int64{int64(r.Codes[0]), (r.Times[1] + 25200) / 86400}
				cell := cells[key]
				if cell == nil {
					cell = new([14]int64)
					cells[key] = cell
				}
				for c, holds := range conditions {
					if holds(r) {
						cell[c]++
					}
				}
			}
		},
	}
	for _, way := range ways { // makes the cells
		way()
	}
	best := []time.Duration{1 << 60, 1 << 60, 1 << 60}
	for b.Loop() {
		for i, way := range ways {
			start := time.Now()
			way()
			best[i] = min(best[i], time.Since(start))
		}
	}
	b.ReportMetric(float64(best[0])/benchRows, "ns/row")
	b.ReportMetric(float64(best[0])/float64(best[1]), "times-by-hand")
	b.ReportMetric(float64(best[2])/float64(best[0]), "times-faster-than-closures")
}

// benchTally is a country's year: 3,321 units, the dossiers of the benchmarks.
func benchTally(b *testing.B, n int) *counting.Tally {
	names := counting.NewNames()
	rows := benchDossiers(names, n)
	t := portalPlan(b).New(names, counting.Basis{})
	for i := range rows {
		if err := t.Add(tableOf(b, "dossier"), &rows[i]); err != nil {
			b.Fatal(err)
		}
	}
	return t
}

func BenchmarkEncode(b *testing.B) {
	t := benchTally(b, benchRows)
	data := binaryOf(b, t)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		data, _ = t.AppendBinary(data[:0])
	}
	b.ReportMetric(float64(len(data))/benchRows, "bytes/dossier")
}

func BenchmarkDecode(b *testing.B) {
	t := benchTally(b, benchRows)
	data := binaryOf(b, t)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := t.Plan().ReadTally(data, counting.Basis{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMerge(b *testing.B) {
	t := benchTally(b, benchRows)
	other, err := t.Plan().ReadTally(binaryOf(b, t), counting.Basis{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(binaryOf(b, t))))
	for b.Loop() {
		if err := t.Merge(other); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(other.Cells()), "ns/cell")
}

// BenchmarkAll reads every unit of the country for a year.
func BenchmarkAll(b *testing.B) {
	t := benchTally(b, 1_000_000)
	year, _ := scoring.ParsePeriod("2026")
	for b.Loop() {
		board, err := t.All(counting.Window{Period: year})
		if err != nil || len(board) != 3321 {
			b.Fatal(len(board), err)
		}
	}
	b.ReportMetric(float64(t.Cells()), "cells")
}

// BenchmarkSeries reads the country's year to date at the end of each of 52 weeks.
func BenchmarkSeries(b *testing.B) {
	t := benchTally(b, benchRows)
	var windows []counting.Window
	for week := range 52 {
		w, err := counting.YearToDate(motcua.MustDate("2026-01-04").AddDays(7 * week))
		if err != nil {
			b.Fatal(err)
		}
		windows = append(windows, w)
	}
	for b.Loop() {
		if _, err := t.Series(windows); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLivePut(b *testing.B) {
	names, table := counting.NewNames(), tableOf(b, "dossier")
	rows := benchDossiers(names, benchRows)
	live := portalPlan(b).Live(names, counting.Basis{}, time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))
	for i := range rows {
		if err := live.Put(i, table, rows[i]); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if err := live.Put(i%benchRows, table, rows[(i*7)%benchRows]); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

// BenchmarkMemory counts a million dossiers and then another, and reports what the
// second took: the cells of a year fill up, so that the next cost less than the first.
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		names := counting.NewNames()
		d, t := newDossiers(names, 3321), portalPlan(b).New(names, counting.Basis{})
		heap := func() float64 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			return float64(m.HeapAlloc)
		}
		sizes := []float64{heap()}
		for range 2 {
			for range 1_000_000 {
				r := d.next()
				if err := t.Add(tableOf(b, "dossier"), &r); err != nil {
					b.Fatal(err)
				}
			}
			sizes = append(sizes, heap())
		}
		slices.Sort(sizes)
		b.ReportMetric((sizes[1]-sizes[0])/1e6, "bytes/dossier-first-million")
		b.ReportMetric((sizes[2]-sizes[0])/2e6, "bytes/dossier-two-million")
		runtime.KeepAlive(t)
	}
}
