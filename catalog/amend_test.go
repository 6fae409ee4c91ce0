package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
)

// told writes versions as "name [valid) [known)".
func told(versions []Procedure) string {
	var b strings.Builder
	for p := range New(versions).Versions() {
		side := func(t time.Time) string {
			if t.IsZero() {
				return ".."
			}
			return t.In(motcua.Vietnam()).Format("01-02 15:04")
		}
		fmt.Fprintf(&b, "%s %v %s–%s\n", p.Version, p.Validity, side(p.Known.From), side(p.Known.To))
	}
	return b.String()
}

func TestAmend(t *testing.T) {
	var versions []Procedure
	for _, step := range []struct{ name, from, to, at, want string }{
		{"a", "2026-01-01", "", "2025-12-01 09:00", `
a [2026-01-01, ..) 12-01 09:00–..
`},
		{"b", "2026-07-01", "", "2026-06-01 09:00", ` a change to come: what is in force is carried over until then
a [2026-01-01, ..) 12-01 09:00–06-01 09:00
a [2026-01-01, 2026-07-01) 06-01 09:00–..
b [2026-07-01, ..) 06-01 09:00–..
`},
		{"c", "2026-03-01", "2026-04-01", "2026-06-01 15:00", ` a correction of March, found in June: days before and after stay
a [2026-01-01, ..) 12-01 09:00–06-01 09:00
a [2026-01-01, 2026-07-01) 06-01 09:00–06-01 15:00
a [2026-01-01, 2026-03-01) 06-01 15:00–..
c [2026-03-01, 2026-04-01) 06-01 15:00–..
a [2026-04-01, 2026-07-01) 06-01 15:00–..
b [2026-07-01, ..) 06-01 09:00–..
`},
		{"d", "2026-03-01", "2026-04-01", "2026-06-01 15:00", ` the same again at the same moment: the former was never known
a [2026-01-01, ..) 12-01 09:00–06-01 09:00
a [2026-01-01, 2026-07-01) 06-01 09:00–06-01 15:00
a [2026-01-01, 2026-03-01) 06-01 15:00–..
d [2026-03-01, 2026-04-01) 06-01 15:00–..
a [2026-04-01, 2026-07-01) 06-01 15:00–..
b [2026-07-01, ..) 06-01 09:00–..
`},
		{"e", "", "", "2026-06-02 08:00", ` one for all days takes the place of all
e [.., ..) 06-02 08:00–..
a [2026-01-01, ..) 12-01 09:00–06-01 09:00
a [2026-01-01, 2026-07-01) 06-01 09:00–06-01 15:00
a [2026-01-01, 2026-03-01) 06-01 15:00–06-02 08:00
d [2026-03-01, 2026-04-01) 06-01 15:00–06-02 08:00
a [2026-04-01, 2026-07-01) 06-01 15:00–06-02 08:00
b [2026-07-01, ..) 06-01 09:00–06-02 08:00
`},
	} {
		next, err := Amend(versions, version("1.000001", step.name, step.from, step.to, "", ""), moment(step.at))
		if err != nil {
			t.Fatal(err)
		}
		_, want, _ := strings.Cut(step.want, "\n")
		if diff := cmp.Diff(want, told(next)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
		versions = next
	}
	other := version("1.000002", "other", "", "", "2026-05-01 09:00", "")
	next, err := Amend(append(slices.Clone(versions), other), version("1.000001", "f", "", "", "", ""), moment("2026-06-03 08:00"))
	if err != nil || !cmp.Equal(next[len(versions)], other) {
		t.Errorf("another code is left alone: %v, %v", next[len(versions)], err)
	}
}

func TestAmendRefuses(t *testing.T) {
	versions := []Procedure{version("1.000001", "a", "2026-01-01", "", "2026-01-01 09:00", "2026-02-01 09:00"), version("1.000002", "z", "", "", "2026-09-01 09:00", "")}
	before := told(versions)
	for _, row := range []struct{ why, from, to, at, want string }{
		{"no moment", "2026-01-01", "", "", "unset"},
		{"a validity that ends before it begins", "2026-01-01", "2025-01-01", "2026-05-01 09:00", "must be after"},
		{"before the former was known", "2026-01-01", "", "2025-05-01 09:00", "recorded later, at 2026-02-01T09:00:00+07:00"},
		{"before the former was closed", "2026-01-01", "", "2026-01-15 09:00", "recorded later, at 2026-02-01T09:00:00+07:00"},
	} {
		next, err := Amend(versions, version("1.000001", "b", row.from, row.to, "", ""), moment(row.at))
		var amend *AmendError
		if !errors.As(err, &amend) || !errors.Is(err, ErrAmend) || next != nil || !strings.Contains(err.Error(), row.want) || amend.Code != "1.000001" || !amend.At.Equal(moment(row.at)) {
			t.Errorf("%s: %v", row.why, err)
		}
	}
	if told(versions) != before {
		t.Error("the given versions were changed")
	}
	if _, err := Amend(versions, version("1.000001", "b", "", "", "", ""), moment("2026-02-01 09:00")); err != nil {
		t.Errorf("at the moment of the last record: %v", err)
	}
}

const (
	gridDays    = 7
	gridMoments = 6
)

// grid is the naive model of two times: which version holds on each day as known at each
// moment.
type grid [gridDays][gridMoments]string

// amend writes a version into the days on which it holds, from a moment on.
func (g *grid) amend(name string, from, to, at int) {
	for d := range gridDays {
		for m := at; m < gridMoments; m++ {
			if d >= from && (to == 0 || d < to) {
				g[d][m] = name
			}
		}
	}
}

// TestAmendIsTheGrid: whatever is amended, At finds what the model holds on each day at
// each moment; the versions never overlap, none is hidden, and what was given stays.
func TestAmendIsTheGrid(t *testing.T) {
	const first = motcua.Date(739000)
	at := func(m int) time.Time { return time.Date(2026, 1, 1, 8+m, 0, 0, 0, time.UTC) }
	rapid.Check(t, func(t *rapid.T) {
		var model grid
		var versions []Procedure
		last := 0
		for n := range rapid.IntRange(1, 8).Draw(t, "amendments") {
			last = rapid.IntRange(last, gridMoments-1).Draw(t, "moment")
			from := rapid.IntRange(0, gridDays-1).Draw(t, "from")
			to := rapid.IntRange(from+1, gridDays+1).Draw(t, "to")
			name := fmt.Sprint("v", n)
			next := Procedure{Code: "1.000001", Version: name, Validity: motcua.Validity{From: first + motcua.Date(from), To: first + motcua.Date(to)}}
			if to > gridDays { // open
				to, next.Validity.To = 0, 0
			}
			if from == 0 && rapid.Bool().Draw(t, "since ever") {
				next.Validity.From = 0
			}
			before := told(versions)
			amended, err := Amend(versions, next, at(last))
			if err != nil {
				t.Fatal(err)
			}
			if told(versions) != before {
				t.Fatal("the given versions were changed")
			}
			model.amend(name, from, to, last)
			versions = amended
		}
		holds(t, &model, New(rapid.Permutation(versions).Draw(t, "order")), first, at)
		for _, f := range checkVersions(versions) {
			if f.Code != lintGap {
				t.Fatalf("%v\n%s", f, told(versions))
			}
		}
	})
}

// holds compares a catalogue with the model, at each moment and the latest.
func holds(t *rapid.T, model *grid, c *Catalog, first motcua.Date, at func(int) time.Time) {
	for d := range gridDays {
		for m := range gridMoments + 1 {
			known, want := time.Time{}, model[d][gridMoments-1]
			if m < gridMoments {
				known, want = at(m), model[d][m]
			}
			s := c.At(first+motcua.Date(d), known)
			p, ok := s.Lookup("1.000001")
			got := ""
			if ok {
				got = p.Version
			}
			if got != want {
				t.Fatalf("day %d, moment %d: %q, want %q", d, m, got, want)
			}
			n := 0
			for range s.All() {
				n++
			}
			if (n == 1) != ok {
				t.Fatalf("All yields %d", n)
			}
		}
	}
}
