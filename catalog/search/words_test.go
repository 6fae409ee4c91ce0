package search

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// TestTokens shows what is kept of the marks: all that tells one word from another, and
// nothing of where the tone was written.
func TestTokens(t *testing.T) {
	for _, row := range []struct{ in, term, marked, why string }{
		{"hoà", "hoa", "hoaF", "the new place of the tone"},
		{"hòa", "hoa", "hoaF", "and the old"},
		{"đất", "dat", "đa^tS", "đ is a letter, â another, and the tone goes last"},
		{"Đường", "duong", "đu+o+ngF", "two horns"},
		{"ký", "ki", "kiS", "ký is kí"},
		{"quý", "quy", "quyS", "not so quý, whose y is a sound of its own"},
		{"sinh", "sinh", "sinh", "no marks"},
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			got := tokens(nil, form.String(row.in))
			if len(got) != 1 || got[0] != (token{row.term, row.marked}) {
				t.Errorf("%q: %v, want %q and %q: %s", row.in, got, row.term, row.marked, row.why)
			}
		}
	}
}

// TestTokensAreTerms: the words of names and queries are those of all other text.
func TestTokensAreTerms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("kyý í\u0301đĐ ạ(\u0306한")))).Draw(t, "text")
		var terms, got []string
		eachTerm(nil, s, func(term []byte) { terms = append(terms, string(term)) })
		for _, w := range tokens(nil, s) {
			got = append(got, w.term)
		}
		if !slices.Equal(got, terms) {
			t.Errorf("%q: tokens %q, terms %q", s, got, terms)
		}
		for i, word := range strings.Fields(Fold(s)) {
			if termOf(word) != terms[i] {
				t.Errorf("%q: %q is the term %q, not %q", s, word, terms[i], termOf(word))
			}
		}
	})
}

// TestEdits compares with counting by hand, limits included.
func TestEdits(t *testing.T) {
	for _, row := range []struct {
		a, b        string
		limit, want int
	}{
		{"giay", "giay", 1, 0}, {"giya", "giay", 1, 1}, {"gay", "giay", 1, 1}, {"giayy", "giay", 1, 1}, {"gian", "giay", 1, 1},
		{"gaiy", "giya", 1, 2}, {"abcd", "badc", 2, 2}, {"abcdef", "abc", 2, 3}, {"abc", "xyz", 2, 3}, {"", "ab", 2, 2},
	} {
		for _, pair := range [][2]string{{row.a, row.b}, {row.b, row.a}} {
			if got := edits(pair[0], pair[1], row.limit); got != row.want {
				t.Errorf("%q to %q: %d edits, want %d", pair[0], pair[1], got, row.want)
			}
		}
	}
}

// TestEditsLaws: the limit changes no answer within it, and neither does the order.
func TestEditsLaws(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("abc")), 0, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		all := edits(a, b, 20)
		for limit := range 4 {
			if got := edits(a, b, limit); got != min(all, limit+1) {
				t.Errorf("%q to %q: %d edits within %d, %d in all", a, b, got, limit, all)
			}
		}
		if back := edits(b, a, 20); back != all || (all == 0) != (a == b) {
			t.Errorf("%q to %q: %d edits, back %d", a, b, all, back)
		}
	})
}

// TestRarity: rarer words tell more, and no word tells nothing.
func TestRarity(t *testing.T) {
	last := rarity(10_000, 1)
	for df := 2; df <= 10_000; df++ {
		r := rarity(10_000, df)
		if r > last || r <= 0 {
			t.Fatalf("in %d of 10,000: %d after %d", df, r, last)
		}
		last = r
	}
	if log16(1) != 0 || log16(2) != 16 || log16(3) != 24 || log16(1024) != 160 {
		t.Errorf("logarithms %d %d %d %d", log16(1), log16(2), log16(3), log16(1024))
	}
}
