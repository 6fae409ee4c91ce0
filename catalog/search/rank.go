package search

import "math/bits"

// Parts says why a hit stands where it does: its score is their sum.
type Parts struct {
	Words    int `json:"words"`    // 0 to 1000: how much of the query was found, by the weight of its words
	Covered  int `json:"covered"`  // 0 to 200: how much of the name was asked for
	Together int `json:"together"` // 0 to 150: how many words stand side by side in the name as in the query
	Marks    int `json:"marks"`    // 0 to 150: less for words whose marks are others than the query's
	Name     int `json:"name"`     // 300 if the name is the query, 100 if it begins with it
	Code     int `json:"code"`     // 2000 if the code is the query, 1900 without its suffix, 1500 if it begins with it
}

// The most each part gives.
const (
	mostWords    = 1000
	mostCovered  = 200
	mostTogether = 150
	mostMarks    = 150
	nameExact    = 300
	nameBegins   = 100
	codeExact    = 2000
	codeNational = 1900
	codeBegins   = 1500
)

// Score is the sum of the parts.
func (p Parts) Score() int { return p.Words + p.Covered + p.Together + p.Marks + p.Name + p.Code }

// ask writes down which terms the query asks for, and in which form.
func (x *Index) ask(r *reading, s *scratch) {
	for _, slot := range r.slots {
		for _, way := range slot.ways {
			for i := range way {
				x.askWord(&way[i], s)
			}
		}
	}
}

// wanted marks a form in scratch.form, since a form that no name has is 0.
const wanted = 1 << 15

func (x *Index) askWord(w *word, s *scratch) {
	if w.bit < 0 {
		return
	}
	for _, m := range w.matches {
		if s.mask[m.term] == 0 {
			s.used = append(s.used, m.term)
		}
		s.mask[m.term] |= 1 << w.bit
		if m.kind == KindExact && w.marked != w.term {
			s.form[m.term] = wanted | uint16(x.forms.of(m.term, w.marked))
		}
	}
}

// rank gives the parts of a document, whose words are found already.
func (x *Index) rank(doc uint32, words int, r *reading, s *scratch) Parts {
	p := Parts{Words: words}
	var last, pairs uint64
	var covered, differ, same uint32
	for _, w := range x.nameOf(doc) {
		term := w.term()
		mask := s.mask[term]
		if mask != 0 {
			weight := uint32(x.words.weight[term])
			covered += weight
			pairs |= last << 1 & mask &^ r.firsts
			if form := s.form[term]; form == wanted|uint16(w.form()) {
				same += weight
			} else if form != 0 {
				differ += weight
			}
		}
		last = mask
	}
	if all := x.docs[doc].weight; all > 0 {
		p.Covered = int(mostCovered * uint64(covered) / uint64(all))
	}
	if r.pairs > 0 {
		p.Together = mostTogether * min(bits.OnesCount64(pairs), r.pairs) / r.pairs
	} else if covered > 0 {
		p.Together = mostTogether
	}
	p.Marks = mostMarks
	if differ > 0 {
		p.Marks = int(mostMarks * same / (same + differ))
	}
	p.Name = x.nameIs(doc, r)
	return p
}

// nameIs compares the words of a name with those of the query, as they stand.
func (x *Index) nameIs(doc uint32, r *reading) int {
	name := x.nameOf(doc)
	if !r.exact || len(name) < len(r.terms) {
		return 0
	}
	for i, term := range r.terms {
		if name[i].term() != term {
			return 0
		}
	}
	if len(name) == len(r.terms) {
		return nameExact
	}
	return nameBegins
}
