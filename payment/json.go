package payment

import (
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// moneyMembers is the JSON form of Money.
type moneyMembers struct {
	Amount   string   `json:"amount"`
	Currency Currency `json:"currency,omitzero"`
}

func itoa(i int) string { return strconv.Itoa(i) }

// MarshalJSON writes {"amount":"25.50","currency":"USD"}, and {"amount":"0"} for the
// zero Money.
func (m Money) MarshalJSON() ([]byte, error) {
	b := append([]byte(`{"amount":"`), m.Amount()...)
	b = append(b, '"')
	if m.currency != 0 {
		b = append(append(append(b, `,"currency":"`...), m.currency.String()...), '"')
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads what MarshalJSON writes and nothing else. What is wrong is a
// [motcua.Faults] with pointers, and m keeps its value.
func (m *Money) UnmarshalJSON(data []byte) error {
	v, faults := strict.Read(data, func(in *moneyMembers) motcua.Faults {
		var faults motcua.Faults
		if _, err := in.money(); err != nil {
			faults.Add("PAY-MNY-01", "/amount", motcua.Text{Vi: "không phải số tiền", En: "not an amount"}, err)
		}
		return faults
	})
	if err := faults.Err(); err != nil {
		return err
	}
	read, err := v.money()
	if err != nil {
		return err
	}
	*m = read
	return nil
}

// money is the amount that the members state.
func (in *moneyMembers) money() (Money, error) {
	if in.Currency == 0 && in.Amount == "0" {
		return Money{}, nil
	}
	return ParseAmount(in.Amount, in.Currency)
}
