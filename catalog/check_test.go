package catalog_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// found reads lines and checks what could be read. A fault is told with the line it is
// about, and the pointer within it.
func found(tb testing.TB, text []byte) (faults, messages []string) {
	tb.Helper()
	var versions []catalog.Procedure
	var lines []int
	read, err := catalog.ReadLines(bytes.NewReader(text), nil, func(line int, p *catalog.Procedure) error {
		versions, lines = append(versions, *p), append(lines, line)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	tell := func(line int, f *motcua.Fault, pointer string) {
		mark := ""
		if f.Severity == motcua.SeverityWarning {
			mark = "?"
		}
		faults = append(faults, fmt.Sprintf("%d %s%s %s", line, f.Code, mark, cmp.Or(pointer, "-")))
		messages = append(messages, f.Error())
	}
	for _, f := range catalog.Check(versions) {
		at, rest, _ := strings.Cut(f.Pointer[1:], "/")
		n, err := strconv.Atoi(at)
		if err != nil || n >= len(lines) {
			tb.Fatalf("%q does not begin with a place in the list", f.Pointer)
		}
		if rest != "" {
			rest = "/" + rest
		}
		tell(lines[n], f, rest)
	}
	for _, f := range read {
		tell(f.Line, f, f.Pointer)
	}
	return faults, messages
}

// planted are the defects of testdata/defects.jsonl, told from testdata/defects.txt, in the
// order in which they are found: a line, a code, with a question mark for a warning, a
// pointer, and a reason.
func planted(tb testing.TB) (text []byte, want []string) {
	tb.Helper()
	text, err := os.ReadFile("testdata/defects.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	rows, err := os.ReadFile("testdata/defects.txt")
	if err != nil {
		tb.Fatal(err)
	}
	for row := range strings.Lines(string(rows)) {
		defect, _, ok := strings.Cut(row, " : ")
		if !ok {
			tb.Fatalf("no reason: %q", row)
		}
		want = append(want, defect)
	}
	return text, want
}

// TestPlantedDefects: each defect that was planted in a catalogue is found, each once,
// where it is, and nothing else; a line of 50 MB is one more, and costs no more. The
// order is the same each time, and so is every byte of the messages. Two kinds of defect
// have no place in a file of procedures: units that took over from each other are planted
// in package unit (CAT-UNIT-14), reductions above 100 percent in package fee (CAT-FEE-04).
func TestPlantedDefects(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	text, want := planted(t)
	lines := bytes.Count(text, []byte("\n"))
	text = append(text, `{"code":"1.000020","status":"public","name":{"vi":"`...)
	text = append(append(text, bytes.Repeat([]byte("x"), 50<<20)...), "\",\"en\":\"\"}}\n"...)
	want = append(want, fmt.Sprintf("%d CAT-FIL-02 -", lines+1))
	got, messages := found(t, text)
	again, messagesAgain := found(t, text)
	if !slices.Equal(got, again) || !slices.Equal(messages, messagesAgain) {
		t.Error("told otherwise the second time")
	}
	if len(want) < 40 {
		t.Errorf("only %d defects are planted", len(want))
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("planted and found differ (-planted +found):\n%s", diff)
	}
}

// TestDefectsAreIndependent: without the line of a defect, the others are found as before,
// but for those that hold lines against one another.
func TestDefectsAreIndependent(t *testing.T) {
	text, _ := planted(t)
	whole, _ := found(t, text)
	for skip := 1; skip <= bytes.Count(text, []byte("\n")); skip++ {
		var rest []byte
		n := 0
		for line := range bytes.Lines(text) {
			if n++; n == skip {
				line = []byte("\n") // keeps the numbers of the others
			}
			rest = append(rest, line...)
		}
		got, _ := found(t, rest)
		want := slices.DeleteFunc(slices.Clone(whole), func(f string) bool { return strings.HasPrefix(f, strconv.Itoa(skip)+" ") })
		together := func(f string) bool { return strings.Contains(f, "CAT-VER-") || strings.Contains(f, "CAT-PRO-14") }
		if !slices.Equal(slices.DeleteFunc(got, together), slices.DeleteFunc(want, together)) {
			t.Errorf("without line %d: %v", skip, got)
		}
	}
}

// endless is a line without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// TestHugeLine: a line above the bound is passed over as it comes in. One of 400 MB takes
// no more memory than one of 50 MB, and the line below is read.
func TestHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	taken := func(size int64) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		in := io.MultiReader(strings.NewReader(`{"x":"`), io.LimitReader(endless{}, size), strings.NewReader("\n{}\n"))
		faults, err := catalog.ReadLines(in, nil, func(int, *catalog.Procedure) error { return nil })
		runtime.ReadMemStats(&after)
		if err != nil || len(faults) < 2 || faults[0].Code != "CAT-FIL-02" || faults[0].Line != 1 || faults[1].Line != 2 {
			t.Errorf("%v, %v", err, faults)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	short, long := taken(50<<20), taken(400<<20)
	if long > short+1<<20 || short > 5*catalog.MaxLine { // a buffer that doubles up to twice the bound, all told
		t.Errorf("%d bytes for a line of 50 MB, %d for one of 400 MB", short, long)
	}
}

// TestHugeText: a text of 50 MB is one fault, told without looking through it.
func TestHugeText(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	p := catalog.Procedure{Code: "1.000001", Status: catalog.StatusDraft, Name: motcua.Text{Vi: "x"}, Conditions: strings.Repeat("<b>\x00", 50<<20/4)}
	faults := p.Check()
	if len(faults) != 1 || faults[0].Code != "CAT-PRO-03" || faults[0].Pointer != "/conditions" || len(faults.Error()) > 200 {
		t.Errorf("%d faults, %.200v", len(faults), faults)
	}
	if n := testing.AllocsPerRun(10, func() { p.Check() }); n > 200 {
		t.Errorf("%v allocations", n)
	}
}

// TestCodesAreListed: each code that the package adds stands in the comment of Check or is
// one of an input, and each of the comment is planted or tested.
func TestCodesAreListed(t *testing.T) {
	source, err := os.ReadFile("check.go")
	if err != nil {
		t.Fatal(err)
	}
	constants := regexp.MustCompile(`= "(CAT-[A-Z]+-\d+)"`).FindAllSubmatch(source, -1)
	_, defects := planted(t)
	all := strings.Join(defects, "\n")
	for _, c := range constants {
		code := string(c[1])
		if !strings.Contains(string(source), "//\t"+code+"  ") {
			t.Errorf("%s is not in the comment of Check", code)
		}
		if !strings.Contains(all, code) && !slices.Contains([]string{"CAT-PRO-01", "CAT-PRO-02", "CAT-PRO-03", "CAT-PRO-08"}, code) {
			t.Errorf("%s is not planted", code) // those four cannot come from a line, and are in TestCheckInGo
		}
	}
}
