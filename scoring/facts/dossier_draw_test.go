package facts_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

// lives draws lawful lives: each command is one that Next offers, decided by Decide.
type lives struct {
	t   *rapid.T
	d   *dossier.Dossier
	now time.Time
}

// drawLife draws a life in which the next thing happens at once, or later.
func drawLife(t *rapid.T, office *workday.Office, atOnce time.Duration) *dossier.Dossier {
	l := lives{t: t, d: new(dossier.Dossier), now: motcua.MustDate("2026-03-02").In(nil).Add(9 * time.Hour)}
	for range rapid.IntRange(1, 60).Draw(t, "tries") {
		now := l.now.Add(rapid.SampledFrom([]time.Duration{atOnce, time.Second, 5 * time.Hour, 39 * time.Hour, 100 * time.Hour}).Draw(t, "later"))
		s := &dossier.Setting{Now: now, Office: office}
		options := slices.DeleteFunc(l.d.Next(s), func(o dossier.Option) bool { return len(o.Blocked) > 0 })
		if len(options) == 0 {
			continue
		}
		o := options[l.pick(len(options))]
		c := &dossier.Command{ID: fmt.Sprint("c", len(l.d.Events)), Action: o.Action, By: dossier.Actor{Role: o.By[l.pick(len(o.By))]}, Details: l.details(o.Action)}
		if e, err := l.d.Decide(c, s); err == nil {
			l.d.Apply(e)
			l.now = now
		}
	}
	if len(l.d.Events) == 0 {
		t.Skip("not filed")
	}
	return l.d
}

func (l *lives) pick(n int) int { return rapid.IntRange(0, n-1).Draw(l.t, "pick") }

func (l *lives) yes() bool { return l.pick(2) == 1 }

func (l *lives) details(a dossier.Action) dossier.Details {
	id := fmt.Sprint(len(l.d.Events))
	fees := []dossier.Fee{{Name: "Phí mẫu", Amount: payment.MustMoney("0 VND")}, {Name: "Lệ phí mẫu", Amount: payment.MustMoney("25000 VND")}}[:l.pick(3)]
	var d dossier.Details
	switch a {
	case dossier.ActionSubmit:
		amount, _ := motcua.NewDecimal(5, 0)
		limit := workday.Limit{Terms: []workday.Term{{Amount: amount, Unit: workday.WorkingDays}}, Supplement: workday.SupplementMode(1 + 1*l.pick(2))}
		d.Filing = &dossier.Filing{
			Code: []string{"H44.60-260302-0001", "000.00.60.H44-260302-0001"}[l.pick(2)], Procedure: "1.004194", Field: "G01-DC02", Channel: motcua.Channel(1 + l.pick(3)), Assisted: l.yes(),
			Competent: dossier.Place{Unit: []motcua.UnitCode{"H44.60", "H44.61"}[l.pick(2)]}, Fees: fees, Databases: []string{"1", "7"}[:l.pick(3)],
		}
		if d.Grant = (&dossier.Grant{Supplements: 2}); l.yes() {
			d.Grant.Limit = &limit
		}
		d.Papers = l.papers(id)
	case dossier.ActionReceive, dossier.ActionSupplement:
		d.Papers = l.papers(id)
		if l.yes() {
			d.Due = l.now.Add(time.Duration(60+l.pick(200)) * time.Hour)
		}
	case dossier.ActionAskSupplement:
		d.Request = &dossier.Request{ID: int64(len(l.d.Events)), Text: "Bổ sung"}
	case dossier.ActionDemandPayment:
		d.Demand = &dossier.Demand{Order: id, Fees: fees}
	case dossier.ActionConfirmPayment:
		if d.Payment = (&dossier.Payment{Order: id, Amount: payment.MustMoney("25000 VND"), Online: dossier.Gateway(l.pick(3))}); len(l.d.Orders) > 0 {
			d.Payment.Order = l.d.Orders[l.pick(len(l.d.Orders))].ID
		}
	case dossier.ActionForward, dossier.ActionTransfer, dossier.ActionHandOver:
		d.Desk, d.Reason = &dossier.Desk{Unit: []motcua.UnitCode{l.d.Competent.Unit, "H44.62"}[l.pick(2)]}, "chuyển"
	case dossier.ActionExtend:
		d.Due, d.Reason, d.Apology = l.now.Add(500*time.Hour), "bận", "1/XL"
	case dossier.ActionFinish:
		d.Results = []dossier.Result{{Name: "Kết quả", Stored: l.yes(), File: &dossier.File{URL: []string{"", "https://example.invalid/1"}[l.pick(2)]}}}
	case dossier.ActionRate:
		d.Rating = &dossier.Rating{Satisfied: l.yes(), Complains: l.yes()}
	case dossier.ActionCorrect:
		d.Filing, d.Reason = l.d.Filing, "sai"
	case dossier.ActionSignResult, dossier.ActionIssue, dossier.ActionReturnResult:
	default:
		d.Reason = "vì vậy"
	}
	return d
}

func (l *lives) papers(id string) []dossier.Paper {
	return []dossier.Paper{
		{ID: id, Digitised: l.yes(), Deleted: l.yes(), Stored: l.yes()}, {ID: "again", Reused: dossier.Reuse(l.pick(3)), Digitised: l.yes()},
	}[:l.pick(3)]
}
