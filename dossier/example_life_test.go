package dossier_test

import (
	"errors"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
)

// exampleProcedure is a procedure of the sample as it stood in March 2026.
func exampleProcedure(code motcua.ProcedureCode) *catalog.Procedure {
	p, ok := sample.Catalog().At(motcua.MustDate("2026-03-02"), time.Time{}).Lookup(code)
	if !ok {
		log.Fatal("the sample has no ", code)
	}
	return p
}

// exampleFiling files a registration of temporary residence, with one paper.
func exampleFiling() dossier.Details {
	place := dossier.Place{Unit: "H56.12", Name: "Công an xã Mẫu"}
	return dossier.Details{
		Filing: &dossier.Filing{
			Code: "H56.12-260302-0001", Procedure: "1.004194", Case: "single", Channel: motcua.ChannelOnline, Reception: place, Competent: place,
			Delivery: dossier.DeliveryCounter, Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Nguyễn Văn Mẫu"}},
		},
		Papers: []dossier.Paper{{ID: "p1", Name: "Tờ khai thay đổi thông tin cư trú", Form: dossier.PaperElectronic}},
	}
}

// exampleLife is that filing, received, and sent back for a supplement that came.
func exampleLife() *dossier.Dossier {
	by := func(r dossier.Role) dossier.Actor { return dossier.Actor{Role: r, Unit: "H56.12"} }
	d, setting := new(dossier.Dossier), dossier.Setting{Procedure: exampleProcedure("1.004194")}
	for i, c := range []dossier.Command{
		{Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant, Name: "Nguyễn Văn Mẫu"}, Details: exampleFiling()},
		{Action: dossier.ActionReceive, By: by(dossier.RoleCounter)},
		{Action: dossier.ActionHandOver, By: by(dossier.RoleCounter), Details: dossier.Details{Desk: &dossier.Desk{Unit: "H56.12", Step: "thẩm định"}}},
		{Action: dossier.ActionAskSupplement, By: by(dossier.RoleHandler), Details: dossier.Details{Request: &dossier.Request{ID: 1, Text: "Bản khai thiếu ngày"}}},
		{Action: dossier.ActionSupplement, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: dossier.Details{Papers: exampleFiling().Papers}},
	} {
		c.ID, setting.Now = fmt.Sprint("c", i), march(2+i/4, 9+i%4, 0)
		e, err := d.Decide(&c, &setting)
		if err != nil {
			log.Fatal(err)
		}
		d.Apply(e)
	}
	return d
}

// A dossier is filed and received. Its result cannot be handed over yet: what may be done?
func Example() {
	office, _ := workday.National().Office(workday.UsualHours())
	setting := dossier.Setting{Office: office, Procedure: exampleProcedure("1.004194")} // temporary residence
	d := new(dossier.Dossier)
	for i, c := range []dossier.Command{
		{ID: "a", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: exampleFiling()},
		{ID: "b", Action: dossier.ActionReceive, By: dossier.Actor{Role: dossier.RoleCounter, Unit: "H56.12"}},
		{ID: "c", Action: dossier.ActionReturnResult, By: dossier.Actor{Role: dossier.RoleCounter, Unit: "H56.12"}},
	} {
		setting.Now = march(2, 9+i, 0)
		e, err := d.Decide(&c, &setting) // nothing is changed yet
		var refusal *dossier.RefusalError
		if errors.As(err, &refusal) {
			fmt.Println("refused:", err)
			for _, o := range refusal.Lawful {
				if !o.Until.IsZero() {
					fmt.Println("-", o.Title.En, "by", o.By, "until", o.Until.Format("02/01 15:04"))
				}
			}
			continue
		}
		d.Apply(e)
		fmt.Println(e)
	}
	ledger, err := d.Ledger(&setting)
	if err != nil {
		log.Fatal(err)
	}
	due, _ := ledger.Due()
	fmt.Println(d, "– due", workday.InWords(due).En)
	// Output:
	// 2026-03-02T09:00:00+07:00 submit by applicant: awaitingAnswer
	// 2026-03-02T10:00:00+07:00 receive by counter of H56.12: received
	// refused: returnResult by counter in state received: this state does not take the action
	// - Forward by [counter] until 05/03 10:00
	// - Transfer by [counter leader system] until 05/03 10:00
	// - Hand over by [counter handler] until 05/03 10:00
	// - Extend with an apology by [counter handler leader] until 05/03 10:00
	// dossier H56.12-260302-0001: received after 2 events – due Thursday 5 March 2026, 10:00
}

// A dossier is the fold of its events: of fewer events it is what it was then.
func ExampleFold() {
	events := exampleLife().Events
	for n := range len(events) + 1 {
		d := dossier.Fold(events[:n])
		fmt.Println(n, d.Stands(), "papers:", len(d.Papers), "requests:", len(d.Requests))
	}
	// Output:
	// 0 draft papers: 0 requests: 0
	// 1 awaitingAnswer papers: 1 requests: 0
	// 2 received papers: 1 requests: 0
	// 3 processing papers: 1 requests: 0
	// 4 supplement papers: 1 requests: 1
	// 5 processing papers: 1 requests: 1
}

