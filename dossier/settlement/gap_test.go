package settlement_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
)

// TestNotTold: a dossier that does not take a payment as it stands is listed with why,
// the claim is recorded all the same, and what the dossier takes later is told then.
func TestNotTold(t *testing.T) {
	w := at(new(motcua.MemoryLog))
	if _, err := w.Orders.Open(w.ctx, order("HD1", code, "5000 VND"), payment.RoleSystem); err != nil { // before it is filed
		t.Fatal(err)
	}
	check(t, w.start("HD1T1", payment.MethodPortal, "5000 VND"))
	for range 2 {
		check(t, w.report("HD1T1", "G1", "5000 VND"))
	}
	var refusal *dossier.RefusalError
	if told, err := w.Settle(w.ctx, "HD1"); told || !errors.As(err, &refusal) {
		t.Errorf("told: %t, %v", told, err)
	}
	gaps, err := w.Recover(w.ctx, unit)
	if err != nil || len(gaps) != 1 || gaps[0].Kind != settlement.GapNotTold || gaps[0].Order != "HD1" || gaps[0].Dossier != code || gaps[0].State != payment.StatePaid || !errors.As(gaps[0].Err, &refusal) {
		t.Fatalf("%+v %v", gaps, err)
	}
	check(t, w.file(code))
	if gaps := w.gaps(t); gaps != nil || w.told(t, code, "HD1") != 1 {
		t.Errorf("filed: %v, told %d times", gaps, w.told(t, code, "HD1"))
	}
}

// TestWithdrawn: money that comes for a dossier that was withdrawn is known there; what
// becomes of it is for people.
func TestWithdrawn(t *testing.T) {
	w := at(new(motcua.MemoryLog))
	check(t, w.file(code))
	check(t, w.Demand(w.ctx, order("HD1", code, "5000 VND")))
	check(t, w.start("HD1T1", payment.MethodPortal, "5000 VND"))
	_, err := w.Dossiers.Execute(w.ctx, code, &dossier.Command{ID: "w", Action: dossier.ActionWithdraw, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: dossier.Details{Reason: "rút hồ sơ"}}, &dossier.Setting{})
	check(t, err)
	before := w.dossier(t, code).State
	check(t, w.report("HD1T1", "G1", "5000 VND"))
	if d := w.dossier(t, code); d.State != before || d.Orders[0].Payment == nil {
		t.Errorf("%v was %v: %+v", d, before, d.Orders)
	}
	if gaps := w.gaps(t); gaps != nil {
		t.Error(gaps)
	}
}

// TestNotPaid: what was told as paid and went back is listed, whatever took it back, and
// is not any more once it is paid again.
func TestNotPaid(t *testing.T) {
	for name, back := range map[string]func(*world){
		"refunded":     func(w *world) { w.refund(t, "HD1", "R1", "5000 VND") },
		"charged back": func(w *world) { w.contest(t, "HD1", "G1", "5000 VND") },
		"corrected": func(w *world) {
			check(t, w.do("HD1", "look", payment.ActionCorrect, payment.RoleOfficer, payment.Details{Reason: "đối soát", Correction: &payment.Correction{
				Reference: "HD1T1", Transaction: "G1", Amount: payment.MustMoney("0 VND")}}))
		},
	} {
		w := at(new(motcua.MemoryLog))
		check(t, w.file(code))
		check(t, w.Demand(w.ctx, order("HD1", code, "5000 VND")))
		check(t, w.start("HD1T1", payment.MethodPortal, "5000 VND"))
		check(t, w.report("HD1T1", "G1", "5000 VND"))
		if gaps := w.gaps(t); gaps != nil {
			t.Errorf("%s: before: %v", name, gaps)
		}
		back(w)
		for range 2 {
			if gaps := w.gaps(t); !slices.Equal(gaps, []string{"HD1 notPaid"}) {
				t.Errorf("%s: %v", name, gaps)
			}
		}
		if name != "charged back" {
			continue
		}
		check(t, w.start("HD1T2", payment.MethodCash, "5000 VND"))
		check(t, w.report("HD1T2", "G2", "5000 VND"))
		if gaps := w.gaps(t); gaps != nil || w.told(t, code, "HD1") != 1 {
			t.Errorf("paid again: %v, told %d times", gaps, w.told(t, code, "HD1"))
		}
	}
}

