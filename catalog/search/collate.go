package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collators are not safe for concurrent use, so each caller borrows one.
var collators = sync.Pool{New: func() any {
	return &borrowed{collator: collate.New(language.Vietnamese, collate.Numeric)}
}}

type borrowed struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

// Compare orders two texts as a Vietnamese listing does: a before ă before â, d before
// đ, the tones ngang, huyền, hỏi, ngã, sắc, nặng, and numbers by their value, so that
// "Mẫu 2" is before "Mẫu 10". NFC and NFD are equal to it; texts equal but for that are
// ordered by their bytes. It is safe for concurrent use.
func Compare(a, b string) int {
	c := collators.Get().(*borrowed)
	defer collators.Put(c)
	return cmp.Or(c.collator.CompareString(a, b), strings.Compare(a, b))
}

// Sort sorts texts in place, as [Compare] orders them.
func Sort(texts []string) { SortFunc(texts, func(s string) string { return s }) }

// SortFunc sorts items in place by a text of each, as [Compare] orders them, and
// leaves those with equal texts as they stand. It is faster than sorting by Compare,
// since it makes one key for each item.
func SortFunc[T any](items []T, text func(T) string) {
	c := collators.Get().(*borrowed)
	defer collators.Put(c)
	defer c.buffer.Reset()
	type keyed struct {
		key  []byte
		text string
		item T
	}
	keys := make([]keyed, len(items))
	for i, item := range items {
		s := text(item)
		keys[i] = keyed{c.collator.KeyFromString(&c.buffer, s), s, item}
	}
	slices.SortStableFunc(keys, func(a, b keyed) int {
		return cmp.Or(bytes.Compare(a.key, b.key), strings.Compare(a.text, b.text))
	})
	for i, k := range keys {
		items[i] = k.item
	}
}
