package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestDossierBudgetIsTold: a desk's budget beyond the calendar is an error of every
// command that tells who had a dossier, and what else is known is told all the same.
func TestDossierBudgetIsTold(t *testing.T) {
	const budget = `"budget":[{"amount":"`
	lines := slices.Collect(bytes.Lines(madeUp(t)))
	at := slices.IndexFunc(lines, func(l []byte) bool {
		return bytes.Contains(l, []byte(codes[0])) && bytes.Contains(l, []byte(budget))
	})
	if at < 0 {
		t.Fatalf("no desk of %s has a budget", codes[0])
	}
	before, after, _ := bytes.Cut(lines[at], []byte(budget))
	lines[at] = slices.Concat(before, []byte(budget+"99999999999"), after[bytes.IndexByte(after, '"'):])
	file := write(t, "budget.jsonl", slices.Concat(lines...))
	for _, row := range []struct{ args, shows string }{
		{"explain --dossier " + codes[0], "What happened"},
		{"explain --dossier " + codes[0], "How the date comes about"}, // which no desk decides
		{"explain --format json --dossier " + codes[0], `"holdings":[],`},
		{"replay", codes[2]},
	} {
		code, out, errs := call(t, append(append([]string{"dossier"}, strings.Fields(row.args)...), file, "--now", "2026-03-13T16:30:00+07:00")...)
		if code != exitFaults || strings.Count(errs, "CAL-LIM-01: more than 36600") != 1 || !strings.Contains(errs, codes[0]) || !strings.Contains(out, row.shows) {
			t.Errorf("%s: exit %d\n%s%s", row.args, code, out, errs)
		}
	}
}

// TestDossierParentBeforeChildren: a parent that was finished while a child in the same
// file had not ended is a fault on the line of the finish, and is taken at its word.
func TestDossierParentBeforeChildren(t *testing.T) {
	data, err := os.ReadFile("testdata/sample/family.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	family := slices.Collect(bytes.Lines(data))
	finish := func(id, at string) []byte {
		return []byte(`{"dossier":"H56.12-260302-0004","id":"` + id + `","action":"finish","at":"` + at + `","by":{"role":"handler"},"to":"finished",` +
			`"results":[{"name":"Giấy phép","document":false,"electronic":false,"valid":false,"stored":false,"refusal":false}]}` + "\n")
	}
	early, late := finish("0004-4", "2026-03-03T09:59:59+07:00"), finish("0004-4", "2026-03-03T10:00:00+07:00")
	child := func(l []byte) bool { return bytes.HasPrefix(l, []byte(`{"dossier":"H56.12-260302-0005"`)) }
	for _, row := range []struct {
		name  string
		lines [][]byte
		line  string // of the fault; empty: none
	}{
		{"before", slices.Concat(family, [][]byte{early}), ":6: "},
		{"before, and told first", slices.Concat(family[:1], family[2:4], [][]byte{early}, family[1:2], family[4:]), ":4: "},
		{"in the instant in which the child ended", slices.Concat(family, [][]byte{late}), ""},
		{"no child in the file", append(slices.DeleteFunc(slices.Clone(family), child), early), ""}, // its end is taken for granted
		{"the child has no filing in the file", slices.Concat(family[:1], family[2:4], [][]byte{early}), ""},
	} {
		file := write(t, "family.jsonl", slices.Concat(row.lines...))
		_, out, errs := call(t, "dossier", "replay", file, "--now", "2026-03-13T16:30:00+07:00", "--format", "csv")
		const fault = "the dossiers it set off have ended"
		if told := strings.Count(errs, fault); told != min(1, len(row.line)) || told > 0 && !strings.Contains(errs, row.line) {
			t.Errorf("%s: %s", row.name, errs)
		}
		if !strings.Contains(out, "H56.12-260302-0004,finished,4,") {
			t.Errorf("%s: the parent stands elsewhere:\n%s", row.name, out)
		}
	}
	_, _, errs := call(t, "dossier", "next", write(t, "family.jsonl", slices.Concat(append(family, early)...)), "--dossier", "H56.12-260302-0005", "--now", "2026-03-13T16:30:00+07:00")
	if errs != "" {
		t.Errorf("the child is told the fault of its parent: %s", errs)
	}
}
