package fee_test

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

func TestProbe(t *testing.T) {
	day := motcua.MustDate("2026-03-01")
	ask := func(what string, tb *fee.Tables, rows []fee.Row, q fee.Question) fee.Quote {
		q.Date, q.Channel = day, motcua.ChannelOnline
		quote, err := tb.Quote(rows, fee.Choices{}, q)
		t.Log(what, "=>", outcome(quote, err), err, "possible:", len(quote.Possible))
		for _, p := range quote.Possible { t.Log("    possible", p.Relief, p.Why.En) }
		for _, l := range quote.Lines { t.Log("    ", l.Full, l.Amount, l.Support, l.Reason.Vi, l.Check()) }
		return quote
	}
	st := fee.Standard()
	part := shapes[6]; part.Cases = nil
	ask("percent of USD with VND floor", st, []fee.Row{part}, fee.Question{Values: map[string]payment.Money{"cost": *money("100 USD")}})
	bare := part; bare.Tariff.Least, bare.Tariff.Most = nil, nil
	ask("negative value", st, []fee.Row{bare}, fee.Question{Values: map[string]payment.Money{"cost": *money("-1000000000 VND")}})
	ask("value 0", st, []fee.Row{bare}, fee.Question{Values: map[string]payment.Money{"cost": *money("0 VND")}})
	none := charge(payment.KindPhi, "", "mof", "", "5 VND"); none.Tariff.Fixed = &payment.Money{}
	ask("fixed without currency", st, []fee.Row{none}, fee.Question{})
	t.Log(st.CheckRows([]fee.Row{none}, nil))
	ask("no group, Phú Thọ", st, []fee.Row{charge(payment.KindLePhi, "", "provincialCouncil", "H44", "8000 VND")}, fee.Question{Unit: "H44"})
	ask("no issuer, Phú Thọ", st, []fee.Row{charge(payment.KindLePhi, "civilStatus", "", "", "8000 VND")}, fee.Question{Unit: "H44"})
	f := fee.Relief{ID: "x", Title: name("x"), Kind: payment.ChangeSupport, Rate: decimal("50"), Issuer: "provincialCouncil", IssuedBy: "H29", Scope: fee.Scope{Issuers: []string{"mof"}}, Source: act}
	tb := *st; tb.Reliefs = []fee.Relief{f}
	t.Log("check:", tb.Check())
	ask("HCMC support without units, filed in Phú Thọ", &tb, []fee.Row{charge(payment.KindLePhi, "civilStatus", "mof", "", "8000 VND")}, fee.Question{Unit: "H44"})
	g := f; g.Kind = payment.ChangeReduction; g.Scope = fee.Scope{Procedures: []motcua.ProcedureCode{"1.001193"}, Units: []motcua.UnitCode{"H29"}}
	tb.Reliefs = []fee.Relief{g}
	ask("provincial reduction, fee of unknown issuer", &tb, []fee.Row{charge(payment.KindLePhi, "civilStatus", "", "", "8000 VND")}, fee.Question{Unit: "H29", Procedure: "1.001193"})
	h := f; h.Issuer, h.IssuedBy, h.Kind, h.Scope = "mof", "", payment.ChangeReduction, fee.Scope{Rows: []string{"part"}}
	tb.Reliefs = []fee.Relief{h}
	bare.Issuer = "mof"
	bare.Tariff.Percent = &fee.Percent{Of: "cost", Rate: *decimal("0.1")}
	ask("twice rounded: 1000.5, half is 500.25", &tb, []fee.Row{bare}, fee.Question{Values: map[string]payment.Money{"cost": *money("1000500 VND")}})
	a, b := charge(payment.KindLePhi, "", "mof", "", "8000 VND"), charge(payment.KindLePhi, "", "provincialCouncil", "H44", "5000 VND")
	a.Code, b.Code, b.ID = "LP1", "LP1", "row2"
	ask("one code, two ids", &tb, []fee.Row{a, b}, fee.Question{})
	t.Log(st.CheckRows([]fee.Row{a, b}, nil))
	zero := fee.Tables{}
	each := charge(payment.KindPhi, "", "mof", "", "5 VND"); each.Unit, each.Tariff = "page", fee.Tariff{PerUnit: money("5 VND")}
	ask("zero tables, 2.5 pages", &zero, []fee.Row{each}, fee.Question{Quantities: map[string]motcua.Decimal{"page": *decimal("0.5")}})
	ask("missing pages", st, []fee.Row{each}, fee.Question{})
	z := charge(payment.KindPhi, "", "mof", "", "5 VND"); z.Unit = "page"
	z.Tariff = fee.Tariff{Bands: &fee.Bands{Mode: fee.BandWhole, List: []fee.Band{{Each: *money("0 USD")}}}}
	ask("bands of 0 USD", st, []fee.Row{z}, fee.Question{Quantities: map[string]motcua.Decimal{"page": *decimal("2")}})
	z.Tariff = fee.Tariff{Bands: &fee.Bands{Mode: fee.BandSlice, List: []fee.Band{{}}}}
	ask("bands without money", st, []fee.Row{z}, fee.Question{Quantities: map[string]motcua.Decimal{"page": *decimal("2")}})
	t.Log(st.CheckRows([]fee.Row{z}, nil))
	later := charge(payment.KindPhi, "", "mof", "", "5 VND"); later.Cases, later.Validity = []string{"one"}, days("2027-01-01", "")
	ask("later row, case missing", st, []fee.Row{later}, fee.Question{})
	neg := charge(payment.KindPhi, "", "mof", "", "-5 VND")
	ask("negative fee unchecked", st, []fee.Row{neg}, fee.Question{})
	huge := charge(payment.KindPhi, "", "mof", "", "5 VND"); huge.Unit, huge.Tariff = "page", fee.Tariff{PerUnit: money("9000000000000000000 VND")}
	ask("overflow", st, []fee.Row{huge}, fee.Question{Quantities: map[string]motcua.Decimal{"page": *decimal("2")}})
	pw := *st; pw.Powers = append([]fee.Power{}, st.Powers...); pw.Powers[0].Kinds = nil; pw.Policy.Source = motcua.Source{}
	pw.Units = append([]fee.Counting{}, st.Units...); pw.Units[0].Usual = decimal("-1")
	t.Log("power without kinds, policy without source, usual -1:", pw.Check())
}
