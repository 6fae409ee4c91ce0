package motcua_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

func between(from, to string) motcua.Validity {
	var v motcua.Validity
	if from != "" {
		v.From = motcua.MustDate(from)
	}
	if to != "" {
		v.To = motcua.MustDate(to)
	}
	return v
}

func TestValidity(t *testing.T) {
	for _, c := range []struct {
		v      motcua.Validity
		text   string
		ok     bool
		before bool // contains 2025-06-30
		first  bool // contains 2025-07-01
		last   bool // contains 2025-12-31
		after  bool // contains 2026-01-01
	}{
		{between("", ""), "[.., ..)", true, true, true, true, true},
		{between("2025-07-01", ""), "[2025-07-01, ..)", true, false, true, true, true},
		{between("", "2026-01-01"), "[.., 2026-01-01)", true, true, true, true, false},
		{between("2025-07-01", "2026-01-01"), "[2025-07-01, 2026-01-01)", true, false, true, true, false},
		{between("2025-12-31", "2026-01-01"), "[2025-12-31, 2026-01-01)", true, false, false, true, false}, // one day
		{between("2026-01-01", "2026-01-01"), "[2026-01-01, 2026-01-01)", false, false, false, false, false},
		{between("2026-01-02", "2025-01-01"), "[2026-01-02, 2025-01-01)", false, false, false, false, false},
		{between("", "0001-01-01"), "[.., 0001-01-01)", false, false, false, false, false}, // no day is before the first
		{motcua.Validity{To: -4}, "[.., Date(-4))", false, false, false, false, false},
		{motcua.Validity{From: lastDay + 1}, "[Date(3652060), ..)", false, false, false, false, false},
	} {
		var parse *motcua.ParseError
		if err := c.v.Err(); (err == nil) != c.ok || err != nil && !errors.As(err, &parse) {
			t.Errorf("%v: Err is %v", c.v, err)
		}
		if got := c.v.String(); got != c.text {
			t.Errorf("writes %q, want %q", got, c.text)
		}
		for day, want := range map[string]bool{
			"2025-06-30": c.before, "2025-07-01": c.first, "2025-12-31": c.last, "2026-01-01": c.after,
		} {
			if got := c.v.Contains(motcua.MustDate(day)); got != want {
				t.Errorf("%v contains %s: %v", c.v, day, got)
			}
		}
		if c.v.Contains(0) {
			t.Errorf("%v contains the unset date", c.v)
		}
		if c.v.IsZero() != (c.text == "[.., ..)") {
			t.Errorf("%v: IsZero is %v", c.v, c.v.IsZero())
		}
	}
}

func TestValidityJSON(t *testing.T) {
	for _, text := range []string{`{}`, `{"from":"2025-07-01"}`, `{"to":"2026-01-01"}`, `{"from":"2025-07-01","to":"2026-01-01"}`} {
		var v motcua.Validity
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if b, err := json.Marshal(v); err != nil || string(b) != text {
			t.Errorf("%s is written as %s, %v", text, b, err)
		}
	}
}

// TestValidityOverlaps compares with the definition, some day lies in both, on a
// short calendar where all days can be tried.
func TestValidityOverlaps(t *testing.T) {
	const days = 6
	bound := rapid.Int32Range(0, days)
	validity := rapid.Custom(func(t *rapid.T) motcua.Validity {
		return motcua.Validity{From: motcua.Date(bound.Draw(t, "from")), To: motcua.Date(bound.Draw(t, "to"))}
	})
	rapid.Check(t, func(t *rapid.T) {
		v, w := validity.Draw(t, "v"), validity.Draw(t, "w")
		want, any := false, false
		for d := motcua.Date(1); d <= days+1; d++ { // the last stands for all later ones
			want = want || v.Contains(d) && w.Contains(d)
			any = any || v.Contains(d)
		}
		if v.Overlaps(w) != want || w.Overlaps(v) != want {
			t.Fatalf("%v overlaps %v: %v and %v, want %v", v, w, v.Overlaps(w), w.Overlaps(v), want)
		}
		if v.Overlaps(v) != any || (v.Err() == nil) != any {
			t.Fatalf("%v contains a day: %v, overlaps itself: %v, Err: %v", v, any, v.Overlaps(v), v.Err())
		}
	})
}
