package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// deskOf is the desk of a unit over a Log.
func deskOf(log motcua.Log, unit string) settlement.Desk {
	return settlement.Desk{
		Orders:   register.Register{Log: log, Clock: time.Now},
		Dossiers: history.Store{Log: log, Clock: time.Now, Retries: 5},
		Unit:     motcua.UnitCode("H56." + unit),
	}
}

// orderID is that of the n-th order of a unit, and tells both.
func orderID(unit string, n int) string { return fmt.Sprintf("U%sN%04d", unit, n) }

func unitOf(order string) string {
	unit, _, _ := strings.Cut(strings.TrimPrefix(order, "U"), "N")
	return unit
}

// codeOf is the dossier that an order is for.
func codeOf(order string) string {
	_, n, _ := strings.Cut(order, "N")
	return "H56." + unitOf(order) + "-260302-" + n
}

func vnd(n int) payment.Money { return payment.MustMoney(strconv.Itoa(n) + " VND") }

// clerk takes payments: each of its steps may be taken again, and is then known.
type clerk struct {
	log  motcua.Log
	tell func(line string) // after each step
}

// serve files the n-th dossier of a unit, demands what it costs, and begins to pay.
func (c clerk) serve(ctx context.Context, unit string, n int) error {
	order := orderID(unit, n)
	desk, at := deskOf(c.log, unit), dossier.Place{Unit: motcua.UnitCode("H56." + unit), Name: "Xã Mẫu"}
	_, err := desk.Dossiers.Execute(ctx, codeOf(order), &dossier.Command{
		ID: "file", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant},
		Details: dossier.Details{Filing: &dossier.Filing{
			Code: codeOf(order), Procedure: "1.001193", Channel: motcua.ChannelOnline, Delivery: dossier.DeliveryCounter,
			Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Người nộp mẫu"}}, Reception: at, Competent: at,
		}},
	}, &dossier.Setting{})
	if err != nil {
		return err
	}
	c.tell("filed " + order)
	amount := vnd(5000 + 1000*(n%9))
	err = desk.Demand(ctx, &payment.Opening{
		ID: order, Dossier: codeOf(order), Unit: at.Unit, Moment: payment.MomentBefore,
		Lines: []payment.Line{{
			Name: motcua.Text{Vi: "Lệ phí"}, Kind: payment.KindLePhi, Quantity: motcua.MustDecimal("1"), Full: amount, Amount: amount,
			Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw},
		}},
	})
	if err != nil {
		return err
	}
	c.tell("demanded " + order)
	return c.next(ctx, order)
}

// next begins the next attempt of an order, if there is to be one. Every fifth order is
// paid in two parts.
func (c clerk) next(ctx context.Context, order string) error {
	orders := deskOf(c.log, unitOf(order)).Orders
	o, _, err := orders.Load(ctx, order)
	if err != nil {
		return err
	}
	if o.Status().CanRetry {
		a := payment.Attempt{Reference: payment.Reference(order, len(o.Tries)+1), Method: payment.MethodPortal, Amount: o.Rest()}
		if strings.HasSuffix(order, "5") && a.Amount == o.Due {
			a.Amount = vnd(2000)
		}
		_, err := orders.Execute(ctx, order, &payment.Command{
			ID: "start-" + a.Reference, Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &a}})
		if err != nil {
			return err
		}
		if o, _, err = orders.Load(ctx, order); err != nil {
			return err
		}
	}
	for _, t := range o.Tries {
		if t.Outcome == payment.OutcomePending {
			c.tell("asked " + t.Reference + " " + t.Amount.String())
		}
	}
	return nil
}

// take records a claim, begins the next attempt where one is needed, and acknowledges; a
// transaction that another order has is held.
func (c clerk) take(ctx context.Context, claim payment.Claim) error {
	order, _ := payment.OrderOf(claim.Reference)
	taken, err := deskOf(c.log, unitOf(order)).Report(ctx, claim)
	if err != nil {
		return err
	}
	if taken.Holder != "" {
		c.tell("held " + claim.Reference + " " + claim.Transaction)
		return nil
	}
	if err := c.next(ctx, order); err != nil {
		return err
	}
	c.tell("taken " + claim.Reference)
	return nil
}

// served is how many dossiers of a unit were begun.
func served(ctx context.Context, log *Log, unit string) (n int, err error) {
	for _, err := range log.Streams(ctx, strings.TrimSuffix(history.StreamOf(codeOf(orderID(unit, 0))), "0000")) {
		if err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}
