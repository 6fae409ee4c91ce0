package scoring_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// countsRow is one line of a file and the faults it must have.
type countsRow struct {
	why, line string
	want      []string // code and pointer, in order; a trailing ? marks a warning
}

// goodCounts has no fault.
const goodCounts = `{"unit":"H44","level":"province","indicators":{"2.1":{"num":3,"den":5}}}`

var countsRows = []countsRow{
	{"numbers out of range", `{"unit":"a","indicators":{"2.1":{"num":9007199254740992,"den":9007199254740993}}}`, []string{"SCO-CNT-02 /indicators/2.1/den", "SCO-CNT-02 /indicators/2.1/num"}},
	{"beyond what a number can be", `{"unit":"a","indicators":{"2.1":{"num":1,"den":99999999999999999999}}}`, []string{"DOC-VALUE-02 /indicators/2.1/den"}},
	{"negative", `{"unit":"a","indicators":{"2.1":{"num":-1,"den":5},"3.6":{"num":1,"den":-5}}}`, []string{"SCO-CNT-02 /indicators/2.1/num", "SCO-CNT-02 /indicators/3.6/den"}},
	{"negative last year", `{"unit":"a","indicators":{"1.4":{"num":1,"den":0,"annual":-12}}}`, []string{"SCO-CNT-02 /indicators/1.4/annual"}},
	{"no whole number", `{"unit":"a","indicators":{"2.1":{"num":1.5,"den":5}}}`, []string{"DOC-VALUE-02 /indicators/2.1/num"}},
	{"a denominator that is a text", `{"unit":"a","indicators":{"2.1":{"num":3,"den":"5"}}}`, []string{"DOC-VALUE-01 /indicators/2.1/den"}},
	{"both wrong, each its own way", `{"unit":"a","indicators":{"2.1":{"num":"3","den":-5}}}`, []string{"SCO-CNT-02 /indicators/2.1/den", "DOC-VALUE-01 /indicators/2.1/num"}},
	{"a pair that is a number", `{"unit":"a","indicators":{"2.1":0.6}}`, []string{"DOC-VALUE-01 /indicators/2.1"}},
	{"numerator above the denominator of a subset", `{"unit":"a","indicators":{"2.1":{"num":6,"den":5}}}`, []string{"SCO-CNT-03 /indicators/2.1/num"}},
	{"the same above nothing", `{"unit":"a","indicators":{"5.2":{"num":1,"den":0}}}`, []string{"SCO-CNT-03 /indicators/5.2/num"}},
	{"numerator above the denominator of two sources", `{"unit":"b","indicators":{"3.1":{"num":6,"den":5}}}`, []string{"SCO-CNT-04 /indicators/3.1/num?"}},
	{"half pairs", `{"unit":"a","indicators":{"2.1":{"num":6},"3.3":{"num":null,"den":5},"3.6":{"den":5}}}`, []string{"SCO-CNT-05 /indicators/2.1", "SCO-CNT-05 /indicators/3.3", "SCO-CNT-05 /indicators/3.6"}},
	{"a null is no absence", `{"unit":"a","indicators":{"2.1":{},"3.3":{"num":null},"3.6":{"annual":5}}}`, []string{"SCO-CNT-05 /indicators/2.1", "SCO-CNT-05 /indicators/3.3", "SCO-CNT-05 /indicators/3.6"}},
	{"a value and a pair", `{"unit":"a","indicators":{"2.1":{"num":6,"den":7,"value":"0.5"}}}`, []string{"SCO-CNT-05 /indicators/2.1"}},
	{"unknown indicators", `{"unit":"a","indicators":{"2.1":{"num":1,"den":7},"2.3":{"num":1,"den":7},"3.4":null}}`, []string{"SCO-CNT-01 /indicators/2.3", "SCO-CNT-01 /indicators/3.4"}},
	{"a group is no indicator", `{"unit":"a","indicators":{"TTTT":{"num":1,"den":7}}}`, []string{"SCO-CNT-01 /indicators/TTTT"}},
	{"an unknown level", `{"unit":"a","level":"district","indicators":{}}`, []string{"SCO-CNT-06 /level"}},
	{"an indicator the level does not have", `{"unit":"c","level":"commune","indicators":{"3.1":{"num":1,"den":7}}}`, []string{"SCO-CNT-07 /indicators/3.1?"}},
	{"a period that is none", `{"unit":"a","period":"2026-13","indicators":{}}`, []string{"DOC-VALUE-02 /period"}},
	{"no unit", `{"indicators":{}}`, []string{"DOC-MEMBER-03 /unit"}},
	{"a unit without a code", `{"unit":"","indicators":{}}`, []string{"SCO-CNT-09 /unit"}},
	{"no indicators", `{"unit":"a"}`, []string{"DOC-MEMBER-03 /indicators"}},
	{"an indicator twice", `{"unit":"a","indicators":{"2.1":{"num":1,"den":7},"2.1":{"num":2,"den":7}}}`, []string{"DOC-MEMBER-01 /indicators/2.1"}},
	{"a count twice", `{"unit":"a","indicators":{"2.1":{"num":1,"num":2,"den":7}}}`, []string{"DOC-MEMBER-01 /indicators/2.1/num"}},
	{"a member nobody knows", `{"unit":"a","indicators":{},"levl":"province"}`, []string{"DOC-MEMBER-02 /levl"}},
	{"no JSON", `{"unit":"a","indicators":{}`, []string{"DOC-SYNTAX-01 "}},
	{"no object", `["a"]`, []string{"DOC-VALUE-01 "}},
	{"two units on one line", goodCounts + goodCounts, []string{"DOC-SYNTAX-01 "}},
	{"many at once", `{"unit":"","level":"x","indicators":{"2.1":{"num":9,"den":5},"3.6":{"num":1},"z":null}}`, []string{"SCO-CNT-03 /indicators/2.1/num", "SCO-CNT-05 /indicators/3.6", "SCO-CNT-01 /indicators/z", "SCO-CNT-06 /level", "SCO-CNT-09 /unit"}},
}

