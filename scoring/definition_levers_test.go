package scoring_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/motcua/motcua/scoring"
)

// phuThoPayment are published counts of payment, with two dossier leaves beside.
var phuThoPayment = ratios{"2.1": {528684, 597918}, "3.5": {68, 313}, "3.5b": {119, 313}, "3.6": {309542, 358625}, "4.4": {0, 597918}}

// movedRows evaluates the counts with rows of one leaf turned good, or added.
func movedRows(t *testing.T, x *scoring.Index, values ratios, leaf string, rows int64, add bool) *scoring.Result {
	t.Helper()
	c := counted(t, x, "H44", "province", values)
	pair := values[leaf]
	pair[0] += rows
	if add {
		pair[1] += rows
	}
	if err := x.Set(&c, leaf, scoring.Ratio(pair[0], pair[1])); err != nil {
		t.Fatal(err)
	}
	return evaluated(t, x, c)
}

// TestLevers holds every lever to what evaluation says when its rows are moved:
// no fewer rows gain anything, and nothing but the named leaf moves.
func TestLevers(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	base := movedRows(t, x, phuThoPayment, "2.1", 0, false)
	for _, add := range []bool{false, true} {
		for _, table := range []string{"dossier", "procedure"} {
			c := counted(t, x, "H44", "province", phuThoPayment)
			levers, err := x.Levers(&c, &scoring.LeverOptions{Tables: []string{table}, Add: add})
			if err != nil {
				t.Fatal(err)
			}
			var leaves []string
			for _, l := range levers {
				leaves = append(leaves, l.Leaf)
				t.Run(fmt.Sprintf("%s add %t", l.Leaf, add), func(t *testing.T) {
					gain := func(rows int64) scoring.Points {
						r := movedRows(t, x, phuThoPayment, l.Leaf, rows, add)
						for i, n := range r.Nodes {
							if leaf := x.Nodes()[i]; slices.Contains(x.Leaves(), leaf) && leaf != l.Leaf && n.Points != base.Nodes[i].Points {
								t.Errorf("%s moves %s", l.Leaf, leaf)
							}
						}
						return r.Total().Points - base.Total().Points
					}
					if l.Rows < 1 || gain(l.Rows) != l.Gain || l.Gain < 1 || gain(l.Rows-1) != 0 {
						t.Errorf("%+v: %d rows gain %d, one fewer %d", l, l.Rows, gain(l.Rows), gain(l.Rows-1))
					}
					if gain(l.AllRows) != l.AllGain || gain(l.AllRows-1) >= l.AllGain {
						t.Errorf("%+v: %d rows gain %d, one fewer %d", l, l.AllRows, gain(l.AllRows), gain(l.AllRows-1))
					}
				})
			}
			slices.Sort(leaves)
			want := map[string]string{"dossier": "[2.1 3.6 4.4]", "procedure": "[3.5 3.5b]"}[table]
			if fmt.Sprint(leaves) != want {
				t.Errorf("levers %q, want %s", leaves, want)
			}
		}
	}
}

// TestLeversByHand holds 3.6 to sums on paper: 6·309542/358625 is 5.1788, so
// that 5.18 is shown; 5.185 needs 309912 paid, 370 more.
func TestLeversByHand(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	c := counted(t, x, "H44", "province", ratios{"3.6": {309542, 358625}})
	levers, err := x.Levers(&c, nil)
	if err != nil || len(levers) != 1 {
		t.Fatalf("%v, %v", levers, err)
	}
	l := levers[0]
	if l.Rows != 370 || x.Format(l.Gain) != "0.01" || x.Format(l.AllGain) != "0.82" || l.One.String() != "0.00001673" {
		t.Errorf("%+v, want 370 rows for 0.01, 0.82 in all, 6/358625 for one", l)
	}
	if l.AllRows != 48785 { // 5.995 needs 358327 paid
		t.Errorf("all takes %d rows, want 48785", l.AllRows)
	}
}

// TestPlanByBruteForce holds the fewest rows to a search over all combinations.
func TestPlanByBruteForce(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	values := ratios{"2.1": {7, 9}, "3.6": {2, 8}, "4.3": {1, 7}}
	c := counted(t, x, "H44", "province", values)
	from := evaluated(t, x, c).Total().Points
	for target := from - 3; target <= from+1300; target += 37 {
		best := int64(-1)
		for a := int64(0); a <= 2; a++ {
			for b := int64(0); b <= 6; b++ {
				for d := int64(0); d <= 6; d++ {
					r := evaluated(t, x, counted(t, x, "H44", "province", ratios{"2.1": {7 + a, 9}, "3.6": {2 + b, 8}, "4.3": {1 + d, 7}}))
					if r.Total().Points >= target && (best < 0 || a+b+d < best) {
						best = a + b + d
					}
				}
			}
		}
		plan, err := x.Plan(&c, target, nil)
		if err != nil {
			t.Fatal(err)
		}
		if plan.Reached != (best >= 0) || plan.Reached && plan.Rows != best {
			t.Errorf("to %s: %+v, want %d rows", x.Format(target), plan, best)
		}
		if plan.Reached && plan.To < target {
			t.Errorf("to %s: the plan ends at %s", x.Format(target), x.Format(plan.To))
		}
		checkPlan(t, x, values, plan)
	}
}

// checkPlan carries a plan out.
func checkPlan(t *testing.T, x *scoring.Index, values ratios, plan scoring.Plan) {
	t.Helper()
	done := ratios{}
	for leaf, pair := range values {
		done[leaf] = pair
	}
	rows := int64(0)
	for _, s := range plan.Steps {
		done[s.Leaf] = [2]int64{done[s.Leaf][0] + s.Rows, done[s.Leaf][1]}
		rows += s.Rows
	}
	got := evaluated(t, x, counted(t, x, "H44", "province", done)).Total().Points
	if got != plan.To || rows != plan.Rows {
		t.Errorf("carried out, %d rows reach %s; the plan says %d rows, %s", rows, x.Format(got), plan.Rows, x.Format(plan.To))
	}
}
