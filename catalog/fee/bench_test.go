package fee_test

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// BenchmarkQuote prices one filing under all shipped reliefs: a fixed fee of a province
// that is reduced to 0, and certified copies by bands.
func BenchmarkQuote(b *testing.B) {
	for _, bench := range []struct {
		name string
		row  fee.Row
	}{
		{"fixed", charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H26", "8000 VND")},
		{"bands", certified},
	} {
		rows := []fee.Row{bench.row}
		q := fee.Question{Procedure: "1.001193", Unit: "H26", Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline,
			Quantities: map[string]motcua.Decimal{"page": motcua.MustDecimal("10")}}
		tables := fee.Standard()
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := tables.Quote(rows, fee.Choices{}, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
