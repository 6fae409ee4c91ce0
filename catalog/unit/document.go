package unit

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads and writes: rows
// together, and a line of a file of them.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "units", Check: func(data []byte) motcua.Faults { _, faults := ParseRows(data); return faults }},
		strict.Kind{Name: "unitLine", Check: func(data []byte) motcua.Faults { _, faults := strict.Read(data, (*Line).check); return faults }},
	)
}
