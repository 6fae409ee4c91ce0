package register_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// fuzz reads whatever comes. Faults say where and what; what has none is JSON, and comes
// back from what is written of it.
func fuzz[T any](f *testing.F, kind string, parse func([]byte) (T, motcua.Faults), write func(T) any) {
	for _, text := range samples(f)[kind] {
		if len(text) < 3000 {
			f.Add(text)
		}
	}
	for _, c := range badDocuments {
		if c.kind == kind {
			f.Add([]byte(c.text))
		}
	}
	for _, text := range []string{"", "null", "[]", "{}", "{", `{"order":null}`, `{"events":[null]}`, `{"amount":{"amount":"-0"}}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, faults := parse(data)
		for _, fault := range faults {
			if fault.Code == "" || fault.Message.Vi == "" || fault.Message.En == "" || strings.Contains(fault.Message.Vi+fault.Message.En, "%!") {
				t.Fatalf("%+v", fault)
			}
		}
		if faults.Err() != nil {
			return
		}
		if !json.Valid(data) {
			t.Fatal("no fault in what is no JSON")
		}
		text, err := json.Marshal(write(v))
		if err != nil {
			t.Fatal(err)
		}
		again, faults := parse(text)
		if faults.Err() != nil {
			t.Fatalf("written as %s: %v", text, faults)
		}
		if twice, err := json.Marshal(write(again)); err != nil || string(twice) != string(text) {
			t.Fatalf("%s is read as %s, %v", text, twice, err)
		}
	})
}

func same[T any](v T) any { return v }

func FuzzParseOrder(f *testing.F) {
	fuzz(f, "order", register.ParseOrder, func(o *payment.Order) any {
		if o.ID() == "" { // one without a history is read, whatever it is called
			return register.Document{Order: "HD1", Events: []payment.Event{}}
		}
		return register.Of(o)
	})
}

func FuzzParseEvent(f *testing.F)   { fuzz(f, "orderEvent", register.ParseEvent, same) }
func FuzzParseEntry(f *testing.F)   { fuzz(f, "journalEntry", register.ParseEntry, same) }
func FuzzParseOpening(f *testing.F) { fuzz(f, "orderOpening", register.ParseOpening, same) }
func FuzzParseClaim(f *testing.F)   { fuzz(f, "claim", register.ParseClaim, same) }
