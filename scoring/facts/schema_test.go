package facts

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compiledSchema compiles the schema of a document.
func compiledSchema(t *testing.T, d motcua.Document) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(d.Schema))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource(d.ID, schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(d.ID)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

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
		for _, value := range []any{nil, true, 7, -1, 1.5, "", "x", "2026-02-30", "rating", []any{}, []any{nil}, map[string]any{}} {
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
	documents := map[string]motcua.Document{}
	for _, d := range Documents() {
		documents[d.Name] = d
	}
	checked := map[string]int{}
	for _, text := range good {
		var line map[string]any
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatal(err)
		}
		d := documents[line["fact"].(string)+"Fact"]
		schema := compiledSchema(t, d)
		for _, variant := range variants(line) {
			data, err := json.Marshal(variant)
			if err != nil {
				t.Fatal(err)
			}
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			refused := schema.Validate(value)
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
	rules := documents["factRules"]
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(rulesDocument))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiledSchema(t, rules).Validate(value); err != nil {
		t.Errorf("the shipped rules: %v", err)
	}
}
