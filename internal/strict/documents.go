package strict

import (
	"io/fs"

	"github.com/motcua/motcua"
)

// SchemaPrefix begins the $id of every schema.
const SchemaPrefix = "https://github.com/motcua/motcua/schema/"

// Kind is a kind of document: its name, and what finds all that is wrong with one.
type Kind struct {
	Name  string                     // short name, as "definition"
	Check func([]byte) motcua.Faults // all of it, sorted
}

// Documents are the kinds of document of a package, whose schemas are the files
// schema/<name>-1.json. A kind without its file is left out: tests hold every name to
// a file.
func Documents(schemas fs.FS, kinds ...Kind) []motcua.Document {
	var out []motcua.Document
	for _, k := range kinds {
		file := k.Name + "-1.json"
		if schema, err := fs.ReadFile(schemas, "schema/"+file); err == nil {
			out = append(out, motcua.Document{Name: k.Name, ID: SchemaPrefix + file, Schema: schema, Check: k.Check})
		}
	}
	return out
}
