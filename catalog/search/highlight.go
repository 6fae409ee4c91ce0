package search

import (
	"math/bits"
	"unicode/utf8"
)

// highlight finds the words of a query in a name: whole words, or as much of them as
// was typed. Neighbours make one range.
func (x *Index) highlight(name string, r *reading, s *scratch) []Range {
	trace := Trace(name)
	var list []Range
	joins := false // the word before was found to its end
	var words []token
	if r.strict {
		words = tokens(nil, name)
	}
	for at, i := 0, 0; at < len(trace.Text); i++ {
		end := at
		for end < len(trace.Text) && trace.Text[end] != ' ' {
			end++
		}
		t := token{term: termOf(trace.Text[at:end])}
		if r.strict {
			t = words[i]
		}
		n := x.shown(trace.Text[at:end], t, r, s)
		if n > 0 {
			found := trace.Range(at, at+n)
			if joins {
				list[len(list)-1].End = found.End
			} else {
				list = append(list, found)
			}
		}
		joins = n == end-at
		at = end + 1
	}
	return list
}

// shown is how many bytes of a word are shown as found.
func (x *Index) shown(text string, t token, r *reading, s *scratch) int {
	id, ok := x.words.find(t.term)
	if !ok || s.mask[id] == 0 {
		return 0
	}
	n := 0
	mask := s.mask[id]
	if r.strict {
		mask = r.agree(mask, x.forms.of(id, t.marked))
	}
	for ; mask != 0; mask &= mask - 1 {
		w := r.byBit(bits.TrailingZeros64(mask))
		for _, m := range w.matches {
			switch {
			case m.term == id && m.kind != KindPrefix:
				return len(text)
			case m.term == id:
				n = max(n, min(len(w.term), len(text)))
			}
		}
	}
	return n
}

// byBit finds the word of a bit.
func (r *reading) byBit(bit int) *word {
	for _, s := range r.slots {
		for _, way := range s.ways {
			for i := range way {
				if way[i].bit == bit {
					return &way[i]
				}
			}
		}
	}
	return &word{}
}

// typing reports whether the last word may still grow: it ends in a letter, a digit or
// one of their marks.
func typing(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return foldOne(last) != foldBreak
}
