package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/motcua/motcua/scoring/synth"
)

// TestSample: the sample is a small world of package synth, with some of what goes
// wrong on the way. Its bytes are compared unzipped, since gzip may differ.
func TestSample(t *testing.T) {
	mix, err := synth.ParseFaultMix("duplicates=0.01,corrections=0.02,late=0.01,malformed=0.002")
	if err != nil {
		t.Fatal(err)
	}
	files := synth.Memory{}
	if _, err := synth.Small().Generate(&synth.Options{Seed: 2026, Faults: mix}, files); err != nil {
		t.Fatal(err)
	}
	delete(files, "counts.achieved.jsonl")
	delete(files, "faults.planted.jsonl")
	if len(files) != 6 {
		t.Fatalf("%d files", len(files))
	}
	for name, want := range files {
		file := "sample/" + name + ".gz"
		if *update {
			var packed bytes.Buffer
			z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
			z.Write(want)
			z.Close()
			if err := os.WriteFile(file, packed.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		packed, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(z)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the small world of package synth (%v); -update writes it", strings.TrimSuffix(file, ".gz"), err)
		}
	}
}
