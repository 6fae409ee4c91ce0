package unit_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

const (
	firstDay = motcua.Date(730_000) // of the drawn histories
	lastDay  = firstDay + 60
)

// world draws a history: units that begin, are merged, split, renamed and abolished,
// with few codes that are given again and again.
type world struct {
	t     *rapid.T
	rows  unit.Rows
	alive []int // places of units in force
	day   motcua.Date
}

func drawHistory(t *rapid.T) unit.Rows {
	w := &world{t: t, rows: unit.Rows{Schemes: sound().Schemes}, day: 0}
	for range rapid.IntRange(1, 6).Draw(t, "units") {
		w.begin()
	}
	w.day = firstDay
	for range rapid.IntRange(0, 12).Draw(t, "events") {
		w.day += motcua.Date(rapid.IntRange(1, 5).Draw(t, "days"))
		w.event()
	}
	return w.rows
}

// begin adds a unit under a code that is free.
func (w *world) begin() int {
	var taken []string
	for _, i := range w.alive {
		taken = append(taken, w.rows.Units[i].Codes[0].Value)
	}
	var free []string
	for n := range 40 {
		if code := fmt.Sprintf("%05d", n); !slices.Contains(taken, code) && len(free) < 3 {
			free = append(free, code)
		}
	}
	i := len(w.rows.Units)
	u := commune(fmt.Sprint("u", i), rapid.SampledFrom(free).Draw(w.t, "code"), motcua.Validity{From: w.day})
	w.rows.Units = append(w.rows.Units, u)
	w.alive = append(w.alive, i)
	return i
}

// end takes one of the units out of force.
func (w *world) end() int {
	at := rapid.IntRange(0, len(w.alive)-1).Draw(w.t, "ends")
	i := w.alive[at]
	w.alive = slices.Delete(w.alive, at, at+1)
	w.rows.Units[i].Validity.To = w.day
	return i
}

func (w *world) succeed(from, to int, kind unit.Kind, part *motcua.Decimal) {
	s := unit.Succession{From: w.rows.Units[from].ID, Date: w.day, Kind: kind, Share: part, Source: ours}
	if to >= 0 {
		s.To = w.rows.Units[to].ID
	}
	w.rows.Successions = append(w.rows.Successions, s)
}

// into is a new unit, or one that is there.
func (w *world) into() int {
	if len(w.alive) > 0 && rapid.Bool().Draw(w.t, "into one there") {
		return rapid.SampledFrom(w.alive).Draw(w.t, "into")
	}
	return w.begin()
}

func (w *world) event() {
	if len(w.alive) == 0 {
		w.begin()
		return
	}
	switch rapid.SampledFrom([]string{"merge", "split", "abolish", "part", "lost", "begin"}).Draw(w.t, "event") {
	case "merge":
		var ended []int
		for range rapid.IntRange(1, min(3, len(w.alive))).Draw(w.t, "merged") {
			ended = append(ended, w.end())
		}
		to := w.into()
		for _, from := range ended {
			w.succeed(from, to, unit.Merge, share("1"))
		}
	case "split":
		from := w.end()
		a, b := w.into(), w.begin()
		parts := rapid.SampledFrom([][]string{{"0.5", "0.5"}, {"0.125", "0.875"}, nil}).Draw(w.t, "shares")
		if parts == nil {
			w.succeed(from, a, unit.Split, nil)
			w.succeed(from, b, unit.Split, nil)
			return
		}
		w.succeed(from, a, unit.Split, share(parts[0]))
		w.succeed(from, b, unit.Split, share(parts[1]))
	case "abolish":
		w.succeed(w.end(), -1, unit.Abolish, nil)
	case "part": // of a unit that goes on; nobody inherits by it
		from := rapid.SampledFrom(w.alive).Draw(w.t, "from")
		w.succeed(from, w.begin(), unit.Move, share("0.25"))
	case "lost":
		w.end()
	case "begin":
		w.begin()
	}
}

// naiveHeirs follows takeovers one by one, without shares.
func naiveHeirs(rows unit.Rows, id string, at motcua.Date) map[string]bool {
	out := map[string]bool{}
	for _, u := range rows.Units {
		if u.ID != id {
			continue
		}
		if u.Validity.Contains(at) {
			return map[string]bool{id: true}
		}
		for _, s := range rows.Successions {
			if s.From == id && s.To != "" && s.Date == u.Validity.To && s.Date <= at {
				maps.Copy(out, naiveHeirs(rows, s.To, at))
			}
		}
	}
	return out
}

