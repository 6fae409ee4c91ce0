package forms_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing/fstest"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
)

// told is a dossier that was filed and received one Monday morning.
func told() *dossier.Dossier {
	limit, _ := workday.ParseLimit("3 working days")
	day := time.Date(2026, 3, 2, 9, 0, 0, 0, motcua.Vietnam())
	filing := &dossier.Filing{
		Code: "H56.12-260302-0001", Procedure: "1.004194", Name: "Đăng ký tạm trú",
		Applicant: person.Applicant{Person: person.Person{
			Name: "Nguyễn Văn Mẫu", Identities: []person.Identity{{Type: person.TypeCitizen, Number: "001099000001"}},
		}},
		Reception: dossier.Place{Unit: "H56.12", Name: "Trung tâm Phục vụ hành chính công phường Mẫu"},
		Competent: dossier.Place{Unit: "H56.12", Name: "Công an phường Mẫu"}, Delivery: dossier.DeliveryCounter,
	}
	return dossier.Fold([]dossier.Event{
		{ID: "1", Action: dossier.ActionSubmit, At: day, To: dossier.StateRegistered, By: dossier.Actor{Role: dossier.RoleApplicant},
			Details: dossier.Details{Filing: filing, Grant: &dossier.Grant{Limit: &limit}}},
		{ID: "2", Action: dossier.ActionReceive, At: day.Add(10 * time.Minute), To: dossier.StateReceived, By: dossier.Actor{Role: dossier.RoleCounter}},
	})
}

func ExampleOf() {
	office, _ := workday.National().Office(workday.UsualHours())
	setting := &forms.Setting{Head: forms.Head{Number: "27/TNHS"}, Life: dossier.Setting{Office: office}}
	d := told()

	receipt, err := forms.Of(d, forms.Receipt, setting)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(receipt)
	fmt.Println(receipt.Number, receipt.Title)
	fmt.Println(receipt.Subject.Applicant.Masked, receipt.Times.Due.Format("15:04 02/01/2006"))

	_, err = forms.Of(d, forms.Refusal, setting)
	fmt.Println(errors.Is(err, forms.ErrUnwarranted))
	fmt.Println(err)
	// Output:
	// form receipt of H56.12-260302-0001
	// 01 Giấy tiếp nhận hồ sơ và hẹn trả kết quả
	// 001********* 09:10 05/03/2026
	// true
	// the dossier does not warrant the form: "refusal" needs the event refuse, dossier "H56.12-260302-0001" in state received has none that stands
}

func ExampleSet_Write() {
	receipt, err := forms.Of(told(), forms.Receipt, &forms.Setting{})
	var page bytes.Buffer
	if err == nil {
		err = forms.Standard().Write(&page, &receipt)
	}
	fmt.Println(err)
	for line := range strings.Lines(page.String()) {
		if strings.Contains(line, "<h1>") || strings.Contains(line, "trả kết quả giải quyết") {
			fmt.Print(line)
		}
	}
	// Output:
	// <nil>
	// <h1>Giấy tiếp nhận hồ sơ và hẹn trả kết quả</h1>
	// <p>Thời gian trả kết quả giải quyết hồ sơ: <b class="whole">……………………</b></p>
}

func ExampleCompile() {
	residence := []motcua.ProcedureCode{"1.004194"}
	set, faults := forms.Compile([]forms.Row{{
		Procedures: residence, ID: forms.Receipt, Number: "CT04", Title: motcua.Text{Vi: "Giấy tiếp nhận hồ sơ", En: "Receipt"},
		Action: dossier.ActionReceive, Template: "ct04.html", Source: motcua.Source{Act: "66/2023/TT-BCA", Basis: motcua.BasisPractice},
	}}, fstest.MapFS{"ct04.html": {Data: []byte("<h1>{{.Title}}</h1>\n<p>{{.Subject.Applicant.Name}}, {{vi .Times.Received}}</p>\n")}})
	fmt.Println(faults.Err())
	for _, row := range set.For("1.004194")[:2] {
		fmt.Println(row.Number, row.Title.Vi, row.Source)
	}
	receipt, err := forms.Of(told(), forms.Receipt, &forms.Setting{Set: set})
	if err == nil {
		err = set.Write(os.Stdout, &receipt)
	}
	fmt.Println(err)
	// Output:
	// <nil>
	// CT04 Giấy tiếp nhận hồ sơ 66/2023/TT-BCA (practice)
	// 02 Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ 03/2025/TT-VPCP, Phụ lục I (press)
	// <h1>Giấy tiếp nhận hồ sơ</h1>
	// <p>Nguyễn Văn Mẫu, 09 giờ 10, ngày 02/03/2026</p>
	// <nil>
}

func ExampleRegisterOf() {
	register, err := forms.RegisterOf([]*dossier.Dossier{told(), told()}, &forms.Setting{})
	fmt.Println(register, err)
	for _, line := range register.Lines {
		fmt.Println(line.Number, line)
	}
	// Output:
	// form register of 2 dossiers <nil>
	// 1 H56.12-260302-0001: received
	// 2 H56.12-260302-0001: received
}

func ExampleParseForm() {
	form, faults := forms.ParseForm([]byte(`{"id":"receipt","number":"01","title":"","source":{"basis":"press"},"head":{"date":"2 tháng 3"}}`))
	fmt.Println(form)
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Message.En)
	}
	// Output:
	// form receipt
	// /head/date not a valid value
	// /title nothing is stated
}

func ExampleDocuments() {
	for _, d := range forms.Documents() {
		fmt.Println(d.Name, d.ID)
	}
	// Output: form https://github.com/motcua/motcua/schema/form-1.json
}
