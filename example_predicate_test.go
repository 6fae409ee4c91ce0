package motcua_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/motcua/motcua"
)

// A condition is data. A row that lacks a value is neither in nor out.
func ExamplePredicate_Eval() {
	var onTime motcua.Predicate
	err := json.Unmarshal([]byte(`{"all": [
		{"flag": "online"},
		{"in": {"column": "kind", "values": ["new", "renewal"]}},
		{"compare": {"column": "finished", "op": "<=", "other": "due"}}
	]}`), &onTime)
	if err != nil {
		fmt.Println(err)
	}
	row := map[string]motcua.Scalar{
		"online":   motcua.FlagScalar(true),
		"kind":     motcua.TextScalar("new"),
		"finished": motcua.DateScalar(motcua.MustDate("2026-07-03")),
		"due":      motcua.DateScalar(motcua.MustDate("2026-07-03")),
	}
	column := func(name string) motcua.Scalar { return row[name] }
	fmt.Println(onTime.Eval(column, motcua.Scalar{}))
	delete(row, "due")
	fmt.Println(onTime.Eval(column, motcua.Scalar{}))
	row["online"] = motcua.FlagScalar(false)
	fmt.Println(onTime.Eval(column, motcua.Scalar{}))
	// Output:
	// true
	// unknown
	// false
}

// The cut is the day up to which facts are counted: what is open and not yet due
// changes with it, though the row does not.
func ExampleComparison() {
	overdue := motcua.Predicate{Compare: &motcua.Comparison{Column: "due", Op: motcua.OpLess, Cut: true}}
	due := func(string) motcua.Scalar { return motcua.DateScalar(motcua.MustDate("2026-07-03")) }
	for _, cut := range []string{"2026-07-03", "2026-07-04"} {
		fmt.Println(cut, overdue.Eval(due, motcua.DateScalar(motcua.MustDate(cut))))
	}
	// Output:
	// 2026-07-03 false
	// 2026-07-04 true
}

func ExamplePredicate_Check() {
	types := map[string]motcua.ColumnType{"fee": motcua.ColumnNumber, "due": motcua.ColumnDate}
	p := motcua.Predicate{Any: []motcua.Predicate{
		{Flag: "fee"},
		{Equals: &motcua.Equals{Column: "due", Value: motcua.TextScalar("2026-02-30")}},
		{Present: "fees"},
		{Not: &motcua.Predicate{}},
	}}
	fmt.Println(p.Check(func(name string) (motcua.ColumnType, bool) {
		t, ok := types[name]
		return t, ok
	}))
	// Output:
	// /any/0/flag: VOC-PRE-04: column "fee" is a number and cannot stand here
	// /any/1/equals/value: VOC-PRE-05: the constant does not fit the column: date "2026-02-30": day 30 is not in 1..28
	// /any/2/present: VOC-PRE-03: no column "fees"
	// /any/3/not: VOC-PRE-01: want exactly one member, have 0
}

func ExampleTruth() {
	fmt.Println(motcua.True.And(motcua.Unknown), motcua.False.And(motcua.Unknown))
	fmt.Println(motcua.True.Or(motcua.Unknown), motcua.False.Or(motcua.Unknown))
	fmt.Println(motcua.True.Not(), motcua.Unknown.Not())
	// Output:
	// unknown false
	// true unknown
	// false unknown
}

// A string stands for a date or an instant once it meets a column of that type.
func ExampleScalar_As() {
	var s motcua.Scalar
	if err := json.Unmarshal([]byte(`"2026-07-01"`), &s); err != nil {
		fmt.Println(err)
	}
	d, err := s.As(motcua.ColumnDate)
	fmt.Println(s.Type(), s.Text(), d.Type(), motcua.Date(d.Int()), err)
	_, err = s.As(motcua.ColumnNumber)
	fmt.Println(err)
	// Output:
	// text 2026-07-01 date 2026-07-01 <nil>
	// constant "2026-07-01": is text, want number
}

func ExampleScalar() {
	at := time.Date(2026, 7, 1, 8, 30, 0, 0, motcua.Vietnam())
	fmt.Println(
		motcua.Scalar{}, motcua.FlagScalar(true), motcua.NumberScalar(50000), motcua.TextScalar("TP"),
		motcua.DateScalar(motcua.MustDate("2026-07-01")), motcua.TimeScalar(at),
	)
	fmt.Println(motcua.Scalar{}.IsZero(), motcua.NumberScalar(0).IsZero())
	// Output:
	// null true 50000 "TP" "2026-07-01" "2026-07-01T01:30:00Z"
	// true false
}