// describedFaults lists faults as the rows do.
func describedFaults(faults motcua.Faults) []string {
	var out []string
	for _, f := range faults {
		text := f.Code + " " + f.Pointer
		if f.Severity == motcua.SeverityWarning {
			text += "?"
		}
		out = append(out, text)
	}
	return out
}

// TestCountsFaults reads each line alone.
func TestCountsFaults(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	for _, row := range countsRows {
		t.Run(row.why, func(t *testing.T) {
			_, faults := x.ParseCounts([]byte(row.line))
			if got := describedFaults(faults); fmt.Sprint(got) != fmt.Sprint(row.want) {
				t.Errorf("got  %q\nwant %q", got, row.want)
			}
			for _, f := range faults {
				if f.Line != 1 || f.Message.Vi == "" || f.Message.En == "" {
					t.Errorf("line %d, message %+v", f.Line, f.Message)
				}
			}
		})
	}
}

// TestCountsFile reads all lines as one file, good ones in between: every fault
// is told with its line, and the good lines come back.
func TestCountsFile(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	var file strings.Builder
	var want []string
	good := map[string]bool{}
	for i, row := range countsRows {
		unit := fmt.Sprintf("good-%02d", i)
		fmt.Fprintf(&file, "%s\n\n%s\n", strings.Replace(goodCounts, "H44", unit, 1), row.line)
		good[unit] = true
		for _, w := range row.want {
			want = append(want, fmt.Sprintf("%d %s", 3*i+3, w))
		}
		if last := row.want[len(row.want)-1]; strings.HasSuffix(last, "?") { // a warning stops nothing
			good[row.line[len(`{"unit":"`):len(`{"unit":"b`)]] = true
		}
	}
	units, faults := x.ReadCounts(strings.NewReader(file.String()))
	var got []string
	for i, text := range describedFaults(faults) {
		got = append(got, fmt.Sprintf("%d %s", faults[i].Line, text))
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, c := range units {
		if !good[c.Unit] {
			t.Errorf("line %d, unit %q, was not good", c.Line, c.Unit)
		}
		delete(good, c.Unit)
	}
	if len(good) != 0 {
		t.Errorf("lost the good units %v", good)
	}
	results, _ := x.Score(units)
	if len(results) != len(units) {
		t.Errorf("%d results of %d units", len(results), len(units))
	}
}

// TestUnitsTogether finds what is wrong between lines: a unit twice, and circles
// of parents of any length.
func TestUnitsTogether(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	unit := func(name, parent string) string {
		return fmt.Sprintf(`{"unit":%q,"parent":%q,"indicators":{"2.1":{"num":3,"den":5}}}`, name, parent)
	}
	ring := func(n int) (lines []string) {
		for i := range n {
			lines = append(lines, unit(fmt.Sprint("u", i), fmt.Sprint("u", (i+1)%n)))
		}
		return lines
	}
	tests := []struct {
		name  string
		lines []string
		want  string // line, code and pointer of the fault
	}{
		{"a tree", []string{unit("a", "b"), unit("b", "c"), unit("c", "VN")}, ""},
		{"a unit twice", []string{unit("a", ""), unit("b", ""), unit("a", "")}, "3 SCO-CNT-09 /unit"},
		{"a unit above itself", ring(1), "1 SCO-CNT-09 /parent"},
		{"two above each other", ring(2), "1 SCO-CNT-09 /parent"},
		{"a circle of three", ring(3), "1 SCO-CNT-09 /parent"},
		{"a circle of twenty", ring(20), "1 SCO-CNT-09 /parent"},
		{"a way into a circle", append([]string{unit("a", "u0")}, ring(2)...), "2 SCO-CNT-09 /parent"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			units, faults := x.ReadCounts(strings.NewReader(strings.Join(tt.lines, "\n")))
			got := ""
			for i, text := range describedFaults(faults) {
				got += fmt.Sprintf("%d %s", faults[i].Line, text)
			}
			if got != tt.want {
				t.Errorf("faults %q, want %q", got, tt.want)
			}
			if want := len(tt.lines) - strings.Count(tt.want, "/unit"); len(units) != want { // the second of two is left out
				t.Errorf("%d units, want %d", len(units), want)
			}
		})
	}
}

