package house_test

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/house"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// march is a time in March 2026.
func march(day, hour int) time.Time {
	return time.Date(2026, time.March, day, hour, 0, 0, 0, motcua.Vietnam())
}

// submitted is the dossier of a birth that sets off two others.
func submitted() *dossier.Dossier {
	f := filing("H56.12-260302-0001", "2.000986", "H56.12")
	f.Children = []dossier.Child{
		{Code: "H56.12-260302-0002", Procedure: "1.004222", Name: "Đăng ký thường trú", Competent: dossier.Place{Unit: "H56.13"}},
		{Code: "H56.12-260302-0003", Procedure: "1.999999", Name: "Cấp thẻ bảo hiểm y tế", Competent: dossier.Place{Unit: "H56.14"}},
	}
	limit, _ := workday.ParseLimit("20 working days")
	d := &dossier.Dossier{}
	e, err := d.Decide(&dossier.Command{
		ID: "e1", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant},
		Details: dossier.Details{Filing: f, Grant: &dossier.Grant{Limit: &limit, Supplements: 1}},
	}, &dossier.Setting{Now: march(2, 9)})
	if err != nil {
		log.Fatal(err)
	}
	d.Apply(e)
	return d
}

// Codes count up by unit and day, whichever way the unit is written.
func ExampleAllocateCode() {
	var serials house.MemorySerials
	for _, unit := range []motcua.UnitCode{"H56.12", "000.00.12.H56", "H56.13"} {
		code, err := house.AllocateCode(context.Background(), &serials, unit, march(2, 9))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(code, code.Legacy())
	}
	// Output:
	// H56.12-260302-0001 000.00.12.H56-260302-0001
	// H56.12-260302-0002 000.00.12.H56-260302-0002
	// H56.13-260302-0001 000.00.13.H56-260302-0001
}

// Whom to tell what of the latest event.
func ExampleNotices() {
	d := submitted()
	office, _ := workday.National().Office(workday.UsualHours())
	s := dossier.Setting{Now: march(2, 10), Office: office}
	e, err := d.Decide(&dossier.Command{ID: "e2", Action: dossier.ActionReceive, By: dossier.Actor{Role: dossier.RoleCounter}}, &s)
	if err != nil {
		log.Fatal(err)
	}
	d.Apply(e)
	for _, n := range house.Notices(d, &s) {
		fmt.Printf("%s: %s\n%s\n", n.To, n.Text.En, n.Text.Vi)
	}
	// Output:
	// applicant: Dossier H56.12-260302-0001 was received. The result is due Monday 30 March 2026, 10:00.
	// Hồ sơ H56.12-260302-0001 đã được tiếp nhận. Ngày hẹn trả kết quả: 10:00 thứ Hai 30/03/2026.
}

// A birth files the residence and the health insurance of the child.
func ExampleChildCommands() {
	for _, c := range house.ChildCommands(&submitted().Events[0]) {
		fmt.Println(c.ID, c.Filing.Procedure, c.Filing.Name, "at", c.Filing.Competent.Unit, "of", c.Filing.Parent)
	}
	// Output:
	// e1/H56.12-260302-0002 1.004222 Đăng ký thường trú at H56.13 of H56.12-260302-0001
	// e1/H56.12-260302-0003 1.999999 Cấp thẻ bảo hiểm y tế at H56.14 of H56.12-260302-0001
}

// The filing is answered when the last of them has ended.
func ExampleJoin() {
	parent := submitted()
	var children []*dossier.Dossier
	for _, c := range house.ChildCommands(&parent.Events[0])[:1] {
		child := &dossier.Dossier{}
		e, err := child.Decide(&c, &dossier.Setting{Now: march(2, 9)})
		if err != nil {
			log.Fatal(err)
		}
		child.Apply(e)
		children = append(children, child)
	}
	all := house.Join(parent, children, &dossier.Setting{Now: march(3, 9)})
	fmt.Println("open:", all.Open)
	fmt.Println("missing:", all.Missing)
	// Output:
	// open: [H56.12-260302-0001 H56.12-260302-0002]
	// missing: [H56.12-260302-0003]
}

// After the mergers of 1 July 2025 the dossiers of Hà Giang (H22) are those of Tuyên
// Quang (H60).
func ExampleSuccessor() {
	d := dossier.Dossier{Competent: dossier.Place{Unit: "H22", Name: "Tỉnh Hà Giang"}}
	for _, day := range []string{"2025-06-30", "2025-07-01"} {
		desk, err := house.Successor(&d, unit.Standard(), motcua.MustDate(day))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(day, desk.Unit, desk.Name, desk.Unit != d.Competent.Unit)
	}
	// Output:
	// 2025-06-30 H22 Tỉnh Hà Giang false
	// 2025-07-01 H60 Tỉnh Tuyên Quang true
}

// What was quoted is what a filing or a demand states.
func ExampleFeesOf() {
	fees := house.FeesOf([]payment.Line{{Code: "LP01", Name: motcua.Text{Vi: "Lệ phí đăng ký cư trú", En: "Fee of residence"}, Kind: payment.KindLePhi, Amount: payment.MustMoney("7000 VND")}})
	fmt.Println(fees[0].Code, fees[0].Name, fees[0].Kind, fees[0].Amount)
	// Output: LP01 Lệ phí đăng ký cư trú le-phi 7000 VND
}
