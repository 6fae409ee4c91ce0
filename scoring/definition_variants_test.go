package scoring_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// TestPortal2022 holds the two thresholds in which the older state differs, and
// that nothing else does.
func TestPortal2022(t *testing.T) {
	older, newer := shippedIndex(t, "vn.766", "portal-2022"), shippedIndex(t, "vn.766", "portal-2026")
	tests := []struct {
		leaf           string
		pair           [2]int64
		in2022, in2026 string
	}{
		{"3.6", [2]int64{30, 100}, "6.00", "1.80"}, // full from 30 %
		{"3.6", [2]int64{15, 100}, "3.00", "0.90"},
		{"3.6", [2]int64{8615, 10000}, "6.00", "5.17"}, // Bắc Ninh, November 2025
		{"4.2", [2]int64{80, 100}, "4.00", "3.20"},     // full from 80 %
		{"4.2", [2]int64{40, 100}, "2.00", "1.60"},
		{"4.2", [2]int64{100, 100}, "4.00", "4.00"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.leaf, tt.pair), func(t *testing.T) {
			for x, want := range map[*scoring.Index]string{older: tt.in2022, newer: tt.in2026} {
				if got := scoredAt(t, evaluated(t, x, counted(t, x, "u", "", ratios{tt.leaf: tt.pair})), tt.leaf); got != want {
					t.Errorf("%s: %s, want %s", x.Version(), got, want)
				}
			}
		})
	}
	for _, leaf := range older.Leaves() {
		for _, pair := range [][2]int64{{0, 0}, {1, 7}, {5, 9}, {7, 8}} {
			var got [2]string
			for i, x := range []*scoring.Index{older, newer} {
				got[i] = scoredAt(t, evaluated(t, x, counted(t, x, "u", "", ratios{leaf: pair})), leaf)
			}
			if differs := leaf == "3.6" || leaf == "4.2"; !differs && got[0] != got[1] {
				t.Errorf("%s of %d: %s in 2022, %s in 2026", leaf, pair, got[0], got[1])
			}
		}
	}
}

// xlsxWith is the spreadsheet variant with other maxima of 5.2 and 5.3.
func xlsxWith(t *testing.T, max52, max53 string) *scoring.Index {
	t.Helper()
	x, err := scoring.Parse(fmt.Appendf(nil, `{
		"id": "vn.766", "version": "xlsx-odd", "title": {"vi": "lẻ", "en": "odd"}, "variant": true,
		"validity": {"from": "2026-01-01"},
		"extends": {"id": "vn.766", "version": "xlsx-2026"},
		"nodes": [{"id": "5.2", "max": %q}, {"id": "5.3", "max": %q}]
	}`, max52, max53), nil)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestRedistribution moves the points of 5.3 to 5.2 and 5.4 where there are no
// petitions, each then under its own rules; an odd hundredth goes to the first.
func TestRedistribution(t *testing.T) {
	xlsx, odd := shippedIndex(t, "vn.766", "xlsx-2026"), xlsxWith(t, "5.97", "6.03")
	tests := []struct {
		name   string
		x      *scoring.Index
		values ratios
		points string // of 5.2, 5.3 and 5.4
		maxima string
	}{
		{"petitions: nothing moves", xlsx, ratios{"5.2": {1, 2}, "5.3": {1, 3}, "5.4": {90, 100}}, "3.00 2.00 6.00", "6.00 6.00 6.00"},
		{"none: half to each before scaling", xlsx, ratios{"5.2": {0, 0}, "5.3": {0, 0}, "5.4": {45, 100}}, "9.00 – 4.50", "9.00 0.00 9.00"},
		{"none, and no dossier: each under its own zero rule", xlsx, ratios{"5.2": {0, 0}, "5.3": {0, 0}, "5.4": {0, 0}}, "9.00 – 0.00", "9.00 0.00 9.00"},
		{"5.2 asked another set", xlsx, ratios{"5.2": {1, 2}, "5.3": {0, 0}, "5.4": {90, 100}}, "4.50 – 9.00", "9.00 0.00 9.00"},
		{"5.2 without petitions moves nothing", xlsx, ratios{"5.2": {0, 0}, "5.3": {1, 2}, "5.4": {90, 100}}, "6.00 3.00 6.00", "6.00 6.00 6.00"},
		{"odd: the hundredth to the first", odd, ratios{"5.2": {0, 0}, "5.3": {0, 0}, "5.4": {90, 100}}, "8.99 – 9.01", "8.99 0.00 9.01"},
		{"odd: half of that", odd, ratios{"5.2": {1, 2}, "5.3": {0, 0}, "5.4": {45, 100}}, "4.50 – 4.51", "8.99 0.00 9.01"},
		{"not asked: nothing moves", xlsx, ratios{"5.2": {1, 2}, "5.4": {90, 100}}, "3.00 – 6.00", "6.00 6.00 6.00"},
		{"the live portal moves nothing", shippedIndex(t, "vn.766", "portal-2026"), ratios{"5.2": {0, 0}, "5.3": {0, 0}, "5.4": {0, 0}}, "6.00 6.00 0.00", "6.00 6.00 6.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := evaluated(t, tt.x, counted(t, tt.x, "u", "province", tt.values))
			var points, maxima string
			for _, leaf := range []string{"5.2", "5.3", "5.4"} {
				n, _ := r.Node(leaf)
				points += scoredAt(t, r, leaf) + " "
				maxima += tt.x.Format(n.Max) + " "
			}
			if points != tt.points+" " || maxima != tt.maxima+" " {
				t.Errorf("points %swant %s; maxima %swant %s", points, tt.points, maxima, tt.maxima)
			}
			if n, _ := r.Node("MDHL"); tt.x.Format(n.Max) != "18.00" {
				t.Errorf("the group has a maximum of %s, want 18.00", tt.x.Format(n.Max))
			}
			lost := scoring.Points(0)
			for _, l := range r.Lost() {
				lost += l.Points
			}
			if total := r.Total(); lost != total.Max-total.Points {
				t.Errorf("losses add up to %d, want %d", lost, total.Max-total.Points)
			}
		})
	}
}