// TestTwoOrders: a dossier that waits for one order takes no second demand; the order is
// open all the same, can be paid, and the dossier still waits for the first. Demanded
// again later it is known to be paid.
func TestTwoOrders(t *testing.T) {
	w := at(new(motcua.MemoryLog))
	check(t, w.file(code))
	check(t, w.Demand(w.ctx, order("HD1", code, "5000 VND")))
	var refusal *dossier.RefusalError
	if err := w.Demand(w.ctx, order("HD2", code, "7000 VND")); !errors.As(err, &refusal) {
		t.Errorf("a second demand: %v", err)
	}
	for _, id := range []string{"HD2", "HD1"} {
		if d := w.dossier(t, code); d.State != dossier.StatePaymentToFile {
			t.Errorf("before %s is paid: %v", id, d)
		}
		amount := map[string]string{"HD1": "5000 VND", "HD2": "7000 VND"}[id]
		check(t, w.start(id+"T1", payment.MethodPortal, amount))
		check(t, w.report(id+"T1", "G"+id, amount))
		if w.told(t, code, id) != 1 {
			t.Errorf("%s was not told", id)
		}
	}
	if d := w.dossier(t, code); d.State != dossier.StatePaidToFile || len(d.Orders) != 2 {
		t.Errorf("both are paid: %v %+v", d, d.Orders)
	}
	if gaps := w.gaps(t); gaps != nil {
		t.Error(gaps)
	}
}

// TestWaivedOrder: an order that is waived in full settles what the dossier demanded, and
// so does one of which the rest is paid.
func TestWaivedOrder(t *testing.T) {
	for name, live := range map[string]func(*world){
		"in full": func(w *world) { check(t, w.waive("HD1", "5000 VND")) },
		"in part": func(w *world) {
			check(t, w.waive("HD1", "2000 VND"))
			check(t, w.start("HD1T1", payment.MethodPortal, "3000 VND"))
			check(t, w.report("HD1T1", "G1", "3000 VND"))
		},
	} {
		w := at(new(motcua.MemoryLog))
		check(t, w.file(code))
		check(t, w.Demand(w.ctx, order("HD1", code, "5000 VND")))
		live(w)
		if told, err := w.Settle(w.ctx, "HD1"); err != nil || !told {
			t.Errorf("%s: told: %t, %v", name, told, err)
		}
		d := w.dossier(t, code)
		if d.State != dossier.StatePaidToFile || d.Orders[0].Payment == nil || d.Orders[0].Payment.Waived.Sign() <= 0 {
			t.Errorf("%s: %v %+v", name, d, d.Orders[0].Payment)
		}
		if gaps := w.gaps(t); gaps != nil {
			t.Errorf("%s: %v", name, gaps)
		}
	}
}

// TestOrderOfNothing: an order of lines of 0 is settled as soon as it is demanded; one
// that was not demanded is no news to its dossier, and no gap.
func TestOrderOfNothing(t *testing.T) {
	w := at(new(motcua.MemoryLog))
	check(t, w.file(code))
	if _, err := w.Orders.Open(w.ctx, order("HD1", code, "0 VND"), payment.RoleSystem); err != nil {
		t.Fatal(err)
	}
	if gaps := w.gaps(t); gaps != nil {
		t.Errorf("not demanded: %v", gaps)
	}
	check(t, w.Demand(w.ctx, order("HD1", code, "0 VND")))
	if gaps := w.gaps(t); gaps != nil || w.dossier(t, code).State != dossier.StatePaidToFile {
		t.Errorf("demanded: %v %v", gaps, w.dossier(t, code))
	}
}

// TestNoDossier: an order for no dossier cannot be demanded, is paid without anybody to
// tell, and is no gap.
func TestNoDossier(t *testing.T) {
	w := at(new(motcua.MemoryLog))
	if err := w.Demand(w.ctx, order("HD1", "", "5000 VND")); !errors.Is(err, settlement.ErrNoDossier) {
		t.Error(err)
	}
	if _, err := w.Orders.Open(w.ctx, order("HD1", "", "5000 VND"), payment.RoleSystem); err != nil {
		t.Fatal(err)
	}
	if told, err := w.Settle(w.ctx, "HD1"); told || err != nil {
		t.Errorf("not paid: %t %v", told, err)
	}
	check(t, w.start("HD1T1", payment.MethodPortal, "5000 VND"))
	check(t, w.report("HD1T1", "G1", "5000 VND"))
	if told, err := w.Settle(w.ctx, "HD1"); told || !errors.Is(err, settlement.ErrNoDossier) {
		t.Errorf("paid: %t %v", told, err)
	}
	if gaps := w.gaps(t); gaps != nil {
		t.Error(gaps)
	}
	if told, err := w.Settle(w.ctx, "HD9"); told || err != nil { // nobody opened it
		t.Errorf("unknown: %t %v", told, err)
	}
	if taken, err := w.Report(w.ctx, claim("HD9T1", "G9", "5000 VND")); err != nil || taken.Order != "" {
		t.Errorf("a claim of an unknown order: %+v %v", taken, err)
	}
}

