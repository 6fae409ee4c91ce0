package transcript_test

import (
	"encoding/json"
	"fmt"
	"log"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
)

// The dossier of these tests is nobody's: it is decided by one body.
const (
	code    = "H56.12-260302-0001"
	decides = motcua.UnitCode("H56.12")
)

// commands are what is asked for in its life: it is filed, received and handed over,
// waits a day for a paper, and is finished.
func commands() []dossier.Command {
	limit, _ := workday.ParseLimit("5 working days")
	place := dossier.Place{Unit: decides, Name: "Sở Xây dựng"}
	plan := dossier.Paper{ID: "p1", Code: "KQ.G17.000001", Name: "Bản vẽ", Form: dossier.PaperElectronic}
	citizen := dossier.Actor{Role: dossier.RoleApplicant}
	counter, handler := dossier.Actor{Role: dossier.RoleCounter, Unit: decides}, dossier.Actor{Role: dossier.RoleHandler, Unit: decides}
	return []dossier.Command{
		{ID: "c0", Action: dossier.ActionSubmit, By: citizen, Details: dossier.Details{
			Filing: &dossier.Filing{
				Code: code, Procedure: "1.013218", Channel: motcua.ChannelOnline, Reception: place, Competent: place, Delivery: dossier.DeliveryCounter,
				Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{
					Name: "Nguyễn Văn Mẫu", Identities: []person.Identity{{Type: person.TypeCitizen, Number: "001099000001"}},
				}},
			},
			Grant:  &dossier.Grant{Limit: &limit, Answer: "online", Supplements: 1},
			Papers: []dossier.Paper{plan},
		}},
		{ID: "c1", Action: dossier.ActionReceive, By: counter},
		{ID: "c2", Action: dossier.ActionHandOver, By: counter, Details: dossier.Details{Desk: &dossier.Desk{Unit: decides, Step: "thẩm định"}}},
		{ID: "c3", Action: dossier.ActionAskSupplement, By: handler, Details: dossier.Details{Request: &dossier.Request{ID: 1, Text: "Thiếu bản vẽ"}}},
		{ID: "c4", Action: dossier.ActionSupplement, By: citizen, Details: dossier.Details{Papers: []dossier.Paper{plan}}},
		{ID: "c5", Action: dossier.ActionFinish, By: handler, Details: dossier.Details{Results: []dossier.Result{{Name: "Giấy phép", Document: true}}}},
	}
}

// lived is the dossier after so many of the commands, one a day at 09:00 from Monday,
// 2 March 2026, and the setting of the last.
func lived(n int) (*dossier.Dossier, *dossier.Setting) {
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	d, s := new(dossier.Dossier), &dossier.Setting{Office: office}
	for i, c := range commands()[:n] {
		s.Now = time.Date(2026, time.March, 2+i, 9, 0, 0, 0, motcua.Vietnam())
		e, err := d.Decide(&c, s)
		if err != nil {
			log.Fatal(fmt.Errorf("command %d: %w", i, err))
		}
		d.Apply(e)
	}
	return d, s
}

// written is a value as it is written.
func written(t testing.TB, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
