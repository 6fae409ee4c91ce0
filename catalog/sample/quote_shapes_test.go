package sample_test

import (
	"testing"

	"github.com/motcua/motcua/catalog/fee"
)

// TestQuotesOfShapes prices each kind of tariff and condition, at its edges.
func TestQuotesOfShapes(t *testing.T) {
	here := func(pages string) fee.Question {
		return fee.Question{Channel: inPerson, Case: "here", Quantities: of("page", pages)}
	}
	priceAll(t, []priced{
		{"2.000815", "2026-03-02", here("1"), "2000 VND", "2.000 a page"},
		{"2.000815", "2026-03-02", here("2"), "4000 VND", "2 × 2.000"},
		{"2.000815", "2026-03-02", here("3"), "5000 VND", "the third page is 1.000"},
		{"2.000815", "2026-03-02", here("198"), "200000 VND", "4.000 + 196 × 1.000, just the most"},
		{"2.000815", "2026-03-02", here("199"), "200000 VND", "no more than 200.000"},
		{"2.000815", "2026-03-02", fee.Question{Channel: inPerson, Case: "here"}, "quantityMissing", "pages are not guessed"},
		{"2.000815", "2026-03-02", fee.Question{Channel: inPerson, Case: "mission", Quantities: of("copy", "3")}, "30.00 USD", "3 × 10 dollars abroad"},
		{"2.000815", "2026-03-02", fee.Question{Channel: online, Case: "here", Quantities: of("page", "1")}, "channelNotOffered", "at the counter alone"},
		{"2.000635", "2026-03-02", fee.Question{Channel: online, Quantities: of("copy", "3")}, "24000 VND", "3 × 8.000"},
		{"1.003460", "2026-03-02", fee.Question{Channel: inPerson, Quantities: of("month", "24")}, "145.00 USD", "not more than two years"},
		{"1.003460", "2026-03-02", fee.Question{Channel: inPerson, Quantities: of("month", "25")}, "155.00 USD", "more than two"},
		{"1.003460", "2026-03-02", fee.Question{Channel: inPerson, Quantities: of("month", "60")}, "155.00 USD", "to five"},
		{"1.003460", "2026-03-02", fee.Question{Channel: inPerson, Quantities: of("month", "61")}, "165.00 USD", "more than five"},
		{"1.001194", "2026-03-02", fee.Question{Channel: online, Case: "single"}, "25.00 USD", "a single entry"},
		{"1.001194", "2026-03-02", fee.Question{Channel: online}, "caseMissing, caseMissing", "single or transfer"},
		{"1.013216", "2026-03-02", fee.Question{Channel: inPerson, Case: "upTo15", Values: worth("totalInvestment", "10000000000 VND")}, "1900000 VND", "0,019 % of 10 billion"},
		{"1.013216", "2026-03-02", fee.Question{Channel: inPerson, Case: "upTo15", Values: worth("totalInvestment", "1000000000 VND")}, "500000 VND", "190.000, but at least 500.000"},
		{"1.013216", "2026-03-02", fee.Question{Channel: inPerson, Case: "upTo15"}, "valueMissing", "a value is not guessed"},
		{"1.013216", "2026-03-02", fee.Question{Channel: inPerson, Case: "above15", Values: worth("totalInvestment", "20000000000 VND")}, "incomplete", "the interpolated table is not entered"},
		{"1.013978.000.00.00.H26", "2026-03-02", fee.Question{Channel: inPerson, Unit: "H26", Values: worth("assetValue", "3000000000 VND"), Answers: answers("house", true, "place", "ward")}, "15100000 VND", "100.000 and 0,5 % of 3 billion"},
		{"1.013978.000.00.00.H26", "2026-03-02", fee.Question{Channel: inPerson, Unit: "H26", Values: worth("assetValue", "200000000000 VND"), Answers: answers("house", false, "place", "commune")}, "500000000 VND", "free, and 1 billion cut to 500 million"},
		{"1.013978.000.00.00.H26", "2026-03-02", fee.Question{Channel: inPerson, Unit: "H26", Values: worth("assetValue", "3000000000 VND"), Answers: answers("house", true)}, "answerMissing, answerMissing", "ward with a house, or commune; without a house it cannot be"},
		{"1.012790.000.00.00.H19", "2026-03-02", fee.Question{Channel: inPerson, Unit: "H19", Answers: answers("authorityError", false)}, "1373000 VND", "25.000 and the price of the service"},
		{"1.012790.000.00.00.H19", "2026-03-02", fee.Question{Channel: inPerson, Unit: "H19", Answers: answers("authorityError", true)}, "0 VND", "the authority's own mistake"},
		{"1.014199.000.00.00.H14", "2026-03-02", fee.Question{Channel: online, Case: "granted", Unit: "H14"}, "600000 VND", "Cao Bằng has no relief"},
		{"2.001199", "2026-03-02", fee.Question{Channel: online, Case: "new"}, "100000 VND", "publication alone"},
		{"2.001199", "2026-03-02", fee.Question{Channel: inPerson, Case: "new"}, "150000 VND", "and 50.000 on paper; the half of Circular 64/2025 is not applied, for its list is not known"},
	})
}

