package search_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua/catalog/search"
)

// few are some procedures of civil status and of driving licences.
func few() *search.Index {
	x, err := search.New([]search.Entry{
		{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh", Facets: map[string][]string{"field": {"Hộ tịch"}, "online": {"fully"}}},
		{Code: "1.004884", Name: "Thủ tục đăng ký lại khai sinh", Facets: map[string][]string{"field": {"Hộ tịch"}, "online": {"partly"}}},
		{Code: "1.004873", Name: "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", Facets: map[string][]string{"field": {"Hộ tịch"}, "online": {"fully"}}},
		{Code: "3.000346", Name: "Cấp giấy phép lái xe", Facets: map[string][]string{"field": {"Giao thông"}, "online": {"partly"}}},
		{Code: "3.000348", Name: "Cấp lại giấy phép lái xe (thực hiện tại cấp tỉnh)", Facets: map[string][]string{"field": {"Giao thông"}, "online": {"fully"}}},
	}, nil)
	if err != nil {
		log.Fatal(err)
	}
	return x
}

// What people type, and what they find.
func Example() {
	x := few()
	for _, text := range []string{"dang ky khai sinh", "giay doc than", "mất GPLX", "giya phep lai xe", "1001193"} {
		for _, hit := range x.Search(search.Query{Text: text, Limit: 1}).Hits {
			fmt.Printf("%-18s %s %s\n", text, hit.Code, hit.Name)
		}
	}
	// Output:
	// dang ky khai sinh  1.001193 Thủ tục đăng ký khai sinh
	// giay doc than      1.004873 Thủ tục cấp Giấy xác nhận tình trạng hôn nhân
	// mất GPLX           3.000348 Cấp lại giấy phép lái xe (thực hiện tại cấp tỉnh)
	// giya phep lai xe   3.000346 Cấp giấy phép lái xe
	// 1001193            1.001193 Thủ tục đăng ký khai sinh
}

// A hit says why it stands where it does, and what to show of its name.
func ExampleIndex_Search() {
	res := few().Search(search.Query{Text: "xin cấp lại bằng lái", Limit: 1})
	for _, w := range res.Words {
		fmt.Println(w.Text, "is", w.Kind, w.As)
	}
	for _, hit := range res.Hits {
		for _, r := range hit.Highlights {
			fmt.Printf("%d to %d: %s\n", r.Start, r.End, hit.Name[r.Start:r.End])
		}
		fmt.Printf("%+v = %d\n", hit.Parts, hit.Score)
	}
	// Output:
	// xin is filler []
	// cap is exact []
	// lai is exact []
	// bang lai is row [giay phep lai xe]
	// 0 to 32: Cấp lại giấy phép lái xe
	// 54 to 59: cấp
	// {Words:951 Covered:160 Together:250 Name:0 Code:0} = 1361
}

// Each facet is counted as if its own filter were not there.
func ExampleIndex_Search_facets() {
	res := few().Search(search.Query{
		Filters: map[string][]string{"online": {"fully"}}, Facets: []string{"field", "online"}, Limit: 2,
	})
	fmt.Println(res.Total, "in all, the first by name", res.Hits[0].Name)
	fmt.Println(res.Facets["field"])
	fmt.Println(res.Facets["online"])
	// Output:
	// 3 in all, the first by name Cấp lại giấy phép lái xe (thực hiện tại cấp tỉnh)
	// [{Hộ tịch 2} {Giao thông 1}]
	// [{fully 3} {partly 2}]
}

// While somebody types, variants of one procedure are one suggestion.
func ExampleIndex_Suggest() {
	for _, s := range few().Suggest("giay phep l", 3) {
		fmt.Println(s.Text, s.Count)
	}
	// Output:
	// Cấp giấy phép lái xe 1
	// Cấp lại giấy phép lái xe 1
}

// A province adds what its people say.
func ExampleNew() {
	rows, faults := search.ParseAbbreviations([]byte(`{
		"abbreviations": [{"short": "giấy lận lưng", "kind": "word", "long": ["giấy phép lái xe"], "source": {"basis": "ours"}}],
		"fillers": [{"text": "dùm", "weight": 0}]
	}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	x, err := search.New([]search.Entry{{Code: "3.000346", Name: "Cấp giấy phép lái xe"}}, &search.Options{Abbreviations: rows})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(x.Search(search.Query{Text: "làm dùm giấy lận lưng"}).Total)
	fmt.Println(len(search.UsualAbbreviations().Abbreviations) > 60)
	for _, d := range search.Documents() {
		fmt.Println(d.Name)
	}
	// Output:
	// 1
	// true
	// abbreviations
}
