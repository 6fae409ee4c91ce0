package scoring_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// TestValues reads a table with everything a cell may hold.
func TestValues(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	table := "\uFEFFunit,name,level,parent,period,3.5,3.5b,3.6,4.6\n" +
		"H44,\"Phú Thọ, tỉnh\",province,VN,2026-08,68/313,119/313,309542/358625,null\n" +
		"\n" +
		"H44/x,,commune,H44,,,,0/0,\n"
	units, faults := x.ReadValues(strings.NewReader(table))
	if len(faults) != 0 || len(units) != 2 {
		t.Fatalf("%d units, %v", len(units), faults)
	}
	first, second := units[0], units[1]
	if first.Name != "Phú Thọ, tỉnh" || first.Level != "province" || first.Parent != "VN" || first.Period.String() != "2026-08" || first.Line != 2 {
		t.Errorf("%+v", first)
	}
	if second.Above == nil || second.Above.Unit != "H44" || second.Line != 4 || !second.Period.IsZero() {
		t.Errorf("%+v", second)
	}
	wantPoints(t, evaluated(t, x, first), map[string]string{"TTTT": "6.67", "4.6": "2.00", "2.1": "–"})
	wantPoints(t, evaluated(t, x, second), map[string]string{"3.5": "–", "3.6": "0.00", "4.6": "–"})
}

// TestValuesFaults reads tables with faults: all of them are told, each once,
// with line and column, and the good rows come back.
func TestValuesFaults(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	tests := []struct {
		name, table string
		want        []string // line, code and pointer; a trailing ? marks a warning
		units       string   // that come back
	}{
		{"nothing", "", []string{"1 SCO-CNT-12 "}, ""},
		{"a header alone", "unit,2.1\n", nil, ""},
		{"no column unit", "name,2.1\na,1/2\nb,1/2\n", []string{"1 SCO-CNT-09 /unit"}, ""},
		{"an unknown column, whatever it holds", "unit,2.1,2.3,note\na,1/2,1/2,late\nb,1/2,,\n", []string{"1 SCO-CNT-01 /2.3", "1 SCO-CNT-01 /note"}, "a b"},
		{"a column twice", "unit,2.1,2.1\na,1/2,1/2\n", []string{"1 SCO-CNT-12 /2.1"}, "a"},
		{"a cell too few, and one too many", "unit,2.1\na\nb,1/2\nc,1/2,3\n", []string{"2 SCO-CNT-12 ", "4 SCO-CNT-12 "}, "b"},
		{"cells that cannot be read", "unit,2.1,3.6\na,x,1/2\nb,1/,1/2\nc,1/2/3,1.5/2\nd,1 / 2,\ne,0.5,1/2\n", []string{
			"2 SCO-CNT-12 /indicators/2.1", "3 SCO-CNT-12 /indicators/2.1", "4 SCO-CNT-12 /indicators/2.1", "4 SCO-CNT-12 /indicators/3.6",
			"5 SCO-CNT-12 /indicators/2.1", "6 SCO-CNT-05 /indicators/2.1", // a ratio somebody rounded is no count
		}, ""},
		{"counts that cannot be", "unit,2.1,3.6,3.1\na,-1/2,3/2,3/2\nb,1/2,1/2,3/2\nc,1/9007199254740992,,\n", []string{
			"2 SCO-CNT-04 /indicators/3.1/num?", "2 SCO-CNT-02 /indicators/2.1/num", "2 SCO-CNT-03 /indicators/3.6/num", "3 SCO-CNT-04 /indicators/3.1/num?", "4 SCO-CNT-02 /indicators/2.1/den",
		}, "b"},
		{"one cell unreadable, another impossible", "unit,level,2.1,3.6\na,district,x,3/2\n", []string{
			"2 SCO-CNT-12 /indicators/2.1", "2 SCO-CNT-03 /indicators/3.6/num", "2 SCO-CNT-06 /level",
		}, ""},
		{"a period that is none", "unit,period,2.1\na,2026-13,1/2\nb,2026-12,1/2\n", []string{"2 SCO-CNT-08 /period"}, "b"},
		{"no unit in a row", "unit,2.1\n,1/2\nb,1/2\n", []string{"2 SCO-CNT-09 /unit"}, "b"},
		{"a unit twice, a circle", "unit,parent,2.1\na,b,1/2\nb,a,1/2\na,,1/2\n", []string{"2 SCO-CNT-09 /parent", "4 SCO-CNT-09 /unit"}, "a b"},
		{"a bare quote", "unit,2.1\na,1/2\n\"b,1/2\n", []string{"3 SCO-CNT-12 "}, "a"},
		{"a quote within the first cell", "unit,2.1\na,1/2\nb\"c,1/2\n", []string{"3 SCO-CNT-12 "}, "a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			units, faults := x.ReadValues(strings.NewReader(tt.table))
			var got []string
			for i, text := range describedFaults(faults) {
				got = append(got, fmt.Sprintf("%d %s", faults[i].Line, text))
			}
			if len(got) != len(tt.want) || !sameLines(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"), plainFaults(faults))
			}
			var names []string
			for _, c := range units {
				names = append(names, c.Unit)
			}
			if strings.Join(names, " ") != tt.units {
				t.Errorf("units %q, want %q", names, tt.units)
			}
		})
	}
}

// sameLines compares lists in which the order within a line of input is free.
func sameLines(got, want []string) bool {
	left := map[string]int{}
	for i := range got {
		left[got[i]]++
		left[want[i]]--
	}
	for _, n := range left {
		if n != 0 {
			return false
		}
	}
	return true
}

// TestCountsBuiltInGo shows that counts made by a program are held to the same.
func TestCountsBuiltInGo(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	var r scoring.Result
	refused := func(name string, c scoring.Counts, want string) {
		t.Helper()
		var faults motcua.Faults
		if err := x.Evaluate(&c, &r); !errors.As(err, &faults) || !strings.Contains(strings.Join(describedFaults(faults), ";"), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
	refused("too few values", scoring.Counts{Unit: "a"}, "SCO-CNT-12 /indicators")
	refused("a negative count", counted(t, x, "a", "", ratios{"2.1": {-1, 5}}), "SCO-CNT-02 /indicators/2.1/num")
	refused("a negative denominator", counted(t, x, "a", "", ratios{"2.1": {0, -5}}), "SCO-CNT-02 /indicators/2.1/den")
	refused("beyond the range", counted(t, x, "a", "", ratios{"2.1": {0, 1 << 53}}), "SCO-CNT-02 /indicators/2.1/den")
	refused("a numerator above", counted(t, x, "a", "", ratios{"2.1": {6, 5}}), "SCO-CNT-03 /indicators/2.1/num")
	c := x.Counts("a")
	if err := x.Set(&c, "2.3", scoring.Ratio(1, 2)); err == nil || !strings.Contains(err.Error(), "SCO-CNT-01") {
		t.Errorf("%v, want SCO-CNT-01", err)
	}
	c = counted(t, x, "a", "", ratios{"2.1": {6, 5}, "3.6": {6, 5}, "5.2": {-1, 5}})
	if faults := x.Check(&c); len(faults) != 3 {
		t.Errorf("%v, want all three", faults)
	}
	most := counted(t, x, "a", "", ratios{"2.1": {1<<53 - 2, 1<<53 - 1}})
	wantPoints(t, evaluated(t, x, most), map[string]string{"2.1": "20.00"}) // the largest counts are no overflow
}
