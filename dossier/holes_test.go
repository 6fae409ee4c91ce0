package dossier_test

import (
	"errors"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// TestSameCommand: an id used again for something else, in whatever member, is no repeat.
func TestSameCommand(t *testing.T) {
	l := received(t, "5 working days")
	l.do("03-03 09:00", dossier.ActionDemandPayment, handler, dossier.StatePayment)
	last := l.Events[len(l.Events)-1]
	again := dossier.Command{ID: last.ID, Action: last.Action, By: last.By, Details: last.Details}
	for _, row := range []struct {
		why  string
		with func(*dossier.Command)
		same bool
	}{
		{"the same", func(*dossier.Command) {}, true},
		{"another order", func(c *dossier.Command) { c.Demand = &dossier.Demand{Order: "other", Fees: c.Demand.Fees} }, false},
		{"a reason", func(c *dossier.Command) { c.Reason = "vì vậy" }, false},
	} {
		c := again
		row.with(&c)
		var repeated *dossier.RepeatedError
		if _, err := l.Decide(&c, &l.Setting); !errors.As(err, &repeated) || repeated.Same != row.same {
			t.Errorf("%s: %v", row.why, err)
		}
	}
}

// TestSignatureIsOfItsResult: what is put in place of a signed result is not signed.
func TestSignatureIsOfItsResult(t *testing.T) {
	for _, row := range []struct {
		why    string
		result dossier.Result
		signed bool
	}{
		{"numbered since", dossier.Result{Name: "Giấy phép", Number: "12/GP", File: &dossier.File{ID: "f1"}, Electronic: true}, true},
		{"another file", dossier.Result{Name: "Giấy phép", File: &dossier.File{ID: "f2"}, Electronic: true}, false},
		{"a refusal", dossier.Result{Name: "Giấy phép", File: &dossier.File{ID: "f1"}, Electronic: true, Refusal: true}, false},
	} {
		l := received(t, "5 working days")
		l.do("03-03 09:00", dossier.ActionSignResult, leader, dossier.StateProcessing, func(with *dossier.Details) {
			with.Results = []dossier.Result{{Name: "Giấy phép", File: &dossier.File{ID: "f1"}, Electronic: true}}
		})
		l.do("03-03 10:00", dossier.ActionFinish, handler, dossier.StateFinished, func(with *dossier.Details) { with.Results = []dossier.Result{row.result} })
		if l.Signed != row.signed {
			t.Errorf("%s: signed %t", row.why, l.Signed)
		}
	}
}

// TestOwesTheSum: a part of what was quoted does not settle it.
func TestOwesTheSum(t *testing.T) {
	quoted := []dossier.Fee{{Name: "Lệ phí", Amount: payment.MustMoney("20000 VND")}, {Name: "Phí", Amount: payment.MustMoney("5000 VND")}}
	for paid, owes := range map[string]bool{"1 VND": true, "24999 VND": true, "25000 VND": false, "25000 USD": true} {
		d := dossier.Fold([]dossier.Event{
			{ID: "a", Action: dossier.ActionSubmit, To: dossier.StateAwaitingAnswer, At: at(t, "03-02 09:00"), Details: dossier.Details{
				Filing: &dossier.Filing{Code: "x", Fees: quoted}, Grant: &dossier.Grant{Payment: payment.MomentBefore},
			}},
			{ID: "b", Action: dossier.ActionConfirmPayment, To: dossier.StateAwaitingAnswer, At: at(t, "03-02 10:00"), Details: dossier.Details{
				Payment: &dossier.Payment{Order: "o", Amount: payment.MustMoney(paid)},
			}},
		})
		c := dossier.Command{ID: "c", Action: dossier.ActionReceive, By: dossier.Actor{Role: counter}}
		if _, err := d.Decide(&c, &dossier.Setting{Now: at(t, "03-02 11:00")}); (err != nil) != owes {
			t.Errorf("%s paid: %v", paid, err)
		}
	}
}

// TestPastAppointment: nobody is promised a day that has passed.
func TestPastAppointment(t *testing.T) {
	d := dossier.Fold([]dossier.Event{{ID: "a", Action: dossier.ActionSubmit, To: dossier.StateAwaitingAnswer, At: at(t, "03-02 09:00"), Details: dossier.Details{
		Filing: &dossier.Filing{Code: "x"}, Grant: &dossier.Grant{Limit: limitOf(t, "5 working days")},
	}}})
	for due, lawful := range map[string]bool{"03-01 09:00": false, "03-02 10:00": false, "03-06 10:00": true} {
		c := dossier.Command{ID: "c", Action: dossier.ActionReceive, By: dossier.Actor{Role: counter}, Details: dossier.Details{Due: at(t, due)}}
		if _, err := d.Decide(&c, &dossier.Setting{Now: at(t, "03-02 10:00"), Office: usual(t)}); (err == nil) != lawful {
			t.Errorf("due %s: %v", due, err)
		}
	}
}

// TestRequestIsAnswered: who brings none of the papers that were asked for has not
// supplemented, unless the counter says why.
func TestRequestIsAnswered(t *testing.T) {
	ask := func(with *dossier.Details) {
		with.Request = &dossier.Request{ID: 1, Text: "bản sao", Papers: []string{"TP-9"}}
	}
	bring := func(papers ...dossier.Paper) func(*dossier.Details) {
		return func(with *dossier.Details) { with.Papers, with.Reason = papers, "" }
	}
	l := received(t, "5 working days")
	l.do("03-03 09:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement, ask)
	_, err := l.try("03-03 10:00", dossier.ActionSupplement, applicant, stays, bring())
	against(t, err, "answers")
	_, err = l.try("03-03 10:00", dossier.ActionSupplement, applicant, stays, bring(dossier.Paper{ID: "n", Code: "TP-8", Form: dossier.PaperCopy}))
	against(t, err, "answers")
	if _, err = l.try("03-03 10:00", dossier.ActionSupplement, counter, stays, func(with *dossier.Details) { with.Papers, with.Reason = nil, "đã có trong cơ sở dữ liệu" }); err != nil {
		t.Error(err)
	}
	l.do("03-03 10:00", dossier.ActionSupplement, applicant, dossier.StateProcessing, bring(dossier.Paper{ID: "n", Code: "TP-9", Form: dossier.PaperCopy}))
}

// TestCodesInBothOrders: a code is the same in whichever order its unit is written.
func TestCodesInBothOrders(t *testing.T) {
	f := dossier.Filing{Code: "000.00.13.H56-260302-0002"}
	for code, same := range map[string]bool{"H56.13-260302-0002": true, "000.00.13.H56-260302-0002": true, "H56.13-260302-0003": false, "": false, "foreign": false} {
		if f.Is(code) != same {
			t.Errorf("%s: %t", code, !same)
		}
	}
	if foreign := (dossier.Filing{Code: "foreign"}); !foreign.Is("foreign") || foreign.Is("other") {
		t.Error("a foreign code is itself alone")
	}
}

// TestOptionIsNotGuessed: of several times none is granted unasked.
func TestOptionIsNotGuessed(t *testing.T) {
	two := catalog.Procedure{Code: "1.000001", Channels: []catalog.Offer{{Channel: motcua.ChannelOnline, Times: []catalog.TimeOption{
		{ID: "short", Limit: limitOf(t, "3 working days")}, {ID: "long", Limit: limitOf(t, "7 working days")},
	}}}}
	f := dossier.Filing{Procedure: two.Code, Channel: motcua.ChannelOnline}
	if _, faults := dossier.GrantOf(&two, &f, nil); len(faults) != 1 || faults[0].Pointer != "/option" {
		t.Errorf("unasked: %v", faults)
	}
	f.Option = "long"
	if grant, faults := dossier.GrantOf(&two, &f, nil); faults != nil || grant.Limit != two.Channels[0].Times[1].Limit {
		t.Errorf("asked: %v, %v", grant.Limit, faults)
	}
	granted := 0
	for p := range sample.Catalog().At(motcua.MustDate("2026-03-02"), time.Time{}).All() {
		for _, offer := range p.Channels {
			_, faults := dossier.GrantOf(p, &dossier.Filing{Procedure: p.Code, Channel: offer.Channel}, nil)
			if faults.Err() == nil {
				granted++
			}
		}
	}
	if granted < 50 {
		t.Errorf("%d channels of the sample grant something", granted)
	}
}

// TestBudgetIsChecked: a budget that cannot be counted is a fault of its desk.
func TestBudgetIsChecked(t *testing.T) {
	c := dossier.Command{ID: "c", Action: dossier.ActionForward, By: dossier.Actor{Role: counter}, Details: dossier.Details{
		Desk: &dossier.Desk{Unit: "H56.12", Budget: []workday.Term{{Amount: motcua.MustDecimal("99999999999"), Unit: workday.WorkingDays}}},
	}}
	if faults := c.Check(); len(faults) != 1 || faults[0].Pointer != "/desk/budget/0/amount" {
		t.Error(faults)
	}
}

// TestNoSetting: without a setting nothing is known, and nothing panics.
func TestNoSetting(t *testing.T) {
	l := received(t, "5 working days")
	c := dossier.Command{ID: "c", Action: dossier.ActionWithdraw, By: dossier.Actor{Role: applicant}, Details: dossier.Details{Reason: "thôi"}}
	_, err := l.Decide(&c, nil)
	against(t, err, "time")
	if len(l.Next(nil)) == 0 {
		t.Error("nothing may happen")
	}
	if _, faults := dossier.Replay(l.Events, nil); faults.Err() != nil {
		t.Error(faults)
	}
	if _, err := l.Dossier.Ledger(nil); err == nil {
		t.Error("a ledger without an office")
	}
	if _, err := l.Dossier.Holdings(nil); err == nil {
		t.Error("time that nobody measures")
	}
}
