package fee_test

import (
	"encoding/json"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// FuzzTables: ParseTables never panics, what it takes is written and taken again, and
// quoting by it never panics either.
func FuzzTables(f *testing.F) {
	text, err := json.Marshal(fee.Standard())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text, int64(70000), "2.5")
	f.Add([]byte(`{}`), int64(-1), "0")
	f.Add([]byte(`{"policy":{"rounding":"up","step":1000,"stacking":"each","source":{"basis":"ours"}},"classes":[],"units":[],"groups":[],"issuers":[],"powers":[]}`), int64(1<<62), "1000000")
	f.Fuzz(func(t *testing.T, data []byte, minor int64, count string) {
		tables, faults := fee.ParseTables(data)
		m, err := payment.NewMoney(minor, payment.VND)
		n, parsed := motcua.ParseDecimal(count)
		if err != nil || parsed != nil {
			return
		}
		rows := []fee.Row{{ID: "x", Name: name("x"), Kind: payment.KindPhi, Unit: "page", Tariff: fee.Tariff{PerUnit: &m}, Source: act}}
		quote, err := tables.Quote(rows, fee.Choices{}, fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline,
			Quantities: map[string]motcua.Decimal{"page": n}})
		if faults.Err() != nil {
			return
		}
		if err == nil && minor >= 0 {
			for _, line := range quote.Lines {
				if faults := line.Check(); len(faults) > 0 {
					t.Fatal(faults)
				}
			}
		}
		text, err := json.Marshal(tables)
		if err != nil {
			t.Fatal(err)
		}
		if _, faults := fee.ParseTables(text); faults.Err() != nil {
			t.Fatalf("written and read again: %v", faults)
		}
	})
}
