package history_test

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/motcua/motcua/dossier/history"
)

// TestSchema: what is stored is what the schema says, in the eyes of a validator that
// knows nothing of this library; and what it refuses is refused here.
func TestSchema(t *testing.T) {
	d := history.Documents()[0]
	text, err := jsonschema.UnmarshalJSON(bytes.NewReader(d.Schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(d.ID, text); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(d.ID)
	if err != nil {
		t.Fatal(err)
	}
	check := func(data []byte, valid bool) {
		t.Helper()
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != valid {
			t.Errorf("%s: %v", data, err)
		}
		if faults := d.Check(data); (faults == nil) != valid {
			t.Errorf("%s: %v", data, faults)
		}
	}
	for _, r := range recorded(t, lived(t, 8)) {
		check(r.Data, true)
		for _, member := range members {
			check(bytes.Replace(r.Data, []byte(`"`+member+`":`), []byte(`"x`+member+`":`), 1), false)
		}
		check(bytes.Replace(r.Data, []byte(`,"hash":"`), []byte(`,"hash":"A`), 1), false)
	}
}
