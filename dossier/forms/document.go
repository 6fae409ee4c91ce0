package forms

import (
	"embed"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "form", Check: func(data []byte) motcua.Faults { _, faults := ParseForm(data); return faults }},
	)
}

// ParseForm reads a form as a JSON document and checks it: all faults at once, sorted.
// Causes that quote the input are left out, for forms show persons.
func ParseForm(data []byte) (Form, motcua.Faults) {
	f, faults := strict.Read(data, func(f *Form) motcua.Faults { return f.Check() })
	return f, strict.Unquoted(faults)
}

// Check returns everything that is wrong with a form, sorted; nil when nothing is. What
// its dossier did not know is not wrong.
func (f *Form) Check() motcua.Faults {
	var faults motcua.Faults
	for _, member := range []struct{ at, value string }{{"/id", f.ID}, {"/number", f.Number}, {"/title", f.Title}} {
		if member.value == "" {
			fault(&faults, codeForm, member.at, "thiếu nội dung", "nothing is stated", nil)
		}
	}
	for i := range f.Papers {
		if f.Papers[i].Count < 0 {
			fault(&faults, codeCount, motcua.Pointer("papers", strconv.Itoa(i), "count"), "số lượng không được âm", "there cannot be fewer than none", nil)
		}
	}
	for i := range f.Lines {
		if f.Lines[i].Number != i+1 {
			fault(&faults, codeLine, motcua.Pointer("lines", strconv.Itoa(i), "number"), "số thứ tự không liên tục", "the lines count from 1", nil)
		}
	}
	faults.Sort()
	return faults
}
