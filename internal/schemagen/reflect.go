package main

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/invopop/jsonschema"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring"
)

// rows describe the types that marshal themselves and are no enums. A type that
// does and has no row here is an error, never a guess.
var rows = map[reflect.Type]*jsonschema.Schema{
	reflect.TypeFor[time.Time]():       {Type: "string", Format: "date-time", Pattern: strict.InstantPattern},
	reflect.TypeFor[motcua.Date]():     {Type: "string", Format: "date"},
	reflect.TypeFor[motcua.Decimal]():  {Type: "string", Pattern: `^-?(0|[1-9][0-9]{0,18})(\.[0-9]{1,18})?$`},
	reflect.TypeFor[motcua.Scalar]():   {AnyOf: []*jsonschema.Schema{{Type: "string"}, {Type: "integer"}, {Type: "boolean"}, {Type: "null"}}},
	reflect.TypeFor[workday.Clock]():   {Type: "string", Pattern: `^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$`},
	reflect.TypeFor[workday.Session](): {Type: "string", Pattern: `^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$`},
	reflect.TypeFor[motcua.ProcedureCode](): {
		Type: "string", Pattern: `^[0-9]\.[0-9]{6}(\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})?$`,
	},
	reflect.TypeFor[motcua.UnitCode]():   {Type: "string", Pattern: `^([A-Z][0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{3})?)?)?|[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})$`},
	reflect.TypeFor[motcua.ResultCode](): {Type: "string", Pattern: `^([A-Z]{2}[.-][A-Z][0-9]{2}[0-9.]*\.[0-9]{4,}|[A-Z0-9.]{3,}-[A-Z]{2}[0-9]+)$`},
	reflect.TypeFor[payment.Money]():     moneySchema(),
	reflect.TypeFor[history.Hash]():      {Type: "string", Pattern: `^[0-9a-f]{64}$`},
	reflect.TypeFor[npsp.Value]():        {Extras: map[string]any{"type": []string{"string", "number", "boolean", "null"}}},
	reflect.TypeFor[scoring.Period](): {
		Type:    "string",
		Pattern: `^[0-9]{4}(-H[12]|-Q[1-4]|-W[0-5][0-9]|-[01][0-9](-[0-3][0-9])?|-[01][0-9]-[0-3][0-9]/[0-9]{4}-[01][0-9]-[0-3][0-9])?$`,
	},
}

// moneySchema describes an amount, which writes and reads itself: no decimals where the
// currency has none, and no currency only for nothing.
func moneySchema() *jsonschema.Schema {
	codes := (&generator{}).members(reflect.TypeFor[payment.Currency]())
	whole := slices.DeleteFunc(slices.Clone(codes), func(code any) bool {
		c, err := payment.ParseCurrency(code.(string))
		return err != nil || c.Digits() > 0
	})
	s := &jsonschema.Schema{Type: "object", Required: []string{"amount"}, AdditionalProperties: jsonschema.FalseSchema}
	s.Properties = jsonschema.NewProperties()
	s.Properties.Set("amount", &jsonschema.Schema{Type: "string", Pattern: `^(0|-?[1-9][0-9]{0,18})(\.[0-9]{1,2})?$|^-0\.(0[1-9]|[1-9][0-9]?)$`})
	s.Properties.Set("currency", &jsonschema.Schema{Type: "string", Enum: codes})
	s.Not = &jsonschema.Schema{Required: []string{"currency"}, Properties: jsonschema.NewProperties()}
	s.Not.Properties.Set("amount", &jsonschema.Schema{Pattern: `\.`})
	s.Not.Properties.Set("currency", &jsonschema.Schema{Enum: whole})
	nothing := &jsonschema.Schema{Properties: jsonschema.NewProperties()}
	nothing.Properties.Set("amount", &jsonschema.Schema{Const: "0"})
	s.AnyOf = []*jsonschema.Schema{{Required: []string{"currency"}}, nothing}
	return s
}

