package synth_test

import (
	"slices"
	"testing"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/synth"
)

// stated are values by leaf: a pair, or nil for null.
type stated map[string][]int64

// unitOf makes counts of a unit.
func unitOf(t *testing.T, code, level, parent string, values stated) scoring.Counts {
	t.Helper()
	index := standard(t)
	c := index.Counts(code)
	c.Level, c.Parent = level, parent
	for leaf, v := range values {
		value := scoring.Value{Answer: scoring.Unknown}
		if v != nil {
			value = scoring.Ratio(v[0], v[1])
		}
		if err := index.Set(&c, leaf, value); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// TestRefuses names, for every joint constraint, where counts are refused. Each row
// is sound but for the one thing.
func TestRefuses(t *testing.T) {
	tests := []struct {
		name   string
		values stated
		want   []string
	}{
		{"sound", stated{"2.1": {5, 9}, "3.2": {2, 3}, "3.3": {6, 9}, "3.5b": {1, 4}, "3.6": {3, 4}, "5.4": {5, 10}}, nil},
		{"other denominator", stated{"2.1": {5, 9}, "4.1": {1, 8}}, []string{"SYN-CNT-04 /indicators/4.1/den"}},
		{"and of fees", stated{"3.5": {1, 4}, "3.5b": {0, 5}}, []string{"SYN-CNT-04 /indicators/3.5b/den"}},
		{"numerator above", stated{"2.1": {10, 9}}, []string{"SCO-CNT-03 /indicators/2.1/num"}},
		{"more obligated than received", stated{"2.1": {5, 9}, "3.6": {3, 10}}, []string{"SYN-CNT-05 /indicators/3.6/den"}},
		{"more services used than dossiers online", stated{"3.2": {7, 9}, "3.3": {6, 9}}, []string{"SYN-CNT-05 /indicators/3.2/num"}},
		{"dossiers online of no service", stated{"3.2": {0, 9}, "3.3": {6, 9}}, []string{"SYN-CNT-06 /indicators/3.2/num"}},
		{"more procedures paid for than payments", stated{"2.1": {9, 9}, "3.5b": {4, 4}, "3.6": {3, 4}}, []string{"SYN-CNT-05 /indicators/3.5b/num"}},
		{"payments for no procedure", stated{"2.1": {9, 9}, "3.5b": {0, 4}, "3.6": {3, 4}}, []string{"SYN-CNT-06 /indicators/3.5b/num"}},
		{"more received than active", stated{"2.1": {9, 9}, "5.4": {3, 8}}, []string{"SYN-CNT-05 /indicators/5.4/den"}},
		{"more content than on time", stated{"2.1": {5, 9}, "5.4": {7, 10}}, []string{"SYN-CNT-05 /indicators/5.4/num"}},
		{"more online than under authority", stated{"3.1": {5, 4}}, []string{"SCO-CNT-04 /indicators/3.1/num", "SYN-CNT-05 /indicators/3.1/num"}},
		{"more satisfied than on time", stated{"5.2": {3, 5}, "5.3": {4, 5}}, []string{"SYN-CNT-05 /indicators/5.3/num"}},
		{"other petitions", stated{"5.2": {3, 5}, "5.3": {2, 4}}, []string{"SYN-CNT-04 /indicators/5.3/den"}},
		{"no room for both", stated{"2.1": {9, 9}, "3.2": {9, 9}, "3.3": {9, 9}, "3.5b": {1, 1}, "3.6": {9, 9}}, []string{"SYN-CNT-09 /indicators/3.6/num"}},
		{"a null message", stated{"4.1": nil}, []string{"SYN-CNT-07 /indicators/4.1"}},
		{"a null that a file can hold", stated{"4.4": nil, "5.4": nil, "1.4": nil, "3.1": nil, "3.2": nil, "4.5a": nil, "4.6": nil}, nil},
		{"communes that are not there", stated{"4.6": {3, 4}}, []string{"SYN-CNT-09 /indicators/4.6/den"}},
		{"too many procedures", stated{"3.5": {1, 100_000}}, []string{"SYN-CNT-10 /indicators/3.5"}},
		{"too many dossiers", stated{"2.1": {1, 1 << 26}}, []string{"SYN-CNT-10 /indicators", "SYN-CNT-10 /indicators/2.1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := unitOf(t, "H99.01", "department", "", tt.values)
			c.Line = 3
			w, faults := synth.FromCounts(standard(t), []scoring.Counts{c})
			var got []string
			for _, f := range faults {
				got = append(got, f.Code+" "+f.Pointer)
				if f.Line != 3 {
					t.Errorf("%v is not on the unit's line", f)
				}
			}
			slices.Sort(got)
			if got = slices.Compact(got); !slices.Equal(got, tt.want) || (w == nil) != (tt.want != nil) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestRefusesTogether names where units are refused beside one another.
func TestRefusesTogether(t *testing.T) {
	a := unitOf(t, "H99.01", "department", "H99", stated{"2.1": {5, 9}, "3.5": {2, 6}, "4.4": {1, 9}, "1.3": {1, 2}})
	b := unitOf(t, "H99.02", "department", "H99", stated{"2.1": {1, 1}, "3.5": {1, 3}, "4.4": {1, 1}})
	other := b
	other.Period = period(t, "2026-08")
	null := unitOf(t, "H99.02", "department", "H99", stated{"2.1": {1, 1}, "4.4": nil})
	short := unitOf(t, "H99.01", "department", "", nil)
	short.Period = period(t, "2026-08-15")
	tests := []struct {
		name  string
		units []scoring.Counts
		want  []string
	}{
		{"their pool", []scoring.Counts{a, b, unitOf(t, "H99", "province", "", stated{"2.1": {6, 10}, "3.5": {2, 8}, "1.3": {7, 9}})}, nil},
		{"another sum", []scoring.Counts{a, b, unitOf(t, "H99", "province", "", stated{"2.1": {6, 11}})}, []string{"SYN-CNT-08 /indicators/2.1/den"}},
		{"fewer procedures than one unit has", []scoring.Counts{a, b, unitOf(t, "H99", "province", "", stated{"3.5": {2, 5}})}, []string{"SYN-CNT-08 /indicators/3.5/den"}},
		{"more than all have", []scoring.Counts{a, b, unitOf(t, "H99", "province", "", stated{"3.5": {4, 9}})}, []string{"SYN-CNT-08 /indicators/3.5/num"}},
		{"what nobody below states", []scoring.Counts{a, b, unitOf(t, "H99", "province", "", stated{"3.6": {1, 2}})},
			[]string{"SYN-CNT-08 /indicators/3.6/den", "SYN-CNT-08 /indicators/3.6/num"}},
		{"null and known", []scoring.Counts{a, null}, []string{"SYN-CNT-07 /indicators/4.4"}},
		{"two periods", []scoring.Counts{a, other}, []string{"SYN-CNT-03 /period"}},
		{"a day", []scoring.Counts{short}, []string{"SYN-CNT-03 /period"}},
		{"twice", []scoring.Counts{a, a}, []string{"SYN-CNT-02 /unit"}},
		{"no code", []scoring.Counts{unitOf(t, "Việt Trì", "commune", "", nil)}, []string{"SYN-CNT-02 /unit"}},
		{"a circle", []scoring.Counts{unitOf(t, "H99.01", "", "H99.02", nil), unitOf(t, "H99.02", "", "H99.01", nil)}, []string{"SYN-CNT-02 /parent"}},
		{"nobody", nil, []string{"SYN-CNT-02 "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w, faults := synth.FromCounts(standard(t), tt.units)
			var got []string
			for _, f := range faults {
				got = append(got, f.Code+" "+f.Pointer)
			}
			slices.Sort(got)
			if got = slices.Compact(got); !slices.Equal(got, tt.want) || (w == nil) != (tt.want != nil) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func period(t *testing.T, s string) scoring.Period {
	t.Helper()
	p, err := scoring.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestOtherIndices makes worlds for indices that count alike, and refuses the others'
// leaves where they are asked.
func TestOtherIndices(t *testing.T) {
	for _, version := range []string{"portal-2022", "docx-2026", "xlsx-2026"} {
		index, err := scoring.Standard().Lookup("vn.766", version)
		if err != nil {
			t.Fatal(err)
		}
		c := index.Counts("H99")
		if err := index.Set(&c, "2.1", scoring.Ratio(1, 2)); err != nil {
			t.Fatal(err)
		}
		if w, faults := synth.FromCounts(index, []scoring.Counts{c}); w == nil {
			t.Errorf("%s: %v", version, faults)
		}
		if version != "docx-2026" {
			continue
		}
		if err := index.Set(&c, "4.1", scoring.Ratio(1, 2)); err != nil {
			t.Fatal(err)
		}
		if _, faults := synth.FromCounts(index, []scoring.Counts{c}); !faults.Under("/indicators/4.1") {
			t.Errorf("%s counts 4.1 otherwise, and is taken: %v", version, faults)
		}
	}
}
