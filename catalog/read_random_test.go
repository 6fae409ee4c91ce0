package catalog

import (
	"encoding"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// randomProcedure draws a procedure all of whose fields may be set.
func randomProcedure(t *rapid.T) *Procedure {
	var p Procedure
	random(t, reflect.ValueOf(&p).Elem(), 0)
	return &p
}

// mostRandom is how deep conditions, which hold conditions, are drawn.
const mostRandom = 9

// random draws a value of any type a procedure holds. A type that reads itself and is
// not among those of drawn is an enum, or fails the test.
func random(t *rapid.T, v reflect.Value, depth int) {
	if text, ok := drawn(t, v.Type()); ok {
		v.Set(reflect.ValueOf(text))
		return
	}
	_, named := v.Addr().Interface().(encoding.TextUnmarshaler)
	switch v.Kind() {
	case reflect.Uint8:
		v.SetUint(rapid.SampledFrom(members(v.Type())).Draw(t, v.Type().Name()))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "flag"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64().Draw(t, "number"))
	case reflect.String:
		if named {
			t.Fatalf("%s reads itself and has no row in the test", v.Type())
		}
		v.SetString(randomText(t))
	case reflect.Pointer:
		if depth < mostRandom && rapid.Bool().Draw(t, "set") {
			v.Set(reflect.New(v.Type().Elem()))
			random(t, v.Elem(), depth+1)
		}
	case reflect.Slice:
		n := 0
		if depth < mostRandom {
			n = rapid.IntRange(0, 2).Draw(t, "length")
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			random(t, v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !strings.Contains(f.Tag.Get("json"), "omit") || rapid.Bool().Draw(t, f.Name) {
				random(t, v.Field(i), depth+1)
			}
		}
	default:
		t.Fatalf("%s is of a kind the test does not know", v.Type())
	}
}

// members are the values of an enum that have a name.
func members(t reflect.Type) []uint64 {
	var out []uint64
	for i := range uint64(256) {
		v := reflect.New(t)
		v.Elem().SetUint(i)
		m, ok := v.Interface().(encoding.TextMarshaler)
		if _, err := m.MarshalText(); ok && err == nil {
			out = append(out, i)
		}
	}
	return out
}

// randomText draws what texts are made of, and what JSON makes much of.
func randomText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
		"Giấy khai sinh", "a", "\n", `"`, `\`, "<b>&amp;", "\u2028", "\x01", "😀", "\t", "đ", "o\u031b\u0300", "/", "\x7f", "\uFFFD",
	}), 0, 4).Draw(t, "text"), "")
}

// drawn draws a value of a type that reads itself and is no enum.
func drawn(t *rapid.T, of reflect.Type) (any, bool) {
	pick := func(values ...any) (any, bool) { return rapid.SampledFrom(values).Draw(t, of.String()), true }
	switch of {
	case reflect.TypeFor[motcua.ProcedureCode]():
		return pick(motcua.ProcedureCode("1.001193"), motcua.ProcedureCode("2.000635.000.00.00.H22"))
	case reflect.TypeFor[motcua.UnitCode]():
		return pick(motcua.UnitCode("H44"), motcua.UnitCode("G03.12"))
	case reflect.TypeFor[motcua.ResultCode]():
		return pick(motcua.ResultCode("KQ.G12.001083"), motcua.ResultCode("000.00.00.G11-KQ1711"))
	case reflect.TypeFor[motcua.Date]():
		return pick(motcua.MustDate("2025-07-01"), motcua.MustDate("0001-01-01"), motcua.MustDate("9999-12-31"))
	case reflect.TypeFor[motcua.Decimal]():
		return pick(motcua.MustDecimal("1.50"), motcua.MustDecimal("-0.000000000000000001"), motcua.MustDecimal("0"))
	case reflect.TypeFor[time.Time]():
		return pick(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC), time.Date(2026, 3, 1, 8, 0, 0, 5, time.FixedZone("", 7*3600)))
	case reflect.TypeFor[motcua.Scalar]():
		return pick(motcua.TextScalar(randomText(t)), motcua.NumberScalar(-7), motcua.FlagScalar(true), motcua.Scalar{})
	case reflect.TypeFor[payment.Money]():
		return pick(payment.MustMoney("70000 VND"), payment.MustMoney("-1 USD"), payment.Money{})
	case reflect.TypeFor[workday.Clock]():
		return pick(workday.Clock(15*60), workday.Clock(24*60))
	}
	return nil, false
}

func TestPlanKnowsEverything(t *testing.T) {
	seen := map[*plan]bool{}
	var walk func(at string, p *plan)
	walk = func(at string, p *plan) {
		if p == nil || seen[p] {
			return
		}
		seen[p] = true
		if p.shape == shapeNone {
			t.Errorf("%s is left to the slow reader", at)
		}
		walk(at+"[]", p.elem)
		for _, m := range p.members {
			walk(at+"/"+m.name, m.plan)
		}
	}
	walk("", procedurePlan())
}
