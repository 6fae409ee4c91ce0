package scoring_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// pointersOf lists code and pointer of faults.
func pointersOf(faults motcua.Faults) []string {
	var out []string
	for _, f := range faults {
		out = append(out, f.Code+" "+f.Pointer)
	}
	slices.Sort(out)
	return out
}

// TestPool adds dossiers and petitions, and refuses to add procedures: the same
// procedure stands in many communes.
func TestPool(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	units := []scoring.Counts{
		counted(t, x, "a", "commune", ratios{"2.1": {90, 100}, "3.2": {1, 2}, "3.5": {1, 2}, "3.5b": {1, 2}, "4.5a": {63, 385}, "5.2": {0, 0}, "1.4": {5, 5}, "3.1": {1, 2}, "1.1": {1, 2}}),
		counted(t, x, "b", "commune", ratios{"2.1": {1, 300}, "3.2": {1, 2}, "3.5": {1, 2}, "3.5b": {1, 2}, "4.5a": {38, 389}, "5.2": {3, 4}, "1.4": {6, 7}, "3.1": {1, 2}, "1.1": {1, 2}}),
	}
	got, faults := x.Pool(counted(t, x, "H44", "province", nil), units)
	want := counted(t, x, "H44", "province", ratios{"2.1": {91, 400}, "5.2": {3, 4}, "1.4": {11, 12}})
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	// 1.1 is only inherited by communes and 3.1 absent there: nobody's to pool, so nothing is refused
	refused := []string{"SCO-CNT-11 /indicators/3.2", "SCO-CNT-11 /indicators/3.5", "SCO-CNT-11 /indicators/3.5b", "SCO-CNT-11 /indicators/4.5a"}
	if got := pointersOf(faults); !slices.Equal(got, refused) || faults.Err() != nil {
		t.Errorf("faults %q, want the warnings %q", got, refused)
	}
}

// TestPoolRefusesDistinct refuses, of provinces too, every leaf that counts
// distinct procedures, unless the unit above brings its own.
func TestPoolRefusesDistinct(t *testing.T) {
	distinct := []string{"1.1", "1.2", "1.3", "3.1", "3.2", "3.5", "3.5b", "4.5a"}
	x := shippedIndex(t, "vn.766", "portal-2026")
	all := ratios{}
	for _, leaf := range x.Leaves() {
		all[leaf] = [2]int64{1, 2}
	}
	units := []scoring.Counts{counted(t, x, "a", "province", all), counted(t, x, "b", "province", all)}
	for _, leaf := range x.Leaves() {
		t.Run(leaf, func(t *testing.T) {
			own := counted(t, x, "VN", "country", ratios{leaf: {396, 1300}})
			without, faults := x.Pool(counted(t, x, "VN", "country", nil), units)
			at, kept := slices.Index(x.Leaves(), leaf), slices.Contains(distinct, leaf)
			if refused := slices.Contains(pointersOf(faults), "SCO-CNT-11 /indicators/"+leaf); refused != kept {
				t.Errorf("refused %t, want %t", refused, kept)
			}
			if v := without.Values[at]; kept != (v.Answer == scoring.NotAsked) || !kept && v != scoring.Ratio(2, 4) {
				t.Errorf("pooled %+v", v)
			}
			with, faults := x.Pool(own, units)
			if v := with.Values[at]; v != scoring.Ratio(396, 1300) {
				t.Errorf("what the unit above brings became %+v", v)
			}
			if slices.Contains(pointersOf(faults), "SCO-CNT-11 /indicators/"+leaf) {
				t.Errorf("%v, although the unit above brings its own", faults)
			}
		})
	}
}

// TestPoolGaps makes no sum where units are missing from it.
func TestPoolGaps(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	at := slices.Index(x.Leaves(), "2.1")
	known := counted(t, x, "a", "province", ratios{"2.1": {1, 2}})
	silent := counted(t, x, "b", "province", nil)
	unknown := counted(t, x, "c", "province", nil)
	unknown.Values[at] = scoring.Value{Answer: scoring.Unknown}
	none := counted(t, x, "d", "province", ratios{"2.1": {0, 0}})
	tests := []struct {
		name  string
		units []scoring.Counts
		want  scoring.Value
		warns int
	}{
		{"one not asked", []scoring.Counts{known, silent}, scoring.Value{}, 1},
		{"one unknown", []scoring.Counts{known, unknown, none}, scoring.Value{Answer: scoring.Unknown}, 0},
		{"one without a dossier", []scoring.Counts{known, none}, scoring.Ratio(1, 2), 0},
		{"all without a dossier", []scoring.Counts{none, none}, scoring.Ratio(0, 0), 0},
		{"nobody asked", []scoring.Counts{silent, silent}, scoring.Value{}, 0},
		{"nobody there", nil, scoring.Value{}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, faults := x.Pool(x.Counts("VN"), tt.units)
			if got.Values[at] != tt.want || len(faults) != tt.warns || faults.Err() != nil {
				t.Errorf("%+v, %v; want %+v and %d warnings", got.Values[at], faults, tt.want, tt.warns)
			}
		})
	}
}

// TestPooledIsNotMean makes Phú Thọ's transparency: pooled it is 7.96, as the
// mean of units 7.92. How 25 communes make up the figure is constructed.
func TestPooledIsNotMean(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	province := counted(t, x, "H44", "province", ratios{"1.1": {0, 89}, "1.2": {0, 70}, "1.3": {87, 89}})
	units := []scoring.Counts{province}
	for i := range 25 {
		sync := [2]int64{19_000, 19_000}
		switch i {
		case 0:
			sync = [2]int64{20_000, 24_000} // 5.00 points
		case 1:
			sync = [2]int64{18_053, 14_053} // 6.00, clamped
		}
		c := counted(t, x, fmt.Sprintf("H44/%02d", i), "commune", ratios{"1.4": sync})
		c.Parent = "H44"
		units = append(units, c)
	}
	pooled, faults := x.RollUp(units)
	if len(faults) != 0 {
		t.Fatal(faults)
	}
	results, faults := x.Score(pooled)
	if faults.Err() != nil || len(results) != 26 {
		t.Fatal(faults)
	}
	n, _ := results[0].Node("1.4")
	if n.Num != 475_053 || n.Den != 475_053 {
		t.Fatalf("pooled %d/%d, want 475053/475053", n.Num, n.Den)
	}
	mean, err := x.Mean(scoring.Counts{Unit: "H44", Level: "province"}, results[1:])
	if err != nil {
		t.Fatal(err)
	}
	wantPoints(t, &results[0], map[string]string{"CKMB": "7.96"})
	wantPoints(t, &mean, map[string]string{"CKMB": "7.92"})
	if n, _ := mean.Node("CKMB"); n.Status != scoring.StatusMean || n.Counted {
		t.Errorf("the mean passes for counts: %+v", n)
	}
	if units[0].Values[3].Answer != scoring.NotAsked {
		t.Error("the units were changed")
	}
}
