package catalog

import (
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/motcua/motcua"
)

// How long texts and names may be, in bytes. The longest text of the national records of
// 2026 is below a third of it; a few of their names are longer, for a list stands there.
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
		if v.Type() == reflect.TypeFor[motcua.Source]() && !v.IsZero() {
			w.ground(v)
		}
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

// ground checks that a source says on what ground it is believed.
func (w *textWalk) ground(v reflect.Value) {
	basis := motcua.Basis(v.FieldByName("Basis").Uint())
	w.c.enum(motcua.Pointer(w.path...)+"/basis", true, basis)
}

// text judges one text: each kind of fault once.
func (w *textWalk) text(s string) {
	if len(s) > longestText {
		w.c.fault(lintLong, motcua.Pointer(w.path...), tooLong(s, longestText).Vi, tooLong(s, longestText).En)
		return // one fault, and no look at the rest
	}
	if n := len(w.path); len(s) > longestName && (w.path[n-1] == "vi" || w.path[n-1] == "en" || w.path[n-1] == "name") {
		w.c.warn(lintLong, motcua.Pointer(w.path...), tooLong(s, longestName).Vi, tooLong(s, longestName).En)
	}
	found := scan(s)
	if found == (findings{}) {
		return
	}
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

func tooLong(s string, most int) motcua.Text {
	n, bound := strconv.Itoa(len(s)), strconv.Itoa(most)
	return motcua.Text{Vi: "dài " + n + " byte, quá " + bound, En: n + " bytes, more than " + bound}
}

// findings are what a text holds that plain text does not.
type findings struct{ markup, control, marks, private bool }

// scan goes over a text once.
func scan(s string) findings {
	f := findings{control: !utf8.ValidString(s)}
	for i := range len(s) {
		switch b := s[i]; {
		case b < ' ':
			f.control = f.control || b != '\n' && b != '\t' && b != '\r'
		case b < utf8.RuneSelf:
			switch {
			case b == '<' && !f.markup:
				f.markup = tag(s[i+1:])
			case b == '&' && !f.markup:
				f.markup = entity(s[i+1:])
			case b == 0x7f:
				f.control = true
			}
		case unusual[b]:
			f.character(s[i:])
		}
	}
	return f
}

// unusual are the first bytes of the characters that findings are about.
var unusual = [256]bool{0xc2: true, 0xcc: true, 0xcd: true, 0xe2: true, 0xee: true, 0xef: true, 0xf3: true, 0xf4: true}

// character judges the first character of a text.
func (f *findings) character(s string) {
	switch r, _ := utf8.DecodeRuneInString(s); {
	case r >= 0x80 && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		f.control = true // the latter turn text around
	case r >= 0x300 && r < 0x370:
		f.marks = true
	case r >= 0xe000 && r <= 0xf8ff, r >= 0xf0000:
		f.private = true
	}
}

const (
	longestTag    = 200
	longestEntity = 10
)

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

// entity reports whether what follows an "&" makes it a character by number, or by a name,
// which has two letters at least: "R&D;" is none.
func entity(rest string) bool {
	end := strings.IndexByte(rest[:min(len(rest), longestEntity)], ';')
	if end < 2 {
		return false
	}
	for i := range end {
		letter := rest[i]|0x20 >= 'a' && rest[i]|0x20 <= 'z'
		digit := rest[i] >= '0' && rest[i] <= '9'
		if !letter && !(digit && i > 0) && !(rest[i] == '#' && i == 0) {
			return false
		}
	}
	return true
}
