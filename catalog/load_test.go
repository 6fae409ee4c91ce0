package catalog

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/motcua/motcua"
)

func coded(code string) string { return strings.Replace(plainest, "1.001193", code, 1) }

func TestLoad(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	fsys := fstest.MapFS{
		"b.jsonl":      file(coded("1.000002") + "\n" + coded("1.000003") + "\n{}\n"),
		"a.json":       file(" " + coded("1.000001")),
		"c.json":       file("[" + coded("1.000004") + ",\n{\"code\":\"1.000009\"},\n" + coded("1.000005") + "]"),
		"copy.json":    file(" " + coded("1.000001")),
		"readme.md":    file("# Read me"),
		"sub/d.json":   file("\uFEFF" + coded("1.000006")),
		"sub/e.json":   file(`{"fact":"unit"}`),
		"sub/f.json":   file(""),
		"sub/g.txt":    file("[1]"),
		"sub/h.json":   file("[{]"),
		"sub/i.json":   file("x"),
		"sub/j.json":   file("[]"),
		"sub/k.jsonl":  file(""),
		"sub/dir.json": &fstest.MapFile{Mode: fs.ModeDir},
	}
	const top = "b.jsonl:3:/code DOC-MEMBER-03 | b.jsonl:3:/name DOC-MEMBER-03 | b.jsonl:3:/status DOC-MEMBER-03 | " +
		"c.json:2:/1/name DOC-MEMBER-03 | c.json:2:/1/status DOC-MEMBER-03 | copy.json:0: CAT-FIL-08?"
	for _, c := range []struct{ reason, patterns, codes, faults string }{
		{"the top of the tree, in the order of names", "", "1.000001 1.000002 1.000003 1.000004 1.000005", top},
		{"a file that two patterns name is read once", "b.jsonl *.jsonl b.*", "1.000002 1.000003", "b.jsonl:3:/code DOC-MEMBER-03 | b.jsonl:3:/name DOC-MEMBER-03 | b.jsonl:3:/status DOC-MEMBER-03"},
		{"below", "sub/d.json", "1.000006", "sub/d.json:1: CAT-FIL-05?"},
		{"not procedures", "sub/[efij].json", "", "sub/e.json:0: CAT-FIL-06 | sub/f.json:0: CAT-FIL-06 | sub/i.json:0: CAT-FIL-06"},
		{"any name is read that is asked for", "sub/g.txt", "", "sub/g.txt:1:/0 DOC-VALUE-01"},
		{"not JSON", "sub/h.json", "", "sub/h.json:1: DOC-SYNTAX-01"},
		{"empty lines are no fault", "sub/k.jsonl", "", ""},
		{"a directory", "sub/dir.json", "", "sub/dir.json:0: CAT-FIL-01"},
		{"a pattern that is none", "[", "", "[:0: CAT-FIL-07"},
		{"a pattern without files", "*.csv readme.md", "", "*.csv:0: CAT-FIL-07 | readme.md:0: CAT-FIL-06"},
	} {
		procedures, faults := Load(fsys, nil, strings.Fields(c.patterns)...)
		var codes []string
		for _, p := range procedures {
			codes = append(codes, p.Code.String())
		}
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: %s, want %s", c.reason, got, c.codes)
		}
		if got := fileFaults(faults); got != c.faults {
			t.Errorf("%s:\n%s, want\n%s", c.reason, got, c.faults)
		}
	}
}

func fileFaults(faults FileFaults) string {
	var out []string
	for _, f := range faults {
		at := f.File + ":" + string(rune('0'+f.Fault.Line)) + ":" + faultsOf(motcua.Faults{f.Fault})
		out = append(out, at)
	}
	return strings.Join(out, " | ")
}

func TestLoadNothing(t *testing.T) {
	_, faults := Load(fstest.MapFS{}, nil)
	if len(faults) != 1 || faults.Err() == nil || faults[0].File != "." {
		t.Errorf("%v", faults)
	}
	_, faults = Load(fstest.MapFS{}, nil, "[")
	if !errors.Is(faults, path.ErrBadPattern) || !strings.HasPrefix(faults.Error(), "[: CAT-FIL-07") {
		t.Errorf("%v", faults)
	}
	if FileFaults(nil).Err() != nil {
		t.Error("no faults are an error")
	}
}

// TestLoadCopies: a copy left lying about doubles nothing; another file of the same
// size is read.
func TestLoadCopies(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, code := range map[string]string{"a.jsonl": "1.000001", "b.jsonl": "1.000001", "c.jsonl": "1.000002", "d.json": "1.000001"} {
		fsys[name] = &fstest.MapFile{Data: []byte(coded(code))}
	}
	procedures, faults := Load(fsys, nil)
	if len(procedures) != 2 || fileFaults(faults) != "b.jsonl:0: CAT-FIL-08? | d.json:0: CAT-FIL-08?" {
		t.Errorf("%d procedures, %s", len(procedures), fileFaults(faults))
	}
	if len(faults) > 0 && faults[0].Fault.Message.En != "passed over, for it has the content of a.jsonl" {
		t.Errorf("%v", faults)
	}
}
