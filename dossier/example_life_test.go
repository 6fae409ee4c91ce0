package dossier_test

import (
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
)

// exampleFiling is the filing of a temporary residence, online.
func exampleFiling() *dossier.Filing {
	police := dossier.Place{Unit: "H56.12", Name: "Công an phường Mẫu"}
	return &dossier.Filing{
		Code: "H56.12-260302-0001", Procedure: "1.004194", Case: "single", Channel: motcua.ChannelOnline,
		Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Nguyễn Văn Mẫu"}},
		Reception: police, Competent: police, Delivery: dossier.DeliveryCounter,
	}
}

// exampleSetting is an office with the usual hours at a time.
func exampleSetting(now time.Time) *dossier.Setting {
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	return &dossier.Setting{Now: now, Office: office}
}

// exampleLife is the dossier in hand, with the setting of its last event: three working
// days, one of which it waited for a paper.
func exampleLife() (*dossier.Dossier, *dossier.Setting) {
	s, d := exampleSetting(march(2, 9, 0)), &dossier.Dossier{}
	s.Procedure, _ = sample.Catalog().At(motcua.DateOf(s.Now), time.Time{}).Lookup("1.004194")
	desk := dossier.Desk{Unit: "H56.12", Department: "Tổ cư trú", Handler: "Lê Văn Ví Dụ", Step: "thẩm định"}
	form := dossier.Paper{ID: "p1", Name: "Tờ khai thay đổi thông tin cư trú", Form: dossier.PaperElectronic}
	for i, step := range []struct {
		at   time.Time
		do   dossier.Action
		by   dossier.Role
		with dossier.Details
	}{
		{march(2, 9, 0), dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{Filing: exampleFiling(), Papers: []dossier.Paper{form}}},
		{march(2, 10, 0), dossier.ActionReceive, dossier.RoleCounter, dossier.Details{}},
		{march(2, 11, 0), dossier.ActionHandOver, dossier.RoleCounter, dossier.Details{Desk: &desk}},
		{march(3, 9, 0), dossier.ActionAskSupplement, dossier.RoleHandler, dossier.Details{Request: &dossier.Request{ID: 1, Text: "Thiếu chữ ký"}}},
		{march(4, 9, 0), dossier.ActionSupplement, dossier.RoleApplicant, dossier.Details{Papers: []dossier.Paper{form}}},
	} {
		s.Now = step.at
		e, err := d.Decide(&dossier.Command{ID: fmt.Sprint("e", i+1), Action: step.do, By: dossier.Actor{Role: step.by}, Details: step.with}, s)
		if err != nil {
			log.Fatal(err)
		}
		d.Apply(e)
	}
	return d, s
}

// One lawful command is one event; what is not lawful is refused, with what is instead.
func ExampleDossier_Decide() {
	s := exampleSetting(march(2, 9, 0))
	s.Procedure, _ = sample.Catalog().At(motcua.DateOf(s.Now), time.Time{}).Lookup("1.004194")
	d := &dossier.Dossier{}
	command := dossier.Command{ID: "e1", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: dossier.Details{Filing: exampleFiling()}}
	_, err := d.Decide(&command, s)
	fmt.Println(errors.Is(err, dossier.ErrRefusal))

	command.Papers = []dossier.Paper{{ID: "p1", Name: "Tờ khai thay đổi thông tin cư trú", Form: dossier.PaperElectronic}}
	e, err := d.Decide(&command, s)
	if err != nil {
		log.Fatal(err)
	}
	d.Apply(e)
	fmt.Println(e)
	fmt.Println(d)
	_, err = d.Decide(&command, s)
	fmt.Println(err)
	// Output:
	// true
	// 2026-03-02T09:00:00+07:00 submit by applicant: awaitingAnswer
	// dossier H56.12-260302-0001: awaitingAnswer after 1 events
	// command "e1" was done already
}

// A dossier is what its history makes it, at any time.
func ExampleFold() {
	d, _ := exampleLife()
	again := dossier.Fold(d.Events)
	fmt.Println(again)
	fmt.Println(d.At(march(3, 12, 0)))
	// Output:
	// dossier H56.12-260302-0001: processing after 5 events
	// dossier H56.12-260302-0001: supplement after 4 events
}

// What may happen next, by whom, and by when.
func ExampleDossier_Next() {
	d, s := exampleLife()
	for _, o := range d.Next(s) {
		if o.Action == dossier.ActionFinish || o.Action == dossier.ActionAskSupplement {
			fmt.Println(o.Action, "by", o.By, "needs", o.Needs, "blocked by", o.Blocked, "until", o.Until.Format("02/01 15:04"))
		}
	}
	// Output:
	// askSupplement by [counter handler] needs [request] blocked by [requestsLeft] until 06/03 10:00
	// finish by [handler leader] needs [results] blocked by [] until 06/03 10:00
}

