package npsp

import (
	"embed"

	"github.com/motcua/motcua"
)

//go:embed schema
var schemas embed.FS

// schemaPrefix begins the $id of every schema.
const schemaPrefix = "https://github.com/motcua/motcua/schema/"

// Documents returns the kinds of JSON document this package reads and writes. A
// schema says the shape; what [ParseDossier] and [ParseProgress] find besides is
// said by Check alone.
func Documents() []motcua.Document {
	var out []motcua.Document
	for _, d := range []struct {
		name  string
		check func([]byte) motcua.Faults
	}{
		{"dossierMessage", func(data []byte) motcua.Faults { _, faults := ParseDossier(data, nil); return faults }},
		{"progressMessage", func(data []byte) motcua.Faults { _, faults := ParseProgress(data, nil); return faults }},
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
