package receipt_test

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// TestReplacers: ten programs replace one receipt at once, half of them by other lines. One
// receipt takes its place; who asked for its lines is given it, and nobody else.
func TestReplacers(t *testing.T) {
	store := new(motcua.MemoryLog)
	names := shelf(t, store, 100)
	list, err := receipt.On(store).Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	log := &crashing{Log: store, dies: dice(3)}
	var group sync.WaitGroup
	var given, refused atomic.Int64
	for w := range 10 {
		group.Go(func() {
			q := ask("HD1")
			if w%2 == 0 {
				q.Lines[0] = line(payment.KindPhi, "Phí thẩm định", "19000 VND")
			}
			why := receipt.Why{Reason: "sai", At: morning}
			r, err := receipt.On(log).Replace(ctx, &list[0], q, why, names...)
			for errors.Is(err, errCrash) {
				r, err = receipt.On(log).Replace(ctx, &list[0], q, why, names...)
			}
			switch {
			case err == nil && r.Number == "0000002" && r.Total == q.Lines[0].Amount:
				given.Add(1)
			case errors.Is(err, receipt.ErrReplaced):
				refused.Add(1)
			default:
				t.Errorf("%v, %v", r, err)
			}
		})
	}
	group.Wait()
	if given.Load() != 5 || refused.Load() != 5 || audit(t, store, names[0])["HD1"] != "0000002" {
		t.Errorf("given to %d, refused to %d", given.Load(), refused.Load())
	}
}
