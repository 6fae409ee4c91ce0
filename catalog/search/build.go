package search

import (
	"cmp"
	"slices"
	"strings"
)

// textShare is the share of the documents, one in so many, beyond which a term in mere
// text tells nothing and is left out.
const textShare = 5

// maxDocs is how many documents fit an index.
const maxDocs = 1 << 29

// New makes an index of entries. The entries may be changed afterwards. The error is
// what is wrong with the rows of the options, as motcua.Faults.
func New(entries []Entry, options *Options) (*Index, error) {
	var o Options
	if options != nil {
		o = *options
	}
	if err := o.Abbreviations.Check().Err(); err != nil {
		return nil, err
	}
	lists := []Abbreviations{o.Abbreviations}
	if !o.Bare {
		lists = append(lists, UsualAbbreviations())
	}
	b := builder{entries: entries[:min(len(entries), maxDocs)], ids: map[string]uint32{}}
	b.gather()
	x := &Index{rules: newRules(lists...)}
	b.lexicon(x)
	b.postings(x)
	b.weigh(x)
	b.names(x)
	b.order(x)
	x.facets = newFacets(b.entries)
	x.pool = newScratchPool(x)
	return x, nil
}

// builder makes an index; terms are numbered as they come until they are sorted.
type builder struct {
	entries []Entry
	ids     map[string]uint32
	terms   []string
	seen    []uint32 // by term: 1 + the last document that had it
	first   []posted // a term in a document, in the order of documents
	marked  []nameToken
	starts  []uint32
	place   []uint32 // where a term went
}

type posted struct {
	term uint32
	at   posting
}

type nameToken struct {
	term   uint32
	marked string
}

func (b *builder) id(term []byte) uint32 {
	if id, ok := b.ids[string(term)]; ok {
		return id
	}
	id := uint32(len(b.terms))
	s := string(term)
	b.ids[s], b.terms, b.seen = id, append(b.terms, s), append(b.seen, 0)
	return id
}

// gather reads all entries.
func (b *builder) gather() {
	const usualTerms = 64
	b.first = make([]posted, 0, usualTerms*len(b.entries))
	var words []token
	var buffer []byte
	for i, e := range b.entries {
		doc := uint32(i)
		b.starts = append(b.starts, uint32(len(b.marked)))
		words = tokens(words[:0], e.Name)
		for place, w := range bareName(words) {
			id := b.id([]byte(w.term))
			b.marked = append(b.marked, nameToken{id, w.marked})
			b.post(id, doc, min(inHead+place, inName))
		}
		post := func(field int) func([]byte) {
			return func(term []byte) { b.post(b.id(term), doc, field) }
		}
		buffer = eachTerm(buffer, e.NameEn, post(inKeywords))
		for _, k := range e.Keywords {
			buffer = eachTerm(buffer, k, post(inKeywords))
		}
		for _, t := range e.Text {
			buffer = eachTerm(buffer, t, post(inText))
		}
	}
	b.starts = append(b.starts, uint32(len(b.marked)))
}

// bareName takes "thủ tục" from before a name, unless it is all of it.
func bareName(words []token) []token {
	if len(words) > 2 && words[0].term == "thu" && words[1].term == "tuc" {
		return words[2:]
	}
	return words
}

// post notes a term of a document where it is found first, which is the best place.
func (b *builder) post(id, doc uint32, field int) {
	if b.seen[id] != doc+1 {
		b.seen[id] = doc + 1
		b.first = append(b.first, posted{id, posting(doc<<fieldBits) | posting(field)})
	}
}

func (b *builder) lexicon(x *Index) { x.words, b.place = newLexicon(b.terms) }

