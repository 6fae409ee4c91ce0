package receipt_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// TestIssue: one receipt for each of phí and lệ phí, with its own lines, number and words.
func TestIssue(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	for i, number := range []string{"0000001", "0000002"} {
		list, err := a.Issue(ctx, ask("HD"+number), names...)
		if err != nil || len(list) != 2 {
			t.Fatalf("%v, %v", list, err)
		}
		for k, want := range []struct {
			kind         payment.Kind
			total, words string
		}{{payment.KindPhi, "20000 VND", "Hai mươi nghìn đồng"}, {payment.KindLePhi, "5000 VND", "Năm nghìn đồng"}} {
			r := list[k]
			if r.Kind != want.kind || r.Number != number || r.Total != payment.MustMoney(want.total) || r.Words != want.words || len(r.Lines) != 1 {
				t.Errorf("order %d: %v %q with %d lines", i, r, r.Words, len(r.Lines))
			}
			if r.Payer.Name != "Người Nộp Mẫu" || r.Issuer.TaxCode != "0100000000" || r.Method != payment.MethodPortal || r.Dossier == "" || !r.At.Equal(morning) || r.Source.Act != "254/2026/NĐ-CP" {
				t.Errorf("order %d lacks something: %s", i, toJSON(t, r))
			}
			if faults := r.Check(); faults.Err() != nil || r.Status() != receipt.StatusStands {
				t.Errorf("%v: %v", faults, r.Status())
			}
		}
	}
	for _, n := range names {
		if standing := audit(t, log, n); len(standing) != 2 {
			t.Errorf("%v: %v", n, standing)
		}
	}
}

// TestAgain: who asks again gets the same receipts, from any allocator, at any time, with
// any series, though something else about the payment is said.
func TestAgain(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	first, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	later := ask("HD1")
	later.At, later.Method, later.Payer.Name = morning.AddDate(0, 8, 0), payment.MethodCash, "Người khác"
	for _, other := range []*receipt.Allocator{a, receipt.On(log)} {
		for _, list := range [][]receipt.Name{names, nil} {
			again, err := other.Issue(ctx, later, list...)
			if diff := cmp.Diff(string(toJSON(t, first)), string(toJSON(t, again))); diff != "" || err != nil {
				t.Errorf("%v\n%s", err, diff)
			}
		}
	}
	differs := ask("HD1")
	differs.Lines[0] = line(payment.KindPhi, "Phí thẩm định", "20001 VND")
	differs.Taken = payment.MustMoney("99999 VND")
	if _, err := a.Issue(ctx, differs, names...); !errors.Is(err, receipt.ErrDiffers) {
		t.Errorf("other lines: %v", err)
	}
	if standing := audit(t, log, names[0]); len(standing) != 1 {
		t.Errorf("%v", standing)
	}
}

// TestZero: 0 đồng has a receipt, and nothing need be taken for it.
func TestZero(t *testing.T) {
	a, names := opened(t, new(motcua.MemoryLog))
	free := ask("HD1")
	free.Lines, free.Taken = []payment.Line{line(payment.KindLePhi, "Lệ phí hộ tịch", "0 VND")}, payment.Money{}
	list, err := a.Issue(ctx, free, names...)
	if err != nil || len(list) != 1 || list[0].Words != "Không đồng" || list[0].Method != 0 {
		t.Fatalf("%v, %v", list, err)
	}
	other := ask("HD2")
	other.Lines = other.Lines[2:]
	if list, err := a.Issue(ctx, other, names...); err != nil || len(list) != 0 {
		t.Errorf("delivery alone has %v, %v", list, err)
	}
}

