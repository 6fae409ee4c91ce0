package register_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// failing is a Log of which the n-th reading fails, counted from 1, and no other.
type failing struct {
	motcua.Log
	n, seen int
}

func (f *failing) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	if f.seen++; f.seen == f.n {
		return func(yield func(motcua.Record, error) bool) { yield(motcua.Record{}, errDied) }
	}
	return f.Log.Read(ctx, stream, after)
}

// shared is a story of a transaction that is told of two orders, given up by the first
// and taken by the second, and of what a dossier has. It ends at the first
// error.
func shared(ctx context.Context, r register.Register) error {
	for _, c := range []payment.Claim{claim("HD1T1", "G1"), claim("HD2T1", "G1"), claim("HD9T1", "G9")} {
		if _, err := r.Report(ctx, c); err != nil {
			return err
		}
	}
	if _, err := r.Execute(ctx, "HD1", &payment.Command{ID: "none", Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{
		Reason: "là của HD2", Correction: &payment.Correction{Reference: "HD1T1", Transaction: "G1", Amount: payment.MustMoney("0 VND")}}}); err != nil {
		return err
	}
	if _, err := r.Reconsider(ctx); err != nil {
		return err
	}
	_, err := r.OfDossier(ctx, opening("HD1").Dossier)
	return err
}

// TestReadsAnywhereFail: whichever reading fails, its error comes back, nothing is taken
// for what could not be read, and doing all of it again comes to the same.
func TestReadsAnywhereFail(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	ctx := context.Background()
	tell := func(n int) ([]string, int, error) {
		log := new(motcua.MemoryLog)
		r := two(t, log, payment.MethodPortal)
		f := &failing{Log: log, n: n}
		err := shared(ctx, register.Register{Log: f, Clock: at(morning)})
		if n > 0 {
			if err := shared(ctx, r); err != nil {
				t.Errorf("again after reading %d: %v", n, err)
			}
		}
		taken, suspense := takenBy(t, r)
		if suspense != 2 { // of HD9
			t.Errorf("reading %d: %d postings of suspense", n, suspense)
		}
		return taken, f.seen, err
	}
	want, reads, err := tell(0)
	if err != nil || reads < 20 || !cmp.Equal(want, []string{"0 VND", "25000 VND"}) {
		t.Fatalf("%v after %d readings: %v", want, reads, err)
	}
	for n := 1; n <= reads; n++ {
		if got, _, err := tell(n); !errors.Is(err, errDied) || !cmp.Equal(got, want) {
			t.Errorf("reading %d: %v, %v", n, got, err)
		}
	}
}

// TestOpeningOfAnother: an order is opened under its own id; under another one nothing
// could be read of it any more.
func TestOpeningOfAnother(t *testing.T) {
	ctx := context.Background()
	log := new(motcua.MemoryLog)
	r := register.Register{Log: log, Clock: at(morning)}
	_, err := r.Execute(ctx, "HD2", &payment.Command{ID: "open", Action: payment.ActionOpen, By: payment.RoleSystem, Details: payment.Details{Opening: opening("HD1")}})
	var faults motcua.Faults
	if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Code != "PAY-REG-05" || faults[0].Pointer != "/opening/id" {
		t.Errorf("%v", err)
	}
	if list := records(t, log, "order/HD2"); len(list) > 0 || register.StreamOf("") != "" {
		t.Errorf("%v", list)
	}
	must(r.Open(ctx, opening("HD2"), payment.RoleSystem))(t)
}
