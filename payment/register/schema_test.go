package register_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// fullOpening states every member.
func fullOpening(id string) *payment.Opening {
	o := opening(id)
	o.Procedure, o.Note, o.Due = "1.001193", "Nộp lệ phí", morning.AddDate(0, 0, 10)
	o.Payer = payment.Payer{Name: "Người Nộp Mẫu", ID: "001000000000", Address: "Xã Mẫu"}
	o.Beneficiary = payment.Account{Bank: "970436", Number: "000000000", Name: "KHO BẠC MẪU"}
	l := &o.Lines[0]
	l.Code, l.Unit, l.Reason = "PHI01", "bản", motcua.Text{Vi: "Lý do", En: "Reason"}
	l.Full = payment.MustMoney("40000 VND")
	l.Support = payment.MustMoney("1000 VND")
	l.Source = motcua.Source{Act: "1/2026/NQ-HĐND", Article: "Điều 1", Basis: motcua.BasisLaw}
	l.Changes = []payment.Change{
		{Kind: payment.ChangeReduction, Rule: "r2", Title: motcua.Text{Vi: "Giảm", En: "Reduction"}, Amount: payment.MustMoney("20000 VND"), Source: l.Source},
		{Kind: payment.ChangeSupport, Rule: "r3", Title: motcua.Text{Vi: "Hỗ trợ", En: "Support"}, Amount: payment.MustMoney("1000 VND"), Source: l.Source},
	}
	return o
}

// fullLife is a register whose order HD1 saw every action but two, which HD2 and HD3 saw.
func fullLife(t testing.TB) register.Register {
	t.Helper()
	ctx, now := context.Background(), morning
	r := register.Register{Log: new(motcua.MemoryLog), Clock: func() time.Time { now = now.Add(time.Minute); return now }}
	n := 0
	do := func(order string, a payment.Action, by payment.Role, d payment.Details) {
		t.Helper()
		n++
		must(r.Execute(ctx, order, &payment.Command{ID: fmt.Sprint("c", n), Action: a, By: by, Who: "Cán Bộ Mẫu", Details: d}))(t)
	}
	start := func(order string, k int, amount string) {
		t.Helper()
		do(order, payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{
			Reference: payment.Reference(order, k), Method: payment.MethodPortal, Amount: payment.MustMoney(amount), Expires: now.Add(time.Minute)}})
	}
	for _, id := range []string{"HD1", "HD2", "HD3"} {
		must(r.Open(ctx, fullOpening(id), payment.RoleSystem))(t)
		start(id, 1, "20000 VND")
	}
	do("HD1", payment.ActionTimeOut, payment.RoleSystem, payment.Details{Reference: "HD1T1"})
	c := claim("HD1T1", "G1")
	c.Amount, c.Unknown, c.Code = payment.MustMoney("20000 VND"), true, "ZZ"
	must(r.Report(ctx, c))(t)
	relief := payment.Relief{Amount: payment.MustMoney("1000 VND"), Rule: "r4", Source: fullOpening("X").Lines[0].Source}
	do("HD1", payment.ActionWaive, payment.RoleOfficer, payment.Details{Relief: &relief, Reason: "hộ nghèo"})
	do("HD1", payment.ActionSupport, payment.RoleOfficer, payment.Details{Relief: &relief})
	o, _, err := r.Load(ctx, "HD1")
	if err != nil {
		t.Fatal(err)
	}
	do("HD1", payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "nộp nhầm", Refund: &payment.Refund{ID: "R1", Amount: payment.MustMoney("1000 VND"), Available: o.Available(), Method: payment.MethodTransfer}})
	do("HD1", payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "R1", Outcome: payment.OutcomeSucceeded, Transaction: "B1", At: now}})
	do("HD1", payment.ActionDispute, payment.RoleGateway, payment.Details{Dispute: &payment.Dispute{ID: "D1", Transaction: "G1", Amount: payment.MustMoney("2000 VND")}})
	do("HD1", payment.ActionSettleDispute, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "D1", Outcome: payment.OutcomeSucceeded, Transaction: "B2", At: now}})
	do("HD1", payment.ActionCorrect, payment.RoleOfficer, payment.Details{Reason: "đối soát", Correction: &payment.Correction{Reference: "HD1T1", Transaction: "G1", Amount: payment.MustMoney("21000 VND")}})
	do("HD2", payment.ActionCancel, payment.RoleOfficer, payment.Details{Reason: "lập nhầm"})
	now = now.AddDate(0, 0, 11)
	do("HD3", payment.ActionExpire, payment.RoleSystem, payment.Details{})
	return r
}

// samples are sound texts of each kind of document.
func samples(t testing.TB) map[string][][]byte {
	t.Helper()
	texts := map[string][][]byte{}
	add := func(name string, v any) { texts[name] = append(texts[name], must(json.Marshal(v))(t)) }
	r := fullLife(t)
	for _, id := range []string{"HD1", "HD2", "HD3"} {
		o, _, err := r.Load(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		add("order", register.Of(o))
		for _, e := range o.Events {
			add("orderEvent", register.EventLine{Order: id, Event: e})
			if e.Claim != nil {
				add("claim", e.Claim)
			}
		}
		for _, e := range o.Journal() {
			add("journalEntry", e)
		}
		add("orderOpening", o.Opening)
	}
	return texts
}

// TestSchemasAgree holds each schema to its reader.
func TestSchemasAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("spoils a history in every place, and nothing of it runs at once")
	}
	texts := samples(t)
	sides := schematest.Sides(t, register.Documents())
	if len(sides) != len(texts) {
		t.Errorf("%d kinds of document, and samples of %d", len(sides), len(texts))
	}
	for name, side := range sides {
		list := texts[name]
		if name == "order" {
			list = list[1:2] // a short one: its events are those of orderEvent
		}
		if form := side.Agree(t, list...); form < 50 {
			t.Errorf("%s was spoiled in %d ways", name, form)
		}
	}
}

