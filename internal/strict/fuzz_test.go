package strict_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/motcua/motcua/internal/strict"
)

// FuzzDecode holds Decode to encoding/json: what it finds no fault with, that
// reads to the same value; what is no JSON has a fault; two readings agree.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(sampleDocument))
	for _, seed := range []string{
		"", "null", "{}", "[]", "{} {}", "\uFEFF{}", "\xff", `{"int": 1, "int": 2}`, `{"int": 1e2}`, `{"Int": 1}`,
		`{"text": "\ud800\\ud83d\ude00"}`, `{"map": {"\u0061": 1, "a": 2}}`, `{"list": [1,]}`, `{"inner": {"nun": null}}`,
		`{"strict": null}`, `{"below": {"below": {"below": {}}}}`, `{"raw": {"a": -1}}`, `{"keyed": {"a": true}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got, again, want sample
		reading := strict.Decode(data, &got, 1)
		if other := strict.Decode(data, &again, 1); !reflect.DeepEqual(faultLines(reading.Faults), faultLines(other.Faults)) {
			t.Fatalf("faults differ:\n%v\n%v", reading.Faults, other.Faults)
		}
		for _, fault := range reading.Faults {
			if fault.Line < 1 || fault.Message.Vi == "" || fault.Message.En == "" {
				t.Fatalf("fault %+v lacks line or message", fault)
			}
		}
		if !json.Valid(data) {
			if reading.Faults.Err() == nil {
				t.Fatal("no fault in what is no JSON")
			}
			return
		}
		if reading.Faults.Err() != nil {
			return
		}
		if err := plainUnmarshal(data, &want); err != nil {
			t.Fatalf("encoding/json: %v", err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	})
}
