package scoring_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua/scoring"
)

// parsedCounts reads one unit of level province from its indicators.
func parsedCounts(t *testing.T, x *scoring.Index, indicators string) scoring.Counts {
	t.Helper()
	c, faults := x.ParseCounts([]byte(`{"unit":"H44","level":"province","indicators":{` + indicators + `}}`))
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	return c
}

// TestAbsentNullZero keeps apart, for every leaf, not being asked, not knowing,
// and having nothing to count.
func TestAbsentNullZero(t *testing.T) {
	type row struct{ leaf, null, zero string } // points; – is none
	rows := []row{
		{"1.1", "–", "–"}, {"1.2", "–", "–"}, {"1.3", "–", "–"},
		{"1.4", "–", "0.00"}, // no annual count to fall back to: zero
		{"2.1", "–", "–"},
		{"3.1", "–", "0.00"}, {"3.2", "–", "0.00"}, {"3.3", "–", "0.00"},
		{"3.5", "–", "0.00"}, {"3.5b", "–", "0.00"}, {"3.6", "–", "0.00"},
		{"4.1", "–", "–"}, {"4.2", "–", "–"}, {"4.3", "–", "–"}, {"4.4", "–", "–"}, {"4.5a", "–", "–"}, {"4.5b", "–", "–"},
		{"4.6", "2.00", "–"},                       // null counts: the portal gives the ratio as 100
		{"5.2", "–", "6.00"}, {"5.3", "–", "6.00"}, // no petitions: full
		{"5.4", "–", "0.00"},
	}
	x := shippedIndex(t, "vn.766", "portal-2026")
	if leaves := x.Leaves(); len(leaves) != len(rows) {
		t.Fatalf("%d leaves, want %d rows", len(leaves), len(rows))
	}
	for _, row := range rows {
		t.Run(row.leaf, func(t *testing.T) {
			for _, tt := range []struct {
				indicators, points string
				status             scoring.Status
				reason             string // of what is lost; "" where nothing is
			}{
				{``, "–", scoring.StatusNotAsked, "notAsked"},
				{`"` + row.leaf + `":null`, row.null, scoring.StatusUnknown, "unknown"},
				{`"` + row.leaf + `":{"num":null,"den":null}`, row.null, scoring.StatusUnknown, "unknown"},
				{`"` + row.leaf + `":{"num":0,"den":0}`, row.zero, scoring.StatusZero, "zeroDenominator"},
			} {
				r := evaluated(t, x, parsedCounts(t, x, tt.indicators))
				n, _ := r.Node(row.leaf)
				if got := scoredAt(t, r, row.leaf); got != tt.points || n.Status != tt.status {
					t.Errorf("{%s}: %s, %s; want %s, %s", tt.indicators, got, n.Status, tt.points, tt.status)
				}
				if n.Points != n.Max && reasonOf(r, row.leaf) != tt.reason {
					t.Errorf("{%s}: lost for %q, want %q", tt.indicators, reasonOf(r, row.leaf), tt.reason)
				}
				if known := n.MaxKnown == n.Max; known != n.Scored {
					t.Errorf("{%s}: maxKnown %d of %d while scored is %t", tt.indicators, n.MaxKnown, n.Max, n.Scored)
				}
			}
		})
	}
}

// reasonOf is why a leaf lost points, "" where it lost none.
func reasonOf(r *scoring.Result, leaf string) string {
	for _, l := range r.Lost() {
		if l.Leaf == leaf {
			return l.Reason.Code
		}
	}
	return ""
}

// TestNullAddsNothing shows that unknown leaves add nothing, while the maximum
// stays and what is known is said.
func TestNullAddsNothing(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	r := evaluated(t, x, parsedCounts(t, x, `"3.5":{"num":68,"den":313},"3.5b":null,"3.6":{"num":309542,"den":358625},"4.6":null`))
	wantPoints(t, r, map[string]string{"TTTT": "5.72", "3.5b": "–", "4.6": "2.00", "MDSH": "2.00", "TONG": "7.72", "CKMB": "–"})
	group, _ := r.Node("TTTT")
	if x.Format(group.Max) != "10.00" || x.Format(group.MaxKnown) != "8.00" || group.Status != scoring.StatusPartial {
		t.Errorf("payment of %s, %s known, %s; want 10.00, 8.00, partial", x.Format(group.Max), x.Format(group.MaxKnown), group.Status)
	}
	total := r.Total()
	if x.Format(total.Max) != "100.00" || x.Format(total.MaxKnown) != "10.00" {
		t.Errorf("total of %s, %s known; want 100.00, 10.00", x.Format(total.Max), x.Format(total.MaxKnown))
	}
	if n, _ := r.Node("CKMB"); n.Status != scoring.StatusNotAsked || n.Scored {
		t.Errorf("a group nobody asked for is %+v", n)
	}
	if n, _ := evaluated(t, x, parsedCounts(t, x, `"2.1":null`)).Node("TDGQ"); n.Status != scoring.StatusUnknown {
		t.Errorf("a group of unknown leaves is %s, want unknown", n.Status)
	}
}

