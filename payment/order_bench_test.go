package payment_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua/payment"
)

// longHistory is that of an order to which n claims were reported.
func longHistory(b testing.TB, n int) *desk {
	d := newDesk(b)
	d.open(soundOpening())
	d.start(payment.MethodPortal, "25000 VND")
	for i := range n {
		d.paid(fmt.Sprint("c", i), "HD1T1", fmt.Sprint("G", i), "25000 VND")
	}
	return d
}

// BenchmarkClaim decides on a claim and takes it, for an order that heard none, and one
// that heard many.
func BenchmarkClaim(b *testing.B) {
	for _, n := range []int{0, 10, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := longHistory(b, n)
			events := d.o.Events
			c := payment.Command{ID: "new", Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: soundClaim()}}
			c.Claim.Transaction = "new"
			b.ReportAllocs()
			for b.Loop() {
				e, err := d.o.Decide(&c, d.now)
				if err != nil {
					b.Fatal(err)
				}
				o := *d.o
				o.Events = events[:len(events):len(events)]
				o.Tries = append([]payment.Try{}, o.Tries...)
				o.Apply(e)
			}
		})
	}
}

// BenchmarkFold makes an order of its history.
func BenchmarkFold(b *testing.B) {
	for _, n := range []int{1, 10, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			events := longHistory(b, n).o.Events
			b.ReportAllocs()
			for b.Loop() {
				if o := payment.Fold(events); o.Version() == 0 {
					b.Fatal("nothing was folded")
				}
			}
		})
	}
}

// BenchmarkReplay holds a history to the rows.
func BenchmarkReplay(b *testing.B) {
	events := longHistory(b, 10).o.Events
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := payment.Replay(events); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}
