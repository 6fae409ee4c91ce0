package fee_test

import (
	"errors"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// cost is a fee that is a part of a cost, 1 percent unless said otherwise.
func cost(rate string, least *payment.Money) fee.Row {
	return fee.Row{ID: "part", Name: name("thẩm định"), Kind: payment.KindPhi, Issuer: "mof", Source: act,
		Tariff: fee.Tariff{Percent: &fee.Percent{Of: "cost", Rate: *decimal(rate)}, Least: least}}
}

// TestWrongMoney: what cannot be charged is refused, whether a row was checked or not.
func TestWrongMoney(t *testing.T) {
	hanoi := func(tariff fee.Tariff) fee.Row {
		return fee.Row{ID: "x", Name: name("x"), Kind: payment.KindPhi, Unit: "page", Source: act, Tariff: tariff}
	}
	for _, row := range []struct {
		why  string
		fee  fee.Row
		cost string
		want string
	}{
		{"one percent", cost("1", nil), "1000 VND", "10 VND = [10 VND]"},
		{"a value of 0 is a value", cost("1", nil), "0 VND", "0 VND = [0 VND]"},
		{"a value below 0 would be paid out", cost("1", nil), "-1000 VND", "valueNegative"},
		{"500,000 đồng is no floor for dollars: it would be read as 5,000.00 of them", cost("1", money("500000 VND")), "100 USD", "currencyMismatch"},
		{"without a floor dollars are dollars", cost("1", nil), "100 USD", "1.00 USD = [1.00 USD]"},
		{"an amount below 0", hanoi(fee.Tariff{Fixed: money("-5 VND")}), "", "feeUnreadable"},
		{"an amount without a currency", hanoi(fee.Tariff{Fixed: &payment.Money{}}), "", "feeUnreadable"},
		{"a cap in another currency", hanoi(fee.Tariff{Fixed: money("5 VND"), Most: money("1 USD")}), "", "feeUnreadable"},
		{"bands of no money", hanoi(fee.Tariff{Bands: &fee.Bands{Mode: fee.BandSlice, List: []fee.Band{{}}}}), "", "feeUnreadable"},
		{"free bands", hanoi(fee.Tariff{Bands: &fee.Bands{Mode: fee.BandSlice, List: []fee.Band{{Each: *money("0 USD")}}}}), "", "0.00 USD = [0.00 USD]"},
		{"bands that end before the quantity", hanoi(fee.Tariff{Bands: &fee.Bands{Mode: fee.BandSlice, List: []fee.Band{{To: decimal("1"), Each: *money("5 VND")}}}}), "", "bandHole"},
		{"more than fits", hanoi(fee.Tariff{PerUnit: money("9223372036854775807 VND")}), "", "overflow"},
	} {
		q := fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline,
			Quantities: map[string]motcua.Decimal{"page": *decimal("2")}, Values: map[string]payment.Money{}}
		if row.cost != "" {
			q.Values["cost"] = payment.MustMoney(row.cost)
		}
		if got := outcome(fee.Standard().Quote([]fee.Row{row.fee}, fee.Choices{}, q)); got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}

// TestPlaces: a province's fee is owed in that province, and nowhere else.
func TestPlaces(t *testing.T) {
	hanoi := charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H26", "8000 VND")
	phutho := charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H44", "5000 VND")
	phutho.ID = "another"
	both := []fee.Row{hanoi, phutho}
	for _, row := range []struct {
		why  string
		rows []fee.Row
		unit string
		want string
	}{
		{"in one", both, "H26", "8000 VND = [8000 VND]"},
		{"in a commune of the other", both, "H44.12", "5000 VND = [5000 VND]"},
		{"the same commune in the older order of its code", both, "000.00.12.H44", "5000 VND = [5000 VND]"},
		{"in a third no fee is stated", both, "H56", "feeNotStated"},
		{"where is not known, and they differ", both, "", "unitMissing"},
		{"where is not known, and all are of one province", both[:1], "", "8000 VND = [8000 VND]"},
		{"no code of a unit, and then nothing else is told", both[:1], "Hà Nội", "unknownUnit"},
	} {
		q := fee.Question{Unit: motcua.UnitCode(row.unit), Date: motcua.MustDate("2025-03-01"), Channel: motcua.ChannelOnline}
		got := outcome(fee.Standard().Quote(row.rows, fee.Choices{}, q))
		if got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}

// TestReliefsOfOtherPlaces: the acts of a province reach its own units alone, and a fee
// whose group or issuer is not known makes no act of another province possible.
func TestReliefsOfOtherPlaces(t *testing.T) {
	support := fee.Relief{ID: "x", Title: name("x"), Kind: payment.ChangeSupport, Rate: decimal("50"), Issuer: "provincialCouncil", IssuedBy: "H29", Source: act}
	quote := func(tables *fee.Tables, r fee.Row, unit motcua.UnitCode) fee.Quote {
		t.Helper()
		q, err := tables.Quote([]fee.Row{r}, fee.Choices{}, fee.Question{Procedure: "1.001193", Unit: unit, Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline})
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	only := *fee.Standard()
	only.Reliefs = []fee.Relief{support}
	central := charge(payment.KindLePhi, "civilStatus", "mof", "", "8000 VND")
	if q := quote(&only, central, "H29.10"); q.Lines[0].Support != *money("4000 VND") {
		t.Errorf("at home: %v", q.Lines[0].Support)
	}
	if q := quote(&only, central, "H44"); !q.Lines[0].Support.IsZero() || len(q.Possible) > 0 {
		t.Errorf("in another province: %v, %v", q.Lines[0].Support, q.Possible)
	}
	for _, r := range []fee.Row{
		charge(payment.KindLePhi, "", "provincialCouncil", "H44", "8000 VND"), // its group is not known
		charge(payment.KindLePhi, "civilStatus", "", "", "8000 VND"),          // nor who set it
	} {
		for _, p := range quote(fee.Standard(), r, "H44").Possible {
			if p.Relief != "tt64-2025-others" {
				t.Errorf("group %q, issuer %q: %s is not for Phú Thọ", r.Group, r.Issuer, p.Relief)
			}
		}
	}
}

// TestUnknownIssuer: where a record does not say who set a fee, a central act that names
// the procedure is applied. A province's is not, since it may only support central fees.
func TestUnknownIssuer(t *testing.T) {
	for _, row := range []struct{ issuer, by, want string }{{"mof", "", "4000"}, {"provincialCouncil", "H29", "8000"}} {
		tables := *fee.Standard()
		tables.Reliefs = []fee.Relief{{ID: "x", Title: name("x"), Kind: payment.ChangeReduction, Rate: decimal("50"), Issuer: row.issuer, IssuedBy: motcua.UnitCode(row.by),
			Scope: fee.Scope{Procedures: []motcua.ProcedureCode{"1.001193"}}, Source: act}}
		quote, err := tables.Quote([]fee.Row{charge(payment.KindLePhi, "civilStatus", "", "", "8000 VND")}, fee.Choices{},
			fee.Question{Procedure: "1.001193", Unit: "H29", Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline})
		if err != nil || quote.Lines[0].Amount.Amount() != row.want || (len(quote.Possible) == 1) != (row.want == "8000") {
			t.Errorf("%s: %+v, %v; want %s", row.issuer, quote, err, row.want)
		}
	}
}

// TestRoundedOnce: 0.1 percent of 1,000,500 is 1,000.5; half of it is 500.25, so 500 is
// owed. Rounding first to 1,001 would make it 501.
func TestRoundedOnce(t *testing.T) {
	tables := *fee.Standard()
	tables.Reliefs = []fee.Relief{{ID: "x", Title: name("x"), Kind: payment.ChangeReduction, Rate: decimal("50"), Issuer: "mof", Scope: fee.Scope{Rows: []string{"part"}}, Source: act}}
	quote, err := tables.Quote([]fee.Row{cost("0.1", nil)}, fee.Choices{}, fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline,
		Values: map[string]payment.Money{"cost": *money("1000500 VND")}})
	if err != nil || quote.Lines[0].Full != *money("1001 VND") || quote.Lines[0].Amount != *money("500 VND") || len(quote.Lines[0].Check()) > 0 {
		t.Errorf("%+v, %v", quote, err)
	}
}

// TestQuestionsThatMatter: nothing is asked that cannot change the answer, and what is
// asked is asked at once.
func TestQuestionsThatMatter(t *testing.T) {
	late := &motcua.Predicate{Flag: "late"}
	row := func(from, to string, change func(*fee.Row)) fee.Row {
		r := fee.Row{ID: "x", Name: name("x"), Kind: payment.KindPhi, Source: act, Validity: days(from, to), Tariff: fee.Tariff{Fixed: money("5 VND")}}
		change(&r)
		return r
	}
	ofCase := func(r *fee.Row) { r.Cases = []string{"one"} }
	other := row("", "", func(r *fee.Row) { r.ID = "other" })
	for _, test := range []struct {
		why  string
		rows []fee.Row
		want string
	}{
		{"the case does not matter where it is not late", []fee.Row{other, row("", "", func(r *fee.Row) { ofCase(r); r.When = late })}, "5 VND = [5 VND]"},
		{"case and condition at once", []fee.Row{row("", "", func(r *fee.Row) { ofCase(r); r.When = &motcua.Predicate{Flag: "paper"} })}, "answerMissing caseMissing"},
		{"a row to come is for no case today", []fee.Row{row("2027-01-01", "", ofCase)}, "noRowInForce"},
		{"beside another it is no reason to ask", []fee.Row{other, row("2027-01-01", "", ofCase)}, "5 VND = [5 VND]"},
		{"a hole may be that of the case", []fee.Row{other, row("", "2026-01-01", ofCase), row("2027-01-01", "", ofCase)}, "noRowInForce"},
	} {
		q := fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline, Answers: map[string]motcua.Scalar{"late": motcua.FlagScalar(false)}}
		if got := outcome(fee.Standard().Quote(test.rows, fee.Choices{}, q)); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
	if got := outcome((&fee.Tables{}).Quote([]fee.Row{other}, fee.Choices{}, fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline})); got != "policyMissing" {
		t.Errorf("tables that do not say how to round: %s", got)
	}
}

// TestSentences: each language is a sentence of its own, with its own decimal mark.
func TestSentences(t *testing.T) {
	q := fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline,
		Quantities: map[string]motcua.Decimal{"m2": *decimal("2.5")}, Values: map[string]payment.Money{"cost": *money("7000000 VND")}}
	area := fee.Row{ID: "area", Name: name("x"), Kind: payment.KindPhi, Unit: "m2", Source: act, Tariff: fee.Tariff{PerUnit: money("2000 VND")}}
	quote, err := fee.Standard().Quote([]fee.Row{area, cost("0.019", nil)}, fee.Choices{}, q)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []motcua.Text{
		{Vi: "2,5 m² × 2.000\u00a0₫", En: "2.5 square metres × ₫2,000"},
		{Vi: "0,019 % của 7.000.000\u00a0₫", En: "0.019 % of ₫7,000,000"},
	} {
		if got := quote.Lines[i].Reason; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	_, err = fee.Standard().Quote([]fee.Row{area}, fee.Choices{}, fee.Question{Date: q.Date, Channel: q.Channel})
	var refusal *fee.RefusalError
	want := motcua.Text{Vi: `cần số lượng m² ("m2")`, En: `the number of square metres ("m2") is needed`}
	if !errors.As(err, &refusal) || refusal.Reasons[0].Text != want {
		t.Errorf("%v, want %q", err, want)
	}
}
