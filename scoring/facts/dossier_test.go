package facts_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/synth"
	"pgregory.net/rapid"
)

// messagesOf are the messages of one dossier.
type messagesOf struct {
	dossier *npsp.Dossier
	steps   []npsp.Progress
}

// TestDossiersOfMessages: the dossiers that the messages of a world make count as the
// messages do, to the last counter, whatever went wrong on the way.
func TestDossiersOfMessages(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	m := generate(t, synth.PhuTho2026(), scale(t), "duplicates=0.05,corrections=0.05,late=0.05,malformed=0.002,resent=1")
	byMessage, byDossier := m.tell(t), m.tell(t)
	all, order := map[npsp.Value]*messagesOf{}, []npsp.Value{}
	for _, name := range m.dossierFiles() {
		byMessage.stream(t, m.messages(t, name))
		text, err := io.ReadAll(m.messages(t, name))
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(text) {
			read, faults := npsp.Parse(line, nil)
			if faults.Err() != nil {
				continue
			}
			var code npsp.Value
			if read.Kind == npsp.KindDossier {
				code = read.Dossier.MaHoSo
			} else {
				code = read.Progress.MaHoSo
			}
			if all[code] == nil {
				all[code] = new(messagesOf)
				order = append(order, code)
			}
			switch one := all[code]; {
			case read.Kind == npsp.KindDossier:
				one.dossier = read.Dossier
			case !slices.Contains(one.steps, *read.Progress):
				one.steps = append(one.steps, *read.Progress)
			}
		}
	}
	for _, code := range order {
		if all[code].dossier == nil {
			continue // a step alone is no dossier
		}
		d, _ := npsp.DossierOf(all[code].dossier, all[code].steps)
		if _, err := byDossier.register.Dossier(d); err != nil {
			t.Fatal(err)
		}
	}
	if want, got := count(t, byMessage.register), count(t, byDossier.register); !want.Equal(got) {
		t.Error("dossiers count otherwise than their messages")
	}
	tally := count(t, byDossier.register)
	if diff := cmp.Diff(m.results(t), scored(t, tally, byDossier.tree, year, facts.ByUnit), exact); diff != "" {
		t.Errorf("(-achieved +counted):\n%.3000s", diff)
	}
}

// rows are all rows of a register.
func rows(g *facts.Register) []counting.Row {
	var all []counting.Row
	for id := range g.IDs() {
		_, all = g.Rows(id, all)
	}
	return all
}

// TestDossiersLikeTheirMessages: a dossier counts as what is told of it: its messages, and
// lines of what these do not carry. Told again as it went on, it counts as it is now.
func TestDossiersLikeTheirMessages(t *testing.T) {
	office, _ := workday.National().Office(workday.UsualHours())
	rapid.Check(t, func(r *rapid.T) {
		d := drawLife(r, office, 0)
		terms, _ := d.Terms(office, nil, nil)
		m, steps, _, err := npsp.MessagesOf(d, &terms)
		if err != nil {
			r.Fatal(err)
		}
		names := counting.NewNames()
		byMessage, byDossier := registerWith(t, names), registerWith(t, names)
		listen(t, byMessage, &m)
		for i := range steps {
			listen(t, byMessage, &steps[i])
		}
		stored := slices.ContainsFunc(d.Results, func(r dossier.Result) bool { return r.Stored })
		lines := []facts.Line{{Handling: &facts.Handling{Fact: facts.LineHandling, Dossier: d.Filing.Code, Unit: string(d.Competent.Unit), Stored: &stored, Assisted: &d.Filing.Assisted}}}
		for _, e := range d.Events {
			switch e.Action {
			case dossier.ActionRate:
				lines = append(lines, facts.Line{Rating: &facts.Rating{Fact: facts.LineRating, Dossier: d.Filing.Code, At: e.At, Disliked: !e.Rating.Satisfied, Complained: e.Rating.Complains}})
			case dossier.ActionComplain:
				lines = append(lines, facts.Line{Rating: &facts.Rating{Fact: facts.LineRating, Dossier: d.Filing.Code, At: e.At, Complained: true}})
			}
		}
		for i := range lines {
			if faults := byMessage.Take(&lines[i]); faults != nil {
				r.Fatal(faults)
			}
		}
		for n := 1; n <= len(d.Events); n++ {
			if _, err := byDossier.Dossier(dossier.Fold(d.Events[:n])); err != nil {
				r.Fatal(err)
			}
		}
		if diff := cmp.Diff(rows(byMessage), rows(byDossier)); diff != "" {
			r.Fatalf("%v\n%s", d.Events, diff)
		}
	})
}

