package receipt

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// claim is what an order asked for, kept on a stream of the order before a number is
// taken. The last claim of a kind is the one that counts.
type claim struct {
	Series Name    `json:"series"` // in which a number is to be issued
	Draft  Receipt `json:"draft"`  // the receipt, without number and issuer

	id string // of the claim in all streams
}

// claims reads those of an order.
func (a *Allocator) claims(ctx context.Context, order string) (list []claim, version int64, err error) {
	for stored, err := range a.log.Read(ctx, orderPrefix+order, 0) {
		if err != nil {
			return nil, 0, err
		}
		c, faults := strict.Read(stored.Data, func(c *claim) motcua.Faults { return c.check(order) })
		if err := strict.Unquoted(faults).At("/version/" + strconv.FormatInt(stored.Version, 10)).Err(); err != nil {
			return nil, 0, err
		}
		c.id = stored.ID
		list, version = append(list, c), stored.Version
	}
	return list, version, nil
}

// check holds a claim to the order on whose stream it stands.
func (c *claim) check(order string) (faults motcua.Faults) {
	if c.Draft.Order != order || c.Draft.Name != c.Series {
		fault(&faults, codeRecord, "/draft", "yêu cầu của khoản thu hoặc dải biên lai khác", "the claim of another order or series")
	}
	return faults
}

// of are the claims of one kind.
func of(list []claim, k payment.Kind) []claim {
	return slices.DeleteFunc(slices.Clone(list), func(c claim) bool { return c.Series.Kind != k })
}

// claim claims a number for a draft in the first of the series that can issue it.
func (a *Allocator) claim(ctx context.Context, version int64, number int, draft Receipt, series []Name) error {
	n, err := a.pick(ctx, &draft, series)
	if err != nil {
		return err
	}
	rule, _ := numbering(dayOf(draft.At)) // a series that is in use then has one
	draft.Name, draft.Source = n, rule.Source
	data, err := json.Marshal(claim{Series: n, Draft: draft})
	if err != nil {
		return err
	}
	id := fmt.Sprintf("%s/%v/%d", draft.Order, n.Kind, number)
	_, err = a.log.Append(ctx, orderPrefix+draft.Order, version, motcua.Event{ID: id, Type: typeClaim, Time: draft.At.UTC().Truncate(time.Microsecond), Data: data})
	return err
}

// pick is the first of the series that can issue a draft.
func (a *Allocator) pick(ctx context.Context, draft *Receipt, series []Name) (Name, error) {
	for _, n := range series {
		if n.Unit != draft.Unit || n.Kind != draft.Kind {
			continue
		}
		fits := false
		err := a.with(ctx, n, func(now *State) error {
			fits = now.over() == nil && now.Series.Valid.Contains(dayOf(draft.At))
			return nil
		})
		if err != nil || fits {
			return n, err
		}
	}
	return Name{}, &OrderError{draft.Order, draft.Kind, ErrNoSeries}
}

// fulfil issues the number that was claimed, once, and returns the receipt.
func (a *Allocator) fulfil(ctx context.Context, c *claim) (Receipt, error) {
	var number string
	err := a.change(ctx, c.Series, func(now *State) (*Event, error) {
		if slot, issued := now.claimed(c.id); issued {
			number = slot.Number
			return nil, nil
		}
		if err := now.over(); err != nil {
			return nil, &SeriesError{c.Series, err}
		}
		r := c.Draft.clone()
		r.Name, r.Issuer, r.Number, r.At = c.Series, now.Series.Issuer, now.Series.Number(now.next()), later(c.Draft.At, now.last)
		number = r.Number
		return &Event{ID: c.id, Action: ActionIssue, At: r.At, Receipt: &r}, nil
	})
	if err != nil {
		return Receipt{}, err
	}
	return a.Receipt(ctx, c.Series, number)
}

// pursue comes to the receipt of a draft, whatever was done of it before.
func (a *Allocator) pursue(ctx context.Context, draft *Receipt, series []Name, why Why) (Receipt, error) {
	var conflict error
	for range retries {
		all, version, err := a.claims(ctx, draft.Order)
		if err != nil {
			return Receipt{}, err
		}
		mine := of(all, draft.Kind)
		begun, err := begunOf(mine, draft)
		if err != nil {
			return Receipt{}, err
		}
		next := *draft
		if begun != nil {
			r, err := a.fulfil(ctx, begun)
			if !errors.Is(err, ErrFull) && !errors.Is(err, ErrClosed) {
				return r, err
			}
			next = begun.Draft // it can get no number there any more
			next.At = draft.At
		} else if err := a.retire(ctx, mine, draft, series, why); err != nil {
			return Receipt{}, err
		}
		err = a.claim(ctx, version, len(mine)+1, next, series)
		if err != nil && !errors.Is(err, motcua.ErrConflict) {
			return Receipt{}, err
		}
		conflict = err
	}
	return Receipt{}, conflict
}

// begunOf is the claim by which a draft was begun before; nil where none was. An order that
// asks for something else is an error.
func begunOf(mine []claim, draft *Receipt) (*claim, error) {
	if len(mine) == 0 {
		return nil, nil
	}
	begun, asked := &mine[len(mine)-1], &mine[0]
	class := ErrDiffers
	if draft.Replaces != nil {
		begun, class = nil, ErrReplaced
		for i := range mine {
			if r := mine[i].Draft.Replaces; r != nil && *r == *draft.Replaces {
				begun = &mine[i]
			}
		}
		asked = begun
	}
	if asked == nil {
		return nil, nil
	}
	if asked.Draft.Unit != draft.Unit || !sameLines(asked.Draft.Lines, draft.Lines) {
		return nil, &OrderError{draft.Order, draft.Kind, class}
	}
	return begun, nil
}

// sameLines reports whether lines say the same.
func sameLines(a, b []payment.Line) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

// retire makes the receipt void that a draft is to replace: it must be the last one of the
// order, and one of the series must be able to issue the draft. A draft that replaces none
// has nothing to retire.
func (a *Allocator) retire(ctx context.Context, mine []claim, draft *Receipt, series []Name, why Why) error {
	if draft.Replaces == nil {
		return nil
	}
	if _, err := a.pick(ctx, draft, series); err != nil {
		return err
	}
	if len(mine) > 0 {
		last := &mine[len(mine)-1]
		old, err := a.fulfil(ctx, last)
		if err != nil {
			return err
		}
		if old.Ref() == *draft.Replaces {
			return a.void(ctx, last.Series, old.Number, why, true)
		}
	}
	return &OrderError{draft.Order, draft.Kind, ErrUnknown}
}
