package payment_test

import (
	"testing"
	"unsafe"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// TestSize: an amount is two words, so that slices of them stay small.
func TestSize(t *testing.T) {
	if size := unsafe.Sizeof(payment.Money{}); size != 16 {
		t.Errorf("%d bytes", size)
	}
}

// Results go to package variables, lest the compiler leave the work out.
var (
	result payment.Money
	failed error
)

// free are the operations that do not allocate.
func free() map[string]func() {
	a, b := payment.MustMoney("70000 VND"), payment.MustMoney("8000 VND")
	p := motcua.MustDecimal("33.3333")
	tiny := motcua.MustDecimal("3.333333333333333333")
	return map[string]func(){
		"Add":           func() { result, failed = a.Add(b) },
		"Sub":           func() { result, failed = a.Sub(b) },
		"Neg":           func() { result = a.Neg() },
		"Cmp":           func() { _, failed = a.Cmp(b) },
		"Mul":           func() { result, failed = a.Mul(-3) },
		"Times":         func() { result, failed = a.Times(p, payment.HalfEven) },
		"Percent":       func() { result, failed = a.Percent(p, payment.HalfUp) },
		"Percent-18":    func() { result, failed = a.Percent(tiny, payment.HalfUp) },
		"Share":         func() { result, failed = a.Share(2, 3, payment.Up) },
		"NewMoney":      func() { result, failed = payment.NewMoney(5, payment.USD) },
		"ParseCurrency": func() { _, failed = payment.ParseCurrency("USD") },
	}
}

func TestNoAllocation(t *testing.T) {
	for name, run := range free() {
		if n := testing.AllocsPerRun(100, run); n != 0 || failed != nil {
			t.Errorf("%s: %v allocations, %v", name, n, failed)
		}
	}
}

func BenchmarkMoney(b *testing.B) {
	m, other := payment.MustMoney("70000 VND"), payment.MustMoney("8000 VND")
	b.Run("Add-loop", func(b *testing.B) { // without a call through a variable
		for b.Loop() {
			result, failed = m.Add(other)
		}
	})
	all := free()
	for _, name := range []string{"Sub", "Cmp", "Mul", "Times", "Percent", "Percent-18", "Share"} {
		run := all[name]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
}

func BenchmarkText(b *testing.B) {
	m, line := payment.MustMoney("1005021015 VND"), payment.Line{}
	written := []byte(`{"amount":"70000","currency":"VND"}`)
	spaced := []byte(`{"amount": "70000", "currency": "VND"}`)
	lines := make([]payment.Line, 10)
	for i := range lines {
		lines[i].Amount = m
	}
	for _, c := range []struct {
		name string
		run  func()
	}{
		{"ParseMoney", func() { result, failed = payment.ParseMoney("70000 VND") }},
		{"String", func() { _ = m.String() }},
		{"Text", func() { _ = m.Text() }},
		{"Words", func() { _ = m.Words() }},
		{"MarshalJSON", func() { _, failed = m.MarshalJSON() }},
		{"UnmarshalJSON-written", func() { failed = result.UnmarshalJSON(written) }},
		{"UnmarshalJSON-spaced", func() { failed = result.UnmarshalJSON(spaced) }},
		{"ParseLine", func() { line, _ = payment.ParseLine([]byte(soundLine)) }},
		{"Check", func() { _ = line.Check() }},
		{"LineTotals-10", func() { _, failed = payment.LineTotals(lines) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.run()
			}
		})
	}
}
