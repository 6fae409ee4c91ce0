package eventlog

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// FuzzSplit: a line that encoding/csv reads as one row, split reads as the same row.
func FuzzSplit(f *testing.F) {
	for _, line := range []string{`a,b`, `"a,""b",`, `,,`, `"a`, `"a"b`, `a"b`, ``, `""`, `"",""`} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		row, ok := split(line, nil)
		if line == "" || strings.ContainsAny(line, "\r\n") {
			return
		}
		in := csv.NewReader(strings.NewReader(line))
		in.LazyQuotes = !strings.Contains(line, `,"`) && !strings.HasPrefix(line, `"`) // a quote inside a field is text
		want, err := in.Read()
		if err == nil && (!ok || !slices.Equal(row, want)) {
			t.Errorf("%q is %q, %v, not %q", line, row, ok, want)
		}
		if err != nil && ok && in.LazyQuotes {
			t.Errorf("%q is %q, but %v", line, row, err)
		}
	})
}
