package sample_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/sample"
	"golang.org/x/text/unicode/norm"
)

// record is what the test reads of a record of the portal.
type record struct {
	Code     string `json:"ma_thu_tuc"`
	Name     string `json:"ten_thu_tuc"`
	Field    string `json:"linh_vuc"`
	Decision string `json:"so_quyet_dinh"`
	Results  string `json:"ket_qua_xu_ly"`
}

// plain is a text in NFC with single spaces, as the sample writes texts.
func plain(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

// records reads the real records by code, and skips the test when they are not there.
func records(t *testing.T) map[motcua.ProcedureCode]record {
	t.Helper()
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "procedures", "procedures.jsonl.gz"))
	if err != nil {
		t.Skipf("SKIPPED, set MOTCUA_DATA to the real data: %v", err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	found := map[motcua.ProcedureCode]record{}
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		found[motcua.ProcedureCode(r.Code)] = r
	}
	if err := lines.Err(); err != nil || len(found) == 0 {
		t.Fatalf("%d records, %v", len(found), err)
	}
	return found
}

// elsewhere are the fields whose procedures are not among the real records: their
// ministries are not.
var elsewhere = map[string]bool{
	"Đất đai": true, "Việc làm": true,
	"Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)": true,
	"Thành lập và hoạt động của doanh nghiệp":             true,
}

// TestAgainstTheRecords holds code, name, field, decision and the codes of results to
// the records of the portal.
func TestAgainstTheRecords(t *testing.T) {
	real := records(t)
	seen := 0
	for p := range sample.Catalog().Versions() {
		r, ok := real[p.Code.National()]
		switch {
		case !ok && !elsewhere[p.Field.Name]:
			t.Errorf("%s %q is not among the records", p.Code, p.Name.Vi)
		case !ok:
		case p.Name.Vi != plain(r.Name):
			t.Errorf("%s is called\n%q, the record says\n%q", p.Code, p.Name.Vi, plain(r.Name))
		case p.Field.Name != plain(r.Field):
			t.Errorf("%s is of the field %q, the record says %q", p.Code, p.Field.Name, plain(r.Field))
		default:
			seen++
		}
		for _, d := range p.Decisions {
			if ok && d.Number != r.Decision && d.Unit.Root()[0] == 'G' {
				t.Errorf("%s was announced by %s, the record says %s", p.Code, d.Number, r.Decision)
			}
		}
		for _, x := range p.Results {
			if ok && x.Code != "" && !strings.Contains(r.Results, "Mã: "+x.Code.String()) {
				t.Errorf("%s gives %s, which the record has not", p.Code, x.Code)
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d versions are of a record", seen)
	}
}
