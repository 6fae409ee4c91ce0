package payment

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
		strict.Kind{Name: "chargeLine", Check: func(data []byte) motcua.Faults { _, faults := ParseLine(data); return faults }},
	)
}

// ParseLine reads a line of a charge as a JSON document: all that is wrong with its form,
// and what [Line.Check] finds, at once and sorted.
func ParseLine(data []byte) (Line, motcua.Faults) {
	return strict.Read(data, func(l *Line) motcua.Faults { return l.Check() })
}
