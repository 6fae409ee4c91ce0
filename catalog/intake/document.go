package intake

import (
	"bytes"
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

// codeNoCode is the code of the fault of a document without the code of its procedure.
const codeNoCode = "INT-DOC-11"

// ParseDocument reads a document; a document without the code of the procedure is
// refused, and so are members nobody knows.
func ParseDocument(data []byte) (Document, motcua.Faults) {
	return strict.Read(data, (*Document).check)
}

// ParseDocuments reads a document or a list of documents, each as [ParseDocument] does.
// Where lenient is asked for, members nobody knows are warnings.
func ParseDocuments(data []byte, o *Options) ([]Document, motcua.Faults) {
	var list []Document
	var faults motcua.Faults
	if text := bytes.TrimLeft(data, " \t\r\n"); bytes.HasPrefix(text, []byte("[")) {
		list, faults = strict.Read(data, func(list *[]Document) motcua.Faults {
			var faults motcua.Faults
			for i := range *list {
				faults = append(faults, (*list)[i].check().At("/"+itoa(i))...)
			}
			return faults
		})
	} else {
		var d Document
		d, faults = ParseDocument(data)
		list = []Document{d}
	}
	for _, f := range faults {
		if o != nil && o.Lenient && f.Code == strict.CodeUnknown {
			f.Severity = motcua.SeverityWarning
		}
	}
	return list, faults
}

func (d *Document) check() motcua.Faults {
	var faults motcua.Faults
	if d.Code == "" {
		faults.Add(codeNoCode, "/code", motcua.Text{Vi: "thiếu mã thủ tục", En: "the code of the procedure is missing"}, nil)
	}
	return faults
}
