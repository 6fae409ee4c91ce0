package eventlog

import (
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// nothing is how the logs write that a text is empty.
const nothing = "EMPTY"

// row books a row: its event, if the table has events, and what it states of its case.
func (r *reading) row(columns []bound, row []string, line int) {
	id := ""
	event, ofCase := false, false
	for _, c := range columns {
		row[c.at] = strings.TrimSpace(row[c.at])
		if row[c.at] == nothing {
			row[c.at] = ""
		}
		switch c.part {
		case partID:
			id = r.word(row[c.at])
		case partCase:
			ofCase = true
		case partEvent:
			event = true
		}
	}
	if id == "" {
		r.add(codeValue, motcua.SeverityError, r.table, columns[0].name, line, "thiếu mã hồ sơ", "the case has no name")
		return
	}
	k := r.find(id, line)
	rec := record{zone: r.zone, word: r.word}
	if event && r.put(&rec, columns, partEvent, row, line) {
		rec.event.Line = line
		rec.event.Day = midnight(rec.event.At)
		c := &r.log.Cases[k.index]
		c.Events = append(c.Events, rec.event)
	}
	if ofCase {
		r.state(k, &rec, columns, row, line)
	}
}

// find finds a case, or makes it.
func (r *reading) find(id string, line int) *known {
	k, ok := r.known[id]
	if !ok {
		k = &known{index: len(r.log.Cases), table: r.table, line: line}
		r.known[id] = k
		r.log.Cases = append(r.log.Cases, Case{ID: id})
	}
	return k
}

// state takes what a row states of a case, if no row has stated it before.
func (r *reading) state(k *known, rec *record, columns []bound, row []string, line int) {
	c := &r.log.Cases[k.index]
	n := 0
	for _, col := range columns {
		if col.part != partCase {
			continue
		}
		if c.Line == 0 {
			k.stated = append(k.stated, r.word(row[col.at]))
		} else if n >= len(k.stated) || k.stated[n] != row[col.at] {
			r.add(codeAgain, motcua.SeverityWarning, r.table, col.name, line, "khác với dòng %d", "not as line %d has it", c.Line)
		}
		n++
	}
	if c.Line > 0 {
		return
	}
	r.put(rec, columns, partCase, row, line)
	rec.of.ID, rec.of.Line, rec.of.Events = c.ID, line, c.Events
	*c = rec.of
}

// put reads the values of one part of a row, and reports whether all that must be there
// could be read.
func (r *reading) put(rec *record, columns []bound, of part, row []string, line int) bool {
	whole := true
	for _, c := range columns {
		if value := row[c.at]; c.part != of || value == "" && !c.must || value != "" && c.put(rec, value) {
			continue
		}
		severity := motcua.SeverityWarning
		if c.must {
			severity, whole = motcua.SeverityError, false
		}
		r.add(codeValue, severity, r.table, c.name, line, "thiếu giá trị hoặc không đọc được", "the value is missing or cannot be read")
	}
	return whole
}

// word gives one copy of a text, so that a value does not hold its line.
func (r *reading) word(text string) string {
	if one, ok := r.words[text]; ok {
		return one
	}
	one := strings.Clone(text)
	r.words[one] = one
	return one
}

// finish puts events in the order of time, and looks for halves of cases.
func (r *reading) finish() {
	for i := range r.log.Cases {
		c := &r.log.Cases[i]
		slices.SortStableFunc(c.Events, func(a, b Event) int { return a.At.Compare(b.At) })
		k := r.known[c.ID]
		if c.Line == 0 {
			r.add(codeNoCase, motcua.SeverityWarning, k.table, "", k.line, "sự kiện của hồ sơ không được khai", "events of a case that no row states")
		} else if len(c.Events) == 0 {
			r.add(codeNone, motcua.SeverityWarning, k.table, "", k.line, "hồ sơ không có sự kiện", "a case without events")
		}
	}
}
