package payment_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/motcua/motcua/payment"
)

// The words of a group of three digits as a grammar: which word may follow which. A first
// group begins with its highest digit; one that follows another names its hundreds.
var (
	onesOf      = []string{"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}
	afterTen    = []string{"một", "hai", "ba", "bốn", "lăm", "sáu", "bảy", "tám", "chín"} // mười lăm
	afterTens   = []string{"mốt", "hai", "ba", "tư", "lăm", "sáu", "bảy", "tám", "chín"}  // hai mươi mốt, tư, lăm
	tensPattern = `(?:(mười)(?: (` + strings.Join(afterTen, "|") + `))?|(` + strings.Join(onesOf[1:], "|") + `) mươi(?: (` + strings.Join(afterTens, "|") + `))?)`
	firstGroup  = regexp.MustCompile(`^(?:(` + strings.Join(onesOf, "|") + `)|` + tensPattern + `)$`)
	nextGroup   = regexp.MustCompile(`^(không|` + strings.Join(onesOf, "|") + `) trăm(?: linh (` + strings.Join(onesOf, "|") + `)| ` + tensPattern + `)?$`)
)

// groupNumber reads a group of three digits; 0 for what is none.
func groupNumber(text string, first bool) uint64 {
	m := nextGroup.FindStringSubmatch(text)
	if m == nil && first {
		if m = firstGroup.FindStringSubmatch(text); m != nil { // the same places, without hundreds
			m = append([]string{text, ""}, m[1:]...)
		}
	}
	if m == nil || first && m[1] == "không" {
		return 0
	}
	place := func(words []string, word string) uint64 { return uint64(slices.Index(words, word) + 1) }
	n := 100*place(onesOf, m[1]) + place(onesOf, m[2])
	if m[3] != "" {
		n += 10 + place(afterTen, m[4])
	}
	if m[5] != "" {
		n += 10*place(onesOf, m[5]) + place(afterTens, m[6])
	}
	return n
}

// numberOf reads words as the number they say; false for what nobody writes so.
func numberOf(text string) (uint64, bool) {
	if text == "không" {
		return 0, true
	}
	return positiveOf(text, true)
}

// positiveOf reads a number above 0: what stands before the last tỷ counts them.
func positiveOf(text string, first bool) (n uint64, ok bool) {
	if i := strings.LastIndex(" "+text+" ", " tỷ "); i > 0 {
		billions, ok := positiveOf(text[:i-1], first)
		rest := strings.TrimPrefix(text[i:], "tỷ")
		if !ok || rest == "" {
			return billions * 1e9, ok
		}
		below, ok := positiveOf(rest[1:], false)
		return billions*1e9 + below, ok && rest[0] == ' '
	}
	for _, unit := range []struct {
		word string
		size uint64
	}{{" triệu", 1e6}, {" nghìn", 1e3}, {"", 1}} {
		if text == "" && n > 0 {
			break
		}
		group, rest := text, ""
		if unit.word != "" {
			var found bool
			if group, rest, found = strings.Cut(text, unit.word); !found {
				continue
			}
		}
		g := groupNumber(group, first && n == 0)
		if g == 0 || rest != "" && rest[0] != ' ' {
			return 0, false
		}
		n += g * unit.size
		text = strings.TrimPrefix(rest, " ")
	}
	return n, n > 0 && text == ""
}

// TestWordsAreReadBack: a grammar that was written apart from the words reads each amount
// back, and takes no other way of writing it. Every number below 100,000, then every
// seventh hundred of the millions, each digit at each place, and what chance brings.
func TestWordsAreReadBack(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	check := func(n uint64) {
		m, err := payment.NewMoney(int64(n), payment.VND)
		if err != nil {
			t.Fatal(err)
		}
		words, said := strings.CutSuffix(m.Words(), " đồng")
		first, size := utf8.DecodeRuneInString(words)
		if got, ok := numberOf(strings.ToLower(string(first)) + words[size:]); !ok || got != n || !said || strings.ToUpper(string(first)) != string(first) {
			t.Errorf("%d: %q is read as %d, %v", n, m.Words(), got, ok)
		}
	}
	step := uint64(97)
	if testing.Short() {
		step = 1009
	}
	for n := range uint64(100_000) {
		check(n)
	}
	for n := uint64(100_000); n < 10_000_000; n += step {
		check(n)
	}
	for unit := uint64(1); unit <= 1e18; unit *= 10 {
		for digit := range uint64(9) {
			n := (digit + 1) * unit
			for _, near := range []uint64{n, n + 1, n - 1, n + unit/10, n + unit/1000*5} {
				if near < 1<<63 {
					check(near)
				}
			}
		}
	}
	random := rand.New(rand.NewPCG(7, 9))
	for range 20_000 {
		n := random.Uint64N(1e18) >> random.IntN(60)
		check(n)
		check(n / 1000 * 1000) // groups that are empty
	}
}

// TestGrammarOfWords: the grammar refuses what is not written so; else it proves nothing.
func TestGrammarOfWords(t *testing.T) {
	for _, row := range []struct {
		text string
		want uint64 // 0: refused
	}{
		{"hai mươi mốt", 21},
		{"hai mươi một", 0}, // mốt after mươi
		{"mười mốt", 0},     // một after mười
		{"mười năm", 0},     // lăm
		{"hai mươi năm", 0}, // lăm
		{"mười tư", 0},      // bốn after mười
		{"hai mươi bốn", 0}, // tư after mươi is what is taken here
		{"một mươi", 0},     // mười
		{"lăm", 0},
		{"một trăm năm", 0}, // linh
		{"một trăm linh lăm", 0},
		{"một trăm linh năm", 105},
		{"không trăm linh năm", 0}, // nothing stands before it
		{"một nghìn năm", 0},       // hundreds are named below thousands
		{"một nghìn không trăm linh năm", 1005},
		{"một nghìn không trăm", 0}, // nothing is named that is not there
		{"một triệu không nghìn", 0},
		{"một nghìn một triệu", 0}, // millions first
		{"một tỷ tỷ", 1_000_000_000_000_000_000},
		{"một tỷ không trăm linh năm tỷ không trăm linh năm", 1_000_000_005_000_000_005},
		{"một tỷ năm", 0},
		{"tỷ", 0},
		{"", 0},
	} {
		if got, ok := numberOf(row.text); ok != (row.want > 0) || ok && got != row.want {
			t.Errorf("%q: %d, %v, want %d", row.text, got, ok, row.want)
		}
	}
}
