package unit

import (
	"strings"
	"unicode"
)

// types are the words with which names of units begin, as lists have them.
func types() []string {
	return []string{"Thành phố", "Tỉnh", "Quận", "Huyện", "Thị xã", "Thị trấn", "Phường", "Xã", "Đặc khu"}
}

// typeOf returns the type a name states, or "" if it states none.
func typeOf(name string) string {
	for _, t := range types() {
		if strings.HasPrefix(name, t+" ") {
			return t
		}
	}
	return ""
}

// sameName reports whether two lists can mean one unit: their names are equal but for
// the type, the place of marks (Hoà, Hòa), how they are encoded, apostrophes and case.
func sameName(a, b string) bool {
	for _, x := range cores(a) {
		for _, y := range cores(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// cores returns a name folded, as it stands and without a type before it; which of
// them is meant cannot be told without marks: there is a Xã Xa Dung.
func cores(name string) []string {
	name, _ = strings.CutPrefix(strings.TrimSpace(name), "UBND ")
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = fold(w)
	}
	out := []string{strings.Join(words, "")}
	for _, t := range types() {
		n := strings.Count(t, " ") + 1
		if len(words) > n && strings.Join(words[:n], "") == fold(t) {
			out = append(out, strings.Join(words[n:], ""))
		}
	}
	return out
}

// fold keeps the letters and digits of a name, small and without marks.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if base, ok := unmarked[r]; ok {
			return base
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1 // marks that stand by themselves too
	}, s)
}

// unmarked leads the letters of Vietnamese to those without marks.
var unmarked = func() map[rune]rune {
	m := map[rune]rune{}
	for base, marked := range map[rune]string{
		'a': "àáảãạăằắẳẵặâầấẩẫậ", 'e': "èéẻẽẹêềếểễệ", 'i': "ìíỉĩị", 'o': "òóỏõọôồốổỗộơờớởỡợ",
		'u': "ùúủũụưừứửữự", 'y': "ỳýỷỹỵ", 'd': "đ",
	} {
		for _, r := range marked {
			m[r] = base
		}
	}
	return m
}()
