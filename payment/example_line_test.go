package payment_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// A fee that a province reduces to nothing stays as a line of 0 đồng and says why.
func ExampleLine() {
	source := func(act string) motcua.Source { return motcua.Source{Act: act, Basis: motcua.BasisLaw} }
	fee := payment.MustMoney("8000 VND")
	line := payment.Line{
		Name:     motcua.Text{Vi: "Lệ phí hộ tịch", En: "Civil status fee"},
		Kind:     payment.KindLePhi,
		Quantity: motcua.MustDecimal("1"),
		Full:     fee,
		Amount:   payment.MustMoney("0 VND"),
		Rule:     "civil-status",
		Source:   source("1/2026/NQ-HĐND"),
		Changes: []payment.Change{{
			Kind: payment.ChangeExemption, Rule: "online", Title: motcua.Text{Vi: "Nộp trực tuyến", En: "Filed online"},
			Amount: fee, Source: source("2/2026/NQ-HĐND"),
		}},
		Reason: motcua.Text{Vi: "miễn khi nộp trực tuyến", En: "exempted when filed online"},
	}
	fmt.Println(len(line.Check()))
	fmt.Println(payment.LineTotals([]payment.Line{line}))
	line.Amount = fee // but 8,000 are taken off
	fmt.Println(line.Check())
	// Output:
	// 0
	// [0 VND] <nil>
	// /changes: PAY-LINE-02: the full amount 8000 VND less exemptions and reductions is not 8000 VND
}

func ExampleParseLine() {
	line, faults := payment.ParseLine([]byte(`{
		"name": {"vi": "Phí thẩm định", "en": "Appraisal fee"},
		"kind": "phi",
		"quantity": "2",
		"unit": "page",
		"full": {"amount": "4000", "currency": "VND"},
		"amount": {"amount": "4000", "currency": "VND"},
		"rule": "appraisal",
		"source": {"act": "1/2026/TT-BTC", "basis": "law"},
		"reason": {"vi": "2 trang × 2.000 ₫", "en": "2 pages × ₫2,000"}
	}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(line.Kind, line.Amount, line.Quantity, line.Unit)
	_, faults = payment.ParseLine([]byte(`{"kind": "phí"}`))
	for _, f := range faults[:3] {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	// Output:
	// phi 4000 VND 2 page
	// /amount DOC-MEMBER-03 required member missing
	// /full DOC-MEMBER-03 required member missing
	// /kind DOC-VALUE-02 not a valid value
}

func ExampleDocuments() {
	for _, d := range payment.Documents() {
		fmt.Println(d.Name, d.ID, d.Check([]byte(`{}`)).Err() != nil)
	}
	// Output:
	// chargeLine https://github.com/motcua/motcua/schema/chargeLine-1.json true
}
