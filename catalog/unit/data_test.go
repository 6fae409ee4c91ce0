package unit_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

var update = flag.Bool("update", false, "rewrite units.json and testdata/real.txt")

// real opens a file of the divisions, and skips the test when the data are not there.
func real(t testing.TB, name string) io.Reader {
	t.Helper()
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	data, err := os.ReadFile(filepath.Join(dir, "divisions", name))
	if err != nil {
		t.Skipf("SKIPPED, set MOTCUA_DATA to the real data: %v", err)
	}
	var r io.Reader = bytes.NewReader(data)
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(r); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

const (
	provinceFile   = "provinces_34_2026-07-25.csv"
	communeFile    = "communes_3321_2026-07-25.csv"
	provinceMap    = "province_map_63_to_34.csv"
	communeMap     = "commune_map_old_to_new_20250701.csv.gz"
	agencyFile     = "agency_codes_34_provinces.csv"
	reading        = "%s: %d units, %d successions\n"
	realGolden     = "testdata/real.txt"
	dayOfTheLists  = "2026-07-25"
	dayOfTheMerger = "2025-07-01"
)

type reader = func(io.Reader, *unit.Register, *unit.Options) (unit.Rows, motcua.Faults)

// laid is the shipped register with every file laid over it, and the account of it.
func laid(t testing.TB) (*unit.Register, string) {
	t.Helper()
	register, report := unit.Standard(), new(strings.Builder)
	for _, f := range []struct {
		name string
		read reader
	}{
		{provinceFile, unit.ReadProvinces},
		{provinceMap, unit.ReadProvinceMap},
		{agencyFile, unit.ReadAgencyCodes},
		{communeFile, unit.ReadCommunes},
		{communeMap, unit.ReadCommuneMap},
	} {
		rows, faults := f.read(real(t, f.name), register, nil)
		fmt.Fprintf(report, reading, f.name, len(rows.Units), len(rows.Successions))
		for _, fault := range faults {
			fmt.Fprintln(report, "  "+fault.Error())
		}
		next, faults := register.With(rows)
		for _, fault := range faults {
			fmt.Fprintln(report, "  laid over: "+fault.Error())
		}
		if next == nil {
			t.Fatalf("%s\n%v", report, faults)
		}
		register = next
	}
	return register, report.String()
}

// TestRealData lays the public lists over what is shipped and resolves every old
// commune. Two codes of the table of the merger are not in the list of communes
// (06970 and 23737), and one row leads to another province; both are told and neither
// is mended. The golden file holds the account.
func TestRealData(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	register, report := laid(t)
	out := new(strings.Builder)
	out.WriteString(report)
	day, before := motcua.MustDate(dayOfTheLists), motcua.MustDate(dayOfTheMerger).AddDays(-1)
	rows, err := csv.NewReader(real(t, communeMap)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, used := range []motcua.Date{before, 0} {
		byRow, byCode := map[string]int{}, map[string]int{}
		seen := map[string]bool{}
		for _, row := range rows[1:] {
			key := outcome(t, register, row[2], day, used)
			byRow[key]++
			if !seen[row[2]] {
				byCode[key]++
			}
			seen[row[2]] = true
		}
		fmt.Fprintf(out, "used on %v: rows %v, codes %v\n", used, byRow, byCode)
	}
	provinces, communes := register.Units(unit.Province, day), register.Units(unit.Commune, day)
	fmt.Fprintf(out, "on %v: %d provinces, %d communes\n", day, len(provinces), len(communes))
	for _, u := range communes {
		if p, ok := register.Province(u.ID); !ok || !p.Validity.Contains(day) {
			t.Errorf("%s lies in no province", u.ID)
		}
	}
	golden(t, realGolden, out.String())
}

// TestRealCodes: every agency code of the list resolves to the province of its
// statistical code, in both orders and by the portal's identifier, and every province
// has as many communes as its list says.
func TestRealCodes(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	register, _ := laid(t)
	at := motcua.MustDate(dayOfTheLists)
	rows, err := csv.NewReader(real(t, agencyFile)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		want, _ := register.Find(unit.SchemeStatistical, row[3], at)
		for _, code := range []string{row[0], motcua.UnitCode(row[0]).Legacy(), "agency:" + row[0], "gso:" + row[3], row[2]} {
			res, err := register.Resolve(code, at, 0)
			if err != nil || !res.Certain() || res.Targets[0].Unit != want {
				t.Errorf("%s: %s, %v", code, told(&res), err)
			}
		}
	}
	if rows, err = csv.NewReader(real(t, provinceFile)).ReadAll(); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		p, _ := register.Find(unit.SchemeStatistical, row[0], at)
		if n := fmt.Sprint(len(register.Children(p.ID, at))); n != row[6] {
			t.Errorf("%s has %s communes, the list says %s", p.Name.Vi, n, row[6])
		}
	}
}

// outcome resolves an old code and names what came of it.
func outcome(t *testing.T, register *unit.Register, code string, day, used motcua.Date) string {
	t.Helper()
	res, err := register.Resolve(code, day, used)
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range res.Targets {
		if !target.Unit.Validity.Contains(day) {
			t.Errorf("%s leads to %v, which is not in force", code, target)
		}
	}
	if used != 0 && !res.Unit.Validity.Contains(used) {
		t.Errorf("%s of %v is taken for that of %s", code, used, res.Unit.ID)
	}
	if res.Disputed {
		return res.Outcome.String() + ", disputed"
	}
	return res.Outcome.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(filepath.FromSlash(name), []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
