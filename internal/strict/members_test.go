package strict_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

func TestMissing(t *testing.T) {
	wantFaults(t, `{}`, asInner, "1 /num DOC-MEMBER-03", "1 /unit DOC-MEMBER-03")
	wantFaults(t, "{\"note\":\n\"\"}", asInner, "1 /num DOC-MEMBER-03", "1 /unit DOC-MEMBER-03") // the line of the object
	wantFaults(t, `{"num": null, "unit": ""}`, asInner)                                          // null is there, and so is nothing
	wantFaults(t, `{"num": true, "unit": 1}`, asInner, "1 /num DOC-VALUE-01", "1 /unit DOC-VALUE-01")
}

// TestMisspelt: a wrong name that stands for a missing one is one fault.
func TestMisspelt(t *testing.T) {
	for _, c := range []struct {
		document, want, meant string
		shadows               []string
	}{
		{`{"num": 1, "unti": "u"}`, "1 /unti DOC-MEMBER-02", "", nil}, // two letters of four: no guess
		{`{"num": 1, "unt": "u"}`, "1 /unt DOC-MEMBER-02", "unit", []string{"/unit"}},
		{`{"num": 1, "UNIT": "u"}`, "1 /UNIT DOC-MEMBER-02", "unit", []string{"/unit"}},
		{`{"nun": 1, "unit": "u"}`, "1 /nun DOC-MEMBER-02", "num", []string{"/num"}},
		{`{"num": 1, "unit": "u", "unit ": "v"}`, "1 /unit  DOC-MEMBER-02", "", nil},                // the member is there
		{`{"unit ": "v", "num": 1, "unit": "u"}`, "1 /unit  DOC-MEMBER-02", "", nil},                // though it comes later
		{`{"num": 1, "unit": "u", "nota": ""}`, "1 /nota DOC-MEMBER-02", "note", []string{"/note"}}, // optional ones too
		{`{"num": 1, "unit": "u", "": ""}`, "1 / DOC-MEMBER-02", "", nil},
	} {
		want := []string{c.want}
		if c.meant == "" && strings.Contains(c.document, "unti") {
			want = []string{"1 /unit DOC-MEMBER-03", c.want}
		}
		reading := wantFaults(t, c.document, asInner, want...)
		message := reading.Faults[len(reading.Faults)-1].Message
		if c.meant == "" && strings.Contains(message.En, "mean") || c.meant != "" &&
			!(strings.HasSuffix(message.En, `did you mean "`+c.meant+`"?`) && strings.HasSuffix(message.Vi, `có phải là "`+c.meant+`"?`)) {
			t.Errorf("%s: %v", c.document, message)
		}
		var shadows []string
		for _, f := range reading.Shadows {
			shadows = append(shadows, f.Pointer)
		}
		if diff := cmp.Diff(c.shadows, shadows); diff != "" {
			t.Errorf("shadows of %s (-want +got):\n%s", c.document, diff)
		}
	}
}

// TestMisspeltTwice: one missing member answers for one wrong name, and the
// likest name is the one that is meant.
func TestMisspeltTwice(t *testing.T) {
	wantFaults(t, `{"num": 1, "unyt": 1, "unet": 2}`, asInner, "1 /unet DOC-MEMBER-02", "1 /unyt DOC-MEMBER-02")
	type pair struct {
		Maximum string `json:"maximum"`
		Minimum string `json:"minimum"`
	}
	reading := wantFaults(t, `{"minimun": "", "maximum": ""}`, func() any { return new(pair) }, "1 /minimun DOC-MEMBER-02")
	if reading.Shadows[0].Pointer != "/minimum" {
		t.Errorf("shadow %v", reading.Shadows)
	}
	reading = wantFaults(t, `{"mínimum": "", "maximu": ""}`, func() any { return new(pair) },
		"1 /maximu DOC-MEMBER-02", "1 /mínimum DOC-MEMBER-02") // í is two bytes
	if len(reading.Shadows) != 2 {
		t.Errorf("shadows %v", reading.Shadows)
	}
}

func TestShadowsBelow(t *testing.T) {
	reading := wantFaults(t, "{\"answers\": {\"a/b\":\n{\"nun\": 1, \"unit\": \"\"}}}", asSample, "2 /answers/a~1b/nun DOC-MEMBER-02")
	if len(reading.Shadows) != 1 || reading.Shadows[0].Pointer != "/answers/a~1b/num" || reading.Shadows[0].Code != strict.CodeMissing {
		t.Errorf("shadows %v", reading.Shadows)
	}
}

