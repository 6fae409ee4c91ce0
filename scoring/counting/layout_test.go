package counting_test

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// TestEveryColumnHasASlot shows that a row has room for every column, each of its own:
// a value put in is read back, and no other column changes.
func TestEveryColumnHasASlot(t *testing.T) {
	values := map[motcua.ColumnType][]motcua.Scalar{
		motcua.ColumnFlag:   {motcua.FlagScalar(true), motcua.FlagScalar(false)},
		motcua.ColumnNumber: {motcua.NumberScalar(0), motcua.NumberScalar(-7)},
		motcua.ColumnText:   {motcua.TextScalar("x")},
		motcua.ColumnDate:   {motcua.DateScalar(motcua.MustDate("2026-02-03"))},
		motcua.ColumnTime:   {motcua.TimeScalar(motcua.MustDate("2026-02-03").In(nil))},
	}
	names := counting.NewNames()
	for _, c := range scoring.Columns() {
		table := tableOf(t, c.Table)
		if _, kind, ok := counting.Slot(c.Table, c.Name); !ok || kind != c.Type {
			t.Errorf("%s.%s: %v, %t", c.Table, c.Name, kind, ok)
		}
		for _, v := range append(values[c.Type], motcua.Scalar{}) {
			r := counting.NewRow()
			if err := names.Set(&r, table, c.Name, values[c.Type][0]); err != nil {
				t.Fatal(err)
			}
			if err := names.Set(&r, table, c.Name, v); err != nil {
				t.Fatal(err)
			}
			for _, other := range scoring.Columns() {
				want := motcua.Scalar{}
				if other.Name == c.Name {
					want = v
				}
				if got := names.Value(&r, table, other.Name); other.Table == c.Table && got != want {
					t.Errorf("%s.%s after %s was set to %s: %s", c.Table, other.Name, c.Name, v, got)
				}
			}
			if v.IsZero() && r != counting.NewRow() {
				t.Errorf("%s.%s: null leaves something", c.Table, c.Name)
			}
		}
	}
}

// TestSetRefuses puts values where they do not belong.
func TestSetRefuses(t *testing.T) {
	names, r := counting.NewNames(), counting.NewRow()
	dossier := tableOf(t, "dossier")
	cases := []struct {
		table  counting.Table
		column string
		v      motcua.Scalar
	}{
		{dossier, "nothing", motcua.FlagScalar(true)},
		{0, "unit", motcua.TextScalar("x")},
		{99, "unit", motcua.TextScalar("x")},
		{dossier, "unit", motcua.NumberScalar(1)},
		{dossier, "received", motcua.TextScalar("yesterday")},
		{dossier, "supplements", motcua.NumberScalar(counting.Null)},
	}
	for _, c := range cases {
		if err := names.Set(&r, c.table, c.column, c.v); err == nil || r != counting.NewRow() {
			t.Errorf("%v.%s = %s: %v", c.table, c.column, c.v, err)
		}
	}
	if v := names.Value(&r, dossier, "nothing"); !v.IsZero() || counting.Table(99).String() != "" {
		t.Errorf("a column that is not there is %s", v)
	}
}

func TestNames(t *testing.T) {
	names := counting.NewNames()
	a := names.ID("a")
	if a != 1 || names.IDOf([]byte("a")) != a || names.ID("b") != 2 || names.ID("") != 0 || names.IDOf(nil) != 0 || names.Len() != 2 {
		t.Error("numbers are not dense from 1, or the empty text is not null")
	}
	if names.Text(a) != "a" || names.Text(0) != "" || names.Text(99) != "" {
		t.Error("a number does not lead back to its text")
	}
	text := []byte("ab")
	id := names.IDOf(text)
	text[0] = 'x'
	if names.Text(id) != "ab" {
		t.Error("the text changed with the bytes it came from")
	}
	if n := testing.AllocsPerRun(100, func() { names.IDOf([]byte("ab")) }); n != 0 {
		t.Errorf("%v allocations to find a text", n)
	}
}

// TestWindowRefuses asks for windows that are none.
func TestWindowRefuses(t *testing.T) {
	if _, err := counting.YearToDate(0); err == nil {
		t.Error("year to date of no day")
	}
	if _, err := counting.Rolling(0, motcua.MustDate("2026-01-01")); err == nil {
		t.Error("no days")
	}
	if _, err := counting.Rolling(9, motcua.MustDate("0001-01-01")); err == nil {
		t.Error("days before the first")
	}
	tally := portalPlan(t).New(counting.NewNames(), counting.Basis{})
	year, _ := scoring.ParsePeriod("2026")
	for _, w := range []counting.Window{{}, {AsOf: motcua.MustDate("2026-01-01")}, {Period: year, AsOf: -3}} {
		if _, err := tally.Read(w); err == nil {
			t.Errorf("read %v", w)
		}
	}
	if _, err := tally.Read(counting.Window{Period: year}, counting.Group{"a", "b"}); err == nil {
		t.Error("a group of two columns, where one makes it")
	}
	if _, err := tally.Series(make([]counting.Window, 1<<13+1)); err == nil {
		t.Error("too many windows")
	}
}
