package counting_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// TestRowRefused puts rows that cannot be counted into tallies of every kind: the
// error names the column, and nothing is counted.
func TestRowRefused(t *testing.T) {
	at := func(s string) int64 { return motcua.MustDate(s).In(nil).Unix() }
	cases := []struct {
		name, table, column string
		change              func(r *counting.Row)
	}{
		{"received before days are counted", "dossier", "received", func(r *counting.Row) { r.Times[1] = at("1975-12-31") }},
		{"received in the year 9999", "dossier", "received", func(r *counting.Row) { r.Times[1] = at("9999-01-01") }},
		{"a deadline that marks none", "dossier", "deadline", func(r *counting.Row) { r.Times[2] = at("9999-12-31") }},
		{"the largest number as a time", "dossier", "ended", func(r *counting.Row) { r.Times[3] = counting.Never }},
		{"a date of another time", "decision", "date", func(r *counting.Row) { r.Times[0] = int64(motcua.MustDate("1960-01-01")) }},
		{"stands since a day before days", "procedure", "", func(r *counting.Row) { r.Since = at("1960-01-01") }},
		{"stands until a day after days", "procedure", "", func(r *counting.Row) { r.Until = at("9000-01-01") }},
		{"a unit of other names", "dossier", "unit", func(r *counting.Row) { r.Codes[0] = 1 << 30 }},
		{"a procedure of other names", "procedure", "", func(r *counting.Row) { r.Codes[1] = 1 << 30 }},
		{"true and not known", "dossier", "", func(r *counting.Row) { r.Flags = 1 << 31 }},
		{"a sum that is no count", "report", "synced", func(r *counting.Row) { r.Numbers[0] = 1 << 53 }},
		{"no table", "", "", func(*counting.Row) {}},
	}
	for _, c := range cases {
		plan, names := portalPlan(t), counting.NewNames()
		table, _ := counting.TableOf(c.table)
		d := newDossiers(names, 1)
		r := d.next()
		r.Flags, r.Known = 0xffff, 0xffff
		if c.table == "decision" || c.table == "report" {
			r.Times[0] = int64(motcua.MustDate("2026-02-03"))
		}
		tally := plan.New(names, counting.Basis{})
		if err := tally.Add(table, &r); err != nil && c.table != "" {
			t.Fatalf("%s: unchanged: %v", c.name, err)
		}
		before := binaryOf(t, tally)
		live := plan.Live(names, counting.Basis{}, time.Unix(at("2026-12-31"), 0))
		c.change(&r)
		for _, err := range []error{tally.Add(table, &r), tally.Sub(table, &r), live.Put(0, table, r)} {
			var refused *counting.RowError
			if !errors.As(err, &refused) || !errors.Is(err, counting.ErrRange) || refused.Column != c.column || refused.Table != table {
				t.Errorf("%s: %v, want an error of column %q", c.name, err, c.column)
			}
		}
		if string(binaryOf(t, tally)) != string(before) || !live.Tally().IsZero() {
			t.Errorf("%s: refused, and counted", c.name)
		}
	}
}

// TestFirstAndLastDay counts rows on the outermost days.
func TestFirstAndLastDay(t *testing.T) {
	plan, names := portalPlan(t), counting.NewNames()
	table := tableOf(t, "decision")
	tally := plan.New(names, counting.Basis{})
	first, last := motcua.MustDate("1976-01-01"), motcua.MustDate("1976-01-01").AddDays(1<<20-3)
	for _, day := range []motcua.Date{first, last} {
		r := counting.NewRow()
		for column, v := range map[string]motcua.Scalar{"event": motcua.TextScalar("announcement"), "procedure": motcua.TextScalar("1.000656"), "date": motcua.DateScalar(day)} {
			if err := names.Set(&r, table, column, v); err != nil {
				t.Fatal(err)
			}
		}
		if err := tally.Add(table, &r); err != nil {
			t.Fatal(day, err)
		}
		p, _ := scoring.ParsePeriod(day.String())
		f, err := tally.Read(counting.Window{Period: p})
		if err != nil || f[0].Count != 1 {
			t.Errorf("%s: %v, %v", day, f[0], err)
		}
		if err := names.Set(&r, table, "date", motcua.DateScalar(map[motcua.Date]motcua.Date{first: first.AddDays(-1), last: last.AddDays(1)}[day])); err != nil {
			t.Fatal(err)
		}
		if err := tally.Add(table, &r); !errors.Is(err, counting.ErrRange) {
			t.Errorf("beyond %s: %v", day, err)
		}
	}
}

