package history_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
)

// long is a history of so many events.
func long(b *testing.B, n int) *motcua.MemoryLog {
	b.Helper()
	log := lived(b, 3)
	for i := 3; i < n; i++ {
		if _, err := (history.Store{Log: log}).Execute(b.Context(), code, command(i, dossier.ActionComplain, dossier.RoleApplicant), setting(i)); err != nil {
			b.Fatal(err)
		}
	}
	return log
}

// BenchmarkExecute files a dossier, and adds to one of ten events, each time on a Log of
// its own.
func BenchmarkExecute(b *testing.B) {
	for _, n := range []int{0, 10} {
		b.Run(fmt.Sprint("after-", n), func(b *testing.B) {
			c := command(n, dossier.ActionComplain, dossier.RoleApplicant)
			var before []motcua.Event
			if n == 0 {
				c = life()[0]
			} else {
				for _, r := range recorded(b, long(b, n)) {
					before = append(before, r.Event)
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				log := new(motcua.MemoryLog)
				if before != nil {
					if _, err := log.Append(b.Context(), history.StreamOf(code), 0, before...); err != nil {
						b.Fatal(err)
					}
				}
				if _, err := (history.Store{Log: log}).Execute(b.Context(), code, c, setting(n)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkVerify verifies a history of a hundred events; it reports the time of one.
func BenchmarkVerify(b *testing.B) {
	log := long(b, 100)
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := verify(b, log, history.Head{}); faults != nil {
			b.Fatal(faults)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/100, "ns/event")
}

// BenchmarkLoad loads a history of ten events.
func BenchmarkLoad(b *testing.B) {
	log := long(b, 10)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := (history.Store{Log: log}).Load(b.Context(), code); err != nil {
			b.Fatal(err)
		}
	}
}
