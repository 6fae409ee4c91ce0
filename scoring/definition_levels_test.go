package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// levelRules says what differs from owning, by level.
var levelRules = map[string]map[string]scoring.LevelKind{
	"country": {}, "ministry": {}, "province": {},
	"department": {"1.1": scoring.LevelInherits, "1.2": scoring.LevelInherits, "1.3": scoring.LevelInherits},
	"commune": {
		"1.1": scoring.LevelInherits, "1.2": scoring.LevelInherits, "1.3": scoring.LevelInherits,
		"3.1": scoring.LevelAbsent, // the maximum of 12 stays, 10 can be had
	},
	"procedure": {
		"3.1": scoring.LevelInherits, "5.2": scoring.LevelAbsent, "5.3": scoring.LevelAbsent, "5.4": scoring.LevelAbsent,
	},
}

// TestLevels evaluates a unit of each level that states nothing below a
// province that states everything, and one that states everything itself.
func TestLevels(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	half, full := ratios{}, ratios{}
	for _, leaf := range x.Leaves() {
		half[leaf], full[leaf] = [2]int64{1, 2}, [2]int64{3, 3}
	}
	for level, rules := range levelRules {
		t.Run(level, func(t *testing.T) {
			for _, states := range []bool{false, true} {
				units := []scoring.Counts{counted(t, x, "H44", "province", half), counted(t, x, "H44/below", level, nil)}
				if states {
					units[1] = counted(t, x, "H44/below", level, full)
				}
				units[1].Parent = "H44"
				if faults := scoring.Link(units); len(faults) != 0 {
					t.Fatal(faults)
				}
				r := evaluated(t, x, units[1])
				for _, leaf := range x.Leaves() {
					n, _ := r.Node(leaf)
					want, inherited := scoring.StatusNotAsked, false
					switch {
					case rules[leaf] == scoring.LevelAbsent:
						want = scoring.StatusAbsent
					case states: // a figure a unit states is its own, whatever it might inherit
						want = scoring.StatusOK
					case rules[leaf] == scoring.LevelInherits:
						want, inherited = scoring.StatusOK, true
					}
					if n.Status != want || n.Inherited != inherited || n.Scored != (want == scoring.StatusOK) {
						t.Errorf("%s, stated %t: %s, inherited %t, want %s, %t", leaf, states, n.Status, n.Inherited, want, inherited)
					}
					if n.Max == 0 {
						t.Errorf("%s lost its maximum", leaf)
					}
				}
			}
		})
	}
}

// TestCommune scores a commune with three figures of its province: transparency
// is theirs and its own 1.4, online provision tops out at 10 of 12.
func TestCommune(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	units := []scoring.Counts{
		counted(t, x, "H44", "province", ratios{"1.1": {0, 89}, "1.2": {0, 70}, "1.3": {87, 89}, "1.4": {475053, 475053}, "3.1": {52, 89}}),
		counted(t, x, "H44/viet-tri", "commune", ratios{"1.4": {99, 100}, "3.2": {9, 9}, "3.3": {5, 9}}),
		counted(t, x, "H44/no-sync", "commune", ratios{"3.2": {9, 9}, "3.3": {5, 9}}),
	}
	units[1].Parent, units[2].Parent = "H44", "H44"
	if faults := scoring.Link(units); len(faults) != 0 {
		t.Fatal(faults)
	}
	wantPoints(t, evaluated(t, x, units[0]), map[string]string{"CKMB": "7.96", "3.1": "1.46"})
	r := evaluated(t, x, units[1])
	wantPoints(t, r, map[string]string{"1.1": "0.00", "1.2": "0.00", "1.3": "1.96", "1.4": "5.94", "CKMB": "7.90", "3.1": "–", "CLGQ": "10.00"})
	if n, _ := r.Node("1.3"); n.Num != 87 || n.Den != 89 || !n.Inherited {
		t.Errorf("1.3 is %+v, want the province's 87/89", n)
	}
	if n, _ := r.Node("CLGQ"); x.Format(n.Max) != "12.00" || x.Format(n.MaxKnown) != "10.00" || n.Status != scoring.StatusOK {
		t.Errorf("online provision is %+v, want 10 known of 12, without a gap", n)
	}
	wantPoints(t, evaluated(t, x, units[2]), map[string]string{"1.4": "–", "CKMB": "1.96"}) // 1.4 is never inherited
}

