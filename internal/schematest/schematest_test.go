package schematest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/schematest"
)

func TestRefusal(t *testing.T) {
	side := schematest.Sides(t, []motcua.Document{{
		Name: "day", ID: "https://example.invalid/day.json",
		Schema: []byte(`{"$id": "https://example.invalid/day.json", "properties": {"day": {"type": "string", "format": "date"}}}`),
	}})["day"]
	for text, refused := range map[string]bool{
		`{"day": "2026-02-28"}`: false,
		`{"day": "2026-02-30"}`: true, // a format is a rule
		`{"day": 1}`:            true,
		`{"day": "2026-02-28"`:  true, // no JSON
	} {
		if err := side.Refusal([]byte(text)); (err != nil) != refused {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestSpoil: every place is spoiled, one at a time, and left as it was.
func TestSpoil(t *testing.T) {
	tree := map[string]any{"a": []any{"x"}}
	whole, n := fmt.Sprint(tree), 0
	var first []string
	schematest.Spoil(tree, func(what string, now any) {
		if n++; n <= 3 {
			first = append(first, what+" "+fmt.Sprint(now))
		}
	})
	want := []string{" + unheardOf map[a:[x] unheardOf:x]", "/a taken away map[]", "/a = <nil> (<nil>) map[a:<nil>]"}
	times := 0
	schematest.Spoil(map[string]any{"a": "2026-03-02T08:00:00Z"}, func(string, any) { times++ })
	if n != 1+1+9+9 || times != 1+1+9+12 || !slices.Equal(first, want) || fmt.Sprint(tree) != whole {
		t.Errorf("%d ways, %d for a time, %q, left as %v", n, times, first, tree)
	}
}

// failing notes that a test would fail.
type failing struct {
	testing.TB
	failed int
}

func (f *failing) Errorf(string, ...any) { f.failed++ }

// TestAgree: a schema that takes what the reader does not, or the other way round, is
// told.
func TestAgree(t *testing.T) {
	read := func(data []byte) motcua.Faults {
		var day struct {
			Day *string `json:"day"`
		}
		var faults motcua.Faults
		d := json.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		if err := d.Decode(&day); err != nil || day.Day == nil {
			faults.Add("DOC-VALUE-01", "", motcua.Text{Vi: "sai", En: "wrong"}, nil)
		}
		return faults
	}
	const head = `{"$id": "https://example.invalid/day.json", "type": "object", "required": ["day"], `
	for schema, agrees := range map[string]bool{
		`"additionalProperties": false, "properties": {"day": {"type": "string"}}}`:                 true,
		`"properties": {"day": {"type": "string"}}}`:                                                false, // takes any member
		`"additionalProperties": false, "properties": {"day": {"type": "string", "minLength": 1}}}`: false, // the reader takes ""
	} {
		side := schematest.Of(t, motcua.Document{Name: "day", ID: "https://example.invalid/day.json", Schema: []byte(head + schema), Check: read})
		told := failing{TB: t}
		if form := side.Agree(&told, []byte(`{"day": "thứ hai"}`)); form < 8 || (told.failed == 0) != agrees {
			t.Errorf("%s: wrong in %d ways, %d told", schema, form, told.failed)
		}
	}
}
