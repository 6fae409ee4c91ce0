package dossier

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
		strict.Kind{Name: "lifeRules", Check: func(data []byte) motcua.Faults { _, faults := ParseLifeRules(data); return faults }},
		strict.Kind{Name: "clockRules", Check: func(data []byte) motcua.Faults { _, faults := ParseClockRules(data); return faults }},
	)
}
