package search

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word of a name or a query.
type token struct {
	term   string // folded, as the index knows it
	marked string // with its marks in one order; equal to term where it has none
}

// The marks of Vietnamese: those that make another vowel stay with their letter, those
// of the tone go to the end of the word, where it does not matter on which letter of
// "hòa" or "hoà" the tone was written.
func markOf(r rune) (vowel, tone byte) {
	switch r {
	case '\u0302':
		return '^', 0
	case '\u0306':
		return '(', 0
	case '\u031b':
		return '+', 0
	case '\u0300':
		return 0, 'F'
	case '\u0301':
		return 0, 'S'
	case '\u0303':
		return 0, 'X'
	case '\u0309':
		return 0, 'R'
	case '\u0323':
		return 0, 'J'
	}
	return 0, 0
}

// marks are those of one letter.
type marks struct{ vowel, tone byte }

// markTable has the marks of the letters of the fold table, made once.
var markTable = sync.OnceValue(func() *[foldTableSize]marks {
	var table [foldTableSize]marks
	for r := range rune(foldTableSize) {
		for _, part := range norm.NFD.String(string(r)) {
			vowel, tone := markOf(part)
			table[r] = marks{max(table[r].vowel, vowel), max(table[r].tone, tone)}
		}
	}
	return &table
})

// tokens appends the words of a text, which are those of its fold.
func tokens(list []token, s string) []token {
	t := tokenizer{text: make([]byte, 0, 2*len(s)), list: make([]place, 0, len(s)/4+1)}
	fold, mark := foldTable(), markTable()
	for _, r := range s {
		if r >= foldTableSize || fold[r] == foldSlow {
			var slow [16]rune
			for _, f := range foldParts(slow[:0], r) {
				t.take(f, f, marks{})
			}
			continue
		}
		letter := rune(fold[r])
		if r == 'đ' || r == 'Đ' {
			t.take(letter, 'đ', marks{})
		} else {
			t.take(letter, letter, mark[r])
		}
	}
	t.end()
	text := string(t.text)
	for _, p := range t.list {
		w := token{text[p.folded:p.marked], text[p.marked:p.end]}
		if p.marked == p.end {
			w.marked = w.term
		}
		list = append(list, w)
	}
	return list
}

// tokenizer gathers the letters of words, and writes each word into a text: first
// folded, and then with its marks, if it has any.
type tokenizer struct {
	text           []byte
	list           []place
	folded, marked []byte // of the word that is being read
	tone           byte
}

// place is where a word stands in the text of a tokenizer.
type place struct{ folded, marked, end int }

// take adds a folded letter, as it is in the marked form, and its marks.
func (t *tokenizer) take(folded, marked rune, m marks) {
	switch {
	case folded == foldBreak:
		t.end()
		return
	case folded != foldDrop:
		t.folded, t.marked = utf8.AppendRune(t.folded, folded), utf8.AppendRune(t.marked, marked)
	case len(t.folded) == 0:
		return
	}
	if m.vowel != 0 {
		t.marked = append(t.marked, m.vowel)
	}
	if m.tone != 0 {
		t.tone = m.tone
	}
}

// end ends a word.
func (t *tokenizer) end() {
	if len(t.folded) == 0 {
		return
	}
	if oneI(t.folded) {
		t.folded[len(t.folded)-1] = 'i'
		if last := len(t.marked) - 1; t.marked[last] == 'y' {
			t.marked[last] = 'i'
		}
	}
	if t.tone != 0 {
		t.marked = append(t.marked, t.tone)
	}
	p := place{folded: len(t.text)}
	t.text = append(t.text, t.folded...)
	p.marked = len(t.text)
	if !bytes.Equal(t.folded, t.marked) {
		t.text = append(t.text, t.marked...)
	}
	p.end = len(t.text)
	t.list = append(t.list, p)
	t.folded, t.marked, t.tone = t.folded[:0], t.marked[:0], 0
}

// oneI reports whether a folded word ends in a y that is written i as well: "ký" and
// "kí", "lý" and "lí", but not "quý" or "y".
func oneI(word []byte) bool {
	n := len(word)
	return n >= 2 && n <= 4 && word[n-1] == 'y' && !strings.ContainsRune("aeiouy", rune(word[n-2]))
}

// termOf is a folded word as the index knows it.
func termOf(word string) string {
	if oneI([]byte(word)) {
		return word[:len(word)-1] + "i"
	}
	return word
}

// eachTerm calls do with each term of a text. The bytes are its own again afterwards.
func eachTerm(buffer []byte, s string, do func(term []byte)) []byte {
	buffer = AppendFold(buffer[:0], s)
	for rest := buffer; len(rest) > 0; {
		end := 0
		for end < len(rest) && rest[end] != ' ' {
			end++
		}
		word := rest[:end]
		rest = rest[min(end+1, len(rest)):]
		if oneI(word) {
			word[len(word)-1] = 'i'
		}
		do(word)
	}
	return buffer
}
