package search

import "math/bits"

// Parts says why a hit stands where it does: its score is their sum.
type Parts struct {
	Words    int `json:"words"`    // 0 to 1000: how much of the query was found, by the weight of its words; one with other marks counts a quarter
	Covered  int `json:"covered"`  // 0 to 200: how much of the name was asked for
	Together int `json:"together"` // 0 to 250: how many words stand side by side in the name as in the query
	Name     int `json:"name"`     // 300 if the name is the query, 100 if it begins with it
	Code     int `json:"code"`     // 2000 if the code is the query, 1900 without its suffix, 1500 if it begins with it
}

// The most each part gives.
const (
	mostWords    = 1000
	mostCovered  = 200
	mostTogether = 250
	apartShare   = 3 // a word apart from those beside it loses one part in so many
	nameExact    = 300
	nameBegins   = 100
	codeExact    = 2000
	codeNational = 1900
	codeBegins   = 1500
)

// Score is the sum of the parts.
func (p Parts) Score() int { return p.Words + p.Covered + p.Together + p.Name + p.Code }

// asked is what a word of the query wants of the names it is found in.
type asked struct {
	form  uint32 // the form of its term; 0: any
	avoid uint32 // a form that another word of the query means; 0: none
	loss  int    // what it costs to find it in another form, in thousandths of the query
	apart int    // what it costs to find it apart from the words beside it
	slot  int
}

// ask writes down which terms the query asks for, and in which form. The query's points
// are at most most.
func (x *Index) ask(r *reading, s *scratch, most uint32) {
	r.asked = make([]asked, r.bits)
	for i, slot := range r.slots {
		for _, way := range slot.ways {
			for j := range way {
				if w := &way[j]; w.bit >= 0 {
					r.asked[w.bit] = asked{slot: i}
					if !slot.row {
						all := mostWords * w.weight * factorExact / int(most)
						r.asked[w.bit].loss, r.asked[w.bit].apart = all*3/4, all/apartShare
					}
					x.askWord(w, &r.asked[w.bit], s)
					r.strict = r.strict || r.asked[w.bit].form != 0
				}
			}
		}
	}
	r.avoid(s)
}

func (x *Index) askWord(w *word, a *asked, s *scratch) {
	for _, m := range w.matches {
		if s.mask[m.term] == 0 {
			s.used = append(s.used, m.term)
		}
		s.mask[m.term] |= 1 << w.bit
		if m.kind == KindExact && w.marked != w.term {
			a.form = x.forms.of(m.term, w.marked)
		}
	}
}

// avoid keeps words apart that fold alike: in "cap lai bang lai" the second is known to
// be "lái", and then the first is not.
func (r *reading) avoid(s *scratch) {
	if !r.strict {
		return
	}
	for _, term := range s.used {
		mask := s.mask[term]
		if mask&(mask-1) == 0 {
			continue
		}
		for a := mask; a != 0; a &= a - 1 {
			one := &r.asked[bits.TrailingZeros64(a)]
			for b := mask; b != 0 && one.form == 0; b &= b - 1 {
				if other := r.asked[bits.TrailingZeros64(b)]; other.slot != one.slot && other.form != 0 {
					one.avoid = other.form
				}
			}
		}
	}
}

// agree returns the words of a mask that a form of their term is what they ask for.
func (r *reading) agree(mask uint64, form uint32) uint64 {
	if !r.strict {
		return mask
	}
	for left := mask; left != 0; left &= left - 1 {
		a := r.asked[bits.TrailingZeros64(left)]
		if a.form != 0 && a.form != form || a.avoid != 0 && a.avoid == form {
			mask &^= left & -left
		}
	}
	return mask
}

// rank gives the parts of a document, whose words are found already.
func (x *Index) rank(doc uint32, words int, r *reading, s *scratch) Parts {
	p := Parts{Words: words}
	var last, pairs, agreed, differ uint64
	var covered uint32
	for _, w := range x.nameOf(doc) {
		term := w.term()
		mask := s.mask[term]
		if mask != 0 {
			own := r.agree(mask, w.form())
			if own&^agreed != 0 { // a word of the query covers one of the name
				covered += uint32(x.words.weight[term])
			}
			pairs |= last << 1 & own &^ r.firsts
			agreed, differ, mask = agreed|own, differ|mask&^own, own
		}
		last = mask
	}
	for differ &^= agreed; differ != 0; differ &= differ - 1 {
		p.Words -= r.asked[bits.TrailingZeros64(differ)].loss
	}
	if paired := pairs | pairs>>1; r.pairs > 0 {
		for apart := agreed &^ paired; apart != 0; apart &= apart - 1 {
			p.Words -= r.asked[bits.TrailingZeros64(apart)].apart
		}
	}
	p.Words = max(p.Words, 0)
	if all := x.docs[doc].weight; all > 0 {
		p.Covered = int(min(mostCovered*uint64(covered)/uint64(all), mostCovered))
	}
	if r.pairs > 0 {
		p.Together = mostTogether * min(bits.OnesCount64(pairs), r.pairs) / r.pairs
	} else if covered > 0 {
		p.Together = mostTogether
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
