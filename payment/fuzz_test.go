package payment_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

var amountForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.([0-9]+))?$`)

// plainAmount reads an amount with a pattern and math/big: how many minor units, and
// whether it is one at all, however large.
func plainAmount(s string, digits int) (*big.Int, bool) {
	parts := amountForm.FindStringSubmatch(s)
	if parts == nil || len(parts[3]) > digits {
		return nil, false
	}
	n, _ := new(big.Int).SetString(strings.ReplaceAll(s, ".", "")+strings.Repeat("0", digits-len(parts[3])), 10)
	return n, n.Sign() != 0 || s[0] != '-'
}

// checkReading holds what was read of an amount to plainAmount.
func checkReading(t *testing.T, in, amount string, c payment.Currency, m payment.Money, err error) {
	t.Helper()
	want, ok := plainAmount(amount, c.Digits())
	var parse *motcua.ParseError
	switch {
	case !ok || !fits(want):
		if !errors.As(err, &parse) || parse.Input != in || errors.Is(err, motcua.ErrOverflow) != ok || m != (payment.Money{}) {
			t.Fatalf("%q is read as %v, %v; an amount: %t", in, m, err, ok)
		}
	case err != nil || m.Minor() != want.Int64() || m.Currency() != c:
		t.Fatalf("%q is read as %v, %v, want %v", in, m, err, want)
	}
}

var amountSeeds = []string{
	"0", "25000", "25.50", "-0.05", "1.-5", "-0", "01", "+1", "1e9", "1,000", "NaN", "１２", "9223372036854775807", "9223372036854775808",
	"92233720368547758.07", "92233720368547758.08", "0.0000000000000000000000", "1.", ".5", "--1", "",
}

func FuzzParseAmount(f *testing.F) {
	for i, s := range amountSeeds {
		f.Add(s, uint8(i%3))
	}
	f.Fuzz(func(t *testing.T, s string, currency uint8) {
		c := allCurrencies()[int(currency)%len(currencyDigits)]
		m, err := payment.ParseAmount(s, c)
		checkReading(t, s, s, c, m, err)
	})
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range amountSeeds {
		f.Add(s + " VND")
		f.Add(s + " USD")
	}
	for _, s := range []string{"1 VNDX", "1  VND", "VND 1", "1 XAU", "1 vnd", " 1 VND", "1 VND\n", "1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := payment.ParseMoney(s)
		amount, code, _ := strings.Cut(s, " ")
		if _, known := currencyDigits[code]; !known {
			if err == nil {
				t.Fatalf("%q is read as %v", s, m)
			}
			return
		}
		checkReading(t, s, amount, payment.MustMoney("0 "+code).Currency(), m, err)
		if back, err2 := payment.ParseMoney(m.String()); err == nil && (err2 != nil || back != m) {
			t.Fatalf("%q is written %q and read as %v, %v", s, m, back, err2)
		}
	})
}

func FuzzParseCurrency(f *testing.F) {
	for _, s := range []string{"VND", "USD", "vnd", "", "XAU", "VND "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := payment.ParseCurrency(s)
		if _, known := currencyDigits[s]; known != (err == nil) || known && c.String() != s {
			t.Fatalf("%q is read as %v, %v", s, c, err)
		}
	})
}

// FuzzMoneyJSON: what is read comes back from what is written, is what encoding/json
// makes of the members, and is the same where a space keeps the short way of reading
// from being taken.
func FuzzMoneyJSON(f *testing.F) {
	for _, s := range []string{`{"amount":"25000","currency":"VND"}`, `{"amount":"0"}`, `{"amount":"25.5","currency":"USD"}`, `{"amount":"1\",\"currency\":\"VND"}`} {
		f.Add([]byte(s))
	}
	for _, c := range badMoney {
		f.Add([]byte(c.in))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var m, slow payment.Money
		err := m.UnmarshalJSON(data)
		err2 := slow.UnmarshalJSON(append([]byte(" "), data...))
		if (err == nil) != (err2 == nil) || m != slow {
			t.Fatalf("%q is read as %v, %v and after a space as %v, %v", data, m, err, slow, err2)
		}
		var faults motcua.Faults
		if err != nil {
			if !errors.As(err, &faults) || len(faults) == 0 || m != (payment.Money{}) {
				t.Fatalf("%q: %v of type %T, read as %v", data, err, err, m)
			}
			return
		}
		var members map[string]string
		if err := json.Unmarshal(data, &members); err != nil || len(members) > 2 {
			t.Fatalf("%q is read as %v, by encoding/json as %v, %v", data, m, members, err)
		}
		if want, err := payment.ParseMoney(members["amount"] + " " + members["currency"]); m.Currency() != 0 && (err != nil || want != m) || m.Currency() == 0 && len(members) != 1 {
			t.Fatalf("%q is read as %v, its members say %v, %v", data, m, want, err)
		}
		text, err := json.Marshal(m)
		var back payment.Money
		if err2 := json.Unmarshal(text, &back); err != nil || err2 != nil || back != m {
			t.Fatalf("%v is written %s, %v, and read as %v, %v", m, text, err, back, err2)
		}
	})
}

// FuzzArithmetic compares every operation with math/big.
func FuzzArithmetic(f *testing.F) {
	f.Add(int64(70000), int64(35000), int64(50), uint8(0), int64(3), uint8(0))
	f.Add(int64(5), int64(-5), int64(5), uint8(1), int64(-2), uint8(1))
	f.Add(int64(math.MaxInt64), int64(1), int64(math.MaxInt64), uint8(18), int64(math.MinInt64), uint8(0))
	f.Add(int64(-math.MaxInt64), int64(-1), int64(1e18), uint8(18), int64(-1), uint8(2))
	f.Add(int64(6148914691236517205), int64(3), int64(1), uint8(17), int64(2), uint8(0))
	f.Add(int64(100), int64(0), int64(5e17), uint8(18), int64(0), uint8(0))
	for _, x := range edges { // at the ends, and a step before them
		for _, y := range edges {
			f.Add(x, y, y, uint8(0), x, uint8(0))
			f.Add(x, y, y, uint8(18), y, uint8(1))
		}
	}
	f.Fuzz(func(t *testing.T, x, y, coef int64, scale uint8, n int64, currency uint8) {
		c := allCurrencies()[int(currency)%len(currencyDigits)]
		a, err := payment.NewMoney(x, c)
		b, err2 := payment.NewMoney(y, c)
		q, err3 := motcua.NewDecimal(coef, int(scale)%19)
		if err != nil || err2 != nil || err3 != nil {
			return // the one number without opposite
		}
		checkArithmetic(t, a, b, q, n)
	})
}

// edges are numbers at which something begins or ends to fit.
var edges = []int64{
	math.MaxInt64, math.MaxInt64 - 1, math.MaxInt64/2 + 1, math.MaxInt64 / 2, math.MaxInt64/100 + 1, math.MaxInt64 / 100,
	-math.MaxInt64, -math.MaxInt64 + 1, math.MinInt64, -math.MaxInt64/2 - 1, 1, 0, -1,
}

// FuzzTotals compares the totals of amounts, and of lines that ask for them, with sums of
// math/big. Nine bytes are an amount: its number, and its currency or none.
func FuzzTotals(f *testing.F) {
	for _, numbers := range [][]int64{{1, 2}, {math.MaxInt64, 1}, {math.MaxInt64, 1, -1}, {-math.MaxInt64, -1}, {math.MaxInt64, math.MaxInt64}, {math.MaxInt64, math.MaxInt64, -math.MaxInt64}} {
		var data []byte
		for _, n := range numbers {
			data = append(binary.BigEndian.AppendUint64(data, uint64(n)), byte(payment.VND))
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var amounts []payment.Money
		for ; len(data) >= 9; data = data[9:] {
			m, _ := payment.NewMoney(int64(binary.BigEndian.Uint64(data)), payment.Currency(data[8]%byte(1+len(currencyDigits))))
			amounts = append(amounts, m) // what is no amount is nothing
		}
		checkTotals(t, amounts)
	})
}

// FuzzWords reads the words back.
func FuzzWords(f *testing.F) {
	for _, n := range []int64{0, 1, 15, 21, 24, 105, 1005021015, 1e18, 1e18 + 5e9, math.MaxInt64, -math.MaxInt64, 2550, 5} {
		f.Add(n, uint8(0))
		f.Add(n, uint8(1))
	}
	f.Fuzz(func(t *testing.T, n int64, currency uint8) {
		if m, err := payment.NewMoney(n, allCurrencies()[int(currency)%len(currencyDigits)]); err == nil {
			checkWords(t, m)
		}
	})
}

// FuzzParseLine: a line without faults is sound, and comes back from what is written.
func FuzzParseLine(f *testing.F) {
	f.Add([]byte(soundLine))
	for _, c := range badLines {
		f.Add([]byte(strings.Replace(soundLine, c.old, c.new, 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		line, faults := payment.ParseLine(data)
		places(faults)
		if faults.Err() != nil {
			return
		}
		text, err := json.Marshal(line)
		if err != nil {
			t.Fatalf("%q cannot be written: %v", data, err)
		}
		if again, faults := payment.ParseLine(text); faults != nil || !(len(line.Changes) == 0 || reflect.DeepEqual(again, line)) {
			t.Fatalf("%q is written %s: %v", data, text, faults)
		}
		if line.Amount.Sign() < 0 || line.Support.Minor() > line.Amount.Minor() || line.Amount.Minor() > line.Full.Minor() {
			t.Fatalf("%+v", line)
		}
	})
}
