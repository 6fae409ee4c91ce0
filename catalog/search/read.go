package search

import "slices"

// maxWords is how many words of a query are looked at.
const maxWords = 32

// How much a word counts, in sixteenths, by how it was found.
const (
	factorExact    = 16
	factorPrefix   = 12
	factorOneEdit  = 12
	factorTwoEdits = 9
	factorDoubt    = 6 // a typo of a word that stands somewhere as it is
)

// unknownWeight is the weight of a word nothing is like; it is missed everywhere.
const unknownWeight = 24

// match is a term that stands for a word of the query.
type match struct {
	term   uint32
	factor uint8
	kind   Kind
}

// word is a word of a query, or of what a row says it means.
type word struct {
	token
	matches []match
	weight  int
	kind    Kind
	bit     int  // its place in the order of words, of at most 64; -1 has none
	head    bool // it is looked for at the head of names alone
}

// slot is a part of a query that can be found in one of several ways: a word, or what
// stands on the left of a row, and what the row says.
type slot struct {
	ways   [][]word
	weight int
	row    bool
}

// reading is a query as it was understood.
type reading struct {
	slots  []slot
	words  []Word
	terms  []uint32 // of all its words, as they stand; for exact names
	exact  bool     // all of them are known
	bits   int
	firsts uint64 // words that follow on none
	pairs  int    // of neighbours that can be found
	asked  []asked
	strict bool // some word is asked for in one form
}

// read understands the words of a query. The last is taken for the beginning of one
// unless the query goes on after it.
func (x *Index) read(text string, open bool) reading {
	list := tokens(nil, text)
	list = list[:min(len(list), maxWords)]
	r := reading{exact: len(list) > 0}
	for _, w := range bareName(list) {
		id, ok := x.words.find(w.term)
		r.terms, r.exact = append(r.terms, id), r.exact && ok
	}
	x.readWords(&r, list, open, true)
	if len(r.slots) == 0 {
		r.words = nil
		x.readWords(&r, list, open, false)
	}
	r.beginning()
	x.number(&r)
	return r
}

func (x *Index) readWords(r *reading, list []token, open, fillers bool) {
	for i := 0; i < len(list); {
		n, long, weight := 1, [][]token(nil), fullWeight
		for _, row := range x.rules.at(list[i:]) {
			n = len(row.short)
			long = append(long, row.long...)
			if row.long == nil {
				weight = row.weight
			}
		}
		last := open && i+n == len(list)
		switch {
		case long != nil:
			r.slots = append(r.slots, x.rowSlot(r, list[i:i+n], long, last))
		case weight == 0 && fillers:
			r.words = append(r.words, Word{Text: joined(list[i : i+n]), Kind: KindFiller})
		default:
			if n > 1 && weight == fullWeight || weight == 0 {
				n = 1
			}
			for j, w := range list[i : i+n] {
				x.plainSlot(r, w, last && j == n-1, max(weight, 1))
			}
		}
		i += n
	}
}

// plainSlot adds a word that means itself, or the words it was joined from.
func (x *Index) plainSlot(r *reading, t token, last bool, weight int) {
	w := x.find(t, last)
	if w.kind == KindUnknown {
		if parts := x.part(t.term); parts != nil {
			r.words = append(r.words, Word{Text: t.term, Kind: KindJoined, As: parts})
			for _, p := range parts {
				r.slots = append(r.slots, x.slotOf(x.find(token{p, p}, false)))
			}
			return
		}
	}
	if n := x.rules.single(t.term); weight < n {
		w.weight = max(w.weight*weight/n, 1)
	}
	r.words = append(r.words, Word{Text: t.term, Kind: w.kind, As: x.as(w)})
	r.slots = append(r.slots, x.slotOf(w))
}

func (x *Index) slotOf(w word) slot { return slot{ways: [][]word{{w}}, weight: w.weight} }

// rowSlot makes the slot of what stands on the left of a row.
func (x *Index) rowSlot(r *reading, short []token, long [][]token, last bool) slot {
	s := slot{row: true, ways: [][]word{nil}}
	for i, t := range short {
		s.ways[0] = append(s.ways[0], x.find(t, last && i == len(short)-1))
	}
	said := Word{Text: joined(short), Kind: KindRow}
	for _, l := range long {
		var way []word
		weight := 0
		for _, t := range l {
			w := x.find(t, false)
			way, weight = append(way, w), weight+w.weight
		}
		if s.weight == 0 || weight < s.weight {
			s.weight = weight
		}
		s.ways = append(s.ways, way)
		said.As = append(said.As, joined(l))
	}
	r.words = append(r.words, said)
	return s
}

