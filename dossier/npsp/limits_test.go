package npsp

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/motcua/motcua"
)

// TestLongLine: a line of 100 MB is one fault, and reading it takes no more memory
// than lines may have.
func TestLongLine(t *testing.T) {
	const size = 100 << 20
	input := io.MultiReader(strings.NewReader(step(1)+"\n"), io.LimitReader(endless('x'), size), strings.NewReader("\n"+step(2)+"\n"+step(3)))
	before, peak := heap(), uint64(0)
	watched := readerFunc(func(b []byte) (int, error) {
		peak = max(peak, heap())
		return input.Read(b)
	})
	g := gather(t, watched, &Options{MaxLine: 1 << 20, Workers: 1})
	if g.err != nil || !reflect.DeepEqual(g.lines, []int{1, 3, 4}) || !reflect.DeepEqual(g.codes, []string{"2  NPS-LINE-01"}) {
		t.Errorf("lines %v, faults %q, error %v", g.lines, g.codes, g.err)
	}
	if grown := int64(peak) - int64(before); grown > 20<<20 {
		t.Errorf("the heap grew by %d bytes", grown)
	}
	if g.q.Bytes < size || g.q.Lines != 4 || g.q.Total.Refused != 1 {
		t.Errorf("%+v", g.q)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

// endless is a reader of one byte, for ever.
type endless byte

func (e endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(e)
	}
	return len(b), nil
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestMaxLine: the limit is exact, in the middle of a chunk, at its end, at the end
// of the input, and beyond what a chunk holds.
func TestMaxLine(t *testing.T) {
	for _, limit := range []int{len(step(1)), 3 * chunkSize} {
		fits := step(1) + strings.Repeat(" ", limit-len(step(1)))
		for _, input := range []string{
			fits + "\n" + fits + " \n" + fits,
			fits + "\n" + fits + " \n" + fits + "\n",
			fits + "\n" + fits + "  \n" + fits + "\n\n",
		} {
			g := gather(t, strings.NewReader(input), &Options{MaxLine: limit})
			if !reflect.DeepEqual(g.lines, []int{1, 3}) || !reflect.DeepEqual(g.codes, []string{"2  NPS-LINE-01"}) {
				t.Errorf("limit %d: lines %v, faults %q", limit, g.lines, g.codes)
			}
		}
		if g := gather(t, strings.NewReader(fits+"\n"+fits+" "), &Options{MaxLine: limit}); !reflect.DeepEqual(g.codes, []string{"2  NPS-LINE-01"}) {
			t.Errorf("limit %d, at the end: %q", limit, g.codes)
		}
	}
}

// TestLongLineThenError: the input may break in a line that is too long.
func TestLongLineThenError(t *testing.T) {
	failure := errors.New("failure")
	input := io.MultiReader(strings.NewReader(step(1)+"\n"), io.LimitReader(endless('{'), 3<<20), readerFunc(func([]byte) (int, error) { return 0, failure }))
	g := gather(t, input, &Options{MaxLine: 1000})
	if !errors.Is(g.err, failure) || !reflect.DeepEqual(g.codes, []string{"2  NPS-LINE-01"}) || len(g.lines) != 1 {
		t.Errorf("lines %v, faults %q, error %v", g.lines, g.codes, g.err)
	}
}

// TestForeignFile: a file of another kind is told early, once, and counted to its
// end within bounds.
func TestForeignFile(t *testing.T) {
	var seen, faults int
	q, err := Stream(io.LimitReader(&lines{text: "1,Nguyễn Văn A,2026" + strings.Repeat(",", 200) + "\n"}, 2<<20), &Options{MaxFaults: 50}, func(b *Batch) error {
		seen++
		for _, f := range b.Faults {
			if faults++; f.Code == codeAllWrong && (seen > 1 || f.Line != 1) {
				t.Errorf("told in batch %d: %v", seen, f)
			}
		}
		return nil
	})
	if err != nil || faults != 51 || q.Codes[codeAllWrong] != 1 || q.Total.Refused != q.Lines || q.Lines < 8000 || q.Codes["DOC-SYNTAX-01"] < q.Lines-1 {
		t.Errorf("%d faults, error %v, %+v", faults, err, q)
	}
	g := gather(t, strings.NewReader(strings.Repeat("x\n", 99)+step(1)), nil)
	if g.q.Codes[codeAllWrong] != 0 {
		t.Error("an input with a message is said to have none")
	}
}

// lines repeats a text for ever.
type lines struct {
	text string
	at   int
}

func (l *lines) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = l.text[l.at%len(l.text)]
		l.at++
	}
	return len(b), nil
}

