package sample_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/payment"
)

// priced is a filing and what it costs, worked out by hand.
type priced struct {
	code motcua.ProcedureCode
	on   string
	q    fee.Question // channel, case, unit, quantities, values, answers
	want string       // totals, or the codes of a refusal
	why  string
}

const (
	inPerson = motcua.ChannelInPerson
	online   = motcua.ChannelOnline
	post     = motcua.ChannelPost
)

func count(n string) motcua.Decimal {
	d, err := motcua.ParseDecimal(n)
	if err != nil {
		panic(err)
	}
	return d
}

func of(unit, n string) map[string]motcua.Decimal {
	return map[string]motcua.Decimal{unit: count(n)}
}

func worth(id, amount string) map[string]payment.Money {
	return map[string]payment.Money{id: payment.MustMoney(amount)}
}

func answers(pairs ...any) map[string]motcua.Scalar {
	m := map[string]motcua.Scalar{}
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case bool:
			m[pairs[i].(string)] = motcua.FlagScalar(v)
		case string:
			m[pairs[i].(string)] = motcua.TextScalar(v)
		}
	}
	return m
}

// quoted is the answer to a row: the totals, or the codes of the refusal.
func quoted(t *testing.T, row priced) (fee.Quote, string) {
	t.Helper()
	p, ok := sample.Catalog().At(day(row.on), time.Time{}).Lookup(row.code)
	if !ok {
		return fee.Quote{}, "no version"
	}
	row.q.Date = day(row.on)
	quote, err := p.Quote(sample.Tables(), row.q)
	var parts []string
	var refusal *fee.RefusalError
	switch {
	case errors.As(err, &refusal):
		for _, r := range refusal.Reasons {
			parts = append(parts, r.Code)
		}
	case err != nil:
		t.Errorf("%s on %s: %v", row.code, row.on, err)
	default:
		for _, m := range quote.Totals {
			parts = append(parts, m.String())
		}
	}
	return quote, strings.Join(parts, ", ")
}

func priceAll(t *testing.T, rows []priced) {
	t.Helper()
	for _, row := range rows {
		quote, got := quoted(t, row)
		if got != row.want {
			t.Errorf("%s on %s by %v: %s, want %s: %s", row.code, row.on, row.q.Channel, got, row.want, row.why)
		}
		for _, line := range quote.Lines {
			if faults := line.Check(); faults.Err() != nil {
				t.Errorf("%s on %s: %v", row.code, row.on, faults)
			}
		}
	}
}
