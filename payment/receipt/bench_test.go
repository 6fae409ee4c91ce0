package receipt_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// BenchmarkIssue issues one receipt after the other: a number costs the same however many
// there are.
func BenchmarkIssue(b *testing.B) {
	a, s := receipt.On(new(motcua.MemoryLog)), series(payment.KindLePhi, "AA-26E", 9999999)
	if err := a.Open(ctx, &s, morning, ""); err != nil {
		b.Fatal(err)
	}
	q := ask("")
	q.Lines = q.Lines[1:2]
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		q.Order = fmt.Sprint("HD", i)
		if _, err := a.Issue(ctx, q, s.Name); err != nil {
			b.Fatal(err)
		}
	}
}
