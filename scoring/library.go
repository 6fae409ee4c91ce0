package scoring

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// ErrNoDefinition is the class of errors about a definition that is not there.
var ErrNoDefinition = errors.New("no such definition")

// Library holds compiled definitions, found by name or picked by date. It does
// not change once opened and is safe for concurrent use.
type Library struct {
	indices []*Index
}

//go:embed definitions
var shipped embed.FS

var standard = sync.OnceValues(func() (*Library, error) {
	entries, err := shipped.ReadDir("definitions")
	if err != nil {
		return nil, err
	}
	var documents [][]byte
	for _, e := range entries {
		data, err := shipped.ReadFile("definitions/" + e.Name())
		if err != nil {
			return nil, err
		}
		documents = append(documents, data)
	}
	return openLibrary(&Library{}, documents)
})

// Standard returns the library of definitions this package ships: vn.766,
// vn.766.groups, vn.nd61, vn.bacninh.stars. They are parsed on first use.
func Standard() *Library {
	library, err := standard()
	if err != nil {
		return &Library{} // the shipped definitions compile: a test holds them to it
	}
	return library
}

// OpenLibrary reads definitions and extensions, in any order, and compiles
// them. An extension may extend a definition of the same library or of
// [Standard]. The error is a [motcua.Faults] whose pointers begin with the
// number of the document.
func OpenLibrary(documents ...[]byte) (*Library, error) {
	return openLibrary(Standard(), documents)
}

func openLibrary(beside *Library, documents [][]byte) (*Library, error) {
	l := &Library{}
	var faults motcua.Faults
	for i := range documents {
		index, found := (&opening{beside: beside, documents: documents}).compile(i)
		faults = append(faults, found.At(motcua.Pointer(itoa(i)))...)
		if index != nil {
			l.indices = append(l.indices, index)
		}
	}
	faults = append(faults, l.overlaps()...)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return l, nil
}

// Parse reads one definition or extension and compiles it. An extension may
// extend a definition of beside; nil stands for [Standard]. The error is a
// [motcua.Faults]; warnings alone are no error and are found by [Index.Warnings].
func Parse(data []byte, beside *Library) (*Index, error) {
	if beside == nil {
		beside = Standard()
	}
	index, faults := (&opening{beside: beside, documents: [][]byte{data}}).compile(0)
	return index, faults.Err()
}

// Compile makes an index of a definition built in Go. The error is a
// [motcua.Faults] with every fault of the definition.
func Compile(d *Definition) (*Index, error) {
	data, err := json.Marshal(d)
	if err != nil { // an enum that is not set
		var faults motcua.Faults
		faults.Add(codeShape, "", vien("có giá trị chưa đặt", "a value is not set"), err)
		return nil, faults
	}
	index, err := Parse(data, nil)
	for _, f := range asFaults(err) {
		f.Line = 0 // of text nobody wrote
	}
	return index, err
}

// opening resolves the documents of a library that is being opened.
type opening struct {
	beside    *Library
	documents [][]byte
	trail     []int // the documents being resolved, so that a circle is found
}

// compile makes the index of document i, or returns its faults. Members with a
// fault of their own are not looked at again, so that one mistake is one fault.
func (o *opening) compile(i int) (*Index, motcua.Faults) {
	reading, d, places := o.resolve(i)
	faults := reading.Faults
	if d != nil {
		found := check(d, append(slices.Clone(faults), reading.Shadows...), reading.Has("/extends"))
		home(found, places)
		reading.Locate(found)
		faults = append(faults, found...)
	}
	faults.Sort()
	if faults.Err() != nil {
		return nil, faults
	}
	index := compile(d)
	index.warnings = faults
	return index, nil
}

