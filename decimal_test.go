package motcua_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"

	"github.com/motcua/motcua"
)

func TestParseDecimal(t *testing.T) {
	for _, c := range []struct {
		in    string
		coef  int64
		scale int
	}{
		{"0", 0, 0},
		{"0.00", 0, 2}, // two digits were stated
		{"1.50", 150, 2},
		{"-1.5", -15, 1},
		{"0.05", 5, 2},
		{"-0.05", -5, 2},
		{"100", 100, 0},
		{"9223372036854775807", math.MaxInt64, 0},
		{"-9223372036854775807", -math.MaxInt64, 0},
		{"0.000000000000000001", 1, 18},
		{"-9.223372036854775807", -math.MaxInt64, 18},
	} {
		d, err := motcua.ParseDecimal(c.in)
		if err != nil || d.Coef() != c.coef || d.Scale() != c.scale || d.String() != c.in {
			t.Errorf("ParseDecimal(%q) = %d, %d, %v, writes %q", c.in, d.Coef(), d.Scale(), err, d)
		}
		if made, err := motcua.NewDecimal(c.coef, c.scale); made != d || err != nil {
			t.Errorf("NewDecimal(%d, %d) = %v, %v", c.coef, c.scale, made, err)
		}
	}
}

func TestParseDecimalRefuses(t *testing.T) {
	for _, c := range []struct {
		in       string
		overflow bool
	}{
		{"", false},
		{"-", false},
		{".", false},
		{"-.", false},
		{".5", false}, // a side of the point is missing
		{"1.", false},
		{"+1", false},
		{"--1", false},
		{"1.-5", false}, // a sign inside
		{"1.+5", false},
		{"00", false}, // leading zeros
		{"01.5", false},
		{"-00.5", false},
		{"-0", false}, // zero has no sign
		{"-0.00", false},
		{" 1", false},
		{"1 ", false},
		{"1 000", false},
		{"1,5", false}, // the decimal comma of Vietnamese print
		{"1.000,5", false},
		{"1.2.3", false},
		{"1e3", false},
		{"0x1", false},
		{"1_000", false},
		{"NaN", false},
		{"Inf", false},
		{"١", false}, // Arabic-Indic digit
		{"１", false}, // full-width digit
		{"1\x00", false},
		{"9223372036854775808", true},
		{"-9223372036854775808", true}, // has no opposite
		{"9.2233720368547758070", true},
		{"0.0000000000000000000", true}, // 19 decimals
		{"99999999999999999999999999999999", true},
	} {
		d, err := motcua.ParseDecimal(c.in)
		var parse *motcua.ParseError
		if !errors.As(err, &parse) || parse.Input != c.in || d != (motcua.Decimal{}) {
			t.Errorf("ParseDecimal(%q) = %v, %v, want a *ParseError", c.in, d, err)
		}
		if errors.Is(err, motcua.ErrOverflow) != c.overflow {
			t.Errorf("ParseDecimal(%q) gives %v; ErrOverflow: %v", c.in, err, !c.overflow)
		}
	}
	mustPanic(t, func() { motcua.MustDecimal("1,5") })
}

func TestNewDecimalRefuses(t *testing.T) {
	for _, c := range []struct {
		coef  int64
		scale int
	}{
		{math.MinInt64, 0},
		{1, -1},
		{1, 19},
		{1, 256}, // would be 0 in eight bits
	} {
		if d, err := motcua.NewDecimal(c.coef, c.scale); !errors.Is(err, motcua.ErrOverflow) {
			t.Errorf("NewDecimal(%d, %d) = %v, %v, want ErrOverflow", c.coef, c.scale, d, err)
		}
	}
}

func TestDecimalZero(t *testing.T) {
	var d motcua.Decimal
	if !d.IsZero() || d.Sign() != 0 || d.String() != "0" || d.Neg() != d || d != motcua.MustDecimal("0") {
		t.Errorf("the zero value is %v", d)
	}
	if z := motcua.MustDecimal("0.00"); !z.IsZero() || z == d || z.Cmp(d) != 0 || z.Neg() != z {
		t.Errorf("0.00 is %v", z)
	}
	if b, err := json.Marshal(d); err != nil || string(b) != `"0"` {
		t.Errorf("in JSON the zero value is %s, %v", b, err)
	}
}

func TestDecimalCmp(t *testing.T) {
	rising := []string{
		"-9223372036854775807", "-922337203685477580.7", "-10", "-9.9", "-1", "-0.000000000000000001", "0",
		"0.000000000000000001", "0.1", "0.11", "1", "1.000000000000000001", "9.9", "10",
		"922337203685477580.7", "9223372036854775806", "9223372036854775807",
	}
	for i, a := range rising {
		for j, b := range rising {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := motcua.MustDecimal(a).Cmp(motcua.MustDecimal(b)); got != want {
				t.Errorf("%s against %s is %d, want %d", a, b, got, want)
			}
		}
	}
	if motcua.MustDecimal("1.50").Cmp(motcua.MustDecimal("1.5")) != 0 || motcua.MustDecimal("-2").Cmp(motcua.MustDecimal("-2.000")) != 0 {
		t.Error("scale changes the number")
	}
}

