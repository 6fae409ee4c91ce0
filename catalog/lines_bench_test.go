package catalog_test

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/dossier/workday"
)

// many makes n procedures of about 7,000 bytes each, the size of the national records
// of 2026, with texts of Vietnam and line ends in them.
func many(n int) []catalog.Procedure {
	sentence := "Người yêu cầu nộp hồ sơ tại Bộ phận Một cửa; cán bộ tiếp nhận kiểm tra tính hợp lệ của hồ sơ và hẹn ngày trả kết quả theo quy định.\n"
	out := make([]catalog.Procedure, n)
	for i := range out {
		out[i] = catalog.Procedure{
			Code: motcua.ProcedureCode(fmt.Sprintf("%d.%06d", 1+i/1_000_000, i%1_000_000)), Status: catalog.StatusPublic,
			Name:       motcua.Text{Vi: fmt.Sprintf("Thủ tục đăng ký số %d theo yêu cầu của tổ chức, cá nhân", i)},
			Field:      catalog.Field{Code: "G03-GD10", Name: "Hộ tịch"},
			Subjects:   []catalog.Subject{{Code: "1", Name: "Công dân Việt Nam"}, {Code: "2", Name: "Người nước ngoài"}},
			Bodies:     catalog.Bodies{Competent: []catalog.Body{{Name: "Ủy ban nhân dân cấp xã"}}},
			Conditions: strings.Repeat(sentence, 3),
			Bases:      []catalog.LegalBasis{{Number: "60/2014/QH13", Title: "Luật Hộ tịch", Issued: motcua.MustDate("2014-11-20"), Issuer: "Quốc hội"}, {Number: "123/2015/NĐ-CP", Title: "Nghị định quy định chi tiết một số điều của Luật Hộ tịch"}},
			Results:    []catalog.Result{{Code: "KQ.G12.001083", Name: motcua.Text{Vi: "Giấy khai sinh"}}},
		}
		p := &out[i]
		for range 12 {
			p.Steps = append(p.Steps, catalog.Step{Text: strings.Repeat(sentence, 2)})
		}
		for c := motcua.ChannelInPerson; c <= motcua.ChannelPost; c++ {
			limit := &workday.Limit{Terms: []workday.Term{{Amount: motcua.MustDecimal("1.5"), Unit: workday.WorkingDays}}}
			p.Channels = append(p.Channels, catalog.Offer{Channel: c, Times: []catalog.TimeOption{{Limit: limit, Raw: "1.5 Ngày làm việc"}}})
		}
		for j := range 6 {
			p.Papers = append(p.Papers, catalog.Paper{Code: fmt.Sprintf("TP-%04d", j), Name: motcua.Text{Vi: "Bản chính hoặc bản sao giấy tờ tùy thân còn hạn sử dụng của người yêu cầu"}, Originals: 1})
		}
	}
	return out
}

// linesOf writes procedures as lines.
func linesOf(tb testing.TB, procedures []catalog.Procedure) []byte {
	tb.Helper()
	var text bytes.Buffer
	err := catalog.WriteLines(&text, func(yield func(*catalog.Procedure) bool) {
		for i := range procedures {
			if !yield(&procedures[i]) {
				return
			}
		}
	})
	if err != nil {
		tb.Fatal(err)
	}
	return text.Bytes()
}

// read reads all lines.
func read(tb testing.TB, text []byte) []catalog.Procedure {
	var out []catalog.Procedure
	faults, err := catalog.ReadLines(bytes.NewReader(text), nil, func(_ int, p *catalog.Procedure) error {
		out = append(out, *p)
		return nil
	})
	if err != nil || len(faults) > 0 {
		tb.Fatal(err, faults)
	}
	return out
}

const manyProcedures = 10_000

func BenchmarkReadLines(b *testing.B) {
	text := linesOf(b, many(manyProcedures))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, text)
	}
	b.ReportMetric(float64(b.N)*manyProcedures/b.Elapsed().Seconds(), "procedures/s")
}

// BenchmarkReadLinesForeign reads lines that are not canonical: members in another
// order and white space, as other people write them.
func BenchmarkReadLinesForeign(b *testing.B) {
	text := bytes.ReplaceAll(linesOf(b, many(manyProcedures)), []byte(`":`), []byte(`": `))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, text)
	}
}

// BenchmarkReadLinesSlow reads lines that only the strict reader understands.
func BenchmarkReadLinesSlow(b *testing.B) {
	text := bytes.ReplaceAll(linesOf(b, many(manyProcedures/10)), []byte(`"name":{"vi":"`), []byte(`"name":{"vi":"\ud83d\ude00`))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, text)
	}
}

// BenchmarkLoadAndIndex reads 10,000 procedures and makes a catalogue of them.
func BenchmarkLoadAndIndex(b *testing.B) {
	text := linesOf(b, many(manyProcedures))
	b.ReportAllocs()
	for b.Loop() {
		if c := catalog.New(read(b, text)); c.Len() != manyProcedures {
			b.Fatal(c.Len())
		}
	}
}

// BenchmarkLoadIndexLint reads 10,000 procedures, makes a catalogue of them and finds
// all that is wrong with them: the seconds and allocations that takes, and what each
// procedure then takes in memory.
func BenchmarkLoadIndexLint(b *testing.B) {
	text := linesOf(b, many(manyProcedures))
	before := heap()
	var c *catalog.Catalog
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		procedures := read(b, text)
		if c = catalog.New(procedures); c.Len() != manyProcedures {
			b.Fatal(c.Len())
		}
		if faults := catalog.Check(procedures); faults.Err() != nil {
			b.Fatal(faults)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/catalogue")
	taken := heap() - before
	runtime.KeepAlive(c)
	runtime.KeepAlive(text) // or else it would count as given back
	b.ReportMetric(float64(taken)/manyProcedures, "bytes/procedure")
	b.ReportMetric(float64(len(text))/manyProcedures, "bytes/line")
}

// BenchmarkMemory states what a procedure in a catalogue takes.
func BenchmarkMemory(b *testing.B) {
	text := linesOf(b, many(manyProcedures))
	var taken uint64
	for b.Loop() {
		before := heap()
		c := catalog.New(read(b, text))
		taken = heap() - before
		runtime.KeepAlive(c)
	}
	b.ReportMetric(float64(taken)/manyProcedures, "bytes/procedure")
	b.ReportMetric(float64(len(text))/manyProcedures, "bytes/line")
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func BenchmarkAppendJSON(b *testing.B) {
	procedures := many(1)
	line, err := catalog.AppendJSON(nil, &procedures[0])
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		if line, err = catalog.AppendJSON(line[:0], &procedures[0]); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLinesDeterministic: two readings of one file are the same, whichever processor
// was quicker.
func TestLinesDeterministic(t *testing.T) {
	text := linesOf(t, many(500))
	text = bytes.Replace(text, []byte(`"1.000123"`), []byte(`"1.0001234"`), 1)
	var first []motcua.ProcedureCode
	for range 4 {
		var codes []motcua.ProcedureCode
		faults, err := catalog.ReadLines(bytes.NewReader(text), nil, func(line int, p *catalog.Procedure) error {
			codes = append(codes, p.Code)
			return nil
		})
		if err != nil || len(faults) != 1 || faults[0].Line != 124 || faults[0].Pointer != "/code" {
			t.Fatal(err, faults)
		}
		if first == nil {
			first = codes
		}
		if !slices.Equal(first, codes) || !slices.IsSorted(codes) || len(codes) != 499 {
			t.Fatalf("%d procedures, in another order", len(codes))
		}
	}
}
