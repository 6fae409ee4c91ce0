package dossier_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier"
)

// TestLifeReport: the committed report is what the rows say now.
func TestLifeReport(t *testing.T) {
	committed, err := os.ReadFile("life.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := func(s string) []string { return strings.Split(s, "\n") }
	if diff := cmp.Diff(lines(string(committed)), lines(dossier.LifeReport())); diff != "" {
		t.Errorf("life.md is stale, run go generate (-committed +now):\n%s", diff)
	}
}

func ExampleLifeReport() {
	for line := range strings.Lines(dossier.LifeReport()) {
		if strings.HasPrefix(line, "| processing | finish |") {
			fmt.Print(line)
		}
	}
	// Output:
	// | processing | finish | handler, leader | resultKnown, childrenEnded | finished | 4 → 9 | ended | a step that all systems of the portal have (practice) |
}
