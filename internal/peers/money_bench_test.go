package peers

import (
	"testing"

	gomoney "github.com/Rhymond/go-money"
	"github.com/govalues/decimal"
	govalues "github.com/govalues/money"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// A reckoner does one operation for each of the amounts that were picked.
type reckoner struct {
	name string
	ours bool
	run  func() error
	said func() []string // what the last run came to
}

// fees are the amounts, in đồng, from 1 500 to 219 984: an eighth of every other one is a
// tie, which has to be rounded.
func fees() (all [picked]int64) {
	for i := range all {
		all[i] = 1500 + 3468*int64(i)
	}
	return all
}

// over makes something of each of the fees.
func over[T any](tb testing.TB, of func(int64) (T, error)) []T {
	tb.Helper()
	made := make([]T, 0, picked)
	for _, fee := range fees() {
		m, err := of(fee)
		if err != nil {
			tb.Fatal(err)
		}
		made = append(made, m)
	}
	return made
}

// fold adds amounts up. Each addition needs the sum before it, and the last is kept: none
// can be left out.
func fold[T any](name string, ours bool, amounts []T, add func(T, T) (T, error), say func(T) string) reckoner {
	var last T
	return reckoner{name, ours, func() error {
		sum := amounts[0]
		for _, m := range amounts {
			var err error
			if sum, err = add(sum, m); err != nil {
				return err
			}
		}
		last = sum
		return nil
	}, func() []string { return []string{say(last)} }}
}

// each does something with each of many, and keeps what it comes to.
func each[T, R any](name string, ours bool, of []T, do func(T) (R, error), say func(R) string) reckoner {
	results := make([]R, len(of))
	return reckoner{name, ours, func() error {
		for i, one := range of {
			var err error
			if results[i], err = do(one); err != nil {
				return err
			}
		}
		return nil
	}, func() []string {
		var said []string
		for _, r := range results {
			said = append(said, say(r))
		}
		return said
	}}
}

func inDong(n int64) (payment.Money, error) { return payment.NewMoney(n, payment.VND) }

func inGovalues(n int64) (govalues.Amount, error) { return govalues.NewAmountFromMinorUnits("VND", n) }

func inDecimal(n int64) (decimal.Decimal, error) { return decimal.New(n, 0) }

func inGoMoney(n int64) (*gomoney.Money, error) { return gomoney.New(n, gomoney.VND), nil }

func sayGovalues(a govalues.Amount) string { return a.Decimal().String() }

func sayGoMoney(m *gomoney.Money) string { return decimal.MustNew(m.Amount(), 0).String() }

// adders add amounts of đồng up. The decimals have no currency to look at, and go-money
// does not look whether the sum fits.
func adders(tb testing.TB) []reckoner {
	tb.Helper()
	return []reckoner{
		fold("ours", true, over(tb, inDong), payment.Money.Add, payment.Money.Amount),
		fold("govalues/money", false, over(tb, inGovalues), govalues.Amount.Add, sayGovalues),
		fold("govalues/decimal", false, over(tb, inDecimal), decimal.Decimal.Add, decimal.Decimal.String),
		fold("go-money", false, over(tb, inGoMoney), func(a, b *gomoney.Money) (*gomoney.Money, error) { return a.Add(b) }, sayGoMoney),
	}
}

// percenters take 12.5 percent, a tie to the even đồng. The rivals multiply by the
// fraction, made beforehand, and round; go-money has nothing of the kind.
func percenters(tb testing.TB) []reckoner {
	tb.Helper()
	percent, eighth := motcua.MustDecimal("12.5"), decimal.MustParse("0.125")
	return []reckoner{
		each("ours", true, over(tb, inDong), func(m payment.Money) (payment.Money, error) {
			return m.Percent(percent, payment.HalfEven)
		}, payment.Money.Amount),
		each("govalues/money", false, over(tb, inGovalues), func(a govalues.Amount) (govalues.Amount, error) {
			part, err := a.Mul(eighth)
			return part.RoundToCurr(), err
		}, sayGovalues),
		each("govalues/decimal", false, over(tb, inDecimal), func(d decimal.Decimal) (decimal.Decimal, error) {
			part, err := d.Mul(eighth)
			return part.Round(0), err
		}, decimal.Decimal.String),
	}
}

// readers read texts such as "1500" as amounts of đồng. Only ours/text finds the currency in
// the same text; govalues/money finds it by its code, ours/amount is given it, the decimals
// have none. go-money reads JSON alone, through a float64.
func readers(tb testing.TB) []reckoner {
	tb.Helper()
	texts := over(tb, func(n int64) (string, error) { return decimal.MustNew(n, 0).String(), nil })
	whole := over(tb, func(n int64) (string, error) { return decimal.MustNew(n, 0).String() + " VND", nil })
	return []reckoner{
		each("ours/text", true, whole, payment.ParseMoney, payment.Money.Amount),
		each("ours/amount", true, texts, func(s string) (payment.Money, error) { return payment.ParseAmount(s, payment.VND) }, payment.Money.Amount),
		each("govalues/money", false, texts, func(s string) (govalues.Amount, error) { return govalues.ParseAmount("VND", s) }, sayGovalues),
		each("govalues/decimal", false, texts, decimal.Parse, decimal.Decimal.String),
	}
}

// BenchmarkMoney does an operation for each amount that was picked, and reports the time
// of one.
func BenchmarkMoney(b *testing.B) {
	for _, work := range moneyWork {
		for _, r := range work.of(b) {
			b.Run(work.name+"/"+r.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := r.run(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/picked, "ns/one")
			})
		}
	}
}
