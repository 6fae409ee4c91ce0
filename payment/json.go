package payment

import (
	"bytes"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// moneyMembers is the JSON form of Money.
type moneyMembers struct {
	Amount   string   `json:"amount"`
	Currency Currency `json:"currency,omitzero"`
}

const (
	beginAmount   = `{"amount":"`
	beginCurrency = `","currency":"`
	endMoney      = `"}`
)

// MarshalJSON writes {"amount":"25.50","currency":"USD"}, and {"amount":"0"} for the
// zero Money. It never fails.
func (m Money) MarshalJSON() ([]byte, error) {
	b := m.appendAmount([]byte(beginAmount))
	if m.currency != 0 {
		b = append(append(b, beginCurrency...), m.currency.row().code...)
	}
	return append(b, endMoney...), nil
}

// UnmarshalJSON reads an amount as a string with the code of its currency, which only
// 0 may lack. Other members, numbers and null are refused. What is wrong is a
// [motcua.Faults] with pointers, all at once, and m keeps its value.
func (m *Money) UnmarshalJSON(data []byte) error {
	if read, ok := asWritten(data); ok {
		*m = read
		return nil
	}
	in, faults := strict.Read(data, func(in *moneyMembers) motcua.Faults { return in.check() })
	if err := faults.Err(); err != nil {
		return err
	}
	v, err := in.money()
	if err == nil {
		*m = v
	}
	return err
}

// asWritten reads what MarshalJSON writes, to the byte: large catalogues hold little
// else, and the strict reading of a tree takes many times as long.
func asWritten(data []byte) (Money, bool) {
	rest, begins := bytes.CutPrefix(data, []byte(beginAmount))
	rest, ends := bytes.CutSuffix(rest, []byte(endMoney))
	amount, code, paired := bytes.Cut(rest, []byte(beginCurrency))
	if !begins || !ends || !paired {
		return Money{}, false
	}
	m, err := parseAmount(string(amount), currencyOf(string(code)))
	return m, err == nil
}

// money is the amount that the members state.
func (in *moneyMembers) money() (Money, error) {
	if in.Currency == 0 && in.Amount == "0" {
		return Money{}, nil
	}
	return ParseAmount(in.Amount, in.Currency)
}

// check finds what is wrong with members that could be read.
func (in *moneyMembers) check() motcua.Faults {
	var faults motcua.Faults
	_, err := in.money()
	if in.Currency == 0 && in.Amount != "0" {
		_, err = motcua.ParseDecimal(in.Amount) // as far as can be told without one
		if in.Amount != "" {
			fault(&faults, codeNoCurrency, "/currency", "số tiền khác 0 phải có đồng tiền", "an amount other than 0 needs a currency")
		}
	}
	if err != nil {
		faults.Add(codeAmount, "/amount", motcua.Text{Vi: "không phải số tiền", En: "not an amount"}, err)
	}
	return faults
}
