package strict

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
)

// member is a struct field as JSON sees it.
type member struct {
	name     string
	index    []int
	required bool
	null     bool // null is no fault, if the type takes it
}

// layout is what JSON sees of a struct.
type layout struct {
	members []member
	place   map[string]int
}

// instant is the one type of a member that takes null as if nothing had been said.
var instant = reflect.TypeFor[time.Time]()

var layouts sync.Map // from reflect.Type to *layout

func layoutOf(t reflect.Type) *layout {
	if known, ok := layouts.Load(t); ok {
		return known.(*layout)
	}
	l := &layout{place: map[string]int{}}
	l.take(t, nil)
	layouts.Store(t, l)
	return l
}

// take adds the members of t, which lies at index: its own ones first, for they
// hide those of one name in what is embedded.
func (l *layout) take(t reflect.Type, index []int) {
	var embedded []reflect.StructField
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" && structOf(f.Type) != nil {
			embedded = append(embedded, f)
			continue
		}
		if name == "" {
			name = f.Name
		}
		if _, taken := l.place[name]; taken || !f.IsExported() || name == "-" {
			continue
		}
		optional := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		nullable := slices.Contains(strings.Split(f.Tag.Get("jsonschema"), ","), "nullable")
		l.place[name] = len(l.members)
		l.members = append(l.members, member{
			name: name, index: slices.Concat(index, f.Index), required: !optional,
			null: nullable || f.Type != instant && (!optional || f.Type.Kind() != reflect.Pointer),
		})
	}
	for _, f := range embedded {
		if f.IsExported() || f.Type.Kind() == reflect.Struct {
			l.take(structOf(f.Type), slices.Concat(index, f.Index))
		}
	}
}

// structOf returns t, or what it points to, if that is a struct.
func structOf(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return t
}

// field returns the field at index and makes the embedded structs on the way.
func field(v reflect.Value, index []int) reflect.Value {
	for i, at := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(at)
	}
	return v
}

// nearest returns the member whose name is most like the given one, of those
// that are free, or -1.
func (l *layout) nearest(name string, free func(member) bool) int {
	best, least := -1, 0
	for i, m := range l.members {
		if !free(m) {
			continue
		}
		if d := distance(name, m.name); d >= 0 && (best < 0 || d < least) {
			best, least = i, d
		}
	}
	return best
}

// distance counts the letters in which two names differ. Names that differ by
// more than two, or by half of the longer one, have nothing to do with each
// other, and the answer is -1; the case of letters is no difference.
func distance(a, b string) int {
	if strings.EqualFold(a, b) {
		return 0
	}
	most := min(2, (max(len(a), len(b))-1)/2)
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return -1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	if row[len(b)] > most {
		return -1
	}
	return row[len(b)]
}
