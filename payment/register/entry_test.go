package register_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// TestSuspenseIsEntries: a sum that no order explains is an entry of no order that is
// read as one, and posts nothing once it is settled.
func TestSuspenseIsEntries(t *testing.T) {
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: at(morning)}
	must(r.Report(ctx, claim("HD9T1", "G1")))(t)
	u := must(r.Suspense(ctx))(t)[0]
	want := payment.Entry{
		At: morning, Action: payment.ActionReport, Reference: "HD9T1", Transaction: "G1", Dated: morning,
		Postings: []payment.Posting{{Book: payment.BookClearing, Amount: price}, {Book: payment.BookSuspense, Amount: price.Neg()}},
	}
	if diff := cmp.Diff(want, u.Entry(), cmp.Comparer(func(a, b payment.Money) bool { return a == b })); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	read, faults := register.ParseEntry(must(json.Marshal(u.Entry()))(t))
	if faults.Err() != nil || read.Order != "" || len(read.Postings) != 2 {
		t.Errorf("%+v %v", read, faults)
	}
	if err := r.Explain(ctx, u.ID, "", "trả lại"); err != nil {
		t.Fatal(err)
	}
	u = must(r.Suspense(ctx))(t)[0]
	if e := u.Entry(); e.Postings == nil || len(e.Postings) != 0 || e.Transaction != "G1" {
		t.Errorf("settled, it posts %+v", e)
	}
}
