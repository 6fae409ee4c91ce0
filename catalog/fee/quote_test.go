package fee_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

func money(s string) *payment.Money { m := payment.MustMoney(s); return &m }

func decimal(s string) *motcua.Decimal { d := motcua.MustDecimal(s); return &d }

func name(s string) motcua.Text { return motcua.Text{Vi: s, En: s} }

var act = motcua.Source{Act: "00/2026/NQ-HĐND", Basis: motcua.BasisAssumed}

// certified is the fee for certified copies: 2,000 đồng a page, from the third page
// 1,000, at most 200,000 a copy.
var certified = fee.Row{
	ID: "certified", Name: name("Phí chứng thực"), Kind: payment.KindPhi, Unit: "page", Group: "certification", Issuer: "mof", Source: act,
	Tariff: fee.Tariff{
		Bands: &fee.Bands{Mode: fee.BandSlice, List: []fee.Band{
			{To: decimal("2"), Each: *money("2000 VND")},
			{From: *decimal("2"), Each: *money("1000 VND")},
		}},
		Most: money("200000 VND"),
	},
}

// shapes are rows of every shape, each for a case of its own.
var shapes = []fee.Row{
	{ID: "fixed", Cases: []string{"fixed"}, Name: name("cố định"), Kind: payment.KindLePhi, Tariff: fee.Tariff{Fixed: money("70000 VND")}, Source: act},
	{ID: "free", Cases: []string{"free"}, Name: name("miễn"), Kind: payment.KindLePhi, Tariff: fee.Tariff{Fixed: money("0 VND")}, Source: act},
	{ID: "each", Cases: []string{"each"}, Name: name("từng bản"), Kind: payment.KindPhi, Unit: "copy", Tariff: fee.Tariff{PerUnit: money("8000 VND")}, Source: act},
	{ID: "card", Cases: []string{"card"}, Name: name("từng thẻ"), Kind: payment.KindLePhi, Unit: "card", Tariff: fee.Tariff{PerUnit: money("50000 VND")}, Source: act},
	{ID: "usd", Cases: []string{"usd"}, Name: name("thị thực"), Kind: payment.KindPhi, Tariff: fee.Tariff{Fixed: money("25 USD")}, Source: act},
	{ID: "whole", Cases: []string{"whole"}, Name: name("toàn phần"), Kind: payment.KindPhi, Unit: "m2", Source: act,
		Tariff: fee.Tariff{Bands: &fee.Bands{Mode: fee.BandWhole, List: []fee.Band{
			{To: decimal("100"), Fixed: *money("50000 VND")},
			{From: *decimal("100"), To: decimal("500"), Each: *money("1000 VND")},
			{From: *decimal("500"), Fixed: *money("100000 VND"), Each: *money("800 VND")},
		}}}},
	{ID: "part", Cases: []string{"part"}, Name: name("thẩm định"), Kind: payment.KindPhi, Group: "appraisal", Source: act,
		Tariff: fee.Tariff{Percent: &fee.Percent{Of: "cost", Rate: *decimal("0.019")}, Least: money("500000 VND"), Most: money("150000000 VND")}},
	{ID: "dated", Cases: []string{"dated"}, Name: name("theo ngày"), Kind: payment.KindLePhi, Validity: days("2025-01-01", "2026-01-01"), Tariff: fee.Tariff{Fixed: money("10000 VND")}, Source: act},
	{ID: "dated", Cases: []string{"dated"}, Name: name("theo ngày"), Kind: payment.KindLePhi, Validity: days("2026-01-01", ""), Tariff: fee.Tariff{Fixed: money("12000 VND")}, Source: act},
	{ID: "hole", Cases: []string{"hole"}, Name: name("hở"), Kind: payment.KindLePhi, Validity: days("", "2025-07-01"), Tariff: fee.Tariff{Fixed: money("10000 VND")}, Source: act},
	{ID: "hole", Cases: []string{"hole"}, Name: name("hở"), Kind: payment.KindLePhi, Validity: days("2026-07-01", ""), Tariff: fee.Tariff{Fixed: money("12000 VND")}, Source: act},
	{ID: "conflict", Cases: []string{"conflict"}, Name: name("mâu thuẫn"), Kind: payment.KindLePhi, Doubt: "conflict", Raw: "Miễn phí(70.000đ)", Source: act},
	{ID: "asked", Cases: []string{"asked"}, Name: name("tùy"), Kind: payment.KindLePhi, When: &motcua.Predicate{Flag: "late"}, Tariff: fee.Tariff{Fixed: money("75000 VND")}, Source: act},
	{ID: "asked-not", Cases: []string{"asked"}, Name: name("tùy"), Kind: payment.KindLePhi, When: &motcua.Predicate{Not: &motcua.Predicate{Flag: "late"}}, Tariff: fee.Tariff{Fixed: money("8000 VND")}, Source: act},
	{ID: "draft", Cases: []string{"draft"}, Name: name("dự thảo"), Kind: payment.KindLePhi, Status: fee.StatusDraft, Tariff: fee.Tariff{Fixed: money("1 VND")}, Source: act},
	{ID: "half", Cases: []string{"half"}, Name: name("dở dang"), Kind: payment.KindLePhi, Incomplete: true, Missing: "mức thu", Source: act},
}

