package scoring_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/motcua/motcua/scoring"
)

// publishedScales are the maxima and rules of the indicators, in per cent of
// the ratio that earns the maximum: 100 is linear.
var publishedScales = []struct {
	group, leaf string
	max         int64
	full        int64 // in 2026
	full2022    int64
}{
	{"CKMB", "1.1", 6, 100, 100}, {"CKMB", "1.2", 4, 100, 100}, {"CKMB", "1.3", 2, 100, 100}, {"CKMB", "1.4", 6, 100, 100},
	{"TDGQ", "2.1", 20, 100, 100},
	{"CLGQ", "3.1", 2, 80, 80}, {"CLGQ", "3.2", 4, 100, 100}, {"CLGQ", "3.3", 6, 50, 50},
	{"TTTT", "3.5", 2, 80, 80}, {"TTTT", "3.5b", 2, 80, 80}, {"TTTT", "3.6", 6, 100, 30},
	{"MDSH", "4.1", 6, 100, 100}, {"MDSH", "4.2", 4, 100, 80}, {"MDSH", "4.3", 2, 80, 80}, {"MDSH", "4.4", 4, 100, 100},
	{"MDSH", "4.5a", 2, 100, 100}, {"MDSH", "4.5b", 2, 100, 100}, {"MDSH", "4.6", 2, 100, 100},
	{"MDHL", "5.2", 6, 100, 100}, {"MDHL", "5.3", 6, 100, 100}, {"MDHL", "5.4", 6, 90, 90},
}

// TestPublishedScales works out every indicator with fractions, along its whole
// scale: max·min(1, (n/d)/full), rounded half-up to hundredths.
func TestPublishedScales(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	newer, older := shippedIndex(t, "vn.766", "portal-2026"), shippedIndex(t, "vn.766", "portal-2022")
	const whole = 1009 // a prime, so that few ratios are round
	for i, s := range publishedScales {
		t.Run(s.leaf, func(t *testing.T) {
			if newer.Leaves()[i] != s.leaf {
				t.Fatalf("leaf %d is %s", i, newer.Leaves()[i])
			}
			for x, full := range map[*scoring.Index]int64{newer: s.full, older: s.full2022} {
				for n := int64(0); n <= whole; n++ {
					want := big.NewRat(s.max*n*100, whole*full)
					if most := big.NewRat(s.max, 1); want.Cmp(most) > 0 {
						want = most
					}
					r := evaluated(t, x, counted(t, x, "u", "", ratios{s.leaf: {n, whole}}))
					if got := scoredAt(t, r, s.leaf); got != want.FloatString(2) { // which rounds half away from zero
						t.Fatalf("%s: %s of %d/%d, want %s", x.Version(), got, n, whole, want.FloatString(2))
					}
					if got := scoredAt(t, r, s.group); got != want.FloatString(2) {
						t.Fatalf("the group %s has %s of %d/%d, want %s", s.group, got, n, whole, want.FloatString(2))
					}
				}
				if leaf, _ := evaluated(t, x, counted(t, x, "u", "", nil)).Node(s.leaf); x.Format(leaf.Max) != fmt.Sprint(s.max, ".00") {
					t.Errorf("the maximum is %s, want %d", x.Format(leaf.Max), s.max)
				}
			}
		})
	}
}

// TestHalfUp rounds exact halves of a hundredth up: 1/800 of 4 is 0.005.
func TestHalfUp(t *testing.T) {
	x := shippedIndex(t, "vn.766", "portal-2026")
	for pair, want := range map[[2]int64]string{
		{1, 800}: "0.01", {3, 800}: "0.02", {5, 800}: "0.03", {799, 800}: "4.00", {797, 800}: "3.99",
		{1249, 1_000_000}: "0.00", {1250, 1_000_000}: "0.01", {1251, 1_000_000}: "0.01",
	} {
		if got := scoredAt(t, evaluated(t, x, counted(t, x, "u", "", ratios{"4.2": pair})), "4.2"); got != want {
			t.Errorf("4·%d/%d is %s, want %s", pair[0], pair[1], got, want)
		}
	}
}
