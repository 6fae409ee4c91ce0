package register

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
	"github.com/motcua/motcua/payment"
)

// Register keeps orders on a Log. It holds nothing itself and is safe for concurrent
// use, as the Log is.
type Register struct {
	Log   motcua.Log       // what they are kept on
	Clock func() time.Time // asked for each decision; nil: time.Now
}

// retries is how often a command is decided again after somebody else was first. So many
// others are not about one order: beyond it the conflict is returned.
const retries = 100

// Prefixes of the streams.
const (
	orderPrefix    = "order/"
	dossierPrefix  = "orders-of/"
	unitPrefix     = "orders-at/"
	suspensePrefix = "order-suspense/"
	ledgerPrefix   = "transaction/"
)

// StreamOf is the name of the stream that keeps an order; "" for no id.
func StreamOf(order string) string {
	if order == "" {
		return ""
	}
	return orderPrefix + order
}

func (r Register) now() time.Time {
	if r.Clock == nil {
		return time.Now()
	}
	return r.Clock()
}

// stamp is now, as a Log keeps it.
func (r Register) stamp() time.Time { return r.now().UTC().Truncate(time.Microsecond) }

// Open opens an order, by somebody in a capacity. An order of the same id that asks for
// the same is there already: its event is returned, and nothing is added; one that asks
// for something else is a *payment.RepeatedError. Other errors are motcua.Faults of the
// opening, a *payment.RefusalError, and those of the Log.
func (r Register) Open(ctx context.Context, o *payment.Opening, by payment.Role) (payment.Event, error) {
	if err := o.Check().Err(); err != nil {
		return payment.Event{}, err
	}
	if o.Dossier != "" {
		if err := r.list(ctx, dossierPrefix+canonical(o.Dossier), o.ID); err != nil {
			return payment.Event{}, err
		}
	}
	if err := r.list(ctx, partOf(unitPrefix+string(o.Unit)+"/", partFor(o.ID)), o.ID); err != nil {
		return payment.Event{}, err
	}
	return r.Execute(ctx, o.ID, &payment.Command{ID: "open", Action: payment.ActionOpen, By: by, Details: payment.Details{Opening: o}})
}

// Execute does what a command asks for, and returns the event as it is kept. A command
// that was done already gives the event that was recorded. Errors are
//
//   - *payment.RefusalError: it may not be done;
//   - *payment.RepeatedError: its id was used for another request;
//   - *HeldError: it reports a transaction that another order has;
//   - motcua.Faults: the command has faults, or the history has, with pointers that begin
//     with /version/;
//   - a *motcua.ConflictError, where others are first again and again;
//   - that of the Log. Whether the event was appended is then not known: the same command
//     may be executed again, and is done once.
func (r Register) Execute(ctx context.Context, order string, c *payment.Command) (payment.Event, error) {
	e, _, err := r.execute(ctx, order, c)
	return e, err
}

// execute is Execute, and says whether it was done before.
func (r Register) execute(ctx context.Context, order string, c *payment.Command) (e payment.Event, before bool, conflict error) {
	if c != nil && c.Opening != nil && c.Opening.ID != order {
		var faults motcua.Faults
		faults.Add(codeOther, "/opening/id", motcua.Text{Vi: "không phải mã của khoản thu", En: "not the id of the order"}, nil)
		return payment.Event{}, false, faults
	}
	for range retries {
		o, head, err := r.Load(ctx, order)
		if err != nil {
			return payment.Event{}, false, err
		}
		e, err := o.Decide(c, later(r.now(), o))
		var repeated *payment.RepeatedError
		if errors.As(err, &repeated) && repeated.Same {
			return e, true, nil
		}
		if err != nil {
			return e, false, err
		}
		if err := r.hold(ctx, o, c); err != nil {
			return payment.Event{}, false, err
		}
		stored, err := histories.Seal(StreamOf(order), chain.Head(head), &e)
		if err != nil {
			return payment.Event{}, false, err
		}
		if _, err = r.Log.Append(ctx, StreamOf(order), head.Version, stored); err == nil {
			return e, false, nil
		}
		if !errors.Is(err, motcua.ErrConflict) {
			return payment.Event{}, false, err
		}
		conflict = err
	}
	return payment.Event{}, false, conflict
}

// later is a time that is not before the last event: clocks of two machines differ.
func later(now time.Time, o *payment.Order) time.Time {
	if n := len(o.Events); n > 0 && now.Before(o.Events[n-1].At) {
		return o.Events[n-1].At
	}
	return now
}

// Taken says what became of a claim that was reported.
type Taken struct {
	Order  string        // its order; "" if no order explains it
	Event  payment.Event // what was recorded of it there
	Known  bool          // it was recorded before
	Holder string        // another order that has its transaction; "" for none
}

// Report records a claim: with its order, or in suspense where no order knows its
// reference or another order has its transaction; [Register.Reconsider] looks at that
// again. It may be acknowledged once there is no error. The same claim again is recorded
// once. Errors are those of [Register.Execute].
func (r Register) Report(ctx context.Context, c payment.Claim) (Taken, error) {
	if err := c.Check().Err(); err != nil {
		return Taken{}, err
	}
	by := payment.RoleGateway
	if c.Origin == payment.OriginCounter {
		by = payment.RoleCashier
	}
	order, _ := payment.OrderOf(c.Reference)
	command := payment.Command{ID: "claim-" + keyOf(c), Action: payment.ActionReport, By: by, Details: payment.Details{Claim: &c}}
	e, before, err := r.execute(ctx, order, &command)
	var refusal *payment.RefusalError
	var held *HeldError
	switch {
	case err == nil:
		return Taken{Order: order, Event: e, Known: before}, nil
	case errors.As(err, &held):
		known, err := r.suspend(ctx, c, held.Order)
		return Taken{Known: known, Holder: held.Order}, err
	case !errors.As(err, &refusal):
		return Taken{}, err
	}
	if o, _, err := r.Load(ctx, order); err != nil || attempted(o, c.Reference) { // the attempt began meanwhile: it must come again
		return Taken{}, cmp.Or(err, error(refusal))
	}
	known, err := r.suspend(ctx, c, "")
	return Taken{Known: known}, err
}

func attempted(o *payment.Order, reference string) bool {
	for i := range o.Tries {
		if o.Tries[i].Reference == reference {
			return true
		}
	}
	return false
}

// keyOf is a hash of what a claim says, by which it is known again.
func keyOf(c payment.Claim) string {
	c.At = c.At.UTC()
	text, _ := json.Marshal(c) // a claim that was checked can be written
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// canonical is the form of the code of a dossier that names its stream.
func canonical(code string) string {
	if c, err := motcua.ParseDossier(code); err == nil {
		return c.Canonical().String()
	}
	return code
}
