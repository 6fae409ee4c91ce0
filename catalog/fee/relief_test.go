package fee_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// charge is a row of a group that somebody has set.
func charge(kind payment.Kind, group, issuer, by, amount string) fee.Row {
	return fee.Row{ID: "row", Name: name("khoản thu"), Kind: kind, Group: group, Issuer: issuer, IssuedBy: motcua.UnitCode(by),
		Tariff: fee.Tariff{Fixed: money(amount)}, Source: act}
}

// The fees that the shipped reliefs are tried on.
var (
	identity  = charge(payment.KindLePhi, "identityCard", "mof", "", "50000 VND")
	air       = charge(payment.KindPhi, "", "mof", "", "4000000 VND")
	local     = charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H26", "8000 VND")
	elsewhere = charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H29", "8000 VND")
	localFee  = charge(payment.KindPhi, "certification", "provincialCouncil", "H26", "30000 VND")
	appraisal = charge(payment.KindPhi, "appraisal", "provincialCouncil", "H26", "30000 VND")
	central   = charge(payment.KindLePhi, "businessRegistration", "mof", "", "100000 VND")
	unknown   = charge(payment.KindLePhi, "identityCard", "", "", "50000 VND")
)

// shipped are both sides of every edge of every complete relief.
var shipped = []struct {
	fee                  fee.Row
	code, unit, day      string
	channel              motcua.Channel
	amount, support, why string
	rule                 string
}{
	{identity, "1.000889", "", "2024-12-31", motcua.ChannelOnline, "50000", "", "the day before half the fee online", ""},
	{identity, "1.000889", "", "2025-01-01", motcua.ChannelOnline, "25000", "", "its first day", "mof-2025-identity-online"},
	{identity, "1.000889", "", "2025-01-01", motcua.ChannelInPerson, "50000", "", "online alone", ""},
	{identity, "1.000889", "", "2025-06-30", motcua.ChannelInPerson, "50000", "", "the day before TT 64/2025", ""},
	{identity, "1.000889", "", "2025-07-01", motcua.ChannelInPerson, "25000", "", "all channels since TT 64/2025", "tt64-2025-identity"},
	{identity, "1.000889", "", "2025-12-31", motcua.ChannelOnline, "25000", "", "two reductions of one half: the best, never a quarter", "mof-2025-identity-online"},
	{identity, "1.000889", "", "2026-12-31", motcua.ChannelOnline, "25000", "", "to 31/12/2026 holds on that day", "tt64-2025-identity"},
	{identity, "1.000889", "", "2027-01-01", motcua.ChannelOnline, "50000", "", "and not on the next", ""},
	{unknown, "1.000889", "", "2026-03-01", motcua.ChannelOnline, "25000", "", "the act names the procedure, whoever set the fee", "tt64-2025-identity"},
	{identity, "1.000889.000.00.00.H26", "H26", "2026-03-01", motcua.ChannelInPerson, "25000", "", "a province's form of the code", "tt64-2025-identity"},
	{identity, "1.004194", "", "2026-03-01", motcua.ChannelInPerson, "50000", "", "another procedure", ""},
	{air, "1.000239", "", "2026-04-06", motcua.ChannelPost, "4000000", "", "the day before", ""},
	{air, "1.000239", "", "2026-04-07", motcua.ChannelPost, "0", "", "no fees in aviation", "tt40-2026-aviation"},
	{air, "1.000239", "", "2026-06-30", motcua.ChannelPost, "0", "", "the last day", "tt40-2026-aviation"},
	{air, "1.000239", "", "2026-07-01", motcua.ChannelPost, "4000000", "", "the day after", ""},
	{local, "1.001193", "H26", "2025-12-31", motcua.ChannelOnline, "8000", "", "the day before Hà Nội's act", ""},
	{local, "1.001193", "H26", "2026-01-01", motcua.ChannelOnline, "0", "", "charged 0", "hanoi-nq77-2025-charges"},
	{local, "1.001193", "000.00.00.H26", "2026-01-01", motcua.ChannelOnline, "0", "", "the older form of its code", "hanoi-nq77-2025-charges"},
	{local, "1.001193", "H26.15", "2026-01-01", motcua.ChannelOnline, "0", "", "a ward of Hà Nội", "hanoi-nq77-2025-charges"},
	{local, "1.001193", "H26", "2026-01-01", motcua.ChannelInPerson, "8000", "", "online alone", ""},
	{elsewhere, "1.001193", "H29", "2026-01-01", motcua.ChannelOnline, "8000", "", "another province", ""},
	{local, "1.001193", "", "2026-01-01", motcua.ChannelOnline, "8000", "", "where is not known", ""},
	{localFee, "2.000815", "H26", "2026-01-01", motcua.ChannelOnline, "0", "", "phí too", "hanoi-nq77-2025-fees"},
	{appraisal, "2.000815", "H26", "2026-01-01", motcua.ChannelOnline, "30000", "", "not appraisal", ""},
	{central, "2.001610", "H26", "2026-01-01", motcua.ChannelOnline, "100000", "100000", "on a fee of the ministry its act is support: charged, then refunded", "hanoi-nq77-2025-support"},
	{central, "2.001610", "H26", "2025-12-31", motcua.ChannelOnline, "100000", "", "the day before", ""},
	{central, "2.001610", "H29", "2026-01-01", motcua.ChannelOnline, "100000", "", "nor does Hà Nội support filings elsewhere", ""},
	{elsewhere, "1.001193", "H29", "2026-01-01", motcua.ChannelOnline, "8000", "", "Hồ Chí Minh City's act is incomplete and never applied", ""},
}

