package receipt

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "receipt", Check: func(data []byte) motcua.Faults { _, faults := ParseReceipt(data); return faults }},
		strict.Kind{Name: "receiptEvent", Check: func(data []byte) motcua.Faults { _, faults := ParseEvent(data); return faults }},
	)
}

// ParseReceipt reads a receipt: all that is wrong with it at once, sorted. Causes that
// quote the input are left out, for receipts show persons.
func ParseReceipt(data []byte) (Receipt, motcua.Faults) {
	r, faults := strict.Read(data, (*Receipt).Check)
	return r, strict.Unquoted(faults)
}

// ParseEvent reads one event of a series: all that is wrong with it by itself.
func ParseEvent(data []byte) (Event, motcua.Faults) {
	e, faults := strict.Read(data, (*Event).Check)
	return e, strict.Unquoted(faults)
}
