package facts_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/synth"
)

// BenchmarkEndToEnd goes from a file of messages to the scores of all units, beside
// the mere reading of the file.
func BenchmarkEndToEnd(b *testing.B) {
	m := generate(b, synth.PhuTho2026(), scale(b), "")
	text, err := io.ReadAll(m.messages(b, m.dossierFiles()[0]))
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(b.TempDir(), "dossiers.jsonl")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		b.Fatal(err)
	}
	open := func() *os.File {
		f, err := os.Open(file)
		if err != nil {
			b.Fatal(err)
		}
		return f
	}
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			f := open()
			io.Copy(io.Discard, struct{ io.Reader }{f})
			f.Close()
		}
	})
	b.Run("score", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		dossiers := int64(0)
		for b.Loop() {
			b.StopTimer()
			w := m.tell(b) // some 26 MB of procedures of the whole year, whatever the scale
			b.StartTimer()
			f := open()
			w.stream(b, f)
			f.Close()
			scored(b, count(b, w.register), w.tree, year, facts.ByUnit)
			dossiers += w.quality.Total.Dossiers
		}
		b.ReportMetric(float64(dossiers)/b.Elapsed().Seconds(), "dossiers/s")
	})
}

// briefs are the messages of a small world, kept.
func briefs(b *testing.B) []npsp.Brief {
	m := generate(b, synth.Small(), motcua.MustDecimal("1"), "")
	var kept []npsp.Brief
	if _, err := npsp.Stream(m.messages(b, m.dossierFiles()[0]), nil, func(batch *npsp.Batch) error {
		for _, brief := range batch.Briefs {
			brief.Dossier, brief.Procedure, brief.Field = append([]byte(nil), brief.Dossier...), append([]byte(nil), brief.Procedure...), append([]byte(nil), brief.Field...)
			brief.Supplements = append([]npsp.Supplement(nil), brief.Supplements...)
			kept = append(kept, brief)
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	return kept
}

// BenchmarkRegister takes in messages that are known already, and projects them.
func BenchmarkRegister(b *testing.B) {
	list := briefs(b)
	register, err := facts.NewRegister(nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("message", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			register.Message(&list[i%len(list)])
			i++
		}
	})
	b.Run("rows", func(b *testing.B) {
		b.ReportAllocs()
		var rows []counting.Row
		i := 0
		for b.Loop() {
			_, rows = register.Rows(i%register.IDs(), rows[:0])
			i++
		}
	})
}

// BenchmarkUpsert goes from a message to moved live figures.
func BenchmarkUpsert(b *testing.B) {
	list := briefs(b)
	register, err := facts.NewRegister(nil)
	if err != nil {
		b.Fatal(err)
	}
	live := count(b, register).Plan().Live(register.Names(), counting.Basis(register.Basis()), year.Cut())
	var rows []counting.Row
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		id, _ := register.Message(&list[i%len(list)])
		var table counting.Table
		table, rows = register.Rows(id, rows[:0])
		if err := live.Put(id, table, rows...); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

// BenchmarkMemory tells what a dossier costs: in a register, in a tally, and in live
// figures beside it. Twenty million dossiers take twenty million times as much.
func BenchmarkMemory(b *testing.B) {
	list := briefs(b)
	const dossiers = 300_000
	for b.Loop() {
		before := heap()
		register, err := facts.NewRegister(nil)
		if err != nil {
			b.Fatal(err)
		}
		for i := range dossiers {
			m := list[i%len(list)]
			if m.Kind != npsp.KindDossier {
				continue
			}
			m.Dossier = fmt.Appendf(nil, "000.%02d.%02d.H44-26%02d%02d-%04d", i/100%100, i%100, 1+i%12, 1+i%28, i/10000)
			register.Message(&m)
		}
		n := float64(register.IDs() / 2)
		told := heap()
		tally := count(b, register)
		counted := heap()
		live := tally.Plan().Live(register.Names(), tally.Basis(), year.Cut().AddDate(0, -6, 0))
		for id := range register.IDs() {
			table, rows := register.Rows(id, nil)
			if err := live.Put(id, table, rows...); err != nil {
				b.Fatal(err)
			}
		}
		lived := heap()
		b.ReportMetric(float64(told-before)/n, "register-B/dossier")
		b.ReportMetric(float64(counted-told)/n, "tally-B/dossier")
		b.ReportMetric(float64(lived-counted)/n, "live-B/dossier")
		runtime.KeepAlive(register)
		runtime.KeepAlive(tally)
		runtime.KeepAlive(live)
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
