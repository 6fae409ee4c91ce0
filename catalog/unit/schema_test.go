package unit_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/internal/schematest"
)

// TestSchemaAndCheckAgree: what is shipped and shown passes both; a planted fault is
// refused by both, or by a rule alone that no schema can say.
func TestSchemaAndCheckAgree(t *testing.T) {
	sides := schematest.Sides(t, unit.Documents())
	var shipped, lines bytes.Buffer
	if err := unit.Standard().Rows().Write(&shipped); err != nil {
		t.Fatal(err)
	}
	if err := unit.Standard().Rows().WriteLines(&lines); err != nil {
		t.Fatal(err)
	}
	line := strings.SplitAfter(lines.String(), "\n")[10]
	for _, c := range []struct{ kind, text, old, by, refused, why string }{
		{"units", shipped.String(), "", "", "", "what is shipped"},
		{"units", split, "", "", "", "a split"},
		{"units", "{}", "", "", "", "no rows"},
		{"unitLine", line, "", "", "", "a line"},
		{"units", split, `"level"`, `"livel"`, "both", "a misspelt member"},
		{"units", split, `"commune"`, `"village"`, "both", "a level nobody knows"},
		{"units", split, `"2025-07-01"`, `"2025-06-31"`, "both", "a day that is none"},
		{"units", split, `"split", "share": "0.4"`, `"split", "share": 0.4`, "both", "a number for a share"},
		{"units", split, `"split", "share": "0.4"`, `"split"`, "both", "no share, which is not the same as an unknown one"},
		{"units", split, `"basis": "ours"`, `"basis": "rumour"`, "both", "a ground nobody knows"},
		{"units", split, `[2, 3, 5]`, `[2.5]`, "both", "a fraction for a length"},
		{"units", split, `"0.4"`, `"1.4"`, "rule", "more than the whole"},
		{"units", split, `"id": "east"`, `"id": "old"`, "rule", "an ID twice"},
		{"unitLine", line, `{"unit"`, `{"units"`, "both", "a member nobody knows"},
		{"unitLine", "{}", "", "", "rule", "no row"},
	} {
		data := []byte(replaced(t, c.text, c.old, c.by))
		bySchema, byCheck := sides[c.kind].Refusal(data) != nil, sides[c.kind].Check(data).Err() != nil
		if bySchema != (c.refused == "both") || byCheck != (c.refused != "") {
			t.Errorf("%s: want it refused by %q; the schema refuses: %t, the check: %t", c.why, c.refused, bySchema, byCheck)
		}
	}
}
