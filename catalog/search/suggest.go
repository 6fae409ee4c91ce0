package search

import "strings"

// Suggestion completes what a person is typing.
type Suggestion struct {
	Text       string  `json:"text"`                 // a name, without "Thủ tục" before and a remark in parentheses after it
	Count      int     `json:"count"`                // of the best hits that are called so, the variants of one procedure
	Highlights []Range `json:"highlights,omitempty"` // of the text, what was typed
}

// suggestFrom is how many hits each suggestion is drawn from.
const suggestFrom = 5

// Suggest completes what a person is typing, with at most limit names: those of the
// best hits, variants of one procedure taken together. Nothing typed, nothing suggested.
func (x *Index) Suggest(text string, limit int) []Suggestion {
	if limit <= 0 || Fold(text[:min(len(text), maxText)]) == "" {
		return nil
	}
	limit = min(limit, len(x.docs))
	var list []Suggestion
	place := map[string]int{}
	for _, h := range x.Search(Query{Text: text, Limit: suggestFrom * limit}).Hits {
		short := shortName(h.Name)
		shown := h.Name[short.Start:short.End]
		key := Fold(shown)
		if i, ok := place[key]; ok {
			list[i].Count++
			continue
		}
		if len(list) == limit {
			continue
		}
		place[key] = len(list)
		list = append(list, Suggestion{shown, 1, within(h.Highlights, short)})
	}
	return list
}

// shortName finds the part of a name that people know a procedure by.
func shortName(name string) Range {
	r := Range{0, len(name)}
	trace := Trace(name)
	const before = "thu tuc "
	if len(trace.Text) > len(before) && strings.HasPrefix(trace.Text, before) {
		r.Start = trace.Range(len(before), len(trace.Text)).Start
	}
	text := strings.TrimRight(name[r.Start:], " .\u00a0\n")
	if open := strings.LastIndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		text = strings.TrimRight(text[:open], " \u00a0\n")
	}
	if text != "" {
		r.End = r.Start + len(text)
	}
	return r
}

// within moves ranges of a name to a part of it.
func within(list []Range, part Range) []Range {
	var moved []Range
	for _, r := range list {
		r.Start, r.End = max(r.Start, part.Start)-part.Start, min(r.End, part.End)-part.Start
		if r.Start < r.End {
			moved = append(moved, r)
		}
	}
	return moved
}
