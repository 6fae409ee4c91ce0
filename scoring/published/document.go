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
	var out []motcua.Document
	for _, d := range []struct {
		name  string
		check func([]byte) motcua.Faults
	}{
		{"statement", func(data []byte) motcua.Faults { return strict.Decode(data, new(Statement), 1).Faults }},
		{"finding", func(data []byte) motcua.Faults { return strict.Decode(data, new(Finding), 1).Faults }},
	} {
		schema, err := schemas.ReadFile("schema/" + d.name + "-1.json")
		if err != nil {
			continue // a test holds every name to a file
		}
		out = append(out, motcua.Document{Name: d.name, ID: "https://github.com/motcua/motcua/schema/" + d.name + "-1.json", Schema: schema, Check: d.check})
	}
	return out
}
