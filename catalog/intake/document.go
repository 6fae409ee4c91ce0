package intake

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads and writes.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "procedureDocument", Check: func(data []byte) motcua.Faults { _, faults := ParseDocument(data); return faults }},
		strict.Kind{Name: "importLoss", Check: func(data []byte) motcua.Faults {
			_, faults := strict.Read(data, func(*Loss) motcua.Faults { return nil })
			return faults
		}},
	)
}

// ParseDocument reads a document; a document without the code of the procedure is
// refused, and so are members nobody knows.
func ParseDocument(data []byte) (Document, motcua.Faults) {
	return strict.Read(data, func(d *Document) motcua.Faults {
		var faults motcua.Faults
		if d.Code == "" {
			faults.Add(lossCode, "/code", motcua.Text{Vi: "thiếu mã thủ tục", En: "the code of the procedure is missing"}, nil)
		}
		return faults
	})
}
