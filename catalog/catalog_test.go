package catalog

import (
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

// moment reads a time of Vietnam; "" is unset.
func moment(text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", text, motcua.Vietnam())
	if err != nil {
		panic(err)
	}
	return t
}

func day(text string) motcua.Date {
	if text == "" {
		return 0
	}
	return motcua.MustDate(text)
}

// version makes a version by the days of its validity and the times it was known.
func version(code, name, from, to, knownFrom, knownTo string) Procedure {
	return Procedure{
		Code: motcua.ProcedureCode(code), Version: name, Status: StatusPublic,
		Validity: motcua.Validity{From: day(from), To: day(to)}, Known: Span{From: moment(knownFrom), To: moment(knownTo)},
	}
}

// fines is the story of a procedure: announced in 2025 for the time from July, changed
// from 2026 on, and on 20 March 2026 found to have been wrong since 1 March; on 2 April
// it was corrected twice within the day.
func fines() []Procedure {
	return []Procedure{
		version("1.000001", "first", "2025-07-01", "2026-01-01", "2025-06-10 09:00", ""),
		version("1.000001", "second", "2026-01-01", "", "2025-12-01 09:00", "2026-03-20 14:00"),
		version("1.000001", "second, until March", "2026-01-01", "2026-03-01", "2026-03-20 14:00", ""),
		version("1.000001", "corrected", "2026-03-01", "", "2026-03-20 14:00", "2026-04-02 09:00"),
		version("1.000001", "morning", "2026-03-01", "", "2026-04-02 09:00", "2026-04-02 16:30"),
		version("1.000001", "evening", "2026-03-01", "", "2026-04-02 16:30", ""),
		version("1.000002", "ever", "", "", "", ""),
		version("1.000002.000.00.00.H56", "own", "2026-01-01", "", "", ""),
	}
}

func TestAt(t *testing.T) {
	for _, row := range []struct{ why, code, valid, known, want string }{
		{"what did we tell the citizen on 3 March", "1.000001", "2026-03-03", "2026-03-03 08:00", "second"},
		{"what should we have told", "1.000001", "2026-03-03", "2026-03-20 14:00", "corrected"},
		{"the moment before the correction", "1.000001", "2026-03-03", "2026-03-20 13:59", "second"},
		{"what we hold of that day now", "1.000001", "2026-03-03", "", "evening"},
		{"the last day that the correction leaves alone", "1.000001", "2026-02-28", "", "second, until March"},
		{"the first day of the correction", "1.000001", "2026-03-01", "", "evening"},
		{"the morning of a day with two corrections", "1.000001", "2026-04-02", "2026-04-02 09:00", "morning"},
		{"its last minute", "1.000001", "2026-04-02", "2026-04-02 16:29", "morning"},
		{"its evening", "1.000001", "2026-04-02", "2026-04-02 16:30", "evening"},
		{"a day that had no correction yet, asked in the morning", "1.000001", "2025-12-31", "2026-04-02 09:00", "first"},
		{"the new year, known before it came", "1.000001", "2026-01-01", "2025-12-01 09:00", "second"},
		{"the new year, not known yet", "1.000001", "2026-01-01", "2025-11-30 09:00", ""},
		{"before it was announced", "1.000001", "2025-06-30", "", ""},
		{"in force, but not known yet", "1.000001", "2025-07-01", "2025-06-10 08:59", ""},
		{"no day", "1.000001", "", "", ""},
		{"a code that is not there", "1.000009", "2026-03-03", "", ""},
		{"a version without bounds", "1.000002", "1945-09-02", "1945-09-02 14:00", "ever"},
		{"a province's own", "1.000002.000.00.00.H56", "2026-03-03", "", "own"},
		{"a province's own, before there was one: the national", "1.000002.000.00.00.H56", "2025-03-03", "", "ever"},
		{"another province: the national", "1.000002.000.00.00.H57", "2026-03-03", "", "ever"},
		{"a province's form of what only the nation has", "1.000001.000.00.00.H57", "2025-07-01", "", "first"},
		{"a code that is none", "x", "2026-03-03", "", ""},
	} {
		p, ok := New(fines()).At(day(row.valid), moment(row.known)).Lookup(motcua.ProcedureCode(row.code))
		got := ""
		if ok {
			got = p.Version
		}
		if got != row.want || ok != (p != nil) {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
	if faults := checkVersions(fines()); len(faults) > 0 {
		t.Errorf("the story is sound: %v", faults)
	}
}

// TestCatalogOrder: versions come by code, day and time, in whatever order they were
// given, and the caller's list stays as it is.
func TestCatalogOrder(t *testing.T) {
	want := []string{"first", "second", "second, until March", "corrected", "morning", "evening", "ever", "own"}
	given := fines()
	slices.Reverse(given)
	c := New(given)
	if given[0].Version != "own" {
		t.Error("the caller's list was sorted")
	}
	var got []string
	for p := range c.Versions() {
		got = append(got, p.Version)
	}
	if !slices.Equal(got, want) || c.Len() != len(want) {
		t.Errorf("%q, %d", got, c.Len())
	}
	codes := slices.Collect(c.Codes())
	if !slices.Equal(codes, []motcua.ProcedureCode{"1.000001", "1.000002", "1.000002.000.00.00.H56"}) {
		t.Errorf("%v", codes)
	}
	if n := len(c.VersionsOf("1.000001.000.00.00.H01")); n != 6 {
		t.Errorf("%d versions of a code with a suffix", n)
	}
	if c.VersionsOf("2.000001") != nil {
		t.Error("versions of a code that is not there")
	}
	var all []string
	for p := range c.At(day("2026-04-02"), time.Time{}).All() {
		all = append(all, p.Version)
	}
	if !slices.Equal(all, []string{"evening", "ever", "own"}) {
		t.Errorf("%q", all)
	}
}

// TestCatalogStops: a caller who has enough of a sequence gets no more of it, and one who
// appends to a list does not write into the catalogue.
func TestCatalogStops(t *testing.T) {
	c := New(fines())
	n := 0
	for range c.Versions() {
		n++
		break
	}
	for range c.Codes() {
		n++
		break
	}
	for range c.At(day("2026-04-02"), time.Time{}).All() {
		n++
		break
	}
	if n != 3 {
		t.Errorf("%d steps", n)
	}
	_ = append(c.VersionsOf("1.000001"), Procedure{Version: "intruder"})
	if got := c.VersionsOf("1.000002")[0].Version; got != "ever" {
		t.Errorf("%q", got)
	}
}

func TestEmptyCatalog(t *testing.T) {
	for name, s := range map[string]Snapshot{"no catalogue": {}, "an empty one": New(nil).At(day("2026-01-01"), time.Time{})} {
		if _, ok := s.Lookup("1.000001"); ok {
			t.Errorf("%s holds a procedure", name)
		}
		for range s.All() {
			t.Errorf("%s yields", name)
		}
	}
	if d := (New(nil).At(day("2026-01-01"), time.Time{})).Valid(); d != day("2026-01-01") {
		t.Error(d)
	}
}

// TestOverlapIsFoundAsStated: of two versions that hold at one point, which is a fault, the
// one known later is found, then the one valid later, whatever the order given.
func TestOverlapIsFoundAsStated(t *testing.T) {
	older := version("1.000001", "older", "2026-01-01", "", "2026-01-01 08:00", "")
	newer := version("1.000001", "newer", "2025-01-01", "", "2026-02-01 08:00", "")
	later := version("1.000001", "later", "2026-01-01", "", "2026-02-01 08:00", "")
	for _, given := range [][]Procedure{{older, newer, later}, {later, newer, older}, {newer, older, later}} {
		if p, _ := New(given).At(day("2026-03-01"), time.Time{}).Lookup("1.000001"); p.Version != "later" {
			t.Errorf("%q", p.Version)
		}
		if p, _ := New(given).At(day("2025-03-01"), time.Time{}).Lookup("1.000001"); p.Version != "newer" {
			t.Errorf("%q", p.Version)
		}
	}
}

func TestLookupAllocatesNothing(t *testing.T) {
	c := New(fines())
	valid, known := day("2026-03-03"), moment("2026-03-03 08:00")
	for _, code := range []motcua.ProcedureCode{"1.000001", "1.000001.000.00.00.H56", "9.999999"} {
		if n := testing.AllocsPerRun(100, func() { c.At(valid, known).Lookup(code) }); n != 0 {
			t.Errorf("%s: %v allocations", code, n)
		}
	}
}

func TestSpan(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2026, 1, 1, hour, 0, 0, 0, time.UTC) }
	always, morning, noon, open := Span{}, Span{at(8), at(12)}, Span{at(12), at(13)}, Span{From: at(12)}
	for _, row := range []struct {
		a, b Span
		want bool
	}{
		{always, always, true}, {always, morning, true},
		{morning, noon, false}, // 12:00 is no longer morning
		{morning, open, false}, {noon, open, true}, {open, Span{To: at(12)}, false}, {morning, Span{at(11), at(20)}, true},
	} {
		if row.a.Overlaps(row.b) != row.want || row.b.Overlaps(row.a) != row.want {
			t.Errorf("%v and %v: want %v", row.a, row.b, row.want)
		}
	}
	if morning.Contains(at(12)) || !morning.Contains(at(8)) || !always.Contains(at(0)) || !open.Contains(at(23)) || open.Contains(at(11)) {
		t.Error("a span holds its first instant and not its last")
	}
	if !always.IsZero() || open.IsZero() {
		t.Error("only the span without bounds is zero")
	}
}

func BenchmarkLookup(b *testing.B) {
	var versions []Procedure
	for i := range 10_000 {
		p := fines()[i%6]
		p.Code = motcua.ProcedureCode("1." + string([]byte{'0', '0' + byte(i/10000%10), '0' + byte(i/1000%10), '0' + byte(i/100%10), '0' + byte(i/10%10), '0' + byte(i%10)}))
		versions = append(versions, p)
	}
	c := New(versions)
	known := moment("2026-03-03 08:00")
	b.ReportAllocs()
	for b.Loop() {
		c.At(739678, known).Lookup("1.004567")
	}
}
