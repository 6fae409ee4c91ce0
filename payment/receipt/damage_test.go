package receipt_test

import (
	"context"
	"errors"
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

// TestMoved: a series under the name of another one is told, and issues nothing.
func TestMoved(t *testing.T) {
	good := new(motcua.MemoryLog)
	_, names := opened(t, good)
	moved := new(motcua.MemoryLog) // a stream under the name of another series
	for stored, err := range good.Read(ctx, receipt.StreamOf(names[0]), 0) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := moved.Append(ctx, receipt.StreamOf(names[1]), stored.Version-1, stored.Event); err != nil {
			t.Fatal(err)
		}
	}
	if _, faults, err := receipt.On(moved).Verify(ctx, names[1]); err != nil || !slices.Equal(places(faults), []string{"PAY-RCP-13 /version/1/series"}) {
		t.Errorf("another series: %q, %v", places(faults), err)
	}
	if _, err := receipt.On(moved).State(ctx, names[1]); !errors.Is(err, receipt.ErrDiffers) {
		t.Errorf("another series: %v", err)
	}
}
