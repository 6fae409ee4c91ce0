package payment_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Half of a fee of 70,000 đồng, for people and in the words of a receipt.
func ExampleMoney() {
	fee := payment.MustMoney("70000 VND")
	half, err := fee.Percent(motcua.MustDecimal("50"), payment.HalfUp)
	fmt.Println(half, err)
	fmt.Printf("%+q\n", half.Text().Vi) // no line ends before the sign
	fmt.Println(half.Text().En)
	fmt.Println(half.Words())
	text, err := json.Marshal(half)
	fmt.Println(string(text), err)
	// Output:
	// 35000 VND <nil>
	// "35.000\u00a0\u20ab"
	// ₫35,000
	// Ba mươi lăm nghìn đồng
	// {"amount":"35000","currency":"VND"} <nil>
}

func ExampleNewMoney() {
	m, err := payment.NewMoney(2550, payment.USD)
	fmt.Println(m, m.Minor(), m.Currency(), err)
	_, err = payment.NewMoney(2550, 0)
	fmt.Println(err, errors.Is(err, payment.ErrCurrency))
	// Output:
	// 25.50 USD 2550 USD <nil>
	// 2550 currency(0): no such currency true
}

func ExampleParseMoney() {
	fmt.Println(payment.ParseMoney("25.5 USD"))
	for _, s := range []string{"25000", "1.000 VND", "1.-5 USD", "NaN VND", "１２ VND", "9223372036854775808 VND", "1 XAU"} {
		_, err := payment.ParseMoney(s)
		fmt.Println(err)
	}
	// Output:
	// 25.50 USD <nil>
	// money "25000": want an amount and a currency, such as "25000 VND"
	// money "1.000 VND": 3 decimals, and VND has 0
	// money "1.-5 USD": want digits, such as "12" or "-0.50"
	// money "NaN VND": want digits, such as "12" or "-0.50"
	// money "１２ VND": want digits, such as "12" or "-0.50"
	// money "9223372036854775808 VND": out of range
	// money "1 XAU": no such currency: XAU
}

func ExampleParseAmount() {
	fmt.Println(payment.ParseAmount("25.5", payment.USD))
	fmt.Println(payment.ParseAmount("25.5", payment.VND))
	// Output:
	// 25.50 USD <nil>
	// 0 amount "25.5": 1 decimals, and VND has 0
}

func ExampleParseCurrency() {
	c, err := payment.ParseCurrency("LAK")
	fmt.Println(c, c.Name().Vi, c.Digits(), err)
	// Output:
	// LAK kíp Lào 2 <nil>
}

// Sums never mix currencies and never wrap around.
func ExampleMoney_Add() {
	fmt.Println(payment.MustMoney("25000 VND").Add(payment.MustMoney("8000 VND")))
	fmt.Println(payment.Money{}.Add(payment.MustMoney("8000 VND")))
	_, err := payment.MustMoney("25000 VND").Add(payment.MustMoney("25 USD"))
	var mixed *payment.MismatchError
	fmt.Println(err, errors.As(err, &mixed))
	_, err = payment.MustMoney("9223372036854775807 VND").Add(payment.MustMoney("1 VND"))
	fmt.Println(err, errors.Is(err, motcua.ErrOverflow))
	// Output:
	// 33000 VND <nil>
	// 8000 VND <nil>
	// 25000 VND and 25.00 USD are in different currencies true
	// 9223372036854775807 VND + 1 VND: out of range true
}

// A percentage is exact and rounded once, by a rounding with a name.
func ExampleMoney_Percent() {
	for _, r := range []payment.Rounding{payment.HalfUp, payment.HalfEven, payment.Down, payment.Up} {
		m, err := payment.MustMoney("5 VND").Percent(motcua.MustDecimal("50"), r)
		fmt.Println(r, m, err)
	}
	// Output:
	// halfUp 3 VND <nil>
	// halfEven 2 VND <nil>
	// down 2 VND <nil>
	// up 3 VND <nil>
}

func ExampleMoney_Share() {
	fmt.Println(payment.MustMoney("100000 VND").Share(2, 3, payment.HalfUp))
	_, err := payment.MustMoney("100000 VND").Share(1, 0, payment.HalfUp)
	fmt.Println(err, errors.Is(err, payment.ErrDivision))
	// Output:
	// 66667 VND <nil>
	// 100000 VND × 1 / 0: division by zero true
}

func ExampleMoney_Words() {
	for _, s := range []string{"1005021015 VND", "21 VND", "14 VND", "24 VND", "25.50 USD", "-15 VND", "0 VND"} {
		fmt.Println(payment.MustMoney(s).Words())
	}
	// Output:
	// Một tỷ không trăm linh năm triệu không trăm hai mươi mốt nghìn không trăm mười lăm đồng
	// Hai mươi mốt đồng
	// Mười bốn đồng
	// Hai mươi tư đồng
	// Hai mươi lăm đô la Mỹ năm mươi xu
	// Âm mười lăm đồng
	// Không đồng
}

func ExampleMoney_UnmarshalJSON() {
	var m payment.Money
	err := m.UnmarshalJSON([]byte(`{"amount": "1.-5", "currency": "VND", "vat": "10"}`))
	fmt.Println(err)
	// Output:
	// line 1: /amount: PAY-MNY-01: not an amount: amount "1.-5": want digits, such as "12" or "-0.50"
	// line 1: /vat: DOC-MEMBER-02: unknown member
}

func ExampleTotals() {
	fmt.Println(payment.Totals([]payment.Money{
		payment.MustMoney("25 USD"), payment.MustMoney("0 VND"), payment.MustMoney("8000 VND"), payment.MustMoney("0.50 USD"),
	}))
	// Output:
	// [8000 VND 25.50 USD] <nil>
}