func TestHas(t *testing.T) {
	reading := strict.Decode([]byte(`{"a": {"": null, "b/c": [0, {"~": 1}]}, "1": 2, "a": {"twice": 1}}`), new(inner), 1)
	for _, pointer := range []string{"", "/a", "/a/", "/a/b~1c", "/a/b~1c/0", "/a/b~1c/1/~0", "/1"} {
		if !reading.Has(pointer) {
			t.Errorf("there is no %q", pointer)
		}
	}
	for _, pointer := range []string{"a", "/", "/b", "/a/b", "/a/b~1c/2", "/a/b~1c/-1", "/a/b~1c/00", "/a/b~1c/-", "/1/0", "/a/twice"} {
		if reading.Has(pointer) {
			t.Errorf("there is %q", pointer)
		}
	}
	if strict.Decode(nil, new(inner), 1).Has("") {
		t.Error("there is a value in nothing")
	}
}

func TestLocate(t *testing.T) {
	document := "{\n\"a\":\n[1,\n2],\n\n\"b\": {}}"
	for _, c := range []struct {
		pointer string
		had     int
		want    int
	}{
		{"", 0, 1}, {"/a", 0, 3}, {"/a/0", 0, 3}, {"/a/1", 0, 4}, {"/a/1/x/y", 0, 4}, {"/a/7", 0, 3},
		{"/b/c", 0, 6}, {"/c", 0, 1}, {"c", 0, 1}, {"/a/1", 9, 9},
	} {
		faults := motcua.Faults{{Pointer: c.pointer, Line: c.had}}
		strict.Decode([]byte(document), new(map[string]motcua.Scalar), 1).Locate(faults)
		if faults[0].Line != c.want {
			t.Errorf("%q is on line %d, want %d", c.pointer, faults[0].Line, c.want)
		}
	}
}

func TestFirstLine(t *testing.T) {
	for _, c := range []struct {
		document string
		first    int
		want     string
	}{
		{"{\n\"num\": true}", 10, "10 /unit DOC-MEMBER-03|11 /num DOC-VALUE-01"},
		{"\n{", 7, "8  DOC-SYNTAX-01"},
		{"", 7, "7  DOC-SYNTAX-01"},
		{"\n\xff", 3, "4  DOC-SYNTAX-02"},
		{"[]", 0, "1  DOC-VALUE-01"},
		{"[]", -5, "1  DOC-VALUE-01"},
	} {
		reading := strict.Decode([]byte(c.document), new(inner), c.first)
		if got := strings.Join(faultLines(reading.Faults), "|"); got != c.want {
			t.Errorf("%q from line %d: %s, want %s", c.document, c.first, got, c.want)
		}
	}
	faults := motcua.Faults{{Pointer: "/a"}}
	strict.Decode([]byte("{"), new(inner), 5).Locate(faults)
	strict.Decode(nil, new(inner), 6).Locate(faults)
	if faults[0].Line != 5 {
		t.Errorf("in a broken document on line 5 the fault is on %d", faults[0].Line)
	}
}

func TestEmbedded(t *testing.T) {
	type Base struct {
		ID   string `json:"id"`
		Kind string `json:"kind"`
	}
	type hidden struct {
		Base
		Kind int `json:"kind"` // hides the other
	}
	type whole struct {
		hidden
		*motcua.Text
		Label motcua.Text `json:"label,omitzero"`
	}
	into := func() any { return new(whole) }
	wantFaults(t, `{"id": "a", "kind": 1, "vi": "b", "en": "c"}`, into)
	wantFaults(t, `{"kind": "1", "vi": 2, "label": {}}`, into, "1 /en DOC-MEMBER-03", "1 /id DOC-MEMBER-03", "1 /kind DOC-VALUE-01",
		"1 /label/en DOC-MEMBER-03", "1 /label/vi DOC-MEMBER-03", "1 /vi DOC-VALUE-01")
	type closed struct {
		*hidden // nothing can be put into it, nor does encoding/json
	}
	wantFaults(t, `{"id": "a"}`, func() any { return new(closed) }, "1 /id DOC-MEMBER-02")
	type Mark string
	type marked struct{ Mark } // no struct: a member by its name
	wantFaults(t, `{"Mark": "x"}`, func() any { return new(marked) })
	var got whole
	strict.Decode([]byte(`{"id": "a", "kind": 1, "vi": "b"}`), &got, 1)
	if got.ID != "a" || got.hidden.Kind != 1 || got.Base.Kind != "" || got.Vi != "b" {
		t.Errorf("got %+v", got)
	}
}
