package motcua_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

var wrong = motcua.Text{Vi: "sai", En: "wrong"}

func TestFaultError(t *testing.T) {
	for _, c := range []struct {
		fault motcua.Fault
		want  string
	}{
		{motcua.Fault{Code: "SCO-DEF-03", Pointer: "/root/nodes/0", Severity: motcua.SeverityError, Message: wrong, Line: 3, Cause: io.EOF},
			"line 3: /root/nodes/0: SCO-DEF-03: wrong: EOF"},
		{motcua.Fault{Code: "A-B-01", Severity: motcua.SeverityError, Message: wrong}, "A-B-01: wrong"}, // the whole document
		{motcua.Fault{Code: "A-B-01", Pointer: "/a", Severity: motcua.SeverityWarning, Message: wrong}, "/a: A-B-01: warning: wrong"},
		{motcua.Fault{Message: motcua.Text{Vi: "sai"}}, "sai"},
		{motcua.Fault{}, ""},
	} {
		if got := c.fault.Error(); got != c.want {
			t.Errorf("%+v says %q, want %q", c.fault, got, c.want)
		}
	}
}

func TestFaultJSON(t *testing.T) {
	f := motcua.Fault{Code: "A-B-01", Severity: motcua.SeverityWarning, Message: wrong, Cause: io.EOF}
	const want = `{"code":"A-B-01","pointer":"","severity":"warning","message":{"vi":"sai","en":"wrong"}}`
	if b, err := json.Marshal(f); err != nil || string(b) != want {
		t.Errorf("wrote %s, %v", b, err)
	}
	if b, err := json.Marshal(motcua.Fault{}); err == nil {
		t.Errorf("a fault without severity is written: %s", b)
	}
}

func TestFaultsAddAndErr(t *testing.T) {
	var fs motcua.Faults
	if fs.Err() != nil || fs.Error() != "no faults" || len(fs.Unwrap()) != 0 || fs.Under("") || len(fs.At("/a")) != 0 {
		t.Error("no faults are an error")
	}
	fs.Warn("A-B-02", "/b", wrong, nil)
	if fs.Err() != nil || fs.Under("/b") {
		t.Errorf("a warning is an error: %v", fs.Err())
	}
	fs.Add("A-B-01", "/c", wrong, io.EOF).Line = 2
	fs.Add("A-B-03", "/a", wrong, nil)
	err := fs.Err()
	var sorted motcua.Faults
	if !errors.As(err, &sorted) || err.Error() != "/a: A-B-03: wrong\n/b: A-B-02: warning: wrong\nline 2: /c: A-B-01: wrong: EOF" {
		t.Errorf("Err is %v", err)
	}
	if fs[0].Code != "A-B-02" {
		t.Error("Err sorts its receiver")
	}
	if unknown := (motcua.Faults{{Code: "A-B-04"}}); unknown.Err() == nil {
		t.Error("a fault without severity is no error") // the safe side
	}
}

func TestFaultsErrorIsShort(t *testing.T) {
	var fs motcua.Faults
	for i := range 10 {
		fs.Add(fmt.Sprintf("A-B-%02d", i), "", wrong, nil)
	}
	if got := fs.Error(); strings.Count(got, "\n") != 9 || strings.Contains(got, "more") {
		t.Errorf("ten faults say %q", got)
	}
	fs.Add("A-B-10", "", wrong, nil)
	fs.Add("A-B-11", "", wrong, nil)
	if got := fs.Error(); !strings.HasSuffix(got, "A-B-09: wrong\nand 2 more") {
		t.Errorf("twelve faults say %q", got)
	}
}

func TestFaultsUnder(t *testing.T) {
	var fs motcua.Faults
	fs.Add("A-B-01", "/a/b/0", wrong, nil)
	fs.Warn("A-B-02", "/w", wrong, nil)
	for _, c := range []struct {
		pointer string
		want    bool
	}{
		{"", true},
		{"/a", true},
		{"/a/b", true},
		{"/a/b/0", true},
		{"/a/b/0/c", false}, // below the fault
		{"/a/b/00", false},
		{"/a/", false}, // the member called ""
		{"/a/b/", false},
		{"/", false},
		{"/w", false}, // only a warning
		{"a", false},
	} {
		if got := fs.Under(c.pointer); got != c.want {
			t.Errorf("Under(%q) is %v", c.pointer, got)
		}
	}
	for text, want := range map[string]bool{"/ab": false, "/a": true} { // a longer name is no child
		if (motcua.Faults{{Pointer: "/a"}}).Under(text) != want {
			t.Errorf("a fault at /a lies under %q: %v", text, !want)
		}
	}
	if (motcua.Faults{{Pointer: "/ab"}}).Under("/a") {
		t.Error("a fault at /ab lies under /a")
	}
}