// A procedure grants by channel and case; what does not fit it is told with its place.
func ExampleGrantOf() {
	filing := exampleFiling().Filing
	for _, channel := range []motcua.Channel{motcua.ChannelOnline, motcua.ChannelInPerson, motcua.ChannelPost} {
		filing.Channel = channel
		grant, faults := dossier.GrantOf(exampleProcedure("1.004194"), filing, nil)
		if err := faults.Err(); err != nil {
			fmt.Println(channel, err)
			continue
		}
		fmt.Printf("%s: within %s, answer %q, requests: %d, %s\n", channel, grant.Limit, grant.Answer, grant.Supplements, grant.Papers[0].Name)
	}
	// Output:
	// online: within 3 working days, answer "online", requests: 1, Tờ khai thay đổi thông tin cư trú
	// inPerson: within 3 working days, answer "", requests: 1, Tờ khai thay đổi thông tin cư trú
	// post /channel: DOS-FIL-01: the procedure has no such channel or option
}

// What the catalogue does not say is a row with its source.
func ExampleStandardLifeRules() {
	rules := dossier.StandardLifeRules()
	for _, row := range append(rules.Procedures, rules.Default) {
		fmt.Printf("%q %s, requests: %d", row.Code, row.Source.Basis, row.Supplements)
		for _, own := range row.Own {
			fmt.Print(", ", own.Reason, " within ", own.Limit, ", then ", own.Then)
		}
		fmt.Println()
	}
	// Output:
	// "1.014232" practice, requests: 2
	// "1.013218" practice, requests: 1, supplement within 20 days, then stop
	// "2.000795" practice, requests: 1, supplement within 30 days, then stop
	// "1.012344" practice, requests: 1, supplement within 12 months, then stop
	// "" practice, requests: 1
}

// A province keeps rules of its own; all that is wrong with them is said at once.
func ExampleParseLifeRules() {
	_, faults := dossier.ParseLifeRules([]byte(`{
		"default": {"supplements": -1, "source": {"basis": "ours"}},
		"procedures": [{"code": "1.004194.000.00.00.H56", "supplements": 2, "source": {"basis": "ours"}}],
		"answers": [
			{"channel": "online", "answer": "online", "source": {"basis": "ours"}},
			{"channel": "online", "answer": "paper", "source": {"basis": "ours"}}]}`))
	for _, f := range faults {
		fmt.Println(f.Line, f.Pointer, f.Message.En)
	}
	// Output:
	// 2 /default/supplements below zero
	// 3 /procedures/0/code no national code
	// 6 /answers/1/channel the channel stands above
}

// Members that identify a person are marked, and left out of what is public.
func ExamplePersonalFields() {
	for _, pointer := range dossier.PersonalFields() {
		if !strings.HasPrefix(pointer, "/filing/applicant/") {
			fmt.Println(pointer)
		}
	}
	d := exampleLife()
	fmt.Printf("%q %q\n", d.Events[0].By.Name, d.Public().Events[0].By.Name)
	// Output:
	// /by/id
	// /by/name
	// /reason
	// /filing/answers
	// /filing/subject
	// /papers/*/file/name
	// /papers/*/file/url
	// /request/text
	// /desk/handler
	// /results/*/file/name
	// /results/*/file/url
	// "Nguyễn Văn Mẫu" ""
}

// A history in which somebody changed a word and repeated an event is held to the rows.
func ExampleReplay() {
	events := exampleLife().Events
	events[4].To = dossier.StateFinished // supplements finish nothing
	d, faults := dossier.Replay(append(events, events[1]), new(dossier.Setting))
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	fmt.Println(d)
	// Output:
	// /4/to DOS-HIS-04 leads to processing, not to finished
	// /5/id DOS-HIS-01 the id stands above
	// dossier H56.12-260302-0001: finished after 5 events
}

// The portal has ten states; each is read as one of ours.
func ExampleStateOfNational() {
	for code := range 11 {
		if s, ok := dossier.StateOfNational(code); ok {
			fmt.Println(code, s, "–", s.Title().Vi)
		}
	}
	// Output:
	// 1 registered – Mới đăng ký
	// 2 received – Được tiếp nhận
	// 3 refused – Không được tiếp nhận
	// 4 processing – Đang xử lý
	// 5 supplement – Yêu cầu bổ sung giấy tờ
	// 6 payment – Yêu cầu thực hiện nghĩa vụ tài chính
	// 7 withdrawn – Công dân yêu cầu rút hồ sơ
	// 8 stopped – Dừng xử lý
	// 9 finished – Đã xử lý xong
	// 10 returned – Đã trả kết quả
}

// The life is rows: where can a dossier go once the work is done?
func ExampleTransitions() {
	for _, row := range dossier.Transitions() {
		if row.From == dossier.StateFinished && row.To != row.From || row.From == dossier.StateResultReady && row.To.Terminal() {
			fmt.Println(row.From, row.On, row.By, row.Guards, "→", row.To, "–", row.Source.Act, row.Source.Basis)
		}
	}
	// Output:
	// finished issue [counter handler leader] [signed] → resultReady –  ours
	// finished reopen [leader] [wasReceived] → processing –  ours
	// resultReady returnResult [counter system] [nothingOwed] → returned – 118/2025/NĐ-CP practice
}
