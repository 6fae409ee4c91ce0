package catalog_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// realProcedures puts the texts of the real records into procedures, piece by piece,
// without understanding them: what matters here is how long they are and what
// characters stand in them. It skips when the data are not there.
func realProcedures(tb testing.TB) []catalog.Procedure {
	tb.Helper()
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "procedures", "procedures.jsonl.gz"))
	if err != nil {
		tb.Skipf("SKIPPED, set MOTCUA_DATA to the real data: %v", err)
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var out []catalog.Procedure
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var page map[string]string
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			tb.Fatal(err)
		}
		p := catalog.Procedure{
			Code: motcua.ProcedureCode(page["ma_thu_tuc"]), Version: page["so_quyet_dinh"], Status: catalog.StatusPublic, Name: motcua.Text{Vi: page["ten_thu_tuc"]},
			Kind: page["loai_thu_tuc"], Field: catalog.Field{Name: page["linh_vuc"]}, Subjects: []catalog.Subject{{Name: page["doi_tuong_thuc_hien"]}},
			Bodies: catalog.Bodies{Competent: []catalog.Body{{Name: page["co_quan_co_tham_quyen"]}}}, Conditions: page["yeu_cau_dieu_kien"], Reception: page["cach_thuc_thuc_hien"],
			Results: []catalog.Result{{Name: motcua.Text{Vi: page["ket_qua_xu_ly"]}}},
		}
		for step := range strings.SplitSeq(page["trinh_tu_thuc_hien"], "\nBước") {
			p.Steps = append(p.Steps, catalog.Step{Text: step})
		}
		for paper := range strings.SplitSeq(page["thanh_phan_ho_so"], "\n") {
			p.Papers = append(p.Papers, catalog.Paper{Name: motcua.Text{Vi: paper}, Originals: 1})
		}
		for basis := range strings.SplitSeq(page["can_cu_phap_ly"], "\n") {
			p.Bases = append(p.Bases, catalog.LegalBasis{Number: basis})
		}
		out = append(out, p)
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}

// TestRealTexts: the texts of the real records, with all their odd characters, come
// back as they were.
func TestRealTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	text := linesOf(t, realProcedures(t))
	again := linesOf(t, read(t, text))
	if !bytes.Equal(text, again) {
		t.Error("written otherwise after reading")
	}
	t.Logf("%d bytes", len(text))
}

// BenchmarkReal reads the real texts, repeated under other codes to 10,000, makes a
// catalogue of them and states what one takes.
func BenchmarkReal(b *testing.B) {
	records := realProcedures(b)
	var procedures []catalog.Procedure
	for i := range manyProcedures {
		p := records[i%len(records)]
		p.Code = motcua.ProcedureCode(fmt.Sprintf("%d.%06d", 1+i%3, i))
		procedures = append(procedures, p)
	}
	text := linesOf(b, procedures)
	procedures = nil
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var taken uint64
	for b.Loop() {
		b.StopTimer()
		before := heap()
		b.StartTimer()
		c := catalog.New(read(b, text))
		b.StopTimer()
		taken = heap() - before
		runtime.KeepAlive(c)
		b.StartTimer()
	}
	b.ReportMetric(float64(taken)/manyProcedures, "bytes/procedure")
	b.ReportMetric(float64(len(text))/manyProcedures, "bytes/line")
}