func days(from, to string) motcua.Validity {
	var v motcua.Validity
	if from != "" {
		v.From = motcua.MustDate(from)
	}
	if to != "" {
		v.To = motcua.MustDate(to)
	}
	return v
}

// outcome writes a quote or a refusal in a line.
func outcome(quote fee.Quote, err error) string {
	var refusal *fee.RefusalError
	if errors.As(err, &refusal) {
		codes := make([]string, len(refusal.Reasons))
		for i, r := range refusal.Reasons {
			codes[i] = r.Code
		}
		return strings.Join(codes, " ")
	}
	var parts []string
	for _, l := range quote.Lines {
		parts = append(parts, l.Amount.String())
	}
	return strings.Join(parts, " + ") + fmt.Sprintf(" = %v", quote.Totals)
}

func TestShapes(t *testing.T) {
	for _, row := range []struct{ of, day, quantity, want, why string }{
		{"fixed", "2026-03-01", "", "70000 VND = [70000 VND]", "an amount, once"},
		{"free", "2026-03-01", "", "0 VND = [0 VND]", "a line of 0 stays"},
		{"each", "2026-03-01", "copy=3", "24000 VND = [24000 VND]", "3 × 8,000"},
		{"each", "2026-03-01", "copy=0", "0 VND = [0 VND]", "none asked for is none paid"},
		{"each", "2026-03-01", "", "quantityMissing", "copies have no usual number"},
		{"each", "2026-03-01", "copy=-1", "quantityNegative", "less than none"},
		{"card", "2026-03-01", "", "50000 VND = [50000 VND]", "a filing is for one card unless it says otherwise"},
		{"card", "2026-03-01", "card=2", "100000 VND = [100000 VND]", "2 × 50,000"},
		{"usd", "2026-03-01", "", "25.00 USD = [25.00 USD]", "not converted"},
		{"whole", "2026-03-01", "m2=100", "50000 VND = [50000 VND]", "up to and with 100"},
		{"whole", "2026-03-01", "m2=100.5", "100500 VND = [100500 VND]", "the second band charges all of it: 100.5 × 1,000"},
		{"whole", "2026-03-01", "m2=500", "500000 VND = [500000 VND]", "500 × 1,000"},
		{"whole", "2026-03-01", "m2=500.01", "500008 VND = [500008 VND]", "100,000 + 500.01 × 800, cheaper than the step before"},
		{"part", "2026-03-01", "cost=1000000000", "500000 VND = [500000 VND]", "190,000 is below the floor"},
		{"part", "2026-03-01", "cost=10000000001", "1900000 VND = [1900000 VND]", "1,900,000.00019 is rounded once"},
		{"part", "2026-03-01", "cost=900000000000", "150000000 VND = [150000000 VND]", "171 million is above the cap"},
		{"part", "2026-03-01", "", "valueMissing", "a part of what?"},
		{"dated", "2025-12-31", "", "10000 VND = [10000 VND]", "the last day of the old amount"},
		{"dated", "2026-01-01", "", "12000 VND = [12000 VND]", "the first of the new one"},
		{"dated", "2024-12-31", "", "noRowInForce", "before there was any"},
		{"hole", "2025-06-30", "", "10000 VND = [10000 VND]", "before the hole"},
		{"hole", "2025-07-01", "", "noRowInForce", "in the hole"},
		{"hole", "2026-06-30", "", "noRowInForce", "its last day"},
		{"hole", "2026-07-01", "", "12000 VND = [12000 VND]", "after it"},
		{"conflict", "2026-03-01", "", "feeConflict", "said to be free beside an amount"},
		{"asked", "2026-03-01", "", "answerMissing answerMissing", "whether it is late was not said, for both rows"},
		{"asked", "2026-03-01", "late=true", "75000 VND = [75000 VND]", "late"},
		{"asked", "2026-03-01", "late=false", "8000 VND = [8000 VND]", "in time"},
		{"draft", "2026-03-01", "", "feeNotStated", "a draft charges nothing, and says nothing"},
		{"half", "2026-03-01", "", "incomplete", "a row with a gap"},
		{"nowhere", "2026-03-01", "", "feeNotStated", "no row at all is not free"},
	} {
		q := fee.Question{Date: motcua.MustDate(row.day), Channel: motcua.ChannelInPerson, Case: row.of,
			Quantities: map[string]motcua.Decimal{}, Values: map[string]payment.Money{}, Answers: map[string]motcua.Scalar{}}
		if key, value, ok := strings.Cut(row.quantity, "="); ok {
			switch {
			case key == "cost":
				q.Values[key] = payment.MustMoney(value + " VND")
			case key == "late":
				q.Answers[key] = motcua.FlagScalar(value == "true")
			default:
				q.Quantities[key] = motcua.MustDecimal(value)
			}
		}
		if got := outcome(fee.Standard().Quote(shapes, fee.Choices{}, q)); got != row.want {
			t.Errorf("%s on %s with %q: %s, want %s: %s", row.of, row.day, row.quantity, got, row.want, row.why)
		}
	}
}

