package catalog

import (
	"encoding"
	"reflect"
	"strings"
	"sync"

	"github.com/motcua/motcua"
)

// textLayout says where the texts of a type are.
type textLayout struct {
	kind    reflect.Kind
	elem    *textLayout  // of a pointer or a list
	members []textMember // of a struct, those that hold text
	ground  int          // the field of a source that holds its ground; -1 for others
}

// textMember is a field of a struct that is or holds text.
type textMember struct {
	name   string // in JSON
	index  int
	layout *textLayout
}

// procedureTexts is the layout of a version, made once, since reflection is slow.
var procedureTexts = sync.OnceValue(func() *textLayout {
	return layoutOf(reflect.TypeFor[Procedure](), map[reflect.Type]*textLayout{})
})

// layoutOf makes the layout of a type, or finds the one that was made already.
func layoutOf(t reflect.Type, made map[reflect.Type]*textLayout) *textLayout {
	if l := made[t]; l != nil {
		return l
	}
	l := &textLayout{kind: t.Kind(), ground: -1}
	made[t] = l
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		l.elem = layoutOf(t.Elem(), made)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && holdsText(f.Type, map[reflect.Type]bool{}) {
				l.members = append(l.members, textMember{name, i, layoutOf(f.Type, made)})
			}
			if t == reflect.TypeFor[motcua.Source]() && f.Type == reflect.TypeFor[motcua.Basis]() {
				l.ground = i
			}
		}
	}
	return l
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
