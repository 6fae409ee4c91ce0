package motcua_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/motcua/motcua"
)

// checkFees is what a package does for its documents: it reports all faults in
// one pass.
func checkFees(data []byte) motcua.Faults {
	var (
		faults motcua.Faults
		fees   map[string][]string
	)
	if err := json.Unmarshal(data, &fees); err != nil {
		faults.Add("XMP-FEE-01", "", motcua.Text{Vi: "không đọc được", En: "cannot be read"}, err)
	}
	for name, list := range fees {
		if len(list) == 0 {
			faults.Warn("XMP-FEE-03", motcua.Pointer(name), motcua.Text{Vi: "không có mức phí", En: "no fee"}, nil)
		}
		for i, fee := range list {
			if _, err := motcua.ParseDecimal(fee); err != nil {
				faults.Add("XMP-FEE-02", motcua.Pointer(name, strconv.Itoa(i)), motcua.Text{Vi: "không phải là số", En: "not a number"}, err)
			}
		}
	}
	faults.Sort()
	return faults
}

func ExampleFaults() {
	faults := checkFees([]byte(`{"a/b": ["1.5", "1,5"], "c": [], "d": ["+1"]}`))
	fmt.Println(faults)
	fmt.Println(faults.Under("/d"), faults.Under("/c"), faults.Under(""))

	var parse *motcua.ParseError
	fmt.Println(errors.As(faults.Err(), &parse), parse.Input)
	fmt.Println(checkFees([]byte(`{"c": []}`)).Err()) // a warning stops nobody
	// Output:
	// /a~1b/1: XMP-FEE-02: not a number: decimal "1,5": want digits, such as "12" or "-0.50"
	// /c: XMP-FEE-03: warning: no fee
	// /d/0: XMP-FEE-02: not a number: decimal "+1": want digits, such as "12" or "-0.50"
	// true false true
	// true 1,5
	// <nil>
}

// A document that holds another one reports the faults of the inner one in its
// own places.
func ExampleFaults_At() {
	inner := checkFees([]byte(`{"d": ["+1"]}`))
	for _, f := range inner.At("/schedules/3") {
		fmt.Println(f.Pointer, f.Code, f.Severity, f.Message.Vi)
	}
	// Output: /schedules/3/d/0 XMP-FEE-02 error không phải là số
}

func ExampleFaults_Add() {
	var faults motcua.Faults
	faults.Add("XMP-ROW-01", "/unit", motcua.Text{Vi: "thiếu", En: "missing"}, nil).Line = 12
	fmt.Println(faults.Err())
	// Output: line 12: /unit: XMP-ROW-01: missing
}

func ExamplePointer() {
	fmt.Println(motcua.Pointer("fees", "0", "đ/m²", "~"))
	// Output: /fees/0/đ~1m²/~0
}

func ExampleDocument() {
	d := motcua.Document{
		Name:   "fees",
		ID:     "https://example.org/fees-1.json",
		Schema: []byte(`{"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}`),
		Check:  checkFees,
	}
	fmt.Println(d.Name, d.ID)
	fmt.Println(d.Check([]byte(`[]`)).Err() != nil)
	// Output:
	// fees https://example.org/fees-1.json
	// true
}
