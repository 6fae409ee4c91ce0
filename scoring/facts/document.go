package facts

import (
	"embed"

	"github.com/motcua/motcua"
)

//go:embed schema
var schemas embed.FS

// schemaPrefix begins the $id of every schema.
const schemaPrefix = "https://github.com/motcua/motcua/schema/"

// Documents returns the kinds of JSON document this package reads: a line of facts
// of each kind, and the rules by which messages become facts.
func Documents() []motcua.Document {
	var out []motcua.Document
	add := func(name string, check func([]byte) motcua.Faults) {
		file := name + "-1.json"
		if schema, err := schemas.ReadFile("schema/" + file); err == nil { // a test holds every name to a file
			out = append(out, motcua.Document{Name: name, ID: schemaPrefix + file, Schema: schema, Check: check})
		}
	}
	for kind := LineUnit; kind <= LineCoverage; kind++ {
		add(kind.String()+"Fact", func(data []byte) motcua.Faults {
			_, faults := parseKind(data, kind)
			return faults
		})
	}
	add("factRules", func(data []byte) motcua.Faults { _, faults := ParseRules(data); return faults })
	return out
}
