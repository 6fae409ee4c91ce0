package catalog

import (
	"encoding"
	"reflect"
	"strings"
	"sync"
)

// textMember is a field of a struct that is or holds text.
type textMember struct {
	name  string // in JSON
	index int
}

// textLayouts remembers the layouts of types, since reflection is slow.
var textLayouts sync.Map

// textLayout lists the fields of a struct that may hold text.
func textLayout(t reflect.Type) []textMember {
	if known, ok := textLayouts.Load(t); ok {
		return known.([]textMember)
	}
	var layout []textMember
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && holdsText(f.Type, map[reflect.Type]bool{}) {
			layout = append(layout, textMember{name, i})
		}
	}
	textLayouts.Store(t, layout)
	return layout
}

// holdsText reports whether a type is text, or has some below it. Conditions hold words
// of their own, which are checked as such.
func holdsText(t reflect.Type, seen map[reflect.Type]bool) bool {
	if seen[t] || t.Name() == "Predicate" {
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.String:
		return true
	case reflect.Pointer, reflect.Slice:
		return holdsText(t.Elem(), seen)
	case reflect.Struct:
		if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
			return false
		}
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && holdsText(f.Type, seen) {
				return true
			}
		}
	}
	return false
}
