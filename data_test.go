package motcua_test

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/motcua/motcua"
)

// firstColumn reads the first column of a CSV file of the real data, without its
// head, and skips the test when the data are not there.
func firstColumn(t *testing.T, name string) []string {
	t.Helper()
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Skipf("SKIPPED, set MOTCUA_DATA to the real data: %v", err)
	}
	t.Cleanup(func() { f.Close() })
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	var column []string
	for _, row := range rows[1:] {
		column = append(column, row[0])
	}
	return column
}

func TestRealUnitCodes(t *testing.T) {
	for _, code := range firstColumn(t, "divisions/agency_codes_34_provinces.csv") {
		if u, err := motcua.ParseUnit(code); err != nil || u.String() != code {
			t.Errorf("%q is read as %q, %v", code, u, err)
		}
	}
}

func TestRealProcedureCodes(t *testing.T) {
	for _, code := range firstColumn(t, "procedures/channels.csv.gz") {
		if p, err := motcua.ParseProcedure(code); err != nil || p.National() != p {
			t.Errorf("%q is read as %q, %v", code, p, err)
		}
	}
}
