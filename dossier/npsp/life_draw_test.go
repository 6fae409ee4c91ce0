package npsp

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

var lifeOffice = sync.OnceValue(func() *workday.Office {
	office, faults := workday.National().Office(workday.UsualHours())
	if faults != nil {
		panic(faults)
	}
	return office
})

// lifeTerms are the terms of a dossier in the usual office.
func lifeTerms(t testing.TB, d *dossier.Dossier) *dossier.Terms {
	t.Helper()
	terms, faults := d.Terms(lifeOffice(), nil, nil)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return &terms
}

// lives draws lawful lives: each command is one that Next offers, decided by Decide.
type lives struct {
	t    *rapid.T
	d    *dossier.Dossier
	now  time.Time
	made int // papers, requests, orders
}

// drawLife draws a dossier that was filed, and what became of it.
func drawLife(t *rapid.T) *dossier.Dossier {
	l := lives{t: t, d: new(dossier.Dossier), now: motcua.MustDate("2026-03-02").In(nil).Add(9 * time.Hour)}
	for n := rapid.IntRange(1, 18).Draw(t, "events"); len(l.d.Events) < n; {
		before := len(l.d.Events)
		for range 30 {
			if l.step(); len(l.d.Events) > before {
				break
			}
		}
		if len(l.d.Events) == before {
			break // nothing lawful came up
		}
	}
	if len(l.d.Events) == 0 {
		t.Fatal("no filing came up")
	}
	return l.d
}

func (l *lives) pick(n int) int { return rapid.IntRange(0, n-1).Draw(l.t, "pick") }

func (l *lives) step() {
	now := l.now.Add(rapid.SampledFrom([]time.Duration{0, 300 * time.Millisecond, time.Second, 40 * time.Minute, 5 * time.Hour, 39 * time.Hour, 100 * time.Hour}).Draw(l.t, "later"))
	s := &dossier.Setting{Now: now, Office: lifeOffice()}
	options := slices.DeleteFunc(l.d.Next(s), func(o dossier.Option) bool { return len(o.Blocked) > 0 })
	if len(options) == 0 {
		return
	}
	o := options[l.pick(len(options))]
	if ended := o.Action == dossier.ActionWithdraw || o.Action == dossier.ActionStop || o.Action == dossier.ActionRefuse; ended && l.pick(4) > 0 {
		return // else few get far
	}
	role := o.By[l.pick(len(o.By))]
	c := &dossier.Command{
		ID: fmt.Sprint("c", len(l.d.Events)), Action: o.Action, Details: l.details(o.Action),
		By: dossier.Actor{Role: role, ID: "a1", Name: "Người " + role.String() + " Mẫu", Title: []string{"", "Chuyên viên"}[l.pick(2)], Unit: "H56.12", Department: "Phòng Mẫu"},
	}
	if e, err := l.d.Decide(c, s); err == nil {
		l.d.Apply(e)
		l.now = now
	}
}

func (l *lives) details(a dossier.Action) dossier.Details {
	d := dossier.Details{Reason: []string{"", "lý do: mẫu", "Tiếp nhận: mẫu"}[l.pick(3)]}
	if l.pick(3) == 0 {
		d.Due = []time.Time{motcua.MustDate("2026-04-20").In(nil), l.now.Add(200 * time.Hour)}[l.pick(2)]
	}
	switch a {
	case dossier.ActionSubmit:
		d.Filing, d.Grant, d.Papers, d.Due = l.filing(), l.grant(), l.papers(), time.Time{}
	case dossier.ActionReceive:
		d.Lane = l.pick(3) == 0
	case dossier.ActionSupplement:
		d.Papers = l.papers()
	case dossier.ActionExtend:
		d.Due, d.Reason, d.Apology = l.now.Add(500*time.Hour), "bận", "1/XL"
	case dossier.ActionCorrect:
		f := *l.d.Filing
		f.Subject, f.Competent.Name = "Đính chính", "UBND xã Mẫu 2"
		d.Filing, d.Reason, d.Due = &f, "sai", time.Time{}
	default:
		d.Due = time.Time{}
		l.more(a, &d)
	}
	return d
}