// find looks a word up: as it stands; as the beginning of words, if it is the last; and
// with typos, if no name has it.
func (x *Index) find(t token, last bool) word {
	w := word{token: t, kind: KindUnknown, bit: -1}
	id, known := x.words.find(t.term)
	if known {
		w.matches, w.kind = append(w.matches, match{id, factorExact, KindExact}), KindExact
		w.weight = int(x.words.weight[id])
	}
	if last {
		x.findPrefix(&w, id, known)
	}
	if len(w.matches) == 0 || w.kind == KindExact && x.words.named[id] == 0 {
		before := len(w.matches)
		w.matches = x.words.typos(w.matches, t.term)
		switch typos := w.matches[before:]; {
		case len(typos) == 0:
		case before == 0:
			w.kind, w.weight = KindTypo, x.least(typos)
		default:
			for i := range typos {
				typos[i].factor = factorDoubt
			}
		}
	}
	if len(w.matches) == 0 {
		w.weight = unknownWeight
	}
	return w
}

// findPrefix adds the terms a word is the beginning of: those of names alone, if it has
// less than three letters. A word that is in names itself weighs between the word and
// the beginning.
func (x *Index) findPrefix(w *word, id uint32, known bool) {
	from, to := x.words.begin(w.term)
	named, exact := 0, len(w.matches)
	for term := from; term < to; term++ {
		if known && term == id || len(w.term) < 3 && x.words.named[term] == 0 {
			continue
		}
		w.matches = append(w.matches, match{term, factorPrefix, KindPrefix})
		named += int(x.words.named[term])
	}
	if len(w.matches) == exact {
		return
	}
	weight := max(rarity(len(x.docs), min(named, len(x.docs))), 1)
	if !known || x.words.named[id] == 0 || len(w.term) == 1 {
		w.kind, w.weight = KindPrefix, weight
		return
	}
	w.weight = (w.weight + weight) / 2
	factor := uint8(max(min(factorPrefix, factorPrefix*weight/w.weight), 1))
	for i := range w.matches[exact:] {
		w.matches[exact+i].factor = factor
	}
}

// beginning makes the last word of a query cheap while it is so short that nearly every
// name has words that begin so: alone, with one letter or two, it is looked for at the
// head of names; a letter after other words, among what these find.
func (r *reading) beginning() {
	n := len(r.slots)
	if n == 0 || r.slots[n-1].row {
		return
	}
	w := &r.slots[n-1].ways[0][0]
	switch {
	case w.kind != KindPrefix:
	case n == 1 && len(w.term) <= 2:
		w.head = true
	case n > 1 && len(w.term) == 1:
		r.slots[n-1].weight, w.weight = 0, 0
	}
}

// least is the weight of the most frequent of the terms.
func (x *Index) least(list []match) int {
	weight := int(x.words.weight[list[0].term])
	for _, m := range list {
		weight = min(weight, int(x.words.weight[m.term]))
	}
	return weight
}

// number gives words their places, so that neighbours can be told: first those of the
// query, then those of the rows.
func (x *Index) number(r *reading) {
	place := func(way []word, first bool) {
		for i := range way {
			if r.bits == 64 {
				return
			}
			if first && i == 0 {
				r.firsts |= 1 << r.bits
			}
			way[i].bit = r.bits
			r.bits++
		}
	}
	for i, s := range r.slots {
		place(s.ways[0], i == 0)
		shortest := len(s.ways[len(s.ways)-1])
		for _, way := range s.ways[min(1, len(s.ways)-1):] {
			shortest = min(shortest, len(way))
		}
		r.pairs += shortest - 1
		if i > 0 && !s.row && !r.slots[i-1].row {
			r.pairs++
		}
	}
	for _, s := range r.slots {
		for _, way := range s.ways[1:] {
			place(way, true)
		}
	}
}

func joined(list []token) string {
	text := ""
	for i, t := range list {
		if i > 0 {
			text += " "
		}
		text += t.term
	}
	return text
}

// as lists what a word was taken for, where that is not the word itself.
func (x *Index) as(w word) []string {
	const shown = 3
	if w.kind != KindPrefix && w.kind != KindTypo {
		return nil
	}
	var list []string
	for _, m := range w.matches {
		if term := x.words.term(m.term); len(list) < shown && m.kind == w.kind && !slices.Contains(list, term) {
			list = append(list, term)
		}
	}
	return list
}
