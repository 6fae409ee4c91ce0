package transcript

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
		strict.Kind{Name: "dossier", Check: func(data []byte) motcua.Faults { _, faults := Parse(data, nil); return faults }},
		strict.Kind{Name: "event", Check: func(data []byte) motcua.Faults { _, faults := ParseLine(data); return faults }},
		strict.Kind{Name: "command", Check: func(data []byte) motcua.Faults { _, faults := ParseCommand(data); return faults }},
		strict.Kind{Name: "ledger", Check: form[Ledger]},
		strict.Kind{Name: "verdict", Check: form[Verdict]},
	)
}

// form finds what is wrong with the form of a document that says nothing to be held to.
func form[T any](data []byte) motcua.Faults {
	_, faults := strict.Read(data, func(*T) motcua.Faults { return nil })
	return strict.Unquoted(faults)
}
