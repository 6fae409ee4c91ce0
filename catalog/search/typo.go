package search

import "math/bits"

// How many edits make a typo, by the length of the word. A letter for another, one too
// many, one too few and two neighbours exchanged are one edit each.
const (
	swapFrom     = 3 // letters of a word in which two neighbours may be exchanged
	oneEditFrom  = 4 // letters of a word in which one edit is looked for
	twoEditsFrom = 8 // letters of a word in which two are
)

// editsFor says how many edits a word is searched with.
func editsFor(word string) int {
	switch {
	case len(word) >= twoEditsFrom:
		return 2
	case len(word) >= swapFrom:
		return 1
	}
	return 0
}

// typos appends the terms of names that are nearest to a word, not farther than its
// length permits.
func (l *lexicon) typos(list []match, word string) []match {
	limit := editsFor(word)
	if limit == 0 || len(word) > maxWord {
		return list
	}
	from, shape := len(list), shapeOf(word)
	for id, s := range l.shape {
		if bits.OnesCount32(s^shape) > 2*limit || l.named[id] == 0 {
			continue
		}
		term := l.term(uint32(id))
		if len(word) < oneEditFrom && (s != shape || len(term) != len(word)) {
			continue
		}
		if d := edits(word, term, limit); d < limit {
			list, limit = append(list[:from], match{uint32(id), factorTypo(d), KindTypo}), d
		} else if d == limit {
			list = append(list, match{uint32(id), factorTypo(d), KindTypo})
		}
	}
	return list
}

func factorTypo(d int) uint8 {
	if d <= 1 {
		return factorOneEdit
	}
	return factorTwoEdits
}

// maxWord is the longest word whose typos are sought, in bytes.
const maxWord = 24

// edits counts the edits between two words, up to limit; limit+1 is more than that.
// Each neighbourhood of letters is edited once (optimal string alignment).
func edits(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit || len(b) > 2*maxWord {
		return limit + 1
	}
	var rows [3][2*maxWord + 1]uint8
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		row[0] = uint8(i)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			cost := last[j-1]
			if a[i-1] != b[j-1] {
				cost = min(cost, last[j], row[j-1]) + 1
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					cost = min(cost, before[j-2]+1)
				}
			}
			row[j] = cost
			least = min(least, cost)
		}
		if int(least) > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(int(last[len(b)]), limit+1)
}
