// Package strict reads JSON documents and reports every fault at once.
//
// encoding/json stops at the first fault, takes the last of two equal keys,
// folds the case of member names and replaces broken UTF-8 without a word. A
// document somebody wrote by hand deserves better: [Decode] first builds the
// tree of the document, then lays it over a Go value, and returns all faults
// with RFC 6901 pointer, line and code.
//
// Go types follow the rules of encoding/json (json tags, TextUnmarshaler,
// Unmarshaler); there are no floats, arrays, interfaces or bytes in base64. A
// member is required unless its tag says omitempty or omitzero, and an unknown
// member is a fault. Null is taken by pointers alone, and by one that may be
// left out only if its jsonschema tag says nullable: left out and unknown are
// two things.
package strict

import "github.com/motcua/motcua"

// The codes of the faults this package reports.
const (
	CodeSyntax    = "DOC-SYNTAX-01" // not JSON, or more than one value
	CodeEncoding  = "DOC-SYNTAX-02" // broken UTF-8, a byte order mark or a lone surrogate
	CodeDepth     = "DOC-SYNTAX-03" // nested too deeply
	CodeMore      = "DOC-SYNTAX-04" // more faults than are listed
	CodeDuplicate = "DOC-MEMBER-01" // a member name stands twice
	CodeUnknown   = "DOC-MEMBER-02" // a member nobody knows
	CodeMissing   = "DOC-MEMBER-03" // a required member is not there
	CodeType      = "DOC-VALUE-01"  // a value of the wrong JSON type
	CodeValue     = "DOC-VALUE-02"  // a value of the right type that cannot be
)

// MaxDepth is how many values may stand around a value.
const MaxDepth = 64

// maxReport is how many bytes all faults together may take: a long name around
// many faults would otherwise fill the memory.
const maxReport = 16 << 20

// Reading is what came of reading one document.
type Reading struct {
	// Faults are the faults found, sorted.
	Faults motcua.Faults
	// Shadows stand where a required member is missing because its name was
	// written wrongly: the fault is at the wrong name, and what the value lacks
	// here must not be reported again.
	Shadows motcua.Faults

	root  *node // as far as it could be read
	first int
	spent int // of maxReport
}

// Decode reads the one JSON value in data into v, a non-nil pointer. Members
// with faults keep the value they had. firstLine is the number of data's first
// line in the file it comes from.
func Decode(data []byte, v any, firstLine int) *Reading {
	r := &Reading{first: max(firstLine, 1)}
	if newParser(data, r).document() {
		r.assign(r.root, v)
	}
	r.Faults.Sort()
	return r
}

// Has reports whether the document holds a value at the pointer.
func (r *Reading) Has(pointer string) bool {
	n, rest := r.root.find(pointer)
	return n != nil && rest == ""
}

// Locate gives each fault that has no line the line of the nearest place in
// the document that its pointer leads through.
func (r *Reading) Locate(faults motcua.Faults) {
	for _, f := range faults {
		if f.Line > 0 {
			continue
		}
		f.Line = r.first
		if n, _ := r.root.find(f.Pointer); n != nil {
			f.Line = n.line
		}
	}
}

// add reports a fault of n, or of a member below it.
func (r *Reading) add(n *node, line int, code string, message motcua.Text, cause error, below ...string) {
	if r.full(line) {
		return
	}
	pointer := n.pointer() + motcua.Pointer(below...)
	r.spent += faultSize + len(pointer)
	r.Faults.Add(code, pointer, message, cause).Line = line
}

const faultSize = 64 // bytes, about, beside the pointer

// full reports whether no more faults are listed; the last one says so.
func (r *Reading) full(line int) bool {
	if r.spent < maxReport {
		return false
	}
	if r.Faults[len(r.Faults)-1].Code != CodeMore {
		r.Faults.Add(CodeMore, "", motcua.Text{Vi: "còn nhiều lỗi khác", En: "there are more faults than these"}, nil).Line = line
	}
	return true
}
