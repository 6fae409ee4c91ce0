package scoring_test

import (
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"github.com/motcua/motcua/scoring"
)

// A source makes counts of bytes; when they are used up it makes zeros.
type source []byte

func (s *source) byte() int64 {
	if len(*s) == 0 {
		return 0
	}
	b := (*s)[0]
	*s = (*s)[1:]
	return int64(b)
}

// number is any number, the extremes often.
func (s *source) number() int64 {
	switch b := s.byte(); b % 5 {
	case 0:
		return s.byte() % 16
	case 1:
		return math.MinInt64 + b%2
	case 2:
		return math.MaxInt64 - b%2
	case 3:
		return mostCount + b%2
	}
	var word [8]byte
	*s = (*s)[copy(word[:], *s):]
	return int64(binary.LittleEndian.Uint64(word[:]))
}

// value is most often one that can be, so that the others are looked at too.
func (s *source) value() scoring.Value {
	switch s.byte() % 8 {
	case 0:
		return scoring.Value{}
	case 1:
		return scoring.Value{Answer: scoring.Unknown}
	case 2:
		return scoring.Value{Num: s.number(), Den: s.number(), Annual: s.number(), Answer: scoring.Answer(s.byte() % 4)}
	case 3:
		return scoring.Ratio(s.number(), 1)
	}
	a, b := s.byte()%16, s.byte()%16
	return scoring.Ratio(min(a, b), max(a, b))
}

// counts are any number of values, below a unit of the same kind.
func (s *source) counts(x *scoring.Index, unit string) *scoring.Counts {
	c := &scoring.Counts{Unit: unit, Level: []string{"", "", "province", "commune", "nowhere"}[s.byte()%5]}
	c.Period, _ = scoring.ParsePeriod("2026-08")
	length := len(x.Leaves())
	if odd := s.byte(); odd > 200 {
		length = int(odd - 200)
	}
	for range length {
		c.Values = append(c.Values, s.value())
	}
	if unit == "U" && s.byte()%2 == 1 {
		c.Above, c.Parent = s.counts(x, "V"), "V"
	}
	return c
}

// FuzzEvaluate gives every verb counts of any kind: each answers, or says with
// faults what is wrong.
func FuzzEvaluate(f *testing.F) {
	f.Add([]byte{0})
	f.Add([]byte{3, 0, 4, 1, 2, 4, 0, 0, 1, 4, 5, 6, 4, 8, 8, 0, 3, 0, 1, 3, 2, 4, 2, 9, 4, 0, 0, 1, 1, 3})
	f.Add([]byte{0, 201, 2, 1, 2, 3})
	xs := readers(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, x := range xs {
			from := source(data)
			c := from.counts(x, "U")
			found := x.Check(c)
			soundFaults(t, found)
			var r scoring.Result
			err := x.Evaluate(c, &r)
			if (found.Err() != nil) != (err != nil) && c.Above == nil {
				t.Fatalf("checking says %v, evaluating %v", found.Err(), err)
			}
			if err != nil {
				soundFaults(t, lawFaults(t, err))
				refuses(t, x, c)
				continue
			}
			agreeNaive(t, x, c, &r)
			answers(t, x, c, &r)
		}
	})
}

// refuses holds the other verbs to counts that cannot be evaluated.
func refuses(t *testing.T, x *scoring.Index, c *scoring.Counts) {
	t.Helper()
	if _, err := x.Levers(c, nil); err == nil {
		t.Fatal("levers of what cannot be evaluated")
	}
	if _, err := x.Change(c, c, nil, nil); err == nil {
		t.Fatal("a change of what cannot be evaluated")
	}
	results, faults := x.Score([]scoring.Counts{*c})
	if len(results) != 0 || faults.Err() == nil {
		t.Fatalf("%d results of what cannot be evaluated: %v", len(results), faults)
	}
}

// answers holds the other verbs to counts that can be evaluated.
func answers(t *testing.T, x *scoring.Index, c *scoring.Counts, r *scoring.Result) {
	t.Helper()
	lawLost(t, x, r)
	results, faults := x.Score([]scoring.Counts{*c})
	if len(results) != 1 || faults.Error() != x.Check(c).Error() {
		t.Fatalf("%d results with %v, checked %v", len(results), faults, x.Check(c))
	}
	for _, options := range []*scoring.LeverOptions{nil, {Add: true, Tables: []string{"dossier", "petition", "procedure"}}} {
		levers, err := x.Levers(c, options)
		if err != nil && !errors.Is(err, scoring.ErrNotAdditive) {
			t.Fatal(err)
		}
		for _, l := range levers {
			if l.Rows < 1 || l.Gain < 1 || l.AllRows < l.Rows || l.AllGain < l.Gain {
				t.Fatalf("lever %+v", l)
			}
		}
		if _, err := x.Plan(c, r.Total().Points+1, options); err != nil && !errors.Is(err, scoring.ErrNotAdditive) {
			t.Fatal(err)
		}
	}
	if change, err := x.Change(c, c, []scoring.Counts{*c}, []scoring.Counts{*c}); err != nil || change.From != change.To || len(change.Leaves) != 0 {
		t.Fatalf("from itself to itself: %+v, %v", change, err)
	}
	document(t, r)
	if _, faults = x.Pool(x.Counts("P"), []scoring.Counts{*c, *c}); faults.Err() != nil {
		t.Fatal(faults)
	}
	for _, view := range x.Definition().Views {
		if _, ok := r.View(view.ID); !ok {
			t.Fatalf("no view %s", view.ID)
		}
	}
}