// TestQuotesOfPeople prices exemptions, and what is free, doubtful or not stated.
func TestQuotesOfPeople(t *testing.T) {
	priceAll(t, []priced{
		{"1.004222", "2026-03-02", fee.Question{Channel: online}, "10000 VND", "online"},
		{"1.004222", "2026-03-02", fee.Question{Channel: inPerson}, "20000 VND", "at the counter"},
		{"1.004222", "2026-03-02", fee.Question{Channel: inPerson, Beneficiary: []string{"child"}}, "0 VND", "children are exempt"},
		{"1.004222", "2026-03-02", fee.Question{Channel: inPerson, Beneficiary: []string{"hero"}}, "unknownClass", "a class nobody listed"},
		{"1.004194", "2026-03-02", fee.Question{Channel: inPerson, Case: "list", Quantities: of("person", "12")}, "120000 VND", "12 × 10.000"},
		{"1.004194", "2026-03-02", fee.Question{Channel: inPerson, Case: "single"}, "15000 VND", "as corrected on 27 July"},
		{"1.010038", "2026-03-02", fee.Question{Channel: online, Beneficiary: []string{"elderly"}}, "0 VND", "the elderly are exempt"},
		{"1.002755", "2026-03-02", fee.Question{Channel: online}, "feeConflict", "5.000 in the table, 7.000 in its note"},
		{"1.002755", "2026-03-02", fee.Question{Channel: inPerson}, "15000 VND", "the counter is clear"},
		{"1.001193", "2026-03-02", fee.Question{Channel: online, Answers: answers("late", false)}, "0 VND", "a birth in time is free by law"},
		{"1.001193", "2026-03-02", fee.Question{Channel: online, Answers: answers("late", true)}, "incomplete", "each province sets its own"},
		{"1.001193", "2026-03-02", fee.Question{Channel: online}, "answerMissing, answerMissing", "in time or not"},
		{"1.001193.000.00.00.H26", "2025-12-31", fee.Question{Channel: inPerson, Unit: "H26", Answers: answers("late", true)}, "5000 VND", "Hà Nội's own"},
		{"1.001193.000.00.00.H26", "2025-12-31", fee.Question{Channel: inPerson, Unit: "H26", Answers: answers("late", true), Beneficiary: []string{"poorHousehold"}}, "0 VND", "exempt under Hà Nội's resolution"},
		{"2.001263", "2026-03-02", fee.Question{Channel: inPerson, Answers: answers("relation", "none")}, "400000 VND", "an adoption"},
		{"2.001263", "2026-03-02", fee.Question{Channel: inPerson, Answers: answers("relation", "aunt")}, "0 VND", "by an aunt"},
		{"2.001159", "2026-03-02", fee.Question{Channel: online}, "feeNotStated", "none stated is not free"},
		{"1.001612", "2026-03-02", fee.Question{Channel: online}, "feeChoice", "150.000 or 50.000"},
		{"1.013237", "2026-03-02", fee.Question{Channel: inPerson}, "feeUnreadable", "90 đồng cannot be meant"},
		{"1.012575", "2026-03-02", fee.Question{Channel: online}, "incomplete", "amounts by class and area are not entered"},
		{"1.000894", "2026-03-02", fee.Question{Channel: post}, "0 VND", "a marriage is free by law"},
	})
}