func (l *lives) more(a dossier.Action, d *dossier.Details) {
	l.made++
	switch a {
	case dossier.ActionAskSupplement:
		d.Request = &dossier.Request{ID: int64(l.made), Text: "Bổ sung", Papers: []string{"TP-0001"}[:l.pick(2)], Fees: l.fees()}
	case dossier.ActionDemandPayment:
		d.Demand = &dossier.Demand{Order: fmt.Sprint("o", l.made), Fees: l.fees()}
	case dossier.ActionConfirmPayment:
		order := fmt.Sprint("o", l.made)
		if n := len(l.d.Orders); n > 0 {
			order = l.d.Orders[l.pick(n)].ID
		}
		d.Payment = &dossier.Payment{Order: order, Amount: payment.MustMoney([]string{"1000000 VND", "1000000 USD"}[l.pick(2)]), Online: dossier.Gateway(l.pick(3))}
	case dossier.ActionForward, dossier.ActionTransfer, dossier.ActionHandOver:
		unit := []motcua.UnitCode{l.d.Competent.Unit, "H56.99"}[l.pick(2)]
		d.Desk, d.Reason = &dossier.Desk{Unit: unit, Name: "Cơ quan " + string(unit), Step: "Thẩm định"}, "chuyển"
		if unit == l.d.Competent.Unit {
			d.Desk.Name = l.d.Competent.Name
		}
		if a == dossier.ActionHandOver {
			d.Pause = []string{"", "consultation"}[l.pick(2)]
		}
	case dossier.ActionFinish, dossier.ActionSignResult, dossier.ActionIssue:
		if a == dossier.ActionFinish || l.pick(2) == 0 {
			d.Results = []dossier.Result{{Code: "KQ.G01.000068", Name: "Kết quả", Number: "1/XN", Document: true, Electronic: l.pick(2) == 0, Stored: l.pick(2) == 0, File: l.file()}}
		}
	case dossier.ActionRate:
		d.Rating = &dossier.Rating{Satisfied: l.pick(2) == 0, Complains: l.pick(2) == 0}
	default:
		if d.Reason == "" {
			d.Reason = "vì vậy"
		}
	}
}

func (l *lives) filing() *dossier.Filing {
	f := &dossier.Filing{
		Code: []string{"H56.12-260302-0001", "000.00.12.H56-260302-0001", "Số 1/2026"}[l.pick(3)], Procedure: []motcua.ProcedureCode{"1.004194", "1.004194.000.00.00.H56"}[l.pick(2)],
		Name: "Thủ tục mẫu", Field: "G01-DC02", FieldName: "Lĩnh vực mẫu", Channel: motcua.Channel(1 + l.pick(3)), National: l.pick(2) == 0, Assisted: l.pick(2) == 0,
		Subject: "Hồ sơ mẫu", Reception: dossier.Place{Unit: "H56.12"}, Competent: dossier.Place{Unit: []motcua.UnitCode{"H56.12", "H56.34"}[l.pick(2)], Name: "UBND xã Mẫu"},
		Delivery: dossier.Delivery(1 + l.pick(2)), Fees: l.fees(), Databases: []string{"1", "7"}[:l.pick(3)],
		Applicant: person.Applicant{Kind: person.Kind(1 + l.pick(4)), Account: "tech-0001", Verified: l.pick(2) == 0, Person: person.Person{
			Name: "Nguyễn Văn Mẫu", Phone: "0900000000", Email: "mau@example.invalid", Birth: motcua.MustDate("1990-01-01"),
			Identities: []person.Identity{{Type: person.TypeCitizen, Number: "001000000123"}, {Type: person.TypeOldCard, Number: "012345678"}, {Type: person.TypePassport, Number: "C1234567"}}[:1+l.pick(3)],
		}},
		Attachments: []dossier.Attachment{{Name: "Ảnh", Quantity: 2, Kind: 1}, {Name: "Bản vẽ"}}[:l.pick(3)],
	}
	return f
}

func (l *lives) grant() *dossier.Grant {
	limits := []workday.Limit{{}, {}, {Supplement: workday.SupplementRestart}, {Start: workday.StartOnPayment}, {Excluded: []workday.Exclusion{{Reason: "consultation"}}}, {Lane: &workday.Lane{ReduceBy: days(2)}}}
	limit := limits[l.pick(len(limits))]
	limit.Terms = days(5)
	grant := &dossier.Grant{Limit: &limit, Answer: "online", Supplements: 1 + l.pick(2)}
	switch l.pick(5) {
	case 0:
		return nil
	case 1:
		grant.Limit = nil
	}
	return grant
}

func days(n int64) []workday.Term {
	amount, _ := motcua.NewDecimal(n, 0)
	return []workday.Term{{Amount: amount, Unit: workday.WorkingDays}}
}

func (l *lives) fees() []dossier.Fee {
	return []dossier.Fee{
		{Code: "2", Name: "Lệ phí mẫu", Kind: payment.KindLePhi, Amount: payment.MustMoney("25000 VND")}, {Name: "Phí mẫu", Amount: payment.MustMoney("0 VND")},
		{Code: "9", Name: "Thị thực", Kind: payment.KindPhi, Amount: payment.MustMoney("25 USD")},
	}[:l.pick(4)]
}

func (l *lives) file() *dossier.File {
	l.made++
	n := fmt.Sprint(l.made)
	return &dossier.File{ID: n, Name: n + ".pdf", URL: "https://example.invalid/" + n}
}

func (l *lives) papers() []dossier.Paper {
	var papers []dossier.Paper
	for range l.pick(3) {
		l.made++
		papers = append(papers, dossier.Paper{
			ID: fmt.Sprint("p", []int{l.made, 1}[l.pick(2)]), Code: "TP-0001", Name: "Tờ khai", Form: dossier.PaperForm(1 + l.pick(4)), Digitised: l.pick(2) == 0, Signed: l.pick(2) == 0,
			Stored: l.pick(2) == 0, Reused: dossier.Reuse(l.pick(3)), Deleted: l.pick(5) == 0, File: l.file(),
		})
	}
	return papers
}
