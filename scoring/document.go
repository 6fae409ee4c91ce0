package scoring

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// schemaPrefix begins the $id of every schema.
const schemaPrefix = "https://github.com/motcua/motcua/schema/"

// Documents returns the kinds of JSON document this package reads and writes.
// Their schemas are generated from the Go types; what a schema cannot say, as
// that maxima add up, is said by Check alone.
func Documents() []motcua.Document {
	var out []motcua.Document
	for _, d := range []struct {
		name  string
		check func([]byte) motcua.Faults
	}{
		{"definition", checkDefinition},
		{"extension", checkDefinition},
		{"counts", checkShape[CountsLine]},
		{"result", checkShape[Scorecard]},
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

func checkDefinition(data []byte) motcua.Faults {
	index, err := Parse(data, nil)
	if err != nil {
		return asFaults(err)
	}
	return index.Warnings()
}

// checkShape reads data as a T and returns the faults of reading.
func checkShape[T any](data []byte) motcua.Faults {
	var v T
	return strict.Decode(data, &v, 1).Faults
}
