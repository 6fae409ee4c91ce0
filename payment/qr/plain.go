package qr

import (
	"fmt"
	"log/slog"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Change is one thing that [Plain] changed.
type Change struct {
	Offset int    `json:"offset"`              // byte of the text as it was
	From   string `json:"from" personal:"yes"` // what stood there
	To     string `json:"to" personal:"yes"`   // what stands there now; "": nothing
}

// String says where something changed, and not what.
func (c Change) String() string { return fmt.Sprintf("change at byte %d", c.Offset) }

// Format is String for every verb of package fmt.
func (c Change) Format(s fmt.State, verb rune) { show(s, verb, c.String()) }

// LogValue is String.
func (c Change) LogValue() slog.Value { return slog.StringValue(c.String()) }

// Plain makes of a text what banks take as a note, and says what it changed, in order:
// Vietnamese letters lose their marks, whatever is no letter, digit or space becomes a
// space, and what goes beyond 25 characters is cut off. (Alphabet and length: NAPAS QR
// format 1.5.2, and what services that make VietQR codes ask for: "no marks, no special
// characters".)
func Plain(text string) (string, []Change) {
	var b strings.Builder
	var changes []Change
	for at := 0; at < len(text); {
		size := norm.NFD.NextBoundaryInString(text[at:], true)
		if size <= 0 {
			size = len(text) - at
		}
		from := text[at : at+size]
		to := reduced(from)
		if b.Len()+len(to) > maxNote {
			return b.String(), append(changes, Change{at, text[at:], ""})
		}
		if to != from {
			changes = append(changes, Change{at, from, to})
		}
		b.WriteString(to)
		at += size
	}
	return b.String(), changes
}

// reduced is a letter without its marks.
func reduced(letter string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(letter) {
		switch {
		case plain(r):
			b.WriteRune(r)
		case r == 'đ':
			b.WriteByte('d')
		case r == 'Đ':
			b.WriteByte('D')
		case !unicode.Is(unicode.Mn, r) || r == utf8.RuneError:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
