package counting_test

import (
	"slices"
	"time"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// The drawn world is small, so that rows meet: few codes, some weeks, and instants on
// both sides of midnight.
var (
	codes = []string{"", "A", "B", "1.000656", "1.000656.000.00.00.H22", "2.000815"}
	day0  = motcua.MustDate("2026-01-20")
)

func drawInstant(t *rapid.T) int64 {
	at := day0.AddDays(rapid.IntRange(0, 55).Draw(t, "day")).In(nil).Unix()
	return at + rapid.SampledFrom([]int64{0, 1, -1, 43200, 80000, -100}).Draw(t, "second")
}

func drawScalar(t *rapid.T, kind motcua.ColumnType) motcua.Scalar {
	switch kind {
	case motcua.ColumnFlag:
		return motcua.FlagScalar(rapid.Bool().Draw(t, "flag"))
	case motcua.ColumnNumber:
		return motcua.NumberScalar(rapid.Int64Range(-2, 4).Draw(t, "number"))
	case motcua.ColumnText:
		return motcua.TextScalar(rapid.SampledFrom(codes).Draw(t, "code"))
	case motcua.ColumnDate:
		return motcua.DateScalar(day0.AddDays(rapid.IntRange(0, 55).Draw(t, "date")))
	}
	return motcua.TimeScalar(time.Unix(drawInstant(t), 0))
}

func columnsOf(table string, kinds ...motcua.ColumnType) []scoring.Column {
	var out []scoring.Column
	for _, c := range scoring.Columns() {
		if c.Table == table && (len(kinds) == 0 || slices.Contains(kinds, c.Type)) {
			out = append(out, c)
		}
	}
	return out
}

// drawPredicate draws a predicate that Check accepts.
func drawPredicate(t *rapid.T, table string, depth int) motcua.Predicate {
	kinds := 6
	if depth > 0 {
		kinds = 9
	}
	column := rapid.SampledFrom(columnsOf(table)).Draw(t, "column")
	switch kind := rapid.IntRange(0, kinds-1).Draw(t, "kind"); {
	case kind == 0:
		if flags := columnsOf(table, motcua.ColumnFlag); len(flags) > 0 {
			return motcua.Predicate{Flag: rapid.SampledFrom(flags).Draw(t, "flag").Name}
		}
	case kind == 1:
		return motcua.Predicate{Equals: &motcua.Equals{Column: column.Name, Value: drawScalar(t, column.Type)}}
	case kind == 2:
		in := &motcua.In{Column: column.Name}
		for range rapid.IntRange(1, 3).Draw(t, "values") {
			in.Values = append(in.Values, drawScalar(t, column.Type))
		}
		return motcua.Predicate{In: in}
	case kind == 3 || kind == 4:
		if c := drawComparison(t, table); c != nil {
			return motcua.Predicate{Compare: c}
		}
	case kind == 6:
		p := drawPredicate(t, table, depth-1)
		return motcua.Predicate{Not: &p}
	case kind > 6:
		var list []motcua.Predicate
		for range rapid.IntRange(1, 3).Draw(t, "list") {
			list = append(list, drawPredicate(t, table, depth-1))
		}
		if kind == 7 {
			return motcua.Predicate{All: list}
		}
		return motcua.Predicate{Any: list}
	}
	return motcua.Predicate{Present: column.Name}
}

func drawComparison(t *rapid.T, table string) *motcua.Comparison {
	ordered := columnsOf(table, motcua.ColumnNumber, motcua.ColumnDate, motcua.ColumnTime)
	if len(ordered) == 0 {
		return nil
	}
	column := rapid.SampledFrom(ordered).Draw(t, "ordered")
	c := &motcua.Comparison{Column: column.Name, Op: rapid.SampledFrom([]motcua.Op{motcua.OpLess, motcua.OpAtMost, motcua.OpAtLeast, motcua.OpMore}).Draw(t, "op")}
	switch side := rapid.IntRange(0, 3).Draw(t, "side"); {
	case side < 2 && column.Type != motcua.ColumnNumber:
		c.Cut = true
	case side == 2:
		c.Other = rapid.SampledFrom(columnsOf(table, column.Type)).Draw(t, "other").Name
	default:
		c.Value = drawScalar(t, column.Type)
	}
	return c
}

// drawMeasure draws a measure that Compile accepts.
func drawMeasure(t *rapid.T, id string) scoring.Measure {
	table := rapid.SampledFrom([]string{"dossier", "dossier", "petition", "decision", "report", "procedure"}).Draw(t, "table")
	m := scoring.Measure{ID: id, Table: table, Count: scoring.CountRows, Scope: scoring.ScopeCut}
	maybe := func(name string) *motcua.Predicate {
		if rapid.Bool().Draw(t, name) {
			return nil
		}
		p := drawPredicate(t, table, 3)
		return &p
	}
	m.Where = maybe("where")
	if dates := columnsOf(table, motcua.ColumnDate, motcua.ColumnTime); len(dates) > 0 {
		scopes := []scoring.Scope{scoring.ScopeCut, scoring.ScopePeriod}
		if table == "dossier" || table == "petition" {
			scopes = append(scopes, scoring.ScopeActive)
		}
		if m.Scope = rapid.SampledFrom(scopes).Draw(t, "scope"); m.Scope != scoring.ScopeCut {
			m.Anchor = rapid.SampledFrom(dates).Draw(t, "anchor").Name
		}
	}
	numbers := columnsOf(table, motcua.ColumnNumber)
	switch n := rapid.IntRange(0, 2).Draw(t, "count"); {
	case n == 0:
		m.Count, m.Column = scoring.CountDistinct, rapid.SampledFrom(columnsOf(table, motcua.ColumnText)).Draw(t, "key").Name
		m.Except = maybe("except")
	case n == 1 && len(numbers) > 0:
		m.Count, m.Column = scoring.CountSum, rapid.SampledFrom(numbers).Draw(t, "sum").Name
	}
	return m
}

// drawRow draws a row of a table, some of whose columns are null.
func drawRow(t *rapid.T, names *counting.Names, table counting.Table) counting.Row {
	r := counting.NewRow()
	for _, c := range columnsOf(table.String()) {
		if rapid.IntRange(0, 4).Draw(t, "null") == 0 {
			continue
		}
		if err := names.Set(&r, table, c.Name, drawScalar(t, c.Type)); err != nil {
			t.Fatal(err)
		}
	}
	if rapid.IntRange(0, 2).Draw(t, "splits") == 0 {
		r.Since = rapid.SampledFrom([]int64{counting.Always, drawInstant(t)}).Draw(t, "since")
		r.Until = rapid.SampledFrom([]int64{counting.Never, drawInstant(t)}).Draw(t, "until")
	}
	return r
}

// drawWindow draws a window of any kind near the drawn rows, known before, in or
// after its period.
func drawWindow(t *rapid.T) counting.Window {
	text := rapid.SampledFrom([]string{
		"2026-02-10", "2026-02", "2026-01", "2026-W07", "2026-Q1", "2026-H1", "2026", "2025", "2027-03", "1960", "5000-01", "2026-02-03/2026-02-20",
	}).Draw(t, "period")
	period, err := scoring.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	asOf := day0.AddDays(rapid.IntRange(-30, 90).Draw(t, "as of"))
	w := counting.Window{Period: period}
	switch rapid.IntRange(0, 3).Draw(t, "window") {
	case 0:
		w.AsOf = asOf
	case 1:
		w, err = counting.YearToDate(asOf)
	case 2:
		w, err = counting.Rolling(rapid.IntRange(1, 40).Draw(t, "days"), asOf)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w
}
