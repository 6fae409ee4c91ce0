package register

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// Unexplained is a claim that no order explains, and what was found out about it.
type Unexplained struct {
	ID      string        `json:"id"`                              // of the claim, to be named in Explain
	Claim   payment.Claim `json:"claim"`                           // what was said
	At      time.Time     `json:"at"`                              // when it was recorded
	Order   string        `json:"order,omitempty"`                 // the order it turned out to be for
	Reason  string        `json:"reason,omitempty" personal:"yes"` // why, or what became of the sum
	Holder  string        `json:"holder,omitempty"`                // the order that has its transaction, where it is another one
	Again   bool          `json:"again"`                           // one before it, or the holder, told of the same transaction: the sum is on the books once
	Settled bool          `json:"settled"`                         // it is off the books of suspense
}

// String says the claim and whether it is settled, and no person.
func (u Unexplained) String() string {
	return fmt.Sprintf("%v of %s in suspense, settled: %t", u.Claim.Amount, u.Claim.Reference, u.Settled)
}

// Format is String for every verb of package fmt.
func (u Unexplained) Format(s fmt.State, verb rune) {
	fmt.Fprintf(s, fmt.FormatString(s, verb), u.String())
}

// LogValue is String.
func (u Unexplained) LogValue() slog.Value { return slog.StringValue(u.String()) }

// suspended is a claim as it is kept, with the order that had its transaction then.
type suspended struct {
	payment.Claim
	Holder string `json:"holder,omitempty"`
}

// explanation is what takes a claim off.
type explanation struct {
	ID     string `json:"id"`
	Order  string `json:"order,omitempty"`
	Reason string `json:"reason" personal:"yes"`
}

const (
	typeSuspended = "suspense.claim"
	typeExplained = "suspense.explained"
)

// ErrUnknown is the class of errors about a claim that is not in suspense.
var ErrUnknown = errors.New("no such claim in suspense")

// suspend records a claim that no order explains, or whose transaction a holder has, once.
func (r Register) suspend(ctx context.Context, c payment.Claim, holder string) (known bool, err error) {
	data, err := json.Marshal(suspended{c, holder})
	if err != nil {
		return false, err
	}
	return r.once(ctx, suspenseName, motcua.Event{ID: keyOf(c), Type: typeSuspended, Data: data})
}

// Explain takes a claim off the books of suspense: it turned out to be for an order,
// where its sum was recorded by a correction, or something else became of it. Doing so
// twice is doing so once; another explanation than the one that is kept is a
// *payment.RepeatedError. An id that is not in suspense is [ErrUnknown].
func (r Register) Explain(ctx context.Context, id, order, reason string) error {
	u, err := r.unexplained(ctx, id)
	if err != nil {
		return err
	}
	command := "explained-" + id
	if !u.Settled {
		data, err := json.Marshal(explanation{id, order, reason})
		if err != nil {
			return err
		}
		if _, err := r.once(ctx, suspenseName, motcua.Event{ID: command, Type: typeExplained, Data: data}); err != nil {
			return err
		}
		if u, err = r.unexplained(ctx, id); err != nil { // as it is kept: somebody may have been first
			return err
		}
	}
	if u.Order != order || u.Reason != reason {
		return &payment.RepeatedError{Command: command}
	}
	return nil
}

// unexplained finds a claim in suspense.
func (r Register) unexplained(ctx context.Context, id string) (Unexplained, error) {
	list, err := r.Suspense(ctx)
	if err != nil {
		return Unexplained{}, err
	}
	if i := slices.IndexFunc(list, func(u Unexplained) bool { return u.ID == id }); i >= 0 {
		return list[i], nil
	}
	return Unexplained{}, fmt.Errorf("%w: %q", ErrUnknown, id)
}

// Suspense lists the claims that no order explained, in the order in which they came,
// those that were explained since among them. The error is that of the Log, or
// motcua.Faults of records that cannot be read.
func (r Register) Suspense(ctx context.Context) ([]Unexplained, error) {
	var list []Unexplained
	at, told := map[string]int{}, map[[2]string]bool{}
	for rec, err := range r.Log.Read(ctx, suspenseName, 0) {
		if err != nil {
			return nil, err
		}
		switch rec.Type {
		case typeSuspended:
			c, faults := strict.Read(rec.Data, func(c *suspended) motcua.Faults { return c.Check() })
			if err := strict.Unquoted(faults).Err(); err != nil {
				return nil, err
			}
			at[rec.ID] = len(list)
			sum := [2]string{c.Reference, c.Transaction}
			list = append(list, Unexplained{ID: rec.ID, Claim: c.Claim, At: rec.Time, Holder: c.Holder, Again: told[sum] || c.Holder != ""})
			told[sum] = told[sum] || c.Outcome == payment.OutcomeSucceeded
		case typeExplained:
			x, faults := strict.Read(rec.Data, func(*explanation) motcua.Faults { return nil })
			if err := strict.Unquoted(faults).Err(); err != nil {
				return nil, err
			}
			if i, ok := at[x.ID]; ok {
				list[i].Order, list[i].Reason, list[i].Settled = x.Order, x.Reason, true
			}
		}
	}
	return list, nil
}

