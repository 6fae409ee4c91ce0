package register_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// found is what an officer found of a transaction of the first attempt of an order.
func found(id, order, transaction, amount string) *payment.Command {
	return &payment.Command{ID: id, Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{
		Reason: "tra soát", Correction: &payment.Correction{Reference: order + "T1", Transaction: transaction, Amount: payment.MustMoney(amount)},
	}}
}

// TestOneTransferDivided: an officer divides a transfer over two orders, the first one
// lowered before; neither of them, and no third, gets more of it by a claim.
func TestOneTransferDivided(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodTransfer)
	must(r.Report(ctx, claim("HD1T1", "FT1")))(t)
	var held *register.HeldError
	if _, err := r.Execute(ctx, "HD2", found("c2", "HD2", "FT1", "10000 VND")); !errors.As(err, &held) || held.Order != "HD1" {
		t.Fatalf("nobody looked at the sum where it is: %v", err)
	}
	must(r.Execute(ctx, "HD1", found("c1", "HD1", "FT1", "15000 VND")))(t)
	must(r.Execute(ctx, "HD2", found("c2", "HD2", "FT1", "10000 VND")))(t)
	must(r.Open(ctx, opening("HD3"), payment.RoleSystem))(t)
	third := attempt("HD3", 1)
	third.Attempt.Method = payment.MethodTransfer
	must(r.Execute(ctx, "HD3", third))(t)
	for _, reference := range []string{"HD1T1", "HD2T1", "HD3T1"} {
		c := claim(reference, "FT1")
		c.Origin, c.At = payment.OriginStatement, morning.Add(1e9)
		must(r.Report(ctx, c))(t)
	}
	if got, _ := takenBy(t, r); !slices.Equal(got, []string{"15000 VND", "10000 VND"}) {
		t.Errorf("%v", got)
	}
	if o := must(first2(r.Load(ctx, "HD3")))(t); o.Taken.Sign() != 0 {
		t.Errorf("a third order took %v", o.Taken)
	}
}

// TestCorrectedThenClaimed: what an officer gave an order of his own finding is not taken
// by another one that is told of it later.
func TestCorrectedThenClaimed(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodTransfer)
	must(r.Execute(ctx, "HD2", found("c2", "HD2", "FT1", "25000 VND")))(t)
	if got, err := r.Report(ctx, claim("HD1T1", "FT1")); err != nil || got.Holder != "HD2" {
		t.Errorf("%+v %v", got, err)
	}
	if got, suspense := takenBy(t, r); !slices.Equal(got, []string{"0 VND", "25000 VND"}) || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
}

// TestWrittenDownAgain: an officer who gives a sum back to the order that gave it up
// holds it from the moment that it is written down, though he dies before the order says so.
func TestWrittenDownAgain(t *testing.T) {
	ctx := context.Background()
	log := &dying{Log: new(motcua.MemoryLog)}
	r := two(t, log, payment.MethodTransfer)
	must(r.Report(ctx, claim("HD1T1", "FT1")))(t)
	must(r.Execute(ctx, "HD1", found("c1", "HD1", "FT1", "0 VND")))(t)
	log.n, log.after = log.seen+1, true
	if _, err := r.Execute(ctx, "HD1", found("c2", "HD1", "FT1", "25000 VND")); !errors.Is(err, errDied) {
		t.Fatal(err)
	}
	log.dead = false
	if got, err := r.Report(ctx, claim("HD2T1", "FT1")); err != nil || got.Holder != "HD1" {
		t.Errorf("%+v %v", got, err)
	}
	must(r.Execute(ctx, "HD1", found("c2", "HD1", "FT1", "25000 VND")))(t)
	if got, _ := takenBy(t, r); !slices.Equal(got, []string{"25000 VND", "0 VND"}) {
		t.Errorf("%v", got)
	}
}

