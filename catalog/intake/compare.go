package intake

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"

	"github.com/motcua/motcua"
)

// compare reports how a procedure differs from what is read from its document, so that
// no loss depends on somebody having thought of it: a member that does not come back was
// dropped, and one that comes back although it was not there was defaulted.
func (w *writer) compare() {
	again, _ := FromDocument(&w.d)
	w.difference(nil, reflect.ValueOf(*w.p), reflect.ValueOf(again))
}

func (w *writer) difference(path []string, a, b reflect.Value) {
	if reflect.DeepEqual(a.Interface(), b.Interface()) {
		return
	}
	kind := a.Kind()
	if oneValue(a.Type()) {
		kind = reflect.Invalid
	}
	switch {
	case len(path) > 0 && (a.IsZero() || b.IsZero()):
		w.lost(path, a)
	case kind == reflect.Struct:
		for i := range a.NumField() {
			name, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("json"), ",")
			w.difference(append(path, name), a.Field(i), b.Field(i))
		}
	case kind == reflect.Pointer && !a.IsNil() && !b.IsNil():
		w.difference(path, a.Elem(), b.Elem())
	case kind == reflect.Slice && a.Len() == b.Len():
		for i := range a.Len() {
			w.difference(append(path, itoa(i)), a.Index(i), b.Index(i))
		}
	case kind == reflect.Slice && a.Len() > 0:
		w.missing(path, a, b)
	default:
		w.lost(path, a)
	}
}

// missing reports the elements of a list that another of another length lacks.
func (w *writer) missing(path []string, a, b reflect.Value) {
	all := true
	for i := range a.Len() {
		has := false
		for j := range b.Len() {
			has = has || reflect.DeepEqual(a.Index(i).Interface(), b.Index(j).Interface())
		}
		if !has {
			w.lost(append(path, itoa(i)), a.Index(i))
			all = false
		}
	}
	if all { // and something besides
		w.lost(path, reflect.Zero(a.Type()))
	}
}

// lost reports a member of the procedure that its document does not carry as it is.
func (w *writer) lost(path []string, v reflect.Value) {
	if v.IsZero() {
		w.add(LossDefaulted, lossMember, motcua.Pointer(path...), "", "", "đọc lại sẽ có nội dung mà thủ tục không nêu", "reading it again says what the procedure does not")
		return
	}
	w.add(LossDropped, lossMember, motcua.Pointer(path...), "", strings.Join(textsOf(v), " "), "hình thức này không có chỗ cho nội dung", "this shape has no place for it")
}

var textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()

// oneValue reports whether a type is written as one text, or hides what it holds.
func oneValue(t reflect.Type) bool {
	if t.Implements(textMarshaler) {
		return true
	}
	return t.Kind() == reflect.Struct && (t.NumField() == 0 || t.Field(0).PkgPath != "")
}

// textsOf are the texts of a value and all in it.
func textsOf(v reflect.Value) []string {
	var out []string
	switch {
	case v.IsZero():
	case oneValue(v.Type()):
		out = append(out, fmt.Sprint(v.Interface()))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out = append(out, textsOf(v.Field(i))...)
		}
	case v.Kind() == reflect.Pointer:
		out = textsOf(v.Elem())
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			out = append(out, textsOf(v.Index(i))...)
		}
	default:
		out = append(out, fmt.Sprint(v.Interface()))
	}
	return out
}
