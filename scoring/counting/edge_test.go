package counting_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

func measureAt(t *testing.T, plan *counting.Plan, id string, f counting.Figures) int64 {
	t.Helper()
	for i, m := range plan.Measures() {
		if m.ID == id {
			return f[i].Count
		}
	}
	t.Fatalf("no measure %q", id)
	return 0
}

// TestLiveStepByStep follows one dossier from before its reception, stopping at the very
// second of each turn: what happened at a stop does not happen again at the next.
func TestLiveStepByStep(t *testing.T) {
	plan, names := portalPlan(t), counting.NewNames()
	at := motcua.MustDate("2026-03-02").In(nil).Unix()
	r := counting.NewRow()
	r.Times[1], r.Times[2], r.Times[3] = at, at+86400, at+3*86400
	live := plan.Live(names, counting.Basis{}, time.Unix(at-10, 0))
	if err := live.Put(0, tableOf(t, "dossier"), r); err != nil {
		t.Fatal(err)
	}
	year, _ := scoring.ParsePeriod("2026")
	next, _ := scoring.ParsePeriod("2027")
	steps := []struct{ at, received, onTime, openNextYear int64 }{
		{at, 1, 1, 1}, {at + 86401, 1, 0, 1}, {at + 3*86400, 1, 0, 0},
	}
	for _, s := range steps {
		if due, ok := live.Next(); !ok || due.Unix() != s.at {
			t.Fatalf("next is %v, %t, want %v", due, ok, time.Unix(s.at, 0).UTC())
		}
		if err := live.Advance(time.Unix(s.at, 0)); err != nil {
			t.Fatal(err)
		}
		now, err := live.Tally().Read(counting.Window{Period: year})
		later, err2 := live.Tally().Read(counting.Window{Period: next})
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		got := [3]int64{measureAt(t, plan, "received", now), measureAt(t, plan, "onTime", now), measureAt(t, plan, "active", later)}
		if want := [3]int64{s.received, s.onTime, s.openNextYear}; got != want {
			t.Errorf("at %s: got %d, want %d", time.Unix(s.at, 0).UTC(), got, want)
		}
	}
	if due, ok := live.Next(); ok || live.Len() != 1 {
		t.Errorf("something is due still, at %s", due)
	}
}

