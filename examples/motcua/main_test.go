package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// noon is the clock of the tests: 21 November 2026, 12:00 in Vietnam.
func noon() time.Time { return time.Date(2026, time.November, 21, 5, 0, 0, 0, time.UTC) }

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"motcua": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, noon)) },
	})
}

func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("programs of one goroutine each")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("GORACE", "atexit_sleep_ms=0") // or each raced call would rest a second at its end
			// dossiers.jsonl and dossier.json, made up
			return os.CopyFS(filepath.Join(env.WorkDir, "sample"), os.DirFS("testdata/sample"))
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"gzip": func(ts *testscript.TestScript, _ bool, args []string) {
				var b bytes.Buffer
				z := gzip.NewWriter(&b)
				_, err := z.Write([]byte(ts.ReadFile(args[0])))
				ts.Check(errors.Join(err, z.Close()))
				ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o644))
			},
		},
	})
}

// Every command teaches itself and is listed.
func TestHelp(t *testing.T) {
	var overview bytes.Buffer
	if code := run([]string{"help"}, nil, &overview, &overview, noon); code != exitOK {
		t.Fatalf("help exits with %d", code)
	}
	var documented []string
	for _, d := range documents() {
		documented = append(documented, d.Name)
	}
	named := regexp.MustCompile(`schema\s+show\s+(\w+)`)
	for _, c := range commands() {
		for _, name := range named.FindAllStringSubmatch(c.long, -1) {
			if !slices.Contains(documented, name[1]) {
				t.Errorf("help %s names the document %q, which nobody knows", c.name, name[1])
			}
		}
		if !strings.Contains(overview.String(), "  "+c.name+" ") {
			t.Errorf("the overview does not list %q", c.name)
		}
		var out, errs bytes.Buffer
		if code := run(append([]string{"help"}, strings.Fields(c.name)...), nil, &out, &errs, noon); code != exitOK || errs.Len() > 0 {
			t.Errorf("help %s: exit %d, %s", c.name, code, errs.String())
		}
		if !strings.Contains(out.String(), "motcua "+c.name) || !strings.Contains(out.String(), "--format") || len(c.long) < 40 {
			t.Errorf("help %s teaches too little:\n%s", c.name, out.String())
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestWriteErrorsAreReported(t *testing.T) {
	var errs bytes.Buffer
	if code := run([]string{"definition", "list"}, nil, full{}, &errs, noon); code != exitFaults || !strings.Contains(errs.String(), "no space") {
		t.Errorf("exit %d, %q", code, errs.String())
	}
}

// A line of progress goes to a terminal after a while, and nowhere else.
func TestProgress(t *testing.T) {
	now := noon()
	clock := func() time.Time { now = now.Add(time.Second); return now }
	for _, show := range []bool{true, false} {
		var errs bytes.Buffer
		p := &progress{r: strings.NewReader(strings.Repeat("x", 3<<20)), name: "f", err: &errs, show: show, clock: clock}
		b := make([]byte, 1<<20)
		for {
			if _, err := p.Read(b); err != nil {
				break
			}
		}
		p.done()
		if got := strings.Contains(errs.String(), "f: 2 MB read"); got != show {
			t.Errorf("show %v wrote %q", show, errs.String())
		}
	}
	file, err := os.Create(filepath.Join(t.TempDir(), "f"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if isTerminal(file) || isTerminal(&bytes.Buffer{}) {
		t.Error("a file or a buffer passes for a terminal")
	}
}
