package workday_test

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// In 2030 the new moon falls at 23:07 in Hà Nội and after midnight in Beijing, so
// the Chinese calendar has its new year on the 3rd.
func ExampleLunarOf() {
	for _, text := range []string{"2030-02-02", "2030-02-03", "2023-03-22"} {
		l, err := workday.LunarOf(motcua.MustDate(text))
		fmt.Println(text, "is", l, err)
	}
	// Output:
	// 2030-02-02 is 1/1/2030 <nil>
	// 2030-02-03 is 2/1/2030 <nil>
	// 2023-03-22 is 1/2+/2023 <nil>
}

// Tết and the commemoration of the Hùng Kings (Giỗ Tổ Hùng Vương) of 2030.
func ExampleLunar_Date() {
	fmt.Println(workday.Lunar{Year: 2030, Month: 1, Day: 1}.Date())
	fmt.Println(workday.Lunar{Year: 2030, Month: 3, Day: 10}.Date())
	fmt.Println(workday.Lunar{Year: 2030, Month: 3, Day: 10, Leap: true}.Date())
	// Output:
	// 2030-02-02 <nil>
	// 2030-04-12 <nil>
	// unset lunar date "10/3+/2030": no such leap month in that year
}
