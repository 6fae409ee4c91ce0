package unit_test

import (
	"fmt"
	"log"
	"os"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

// Codes of any time lead to the provinces of today.
func ExampleRegister_Resolve() {
	r := unit.Standard()
	today, then := motcua.MustDate("2026-03-01"), motcua.MustDate("2024-05-20")
	for _, code := range []string{"H56", "000.00.00.H22", "gso:30"} {
		res, err := r.Resolve(code, today, 0)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(code, "→", res.Targets[0].Unit.Name.Vi, res.Outcome, len(res.Path), "step(s)")
	}

	// 24 was Bắc Giang and is Bắc Ninh. Both lead there, so nothing is in dispute.
	res, _ := r.Resolve("24", today, 0)
	fmt.Println(res.Unit.Name.Vi, "formerly", res.Formerly[0].Unit.Name.Vi, "disputed:", res.Disputed)

	// 15 was Yên Bái on the day it was used.
	res, _ = r.Resolve("15", today, then)
	step := res.Path[0]
	fmt.Println(step.From.Name.Vi, step.Row.Kind, step.Row.Date, step.To.Name.Vi, "–", step.Row.Source.Act)

	_, err := r.Resolve("H56.34", today, 0)
	fmt.Println(err)
	// Output:
	// H56 → Tỉnh Thanh Hoá single 0 step(s)
	// 000.00.00.H22 → Tỉnh Tuyên Quang single 1 step(s)
	// gso:30 → Thành phố Hải Phòng single 1 step(s)
	// Tỉnh Bắc Ninh formerly Tỉnh Bắc Giang disputed: false
	// Tỉnh Yên Bái merge 2025-07-01 Tỉnh Lào Cai – 202/2025/QH15
	// unit "H56.34": no unit is known by it; H56 above it is known
}

// What a province consisted of, for a series that goes on backwards.
func ExampleRegister_Forebears() {
	r := unit.Standard()
	now, _ := r.Find(unit.SchemeStatistical, "25", motcua.MustDate("2026-01-01"))
	for _, f := range r.Forebears(now.ID, motcua.MustDate("2024-12-31")) {
		fmt.Println(f.Unit.Name.Vi, f.Share)
	}
	for _, h := range r.Heirs("gso:17", motcua.MustDate("2026-01-01")) {
		fmt.Println("open dossiers of Hoà Bình:", h.Unit.Name.Vi)
	}
	// Output:
	// Tỉnh Hoà Bình 1
	// Tỉnh Phú Thọ 1
	// Tỉnh Vĩnh Phúc 1
	// open dossiers of Hoà Bình: Tỉnh Phú Thọ
}

// split is a commune whose parts went to two others, one share being known to be 0.4.
const split = `{
  "schemes": [{"id": "gso", "title": {"vi": "Mã thống kê", "en": "Statistical code"}, "lengths": [2, 3, 5], "source": {"basis": "ours"}}],
  "units": [
    {"id": "old", "level": "commune", "name": {"vi": "Xã Cũ", "en": ""}, "codes": [{"scheme": "gso", "value": "00001"}], "validity": {"to": "2025-07-01"}, "source": {"basis": "ours"}},
    {"id": "east", "level": "commune", "name": {"vi": "Xã Đông", "en": ""}, "codes": [{"scheme": "gso", "value": "00001"}], "validity": {"from": "2025-07-01"}, "source": {"basis": "ours"}},
    {"id": "west", "level": "commune", "name": {"vi": "Xã Tây", "en": ""}, "validity": {"from": "2025-07-01"}, "source": {"basis": "ours"}}
  ],
  "successions": [
    {"from": "old", "to": "east", "date": "2025-07-01", "kind": "split", "share": "0.4", "source": {"basis": "ours"}},
    {"from": "old", "to": "west", "date": "2025-07-01", "kind": "split", "share": null, "source": {"basis": "ours"}}
  ]
}`

// A code given to another unit: with the day of its use it is the old one's, and that
// was split; without, it is the new one's, and the resolution says what is in doubt.
func ExampleNew() {
	rows, faults := unit.ParseRows([]byte(split))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	r, faults := unit.New(rows)
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	today := motcua.MustDate("2026-03-01")
	for _, used := range []motcua.Date{motcua.MustDate("2024-03-01"), 0} {
		res, _ := r.Resolve("00001", today, used)
		fmt.Println(used, res.Outcome, res.Targets, "disputed:", res.Disputed, "certain:", res.Certain())
		for _, f := range res.Formerly {
			fmt.Println("  also", f.Unit.ID, f.Span, f.Outcome, f.Targets)
		}
	}
	// Output:
	// 2024-03-01 several [east (0.4) west (?)] disputed: false certain: false
	//   also east [2025-07-01, ..) single [east]
	// unset single [east] disputed: true certain: false
	//   also old [.., 2025-07-01) several [east (0.4) west (?)]
}

// Rows are laid over a register; what is wrong with them is told all at once.
func ExampleRegister_With() {
	rows := unit.Rows{Units: []unit.Unit{{
		ID: "H56.34", Level: unit.Department, Type: "Sở", Name: motcua.Text{Vi: "Sở Mẫu"}, Parent: "gso:39",
		Codes:  []unit.Code{{Scheme: unit.SchemeAgency, Value: "000.00.34.H56"}},
		Source: motcua.Source{Basis: motcua.BasisOurs},
	}}}
	_, faults := unit.Standard().With(rows)
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	rows.Units[0].Parent, rows.Units[0].Codes[0].Value = "gso:38", "H56.34"
	r, faults := unit.Standard().With(rows)
	province, _ := r.Province("H56.34")
	fmt.Println(len(faults), province.Name.Vi)
	for _, u := range r.Children(province.ID, motcua.MustDate("2026-01-01")) {
		fmt.Println(u.Type, u.ID)
	}
	// Output:
	// /units/0/codes/0/value CAT-UNIT-04 write H56.34
	// /units/0/parent CAT-UNIT-07 H56.34 lies under "gso:39", which is not there
	// 0 Tỉnh Thanh Hoá
	// Sở H56.34
}

// The same rows always give the same bytes.
func ExampleRows_WriteLines() {
	rows, _ := unit.ParseRows([]byte(split))
	rows.Schemes, rows.Units = nil, rows.Units[2:]
	if err := rows.WriteLines(os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"unit":{"id":"west","level":"commune","name":{"vi":"Xã Tây","en":""},"validity":{"from":"2025-07-01"},"source":{"basis":"ours"}}}
	// {"succession":{"from":"old","to":"east","date":"2025-07-01","kind":"split","share":"0.4","source":{"basis":"ours"}}}
	// {"succession":{"from":"old","to":"west","date":"2025-07-01","kind":"split","share":null,"source":{"basis":"ours"}}}
}
