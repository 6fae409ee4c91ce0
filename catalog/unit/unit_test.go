package unit_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

// TestShipped holds the embedded rows to be sound, written as this package writes, and
// as many as the law has: 63 provinces before the merger, 34 since, 11 of them both.
func TestShipped(t *testing.T) {
	data, err := os.ReadFile("units.json")
	if err != nil {
		t.Fatal(err)
	}
	rows, faults := unit.ParseRows(data)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	register, faults := unit.New(rows)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var again bytes.Buffer
	if err := register.Rows().Write(&again); err != nil {
		t.Fatal(err)
	}
	golden(t, "units.json", again.String())
	merger := motcua.MustDate(dayOfTheMerger)
	before, since := register.Units(unit.Province, merger.AddDays(-1)), register.Units(unit.Province, merger)
	if len(before) != 63 || len(since) != 34 || len(rows.Units) != 63+34-11 {
		t.Errorf("%d before, %d since, %d in all", len(before), len(since), len(rows.Units))
	}
	for _, u := range before {
		heirs := register.Heirs(u.ID, merger)
		if len(heirs) != 1 || heirs[0].Share.String() != "1" {
			t.Errorf("%s went to %v", u.ID, heirs)
		}
	}
}
