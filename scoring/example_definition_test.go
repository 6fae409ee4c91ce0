package scoring_test

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// The package ships the index of the portal in its versions. A day picks the
// rules in force; a name picks any, variants too.
func ExampleStandard() {
	library := scoring.Standard()
	for _, index := range library.Indices() {
		fmt.Println(index.ID(), index.Version())
	}
	index, err := library.At("vn.766", motcua.MustDate("2025-11-08"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("in force on 8 November 2025:", index.Version(), index.Validity())
	_, err = library.Lookup("vn.766", "portal-2030")
	fmt.Println(errors.Is(err, scoring.ErrNoDefinition))
	// Output:
	// vn.766 docx-2026
	// vn.766.groups portal-2022
	// vn.766 portal-2022
	// vn.766 portal-2026
	// vn.766 xlsx-2026
	// vn.bacninh.stars draft-2026
	// vn.nd61 tt01-2018
	// in force on 8 November 2025: portal-2022 [2022-08-01, 2026-01-01)
	// true
}

// Another reading of the rules states only how it differs. Here the band Khá
// begins at 65, as some descriptions have it.
func ExampleParse() {
	index, err := scoring.Parse([]byte(`{
		"id": "vn.766", "version": "fair-from-65", "variant": true,
		"title": {"vi": "Khá từ 65", "en": "Khá from 65"},
		"validity": {"from": "2026-01-01"},
		"extends": {"id": "vn.766", "version": "portal-2026"},
		"bands": [{"id": "fair", "title": {"vi": "Khá", "en": "Fair"}, "from": "65"}]
	}`), nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, band := range index.Definition().Bands {
		fmt.Println(band.From, band.Title.Vi)
	}
	// Output:
	// 90 Xuất sắc
	// 80 Tốt
	// 65 Khá
	// 50 Trung bình
	// 0 Yếu
}

// A definition can be built in Go as well. All that is wrong with it is said
// at once.
func ExampleCompile() {
	definition := scoring.Definition{
		ID: "vn.survey", Version: "1", Title: motcua.Text{Vi: "Khảo sát", En: "Survey"},
		Decimals: 1, Round: scoring.StageLeaf, Mean: scoring.StageTotal,
		Sources: []scoring.SourceRow{{Key: "OURS", Source: motcua.Source{Basis: motcua.BasisOurs}}},
		Root: scoring.Node{
			ID: "total", Title: motcua.Text{Vi: "Tổng", En: "Total"}, Max: motcua.MustDecimal("11"),
			Nodes: []scoring.Node{{
				ID: "attitude", Title: motcua.Text{Vi: "Thái độ", En: "Attitude"}, Max: motcua.MustDecimal("10"),
				Scale: &scoring.Scale{Kind: scoring.ScaleGiven}, Sources: []string{"SURVEY"},
			}},
		},
	}
	_, err := scoring.Compile(&definition)
	fmt.Println(err)
	definition.Root.Max = motcua.MustDecimal("10")
	definition.Root.Nodes[0].Sources[0] = "OURS"
	index, err := scoring.Compile(&definition)
	fmt.Println(index.Title(), index.Nodes(), err)
	// Output:
	// /root/max: SCO-DEF-05: the nodes below add up to 10, not 11
	// /root/nodes/0/sources/0: SCO-DEF-04: there is no source "SURVEY"
	// Survey [total attitude] <nil>
}

// A library of one's own: documents may extend each other, in any order.
func ExampleOpenLibrary() {
	stricter := `{"id": "bacninh.766", "version": "2026", "title": {"vi": "a", "en": "a"}, "validity": {"from": "2026-01-01"},
		"extends": {"id": "vn.766", "version": "portal-2026"}, "nodes": [{"id": "3.3", "scale": {"kind": "fullAt", "at": "0.8"}}]}`
	next := strings.NewReplacer(`"version": "2026"`, `"version": "2027"`, `"2026-01-01"`, `"2027-01-01"`, "0.8", "0.9",
		`"vn.766", "version": "portal-2026"`, `"bacninh.766", "version": "2026"`).Replace(stricter)
	_, err := scoring.OpenLibrary([]byte(next), []byte(stricter))
	fmt.Println(err)
	library, err := scoring.OpenLibrary([]byte(next), []byte(strings.Replace(stricter, `"2026-01-01"`, `"2026-01-01", "to": "2027-01-01"`, 1)))
	if err != nil {
		log.Fatal(err)
	}
	index, err := library.At("bacninh.766", motcua.MustDate("2027-03-01"))
	fmt.Println(index.Version(), err)
	// Output:
	// /1/validity: SCO-DEF-02: in force at the same time as version "2027"
	// 2027 <nil>
}

// Rules are the definition as a book for people, every row on whose word.
func ExampleIndex_Rules() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	for i, line := range strings.Split(index.Rules(), "\n") {
		if i < 6 {
			fmt.Println(line)
		}
	}
	// Output:
	// ## vn.766, portal-2026
	//
	// Index 766 of service to citizens and businesses, as the portal computes it from 2026 (Bộ chỉ số phục vụ người dân, doanh nghiệp (766), cách tính của Cổng từ 2026).
	// In force [2026-01-01, ..). Points have 2 decimals, rounded half-up at the stage "leaf"; means are taken at the stage "group".
	//
	// | leaf | max | population | anchor | cut | scale | zero | unknown | level | pool | sources |
}

// Columns are all that a measure may look at.
func ExampleColumns() {
	for _, c := range scoring.Columns() {
		if c.Table == "petition" {
			fmt.Println(c.Name, c.Type, "–", c.Meaning.En)
		}
	}
	// Output:
	// unit text – unit in charge
	// received time – reception
	// deadline time – due time
	// answered time – answer; null: none yet
	// disliked flag – dissatisfied
	// raisedAgain flag – raised again
}

// Documents are the kinds of file this package reads and writes, each with its
// JSON Schema and a check that knows more than a schema can say.
func ExampleDocuments() {
	for _, d := range scoring.Documents() {
		fmt.Println(d.Name, d.ID)
	}
	faults := scoring.Documents()[2].Check([]byte(`{"unit": "H44", "indicators": {"3.5": {"num": 68.5}}}`))
	fmt.Println(faults)
	// Output:
	// definition https://github.com/motcua/motcua/schema/definition-1.json
	// extension https://github.com/motcua/motcua/schema/extension-1.json
	// counts https://github.com/motcua/motcua/schema/counts-1.json
	// result https://github.com/motcua/motcua/schema/result-1.json
	// line 1: /indicators/3.5/num: DOC-VALUE-02: want a whole number within range: 68.5 is not a whole number
}
