package reconcile_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// fullLine states every member.
func fullLine() reconcile.Line {
	return reconcile.Line{Reference: "HD1T1", Transaction: "G1", Dossier: "H56.12-260302-0001", Amount: vnd(25000), Direction: reconcile.In, Dated: monday, Outcome: payment.OutcomeSucceeded, Status: "00", Description: "Người Nộp Mẫu nộp phí", Row: 7}
}

// fullRules state every member.
func fullRules() reconcile.Rules {
	return reconcile.Rules{Minutes: 60, Amount: 1, Lag: 1440, From: monday, To: monday.AddDate(0, 1, 0), Methods: []payment.Method{payment.MethodPortal, payment.MethodQR}, Opening: []payment.Money{vnd(5), payment.MustMoney("1.00 USD")}}
}

func written(t testing.TB, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// samples are sound texts of each kind of document.
func samples(t testing.TB) map[string][][]byte {
	usual := reconcile.UsualColumns()
	usual.Credit, usual.Debit, usual.Amount, usual.Thousands, usual.Decimal = "in", "out", "", ".", ","
	rules := reconcile.Usual()
	return map[string][][]byte{
		"statementLine":    {written(t, fullLine()), written(t, said("HD1T1", "", 1))},
		"statementColumns": {written(t, usual), written(t, reconcile.UsualColumns()), written(t, bankColumns())},
		"reconcileRules":   {written(t, fullRules()), written(t, rules)},
	}
}

// TestSchemasAgree holds each schema to its reader.
func TestSchemasAgree(t *testing.T) {
	texts, sides := samples(t), schematest.Sides(t, reconcile.Documents())
	if len(sides) != len(texts) {
		t.Errorf("%d kinds of document, and samples of %d", len(sides), len(texts))
	}
	for name, side := range sides {
		if form := side.Agree(t, texts[name]...); form < 30 {
			t.Errorf("%s was spoiled in %d ways", name, form)
		}
	}
}

// TestDocumentsComeBack: what is written is read as it was, to the byte.
func TestDocumentsComeBack(t *testing.T) {
	back := map[string]func([]byte) (any, motcua.Faults){
		"statementLine":    func(b []byte) (any, motcua.Faults) { v, faults := reconcile.ParseLine(b); return v, faults },
		"statementColumns": func(b []byte) (any, motcua.Faults) { v, faults := reconcile.ParseColumns(b); return v, faults },
		"reconcileRules":   func(b []byte) (any, motcua.Faults) { v, faults := reconcile.ParseRules(b); return v, faults },
	}
	for name, list := range samples(t) {
		for _, text := range list {
			v, faults := back[name](text)
			if again := written(t, v); len(faults) > 0 || !bytes.Equal(again, text) {
				t.Errorf("%s is read as %s: %v", text, again, faults)
			}
		}
	}
}

// badDocuments are documents at fault, by their places and codes.
var badDocuments = []struct {
	name, kind, text string
	want             []string
}{
	{"a line of nothing", "statementLine", `{"amount":{"amount":"0"},"direction":"in","dated":"0001-01-01T00:00:00Z","outcome":"failed"}`, []string{"1: PAY-REC-03", "1:/amount PAY-REC-01", "1:/dated PAY-REC-02"}},
	{"below 0", "statementLine", `{"transaction":"G1","amount":{"amount":"-1","currency":"VND"},"direction":"in","dated":"2026-03-02T00:00:00Z","outcome":"failed"}`, []string{"1:/amount PAY-REC-01"}},
	{"a direction of tomorrow", "statementLine", `{"transaction":"G1","amount":{"amount":"1","currency":"VND"},"direction":"up","dated":"2026-03-02T00:00:00Z","outcome":"failed"}`, []string{"1:/direction DOC-VALUE-02"}},
	{"a member twice", "statementLine", `{"transaction":"G1","transaction":"G2","amount":{"amount":"1","currency":"VND"},"direction":"in","dated":"2026-03-02T00:00:00Z","outcome":"failed"}`, []string{"1:/transaction DOC-MEMBER-01"}},
	{"tolerances below 0", "reconcileRules", `{"minutes":-1,"amount":-1,"lag":-1}`, []string{"1:/amount PAY-REC-08", "1:/lag PAY-REC-08", "1:/minutes PAY-REC-08"}},
	{"an end before the beginning", "reconcileRules", `{"minutes":0,"amount":0,"lag":0,"from":"2026-03-02T00:00:00Z","to":"2026-03-02T00:00:00Z"}`, []string{"1:/to PAY-REC-07"}},
	{"two balances of a currency", "reconcileRules", `{"minutes":0,"amount":0,"lag":0,"opening":[{"amount":"1","currency":"VND"},{"amount":"2","currency":"VND"}]}`, []string{"1:/opening PAY-REC-07"}},
	{"one that leaves no room", "reconcileRules", `{"minutes":0,"amount":0,"lag":0,"opening":[{"amount":"-1000000000000000001","currency":"VND"}]}`, []string{"1:/opening PAY-REC-07"}},
	{"a method twice", "reconcileRules", `{"minutes":0,"amount":0,"lag":0,"methods":["cash","cash"]}`, []string{"1:/methods/1 PAY-REC-07"}},
	{"a unit twice", "reconcileRules", `{"minutes":0,"amount":0,"lag":0,"units":["H56.12","H56.12"]}`, []string{"1:/units/1 PAY-REC-07"}},
	{"a separator of two", "statementColumns", `{"separator":";;","transaction":"t","amount":"a","dated":"d","unit":"VND","layouts":["2006-01-02"]}`, []string{"1:/separator PAY-REC-07"}},
	{"one that is a digit", "statementColumns", `{"separator":"1","transaction":"t","amount":"a","dated":"d","unit":"VND","layouts":["2006-01-02"]}`, []string{"1:/separator PAY-REC-07"}},
	{"layouts that tell no day", "statementColumns", `{"separator":";","transaction":"t","amount":"a","dated":"d","unit":"VND","layouts":["15:04","2006-01","02/01/06","2006-02-01"]}`, []string{"1:/layouts/0 PAY-REC-07", "1:/layouts/1 PAY-REC-07"}},
	{"no column of times", "statementColumns", `{"separator":";","transaction":"t","amount":"a","dated":"","unit":"VND","layouts":["2006-01-02"]}`, []string{"1:/dated PAY-REC-07"}},
	{"no layout of times", "statementColumns", `{"separator":";","transaction":"t","amount":"a","dated":"d","unit":"VND","layouts":[]}`, []string{"1:/dated PAY-REC-07"}},
	{"amounts in three columns", "statementColumns", `{"separator":";","transaction":"t","amount":"a","credit":"c","dated":"d","unit":"VND","layouts":["2006-01-02"]}`, []string{"1:/amount PAY-REC-07"}},
	{"the same mark twice", "statementColumns", `{"separator":";","transaction":"t","amount":"a","dated":"d","unit":"VND","layouts":["2006-01-02"],"thousands":"."}`, []string{"1:/thousands PAY-REC-07"}},
	{"a mark of decimals that is none", "statementColumns", `{"separator":";","transaction":"t","amount":"a","dated":"d","unit":"VND","layouts":["2006-01-02"],"decimal":"00"}`, []string{"1:/decimal PAY-REC-07"}},
	{"no key to match by", "statementColumns", `{"separator":";","amount":"a","dated":"d","unit":"VND","layouts":["2006-01-02"]}`, []string{"1:/reference PAY-REC-07"}},
}

func TestBadDocuments(t *testing.T) {
	sides := schematest.Sides(t, reconcile.Documents())
	for _, c := range badDocuments {
		if diff := cmp.Diff(c.want, places(sides[c.kind].Check([]byte(c.text)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	var unset reconcile.Line
	want := []string{"0: PAY-REC-03", "0:/amount PAY-REC-01", "0:/dated PAY-REC-02", "0:/direction PAY-REC-02", "0:/outcome PAY-REC-02"}
	if diff := cmp.Diff(want, places(unset.Check())); diff != "" {
		t.Errorf("a line of nothing (-want +got):\n%s", diff)
	}
}
