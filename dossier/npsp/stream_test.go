package npsp

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/motcua/motcua"
)

// step is a line with a step of progress of the n-th dossier.
func step(n int) string {
	return fmt.Sprintf(`{"MaHoSo":"000.12.34.H56-260701-%04d","NguoiXuLy":"Trần Thị B","ThoiDiemXuLy":"20260702090000","NoiDungXuLy":"Thẩm định","TrangThai":"4"}`, n)
}

// gathered is what a stream gave away.
type gathered struct {
	lines  []int // of briefs
	codes  []string
	faults motcua.Faults
	q      Quality
	err    error
}

func gather(t *testing.T, r io.Reader, o *Options) gathered {
	t.Helper()
	var g gathered
	g.q, g.err = Stream(r, o, func(b *Batch) error {
		for i := range b.Briefs {
			g.lines = append(g.lines, b.Briefs[i].Line)
		}
		for _, f := range b.Faults {
			g.codes = append(g.codes, fmt.Sprintf("%d %s %s", f.Line, f.Pointer, f.Code))
			if f.Message.Vi == "" || f.Message.En == "" {
				t.Errorf("%v is silent in one language", f)
			}
		}
		g.faults = append(g.faults, b.Faults...)
		return nil
	})
	return g
}

// TestBadInput feeds one input for each thing that can be wrong with one.
func TestBadInput(t *testing.T) {
	good := step(1)
	for _, c := range []struct {
		name, input string
		lines       []int
		codes       []string
	}{
		{"nothing", "", nil, nil},
		{"no last line break", good + "\n" + good, []int{1, 2}, nil},
		{"CRLF and empty lines", good + "\r\n\r\n  \n\n" + good + "\r\n", []int{1, 5}, nil},
		{"byte order mark", "\uFEFF" + good + "\n", []int{1}, []string{"1  NPS-LINE-04"}},
		{"byte order mark further on", good + "\n\uFEFF" + good + "\n", []int{1}, []string{"2  DOC-SYNTAX-02"}},
		{"NUL", good + "\n" + good + "\x00\n\x00\n" + good, []int{1, 4}, []string{"2  DOC-SYNTAX-01", "3  DOC-SYNTAX-01"}},
		{"invalid UTF-8", good + "\n" + strings.Replace(good, "T", "\xff", 1), []int{1}, []string{"2  DOC-SYNTAX-02"}},
		{"overlong UTF-8", strings.Replace(good, "T", "\xc1\x81", 1) + "\n" + good, []int{2}, []string{"1  DOC-SYNTAX-02"}},
		{"surrogate in UTF-8", strings.Replace(good, "T", "\xed\xa0\x80", 1) + "\n" + good, []int{2}, []string{"1  DOC-SYNTAX-02"}},
		{"lone surrogate", good + "\n" + strings.Replace(good, "Trần", `\ud800`, 1), []int{1}, []string{"2 /NguoiXuLy DOC-SYNTAX-02"}},
		{"duplicate key", good + "\n" + strings.Replace(good, "{", `{"TrangThai":"1",`, 1), []int{1}, []string{"2 /TrangThai DOC-MEMBER-01"}},
		{"duplicate key in a list", strings.Replace(sampleLine(t), `"Gia":"25000"`, `"Gia":1,"G\u0069a":2`, 1) + "\n" + good, []int{2},
			[]string{"1 /DanhSachLePhi/0/Gia DOC-MEMBER-01"}},
		{"unknown member", good + "\n" + strings.Replace(good, "{", `{"La":"1",`, 1), []int{1}, []string{"2 /La DOC-MEMBER-02"}},
		{"day that does not exist", good + "\n" + strings.Replace(good, "20260702", "20260230", 1), []int{1}, []string{"2 /ThoiDiemXuLy NPS-MSG-04"}},
		{"24 o'clock", strings.Replace(good, "090000", "240000", 1) + "\n" + good, []int{2}, []string{"1 /ThoiDiemXuLy NPS-MSG-04"}},
		{"array", "[" + good + "]\n" + good, []int{2}, []string{"1  DOC-VALUE-01"}},
		{"two objects on a line", good + good + "\n" + good, []int{2}, []string{"1  DOC-SYNTAX-01"}},
		{"leading zero", strings.Replace(good, `"4"`, "04", 1) + "\n" + good, []int{2}, []string{"1  DOC-SYNTAX-01"}},
		{"control character", strings.Replace(good, "T", "\t", 1) + "\n" + good, []int{2}, []string{"1  DOC-SYNTAX-01"}},
		{"neither kind", `{"MaHoSo":"1"}` + "\n" + good, []int{2}, []string{"1  NPS-LINE-02"}},
		{"no code", strings.Replace(good, `"MaHoSo":"000.12.34.H56-260701-0001",`, "", 1) + "\n" + good, []int{2}, []string{"1 /MaHoSo DOC-MEMBER-03"}},
		{"empty code", strings.Replace(good, "000.12.34.H56-260701-0001", "", 1) + "\n" + good, []int{2}, []string{"1 /MaHoSo NPS-MSG-01"}},
		{"unknown code", strings.Replace(good, `"4"`, `"44"`, 1) + "\n" + good, []int{1, 2}, []string{"1 /TrangThai NPS-MSG-06"}},
		{"CSV", "a,b\n1,2\n" + good, []int{3}, []string{"1  DOC-SYNTAX-01", "2  DOC-SYNTAX-01"}},
		{"CSV alone", "a,b\n1,2\n", nil, []string{"1  DOC-SYNTAX-01", "2  DOC-SYNTAX-01", "1  NPS-LINE-05"}},
	} {
		for _, workers := range []int{1, 2} {
			g := gather(t, iotest.HalfReader(strings.NewReader(c.input)), &Options{Workers: workers})
			if g.err != nil || !reflect.DeepEqual(g.lines, c.lines) || !reflect.DeepEqual(g.codes, c.codes) {
				t.Errorf("%s: lines %v, faults %q, error %v; want %v, %q", c.name, g.lines, g.codes, g.err, c.lines, c.codes)
			}
		}
	}
}

