package register

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// HeldError says that a transaction is on the books of another order: it is taken once.
type HeldError struct {
	Order string // the other one
}

// Error names the other order.
func (e *HeldError) Error() string {
	return fmt.Sprintf("the transaction is on the books of order %q", e.Order)
}

const typeHeld = "transaction.held"

// holding says which order has a transaction; the last one of its stream holds.
type holding struct {
	Order string `json:"order"`
}

// hold writes down that an order has the transaction of a claim, before the order itself
// records it: whoever dies in between says the same again. It is a *HeldError where
// another order has it. What no ledger numbers is nobody's.
func (r Register) hold(ctx context.Context, o *payment.Order, c *payment.Command) error {
	if c.Action != payment.ActionReport || c.Claim.Outcome != payment.OutcomeSucceeded {
		return nil
	}
	stream := ledgerStream(o, c.Claim)
	if stream == "" {
		return nil
	}
	var conflict error
	for range retries {
		holder, version, err := r.holder(ctx, stream)
		if err != nil || holder == o.ID() {
			return err
		}
		if free, err := r.released(ctx, holder, c.Claim.Transaction); err != nil {
			return err
		} else if !free {
			return &HeldError{holder}
		}
		data, err := json.Marshal(holding{o.ID()})
		if err != nil {
			return err
		}
		e := motcua.Event{ID: strconv.FormatInt(version+1, 10), Type: typeHeld, Time: r.stamp(), Data: data}
		if _, conflict = r.Log.Append(ctx, stream, version, e); !errors.Is(conflict, motcua.ErrConflict) {
			return conflict
		}
	}
	return conflict
}

// ledgerStream names the stream of a transaction; "" for one that no ledger numbers.
func ledgerStream(o *payment.Order, c *payment.Claim) string {
	for i := range o.Tries {
		if t := &o.Tries[i]; t.Reference == c.Reference && t.Method.Ledger() != "" {
			sum := sha256.Sum256([]byte(t.Method.Ledger() + "\n" + c.Transaction))
			return ledgerPrefix + hex.EncodeToString(sum[:16])
		}
	}
	return ""
}

// holder is the order that has a transaction, and the version of its stream; "" for none.
func (r Register) holder(ctx context.Context, stream string) (order string, version int64, err error) {
	for rec, err := range r.Log.Read(ctx, stream, 0) {
		if err != nil {
			return "", 0, err
		}
		h, faults := strict.Read(rec.Data, func(*holding) motcua.Faults { return nil })
		if err := strict.Unquoted(faults).Err(); err != nil {
			return "", 0, err
		}
		order, version = h.Order, rec.Version
	}
	return order, version, nil
}

// released reports whether an order has a transaction no more: an officer found that no
// money of it came there. One whose history has faults keeps it.
func (r Register) released(ctx context.Context, order, transaction string) (bool, error) {
	if order == "" {
		return true, nil
	}
	o, _, err := r.Load(ctx, order)
	var faults motcua.Faults
	if err != nil {
		if errors.As(err, &faults) {
			err = nil
		}
		return false, err
	}
	found := false
	for _, s := range o.Sums {
		if s.Transaction == transaction {
			if !s.Corrected || s.Amount.Sign() > 0 {
				return false, nil
			}
			found = true
		}
	}
	return found, nil
}
