package reconcile_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
	"github.com/motcua/motcua/payment/register"
)

// paid is an entry of 25000 đồng at nine on the first day.
func paid(order, reference, transaction string) payment.Entry {
	return entry(order, reference, transaction, "H56.12-260302-0001", 25000, monday.Add(9*time.Hour))
}

// transferred is an entry of a part of the transfer G1 for an order.
func transferred(order string, minor int64) payment.Entry {
	return entry(order, order+"T1", "G1", "H56.12-260302-0001", minor, monday.Add(9*time.Hour))
}

// said is the line of such an entry, at fault by what is given.
func said(reference, transaction string, minor int64, change ...func(*reconcile.Line)) reconcile.Line {
	l := reconcile.Line{Reference: reference, Transaction: transaction, Amount: vnd(minor), Direction: reconcile.In, Dated: monday.Add(9 * time.Hour), Outcome: payment.OutcomeSucceeded}
	for _, f := range change {
		f(&l)
	}
	return l
}

func dollars(l *reconcile.Line)  { l.Amount = payment.MustMoney("250.00 USD") }
func failed(l *reconcile.Line)   { l.Outcome = payment.OutcomeFailed }
func ofFile(l *reconcile.Line)   { l.Dossier = "000.00.12.H56-260302-0001" }
func daysLate(l *reconcile.Line) { l.Dated = l.Dated.AddDate(0, 0, 3) }

