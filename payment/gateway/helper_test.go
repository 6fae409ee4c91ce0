package gateway_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
)

// encoded is a value as JSON, without escapes for HTML.
func encoded(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// places are faults as "/pointer CODE", warnings with "?" behind, in their order.
func places(faults motcua.Faults) []string {
	var out []string
	for _, f := range faults {
		place := f.Pointer + " " + f.Code
		if f.Severity == motcua.SeverityWarning {
			place += "?"
		}
		out = append(out, place)
	}
	return out
}

// wantFaults holds faults to their places, separated by "|".
func wantFaults(t *testing.T, why string, faults motcua.Faults, want string) {
	t.Helper()
	var list []string
	if want != "" {
		list = strings.Split(want, "|")
	}
	if diff := cmp.Diff(list, places(faults)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", why, diff)
	}
	for _, f := range faults {
		if f.Message.Vi == "" || f.Message.En == "" {
			t.Errorf("%s: %v says nothing in one of the languages", why, f)
		}
	}
}
