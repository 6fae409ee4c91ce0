package motcua_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
)

// A rule of law states when it holds, where it comes from and what it says; the
// vocabulary has a type for each.
func Example() {
	rule := struct {
		Share  motcua.Decimal  `json:"share"`
		Valid  motcua.Validity `json:"valid"`
		Name   motcua.Text     `json:"name"`
		Source motcua.Source   `json:"source"`
	}{
		Share: motcua.MustDecimal("0.50"),
		Valid: motcua.Validity{From: motcua.MustDate("2026-01-01")},
		Name:  motcua.Text{Vi: "lệ phí nộp trực tuyến", En: "fee when filed online"},
		Source: motcua.Source{
			Act: "00/2026/NQ-HĐND", Article: "Điều 1", Basis: motcua.BasisAssumed,
			Note: motcua.Text{Vi: "nghị quyết giả định", En: "an invented resolution"},
		},
	}
	b, err := json.MarshalIndent(rule, "", "  ")
	fmt.Println(string(b), err)
	// Output:
	// {
	//   "share": "0.50",
	//   "valid": {
	//     "from": "2026-01-01"
	//   },
	//   "name": {
	//     "vi": "lệ phí nộp trực tuyến",
	//     "en": "fee when filed online"
	//   },
	//   "source": {
	//     "act": "00/2026/NQ-HĐND",
	//     "article": "Điều 1",
	//     "basis": "assumed",
	//     "note": {
	//       "vi": "nghị quyết giả định",
	//       "en": "an invented resolution"
	//     }
	//   }
	// } <nil>
}

func ExampleDate() {
	d := motcua.MustDate("2026-01-31")
	year, month, day := d.Civil()
	fmt.Println(year, month, day, d.Weekday())
	fmt.Println(d.AddDays(1), d.AddMonths(1))
	fmt.Println(int(motcua.MustDate("2026-07-01")-d), "days")
	fmt.Println(motcua.Date(0), motcua.Date(0).IsZero())
	// Output:
	// 2026 January 31 Saturday
	// 2026-02-01 2026-02-28
	// 151 days
	// unset true
}

func ExampleNewDate() {
	fmt.Println(motcua.NewDate(2024, time.February, 29))
	fmt.Println(motcua.NewDate(2025, time.February, 29))
	// Output:
	// 2024-02-29 <nil>
	// unset date "2025-02-29": day 29 is not in 1..28
}

func ExampleParseDate() {
	fmt.Println(motcua.ParseDate("2026-07-01"))
	fmt.Println(motcua.ParseDate("01/07/2026"))
	// Output:
	// 2026-07-01 <nil>
	// unset date "01/07/2026": want yyyy-mm-dd
}

// The same instant falls on two days; the law means the Vietnamese one.
func ExampleDateOf() {
	at := time.Date(2026, 6, 30, 18, 30, 0, 0, time.UTC)
	fmt.Println(motcua.DateOf(at), motcua.DateOf(at.In(motcua.Vietnam())))
	// Output: 2026-06-30 2026-07-01
}

func ExampleDate_In() {
	d := motcua.MustDate("2026-07-01")
	fmt.Println(d.In(motcua.Vietnam()).UTC().Format(time.RFC3339))
	// Output: 2026-06-30T17:00:00Z
}

// One rule ends on the day the next begins, and no day has two.
func ExampleValidity() {
	old := motcua.Validity{To: motcua.MustDate("2025-07-01")}
	now := motcua.Validity{From: motcua.MustDate("2025-07-01")}
	fmt.Println(old, now, old.Overlaps(now))
	d := motcua.MustDate("2025-07-01")
	fmt.Println(old.Contains(d), now.Contains(d))

	wrong := motcua.Validity{From: d, To: d}
	fmt.Println(wrong.Err())
	// Output:
	// [.., 2025-07-01) [2025-07-01, ..) false
	// false true
	// validity "[2025-07-01, 2025-07-01)": the end must be after the start
}

func ExampleSource() {
	fmt.Println(motcua.Source{Act: "766/QĐ-TTg", Article: "Điều 6", Basis: motcua.BasisLaw})
	fmt.Println(motcua.Source{Basis: motcua.BasisOurs, Note: motcua.Text{En: "the act does not say"}})
	// Output:
	// 766/QĐ-TTg, Điều 6 (law)
	// the act does not say (ours)
}

func ExampleText_In() {
	t := motcua.Text{Vi: "hồ sơ", En: "dossier"}
	fmt.Println(t.In("vi-VN"), t.In("en"), t)
	fmt.Println(motcua.Text{Vi: "hồ sơ"}.In("en"))
	// Output:
	// hồ sơ dossier dossier
	// hồ sơ
}

func ExampleParseError() {
	_, err := motcua.ParseUnit("H56.00.12")
	var parse *motcua.ParseError
	if errors.As(err, &parse) {
		fmt.Println(parse.Kind)
		fmt.Println(parse.Input)
		fmt.Println(parse.Err)
	}
	fmt.Println(err)
	// Output:
	// unit code
	// H56.00.12
	// part "12" stands under a part that is zero
	// unit code "H56.00.12": part "12" stands under a part that is zero
}
