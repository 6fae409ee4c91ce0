package counting_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

func portal(t testing.TB) *scoring.Index {
	t.Helper()
	x, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func portalPlan(t testing.TB, by ...string) *counting.Plan {
	t.Helper()
	plan, err := counting.Compile(portal(t).Definition().Measures, by...)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func tableOf(t testing.TB, name string) counting.Table {
	t.Helper()
	table, ok := counting.TableOf(name)
	if !ok {
		t.Fatalf("no table %q", name)
	}
	return table
}

// dossiers makes rows as a year brings them: 250 working days, 3,321 units unless
// told, some procedures in each, one in ten late, one in twenty still open.
type dossiers struct {
	units, procedures, channels []uint32
	year                        int64
	random                      *rand.Rand
}

func newDossiers(names *counting.Names, units int) *dossiers {
	d := &dossiers{year: motcua.MustDate("2026-01-01").In(nil).Unix(), random: rand.New(rand.NewPCG(1, 2))}
	for i := range units {
		d.units = append(d.units, names.ID(fmt.Sprintf("H%02d.%03d", i/100, i%100)))
	}
	for i := range 385 {
		d.procedures = append(d.procedures, names.ID(fmt.Sprintf("1.%06d", i+1)))
	}
	for _, c := range []string{"1", "2", "3"} {
		d.channels = append(d.channels, names.ID(c))
	}
	return d
}

func (d *dossiers) next() counting.Row {
	r := counting.NewRow()
	common := d.procedures[min(d.random.IntN(385), d.random.IntN(385), d.random.IntN(385))]
	r.Codes = [4]uint32{d.units[d.random.IntN(len(d.units))], common, 0, d.channels[d.random.IntN(3)]}
	day := int64(d.random.IntN(250))
	received := d.year + (day/5*7+day%5)*86400 + 27000 + int64(d.random.IntN(32000))
	limit := int64(1+d.random.IntN(15)) * 86400
	r.Times = [5]int64{received - 600, received, received + limit, received + int64(d.random.IntN(int(limit))), counting.Null}
	switch n := d.random.IntN(20); {
	case n == 0:
		r.Times[3] = counting.Null
	case n < 3:
		r.Times[3] = received + limit + int64(d.random.IntN(1e6))
	}
	r.Known = 0b1111_1111_1111
	r.Flags = d.random.Uint32() & r.Known
	return r
}

// TestPortal counts the national index's measures for communes, provinces' unions and
// every kind of window, and holds them to a naive scan.
func TestPortal(t *testing.T) {
	plan, names := portalPlan(t), counting.NewNames()
	d := newDossiers(names, 6)
	w := world{names: names, plan: plan}
	for range 600 {
		w.entries = append(w.entries, entry{tableOf(t, "dossier"), d.next()})
	}
	for i := range 300 {
		for _, table := range []string{"procedure", "petition", "decision", "report", "commune"} {
			w.entries = append(w.entries, entry{tableOf(t, table), d.other(t, names, table, i)})
		}
	}
	tally, facts := tallyOf(t, plan, names, w.entries), w.facts()
	groups := tally.Groups()
	asOf := motcua.MustDate("2026-05-14")
	ytd, err := counting.YearToDate(asOf)
	if err != nil {
		t.Fatal(err)
	}
	rolling, err := counting.Rolling(90, asOf)
	if err != nil {
		t.Fatal(err)
	}
	windows := []counting.Window{ytd, rolling}
	for _, text := range []string{"2026-05-14", "2026-W20", "2026-05", "2026-Q2", "2026-H1", "2026", "2025-12", "2026-06"} {
		p, err := scoring.ParsePeriod(text)
		if err != nil {
			t.Fatal(err)
		}
		windows = append(windows, counting.Window{Period: p}, counting.Window{Period: p, AsOf: asOf})
	}
	for _, union := range [][]counting.Group{nil, groups[:1], groups[2:5], {{"nobody"}}} {
		series, err := tally.Series(windows, union...)
		if err != nil {
			t.Fatal(err)
		}
		for i, win := range windows {
			want := naiveFigures(plan, facts, union, win.Period, win.Cut().Unix())
			if got := counts(series[i]); !slices.Equal(got, want) {
				t.Errorf("%s as of %s of %q:\ngot  %d\nwant %d", win.Period, win.AsOf, union, got, want)
			}
		}
	}
}

// other makes a row of a table that is not the dossiers'.
func (d *dossiers) other(t *testing.T, names *counting.Names, table string, i int) counting.Row {
	from := d.next()
	id := tableOf(t, table)
	r := counting.NewRow()
	r.Flags, r.Known = d.random.Uint32()&0xff, 0xff
	r.Codes[0] = from.Codes[0]
	switch table {
	case "procedure":
		r.Codes[1] = from.Codes[1]
		if i%3 == 0 {
			r.Since = from.Times[1]
		}
		if i%5 == 0 {
			r.Until = from.Times[2]
		}
	case "petition":
		r.Times = [5]int64{from.Times[1], from.Times[2], from.Times[3], counting.Null, counting.Null}
	case "decision":
		r.Codes[1] = from.Codes[1]
		event := []string{"announcement", "publication", "other"}[i%3]
		day := motcua.DateScalar(motcua.MustDate("2026-01-01").AddDays(i))
		for column, v := range map[string]motcua.Scalar{"event": motcua.TextScalar(event), "date": day} {
			if err := names.Set(&r, id, column, v); err != nil {
				t.Fatal(err)
			}
		}
	case "report":
		r.Times[0], r.Numbers[0], r.Numbers[1] = int64(motcua.MustDate("2026-01-01").AddDays(i)), int64(i), int64(2*i)
	}
	return r
}
