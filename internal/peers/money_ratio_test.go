package peers

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	govalues "github.com/govalues/money"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// addMost is less than how many nanoseconds an addition is promised to take.
const addMost = 5

// moneyWork are the operations on amounts; least is how many times faster ours must be
// than each rival, well below what is measured. Reading is slower than the rivals', which
// look at fewer things; it must not fall behind further.
var moneyWork = []struct {
	name  string
	of    func(testing.TB) []reckoner
	least map[string]float64
}{
	{"Add", adders, map[string]float64{"govalues/money": 2, "govalues/decimal": 1.5, "go-money": 5}},
	{"Percent", percenters, map[string]float64{"govalues/money": 1, "govalues/decimal": 0.5}},
	{"Parse", readers, map[string]float64{"govalues/money": 0.2, "govalues/decimal": 0.15}},
}

func moneyRatio(t *testing.T) {
	for _, work := range moneyWork {
		all := work.of(t)
		asks := make([]func(), len(all))
		for k, r := range all {
			asks[k] = func() {
				if err := r.run(); err != nil {
					t.Fatalf("%s: %v", r.name, err)
				}
			}
		}
		best := fastest(200, time.Millisecond, asks)
		for i, our := range all {
			for j, their := range all {
				if !our.ours || their.ours {
					continue
				}
				ratio, least := best[j]/best[i], work.least[their.name]
				t.Logf("%s: %s %.1f ns, %s %.1f ns: %.1f times", work.name, our.name, best[i]/picked, their.name, best[j]/picked, ratio)
				if ratio < least {
					t.Errorf("%s: %s is %.2f times faster than %s, less than %.2f", work.name, our.name, ratio, their.name, least)
				}
			}
			if work.name == "Add" && our.ours && best[i]/picked >= addMost {
				t.Errorf("%s takes %.1f ns, not less than %d", our.name, best[i]/picked, addMost)
			}
		}
	}
}

// TestReckoners: all come to the same amounts, the first of which is found by hand, and ours
// computes without allocating.
func TestReckoners(t *testing.T) {
	for _, work := range moneyWork {
		var want []string
		for _, r := range work.of(t) {
			n := testing.AllocsPerRun(10, func() {
				if err := r.run(); err != nil {
					t.Fatalf("%s/%s: %v", work.name, r.name, err)
				}
			})
			t.Logf("%s/%s: %v allocations", work.name, r.name, n/picked)
			if r.ours && work.name != "Parse" && n != 0 {
				t.Errorf("%s/%s: %v allocations", work.name, r.name, n)
			}
			if want == nil {
				want = r.said()
			}
			if diff := cmp.Diff(want, r.said()); diff != "" {
				t.Errorf("%s/%s (-first +this):\n%s", work.name, r.name, diff)
			}
		}
		// 64 fees from 1 500, 3 468 apart, and the first once more; 12.5 % of 1 500 is 187.5.
		if by := map[string]string{"Add": "7088988", "Percent": "188", "Parse": "1500"}; want[0] != by[work.name] {
			t.Errorf("%s: %s, want %s", work.name, want[0], by[work.name])
		}
	}
}

// TestPast: what lies past the largest amount. Ours and govalues refuse it; go-money comes
// out below zero and says nothing, so that what it saves in looking is no merit.
func TestPast(t *testing.T) {
	most, one := payment.MustMoney("9223372036854775807 VND"), payment.MustMoney("1 VND")
	if m, err := most.Add(one); !errors.Is(err, motcua.ErrOverflow) {
		t.Errorf("ours: %v, %v", m, err)
	}
	theirs := govalues.MustParseAmount("VND", "9999999999999999999")
	if sum, err := theirs.Add(over(t, inGovalues)[0]); err == nil {
		t.Errorf("govalues/money: %v", sum)
	}
	a, _ := inGoMoney(math.MaxInt64)
	b, _ := inGoMoney(1)
	if sum, err := a.Add(b); err != nil || sum.Amount() != math.MinInt64 {
		t.Errorf("go-money: %v, %v", sum, err)
	}
}
