package sample_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/internal/schematest"
)

// ofProcedures is the kind of document that a version is.
func ofProcedures(t *testing.T) schematest.Side {
	t.Helper()
	return schematest.Of(t, catalog.Documents()[0])
}

// TestSampleConforms: every version, as it is written, is what the schema says.
func TestSampleConforms(t *testing.T) {
	side := ofProcedures(t)
	for _, p := range sample.Versions() {
		text, err := catalog.AppendJSON(nil, &p)
		if err != nil {
			t.Fatal(err)
		}
		if err := side.Refusal(text); err != nil {
			t.Errorf("%s: %v", p.Code, err)
		}
	}
}

// TestSchemaAndReaderAgree spoils the sample in every place, one at a time, and asks both:
// what the reader finds wrong in form the schema refuses, and it refuses nothing that the
// reader finds sound.
func TestSchemaAndReaderAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	side := ofProcedures(t)
	seen, form, told := map[string]bool{}, 0, 0
	for _, p := range sample.Versions() {
		text, err := catalog.AppendJSON(nil, &p)
		if err != nil {
			t.Fatal(err)
		}
		var tree any
		d := json.NewDecoder(bytes.NewReader(text))
		d.UseNumber()
		if err := d.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		schematest.Spoil(tree, func(what string, whole any) {
			if seen[what] {
				return
			}
			seen[what] = true
			spoiled, err := json.Marshal(whole)
			if err != nil {
				t.Fatal(err)
			}
			faults := side.Check(spoiled)
			inForm := slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Code, "DOC-") })
			sound := faults.Err() == nil
			refused := side.Refusal(spoiled)
			if inForm {
				form++
			}
			if refused != nil {
				told++
			}
			if inForm && refused == nil || sound && refused != nil {
				t.Errorf("%s of %s: the reader says %v, the schema %v", what, p.Code, faults, refused)
			}
		})
	}
	t.Logf("%d ways to spoil a procedure, %d faults of form, %d refused by the schema", len(seen), form, told)
	if form < 1000 || told < form {
		t.Errorf("%d faults of form, %d refused", form, told)
	}
}
