package catalog

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// writer writes a value by its plan.
type writer struct {
	out  []byte
	path []string // from the place of an error outward
}

// pointer is where the value stands that could not be written.
func (w *writer) pointer() string {
	path := slices.Clone(w.path)
	slices.Reverse(path)
	return motcua.Pointer(path...)
}

func (w *writer) value(p *plan, v reflect.Value) error {
	switch p.shape {
	case shapeText:
		return w.text(v.String())
	case shapeFlag:
		w.out = strconv.AppendBool(w.out, v.Bool())
	case shapeWhole:
		w.out = strconv.AppendInt(w.out, v.Int(), 10)
	case shapeNamed:
		return w.named(v)
	case shapeScalar, shapeOwn:
		return w.own(v)
	case shapePointer:
		if v.IsNil() {
			w.out = append(w.out, "null"...)
			return nil
		}
		return w.value(p.elem, v.Elem())
	case shapeList:
		return w.list(p, v)
	case shapeObject:
		return w.object(p, v)
	default:
		return fmt.Errorf("a type that cannot be written: %s", v.Type())
	}
	return nil
}

func (w *writer) object(p *plan, v reflect.Value) error {
	w.out = append(w.out, '{')
	first := true
	for i := range p.members {
		m := &p.members[i]
		field := v.Field(m.index)
		if m.leaves(field) {
			continue
		}
		if !first {
			w.out = append(w.out, ',')
		}
		first = false
		w.out = append(append(append(w.out, '"'), m.name...), '"', ':')
		if err := w.value(m.plan, field); err != nil {
			w.path = append(w.path, m.name)
			return err
		}
	}
	w.out = append(w.out, '}')
	return nil
}

func (w *writer) list(p *plan, v reflect.Value) error {
	w.out = append(w.out, '[')
	for i := range v.Len() {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		if err := w.value(p.elem, v.Index(i)); err != nil {
			w.path = append(w.path, strconv.Itoa(i))
			return err
		}
	}
	w.out = append(w.out, ']')
	return nil
}

// named writes a type that writes itself as text.
func (w *writer) named(v reflect.Value) error {
	var text []byte
	var err error
	switch m := v.Addr().Interface().(type) {
	case encoding.TextAppender:
		text, err = m.AppendText(nil)
	case encoding.TextMarshaler:
		text, err = m.MarshalText()
	default:
		err = errNoWriter
	}
	if err != nil {
		return err
	}
	return w.text(string(text))
}

var errNoWriter = errors.New("the type is read and not written")

// own writes a type that writes itself as JSON. The texts of scalars are written here,
// for the type escapes more than need be.
func (w *writer) own(v reflect.Value) error {
	m, ok := v.Addr().Interface().(json.Marshaler)
	if s, scalar := m.(*motcua.Scalar); scalar && s.Type() == motcua.ColumnText {
		return w.text(s.Text())
	}
	if !ok {
		return errNoWriter
	}
	text, err := m.MarshalJSON()
	w.out = append(w.out, text...)
	return err
}

var errUTF8 = errors.New("not valid UTF-8")

// text writes a string; only quotes, backslashes and control characters are escaped.
func (w *writer) text(s string) error {
	if !utf8.ValidString(s) {
		return errUTF8
	}
	w.out = append(w.out, '"')
	plain := 0
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			w.out = appendEscaped(append(w.out, s[plain:i]...), c)
			plain = i + 1
		}
	}
	w.out = append(append(w.out, s[plain:]...), '"')
	return nil
}

func appendEscaped(out []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(out, '\\', c)
	case '\b':
		return append(out, '\\', 'b')
	case '\f':
		return append(out, '\\', 'f')
	case '\n':
		return append(out, '\\', 'n')
	case '\r':
		return append(out, '\\', 'r')
	case '\t':
		return append(out, '\\', 't')
	}
	return fmt.Appendf(out, "\\u%04x", c)
}
