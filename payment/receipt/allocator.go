package receipt

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
)

// Allocator gives numbers of receipts, on a Log. It remembers the states of series, so
// that a number costs the same however many there are, and what is in the Log holds: two
// allocators on one Log give no number twice. It is safe for concurrent use; calls of one
// series wait for one another.
//
// An error of the Log leaves it open whether something was appended. The same call again
// comes to what would have come of the first one.
type Allocator struct {
	log    motcua.Log
	mu     sync.Mutex
	series map[string]*kept
}

// kept is a series as far as it was read.
type kept struct {
	mu    sync.Mutex
	state *State
}

// On returns an allocator on a Log.
func On(log motcua.Log) *Allocator {
	return &Allocator{log: log, series: map[string]*kept{}}
}

// retries is how often a change is decided again after somebody else was first. Beyond it
// the conflict is returned.
const retries = 1000

// with reads what is new of a series and calls a function with its state.
func (a *Allocator) with(ctx context.Context, n Name, do func(*State) error) error {
	stream := StreamOf(n)
	a.mu.Lock()
	k := a.series[stream]
	if k == nil {
		k = &kept{state: new(State)}
		a.series[stream] = k
	}
	a.mu.Unlock()
	k.mu.Lock()
	defer k.mu.Unlock()
	for stored, err := range a.log.Read(ctx, stream, k.state.Version) {
		if err != nil {
			return err
		}
		if faults := k.state.read(stream, &stored); faults.Err() != nil {
			k.state = new(State) // it is read from the beginning, until somebody mends it
			return faults.Err()
		}
	}
	if k.state.opened() && k.state.Series.Name != n {
		return &SeriesError{n, ErrDiffers}
	}
	return do(k.state)
}

// change decides on an event and appends it, again if somebody else was first. Nothing is
// appended where there is nothing to do.
func (a *Allocator) change(ctx context.Context, n Name, decide func(*State) (*Event, error)) error {
	var conflict error
	for range retries {
		err := a.with(ctx, n, func(s *State) error {
			e, err := decide(s)
			if err != nil || e == nil {
				return err
			}
			stored, err := histories.Seal(StreamOf(n), chain.Head(s.Head()), e)
			if err != nil {
				return err
			}
			_, err = a.log.Append(ctx, StreamOf(n), s.Version, stored)
			return err
		})
		if !errors.Is(err, motcua.ErrConflict) {
			return err
		}
		conflict = err
	}
	return conflict
}

// Open opens a series. The same one again changes nothing; another one of the same name
// is a *SeriesError with ErrDiffers. A series with faults is motcua.Faults.
func (a *Allocator) Open(ctx context.Context, s *Series, at time.Time, who string) error {
	if err := s.Check().Err(); err != nil {
		return err
	}
	return a.change(ctx, s.Name, func(now *State) (*Event, error) {
		switch {
		case !now.opened():
			series := *s
			return &Event{ID: "open", Action: ActionOpen, At: at, Who: who, Series: &series}, nil
		case now.Series != *s:
			return nil, &SeriesError{s.Name, ErrDiffers}
		}
		return nil, nil
	})
}

// Close ends a series: no further number is issued, and an order that waits for one in it
// may go on to the next series. Closing it again changes nothing. Errors are those of the
// Log, motcua.Faults of a history that is damaged, and a *SeriesError for a series that was
// not opened.
func (a *Allocator) Close(ctx context.Context, n Name, at time.Time, who string) error {
	return a.change(ctx, n, func(now *State) (*Event, error) {
		switch {
		case !now.opened():
			return nil, &SeriesError{n, ErrNotOpened}
		case !now.Closed.IsZero():
			return nil, nil
		}
		return &Event{ID: "close", Action: ActionClose, At: later(at, now.last), Who: who}, nil
	})
}

// Why says why a receipt is made void, when and by whom.
type Why struct {
	Reason string    // why (lý do); it must be said
	At     time.Time // when
	Who    string    // who did it; may be left out
}

// Void makes a receipt void (xóa bỏ) and returns it. One that does not stand stays as it
// is. A number that was not issued is a *SeriesError with ErrUnknown; without a reason the
// error is motcua.Faults.
func (a *Allocator) Void(ctx context.Context, n Name, number string, why Why) (Receipt, error) {
	if err := a.void(ctx, n, number, why, false); err != nil {
		return Receipt{}, err
	}
	return a.Receipt(ctx, n, number)
}

func (a *Allocator) void(ctx context.Context, n Name, number string, why Why, replaced bool) error {
	return a.change(ctx, n, func(now *State) (*Event, error) {
		slot, ok := now.slot(number)
		switch {
		case !ok:
			return nil, &SeriesError{n, ErrUnknown}
		case slot.Status != StatusStands:
			return nil, nil
		}
		return &Event{ID: "void/" + number, Action: ActionVoid, At: later(why.At, slot.At), Who: why.Who, Void: &Voiding{number, why.Reason, replaced}}, nil
	})
}

// State returns what a series has come to. The error is that of the Log, or motcua.Faults
// of a history that cannot be trusted.
func (a *Allocator) State(ctx context.Context, n Name) (*State, error) {
	var got *State
	err := a.with(ctx, n, func(now *State) error {
		got = now.clone()
		return nil
	})
	return got, err
}

// Receipt returns a receipt as it stands now. A number that was not issued is a
// *SeriesError with ErrUnknown.
func (a *Allocator) Receipt(ctx context.Context, n Name, number string) (Receipt, error) {
	var slot Slot
	err := a.with(ctx, n, func(now *State) error {
		found, ok := now.slot(number)
		if !ok {
			return &SeriesError{n, ErrUnknown}
		}
		slot = *found
		return nil
	})
	if err != nil {
		return Receipt{}, err
	}
	issued, err := a.event(ctx, n, slot.Version)
	if err != nil || issued.Receipt == nil {
		return Receipt{}, cmp.Or(err, error(&SeriesError{n, ErrUnknown}))
	}
	r := issued.Receipt.clone()
	if slot.void > 0 {
		e, err := a.event(ctx, n, slot.void)
		if err != nil || e.Void == nil {
			return Receipt{}, cmp.Or(err, error(&SeriesError{n, ErrUnknown}))
		}
		r.Void = &Void{At: e.At, Reason: e.Void.Reason, Replaced: slot.Status == StatusReplaced}
	}
	return r, nil
}

// event reads the event of a version that a state has.
func (a *Allocator) event(ctx context.Context, n Name, version int64) (Event, error) {
	for stored, err := range a.log.Read(ctx, StreamOf(n), version-1) {
		if err != nil {
			return Event{}, err
		}
		e, faults := histories.One(&stored)
		return e, faults.Err()
	}
	return Event{}, &SeriesError{n, ErrUnknown}
}

// later is a time that is not before another: clocks of two machines differ.
func later(at, before time.Time) time.Time {
	if at.Before(before) {
		return before
	}
	return at
}
