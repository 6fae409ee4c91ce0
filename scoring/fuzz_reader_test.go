package scoring_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2026", "2026-H1", "2026-Q3", "2026-08", "2026-W01", "2026-W53", "2026-02-28", "2026-01-01/2026-10-10", "0001", "9999", "9999-12-31", "2024-02-29"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := scoring.ParsePeriod(s)
		if err != nil {
			if !p.IsZero() || p.String() != "" {
				t.Fatalf("%q gave both %v and %v", s, p, err)
			}
			return
		}
		days := p.Days()
		if p.String() != s || p.Kind() == 0 || days.Err() != nil || days.From.IsZero() || days.To.IsZero() || days.From >= days.To {
			t.Fatalf("%q is read as %q, %s, %v", s, p, p.Kind(), days)
		}
		text, err := p.MarshalText()
		if err != nil || string(text) != s {
			t.Fatalf("%q is written as %q: %v", s, text, err)
		}
		if again, err := scoring.ParsePeriod(p.String()); err != nil || again != p {
			t.Fatalf("%q is read again as %v: %v", s, again, err)
		}
	})
}

// indices that read counts in the fuzz targets below.
func readers(t naiveFataler) []*scoring.Index {
	t.Helper()
	all, err := scoring.Compile(everyRule())
	if err != nil {
		t.Fatalf("%v", err)
	}
	portal, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		t.Fatalf("%v", err)
	}
	return []*scoring.Index{all, portal}
}

// lineOf writes counts as the line they came from, with pairs for all that is
// counted.
func lineOf(x *scoring.Index, c *scoring.Counts) scoring.CountsLine {
	line := scoring.CountsLine{Unit: c.Unit, Name: c.Name, Level: c.Level, Parent: c.Parent, Indicators: map[string]*scoring.Indicator{}}
	if !c.Period.IsZero() {
		line.Period = &c.Period
	}
	for i, leaf := range x.Leaves() {
		switch v := &c.Values[i]; v.Answer {
		case scoring.Unknown:
			line.Indicators[leaf] = nil
		case scoring.Known:
			if v.Annual == 0 && !hasMeasures(x, leaf) {
				value := given(v)
				line.Indicators[leaf] = &scoring.Indicator{Value: &value}
				continue
			}
			line.Indicators[leaf] = &scoring.Indicator{Num: &v.Num, Den: &v.Den}
			if v.Annual != 0 {
				line.Indicators[leaf].Annual = &v.Annual
			}
		}
	}
	return line
}

// hasMeasures reports whether a leaf has measures, and so takes a pair of counts.
func hasMeasures(x *scoring.Index, leaf string) bool {
	var has func(n scoring.Node) bool
	has = func(n scoring.Node) bool {
		return n.ID == leaf && n.Num != "" || slices.ContainsFunc(n.Nodes, has)
	}
	return has(x.Definition().Root)
}

// given is a value as the number it was stated as: its denominator is a power of
// ten.
func given(v *scoring.Value) motcua.Decimal {
	scale := 0
	for den := v.Den; den > 1; den /= 10 {
		scale++
	}
	d, err := motcua.NewDecimal(v.Num, scale)
	if err != nil {
		return motcua.Decimal{}
	}
	return d
}

var countsEqual = cmp.Options{
	cmpopts.IgnoreFields(scoring.Counts{}, "Above", "Line"),
	cmp.Comparer(func(a, b scoring.Period) bool { return a == b }),
}

// readWell holds counts that were read without a fault to what they promise:
// they can be checked, linked and scored, and written and read again.
func readWell(t *testing.T, x *scoring.Index, c *scoring.Counts) {
	t.Helper()
	soundFaults(t, x.Check(c))
	if err := x.Check(c).Err(); err != nil {
		t.Fatalf("read, and yet %v", err)
	}
	alone := *c
	alone.Above = nil
	var r scoring.Result
	if err := x.Evaluate(&alone, &r); err != nil {
		t.Fatalf("read, and cannot be scored: %v", err)
	}
	again, faults := x.ParseCounts(document(t, lineOf(x, c)))
	if diff := cmp.Diff(*c, again, countsEqual); diff != "" || faults.Err() != nil {
		t.Fatalf("written and read again: %v %s", faults, diff)
	}
}

func FuzzParseCounts(f *testing.F) {
	f.Add([]byte(countsSeed))
	f.Add([]byte(strings.Replace(countsSeed, "309542", "1e3", 1)))
	f.Add([]byte(`{"unit":"U","indicators":{"3.5":{"num":2,"den":1},"1.4":{"num":2,"den":1},"table":{"value":"0.5"}}}`))
	xs := readers(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, x := range xs {
			c, faults := x.ParseCounts(data)
			soundFaults(t, faults)
			if faults.Err() == nil {
				readWell(t, x, &c)
			}
		}
	})
}

func FuzzReadCounts(f *testing.F) {
	f.Add([]byte(countsSeed + "\n\n" + `{"unit":"VN","indicators":{}}` + "\n{\n"))
	f.Add([]byte(`{"unit":"A","parent":"B","indicators":{}}` + "\r\n" + `{"unit":"B","parent":"A","indicators":{}}`))
	xs := readers(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, x := range xs {
			units, faults := x.ReadCounts(bytes.NewReader(data))
			readTable(t, x, units, faults)
		}
	})
}

func FuzzReadValues(f *testing.F) {
	f.Add([]byte("unit,name,level,parent,period,3.5,4.6,1.4\nH44,Phú Thọ,province,VN,2026-08,68/313,null,\n"))
	f.Add([]byte("\uFEFFunit,A,given\nU,1/2,1.5\nV,0.5,-2\n"))
	f.Add([]byte("unit\n\"a"))
	f.Add([]byte("unit,A\n\"a\",\"b\nc\"d"))
	xs := readers(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, x := range xs {
			units, faults := x.ReadValues(bytes.NewReader(data))
			readTable(t, x, units, faults)
		}
	})
}

// readTable holds what a reader returned to its promises: lines ascend, units
// without a fault of their own are sound, and all can be scored, ranked and
// rolled up.
func readTable(t *testing.T, x *scoring.Index, units []scoring.Counts, faults motcua.Faults) {
	t.Helper()
	soundFaults(t, faults)
	last := 0
	for i := range units {
		if units[i].Line <= last {
			t.Fatalf("unit %q of line %d after line %d", units[i].Unit, units[i].Line, last)
		}
		last = units[i].Line
		readWell(t, x, &units[i])
	}
	rolled, _ := x.RollUp(units)
	results, faults := x.Score(rolled)
	soundFaults(t, faults)
	if _, err := league.Rank(results, nil); err != nil {
		t.Fatal(err)
	}
}
