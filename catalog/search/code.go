package search

import (
	"sort"
	"strings"
)

// nationalDigits is how many digits the national form of a code has, "1.001193".
const nationalDigits = 7

// codeIn finds a code in a query, or the beginning of one: its letters and digits, "" if
// there is none. Seven digits and more are one, and so are fewer where a point follows
// the first.
func codeIn(text string) string {
	for piece := range strings.FieldsSeq(text) {
		piece = strings.Trim(piece, ",;:()[]\"'")
		if len(piece) < 3 || strings.Trim(piece[:1], "0123456789") != "" {
			continue
		}
		code := compact(piece)
		if piece[1] == '.' && len(code) >= 3 || len(code) >= nationalDigits && piece[1] != '.' {
			if code != "" {
				return code
			}
		}
	}
	return ""
}

// compact takes the points out of a code: "1001193000.00.00H22" as "10011930000000H22".
// It returns "" for what is no beginning of a code.
func compact(piece string) string {
	var b strings.Builder
	for i := range len(piece) {
		switch c := piece[i]; {
		case '0' <= c && c <= '9':
			b.WriteByte(c)
		case c == '.':
		case b.Len() >= nationalDigits && (c|0x20 >= 'a' && c|0x20 <= 'z'):
			b.WriteByte(c &^ 0x20)
		default:
			return ""
		}
	}
	return b.String()
}

// findCode returns the documents of a code by their places in the order of codes, and
// how well each fits: the whole code, the national form, or the beginning.
func (x *Index) findCode(code string) []codeHit {
	national := code[:min(len(code), nationalDigits)]
	// Codes sort as their digits do, since the only point before the suffix is always
	// after the first digit.
	key := national[:1] + "." + national[1:]
	from := sort.Search(len(x.codes), func(i int) bool { return string(x.docs[x.codes[i]].code) >= key })
	var hits []codeHit
	for _, doc := range x.codes[from:] {
		c := string(x.docs[doc].code)
		if !strings.HasPrefix(c, key) {
			break
		}
		hit := codeHit{doc, codeBegins}
		switch own := compact(c); {
		case own == code:
			hit.points = codeExact
		case len(code) >= nationalDigits && own == national:
			hit.points = codeNational
		case !strings.HasPrefix(own, code):
			continue // the same procedure of another province
		}
		hits = append(hits, hit)
	}
	return hits
}

type codeHit struct {
	doc    uint32
	points int
}
