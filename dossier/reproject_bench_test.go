package dossier_test

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// swapNotice swaps a Friday before a holiday for a Saturday, as notices do.
const swapNotice = `{"id": "notice", "title": {"vi": "Thông báo hoán đổi", "en": "Notice of a swap"},
	"swaps": [{"off": "2026-08-28", "work": "2026-08-15", "source": {"act": "1/TB-BNV", "basis": "ours"}}]}`

func swapOffice(t testing.TB) *workday.Office {
	t.Helper()
	calendar, faults := workday.National().Overlay([]byte(swapNotice))
	if faults != nil {
		t.Fatal(faults)
	}
	return officeOf(t, calendar)
}

// startIn spreads receptions over 2026, at all times of the day.
func startIn(i, of int) time.Time {
	const year = 365 * 24 * time.Hour
	return time.Date(2026, time.January, 1, 0, 0, 0, 0, motcua.Vietnam()).Add(year / time.Duration(of) * time.Duration(i))
}

// TestReprojectMoves: of dossiers all over the year those move whose time runs over
// the swapped days, and each says so.
func TestReprojectMoves(t *testing.T) {
	terms, after := termsOf(t, "15 working days"), termsOf(t, "15 working days")
	after.Office = swapOffice(t)
	moved := 0
	for i := range 2000 {
		ledger, _ := terms.Ledger([]dossier.Entry{{Kind: dossier.EntryReceived, At: startIn(i, 2000)}})
		_, moves, err := ledger.Reproject(after)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range moves {
			if m.What != dossier.ChangeDue && m.What != dossier.ChangeStatutory || len(m.Why) == 0 {
				t.Errorf("%+v", m)
			}
		}
		if len(moves) > 0 {
			moved++
		}
	}
	// About fifteen working days before each of the two days, less the fortnight in
	// which both lie on the way and make good for one another.
	if moved < 50 || moved > 300 {
		t.Errorf("%d of 2000 moved", moved)
	}
}

// BenchmarkReproject reads a million open dossiers again under a calendar with a
// swapped day.
func BenchmarkReproject(b *testing.B) {
	const dossiers, batch = 1_000_000, 1000
	terms, after := termsOf(b, "15 working days"), termsOf(b, "15 working days")
	after.Office = swapOffice(b)
	entries := make([]dossier.Entry, dossiers)
	for i := range entries {
		entries[i] = dossier.Entry{Kind: dossier.EntryReceived, At: startIn(i, dossiers)}
	}
	ledgers := make([]dossier.Ledger, batch)
	b.ReportAllocs()
	moved, spent := 0, time.Duration(0)
	b.ResetTimer()
	for range b.N {
		moved = 0
		for from := 0; from < dossiers; from += batch {
			b.StopTimer() // what is measured is to read again, not to read
			for i := range ledgers {
				ledgers[i], _ = terms.Ledger(entries[from+i : from+i+1])
			}
			b.StartTimer()
			began := time.Now()
			for i := range ledgers {
				_, moves, err := ledgers[i].Reproject(after)
				if err != nil {
					b.Fatal(err)
				}
				if len(moves) > 0 {
					moved++
				}
			}
			spent += time.Since(began)
		}
	}
	b.ReportMetric(float64(spent.Nanoseconds())/float64(b.N)/dossiers, "ns/dossier")
	b.ReportMetric(float64(moved), "moved")
}

// BenchmarkLedger reads a ledger and asks for its due date.
func BenchmarkLedger(b *testing.B) {
	for _, row := range ledgersWithoutAllocation(b) {
		b.Run(row.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ledger, _ := row.terms.Ledger(row.entries)
				if _, ok := ledger.Due(); !ok {
					b.Fatal("no due date")
				}
			}
		})
	}
}

type ledgerRow struct {
	name    string
	terms   *dossier.Terms
	entries []dossier.Entry
}

func ledgersWithoutAllocation(t testing.TB) []ledgerRow {
	t.Helper()
	const paused = "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00; paused otherBody 03-05 09:00; resumed otherBody 03-06 09:00"
	return []ledgerRow{
		{"plain", termsOf(t, "15 working days"), storyOf(t, "received 03-02 09:00")},
		{"pauses", termsOf(t, "15 working days", excludes("otherBody")), storyOf(t, paused)},
		{"lane", termsOf(t, "15 working days", laneBy("5 working days")), storyOf(t, "received 03-02 09:00; lane 03-02 09:00")},
		{"stated", termsOf(t, "15 working days", stated("03-20 16:00")), storyOf(t, "received 03-02 09:00")},
		{"stated, pauses", termsOf(t, "15 days", stated("03-20 16:00"), excludes("otherBody")), storyOf(t, paused)},
		{"stated alone", termsOf(t, "", stated("03-20 16:00")), storyOf(t, "received 03-02 09:00")},
		{"payment", termsOf(t, "15 working days", onPayment, stated("03-20 16:00")), storyOf(t, "received 03-02 09:00; paused financialObligation 03-02 10:00; resumed financialObligation 03-04 10:00")},
		{"re-appointed", termsOf(t, "15 working days"), storyOf(t, "received 03-02 09:00; extended 03-04 09:00 to 03-27 16:00 sorry")},
		{"restart", termsOf(t, "15 working days", restart, laneBy("5 working days")), storyOf(t, paused[:len("received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00")])},
		{"ended", termsOf(t, "15 working days"), storyOf(t, "filed 03-01 09:00; received 03-02 09:00; ended 03-20 09:00")},
		{"filed", termsOf(t, "15 working days", answerBy("online"), ownTerm("supplement", "20 days", "stop")), storyOf(t, "filed 03-01 09:00; paused supplement 03-01 10:00; received 03-02 09:00")},
	}
}

// TestNoAllocation: to read a ledger allocates nothing, nor does to ask it, nor to
// read it again where nothing moves.
func TestNoAllocation(t *testing.T) {
	now := at(t, "03-05 12:00")
	for _, row := range ledgersWithoutAllocation(t) {
		for name, ask := range map[string]func(*dossier.Ledger){
			"due":       func(l *dossier.Ledger) { l.Due() },
			"views":     func(l *dossier.Ledger) { l.Citizen(now); l.Index(now) },
			"balance":   func(l *dossier.Ledger) { l.Remaining(now); l.NextChange(now) },
			"reproject": func(l *dossier.Ledger) { _, _, _ = l.Reproject(row.terms) },
		} {
			var ledger dossier.Ledger // here, for it is asked through a variable and would escape
			n := testing.AllocsPerRun(100, func() {
				ledger, _ = row.terms.Ledger(row.entries)
				ask(&ledger)
			})
			if n != 0 {
				t.Errorf("%s, %s: %g allocations", row.name, name, n)
			}
		}
	}
}
