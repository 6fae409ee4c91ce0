package register

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
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

// holding says that an order has a transaction, written when the order was at a version.
type holding struct {
	Order string `json:"order"`
	After int64  `json:"after"`
}

// movement is money that a command tells of: by a claim, or by an officer's correction.
type movement struct {
	reference, transaction string
	corrected              bool
}

func movementOf(c *payment.Command) (m movement, money bool) {
	switch {
	case c.Action == payment.ActionReport && c.Claim.Outcome == payment.OutcomeSucceeded:
		return movement{c.Claim.Reference, c.Claim.Transaction, false}, true
	case c.Action == payment.ActionCorrect && c.Correction.Amount.Sign() > 0:
		return movement{c.Correction.Reference, c.Correction.Transaction, true}, true
	}
	return m, false
}

// known reports whether the order knows money of the transaction under the attempt. Told
// of another attempt it would be new money to an order that gave the transaction up.
func (m movement) known(o *payment.Order) bool {
	return slices.ContainsFunc(o.Sums, func(s payment.Sum) bool { return s.Reference == m.reference && s.Transaction == m.transaction })
}

// hold writes down that an order has the transaction a command tells of, before the order
// itself records it: whoever dies in between says the same again. It is a *HeldError where
// another order has it. What no ledger numbers is nobody's.
func (r Register) hold(ctx context.Context, o *payment.Order, c *payment.Command) error {
	m, money := movementOf(c)
	stream := ledgerStream(o, m)
	if !money || stream == "" {
		return nil
	}
	var conflict error
	for range retries {
		holders, version, err := r.holders(ctx, stream)
		if err != nil {
			return err
		}
		if after, own := holders[o.ID()]; own && (after == o.Version() || !m.corrected && m.known(o)) {
			return nil // it is written down for just this, or a claim changes no owner
		}
		delete(holders, o.ID())
		for _, other := range slices.Sorted(maps.Keys(holders)) {
			if free, err := r.free(ctx, other, holders[other], m); err != nil {
				return err
			} else if !free {
				return &HeldError{other}
			}
		}
		data, err := json.Marshal(holding{o.ID(), o.Version()})
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
func ledgerStream(o *payment.Order, m movement) string {
	for i := range o.Tries {
		if t := &o.Tries[i]; t.Reference == m.reference {
			if ledger := t.Method.Ledger(o.Opening.Beneficiary); ledger != "" {
				sum := sha256.Sum256([]byte(ledger + "\n" + m.transaction))
				return ledgerPrefix + hex.EncodeToString(sum[:16])
			}
		}
	}
	return ""
}

// holders are the orders that have or had a transaction, each with the version it was at
// when it was last written down, and the version of the stream.
func (r Register) holders(ctx context.Context, stream string) (after map[string]int64, version int64, err error) {
	after = map[string]int64{}
	for rec, err := range r.Log.Read(ctx, stream, 0) {
		if err != nil {
			return nil, 0, err
		}
		h, faults := strict.Read(rec.Data, func(*holding) motcua.Faults { return nil })
		if err := strict.Unquoted(faults).Err(); err != nil {
			return nil, 0, err
		}
		after[h.Order], version = h.After, rec.Version
	}
	return after, version, nil
}

// free reports whether an order leaves a transaction to another one, since an officer
// looked at it there: to a claim if no money of it came, to a correction whatever came, as
// one transfer may be divided. What was written down and is not recorded yet, and an order
// whose history has faults, leave nothing.
func (r Register) free(ctx context.Context, order string, after int64, m movement) (bool, error) {
	o, _, err := r.Load(ctx, order)
	var faults motcua.Faults
	if errors.As(err, &faults) {
		return false, nil
	}
	if err != nil || o.Version() <= after {
		return false, err
	}
	found := false
	for _, s := range o.Sums {
		if s.Transaction == m.transaction {
			if !s.Corrected || s.Amount.Sign() > 0 && !m.corrected {
				return false, nil
			}
			found = true
		}
	}
	return found, nil
}
