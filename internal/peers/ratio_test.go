package peers

import (
	"math"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier/workday"
)

// TestRatio fails where ours is no longer as many times faster than a rival as is
// claimed. Ratios of one run hold on any machine; times do not.
func TestRatio(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time to measure")
	}
	t.Run("FifteenWorkingDays", workdayRatio)
	t.Run("FifteenWorkingDaysLedger", ledgerRatio)
	t.Run("Transition", lifeRatio)
	t.Run("Money", moneyRatio)
}

// least is how many times faster ours must be than rickar/cal as it comes. It is
// well below what is measured: it finds an answer that has become a walk, and not
// a busy machine. The naive walk and the cache of rickar/cal, which two goroutines
// cannot share, are logged and held to nothing: they look each day up in a map, and
// a run does more than count days.
const least = 20

func workdayRatio(t *testing.T) {
	_, instants := pick(working(workday.National()))
	all := ways(t)
	asks := make([]func(), len(all))
	for k, w := range all {
		asks[k] = func() {
			for _, at := range instants {
				if _, err := w.due(at); err != nil {
					t.Fatalf("%s: %v", w.name, err)
				}
			}
		}
	}
	best := fastest(40, 5*time.Millisecond, asks)
	for i, our := range all {
		for j, their := range all {
			if !our.ours || their.ours {
				continue
			}
			ratio := best[j] / best[i]
			t.Logf("%s %.1f ns, %s %.1f ns: %.0f times", our.name, best[i]/picked, their.name, best[j]/picked, ratio)
			if (their.name == "cal" || their.name == "cal/tables") && ratio < least {
				t.Errorf("%s is %.1f times faster than %s, less than %d", our.name, ratio, their.name, least)
			}
		}
	}
}

// fastest times calls in turn, round by round, so that what slows the machine for
// a while slows all of them, and gives for each the nanoseconds of one call in its
// best round: noise only ever adds.
func fastest(rounds int, round time.Duration, calls []func()) []float64 {
	best := make([]float64, len(calls))
	for k := range best {
		best[k] = math.Inf(1)
	}
	for range rounds {
		for k, call := range calls {
			n, began := 0, time.Now()
			for time.Since(began) < round {
				call()
				n++
			}
			best[k] = min(best[k], float64(time.Since(began).Nanoseconds())/float64(n))
		}
	}
	return best
}
