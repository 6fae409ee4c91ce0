package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
)

// reading reads lines and writes down what came of it: the numbers of the lines given,
// and the faults.
func reading(r io.Reader, options *Options) string {
	var out []string
	faults, err := ReadLines(r, options, func(line int, p *Procedure) error {
		out = append(out, fmt.Sprint(line))
		return nil
	})
	for _, f := range faults {
		out = append(out, strings.TrimRight(fmt.Sprintf("%d:%s", f.Line, faultsOf(motcua.Faults{f})), " "))
	}
	if err != nil {
		out = append(out, err.Error())
	}
	return strings.Join(out, " | ")
}

var errDisk = errors.New("the disk is gone")

func TestReadLines(t *testing.T) {
	long := strings.Replace(plainest, "Đăng", strings.Repeat("x", MaxLine), 1)
	exact := strings.Replace(plainest, "Đăng", strings.Repeat("x", MaxLine-len(plainest)+len("Đăng")), 1)
	for _, c := range []struct{ reason, text, want string }{
		{"nothing", "", ""},
		{"one line", plainest + "\n", "1"},
		{"the last line without its end", plainest + "\n" + plainest, "1 | 2"},
		{"empty lines count", "\n\n" + plainest + "\n \t\n" + plainest + "\n\n", "3 | 5"},
		{"Windows", plainest + "\r\n" + plainest + "\r\n", "1 | 2"},
		{"a mark of byte order", "\uFEFF" + plainest + "\n" + plainest, "1 | 2 | 1: CAT-FIL-05?"},
		{"a mark of byte order is none elsewhere", plainest + "\n\uFEFF" + plainest, "1 | 2: DOC-SYNTAX-02"},
		{"a bad line is left out", plainest + "\n{\"code\":1}\n" + plainest, "1 | 3 | 2:/code DOC-VALUE-01 | 2:/name DOC-MEMBER-03 | 2:/status DOC-MEMBER-03"},
		{"a bad first line too", "{\"code\":1}\n" + plainest, "2 | 1:/code DOC-VALUE-01 | 1:/name DOC-MEMBER-03 | 1:/status DOC-MEMBER-03"},
		{"something else after the first line is a bad line", plainest + "\n# a remark\n" + plainest, "1 | 3 | 2: DOC-SYNTAX-01"},
		{"cut off", plainest + "\n" + plainest[:len(plainest)-9], "1 | 2: CAT-FIL-04"},
		{"cut off within a character", plainest + "\n" + plainest[:strings.Index(plainest, "Đ")+1], "1 | 2: CAT-FIL-04"},
		{"a wrong last line is not cut off", plainest + "\n" + strings.TrimSuffix(plainest, "}") + "]", "1 | 2: DOC-SYNTAX-01"},
		{"as long as may be", exact + "\n" + plainest, "1 | 2"},
		{"too long", plainest + "\n" + long + "\n" + plainest, "1 | 3 | 2: CAT-FIL-02"},
		{"too long at the start", long + "\n" + plainest, "2 | 1: CAT-FIL-02"},
		{"too long at the end", plainest + "\n" + long, "1 | 2: CAT-FIL-02"},
		{"far too long, then much", plainest + "\n" + long + long + "\n" + strings.Repeat(plainest+"\n", 4) + long, "1 | 3 | 4 | 5 | 6 | 2: CAT-FIL-02 | 7: CAT-FIL-02"},
	} {
		if testing.Short() && len(c.text) > MaxLine {
			continue // a race needs no long lines
		}
		if got := reading(strings.NewReader(c.text), nil); got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
		if len(c.text) < 1<<16 {
			if got := reading(iotest.OneByteReader(strings.NewReader(c.text)), nil); got != c.want {
				t.Errorf("%s, byte by byte: %s, want %s", c.reason, got, c.want)
			}
		}
	}
}

