package catalog

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// filled returns a procedure in which every field is set, and every list has an item.
func filled() *Procedure {
	var p Procedure
	fill(reflect.ValueOf(&p).Elem(), 0)
	return &p
}

// fill sets a value and all in it. Conditions, which hold conditions, end somewhere.
func fill(v reflect.Value, depth int) {
	if row, ok := filling(v.Type()); ok {
		v.Set(reflect.ValueOf(row[0]))
		return
	}
	switch v.Kind() {
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.String:
		v.SetString("a")
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth+1)
		}
	}
}

// filling is a value of a type that is not filled by its fields, and another.
func filling(t reflect.Type) ([2]any, bool) {
	row, ok := map[reflect.Type][2]any{
		reflect.TypeFor[motcua.ProcedureCode](): {motcua.ProcedureCode("1.001193"), motcua.ProcedureCode("1.001194")},
		reflect.TypeFor[motcua.UnitCode]():      {motcua.UnitCode("H44"), motcua.UnitCode("H45")},
		reflect.TypeFor[motcua.ResultCode]():    {motcua.ResultCode("KQ.G12.001083"), motcua.ResultCode("KQ.G12.001084")},
		reflect.TypeFor[motcua.Date]():          {motcua.MustDate("2026-01-01"), motcua.MustDate("2026-02-01")},
		reflect.TypeFor[motcua.Decimal]():       {motcua.MustDecimal("5"), motcua.MustDecimal("3")},
		reflect.TypeFor[time.Time]():            {time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)},
		reflect.TypeFor[payment.Money]():        {payment.MustMoney("50000 VND"), payment.MustMoney("60000 VND")},
		reflect.TypeFor[workday.Clock]():        {workday.Clock(900), workday.Clock(960)},
		reflect.TypeFor[motcua.Predicate](): {
			motcua.Predicate{Flag: "abroad"},
			motcua.Predicate{Equals: &motcua.Equals{Column: "age", Value: motcua.NumberScalar(14)}},
		},
	}[t]
	return row, ok
}

// mutate gives a value that is no struct, list or pointer another value.
func mutate(v reflect.Value) {
	if row, ok := filling(v.Type()); ok {
		v.Set(reflect.ValueOf(row[1]))
		return
	}
	switch v.Kind() {
	case reflect.Uint8:
		v.SetUint(v.Uint() + 1)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 1)
	case reflect.String:
		v.SetString("b")
	}
}

// TestDiffCoversEveryField: whatever field changes, comes or goes, there is a change
// that says so; and to change nothing is no change.
func TestDiffCoversEveryField(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	if changes := Diff(filled(), filled()); len(changes) != 0 {
		t.Fatalf("nothing changed: %v", changes)
	}
	fields := 0
	var visit func(at string, get func(*Procedure) reflect.Value)
	visit = func(at string, get func(*Procedure) reflect.Value) {
		fields++
		v := get(filled())
		_, leaf := filling(v.Type())
		expect := func(what string, change func(reflect.Value)) {
			a, b := filled(), filled()
			change(get(b))
			for _, pair := range [][2]*Procedure{{a, b}, {b, a}} {
				changes := Diff(pair[0], pair[1])
				if len(changes) == 0 {
					t.Errorf("%s %s: no change", at, what)
				}
				for _, c := range changes {
					if c.Text.Vi == "" || c.Text.En == "" || c.Code == "" || strings.Contains(c.Text.En, "%!") {
						t.Errorf("%s %s: %+v", at, what, c)
					}
				}
			}
		}
		switch {
		case leaf:
			expect("changed", mutate)
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				visit(at+"/"+v.Type().Field(i).Name, func(p *Procedure) reflect.Value { return get(p).Field(i) })
			}
		case v.Kind() == reflect.Slice:
			expect("emptied", func(v reflect.Value) { v.SetZero() })
			visit(at+"/0", func(p *Procedure) reflect.Value { return get(p).Index(0) })
		case v.Kind() == reflect.Pointer:
			expect("unset", func(v reflect.Value) { v.SetZero() })
			visit(at, func(p *Procedure) reflect.Value { return get(p).Elem() })
		default:
			expect("changed", mutate)
		}
	}
	visit("", func(p *Procedure) reflect.Value { return reflect.ValueOf(p).Elem() })
	if fields < 150 {
		t.Errorf("only %d fields", fields)
	}
}

// TestDiffRows: every row leads to a place of the type, so that none outlives what it
// speaks of.
func TestDiffRows(t *testing.T) {
	known := map[string]bool{"": true}
	var walk func(at string, p *plan)
	walk = func(at string, p *plan) {
		if p == nil || strings.Count(at, "/") > 4 { // conditions hold conditions
			return
		}
		known[at] = true
		walk(at, p.elem)
		for _, m := range p.members {
			walk(strings.TrimPrefix(at+"/"+m.name, "/"), m.plan)
		}
	}
	walk("", procedurePlan())
	var patterns []string
	for _, r := range diffRows() {
		patterns = append(patterns, r.pattern)
	}
	for _, r := range listRows() {
		patterns = append(patterns, r.pattern)
	}
	for pattern := range comings() {
		patterns = append(patterns, pattern)
	}
	for _, pattern := range append(patterns, limitPattern) {
		if !known[pattern] {
			t.Errorf("no place %s", pattern)
		}
	}
	codes := map[string]bool{}
	for _, code := range ChangeCodes() {
		codes[code] = true
	}
	for _, c := range append(Diff(filled(), &Procedure{}), Diff(&Procedure{}, filled())...) {
		if !codes[c.Code] {
			t.Errorf("code %s is not listed: %s", c.Code, fmt.Sprint(c.Text))
		}
	}
}

// TestDiffPointsBack: what is gone is pointed at where it was, though it had no words
// to show: here a limit without terms, in a channel that stood elsewhere.
func TestDiffPointsBack(t *testing.T) {
	a := &Procedure{Channels: []Offer{
		{Channel: motcua.ChannelOnline},
		{Channel: motcua.ChannelInPerson, Times: []TimeOption{{Limit: &workday.Limit{}}}},
	}}
	b := &Procedure{Channels: []Offer{{Channel: motcua.ChannelInPerson, Times: []TimeOption{{}}}}}
	var got []string
	for _, change := range Diff(a, b) {
		got = append(got, change.Code+" "+change.Pointer)
	}
	want := []string{"time /channels/1/times/0/limit", "channelClosed /channels/0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
