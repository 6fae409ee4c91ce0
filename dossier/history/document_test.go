package history_test

import (
	"bytes"
	"testing"

	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/internal/schematest"
)

// TestSchema: what is stored is what the schema says, in the eyes of a validator that
// knows nothing of this library; spoiled in any place, it is refused by both.
func TestSchema(t *testing.T) {
	side := schematest.Of(t, history.Documents()[0])
	check := func(data []byte, valid bool) {
		t.Helper()
		if err := side.Refusal(data); (err == nil) != valid {
			t.Errorf("%s: %v", data, err)
		}
		if faults := side.Check(data); (faults == nil) != valid {
			t.Errorf("%s: %v", data, faults)
		}
	}
	lines := recorded(t, lived(t, 8))
	if form := side.Agree(t, lines[0].Data); form < 500 {
		t.Errorf("wrong in %d ways only", form)
	}
	for _, r := range lines {
		check(r.Data, true)
		for _, member := range members {
			check(bytes.Replace(r.Data, []byte(`"`+member+`":`), []byte(`"x`+member+`":`), 1), false)
		}
		check(bytes.Replace(r.Data, []byte(`,"hash":"`), []byte(`,"hash":"A`), 1), false)
	}
}