// TestFallback holds 1.4 without a count of its own: last year's divided by the
// months or quarters of a year, exactly, and nothing for other windows.
func TestFallback(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	tests := []struct{ period, pair, points, why string }{
		{"2026-08", `"num":500,"den":0,"annual":12000`, "3.00", "500 of 1000"},
		{"2026-Q3", `"num":500,"den":0,"annual":12000`, "1.00", "500 of 3000"},
		{"2026", `"num":500,"den":0,"annual":12000`, "0.25", "500 of 12000"},
		{"2026-08", `"num":1,"den":0,"annual":13`, "5.54", "1 of 13/12 is 12/13, not 1 of 1"},
		{"2026-08", `"num":5,"den":0,"annual":719`, "0.50", "6·60/719 = 0.5007; a whole-numbered divisor of 59 would give 0.51"},
		{"2026-Q3", `"num":1,"den":0,"annual":5`, "4.80", "1 of 5/4 is 4/5"},
		{"2026-08", `"num":2000,"den":0,"annual":12000`, "6.00", "more than last year's share is clamped"},
		{"2026-08", `"num":0,"den":0,"annual":12000`, "0.00", "nothing synchronised"},
		{"2026-08", `"num":500,"den":0,"annual":0`, "0.00", "no count of last year either"},
		{"2026-08", `"num":500,"den":0`, "0.00", "none stated either"},
		{"2026-08", `"num":500,"den":1000,"annual":12`, "3.00", "an own count goes first"},
		{"2026-H1", `"num":500,"den":0,"annual":12000`, "–", "no rule for half a year"},
		{"2026-W41", `"num":500,"den":0,"annual":12000`, "–", "nor for a week"},
		{"2026-08-15", `"num":500,"den":0,"annual":12000`, "–", "nor for a day"},
		{"2026-01-01/2026-10-10", `"num":500,"den":0,"annual":12000`, "–", "nor for a year to date"},
		{"2026-01-01/2026-12-31", `"num":500,"den":0,"annual":12000`, "–", "a range is a range, whatever its days"},
		{"", `"num":500,"den":0,"annual":12000`, "–", "nor without a period"},
	}
	for _, tt := range tests {
		t.Run(tt.period+" "+tt.why, func(t *testing.T) {
			line := fmt.Sprintf(`{"unit":"H44","period":%q,"indicators":{"1.4":{%s}}}`, tt.period, tt.pair)
			c, faults := x.ParseCounts([]byte(strings.Replace(line, `"period":"",`, "", 1)))
			if len(faults) != 0 {
				t.Fatal(faults)
			}
			if got := scoredAt(t, evaluated(t, x, c), "1.4"); got != tt.points {
				t.Errorf("%s, want %s", got, tt.points)
			}
		})
	}
}

// TestNumeratorAboveDenominator holds every leaf to its relation: of a subset it
// is an error, of two sources it is taken as one with a warning.
func TestNumeratorAboveDenominator(t *testing.T) {
	cross := map[string]bool{"1.4": true, "3.1": true, "3.2": true, "3.5b": true, "4.5a": true}
	x := shippedIndex(t, "vn.766", "portal-2026")
	for _, leaf := range x.Leaves() {
		t.Run(leaf, func(t *testing.T) {
			c := counted(t, x, "H44", "province", ratios{leaf: {8, 7}})
			faults := x.Check(&c)
			var r scoring.Result
			err := x.Evaluate(&c, &r)
			at := "/indicators/" + leaf + "/num"
			switch {
			case len(faults) != 1 || faults[0].Pointer != at:
				t.Errorf("faults %v, want one at %s", faults, at)
			case cross[leaf]:
				n, _ := r.Node(leaf)
				if err != nil || n.Points != n.Max || n.Status != scoring.StatusClamped || n.Num != 8 || n.Den != 7 {
					t.Errorf("%v, %+v, want full points and the counts as stated", err, n)
				}
				if faults.Err() != nil || faults[0].Code != "SCO-CNT-04" {
					t.Errorf("%v, want the warning SCO-CNT-04", faults)
				}
			case err == nil || faults.Err() == nil || faults[0].Code != "SCO-CNT-03":
				t.Errorf("%v, %v, want the error SCO-CNT-03", err, faults)
			}
		})
	}
}
