package search

// A word longer than any syllable may be several that were typed without a space.
const (
	joinedFrom = 5 // letters
	joinedMost = 5 // words
)

// part takes a word apart into words of names, as few as possible and of those the
// most frequent; nil if it cannot.
func (x *Index) part(text string) []string {
	if len(text) < joinedFrom || len(text) > 2*maxWord {
		return nil
	}
	type cut struct {
		from, words int
		named       uint32 // of the rarest word
	}
	best := make([]cut, len(text)+1)
	for end := 2; end <= len(text); end++ {
		for from := 0; from <= end-2; from++ {
			if from > 0 && best[from].words == 0 || best[from].words == joinedMost {
				continue
			}
			id, ok := x.words.find(termOf(text[from:end]))
			if !ok || x.words.named[id] == 0 {
				continue
			}
			c := cut{from, best[from].words + 1, x.words.named[id]}
			if from > 0 {
				c.named = min(c.named, best[from].named)
			}
			if b := best[end]; b.words == 0 || c.words < b.words || c.words == b.words && c.named > b.named {
				best[end] = c
			}
		}
	}
	if best[len(text)].words < 2 {
		return nil
	}
	parts := make([]string, best[len(text)].words)
	for i, end := len(parts)-1, len(text); i >= 0; i-- {
		parts[i] = termOf(text[best[end].from:end])
		end = best[end].from
	}
	return parts
}
