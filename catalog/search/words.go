package search

import (
	"strings"
	"unicode"

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
var (
	vowelMarks = map[rune]byte{'\u0302': '^', '\u0306': '(', '\u031b': '+'}
	toneMarks  = map[rune]byte{'\u0300': 'F', '\u0301': 'S', '\u0303': 'X', '\u0309': 'R', '\u0323': 'J'}
)

// tokens appends the words of a text, which are those of its fold.
func tokens(list []token, s string) []token {
	var folded, marked []byte
	var tone byte
	end := func() {
		if len(folded) == 0 {
			return
		}
		if oneI(folded) {
			folded[len(folded)-1], marked[len(marked)-1] = 'i', 'i'
		}
		term := string(folded)
		if tone != 0 {
			marked = append(marked, tone)
		}
		t := token{term, term}
		if string(marked) != term {
			t.marked = string(marked)
		}
		list = append(list, t)
		folded, marked, tone = folded[:0], marked[:0], 0
	}
	for _, r := range norm.NFD.String(s) {
		switch f := foldOne(r); {
		case f == foldBreak:
			end()
		case f != foldDrop:
			folded = append(folded, string(f)...)
			if r == 'đ' || r == 'Đ' {
				f = 'đ'
			}
			marked = append(marked, string(f)...)
		case len(folded) > 0 && unicode.IsMark(r):
			if m := vowelMarks[r]; m != 0 {
				marked = append(marked, m)
			} else if m := toneMarks[r]; m != 0 {
				tone = m
			}
		}
	}
	end()
	return list
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
