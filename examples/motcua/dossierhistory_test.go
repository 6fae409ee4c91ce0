package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
	"github.com/motcua/motcua/dossier/transcript"
)

// call runs the program and returns all that it wrote.
func call(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(args, nil, &o, &e, noon)
	return code, o.String(), e.String()
}

// write writes a file that lasts as long as the test.
func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// madeUp is the file of made-up dossiers.
func madeUp(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/sample/dossiers.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// planted replaces every text that identifies a person by a marker, or by what change
// makes of it, and returns the lines and how many there were.
func planted(t *testing.T, data []byte, mark any) ([]byte, int) {
	t.Helper()
	var out []byte
	n := 0
	for line := range bytes.Lines(data) {
		var event any
		if err := json.Unmarshal(line, &event); err != nil {
			t.Fatal(err)
		}
		for _, pointer := range dossier.PersonalFields() {
			n += plant(event, strings.Split(pointer, "/")[1:], mark)
		}
		text, err := json.Marshal(event)
		if err != nil {
			t.Fatal(err)
		}
		out = append(append(out, text...), '\n')
	}
	return out, n
}

func plant(v any, path []string, mark any) (n int) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			n += plant(item, path[1:], mark)
		}
	case map[string]any:
		if _, there := v[path[0]]; !there {
			return 0
		} else if len(path) > 1 {
			return plant(v[path[0]], path[1:], mark)
		}
		v[path[0]] = mark
		return 1
	}
	return n
}

// codes are the dossiers of the sample.
var codes = []string{"H56.12-260302-0001", "H56.12-260302-0002", "H56.12-260302-0003"}

// calls are all calls that read histories, in every format and language.
func calls(file string, personal bool) (list [][]string) {
	for _, format := range []string{"table", "csv", "json"} {
		for _, lang := range []string{"en", "vi"} {
			common := []string{file, "--now", "2026-03-13T16:30:00+07:00", "--format", format, "--lang", lang}
			add := func(own bool, words ...string) {
				c := slices.Concat(words, common)
				if own && personal {
					c = append(c, "--personal")
				}
				list = append(list, c)
			}
			add(false, "dossier", "replay")
			for _, code := range codes {
				add(false, "dossier", "next", "--dossier", code)
				add(true, "dossier", "explain", "--dossier", code)
				for _, form := range formNames() {
					if format != "csv" {
						add(true, "dossier", "form", form, "--dossier", code)
					}
				}
			}
		}
	}
	return list
}

// TestNobodyIsShown: whatever is asked, and whatever is wrong, nothing that identifies a
// person is written unless persons are asked for.
func TestNobodyIsShown(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	const mark = "LỘ-DANH-TÍNH"
	for _, row := range []struct {
		name string
		mark any
	}{
		{"text", mark},                           // numbers and days that are none are faults
		{"elsewhere", []any{mark}},               // a list where a text is wanted
		{"member", map[string]any{"name": mark}}, // an object
	} {
		data, n := planted(t, madeUp(t), row.mark)
		if n < 60 {
			t.Fatalf("%s: only %d markers planted", row.name, n)
		}
		file := write(t, "dossiers.jsonl", data)
		for _, args := range calls(file, false) {
			if _, out, errs := call(t, args...); strings.Contains(out+errs, mark) {
				t.Errorf("%s: %q shows a person:\n%s%s", row.name, args[:5], out, errs)
			}
		}
	}
	shown := 0
	data, _ := planted(t, madeUp(t), mark)
	for _, args := range calls(write(t, "dossiers.jsonl", data), true) {
		if _, out, _ := call(t, args...); strings.Contains(out, mark) {
			shown++
		}
	}
	if shown < 20 {
		t.Errorf("only %d calls show persons where they are asked for: the markers reach nothing", shown)
	}
}

// TestLongLine: a line that is too long is an error with its number, and what stood
// before it is told.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	lines := slices.Collect(bytes.Lines(madeUp(t)))
	long := append(append([]byte(`{"dossier":"`), bytes.Repeat([]byte("x"), transcript.MaxLine)...), "\"}\n"...)
	file := write(t, "long.jsonl", slices.Concat(lines[0], long, lines[1]))
	code, out, errs := call(t, "dossier", "replay", file, "--now", "2026-03-13T16:30:00+07:00")
	if code != exitFaults || !strings.Contains(errs, "long.jsonl: line 2: a line of more than 16 MiB") || !strings.Contains(out, codes[0]) {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	file = write(t, "first.jsonl", slices.Concat(long, lines[0]))
	code, out, errs = call(t, "dossier", "replay", file)
	if code != exitFaults || !strings.Contains(errs, "first.jsonl: line 1: a line of more than 16 MiB") || strings.Contains(out, codes[0]) {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	if _, _, errs = call(t, "dossier", "next", write(t, "long.jsonl", slices.Concat(lines[0], long))); !strings.Contains(errs, "line 2") {
		t.Errorf("next says %s", errs)
	}
}

// TestFormsAreListed: the help lists the forms there are, with their numbers and titles.
func TestFormsAreListed(t *testing.T) {
	for _, row := range forms.Standard().For("") {
		want := row.ID + strings.Repeat(" ", 12-len(row.ID)) + row.Number + "  " + row.Title.Vi
		if !strings.Contains(strings.ToLower(dossierFormCommand.long), strings.ToLower(want)) {
			t.Errorf("the help does not list %q", want)
		}
	}
}

// TestWordsOfDossiers: every name that stands in a table has its words.
func TestWordsOfDossiers(t *testing.T) {
	for r := dossier.RoleApplicant; r <= dossier.RoleSystem; r++ {
		if roleWords[r].En == "" || roleWords[r].Vi == "" {
			t.Errorf("no words for role %v", r)
		}
	}
	for x := dossier.StatusPending; x <= dossier.StatusEnded; x++ {
		if statusWords[x].En == "" || statusWords[x].Vi == "" {
			t.Errorf("no words for status %v", x)
		}
	}
	for v := dossier.VerdictEarly; v <= dossier.VerdictNotReceived; v++ {
		if verdictWords[v].En == "" || verdictWords[v].Vi == "" {
			t.Errorf("no words for verdict %v", v)
		}
	}
	for r := dossier.IndexByDue; r <= dossier.IndexNotReceived; r++ {
		if indexWords[r].En == "" || indexWords[r].Vi == "" {
			t.Errorf("no words for index reason %v", r)
		}
	}
}