// TestShippedReliefs goes to both sides of every edge of every complete relief.
func TestShippedReliefs(t *testing.T) {
	for _, row := range shipped {
		quote, err := fee.Standard().Quote([]fee.Row{row.fee}, fee.Choices{}, fee.Question{
			Procedure: motcua.ProcedureCode(row.code), Unit: motcua.UnitCode(row.unit), Date: motcua.MustDate(row.day), Channel: row.channel,
		})
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
			continue
		}
		line := quote.Lines[0]
		rule := ""
		for _, c := range line.Changes {
			rule += c.Rule
		}
		support := ""
		if !line.Support.IsZero() {
			support = line.Support.Amount()
		}
		if line.Amount.Amount() != row.amount || support != row.support || rule != row.rule {
			t.Errorf("%s on %s: %v, support %q by %q; want %s, %q by %q", row.why, row.day, line.Amount, support, rule, row.amount, row.support, row.rule)
		}
		if faults := line.Check(); len(faults) > 0 {
			t.Errorf("%s: %v", row.why, faults)
		}
	}
}

// TestPossible: a relief that is not complete, or not for this issuer to give, is told.
func TestPossible(t *testing.T) {
	quote, err := fee.Standard().Quote([]fee.Row{charge(payment.KindLePhi, "civilStatus", "provincialCouncil", "H29", "8000 VND")}, fee.Choices{},
		fee.Question{Procedure: "1.001193", Unit: "H29.12", Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline})
	if err != nil || len(quote.Possible) != 1 || quote.Possible[0].Relief != "hcmc-nq411-2025" || quote.Possible[0].Why.IsZero() {
		t.Errorf("%+v, %v", quote.Possible, err)
	}
}

