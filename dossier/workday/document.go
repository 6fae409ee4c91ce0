package workday

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
	var out []motcua.Document
	for _, d := range []struct {
		name  string
		check func([]byte) motcua.Faults
	}{
		{"calendar", func(data []byte) motcua.Faults { _, faults := ParseRules(data); return faults }},
		{"hours", func(data []byte) motcua.Faults { _, faults := ParseHours(data); return faults }},
		{"limit", func(data []byte) motcua.Faults { _, faults := UnmarshalLimit(data); return faults }},
		{"profiles", func(data []byte) motcua.Faults { _, faults := ParseProfiles(data); return faults }},
	} {
		file := d.name + "-1.json"
		schema, err := schemas.ReadFile("schema/" + file)
		if err != nil {
			continue // a test holds every name to a file
		}
		out = append(out, motcua.Document{Name: d.name, ID: schemaPrefix + file, Schema: schema, Check: d.check})
	}
	return out
}
