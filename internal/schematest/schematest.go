// Package schematest asks a JSON Schema what it says of a document. A kind of
// document is described twice, by the schema that others read it with and by the
// reader of this library, and tests hold the one to the other: the schema is compiled
// here by a validator that knows nothing of this library. Only tests import this
// package.
package schematest

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/motcua/motcua"
)

// A Side is a kind of document with its schema. Check is what the reader has against a
// document, Refusal what the schema has.
type Side struct {
	motcua.Document
	schema *jsonschema.Schema
}

// Of compiles the schema of a kind of document, in which formats are rules and not
// notes: a date must be one. A schema that does not compile, or whose $id is not that
// of the document, ends the test.
func Of(t testing.TB, d motcua.Document) Side {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(d.Schema))
	if err != nil {
		t.Fatalf("%s: %v", d.Name, err)
	}
	if top, _ := tree.(map[string]any); top["$id"] != d.ID {
		t.Fatalf("%s: $id is %v, want %s", d.Name, top["$id"], d.ID)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(d.ID, tree); err != nil {
		t.Fatalf("%s: %v", d.Name, err)
	}
	schema, err := compiler.Compile(d.ID)
	if err != nil {
		t.Fatalf("%s: %v", d.Name, err)
	}
	return Side{d, schema}
}

// Sides are kinds of documents by their names. A name that stands twice ends the test.
func Sides(t testing.TB, documents []motcua.Document) map[string]Side {
	t.Helper()
	sides := map[string]Side{}
	for _, d := range documents {
		if _, twice := sides[d.Name]; twice {
			t.Fatalf("there are two documents %s", d.Name)
		}
		sides[d.Name] = Of(t, d)
	}
	return sides
}

// Refusal is what the schema has against a text, nil where it takes it. What is no JSON
// is refused as well.
func (s Side) Refusal(text []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return s.schema.Validate(v)
}
