package fee_test

import (
	"encoding/json"
	"slices"
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

// FuzzQuote: whatever rows say, quoting by them never panics; rows without a fault make
// lines without one, none below 0 or above the full amount, that sum to the totals.
func FuzzQuote(f *testing.F) {
	text, err := json.Marshal(shapes)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text, "2.5", int64(1000500), "part", "H26")
	text, err = json.Marshal(append(both(), certified))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text, "198", int64(-1), "", "")
	f.Add([]byte(`[{"id":"x","tariff":{"bands":{"mode":"whole","list":[]}}},{"id":"x","tariff":{"fixed":{"amount":"0"}}}]`), "0", int64(0), "x", "H")
	f.Fuzz(func(t *testing.T, data []byte, count string, minor int64, which, unit string) {
		var rows []fee.Row
		n, bad := motcua.ParseDecimal(count)
		value, err := payment.NewMoney(minor, payment.VND)
		if json.Unmarshal(data, &rows) != nil || bad != nil || err != nil {
			return
		}
		q := fee.Question{Procedure: "1.001193", Unit: motcua.UnitCode(unit), Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline, Case: which,
			Quantities: map[string]motcua.Decimal{"page": n, "copy": n, "m2": n}, Values: map[string]payment.Money{"cost": value},
			Answers: map[string]motcua.Scalar{"late": motcua.FlagScalar(true)}}
		quote, err := fee.Standard().Quote(rows, fee.Choices{}, q)
		if err != nil || fee.Standard().CheckRows(rows, anyFlag).Err() != nil {
			return
		}
		totals, err := payment.LineTotals(quote.Lines)
		if err != nil || !slices.Equal(totals, quote.Totals) {
			t.Fatalf("totals %v, of the lines %v, %v", quote.Totals, totals, err)
		}
		for _, line := range quote.Lines {
			if faults := line.Check(); faults.Err() != nil || line.Amount.Sign() < 0 || line.Amount.Minor() > line.Full.Minor() {
				t.Fatalf("%+v: %v", line, faults)
			}
		}
	})
}

func anyFlag(string) (motcua.ColumnType, bool) { return motcua.ColumnFlag, true }

// both are a fee of two provinces.
func both() []fee.Row {
	return []fee.Row{
		charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H26", "8000 VND"),
		charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H44", "5000 VND"),
	}
}
