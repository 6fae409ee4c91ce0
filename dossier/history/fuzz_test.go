package history_test

import (
	"crypto/sha256"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/history"
)

// FuzzParseRecord: whatever stands in a stream is read without a panic, faults say where
// and what, and a record without faults is written as it was or says the same.
func FuzzParseRecord(f *testing.F) {
	body := `{"event":{"action":"receive","at":"2026-03-02T03:00:00Z","by":{"role":"counter"},"id":"c1","to":"received"},"format":1,` +
		`"previous":"` + history.Hash{}.String() + `","stream":"dossier/X","version":1}`
	whole := strings.TrimSuffix(body, "}") + `,"hash":"` + history.Hash(sha256.Sum256([]byte(body))).String() + `"}`
	if _, faults := history.ParseRecord([]byte(whole)); faults != nil {
		f.Fatal(faults)
	}
	f.Add([]byte(whole))
	f.Add([]byte(body))
	for _, seed := range []string{
		"", "null", "[]", "{}", `{"format":1}`, `{"event":{"id":"c1","action":"archive","to":"stopped"}}`, `{"event":null,"hash":"00"}`,
		`{"event":{"action":"receive","at":"2026-03-02T09:00:00Z","to":"received"},"format":1,"version":1,"hash":"` + history.Hash{}.String() + `"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rec, faults := history.ParseRecord(data)
		for _, fault := range faults {
			if fault.Code == "" || fault.Message.Vi == "" || fault.Message.En == "" {
				t.Fatalf("%+v", fault)
			}
		}
		r := motcua.Record{Version: 1, Event: motcua.Event{ID: rec.Event.ID, Type: "dossier." + rec.Event.Action.String(), Time: rec.Event.At, Data: data}}
		_, found := verify(t, broken{r, r}, history.Head{Version: 1})
		d, _, err := history.Store{Log: broken{r}}.Load(t.Context(), code)
		if d == nil || found.Err() == nil { // it cannot follow itself
			t.Fatalf("%v, %v, %v", d, err, found)
		}
		if faults.Err() != nil {
			return
		}
		if !json.Valid(data) {
			t.Fatal("no fault in what is no JSON")
		}
		text, err := json.Marshal(rec)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := history.ParseRecord(text)
		if diff := cmp.Diff(rec, again, exact); diff != "" {
			t.Fatalf("written again: %s", diff)
		}
	})
}
