package search_test

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/search"
)

const manyProcedures = 10_000

// suffixes make further procedures of real ones, as provinces and levels do.
var suffixes = []string{
	"", " (thực hiện tại cấp tỉnh)", " (thực hiện tại cấp xã)", " trên địa bàn tỉnh", " đối với hộ gia đình, cá nhân",
	" theo phương thức trực tuyến", " trong khu công nghiệp, khu kinh tế", " có yếu tố nước ngoài",
}

// manyEntries makes ten thousand procedures of the real ones.
func manyEntries(t testing.TB) []search.Entry {
	real := realEntries(t)
	list := make([]search.Entry, manyProcedures)
	for i := range list {
		e := real[i%len(real)]
		copied := i / len(real)
		e.Name += suffixes[copied%len(suffixes)]
		e.Code = motcua.ProcedureCode(fmt.Sprintf("%d%s", copied+1, e.Code[1:]))
		list[i] = e
	}
	return list
}

// typedQueries are all judged queries, and each of them as it is being typed.
func typedQueries(t testing.TB) []string {
	var list []string
	for _, file := range []string{"queries.jsonl", "heldout.jsonl"} {
		for _, q := range readJudged(t, file) {
			for i := range q.Query {
				if i > 0 {
					list = append(list, q.Query[:i])
				}
			}
			list = append(list, q.Query)
		}
	}
	return list
}

func quantile(list []time.Duration, hundredths int) time.Duration {
	return list[(len(list)-1)*hundredths/100]
}

// TestSpeed measures whole searches over ten thousand procedures, the best of three
// times each, since tests share their machine; the bound is loose for the same reason.
// The figures are logged.
func TestSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: times mean nothing under the race detector")
	}
	x := newIndex(t, manyEntries(t))
	queries := typedQueries(t)
	for _, facets := range [][]string{nil, {"field", "level", "body", "subject"}} {
		times := make([]time.Duration, 0, len(queries))
		for _, q := range queries {
			best := time.Hour
			for range 3 {
				start := time.Now()
				x.Search(search.Query{Text: q, Limit: 10, Facets: facets})
				best = min(best, time.Since(start))
			}
			times = append(times, best)
		}
		slices.Sort(times)
		t.Logf("%d queries, facets %v: p50 %v, p99 %v, longest %v", len(times), facets, quantile(times, 50), quantile(times, 99), times[len(times)-1])
		if p99 := quantile(times, 99); p99 > 20*time.Millisecond {
			t.Errorf("p99 is %v", p99)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	x := newIndex(b, manyEntries(b))
	run := func(name string, queries []string, facets []string) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				x.Search(search.Query{Text: queries[i%len(queries)], Limit: 10, Facets: facets})
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(float64(quantile(times, 50).Nanoseconds()), "p50-ns")
			b.ReportMetric(float64(quantile(times, 99).Nanoseconds()), "p99-ns")
		})
	}
	run("typed", typedQueries(b), nil)
	run("typedFacets", typedQueries(b), []string{"field", "level", "subject"})
	run("words", []string{"dang ky khai sinh", "cap lai giay phep lai xe"}, nil)
	run("listing", []string{""}, nil)
}

func BenchmarkNew(b *testing.B) {
	entries := manyEntries(b)
	b.ReportAllocs()
	for b.Loop() {
		newIndex(b, entries)
	}
	b.ReportMetric(float64(heldBy(b, entries))/float64(len(entries)), "bytes/procedure")
}

// heldBy measures the bytes an index holds, beside the names it shares with its
// entries.
func heldBy(t testing.TB, entries []search.Entry) int64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&before)
	x := newIndex(t, entries)
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(x)
	runtime.KeepAlive(entries)
	return int64(after.HeapAlloc) - int64(before.HeapAlloc)
}
