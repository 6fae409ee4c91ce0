package register

import (
	"context"
	"errors"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Sweep does what time asks for at a unit, by the clock of the register: attempts that
// took too long are timed out, and orders that were not paid in time expire. It returns
// how many events were appended. It may be called as often as one likes, by several at
// once: what somebody else did first, or was paid meanwhile, is passed over. An order
// that is damaged does not keep it from the others: the errors, which are those of
// [Register.AtUnit] and [Register.Execute], are joined.
func (r Register) Sweep(ctx context.Context, unit motcua.UnitCode) (events int, err error) {
	orders, damage := r.AtUnit(ctx, unit)
	errs := []error{damage}
	for _, o := range orders {
		for _, c := range r.due(o) {
			_, before, err := r.execute(ctx, o.ID(), &c)
			var refusal *payment.RefusalError
			switch {
			case errors.As(err, &refusal): // somebody was first
			case isDamage(err):
				errs = append(errs, err)
			case err != nil:
				return events, errors.Join(append(errs, err)...)
			case !before:
				events++
			}
		}
	}
	return events, errors.Join(errs...)
}

// due are the commands that time asks for.
func (r Register) due(o *payment.Order) (list []payment.Command) {
	now := r.now()
	for i := range o.Tries {
		t := &o.Tries[i]
		if t.Outcome == payment.OutcomePending && !t.TimedOut && !t.Expires.IsZero() && !now.Before(t.Expires) {
			list = append(list, payment.Command{ID: "timeOut-" + t.Reference, Action: payment.ActionTimeOut, By: payment.RoleSystem, Details: payment.Details{Reference: t.Reference}})
		}
	}
	if due := o.Opening.Due; !due.IsZero() && !now.Before(due) && o.Rest().Sign() > 0 {
		list = append(list, payment.Command{ID: "expire", Action: payment.ActionExpire, By: payment.RoleSystem})
	}
	return list
}
