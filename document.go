package motcua

// Document is a kind of JSON document that a package reads and writes, such as
// the definition of an index. Each package lists its own.
type Document struct {
	Name   string                   // short name, such as "definition"
	ID     string                   // $id of its JSON Schema; never changes once released
	Schema []byte                   // the JSON Schema; read only
	Check  func(data []byte) Faults // everything that is wrong with data, sorted
}
