package published

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
		strict.Kind{Name: "statement", Check: func(data []byte) motcua.Faults { return strict.Decode(data, new(Statement), 1).Faults }},
		strict.Kind{Name: "finding", Check: func(data []byte) motcua.Faults { return strict.Decode(data, new(Finding), 1).Faults }},
	)
}
