package reconcile_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// FuzzDocuments: no text makes a reader panic, and what it finds nothing wrong with has
// nothing wrong with it.
func FuzzDocuments(f *testing.F) {
	f.Add([]byte(`{"transaction":"G","amount":{"amount":"1","currency":"VND"},"direction":"in","dated":"2026-03-02T09:04:00Z","outcome":"succeeded"}`))
	f.Add([]byte(`{"separator":";","transaction":"m","amount":"a","dated":"d","unit":"VND","layouts":["2006"]}`))
	f.Add([]byte(`{"minutes":1,"amount":0,"lag":0}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if l, faults := reconcile.ParseLine(data); faults.Err() == nil && l.Check().Err() != nil {
			t.Error(l.Check())
		}
		if c, faults := reconcile.ParseColumns(data); faults.Err() == nil && c.Check().Err() != nil {
			t.Error(c.Check())
		}
		if r, faults := reconcile.ParseRules(data); faults.Err() == nil && r.Check().Err() != nil {
			t.Error(r.Check())
		}
	})
}

// FuzzStatement: whatever a statement holds, each line of it is given once, with its row,
// and those without faults reconcile to closings that balance.
func FuzzStatement(f *testing.F) {
	f.Add("transaction,amount,dated\nGD1,25000,2026-03-02\n", false)
	f.Add("reference,amount,dated,status,direction\nHD0001T1,1,2026-03-02,x,out\n\"a\nb\",2,2026-03-02,00,in\n", false)
	f.Add(`{"transaction":"GD1","amount":{"amount":"1","currency":"USD"},"direction":"in","dated":"2026-03-02T09:04:00Z","outcome":"failed"}`, true)
	f.Fuzz(func(t *testing.T, text string, lines bool) {
		r := reconcile.New(nil)
		if err := reconcile.ReadJournal(strings.NewReader(exampleJournal), func(e *payment.Entry, _ motcua.Faults) error { return r.Here(e) }); err != nil {
			t.Fatal(err)
		}
		sound, last := int64(0), int64(0)
		each := func(l *reconcile.Line, faults motcua.Faults) error {
			if !lines && l.Row <= last {
				t.Errorf("row %d after %d", l.Row, last)
			}
			if last = l.Row; faults.Err() != nil {
				return nil
			}
			sound++
			return r.There(l)
		}
		if lines {
			_ = reconcile.ReadLines(strings.NewReader(text), each)
		} else {
			_ = reconcile.ReadCSV(strings.NewReader(text), nil, each)
		}
		if report := r.Close(); report.Lines != sound || !report.Balances() {
			t.Errorf("%d lines of %d, %+v", report.Lines, sound, report.Closings)
		}
	})
}

// FuzzJournal: no text makes the reader of journals panic.
func FuzzJournal(f *testing.F) {
	f.Add(exampleJournal)
	f.Fuzz(func(t *testing.T, text string) {
		r := reconcile.New(nil)
		_ = reconcile.ReadJournal(strings.NewReader(text), func(e *payment.Entry, faults motcua.Faults) error {
			if faults.Err() != nil {
				return nil
			}
			return r.Here(e)
		})
		if !r.Close().Balances() {
			t.Error("it does not balance")
		}
	})
}
