package dossier_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
	"github.com/motcua/motcua/internal/schematest"
)

// documents are those that hold dossiers and what they rest on.
func documents() []motcua.Document {
	return append(dossier.Documents(), transcript.Documents()...)
}

// samples are sound texts of each kind of document, in which every member is stated
// somewhere.
func samples(t testing.TB) map[string][][]byte {
	t.Helper()
	l := fullLife(t)
	l.Now = at(t, "03-10 09:00")
	ledger, verdict, err := transcript.View(l.Dossier, &l.Setting)
	if err != nil {
		t.Fatal(err)
	}
	l.Now = at(t, "03-04 12:00") // while it is in hand
	running, late, err := transcript.View(l.At(l.Now), &l.Setting)
	if err != nil {
		t.Fatal(err)
	}
	late.Late = append(late.Late, dossier.Holding{Desk: *l.Events[7].Desk, By: handler, State: dossier.StateProcessing, From: l.Now, To: l.Now})
	texts := map[string][][]byte{
		"dossier":    {documentOf(t, dossier.Fold(l.Events[:1]))}, // what its events may hold, events show
		"ledger":     {eventOf(t, ledger), eventOf(t, running)},
		"verdict":    {eventOf(t, verdict), eventOf(t, late)},
		"lifeRules":  {eventOf(t, dossier.StandardLifeRules())},
		"clockRules": {shippedRules(t)},
	}
	for i := range l.Events {
		e := &l.Events[i]
		texts["event"] = append(texts["event"], []byte(strings.Replace(lineOf(t, l.Filing.Code, e), "{", `{"format":1,`, 1)))
		texts["command"] = append(texts["command"], eventOf(t, dossier.Command{ID: e.ID, Action: e.Action, By: e.By, Details: e.Details}))
	}
	texts["dossier"][0] = []byte(strings.Replace(string(texts["dossier"][0]), "{", `{"format":1,`, 1))
	return texts
}

// TestSchemasAgree spoils each sample in every place, one at a time, and asks both sides:
// what the reader finds wrong in form the schema refuses, and it refuses nothing that the
// reader finds sound.
func TestSchemasAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	texts := samples(t)
	sides := schematest.Sides(t, documents())
	if len(sides) != len(texts) {
		t.Errorf("%d kinds of document, and samples of %d", len(sides), len(texts))
	}
	for name, side := range sides {
		form, seen := 0, map[string]bool{}
		for _, text := range texts[name] {
			if faults, refused := side.Check(text), side.Refusal(text); faults.Err() != nil || refused != nil {
				t.Errorf("%s: the reader says %v, the schema %v", name, faults.Err(), refused)
			}
			schematest.Spoil(treeOf(t, text), func(what string, whole any) {
				if seen[what] {
					return
				}
				seen[what] = true
				spoiled := eventOf(t, whole)
				faults, refused := side.Check(spoiled), side.Refusal(spoiled)
				inForm := slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Code, "DOC-") })
				if inForm {
					form++
				}
				if inForm && refused == nil || faults.Err() == nil && refused != nil {
					t.Errorf("%s, %s: the reader says %v, the schema %v", name, what, faults, refused)
				}
			})
		}
		if form < 100 {
			t.Errorf("%s was spoiled in %d ways", name, form)
		}
	}
}

// TestSamplesWhole: the samples state every member that their schemas know, so that no
// place is left unspoiled; but for limits and sources, which have samples of their own,
// and the events of a dossier, which are those of event.
func TestSamplesWhole(t *testing.T) {
	texts := samples(t)
	for _, d := range documents() {
		stated := map[string]bool{}
		for _, text := range texts[d.Name] {
			members(treeOf(t, text), stated)
		}
		var missing []string
		walkSchema(t, d.Schema, func(at string, _ bool) {
			if !strings.Contains(at, "/events/") && !strings.Contains(at, "/limit/") && !strings.Contains(at, "/source/") && !stated[at[strings.LastIndex(at, "/")+1:]] {
				missing = append(missing, at)
			}
		})
		if missing != nil {
			t.Errorf("%s: nothing states %q", d.Name, missing)
		}
	}
}

// members notes the names of all members of a tree.
func members(v any, into map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, member := range v {
			into[k] = true
			members(member, into)
		}
	case []any:
		for _, member := range v {
			members(member, into)
		}
	}
}

// walkSchema calls visit for each member a schema knows, with its place and whether it is
// marked as identifying a person. What is written in itself is entered once on a way.
func walkSchema(t testing.TB, schema []byte, visit func(at string, personal bool)) {
	t.Helper()
	root := treeOf(t, schema).(map[string]any)
	defs, _ := root["$defs"].(map[string]any)
	var walk func(v any, at string, on []string)
	walk = func(v any, at string, on []string) {
		s, _ := v.(map[string]any)
		if ref, ok := s["$ref"].(string); ok && !slices.Contains(on, ref) {
			walk(defs[strings.TrimPrefix(ref, "#/$defs/")], at, append(on[:len(on):len(on)], ref))
		}
		for _, part := range []string{"anyOf", "oneOf", "allOf"} {
			for _, x := range asList(s[part]) {
				walk(x, at, on)
			}
		}
		if s["items"] != nil {
			walk(s["items"], at+"/*", on)
		}
		properties, _ := s["properties"].(map[string]any)
		for name, member := range properties {
			m, _ := member.(map[string]any)
			visit(at+"/"+name, m["x-personal"] == true)
			walk(member, at+"/"+name, on)
		}
	}
	walk(map[string]any(root), "", nil)
}

func asList(v any) []any {
	list, _ := v.([]any)
	return list
}

// TestSchemasMarkPersonal: x-personal stands at the members of PersonalFields and at no
// other, in each document that holds events, and at no member of the others but the desk
// of a holding.
func TestSchemasMarkPersonal(t *testing.T) {
	fields := slices.Sorted(slices.Values(dossier.PersonalFields()))
	var withoutEvent []string
	for _, f := range fields {
		withoutEvent = append(withoutEvent, "/events/*"+f)
	}
	want := map[string][]string{
		"dossier": withoutEvent, "event": fields, "command": fields, "verdict": {"/late/*/desk/handler"},
	}
	for _, d := range documents() {
		var got []string
		walkSchema(t, d.Schema, func(at string, personal bool) {
			if personal {
				got = append(got, at)
			}
		})
		slices.Sort(got)
		if diff := cmp.Diff(want[d.Name], got); diff != "" {
			t.Errorf("%s (-want +schema):\n%s", d.Name, diff)
		}
	}
}
