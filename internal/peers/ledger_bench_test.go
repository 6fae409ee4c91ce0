package peers

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// ledgerWay answers as a dossier does: a ledger with one reception is read, and
// asked when it is due. The entries are kept between asks, as whoever has dossiers
// has theirs.
func ledgerWay(tb testing.TB) way {
	tb.Helper()
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	limit, faults := workday.ParseLimit("15 working days")
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	terms := &dossier.Terms{Office: office, Limit: &limit}
	entries := []dossier.Entry{{Kind: dossier.EntryReceived}}
	return way{"ours/ledger", true, func(t time.Time) (time.Time, error) {
		entries[0].At = t
		ledger, faults := terms.Ledger(entries)
		if faults != nil {
			return time.Time{}, faults
		}
		due, ok := ledger.Due()
		if !ok {
			return time.Time{}, workday.ErrHorizon
		}
		return due, nil
	}}
}

// TestLedgerAgrees holds the ledger to the days of the calendar, as the other ways
// are held.
func TestLedgerAgrees(t *testing.T) {
	calendar, w := workday.National(), ledgerWay(t)
	for _, start := range working(calendar) {
		want, err := calendar.AddWorkingDays(start, fifteen)
		if err != nil {
			t.Fatal(err)
		}
		due, err := w.due(nine(start))
		if err != nil {
			t.Fatal(err)
		}
		if got := motcua.DateOf(due.In(motcua.Vietnam())); got != want || !due.Equal(nine(want)) {
			t.Errorf("from %s: %s, and the calendar has %s", start, due, want)
		}
	}
}

// TestLedgerNoAllocation holds the ledger to allocating nothing.
func TestLedgerNoAllocation(t *testing.T) {
	_, instants := pick(working(workday.National()))
	w, i := ledgerWay(t), uint(0)
	n := testing.AllocsPerRun(10*picked, func() {
		if _, err := w.due(instants[i%picked]); err != nil {
			t.Fatal(err)
		}
		i++
	})
	if n != 0 {
		t.Errorf("allocates %g times", n)
	}
}

// ledgerRatio holds the ledger, which does more than count days, to being as many
// times faster than rickar/cal as counting is.
func ledgerRatio(t *testing.T) {
	_, instants := pick(working(workday.National()))
	rivals := []way{ledgerWay(t)}
	for _, w := range ways(t) {
		if !w.ours {
			rivals = append(rivals, w)
		}
	}
	asks := make([]func(), len(rivals))
	for k, w := range rivals {
		asks[k] = func() {
			for _, at := range instants {
				if _, err := w.due(at); err != nil {
					t.Fatalf("%s: %v", w.name, err)
				}
			}
		}
	}
	best := fastest(40, 5*time.Millisecond, asks)
	for k, w := range rivals[1:] {
		ratio := best[k+1] / best[0]
		t.Logf("%s %.1f ns, %s %.1f ns: %.0f times", rivals[0].name, best[0]/picked, w.name, best[k+1]/picked, ratio)
		if (w.name == "cal" || w.name == "cal/tables") && ratio < least {
			t.Errorf("%s is %.1f times faster than %s, less than %d", rivals[0].name, ratio, w.name, least)
		}
	}
}

// BenchmarkFifteenWorkingDaysLedger stands beside BenchmarkFifteenWorkingDays: the
// same starts, the same question.
func BenchmarkFifteenWorkingDaysLedger(b *testing.B) {
	_, instants := pick(working(workday.National()))
	w := ledgerWay(b)
	b.Run(w.name, func(b *testing.B) {
		b.ReportAllocs()
		for i := uint(0); b.Loop(); i++ {
			if _, err := w.due(instants[i%picked]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