// cases are what a reconciliation comes to: class, key, row, step and what the step is about.
var cases = []struct {
	name    string
	journal []payment.Entry
	lines   []reconcile.Line
	want    []string
}{
	{"another currency is another amount, and no correction could say it", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "G1", 0, dollars)},
		[]string{"amount transaction 1 inspect"}},
	{"the nearest amount is the line, the others are said twice", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "G1", 30000), said("HD1T1", "G1", 26000)},
		[]string{"amount transaction 2 correct HD1T1 26000 VND", "duplicate transaction 1 inspect HD1T1"}},
	{"the amount weighs more than the date", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "G1", 25001), said("HD1T1", "G1", 25000, daysLate)},
		[]string{"date transaction 2 wait", "duplicate transaction 1 inspect HD1T1"}},
	{"a line without a transaction once more", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "G1", 25000), said("HD1T1", "", 25000)},
		[]string{"duplicate referenceAmount 2 inspect HD1T1"}},
	{"of two that were met it says neither", []payment.Entry{paid("HD1", "HD1T1", "G1"), paid("HD1", "HD1T1", "G2")},
		[]reconcile.Line{said("HD1T1", "G1", 25000), said("HD1T1", "G2", 25000), said("HD1T1", "", 25000)}, []string{"missingHere 0 3 inspect"}},
	{"a line of another reference is not found by its dossier", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD2T1", "", 25000, ofFile)},
		[]string{"missingHere 0 1 inspect", "missingThere 0 0 query HD1T1"}},
	{"without a reference it is, in either form of the code", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("", "B1", 25000, ofFile)}, nil},
	{"the dossier days later is nothing", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("", "B1", 25000, ofFile, daysLate)},
		[]string{"missingHere 0 1 inspect", "missingThere 0 0 query HD1T1"}},
	{"one that was met is not among those a failure could be of", []payment.Entry{paid("HD1", "HD1T1", "G1"), paid("HD1", "HD1T1", "G2")},
		[]reconcile.Line{said("HD1T1", "G1", 25000), said("HD1T1", "", 25000, failed)}, []string{"status reference 2 query HD1T1"}},
	{"money nobody here knows is a claim to report", nil, []reconcile.Line{said("HD1T1", "G1", 25000)}, []string{"missingHere 0 1 report HD1T1 25000 VND"}},
	{"but not without a transaction, which a claim needs", nil, []reconcile.Line{said("HD1T1", "", 25000)}, []string{"missingHere 0 1 inspect"}},
	{"nor under a reference that no order could have", nil, []reconcile.Line{said("N/A", "G1", 25000)}, []string{"missingHere 0 1 inspect"}},
	{"a sum that no order has cannot be corrected", []payment.Entry{paid("", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "G1", 20000)}, []string{"amount transaction 1 inspect"}},
	{"what was corrected to nothing is no movement", []payment.Entry{paid("HD1", "HD1T1", "G1"), corrected("G1", -25000)}, []reconcile.Line{said("HD1T1", "G1", 25000)},
		[]string{"missingHere 0 1 report HD1T1 25000 VND"}},
	{"what was corrected is held as it stands", []payment.Entry{paid("HD1", "HD1T1", "G1"), corrected("G1", -5000)}, []reconcile.Line{said("HD1T1", "G1", 20000)}, nil},
	{"what one key left open a weaker one does not decide", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "A1", 25000), said("HD1T1", "B1", 25000), said("HD1T1", "", 20000)},
		[]string{"ambiguous reference 3 inspect", "ambiguous referenceAmount 1 inspect", "ambiguous referenceAmount 2 inspect", "ambiguous 0 0 inspect"}},
	{"an entry that comes twice moved money once", []payment.Entry{paid("HD1", "HD1T1", "G1"), paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "G1", 25000)},
		[]string{"duplicate 0 0 inspect"}},
	{"and so does a correction", []payment.Entry{paid("HD1", "HD1T1", "G1"), corrected("G1", -5000), corrected("G1", -5000)}, []reconcile.Line{said("HD1T1", "G1", 20000)},
		[]string{"duplicate 0 0 inspect"}},
	{"a transfer that was divided is nobody's to take whole", []payment.Entry{transferred("HD1", 15000), transferred("HD2", 10000)}, []reconcile.Line{said("HD1T1", "G1", 25000)},
		[]string{"amount transaction 1 inspect", "duplicate transaction 0 inspect"}},
	{"but where the rest was taken off again it is", []payment.Entry{transferred("HD1", 15000), transferred("HD2", 10000), {Order: "HD2", Version: 9, At: monday.Add(10 * time.Hour), Action: payment.ActionCorrect, Reference: "HD2T1", Transaction: "G1",
		Postings: []payment.Posting{{Book: payment.BookClearing, Method: payment.MethodPortal, Amount: vnd(-10000)}}}}, []reconcile.Line{said("HD1T1", "G1", 25000)},
		[]string{"amount transaction 1 correct HD1T1 25000 VND"}},
	{"another event of the order is another entry, though it says the same", []payment.Entry{paid("HD1", "HD1T1", "G1"), later(paid("HD1", "HD1T1", "G1"))}, []reconcile.Line{said("HD1T1", "G1", 50000)}, nil},
	{"two entries of one event that differ are no copies", []payment.Entry{paid("HD1", "HD1T1", "G1"), paid("HD1", "HD1T1", "G2")}, []reconcile.Line{said("HD1T1", "G1", 25000), said("HD1T1", "G2", 25000)}, nil},
	{"one without a transaction comes twice as well", []payment.Entry{paid("HD1", "HD1T1", ""), paid("HD1", "HD1T1", "")}, []reconcile.Line{said("HD1T1", "", 25000)},
		[]string{"duplicate 0 0 inspect"}},
	{"a transaction under two attempts here, and once there", []payment.Entry{paid("HD1", "HD1T1", "G1"), paid("HD1", "HD1T2", "G1")}, []reconcile.Line{said("HD1T1", "G1", 25000)},
		[]string{"duplicate transaction 0 inspect"}},
	{"neither is a duplicate where the line met none", []payment.Entry{paid("HD1", "HD1T1", "G1"), paid("HD1", "HD1T2", "G1")}, nil,
		[]string{"missingThere 0 0 query HD1T1", "missingThere 0 0 query HD1T2"}},
	{"nor where it says that no money moved", []payment.Entry{paid("HD1", "HD1T1", "G1"), paid("HD1", "HD1T2", "G1")}, []reconcile.Line{said("HD1T1", "G1", 25000, failed)},
		[]string{"missingThere 0 0 query HD1T2", "status transaction 1 query HD1T1"}},
	{"a refund is no receipt", []payment.Entry{paid("HD1", "HD1T1", "G1")}, []reconcile.Line{said("HD1T1", "G1", 25000, func(l *reconcile.Line) { l.Direction = reconcile.Out })},
		[]string{"missingHere 0 1 inspect", "missingThere 0 0 query HD1T1"}},
}

func corrected(transaction string, minor int64) payment.Entry {
	e := entry("HD1", "HD1T1", transaction, "H56.12-260302-0001", minor, time.Time{})
	e.At, e.Action = monday.AddDate(0, 0, 1), payment.ActionCorrect
	return e
}

// later is the same entry of the next event.
func later(e payment.Entry) payment.Entry {
	e.Version++
	return e
}

func TestCases(t *testing.T) {
	for _, c := range cases {
		for i := range c.lines {
			c.lines[i].Row = int64(i + 1)
		}
		got := reconciled(t, nil, c.journal, c.lines)
		var found []string
		for _, f := range got.Findings {
			key := "0"
			if f.Key != 0 {
				key = f.Key.String()
			}
			text := fmt.Sprint(f.Class, " ", key, " ", f.Row, " ", f.Proposal.Step)
			if f.Proposal.Reference != "" {
				text += " " + f.Proposal.Reference
			}
			if p := f.Proposal.Claim; p != nil {
				text += " " + p.Amount.String()
				if faults := p.Check(); faults.Err() != nil || p.Transaction != f.Transaction || p.Origin != payment.OriginStatement {
					t.Errorf("%s: a claim of %+v: %v", c.name, p, faults)
				}
			}
			if p := f.Proposal.Correction; p != nil {
				text += " " + p.Amount.String()
			}
			found = append(found, text)
		}
		if diff := cmp.Diff(c.want, found); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if !got.Balances() {
			t.Errorf("%s: does not balance", c.name)
		}
	}
}

