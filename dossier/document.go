package dossier

import (
	"embed"

	"github.com/motcua/motcua"
)

//go:embed schema
var schemas embed.FS

// schemaPrefix begins the $id of every schema.
const schemaPrefix = "https://github.com/motcua/motcua/schema/"

// Documents returns the kinds of JSON document this package reads.
func Documents() []motcua.Document {
	const file = "clockRules-1.json"
	schema, err := schemas.ReadFile("schema/" + file)
	if err != nil {
		return nil // a test holds the file to be there
	}
	check := func(data []byte) motcua.Faults { _, faults := ParseClockRules(data); return faults }
	return []motcua.Document{{Name: "clockRules", ID: schemaPrefix + file, Schema: schema, Check: check}}
}