// postings sorts what was posted by term, and leaves out what tells nothing.
func (b *builder) postings(x *Index) {
	n := x.words.len()
	all := make([]uint32, n)
	for _, p := range b.first {
		id := b.place[p.term]
		all[id]++
		if p.at.field() != inText {
			x.words.named[id]++
		}
	}
	common := uint32(max(len(b.entries)/textShare, 64))
	starts := make([]uint32, n+1)
	for id := range n {
		kept := all[id]
		if kept > common {
			kept = x.words.named[id]
		}
		starts[id+1] = starts[id] + kept
	}
	x.posts = postings{starts, make([]posting, starts[n])}
	next := slices.Clone(starts)
	for _, p := range b.first {
		id := b.place[p.term]
		if all[id] > common && p.at.field() == inText {
			continue
		}
		x.posts.list[next[id]] = p.at
		next[id]++
	}
}

// weigh gives each term its weight, by how many names it is in or, where it is in
// none, how many texts.
func (b *builder) weigh(x *Index) {
	for id := range x.words.len() {
		df := int(x.words.named[id])
		if df == 0 {
			df = max(len(x.posts.of(uint32(id))), 4)
		}
		w := rarity(len(b.entries), df) * x.rules.single(x.words.term(uint32(id))) / fullWeight
		x.words.weight[id] = uint16(max(w, 1))
	}
}

// names lays down the names, word by word, with the forms of each term.
func (b *builder) names(x *Index) {
	byTerm := make([][]string, x.words.len())
	x.names = make([]nameWord, len(b.marked))
	x.starts = b.starts
	for i, t := range b.marked {
		id := b.place[t.term]
		form := slices.Index(byTerm[id], t.marked) + 1
		if form == 0 && len(byTerm[id]) < 1<<formBits-1 {
			byTerm[id] = append(byTerm[id], strings.Clone(t.marked))
			form = len(byTerm[id])
		}
		x.names[i] = nameWord(id<<formBits) | nameWord(form)
	}
	x.forms.starts = make([]uint32, 1, len(byTerm)+1)
	for _, list := range byTerm {
		x.forms.list = append(x.forms.list, list...)
		x.forms.starts = append(x.forms.starts, uint32(len(x.forms.list)))
	}
}

// remarkShare is the share of a word's weight, one in so many, by which it lengthens a
// name where it stands in a remark, "(thực hiện tại cấp tỉnh)".
const remarkShare = 4

// wordsBefore is how many words a name has before the first parenthesis, without "thủ
// tục" before them.
func wordsBefore(name string) int {
	before, _, _ := strings.Cut(name, "(")
	folded := Fold(before)
	if folded == "" {
		folded = Fold(name)
	}
	n := strings.Count(folded, " ") + 1
	if n > 2 && strings.HasPrefix(folded, "thu tuc ") {
		n -= 2
	}
	return n
}

// order makes the documents and the orders they are listed in.
func (b *builder) order(x *Index) {
	x.docs = make([]document, len(b.entries))
	x.codes = make([]uint32, len(b.entries))
	ties := make([]uint32, len(b.entries))
	for i, e := range b.entries {
		d := document{code: e.Code, name: e.Name}
		before := wordsBefore(e.Name)
		for place, w := range x.nameOf(uint32(i)) {
			weight := uint32(x.words.weight[w.term()])
			if place >= before {
				weight /= remarkShare
			}
			d.weight += weight
		}
		x.docs[i], x.codes[i], ties[i] = d, uint32(i), uint32(i)
	}
	byCode := func(a, b uint32) int {
		return cmp.Or(cmp.Compare(x.docs[a].code, x.docs[b].code), cmp.Compare(a, b))
	}
	slices.SortFunc(x.codes, byCode)
	slices.SortFunc(ties, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(len(x.nameOf(a)), len(x.nameOf(b))), byCode(a, b))
	})
	x.ties = ties
	for place, doc := range ties {
		x.docs[doc].tie = uint32(place)
	}
	x.sorted = slices.Clone(x.codes)
	SortFunc(x.sorted, func(doc uint32) string { return x.docs[doc].name })
}
