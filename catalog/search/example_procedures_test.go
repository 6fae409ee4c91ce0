package search_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/catalog/search"
)

// An index of the procedures in use on a day.
func ExampleProcedures() {
	day := motcua.MustDate("2026-10-01")
	x, err := search.New(search.Procedures(sample.Catalog().At(day, time.Time{})), nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, hit := range x.Search(search.Query{Text: "giay doc than", Limit: 1}).Hits {
		fmt.Println(hit.Code, hit.Name)
	}
	fmt.Println(search.ProcedureFacets())
	// Output:
	// 1.004873 Thủ tục cấp Giấy xác nhận tình trạng hôn nhân
	// [field level body subject channel online free]
}
