package search_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/search"
)

// record is what the tests read of a procedure of the real data, whose fields are
// flattened page text.
type record struct {
	Code     motcua.ProcedureCode `json:"ma_thu_tuc"`
	Name     string               `json:"ten_thu_tuc"`
	Field    string               `json:"linh_vuc"`
	Levels   string               `json:"cap_thuc_hien"`
	Subjects string               `json:"doi_tuong_thuc_hien"`
	Body     string               `json:"co_quan_thuc_hien"`
	Papers   string               `json:"thanh_phan_ho_so"`
	Results  string               `json:"ket_qua_xu_ly"`
}

var readRecords = sync.OnceValues(func() ([]record, error) {
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "procedures", "procedures.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var list []record
	for d := json.NewDecoder(bufio.NewReader(r)); d.More(); {
		var rec record
		if err := d.Decode(&rec); err != nil {
			return nil, err
		}
		list = append(list, rec)
	}
	return list, nil
})

// entry makes an entry of a record, as an import of the page text would.
func (r record) entry() search.Entry {
	return search.Entry{
		Code: r.Code, Name: r.Name, Keywords: []string{r.Field}, Text: []string{r.Papers, r.Results},
		Facets: map[string][]string{
			"field": {r.Field}, "level": strings.Split(r.Levels, ", "), "body": {r.Body},
			"subject": strings.Split(r.Subjects, ", "),
		},
	}
}

// realEntries reads the real procedures, or skips the test.
func realEntries(t testing.TB) []search.Entry {
	t.Helper()
	records, err := readRecords()
	if err != nil {
		t.Skipf("SKIPPED, set MOTCUA_DATA to the real data: %v", err)
	}
	list := make([]search.Entry, len(records))
	for i, r := range records {
		list[i] = r.entry()
	}
	return list
}

// newIndex makes an index that must succeed.
func newIndex(t testing.TB, entries []search.Entry) *search.Index {
	t.Helper()
	x, err := search.New(entries, nil)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

var realIndex = sync.OnceValue(func() *search.Index {
	records, err := readRecords()
	if err != nil {
		return nil
	}
	var list []search.Entry
	for _, r := range records {
		list = append(list, r.entry())
	}
	x, err := search.New(list, nil)
	if err != nil {
		return nil
	}
	return x
})

// overReal returns the index of the real procedures, or skips the test.
func overReal(t testing.TB) *search.Index {
	t.Helper()
	if x := realIndex(); x != nil {
		return x
	}
	_, err := readRecords()
	t.Skipf("SKIPPED, set MOTCUA_DATA to the real data: %v", err)
	return nil
}
