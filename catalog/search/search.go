package search

import (
	"slices"

	"github.com/motcua/motcua"
)

// maxText is how many bytes of a query are looked at.
const maxText = 1 << 10

// Query is what is looked for.
type Query struct {
	// Text is what a person typed. Its first 32 words in the first 1,024 bytes are
	// looked at. Without any letter or digit everything is found, by name.
	Text string
	// Filters pass the entries that have one of the values of each facet. A facet
	// without values is no filter; one that no entry has passes nothing.
	Filters map[string][]string
	// Offset and Limit choose the hits that are returned: Limit of them, none if it is
	// not positive, from Offset on.
	Offset, Limit int
	// Facets are the facets to count.
	Facets []string
}

// Results are what was found.
type Results struct {
	// Total is how many hits there are.
	Total int `json:"total"`
	// Hits are those that were asked for, the best first.
	Hits []Hit `json:"hits"`
	// Facets counts the hits by the values of the facets asked for, each as if its own
	// filter were not there: what a choice would find.
	Facets map[string][]FacetCount `json:"facets,omitempty"`
	// Words say how the query was understood, in its order.
	Words []Word `json:"words,omitempty"`
}

// Hit is one procedure that was found.
type Hit struct {
	Code       motcua.ProcedureCode `json:"code"`                 // its code
	Name       string               `json:"name"`                 // its name, as the entry has it
	Score      int                  `json:"score"`                // the sum of the parts
	Parts      Parts                `json:"parts"`                // why it stands where it does
	Highlights []Range              `json:"highlights,omitempty"` // of the name, what was looked for; in order, apart from one another
}

// Word is a word of a query as it was understood; several, where a row was found.
type Word struct {
	Text string   `json:"text"`         // folded, with i for y at the end of "ky"
	Kind Kind     `json:"kind"`         // how it was understood
	As   []string `json:"as,omitempty"` // what it was taken for, some of it where that is much
}

// A document is a hit if enough of the query was found in it: in thousandths, and as a
// share of the best hit.
const (
	leastWords = 250
	leastShare = 5 // eighths
)

// Search finds what a query asks for. The order is by score, then short names before
// long ones, then by code; the same query always gives the same answer.
func (x *Index) Search(q Query) Results {
	s := x.pool.borrow()
	defer x.pool.give(s)
	text := q.Text[:min(len(q.Text), maxText)]
	filters, possible := x.filters(q.Filters)
	f := &finding{index: x, filters: filters, counters: x.counters(q.Facets, filters), keep: keep(q, len(x.docs))}
	if !possible || len(x.docs) == 0 {
		return f.results(q, s, nil)
	}
	if Fold(text) == "" {
		f.all(q)
		return f.results(q, s, nil)
	}
	if code := codeIn(text); code != "" {
		if hits := x.findCode(code); len(hits) > 0 {
			f.codes(hits, s)
			f.words = []Word{{Text: code, Kind: KindCode}}
			return f.results(q, s, nil)
		}
	}
	r := x.read(text, typing(text))
	f.words = r.words
	f.find(&r, s)
	return f.results(q, s, &r)
}

// keep is how many hits must be kept in order.
func keep(q Query, docs int) int {
	if q.Limit <= 0 {
		return 0
	}
	return min(max(q.Offset, 0), docs) + min(q.Limit, docs)
}

// typing reports whether the last word may still grow: nothing follows it.

// finding gathers the hits of one query.
type finding struct {
	index    *Index
	filters  []filter
	counters []counter
	keep     int
	total    int
	parts    func(doc uint32) Parts
	sorted   []uint32 // hits in the order of their names, where nothing was asked
	words    []Word
}

// passes counts a hit by its facets and reports whether it passes all filters.
func (f *finding) passes(doc uint32) bool {
	failed, fails := -1, 0
	for i := range f.filters {
		if !f.filters[i].pass(doc) {
			failed, fails = i, fails+1
		}
	}
	if fails > 1 {
		return false
	}
	for i := range f.counters {
		if c := &f.counters[i]; fails == 0 || c.filter == failed {
			for _, v := range c.facet.of(doc) {
				c.counts[v]++
			}
		}
	}
	if fails == 0 {
		f.total++
	}
	return fails == 0
}

// all finds everything, in the order of names.
func (f *finding) all(q Query) {
	for _, doc := range f.index.sorted {
		if f.passes(doc) && f.total > q.Offset && len(f.sorted) < q.Limit {
			f.sorted = append(f.sorted, doc)
		}
	}
}

// codes takes the documents of a code.
func (f *finding) codes(hits []codeHit, s *scratch) {
	points := map[uint32]int{}
	for _, h := range hits {
		if f.passes(h.doc) {
			points[h.doc] = h.points
			f.push(s, h.points, h.doc)
		}
	}
	f.parts = func(doc uint32) Parts { return Parts{Code: points[doc]} }
}

// find matches the words, cuts off what has too few of them, and ranks the rest.
func (f *finding) find(r *reading, s *scratch) {
	x := f.index
	most := max(x.match(r, s), 1)
	x.ask(r, s, most)
	words := func(doc uint32) int { return int(uint64(mostWords) * uint64(s.total.points[doc]) / uint64(most)) }
	best := 0
	for _, doc := range s.total.touched {
		if w := words(doc); w > best && f.possible(doc) {
			best = w
		}
	}
	least := max(min(leastWords, best), best*leastShare/8, 1)
	besides := mostCovered + mostTogether + nameBegins
	if r.exact {
		besides += nameExact
	}
	f.parts = func(doc uint32) Parts { return x.rank(doc, words(doc), r, s) }
	for _, doc := range s.total.touched {
		w := words(doc)
		if w < least || !f.passes(doc) || f.keep == 0 {
			continue
		}
		if len(s.top) < f.keep || w+besides >= int(s.top[0]>>32) {
			f.push(s, f.parts(doc).Score(), doc)
		}
	}
}

func (f *finding) possible(doc uint32) bool {
	return !slices.ContainsFunc(f.filters, func(l filter) bool { return !l.pass(doc) })
}
