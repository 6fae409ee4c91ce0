package register_test

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// two is a register of two orders with an attempt each, by a method.
func two(t testing.TB, log motcua.Log, method payment.Method) register.Register {
	t.Helper()
	ctx := context.Background()
	r := register.Register{Log: log, Clock: at(morning)}
	for _, id := range []string{"HD1", "HD2"} {
		must(r.Open(ctx, opening(id), payment.RoleSystem))(t)
		c := attempt(id, 1)
		c.Attempt.Method = method
		must(r.Execute(ctx, id, c))(t)
	}
	return r
}

// takenBy is what came for both orders, and what suspense posts.
func takenBy(t testing.TB, r register.Register) (orders []string, suspense int) {
	t.Helper()
	for _, id := range []string{"HD1", "HD2"} {
		o, _, err := r.Load(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		orders = append(orders, o.Taken.String())
	}
	for _, u := range must(r.Suspense(context.Background()))(t) {
		suspense += len(u.Postings())
	}
	return orders, suspense
}

// TestOneTransactionTwoOrders: a transaction that is told of two orders is taken by the
// first, lies in suspense for the second with the name of the first, and posts once.
func TestOneTransactionTwoOrders(t *testing.T) {
	ctx := context.Background()
	for _, list := range [][]string{{"HD1", "HD2"}, {"HD2", "HD1"}} {
		r := two(t, new(motcua.MemoryLog), payment.MethodPortal)
		for round := range 2 { // it comes again
			for i, id := range list {
				got, err := r.Report(ctx, claim(id+"T1", "G1"))
				if err != nil || got.Known != (round > 0) || (got.Order != "") != (i == 0) || i == 1 && got.Holder != list[0] {
					t.Errorf("%v, round %d, %s: %+v %v", list, round, id, got, err)
				}
			}
		}
		want := []string{"25000 VND", "0 VND"}
		if list[0] == "HD2" {
			slices.Reverse(want)
		}
		if got, suspense := takenBy(t, r); !slices.Equal(got, want) || suspense != 0 {
			t.Errorf("%v: %v taken, %d postings of suspense", list, got, suspense)
		}
		if list := must(r.Suspense(ctx))(t); len(list) != 1 || !list[0].Again || list[0].Settled {
			t.Errorf("%+v", list)
		}
		if n, err := r.Reconsider(ctx); n != 0 || err != nil {
			t.Errorf("%d were explained: %v", n, err)
		}
	}
}

// TestTransactionsOfATill: what a till numbers may be numbered so again.
func TestTransactionsOfATill(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		method payment.Method
		want   []string
	}{
		{payment.MethodPortal, []string{"25000 VND", "0 VND"}},
		{payment.MethodGateway, []string{"25000 VND", "0 VND"}},
		{payment.MethodTransfer, []string{"25000 VND", "0 VND"}},
		{payment.MethodQR, []string{"25000 VND", "0 VND"}},
		{payment.MethodCash, []string{"25000 VND", "25000 VND"}},
		{payment.MethodCard, []string{"25000 VND", "25000 VND"}},
	} {
		r := two(t, new(motcua.MemoryLog), c.method)
		for _, id := range []string{"HD1", "HD2"} {
			one := claim(id+"T1", "1")
			one.Origin = payment.OriginCounter
			must(r.Report(ctx, one))(t)
		}
		if got, _ := takenBy(t, r); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v", c.method, got)
		}
	}
}

// TestTransactionOfTwoLedgers: the same number at another ledger is another transaction.
func TestTransactionOfTwoLedgers(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodPortal)
	must(r.Report(ctx, claim("HD1T1", "1")))(t)
	second := attempt("HD2", 2)
	second.Attempt.Method = payment.MethodTransfer
	fail := claim("HD2T1", "")
	fail.Outcome = payment.OutcomeFailed
	must(r.Report(ctx, fail))(t)
	must(r.Execute(ctx, "HD2", second))(t)
	if got, err := r.Report(ctx, claim("HD2T2", "1")); err != nil || got.Order != "HD2" {
		t.Errorf("%+v %v", got, err)
	}
}

