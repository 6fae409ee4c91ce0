package facts_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/facts"
)

func yes() *bool { b := true; return &b }

// offered is a procedure that states everything lines of facts can carry.
func offered() catalog.Procedure {
	some := payment.MustMoney("8000 VND")
	limit, _ := workday.ParseLimit("5 working days")
	published := motcua.MustDate("2026-03-10")
	text := motcua.Text{Vi: "x", En: "x"}
	return catalog.Procedure{
		Code: "1.004194", Status: catalog.StatusPublic, Name: text, Field: catalog.Field{Code: "G03-GD10", Name: "x"},
		Subjects: []catalog.Subject{{Name: "x"}}, Steps: []catalog.Step{{Text: "x"}}, Papers: []catalog.Paper{{Name: text, Originals: 1}},
		Bodies:   catalog.Bodies{Implementing: []catalog.Body{{Name: "x"}}},
		Channels: []catalog.Offer{{Channel: motcua.ChannelOnline, Times: []catalog.TimeOption{{Limit: &limit}}}},
		Fees:     []fee.Row{{ID: "x", Name: text, Tariff: fee.Tariff{Fixed: &some}}},
		Results:  []catalog.Result{{Name: text, Document: yes()}},
		Decisions: []catalog.Decision{
			{Number: "1/QĐ", Kind: catalog.DecisionAnnounced, Unit: "H44", Signed: motcua.MustDate("2026-03-02"), Effective: motcua.MustDate("2026-03-20"), Published: &published},
			{Number: "2/QĐ", Kind: catalog.DecisionAmended, Signed: motcua.MustDate("2026-05-04")},
			{Number: "3/QĐ", Kind: catalog.DecisionAmended},
		},
		Service: &catalog.Service{Online: catalog.OnlineFully, Authority: yes(), PaymentIntegrated: yes(), PopulationNeeded: yes(), ZeroFeeOnline: yes(),
			Units: []motcua.UnitCode{"H44.10", "H44.20"}},
	}
}

func TestOffered(t *testing.T) {
	p := offered()
	lines, faults := facts.Offered(&p, "H44", motcua.MustDate("2026-06-01"))
	var got []string
	for _, l := range lines {
		if faults := l.Check(); faults.Err() != nil {
			t.Error(faults)
		}
		switch {
		case l.Procedure != nil:
			text, err := json.Marshal(l.Procedure)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(text))
		case l.Decision != nil:
			got = append(got, fmt.Sprint(l.Decision.Decision, " ", l.Decision.Event, " ", l.Decision.Unit))
		}
	}
	const line = `{"fact":"procedure","unit":"%s","procedure":"1.004194","field":"G03-GD10","public":true,"complete":true,"authority":true,"online":true,"service":true,` +
		`"feeBearing":true,"feeAfterReductions":false,"paymentIntegrated":true,"populationNeeded":true,"resultIsDocument":true,` +
		`"limits":[{"channel":"2","limit":{"terms":[{"amount":"5","unit":"workingDays"}]}}]}`
	want := []string{fmt.Sprintf(line, "H44.10"), fmt.Sprintf(line, "H44.20"), "1/QĐ announcement H44", "1/QĐ publication H44", "2/QĐ publication H44"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(faults) != 2 || faults[0].Pointer != "/decisions/1/effective" || faults[1].Pointer != "/decisions/2/signed" || faults.Err() != nil {
		t.Errorf("what cannot be counted: %v", faults)
	}
}

// TestOfferedStatesNoMore: what a version does not state, its line does not state.
func TestOfferedStatesNoMore(t *testing.T) {
	p := catalog.Procedure{Code: "1.004194", Status: catalog.StatusDraft, Fees: []fee.Row{{ID: "x", Doubt: "conflict"}}}
	lines, _ := facts.Offered(&p, "H44", motcua.MustDate("2026-06-01"))
	text, err := json.Marshal(lines[0].Procedure)
	if want := `{"fact":"procedure","unit":"H44","procedure":"1.004194","public":false,"complete":false}`; err != nil || string(text) != want {
		t.Errorf("%s, %v, want %s", text, err, want)
	}
}

// TestOfferedFees: the fees are those of the day; a doubt makes them unknown.
func TestOfferedFees(t *testing.T) {
	some, zero := payment.MustMoney("8000 VND"), payment.MustMoney("0 VND")
	ended := fee.Row{ID: "a", Tariff: fee.Tariff{Fixed: &some}, Validity: motcua.Validity{To: motcua.MustDate("2026-01-01")}}
	free := fee.Row{ID: "b", Tariff: fee.Tariff{PerUnit: &zero}, Unit: "page"}
	doubtful := fee.Row{ID: "c", Doubt: "conflict"}
	for _, row := range []struct {
		name string
		rows []fee.Row
		want string
	}{
		{"one that has ended is owed no more", []fee.Row{ended, free}, "false"},
		{"free beside a doubt is not known", []fee.Row{free, doubtful}, "unknown"},
		{"a draft says nothing", []fee.Row{{ID: "d", Status: fee.StatusDraft, Tariff: fee.Tariff{Fixed: &some}}}, "unknown"},
		{"money", []fee.Row{{ID: "e", Tariff: fee.Tariff{Fixed: &some}}, free}, "true"},
	} {
		p := catalog.Procedure{Code: "1.004194", Fees: row.rows}
		lines, _ := facts.Offered(&p, "H44", motcua.MustDate("2026-06-01"))
		got := "unknown"
		if b := lines[0].Procedure.FeeBearing; b != nil {
			got = fmt.Sprint(*b)
		}
		if got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

// TestOfferedScores: a catalogue feeds the leaves of transparency.
func TestOfferedScores(t *testing.T) {
	register, err := facts.NewRegister(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := offered()
	lines, _ := facts.Offered(&p, "H44", motcua.MustDate("2026-06-01"))
	for i := range lines {
		if faults := register.Take(&lines[i]); faults.Err() != nil {
			t.Fatal(faults)
		}
	}
	unit := facts.Line{Unit: &facts.Unit{Fact: facts.LineUnit, Unit: "H44", Level: "province"}}
	if faults := register.Take(&unit); faults.Err() != nil {
		t.Fatal(faults)
	}
	tables := map[string]int{}
	for id := range register.IDs() {
		table, rows := register.Rows(id, nil)
		for i := range rows {
			for _, column := range scoring.Columns() {
				if column.Name == "late" && !register.Names().Value(&rows[i], table, "late").IsZero() {
					tables["late known"]++
				}
			}
			tables["rows"]++
		}
	}
	if tables["rows"] < 5 || tables["late known"] < 3 {
		t.Errorf("rows of the catalogue: %v", tables)
	}
}

func ExampleOffered() {
	p := catalog.Procedure{Code: "1.004194", Status: catalog.StatusPublic, Service: &catalog.Service{Online: catalog.OnlinePartly}}
	lines, faults := facts.Offered(&p, "H44", motcua.MustDate("2026-06-01"))
	for _, l := range lines {
		fmt.Println(l.Procedure.Unit, l.Procedure.Procedure, "public", *l.Procedure.Public, "online", *l.Procedure.Online, "complete", *l.Procedure.Complete)
	}
	fmt.Println(len(faults), "faults")
	// Output:
	// H44 1.004194 public true online true complete false
	// 0 faults
}
