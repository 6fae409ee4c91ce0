package schematest

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
)

// others are values of every type JSON has, to stand where another should.
var others = []any{nil, "", "x", json.Number("-1"), json.Number("1.5"), true, map[string]any{}, []any{}, []any{nil}}

// moments are texts that some take for a date or a time, and others do not: they stand
// where one should.
var moments = []any{
	"2026-03-02", "2026-02-30", "2026-02-30T08:00:00+07:00", "2026-03-02T08:00:00", "2026-03-02T8:00:00Z", "2026-03-02T24:00:00Z", "2016-12-31T23:59:60Z",
	"2026-03-02t08:00:00z", "2026-03-02T08:00:00,5Z", "2026-03-02T08:00:00.1234567891Z", "2026-03-02T08:00:00+0700", "2026-03-02T08:00:00+24:00",
}

// moment is how dates and times begin.
var moment = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}`)

// Spoil calls visit with the whole tree, spoiled in one place, for all places: a member
// taken away, one too many, and every value replaced. What was done is named, and a place
// in a list is a star in the name.
func Spoil(root any, visit func(what string, whole any)) {
	var walk func(v any, at string)
	replace := func(v any, at string, set func(any)) {
		instead := others
		if text, ok := v.(string); ok && moment.MatchString(text) {
			instead = slices.Concat(others, moments)
		}
		for _, other := range instead {
			set(other)
			visit(fmt.Sprintf("%s = %v (%T)", at, other, other), root)
		}
		set(v)
		walk(v, at)
	}
	walk = func(v any, at string) {
		switch v := v.(type) {
		case map[string]any:
			v["unheardOf"] = "x"
			visit(at+" + unheardOf", root)
			delete(v, "unheardOf")
			for _, k := range slices.Sorted(maps.Keys(v)) {
				member := v[k]
				delete(v, k)
				visit(at+"/"+k+" taken away", root)
				replace(member, at+"/"+k, func(x any) { v[k] = x })
			}
		case []any:
			for i, member := range v {
				replace(member, at+"/*", func(x any) { v[i] = x })
			}
		}
	}
	walk(root, "")
}

// Agree holds the schema of a kind of document to its reader: both take the samples;
// spoiled in any place, what the reader finds wrong in form the schema refuses, and it
// refuses nothing that the reader takes. It returns in how many ways the form was wrong.
func (s Side) Agree(t testing.TB, samples ...[]byte) (form int) {
	t.Helper()
	seen := map[string]bool{}
	for _, text := range samples {
		if faults, refused := s.Check(text), s.Refusal(text); faults.Err() != nil || refused != nil {
			t.Errorf("%s: the reader says %v, the schema %v", s.Name, faults.Err(), refused)
		}
		var tree any
		d := json.NewDecoder(strings.NewReader(string(text)))
		d.UseNumber()
		if err := d.Decode(&tree); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		Spoil(tree, func(what string, whole any) {
			if seen[what] {
				return
			}
			seen[what] = true
			spoiled, err := json.Marshal(whole)
			if err != nil {
				t.Fatalf("%s, %s: %v", s.Name, what, err)
			}
			faults, refused := s.Check(spoiled), s.Refusal(spoiled)
			inForm := slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Code, "DOC-") })
			if inForm {
				form++
			}
			if inForm && refused == nil || faults.Err() == nil && refused != nil {
				t.Errorf("%s, %s: the reader says %v, the schema %v", s.Name, what, faults, refused)
			}
		})
	}
	return form
}
