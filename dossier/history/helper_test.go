package history_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// Whom these dossiers are of and where: nobody, and nowhere. Whatever names a person
// holds the secret.
const (
	code   = "H56.12-260302-0001"
	unit   = motcua.UnitCode("H56.12")
	other  = motcua.UnitCode("H56.13")
	secret = "Bưởi<&>"
)

var begin = time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())

// hours is so many hours after the beginning.
func hours(n int) time.Time { return begin.Add(time.Duration(n) * time.Hour) }

func setting(n int) *dossier.Setting { return &dossier.Setting{Now: hours(n)} }

func filing(code string) *dossier.Filing {
	place := dossier.Place{Unit: unit, Name: "Sở Xây dựng"}
	who := person.Person{
		Name: secret, Phone: "0900000000", Email: secret + "@example.com", Address: secret,
		Identities: []person.Identity{{Type: person.TypeCitizen, Number: "001099000001", Issuer: secret}},
	}
	return &dossier.Filing{
		Code: code, Procedure: "1.004194", Channel: motcua.ChannelOnline, Applicant: person.Applicant{Kind: person.Citizen, Person: who, Account: secret},
		Reception: place, Competent: place, Delivery: dossier.DeliveryCounter, Subject: secret,
		Answers: map[string]motcua.Scalar{"storeys": motcua.NumberScalar(2), "who": motcua.TextScalar(secret), "old": motcua.FlagScalar(false), "parcel": motcua.NumberScalar(1<<53 + 1)},
	}
}

var plan = dossier.Paper{ID: "p1", Code: "KQ.G17.000001", Name: "Bản vẽ", Form: dossier.PaperElectronic}

// command is one with complete details; of the same number has the same id.
func command(n int, a dossier.Action, by dossier.Role) *dossier.Command {
	c := &dossier.Command{ID: fmt.Sprint("c", n), Action: a, By: dossier.Actor{Role: by, ID: secret, Name: secret, Title: "Chuyên viên"}}
	switch a {
	case dossier.ActionSubmit:
		limit, _ := workday.ParseLimit("5 working days")
		c.Filing, c.Papers = filing(code), []dossier.Paper{plan}
		c.Grant = &dossier.Grant{Limit: &limit, Answer: "online", Supplements: 9, Papers: []dossier.Required{{Code: plan.Code, Name: plan.Name}}}
	case dossier.ActionAskSupplement:
		c.Request = &dossier.Request{ID: int64(n), Text: "Thiếu bản vẽ của " + secret, Papers: []string{plan.Code}}
	case dossier.ActionSupplement:
		c.Papers = []dossier.Paper{plan}
	case dossier.ActionDemandPayment:
		c.Demand = &dossier.Demand{Order: fmt.Sprint("o", n), Fees: []dossier.Fee{{Name: "Lệ phí", Amount: payment.MustMoney("25000 VND")}}}
	case dossier.ActionConfirmPayment:
		c.Payment = &dossier.Payment{Order: fmt.Sprint("o", n), Amount: payment.MustMoney("25000 VND")}
	case dossier.ActionForward, dossier.ActionTransfer, dossier.ActionHandOver:
		c.Desk = &dossier.Desk{Unit: unit, Step: "thẩm định", Handler: secret}
	case dossier.ActionExtend:
		c.Due, c.Apology = hours(24*9), "1/TXL"
	case dossier.ActionFinish, dossier.ActionSignResult:
		c.Results = []dossier.Result{{Name: "Giấy phép", Document: true, Electronic: true}}
	case dossier.ActionCorrect:
		c.Filing = filing(code)
		c.Filing.Subject = fmt.Sprint(secret, " đã sửa lần ", n)
	case dossier.ActionRate:
		c.Rating = &dossier.Rating{Satisfied: true}
	}
	c.Reason = "Theo đề nghị của " + secret
	return c
}

// life is a life of eight commands, from the filing to the result at the pick-up point.
func life() []*dossier.Command {
	return []*dossier.Command{
		command(0, dossier.ActionSubmit, dossier.RoleApplicant),
		command(1, dossier.ActionReceive, dossier.RoleCounter),
		command(2, dossier.ActionHandOver, dossier.RoleCounter),
		command(3, dossier.ActionAskSupplement, dossier.RoleHandler),
		command(4, dossier.ActionSupplement, dossier.RoleApplicant),
		command(5, dossier.ActionFinish, dossier.RoleHandler),
		command(6, dossier.ActionSignResult, dossier.RoleLeader),
		command(7, dossier.ActionIssue, dossier.RoleCounter),
	}
}

// lived is a Log on which so many commands of a life were done, one in an hour.
func lived(t testing.TB, n int) *motcua.MemoryLog {
	t.Helper()
	log := new(motcua.MemoryLog)
	for i, c := range life()[:n] {
		if _, err := (history.Store{Log: log}).Execute(context.Background(), code, c, setting(i)); err != nil {
			t.Fatal(err)
		}
	}
	return log
}

// recorded is what a Log holds of the dossier.
func recorded(t testing.TB, log motcua.Log) (records []motcua.Record) {
	t.Helper()
	for r, err := range log.Read(context.Background(), history.StreamOf(code), 0) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}

// broken is a storage that gives back what it likes.
type broken []motcua.Record

func (b broken) Append(context.Context, string, int64, ...motcua.Event) (int64, error) {
	panic("nothing may be appended to a history with faults")
}

func (b broken) Read(context.Context, string, int64) iter.Seq2[motcua.Record, error] {
	return func(yield func(motcua.Record, error) bool) {
		for _, r := range b {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// verify are the faults of a history and its head.
func verify(t testing.TB, log motcua.Log, kept history.Head) (history.Head, motcua.Faults) {
	t.Helper()
	head, faults, err := history.Store{Log: log}.Verify(context.Background(), code, kept)
	if err != nil {
		t.Fatal(err)
	}
	return head, faults
}

// sound fails unless a history has no faults; it gives its events.
func sound(t testing.TB, log motcua.Log) []dossier.Event {
	t.Helper()
	d, head, err := history.Store{Log: log}.Load(context.Background(), code)
	if err != nil || head.Version != d.Version() {
		t.Fatalf("%v: %v", head, err)
	}
	for i, r := range recorded(t, log) {
		if r.Version != int64(i+1) || r.ID != d.Events[i].ID {
			t.Fatalf("place %d holds version %d, %v", i+1, r.Version, d.Events[i])
		}
	}
	if _, faults := dossier.Replay(d.Events, &dossier.Setting{}); faults.Err() != nil {
		t.Fatalf("%v is not lawful: %v", d.Events, faults)
	}
	return d.Events
}

// exact compares all members, those too that nobody can name.
var exact = cmp.Exporter(func(reflect.Type) bool { return true })

// membersOf are the members of a JSON object, with numbers as they are written.
func membersOf(t testing.TB, data []byte) map[string]any {
	t.Helper()
	members := map[string]any{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&members); err != nil {
		t.Fatal(err)
	}
	return members
}

// codes are the faults without their messages.
func codes(faults motcua.Faults) (list []string) {
	for _, f := range faults {
		list = append(list, f.Code+" "+f.Pointer)
	}
	return list
}
