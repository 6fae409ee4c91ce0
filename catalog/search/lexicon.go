package search

import (
	"math/bits"
	"slices"
	"sort"
	"strings"
)

// lexicon holds all terms of an index in the order of their bytes, so that those with
// one beginning are neighbours. A term is named by its place.
type lexicon struct {
	text   string   // all terms, one after another
	starts []uint32 // where each begins, and the end
	weight []uint16 // how much each tells, from its rarity
	named  []uint32 // in how many names and keywords it is
	shape  []uint32 // which letters it has, for the search of typos
}

func (l *lexicon) len() int { return len(l.starts) - 1 }

func (l *lexicon) term(id uint32) string { return l.text[l.starts[id]:l.starts[id+1]] }

// find returns the place of a term and whether it is there.
func (l *lexicon) find(term string) (uint32, bool) {
	i := l.seek(term)
	return i, int(i) < l.len() && l.term(i) == term
}

// seek returns the place of the first term not before text.
func (l *lexicon) seek(text string) uint32 {
	return uint32(sort.Search(l.len(), func(i int) bool { return l.term(uint32(i)) >= text }))
}

// begin returns the places of the terms that begin so, half-open.
func (l *lexicon) begin(prefix string) (from, to uint32) {
	from = l.seek(prefix)
	n := sort.Search(l.len()-int(from), func(i int) bool { return !strings.HasPrefix(l.term(from+uint32(i)), prefix) })
	return from, from + uint32(n)
}

// newLexicon sorts terms and returns the place each went to.
func newLexicon(terms []string) (lexicon, []uint32) {
	order := make([]uint32, len(terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(terms[a], terms[b]) })
	var text strings.Builder
	l := lexicon{starts: make([]uint32, 0, len(terms)+1), shape: make([]uint32, 0, len(terms))}
	place := make([]uint32, len(terms))
	for i, old := range order {
		place[old] = uint32(i)
		l.starts = append(l.starts, uint32(text.Len()))
		l.shape = append(l.shape, shapeOf(terms[old]))
		text.WriteString(terms[old])
	}
	l.starts = append(l.starts, uint32(text.Len()))
	l.text = text.String()
	l.weight, l.named = make([]uint16, len(terms)), make([]uint32, len(terms))
	return l, place
}

// shapeOf has a bit for each letter of a term, and a few for digits and the rest.
func shapeOf(term string) uint32 {
	var s uint32
	for i := range len(term) {
		switch c := term[i]; {
		case 'a' <= c && c <= 'z':
			s |= 1 << (c - 'a')
		default:
			s |= 1 << (26 + c%6)
		}
	}
	return s
}

// rarity is how much a word tells that occurs in df of n texts: 16 times the binary
// logarithm of (n+1)/df, and a little for every word.
func rarity(n, df int) int {
	const everyWord = 8
	return max(log16(n+1)-log16(max(df, 1)), 0) + everyWord
}

// log16 is 16 times the binary logarithm, straight between powers of two.
func log16(n int) int {
	exp := bits.Len(uint(n)) - 1
	if exp < 0 {
		return 0
	}
	rest := (n - 1<<exp) << 4
	return exp<<4 + rest>>exp
}
