package strict_test

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// TestRead: what check finds is added, but not beside what could not be read, and
// not at all where there is no document.
func TestRead(t *testing.T) {
	type pair struct {
		A int `json:"first"`
		B int `json:"other"`
	}
	check := func(p *pair) (faults motcua.Faults) {
		for _, at := range []string{"/first", "/other"} {
			faults.Add("T-01", at, motcua.Text{Vi: "sai", En: "wrong"}, nil)
		}
		return faults
	}
	for text, want := range map[string]string{
		`{"first": 1, "other": 2}`:   "/first T-01, /other T-01",
		`{"first": "x", "other": 2}`: "/first DOC-VALUE-01, /other T-01",
		`{"fisrt": 1, "other": 2}`:   "/fisrt DOC-MEMBER-02, /other T-01", // a misspelt member is told once
		`{"first": 1,`:               " DOC-SYNTAX-01",
	} {
		_, faults := strict.Read([]byte(text), check)
		got := ""
		for i, f := range faults {
			if i > 0 {
				got += ", "
			}
			got += f.Pointer + " " + f.Code
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
