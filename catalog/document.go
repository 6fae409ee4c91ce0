package catalog

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads and writes.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "procedure", Check: func(data []byte) motcua.Faults { _, faults := ParseProcedure(data, nil); return faults }},
	)
}