// TestEndedBeforeItStands puts a row that stands only after its own end, on one day: at
// no second is it taken out before it was in.
func TestEndedBeforeItStands(t *testing.T) {
	plan, names := portalPlan(t), counting.NewNames()
	day := motcua.MustDate("2026-03-02").In(nil).Unix()
	r := counting.NewRow()
	r.Times[1], r.Times[3], r.Since = day-86400, day+36000, day+43200
	live := plan.Live(names, counting.Basis{}, time.Unix(day+40000, 0))
	if err := live.Put(0, tableOf(t, "dossier"), r); err != nil {
		t.Fatal(err)
	}
	next, _ := scoring.ParsePeriod("2027")
	for range 2 {
		f, err := live.Tally().Read(counting.Window{Period: next})
		if err != nil || measureAt(t, plan, "active", f) != 0 {
			t.Errorf("at %s: %v, %v", live.Now(), f, err)
		}
		if err := live.Advance(time.Unix(day+50000, 0)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestNothingLeft takes out all that was put in: no group is listed, and a key that was
// taken out more often than put in, here by the rows of except, spoils its figure.
func TestNothingLeft(t *testing.T) {
	plan, names := portalPlan(t), counting.NewNames()
	table := tableOf(t, "decision")
	tally := plan.New(names, counting.Basis{})
	r := counting.NewRow()
	for column, text := range map[string]string{"unit": "a", "procedure": "1.000656", "event": "announcement", "date": "2026-02-03"} {
		if err := names.Set(&r, table, column, motcua.TextScalar(text)); err != nil {
			t.Fatal(err)
		}
	}
	year, _ := scoring.ParsePeriod("2026")
	if err := errors.Join(tally.Add(table, &r), tally.Sub(table, &r)); err != nil {
		t.Fatal(err)
	}
	if board, err := tally.All(counting.Window{Period: year}); err != nil || len(board) != 0 || len(tally.Groups()) != 0 {
		t.Errorf("%v, %v", board, err)
	}
	late := r
	if err := names.Set(&late, table, "late", motcua.FlagScalar(true)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(tally.Add(table, &r), tally.Add(table, &r), tally.Sub(table, &late)); err != nil {
		t.Fatal(err)
	}
	f, err := tally.Read(counting.Window{Period: year})
	if err != nil || measureAt(t, plan, "announced", f) != 1 || measureAt(t, plan, "announcedOnTime", f) != -1 {
		t.Errorf("%v, %v", f, err)
	}
}

// TestOneForm gives the decoder other spellings of a tally of one cell: only the one
// that is written is read.
func TestOneForm(t *testing.T) {
	plan, err := counting.Compile([]scoring.Measure{{ID: "m", Table: "dossier", Count: scoring.CountRows, Scope: scoring.ScopeCut}})
	if err != nil {
		t.Fatal(err)
	}
	names := counting.NewNames()
	r := counting.NewRow()
	r.Codes[0] = names.ID("a")
	data := binaryOf(t, tallyOf(t, plan, names, []entry{{tableOf(t, "dossier"), r}}))
	header := data[:len("MCTALLY ")+64]
	// One text, sharing none, of one byte; one group, of text 1; no keys; one cell, key
	// 0, counter 1, which is 1 as a signed number is written; no supplies.
	body := []byte{1, 0, 1, 'a', 1, 1, 0, 1, 0, 1, 2, 0}
	if !bytes.Equal(data, sealed(append(bytes.Clone(header), body...))) {
		t.Fatalf("written as %v", data[len(header):])
	}
	cases := []struct {
		why  string
		body []byte
	}{
		{"a number in two bytes that fits one", []byte{0x81, 0, 0, 1, 'a', 1, 1, 0, 1, 0, 1, 2, 0}},
		{"a counter that is zero", []byte{1, 0, 1, 'a', 1, 1, 0, 1, 0, 1, 0, 0}},
		{"a cell without counters", []byte{1, 0, 1, 'a', 1, 1, 0, 1, 0, 0, 0}},
		{"a counter of another column", []byte{1, 0, 1, 'a', 1, 1, 0, 1, 0, 2, 2, 0}},
		{"a cell of no group", []byte{1, 0, 1, 'a', 1, 1, 0, 1, 0x80, 0x80, 0x40, 1, 2, 0}},
		{"a group of no text", []byte{1, 0, 1, 'a', 1, 2, 0, 1, 0, 1, 2, 0}},
		{"a group twice", []byte{1, 0, 1, 'a', 2, 1, 1, 0, 1, 0, 1, 2, 0}},
		{"a text nobody uses", []byte{2, 0, 1, 'a', 0, 1, 'b', 1, 1, 0, 1, 0, 1, 2, 0}},
		{"a text twice", []byte{2, 0, 1, 'a', 1, 0, 1, 1, 0, 1, 0, 1, 2, 0}},
		{"something behind", append(bytes.Clone(body), 0)},
		{"a counter beyond the range", []byte{1, 0, 1, 'a', 1, 1, 0, 1, 0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0}},
		{"a table nobody knows", []byte{1, 0, 1, 'a', 1, 1, 0, 1, 0, 1, 2, 1, 1, 'x', 2, 0}},
	}
	for _, c := range cases {
		if _, err := plan.ReadTally(sealed(append(bytes.Clone(header), c.body...)), counting.Basis{}); !errors.Is(err, counting.ErrCorrupt) {
			t.Errorf("%s: %v", c.why, err)
		}
	}
}
