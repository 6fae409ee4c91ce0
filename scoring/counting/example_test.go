package counting_test

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// exampleMeasures count dossiers: those received in the period, and of these the ones
// that are in time as far as the cut knows.
func exampleMeasures() []scoring.Measure {
	compare := func(column string, op motcua.Op, other string) motcua.Predicate {
		return motcua.Predicate{Compare: &motcua.Comparison{Column: column, Op: op, Other: other, Cut: other == ""}}
	}
	open := motcua.Predicate{Any: []motcua.Predicate{{Not: &motcua.Predicate{Present: "ended"}}, compare("ended", motcua.OpMore, "")}}
	return []scoring.Measure{
		{ID: "received", Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopePeriod, Anchor: "received"},
		{ID: "inTime", Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopePeriod, Anchor: "received", Where: &motcua.Predicate{Any: []motcua.Predicate{
			{All: []motcua.Predicate{compare("ended", motcua.OpAtMost, ""), compare("ended", motcua.OpAtMost, "deadline")}},
			{All: []motcua.Predicate{open, compare("deadline", motcua.OpAtLeast, "")}},
		}}},
	}
}

// exampleRow is a dossier received on 25 August, due on 5 September, ended on the 10th.
func exampleRow(names *counting.Names) (counting.Table, counting.Row) {
	table, _ := counting.TableOf("dossier")
	r := counting.NewRow()
	for column, text := range map[string]string{
		"unit": "H22.05", "procedure": "1.000656", "received": "2026-08-25T08:00:00+07:00",
		"deadline": "2026-09-05T17:00:00+07:00", "ended": "2026-09-10T09:00:00+07:00",
	} {
		if err := names.Set(&r, table, column, motcua.TextScalar(text)); err != nil {
			fmt.Println(err)
		}
	}
	return table, r
}

// The same dossier is in time in a report on August and late in one on the quarter.
func ExampleCompile() {
	plan, err := counting.Compile(exampleMeasures())
	if err != nil {
		fmt.Println(err)
		return
	}
	names := counting.NewNames()
	tally := plan.New(names, counting.Basis{})
	table, row := exampleRow(names)
	if err := tally.Add(table, &row); err != nil {
		fmt.Println(err)
	}
	for _, text := range []string{"2026-08", "2026-Q3"} {
		period, _ := scoring.ParsePeriod(text)
		figures, _ := tally.Read(counting.Window{Period: period})
		fmt.Printf("%s: %d of %d in time\n", text, figures[1].Count, figures[0].Count)
	}
	// Output:
	// 2026-08: 1 of 1 in time
	// 2026-Q3: 0 of 1 in time
}

// A window is a period as known at a day.
func ExampleYearToDate() {
	day := motcua.MustDate("2026-08-31")
	ytd, _ := counting.YearToDate(day)
	rolling, _ := counting.Rolling(30, day)
	for _, w := range []counting.Window{ytd, rolling} {
		fmt.Println(w.Period, w.Cut().Format(time.DateTime))
	}
	// Output:
	// 2026-01-01/2026-08-31 2026-08-31 23:59:59
	// 2026-08-02/2026-08-31 2026-08-31 23:59:59
}

// Figures move as a deadline passes, though nothing was heard.
func ExamplePlan_Live() {
	plan, _ := counting.Compile(exampleMeasures())
	names := counting.NewNames()
	table, row := exampleRow(names)
	live := plan.Live(names, counting.Basis{}, time.Date(2026, 9, 5, 9, 0, 0, 0, time.UTC))
	if err := live.Put(0, table, row); err != nil {
		fmt.Println(err)
	}
	period, _ := scoring.ParsePeriod("2026-Q3")
	for range 2 {
		figures, _ := live.Tally().Read(counting.Window{Period: period})
		fmt.Printf("%s: %d in time\n", live.Now().Format(time.TimeOnly), figures[1].Count)
		if next, ok := live.Next(); ok {
			if err := live.Advance(next); err != nil {
				fmt.Println(err)
			}
		}
	}
	// Output:
	// 09:00:00: 1 in time
	// 10:00:01: 0 in time
}

// A file sent again replaces what it said, and what that changed can be listed.
func ExampleDifferences() {
	plan, _ := counting.Compile(exampleMeasures())
	names := counting.NewNames()
	table, row := exampleRow(names)
	book, file := plan.Book(counting.Basis{}), plan.New(names, counting.Basis{})
	if err := file.Add(table, &row); err != nil {
		fmt.Println(err)
	}
	fmt.Println(book.Put("august.ndjson", 1, file), book.Put("august.ndjson", 1, file))
	before := book.Total().Clone()
	late := row
	late.Times[1] += 86400
	if err := file.Add(table, &late); err != nil {
		fmt.Println(err)
	}
	fmt.Println(book.Put("august.ndjson", 2, file))
	period, _ := scoring.ParsePeriod("2026-08")
	differences, _ := counting.Differences(before, book.Total(), counting.Window{Period: period})
	for _, d := range differences {
		fmt.Println(d.Group, d.Measure, d.Before.Count, "became", d.After.Count)
	}
	// Output:
	// <nil> <nil>
	// <nil>
	// [H22.05] received 1 became 2
	// [H22.05] inTime 1 became 2
}

// A leaf is asked only if somebody supplied what its measures need.
func ExampleBinding_Fill() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, _ := counting.Compile(index.Definition().Measures)
	names := counting.NewNames()
	tally := plan.New(names, counting.Basis{})
	table, row := exampleRow(names)
	if err := tally.Add(table, &row); err != nil {
		fmt.Println(err)
	}
	if err := tally.Supply("dossier", true, "unit", "received", "deadline", "ended"); err != nil {
		fmt.Println(err)
	}
	period, _ := scoring.ParsePeriod("2026-08")
	figures, _ := tally.Read(counting.Window{Period: period}, counting.Group{"H22.05"})
	binding, _ := plan.Bind(index)
	counts := index.Counts("H22.05")
	if err := binding.Fill(figures, &counts); err != nil {
		fmt.Println(err)
	}
	for i, id := range index.Leaves() {
		if v := counts.Values[i]; v.Answer == scoring.Known {
			fmt.Printf("%s: %d/%d\n", id, v.Num, v.Den)
		}
	}
	// Output:
	// 2.1: 1/1
}

// Programs that read many rows ask once where a column lies.
func ExampleSlot() {
	slot, kind, _ := counting.Slot("dossier", "received")
	names, row := counting.NewNames(), counting.NewRow()
	row.Times[slot] = motcua.MustDate("2026-08-25").In(nil).Unix()
	table, _ := counting.TableOf("dossier")
	fmt.Println(table, kind, names.Value(&row, table, "received"), names.Value(&row, table, "ended"))
	// Output:
	// dossier time "2026-08-24T17:00:00Z" null
}
