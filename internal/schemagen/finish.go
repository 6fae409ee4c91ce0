package main

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/payment/gateway"
)

// finish brings the schema of a struct to where reading and writing are: null
// where a pointer may be nil, and nothing the reflector passed over in silence.
func (g *generator) finish(s *jsonschema.Schema, t reflect.Type) {
	if t.Kind() != reflect.Struct {
		g.fail("type %s is not a struct and has a name", t)
		return
	}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		property, ok := s.Properties.Get(name)
		if !ok {
			if f.IsExported() && !f.Anonymous && name != "-" {
				g.fail("%s.%s has no name in JSON", t, f.Name)
			}
			continue
		}
		if !slices.Contains([]string{"", "omitempty", "omitzero"}, options) || !memberName.MatchString(name) && !foreign(t) {
			g.fail("%s.%s: tag %q", t, f.Name, f.Tag)
		}
		optional := options != ""
		nullable := len(property.OneOf) == 2
		switch f.Type.Kind() {
		case reflect.Pointer:
			if !optional && !nullable {
				g.fail("%s.%s is written as null and not tagged nullable", t, f.Name)
			}
		case reflect.Map:
			property.AdditionalProperties = orNull(property.AdditionalProperties, f.Type.Elem())
		case reflect.Slice:
			property.Items = orNull(property.Items, f.Type.Elem())
			if foreign(t) { // its lists may be null
				s.Properties.Set(name, withNull(property))
			}
		}
		if nullable {
			s.Properties.Set(name, withNull(property.OneOf[0]))
			property = property.OneOf[0]
		}
		g.tags(property, t, f)
		if f.Tag.Get("personal") == "yes" { // its value identifies a person
			extras := map[string]any{"x-personal": true}
			maps.Copy(extras, property.Extras)
			property.Extras = extras
		}
	}
}

// foreign reports whether a type is somebody else's message, whose names are not ours.
func foreign(t reflect.Type) bool {
	return t.PkgPath() == reflect.TypeFor[npsp.Dossier]().PkgPath() || t.PkgPath() == reflect.TypeFor[gateway.Init]().PkgPath()
}

// memberName is how members of ours are called.
var memberName = regexp.MustCompile(`^\$?[a-z][a-zA-Z0-9]*$`)

// tags finds words of a jsonschema tag that did not reach the schema.
func (g *generator) tags(s *jsonschema.Schema, t reflect.Type, f reflect.StructField) {
	for _, word := range strings.FieldsFunc(f.Tag.Get("jsonschema"), func(r rune) bool { return r == ',' }) {
		key, value, _ := strings.Cut(word, "=")
		switch {
		case key == "nullable" && f.Type.Kind() == reflect.Pointer:
		case key == "minimum" && value != "" && string(s.Minimum) == value:
		case key == "maximum" && value != "" && string(s.Maximum) == value:
		case key == "const" && slices.Contains(s.Enum, any(value)):
			s.Enum, s.Const = nil, value
		default:
			g.fail("%s.%s: %q is lost", t, f.Name, word)
		}
	}
}

// orNull lets elements be null where they are pointers.
func orNull(s *jsonschema.Schema, elem reflect.Type) *jsonschema.Schema {
	if elem.Kind() != reflect.Pointer {
		return s
	}
	return withNull(s)
}

// withNull is s or null. Types with a list of names for it keep their shape: of
// oneOf many programs show neither the description nor the fault.
func withNull(s *jsonschema.Schema) *jsonschema.Schema {
	if s.Type == "" || s.Enum != nil {
		out := &jsonschema.Schema{AnyOf: []*jsonschema.Schema{s, {Type: "null"}}, Description: s.Description}
		s.Description = ""
		return out
	}
	s.Extras = map[string]any{"type": []string{s.Type, "null"}}
	s.Type = ""
	return s
}

// describer answers for the comment of a type, or of one of its fields, in the
// words of JSON: a field goes by its name there, links go without brackets,
// sentences about pointers and methods go, and "see X" is what stands at X.
func describer(comments map[string]string) func(t reflect.Type, field string) string {
	return func(t reflect.Type, field string) string {
		of := t.PkgPath() + "." + t.Name()
		text := comments[of]
		if field != "" {
			text = comments[of+"."+field]
		}
		if other, ok := strings.CutPrefix(text, "see "); ok {
			text = comments[of+"."+other]
		}
		text = goOnly.ReplaceAllString(strings.Join(strings.Fields(text), " "), "")
		text = link.ReplaceAllString(text, "$1")
		return word.ReplaceAllStringFunc(text, func(w string) string {
			if field == "" && w == t.Name() || t.Kind() != reflect.Struct {
				return w
			}
			f, _ := t.FieldByName(w)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" {
				return w
			}
			return "`" + name + "`"
		})
	}
}

var (
	goOnly = regexp.MustCompile(` [^.]*(\*[A-Z]|\[[A-Z][A-Za-z]*\.)[^.]*\.`)
	link   = regexp.MustCompile(`\[([A-Z][A-Za-z.]*)\]`)
	word   = regexp.MustCompile(`\b(JSON )?[A-Z][A-Za-z]*\b`) // a JSON Schema is no member
)
