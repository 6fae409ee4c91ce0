package facts

import (
	"testing"

	"github.com/motcua/motcua/dossier/npsp"
)

// TestKeys: codes of one dossier in two orders are one, and no two dossiers are.
func TestKeys(t *testing.T) {
	g := register(t)
	ids := map[string]int{}
	for i, row := range []struct {
		code string
		id   int // of the code it is another spelling of, by its place; -1 for none
	}{
		{"H56.34.12-260706-0001", -1}, {"000.12.34.H56-260706-0001", 0}, {"H56.34.12.000-260706-0001", 0},
		{"H56.34.12-260706-00001", -1}, {"H56.34.12-260706-0002", -1}, {"H56.34.12-260707-0001", -1}, {"H56.34-260706-0001", -1},
		{"H44.60-260701-900000000000000000", -1}, {"H44.60-260701-323539247696576512", -1},
		{"H56.34.12-260230-0001", -1}, {"HS-2026-1", -1}, {"HS-2026-2", -1}, {"H56.34.12-260706-001", -1}, {"", -1},
	} {
		id, ok := g.Message(&npsp.Brief{Kind: npsp.KindDossier, Dossier: []byte(row.code)})
		if row.code == "" {
			if ok {
				t.Error("a message without a code is taken")
			}
			continue
		}
		want := 2 * len(ids)
		if row.id >= 0 {
			want = row.id
		}
		if id != want || !ok {
			t.Errorf("%d: %s is %d, want %d", i, row.code, id, want)
		}
		if row.id < 0 {
			ids[row.code] = id
		}
	}
}
