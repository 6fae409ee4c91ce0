package catalog

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/motcua/motcua"
)

// shape is how a Go type stands in JSON.
type shape uint8

const (
	shapeNone    shape = iota // not known here; package strict may know it
	shapeText                 // a string
	shapeFlag                 // true or false
	shapeWhole                // a signed whole number
	shapeNamed                // a string the type reads and writes itself
	shapeOwn                  // JSON the type reads and writes itself
	shapeScalar               // a motcua.Scalar
	shapeList                 // a slice
	shapePointer              // what elem is, or nothing
	shapeObject               // a struct
)

// plan says how a Go type stands in JSON: what package strict holds a value of it to,
// and how it is written.
type plan struct {
	shape    shape
	elem     *plan        // of a list or a pointer
	members  []planMember // of an object, in order
	required uint64       // the members that must be there, a bit each
}

// planMember is a field of a struct.
type planMember struct {
	name     string
	index    int
	plan     *plan
	nullable bool // null is read as nil
	omit     omission
}

// omission says when a member is left out.
type omission uint8

const (
	omitNever  omission = iota
	omitEmpty           // as encoding/json's omitempty
	omitZero            // where the field is the zero value
	omitIsZero          // where its method IsZero says so
)

var procedurePlan = sync.OnceValue(func() *plan { return planOf(reflect.TypeFor[Procedure](), map[reflect.Type]*plan{}) })

// planOf makes the plan of a type; made holds those of the types around it, for types
// may hold themselves.
func planOf(t reflect.Type, made map[reflect.Type]*plan) *plan {
	if p, ok := made[t]; ok {
		return p
	}
	p := &plan{}
	made[t] = p
	switch to := reflect.PointerTo(t); {
	case t.Kind() == reflect.Pointer:
		p.shape, p.elem = shapePointer, planOf(t.Elem(), made)
	case t == reflect.TypeFor[motcua.Scalar]():
		p.shape = shapeScalar
	case to.Implements(reflect.TypeFor[json.Unmarshaler]()):
		p.shape = shapeOwn
	case to.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		p.shape = shapeNamed
	case t.Kind() == reflect.String:
		p.shape = shapeText
	case t.Kind() == reflect.Bool:
		p.shape = shapeFlag
	case t.Kind() >= reflect.Int && t.Kind() <= reflect.Int64:
		p.shape = shapeWhole
	case t.Kind() == reflect.Slice:
		p.shape, p.elem = shapeList, planOf(t.Elem(), made)
	case t.Kind() == reflect.Struct:
		p.object(t, made)
	}
	return p
}

// mostMembers is how many members a plan's mask has room for.
const mostMembers = 64

// object plans a struct. One with embedded fields or too many is left to strict.
func (p *plan) object(t reflect.Type, made map[reflect.Type]*plan) {
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || !f.IsExported() || name == "" || name == "-" || len(p.members) == mostMembers {
			p.members, p.required = nil, 0
			return
		}
		m := planMember{name: name, index: f.Index[0], plan: planOf(f.Type, made), omit: omissionOf(f.Type, options)}
		m.nullable = f.Type.Kind() == reflect.Pointer &&
			(m.omit == omitNever || slices.Contains(strings.Split(f.Tag.Get("jsonschema"), ","), "nullable"))
		if m.omit == omitNever {
			p.required |= 1 << len(p.members)
		}
		p.members = append(p.members, m)
	}
	p.shape = shapeObject
}

func omissionOf(t reflect.Type, options string) omission {
	switch {
	case strings.Contains(options, "omitempty"):
		return omitEmpty
	case strings.Contains(options, "omitzero") && reflect.PointerTo(t).Implements(reflect.TypeFor[interface{ IsZero() bool }]()):
		return omitIsZero
	case strings.Contains(options, "omitzero"):
		return omitZero
	}
	return omitNever
}

// leaves reports whether the member is left out of what is written.
func (m *planMember) leaves(v reflect.Value) bool {
	switch m.omit {
	case omitEmpty:
		switch v.Kind() {
		case reflect.Slice, reflect.Map:
			return v.Len() == 0
		case reflect.Struct:
			return false
		}
		return v.IsZero()
	case omitZero:
		return v.IsZero()
	case omitIsZero:
		z, ok := v.Addr().Interface().(interface{ IsZero() bool })
		return ok && z.IsZero()
	}
	return false
}

// requires reports whether the pointer leads to a member that must be there.
func (p *plan) requires(pointer string) bool {
	required := false
	for token := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		for p.shape == shapePointer {
			p = p.elem
		}
		at := -1
		switch p.shape {
		case shapeList:
			p, required = p.elem, false
			continue
		case shapeObject:
			at = p.find([]byte(token), 0)
		}
		if at < 0 {
			return false
		}
		p, required = p.members[at].plan, p.members[at].omit == omitNever
	}
	return required
}