// TestGivenUpThenToldOfAnotherAttempt: an order that gave a transaction up to another one
// does not get it back by a claim under a further attempt, and what is said again of the
// attempt that an officer looked at is heard there.
func TestGivenUpThenToldOfAnotherAttempt(t *testing.T) {
	ctx := context.Background()
	r := two(t, new(motcua.MemoryLog), payment.MethodTransfer)
	must(r.Report(ctx, claim("HD1T1", "FT1")))(t)
	must(r.Execute(ctx, "HD1", found("c1", "HD1", "FT1", "0 VND")))(t)
	must(r.Report(ctx, claim("HD2T1", "FT1")))(t)
	second := attempt("HD1", 2)
	second.Attempt.Method = payment.MethodTransfer
	must(r.Execute(ctx, "HD1", second))(t)
	if got, err := r.Report(ctx, claim("HD1T2", "FT1")); err != nil || got.Holder != "HD2" {
		t.Errorf("%+v %v", got, err)
	}
	late := claim("HD1T1", "FT1")
	late.At = morning.Add(1e9)
	if got, err := r.Report(ctx, late); err != nil || got.Order != "HD1" { // it is said of what an officer looked at
		t.Errorf("%+v %v", got, err)
	}
	if got, suspense := takenBy(t, r); !slices.Equal(got, []string{"0 VND", "25000 VND"}) || suspense != 0 {
		t.Errorf("%v taken, %d postings of suspense", got, suspense)
	}
}

// TestTransactionOfAnotherAccount: banks number their own transactions, and so may each
// account; the platform numbers all of them.
func TestTransactionOfAnotherAccount(t *testing.T) {
	ctx := context.Background()
	for method, want := range map[payment.Method][]string{
		payment.MethodTransfer: {"25000 VND", "25000 VND"}, payment.MethodQR: {"25000 VND", "25000 VND"},
		payment.MethodPortal: {"25000 VND", "0 VND"}, payment.MethodGateway: {"25000 VND", "0 VND"},
	} {
		r := register.Register{Log: new(motcua.MemoryLog), Clock: at(morning)}
		for i, id := range []string{"HD1", "HD2"} {
			o := opening(id)
			o.Beneficiary = payment.Account{Bank: "970436", Number: fmt.Sprint(i), Name: "KHO BAC"}
			must(r.Open(ctx, o, payment.RoleSystem))(t)
			c := attempt(id, 1)
			c.Attempt.Method = method
			must(r.Execute(ctx, id, c))(t)
			must(r.Report(ctx, claim(id+"T1", "1")))(t)
		}
		if got, _ := takenBy(t, r); !slices.Equal(got, want) {
			t.Errorf("%v: %v", method, got)
		}
	}
}

// TestDiesBetweenTwoOrders: one transaction is told of two orders, in either order of
// coming, by a program that dies at each append, done or not, and says all of it again.
// One order takes it, whichever was first, and the books hold it once.
func TestDiesBetweenTwoOrders(t *testing.T) {
	ctx := context.Background()
	for _, ids := range [][]string{{"HD1", "HD2"}, {"HD2", "HD1"}} {
		tell := func(r register.Register) error {
			for _, id := range ids {
				if _, err := r.Report(ctx, claim(id+"T1", "G1")); err != nil {
					return err
				}
			}
			return nil
		}
		count := &dying{Log: new(motcua.MemoryLog)}
		r := two(t, count, payment.MethodPortal)
		before := count.seen
		if err := tell(r); err != nil || count.seen != before+3 { // the transaction, its order, the other one in suspense
			t.Fatalf("%d appends: %v", count.seen-before, err)
		}
		for n := before + 1; n <= count.seen; n++ {
			for _, after := range []bool{false, true} {
				log := &dying{Log: new(motcua.MemoryLog)}
				r := two(t, log, payment.MethodPortal)
				log.n, log.after = n, after
				if err := tell(r); !errors.Is(err, errDied) {
					t.Errorf("append %d: %v", n, err)
				}
				log.dead = false
				other := slices.Clone(ids)
				slices.Reverse(other)
				for _, id := range other { // they come again the other way round
					must(r.Report(ctx, claim(id+"T1", "G1")))(t)
				}
				must(r.Reconsider(ctx))(t)
				got, suspense := takenBy(t, r)
				if slices.Sort(got); !slices.Equal(got, []string{"0 VND", "25000 VND"}) || suspense != 0 {
					t.Errorf("append %d, done: %t: %v taken, %d postings of suspense", n, after, got, suspense)
				}
			}
		}
	}
}
