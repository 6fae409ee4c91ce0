package settlement

import (
	"context"
	"errors"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/house"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// Desk joins the orders and the dossiers of a house. It holds nothing itself and is safe
// for concurrent use.
type Desk struct {
	Orders   register.Register // where orders are kept
	Dossiers history.Store     // where dossiers are kept, with a clock; the same Log may keep both
	Setting  *dossier.Setting  // by which commands are decided; nil: nothing is known
	Unit     motcua.UnitCode   // the house, in whose name the system acts
}

// ErrNoDossier is the class of errors about an order that is for no dossier.
var ErrNoDossier = errors.New("the order is for no dossier")

// Demand opens an order and demands it on its dossier (yêu cầu thực hiện nghĩa vụ tài
// chính): the dossier then waits for it. Doing so again does nothing. Errors are those of
// register.Open and of history.Execute.
func (d Desk) Demand(ctx context.Context, o *payment.Opening) error {
	if o.Dossier == "" {
		return ErrNoDossier
	}
	if _, err := d.Orders.Open(ctx, o, payment.RoleSystem); err != nil {
		return err
	}
	_, err := d.Dossiers.Execute(ctx, o.Dossier, &dossier.Command{
		ID: "demand-" + o.ID, Action: dossier.ActionDemandPayment, By: d.system(),
		Details: dossier.Details{Demand: &dossier.Demand{Order: o.ID, Fees: house.FeesOf(o.Lines)}},
	}, d.setting())
	return err
}

// Report records a claim and tells the dossier if the order is paid by it. A claim that
// no order explains goes to suspense, which is no error. When there is an error the claim
// must not be acknowledged: it comes again, and is recorded once. What this dossier alone
// does not take, as it refuses or its history has faults, is not an error of the claim,
// whose money is recorded: [Desk.Recover] tells it again.
func (d Desk) Report(ctx context.Context, c payment.Claim) (register.Taken, error) {
	taken, err := d.Orders.Report(ctx, c)
	if err != nil || taken.Order == "" {
		return taken, err
	}
	if _, err = d.Settle(ctx, taken.Order); withstands(err) || errors.Is(err, ErrNoDossier) {
		err = nil
	}
	return taken, err
}

// Settle tells the dossier of an order that it is paid, if it is and the dossier was not
// told. It reports whether the dossier knows. Errors are those of register.Load and
// history.Execute: a *dossier.RefusalError where the dossier does not take a payment as
// it stands.
func (d Desk) Settle(ctx context.Context, order string) (told bool, err error) {
	o, _, err := d.Orders.Load(ctx, order)
	if err != nil {
		return false, err
	}
	return d.settle(ctx, o)
}

func (d Desk) settle(ctx context.Context, o *payment.Order) (told bool, err error) {
	p, paid := PaymentOf(o)
	if !paid {
		return false, nil
	}
	if o.Opening.Dossier == "" {
		return false, ErrNoDossier
	}
	_, err = d.Dossiers.Execute(ctx, o.Opening.Dossier, &dossier.Command{
		ID: "paid-" + o.ID(), Action: dossier.ActionConfirmPayment, By: d.system(), Details: dossier.Details{Payment: &p},
	}, d.setting())
	var repeated *dossier.RepeatedError
	if errors.As(err, &repeated) { // it was told so before, of another sum
		return true, nil
	}
	return err == nil, err
}

func (d Desk) system() dossier.Actor { return dossier.Actor{Role: dossier.RoleSystem, Unit: d.Unit} }

func (d Desk) setting() *dossier.Setting {
	if d.Setting == nil {
		return new(dossier.Setting)
	}
	return d.Setting
}

// Gap is an order that a dossier does not agree with.
type Gap struct {
	Order   string        // its id
	Dossier string        // code of the dossier; "" for none
	State   payment.State // where the order stands
	Kind    GapKind       // what does not agree
	Err     error         // why it could not be told, if it could not
}

// Recover looks again at what lies in suspense ([register.Register.Reconsider]), tells the
// dossiers of a unit whatever they were not told of its orders, and returns what does not
// agree even then. A dossier or an order whose history has faults does not keep the others
// from being told: of a dossier the gap says so, of orders and of suspense the error, which
// joins motcua.Faults of all of them. An error of the Log ends it.
func (d Desk) Recover(ctx context.Context, unit motcua.UnitCode) ([]Gap, error) {
	_, unexplained := d.Orders.Reconsider(ctx)
	if unexplained != nil && !withstands(unexplained) {
		return nil, unexplained
	}
	orders, damaged := d.Orders.AtUnit(ctx, unit)
	var gaps []Gap
	for _, o := range orders {
		if o.Opening.Dossier == "" {
			continue
		}
		kind, why, err := d.recover(ctx, o)
		if err != nil {
			return gaps, errors.Join(unexplained, damaged, err)
		}
		if kind != 0 {
			gaps = append(gaps, Gap{Order: o.ID(), Dossier: o.Opening.Dossier, State: o.State, Kind: kind, Err: why})
		}
	}
	return gaps, errors.Join(unexplained, damaged)
}

// recover settles one order, and says what does not agree then and why.
func (d Desk) recover(ctx context.Context, o *payment.Order) (kind GapKind, why, err error) {
	_, err = d.settle(ctx, o)
	if !withstands(err) {
		return 0, nil, err
	}
	file, _, unread := d.Dossiers.Load(ctx, o.Opening.Dossier)
	if !withstands(unread) {
		return 0, nil, unread
	}
	p, paid := PaymentOf(o)
	i := slices.IndexFunc(file.Orders, func(known dossier.Order) bool { return known.ID == o.ID() })
	switch known := i >= 0 && file.Orders[i].Payment != nil; {
	case paid && err != nil && (i >= 0 || p.Amount.Sign() > 0 || p.Waived.Sign() > 0): // one of 0 that was not demanded is no news
		return GapNotTold, err, nil
	case !paid && known:
		return GapNotPaid, nil, nil
	}
	return 0, nil, nil
}

// withstands reports whether an error is one of this dossier alone: it refuses, or its
// history has faults.
func withstands(err error) bool {
	var refusal *dossier.RefusalError
	var faults motcua.Faults
	return err == nil || errors.As(err, &refusal) || errors.As(err, &faults)
}
