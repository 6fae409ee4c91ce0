package catalog

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// TestQuoteInput: what nobody asked about is refused, not passed over, and a province's
// own form of a procedure is filed there.
func TestQuoteInput(t *testing.T) {
	some := payment.MustMoney("8000 VND")
	p := &Procedure{
		Code: "1.001193.000.00.00.H26", Status: StatusPublic, Name: motcua.Text{Vi: "x"},
		Questions: []Question{{ID: "late", Type: motcua.ColumnFlag}, {ID: "of", Type: motcua.ColumnText, Choices: []Choice{{Value: "a"}}}},
		Channels:  []Offer{{Channel: motcua.ChannelOnline}},
		Fees: []fee.Row{{ID: "x", Name: motcua.Text{Vi: "x"}, Kind: payment.KindLePhi, Group: "civilStatus", Issuer: "provincialCouncil", IssuedBy: "H26",
			Tariff: fee.Tariff{Fixed: &some}, Source: motcua.Source{Act: "x", Basis: motcua.BasisLaw}}},
	}
	ask := func(change func(*fee.Question)) string {
		q := fee.Question{Date: motcua.MustDate("2025-12-31"), Channel: motcua.ChannelOnline}
		change(&q)
		return quoteOf(p, q)
	}
	for _, row := range []struct {
		name, want string
		change     func(*fee.Question)
	}{
		{"an answer to no question", "wrongAnswer", func(q *fee.Question) { q.Answers = answers("nope", motcua.FlagScalar(true)) }},
		{"an answer of the wrong type", "wrongAnswer", func(q *fee.Question) { q.Answers = answers("late", motcua.TextScalar("maybe")) }},
		{"an answer that is no choice", "wrongAnswer", func(q *fee.Question) { q.Answers = answers("of", motcua.TextScalar("b")) }},
		{"a quantity nothing counts", "unknownQuantity", func(q *fee.Question) { q.Quantities = map[string]motcua.Decimal{"page": motcua.MustDecimal("2")} }},
		{"a value nothing is a part of", "unknownValue", func(q *fee.Question) { q.Values = map[string]payment.Money{"cost": some} }},
		{"an answer no fee needs is an answer", ask(func(*fee.Question) {}), func(q *fee.Question) { q.Answers = answers("late", motcua.FlagScalar(true)) }},
	} {
		if got := ask(row.change); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
	quote, err := p.Quote(nil, fee.Question{Date: motcua.MustDate("2026-01-01"), Channel: motcua.ChannelOnline})
	if err != nil || quote.Totals[0].Sign() != 0 {
		t.Errorf("filed online in Hà Nội, whose act charges nothing: %v, %v", quote.Totals, err)
	}
}