func TestFaultsAt(t *testing.T) {
	var fs motcua.Faults
	fs.Add("A-B-01", "", wrong, io.EOF).Line = 7
	fs.Warn("A-B-02", "/b", wrong, nil)
	got := fs.At("/where/0")
	want := motcua.Faults{
		{Code: "A-B-01", Pointer: "/where/0", Severity: motcua.SeverityError, Message: wrong, Line: 7, Cause: io.EOF},
		{Code: "A-B-02", Pointer: "/where/0/b", Severity: motcua.SeverityWarning, Message: wrong},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("below /where/0 they are %v, want %v", got, want)
	}
	if fs[0].Pointer != "" || fs[1].Pointer != "/b" {
		t.Error("At changes its receiver")
	}
}

func TestFaultsSort(t *testing.T) {
	order := []motcua.Fault{
		{Pointer: ""},
		{Pointer: "/2/a"}, // array indexes by number
		{Pointer: "/10"},
		{Pointer: "/10/0"},
		{Pointer: "/", Code: "B"}, // the member called ""
		{Pointer: "/010"},         // not an index
		{Pointer: "/1a"},
		{Pointer: "/a"},
		{Pointer: "/a", Code: "A", Message: motcua.Text{En: "first"}},
		{Pointer: "/a", Code: "A", Message: motcua.Text{En: "second"}}, // as they stood
		{Pointer: "/a", Code: "B"},
		{Pointer: "/a/2"},
		{Pointer: "/a/10"},
		{Pointer: "/a/b"},
		{Pointer: "/ab"},
		{Line: 1, Pointer: "/z"},
		{Line: 2, Pointer: "/a"},
		{Line: 10, Pointer: ""},
	}
	rapid.Check(t, func(t *rapid.T) {
		var fs motcua.Faults
		for _, i := range rapid.Permutation(indexes(len(order))).Draw(t, "order") {
			f := order[i]
			fs = append(fs, &f)
		}
		first, second := -1, -1
		for i, f := range fs {
			switch f.Message.En {
			case "first":
				first = i
			case "second":
				second = i
			}
		}
		if first > second { // the pair whose order is that of the input
			fs[first], fs[second] = fs[second], fs[first]
		}
		fs.Sort()
		for i, f := range fs {
			if d := cmp.Diff(order[i], *f); d != "" {
				t.Fatalf("at %d: %s", i, d)
			}
		}
	})
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// TestSortIsTotal: any pointers, even ones that are none, sort in one way.
func TestSortIsTotal(t *testing.T) {
	pointer := rapid.StringMatching(`(/?(0|1|2|10|01|1a|a|ab|~0|~1)?){0,4}`)
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(pointer, 3, 3).Draw(t, "pointers")
		less := func(a, b string) bool {
			fs := motcua.Faults{{Pointer: b}, {Pointer: a}}
			fs.Sort()
			return fs[0].Pointer == a && a != b // moved forward, or equal
		}
		a, b, c := texts[0], texts[1], texts[2]
		if less(a, b) && less(b, a) || less(a, b) && less(b, c) && !less(a, c) && a != c {
			t.Fatalf("%q, %q, %q have no order", a, b, c)
		}
	})
}

func TestPointer(t *testing.T) {
	for _, c := range []struct {
		tokens []string
		want   string
	}{
		{nil, ""},
		{[]string{""}, "/"},
		{[]string{"a", "0", "b"}, "/a/0/b"},
		{[]string{"a/b", "m~n", "~1"}, "/a~1b/m~0n/~01"},
		{[]string{"hồ sơ", `"`, " "}, `/hồ sơ/"/ `}, // nothing else is escaped
	} {
		if got := motcua.Pointer(c.tokens...); got != c.want {
			t.Errorf("Pointer(%q) = %q, want %q", c.tokens, got, c.want)
		}
	}
}

// TestErrorsAreFound: every error of the package is found by errors.As and
// errors.Is through wrapping, and through Faults.
func TestErrorsAreFound(t *testing.T) {
	_, overflow := motcua.ParseDecimal("99999999999999999999")
	conflict := &motcua.ConflictError{Stream: "s", Expected: 1, Actual: 2}
	var fs motcua.Faults
	fs.Add("A-B-01", "/a", wrong, nil)
	fs.Add("A-B-02", "/b", wrong, fmt.Errorf("below: %w", overflow))
	fs.Warn("A-B-03", "/c", wrong, conflict)
	for _, err := range []error{fs.Err(), fmt.Errorf("reading: %w", fs.Err()), errors.Join(io.EOF, fs)} {
		var (
			all   motcua.Faults
			fault *motcua.Fault
			parse *motcua.ParseError
			clash *motcua.ConflictError
		)
		if !errors.As(err, &all) || len(all) != 3 {
			t.Errorf("no Faults in %v", err)
		}
		if !errors.As(err, &fault) || fault.Code != "A-B-01" {
			t.Errorf("no *Fault in %v", err)
		}
		if !errors.As(err, &parse) || parse.Kind != "decimal" || !errors.Is(err, motcua.ErrOverflow) {
			t.Errorf("no *ParseError of overflow in %v", err)
		}
		if !errors.As(err, &clash) || clash != conflict || !errors.Is(err, motcua.ErrConflict) {
			t.Errorf("no *ConflictError in %v", err)
		}
		if errors.Is(err, motcua.ErrInexact) || errors.Is(err, motcua.ErrRefused) {
			t.Errorf("a class too many in %v", err)
		}
	}
}
