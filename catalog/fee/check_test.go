package fee_test

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// TestRowFaults plants one fault in a sound row at a time.
func TestRowFaults(t *testing.T) {
	for _, row := range []struct {
		name, want string
		plant      func(*fee.Row)
	}{
		{"no id", "/0/id CAT-FEE-10", func(r *fee.Row) { r.ID = "" }},
		{"no name", "/0/name CAT-FEE-10", func(r *fee.Row) { r.Name = motcua.Text{} }},
		{"no kind", "/0/kind CAT-FEE-16", func(r *fee.Row) { r.Kind = 0 }},
		{"a channel that is none", "/0/channels/0 CAT-FEE-16", func(r *fee.Row) { r.Channels = []motcua.Channel{9} }},
		{"a moment that is none", "/0/moment CAT-FEE-16", func(r *fee.Row) { r.Moment = 9 }},
		{"turned round", "/0/validity CAT-FEE-07", func(r *fee.Row) { r.Validity = days("2026-01-01", "2025-01-01") }},
		{"no source", "/0/source CAT-FEE-11", func(r *fee.Row) { r.Source = motcua.Source{} }},
		{"incomplete without what is missing", "/0/missing CAT-FEE-12", func(r *fee.Row) { r.Incomplete = true }},
		{"missing without being incomplete", "/0/missing CAT-FEE-12", func(r *fee.Row) { r.Missing = "mức thu" }},
		{"an issuer nobody listed", "/0/issuer CAT-FEE-09", func(r *fee.Row) { r.Issuer = "king" }},
		{"a council without its province", "/0/issuedBy CAT-FEE-14", func(r *fee.Row) { r.Issuer = "provincialCouncil" }},
		{"a group nobody listed", "/0/group CAT-FEE-09", func(r *fee.Row) { r.Group = "tolls" }},
		{"a unit nobody listed", "/0/unit CAT-FEE-09", func(r *fee.Row) { r.Unit = "barrel" }},
		{"a condition on a column that is not there", "/0/when/flag VOC-PRE-03", func(r *fee.Row) { r.When = &motcua.Predicate{Flag: "late"} }},
		{"a doubt", "/0/doubt CAT-FEE-17", func(r *fee.Row) { r.Doubt, r.Tariff = "choice", fee.Tariff{} }},
		{"no tariff", "/0/tariff CAT-FEE-02", func(r *fee.Row) { r.Tariff = fee.Tariff{} }},
		{"two tariffs", "/0/tariff CAT-FEE-02", func(r *fee.Row) { r.Tariff.PerUnit, r.Unit = money("5 VND"), "page" }},
		{"counted without a unit", "/0/tariff CAT-FEE-18", func(r *fee.Row) { r.Tariff = fee.Tariff{PerUnit: money("5 VND")} }},
		{"a negative fee", "/0/tariff CAT-FEE-01", func(r *fee.Row) { r.Tariff.Fixed = money("-5 VND") }},
		{"no currency", "/0/tariff CAT-FEE-05", func(r *fee.Row) { r.Tariff.Fixed = &payment.Money{} }},
		{"two currencies", "/0/tariff CAT-FEE-05", func(r *fee.Row) { r.Tariff.Most = money("5 USD") }},
		{"a floor above the cap", "/0/tariff/least CAT-FEE-06", func(r *fee.Row) { r.Tariff.Least, r.Tariff.Most = money("6 VND"), money("5 VND") }},
		{"a hole between bands", "/0/tariff/bands/list/1/from CAT-FEE-03", bands(fee.BandSlice, "0", "2", "3", "")},
		{"bands that overlap", "/0/tariff/bands/list/1/from CAT-FEE-03", bands(fee.BandWhole, "0", "2", "1", "")},
		{"bands that do not begin with 0", "/0/tariff/bands/list/0/from CAT-FEE-03", bands(fee.BandWhole, "1", "2", "2", "")},
		{"a band turned round", "/0/tariff/bands/list/1/to CAT-FEE-03", bands(fee.BandWhole, "0", "2", "2", "1", "1", "")},
		{"an end that is not open", "/0/tariff/bands/list/1/to CAT-FEE-03", bands(fee.BandSlice, "0", "2", "2", "5")},
		{"an open end in the middle", "/0/tariff/bands/list/0/to CAT-FEE-03", bands(fee.BandSlice, "0", "", "2", "")},
		{"no bands", "/0/tariff/bands/list CAT-FEE-03", bands(fee.BandSlice)},
		{"bands without a mode", "/0/tariff/bands/mode CAT-FEE-16", bands(0, "0", "")},
		{"more than all of it", "/0/tariff/percent/rate CAT-FEE-04", func(r *fee.Row) {
			r.Tariff = fee.Tariff{Percent: &fee.Percent{Of: "cost", Rate: *decimal("100.01")}}
		}},
		{"a part of nothing", "/0/tariff/percent/of CAT-FEE-18", func(r *fee.Row) {
			r.Tariff = fee.Tariff{Percent: &fee.Percent{Rate: *decimal("1")}}
		}},
	} {
		r := fee.Row{ID: "x", Name: name("x"), Kind: payment.KindPhi, Tariff: fee.Tariff{Fixed: money("5 VND")}, Source: act}
		row.plant(&r)
		faults := (*fee.Tables)(nil).CheckRows([]fee.Row{r}, nil)
		if len(faults) != 1 || faults[0].Pointer+" "+faults[0].Code != row.want {
			t.Errorf("%s: %v, want %s", row.name, faults, row.want)
		}
	}
	if faults := fee.Standard().CheckRows(shapes, func(string) (motcua.ColumnType, bool) { return motcua.ColumnFlag, true }); faults.Err() != nil {
		t.Errorf("sound rows: %v", faults)
	}
}

