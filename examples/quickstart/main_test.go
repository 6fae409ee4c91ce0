package main

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden file the README shows")

// The tour prints what the README shows.
func TestTour(t *testing.T) {
	const golden = "testdata/board.txt"
	var out bytes.Buffer
	if err := tour(&out); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("go test ./examples/quickstart ./internal/repotest -update rewrites it (-want +got):\n%s", diff)
	}
}