// TestOneFollowsTheOther: the journal comes first, and nothing after the closing, which
// stays what it was. What cannot be taken in changes nothing.
func TestOneFollowsTheOther(t *testing.T) {
	r := reconcile.New(nil)
	e, l := paid("HD1", "HD1T1", "G1"), said("HD1T1", "G1", 25000)
	huge := paid("HD1", "HD1T2", "G2")
	huge.Postings[0].Amount = vnd(-10_000_000_000_001)
	if err := r.Here(&huge); !errors.Is(err, reconcile.ErrAmount) {
		t.Errorf("more than there is: %v", err)
	}
	if err := r.Here(&e); err != nil {
		t.Error(err)
	}
	var faults motcua.Faults
	if err := r.There(&reconcile.Line{Direction: 9}); !errors.As(err, &faults) || len(faults) != 5 {
		t.Errorf("a line of nothing: %v", err)
	}
	if err := r.Here(&payment.Entry{}); err != nil {
		t.Errorf("no line came, and the journal is closed: %v", err)
	}
	if err := r.There(&l); err != nil {
		t.Error(err)
	}
	if err := r.Here(&e); !errors.Is(err, reconcile.ErrClosed) {
		t.Errorf("an entry after a line: %v", err)
	}
	first := r.Close()
	if err := r.There(&l); !errors.Is(err, reconcile.ErrClosed) {
		t.Errorf("a line after the closing: %v", err)
	}
	if again := r.Close(); again != first || first.Lines != 1 || first.Movements != 1 || first.Count(reconcile.ClassMatched) != 1 || first.Count(0) != 0 {
		t.Errorf("%+v, then %+v", first, again)
	}
}

// TestSuspenseIsHeldToo: a sum that no order explains stands in the journal, so that the
// statement that brings it says nothing new.
func TestSuspenseIsHeldToo(t *testing.T) {
	l := said("HD9T1", "G9", 25000)
	u := register.Unexplained{ID: "1", At: l.Dated, Claim: payment.Claim{Reference: l.Reference, Outcome: l.Outcome, Transaction: l.Transaction, Amount: l.Amount, At: l.Dated, Origin: payment.OriginCallback}}
	rules := reconcile.Usual()
	rules.Methods = []payment.Method{payment.MethodPortal} // which nobody knows of it
	for _, settled := range []bool{false, true} {
		u.Settled = settled
		got := reconciled(t, &rules, []payment.Entry{u.Entry()}, []reconcile.Line{l})
		if missing := got.Count(reconcile.ClassMissingHere) == 1; missing != settled {
			t.Errorf("settled %t: %+v", settled, got.Findings)
		}
	}
}

// TestMethods: a bank knows nothing of cash.
func TestMethods(t *testing.T) {
	cash := paid("HD1", "HD1T1", "C1")
	cash.Postings[0].Method = payment.MethodCash
	rules := reconcile.Usual()
	if got := reconciled(t, &rules, []payment.Entry{cash}, nil); got.Movements != 1 {
		t.Errorf("%d movements", got.Movements)
	}
	rules.Methods = []payment.Method{payment.MethodTransfer, payment.MethodQR}
	if got := reconciled(t, &rules, []payment.Entry{cash}, nil); got.Movements != 0 || len(got.Findings) != 0 {
		t.Errorf("%+v", got)
	}
}

// TestUnits: the account of one unit is held against a journal of many, and what belongs to
// nobody yet is looked for in each.
func TestUnits(t *testing.T) {
	ours, theirs, nobodys := paid("HD1", "HD1T1", "G1"), paid("HD2", "HD2T1", "G2"), paid("", "HD3T1", "G3")
	ours.Unit, theirs.Unit = "H56.12", "H56.13"
	rules := reconcile.Usual()
	journal := []payment.Entry{ours, theirs, nobodys}
	if got := reconciled(t, &rules, journal, nil); got.Movements != 3 {
		t.Errorf("%d movements", got.Movements)
	}
	rules.Units = []motcua.UnitCode{"H56.12"}
	got := reconciled(t, &rules, journal, []reconcile.Line{said("HD1T1", "G1", 25000), said("HD3T1", "G3", 25000)})
	if got.Movements != 2 || len(got.Findings) != 0 || len(got.Closings) != 1 || got.Closings[0].Closing != 50000 {
		t.Errorf("%+v", got)
	}
}