// TestNotIssued: what is not paid, or not sound, takes no number.
func TestNotIssued(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	for _, row := range []struct {
		why   string
		spoil func(*receipt.Ask)
		want  error // nil: faults
	}{
		{"1 đồng less than all lines", func(q *receipt.Ask) { q.Taken = payment.MustMoney("54999 VND") }, receipt.ErrNotPaid},
		{"nothing was said to be taken", func(q *receipt.Ask) { q.Taken = payment.Money{} }, receipt.ErrNotPaid},
		{"another currency explains nothing", func(q *receipt.Ask) { q.Taken = payment.MustMoney("55000 USD") }, receipt.ErrNotPaid},
		{"a reference is no id of an order", func(q *receipt.Ask) { q.Order = "" }, nil},
		{"two currencies are no sum", func(q *receipt.Ask) { q.Lines[1] = line(payment.KindLePhi, "Lệ phí", "5 USD") }, nil},
		{"no lines", func(q *receipt.Ask) { q.Lines = nil }, nil},
		{"no unit", func(q *receipt.Ask) { q.Unit = "" }, nil},
		{"no time", func(q *receipt.Ask) { q.At = time.Time{} }, nil},
		{"no such method", func(q *receipt.Ask) { q.Method = 77 }, nil},
		{"a line without a name", func(q *receipt.Ask) { q.Lines[0].Name = motcua.Text{} }, nil},
		{"a unit without series", func(q *receipt.Ask) { q.Unit = "H57" }, receipt.ErrNoSeries},
		{"the day after the last one", func(q *receipt.Ask) { q.At = time.Date(2027, 1, 1, 0, 0, 0, 0, motcua.Vietnam()) }, receipt.ErrNoSeries},
		{"the day before the first one", func(q *receipt.Ask) { q.At = morning.AddDate(0, -2, 0) }, receipt.ErrNoSeries},
	} {
		q := ask("HD1")
		row.spoil(q)
		list, err := a.Issue(ctx, q, names...)
		var faults motcua.Faults
		if row.want == nil && !errors.As(err, &faults) || row.want != nil && !errors.Is(err, row.want) || len(list) > 0 {
			t.Errorf("%s: %v, %v", row.why, list, err)
		}
	}
	for _, n := range names {
		if standing := audit(t, log, n); len(standing) != 0 {
			t.Errorf("%v: %v", n, standing)
		}
	}
}

// TestSeriesEnds: a series that is full is an error unless another one follows it.
func TestSeriesEnds(t *testing.T) {
	log := new(motcua.MemoryLog)
	a := receipt.On(log)
	one, two := series(payment.KindLePhi, "AA-26E", 2), series(payment.KindLePhi, "AB-26E", 5)
	one.Width = 3
	for _, s := range []*receipt.Series{&one, &two} {
		if err := a.Open(ctx, s, morning, ""); err != nil {
			t.Fatal(err)
		}
	}
	small := func(order string) *receipt.Ask {
		q := ask(order)
		q.Lines = q.Lines[1:2]
		return q
	}
	var got []string
	for _, order := range []string{"A", "B", "C", "D"} {
		list, err := a.Issue(ctx, small(order), one.Name, two.Name)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, list[0].Symbol+" "+list[0].Number)
	}
	if want := []string{"AA-26E 001", "AA-26E 002", "AB-26E 0000001", "AB-26E 0000002"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	var refused *receipt.OrderError
	if _, err := a.Issue(ctx, small("E"), one.Name); !errors.Is(err, receipt.ErrNoSeries) || !errors.As(err, &refused) || refused.Order != "E" {
		t.Errorf("full: %v", err)
	}
	if err := a.Close(ctx, two.Name, morning, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Issue(ctx, small("E"), one.Name, two.Name); !errors.Is(err, receipt.ErrNoSeries) {
		t.Errorf("closed: %v", err)
	}
	if state, err := a.State(ctx, two.Name); err != nil || state.Count() != (receipt.Count{Issued: 2, Stands: 2, Left: 3}) || state.Closed.IsZero() {
		t.Errorf("%v, %v", state, err)
	}
}

// TestOpenAndClose: both once; another series of the name is an error.
func TestOpenAndClose(t *testing.T) {
	a, names := opened(t, new(motcua.MemoryLog))
	s := series(payment.KindPhi, "AA-26E", 100)
	if err := a.Open(ctx, &s, morning.Add(time.Hour), "x"); err != nil {
		t.Errorf("the same again: %v", err)
	}
	s.Last = 200
	if err := a.Open(ctx, &s, morning, ""); !errors.Is(err, receipt.ErrDiffers) {
		t.Errorf("another one: %v", err)
	}
	s.Width = 9
	var faults motcua.Faults
	if err := a.Open(ctx, &s, morning, ""); !errors.As(err, &faults) {
		t.Errorf("a faulty one: %v", err)
	}
	for range 2 {
		if err := a.Close(ctx, names[0], morning, ""); err != nil {
			t.Error(err)
		}
	}
	if state, err := a.State(ctx, names[0]); err != nil || state.Version != 2 {
		t.Errorf("%v, %v", state, err)
	}
	s.Symbol = "ZZ-26E"
	if err := a.Close(ctx, s.Name, morning, ""); !errors.Is(err, receipt.ErrNotOpened) {
		t.Errorf("close what is not there: %v", err)
	}
}

// TestClocks: a clock that goes back does not take the numbers with it.
func TestClocks(t *testing.T) {
	a, names := opened(t, new(motcua.MemoryLog))
	early := ask("HD2")
	early.At = morning.Add(-time.Hour)
	first, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	second, err := a.Issue(ctx, early, names...)
	if err != nil || second[0].At.Before(first[0].At) {
		t.Errorf("%v after %v: %v", second, first, err)
	}
}
