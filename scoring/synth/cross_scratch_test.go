package synth_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/synth"
)

func TestCross(t *testing.T) {
	for _, w := range []*synth.World{synth.Small(), synth.PhuTho2026()} {
		o := &synth.Options{Seed: 7, Faults: someFaults(t)}
		if w.Name() != "small" {
			o.Scale = scale(t)
		}
		files := synth.Memory{}
		lines, err := w.Generate(o, files)
		if err != nil {
			t.Fatal(err)
		}
		g, err := facts.NewRegister(nil)
		if err != nil {
			t.Fatal(err)
		}
		var units []facts.Unit
		for name, data := range files {
			if strings.HasPrefix(name, "counts") || strings.HasPrefix(name, "faults") {
				continue
			}
			if strings.HasPrefix(name, "dossiers") {
				q, err := npsp.Stream(bytes.NewReader(data), nil, func(b *npsp.Batch) error {
					for i := range b.Briefs {
						g.Message(&b.Briefs[i])
					}
					return nil
				})
				t.Log(name, q.Total, q.Codes, err)
				continue
			}
			fs, err := facts.ReadLines(bytes.NewReader(data), func(l *facts.Line) error {
				if l.Unit != nil {
					units = append(units, *l.Unit)
				}
				return g.Take(l).Err()
			})
			if err != nil || len(fs) > 0 {
				t.Error(name, fs, err)
			}
		}
		g.Cover("dossier", true, facts.MessageColumns()...)
		index, _ := scoring.Standard().Lookup("vn.766", "portal-2026")
		plan, err := counting.Compile(index.Definition().Measures)
		if err != nil {
			t.Fatal(err)
		}
		tally := plan.New(g.Names(), counting.Basis(g.Basis()))
		g.Covered(func(table string, known bool, column string) {
			if err := tally.Supply(table, known, column); err != nil { t.Fatal(err) }
		})
		var rows []counting.Row
		for id := range g.IDs() {
			var tb counting.Table
			tb, rows = g.Rows(id, rows[:0])
			for i := range rows {
				if err := tally.Add(tb, &rows[i]); err != nil {
					t.Fatal(err)
				}
			}
		}
		t.Log("missing ends", g.EndTimeMissing, "out of order", g.OutOfOrder, "orphans", g.Orphans())
		tree, fs := facts.NewTree(units)
		if fs.Err() != nil {
			t.Fatal(fs)
		}
		board, err := facts.NewBoard(index, plan, tree)
		if err != nil {
			t.Fatal(err)
		}
		counts, err := board.Counts(tally, counting.Window{Period: w.Period()}, facts.ByUnit)
		if err != nil {
			t.Fatal(err)
		}
		bad := 0
		byUnit := map[string]scoring.CountsLine{}
		for _, l := range lines {
			byUnit[l.Unit] = l
		}
		t.Log(len(counts), len(lines))
		for _, c := range counts {
			want := byUnit[c.Unit].Indicators
			for i, id := range index.Leaves() {
				ind, ok := want[id]
				v := c.Values[i]
				good := false
				switch {
				case !ok:
					good = v.Answer == scoring.NotAsked
				case ind == nil:
					good = v.Answer == scoring.Unknown
				default:
					good = v.Answer == scoring.Known && v.Num == *ind.Num && v.Den == *ind.Den
				}
				if !good {
					bad++
					if bad < 30 {
						if ind != nil {
							t.Errorf("%s %s: got %+v want %d/%d", c.Unit, id, v, *ind.Num, *ind.Den)
						} else {
							t.Errorf("%s %s: got %+v want %v %v", c.Unit, id, v, ok, ind)
						}
					}
				}
			}
		}
		t.Log("bad", bad)
	}
}