// TestStacking: exemption, then the single best reduction, never a product; or, under
// the other reading, one after another.
func TestStacking(t *testing.T) {
	relief := func(id string, kind payment.ChangeKind, change func(*fee.Relief)) fee.Relief {
		f := fee.Relief{ID: id, Title: name(id), Kind: kind, Issuer: "mof", Scope: fee.Scope{Rows: []string{"row"}}, Source: act}
		change(&f)
		return f
	}
	rate := func(s string) func(*fee.Relief) { return func(f *fee.Relief) { f.Rate = decimal(s) } }
	children := func(f *fee.Relief) { f.Rate, f.Beneficiaries = decimal("100"), []string{"child"} }
	for _, row := range []struct {
		name, full, class string
		stacking          fee.Stacking
		reliefs           []fee.Relief
		want              string
	}{
		{"half of an odd amount, rounded half up", "15 VND", "", fee.StackBest, []fee.Relief{relief("a", payment.ChangeReduction, rate("50"))}, "8 VND [a 7]"},
		{"the best of two", "1000 VND", "", fee.StackBest, []fee.Relief{relief("a", payment.ChangeReduction, rate("30")), relief("b", payment.ChangeReduction, rate("50"))}, "500 VND [b 500]"},
		{"each in turn", "1000 VND", "", fee.StackEach, []fee.Relief{relief("a", payment.ChangeReduction, rate("30")), relief("b", payment.ChangeReduction, rate("50"))}, "350 VND [a 300 b 350]"},
		{"two alike: the smaller id", "1000 VND", "", fee.StackBest, []fee.Relief{relief("b", payment.ChangeReduction, rate("50")), relief("a", payment.ChangeReduction, rate("50"))}, "500 VND [a 500]"},
		{"exempt people have nothing left to reduce", "1000 VND", "child", fee.StackBest, []fee.Relief{relief("a", payment.ChangeReduction, rate("50")), relief("c", payment.ChangeExemption, children)}, "0 VND [c 1000]"},
		{"the class is the beneficiary's", "1000 VND", "elderly", fee.StackBest, []fee.Relief{relief("c", payment.ChangeExemption, children)}, "1000 VND []"},
		{"half exempt, then the best reduction of the full amount, never below 0", "1000 VND", "", fee.StackBest,
			[]fee.Relief{relief("a", payment.ChangeReduction, rate("70")), relief("c", payment.ChangeExemption, rate("50"))}, "0 VND [c 500 a 500]"},
		{"an amount off, never more than there is", "1000 VND", "", fee.StackBest,
			[]fee.Relief{relief("a", payment.ChangeReduction, func(f *fee.Relief) { f.Off = money("3000 VND") })}, "0 VND [a 1000]"},
		{"an amount off in another currency is not for it", "10 USD", "", fee.StackBest,
			[]fee.Relief{relief("a", payment.ChangeReduction, func(f *fee.Relief) { f.Off = money("3000 VND") })}, "10.00 USD []"},
		{"charged 0 is so in any currency", "10 USD", "", fee.StackBest,
			[]fee.Relief{relief("a", payment.ChangeReduction, func(f *fee.Relief) { f.Charge = money("0 VND") })}, "0.00 USD [a 10.00]"},
		{"support of what is left", "1000 VND", "", fee.StackBest,
			[]fee.Relief{relief("a", payment.ChangeReduction, rate("50")), relief("s", payment.ChangeSupport, rate("100"))}, "500 VND [a 500 s 500]"},
		{"a draft is not applied", "1000 VND", "", fee.StackBest,
			[]fee.Relief{relief("a", payment.ChangeReduction, func(f *fee.Relief) { f.Rate, f.Status = decimal("50"), fee.StatusDraft })}, "1000 VND []"},
	} {
		tables := *fee.Standard()
		tables.Reliefs, tables.Policy.Stacking = row.reliefs, row.stacking
		r := charge(payment.KindLePhi, "", "mof", "", row.full)
		q := fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelInPerson}
		if row.class != "" {
			q.Beneficiary = []string{row.class}
		}
		quote, err := tables.Quote([]fee.Row{r}, fee.Choices{}, q)
		if err != nil {
			t.Fatal(err)
		}
		var changes []string
		for _, c := range quote.Lines[0].Changes {
			changes = append(changes, c.Rule, c.Amount.Amount())
		}
		if got := fmt.Sprint(quote.Lines[0].Amount, " ", changes); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

// TestPowers: a province's reduction of a ministry's fee is refused in the tables, and
// not applied where the scope does not say whose fee it is for.
func TestPowers(t *testing.T) {
	f := fee.Relief{ID: "x", Title: name("x"), Kind: payment.ChangeReduction, Rate: decimal("50"), Issuer: "provincialCouncil", IssuedBy: "H44",
		Scope: fee.Scope{Issuers: []string{"mof"}, Units: []motcua.UnitCode{"H44"}}, Source: act}
	if faults := fee.Standard().With(f).Check(); len(faults) != 1 || faults[0].Code != "CAT-FEE-13" {
		t.Errorf("a power nobody has: %v", faults)
	}
	f.Scope.Issuers = nil
	quote, err := fee.Standard().With(f).Quote([]fee.Row{charge(payment.KindLePhi, "civilStatus", "mof", "", "8000 VND")}, fee.Choices{},
		fee.Question{Unit: "H44", Date: motcua.MustDate("2024-03-01"), Channel: motcua.ChannelInPerson})
	if err != nil || quote.Lines[0].Amount != *money("8000 VND") || len(quote.Possible) != 1 {
		t.Errorf("%+v, %v", quote, err)
	}
	if kept := fee.Standard().With(f, f); len(kept.Reliefs) != len(fee.Standard().Reliefs)+2 {
		t.Errorf("%d reliefs", len(kept.Reliefs))
	}
	if again := fee.Standard().With(f).With(f); len(again.Reliefs) != len(fee.Standard().Reliefs)+1 {
		t.Errorf("one of an id that is there does not replace it: %d reliefs", len(again.Reliefs))
	}
}