// Postings are what the claim is on the books: money of an unknown owner, while it is
// not settled, if money came and no claim before it told of it.
func (u *Unexplained) Postings() []payment.Posting {
	if u.Settled || u.Again || u.Claim.Outcome != payment.OutcomeSucceeded {
		return []payment.Posting{}
	}
	return []payment.Posting{
		{Book: payment.BookClearing, Amount: u.Claim.Amount},
		{Book: payment.BookSuspense, Amount: u.Claim.Amount.Neg()},
	}
}

// Entry is the claim as an entry of the journal of no order, so that a statement can be
// held against it too; its postings are [Unexplained.Postings].
func (u *Unexplained) Entry() payment.Entry {
	return payment.Entry{
		At: u.At, Action: payment.ActionReport, Reference: u.Claim.Reference, Transaction: u.Claim.Transaction, Dated: u.Claim.At, Postings: u.Postings(),
	}
}

// once appends an event to a stream unless one of its id is there.
func (r Register) once(ctx context.Context, stream string, e motcua.Event) (known bool, err error) {
	e.Time = r.stamp()
	for range retries {
		version := int64(0)
		for rec, err := range r.Log.Read(ctx, stream, 0) {
			if err != nil {
				return false, err
			}
			if rec.ID == e.ID {
				return true, nil
			}
			version = rec.Version
		}
		if _, err = r.Log.Append(ctx, stream, version, e); !errors.Is(err, motcua.ErrConflict) {
			return false, err
		}
	}
	return false, err
}

// list writes the id of an order into an index, once.
func (r Register) list(ctx context.Context, stream, order string) error {
	_, err := r.once(ctx, stream, motcua.Event{ID: order, Type: "order.listed", Data: json.RawMessage("{}")})
	return err
}

// Reconsider looks again at what lies in suspense: a claim whose attempt is known by now,
// or whose transaction its holder gave up by a correction, is recorded with its order and
// taken off the books of suspense; so is one that was posted before another order was
// known to have its transaction. It returns how many were; doing so again, or by several
// at once, is doing so once. Errors are those of [Register.Execute].
func (r Register) Reconsider(ctx context.Context) (explained int, err error) {
	list, err := r.Suspense(ctx)
	if err != nil {
		return 0, err
	}
	for i := range list {
		u := &list[i]
		order, _ := payment.OrderOf(u.Claim.Reference)
		if u.Settled || order == "" {
			continue
		}
		taken, err := r.Report(ctx, u.Claim)
		if err != nil {
			return explained, err
		}
		reason := reconsidered
		if taken.Order == "" {
			if taken.Holder == "" || u.Holder != "" { // it is as unknown as it was
				continue
			}
			order, reason = taken.Holder, counted
		}
		if err := r.Explain(ctx, u.ID, order, reason); err != nil {
			return explained, err
		}
		explained++
	}
	return explained, nil
}

// Why a claim is taken off by itself.
const (
	reconsidered = "lần thanh toán đã được ghi nhận"   // its attempt became known
	counted      = "giao dịch đã ghi ở khoản thu khác" // its sum came for another order, and is on the books there
)

// OfDossier are the orders of a dossier, in the order in which they were opened: what a
// reverse look-up answers with (tra cứu thanh toán theo hồ sơ). Errors are those of
// [Register.Load].
func (r Register) OfDossier(ctx context.Context, code string) ([]*payment.Order, error) {
	return r.listed(ctx, nil, dossierPrefix+canonical(code))
}

// AtUnit are the orders that a unit collects, in the order in which they were opened.
// Errors are those of [Register.Load].
func (r Register) AtUnit(ctx context.Context, unit motcua.UnitCode) (list []*payment.Order, err error) {
	for part := range unitParts {
		if list, err = r.listed(ctx, list, partOf(unit, part)); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(list, func(a, b *payment.Order) int {
		return cmp.Or(a.Events[0].At.Compare(b.Events[0].At), cmp.Compare(a.ID(), b.ID()))
	})
	return list, nil
}

// unitParts is into how many streams the index of a unit is cut, since an id is looked
// for before it is written.
const unitParts = 256

// partOf is a part of the index of a unit; that of an order is told by the hash of its id.
func partOf(unit motcua.UnitCode, part int) string {
	return fmt.Sprintf("%s%s/%02x", unitPrefix, unit, part)
}

// unitStream is the part of the index of its unit that an order is listed in.
func unitStream(unit motcua.UnitCode, order string) string {
	sum := sha256.Sum256([]byte(order))
	return partOf(unit, int(sum[0])%unitParts)
}

// listed adds the orders of an index to a list.
func (r Register) listed(ctx context.Context, list []*payment.Order, stream string) ([]*payment.Order, error) {
	for rec, err := range r.Log.Read(ctx, stream, 0) {
		if err != nil {
			return nil, err
		}
		o, _, err := r.Load(ctx, rec.ID)
		if err != nil {
			return nil, err
		}
		if o.Opening != nil { // it was opened
			list = append(list, o)
		}
	}
	return list, nil
}
