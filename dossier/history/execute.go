package history

import (
	"context"
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Execute does what a command asks for: it loads the dossier, decides and appends the
// event, which it returns as it was stored. A command that was done already gives the
// event that was recorded, and adds nothing; so does the payment of an order that is
// known to be paid. Errors are
//
//   - *dossier.RefusalError: it is not lawful;
//   - *dossier.RepeatedError: its id was used for something else, with the event of that;
//   - *[ConflictError]: somebody else was first, more often than the Store retries;
//   - motcua.Faults: the history has faults, with pointers that begin with /version/; or
//     the event would have, with pointers into the event;
//   - that of the Log. Whether the event was appended is then not known: the same command
//     may be executed again, and is done once.
//
// The code must be that of the filing, in either order of its unit.
func (s Store) Execute(ctx context.Context, code string, c *dossier.Command, setting *dossier.Setting) (dossier.Event, error) {
	var lost *ConflictError
	for tries := 0; ; tries++ {
		d, head, err := s.Load(ctx, code)
		if err != nil {
			return dossier.Event{}, err
		}
		e, err := d.Decide(c, s.now(setting))
		var repeated *dossier.RepeatedError
		switch {
		case errors.As(err, &repeated) && repeated.Same:
			return e, nil
		case repeated != nil:
			return e, err
		case lost != nil && tries > s.Retries:
			lost.Theirs = d.Events[min(lost.Expected, head.Version):]
			return dossier.Event{}, lost
		case err != nil:
			return dossier.Event{}, err
		}
		e, err = s.append(ctx, StreamOf(code), head, e)
		if !errors.Is(err, motcua.ErrConflict) {
			return e, err
		}
		lost = &ConflictError{Dossier: code, Expected: head.Version, Ours: e}
	}
}

// now is the setting of the next decision.
func (s Store) now(setting *dossier.Setting) *dossier.Setting {
	then := *setting
	if s.Clock != nil {
		then.Now = s.Clock()
	}
	return &then
}

// append seals an event and appends it; a conflict comes with the event.
func (s Store) append(ctx context.Context, stream string, head Head, e dossier.Event) (dossier.Event, error) {
	stored, e, err := seal(stream, head, e)
	if err != nil {
		return dossier.Event{}, err
	}
	_, err = s.Log.Append(ctx, stream, head.Version, stored)
	if err != nil && !errors.Is(err, motcua.ErrConflict) {
		return dossier.Event{}, err
	}
	return e, err
}

// ConflictError says that a dossier was written to by somebody else between loading and
// appending. It holds both sides, so that a person can choose or a program decide again.
type ConflictError struct {
	Dossier  string          // its code
	Expected int64           // the version that was decided on
	Theirs   []dossier.Event // what was appended since
	Ours     dossier.Event   // what was not appended
}

// Error names the dossier, the version and the actions, and no person.
func (e *ConflictError) Error() string {
	text := fmt.Sprintf("dossier %q: %v was not appended to version %d, which was followed by", e.Dossier, e.Ours.Action, e.Expected)
	for i, their := range e.Theirs {
		text += []string{" ", ", "}[min(i, 1)] + their.Action.String()
	}
	return text
}

// Unwrap returns motcua.ErrConflict.
func (e *ConflictError) Unwrap() error { return motcua.ErrConflict }
