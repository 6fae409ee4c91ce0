package dossier_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// The bodies of these tests: one decides, one is consulted, one takes over.
const (
	decides   = motcua.UnitCode("H56.12")
	consulted = motcua.UnitCode("H56.13")
	takesOver = motcua.UnitCode("H56.14")
)

var fee = payment.MustMoney("25000 VND")

// filingOf is what is filed: nobody's, with one fee.
func filingOf(channel motcua.Channel) *dossier.Filing {
	place := dossier.Place{Unit: decides, Name: "Sở Xây dựng"}
	return &dossier.Filing{
		Code: "H56.12-260302-0001", Procedure: "1.004194", Channel: channel, Applicant: person.Applicant{Kind: person.Citizen},
		Reception: place, Competent: place, Delivery: dossier.DeliveryCounter, Fees: []dossier.Fee{{Name: "Lệ phí", Amount: fee}},
	}
}

var plan = dossier.Paper{ID: "p1", Code: "KQ.G17.000001", Name: "Bản vẽ", Form: dossier.PaperElectronic}

// grantOf is what most of these dossiers are granted.
func grantOf(limit *workday.Limit) *dossier.Grant {
	return &dossier.Grant{
		Limit: limit, Answer: "online", Supplements: 2, Payment: payment.MomentOnNotice,
		Own:    []dossier.OwnTerm{{Reason: "supplement", Limit: ownLimit, Then: "stop"}, {Reason: "financialObligation", Limit: ownLimit, Then: "stop"}},
		Papers: []dossier.Required{{Code: plan.Code, Name: plan.Name}},
	}
}

var ownLimit, _ = workday.ParseLimit("20 days")

// complete are details with which an action may lead a dossier to a state, if anything
// may: what is needed, and what the guards ask of it.
func complete(d *dossier.Dossier, s *dossier.Setting, a dossier.Action, to dossier.State) dossier.Details {
	with := dossier.Details{}
	n := len(d.Events)
	switch a {
	case dossier.ActionSubmit:
		with.Filing, with.Grant, with.Papers = filingOf(motcua.ChannelOnline), grantOf(&ownLimit), []dossier.Paper{plan}
		if to == dossier.StateRegistered {
			with.Filing.Channel = motcua.ChannelInPerson
		}
	case dossier.ActionAskSupplement:
		with.Request = &dossier.Request{ID: int64(n), Text: "Thiếu bản vẽ", Papers: []string{plan.Code}}
	case dossier.ActionSupplement:
		with.Papers = []dossier.Paper{plan}
	case dossier.ActionDemandPayment:
		with.Demand = &dossier.Demand{Order: fmt.Sprint("o", n), Fees: []dossier.Fee{{Name: "Lệ phí", Amount: fee}}}
	case dossier.ActionConfirmPayment:
		with.Payment = &dossier.Payment{Order: fmt.Sprint("o", n), Amount: fee}
		if i := slices.IndexFunc(d.Orders, func(o dossier.Order) bool { return o.Payment == nil }); i >= 0 && to != d.State {
			with.Payment.Order = d.Orders[i].ID
		}
	case dossier.ActionForward, dossier.ActionTransfer, dossier.ActionHandOver:
		with.Desk = &dossier.Desk{Unit: d.Competent.Unit, Step: "thẩm định"}
		if a == dossier.ActionTransfer {
			with.Desk.Unit = takesOver
		} else if a == dossier.ActionHandOver && to == dossier.StateAtOtherBody {
			with.Desk.Unit, with.Pause = consulted, "consultation"
		}
	case dossier.ActionExtend:
		l, _ := d.Ledger(s)
		due, _ := l.Due()
		with.Due, with.Apology = due.AddDate(0, 0, 3), "1/TXL"
	case dossier.ActionFinish, dossier.ActionSignResult:
		with.Results = []dossier.Result{{Name: "Giấy phép", Document: true, Electronic: true}}
	case dossier.ActionCorrect:
		if d.Filing != nil {
			filing := *d.Filing
			filing.Subject = "đã sửa"
			with.Filing = &filing
		}
	case dossier.ActionRate:
		with.Rating = &dossier.Rating{Satisfied: true}
	}
	for _, needs := range []dossier.Action{
		dossier.ActionRefuse, dossier.ActionTransfer, dossier.ActionExtend, dossier.ActionWithdraw, dossier.ActionStop, dossier.ActionReopen,
		dossier.ActionCorrect, dossier.ActionComplain,
	} {
		if a == needs {
			with.Reason = "Theo đề nghị"
		}
	}
	return with
}

// commandOf is a command with complete details.
func commandOf(d *dossier.Dossier, s *dossier.Setting, a dossier.Action, by dossier.Role, to dossier.State) *dossier.Command {
	c := &dossier.Command{ID: fmt.Sprint("c", len(d.Events)), Action: a, By: dossier.Actor{Role: by}, Details: complete(d, s, a, to)}
	if by != dossier.RoleApplicant {
		c.By.Unit = decides
	}
	return c
}

// A lived dossier is told what happens, and fails the test where it may not.
type lived struct {
	testing.TB
	*dossier.Dossier
	dossier.Setting
}

// live begins a life: each step is a time, an action, a role and, where an action leads
// to several states, the state.
func live(t testing.TB) *lived {
	t.Helper()
	return &lived{t, &dossier.Dossier{}, dossier.Setting{Office: usual(t)}}
}

// do does something with complete details, which the changes change before.
func (l *lived) do(when string, a dossier.Action, by dossier.Role, to dossier.State, change ...func(*dossier.Details)) dossier.Event {
	l.Helper()
	e, err := l.try(when, a, by, to, change...)
	if err != nil {
		l.Fatal(err)
	}
	if to != 0 && e.To != to {
		l.Fatalf("%v leads to %v, not to %v", e, e.To, to)
	}
	l.Apply(e)
	return e
}

// try asks whether something may be done.
func (l *lived) try(when string, a dossier.Action, by dossier.Role, to dossier.State, change ...func(*dossier.Details)) (dossier.Event, error) {
	l.Helper()
	l.Now = at(l, when)
	c := commandOf(l.Dossier, &l.Setting, a, by, to)
	for _, f := range change {
		f(&c.Details)
	}
	return l.Decide(c, &l.Setting)
}

// groundsOf are the codes of the grounds of a refusal; "" for none.
func groundsOf(err error) (codes []string) {
	var refusal *dossier.RefusalError
	if errors.As(err, &refusal) {
		for _, g := range refusal.Grounds {
			codes = append(codes, g.Code)
		}
	}
	return codes
}

// reading is the ledger of the life so far.
func (l *lived) reading() dossier.Ledger {
	l.Helper()
	ledger, err := l.Ledger(&l.Setting)
	if err != nil {
		l.Fatal(err)
	}
	return ledger
}

// received is a life up to work in hand, with a limit.
func received(t testing.TB, limit string, change ...func(*dossier.Details)) *lived {
	t.Helper()
	l := live(t)
	granted := func(with *dossier.Details) { with.Grant.Limit = limitOf(t, limit) }
	l.do("03-02 09:00", dossier.ActionSubmit, dossier.RoleApplicant, dossier.StateAwaitingAnswer, append([]func(*dossier.Details){granted}, change...)...)
	l.do("03-02 10:00", dossier.ActionReceive, dossier.RoleCounter, dossier.StateReceived)
	l.do("03-02 11:00", dossier.ActionHandOver, dossier.RoleCounter, dossier.StateProcessing)
	return l
}

// hoursOn is so many hours after a time.
func hoursOn(t time.Time, n int) time.Time { return t.Add(time.Duration(n) * time.Hour) }
