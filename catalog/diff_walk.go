package catalog

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// differ walks two values of one plan side by side and writes down where they differ.
type differ struct {
	out       []Change
	effective motcua.Date
}

// spot is where a walk stands.
type spot struct {
	pattern string      // names of members alone, "papers/originals"
	pointer string      // in the newer version, RFC 6901
	older   string      // the same in the older one
	of      motcua.Text // the parts around it, for people: "paper “Form CT01”"
}

func (at spot) member(name string) spot {
	at.pointer += motcua.Pointer(name)
	at.older += motcua.Pointer(name)
	if at.pattern != "" {
		name = at.pattern + "/" + name
	}
	at.pattern = name
	return at
}

// item is the item of a list that was the j-th and is the i-th.
func (at spot) item(i, j int) spot {
	at.pointer += motcua.Pointer(strconv.Itoa(i))
	at.older += motcua.Pointer(strconv.Itoa(j))
	return at
}

// within adds a part around the place.
func (at spot) within(part motcua.Text) spot {
	if at.of.IsZero() {
		at.of = part
	} else if !part.IsZero() {
		at.of = motcua.Text{Vi: at.of.Vi + ", " + part.Vi, En: at.of.En + ", " + part.En}
	}
	return at
}

// wholes are types that people compare as one thing.
func whole(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[motcua.Text](), reflect.TypeFor[motcua.Source](), reflect.TypeFor[motcua.Validity](), reflect.TypeFor[Span](),
		reflect.TypeFor[motcua.Predicate](), reflect.TypeFor[workday.Limit](), reflect.TypeFor[[]workday.Term](), reflect.TypeFor[payment.Money]():
		return true
	}
	return false
}

func (d *differ) value(p *plan, at spot, a, b reflect.Value) {
	if sameValue(p, a, b) {
		return
	}
	switch {
	case p.shape == shapePointer:
		d.pointer(p, at, a, b)
	case at.pattern == limitPattern:
		d.limit(p, at, a, b)
	case whole(a.Type()):
		d.changed(at, a, b)
	case p.shape == shapeObject:
		d.object(p, at, a, b)
	case p.shape == shapeList:
		d.list(p, at, a, b)
	default:
		d.changed(at, a, b)
	}
}

// object walks the members.
func (d *differ) object(p *plan, at spot, a, b reflect.Value) {
	for i := range p.members {
		m := &p.members[i]
		d.value(m.plan, at.member(m.name), a.Field(m.index), b.Field(m.index))
	}
}

// pointer compares what may be absent. A part that comes or goes is told by its
// members, against one that has none.
func (d *differ) pointer(p *plan, at spot, a, b reflect.Value) {
	if !a.IsNil() && !b.IsNil() {
		d.value(p.elem, at, a.Elem(), b.Elem())
		return
	}
	if p.elem.shape != shapeObject || whole(a.Type().Elem()) {
		d.changed(at, a, b)
		return
	}
	before := len(d.out)
	d.object(p.elem, at, orZero(a), orZero(b))
	if len(d.out) == before {
		d.changed(at, a, b) // it is there, and empty
	}
}

func orZero(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return reflect.New(v.Type().Elem()).Elem()
	}
	return v.Elem()
}

// sameValue reports whether two values are written alike.
func sameValue(p *plan, a, b reflect.Value) bool {
	switch p.shape {
	case shapeText:
		return a.String() == b.String()
	case shapeFlag:
		return a.Bool() == b.Bool()
	case shapeWhole:
		return a.Int() == b.Int()
	}
	v, w := writer{}, writer{}
	verr, werr := v.value(p, a), w.value(p, b)
	if verr != nil || werr != nil {
		return reflect.DeepEqual(a.Interface(), b.Interface()) // what cannot be written
	}
	return bytes.Equal(v.out, w.out)
}

// changed writes down a place whose value is another.
func (d *differ) changed(at spot, a, b reflect.Value) {
	row := rowOf(at.pattern)
	from, money := a.Interface().(payment.Money)
	to, _ := b.Interface().(payment.Money)
	if money && strings.HasPrefix(at.pattern, feePattern) {
		d.add(at, feeChange(row.noun, at.pointer, from, to))
		return
	}
	c := Change{Code: row.code, Pointer: at.pointer, From: forPeople(a), To: forPeople(b)}
	if b.IsZero() && !a.IsZero() || c.To.IsZero() && !c.From.IsZero() {
		c.Pointer = at.older // a value may be there and have nothing to show
	}
	switch {
	case row.special != nil:
		row.special(&c, row.noun, d.effective)
	case row.long && !c.From.IsZero() && !c.To.IsZero():
		c.Text = motcua.Text{Vi: row.noun.Vi + " được viết lại", En: row.noun.En + " worded anew"}
	default:
		c.Text = turned(row.noun, c.From, c.To)
	}
	d.add(at, c)
}

// add writes down a change, with the parts around it before its sentence.
func (d *differ) add(at spot, c Change) {
	if !at.of.IsZero() {
		c.Text = motcua.Text{Vi: at.of.Vi + ": " + c.Text.Vi, En: at.of.En + ": " + c.Text.En}
	}
	c.Effective = d.effective
	d.out = append(d.out, c)
}

// turned says that something is another.
func turned(noun, from, to motcua.Text) motcua.Text {
	switch {
	case from.IsZero():
		return motcua.Text{Vi: noun.Vi + ": nay là " + cut(to.Vi), En: noun.En + ": now " + cut(to.En)}
	case to.IsZero():
		return motcua.Text{Vi: noun.Vi + ": không còn " + cut(from.Vi), En: noun.En + ": no longer " + cut(from.En)}
	case from == to:
		return motcua.Text{Vi: noun.Vi + " thay đổi", En: noun.En + " changed"}
	}
	return motcua.Text{
		Vi: noun.Vi + ": từ " + cut(from.Vi) + " thành " + cut(to.Vi),
		En: noun.En + ": from " + cut(from.En) + " to " + cut(to.En),
	}
}

// mostShown is how many characters of a text a sentence quotes.
const mostShown = 80

// cut shortens a text between characters.
func cut(s string) string {
	n := 0
	for i := range s {
		if n++; n > mostShown {
			return s[:i] + "…"
		}
	}
	return s
}
