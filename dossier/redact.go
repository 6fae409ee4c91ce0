package dossier

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// PersonalFields lists the members of a dossier's events that identify a person, as JSON
// Pointers from an event; * stands for any place in a list. Exports leave their values
// out, and so does what is printed or logged, whatever the verb or the handler. Only
// encoding/json shows them, and with it a slog.JSONHandler that is given a list, a map or
// a type of somebody else's that holds events: log them one by one, or what
// [Dossier.Public] gives.
func PersonalFields() []string { return append([]string(nil), personalFields()...) }

var personalFields = sync.OnceValue(func() []string { return marked(reflect.TypeFor[Event](), "", nil) })

// marked lists the members of t, which lies at a pointer, with the tag personal:"yes".
func marked(t reflect.Type, at string, list []string) []string {
	switch t.Kind() {
	case reflect.Pointer:
		return marked(t.Elem(), at, list)
	case reflect.Slice:
		return marked(t.Elem(), at+"/*", list)
	case reflect.Struct:
		for f := range t.Fields() {
			list = markedField(f, at, list)
		}
	}
	return list
}

func markedField(f reflect.StructField, at string, list []string) []string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	switch {
	case f.Anonymous && name == "":
		return marked(f.Type, at, list)
	case !f.IsExported() || name == "" || name == "-":
		return list
	case f.Tag.Get("personal") == "yes":
		return append(list, at+"/"+name)
	}
	return marked(f.Type, at+"/"+name, list)
}

// show writes text for any verb of package fmt.
func show(s fmt.State, verb rune, text string) { fmt.Fprintf(s, fmt.FormatString(s, verb), text) }

// Public is the dossier without anything that identifies a person: its states, times,
// units, papers and results stay, every member of [PersonalFields] is empty. It shares
// nothing with d, and is for showing: as a document it would lack what its events need.
func (d *Dossier) Public() *Dossier {
	events := make([]Event, len(d.Events))
	for i := range d.Events {
		events[i] = redacted(reflect.ValueOf(d.Events[i])).Interface().(Event)
	}
	return Fold(events)
}

// redacted is a deep copy with marked members empty.
func redacted(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(redacted(v.Elem()))
		return out
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(redacted(v.Index(i)))
		}
		return out
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range v.NumField() {
			switch f := v.Type().Field(i); {
			case !f.IsExported():
			case f.Tag.Get("personal") == "yes":
				out.Field(i).SetZero()
			default:
				out.Field(i).Set(redacted(v.Field(i)))
			}
		}
		return out
	}
	return v
}
