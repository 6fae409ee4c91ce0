package facts

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/motcua/motcua/internal/strict"
)

// linePlan is what package strict would hold an object to, for lines that are plain:
// texts without escapes, numbers, true, false, null, and lists and objects of them.
type linePlan struct {
	members  map[string]memberRule
	required int
}

type memberRule struct {
	required, nullable bool
	inner              *linePlan // of an object, or of the objects of a list
	list               bool
	instant            bool
}

var linePlans = sync.OnceValue(func() map[LineKind]*linePlan {
	plans := map[LineKind]*linePlan{}
	for kind := LineUnit; kind <= LineCoverage; kind++ {
		_, target := newLine(kind)
		plans[kind] = planOf(reflect.TypeOf(target).Elem())
	}
	return plans
})

func planOf(t reflect.Type) *linePlan {
	plan := &linePlan{members: map[string]memberRule{}}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		rule := memberRule{required: options == "", nullable: strings.Contains(t.Field(i).Tag.Get("jsonschema"), "nullable")}
		of := t.Field(i).Type
		if rule.list = of.Kind() == reflect.Slice; rule.list {
			of = of.Elem()
		}
		rule.instant = of == reflect.TypeFor[time.Time]() || of == reflect.TypeFor[*time.Time]()
		if of.Kind() == reflect.Struct && !reflect.PointerTo(of).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) &&
			!reflect.PointerTo(of).Implements(reflect.TypeFor[json.Unmarshaler]()) {
			rule.inner = planOf(of)
		}
		if plan.members[name] = rule; rule.required {
			plan.required++
		}
	}
	return plan
}

// newLine returns a line of a kind, and what is to be read into.
func newLine(kind LineKind) (Line, any) {
	var l Line
	switch kind {
	case LineUnit:
		l.Unit = new(Unit)
		return l, l.Unit
	case LineProcedure:
		l.Procedure = new(Procedure)
		return l, l.Procedure
	case LineDecision:
		l.Decision = new(Decision)
		return l, l.Decision
	case LinePetition:
		l.Petition = new(Petition)
		return l, l.Petition
	case LineRating:
		l.Rating = new(Rating)
		return l, l.Rating
	case LineHandling:
		l.Handling = new(Handling)
		return l, l.Handling
	case LineReport:
		l.Report = new(Report)
		return l, l.Report
	}
	l.Coverage = new(Coverage)
	return l, l.Coverage
}

// quick reads a plain line without faults; false sends it to the full reader, which
// says what is wrong.
func quick(data []byte) (Line, bool) {
	kind, err := lineKinds.Parse(kindIn(data))
	if err != nil || bytes.IndexByte(data, '\\') >= 0 || !utf8.Valid(data) {
		return Line{}, false
	}
	w := walker{rest: data}
	line, target := newLine(kind)
	if !w.object(linePlans()[kind], true) || len(w.blank()) > 0 || json.Unmarshal(data, target) != nil {
		return Line{}, false
	}
	for _, name := range w.nulls {
		if line.hasFlag(name) {
			line.nulls = append(line.nulls, name)
		}
	}
	return line, len(line.Check()) == 0
}

func (l *Line) hasFlag(name string) bool {
	for _, f := range l.flags() {
		if f.name == name {
			return true
		}
	}
	return false
}

var factMember = []byte(`"fact":"`)

// kindIn finds the kind where lines mostly have it; another place sends the line to
// the full reader.
func kindIn(data []byte) []byte {
	_, after, _ := bytes.Cut(data[:min(len(data), 64)], factMember)
	kind, _, _ := bytes.Cut(after, []byte{'"'})
	return kind
}

// walker holds a plain text to the members that may be, once each. It does not hold
// values to the grammar, which encoding/json does, but for instants, of which that takes more.
type walker struct {
	rest  []byte
	nulls []string // members of the line that are null
}

// blank passes over white space.
func (w *walker) blank() []byte {
	w.rest = bytes.TrimLeft(w.rest, " \t")
	return w.rest
}

// take passes over one character, if it is next.
func (w *walker) take(c byte) bool {
	if rest := w.blank(); len(rest) == 0 || rest[0] != c {
		return false
	}
	w.rest = w.rest[1:]
	return true
}

// text passes over a text without escapes.
func (w *walker) text() ([]byte, bool) {
	if !w.take('"') {
		return nil, false
	}
	end := bytes.IndexByte(w.rest, '"')
	if end < 0 {
		return nil, false
	}
	text := w.rest[:end]
	w.rest = w.rest[end+1:]
	return text, true
}

// object passes over an object of a plan.
func (w *walker) object(plan *linePlan, top bool) bool {
	if !w.take('{') {
		return false
	}
	var room [24][]byte
	names, required := room[:0], 0
	for more := !w.take('}'); more; {
		name, ok := w.text()
		rule, known := plan.members[string(name)]
		if !ok || !known || !w.take(':') || slices.ContainsFunc(names, func(o []byte) bool { return bytes.Equal(o, name) }) {
			return false
		}
		names = append(names, name)
		if rule.required {
			required++
		}
		null, ok := w.value(rule)
		switch {
		case !ok || null && !rule.nullable:
			return false
		case null && top:
			w.nulls = append(w.nulls, string(name))
		}
		if more = w.take(','); !more && !w.take('}') {
			return false
		}
	}
	return required == plan.required
}

// value passes over the value of a member.
func (w *walker) value(rule memberRule) (null, ok bool) {
	if !rule.list {
		return w.item(rule)
	}
	if !w.take('[') {
		return false, false
	}
	for more := !w.take(']'); more; {
		if null, ok := w.item(rule); !ok || null {
			return false, false
		}
		if more = w.take(','); !more && !w.take(']') {
			return false, false
		}
	}
	return false, true
}

// item passes over an object, a text, or a word up to what may follow one.
func (w *walker) item(rule memberRule) (null, ok bool) {
	rest := w.blank()
	switch {
	case len(rest) == 0:
		return false, false
	case rule.inner != nil:
		return false, w.object(rule.inner, false)
	case rest[0] == '"':
		text, ok := w.text()
		if ok && rule.instant {
			_, err := strict.Instant(string(text))
			ok = err == nil
		}
		return false, ok
	}
	end := bytes.IndexAny(rest, ",}] \t[{\"")
	if end < 1 {
		return false, false
	}
	w.rest = rest[end:]
	return string(rest[:end]) == "null", true
}
