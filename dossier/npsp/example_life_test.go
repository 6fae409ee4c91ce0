package npsp_test

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
)

// filed is a dossier that was filed, received and is in hand.
func filed() *dossier.Dossier {
	limit, _ := workday.ParseLimit("5 working days")
	monday := time.Date(2026, 7, 6, 9, 0, 0, 0, motcua.Vietnam())
	counter := dossier.Actor{Role: dossier.RoleCounter, Name: "Trần Thị Mẫu", Title: "Chuyên viên"}
	return dossier.Fold([]dossier.Event{
		{ID: "1", Action: dossier.ActionSubmit, At: monday, By: counter, To: dossier.StateRegistered, Details: dossier.Details{
			Filing: &dossier.Filing{
				Code: "H56.12-260706-0001", Procedure: "1.004194", Name: "Đăng ký tạm trú", Field: "G01-DC02", FieldName: "Cư trú", Channel: motcua.ChannelInPerson,
				Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Nguyễn Văn Mẫu", Identities: []person.Identity{{Type: person.TypeCitizen, Number: "001000000123"}}}},
				Reception: dossier.Place{Unit: "H56.12"}, Competent: dossier.Place{Unit: "H56.12", Name: "UBND xã Mẫu"}, Delivery: dossier.DeliveryCounter,
			},
			Grant: &dossier.Grant{Limit: &limit, Supplements: 1},
		}},
		{ID: "2", Action: dossier.ActionReceive, At: monday.Add(time.Hour), By: counter, To: dossier.StateReceived},
		{ID: "3", Action: dossier.ActionHandOver, At: monday.Add(2 * time.Hour), By: counter, To: dossier.StateProcessing, Details: dossier.Details{
			Reason: "thẩm định", Desk: &dossier.Desk{Unit: "H56.12", Step: "Thẩm định"},
		}},
	})
}

func ExampleMessagesOf() {
	d := filed()
	office, _ := workday.National().Office(workday.UsualHours())
	terms, _ := d.Terms(office, nil, nil)
	m, steps, losses, err := npsp.MessagesOf(d, &terms)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.MaHoSo, m.TrangThaiHoSo, m.NgayTiepNhan, m.NgayHenTra, m.Check().Err())
	for _, s := range steps {
		fmt.Println(s.TrangThai, s.ThoiDiemXuLy, s.NoiDungXuLy.String())
	}
	for _, l := range losses {
		fmt.Println(l)
	}
	_, _, _, err = npsp.MessagesOf(new(dossier.Dossier), nil)
	fmt.Println(err)
	// Output:
	// H56.12-260706-0001 4 20260706100000 20260713100000 <nil>
	// 1 20260706090000 Nộp hồ sơ
	// 2 20260706100000 Tiếp nhận
	// 4 20260706110000 Chuyển xử lý: thẩm định
	// /events: NPSP-LOSS-01: the ids of events
	// /events: NPSP-LOSS-02: the capacity, account and unit of who acted
	// /events/0/grant: NPSP-LOSS-03: what the procedure grants
	// /events/1/due: NPSP-LOSS-06: an appointment: one that followed from the limit, or was put off with an apology
	// /events/2/desk: NPSP-LOSS-04: the desk it went to, and its time
	// a draft of 0 events has no message
}

func ExampleDossierOf() {
	m := npsp.Dossier{
		MaHoSo: "000.00.12.H56-260706-0001", MaTTHC: "1.004194", KenhThucHien: "2", NgayNopHoSo: "20260706083000", NgayTiepNhan: "20260706090000",
		NgayHenTra: "20260713090000", TrangThaiHoSo: "4", SoBienNhan: "17",
	}
	steps := []npsp.Progress{{MaHoSo: m.MaHoSo, NguoiXuLy: "Trần Thị Mẫu", ThoiDiemXuLy: "20260707080000", TrangThai: "4", NoiDungXuLy: "Thẩm định"}}
	d, losses := npsp.DossierOf(&m, steps)
	for _, e := range d.Events {
		fmt.Println(e)
	}
	fmt.Println(losses)
	// Output:
	// 2026-07-06T08:30:00+07:00 submit by system: awaitingAnswer
	// 2026-07-06T09:00:00+07:00 receive by system: received
	// 2026-07-07T08:00:00+07:00 handOver by counter: processing
	// [/SoBienNhan: NPSP-LOSS-31: a dossier has no place for this]
}

func ExampleBriefsOf() {
	briefs, err := npsp.BriefsOf(filed(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range briefs {
		fmt.Printf("%v %s %d\n", b.Kind, b.Dossier, b.State)
	}
	// Output:
	// dossier H56.12-260706-0001 4
	// progress H56.12-260706-0001 1
	// progress H56.12-260706-0001 2
	// progress H56.12-260706-0001 4
}
