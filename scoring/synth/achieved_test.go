package synth_test

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/synth"
)

// scale is the share of the dossiers that tests make: MOTCUA_SCALE, 0.01 by default.
func scale(t testing.TB) *motcua.Decimal {
	t.Helper()
	text := os.Getenv("MOTCUA_SCALE")
	if text == "" {
		text = "0.01"
	}
	return decimalOf(t, text)
}

// someFaults are all faults, more than there would be.
func someFaults(t *testing.T) synth.FaultMix {
	t.Helper()
	m, err := synth.ParseFaultMix("duplicates=0.05,corrections=0.08,late=0.06,malformed=0.02,resent=2")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// scan reads files back, messages first as they were sent, then sent again.
func scan(t *testing.T, w *synth.World, files synth.Memory) (*naive, []npsp.Quality) {
	t.Helper()
	n := newNaive(t, w)
	var qualities []npsp.Quality
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch {
		case strings.HasPrefix(name, "dossiers"):
			quality, err := n.readMessages(bytes.NewReader(files[name]))
			n.check(err)
			qualities = append(qualities, quality)
		case strings.HasPrefix(name, "counts"), strings.HasPrefix(name, "faults"):
		case name == "procedures.jsonl":
			n.readProcedures(files[name])
		default:
			n.readLines(files[name])
		}
	}
	return n, qualities
}

// compare holds the achieved counts to the scan's, leaf by leaf.
func compare(t *testing.T, lines []scoring.CountsLine, n *naive) {
	t.Helper()
	for _, problem := range differences(lines, n) {
		t.Error(problem)
	}
}

// differences says where the achieved counts are not the scan's.
func differences(lines []scoring.CountsLine, n *naive) []string {
	var out []string
	got := n.count()
	for _, line := range lines {
		f := got[line.Unit]
		if f == nil {
			out = append(out, "nothing was read of "+line.Unit)
			continue
		}
		for leaf, want := range line.Indicators {
			names := naiveLeaves[leaf]
			num, den := f.get(names[0]), f.get(names[1])
			switch {
			case want == nil:
				if leaf == "4.6" && num != 0 {
					out = append(out, fmt.Sprintf("%s %s: %d, want unknown", line.Unit, leaf, num))
				}
			case num != *want.Num || den != *want.Den:
				out = append(out, fmt.Sprintf("%s %s: read back %d/%d, achieved %d/%d", line.Unit, leaf, num, den, *want.Num, *want.Den))
			}
		}
	}
	return out
}

// TestAchieved reads every world back, with and without faults, and counts it by hand.
func TestAchieved(t *testing.T) {
	for _, w := range []*synth.World{synth.Small(), synth.PhuTho2026()} {
		if testing.Short() && w.Name() != "small" {
			continue // no race to find that the small one has not
		}
		for _, faults := range []synth.FaultMix{{}, someFaults(t)} {
			t.Run(w.Name()+"/"+faults.String(), func(t *testing.T) {
				o := &synth.Options{Seed: 7, Faults: faults}
				if w.Name() != "small" {
					o.Scale = scale(t)
				}
				files := synth.Memory{}
				lines, err := w.Generate(o, files)
				if err != nil {
					t.Fatal(err)
				}
				n, qualities := scan(t, w, files)
				compare(t, lines, n)
				planted := map[string]int64{}
				for line := range bytes.Lines(files["faults.planted.jsonl"]) {
					var l naiveLine
					n.check(unmarshal(line, &l))
					planted[l.Unit]++
					planted["all"]++
				}
				if refused := qualities[0].Total.Refused; refused != planted["all"] || (refused > 0) != (faults != synth.FaultMix{}) {
					t.Errorf("%d lines were refused, %d planted", refused, planted["all"])
				}
				for _, q := range qualities[1:] {
					if q.Total.Refused > 0 || q.Total.Messages == 0 {
						t.Errorf("a file sent again: %+v", q.Total)
					}
				}
			})
		}
	}
}

// TestWhole makes and counts the whole of phutho-2026, with faults, as it streams by.
func TestWhole(t *testing.T) {
	if testing.Short() || os.Getenv("MOTCUA_SCALE") != "" && scale(t).Cmp(motcua.MustDecimal("1")) < 0 {
		t.Skip("the whole takes some seconds")
	}
	w := synth.PhuTho2026()
	sink := &streaming{files: synth.Memory{}, n: newNaive(t, w), done: make(chan npsp.Quality, 1)}
	lines, err := w.Generate(&synth.Options{Seed: 2026, Faults: synth.FaultMix{Corrections: motcua.MustDecimal("0.01")}}, sink)
	if err != nil {
		t.Fatal(err)
	}
	if q := <-sink.done; q.Total.Refused != 0 || q.Total.Dossiers < 597918 {
		t.Errorf("%+v", q.Total)
	}
	for name, data := range sink.files {
		if !strings.HasPrefix(name, "counts") {
			sink.n.readLines(data)
		}
	}
	compare(t, lines, sink.n)
	for leaf, want := range w.Targets()[0].Indicators {
		if got := lines[0].Indicators[leaf]; want != nil && (*got.Num != *want.Num || *got.Den != *want.Den) {
			t.Errorf("%s: %d/%d, want %d/%d", leaf, *got.Num, *got.Den, *want.Num, *want.Den)
		}
	}
}

// streaming reads messages while they are written, and keeps the other files.
type streaming struct {
	files synth.Memory
	n     *naive
	done  chan npsp.Quality
}

func (s *streaming) Create(name string) (io.WriteCloser, error) {
	if name != "dossiers.jsonl" {
		return s.files.Create(name)
	}
	r, w := io.Pipe()
	go func() {
		quality, err := s.n.readMessages(r)
		r.CloseWithError(err) // or else the writer would wait
		s.done <- quality
	}()
	return w, nil
}