// TestDossiersLikeTheirClock: a dossier in a register is on time at a cut exactly if the
// index's view of its own clock says so.
func TestDossiersLikeTheirClock(t *testing.T) {
	office, _ := workday.National().Office(workday.UsualHours())
	measures := indexOf(t).Definition().Measures
	onTime := measures[slices.IndexFunc(measures, func(m scoring.Measure) bool { return m.ID == "onTime" })]
	rapid.Check(t, func(r *rapid.T) {
		d := drawLife(r, office, time.Second) // of what is told of one second an end comes last
		if d.Received.IsZero() || len(d.Requests) > 1 {
			return // of several requests the register takes the first to be the one that moved the due date
		}
		terms, _ := d.Terms(office, nil, nil)
		ledger, faults := terms.Ledger(d.Entries)
		if err := faults.Err(); err != nil {
			return
		}
		g := registerWith(t, nil)
		id, err := g.Dossier(d)
		if err != nil {
			r.Fatal(err)
		}
		table, rows := g.Rows(id, nil)
		for range 5 {
			cut := d.Received.Add(time.Duration(rapid.IntRange(0, 900).Draw(r, "cut")) * time.Hour)
			i := slices.IndexFunc(rows, func(row counting.Row) bool { return row.Since <= cut.Unix() && cut.Unix() < row.Until })
			column := func(name string) motcua.Scalar { return g.Names().Value(&rows[i], table, name) }
			got := onTime.Where.Eval(column, motcua.TimeScalar(cut)) == motcua.True
			view := ledger.Index(cut)
			if view.Reason == dossier.IndexNoDue {
				continue // a due date that came later stands in the message as if it always had
			}
			if got != (view.Verdict == dossier.VerdictOnTime) {
				r.Fatalf("at %v on time %v, %+v\n%v\n%v", cut, got, view, d.Events, d.Entries)
			}
		}
	})
}

func registerWith(t testing.TB, names *counting.Names) *facts.Register {
	t.Helper()
	return registerUnder(t, nil, names)
}

func registerUnder(t testing.TB, rules *facts.Rules, names *counting.Names) *facts.Register {
	t.Helper()
	g, err := facts.NewRegister(&facts.Options{Rules: rules, Names: names})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// listen tells a register of a message as it is written.
func listen(t testing.TB, g *facts.Register, m interface{ AppendJSON([]byte) ([]byte, error) }) {
	t.Helper()
	line, err := m.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	var b npsp.Brief
	if err := npsp.ReadBrief(line, &b, nil).Err(); err != nil {
		t.Fatal(err)
	}
	g.Message(&b)
}

func TestDossierRefused(t *testing.T) {
	g := registerWith(t, nil)
	var draft *npsp.DraftError
	if _, err := g.Dossier(new(dossier.Dossier)); !errors.As(err, &draft) {
		t.Error(err)
	}
	filed := dossier.Fold([]dossier.Event{{Action: dossier.ActionSubmit, At: motcua.MustDate("2026-03-02").In(nil), To: dossier.StateRegistered, Details: dossier.Details{
		Filing: &dossier.Filing{Code: "1"}, Grant: &dossier.Grant{Profile: "no such"},
	}}})
	var faults motcua.Faults
	if _, err := g.Dossier(filed); !errors.As(err, &faults) || g.IDs() != 0 {
		t.Errorf("%v, %d ids", err, g.IDs())
	}
}

// TestForeignCodeFiledElsewhere: where the code does not tell the unit, where it was
// received does.
func TestForeignCodeFiledElsewhere(t *testing.T) {
	for _, competent := range []motcua.UnitCode{"H44.60", "H44.61"} {
		g := registerWith(t, nil)
		d := dossier.Fold([]dossier.Event{{Action: dossier.ActionSubmit, At: motcua.MustDate("2026-03-02").In(nil), To: dossier.StateRegistered, Details: dossier.Details{
			Filing: &dossier.Filing{Code: "Số 1", Reception: dossier.Place{Unit: "H44.60"}, Competent: dossier.Place{Unit: competent}},
		}}})
		id, err := g.Dossier(d)
		if err != nil {
			t.Fatal(err)
		}
		table, rows := g.Rows(id, nil)
		value := func(column string) string { return g.Names().Value(&rows[0], table, column).String() }
		if got, want := value("unit")+" "+value("elsewhere"), fmt.Sprintf("%q %v", competent, competent != "H44.60"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func BenchmarkDossier(b *testing.B) {
	m := npsp.Dossier{MaHoSo: "H44.60-260706-0001", MaTTHC: "1.004194", NgayTiepNhan: "20260706080000", NgayHenTra: "20260713080000", TrangThaiHoSo: "4"}
	d, _ := npsp.DossierOf(&m, nil)
	g := registerWith(b, nil)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := g.Dossier(d); err != nil {
			b.Fatal(err)
		}
	}
}