// reflectSchema makes the schema of a document. Its descriptions are the
// comments of the Go types.
func reflectSchema(d document, comments map[string]string) (*jsonschema.Schema, error) {
	g := &generator{names: map[string]reflect.Type{}}
	s := g.reflect(d.value, comments)
	s.ID, s.Title = jsonschema.ID(prefix+path.Base(d.path)), d.title
	return s, g.err()
}

func (g *generator) reflect(value any, comments map[string]string) *jsonschema.Schema {
	r := &jsonschema.Reflector{Mapper: g.schema, Namer: g.name, LookupComment: describer(comments)}
	s := r.Reflect(value)
	for name, def := range s.Definitions {
		g.finish(def, g.names[name])
	}
	return s
}

// generator answers the reflector's questions about types, and finishes what
// the reflector makes of them.
type generator struct {
	names  map[string]reflect.Type
	faults []string
}

func (g *generator) fail(format string, args ...any) {
	g.faults = append(g.faults, fmt.Sprintf(format, args...))
}

// err is all that was found, sorted, for definitions come in any order.
func (g *generator) err() error {
	if g.faults == nil {
		return nil
	}
	slices.Sort(g.faults)
	return errors.New(strings.Join(slices.Compact(g.faults), "\n"))
}

// name keeps types of one name in two packages apart.
func (g *generator) name(t reflect.Type) string {
	switch {
	case t.Name() == "":
		return "" // written in place
	case rows[t] != nil || marshals(t):
		return t.String() // so is this; by its bare name it would be taken for a struct that bears it too
	}
	if strings.ContainsAny(t.Name(), "[]/") || g.names[t.Name()] != nil && g.names[t.Name()] != t {
		g.fail("type %s needs a name of its own", t)
	}
	g.names[t.Name()] = t
	return t.Name()
}

// schema describes a type that the reflector would get wrong; nil leaves the
// type to the reflector.
func (g *generator) schema(t reflect.Type) *jsonschema.Schema {
	if s, ok := rows[t]; ok {
		copied := *s
		return &copied
	}
	if !marshals(t) {
		if !faithful(t) {
			g.fail("type %s is not read or written as its schema would say", t)
			return &jsonschema.Schema{}
		}
		return nil
	}
	if t.Kind() != reflect.Uint8 {
		g.fail("type %s marshals itself and has no row", t)
		return &jsonschema.Schema{}
	}
	return &jsonschema.Schema{Type: "string", Enum: g.members(t)}
}

func marshals(t reflect.Type) bool {
	for _, i := range []reflect.Type{reflect.TypeFor[encoding.TextMarshaler](), reflect.TypeFor[json.Marshaler]()} {
		if t.Kind() != reflect.Pointer && (t.Implements(i) || reflect.PointerTo(t).Implements(i)) {
			return true
		}
	}
	return false
}

// faithful reports whether the reflector's schema of a plain type is what
// package strict reads: it knows no bounds of unsigned numbers, no rules of
// keys, and takes json.Number for text.
func faithful(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct, reflect.String, reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return t != reflect.TypeFor[json.Number]()
	case reflect.Slice:
		return t.Elem().Kind() != reflect.Uint8 || marshals(t.Elem())
	case reflect.Map:
		return t.Key().Kind() == reflect.String && !marshals(t.Key())
	}
	return false
}

// members lists the names of an enum by asking its values for them.
func (g *generator) members(t reflect.Type) []any {
	var out []any
	for i := uint64(1); i < 256; i++ {
		v := reflect.New(t)
		v.Elem().SetUint(i)
		m, ok := v.Interface().(encoding.TextMarshaler)
		if !ok {
			break
		}
		text, err := m.MarshalText()
		if err != nil {
			break
		}
		if slices.Contains(out, any(string(text))) {
			g.fail("enum %s has two values %q", t, text)
		}
		out = append(out, string(text))
	}
	if out == nil {
		g.fail("enum %s has no names", t)
	}
	return out
}