// bands plants bands given as pairs of from and to, "" for an open end.
func bands(mode fee.BandMode, bounds ...string) func(*fee.Row) {
	return func(r *fee.Row) {
		b := fee.Bands{Mode: mode}
		for i := 0; i < len(bounds); i += 2 {
			band := fee.Band{From: motcua.MustDecimal(bounds[i]), Each: *money("1 VND")}
			if bounds[i+1] != "" {
				band.To = decimal(bounds[i+1])
			}
			b.List = append(b.List, band)
		}
		r.Unit, r.Tariff = "page", fee.Tariff{Bands: &b}
	}
}

func TestOverlap(t *testing.T) {
	row := func(from, to string, channels ...motcua.Channel) fee.Row {
		return fee.Row{ID: "x", Name: name("x"), Kind: payment.KindPhi, Tariff: fee.Tariff{Fixed: money("5 VND")}, Source: act, Validity: days(from, to), Channels: channels}
	}
	for _, test := range []struct {
		name string
		a, b fee.Row
		want int
	}{
		{"one after another", row("", "2026-01-01"), row("2026-01-01", ""), 0},
		{"a day in common", row("", "2026-01-02"), row("2026-01-01", ""), 1},
		{"in other channels", row("", "", motcua.ChannelOnline), row("", "", motcua.ChannelPost), 0},
		{"one of them in all channels", row("", ""), row("", "", motcua.ChannelPost), 1},
	} {
		faults := fee.Standard().CheckRows([]fee.Row{test.a, test.b}, nil)
		if len(faults) != test.want || test.want == 1 && (faults[0].Code != "CAT-FEE-08" || faults[0].Pointer != "/1/validity") {
			t.Errorf("%s: %v", test.name, faults)
		}
	}
}

