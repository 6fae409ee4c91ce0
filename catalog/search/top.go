package search

import "slices"

// A key orders hits: the score, then the place among equals.
func (f *finding) key(score int, doc uint32) uint64 {
	return uint64(score)<<32 | uint64(^f.index.docs[doc].tie)
}

// push keeps a hit if it is among the best, in a heap with the worst on top. The keys
// of the heap lead back to their documents by their ties.
func (f *finding) push(s *scratch, score int, doc uint32) {
	key := f.key(score, doc)
	switch {
	case len(s.top) < f.keep:
		s.top = append(s.top, key)
		for i := len(s.top) - 1; i > 0 && s.top[i] < s.top[(i-1)/2]; i = (i - 1) / 2 {
			s.top[i], s.top[(i-1)/2] = s.top[(i-1)/2], s.top[i]
		}
	case f.keep > 0 && key > s.top[0]:
		s.top[0] = key
		sink(s.top)
	}
}

// sink lets the first of a heap sink to its place.
func sink(heap []uint64) {
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(heap); child++ {
			if heap[child] < heap[least] {
				least = child
			}
		}
		if least == i {
			return
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}

// results makes the answer of what was kept.
func (f *finding) results(q Query, s *scratch, r *reading) Results {
	res := Results{Total: f.total, Hits: []Hit{}, Words: f.words}
	if len(f.counters) > 0 {
		res.Facets = map[string][]FacetCount{}
	}
	for _, c := range f.counters {
		res.Facets[c.facet.id] = c.result()
	}
	for _, doc := range f.sorted {
		d := f.index.docs[doc]
		res.Hits = append(res.Hits, Hit{Code: d.code, Name: d.name})
	}
	slices.Sort(s.top)
	slices.Reverse(s.top)
	for _, key := range s.top[min(max(q.Offset, 0), len(s.top)):] {
		doc := f.index.ties[^uint32(key)]
		d := f.index.docs[doc]
		h := Hit{Code: d.code, Name: d.name, Parts: f.parts(doc)}
		h.Score = h.Parts.Score()
		if r != nil {
			h.Highlights = f.index.highlight(d.name, r, s)
		}
		res.Hits = append(res.Hits, h)
	}
	return res
}
