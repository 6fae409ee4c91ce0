package search_test

import (
	"fmt"

	"github.com/motcua/motcua/catalog/search"
)

func ExampleFold() {
	fmt.Println(search.Fold("Đăng ký (lại) KHAI SINH; hoà giải, hòa giải"))
	// Output:
	// dang ky lai khai sinh hoa giai hoa giai
}

func ExampleAppendFold() {
	buffer := make([]byte, 0, 64)
	for _, s := range []string{"Cấp đổi", "Cấp lại"} {
		buffer = search.AppendFold(buffer[:0], s)
		fmt.Printf("%s\n", buffer)
	}
	// Output:
	// cap doi
	// cap lai
}

// What is found in the folded text is shown in the original.
func ExampleTrace() {
	name := "Giấy phép lái xe"
	t := search.Trace(name)
	r := t.Range(5, 9)
	fmt.Println(t.Text[5:9], "is", name[r.Start:r.End])
	// Output:
	// phep is phép
}

func ExampleSort() {
	names := []string{"Mẫu 10", "đất", "dân", "Mẫu 2", "ăn", "an", "âm", "dạ", "dã", "da"}
	search.Sort(names)
	fmt.Println(names)
	fmt.Println(search.Compare("đất", "dân"))
	// Output:
	// [an ăn âm da dã dạ dân đất Mẫu 2 Mẫu 10]
	// 1
}

func ExampleSortFunc() {
	type unit struct{ code, name string }
	units := []unit{{"H12", "Đắk Lắk"}, {"H10", "Cần Thơ"}, {"H63", "Vĩnh Long"}, {"H14", "Đồng Nai"}}
	search.SortFunc(units, func(u unit) string { return u.name })
	fmt.Println(units)
	// Output:
	// [{H10 Cần Thơ} {H12 Đắk Lắk} {H14 Đồng Nai} {H63 Vĩnh Long}]
}
