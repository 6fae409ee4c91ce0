package scoring_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/motcua/motcua/scoring"
)

// FuzzParse reads definitions and extensions. One that compiles says the same
// when it is written and read again, and can be evaluated.
func FuzzParse(f *testing.F) {
	f.Add(document(f, everyRule()))
	f.Add(document(f, twoLeaves()))
	f.Add([]byte(extensionSeed))
	mean := twoLeaves()
	meansOf(mean, scoring.ComposeGeometric)
	f.Add(document(f, mean))
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := scoring.Parse(data, nil)
		if err != nil {
			soundFaults(t, lawFaults(t, err))
			return
		}
		soundFaults(t, x.Warnings())
		again, err := scoring.Parse(document(t, x.Definition()), nil)
		if err != nil || again.Hash() != x.Hash() || again.ID() != x.ID() || again.Version() != x.Version() {
			t.Fatalf("read again: %v", err)
		}
		if !strings.Contains(x.Rules(), x.Version()) {
			t.Fatal("the rule book does not name its version")
		}
		if len(x.Nodes()) < 40 {
			evaluable(t, x)
		}
	})
}

// evaluable scores a unit that knows nothing and one that has half of everything.
func evaluable(t *testing.T, x *scoring.Index) {
	c := x.Counts("U")
	for _, v := range []scoring.Value{{}, {Answer: scoring.Unknown}, scoring.Ratio(1, 2), scoring.Ratio(0, 0)} {
		for i := range c.Values {
			c.Values[i] = v
		}
		var r scoring.Result
		if err := x.Evaluate(&c, &r); err != nil {
			soundFaults(t, lawFaults(t, err))
			continue
		}
		if n := r.Total(); n.MaxKnown > n.Max || n.Status == 0 {
			t.Fatalf("total %+v", n)
		}
	}
}

// FuzzExtension writes an extension through its Go type: what it says stays.
func FuzzExtension(f *testing.F) {
	f.Add([]byte(extensionSeed))
	f.Add([]byte(strings.Replace(extensionSeed, "portal-2026", "ours", 1))) // extends itself
	f.Fuzz(func(t *testing.T, data []byte) {
		library, err := scoring.OpenLibrary(data, data)
		if err == nil {
			t.Fatalf("%d documents of one name", len(library.Indices()))
		}
		soundFaults(t, lawFaults(t, err))
		x, err := scoring.Parse(data, nil)
		if err != nil {
			soundFaults(t, lawFaults(t, err))
			return
		}
		var e scoring.Extension
		if json.Unmarshal(data, &e) != nil || e.Extends.ID == "" {
			return
		}
		again, err := scoring.Parse(document(t, e), nil)
		if err != nil || again.Hash() != x.Hash() {
			t.Fatalf("written and read again: %v", err)
		}
	})
}

// FuzzDocuments gives every kind of document this package checks anything.
func FuzzDocuments(f *testing.F) {
	for _, seed := range []string{extensionSeed, countsSeed, `{}`, `null`, `[]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, d := range scoring.Documents() {
			soundFaults(t, d.Check(data))
		}
	})
}

// texts reads a name into each closed vocabulary; String is what was read.
var texts = map[string]func(text []byte) (name string, marshalled []byte, err error){
	"stage":    text[scoring.Stage],
	"compose":  text[scoring.Compose],
	"scale":    text[scoring.ScaleKind],
	"relation": text[scoring.Relation],
	"zero":     text[scoring.ZeroKind],
	"unknown":  text[scoring.UnknownKind],
	"level":    text[scoring.LevelKind],
	"pool":     text[scoring.PoolKind],
	"count":    text[scoring.CountKind],
	"scope":    text[scoring.Scope],
	"ratio":    text[scoring.RatioKind],
	"status":   text[scoring.Status],
	"period":   text[scoring.PeriodKind],
}

type vocabulary interface {
	comparable
	String() string
	MarshalText() ([]byte, error)
}

func text[E vocabulary](in []byte) (string, []byte, error) {
	var e E
	err := any(&e).(interface{ UnmarshalText([]byte) error }).UnmarshalText(in)
	var unset E
	if err != nil && e != unset {
		return e.String(), nil, nil // a name nobody knows was taken
	}
	out, _ := e.MarshalText()
	return e.String(), out, err
}

func FuzzUnmarshalText(f *testing.F) {
	for _, name := range []string{"leaf", "geometric", "fullAt", "crossSource", "redistribute", "null", "absent", "distinct", "sum", "cut", "mean", "zeroDenominator", "range", "open", "", "Leaf"} {
		f.Add([]byte(name))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		for kind, read := range texts {
			name, out, err := read(in)
			if err == nil && (name != string(in) || string(out) != name) {
				t.Fatalf("%s %q was read as %s and written as %q", kind, in, name, out)
			}
			if err != nil && out != nil {
				t.Fatalf("%s: an unset value was written as %q", kind, out)
			}
		}
	})
}
