package main

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/invopop/jsonschema"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

type described struct {
	Num   *int64           `json:"num" jsonschema:"nullable,minimum=0,maximum=9007199254740991"`
	Den   *int64           `json:"den" jsonschema:"nullable"`
	Level *scoring.Stage   `json:"level" jsonschema:"nullable"`
	Next  *described       `json:"next" jsonschema:"nullable"`
	List  []*motcua.Date   `json:"list,omitempty"`
	Map   map[string]*bool `json:"map,omitempty"`
	motcua.Validity
}

var comments = map[string]string{
	"github.com/motcua/motcua/internal/schemagen.described":       "described is a type.\n\nDen is below Num. A nil *Stage is unset. [Index.Check] looks at it.",
	"github.com/motcua/motcua/internal/schemagen.described.Num":   "Num and Den are the\ncounts, see [Columns] and the JSON Schema.",
	"github.com/motcua/motcua/internal/schemagen.described.Den":   "see Num",
	"github.com/motcua/motcua/internal/schemagen.described.Level": "Level is where Points count.",
	"github.com/motcua/motcua/internal/schemagen.described.Next":  "Next goes on.",
	"github.com/motcua/motcua.Validity.From":                      "first day, before To",
}

// TestFinished shows in one type what is made of null, of descriptions and of
// embedding.
func TestFinished(t *testing.T) {
	g := &generator{names: map[string]reflect.Type{}}
	schema := g.reflect(described{}, comments)
	if err := g.err(); err != nil {
		t.Fatal(err)
	}
	got := map[string]any{}
	text, err := json.Marshal(schema.Definitions["described"])
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal([]byte(`{
		"type": "object", "additionalProperties": false, "required": ["num", "den", "level", "next"],
		"description": "described is a type. `+"`den` is below `num`"+`.",
		"properties": {
			"num": {
				"type": ["integer", "null"], "minimum": 0, "maximum": 9007199254740991,
				"description": "`+"`num` and `den`"+` are the counts, see Columns and the JSON Schema."
			},
			"den": {"type": ["integer", "null"], "description": "`+"`num` and `den`"+` are the counts, see Columns and the JSON Schema."},
			"level": {
				"anyOf": [{"type": "string", "enum": ["leaf", "group", "total"]}, {"type": "null"}],
				"description": "`+"`level`"+` is where Points count."
			},
			"next": {"anyOf": [{"$ref": "#/$defs/described"}, {"type": "null"}], "description": "`+"`next`"+` goes on."},
			"list": {"type": "array", "items": {"type": ["string", "null"], "format": "date"}},
			"map": {"type": "object", "additionalProperties": {"type": ["boolean", "null"]}},
			"from": {"type": "string", "format": "date", "description": "first day, before `+"`to`"+`"},
			"to": {"type": "string", "format": "date"}
		}
	}`), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("schema (-want +got):\n%s", diff)
	}
}

// TestRowsStayTheirOwn: what one document adds to a shared row must not show in
// the next.
func TestRowsStayTheirOwn(t *testing.T) {
	for typ, row := range rows {
		g := &generator{}
		first := g.schema(typ)
		first.Description, first.Type = "changed", "changed"
		if row.Description != "" || row.Type == "changed" {
			t.Errorf("the row of %s changes with its users", typ)
		}
		if !marshals(typ) {
			t.Errorf("%s has a row and needs none", typ)
		}
	}
}

// TestEnumNames: the schema of an enum lists what its type reads, all of it, in
// order.
func TestEnumNames(t *testing.T) {
	g := &generator{}
	if diff := cmp.Diff([]any{"<", "<=", ">=", ">"}, g.schema(reflect.TypeFor[motcua.Op]()).Enum); diff != "" {
		t.Errorf("signs (-want +got):\n%s", diff)
	}
	for i, name := range g.schema(reflect.TypeFor[scoring.Status]()).Enum {
		var s scoring.Status
		if err := s.UnmarshalText([]byte(name.(string))); err != nil || int(s) != i+1 {
			t.Errorf("%v is number %d, not %d; error %v", name, s, i+1, err)
		}
	}
	last := g.schema(reflect.TypeFor[scoring.Status]()).Enum
	if next := scoring.Status(len(last) + 1); next.String() != "status(9)" || g.err() != nil {
		t.Errorf("%v is left out; %v", next, g.err())
	}
}

// TestUnescaped: what json.Marshal escapes for HTML stays as it was meant.
func TestUnescaped(t *testing.T) {
	text, err := json.Marshal(&jsonschema.Schema{Pattern: `<&>\u003c\d`})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := plain.Replace(string(text)), `{"pattern":"<&>\\u003c\\d"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Stage bears the name of an enum of another package, and holds one.
type Stage struct {
	Stage scoring.Stage `json:"stage"`
}

// TestNamesakes: an enum is written in place, and not taken for a struct of its name.
func TestNamesakes(t *testing.T) {
	g := &generator{names: map[string]reflect.Type{}}
	schema := g.reflect(Stage{}, nil)
	if err := g.err(); err != nil {
		t.Fatal(err)
	}
	member, _ := schema.Definitions["Stage"].Properties.Get("stage")
	if member.Ref != "" || len(member.Enum) == 0 {
		t.Errorf("%+v", member)
	}
}
