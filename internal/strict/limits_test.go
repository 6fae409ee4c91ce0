package strict_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// TestNoDocumentIsSlow reads documents that each do much of one thing, in the
// time of encoding/json times a factor. It is about ten; what grows by the
// square takes thousands of times as long, on however busy a machine.
func TestNoDocumentIsSlow(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: times mean nothing under the race detector")
	}
	const many = 20_000
	list := func(open, shut string, item func(i int) string) string {
		var items []string
		for i := range many {
			items = append(items, item(i))
		}
		return open + strings.Join(items, ",\n") + shut
	}
	member := func(i int) string { return fmt.Sprintf("%q: 1", "m"+strconv.Itoa(i)) }
	same := func(int) string { return `"same": 1` }
	name := strings.Repeat("n", 1<<18)
	for _, c := range []struct {
		name, document string
		into           any
		faults         int
	}{
		{"members of a map", list("{", "}", member), new(map[string]int), 0},
		{"unknown members", list("{", "}", member), new(sample), many},
		{"unknown members of nearly a name", list("{", "}", func(i int) string { return fmt.Sprintf(`"uint%d": 1`, 100+i) }), new(sample), many},
		{"one member", list("{", "}", same), new(map[string]int), many - 1},
		{"wrong items", list("[", "]", func(int) string { return `""` }), new([]int), many},
		{"objects", list("[", "]", func(int) string { return "{}" }), new([]inner), 2 * many},
		{"spaces", strings.Repeat(" \n", 1<<19), new(inner), 1},
		{"escapes", `"` + strings.Repeat(`\u0041`, 1<<18) + `"`, new(string), 0},
		{"a long unknown name", `{"` + name + `": 1, "` + name + `m": 1}`, new(sample), 2},
		{"a long name around much", `{"` + name + `": [` + strings.Repeat("1,", 1<<17) + `1]}`, new(map[string][]int), 0},
		{"a long name around many faults", `{"` + name + `": [` + strings.Repeat(`"",`, 1<<16) + `""]}`, new(map[string][]int), -1},
		{"a long name around many doubles", `{"` + name + `": ` + list("{", "}", same) + `}`, new(sample), -1},
		{"a long name around own faults", `{"` + name + `": ` + list("[", "]", func(int) string { return `{"a": -1}` }) + `}`, new(map[string][]tally), -1},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "_"), func(t *testing.T) {
			began := time.Now()
			_ = json.Unmarshal([]byte(c.document), new(any)) // some are no JSON
			allowed := 500 * max(time.Since(began), 10*time.Millisecond)
			began = time.Now()
			reading := strict.Decode([]byte(c.document), c.into, 1)
			reading.Locate(motcua.Faults{{Pointer: "/" + name + "/19999"}, {Pointer: "/m19999"}})
			if took := time.Since(began); took > allowed {
				t.Errorf("took %v of %v", took, allowed)
			}
			more := slices.ContainsFunc(reading.Faults, func(f *motcua.Fault) bool { return f.Code == strict.CodeMore })
			if n := len(reading.Faults); c.faults < 0 && (!more || n > 100) || c.faults >= 0 && n != c.faults {
				t.Errorf("%d faults, want %d; too many to list: %t", n, c.faults, more)
			}
		})
	}
}

// TestMoreFaults: the list ends, and says so where it ends.
func TestMoreFaults(t *testing.T) {
	document := `{"` + strings.Repeat("n", 1<<16) + `": [` + strings.Repeat("\n1,", 1000) + "1]}"
	faults := strict.Decode([]byte(document), new(map[string][]string), 1).Faults
	i := slices.IndexFunc(faults, func(f *motcua.Fault) bool { return f.Code == strict.CodeMore })
	if n := len(faults); n < 200 || n > 300 || i < n-2 || faults[i].Pointer != "" || faults[i].Line < n-2 || faults.Err() == nil {
		t.Errorf("of %d faults number %d ends the list: %v", n, i, faults[i])
	}
}

func BenchmarkDecode(b *testing.B) {
	document := []byte(sampleDocument)
	b.SetBytes(int64(len(document)))
	b.ReportAllocs()
	for b.Loop() {
		var v sample
		if reading := strict.Decode(document, &v, 1); reading.Faults != nil {
			b.Fatal(reading.Faults)
		}
	}
}
