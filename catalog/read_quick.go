package catalog

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/motcua/motcua/internal/strict"
)

// quick reads JSON in one pass into a value whose plan it is given. It takes only what
// package strict would find no fault with, and gives up at anything it is not sure
// of; then strict reads it again and says what is wrong. A fuzz target holds the two
// together.
type quick struct {
	data    []byte
	at      int
	depth   int
	texts   strings.Builder // the texts kept, one behind the other
	escaped []byte          // a text whose escapes are being read
}

// quickDepth is far below what strict allows, and above what a procedure has.
const quickDepth = 32

// quickly reads data into v, a pointer to the zero value of the plan's type; false
// says that it gave up, and v holds a part.
func quickly(data []byte, p *plan, v any) bool {
	if !utf8.Valid(data) {
		return false
	}
	q := quick{data: data}
	if !q.value(p, reflect.ValueOf(v).Elem()) {
		return false
	}
	q.blank()
	return q.at == len(data)
}

// blank passes over white space and returns the next byte, 0 at the end.
func (q *quick) blank() byte {
	for q.at < len(q.data) {
		switch c := q.data[q.at]; c {
		case ' ', '\t', '\r', '\n':
			q.at++
		default:
			return c
		}
	}
	return 0
}

// take passes over one character, if it is next.
func (q *quick) take(c byte) bool {
	if q.blank() != c {
		return false
	}
	q.at++
	return true
}

// word passes over a word, if it is next.
func (q *quick) word(w string) bool {
	q.blank()
	if !bytes.HasPrefix(q.data[q.at:], []byte(w)) {
		return false
	}
	q.at += len(w)
	return true
}

// readOwn reads a value by its own reader, and an instant as package strict does.
func readOwn(raw []byte, into any) bool {
	switch u := into.(type) {
	case *time.Time:
		at, err := strict.Instant(string(bytes.Trim(raw, `"`)))
		*u = at
		return err == nil
	case json.Unmarshaler:
		return u.UnmarshalJSON(raw) == nil
	}
	return false
}

func (q *quick) value(p *plan, v reflect.Value) bool {
	switch p.shape {
	case shapeText:
		text, ok := q.text()
		if ok {
			v.SetString(q.keep(text))
		}
		return ok
	case shapeNamed:
		text, ok := q.text()
		if !ok {
			return false
		}
		u, ok := v.Addr().Interface().(encoding.TextUnmarshaler)
		return ok && u.UnmarshalText(text) == nil
	case shapeOwn, shapeScalar:
		raw, ok := q.raw()
		if !ok {
			return false
		}
		return readOwn(raw, v.Addr().Interface())
	case shapeFlag:
		yes := q.word("true")
		v.SetBool(yes)
		return yes || q.word("false")
	case shapeWhole:
		return q.whole(v)
	case shapePointer:
		v.Set(reflect.New(v.Type().Elem()))
		return q.value(p.elem, v.Elem())
	case shapeList:
		return q.list(p, v)
	case shapeObject:
		return q.object(p, v)
	}
	return false
}

// object reads the members in any order, each once.
func (q *quick) object(p *plan, v reflect.Value) bool {
	if q.depth++; q.depth > quickDepth || !q.take('{') {
		return false
	}
	seen, next := uint64(0), 0
	for more := !q.take('}'); more; {
		name, ok := q.text()
		if !ok || !q.take(':') {
			return false
		}
		at := p.find(name, next)
		if at < 0 || seen&(1<<at) != 0 {
			return false
		}
		seen, next = seen|1<<at, at+1
		m := &p.members[at]
		if !(m.nullable && q.word("null")) && !q.value(m.plan, v.Field(m.index)) {
			return false
		}
		if more = q.take(','); !more && !q.take('}') {
			return false
		}
	}
	q.depth--
	return seen&p.required == p.required
}

// find returns the place of a member, looked for from next on; -1 for none.
func (p *plan) find(name []byte, next int) int {
	for n := range p.members {
		if i := (next + n) % len(p.members); p.members[i].name == string(name) {
			return i
		}
	}
	return -1
}

// list reads a list; what it keeps is no longer than it must be.
func (q *quick) list(p *plan, v reflect.Value) bool {
	if q.depth++; q.depth > quickDepth || !q.take('[') {
		return false
	}
	n := 0
	for more := !q.take(']'); more; n++ {
		v.Grow(1)
		v.SetLen(n + 1)
		if !q.value(p.elem, v.Index(n)) {
			return false
		}
		if more = q.take(','); !more && !q.take(']') {
			return false
		}
	}
	q.depth--
	if n == 0 || v.Cap() > n {
		exact := reflect.MakeSlice(v.Type(), n, n)
		reflect.Copy(exact, v)
		v.Set(exact)
	}
	return true
}

// whole reads a whole number as JSON writes it, but for minus zero.
func (q *quick) whole(v reflect.Value) bool {
	raw, ok := q.number()
	if !ok {
		return false
	}
	i, err := strconv.ParseInt(string(raw), 10, 64)
	if err != nil || v.OverflowInt(i) {
		return false
	}
	v.SetInt(i)
	return true
}

// number passes over a whole number.
func (q *quick) number() ([]byte, bool) {
	q.blank()
	start := q.at
	if q.at < len(q.data) && q.data[q.at] == '-' {
		q.at++
	}
	digits := q.at
	for q.at < len(q.data) && q.data[q.at] >= '0' && q.data[q.at] <= '9' {
		q.at++
	}
	if n := q.at - digits; n == 0 || q.data[digits] == '0' && (n > 1 || digits > start) {
		return nil, false
	}
	if c := q.blank(); c != ',' && c != ']' && c != '}' && c != 0 { // a fraction, an exponent
		return nil, false
	}
	return bytes.TrimRight(q.data[start:q.at], " \t\r\n"), true
}