func TestReadLinesErrors(t *testing.T) {
	broken := io.MultiReader(strings.NewReader(plainest+"\n"+plainest), iotest.ErrReader(errDisk))
	if got := reading(broken, nil); got != "1 | 2 | 2: CAT-FIL-01 | the disk is gone" {
		t.Errorf("a disk that goes: %s", got)
	}
	if got := reading(idle{}, nil); got != "1: CAT-FIL-01 | "+io.ErrNoProgress.Error() {
		t.Errorf("an idle reader: %s", got)
	}
	stop, calls := errors.New("enough"), 0
	_, err := ReadLines(strings.NewReader(strings.Repeat(plainest+"\n", 10_000)), nil, func(int, *Procedure) error {
		calls++
		if calls == 3 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || calls != 3 {
		t.Errorf("%d calls, %v", calls, err)
	}
	lenient := strings.Replace(plainest, "{", `{"colour":"red",`, 1)
	if got := reading(strings.NewReader(lenient), &Options{Lenient: true}); got != "1 | 1:/colour DOC-MEMBER-02?" {
		t.Errorf("lenient: %s", got)
	}
}

// idle is a reader that never comes to anything.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// TestReadLinesManyFaults: a file of nothing but faults is told in bounded memory.
func TestReadLinesManyFaults(t *testing.T) {
	text := plainest + "\n" + strings.Repeat("{\"status\":1}\n", mostFaults)
	faults, err := ReadLines(strings.NewReader(text), nil, func(int, *Procedure) error { return nil })
	if err != nil || len(faults) != mostFaults+1 {
		t.Fatalf("%d faults, %v", len(faults), err)
	}
	if last := faults[len(faults)-1]; last.Code != fileMany || last.Line != mostFaults+1 || last.Message.En != "20000 more faults" {
		t.Errorf("the last is %v", last)
	}
}

func TestOtherKinds(t *testing.T) {
	for _, c := range []struct{ text, hint string }{
		{"\x1f\x8b\x08\x00\n\x00", "gzip"},
		{"\x28\xb5\x2f\xfd", "zstd"},
		{"PK\x03\x04", "zip"},
		{"%PDF-1.7\n", "PDF"},
		{"BZh9", "bzip2"},
		{"\xff\xfe{\x00", "UTF-16"},
		{"\n<!DOCTYPE html>", "HTML"},
		{"[" + plainest + "]", "list"},
		{"{\n  \"code\": \"1.001193\"\n}\n", "several lines"},
		{"code,name\n1.001193,Đăng ký\n", "not JSON Lines"},
		{`{"ma_thu_tuc":"1.001193","ten_thu_tuc":"x"}`, "catalog/intake"},
		{`{"MATTHC":"1.001193"}`, "dossier/npsp"},
		{`{"fact":"unit","unit":"H44"}`, "scoring/facts"},
		{`{"rows":[]}`, "catalog/fee"},
		{`{"a":1}`, "no procedure"},
	} {
		text := c.text + "\n" + plainest + "\n"
		faults, err := ReadLines(strings.NewReader(text), nil, func(int, *Procedure) error { return nil })
		if err != nil || len(faults) != 1 || faults[0].Code != fileKind || !strings.Contains(faults[0].Message.En, c.hint) {
			t.Errorf("%q: %v, %v, want one fault about %s", c.text, faults, err, c.hint)
		}
	}
}

// TestLinesReadBack: procedures written as lines come back in any order and however
// the reader cuts them.
func TestLinesReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var want, got []*Procedure
		for range rapid.IntRange(0, 8).Draw(t, "procedures") {
			want = append(want, randomProcedure(t))
		}
		want = rapid.Permutation(want).Draw(t, "order")
		var text bytes.Buffer
		if err := WriteLines(&text, slices.Values(want)); err != nil {
			t.Fatal(err)
		}
		var r io.Reader = bytes.NewReader(text.Bytes())
		if rapid.Bool().Draw(t, "halves") {
			r = iotest.HalfReader(iotest.DataErrReader(r))
		}
		faults, err := ReadLines(r, nil, func(line int, p *Procedure) error {
			if got = append(got, p); line != len(got) {
				t.Fatalf("line %d comes as the %d.", line, len(got))
			}
			return nil
		})
		if err != nil || len(faults) > 0 {
			t.Fatal(err, faults)
		}
		var again bytes.Buffer
		if err := WriteLines(&again, slices.Values(got)); err != nil || !bytes.Equal(text.Bytes(), again.Bytes()) {
			t.Fatalf("%v, %s", err, cmp.Diff(text.String(), again.String()))
		}
	})
}

// FuzzReadLines: nothing panics, every line is told once, and lines in a file are the
// lines alone.
func FuzzReadLines(f *testing.F) {
	f.Add([]byte(plainest + "\n\r\n" + plainest))
	f.Add([]byte("\uFEFF" + plainest + "\n{}\n{\"code\":"))
	f.Add([]byte("[]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got := map[int]*Procedure{}
		faults, err := ReadLines(bytes.NewReader(data), nil, func(line int, p *Procedure) error {
			if got[line] != nil {
				t.Fatalf("line %d comes twice", line)
			}
			got[line] = p
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Code == fileKind }) {
			return // nothing is read of it
		}
		number := 0
		for line := range bytes.Lines(bytes.TrimPrefix(data, mark)) {
			number++
			if line = bytes.Trim(line, blanks); len(line) == 0 {
				continue
			}
			p, alone := ParseProcedure(line, nil)
			if (alone.Err() == nil) != (got[number] != nil) {
				t.Fatalf("line %d: %v, taken %t", number, alone, got[number] != nil)
			}
			if alone.Err() == nil && !reflect.DeepEqual(&p, got[number]) {
				t.Fatalf("line %d is read otherwise alone", number)
			}
			if alone.Err() != nil && !slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Line == number }) && len(faults) < mostFaults {
				t.Fatalf("line %d is left out in silence", number)
			}
		}
	})
}
