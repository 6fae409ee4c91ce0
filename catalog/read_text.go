package catalog

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// text reads a string. What it returns is good until the next text is read. It gives
// up at surrogates, which rarely stand in a text of Vietnam.
func (q *quick) text() ([]byte, bool) {
	if !q.take('"') {
		return nil, false
	}
	for i, c := range q.data[q.at:] {
		switch {
		case c == '"':
			text := q.data[q.at : q.at+i]
			q.at += i + 1
			return text, true
		case c == '\\':
			return q.unescape(i)
		case c < ' ':
			return nil, false
		}
	}
	return nil, false
}

// unescape reads on in a string whose first n bytes are plain.
func (q *quick) unescape(n int) ([]byte, bool) {
	text := append(q.escaped[:0], q.data[q.at:q.at+n]...)
	for i := q.at + n; i < len(q.data); {
		switch c := q.data[i]; {
		case c == '"':
			q.at, q.escaped = i+1, text
			return text, true
		case c < ' ':
			return nil, false
		case c != '\\':
			text = append(text, c)
			i++
		default:
			size := 0
			if text, size = appendEscape(text, q.data[i+1:]); size == 0 {
				return nil, false
			}
			i += 1 + size
		}
	}
	return nil, false
}

// appendEscape appends what an escape stands for, given what follows its backslash,
// and returns how long it is; 0 for one it does not know.
func appendEscape(text, rest []byte) ([]byte, int) {
	if len(rest) == 0 {
		return text, 0
	}
	switch rest[0] {
	case '"', '\\', '/':
		return append(text, rest[0]), 1
	case 'b':
		return append(text, '\b'), 1
	case 'f':
		return append(text, '\f'), 1
	case 'n':
		return append(text, '\n'), 1
	case 'r':
		return append(text, '\r'), 1
	case 't':
		return append(text, '\t'), 1
	case 'u':
		const size = len("u0000")
		if len(rest) < size {
			return text, 0
		}
		u, err := strconv.ParseUint(string(rest[1:size]), 16, 16)
		if err != nil || !utf8.ValidRune(rune(u)) {
			return text, 0
		}
		return utf8.AppendRune(text, rune(u)), size
	}
	return text, 0
}

// keep copies a text behind those kept before, so that the texts of a procedure lie
// in one piece of memory.
func (q *quick) keep(text []byte) string {
	if len(text) == 0 {
		return ""
	}
	if q.texts.Cap()-q.texts.Len() < len(text) {
		q.texts.Reset() // what was kept stays where it is
		q.texts.Grow(max(len(text), (len(q.data)-q.at)*textShare/100))
	}
	start := q.texts.Len()
	q.texts.Write(text)
	return q.texts.String()[start:]
}

// textShare is how much of a line is text, in percent; the rest are the names of
// members, codes and punctuation.
const textShare = 75

// raw passes over a value that its type reads itself: a whole number, true, false, a
// string, or an object of one level whose members are strings.
func (q *quick) raw() ([]byte, bool) {
	c := q.blank()
	start := q.at
	switch c {
	case '"':
		_, ok := q.text()
		return q.data[start:q.at], ok
	case 't':
		return []byte("true"), q.word("true")
	case 'f':
		return []byte("false"), q.word("false")
	case '{':
		ok := q.flat()
		return q.data[start:q.at], ok
	}
	return q.number()
}

// flat passes over an object of strings.
func (q *quick) flat() bool {
	q.at++
	var names [8]string
	n := 0
	for more := !q.take('}'); more; n++ {
		name, ok := q.text()
		if !ok || n == len(names) || slices.Contains(names[:n], string(name)) {
			return false
		}
		names[n] = string(name)
		if !q.take(':') {
			return false
		}
		if _, ok := q.text(); !ok {
			return false
		}
		if more = q.take(','); !more && !q.take('}') {
			return false
		}
	}
	return true
}