// TestPeriods holds periods to the day of asking and to the formula in force.
func TestPeriods(t *testing.T) {
	older, newer := shippedIndex(t, "vn.766", "portal-2022"), shippedIndex(t, "vn.766", "portal-2026")
	tests := []struct {
		x            *scoring.Index
		period, asOf string
		want         string
	}{
		{newer, "2026-10", "2026-10-10", ""},
		{newer, "2026-10", "2026-10-01", ""}, // begins today
		{newer, "2026-10", "2026-09-30", "SCO-CNT-08 /period"},
		{newer, "2027", "2026-12-31", "SCO-CNT-08 /period"},
		{newer, "2026-01-01/2026-10-10", "2026-10-10", ""},
		{newer, "", "2026-10-10", ""},
		{newer, "2025-12", "2026-10-10", "SCO-CNT-08 /period?"}, // of the other formula
		{older, "2025-12", "2026-10-10", ""},
		{older, "2026-01", "2026-10-10", "SCO-CNT-08 /period?"},
		{older, "2025-12-15/2026-01-15", "2026-10-10", "SCO-CNT-08 /period?"}, // across the switch
		{newer, "2026-W01", "2026-10-10", "SCO-CNT-08 /period?"},              // begins on 29 December 2025
	}
	for _, tt := range tests {
		t.Run(tt.x.Version()+" "+tt.period+" on "+tt.asOf, func(t *testing.T) {
			c := tt.x.Counts("H44")
			c.Line = 7
			if tt.period != "" {
				if err := c.Period.UnmarshalText([]byte(tt.period)); err != nil {
					t.Fatal(err)
				}
			}
			faults := tt.x.CheckPeriods([]scoring.Counts{c}, motcua.MustDate(tt.asOf))
			if got := strings.Join(describedFaults(faults), " "); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if len(faults) == 1 && faults[0].Line != 7 {
				t.Errorf("line %d, want 7", faults[0].Line)
			}
		})
	}
}
