package payment_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

// readWords turns the words of an amount back into its minor units. It knows how each
// word may stand, and refuses words that stand otherwise.
func readWords(words string, c payment.Currency) (*big.Int, error) {
	first, _, _ := strings.Cut(words, " ")
	if lower := strings.ToLower(first); lower == first {
		return nil, errors.New("no capital at the beginning")
	} else {
		words = lower + strings.TrimPrefix(words, first)
	}
	words, negative := strings.CutPrefix(words, "âm ")
	whole, minor, ok := strings.Cut(words, " "+c.Name().Vi)
	if !ok {
		return nil, errors.New("the currency is not named")
	}
	n, err := readNumber(strings.Fields(whole))
	if err != nil {
		return nil, err
	}
	for range c.Digits() {
		n.Mul(n, big.NewInt(10))
	}
	if minor != "" {
		part, named := strings.CutSuffix(minor, " "+minorNames[c.String()])
		m, err := readNumber(strings.Fields(part))
		if err != nil || !named || m.Sign() == 0 || len(m.String()) > c.Digits() {
			return nil, fmt.Errorf("minor units %q: %v", minor, err)
		}
		n.Add(n, m)
	}
	if negative {
		n.Neg(n)
	}
	return n, nil
}

var digitsOf = []string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// readNumber reads a whole number: groups of three digits with nghìn and triệu, in
// parts with tỷ, each of which multiplies all that stands before it.
func readNumber(words []string) (*big.Int, error) {
	total, part, unit := new(big.Int), int64(0), int64(1_000_000_000)
	if slices.Equal(words, digitsOf[:1]) {
		return total, nil
	}
	for begun := false; len(words) > 0; begun = true {
		if words[0] == "tỷ" { // after another one, or after the groups of its part
			total.Mul(total.Add(total, big.NewInt(part)), big.NewInt(1_000_000_000))
			part, unit, words = 0, 1_000_000_000, words[1:]
			continue
		}
		end := slices.IndexFunc(words, func(w string) bool { return w == "tỷ" || w == "triệu" || w == "nghìn" })
		size, next := int64(1), len(words)
		if end >= 0 {
			size, next = map[string]int64{"tỷ": 1, "triệu": 1_000_000, "nghìn": 1_000}[words[end]], end+1
			if words[end] == "tỷ" {
				next = end
			}
		} else {
			end = len(words)
		}
		group, err := readGroup(words[:end], begun)
		if err != nil {
			return nil, err
		}
		if size >= unit {
			return nil, fmt.Errorf("groups out of order before %q", words[next:])
		}
		part, unit, words = part+group*size, size, words[next:]
	}
	return total.Add(total, big.NewInt(part)), nil
}

// readGroup reads a number from 1 to 999; full says that its hundreds must be named.
func readGroup(words []string, full bool) (int64, error) {
	text := strings.Join(words, " ")
	if n := groups()[full][text]; n > 0 {
		return n, nil
	}
	return 0, fmt.Errorf("%q is no number of a group", text)
}

// groups are the words of 1 to 999, with all hundreds named and without.
var groups = sync.OnceValue(func() map[bool]map[string]int64 {
	table := map[bool]map[string]int64{true: {}, false: {}}
	for _, full := range []bool{true, false} {
		for n := int64(1); n < 1000; n++ {
			hundreds, rest := digitsOf[n/100]+" trăm", n%100
			switch {
			case n < 100 && !full:
				hundreds = ""
			case rest > 0 && rest < 10:
				hundreds += " linh"
			}
			table[full][strings.TrimSpace(hundreds+" "+below100(rest))] = n
		}
	}
	return table
})

// below100 is a table of two digits, made of the words that are irregular.
func below100(n int64) string {
	last := digitsOf[n%10]
	switch {
	case n == 0:
		return ""
	case n < 10:
		return last
	case n == 10:
		return "mười"
	case n == 15:
		return "mười lăm"
	case n < 20:
		return "mười " + last
	case n%10 == 0:
		return digitsOf[n/10] + " mươi"
	}
	if other := map[int64]string{1: "mốt", 4: "tư", 5: "lăm"}[n%10]; other != "" {
		last = other
	}
	return digitsOf[n/10] + " mươi " + last
}

func checkWords(t fataler, m payment.Money) {
	t.Helper()
	words := m.Words()
	if n, err := readWords(words, m.Currency()); err != nil || n.Cmp(big.NewInt(m.Minor())) != 0 {
		t.Fatalf("%v is %q, read as %v, %v", m, words, n, err)
	}
}

func TestWordsReadBack(t *testing.T) {
	for n := int64(-1); n < 20_000; n++ { // every way in which one group stands after another
		m, err := payment.NewMoney(n, payment.VND)
		if err != nil {
			t.Fatal(err)
		}
		checkWords(t, m)
	}
	rapid.Check(t, func(t *rapid.T) { checkWords(t, anyMoney(anyCurrency().Draw(t, "currency")).Draw(t, "m")) })
}

// TestWordsMisread: the reader of the tests refuses what is written wrongly.
func TestWordsMisread(t *testing.T) {
	for _, words := range []string{
		"", "đồng", "hai đồng", "Hai mươi một đồng", "Hai mươi năm đồng", "Hai mười đồng", "Mười năm đồng", "Một trăm năm đồng", "Mười mốt đồng",
		"Một nghìn năm đồng", "Một nghìn một triệu đồng", "Một nghìn không trăm đồng", "Hai mươi bốn đồng", "Không nghìn đồng", "Một trăm linh lăm đồng",
	} {
		if n, err := readWords(words, payment.VND); err == nil {
			t.Errorf("%q is read as %v", words, n)
		}
	}
}
