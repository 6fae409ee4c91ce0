package catalog_test

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// Check finds all that is wrong at once, in versions and between them.
func ExampleCheck() {
	versions := []catalog.Procedure{
		{Code: "1.001193", Status: catalog.StatusDraft, Name: motcua.Text{Vi: "Đăng ký <b>khai sinh</b>"},
			Papers: []catalog.Paper{{Name: motcua.Text{Vi: "Giấy chứng sinh"}, Originals: 1, Cases: []string{"facility"}}}},
		{Code: "1.001193", Status: catalog.StatusDraft, Name: motcua.Text{Vi: "Đăng ký khai sinh"},
			Validity: motcua.Validity{From: motcua.MustDate("2026-01-01")}},
	}
	for _, fault := range catalog.Check(versions) {
		fmt.Println(fault)
	}
	// Output:
	// /0/name/vi: CAT-PRO-04: holds HTML
	// /0/papers/0/cases/0: CAT-CAS-01: there is no case "facility"
	// /1/validity: CAT-VER-03: holds at the same time as version 0 of 1.001193
}

// A version lacks the parts of the decree that nobody stated.
func ExampleProcedure_Missing() {
	p := catalog.Procedure{
		Code: "1.001193", Status: catalog.StatusPublic, Name: motcua.Text{Vi: "Đăng ký khai sinh"},
		Steps:        []catalog.Step{{Text: "Nộp hồ sơ."}},
		Channels:     []catalog.Offer{{Channel: motcua.ChannelOnline, Times: []catalog.TimeOption{{Raw: "Ngay trong ngày"}}}},
		SubjectsNote: "Cha, mẹ, ông, bà",
	}
	for _, part := range p.Missing() {
		fmt.Printf("%s: %s, %v\n", part.ID, part.Text.En, part.Source)
	}
	// Output:
	// papers: the papers and their number, 63/2010/NĐ-CP, Điều 8 khoản 2 (law)
	// agency: the agency, 63/2010/NĐ-CP, Điều 8 khoản 2 (law)
}
