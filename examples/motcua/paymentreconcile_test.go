package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// both are the two sides of a reconciliation, as they are and as files have them.
type both struct {
	journal    []payment.Entry
	lines      []reconcile.Line
	jsonl, csv bytes.Buffer
	entries    bytes.Buffer
}

// differ makes sides that differ in many ways.
func differ(t *testing.T) *both {
	t.Helper()
	b := new(both)
	b.csv.WriteString("reference;transaction;credit;debit;dated;status\n")
	for n := range 300 {
		order, dated := fmt.Sprintf("HD%04d", n), time.Date(2026, time.March, 2+n%20, 9, n%60, 0, 0, motcua.Vietnam())
		amount := payment.MustMoney(fmt.Sprintf("%d VND", 1000*(n+1)))
		l := reconcile.Line{Reference: payment.Reference(order, 1), Transaction: fmt.Sprintf("GD%04d", n), Amount: amount, Direction: reconcile.In, Dated: dated, Outcome: payment.OutcomeSucceeded, Status: "00"}
		e := payment.Entry{Order: order, Version: 3, At: dated, Action: payment.ActionReport, Reference: l.Reference, Transaction: l.Transaction, Dated: dated,
			Postings: []payment.Posting{{Book: payment.BookReceivable, Amount: amount.Neg()}, {Book: payment.BookClearing, Method: payment.MethodPortal, Amount: amount}}}
		if n%7 != 1 { // else it is missing here
			b.journal = append(b.journal, e)
		}
		switch n % 9 {
		case 2: // missing there
			continue
		case 3:
			l.Amount = payment.MustMoney("1 VND")
		case 4:
			l.Dated = dated.AddDate(0, 0, 4)
		case 5:
			l.Outcome, l.Status = payment.OutcomeFailed, "99"
		case 6:
			l.Reference = "HD9999T1"
		case 7:
			b.line(l)
		case 8: // two lines for one attempt
			l.Transaction = "A" + l.Transaction
			b.line(l)
			l.Transaction = "B" + l.Transaction
		}
		b.line(l)
	}
	for _, e := range b.journal {
		b.write(t, &b.entries, e)
	}
	for _, l := range b.lines {
		b.write(t, &b.jsonl, l)
	}
	return b
}

// line adds a line to the statement, with its row in both files: that of CSV has a header.
func (b *both) line(l reconcile.Line) {
	l.Row = int64(len(b.lines) + 2)
	b.lines = append(b.lines, l)
	fmt.Fprintf(&b.csv, "%s;%s;%s;;%s;%s\n", l.Reference, l.Transaction, grouped(l.Amount.Minor()), l.Dated.Format("02/01/2006 15:04"), l.Status)
}

// grouped writes a number with dots between thousands.
func grouped(n int64) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s.%03d", grouped(n/1000), n%1000)
}

func (b *both) write(t *testing.T, to *bytes.Buffer, v any) {
	t.Helper()
	if err := json.NewEncoder(to).Encode(v); err != nil {
		t.Fatal(err)
	}
}

// TestReconcileIsTheLibrary: the command finds what the library finds, from either form of
// a statement, and every class is among it.
func TestReconcileIsTheLibrary(t *testing.T) {
	b := differ(t)
	rules := reconcile.Usual()
	rules.From, rules.To = time.Date(2026, time.March, 3, 0, 0, 0, 0, motcua.Vietnam()), time.Date(2026, time.March, 21, 0, 0, 0, 0, motcua.Vietnam())
	r := reconcile.New(&rules)
	for i := range b.journal {
		if err := r.Here(&b.journal[i]); err != nil {
			t.Fatal(err)
		}
	}
	for i := range b.lines {
		if err := r.There(&b.lines[i]); err != nil {
			t.Fatal(err)
		}
	}
	report := r.Close()
	want := reconciled{Lines: report.Lines, Movements: report.Movements, Idle: report.Idle, Outside: report.Outside, Totals: map[string]int64{}, Findings: report.Findings, Closing: report.Closings, Balances: true}
	for _, c := range report.Counts {
		if want.Totals[c.Class.String()] = c.Count; c.Count == 0 {
			t.Errorf("no %v", c.Class)
		}
	}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range map[string]string{
		"journal.jsonl": b.entries.String(), "lines.jsonl": b.jsonl.String(), "bank.csv": b.csv.String(),
		"columns.json": `{"separator":";","reference":"reference","transaction":"transaction","credit":"credit","debit":"debit","dated":"dated","status":"status","unit":"VND","thousands":".","decimal":",","layouts":["02/01/2006 15:04"],"outcomes":{"00":"succeeded","99":"failed"}}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, statement := range [][]string{{"--statement", filepath.Join(dir, "lines.jsonl")}, {"--statement", filepath.Join(dir, "bank.csv"), "--columns", filepath.Join(dir, "columns.json")}} {
		var out, errs bytes.Buffer
		args := append([]string{"payment", "reconcile", "--format", "json", "--journal", filepath.Join(dir, "journal.jsonl"), "--from", "2026-03-03", "--to", "2026-03-21"}, statement...)
		if code := run(args, strings.NewReader(""), &out, &errs, noon); code != 1 || errs.Len() > 0 {
			t.Errorf("exit %d: %s", code, errs.String())
		}
		if diff := cmp.Diff(tree(t, text), tree(t, out.Bytes())); diff != "" {
			t.Errorf("%v (-library +command):\n%s", statement, diff)
		}
	}
}

// tree is a JSON text as a tree.
func tree(t *testing.T, text []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatalf("%v: %.200s", err, text)
	}
	return v
}