func TestCertifiedCopies(t *testing.T) {
	for _, row := range []struct{ pages, want, why string }{
		{"1", "2000 VND", "the first page"},
		{"2", "4000 VND", "the second"},
		{"3", "5000 VND", "from the third page 1,000"},
		{"10", "12000 VND", "2 × 2,000 + 8 × 1,000"},
		{"198", "200000 VND", "4,000 + 196,000 reaches the cap exactly"},
		{"199", "200000 VND", "the cap"},
		{"1000", "200000 VND", "the cap"},
	} {
		quote, err := fee.Standard().Quote([]fee.Row{certified}, fee.Choices{}, fee.Question{
			Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelInPerson, Quantities: map[string]motcua.Decimal{"page": motcua.MustDecimal(row.pages)},
		})
		if err != nil || quote.Lines[0].Amount != payment.MustMoney(row.want) {
			t.Errorf("%s pages: %v, %v; want %s: %s", row.pages, quote.Lines, err, row.want, row.why)
		}
	}
}

func TestRefusalsAtOnce(t *testing.T) {
	_, err := fee.Standard().Quote(shapes, fee.Choices{
		Channels: []motcua.Channel{motcua.ChannelOnline}, Cases: []string{"each", "part"},
	}, fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelPost, Case: "other", Beneficiary: []string{"wizard"}})
	var refusal *fee.RefusalError
	if !errors.As(err, &refusal) {
		t.Fatal(err)
	}
	for _, code := range []string{"channelNotOffered", "unknownCase", "unknownClass"} {
		if !refusal.Has(code) {
			t.Errorf("no %s in %v", code, err)
		}
	}
	_, err = fee.Standard().Quote(shapes, fee.Choices{}, fee.Question{})
	if !errors.As(err, &refusal) || !refusal.Has("dateMissing") || !refusal.Has("channelMissing") {
		t.Errorf("an empty question: %v", err)
	}
	options := []fee.Row{{ID: "fast", Options: []string{"fast"}, Name: name("nhanh"), Kind: payment.KindPhi, Tariff: fee.Tariff{Fixed: money("5 VND")}, Source: act}}
	choices := fee.Choices{Options: map[motcua.Channel][]string{motcua.ChannelOnline: {"normal", "fast"}}}
	q := fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline}
	if got := outcome(fee.Standard().Quote(options, choices, q)); got != "optionMissing" {
		t.Errorf("several options, none chosen: %s", got)
	}
	q.Option = "slow"
	if got := outcome(fee.Standard().Quote(options, choices, q)); !strings.Contains(got, "unknownOption") {
		t.Errorf("an option that is not there: %s", got)
	}
	choices.Options[motcua.ChannelOnline] = []string{"fast"}
	q.Option = ""
	if got := outcome(fee.Standard().Quote(options, choices, q)); got != "5 VND = [5 VND]" {
		t.Errorf("the only option: %s", got)
	}
}