// TestRedistributionLeavesNoGap shows that nothing is missing where points have
// moved, so that a grade is not a partial one.
func TestRedistributionLeavesNoGap(t *testing.T) {
	x := xlsxWith(t, "5.97", "6.03") // 6.03 is 3.02 for 5.2 and 3.01 for 5.4
	all := ratios{}
	for _, leaf := range x.Leaves() {
		all[leaf] = [2]int64{7, 10}
	}
	all["5.3"] = [2]int64{0, 0}
	r := evaluated(t, x, counted(t, x, "u", "province", all))
	if n, _ := r.Node("MDHL"); n.MaxKnown != n.Max || n.Status != scoring.StatusOK {
		t.Errorf("the group is %s, %d known of %d", n.Status, n.MaxKnown, n.Max)
	}
	if _, partial, ok := r.Band(); partial || !ok {
		t.Errorf("the grade is partial: %t", partial)
	}
}

// TestDocx holds the description's variant: 3.3 times the synchronisation ratio,
// 6·min(1, n/d·min(1, sync)/0.5).
func TestDocx(t *testing.T) {
	x := shippedIndex(t, "vn.766", "docx-2026")
	tests := []struct {
		name         string
		sync, online [2]int64
		want         string
	}{
		{"all synchronised", [2]int64{1, 1}, [2]int64{40, 100}, "4.80"},
		{"half of it", [2]int64{1, 2}, [2]int64{40, 100}, "2.40"},
		{"full although not all is", [2]int64{3, 4}, [2]int64{80, 100}, "6.00"}, // .6 of .5
		{"exactly full", [2]int64{5, 8}, [2]int64{80, 100}, "6.00"},
		{"just below", [2]int64{624, 1000}, [2]int64{80, 100}, "5.99"}, // .4992/.5·6 = 5.9904
		{"more synchronised than received counts as one", [2]int64{9, 8}, [2]int64{40, 100}, "4.80"},
		{"a third, exactly", [2]int64{1, 3}, [2]int64{1, 3}, "1.33"}, // 12/9
		{"nothing synchronised", [2]int64{0, 5}, [2]int64{80, 100}, "0.00"},
		{"neither system has a count", [2]int64{0, 0}, [2]int64{80, 100}, "0.00"},
		{"no dossier", [2]int64{1, 2}, [2]int64{0, 0}, "0.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := evaluated(t, x, counted(t, x, "u", "province", ratios{"1.4": tt.sync, "3.3": tt.online}))
			if got := scoredAt(t, r, "3.3"); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
	for name, value := range map[string]scoring.Value{"notAsked": {}, "unknown": {Answer: scoring.Unknown}} {
		c := counted(t, x, "u", "province", ratios{"3.3": {80, 100}})
		if err := x.Set(&c, "1.4", value); err != nil {
			t.Fatal(err)
		}
		n, _ := evaluated(t, x, c).Node("3.3")
		if n.Scored || n.Status.String() != name {
			t.Errorf("3.3 with 1.4 %s: %+v, want none", name, n)
		}
	}
}

// TestDocxFactorByRule multiplies by what a rule makes of 1.4: last year's count,
// at most one, or in full where another reading says so.
func TestDocxFactorByRule(t *testing.T) {
	full, err := scoring.Parse([]byte(smallerText("vn.766", "docx-full", "vn.766", "docx-2026",
		`, "nodes": [{"id": "1.4", "unknown": {"rule": "full"}}]`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	zero, err := scoring.Parse([]byte(smallerText("vn.766", "docx-zero", "vn.766", "docx-2026",
		`, "nodes": [{"id": "1.4", "unknown": {"rule": "zero"}}]`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	docx := shippedIndex(t, "vn.766", "docx-2026")
	tests := []struct {
		x               *scoring.Index
		sync, want, why string
	}{
		{docx, `{"num":500,"den":0,"annual":12000}`, "2.40", "half of a month of last year"},
		{docx, `{"num":2000,"den":0,"annual":12000}`, "4.80", "twice a month of last year counts as one"},
		{docx, `null`, "–", "unknown"},
		{full, `null`, "4.80", "unknown, taken as one"},
		{zero, `null`, "0.00", "unknown, taken as nothing"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			c, faults := tt.x.ParseCounts([]byte(`{"unit":"u","period":"2026-08","indicators":{"1.4":` + tt.sync + `,"3.3":{"num":40,"den":100}}}`))
			if len(faults) != 0 {
				t.Fatal(faults)
			}
			if got := scoredAt(t, evaluated(t, tt.x, c), "3.3"); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// TestDocxMeasures holds what the description counts otherwise: 4.1 over
// finished dossiers whose result is a document, 3.3 with an electronic result,
// 4.2 full at 80 %.
func TestDocxMeasures(t *testing.T) {
	docx, portal := shippedIndex(t, "vn.766", "docx-2026"), shippedIndex(t, "vn.766", "portal-2026")
	want := map[string]string{"3.3": "filedOnlineWithResult/received", "4.1": "documentResultsElectronic/documentResults", "4.2": "digitised/received"}
	for _, x := range []*scoring.Index{docx, portal} {
		d := x.Definition()
		for _, group := range d.Root.Nodes {
			for _, n := range group.Nodes {
				if w, ok := want[n.ID]; ok && n.Num+"/"+n.Den != w {
					t.Errorf("%s: %s counts %s/%s, want %s", x.Version(), n.ID, n.Num, n.Den, w)
				}
				for _, id := range []string{n.Num, n.Den} {
					if !slices.ContainsFunc(d.Measures, func(m scoring.Measure) bool { return m.ID == id }) {
						t.Errorf("%s: %s counts %s, which is no measure", x.Version(), n.ID, id)
					}
				}
			}
		}
		want = map[string]string{"3.3": "filedOnline/received", "4.1": "resultElectronic/received", "4.2": "digitised/received"}
	}
	r := evaluated(t, docx, counted(t, docx, "u", "", ratios{"4.2": {40, 100}, "4.1": {1, 2}}))
	wantPoints(t, r, map[string]string{"4.2": "2.00", "4.1": "3.00"})
}

// Faults of what an extension changes are reported where the extension changes
// it, and a row that changes one thing twice is one.
func TestExtensionFaultsAtHome(t *testing.T) {
	_, err := scoring.Parse([]byte(`{
 "id": "vn.766", "version": "wrong", "title": {"vi": "Sai", "en": "Wrong"}, "variant": true,
 "extends": {"id": "vn.766", "version": "portal-2026"},
 "measures": [
  {"id": "received", "title": {"vi": "x", "en": "x"}, "table": "dossier", "count": "rows", "scope": "cut", "anchor": "received"}],
 "nodes": [
  {"id": "4.2", "scale": {"kind": "fullAt", "at": "1.5"}},
  {"id": "3.6", "num": "nothing"},
  {"id": "4.2", "sources": ["API"]}]
}`), nil)
	var got []string
	var faults motcua.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			got = append(got, fmt.Sprint(f.Line, " ", f.Pointer, " ", f.Code))
		}
	}
	want := []string{"5 /measures/0/anchor SCO-DEF-11", "7 /nodes/0/scale/at SCO-DEF-06", "8 /nodes/1/num SCO-DEF-04", "9 /nodes/2/id SCO-DEF-03"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
