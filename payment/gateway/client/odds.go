package client

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// Odds keeps odd callbacks on a Log until somebody knows what became of each: in the
// stream "callbacks-odd", each once however often it is said. It is safe for concurrent
// use.
type Odds struct {
	Log   motcua.Log       // needed
	Clock func() time.Time // nil: [time.Now]
}

// KeptOdd is an odd callback as it is kept.
type KeptOdd struct {
	Odd
	ID      string    // to be named in [Odds.Settle]
	At      time.Time // when it came first
	Settled bool      // what became of it is known
	Reason  string    `personal:"yes"` // that
}

const (
	oddStream = "callbacks-odd"
	typeOdd   = "callback.odd"
	typeAsked = "callback.settled"
	asked     = "đã hỏi lại cổng thanh toán" // the gateway was asked
)

// ErrUnknown is the class of errors about a callback that is not kept.
var ErrUnknown = errors.New("no such callback")

// settling is what became of a callback.
type settling struct {
	ID     string `json:"id"`
	Reason string `json:"reason" personal:"yes"`
}

// Keep keeps a callback, once: one that differs from a kept one in what nobody signed is
// the same, or whoever caught one could have any number kept. The error is that of the
// Log.
func (o Odds) Keep(ctx context.Context, odd Odd) error {
	data, err := json.Marshal(odd)
	if err != nil {
		return err
	}
	key, err := json.Marshal(Odd{odd.Kind, odd.Why, odd.Reference, odd.signed()})
	if err != nil {
		return err
	}
	sum := sha256.Sum256(key)
	return o.once(ctx, motcua.Event{ID: hex.EncodeToString(sum[:16]), Type: typeOdd, Data: data})
}

// List is what is kept, in the order in which it came, settled or not. The error is that
// of the Log, or motcua.Faults of records that cannot be read.
func (o Odds) List(ctx context.Context) ([]KeptOdd, error) {
	var list []KeptOdd
	at := map[string]int{}
	for rec, err := range o.Log.Read(ctx, oddStream, 0) {
		if err != nil {
			return nil, err
		}
		switch rec.Type {
		case typeOdd:
			odd, faults := strict.Read(rec.Data, func(*Odd) motcua.Faults { return nil })
			if err := strict.Unquoted(faults).Err(); err != nil {
				return nil, err
			}
			at[rec.ID] = len(list)
			list = append(list, KeptOdd{Odd: odd, ID: rec.ID, At: rec.Time})
		case typeAsked:
			s, faults := strict.Read(rec.Data, func(*settling) motcua.Faults { return nil })
			if err := strict.Unquoted(faults).Err(); err != nil {
				return nil, err
			}
			if i, ok := at[s.ID]; ok {
				list[i].Settled, list[i].Reason = true, s.Reason
			}
		}
	}
	return list, nil
}

// Settle writes down what became of a callback, by its id: once, the first reason stays.
// An id that is not kept is [ErrUnknown].
func (o Odds) Settle(ctx context.Context, id, reason string) error {
	list, err := o.List(ctx)
	if err != nil {
		return err
	}
	for i := range list {
		if list[i].ID == id {
			return o.settle(ctx, id, reason)
		}
	}
	return ErrUnknown
}

func (o Odds) settle(ctx context.Context, id, reason string) error {
	data, err := json.Marshal(settling{id, reason})
	if err != nil {
		return err
	}
	return o.once(ctx, motcua.Event{ID: "settled-" + id, Type: typeAsked, Data: data})
}

// Ask asks how the attempts of the callbacks stand that are not settled, each attempt
// once ([Platform.Query] asks), and has taken what it is told. Where that is an end, a
// success or a failure, the callbacks of the attempt are settled; where it is not, or
// cannot be asked or taken, they stay, as do those that name no attempt of an order: those
// are for people. It returns how many were settled, and the errors of all that failed.
func (o Odds) Ask(ctx context.Context, ask func(ctx context.Context, reference string) (payment.Claim, error), take Take) (settled int, err error) {
	list, err := o.List(ctx)
	if err != nil {
		return 0, err
	}
	var failed []error
	ended := map[string]bool{} // by reference: whether the attempt has an end
	for i := range list {
		odd := &list[i]
		if odd.Settled || odd.Reference == "" || ctx.Err() != nil {
			continue
		}
		end, known := ended[odd.Reference]
		if !known {
			if end, err = answered(ctx, odd.Reference, ask, take); err != nil {
				failed = append(failed, err)
			}
			ended[odd.Reference] = end
		}
		if !end {
			continue
		}
		if err := o.settle(ctx, odd.ID, asked); err != nil {
			failed = append(failed, err)
			continue
		}
		settled++
	}
	return settled, errors.Join(append(failed, ctx.Err())...)
}

// answered asks about an attempt and has the answer taken; whether it is an end.
func answered(ctx context.Context, reference string, ask func(context.Context, string) (payment.Claim, error), take Take) (end bool, err error) {
	claim, err := ask(ctx, reference)
	if err == nil {
		err = take(ctx, claim)
	}
	return err == nil && !claim.Unknown && claim.Outcome != payment.OutcomePending, err
}

// once appends an event unless one of its id is there.
func (o Odds) once(ctx context.Context, e motcua.Event) error {
	e.Time = now(o.Clock)
	_, err := chain.Once(ctx, o.Log, oddStream, e)
	return err
}
