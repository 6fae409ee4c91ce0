package receipt

import "context"

// Issue issues the receipts of an order, one for each kind that has any, from the first
// of the series that can. Who asks again gets what the order has, void or not; charges
// that are neither phí nor lệ phí get none. What was issued before an error is returned
// beside it. Errors are
//
//   - motcua.Faults: the Ask has faults;
//   - a *NotPaidError: less was taken than the lines ask for;
//   - an *OrderError with ErrDiffers: the order asked with other lines before, or with
//     ErrNoSeries: none of the series is open, in use on that day and has a number left;
//   - a *motcua.ConflictError, where others are first again and again;
//   - that of the Log: whether a number was taken is then not known, and asking again
//     tells.
func (a *Allocator) Issue(ctx context.Context, ask *Ask, series ...Name) ([]Receipt, error) {
	if err := ask.Check().Err(); err != nil {
		return nil, err
	}
	if err := ask.paid(); err != nil {
		return nil, err
	}
	var list []Receipt
	for _, kind := range ask.kinds() {
		draft, err := ask.draft(kind)
		if err != nil {
			return list, err
		}
		r, err := a.pursue(ctx, &draft, series, Why{})
		if err != nil {
			return list, err
		}
		list = append(list, r)
	}
	return list, nil
}

// Replace makes the receipt of an order void and issues another one that names it (thay
// thế), from the first of the series that can: the old one is void first, so that never
// two stand. The Ask says what the new one is to say; of its lines those of the kind
// count. One that was replaced already by the same lines gives what took its place.
// Errors are those of [Allocator.Issue], an *OrderError with ErrUnknown where it is not
// the last receipt of the order, or with ErrReplaced where it was replaced by other lines,
// and motcua.Faults where no reason is given.
func (a *Allocator) Replace(ctx context.Context, old *Receipt, ask *Ask, why Why, series ...Name) (Receipt, error) {
	if err := ask.Check().Err(); err != nil {
		return Receipt{}, err
	}
	if err := ask.paid(); err != nil {
		return Receipt{}, err
	}
	draft, err := ask.draft(old.Kind)
	if err != nil {
		return Receipt{}, err
	}
	if len(draft.Lines) == 0 || ask.Unit != old.Unit {
		return Receipt{}, &OrderError{ask.Order, old.Kind, ErrUnknown}
	}
	ref := old.Ref()
	draft.Replaces = &ref
	return a.pursue(ctx, &draft, series, why)
}

// Of returns all receipts of an order: by kind as they were claimed, those that were
// replaced with what took their place. An order without any has none, which is no error;
// errors are those of the Log, and motcua.Faults of a history that is damaged.
func (a *Allocator) Of(ctx context.Context, order string) ([]Receipt, error) {
	claims, _, err := a.claims(ctx, order)
	if err != nil {
		return nil, err
	}
	var list []Receipt
	for i := range claims {
		var slot Slot
		err := a.with(ctx, claims[i].Series, func(now *State) error {
			if found, issued := now.claimed(claims[i].id); issued {
				slot = *found
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if slot.Number == "" {
			continue // a claim that was never fulfilled
		}
		r, err := a.Receipt(ctx, claims[i].Series, slot.Number)
		if err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	link(list)
	return list, nil
}

// link names in receipts that were replaced what took their place.
func link(list []Receipt) {
	for i := range list {
		for j := range list {
			if r := &list[i]; list[j].Replaces != nil && r.Void != nil && list[j].Kind == r.Kind && *list[j].Replaces == r.Ref() {
				by := list[j].Ref()
				r.Void.Replaced, r.Void.By = true, &by
			}
		}
	}
}
