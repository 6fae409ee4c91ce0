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
func (c *checker) texts() { c.textsIn(procedureTexts(), reflect.ValueOf(c.p).Elem()) }

// token is a step of the way to a value.
type token struct {
	name string // of a member; "" is an element of a list
	i    int
}

// textsIn goes through a value that holds texts; path is where it is.
func (c *checker) textsIn(l *textLayout, v reflect.Value) {
	switch l.kind {
	case reflect.String:
		c.text(v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			c.textsIn(l.elem, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.path = append(c.path, token{i: i})
			c.textsIn(l.elem, v.Index(i))
			c.path = c.path[:len(c.path)-1]
		}
	case reflect.Struct:
		if l.ground >= 0 && !v.IsZero() {
			c.path = append(c.path, token{name: "basis"})
			c.ground(motcua.Basis(v.Field(l.ground).Uint()))
			c.path = c.path[:len(c.path)-1]
		}
		for i := range l.members {
			m := &l.members[i]
			c.path = append(c.path, token{name: m.name})
			c.textsIn(m.layout, v.Field(m.index))
			c.path = c.path[:len(c.path)-1]
		}
	}
}

// here is the pointer to what is looked at.
func (c *checker) here() string {
	tokens := make([]string, len(c.path))
	for i, t := range c.path {
		if tokens[i] = t.name; t.name == "" {
			tokens[i] = strconv.Itoa(t.i)
		}
	}
	return motcua.Pointer(tokens...)
}

// ground checks that a source says on what ground it is believed.
func (c *checker) ground(basis motcua.Basis) {
	if c.named[basis] {
		return
	}
	c.enum(place{member: c.here()[1:]}, true, basis)
}

// text judges one text: each kind of fault once.
func (c *checker) text(s string) {
	if len(s) > longestText {
		long := tooLong(s, longestText)
		c.fault(lintLong, c.here(), long.Vi, long.En)
		return // one fault, and no look at the rest
	}
	if last := c.path[len(c.path)-1].name; len(s) > longestName && (last == "vi" || last == "en" || last == "name") {
		long := tooLong(s, longestName)
		c.warn(lintLong, c.here(), long.Vi, long.En)
	}
	found := scan(s)
	if found == (findings{}) {
		return
	}
	if found.markup {
		c.fault(lintMarkup, c.here(), "có thẻ HTML", "holds HTML")
	}
	if found.control {
		c.fault(lintControl, c.here(), "có ký tự điều khiển hoặc không phải UTF-8", "holds a control character, or is no UTF-8")
	}
	if found.marks && !norm.NFC.IsNormalString(s) {
		c.warn(lintNotNFC, c.here(), "chữ và dấu tách rời (không phải NFC)", "letters and marks apart (not NFC)")
	}
	if found.private {
		c.warn(lintPrivate, c.here(), "có ký tự dùng riêng của một phông chữ", "holds characters of private use")
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
	var f findings
	for i := 0; i < len(s); {
		switch byteKinds[s[i]] {
		case bytePlain:
			i++
			continue
		case byteOfTwo:
			if i+1 < len(s) && follows(s[i+1]) {
				i += 2
				continue
			}
		case byteOfThree:
			if i+2 < len(s) && follows(s[i+1]) && follows(s[i+2]) {
				i += 3
				continue
			}
		}
		i += f.look(s[i:])
	}
	return f
}

// Kinds of bytes: those that begin what is sound, if what follows is, and those to look
// at.
const (
	bytePlain   = iota // a character that findings are not about
	byteOfTwo          // begins one of two bytes
	byteOfThree        // begins one of three bytes
	byteToLookAt
)

var byteKinds = func() (kinds [256]uint8) {
	for b := range kinds {
		switch {
		case b == '\n', b == '\t', b == '\r', b >= ' ' && b < 0x7f && b != '<' && b != '&':
		case b > 0xc2 && b < 0xe0 && b != 0xcc && b != 0xcd: // 0xc2 begins controls, these begin marks
			kinds[b] = byteOfTwo
		case b == 0xe1, b > 0xe2 && b < 0xed: // 0xe2 begins what turns text around
			kinds[b] = byteOfThree
		default:
			kinds[b] = byteToLookAt
		}
	}
	return kinds
}()

// follows reports whether a byte continues a character.
func follows(b byte) bool { return b&0xc0 == 0x80 }

// look judges the first character of a text, and returns its length.
func (f *findings) look(s string) int {
	switch r, size := utf8.DecodeRuneInString(s); {
	case r == utf8.RuneError && size == 1:
		f.control = true
		return 1
	case r == '<':
		f.markup = f.markup || tag(s[1:])
		return 1
	case r == '&':
		f.markup = f.markup || entity(s[1:])
		return 1
	default:
		f.character(r)
		return size
	}
}

// character judges a character.
func (f *findings) character(r rune) {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
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
