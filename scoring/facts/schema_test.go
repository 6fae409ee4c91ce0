package facts

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/schematest"
)

// variants are a line with one member left out, added, or of another value.
func variants(line map[string]any) []map[string]any {
	out := []map[string]any{line}
	with := func(name string, value any) {
		v := maps.Clone(line)
		v[name] = value
		out = append(out, v)
	}
	for name := range line {
		without := maps.Clone(line)
		delete(without, name)
		out = append(out, without)
		for _, value := range []any{nil, true, 7, -1, 1.5, "", "x", "2026-02-30", "2026-03-02T8:00:00Z", "2026-03-02T08:00:00,5Z", "2016-12-31T23:59:60Z", "2026-03-02t08:00:00z", "2026-03-02T08:00:00+24:00", "rating", []any{}, []any{nil}, map[string]any{}} {
			with(name, value)
		}
	}
	with("colour", "red")
	return out
}

// TestSchemasTellTheTruth: what the schema refuses, the reader refuses, and what the
// reader refuses for its shape, the schema does. What only law and sense refuse are
// faults of their own codes.
func TestSchemasTellTheTruth(t *testing.T) {
	sides := schematest.Sides(t, Documents())
	checked := map[string]int{}
	for _, text := range good {
		var line map[string]any
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatal(err)
		}
		d := sides[line["fact"].(string)+"Fact"]
		for _, variant := range variants(line) {
			data, err := json.Marshal(variant)
			if err != nil {
				t.Fatal(err)
			}
			refused := d.Refusal(data)
			shape := slices.ContainsFunc(d.Check(data), func(f *motcua.Fault) bool {
				return strings.HasPrefix(f.Code, "DOC-") || f.Code == codeKind || f.Code == codeNumber
			})
			if refused != nil && d.Check(data).Err() == nil || refused == nil && shape {
				t.Errorf("%s: the schema says %v, the reader %v", data, refused, d.Check(data))
			}
			checked[d.Name]++
		}
	}
	if len(checked) != 8 {
		t.Errorf("not every kind was checked: %v", checked)
	}
	if err := sides["factRules"].Refusal(rulesDocument); err != nil {
		t.Errorf("the shipped rules: %v", err)
	}
}
