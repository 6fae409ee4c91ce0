package facts

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads: a line of facts
// of each kind, and the rules by which messages become facts.
func Documents() []motcua.Document {
	var kinds []strict.Kind
	for kind := LineUnit; kind <= LineCoverage; kind++ {
		check := func(data []byte) motcua.Faults { _, faults := parseKind(data, kind); return faults }
		kinds = append(kinds, strict.Kind{Name: kind.String() + "Fact", Check: check})
	}
	check := func(data []byte) motcua.Faults { _, faults := ParseRules(data); return faults }
	return strict.Documents(schemas, append(kinds, strict.Kind{Name: "factRules", Check: check})...)
}
