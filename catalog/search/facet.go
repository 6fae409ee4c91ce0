package search

import (
	"cmp"
	"maps"
	"slices"
)

// facet holds the values of one facet.
type facet struct {
	id     string
	values []string // sorted by their bytes
	starts []uint32 // by document, into list
	list   []uint32 // places of values
}

// FacetCount is how many of the hits have one value of a facet.
type FacetCount struct {
	Value string `json:"value"` // as the entries have it
	Count int    `json:"count"` // of hits
}

// newFacets lays down the facets of the entries, by their ids.
func newFacets(entries []Entry) []facet {
	values := map[string]map[string]uint32{}
	for _, e := range entries {
		for id, list := range e.Facets {
			if values[id] == nil {
				values[id] = map[string]uint32{}
			}
			for _, v := range list {
				values[id][v] = 0
			}
		}
	}
	var facets []facet
	for _, id := range slices.Sorted(maps.Keys(values)) {
		f := facet{id: id, values: slices.Sorted(maps.Keys(values[id]))}
		for i, v := range f.values {
			values[id][v] = uint32(i)
		}
		f.starts = append(f.starts, 0)
		for _, e := range entries {
			from := len(f.list)
			for _, v := range e.Facets[id] {
				if at := values[id][v]; !slices.Contains(f.list[from:], at) {
					f.list = append(f.list, at)
				}
			}
			f.starts = append(f.starts, uint32(len(f.list)))
		}
		facets = append(facets, f)
	}
	return facets
}

func (f *facet) of(doc uint32) []uint32 { return f.list[f.starts[doc]:f.starts[doc+1]] }

// filter is a facet with the values that pass; one with none lets nothing pass.
type filter struct {
	facet  *facet
	passes []bool
}

func (f filter) pass(doc uint32) bool {
	for _, v := range f.facet.of(doc) {
		if f.passes[v] {
			return true
		}
	}
	return false
}

// filters makes the filters of a query ready. A facet the index does not have lets
// nothing pass, which possible reports.
func (x *Index) filters(query map[string][]string) (list []filter, possible bool) {
	for _, id := range slices.Sorted(maps.Keys(query)) {
		if len(query[id]) == 0 {
			continue
		}
		f := x.facet(id)
		if f == nil {
			return nil, false
		}
		passes := make([]bool, len(f.values))
		for _, v := range query[id] {
			if i, ok := slices.BinarySearch(f.values, v); ok {
				passes[i] = true
			}
		}
		list = append(list, filter{f, passes})
	}
	return list, true
}

func (x *Index) facet(id string) *facet {
	i, ok := slices.BinarySearchFunc(x.facets, id, func(f facet, id string) int { return cmp.Compare(f.id, id) })
	if !ok {
		return nil
	}
	return &x.facets[i]
}

// counter counts the values of one facet, its own filter left out.
type counter struct {
	facet  *facet
	filter int // its place among the filters; -1 if it has none
	counts []int
}

func (x *Index) counters(ids []string, filters []filter) []counter {
	var list []counter
	for _, id := range ids {
		if f := x.facet(id); f != nil {
			at := slices.IndexFunc(filters, func(l filter) bool { return l.facet == f })
			list = append(list, counter{f, at, make([]int, len(f.values))})
		}
	}
	return list
}

// result lists the values that occur, the most frequent first.
func (c counter) result() []FacetCount {
	var list []FacetCount
	for i, n := range c.counts {
		if n > 0 {
			list = append(list, FacetCount{c.facet.values[i], n})
		}
	}
	slices.SortStableFunc(list, func(a, b FacetCount) int { return cmp.Compare(b.Count, a.Count) })
	return list
}
