package payment_test

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

const (
	most  = "9223372036854775807 VND"
	least = "-9223372036854775807 VND"
)

// TestRoundings: what no exact amount answers, on both sides of 0.
func TestRoundings(t *testing.T) {
	for _, c := range []struct {
		of, percent                  string
		halfUp, halfEven, down, upTo string
	}{
		{"5 VND", "50", "3", "2", "2", "3"}, // a tie, the lower neighbour even
		{"7 VND", "50", "4", "4", "3", "4"}, // a tie, the upper neighbour even
		{"-5 VND", "50", "-3", "-2", "-2", "-3"},
		{"-7 VND", "50", "-4", "-4", "-3", "-4"},
		{"1 VND", "49.999999999999999", "0", "0", "0", "1"}, // a hair below the tie
		{"1 VND", "50.000000000000001", "1", "1", "0", "1"}, // a hair above it
		{"1 VND", "0.000000000000000001", "0", "0", "0", "1"},
		{"100 VND", "0.555000000000000000", "1", "1", "0", "1"}, // the half of the divisor carries
		{"1 VND", "9.223372036854775807", "0", "0", "0", "1"},   // as much as 18 decimals state
		{"100 VND", "0.500000000000000000", "1", "0", "0", "1"},
		{"300 VND", "0.500000000000000000", "2", "2", "1", "2"},
		{"100 VND", "0.500000000000000001", "1", "1", "0", "1"}, // the last decimal decides
		{"100 VND", "0.499999999999999999", "0", "0", "0", "1"},
		{"10 VND", "0.50000000000000000", "0", "0", "0", "1"}, // 17 decimals
		{"0.05 USD", "10", "0.01", "0.00", "0.00", "0.01"},
		{"0.25 USD", "10", "0.03", "0.02", "0.02", "0.03"},
		{"70000 VND", "50", "35000", "35000", "35000", "35000"}, // exact
		{"5 VND", "-50", "-3", "-2", "-2", "-3"},
		{"5 VND", "0", "0", "0", "0", "0"},
		{most, "100", "9223372036854775807", "9223372036854775807", "9223372036854775807", "9223372036854775807"},
	} {
		m := payment.MustMoney(c.of)
		for i, want := range []string{c.halfUp, c.halfEven, c.down, c.upTo} {
			got, err := m.Percent(motcua.MustDecimal(c.percent), roundings[i])
			if err != nil || got.Amount() != want || got.Currency() != m.Currency() {
				t.Errorf("%s %% of %s, %v: %v, %v, want %s", c.percent, c.of, roundings[i], got, err, want)
			}
		}
	}
}

func TestTimes(t *testing.T) {
	for _, c := range []struct{ of, by, want string }{
		{"2000 VND", "2.5", "5000 VND"}, // pages and a half
		{"0.01 USD", "0.5", "0.01 USD"},
		{"3 VND", "0.333333333333333333", "1 VND"},
		{most, "0.5", "4611686018427387904 VND"},
		{"1 VND", "9223372036854775807", most},
		{"1000000 JPY", "0", "0 JPY"},
	} {
		if got, err := payment.MustMoney(c.of).Times(motcua.MustDecimal(c.by), payment.HalfUp); err != nil || got.String() != c.want {
			t.Errorf("%s × %s = %v, %v, want %s", c.of, c.by, got, err, c.want)
		}
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		of       string
		num, den int64
		want     string
	}{
		{"100 VND", 1, 3, "33 VND"},
		{"100 VND", -2, 3, "-67 VND"},
		{"-100 VND", -2, -3, "-67 VND"},
		{"100 VND", math.MinInt64, math.MinInt64, "100 VND"}, // has no opposite
		{"4 VND", math.MinInt64, math.MaxInt64, "-4 VND"},
		{most, math.MaxInt64, math.MaxInt64, most}, // in 128 bits
		{least, 1, -1, most},
		{"5 VND", 0, -7, "0 VND"},
	} {
		if got, err := payment.MustMoney(c.of).Share(c.num, c.den, payment.HalfUp); err != nil || got.String() != c.want {
			t.Errorf("%s × %d / %d = %v, %v, want %s", c.of, c.num, c.den, got, err, c.want)
		}
	}
}

