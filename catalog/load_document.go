package catalog

import (
	"bytes"
	"slices"
	"strconv"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// readDocument reads one procedure or a list of them. A procedure of a list that has
// a fault is left out, and the others are not.
func readDocument(data []byte, options *Options) ([]Procedure, motcua.Faults) {
	var faults motcua.Faults
	if bytes.HasPrefix(data, mark) {
		data = data[len(mark):]
		marked(&faults)
	}
	text := bytes.Trim(data, blanks)
	if hint, other := otherDocument(text); other {
		faults.Add(fileKind, "", hint, nil)
		return nil, faults
	}
	if text[0] == '[' {
		list, found := readList(data, options)
		return list, append(faults, found...)
	}
	p, found := ParseProcedure(data, options)
	if faults = append(faults, found...); found.Err() != nil {
		return nil, faults
	}
	return []Procedure{p}, faults
}

// otherDocument tells a document that is neither a procedure nor a list.
func otherDocument(text []byte) (motcua.Text, bool) {
	switch {
	case len(text) == 0:
		return motcua.Text{Vi: "tệp trống", En: "the file is empty"}, true
	case text[0] == '[':
		return motcua.Text{}, false
	case text[0] == '{':
		return otherObject(text)
	}
	return otherKind(text)
}

var listPlan = sync.OnceValue(func() *plan {
	return &plan{shape: shapeList, elem: procedurePlan()}
})

// readList reads a list. Its faults have the place of the procedure in their pointers.
func readList(data []byte, options *Options) ([]Procedure, motcua.Faults) {
	var list []Procedure
	if quickly(data, listPlan(), &list) {
		return list, nil
	}
	list = nil
	faults := slowly(data, listPlan(), &list, options)
	if slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Code == strict.CodeMore }) {
		return nil, faults // it is not known which are good
	}
	good := list[:0]
	for i, p := range list {
		if !faults.Under(motcua.Pointer(strconv.Itoa(i))) {
			good = append(good, p)
		}
	}
	clear(list[len(good):])
	return good, faults
}
