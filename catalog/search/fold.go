package search

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What the fold table says of a character; any other value is what it becomes.
const (
	foldBreak = 0 // it parts words: a space, punctuation, a symbol
	foldDrop  = 1 // it belongs to the character before it: a mark, or a joiner nobody sees
	foldSlow  = 2 // it becomes several characters
)

// foldTableSize reaches over all letters of Vietnamese and beyond, to U+1EFF.
const foldTableSize = 0x1F00

// foldTable is made once, from the Unicode data that are linked anyway. No letter in
// it becomes one beyond U+FFFF.
var foldTable = sync.OnceValue(func() *[foldTableSize]uint16 {
	var table [foldTableSize]uint16
	for r := range rune(foldTableSize) {
		table[r] = uint16(foldSlow)
		if parts := foldParts(nil, r); len(parts) == 1 {
			table[r] = uint16(parts[0])
		}
	}
	return &table
})

// foldParts appends what r becomes: one character as a rule, or one of the words of
// the table. Only letters need taking apart, and a letter of several letters, as a
// Korean syllable is, becomes several.
func foldParts(parts []rune, r rune) []rune {
	if !unicode.IsLetter(r) {
		return append(parts, foldOne(r))
	}
	var text [utf8.UTFMax]byte
	for _, part := range string(norm.NFD.Bytes(text[:utf8.EncodeRune(text[:], r)])) {
		if f := foldOne(part); f != foldDrop {
			parts = append(parts, f)
		}
	}
	return parts
}

// foldOne folds a character that cannot be taken apart.
func foldOne(r rune) rune {
	switch {
	case r == 'đ' || r == 'Đ':
		return 'd'
	case unicode.IsMark(r), unicode.Is(unicode.Cf, r):
		return foldDrop
	case unicode.IsLetter(r):
		return unicode.ToLower(r)
	case unicode.Is(unicode.Nd, r):
		return r
	}
	return foldBreak
}

// Fold (gập dấu) reduces a text to what is compared in a search: lower case, tone and
// vowel marks off, đ as d, words parted by one space each. Whatever is neither a
// letter nor a digit parts words: spaces of any kind, punctuation, symbols, broken
// UTF-8. NFC and NFD fold alike, and so do "hòa" and "hoà". A folded text folds to
// itself.
func Fold(s string) string {
	return string(AppendFold(make([]byte, 0, len(s)), s))
}

// AppendFold appends Fold(s) to b. It allocates nothing when b has room: len(s) bytes
// are enough for any text in Latin letters.
func AppendFold(b []byte, s string) []byte {
	table := foldTable()
	start, gap := len(b), false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		f := rune(foldSlow)
		if r < foldTableSize {
			f = rune(table[r])
		}
		switch {
		case f > foldSlow:
			if b = appendGap(b, start, gap); f < utf8.RuneSelf {
				b = append(b, byte(f))
			} else {
				b = utf8.AppendRune(b, f)
			}
			gap = false
		case f == foldBreak:
			gap = true
		case f == foldSlow:
			b, gap = appendSlow(b, start, gap, r)
		}
	}
	return b
}

// appendGap appends the space between two words.
func appendGap(b []byte, start int, gap bool) []byte {
	if gap && len(b) > start {
		return append(b, ' ')
	}
	return b
}

// appendSlow folds a character the table does not hold.
func appendSlow(b []byte, start int, gap bool, r rune) ([]byte, bool) {
	var buffer [16]rune
	for _, f := range foldParts(buffer[:0], r) {
		switch f {
		case foldBreak:
			gap = true
		case foldDrop:
		default:
			b = utf8.AppendRune(appendGap(b, start, gap), f)
			gap = false
		}
	}
	return b, gap
}
