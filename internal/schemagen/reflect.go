package main

import (
	"encoding"
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// rows describe the types that marshal themselves and are no enums. A type that
// does and has no row here is an error, never a guess.
var rows = map[reflect.Type]*jsonschema.Schema{
	reflect.TypeFor[motcua.Date]():    {Type: "string", Format: "date"},
	reflect.TypeFor[motcua.Decimal](): {Type: "string", Pattern: `^-?(0|[1-9][0-9]{0,18})(\.[0-9]{1,18})?$`},
	reflect.TypeFor[motcua.Scalar]():  {AnyOf: []*jsonschema.Schema{{Type: "string"}, {Type: "integer"}, {Type: "boolean"}, {Type: "null"}}},
	reflect.TypeFor[scoring.Period](): {
		Type:    "string",
		Pattern: `^[0-9]{4}(-H[12]|-Q[1-4]|-W[0-5][0-9]|-[01][0-9](-[0-3][0-9])?|-[01][0-9]-[0-3][0-9]/[0-9]{4}-[01][0-9]-[0-3][0-9])?$`,
	},
}

// nullable are the map members whose values may be null.
var nullable = map[string]string{"CountsLine": "indicators"}

// reflectSchema makes the schema of a document.
func reflectSchema(d document) (*jsonschema.Schema, error) {
	g := &generator{names: map[string]reflect.Type{}}
	r := &jsonschema.Reflector{Mapper: g.schema, Namer: g.name}
	if err := r.AddGoComments("github.com/motcua/motcua", "./"); err != nil {
		return nil, err
	}
	for key, comment := range r.CommentMap {
		if strings.HasPrefix(comment, "see ") {
			delete(r.CommentMap, key)
		} else {
			r.CommentMap[key] = strings.Join(strings.Fields(comment), " ")
		}
	}
	s := r.Reflect(d.value)
	s.ID, s.Title = jsonschema.ID(prefix+path.Base(d.path)), d.title
	for name, member := range nullable {
		if def, ok := s.Definitions[name]; ok {
			property, _ := def.Properties.Get(member)
			property.AdditionalProperties = &jsonschema.Schema{AnyOf: []*jsonschema.Schema{property.AdditionalProperties, {Type: "null"}}}
		}
	}
	return s, g.err
}

// generator answers the reflector's questions about types.
type generator struct {
	names map[string]reflect.Type
	err   error
}

// name keeps types of one name in two packages apart.
func (g *generator) name(t reflect.Type) string {
	name := t.Name()
	if name == "" {
		return name // not a named type: the reflector needs none
	}
	if strings.ContainsAny(name, "[]/") || g.names[name] != nil && g.names[name] != t {
		g.fail(fmt.Errorf("type %s needs a name of its own", t))
	}
	g.names[name] = t
	return name
}

func (g *generator) fail(err error) {
	if g.err == nil {
		g.err = err
	}
}

// schema describes a type that marshals itself; nil leaves it to the reflector.
func (g *generator) schema(t reflect.Type) *jsonschema.Schema {
	if s, ok := rows[t]; ok {
		copied := *s
		return &copied
	}
	if !marshals(t) {
		return nil
	}
	if t.Kind() == reflect.Uint8 {
		return &jsonschema.Schema{Type: "string", Enum: members(t)}
	}
	g.fail(fmt.Errorf("type %s marshals itself and has no row", t))
	return nil
}

func marshals(t reflect.Type) bool {
	for _, i := range []reflect.Type{reflect.TypeFor[encoding.TextMarshaler](), reflect.TypeFor[json.Marshaler]()} {
		if t.Kind() != reflect.Pointer && (t.Implements(i) || reflect.PointerTo(t).Implements(i)) {
			return true
		}
	}
	return false
}

// members lists the names of an enum by asking its values for them.
func members(t reflect.Type) []any {
	var out []any
	for i := 1; i < 256; i++ {
		v := reflect.New(t).Elem()
		v.SetUint(uint64(i))
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			break
		}
		out = append(out, string(text))
	}
	return out
}