// TestReliefFaults plants one fault in a sound relief at a time.
func TestReliefFaults(t *testing.T) {
	for _, row := range []struct {
		name, want string
		plant      func(*fee.Relief)
	}{
		{"no id", "/reliefs/0/id CAT-FEE-10", func(f *fee.Relief) { f.ID = "" }},
		{"no title", "/reliefs/0/title CAT-FEE-10", func(f *fee.Relief) { f.Title = motcua.Text{} }},
		{"no kind", "/reliefs/0/kind CAT-FEE-16", func(f *fee.Relief) { f.Kind = 0 }},
		{"a reduction above 100 percent", "/reliefs/0/rate CAT-FEE-04", func(f *fee.Relief) { f.Rate = decimal("100.1") }},
		{"a negative rate", "/reliefs/0/rate CAT-FEE-04", func(f *fee.Relief) { f.Rate = decimal("-1") }},
		{"two ways", "/reliefs/0 CAT-FEE-02", func(f *fee.Relief) { f.Charge = money("0 VND") }},
		{"no way", "/reliefs/0 CAT-FEE-02", func(f *fee.Relief) { f.Rate = nil }},
		{"a negative amount off", "/reliefs/0/off CAT-FEE-01", func(f *fee.Relief) { f.Rate, f.Off = nil, money("-1 VND") }},
		{"a class nobody listed", "/reliefs/0/beneficiaries/0 CAT-FEE-09", func(f *fee.Relief) { f.Beneficiaries = []string{"wizard"} }},
		{"a group nobody listed", "/reliefs/0/scope/groups/0 CAT-FEE-09", func(f *fee.Relief) { f.Scope.Groups = []string{"tolls"} }},
		{"a kind of fee that is none", "/reliefs/0/scope/kinds/0 CAT-FEE-16", func(f *fee.Relief) { f.Scope.Kinds = []payment.Kind{9} }},
		{"outside its province", "/reliefs/0/scope/units/0 CAT-FEE-13", func(f *fee.Relief) { f.IssuedBy, f.Scope.Units = "H29", []motcua.UnitCode{"H2"} }},
		{"no issuer", "/reliefs/0/issuer CAT-FEE-09", func(f *fee.Relief) { f.Issuer = "" }},
		{"no source", "/reliefs/0/source CAT-FEE-11", func(f *fee.Relief) { f.Source = motcua.Source{} }},
		{"incomplete without what is missing", "/reliefs/0/missing CAT-FEE-12", func(f *fee.Relief) { f.Incomplete = true }},
		{"a power nobody has", "/reliefs/0/scope/issuers/0 CAT-FEE-13", func(f *fee.Relief) { f.Scope.Issuers = []string{"government"} }},
		{"for every fee of everyone", "/reliefs/0/scope CAT-FEE-20", func(f *fee.Relief) { f.Scope = fee.Scope{} }},
	} {
		f := fee.Relief{ID: "x", Title: name("x"), Kind: payment.ChangeReduction, Rate: decimal("50"), Issuer: "mof", Scope: fee.Scope{Rows: []string{"x"}}, Source: act}
		row.plant(&f)
		tables := *fee.Standard()
		tables.Reliefs = []fee.Relief{f}
		faults := tables.Check()
		if len(faults) != 1 || faults[0].Pointer+" "+faults[0].Code != row.want {
			t.Errorf("%s: %v, want %s", row.name, faults, row.want)
		}
	}
}

// TestTableFaults plants faults in the rows beside the reliefs.
func TestTableFaults(t *testing.T) {
	for _, row := range []struct {
		name, want string
		plant      func(*fee.Tables)
	}{
		{"a step of 0", "/policy/step CAT-FEE-19", func(t *fee.Tables) { t.Policy.Step = 0 }},
		{"no rounding", "/policy/rounding CAT-FEE-16", func(t *fee.Tables) { t.Policy.Rounding = 0 }},
		{"no stacking", "/policy/stacking CAT-FEE-16", func(t *fee.Tables) { t.Policy.Stacking = 0 }},
		{"a policy on no ground", "/policy/source CAT-FEE-11", func(t *fee.Tables) { t.Policy.Source = motcua.Source{} }},
		{"a class twice", "/classes/1/code CAT-FEE-10", func(t *fee.Tables) { t.Classes = append(t.Classes[:1:1], t.Classes[0]) }},
		{"a unit without a code", "/units/0/code CAT-FEE-10", func(t *fee.Tables) { t.Units = []fee.Counting{{}} }},
		{"less than none is usual", "/units/0/usual CAT-FEE-18", func(t *fee.Tables) { t.Units = []fee.Counting{{Code: "page", Usual: decimal("-1")}} }},
		{"a power of nobody", "/powers/0/issuer CAT-FEE-09", func(t *fee.Tables) { t.Powers = []fee.Power{{Issuer: "king", Of: "mof", Source: act}} }},
		{"a power on no ground", "/powers/0/source CAT-FEE-11", func(t *fee.Tables) { t.Powers = []fee.Power{{Issuer: "mof", Of: "mof"}} }},
		{"a power to do what is not done", "/powers/0/kinds/0 CAT-FEE-16", func(t *fee.Tables) {
			t.Powers = []fee.Power{{Issuer: "mof", Of: "mof", Kinds: []payment.ChangeKind{9}, Source: act}}
		}},
	} {
		tables := *fee.Standard()
		tables.Reliefs = nil
		row.plant(&tables)
		faults := tables.Check()
		if len(faults) != 1 || faults[0].Pointer+" "+faults[0].Code != row.want {
			t.Errorf("%s: %v, want %s", row.name, faults, row.want)
		}
	}
}
