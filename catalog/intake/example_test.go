package intake_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/intake"
)

func Example() {
	page := `{"ma_thu_tuc": "1.000001", "ten_thu_tuc": "Thủ tục mẫu", "cach_thuc_thuc_hien":
		"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến1.5 Ngày làm việcMiễn phí(8.000 đồng/việc)Nộp trên Cổng"}`
	p, losses, faults := intake.ParsePage([]byte(page), nil)
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.Code, p.Channels[0].Channel, p.Channels[0].Times[0].Limit, "– fee in doubt:", p.Fees[0].Doubt)
	for _, l := range losses {
		if l.Kind == intake.LossGuessed || l.Kind == intake.LossUnread {
			fmt.Println(l.Kind, l.Code, l.Raw, "–", l.Message.En)
		}
	}
	// Output:
	// 1.000001 online 1.5 working days – fee in doubt: conflict
	// guessed INT-FEE-02 Miễn phí(8.000 đồng/việc) – the cell and its note contradict each other
	// guessed INT-FEE-03 Miễn phí(8.000 đồng/việc) – phí or lệ phí is not said; it is taken for lệ phí
	// unread INT-FEE-04 8000 VND – an amount that stands in the note alone
}

func ExampleParsePage() {
	_, _, faults := intake.ParsePage([]byte(`{"ma_thu_tuc": "1.000001", "mau": "xanh"}`), nil)
	fmt.Println(faults)
	_, losses, faults := intake.ParsePage([]byte(`{"ma_thu_tuc": "1.000001", "mau": "xanh"}`), &intake.Options{Lenient: true})
	fmt.Println(faults)
	for _, l := range losses {
		if l.Kind == intake.LossDropped {
			fmt.Println(l.Kind, l.Pointer)
		}
	}
	// Output:
	// line 1: /mau: DOC-MEMBER-02: unknown member
	// no faults
	// dropped /mau
}

func ExampleParseDuration() {
	for _, text := range []string{"1.5 Ngày làm việc", "02 tháng và 15 ngày làm việc", "24 Giờ", "1", "120,000", "Không có thông tin"} {
		limit, read := intake.ParseDuration(text)
		fmt.Println(text, "→", limit, read)
	}
	// Output:
	// 1.5 Ngày làm việc → 1.5 working days true
	// 02 tháng và 15 ngày làm việc → 2 months and 15 working days true
	// 24 Giờ → 24 clock hours true
	// 1 → <nil> false
	// 120,000 → <nil> false
	// Không có thông tin → <nil> true
}

func ExampleParseFee() {
	for _, cell := range [][2]string{{"70,000 Việt Nam Đồng", "70.000 đồng/thẻ"}, {"25 USD", ""}, {"Miễn phí", "(70.000 đồng)"}, {"155 VNĐ", "155 USD"}} {
		f := intake.ParseFee(cell[0], cell[1])
		fmt.Printf("%s: %v unit %q doubt %q\n", cell[0], f.Amount, f.Unit, f.Doubt)
	}
	// Output:
	// 70,000 Việt Nam Đồng: 70000 VND unit "card" doubt ""
	// 25 USD: 25.00 USD unit "" doubt ""
	// Miễn phí: 0 VND unit "" doubt "conflict"
	// 155 VNĐ: 155 VND unit "" doubt "currency"
}

func ExampleFromDocument() {
	d, faults := intake.ParseDocument([]byte(`{"code": "1.000001", "name": "Thủ tục mẫu", "status": "1",
		"papers": [{"case": "Lần đầu", "papers": [{"name": "Tờ khai", "originals": "một"}]}]}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	p, losses := intake.FromDocument(&d)
	fmt.Println(p.Cases[0].ID, p.Papers[0].Name.Vi)
	for _, l := range losses {
		fmt.Printf("%v %q → %q %q\n", l.Kind, l.Pointer, l.Target, l.Raw)
	}
	// Output:
	// Lần đầu Tờ khai
	// defaulted "" → "/validity" ""
	// unread "/papers/0/papers/0/originals" → "/papers/0/originals" "một"
}

func ExampleToDocument() {
	p := catalog.Procedure{Code: "1.000001", Status: catalog.StatusPublic, Redress: "Khiếu nại theo Luật Khiếu nại"}
	d, losses := intake.ToDocument(&p)
	fmt.Println(d.Code, d.Status, losses[0].Kind, losses[0].Pointer)
	// Output:
	// 1.000001 1 dropped /redress
}

func ExampleParseDocuments() {
	list, faults := intake.ParseDocuments([]byte(`[{"code": "1.000001"}, {"name": "không mã"}]`), nil)
	fmt.Println(len(list), faults)
	// Output:
	// 2 line 1: /1/code: DOC-MEMBER-03: required member missing
}

func ExampleDocuments() {
	for _, d := range intake.Documents() {
		fmt.Println(d.Name)
	}
	// Output:
	// procedureDocument
	// importLoss
}
