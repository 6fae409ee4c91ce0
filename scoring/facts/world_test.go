package facts_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/synth"
)

// scale is the share of the dossiers of a world: MOTCUA_SCALE, or a hundredth.
func scale(t testing.TB) motcua.Decimal {
	text := os.Getenv("MOTCUA_SCALE")
	if text == "" {
		text = "0.01"
	}
	d, err := motcua.ParseDecimal(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// made is a world in memory.
type made struct {
	files    synth.Memory
	achieved []scoring.CountsLine
}

func generate(t testing.TB, world *synth.World, share motcua.Decimal, faults string) made {
	t.Helper()
	mix, err := synth.ParseFaultMix(faults)
	if err != nil {
		t.Fatal(err)
	}
	m := made{files: synth.Memory{}}
	if m.achieved, err = world.Generate(&synth.Options{Seed: 7, Scale: &share, Gzip: true, Faults: mix}, m.files); err != nil {
		t.Fatal(err)
	}
	return m
}

// dossierFiles are the names of the files of messages, re-sent ones last.
func (m *made) dossierFiles() []string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(m.files)), func(n string) bool { return !strings.HasPrefix(n, "dossiers") })
	slices.SortStableFunc(names, func(a, b string) int { return len(a) - len(b) })
	return names
}

func (m *made) messages(t testing.TB, name string) io.Reader {
	unzipped, err := gzip.NewReader(bytes.NewReader(m.files[name]))
	if err != nil {
		t.Fatal(err)
	}
	return unzipped
}

// told is a world a register was told of.
type told struct {
	register *facts.Register
	tree     *facts.Tree
	quality  npsp.Quality
}

// tell tells a register of all files but those of messages.
func (m *made) tell(t testing.TB) *told {
	t.Helper()
	register, err := facts.NewRegister(nil)
	if err != nil {
		t.Fatal(err)
	}
	register.Cover("dossier", true, facts.MessageColumns()...)
	w := &told{register: register}
	var units []facts.Unit
	for _, name := range []string{"units.jsonl", "procedures.jsonl", "petitions.jsonl", "ratings.jsonl", "reports.jsonl"} {
		faults, err := facts.ReadLines(bytes.NewReader(m.files[name]), func(l *facts.Line) error {
			if l.Unit != nil {
				units = append(units, *l.Unit)
			}
			return register.Take(l).Err()
		})
		if err != nil || faults != nil || len(m.files[name]) == 0 {
			t.Fatalf("%s: %v, %v", name, faults, err)
		}
	}
	var faults motcua.Faults
	if w.tree, faults = facts.NewTree(units); faults != nil {
		t.Fatal(faults)
	}
	return w
}

// stream tells a register of a file of messages.
func (w *told) stream(t testing.TB, r io.Reader) {
	quality, err := npsp.Stream(r, nil, func(b *npsp.Batch) error {
		for i := range b.Briefs {
			w.register.Message(&b.Briefs[i])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	w.quality.Add(quality)
}

func indexOf(t testing.TB) *scoring.Index {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		t.Fatal(err)
	}
	return index
}

var year = counting.Window{Period: mustPeriod("2026")}

func mustPeriod(s string) scoring.Period {
	p, err := scoring.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// scored are the results of a tally, as they are written.
func scored(t testing.TB, tally *counting.Tally, tree *facts.Tree, w counting.Window, by facts.By) []scoring.Scorecard {
	t.Helper()
	board, err := facts.NewBoard(indexOf(t), tally.Plan(), tree)
	if err != nil {
		t.Fatal(err)
	}
	counts, err := board.Counts(tally, w, by)
	if err != nil {
		t.Fatal(err)
	}
	return cards(t, counts)
}

func cards(t testing.TB, counts []scoring.Counts) []scoring.Scorecard {
	t.Helper()
	results, faults := indexOf(t).Score(counts)
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	var out []scoring.Scorecard
	for i := range results {
		out = append(out, results[i].Scorecard())
	}
	return out
}

// achieved are the results of the counts that the world says it has.
func (m *made) results(t testing.TB) []scoring.Scorecard {
	counts, faults := indexOf(t).ReadCounts(bytes.NewReader(m.files["counts.achieved.jsonl"]))
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	return cards(t, counts)
}

var exact = cmp.Options{
	cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b }),
	cmp.Comparer(func(a, b scoring.Period) bool { return a == b }),
}

// TestPhuTho: the score of the messages is the score of the counts the world says
// it has, node by node and unit by unit, whatever went wrong on the way, in one
// pass and in eight parts.
func TestPhuTho(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	share := scale(t)
	for _, faults := range []string{"", "duplicates=0.05,corrections=0.05,late=0.05,malformed=0.002,resent=3"} {
		if faults == "" && share.Cmp(motcua.MustDecimal("1")) == 0 {
			continue // the other one goes the same ways, and each takes its time
		}
		m := generate(t, synth.PhuTho2026(), share, faults)
		want := m.results(t)
		if len(want) < 100 {
			t.Fatalf("only %d units", len(want))
		}
		w := m.tell(t)
		for _, name := range m.dossierFiles() {
			w.stream(t, m.messages(t, name))
		}
		if (w.quality.Total.Refused > 0) != (faults != "") || w.quality.Total.Messages < 5000 {
			t.Errorf("faults %q: %+v", faults, w.quality.Total)
		}
		tally := count(t, w.register)
		if diff := cmp.Diff(want, scored(t, tally, w.tree, year, facts.ByUnit), exact); diff != "" {
			t.Errorf("faults %q, in one pass (-achieved +counted):\n%.3000s", faults, diff)
		}
		if diff := cmp.Diff(want, scored(t, inParts(t, w), w.tree, year, facts.ByUnit), exact); diff != "" {
			t.Errorf("faults %q, in eight parts (-achieved +counted):\n%.3000s", faults, diff)
		}
		if n := w.register.Notes(); n.Orphans+n.OutOfOrder+n.OutOfRange+n.EndTimeMissing != 0 || n.Dossiers < 5000 {
			t.Errorf("faults %q: %+v", faults, n)
		}
	}
}

// inParts counts a world in eight tallies, each by names of its own, writes them,
// reads them and merges them, in a drawn order.
func inParts(t *testing.T, w *told) *counting.Tally {
	whole := count(t, w.register)
	plan, basis := whole.Plan(), whole.Basis()
	parts := make([]*counting.Tally, 8)
	for i := range parts {
		parts[i] = plan.New(w.register.Names(), basis)
	}
	for id := range w.register.IDs() {
		table, rows := w.register.Rows(id, nil)
		for i := range rows {
			if err := parts[id*7919%8].Add(table, &rows[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	w.register.Covered(func(table string, known bool, column string) { parts[3].Supply(table, known, column) })
	rand.New(rand.NewPCG(1, 2)).Shuffle(8, func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	merged := plan.New(counting.NewNames(), basis)
	for _, part := range parts {
		data, err := part.AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		read, err := plan.ReadTally(data, basis)
		if err != nil {
			t.Fatal(err)
		}
		if err := merged.Merge(read); err != nil {
			t.Fatal(err)
		}
	}
	if !merged.Equal(whole) {
		t.Error("the parts are not the whole")
	}
	return merged
}
