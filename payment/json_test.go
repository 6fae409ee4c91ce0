package payment_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

func TestMoneyJSON(t *testing.T) {
	for _, c := range []struct{ in, money, out string }{
		{`{"amount":"25000","currency":"VND"}`, "25000 VND", ""},
		{`{"amount":"-25.50","currency":"USD"}`, "-25.50 USD", ""},
		{`{"amount":"0","currency":"VND"}`, "0 VND", ""}, // an amount, not nothing
		{`{"amount":"0"}`, "0", ""},
		{`{"amount":"25.5","currency":"USD"}`, "25.50 USD", `{"amount":"25.50","currency":"USD"}`},
		{` { "currency" : "VND", "amount" : "1" } `, "1 VND", `{"amount":"1","currency":"VND"}`},
		{`{"amount":"\u0031","currency":"\u0056ND"}`, "1 VND", `{"amount":"1","currency":"VND"}`},
	} {
		var m payment.Money
		if err := json.Unmarshal([]byte(c.in), &m); err != nil || m.String() != c.money {
			t.Errorf("%s is read as %v, %v", c.in, m, err)
		}
		if c.out == "" {
			c.out = c.in
		}
		if out, err := json.Marshal(m); err != nil || string(out) != c.out {
			t.Errorf("%v is written %s, %v, want %s", m, out, err, c.out)
		}
	}
}

// badMoney are documents that are no amount, and what is found in each.
var badMoney = []struct {
	in   string
	want []string
}{
	{`null`, []string{" DOC-VALUE-01"}},
	{`25000`, []string{" DOC-VALUE-01"}},
	{`"25000 VND"`, []string{" DOC-VALUE-01"}},
	{`[]`, []string{" DOC-VALUE-01"}},
	{`{}`, []string{"/amount DOC-MEMBER-03"}},
	{`{"currency":"VND"}`, []string{"/amount DOC-MEMBER-03"}},
	{`{"amount":25000,"currency":"VND"}`, []string{"/amount DOC-VALUE-01"}},
	{`{"amount":null,"currency":"VND"}`, []string{"/amount DOC-VALUE-01"}},
	{`{"amount":"1","currency":null}`, []string{"/currency DOC-VALUE-01"}},
	{`{"amount":"1","currency":""}`, []string{"/currency DOC-VALUE-02"}},
	{`{"amount":"1","currency":"vnd"}`, []string{"/currency DOC-VALUE-02"}},
	{`{"amount":"1","currency":704}`, []string{"/currency DOC-VALUE-01"}},
	{`{"amount":"1"}`, []string{"/currency PAY-MNY-02"}},
	{`{"amount":"0.00"}`, []string{"/currency PAY-MNY-02"}}, // decimals belong to a currency
	{`{"amount":"1.-5"}`, []string{"/amount PAY-MNY-01", "/currency PAY-MNY-02"}},
	{`{"amount":"x","currency":"x"}`, []string{"/amount PAY-MNY-01", "/currency DOC-VALUE-02"}}, // both at once
	{`{"amount":"1.0","currency":"VND"}`, []string{"/amount PAY-MNY-01"}},
	{`{"amount":"1.005","currency":"USD"}`, []string{"/amount PAY-MNY-01"}},
	{`{"amount":"","currency":"VND"}`, []string{"/amount PAY-MNY-01"}},
	{`{"amount":"1e9","currency":"VND"}`, []string{"/amount PAY-MNY-01"}},
	{`{"amount":"１２","currency":"VND"}`, []string{"/amount PAY-MNY-01"}},
	{`{"amount":"-0","currency":"VND"}`, []string{"/amount PAY-MNY-01"}},
	{`{"amount":"9223372036854775808","currency":"VND"}`, []string{"/amount PAY-MNY-01"}},
	{`{"amount":"1","currency":"VND","note":""}`, []string{"/note DOC-MEMBER-02"}},
	{`{"Amount":"1","currency":"VND"}`, []string{"/Amount DOC-MEMBER-02"}}, // names are not folded
	{`{"amount":"1","amount":"2","currency":"VND"}`, []string{"/amount DOC-MEMBER-01"}},
	{`{"amount":"1","currency":"VND"} {}`, []string{" DOC-SYNTAX-01"}},
	{`{"amount":"1","currency":"VND"`, []string{" DOC-SYNTAX-01"}},
	{`{"amount":"1","currency":"VND","currency":"USD"}`, []string{"/currency DOC-MEMBER-01"}},
}

func TestBadMoney(t *testing.T) {
	for _, c := range badMoney {
		kept := payment.MustMoney("7 USD")
		err := kept.UnmarshalJSON([]byte(c.in))
		var faults motcua.Faults
		if !errors.As(err, &faults) || kept != payment.MustMoney("7 USD") {
			t.Errorf("%s: %v, read as %v", c.in, err, kept)
		}
		if diff := cmp.Diff(c.want, places(faults)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
}

// places lists faults by pointer and code.
func places(faults motcua.Faults) []string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Pointer+" "+f.Code)
		if f.Message.Vi == "" || f.Message.En == "" || strings.Contains(f.Message.Vi+f.Message.En, "%!") {
			list = append(list, "message "+f.Message.Vi+"|"+f.Message.En)
		}
	}
	return list
}

// TestMoneyWithin: the faults of an amount stand at their place in the document around
// it, on their line.
func TestMoneyWithin(t *testing.T) {
	_, faults := payment.ParseLine([]byte(strings.Replace(soundLine, `"full": {"amount": "70000"`, "\"full\": {\n\"amount\": \"70.000\"", 1)))
	if len(faults) != 1 || faults[0].Pointer != "/full/amount" || faults[0].Line != 7 || faults[0].Code != "PAY-MNY-01" {
		t.Errorf("%v", faults)
	}
}