// TestResolveEnds: from any code, on any day, for any day of use, the way ends at units
// in force, those the naive way finds, or says what is wrong.
func TestResolveEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawHistory(t)
		r, faults := unit.New(rows)
		if r == nil {
			t.Fatal(faults)
		}
		at := motcua.Date(rapid.IntRange(int(firstDay), int(lastDay)).Draw(t, "at"))
		used := motcua.Date(rapid.SampledFrom([]int{0, int(firstDay), int(at), int(lastDay), int(at) - 7}).Draw(t, "used"))
		for _, u := range rows.Units {
			res, err := r.Resolve(u.Codes[0].Value, at, used)
			if err != nil {
				t.Fatal(err)
			}
			consistent(t, rows, &res)
		}
	})
}

func consistent(t *rapid.T, rows unit.Rows, res *unit.Resolution) {
	got := map[string]bool{}
	for _, target := range res.Targets {
		if !target.Unit.Validity.Contains(res.At) {
			t.Fatalf("%v is not in force: %s", target, told(res))
		}
		got[target.Unit.ID] = true
	}
	want := naiveHeirs(rows, res.Unit.ID, res.At)
	switch {
	case res.Outcome == unit.Later && res.Unit.Validity.From <= res.At,
		res.Outcome == unit.Lost && len(want)+len(got) > 0,
		res.Outcome == unit.Single && len(got) != 1,
		res.Outcome == unit.Several && len(got) == 0,
		res.Outcome != unit.Later && !maps.Equal(got, want),
		res.Disputed && len(res.Formerly) == 0,
		res.Used != 0 && !res.Unmatched && !bore(res.Unit, res.Code, res.Used),
		res.Outcome == unit.Single && res.Targets[0].Share.String() == "0":
		t.Fatalf("%s on %v used %v; the naive way ends at %v", told(res), res.At, res.Used, want)
	}
}

func bore(u *unit.Unit, code string, on motcua.Date) bool {
	value, ok := u.Code(unit.SchemeStatistical, on)
	return ok && value == code
}

// TestHeirsOfForebears: whoever a unit came from is inherited by it, on its last day, by
// the same share; and on any day shares that are known add up to at most the whole.
func TestHeirsOfForebears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawHistory(t)
		r, _ := unit.New(rows)
		at := motcua.Date(rapid.IntRange(int(firstDay), int(lastDay)).Draw(t, "at"))
		for _, u := range rows.Units {
			end := lastDay + 40
			if u.Validity.To != 0 {
				end = u.Validity.To - 1
			}
			for _, f := range r.Forebears(u.ID, at) {
				if !f.Unit.Validity.Contains(at) {
					t.Fatalf("%v was not in force on %v", f, at)
				}
				heirs := r.Heirs(f.Unit.ID, end)
				i := slices.IndexFunc(heirs, func(h unit.Target) bool { return h.Unit.ID == u.ID })
				if i < 0 || heirs[i].Share.Cmp(f.Share) != 0 {
					t.Fatalf("%s came from %v on %v, whose heirs on %v are %v", u.ID, f, at, end, heirs)
				}
			}
			var sum motcua.Decimal
			for _, h := range r.Heirs(u.ID, at) {
				sum, _ = sum.Add(h.Share)
			}
			if sum.Cmp(motcua.MustDecimal("1")) > 0 {
				t.Fatalf("the heirs of %s have more than the whole: %v", u.ID, r.Heirs(u.ID, at))
			}
		}
	})
}

// TestOrderAndOverlay: the order of rows does not matter, laying rows over themselves
// changes nothing, and a register laid in two parts is the one made at once.
func TestOrderAndOverlay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawHistory(t)
		want, _ := unit.New(rows)
		shuffled := unit.Rows{
			Schemes:     rapid.Permutation(rows.Schemes).Draw(t, "schemes"),
			Units:       rapid.Permutation(rows.Units).Draw(t, "units"),
			Successions: rapid.Permutation(rows.Successions).Draw(t, "successions"),
		}
		first, faults := unit.New(shuffled)
		if first == nil || written(t, first) != written(t, want) {
			t.Fatalf("another register by another order: %v", faults)
		}
		again, faults := first.With(rows)
		if again == nil || written(t, again) != written(t, want) {
			t.Fatalf("laid over itself: %v", faults)
		}
		base, _ := unit.New(unit.Rows{Schemes: rows.Schemes, Units: rows.Units})
		both, faults := base.With(unit.Rows{Successions: rows.Successions})
		if both == nil || written(t, both) != written(t, want) {
			t.Fatalf("in two parts: %v", faults)
		}
	})
}

func written(t *rapid.T, r *unit.Register) string {
	var document, lines bytes.Buffer
	if err := r.Rows().Write(&document); err != nil {
		t.Fatal(err)
	}
	if err := r.Rows().WriteLines(&lines); err != nil {
		t.Fatal(err)
	}
	return strings.Join([]string{document.String(), lines.String()}, "\n")
}
