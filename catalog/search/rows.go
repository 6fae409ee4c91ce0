package search

import (
	"cmp"
	"slices"
)

// rule is a row made ready for queries.
type rule struct {
	short  []token
	long   [][]token // nil for a filler
	weight int       // of a filler
}

// rules holds all rows by their first term, the longest first.
type rules map[string][]rule

func newRules(lists ...Abbreviations) rules {
	rs := rules{}
	add := func(r rule) {
		first := r.short[0].term
		rs[first] = append(rs[first], r)
	}
	for _, a := range lists {
		for _, row := range a.Abbreviations {
			r := rule{short: tokens(nil, row.Short), weight: fullWeight}
			for _, long := range row.Long {
				r.long = append(r.long, tokens(nil, long))
			}
			add(r)
		}
		for _, f := range a.Fillers {
			add(rule{short: tokens(nil, f.Text), weight: f.Weight})
		}
	}
	for _, list := range rs {
		slices.SortStableFunc(list, func(a, b rule) int { return cmp.Compare(len(b.short), len(a.short)) })
	}
	return rs
}

// at returns the longest row that the words begin with. Of several that differ in
// marks alone, as "đâu" and "dầu" do, all are returned that a word without marks may
// be.
func (rs rules) at(words []token) []rule {
	if len(words) == 0 {
		return nil
	}
	list := rs[words[0].term]
	for i, r := range list {
		if !r.begins(words) {
			continue
		}
		n := i + 1
		for n < len(list) && len(list[n].short) == len(r.short) && list[n].begins(words) {
			n++
		}
		return list[i:n]
	}
	return nil
}

// begins reports whether the words begin with the row's. A word of the query that has
// marks must have the row's.
func (r rule) begins(words []token) bool {
	if len(words) < len(r.short) {
		return false
	}
	for i, s := range r.short {
		w := words[i]
		if w.term != s.term || w.marked != w.term && w.marked != s.marked {
			return false
		}
	}
	return true
}

// single returns the weight of a word alone, for names: fillers of one word weigh
// little there too.
func (rs rules) single(term string) int {
	weight := fullWeight
	for _, r := range rs[term] {
		if len(r.short) == 1 && r.long == nil {
			weight = min(weight, max(r.weight, 1))
		}
	}
	return weight
}