// A history is held to the rows of the life: all faults at once.
func ExampleReplay() {
	d, s := exampleLife()
	events := append([]dossier.Event{}, d.Events...)
	events[2].By.Role = dossier.RoleApplicant
	events[4].To = dossier.StateReturned
	_, faults := dossier.Replay(events, s)
	for _, f := range faults {
		fmt.Println(f.Code, f.Pointer, f.Message.En)
	}
	// Output:
	// DOS-HIS-03 /2 handOver in state received: it is for somebody else to do
	// DOS-HIS-04 /4/to leads to processing, not to returned
}

// Nobody is shown in public, and all else stays.
func ExampleDossier_Public() {
	d, _ := exampleLife()
	fmt.Println(d.Filing.Applicant.Person.Name, d.Holder.Handler, d.Requests[0].Text)
	public := d.Public()
	fmt.Printf("%q %q %q\n", public.Filing.Applicant.Person.Name, public.Holder.Handler, public.Requests[0].Text)
	fmt.Println(public.State, public.Holder.Department)
	// Output:
	// Nguyễn Văn Mẫu Lê Văn Ví Dụ Thiếu chữ ký
	// "" "" ""
	// processing Tổ cư trú
}

// The members that identify a person bear a tag.
func ExamplePersonalFields() {
	fields := dossier.PersonalFields()
	fmt.Println(len(fields) > 20, fields[0], fields[1])
	// Output: true /by/id /by/name
}

// Who had it, for how many office minutes, and whose turn it is.
func ExampleDossier_Holdings() {
	d, s := exampleLife()
	s.Now = march(9, 9, 0) // it was due on 6 March
	list, err := d.Holdings(s)
	if err != nil {
		log.Fatal(err)
	}
	for _, h := range list {
		fmt.Println(h.By, h.Desk.Department, h.State, h.Used, h.Late())
	}
	// Output:
	// counter  awaitingAnswer 60 false
	// counter  received 60 false
	// handler Tổ cư trú processing 330 false
	// applicant  supplement 0 false
	// handler Tổ cư trú processing 1350 true
}

// What the catalogue and the rules of the life grant a filing, frozen.
func ExampleGrantOf() {
	procedure, _ := sample.Catalog().At(motcua.MustDate("2026-03-02"), time.Time{}).Lookup("1.004194")
	grant, faults := dossier.GrantOf(procedure, exampleFiling(), dossier.StandardLifeRules())
	fmt.Println(faults)
	fmt.Println(grant.Limit, "- answered by the rule", grant.Answer, "-", grant.Supplements, "request for supplements")
	for _, p := range grant.Papers {
		fmt.Println(p.Name)
	}
	// Output:
	// no faults
	// 3 working days - answered by the rule online - 1 request for supplements
	// Tờ khai thay đổi thông tin cư trú
}

// Rules of a province: nobody is asked twice, and it is paid for before the reception.
func ExampleParseLifeRules() {
	rules, faults := dossier.ParseLifeRules([]byte(`{
		"default": {"supplements": 1, "payment": "before", "source": {"basis": "ours"}},
		"procedures": [{"code": "1.014232.000.00.00.H26", "supplements": 2, "source": {"basis": "ours"}}],
		"answers": []}`))
	fmt.Println(rules.Default.Payment)
	fmt.Println(faults)
	// Output:
	// before
	// line 3: /procedures/0/code: DOS-RUL-01: no national code
}

// The portal knows ten states; ours are finer and each is told as one of them.
func ExampleStateOfNational() {
	for code := 1; code <= 10; code++ {
		s, _ := dossier.StateOfNational(code)
		fmt.Println(code, s, s.Title().Vi)
	}
	code, _ := dossier.StateAtOtherBody.National()
	fmt.Println(dossier.StateAtOtherBody, "is told as", code)
	// Output:
	// 1 registered Mới đăng ký
	// 2 received Được tiếp nhận
	// 3 refused Không được tiếp nhận
	// 4 processing Đang xử lý
	// 5 supplement Yêu cầu bổ sung giấy tờ
	// 6 payment Yêu cầu thực hiện nghĩa vụ tài chính
	// 7 withdrawn Công dân yêu cầu rút hồ sơ
	// 8 stopped Dừng xử lý
	// 9 finished Đã xử lý xong
	// 10 returned Đã trả kết quả
	// atOtherBody is told as 4
}

// The life is rows, each with its source.
func ExampleTransitions() {
	for _, row := range dossier.Transitions() {
		if row.From == dossier.StateProcessing && row.To == dossier.StateFinished {
			fmt.Println(row.From, "–", row.On, "→", row.To, "by", row.By, "if", row.Guards, "clock", row.Clock)
			fmt.Println(row.Source.Note.En)
		}
	}
	// Output:
	// processing – finish → finished by [handler leader] if [resultKnown childrenEnded] clock [ended]
	// a step that all systems of the portal have
}
