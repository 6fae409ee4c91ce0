package search

import "unicode/utf8"

// Range is a stretch of a text, in bytes, half-open.
type Range struct {
	Start int `json:"start"` // its first byte
	End   int `json:"end"`   // the byte after its last
}

// Traced is a folded text that remembers where each of its bytes came from.
type Traced struct {
	// Text is the folded text, as [Fold] has it.
	Text string

	from, to []int32 // of each byte of Text, the character it came from
}

// Trace folds a text and remembers where it came from, so that what is found in the
// folded text can be shown in the original.
func Trace(s string) Traced {
	t := Traced{from: make([]int32, 0, len(s)), to: make([]int32, 0, len(s))}
	b := make([]byte, 0, len(s))
	gap := -1 // where the gap between two words began
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		var buffer [16]rune
		for _, f := range foldRune(buffer[:0], r) {
			switch {
			case f == foldBreak:
				if gap < 0 {
					gap = i
				}
			case f == foldDrop:
				t.lengthen(gap < 0, i+size)
			default:
				if gap >= 0 && len(b) > 0 {
					b = append(b, ' ')
					t.mark(1, gap, i)
				}
				n := len(b)
				b, gap = utf8.AppendRune(b, f), -1
				t.mark(len(b)-n, i, i+size)
			}
		}
		i += size
	}
	t.Text = string(b)
	return t
}

// foldRune is foldParts by the table.
func foldRune(parts []rune, r rune) []rune {
	if r < foldTableSize {
		if f := rune(foldTable()[r]); f != foldSlow {
			return append(parts, f)
		}
	}
	return foldParts(parts, r)
}

// mark notes where the next n bytes came from.
func (t *Traced) mark(n, from, to int) {
	for range n {
		t.from, t.to = append(t.from, int32(from)), append(t.to, int32(to))
	}
}

// lengthen takes a mark into the character before it, unless a gap lies between.
func (t *Traced) lengthen(joined bool, to int) {
	if !joined || len(t.to) == 0 {
		return
	}
	last := len(t.to) - 1
	for i := last; i >= 0 && t.from[i] == t.from[last]; i-- {
		t.to[i] = int32(to)
	}
}

// Range leads the bytes [start, end) of the folded text back to those of the
// original. A character comes whole, with all its marks; what lies outside the folded
// text is cut off, and an empty stretch leads to an empty one.
func (t Traced) Range(start, end int) Range {
	start, end = max(start, 0), min(end, len(t.Text))
	if start >= end {
		return Range{}
	}
	return Range{int(t.from[start]), int(t.to[end-1])}
}
