package workday

import (
	"embed"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// read reads a document strictly and adds what check finds, but not where the
// document could not be read.
func read[T any](data []byte, check func(T) motcua.Faults) (T, motcua.Faults) {
	var v T
	reading := strict.Decode(data, &v, 1)
	faults := reading.Faults
	if slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Code, "DOC-SYNTAX-") }) {
		return v, faults // what was not read cannot be checked
	}
	broken := append(append(motcua.Faults{}, reading.Faults...), reading.Shadows...)
	found := check(v)
	reading.Locate(found)
	for _, f := range found {
		if !under(broken, f.Pointer) {
			faults = append(faults, f)
		}
	}
	faults.Sort()
	return v, faults
}

// under reports whether a place, or one around or below it, could not be read.
func under(broken motcua.Faults, pointer string) bool {
	for _, f := range broken {
		if (motcua.Faults{f}).Under(pointer) || (motcua.Faults{{Pointer: pointer}}).Under(f.Pointer) {
			return true
		}
	}
	return false
}

//go:embed schema
var schemas embed.FS

// schemaPrefix begins the $id of every schema.
const schemaPrefix = "https://github.com/motcua/motcua/schema/"

// Documents returns the kinds of JSON document this package reads.
func Documents() []motcua.Document {
	var out []motcua.Document
	for _, d := range []struct {
		name  string
		check func([]byte) motcua.Faults
	}{
		{"calendar", func(data []byte) motcua.Faults { _, faults := ParseRules(data); return faults }},
		{"hours", func(data []byte) motcua.Faults { _, faults := ParseHours(data); return faults }},
		{"limit", func(data []byte) motcua.Faults { _, faults := UnmarshalLimit(data); return faults }},
		{"profiles", func(data []byte) motcua.Faults { _, faults := ParseProfiles(data); return faults }},
	} {
		file := d.name + "-1.json"
		schema, err := schemas.ReadFile("schema/" + file)
		if err != nil {
			continue // a test holds every name to a file
		}
		out = append(out, motcua.Document{Name: d.name, ID: schemaPrefix + file, Schema: schema, Check: d.check})
	}
	return out
}
