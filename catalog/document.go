package catalog

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads and writes: a
// procedure, the figures of [Statistics], a [Change] and a [ProcedureChange].
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "procedure", Check: checkProcedure},
		strict.Kind{Name: "catalogStats", Check: form[Stats]},
		strict.Kind{Name: "catalogChange", Check: form[Change]},
		strict.Kind{Name: "procedureChange", Check: form[ProcedureChange]},
	)
}

// checkProcedure finds what is wrong with the form of a procedure and with what it
// says.
func checkProcedure(data []byte) motcua.Faults {
	_, faults := strict.Read(data, (*Procedure).Check)
	return faults
}

// form finds what is wrong with the form of a document that this package writes.
func form[T any](data []byte) motcua.Faults {
	return strict.Decode(data, new(T), 1).Faults
}