// torn is a Log in which the first record of one stream cannot be read.
type torn struct {
	motcua.Log
	stream string
}

func (l torn) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	return func(yield func(motcua.Record, error) bool) {
		for rec, err := range l.Log.Read(ctx, stream, after) {
			if stream == l.stream && rec.Version == 1 {
				rec.Data = []byte(`{}`)
			}
			if !yield(rec, err) {
				return
			}
		}
	}
}

// TestDamagedDossier: one dossier that cannot be read does not keep another from being
// told, nor a claim from being acknowledged whose money is recorded. Once it can be read
// again it is told.
func TestDamagedDossier(t *testing.T) {
	const other = "H56.12-260302-0002"
	log := new(motcua.MemoryLog)
	w := at(log)
	for i, c := range []string{code, other} {
		id := []string{"HD1", "HD2"}[i]
		check(t, w.file(c))
		check(t, w.Demand(w.ctx, order(id, c, "5000 VND")))
		check(t, w.start(id+"T1", payment.MethodPortal, "5000 VND"))
		if _, err := w.Orders.Report(w.ctx, claim(id+"T1", "G"+id, "5000 VND")); err != nil { // the dossier is not told
			t.Fatal(err)
		}
	}
	bad := at(torn{log, "dossier/" + code})
	if gaps := bad.gaps(t); !slices.Equal(gaps, []string{"HD1 notTold"}) {
		t.Error(gaps)
	}
	if w.told(t, code, "HD1") != 0 || w.told(t, other, "HD2") != 1 {
		t.Error("the sound dossier was not told, or the damaged one was")
	}
	for _, known := range []bool{false, true} {
		taken, err := bad.Report(w.ctx, claim("HD1T1", "late", "5000 VND"))
		if err != nil || taken.Order != "HD1" || taken.Known != known {
			t.Errorf("%+v %v", taken, err)
		}
	}
	if o, _, err := w.Orders.Load(w.ctx, "HD1"); err != nil || o.Taken.String() != "10000 VND" {
		t.Errorf("%v %v", o, err)
	}
	if gaps := w.gaps(t); gaps != nil || w.told(t, code, "HD1") != 1 {
		t.Errorf("mended: %v, told %d times", gaps, w.told(t, code, "HD1"))
	}
}

// TestDamagedOrders: orders that cannot be read are all told of, and do not keep another
// one's dossier from being told.
func TestDamagedOrders(t *testing.T) {
	log := new(motcua.MemoryLog)
	w := at(log)
	for i := range 3 {
		id, c := fmt.Sprint("HD", i+1), fmt.Sprint("H56.12-260302-000", i+1)
		check(t, w.file(c))
		check(t, w.Demand(w.ctx, order(id, c, "5000 VND")))
		check(t, w.start(id+"T1", payment.MethodPortal, "5000 VND"))
		if _, err := w.Orders.Report(w.ctx, claim(id+"T1", "G"+id, "5000 VND")); err != nil { // the dossier is not told
			t.Fatal(err)
		}
	}
	bad := at(torn{torn{log, "order/HD1"}, "order/HD2"})
	for range 2 {
		var faults motcua.Faults
		if gaps, err := bad.Recover(w.ctx, unit); !errors.As(err, &faults) || len(gaps) > 0 {
			t.Fatalf("%v %v", gaps, err)
		}
		for _, id := range []string{"HD1", "HD2"} {
			if !slices.ContainsFunc(faults, func(f *motcua.Fault) bool {
				return strings.HasPrefix(f.Pointer, motcua.Pointer("order/"+id)+"/version/1")
			}) {
				t.Errorf("nothing is told of %s: %v", id, faults)
			}
		}
		if w.told(t, "H56.12-260302-0003", "HD3") != 1 || w.told(t, code, "HD1") != 0 {
			t.Error("the sound order's dossier was not told, or that of a damaged one was")
		}
	}
}
