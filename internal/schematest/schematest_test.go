package schematest_test

import (
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
