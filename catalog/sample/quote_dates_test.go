package sample_test

import (
	"testing"

	"github.com/motcua/motcua/catalog/fee"
)

// TestQuotesAroundDays prices filings on both sides of each day on which something of
// theirs changes.
func TestQuotesAroundDays(t *testing.T) {
	priceAll(t, []priced{
		{"2.001195", "2024-12-31", fee.Question{Channel: online}, "50000 VND", "the last day without a reduction online"},
		{"2.001195", "2025-01-01", fee.Question{Channel: online}, "25000 VND", "50 % online in 2025"},
		{"2.001195", "2025-01-01", fee.Question{Channel: inPerson}, "50000 VND", "which is not for the counter"},
		{"2.001195", "2025-06-30", fee.Question{Channel: inPerson}, "50000 VND", "the day before Circular 64/2025"},
		{"2.001195", "2025-07-01", fee.Question{Channel: inPerson}, "25000 VND", "50 % in all channels from that day"},
		{"2.001195", "2025-07-01", fee.Question{Channel: online}, "25000 VND", "two reductions of 50 % are not 75 %: the best counts"},
		{"1.014064", "2026-12-31", fee.Question{Channel: inPerson}, "35000 VND", "70.000 halved, on the last day"},
		{"1.014064", "2027-01-01", fee.Question{Channel: inPerson}, "70000 VND", "to 31/12/2026 ends before 1/1/2027"},
		{"1.014063", "2026-12-31", fee.Question{Channel: online}, "25000 VND", "50.000 halved"},
		{"1.014063", "2027-01-01", fee.Question{Channel: online}, "50000 VND", "and no longer"},
		{"1.014063", "2026-12-31", fee.Question{Channel: online, Unit: "H26"}, "25000 VND", "Hà Nội supports fees of the ministry: charged, then refunded"},
		{"3.000347", "2025-12-31", fee.Question{Channel: online}, "115000 VND", "115.000 online to the end of 2025"},
		{"3.000347", "2026-01-01", fee.Question{Channel: online}, "135000 VND", "the full charge after"},
		{"3.000347", "2025-12-31", fee.Question{Channel: inPerson}, "135000 VND", "at the counter nothing changes"},
		{"3.000348", "2025-12-31", fee.Question{Channel: online}, "115000 VND", "replacing costs what exchanging costs"},
		{"3.000348", "2026-01-01", fee.Question{Channel: online}, "135000 VND", "on both sides"},
		{"1.001456", "2023-12-31", fee.Question{Channel: online, Case: "new"}, "160000 VND", "160.000 online to the end of 2023"},
		{"1.001456", "2024-01-01", fee.Question{Channel: online, Case: "new"}, "incomplete", "what holds online after is not known, and not guessed"},
		{"1.001456", "2024-01-01", fee.Question{Channel: inPerson, Case: "new"}, "200000 VND", "the counter is known"},
		{"1.001612.000.00.00.H26", "2026-07-24", fee.Question{Channel: online, Unit: "H26"}, "incomplete", "the rate before could not be checked"},
		{"1.001612.000.00.00.H26", "2026-07-25", fee.Question{Channel: online, Unit: "H26"}, "0 VND", "0 online under Resolution 78/2026"},
		{"1.001612.000.00.00.H26", "2026-07-25", fee.Question{Channel: inPerson, Unit: "H26"}, "100000 VND", "100.000 on paper"},
		{"1.004873.000.00.00.H26", "2025-12-31", fee.Question{Channel: online, Unit: "H26"}, "3000 VND", "the day before Resolution 77/2025"},
		{"1.004873.000.00.00.H26", "2026-01-01", fee.Question{Channel: online, Unit: "H26"}, "0 VND", "0 online for what the province sets"},
		{"1.004873.000.00.00.H26", "2026-01-01", fee.Question{Channel: post, Unit: "H26"}, "3000 VND", "but not by post"},
		{"1.000656.000.00.00.H26", "2025-12-31", fee.Question{Channel: online, Unit: "H26", Answers: answers("late", true)}, "5000 VND", "late, before the resolution"},
		{"1.000656.000.00.00.H26", "2026-01-01", fee.Question{Channel: online, Unit: "H26", Answers: answers("late", true)}, "0 VND", "late, after it"},
		{"2.000806", "2025-06-30", fee.Question{Channel: inPerson}, "feeNotStated", "the version of the districts states no fee: not free"},
		{"2.000806", "2025-07-01", fee.Question{Channel: inPerson}, "feeConflict", "that of the communes contradicts itself"},
		{"1.010385", "2025-06-30", fee.Question{Channel: inPerson}, "0 VND", "free while there was a district"},
		{"1.010385", "2025-07-01", fee.Question{Channel: inPerson}, "feeNotStated, notInUse", "abolished"},
	})
}
