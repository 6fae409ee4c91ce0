package facts

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"pgregory.net/rapid"
)

// dueAt is the due time of a dossier by the words of the rules, as known at a cut, and
// whether it waits for a supplement then; 0 for none.
func dueAt(b *npsp.Brief, cut int64) (due int64, requests int64, waiting bool) {
	whole := func(m npsp.Moment) int64 {
		if m%1e6 == 0 {
			return m.Unix() + 24*3600
		}
		return m.Unix()
	}
	if b.Due != 0 {
		due = whole(b.Due)
	}
	for _, s := range b.Supplements {
		if s.Asked.Unix() > cut {
			continue
		}
		if requests++; requests == 2 {
			due = s.Asked.Unix() - 1
		}
		waiting = s.Answered == 0 || s.Answered.Unix() > cut
		switch {
		case requests > 1 || waiting:
		case s.Due != 0:
			due = whole(s.Due)
		case due != 0:
			due += s.Answered.Unix() - s.Asked.Unix()
		}
	}
	return due, requests, waiting
}

// table is the standard table of some dossiers, counted one by one.
func table(list []*npsp.Brief, from, cut int64) map[string]int64 {
	out := map[string]int64{}
	add := func(name string, is bool) {
		if is {
			out["report."+name]++
		}
	}
	for _, b := range list {
		received, closed := b.Received.Unix(), int64(0)
		if b.Finished != 0 && b.Finished.Unix() <= cut {
			closed = b.Finished.Unix()
		}
		due, requests, waiting := dueAt(b, cut)
		waiting = waiting && closed == 0
		in := received >= from && received <= cut
		add("received", in)
		add("supplemented", in && requests > 0)
		add("supplementedAgain", in && requests > 1)
		add("undecided", in && due == 0)
		if in {
			for bits, n := range b.Components {
				out["report.components"] += int64(n)
				if bits&npsp.ComponentDigitised != 0 {
					out["report.componentsDigitised"] += int64(n)
				}
				if bits&^npsp.ComponentDigitised != 0 {
					out["report.componentsReused"] += int64(n)
				}
			}
		}
		solved := closed >= from && closed != 0
		early := due != 0 && day(closed) < day(due-1)
		add("solved", solved)
		add("solvedEarly", solved && early)
		add("solvedOnTime", solved && due != 0 && !early && closed <= due)
		add("solvedLate", solved && due != 0 && closed > due)
		pending := received <= cut && closed == 0
		add("pending", pending)
		add("pendingInTime", pending && (waiting || due != 0 && due >= cut))
		add("pendingOverdue", pending && !waiting && due != 0 && due < cut)
	}
	return out
}

// drawn is a dossier with whatever may happen to it but a reopening.
func drawn(t *rapid.T, i int) *npsp.Brief {
	at := func(label string, from int) int { return rapid.IntRange(from, from+30*24*60).Draw(t, label) }
	instant := func(minutes int) npsp.Moment {
		return npsp.MomentOf(seconds(npsp.Moment(20260601080000).Unix() + int64(minutes)*60))
	}
	last := at("received", 0)
	b := message(func(b *npsp.Brief) {
		b.Dossier, b.Received, b.Due = fmt.Appendf(nil, "H56.34.12-260706-%04d", i), instant(last), 0
	})
	b.Components[rapid.IntRange(0, 15).Draw(t, "component")] = rapid.Int32Range(0, 3).Draw(t, "components")
	if rapid.Bool().Draw(t, "due") {
		b.Due = instant(at("due at", last))
		if rapid.Bool().Draw(t, "by day") {
			b.Due -= b.Due % 1e6
		}
	}
	for n := range rapid.IntRange(0, 2).Draw(t, "requests") {
		last = at("asked", last+1)
		s := npsp.Supplement{ID: int64(n + 1), Asked: instant(last)}
		if n == 0 || rapid.Bool().Draw(t, "answered") {
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
	return b
}

// TestReportLikeTheRules: the standard table is what counting dossier by dossier comes
// to, and it balances: what was pending the evening before and what was received is
// what was solved and what is pending.
func TestReportLikeTheRules(t *testing.T) {
	plan, err := counting.Compile(Measures())
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		g, err := NewRegister(nil)
		if err != nil {
			t.Fatal(err)
		}
		g.Cover(tableDossier, true, MessageColumns()...)
		var list []*npsp.Brief
		for i := range rapid.IntRange(1, 6).Draw(t, "dossiers") {
			list = append(list, drawn(t, i))
			g.Message(list[i])
		}
		tally, err := g.Count(plan)
		if err != nil {
			t.Fatal(err)
		}
		read := func(period string) map[string]int64 {
			p, err := scoring.ParsePeriod(period)
			if err != nil {
				t.Fatal(err)
			}
			figures, err := tally.Read(counting.Window{Period: p})
			if err != nil {
				t.Fatal(err)
			}
			out := map[string]int64{}
			for i, m := range plan.Measures() {
				if figures[i].Count != 0 {
					out[m.ID] = figures[i].Count
				}
			}
			want := table(list, p.Days().From.In(nil).Unix(), counting.Window{Period: p}.Cut().Unix())
			for id, n := range want {
				if n == 0 {
					delete(want, id)
				}
			}
			if diff := cmp.Diff(want, out); diff != "" {
				t.Fatalf("%s of %+v (-one by one +counted):\n%s", period, list, diff)
			}
			return out
		}
		before := read("2026-05")
		for _, month := range []string{"2026-06", "2026-07", "2026-08", "2026-09", "2026-10"} {
			n := read(month)
			if before["report.pending"]+n["report.received"] != n["report.solved"]+n["report.pending"] {
				t.Fatalf("%s does not balance: %v after %v", month, n, before)
			}
			before = n
		}
	})
}
