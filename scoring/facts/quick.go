package facts

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"
)

// memberRule is what a member of a line may be.
type memberRule struct{ required, nullable bool }

// linePlan is what package strict would hold a line of one kind to, for lines that
// are plain: one object of texts without escapes, numbers, true, false and null.
type linePlan struct {
	members  map[string]memberRule
	required int
}

var linePlans = sync.OnceValue(func() map[LineKind]linePlan {
	plans := map[LineKind]linePlan{}
	for kind := LineUnit; kind <= LineCoverage; kind++ {
		_, target := newLine(kind)
		plan := linePlan{members: map[string]memberRule{}}
		t := reflect.TypeOf(target).Elem()
		for i := range t.NumField() {
			name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			rule := memberRule{required: options == "", nullable: strings.Contains(t.Field(i).Tag.Get("jsonschema"), "nullable")}
			if plan.members[name] = rule; rule.required {
				plan.required++
			}
		}
		plans[kind] = plan
	}
	return plans
})

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
	names, nulls, fact, ok := plain(data)
	if !ok {
		return Line{}, false
	}
	kind, err := lineKinds.Parse(fact)
	if err != nil {
		return Line{}, false
	}
	plan, required := linePlans()[kind], 0
	line, target := newLine(kind)
	for i, name := range names {
		rule, known := plan.members[string(name)]
		if !known || nulls[i] && !rule.nullable {
			return Line{}, false
		}
		if rule.required {
			required++
		}
		for _, other := range names[:i] {
			if bytes.Equal(name, other) {
				return Line{}, false
			}
		}
	}
	if required < plan.required || json.Unmarshal(data, target) != nil {
		return Line{}, false
	}
	for i, name := range names {
		if nulls[i] && line.hasFlag(string(name)) {
			line.nulls = append(line.nulls, string(name))
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

// plain takes a plain line apart: the names of its members, which of them are null,
// and the text of the member fact. It does not hold values to the grammar, which
// encoding/json does.
func plain(data []byte) (names [][]byte, nulls []bool, fact []byte, ok bool) {
	if len(data) == 0 || data[0] != '{' || bytes.IndexByte(data, '\\') >= 0 || !utf8.Valid(data) {
		return nil, nil, nil, false
	}
	rest := data[1:]
	for {
		name, after, found := text(rest)
		if !found {
			return nil, nil, nil, false
		}
		after = bytes.TrimLeft(after, " \t")
		if len(after) == 0 || after[0] != ':' {
			return nil, nil, nil, false
		}
		after = bytes.TrimLeft(after[1:], " \t")
		value, isText := after, false
		if len(after) > 0 && after[0] == '"' {
			if value, after, isText = text(after); !isText {
				return nil, nil, nil, false
			}
		} else {
			end := bytes.IndexAny(after, ",}[{")
			if end < 0 || after[end] == '[' || after[end] == '{' {
				return nil, nil, nil, false
			}
			value, after = after[:end], after[end:]
		}
		names, nulls = append(names, name), append(nulls, !isText && string(bytes.TrimSpace(value)) == "null")
		if isText && string(name) == "fact" {
			fact = value
		}
		after = bytes.TrimLeft(after, " \t")
		switch {
		case len(after) == 1 && after[0] == '}':
			return names, nulls, fact, true
		case len(after) == 0 || after[0] != ',':
			return nil, nil, nil, false
		}
		rest = after[1:]
	}
}

// text takes a text without escapes off the front.
func text(data []byte) (value, rest []byte, ok bool) {
	data = bytes.TrimLeft(data, " \t")
	if len(data) == 0 || data[0] != '"' {
		return nil, nil, false
	}
	end := bytes.IndexByte(data[1:], '"')
	if end < 0 {
		return nil, nil, false
	}
	return data[1 : end+1], data[end+2:], true
}