// TestStrict: the first line with an error ends the reading; all before it is given,
// nothing after.
func TestStrict(t *testing.T) {
	var b strings.Builder
	for n := range 5000 {
		line := step(n)
		if n == 4321 || n == 4500 {
			line = strings.Replace(line, "20260702", "20260732", 1)
		}
		fmt.Fprintln(&b, line)
	}
	g := gather(t, strings.NewReader(b.String()), &Options{Strict: true})
	var faults motcua.Faults
	if !errors.As(g.err, &faults) || len(faults) != 1 || faults[0].Line != 4322 || faults[0].Code != codeMoment {
		t.Errorf("error %v", g.err)
	}
	if len(g.lines) != 4321 || g.lines[4320] != 4321 || g.codes != nil || g.q.Total.Messages != 4321 || g.q.Total.Refused != 1 || g.q.Lines != 4322 {
		t.Errorf("%d lines, faults %q, %+v", len(g.lines), g.codes, g.q)
	}
}

// TestEachStops: an error of the function given ends the reading at once.
func TestEachStops(t *testing.T) {
	enough := errors.New("enough")
	calls := 0
	q, err := Stream(&lines{text: step(1) + "\n"}, &Options{Workers: 2}, func(*Batch) error { calls++; return enough })
	if !errors.Is(err, enough) || calls != 1 || q.Total.Messages == 0 {
		t.Errorf("%d calls, error %v", calls, err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a panic of the function given is lost")
		}
	}()
	_, _ = Stream(&lines{text: step(1) + "\n"}, nil, func(*Batch) error { panic("given") })
}

// TestOrder: many workers give what one gives, in the order of the input.
func TestOrder(t *testing.T) {
	var b strings.Builder
	for n := range 20000 {
		line := step(n % 10000)
		switch {
		case n%7 == 0:
			line = strings.Replace(line, `"4"`, `"44"`, 1)
		case n%11 == 0:
			line = strings.Replace(line, "0900", "2500", 1)
		case n%13 == 0:
			line = ""
		}
		fmt.Fprintln(&b, line)
	}
	one := gather(t, strings.NewReader(b.String()), &Options{Workers: 1, MaxFaults: 10})
	many := gather(t, strings.NewReader(b.String()), &Options{Workers: 5, MaxFaults: 10})
	if !reflect.DeepEqual(one.lines, many.lines) || !reflect.DeepEqual(one.codes, many.codes) || !reflect.DeepEqual(one.q, many.q) {
		t.Errorf("one worker: %d lines, %q, %+v\nfive: %d lines, %q, %+v", len(one.lines), one.codes, one.q, len(many.lines), many.codes, many.q)
	}
	if len(one.codes) != 10+flagsShown {
		t.Errorf("%d faults given: %q", len(one.codes), one.codes)
	}
	flagged, refused := 20000/7+1, 0
	for n := range 20000 {
		if n%7 != 0 && n%11 == 0 {
			refused++
		}
	}
	if one.q.Codes[codeUnknown] != int64(flagged) || one.q.Total.Flagged != int64(flagged) || one.q.Total.Refused != int64(refused) || one.q.Codes[codeMoment] != int64(refused) {
		t.Errorf("%+v, want %d flagged and %d refused", one.q, flagged, refused)
	}
	if one.q.Slow != int64(refused) || one.q.Fast != one.q.Total.Messages {
		t.Errorf("%d lines were read in full, %d refused", one.q.Slow, refused)
	}
}