// TestNoResult: every operation that has no result says which, and of which class.
func TestNoResult(t *testing.T) {
	dong, dollar := payment.MustMoney("1 VND"), payment.MustMoney("1 USD")
	big, small, q := payment.MustMoney(most), payment.MustMoney(least), motcua.MustDecimal
	edge := payment.MustMoney("6148914691236517205 VND") // three halves are the most and a half
	if m, err := edge.Share(3, 2, payment.Down); m != big || err != nil {
		t.Errorf("rounded into range: %v, %v", m, err)
	}
	type result func() (payment.Money, error)
	for _, c := range []struct {
		name  string
		of    result
		class error // nil: a *MismatchError
		says  string
	}{
		{"sum", func() (payment.Money, error) { return big.Add(dong) }, motcua.ErrOverflow, most + " + 1 VND: out of range"},
		{"to the number without opposite", func() (payment.Money, error) { return small.Add(dong.Neg()) }, motcua.ErrOverflow, least + " + -1 VND: out of range"},
		{"far below", func() (payment.Money, error) { return small.Add(small) }, motcua.ErrOverflow, least + " + " + least + ": out of range"},
		{"difference", func() (payment.Money, error) { return small.Sub(dong) }, motcua.ErrOverflow, least + " - 1 VND: out of range"},
		{"product", func() (payment.Money, error) { return big.Mul(-2) }, motcua.ErrOverflow, most + " × -2: out of range"},
		{"smallest product", func() (payment.Money, error) { return dong.Mul(math.MinInt64) }, motcua.ErrOverflow, "1 VND × -9223372036854775808: out of range"},
		{"times", func() (payment.Money, error) { return big.Times(q("1.1"), payment.Down) }, motcua.ErrOverflow, most + " × 1.1: out of range"},
		{"rounded out of range", func() (payment.Money, error) { return edge.Share(3, 2, payment.HalfUp) }, motcua.ErrOverflow, "6148914691236517205 VND × 3 / 2: out of range"},
		{"percent", func() (payment.Money, error) { return big.Percent(q("9223372036854775807"), payment.Down) }, motcua.ErrOverflow, "9223372036854775807 % of " + most + ": out of range"},
		{"share", func() (payment.Money, error) { return big.Share(3, 2, payment.Down) }, motcua.ErrOverflow, most + " × 3 / 2: out of range"},
		{"division", func() (payment.Money, error) { return dong.Share(1, 0, payment.Down) }, payment.ErrDivision, "1 VND × 1 / 0: division by zero"},
		{"no rounding", func() (payment.Money, error) { return dong.Times(q("2"), 0) }, payment.ErrRounding, "1 VND × 2: no such rounding"},
		{"foreign rounding", func() (payment.Money, error) { return dong.Percent(q("2"), payment.Up+1) }, payment.ErrRounding, "2 % of 1 VND: no such rounding"},
		{"no currency", func() (payment.Money, error) { return payment.NewMoney(1, 0) }, payment.ErrCurrency, "1 currency(0): no such currency"},
		{"foreign currency", func() (payment.Money, error) { return payment.NewMoney(0, 255) }, payment.ErrCurrency, "0 currency(255): no such currency"},
		{"no opposite", func() (payment.Money, error) { return payment.NewMoney(math.MinInt64, payment.VND) }, motcua.ErrOverflow, "-9223372036854775808 VND: out of range"},
		{"mixed sum", func() (payment.Money, error) { return dong.Add(dollar) }, nil, "1 VND and 1.00 USD are in different currencies"},
		{"mixed sum out of range", func() (payment.Money, error) { return big.Add(dollar) }, nil, most + " and 1.00 USD are in different currencies"},
		{"mixed difference", func() (payment.Money, error) { return dong.Sub(dollar) }, nil, "1 VND and 1.00 USD are in different currencies"},
		{"mixed with 0", func() (payment.Money, error) { return dong.Sub(payment.MustMoney("0 USD")) }, nil, "1 VND and 0.00 USD are in different currencies"},
		{"mixed order", func() (payment.Money, error) { _, err := dong.Cmp(dollar); return payment.Money{}, err }, nil, "1 VND and 1.00 USD are in different currencies"},
	} {
		got, err := c.of()
		if got != (payment.Money{}) || err == nil || err.Error() != c.says {
			t.Errorf("%s: %v, %v, want %s", c.name, got, err, c.says)
		}
		var typed *payment.ArithmeticError
		var mixed *payment.MismatchError
		if c.class != nil && (!errors.As(err, &typed) || !errors.Is(err, c.class)) || c.class == nil && (!errors.As(err, &mixed) || mixed.A.Currency() == mixed.B.Currency()) {
			t.Errorf("%s: error of type %T", c.name, err)
		}
	}
}

func TestTotals(t *testing.T) {
	for _, c := range []struct {
		name     string
		in, want []string
	}{
		{"nothing", nil, nil},
		{"the zero Money", []string{""}, nil},
		{"0 đồng stays", []string{"0 VND", ""}, []string{"0 VND"}},
		{"đồng first", []string{"1 USD", "2 VND", "0.50 USD", "3 JPY"}, []string{"2 VND", "1.50 USD", "3 JPY"}},
		{"too much on the way", []string{most, most, least}, []string{most}},
		{"too little on the way", []string{least, least, most}, []string{least}},
		{"to nothing", []string{"5 VND", "-5 VND"}, []string{"0 VND"}},
	} {
		var amounts []payment.Money
		for _, s := range c.in {
			m, _ := payment.ParseMoney(s) // "" is the zero Money
			amounts = append(amounts, m)
		}
		totals, err := payment.Totals(amounts)
		var got []string
		for _, m := range totals {
			got = append(got, m.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v, (-want +got):\n%s", c.name, err, diff)
		}
	}
	// The sum that has no opposite does not fit either.
	for _, last := range []string{"-1 VND", least} {
		totals, err := payment.Totals([]payment.Money{payment.MustMoney(least), payment.MustMoney(last), payment.MustMoney("1 USD")})
		var typed *payment.ArithmeticError
		if totals != nil || !errors.As(err, &typed) || !errors.Is(err, motcua.ErrOverflow) {
			t.Errorf("%v, %v", totals, err)
		}
	}
}
