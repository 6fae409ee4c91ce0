package catalog_test

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/intake"
)

// TestCheckReal: of the real records as they are imported nothing is an error but papers
// that stand twice in a record; what is warned of is logged.
func TestCheckReal(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "procedures", "procedures.jsonl.gz"))
	if err != nil {
		t.Skipf("SKIPPED, set MOTCUA_DATA to the real data: %v", err)
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var versions []catalog.Procedure
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		p, _, faults := intake.ParsePage(lines.Bytes(), nil)
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		versions = append(versions, p)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	warnings := map[string]int{}
	for _, f := range catalog.Check(versions) {
		switch {
		case f.Severity == motcua.SeverityWarning:
			warnings[f.Code]++
		case f.Code != "CAT-PRO-10":
			t.Error(f)
		}
	}
	t.Logf("%d records, warnings: %v", len(versions), warnings)
}
