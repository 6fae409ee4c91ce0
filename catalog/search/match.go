package search

import "sync"

// How much a word counts, in sixteenths, by where it was found.
var fieldFactor = [...]uint32{inHead: 16, inName: 16, inKeywords: 12, inText: 4}

// scratch is the memory of one search, borrowed from the index.
type scratch struct {
	best  tally // of one word
	way   tally // of one way to find a slot
	slot  tally // of one slot
	total tally

	mask []uint64 // by term, the words of the query it stands for
	used []uint32 // terms with a mask
	top  []uint64
}

type scratchPool struct{ pool sync.Pool }

func newScratchPool(x *Index) *scratchPool {
	docs, terms := len(x.docs), x.words.len()
	p := &scratchPool{}
	p.pool.New = func() any {
		s := &scratch{mask: make([]uint64, terms)}
		for _, t := range []*tally{&s.best, &s.way, &s.slot, &s.total} {
			t.points = make([]uint32, docs)
		}
		return s
	}
	return p
}

func (p *scratchPool) borrow() *scratch { return p.pool.Get().(*scratch) }

func (p *scratchPool) give(s *scratch) {
	s.total.clear()
	for _, term := range s.used {
		s.mask[term] = 0
	}
	s.used, s.top = s.used[:0], s.top[:0]
	p.pool.Put(s)
}

// tally holds points of documents, and which have any.
type tally struct {
	points  []uint32
	touched []uint32
}

func (t *tally) raise(doc, points uint32) {
	if t.points[doc] == 0 {
		t.touched = append(t.touched, doc)
	}
	t.points[doc] = max(t.points[doc], points)
}

func (t *tally) add(doc, points uint32) {
	if t.points[doc] == 0 {
		t.touched = append(t.touched, doc)
	}
	t.points[doc] += points
}

func (t *tally) clear() {
	for _, doc := range t.touched {
		t.points[doc] = 0
	}
	t.touched = t.touched[:0]
}

// match finds the documents of all slots. The points of a slot are at most sixteen
// times its weight; the sum of all those is returned.
func (x *Index) match(r *reading, s *scratch) (most uint32) {
	for _, slot := range r.slots {
		most += uint32(slot.weight) * factorExact
		if slot.weight == 0 {
			continue
		}
		if !slot.row {
			x.matchWord(&slot.ways[0][0], slot.weight, s, &s.total)
			continue
		}
		for i, way := range slot.ways {
			x.matchWay(way, slot.weight, i > 0, s)
		}
		for _, doc := range s.slot.touched {
			s.total.add(doc, s.slot.points[doc])
		}
		s.slot.clear()
	}
	return most
}

// matchWord adds the points of one word to a tally: the best of all places.
func (x *Index) matchWord(w *word, weight int, s *scratch, into *tally) {
	if len(w.matches) == 1 && !w.head {
		m := w.matches[0]
		points := uint32(weight) * uint32(m.factor)
		for _, p := range x.posts.of(m.term) {
			into.add(p.doc(), points*fieldFactor[p.field()]/fullWeight)
		}
		return
	}
	for _, m := range w.matches {
		points := uint32(weight) * uint32(m.factor)
		for _, p := range x.posts.of(m.term) {
			if w.head && p.field() != inHead {
				continue
			}
			s.best.raise(p.doc(), points*fieldFactor[p.field()]/fullWeight)
		}
	}
	for _, doc := range s.best.touched {
		into.add(doc, s.best.points[doc])
	}
	s.best.clear()
}

// matchWay takes one way of finding a slot, whose points are the best of all ways. The
// words of a phrase mean little apart, so a part of them counts by the square of its
// share. What a row says counts a little less than what the person said; but several
// words that have a row of their own mean more together than they say one by one.
func (x *Index) matchWay(way []word, weight int, said bool, s *scratch) {
	var most uint64
	for i := range way {
		x.matchWord(&way[i], way[i].weight, s, &s.way)
		most += uint64(way[i].weight) * factorExact
	}
	full := uint64(weight) * factorExact
	switch {
	case said:
		full = full * factorSaid / fullWeight
	case len(way) > 1:
		full = full * factorApart / fullWeight
	}
	for _, doc := range s.way.touched {
		points := uint64(s.way.points[doc])
		if points = points * points / most * full / most; points > 0 {
			s.slot.raise(doc, uint32(points))
		}
	}
	s.way.clear()
}

// How much the ways of a row count, in sixteenths.
const (
	factorSaid  = 15 // what the row says
	factorApart = 13 // the several words of its short form, one by one
)
