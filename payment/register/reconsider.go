package register

import (
	"context"
	"errors"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Reconsider looks again at what lies in suspense: a claim whose attempt is known by now,
// or whose transaction its holder gave up by a correction, is recorded with its order and
// taken off the books of suspense; so is one that was posted before another order was
// known to have its transaction. It returns how many were; doing so again, or by several
// at once, is doing so once. One history that is damaged does not keep it from the others:
// the errors, which are those of [Register.Execute], are joined.
func (r Register) Reconsider(ctx context.Context) (explained int, err error) {
	list, damage := r.Suspense(ctx)
	errs := []error{damage}
	for i := range list {
		done, err := r.reconsider(ctx, &list[i])
		if err != nil && !isDamage(err) {
			return explained, errors.Join(append(errs, err)...)
		}
		if done {
			explained++
		}
		errs = append(errs, err)
	}
	return explained, errors.Join(errs...)
}

// reconsider is Reconsider for one claim.
func (r Register) reconsider(ctx context.Context, u *Unexplained) (explained bool, err error) {
	order, _ := payment.OrderOf(u.Claim.Reference)
	if u.Settled || order == "" {
		return false, nil
	}
	taken, err := r.Report(ctx, u.Claim)
	if err != nil {
		return false, err
	}
	reason := reconsidered
	if taken.Order == "" {
		if taken.Holder == "" || u.Holder != "" { // it is as unknown as it was
			return false, nil
		}
		order, reason = taken.Holder, counted
	}
	err = r.Explain(ctx, u.ID, order, reason)
	var repeated *payment.RepeatedError
	if errors.As(err, &repeated) { // somebody explained it meanwhile, and said why
		return false, nil
	}
	return err == nil, err
}

// isDamage reports whether an error is that of one history alone, which keeps nobody from
// going on with the others.
func isDamage(err error) bool {
	var faults motcua.Faults
	return errors.As(err, &faults)
}

// Why a claim is taken off by itself.
const (
	reconsidered = "lần thanh toán đã được ghi nhận"   // its attempt became known
	counted      = "giao dịch đã ghi ở khoản thu khác" // its sum came for another order, and is on the books there
)
