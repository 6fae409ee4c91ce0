package workday

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
		strict.Kind{Name: "calendar", Check: func(data []byte) motcua.Faults { _, faults := ParseRules(data); return faults }},
		strict.Kind{Name: "hours", Check: func(data []byte) motcua.Faults { _, faults := ParseHours(data); return faults }},
		strict.Kind{Name: "limit", Check: func(data []byte) motcua.Faults { _, faults := UnmarshalLimit(data); return faults }},
		strict.Kind{Name: "profiles", Check: func(data []byte) motcua.Faults { _, faults := ParseProfiles(data); return faults }},
	)
}
