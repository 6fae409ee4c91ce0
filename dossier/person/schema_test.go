package person_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/internal/schematest"
)

// TestSchemaAndReaderAgree: a sound applicant passes both; spoiled in any place it is
// refused by both; a planted fault is refused by both, or by a rule alone that no schema
// says.
func TestSchemaAndReaderAgree(t *testing.T) {
	documents := person.Documents()
	if len(documents) != 1 || documents[0].Name != "applicant" {
		t.Fatalf("%+v", documents)
	}
	side := schematest.Of(t, documents[0])
	whole, err := json.Marshal(sound())
	if err != nil {
		t.Fatal(err)
	}
	if form := side.Agree(t, whole); form < 200 {
		t.Errorf("wrong in %d ways only", form)
	}
	for _, c := range []struct{ old, by, refused, why string }{
		{"", "", "", "nothing"},
		{`"verified":true`, `"verified":false`, "", "an account nobody verified"},
		{`,"verified":true`, ``, "both", "nothing said about it"},
		{`"verified":true`, `"verified":null`, "both", "null for a flag"},
		{`"verified":true`, `"verified":1`, "both", "the flag of the portal"},
		{`"kind":"citizen"`, `"kind":"1"`, "both", "the code of the portal"},
		{`"type":"oldCard"`, `"type":"cmnd"`, "both", "a type nobody knows"},
		{`"birth":"1999-05-06"`, `"birth":"1999"`, "both", "a year for a day"},
		{`"name":"Trần Thị Mẫu"`, `"fullName":"Trần Thị Mẫu"`, "both", "a member nobody knows"},
		{`,"number":"C1234567"`, ``, "both", "no number"},
		{`"number":"001099000001"`, `"number":1099000001`, "both", "a number that lost its zeros"},
		{`"name":"Trần Thị Mẫu",`, ``, "rule", "a representative without a name"},
		{`"number":"001099000001"`, `"number":"00109900000"`, "rule", "eleven digits"},
	} {
		text := strings.Replace(string(whole), c.old, c.by, 1)
		if c.old != "" && text == string(whole) {
			t.Fatalf("%s is not there", c.old)
		}
		bySchema, byReader := side.Refusal([]byte(text)) != nil, side.Check([]byte(text)).Err() != nil
		if byReader != (c.refused != "") || bySchema != (c.refused == "both") {
			t.Errorf("%s: refused by the schema %t, by the reader %t, want %q", c.why, bySchema, byReader, c.refused)
		}
	}
}

// TestSchemaMarksPersonal: x-personal stands at the members of PersonalFields and at
// no other.
func TestSchemaMarksPersonal(t *testing.T) {
	type property struct {
		Ref      string `json:"$ref"`
		Items    *property
		Personal bool `json:"x-personal"`
	}
	var schema struct {
		Defs map[string]struct{ Properties map[string]property } `json:"$defs"`
	}
	if err := json.Unmarshal(person.Documents()[0].Schema, &schema); err != nil {
		t.Fatal(err)
	}
	var got []string
	var walk func(p property, at string)
	walk = func(p property, at string) {
		if p.Personal {
			got = append(got, at)
		}
		if p.Items != nil {
			walk(*p.Items, at+"/*")
		}
		for name, member := range schema.Defs[strings.TrimPrefix(p.Ref, "#/$defs/")].Properties {
			walk(member, at+"/"+name)
		}
	}
	walk(property{Ref: "#/$defs/Applicant"}, "")
	slices.Sort(got)
	if diff := cmp.Diff(slices.Sorted(slices.Values(person.PersonalFields())), got); diff != "" {
		t.Errorf("(-PersonalFields +schema):\n%s", diff)
	}
}