// TestWrongHolder: once an officer found that no money of a transaction came for the
// order that holds it, it is taken by the order it was told of besides, and by no third.
func TestWrongHolder(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodPortal)
	for _, id := range []string{"HD1", "HD2"} {
		must(r.Report(ctx, claim(id+"T1", "G1")))(t)
	}
	must(r.Execute(ctx, "HD1", &payment.Command{ID: "c1", Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{
		Reason: "tra soát", Correction: &payment.Correction{Reference: "HD1T1", Transaction: "G1", Amount: payment.MustMoney("0 VND")},
	}}))(t)
	for _, want := range []int{1, 0} {
		if n, err := r.Reconsider(ctx); n != want || err != nil {
			t.Fatalf("%d were explained, want %d: %v", n, want, err)
		}
	}
	if got, suspense := takenBy(t, r); !slices.Equal(got, []string{"0 VND", "25000 VND"}) || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
	again := claim("HD1T1", "G1")
	again.Origin = payment.OriginQuery
	if got, err := r.Report(ctx, again); err != nil || !got.Known || got.Order != "HD1" {
		t.Errorf("what was heard is heard: %+v %v", got, err)
	}
}

// TestPostedBeforeItsHolder: a sum that was in suspense before an order was known to have
// its transaction leaves the books of suspense once that is seen.
func TestPostedBeforeItsHolder(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: at(morning)}
	must(r.Report(ctx, claim("HD2T1", "G1")))(t) // its order is not opened
	r = two(t, r.Log, payment.MethodPortal)
	must(r.Report(ctx, claim("HD1T1", "G1")))(t)
	if got, suspense := takenBy(t, r); got[0] != "25000 VND" || suspense != 2 {
		t.Fatalf("%v taken, %d postings of suspense", got, suspense)
	}
	for _, want := range []int{1, 0} {
		if n, err := r.Reconsider(ctx); n != want || err != nil {
			t.Fatalf("%d were explained, want %d: %v", n, want, err)
		}
	}
	if got, suspense := takenBy(t, r); !slices.Equal(got, []string{"25000 VND", "0 VND"}) || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
	if u := must(r.Suspense(ctx))(t)[0]; u.Order != "HD1" || !u.Settled {
		t.Errorf("%+v", u)
	}
}

// TestHeldAtOnce: of many programs that tell one transaction of two orders at once, one
// order takes it.
func TestHeldAtOnce(t *testing.T) {
	r := two(t, new(motcua.MemoryLog), payment.MethodPortal)
	var first [2]atomic.Int32
	all(10, func(i int) {
		got, err := r.Report(context.Background(), claim([]string{"HD1T1", "HD2T1"}[i%2], "G1"))
		if err != nil {
			t.Error(err)
		}
		if got.Order != "" {
			first[i%2].Add(1)
		}
	})
	if got, suspense := takenBy(t, r); (first[0].Load() == 5) == (first[1].Load() == 5) || !slices.Contains(got, "0 VND") || !slices.Contains(got, "25000 VND") || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
}

// TestHeldThoughItDied: whoever dies between the stream of the transaction and the order
// says the same again, and meanwhile nobody else takes it.
func TestHeldThoughItDied(t *testing.T) {
	ctx := context.Background()
	log := &dying{Log: new(motcua.MemoryLog)}
	r := two(t, log, payment.MethodPortal)
	log.n, log.after = log.seen+1, true
	if _, err := r.Report(ctx, claim("HD1T1", "G1")); !errors.Is(err, errDied) {
		t.Fatal(err)
	}
	log.dead = false
	if got, err := r.Report(ctx, claim("HD2T1", "G1")); err != nil || got.Holder != "HD1" {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := r.Report(ctx, claim("HD1T1", "G1")); err != nil || got.Order != "HD1" || got.Known {
		t.Errorf("%+v %v", got, err)
	}
	if got, suspense := takenBy(t, r); !slices.Equal(got, []string{"25000 VND", "0 VND"}) || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
}

// TestHeldIsRefused: Execute takes no way round it.
func TestHeldIsRefused(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodPortal)
	must(r.Report(ctx, claim("HD1T1", "G1")))(t)
	c := claim("HD2T1", "G1")
	var held *register.HeldError
	if _, err := r.Execute(ctx, "HD2", &payment.Command{ID: "x", Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &c}}); !errors.As(err, &held) || held.Order != "HD1" {
		t.Error(err)
	}
}
