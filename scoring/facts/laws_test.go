package facts

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"pgregory.net/rapid"
)

// onTimeAt says by the words of the rules whether a dossier counts as on time at a
// cut: one that was received, with at most one request for supplements.
func onTimeAt(b *npsp.Brief, cut int64) bool {
	due, end, known := b.Due.Unix(), int64(0), b.Due != 0
	if b.Due%1e6 == 0 {
		due += 24 * 3600
	}
	if b.Finished != 0 && b.Finished.Unix() <= cut {
		end = b.Finished.Unix()
	}
	requests := 0
	for _, s := range b.Supplements {
		if s.Asked.Unix() > cut {
			continue
		}
		requests++
		switch {
		case s.Answered == 0 || s.Answered.Unix() > cut:
			end = s.Asked.Unix()
		case s.Due != 0:
			due, known = s.Due.Unix(), true
			if s.Due%1e6 == 0 {
				due += 24 * 3600
			}
		default:
			due += s.Answered.Unix() - s.Asked.Unix()
		}
	}
	switch {
	case requests > 1 || !known:
		return false
	case end != 0:
		return end <= due
	}
	return cut <= due
}

// measureOf finds a measure of the index.
func measureOf(t *testing.T, id string) *scoring.Measure {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range index.Definition().Measures {
		if m.ID == id {
			return &m
		}
	}
	t.Fatalf("no measure %q", id)
	return nil
}

// standing is the row that stands at a cut.
func standing(t interface{ Fatal(...any) }, rows []counting.Row, cut int64) *counting.Row {
	var found *counting.Row
	for i := range rows {
		if rows[i].Since <= cut && cut < rows[i].Until {
			if found != nil {
				t.Fatal("two rows of one dossier stand at one cut")
			}
			found = &rows[i]
		}
	}
	if found == nil {
		t.Fatal("no row of the dossier stands")
	}
	return found
}

// TestOnTimeLikeTheRules: whatever happened to a dossier and wherever the cut lies,
// the row that stands there is on time exactly if the rules say so.
func TestOnTimeLikeTheRules(t *testing.T) {
	onTime := measureOf(t, "onTime")
	rapid.Check(t, func(t *rapid.T) {
		at := func(label string, from int) int { return rapid.IntRange(from, from+20*24*60).Draw(t, label) }
		instant := func(minutes int) npsp.Moment {
			m := npsp.Moment(20260706080000).Unix() + int64(minutes)*60
			return npsp.MomentOf(seconds(m))
		}
		b := message(func(b *npsp.Brief) { b.Due = 0 })
		if rapid.Bool().Draw(t, "due") {
			b.Due = instant(at("due at", 0))
			if rapid.Bool().Draw(t, "by day") {
				b.Due -= b.Due % 1e6
			}
		}
		last := 0
		for i := range rapid.IntRange(0, 2).Draw(t, "requests") {
			last = at("asked", last+1)
			s := npsp.Supplement{ID: int64(i + 1), Asked: instant(last)}
			if rapid.Bool().Draw(t, "answered") || i == 0 && rapid.Bool().Draw(t, "also") {
				last = at("answered at", last+1)
				s.Answered = instant(last)
				if rapid.Bool().Draw(t, "new due") {
					s.Due = instant(at("new due at", last))
				}
			}
			b.Supplements = append(b.Supplements, s)
		}
		if rapid.Bool().Draw(t, "ended") {
			b.Finished = instant(at("ended at", last+1))
		}
		g, err := NewRegister(nil)
		if err != nil {
			t.Fatal(err)
		}
		g.Message(b)
		table, rows := g.Rows(0, nil)
		for range 20 {
			cut := instant(rapid.IntRange(0, 80*24*60).Draw(t, "cut")).Unix()
			row := standing(t, rows, cut)
			column := func(name string) motcua.Scalar { return g.Names().Value(row, table, name) }
			got := onTime.Where.Eval(column, motcua.TimeScalar(seconds(cut))) == motcua.True
			if want := onTimeAt(b, cut); got != want {
				t.Fatalf("%+v\nat %v: on time %v, the rules say %v\n%s", b, seconds(cut), got, want, stretches(g))
			}
		}
	})
}
