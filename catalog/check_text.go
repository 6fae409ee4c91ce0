package catalog

import (
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/motcua/motcua"
)

// How long texts may be, in bytes. The longest text of the national records of 2026 is
// below a third of it.
const (
	longestName = 4000
	longestText = 200_000
)

// texts looks at every text of the version once.
func (c *checker) texts() {
	w := textWalk{c: c}
	w.value(reflect.ValueOf(c.p).Elem())
}

// textWalk goes through a value; path is where it is.
type textWalk struct {
	c    *checker
	path []string
}

func (w *textWalk) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			w.value(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.in(strconv.Itoa(i), v.Index(i))
		}
	case reflect.Struct:
		layout := textLayout(v.Type())
		for _, m := range layout {
			w.in(m.name, v.Field(m.index))
		}
	}
}

func (w *textWalk) in(token string, v reflect.Value) {
	w.path = append(w.path, token)
	w.value(v)
	w.path = w.path[:len(w.path)-1]
}

// text judges one text: each kind of fault once.
func (w *textWalk) text(s string) {
	longest := longestText
	if n := len(w.path); n > 0 && (w.path[n-1] == "vi" || w.path[n-1] == "en" || w.path[n-1] == "name") {
		longest = longestName
	}
	if len(s) > longest {
		w.c.fault(lintLong, motcua.Pointer(w.path...), "dài "+strconv.Itoa(len(s))+" byte, quá "+strconv.Itoa(longest),
			strconv.Itoa(len(s))+" bytes, more than "+strconv.Itoa(longest))
		return
	}
	found := scan(s)
	for _, kind := range []struct {
		has          bool
		warn         bool
		code, vi, en string
	}{
		{found.markup, false, lintMarkup, "có thẻ HTML", "holds HTML"},
		{found.control, false, lintControl, "có ký tự điều khiển hoặc không phải UTF-8", "holds a control character, or is no UTF-8"},
		{found.marks && !norm.NFC.IsNormalString(s), true, lintNotNFC, "chữ và dấu tách rời (không phải NFC)", "letters and marks apart (not NFC)"},
		{found.private, true, lintPrivate, "có ký tự dùng riêng của một phông chữ", "holds characters of private use"},
	} {
		switch at := motcua.Pointer(w.path...); {
		case !kind.has:
		case kind.warn:
			w.c.warn(kind.code, at, kind.vi, kind.en)
		default:
			w.c.fault(kind.code, at, kind.vi, kind.en)
		}
	}
}

// findings are what a text holds that plain text does not.
type findings struct{ markup, control, marks, private bool }

// scan goes over a text once.
func scan(s string) findings {
	var f findings
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			switch {
			case b < ' ' && b != '\n' && b != '\t' && b != '\r' || b == 0x7f:
				f.control = true
			case b == '<' && !f.markup:
				f.markup = tag(s[i+1:])
			case b == '&' && !f.markup:
				f.markup = entity(s[i+1:])
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1, r >= 0x80 && r < 0xa0:
			f.control = true
		case r >= 0x300 && r < 0x370:
			f.marks = true
		case r >= 0xe000 && r <= 0xf8ff:
			f.private = true
		}
		i += size
	}
	return f
}

const longestTag = 200

// tag reports whether what follows a "<" makes it the begin of a tag.
func tag(rest string) bool {
	name := strings.TrimPrefix(rest, "/")
	if strings.HasPrefix(name, "!--") {
		return true
	}
	if name == "" || (name[0]|0x20) < 'a' || (name[0]|0x20) > 'z' {
		return false
	}
	end := strings.IndexAny(name[:min(len(name), longestTag)], "<>")
	return end > 0 && name[end] == '>'
}

// entity reports whether what follows an "&" makes it a character by name or number.
func entity(rest string) bool {
	end := strings.IndexByte(rest[:min(len(rest), 10)], ';')
	if end < 1 {
		return false
	}
	for i := range end {
		c := rest[i]
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '#' {
			return false
		}
	}
	return true
}
