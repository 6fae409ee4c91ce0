package payment_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/motcua/motcua/payment"
)

// TestSchema holds the schema of a line to the reader: a validator that knows nothing
// of this library takes what is sound, and refuses nothing that the reader takes.
func TestSchema(t *testing.T) {
	d := payment.Documents()[0]
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
	refused := 0
	for _, c := range badLines {
		text := strings.Replace(soundLine, c.old, c.new, 1)
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		form := false // a fault of the form, which a schema can see
		for _, place := range c.want {
			form = form || strings.Contains(place, " DOC-")
		}
		if err := compiled.Validate(v); form && err == nil {
			t.Errorf("%s: the schema takes it", c.name)
		} else if err != nil {
			refused++
		}
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(soundLine))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(v); err != nil || refused == 0 {
		t.Errorf("the sound line: %v; %d bad ones are refused", err, refused)
	}
}
