// Package strict reads JSON documents and reports every fault at once.
//
// encoding/json stops at the first fault, takes the last of two equal keys,
// folds the case of member names and replaces broken UTF-8 without a word. A
// document somebody wrote by hand deserves better: [Decode] first builds the
// tree of the document, then lays it over a Go value, and returns all faults
// with RFC 6901 pointer, line and code.
//
// Go types follow the rules of encoding/json (json tags, TextUnmarshaler,
// Unmarshaler). A member is required unless its tag says omitempty or
// omitzero; an unknown member is a fault; null is taken only by pointers.
package strict

import "github.com/motcua/motcua"

// The codes of the faults this package reports.
const (
	CodeSyntax    = "DOC-SYNTAX-01" // not JSON, or more than one value
	CodeEncoding  = "DOC-SYNTAX-02" // broken UTF-8 or a lone surrogate
	CodeDepth     = "DOC-SYNTAX-03" // nested too deeply
	CodeDuplicate = "DOC-MEMBER-01" // a member name stands twice
	CodeUnknown   = "DOC-MEMBER-02" // a member nobody knows
	CodeMissing   = "DOC-MEMBER-03" // a required member is not there
	CodeType      = "DOC-VALUE-01"  // a value of the wrong JSON type
	CodeValue     = "DOC-VALUE-02"  // a value of the right type that cannot be
)

// MaxDepth is how deeply a document may nest.
const MaxDepth = 64

// Reading is what came of reading one document.
type Reading struct {
	// Faults are the faults found, sorted.
	Faults motcua.Faults
	// Shadows stand where a required member is missing because its name was
	// written wrongly: the fault is at the wrong name, and what the value lacks
	// here must not be reported again.
	Shadows motcua.Faults
	lines   map[string]int
}

// Decode reads the one JSON value in data into v, a non-nil pointer. Members
// with faults keep the value they had. firstLine is the number of data's first
// line in the file it comes from.
func Decode(data []byte, v any, firstLine int) *Reading {
	r := &Reading{lines: map[string]int{}}
	p := newParser(data, firstLine, r)
	if root := p.document(); root != nil {
		r.assign(root, v)
	}
	r.Faults.Sort()
	return r
}

// Has reports whether the document holds a value at the pointer.
func (r *Reading) Has(pointer string) bool {
	_, ok := r.lines[pointer]
	return ok
}

// Locate gives each fault that has no line the line of the nearest place in
// the document that its pointer leads through.
func (r *Reading) Locate(faults motcua.Faults) {
	for _, f := range faults {
		for p := f.Pointer; f.Line == 0; p = parent(p) {
			f.Line = r.lines[p]
			if p == "" {
				break
			}
		}
	}
}

func parent(pointer string) string {
	for i := len(pointer) - 1; i >= 0; i-- {
		if pointer[i] == '/' {
			return pointer[:i]
		}
	}
	return ""
}