// TestSumsStayCounts adds up to the largest count and not beyond, by rows and by
// merging, and a refused sum leaves the tally as it was.
func TestSumsStayCounts(t *testing.T) {
	plan, names := portalPlan(t), counting.NewNames()
	table := tableOf(t, "report")
	r := counting.NewRow()
	r.Times[0], r.Numbers[0], r.Numbers[1] = int64(motcua.MustDate("2026-02-03")), 1<<53-1, 1
	tally := plan.New(names, counting.Basis{})
	if err := tally.Add(table, &r); err != nil {
		t.Fatal(err)
	}
	before := binaryOf(t, tally)
	if err := tally.Add(table, &r); !errors.Is(err, counting.ErrRange) {
		t.Errorf("a second row: %v", err)
	}
	if err := tally.Merge(tally.Clone()); !errors.Is(err, counting.ErrRange) {
		t.Errorf("merge: %v", err)
	}
	if string(binaryOf(t, tally)) != string(before) {
		t.Error("a refused sum changed the tally")
	}
	live := plan.Live(names, counting.Basis{}, time.Unix(2e9, 0))
	if err := live.Put(0, table, r); err != nil {
		t.Fatal(err)
	}
	if err := live.Put(1, table, r); !errors.Is(err, counting.ErrRange) || string(binaryOf(t, live.Tally())) != string(before) {
		t.Errorf("live: %v", err)
	}
	for _, id := range []int{-1, 1 << 28} {
		if err := live.Put(id, table, r); !errors.Is(err, counting.ErrRange) {
			t.Errorf("number %d: %v", id, err)
		}
	}
	if err := live.Advance(time.Unix(2e9-1, 0)); !errors.Is(err, counting.ErrPast) {
		t.Errorf("back in time: %v", err)
	}
}

// TestCompileRefuses plants what cannot be counted, one at a time, and asks for all at
// once with their places.
func TestCompileRefuses(t *testing.T) {
	good := scoring.Measure{ID: "a", Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopePeriod, Anchor: "received"}
	cases := []struct {
		change func(m *scoring.Measure)
		want   string
	}{
		{func(m *scoring.Measure) { m.Table = "dossiers" }, "/measures/0/table: SCO-TAL-01"},
		{func(m *scoring.Measure) { m.Count = 0 }, "/measures/0: SCO-TAL-01"},
		{func(m *scoring.Measure) { m.Scope = 9 }, "/measures/0: SCO-TAL-01"},
		{func(m *scoring.Measure) { m.Column = "unit" }, "/measures/0/column: SCO-TAL-02"},
		{func(m *scoring.Measure) { m.Count, m.Column = scoring.CountSum, "unit" }, "/measures/0/column: SCO-TAL-02"},
		{func(m *scoring.Measure) { m.Count, m.Column = scoring.CountDistinct, "early" }, "/measures/0/column: SCO-TAL-02"},
		{func(m *scoring.Measure) { m.Anchor = "unit" }, "/measures/0/anchor: SCO-TAL-02"},
		{func(m *scoring.Measure) { m.Scope = scoring.ScopeCut }, "/measures/0/anchor: SCO-TAL-02"},
		{func(m *scoring.Measure) { m.Table, m.Scope, m.Anchor = "report", scoring.ScopeActive, "date" }, "/measures/0/scope: SCO-TAL-01"},
		{func(m *scoring.Measure) { m.Except = &motcua.Predicate{Flag: "early"} }, "/measures/0/except: SCO-TAL-01"},
		{func(m *scoring.Measure) { m.Where = &motcua.Predicate{Flag: "nothing"} }, "/measures/0/where/flag: VOC-PRE-03"},
		{func(m *scoring.Measure) { m.ID = "b" }, "/measures/1/id: SCO-TAL-03"},
	}
	for _, c := range cases {
		m, second := good, good
		second.ID = "b"
		c.change(&m)
		_, err := counting.Compile([]scoring.Measure{m, second})
		var faults motcua.Faults
		if !errors.As(err, &faults) || !strings.HasPrefix(faults[0].Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	_, err := counting.Compile([]scoring.Measure{good}, "unit", "nothing", "unit", "received")
	var faults motcua.Faults
	if !errors.As(err, &faults) || len(faults) != 3 {
		t.Errorf("got %v, want three faults in /by", err)
	}
}
