package counting_test

import (
	"runtime"
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
	byClosures := plan.New(names, counting.Basis{})
	hand, closing, functions := counting.NewHand(byHand), counting.NewHand(byClosures), closures(names)
	for _, r := range benchDossiers(names, 5000) {
		if err := tally.Add(tableOf(t, "dossier"), &r); err != nil {
			t.Fatal(err)
		}
		hand.Add(&r)
		closing.AddBy(functions, &r)
	}
	if !tally.Equal(byHand) || !tally.Equal(byClosures) {
		t.Error("the loop by hand, or that of functions, counts otherwise")
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

// closures are the dossiers' measures as a program without masks would have them: one
// function for each predicate, put together of functions, as known at the reception.
func closures(names *counting.Names) []func(*counting.Row) bool {
	type closure = func(*counting.Row) bool
	flag := func(name string, want uint32) closure {
		bit, _, _ := counting.Slot("dossier", name)
		return func(r *counting.Row) bool { return r.Known>>bit&1 == 1 && r.Flags>>bit&1 == want }
	}
	all := func(list ...closure) closure {
		return func(r *counting.Row) bool {
			for _, holds := range list {
				if !holds(r) {
					return false
				}
			}
			return true
		}
	}
	online := names.ID("2")
	filed := func(r *counting.Row) bool { return r.Codes[3] == online }
	inTime := func(r *counting.Row) bool { return r.Times[2] != counting.Null && r.Times[2] >= r.Times[1] }
	paid := all(flag("feeDue", 1), flag("paidOnline", 1))
	return []closure{
		all(), inTime, filed, flag("feeDue", 1), paid, flag("resultElectronic", 1), flag("digitised", 1), flag("reused", 1),
		flag("stored", 1), flag("populationUsed", 1), all(flag("disliked", 0), flag("complained", 0), inTime), filed, paid,
	}
}

// BenchmarkAdd counts the same dossiers four ways in one run: compiled, row by row and
// many at once, by hand over the same storage, and over it with a function for each
// predicate, which know beforehand what the plan finds out: when each can turn.
func BenchmarkAdd(b *testing.B) {
	names, plan, table := counting.NewNames(), portalPlan(b), tableOf(b, "dossier")
	rows := benchDossiers(names, benchRows)
	tally, together := plan.New(names, counting.Basis{}), plan.New(names, counting.Basis{})
	hand := counting.NewHand(plan.New(names, counting.Basis{}))
	functions, handBy := closures(names), counting.NewHand(plan.New(names, counting.Basis{}))
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
			if _, err := together.AddRows(table, rows); err != nil {
				b.Fatal(err)
			}
		},
		func() {
			for i := range rows {
				handBy.AddBy(functions, &rows[i])
			}
		},
	}
	for _, way := range ways { // makes the cells
		way()
	}
	best := []time.Duration{1 << 60, 1 << 60, 1 << 60, 1 << 60}
	for b.Loop() {
		for i, way := range ways {
			start := time.Now()
			way()
			best[i] = min(best[i], time.Since(start))
		}
	}
	for i, name := range []string{"add", "hand", "rows", "closures"} {
		b.ReportMetric(float64(best[i])/benchRows, name+"-ns/row")
	}
	b.ReportMetric(float64(best[0])/float64(best[1]), "add/hand")
	b.ReportMetric(float64(best[2])/float64(best[1]), "rows/hand")
	b.ReportMetric(float64(best[2])/float64(best[3]), "rows/closures")
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

// BenchmarkMemory counts two million dossiers of a year in 332 communes, which fill
// their cells as twenty million fill those of 3,321: ten times the bytes is what the
// country takes.
func BenchmarkMemory(b *testing.B) {
	const n = 2_000_000
	for b.Loop() {
		names := counting.NewNames()
		d, t := newDossiers(names, 332), portalPlan(b).New(names, counting.Basis{})
		heap := func() float64 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			return float64(m.HeapAlloc)
		}
		before := heap()
		for range n {
			r := d.next()
			if err := t.Add(tableOf(b, "dossier"), &r); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric((heap()-before)/n, "bytes/dossier")
		b.ReportMetric(float64(len(binaryOf(b, t)))/n, "bytes/dossier-binary")
		runtime.KeepAlive(t)
	}
}
