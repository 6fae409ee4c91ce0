package npsp

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads and writes. A
// schema says the shape; what [ParseDossier], [ParseProgress] and [ParseProcedure]
// find besides is said by Check alone.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "dossierMessage", Check: func(data []byte) motcua.Faults { _, faults := ParseDossier(data, nil); return faults }},
		strict.Kind{Name: "progressMessage", Check: func(data []byte) motcua.Faults { _, faults := ParseProgress(data, nil); return faults }},
		strict.Kind{Name: "procedureMessage", Check: func(data []byte) motcua.Faults { _, faults := ParseProcedure(data, nil); return faults }},
	)
}
