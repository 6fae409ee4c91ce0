package reconcile_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// TestSumsDoNotWrap: lines of the largest amount are taken until their sums could wrap,
// and then refused; what was taken still balances.
func TestSumsDoNotWrap(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	r := reconcile.New(nil)
	l := reconcile.Line{Transaction: "G", Amount: payment.MustMoney("10000000000000 VND"), Direction: reconcile.In, Dated: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Outcome: payment.OutcomeSucceeded}
	n := int64(0)
	var err error
	for ; n < 1_000_000 && err == nil; n++ {
		err = r.There(&l)
	}
	if !errors.Is(err, reconcile.ErrAmount) || n < 200_000 {
		t.Fatalf("after %d lines: %v", n, err)
	}
	report := r.Close()
	if c := report.Closings[0]; c.ThereIn != (n-1)*l.Amount.Minor() || !report.Balances() {
		t.Errorf("%+v after %d lines", c, n)
	}
}

// TestManyThatLookAlike: what could be many movements costs what it is long, and not its
// square: 40,000 lines of a dossier or a reference took minutes and gigabytes.
func TestManyThatLookAlike(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	const many = 40_000
	thousand, monday := payment.MustMoney("1000 VND"), time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for _, by := range []string{"dossier", "reference"} {
		r := reconcile.New(&reconcile.Rules{Minutes: 60})
		for i := range many {
			e := payment.Entry{Order: strconv.Itoa(i), At: monday.Add(time.Duration(i) * time.Second), Action: payment.ActionReport, Dossier: "D", Reference: strconv.Itoa(i), Transaction: "G" + strconv.Itoa(i),
				Postings: []payment.Posting{{Book: payment.BookClearing, Amount: thousand}, {Book: payment.BookReceivable, Amount: thousand.Neg()}}}
			if by == "reference" {
				e.Reference = "R"
			}
			if err := r.Here(&e); err != nil {
				t.Fatal(err)
			}
		}
		for i := range many {
			l := reconcile.Line{Dossier: "D", Amount: thousand, Direction: reconcile.In, Dated: monday.Add(time.Duration(i) * time.Second), Outcome: payment.OutcomeSucceeded}
			if by == "reference" {
				l.Reference = "R"
			}
			if err := r.There(&l); err != nil {
				t.Fatal(err)
			}
		}
		if report := r.Close(); report.Count(reconcile.ClassAmbiguous) != 2*many || len(report.Findings) != 2*many || !report.Balances() {
			t.Errorf("by %s: %v", by, report.Counts)
		}
	}
}

// TestUnknownStatus: a word that the columns do not know is told, and the line is kept as
// pending.
func TestUnknownStatus(t *testing.T) {
	err := reconcile.ReadCSV(strings.NewReader("transaction,amount,dated,status\nG1,5,2026-03-02,SUCCESS\n"), nil, func(l *reconcile.Line, faults motcua.Faults) error {
		if l.Outcome != payment.OutcomePending || l.Status != "SUCCESS" || len(faults) != 1 || faults[0].Code != "PAY-REC-09" || faults.Err() != nil {
			t.Errorf("%v %v", l, faults)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestUsualHeaders: with the usual columns a header that is no member is refused, since a
// misspelt direction would turn money round; an outcome is read, and 25.000 is not 25.
func TestUsualHeaders(t *testing.T) {
	read := func(text string) (l reconcile.Line, faults motcua.Faults, err error) {
		err = reconcile.ReadCSV(strings.NewReader(text), nil, func(read *reconcile.Line, told motcua.Faults) error {
			l, faults = *read, told
			return nil
		})
		return l, faults, err
	}
	var told motcua.Faults
	if _, _, err := read("transaction,amount,dated,directon\nG1,5,2026-03-02,out\n"); !errors.As(err, &told) || told[0].Code != "PAY-REC-04" {
		t.Errorf("a misspelt header: %v", err)
	}
	if l, _, err := read("transaction,amount,dated,outcome\nG1,5,2026-03-02,failed\n"); err != nil || l.Outcome != payment.OutcomeFailed {
		t.Errorf("an outcome: %v %v", l, err)
	}
	if l, faults, err := read("transaction,amount,dated\nG1,25.000,2026-03-02\n"); err != nil || faults.Err() != nil || l.Amount != payment.MustMoney("25000 VND") {
		t.Errorf("%v %v %v", l, faults, err)
	}
	if l, faults, err := read("transaction,amount,dated\nG1,25000.00,2026-03-02\n"); err != nil || faults.Err() != nil || l.Amount != payment.MustMoney("25000 VND") {
		t.Errorf("%v %v %v", l, faults, err)
	}
}
