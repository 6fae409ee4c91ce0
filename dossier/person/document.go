package person

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "applicant", Check: func(data []byte) motcua.Faults { _, faults := ParseApplicant(data); return faults }},
	)
}

// ParseApplicant reads an applicant as a JSON document and checks it: all faults at
// once, sorted. Causes that quote the input are left out of the faults; a pointer
// still holds the names of members, unknown ones too.
func ParseApplicant(data []byte) (Applicant, motcua.Faults) {
	a, faults := strict.Read(data, func(a *Applicant) motcua.Faults { return a.Check() })
	return a, strict.Unquoted(faults)
}
