package receipt_test

import (
	"context"
	"iter"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/receipt"
)

// forgetful is a Log that lost a record.
type forgetful struct {
	motcua.Log
	lost int64
}

func (l forgetful) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	return func(yield func(motcua.Record, error) bool) {
		for r, err := range l.Log.Read(ctx, stream, after) {
			if r.Version != l.lost && !yield(r, err) {
				return
			}
		}
	}
}

// TestLost: a record that is lost is told where it should stand, though it issued nothing.
func TestLost(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	why := receipt.Why{Reason: "sai", At: morning}
	for _, r := range list[:1] {
		if _, err := a.Void(ctx, r.Name, r.Number, why); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.Issue(ctx, ask("HD2"), names...); err != nil {
		t.Fatal(err)
	}
	_, faults, err := receipt.On(forgetful{log, 3}).Verify(ctx, names[0]) // the void
	if err != nil || !slices.Contains(places(faults), "PAY-RCP-20 /version/3") {
		t.Errorf("%q, %v", places(faults), err)
	}
}
