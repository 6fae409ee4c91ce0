package motcua_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/motcua/motcua"
)

// How many digits were stated is kept, and does not change the number.
func ExampleDecimal() {
	a, b := motcua.MustDecimal("1.50"), motcua.MustDecimal("1.5")
	fmt.Println(a, b, a.Cmp(b), a == b)
	fmt.Println(a.Coef(), a.Scale(), a.Sign(), a.Neg(), a.Rat())
	text, err := json.Marshal(a)
	fmt.Println(string(text), err)
	// Output:
	// 1.50 1.5 0 false
	// 150 2 1 -1.50 3/2
	// "1.50" <nil>
}

func ExampleNewDecimal() {
	fmt.Println(motcua.NewDecimal(-1920, 2))
	_, err := motcua.NewDecimal(1, 19)
	fmt.Println(err, errors.Is(err, motcua.ErrOverflow))
	// Output:
	// -19.20 <nil>
	// scale 19 is not in 0..18: out of range true
}

func ExampleParseDecimal() {
	fmt.Println(motcua.ParseDecimal("0.05"))
	for _, s := range []string{"1,5", ".5", "1.", "+1", "01", "-0", "1e3", "1.-5"} {
		_, err := motcua.ParseDecimal(s)
		fmt.Println(err)
	}
	// Output:
	// 0.05 <nil>
	// decimal "1,5": want digits, such as "12" or "-0.50"
	// decimal ".5": want digits, such as "12" or "-0.50"
	// decimal "1.": want digits, such as "12" or "-0.50"
	// decimal "+1": want digits, such as "12" or "-0.50"
	// decimal "01": leading zero
	// decimal "-0": minus zero
	// decimal "1e3": want digits, such as "12" or "-0.50"
	// decimal "1.-5": want digits, such as "12" or "-0.50"
}

func ExampleDecimal_Add() {
	fmt.Println(motcua.MustDecimal("1.5").Add(motcua.MustDecimal("0.25")))
	fmt.Println(motcua.MustDecimal("1.5").Sub(motcua.MustDecimal("0.50")))
	fmt.Println(motcua.MustDecimal("1.50").Mul(motcua.MustDecimal("0.2")))
	fmt.Println(motcua.MustDecimal("9223372036854775807").Add(motcua.MustDecimal("1")))
	// Output:
	// 1.75 <nil>
	// 1.00 <nil>
	// 0.300 <nil>
	// 0 9223372036854775807 + 1: out of range
}

func ExampleDecimal_Round() {
	for _, s := range []string{"1.005", "-1.005", "1.0049"} {
		fmt.Println(motcua.MustDecimal(s).Round(2))
	}
	// Output:
	// 1.01 <nil>
	// -1.01 <nil>
	// 1.00 <nil>
}

func ExampleDecimal_Rescale() {
	fmt.Println(motcua.MustDecimal("1.5").Rescale(2))
	_, err := motcua.MustDecimal("1.25").Rescale(1)
	fmt.Println(err, errors.Is(err, motcua.ErrInexact))
	// Output:
	// 1.50 <nil>
	// 1.25 with 1 decimals: not exact true
}
