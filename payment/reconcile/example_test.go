package reconcile_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// Two payments stand in the journal; the bank knows one of them, with another amount, and
// one that nobody here has heard of.
func Example() {
	r := reconcile.New(nil)
	err := reconcile.ReadJournal(strings.NewReader(exampleJournal), func(e *payment.Entry, faults motcua.Faults) error {
		if err := faults.Err(); err != nil {
			return err
		}
		return r.Here(e)
	})
	if err != nil {
		log.Fatal(err)
	}
	statement := `reference,transaction,amount,dated
HD0001T1,GD1,26000,2026-03-02T09:04:00+07:00
HD0009T1,GD9,5000,2026-03-02T10:00:00+07:00
`
	err = reconcile.ReadCSV(strings.NewReader(statement), nil, func(l *reconcile.Line, faults motcua.Faults) error {
		if err := faults.Err(); err != nil {
			return err
		}
		return r.There(l)
	})
	if err != nil {
		log.Fatal(err)
	}
	report := r.Close()
	for _, f := range report.Findings {
		fmt.Println(f.Class, f.Transaction, f.Here, f.There, "–", f.Proposal.Step)
	}
	for _, c := range report.Closings {
		fmt.Println(c.Day, c.HereIn, c.ThereIn, c.Difference, c.Explained, c.Balances)
	}
	// Output:
	// missingHere GD9 0 5000 VND – report
	// missingThere GD2 8000 VND 0 – query
	// amount GD1 25000 VND 26000 VND – correct
	// 2026-03-02 33000 31000 2000 [{missingHere -5000} {missingThere 8000} {amount -1000}] true
}

const exampleJournal = `{"order":"HD0001","version":3,"at":"2026-03-02T09:05:00+07:00","action":"report","reference":"HD0001T1","transaction":"GD1","dated":"2026-03-02T09:04:00+07:00","postings":[{"book":"receivable","amount":{"amount":"-25000","currency":"VND"}},{"book":"clearing","method":"portal","amount":{"amount":"25000","currency":"VND"}}]}
{"order":"HD0002","version":3,"at":"2026-03-02T09:06:00+07:00","action":"report","reference":"HD0002T1","transaction":"GD2","dated":"2026-03-02T09:06:00+07:00","postings":[{"book":"receivable","amount":{"amount":"-8000","currency":"VND"}},{"book":"clearing","method":"qr","amount":{"amount":"8000","currency":"VND"}}]}
`

func ExampleReadJournal() {
	err := reconcile.ReadJournal(strings.NewReader(exampleJournal+`{"version":1}`), func(e *payment.Entry, faults motcua.Faults) error {
		fmt.Println(e.Order, e.Transaction, len(faults) > 0)
		return nil
	})
	fmt.Println(err)
	// Output:
	// HD0001 GD1 false
	// HD0002 GD2 false
	//   true
	// <nil>
}

// A bank writes its own columns, amounts and dates.
func ExampleParseColumns() {
	columns, faults := reconcile.ParseColumns([]byte(`{
		"separator": ";", "transaction": "Mã GD", "credit": "Ghi có", "debit": "Ghi nợ", "dated": "Ngày", "unit": "VND", "thousands": ".", "decimal": ",", "layouts": ["02/01/2006"]}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	err := reconcile.ReadCSV(strings.NewReader("Ngày;Mã GD;Ghi có;Ghi nợ\n02/03/2026;GD1;1.250.000;\n03/03/2026;HT1;;25.000\n"), &columns, func(l *reconcile.Line, faults motcua.Faults) error {
		fmt.Println(l, motcua.DateOf(l.Dated), faults)
		return nil
	})
	fmt.Println(err)
	// Output:
	// in 1250000 VND  GD1 2026-03-02 no faults
	// out 25000 VND  HT1 2026-03-03 no faults
	// <nil>
}

func ExampleUsualColumns() {
	c := reconcile.UsualColumns()
	fmt.Println(c.Reference, c.Amount, c.Dated, c.Unit, c.Check())
	// Output: reference amount dated VND no faults
}

func ExampleReadLines() {
	text := `{"transaction":"GD1","amount":{"amount":"25000","currency":"VND"},"direction":"in","dated":"2026-03-02T09:04:00+07:00","outcome":"succeeded"}
{"amount":{"amount":"0","currency":"VND"},"direction":"in","dated":"2026-03-02T09:04:00+07:00","outcome":"succeeded"}`
	err := reconcile.ReadLines(strings.NewReader(text), func(l *reconcile.Line, faults motcua.Faults) error {
		fmt.Println(l.Row, l.Amount, faults)
		return nil
	})
	fmt.Println(err)
	// Output:
	// 1 25000 VND no faults
	// 2 0 VND line 2: PAY-REC-03: neither reference nor transaction nor dossier
	// line 2: /amount: PAY-REC-01: the amount is more than 0, in a currency, and not out of all proportion
	// <nil>
}

func ExampleParseLine() {
	l, faults := reconcile.ParseLine([]byte(`{"dossier":"H56.12-260302-0001","amount":{"amount":"25000","currency":"VND"},"direction":"in","dated":"2026-03-02T09:04:00+07:00","outcome":"succeeded","description":"ai đó chuyển"}`))
	fmt.Println(l.Dossier, l, faults) // what the payer wrote is not printed
	// Output: H56.12-260302-0001 in 25000 VND   no faults
}

func ExampleParseRules() {
	rules, faults := reconcile.ParseRules([]byte(`{"minutes": 60, "amount": 0, "lag": -1}`))
	fmt.Println(rules.Minutes, faults)
	fmt.Println(reconcile.Usual().Minutes, reconcile.Usual().Lag)
	// Output:
	// 60 line 1: /lag: PAY-REC-08: must be 0 or more
	// 1440 2880
}

func ExampleKeys() {
	fmt.Println(reconcile.Keys())
	// Output: [transaction referenceAmount reference dossierAmount]
}

func ExampleDocuments() {
	for _, d := range reconcile.Documents() {
		fmt.Println(d.Name)
	}
	// Output:
	// statementLine
	// statementColumns
	// reconcileRules
}
