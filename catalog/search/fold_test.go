package search_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/motcua/motcua/catalog/search"
)

// slowFold is Fold by the book: take apart, drop marks, lower, part words.
func slowFold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case r == 'đ' || r == 'Đ':
			b.WriteRune('d')
		case unicode.IsMark(r), unicode.Is(unicode.Cf, r):
		case unicode.IsLetter(r):
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Nd, r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

var folds = []struct{ in, want, why string }{
	{"", "", "nothing"},
	{"Đăng ký khai sinh", "dang ky khai sinh", "the plain case"},
	{"đĐ", "dd", "đ has no decomposition in Unicode"},
	{"ĐĂNG KÝ", "dang ky", "capitals"},
	{norm.NFD.String("Giấy phép xây dựng"), "giay phep xay dung", "marks apart"},
	{"hòa hoà HÒA", "hoa hoa hoa", "both styles of placing the tone"},
	{"cấp\u00a0lại", "cap lai", "a non-breaking space parts words"},
	{"  và/hoặc (cấp xã).", "va hoac cap xa", "punctuation parts words, none at the ends"},
	{"1.001193", "1 001193", "so does a point among digits"},
	{"qu\u200bý", "quy", "a zero-width space is no space to the eye"},
	{"a\xffb", "a b", "broken UTF-8 parts words"},
	{"\u0301a", "a", "a mark without a letter before it"},
	{"한", "ᄒ\u1161\u11ab", "a syllable of three letters, as NFD has it"},
	{"ＡＢ Ⅱ №", "ａｂ", "wide letters are letters of their own; numbers that are no digits are symbols"},
	{"\ue000 x \uf0b7", "x", "private use, as the portal's texts hold it, is no letter"},
}

func TestFold(t *testing.T) {
	for _, row := range folds {
		if got := search.Fold(row.in); got != row.want {
			t.Errorf("Fold(%q) = %q, want %q: %s", row.in, got, row.want, row.why)
		}
		if got := string(search.AppendFold([]byte("before "), row.in)); got != "before "+row.want {
			t.Errorf("AppendFold of %q appends %q", row.in, got)
		}
	}
}

// TestFoldEveryCharacter compares with the slow fold, character by character.
func TestFoldEveryCharacter(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	for r := range rune(unicode.MaxRune + 1) {
		s := "a" + string(r) + "b"
		if got, want := search.Fold(s), slowFold(s); got != want {
			t.Fatalf("%U: %q, want %q", r, got, want)
		}
	}
}

func TestFoldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		f := search.Fold(s)
		for name, other := range map[string]string{
			"folded": f, "NFC": norm.NFC.String(s), "NFD": norm.NFD.String(s),
		} {
			if got := search.Fold(other); got != f {
				t.Errorf("%s folds to %q, the text to %q", name, got, f)
			}
		}
		if trace := search.Trace(s); trace.Text != f {
			t.Errorf("traced %q, folded %q", trace.Text, f)
		}
	})
}

func TestAppendFoldAllocates(t *testing.T) {
	b := make([]byte, 0, 256)
	for _, s := range []string{"Cấp Giấy xác nhận tình trạng hôn nhân", norm.NFD.String("Đăng ký"), "1.001193 – ABTC"} {
		if n := testing.AllocsPerRun(100, func() { b = search.AppendFold(b[:0], s) }); n != 0 {
			t.Errorf("%v allocations for %q", n, s)
		}
	}
}

func TestTrace(t *testing.T) {
	nfd := norm.NFD.String("Đăng ký (lại)")
	for _, row := range []struct{ text, find, want, why string }{
		{"Đăng ký", "ang k", "ăng k", "bytes of several lengths"},
		{nfd, "ang ky", norm.NFD.String("ăng ký"), "marks after their letters come along"},
		{nfd, "ky l", norm.NFD.String("ký (l"), "a gap stands for all it parts"},
		{"x\u0301\u0301y", "x", "x\u0301\u0301", "two marks"},
		{"한국", "\u1161", "한", "a letter of a syllable leads to the syllable"},
	} {
		trace := search.Trace(row.text)
		at := strings.Index(trace.Text, row.find)
		r := trace.Range(at, at+len(row.find))
		if got := row.text[r.Start:r.End]; got != row.want {
			t.Errorf("%q in %q leads to %q, want %q: %s", row.find, row.text, got, row.want, row.why)
		}
	}
	if r := search.Trace("abc").Range(2, 1); r != (search.Range{}) {
		t.Errorf("an empty stretch leads to %v", r)
	}
	if r := search.Trace("abc").Range(-5, 99); r != (search.Range{Start: 0, End: 3}) {
		t.Errorf("beyond both ends leads to %v", r)
	}
}

// onBoundaries reports whether a range lies in text and cuts no character from its
// marks.
func onBoundaries(text string, r search.Range) bool {
	if r.Start < 0 || r.Start >= r.End || r.End > len(text) {
		return false
	}
	for _, at := range []int{r.Start, r.End} {
		if at == len(text) {
			continue
		}
		first, size := utf8.DecodeRuneInString(text[at:])
		if !utf8.RuneStart(text[at]) && !(first == utf8.RuneError && size == 1) || at > 0 && unicode.IsMark(first) {
			return false
		}
	}
	return true
}

func FuzzFold(f *testing.F) {
	for _, row := range folds {
		f.Add(row.in, 0, 3)
	}
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		want := slowFold(strings.ToValidUTF8(s, " "))
		if got := search.Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
		trace := search.Trace(s)
		if trace.Text != want {
			t.Errorf("Trace(%q) = %q, want %q", s, trace.Text, want)
		}
		if r := trace.Range(from, to); r != (search.Range{}) && !onBoundaries(s, r) {
			t.Errorf("%d to %d of %q leads to %v of %q", from, to, trace.Text, r, s)
		}
	})
}

func BenchmarkAppendFold(b *testing.B) {
	s := "Cấp Giấy xác nhận tình trạng hôn nhân cho công dân Việt Nam cư trú ở nước ngoài"
	buffer := make([]byte, 0, len(s))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		buffer = search.AppendFold(buffer[:0], s)
	}
}