// TestDocumentsComeBack: what is written is read as it was, to the byte.
func TestDocumentsComeBack(t *testing.T) {
	texts := samples(t)
	back := map[string]func([]byte) (any, motcua.Faults){
		"order": func(b []byte) (any, motcua.Faults) {
			o, faults := register.ParseOrder(b)
			return register.Of(o), faults
		},
		"orderEvent":   func(b []byte) (any, motcua.Faults) { v, faults := register.ParseEvent(b); return v, faults },
		"journalEntry": func(b []byte) (any, motcua.Faults) { v, faults := register.ParseEntry(b); return v, faults },
		"orderOpening": func(b []byte) (any, motcua.Faults) { v, faults := register.ParseOpening(b); return v, faults },
		"claim":        func(b []byte) (any, motcua.Faults) { v, faults := register.ParseClaim(b); return v, faults },
	}
	for name, list := range texts {
		for _, text := range list {
			v, faults := back[name](text)
			if len(faults) > 0 {
				t.Errorf("%s: %v", name, faults)
			}
			if diff := cmp.Diff(string(text), string(must(json.Marshal(v))(t))); diff != "" {
				t.Errorf("%s (-written +again):\n%s", name, diff)
			}
		}
	}
}

// badDocuments are documents that are at fault, by their places and codes.
var badDocuments = []struct {
	name, kind, text string
	want             []string
}{
	{"another id", "order", `{"order":"HD2","events":[]}`, nil}, // nobody said otherwise
	{"no id", "order", `{"order":"","events":[]}`, []string{"/order PAY-REG-05"}},
	{"no events", "order", `{"order":"HD1"}`, []string{"/events DOC-MEMBER-03"}},
	{"a note beside it", "order", `{"order":"HD1","events":[],"note":1}`, []string{"/note DOC-MEMBER-02"}},
	{"twice", "order", `{"order":"HD1","order":"HD1","events":[]}`, []string{"/order DOC-MEMBER-01"}},
	{"a line of no order", "orderEvent", `{"order":"","id":"1","action":"expire","at":"2026-03-02T09:00:00+07:00","by":"system","to":"expired","fingerprint":"x","postings":[]}`, []string{"/fingerprint PAY-HIS-05", "/order PAY-REG-05"}},
	{"one that does not balance", "journalEntry", `{"version":1,"at":"2026-03-02T09:00:00+07:00","action":"report","postings":[{"book":"clearing","amount":{"amount":"1","currency":"VND"}}]}`, []string{"/postings PAY-REG-06"}},
	{"across currencies", "journalEntry", `{"version":1,"at":"2026-03-02T09:00:00+07:00","action":"report","postings":[{"book":"clearing","amount":{"amount":"100","currency":"VND"}},{"book":"excess","amount":{"amount":"-1","currency":"USD"}}]}`,
		[]string{"/postings PAY-REG-06", "/postings PAY-REG-06"}},
	{"no book", "journalEntry", `{"version":1,"at":"2026-03-02T09:00:00+07:00","action":"report","postings":[{"amount":{"amount":"0"}}]}`, []string{"/postings/0/book DOC-MEMBER-03"}},
	{"more than int64 can add", "journalEntry", `{"version":1,"at":"2026-03-02T09:00:00+07:00","action":"report","postings":[{"book":"clearing","amount":{"amount":"9223372036854775807","currency":"VND"}},{"book":"clearing","amount":{"amount":"9223372036854775807","currency":"VND"}}]}`,
		[]string{"/postings PAY-REG-06"}},
	{"an opening at fault", "orderOpening", `{"id":"HĐ1","unit":"H56","lines":[],"moment":"before"}`, []string{"/id PAY-ORD-01", "/lines PAY-ORD-02"}},
	{"a claim at fault", "claim", `{"reference":"","outcome":"succeeded","amount":{"amount":"0"},"origin":"callback"}`, []string{"/amount PAY-ORD-03", "/reference PAY-ORD-02", "/transaction PAY-ORD-02"}},
	{"an outcome of tomorrow", "claim", `{"reference":"HD1T1","outcome":"lost","amount":{"amount":"0"},"origin":"callback"}`, []string{"/outcome DOC-VALUE-02"}},
}

func TestBadDocuments(t *testing.T) {
	sides := schematest.Sides(t, register.Documents())
	for _, c := range badDocuments {
		var got []string
		for _, f := range sides[c.kind].Check([]byte(c.text)) {
			got = append(got, f.Pointer+" "+f.Code)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if _, faults := register.ParseOrder(must(json.Marshal(register.Document{Order: "HD2", Events: must(first2(fullLife(t).Load(context.Background(), "HD1")))(t).Events}))(t)); len(faults) != 1 || faults[0].Code != "PAY-REG-05" {
		t.Errorf("events of another order: %v", faults)
	}
}