// TestDecimalEdges has the sums and products at the edge of what fits.
func TestDecimalEdges(t *testing.T) {
	for _, c := range []struct{ a, op, b, want string }{
		{"1.5", "+", "0.25", "1.75"},
		{"1.5", "+", "0.50", "2.00"}, // the larger scale
		{"1.5", "-", "1.5", "0.0"},
		{"-1", "-", "0.001", "-1.001"},
		{"9223372036854775806", "+", "1", "9223372036854775807"},
		{"9223372036854775807", "+", "1", "overflow"},
		{"-9223372036854775807", "-", "1", "overflow"},
		{"922337203685477581", "-", "0.3", "922337203685477580.7"}, // passes 64 bits on the way
		{"922337203685477581", "-", "0.2", "overflow"},
		{"-922337203685477581", "+", "0.3", "-922337203685477580.7"},
		{"0.3", "-", "922337203685477581", "-922337203685477580.7"},
		{"9223372036854775807", "-", "9.223372036854775807", "overflow"},
		{"1", "+", "0.000000000000000001", "1.000000000000000001"},
		{"10", "+", "0.000000000000000001", "overflow"}, // twenty digits
		{"1.5", "*", "1.5", "2.25"},
		{"-1.50", "*", "0.2", "-0.300"},
		{"-1", "*", "0.0", "0.0"}, // no minus zero
		{"3037000500", "*", "3037000500", "overflow"},
		{"3037000499", "*", "3037000499", "9223372030926249001"},
		{"0.000000001", "*", "0.000000001", "0.000000000000000001"},
		{"0.000000001", "*", "0.0000000001", "overflow"}, // 19 decimals
		{"9223372036854775807", "*", "-1", "-9223372036854775807"},
	} {
		a, b := motcua.MustDecimal(c.a), motcua.MustDecimal(c.b)
		verb := map[string]func(motcua.Decimal) (motcua.Decimal, error){"+": a.Add, "-": a.Sub, "*": a.Mul}[c.op]
		got, err := verb(b)
		if c.want == "overflow" {
			if !errors.Is(err, motcua.ErrOverflow) || got != (motcua.Decimal{}) {
				t.Errorf("%s %s %s = %v, %v, want ErrOverflow", c.a, c.op, c.b, got, err)
			}
		} else if err != nil || got.String() != c.want {
			t.Errorf("%s %s %s = %v, %v, want %s", c.a, c.op, c.b, got, err, c.want)
		}
	}
}

func TestDecimalRound(t *testing.T) {
	for _, c := range []struct {
		in      string
		scale   int
		round   string
		rescale string
	}{
		{"1.25", 1, "1.3", "inexact"},
		{"1.24", 1, "1.2", "inexact"},
		{"1.249999", 1, "1.2", "inexact"}, // rounded once, not digit by digit
		{"-1.25", 1, "-1.3", "inexact"},   // a tie goes away from zero
		{"0.5", 0, "1", "inexact"},
		{"-0.5", 0, "-1", "inexact"},
		{"-0.4", 0, "0", "inexact"}, // no minus zero
		{"99.995", 2, "100.00", "inexact"},
		{"1.20", 1, "1.2", "1.2"},
		{"1.2", 3, "1.200", "1.200"},
		{"0", 18, "0.000000000000000000", "0.000000000000000000"},
		{"9.223372036854775807", 0, "9", "inexact"},
		{"0.500000000000000000", 0, "1", "inexact"}, // the widest step down
		{"0.499999999999999999", 0, "0", "inexact"},
		{"10", 18, "overflow", "overflow"},
		{"9223372036854775807", 1, "overflow", "overflow"},
		{"1", -1, "overflow", "overflow"},
		{"1", 19, "overflow", "overflow"},
	} {
		d := motcua.MustDecimal(c.in)
		got, err := d.Round(c.scale)
		checkResult(t, c.in+" rounded", got, err, c.round)
		got, err = d.Rescale(c.scale)
		checkResult(t, c.in+" rescaled", got, err, c.rescale)
	}
}

func checkResult(t *testing.T, what string, got motcua.Decimal, err error, want string) {
	t.Helper()
	class := map[string]error{"overflow": motcua.ErrOverflow, "inexact": motcua.ErrInexact}[want]
	switch {
	case class != nil && (!errors.Is(err, class) || got != (motcua.Decimal{})):
		t.Errorf("%s = %v, %v, want %v", what, got, err, class)
	case class == nil && (err != nil || got.String() != want):
		t.Errorf("%s = %v, %v, want %s", what, got, err, want)
	}
}

func TestDecimalJSON(t *testing.T) {
	var list []motcua.Decimal
	const text = `["19.20","-0.5","0.00"]`
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		t.Fatal(err)
	}
	if b, err := json.Marshal(list); err != nil || string(b) != text {
		t.Errorf("wrote %s, %v", b, err)
	}
	for _, bad := range []string{`19.2`, `"1e3"`, `""`, `true`, `{}`} { // a JSON number has lost its scale
		d := motcua.MustDecimal("7")
		if err := json.Unmarshal([]byte(bad), &d); err == nil || d.String() != "7" {
			t.Errorf("%s is read as %v, %v", bad, d, err)
		}
	}
}