// TestInheritedFromFar takes figures from the nearest unit above that has them.
func TestInheritedFromFar(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	units := []scoring.Counts{
		counted(t, x, "H44/p", "procedure", nil),
		counted(t, x, "H44/c", "commune", ratios{"1.4": {1, 2}}),
		counted(t, x, "H44", "province", ratios{"1.1": {1, 1}, "1.4": {1, 1}, "3.1": {8, 10}}),
		counted(t, x, "H44/d", "department", ratios{"1.1": {1, 2}}),
		counted(t, x, "H44/d/c", "commune", nil),
	}
	units[0].Parent, units[1].Parent, units[3].Parent, units[4].Parent = "H44/c", "H44", "H44", "H44/d"
	if faults := scoring.Link(units); len(faults) != 0 {
		t.Fatal(faults)
	}
	wantPoints(t, evaluated(t, x, units[0]), map[string]string{"1.1": "–", "1.4": "–", "3.1": "2.00"}) // the commune has no 3.1
	wantPoints(t, evaluated(t, x, units[4]), map[string]string{"1.1": "3.00", "1.2": "–", "1.4": "–"})
	// without anybody above there is nothing to inherit
	wantPoints(t, evaluated(t, x, counted(t, x, "H44/q", "procedure", nil)), map[string]string{"3.1": "–", "TONG": "–"})
}

// TestInheritedFault shows that a unit is not scored on figures of its province
// that cannot be.
func TestInheritedFault(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	units := []scoring.Counts{
		counted(t, x, "H44", "province", ratios{"1.1": {2, 1}}),
		counted(t, x, "H44/c", "commune", ratios{"2.1": {1, 1}}),
		counted(t, x, "H44/d", "province", ratios{"2.1": {1, 1}}),
	}
	units[1].Parent, units[2].Parent = "H44", "H44"
	scoring.Link(units)
	results, faults := x.Score(units)
	if len(results) != 1 || results[0].Unit != "H44/d" {
		t.Errorf("%d results, want that of the unit that inherits nothing", len(results))
	}
	if !slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Code == "SCO-CNT-03" && f.Pointer == "/indicators/1.1/num" }) {
		t.Errorf("faults %v, want SCO-CNT-03", faults)
	}
}

// TestBandPartial warns of a grade over leaves without points, but not where
// the level has no such leaf.
func TestBandPartial(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	all := ratios{}
	for _, leaf := range x.Leaves() {
		all[leaf] = [2]int64{7, 10}
	}
	tests := []struct {
		name, level, leaf string
		value             scoring.Value
		partial           bool
	}{
		{"all known", "province", "2.1", scoring.Ratio(7, 10), false},
		{"one not asked", "province", "2.1", scoring.Value{}, true},
		{"one unknown", "province", "2.1", scoring.Value{Answer: scoring.Unknown}, true},
		{"one unknown that counts in full", "province", "4.6", scoring.Value{Answer: scoring.Unknown}, false},
		{"one with nothing to count and no rule", "province", "2.1", scoring.Ratio(0, 0), true},
		{"one with nothing to count and a rule", "province", "3.6", scoring.Ratio(0, 0), false},
		{"one the level does not have", "commune", "3.1", scoring.Value{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := counted(t, x, "u", tt.level, all)
			if err := x.Set(&c, tt.leaf, tt.value); err != nil {
				t.Fatal(err)
			}
			r := evaluated(t, x, c)
			band, partial, ok := r.Band()
			if !ok || partial != tt.partial {
				t.Errorf("%s %s, partial %t, want %t", scoredAt(t, r, "TONG"), band.ID, partial, tt.partial)
			}
			if card := r.Scorecard(); card.BandPartial != tt.partial || card.Band == nil || *card.Band != band.ID {
				t.Errorf("the scorecard says %v, %t", card.Band, card.BandPartial)
			}
		})
	}
	if _, _, ok := evaluated(t, x, x.Counts("nobody")).Band(); ok {
		t.Error("a unit without points has a band")
	}
}

// TestUnknownLevel refuses a level the definition does not know.
func TestUnknownLevel(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	c := counted(t, x, "u", "district", ratios{"2.1": {1, 1}})
	err := x.Evaluate(&c, new(scoring.Result))
	if err == nil || !strings.Contains(err.Error(), "district") || !strings.Contains(err.Error(), "commune") {
		t.Errorf("%v, want the level and those there are", err)
	}
}
