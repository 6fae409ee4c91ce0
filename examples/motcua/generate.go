package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring/synth"
)

var generateCommand = command{
	name:  "generate",
	args:  "--world phutho-2026 | --counts FILE  --out DIR [--seed N] [--scale X] [--faults MIX]",
	short: "write a synthetic world of messages whose score is known",
	long: `
Writes synthetic messages and lines of facts into a directory: dossiers.jsonl.gz,
procedures.jsonl, petitions.jsonl, ratings.jsonl, reports.jsonl and units.jsonl, and
beside them counts.achieved.jsonl, what they count to in the year 2026 at its end.
Scoring the messages gives the score of those counts, node by node. Nobody in them
exists.

A world is one of those that are shipped, phutho-2026 (597,918 dossiers, from the
published counts of Phú Thọ and the edits that make one world of them) and small, or
what --counts states: units without units below get dossiers that count to it.
Counts that no world can have are refused with pointers. Where they say nothing of
dossiers, procedures, petitions, ratings or reports, the file of these is not written;
units.jsonl and counts.achieved.jsonl always are.

--scale 0.01 makes a hundredth of the dossiers; procedures and petitions do not
scale. --faults puts in what goes wrong on the way and must change nothing:
duplicates=0.01,corrections=0.02,late=0.01,malformed=0.001,resent=2 (resent files are
dossiers.resent-N.jsonl.gz; the malformed lines are listed in faults.planted.jsonl).

Files of these names that an earlier run left in the directory, and that this one does
not write, are removed.`,
	run: runGenerate,
}

func runGenerate(s *session) error {
	var r rules
	r.registerDefinition(s)
	world := s.flags.String("world", "", "`NAME` of a shipped world: phutho-2026 or small")
	counts := s.flags.String("counts", "", "`FILE` of counts that the world is to have")
	out := s.flags.String("out", "", "`DIR` that is written to")
	seed := s.flags.Uint64("seed", 1, "`N`; the same seed writes the same bytes")
	scale := s.flags.String("scale", "1", "`X`, the share of the dossiers")
	mix := s.flags.String("faults", "", "`MIX` of faults")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if *out == "" || (*world == "") == (*counts == "") {
		return usagef("--out and one of --world and --counts are needed")
	}
	o := synth.Options{Seed: *seed, Gzip: true}
	share, err := motcua.ParseDecimal(*scale)
	if err != nil {
		return usagef("--scale: %v", err)
	}
	o.Scale = &share
	if o.Faults, err = synth.ParseFaultMix(*mix); err != nil {
		return usagef("--faults: %v", err)
	}
	w, err := s.world(&r, *world, *counts)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	sink := &freshFiles{Directory: synth.Directory(*out), written: map[string]bool{}}
	lines, err := w.Generate(&o, sink)
	var faults motcua.Faults
	if errors.As(err, &faults) {
		s.report("--faults, --scale", faults)
		return errReported
	}
	if err != nil {
		return err
	}
	if err := sink.sweep(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s: %d units, counts in counts.achieved.jsonl\n", *out, len(lines))
	return err
}

// freshFiles is a directory that remembers what was written to it.
type freshFiles struct {
	synth.Directory
	written map[string]bool
}

// Create creates a file in the directory.
func (f *freshFiles) Create(name string) (io.WriteCloser, error) {
	f.written[name] = true
	return f.Directory.Create(name)
}

// generatedNames are the patterns of the names of files that not every run writes.
var generatedNames = []string{
	"dossiers.resent-*.jsonl.gz", "faults.planted.jsonl", "dossiers.jsonl.gz",
	"procedures.jsonl", "petitions.jsonl", "ratings.jsonl", "reports.jsonl", "units.jsonl",
}

// sweep removes what an earlier run left and this one did not write.
func (f *freshFiles) sweep() error {
	entries, err := os.ReadDir(string(f.Directory))
	for _, e := range entries {
		for _, pattern := range generatedNames {
			if ok, bad := filepath.Match(pattern, e.Name()); ok && bad == nil && !f.written[e.Name()] {
				err = errors.Join(err, removed(filepath.Join(string(f.Directory), e.Name())))
			}
		}
	}
	return err
}

// world finds a shipped world, or makes one of counts.
func (s *session) world(r *rules, name, counts string) (*synth.World, error) {
	if counts == "" {
		var known []string
		for _, w := range []*synth.World{synth.PhuTho2026(), synth.Small()} {
			if w.Name() == name {
				return w, nil
			}
			known = append(known, w.Name())
		}
		return nil, usagef("--world %q is none of %s", name, strings.Join(known, ", "))
	}
	index, files, err := r.load(s, false, counts)
	if err != nil {
		return nil, err
	}
	w, faults := synth.FromCounts(index, files[0])
	s.report(counts, faults)
	if faults.Err() != nil {
		return nil, errReported
	}
	return w, nil
}