// resolve reads document i; the definition is nil where nothing more can be
// said of it. The places are those of an extension.
func (o *opening) resolve(i int) (reading *strict.Reading, d *Definition, places map[string]string) {
	var whole Definition
	reading = strict.Decode(o.documents[i], &whole, 1)
	if !reading.Has(motcua.Pointer("extends")) {
		return reading, &whole, nil
	}
	var part Extension
	reading = strict.Decode(o.documents[i], &part, 1)
	if reading.Faults.Err() != nil {
		return reading, nil, nil
	}
	base, err := o.base(i, part.Extends)
	if err != nil {
		reading.Faults.Add(codeReference, motcua.Pointer("extends"), motcua.Text{
			Vi: "không có định nghĩa gốc dùng được", En: "there is no usable definition to extend",
		}, err)
		reading.Locate(reading.Faults)
		return reading, nil, nil
	}
	found := part.apply(base)
	reading.Locate(found)
	reading.Faults = append(reading.Faults, found...)
	return reading, base, part.places(base)
}

func (o *opening) base(i int, want Reference) (*Definition, error) {
	o.trail = append(o.trail, i)
	for j, data := range o.documents {
		var head Reference
		if json.Unmarshal(data, &head) != nil || head != want {
			continue
		}
		if slices.Contains(o.trail, j) {
			return nil, fmt.Errorf("%s %s extends itself", want.ID, want.Version)
		}
		index, faults := o.compile(j)
		if index == nil {
			return nil, faults.Err()
		}
		return index.Definition(), nil
	}
	index, err := o.beside.Lookup(want.ID, want.Version)
	if err != nil {
		return nil, err
	}
	return index.Definition(), nil
}

// overlaps finds definitions that claim the same name or the same days.
func (l *Library) overlaps() motcua.Faults {
	var faults motcua.Faults
	for i, a := range l.indices {
		for j, b := range l.indices[:i] {
			if a.def.ID != b.def.ID {
				continue
			}
			at := motcua.Pointer(itoa(i))
			if a.def.Version == b.def.Version {
				fault(&faults, codeDuplicate, at+"/version", "%q đã có ở tài liệu %d", "%q stands in document %d too", a.def.Version, j)
			} else if !a.def.Variant && !b.def.Variant && a.def.Validity.Overlaps(b.def.Validity) {
				fault(&faults, codeValidity, at+"/validity", "hiệu lực trùng với phiên bản %q", "in force at the same time as version %q", b.def.Version)
			}
		}
	}
	return faults
}

// Indices returns the compiled definitions, in the order of the documents.
func (l *Library) Indices() []*Index { return slices.Clone(l.indices) }

// Lookup finds a definition by name. The error is of class [ErrNoDefinition] and
// names those there are.
func (l *Library) Lookup(id, version string) (*Index, error) {
	for _, x := range l.indices {
		if x.def.ID == id && x.def.Version == version {
			return x, nil
		}
	}
	others, there := l.names(id)
	if !there {
		return nil, fmt.Errorf("%w: %q, only %s", ErrNoDefinition, id, others)
	}
	return nil, fmt.Errorf("%w: %q has no version %q, only %s", ErrNoDefinition, id, version, others)
}

// At picks the version of a definition in force on a day, variants left out.
// The error is of class [ErrNoDefinition] and names those there are.
func (l *Library) At(id string, day motcua.Date) (*Index, error) {
	for _, x := range l.indices {
		if x.def.ID == id && !x.def.Variant && x.def.Validity.Contains(day) {
			return x, nil
		}
	}
	others, _ := l.names(id)
	return nil, fmt.Errorf("%w: %q on %s, only %s", ErrNoDefinition, id, day, others)
}

// names lists the versions of a definition with their validity, or the ids of
// all definitions where there is none with that id.
func (l *Library) names(id string) (list string, there bool) {
	var ids, versions []string
	for _, x := range l.indices {
		if !slices.Contains(ids, x.def.ID) {
			ids = append(ids, x.def.ID)
		}
		if x.def.ID == id {
			versions = append(versions, x.def.Version+" "+x.def.Validity.String())
		}
	}
	if versions == nil {
		return strings.Join(ids, ", "), false
	}
	return strings.Join(versions, ", "), true
}
