package receipt_test

import (
	"errors"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// TestVoidAndReplace: what does not stand stays, with its reason; what takes its place
// names it, and is what the order gets from then on.
func TestVoidAndReplace(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	why := receipt.Why{Reason: "ghi sai tên", At: morning.Add(time.Hour), Who: "Cán Bộ Mẫu"}
	right := ask("HD1")
	right.Payer.Name, right.At = "Người Nộp Đúng", morning.Add(time.Hour)
	for range 2 { // the same again is done once
		r, err := a.Replace(ctx, &list[0], right, why, names...)
		if err != nil || r.Number != "0000002" || r.Replaces == nil || *r.Replaces != list[0].Ref() || r.Payer.Name != "Người Nộp Đúng" {
			t.Fatalf("%v, %v", r, err)
		}
	}
	old, err := a.Receipt(ctx, names[0], "0000001")
	if err != nil || old.Status() != receipt.StatusReplaced || old.Void.Reason != "ghi sai tên" || !old.Void.At.Equal(why.At) || old.Payer.Name != "Người Nộp Mẫu" {
		t.Errorf("%v, %v", old, err)
	}
	if r, err := a.Void(ctx, names[1], "0000001", receipt.Why{Reason: "hoàn phí", At: morning}); err != nil || r.Status() != receipt.StatusVoid || r.Void.Reason != "hoàn phí" {
		t.Errorf("%v, %v", r, err)
	}
	if r, err := a.Void(ctx, names[1], "0000001", receipt.Why{Reason: "again", At: morning}); err != nil || r.Void.Reason != "hoàn phí" {
		t.Errorf("again: %v, %v", r, err)
	}
	again, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil || again[0].Number != "0000002" || again[1].Status() != receipt.StatusVoid {
		t.Errorf("asked again: %v, %v", again, err)
	}
	all, err := a.Of(ctx, "HD1")
	if err != nil || len(all) != 3 || all[0].Void.By == nil || *all[0].Void.By != all[2].Ref() || all[1].Void.By != nil {
		t.Fatalf("%s, %v", toJSON(t, all), err)
	}
	for i := range all {
		if faults := all[i].Check(); faults.Err() != nil {
			t.Errorf("%v: %v", all[i], faults)
		}
	}
	if state, err := a.State(ctx, names[0]); err != nil || state.Count() != (receipt.Count{Issued: 2, Stands: 1, Replaced: 1, Left: 98}) {
		t.Errorf("%v, %v", state, err)
	}
	audit(t, log, names[0])
	audit(t, log, names[1])
}

// TestReplaceElsewhere: a receipt of last year is replaced in the series of this year, one
// that was made void too, and never without a series to issue it.
func TestReplaceElsewhere(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	january := time.Date(2027, time.January, 5, 9, 0, 0, 0, motcua.Vietnam())
	next := series(payment.KindPhi, "AA-27E", 10)
	next.Valid = motcua.Validity{From: motcua.MustDate("2027-01-01"), To: motcua.MustDate("2028-01-01")}
	if err := a.Open(ctx, &next, january, ""); err != nil {
		t.Fatal(err)
	}
	late, why := ask("HD1"), receipt.Why{Reason: "sai", At: january}
	late.At = january
	if _, err := a.Replace(ctx, &list[0], late, why, names...); !errors.Is(err, receipt.ErrNoSeries) {
		t.Errorf("no series: %v", err)
	}
	if r, err := a.Receipt(ctx, names[0], "0000001"); err != nil || r.Void != nil {
		t.Fatalf("made void though nothing could take its place: %v, %v", r, err)
	}
	if _, err := a.Void(ctx, names[0], "0000001", why); err != nil {
		t.Fatal(err)
	}
	r, err := a.Replace(ctx, &list[0], late, why, names[0], next.Name)
	if err != nil || r.Symbol != "AA-27E" || *r.Replaces != list[0].Ref() || !r.At.Equal(january) {
		t.Fatalf("%v, %v", r, err)
	}
	all, err := a.Of(ctx, "HD1")
	if err != nil || len(all) != 3 || all[0].Status() != receipt.StatusReplaced || *all[0].Void.By != r.Ref() {
		t.Errorf("%s, %v", toJSON(t, all), err)
	}
	// a chain goes on; what was replaced is replaced once
	third, err := a.Replace(ctx, &r, late, why, next.Name)
	if err != nil || third.Number != "0000002" {
		t.Errorf("%v, %v", third, err)
	}
	other := ask("HD1")
	other.At, other.Lines[0] = january, line(payment.KindPhi, "Phí khác", "1 VND")
	if _, err := a.Replace(ctx, &r, other, why, next.Name); !errors.Is(err, receipt.ErrReplaced) {
		t.Errorf("replaced by something else: %v", err)
	}
	audit(t, log, next.Name)
}

// TestNotReplaced: only the last receipt of an order can be replaced, and for a reason.
func TestNotReplaced(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	why := receipt.Why{Reason: "sai", At: morning}
	foreign := list[0]
	foreign.Number = "0000009"
	for _, row := range []struct {
		why   string
		old   receipt.Receipt
		order string
		want  error
	}{
		{"a number that the order does not have", foreign, "HD1", receipt.ErrUnknown},
		{"the receipt of another order", list[0], "HD2", receipt.ErrUnknown},
	} {
		if r, err := a.Replace(ctx, &row.old, ask(row.order), why, names...); !errors.Is(err, row.want) {
			t.Errorf("%s: %v, %v", row.why, r, err)
		}
	}
	var faults motcua.Faults
	if _, err := a.Replace(ctx, &list[0], ask("HD1"), receipt.Why{At: morning}, names...); !errors.As(err, &faults) {
		t.Errorf("no reason: %v", err)
	}
	unpaid := ask("HD1")
	unpaid.Taken = payment.Money{}
	if _, err := a.Replace(ctx, &list[0], unpaid, why, names...); !errors.Is(err, receipt.ErrNotPaid) {
		t.Errorf("not paid: %v", err)
	}
	if _, err := a.Void(ctx, names[0], "0000002", why); !errors.Is(err, receipt.ErrUnknown) {
		t.Errorf("void what was not issued: %v", err)
	}
	if _, err := a.Receipt(ctx, names[0], "1"); !errors.Is(err, receipt.ErrUnknown) {
		t.Errorf("a number without its zeros: %v", err)
	}
	if standing := audit(t, log, names[0]); standing["HD1"] != "0000001" {
		t.Errorf("%v", standing)
	}
}

// TestOtherUnit: a receipt of one unit is neither asked for nor replaced by another.
func TestOtherUnit(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	s := series(payment.KindPhi, "AA-26E", 10)
	s.Unit = "H56.13"
	if err := a.Open(ctx, &s, morning, ""); err != nil {
		t.Fatal(err)
	}
	q := ask("HD1")
	q.Unit = s.Unit
	if list, err := a.Issue(ctx, q, s.Name); !errors.Is(err, receipt.ErrDiffers) {
		t.Errorf("issued: %v, %v", list, err)
	}
	if r, err := a.Replace(ctx, &list[0], q, receipt.Why{Reason: "sai", At: morning}, s.Name); !errors.Is(err, receipt.ErrUnknown) {
		t.Errorf("replaced: %v, %v", r, err)
	}
	if audit(t, log, names[0])["HD1"] != "0000001" || len(audit(t, log, s.Name)) > 0 {
		t.Error("something was issued or made void")
	}
}

// TestClocksBack: what is made void or closed by a clock that is behind is so from the
// last moment that is known.
func TestClocksBack(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	if _, err := a.Issue(ctx, ask("HD1"), names...); err != nil {
		t.Fatal(err)
	}
	behind := morning.Add(-time.Hour)
	if r, err := a.Void(ctx, names[0], "0000001", receipt.Why{Reason: "sai", At: behind}); err != nil || !r.Void.At.Equal(morning) {
		t.Errorf("%v, %v", r, err)
	}
	if err := a.Close(ctx, names[0], behind, ""); err != nil {
		t.Fatal(err)
	}
	if state, err := a.State(ctx, names[0]); err != nil || !state.Closed.Equal(morning) {
		t.Errorf("%v, %v", state, err)
	}
	audit(t, log, names[0])
}

// TestClaimOfLastYear: a number that was claimed and not issued before the year ended comes
// in the series it was claimed in; once that is closed, in the next one, on the day of the
// asking.
func TestClaimOfLastYear(t *testing.T) {
	january := time.Date(2027, time.January, 5, 9, 0, 0, 0, motcua.Vietnam())
	for _, closed := range []bool{false, true} {
		store, n := new(motcua.MemoryLog), 0
		a, names := opened(t, store)
		next := series(payment.KindPhi, "AA-27E", 10)
		next.Valid = motcua.Validity{From: motcua.MustDate("2027-01-01"), To: motcua.MustDate("2028-01-01")}
		if err := a.Open(ctx, &next, january, ""); err != nil {
			t.Fatal(err)
		}
		q := ask("HD1")
		q.Lines = q.Lines[:1]
		dying := &crashing{Log: store, dies: func() (bool, bool) { n++; return n == 2, false }} // after the claim
		if _, err := receipt.On(dying).Issue(ctx, q, names...); !errors.Is(err, errCrash) {
			t.Fatal(err)
		}
		if closed {
			if err := a.Close(ctx, names[0], january, ""); err != nil {
				t.Fatal(err)
			}
		}
		q.At = january
		list, err := a.Issue(ctx, q, next.Name)
		if err != nil || len(list) != 1 || (list[0].Symbol == "AA-27E") != closed || list[0].At.Equal(january) != closed {
			t.Errorf("closed %v: %v, %v", closed, list, err)
		}
	}
}

// TestReplaceVoid: what was made void and gets another one in its place is replaced.
func TestReplaceVoid(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	why := receipt.Why{Reason: "sai", At: morning}
	if _, err := a.Void(ctx, names[0], "0000001", why); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Replace(ctx, &list[0], ask("HD1"), why, names...); err != nil {
		t.Fatal(err)
	}
	if r, err := a.Receipt(ctx, names[0], "0000001"); err != nil || r.Status() != receipt.StatusReplaced {
		t.Errorf("%v, %v", r, err)
	}
	audit(t, log, names[0])
}
