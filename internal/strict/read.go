package strict

import (
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// syntax begins the codes of documents that are none.
const syntax = "DOC-SYNTAX-"

// Read decodes a document into a T and adds what check finds wrong with it, but
// not where the document could not be read: a fault is told once. A document that
// is no JSON is not checked at all.
func Read[T any](data []byte, check func(*T) motcua.Faults) (T, motcua.Faults) {
	var v T
	reading := Decode(data, &v, 1)
	faults := reading.Faults
	if slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Code, syntax) }) {
		return v, faults
	}
	broken := slices.Concat(reading.Faults, reading.Shadows)
	found := check(&v)
	reading.Locate(found)
	for _, f := range found {
		if !beside(broken, f.Pointer) {
			faults = append(faults, f)
		}
	}
	faults.Sort()
	return v, faults
}

// beside reports whether a place, or one around or below it, could not be read.
func beside(broken motcua.Faults, pointer string) bool {
	place := motcua.Faults{{Pointer: pointer}}
	return slices.ContainsFunc(broken, func(f *motcua.Fault) bool {
		return (motcua.Faults{f}).Under(pointer) || place.Under(f.Pointer)
	})
}

// Unquoted takes away the causes that quote the input, where that may name a person.
// What a syntax fault shows is one character at most.
func Unquoted(faults motcua.Faults) motcua.Faults {
	for _, f := range faults {
		if !strings.HasPrefix(f.Code, syntax) {
			f.Cause = nil
		}
	}
	return faults
}