// TestNumbersOutOfRange: amounts and numbers that cannot be are errors, each with
// its place, and what is no number is flagged.
func TestNumbersOutOfRange(t *testing.T) {
	for _, c := range []struct{ members, want string }{
		{`"DanhSachLePhi":[{"Gia":"9007199254740991"}]`, ""},
		{`"DanhSachLePhi":[{"Gia":9007199254740992}]`, "/DanhSachLePhi/0/Gia NPS-MSG-12"},
		{`"DanhSachLePhi":[{"Gia":0},{"Gia":"-1"}]`, "/DanhSachLePhi/1/Gia NPS-MSG-12"},
		{`"DanhSachLePhi":[{"Gia":"25.000"}]`, "/DanhSachLePhi/0/Gia NPS-MSG-12"},
		{`"DanhSachLePhi":[{"Gia":2.5e4}]`, "/DanhSachLePhi/0/Gia NPS-MSG-12"},
		{`"DanhSachLePhi":[{"Gia":{}}]`, "/DanhSachLePhi/0/Gia DOC-VALUE-02"},
		{`"DanhSachHoSoBoSung":[{"HoSoBoSungId":-9223372036854775808}]`, ""},
		{`"DanhSachHoSoBoSung":[{"HoSoBoSungId":9223372036854775808}]`, "/DanhSachHoSoBoSung/0/HoSoBoSungId NPS-MSG-12"},
		{`"DanhSachHoSoBoSung":[{"DanhSachLePhiBoSung":[{"Gia":"x"}]}]`, "/DanhSachHoSoBoSung/0/DanhSachLePhiBoSung/0/Gia NPS-MSG-12"},
		{`"DanhSachTepDinhKemKhac":[{"SoLuong":"99999999999999999999"}]`, "/DanhSachTepDinhKemKhac/0/SoLuong NPS-MSG-12"},
	} {
		line := `{"MaHoSo":"000.12.34.H56-260701-0001",` + c.members + "}"
		g := gather(t, strings.NewReader(line), nil)
		var errs []string
		for _, f := range g.faults {
			if f.Severity == motcua.SeverityError {
				errs = append(errs, f.Pointer+" "+f.Code)
			}
		}
		if got := strings.Join(errs, ", "); got != c.want || (got == "") != (len(g.lines) == 1) {
			t.Errorf("%s: %q, lines %v", c.members, got, g.lines)
		}
	}
}

// TestTruncatedGzip: every whole line before the cut is given, the cut line is a
// fault, and the error is the reader's.
func TestTruncatedGzip(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	for n := range 20000 {
		fmt.Fprintln(w, step(n%10000))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	whole := packed.Bytes()
	for _, keep := range []int{len(whole) / 3, len(whole) - 9, len(whole)} {
		r, err := gzip.NewReader(bytes.NewReader(whole[:keep]))
		if err != nil {
			t.Fatal(err)
		}
		g := gather(t, r, nil)
		n := len(g.lines)
		cut := fmt.Sprintf("%d  NPS-LINE-03", n+1)
		switch {
		case keep == len(whole):
			if g.err != nil || n != 20000 || g.codes != nil {
				t.Errorf("the whole: %d lines, faults %q, error %v", n, g.codes, g.err)
			}
		case !errors.Is(g.err, io.ErrUnexpectedEOF):
			t.Errorf("%d bytes: error %v", keep, g.err)
		case n < 4000 || g.lines[n-1] != n || g.q.Total.Messages != int64(n):
			t.Errorf("%d bytes: %d lines, %+v", keep, n, g.q.Total)
		case len(g.codes) > 1 || len(g.codes) == 1 && g.codes[0] != cut || keep == len(whole)/3 && len(g.codes) == 0:
			t.Errorf("%d bytes: faults %q, want %q", keep, g.codes, cut)
		}
	}
}

// TestReadErrors: a reader may fail where it likes.
func TestReadErrors(t *testing.T) {
	failure := errors.New("failure")
	for _, c := range []struct {
		before string
		lines  int
		codes  []string
	}{
		{"", 0, nil},
		{step(1) + "\n", 1, nil},
		{step(1) + "\n" + step(2), 1, []string{"2  NPS-LINE-03"}},
		{step(1)[:20], 0, []string{"1  NPS-LINE-03"}},
	} {
		g := gather(t, io.MultiReader(strings.NewReader(c.before), iotest.ErrReader(failure)), nil)
		if !errors.Is(g.err, failure) || len(g.lines) != c.lines || !reflect.DeepEqual(g.codes, c.codes) {
			t.Errorf("%q: lines %v, faults %q, error %v", c.before, g.lines, g.codes, g.err)
		}
	}
	if g := gather(t, stuck{}, nil); !errors.Is(g.err, io.ErrNoProgress) {
		t.Errorf("a reader that reads nothing: %v", g.err)
	}
}

// stuck reads nothing, for ever.
type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }
