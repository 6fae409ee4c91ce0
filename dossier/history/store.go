package history

import (
	"context"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Store keeps the histories of dossiers on a Log. It holds nothing itself and is safe for
// concurrent use, as the Log is.
type Store struct {
	Log     motcua.Log       // what they are kept on
	Retries int              // how often a command is decided again on a newer dossier; 0: a conflict is returned
	Clock   func() time.Time // asked anew for each decision; nil: the time of the setting
}

// read reads the stream of a dossier and checks it.
func (s Store) read(ctx context.Context, code string, kept Head) (*reading, error) {
	r := &reading{stream: StreamOf(code)}
	for stored, err := range s.Log.Read(ctx, r.stream, 0) {
		if err != nil {
			return nil, err
		}
		r.take(&stored)
	}
	r.check(kept)
	return r, nil
}

// Load reads a dossier. One that has no history is a draft with the zero Head. The error
// is that of the Log, and then there is no dossier; or it is motcua.Faults, and then the
// dossier is what could be read, and the Head is zero.
func (s Store) Load(ctx context.Context, code string) (*dossier.Dossier, Head, error) {
	r, err := s.read(ctx, code, Head{})
	if err != nil {
		return nil, Head{}, err
	}
	return r.dossier(), r.head(), r.faults.Err()
}

// At reads a dossier as it stood at an instant, with all that had happened by then.
// Errors are those of Load.
func (s Store) At(ctx context.Context, code string, t time.Time) (*dossier.Dossier, error) {
	d, _, err := s.Load(ctx, code)
	if d != nil {
		d = d.At(t)
	}
	return d, err
}

// Verify finds all that is wrong with the history of a dossier, sorted, warnings too: a
// pointer begins with /version/ and the place of a record, from 1. A head that was kept
// elsewhere is held to the record of its version, and so to all before it; the zero Head
// is held to nothing, and the loss of the last records does not show then. The Head that
// is returned is that of now, for keeping; with faults it is zero. The error is that of
// the Log.
func (s Store) Verify(ctx context.Context, code string, kept Head) (Head, motcua.Faults, error) {
	r, err := s.read(ctx, code, kept)
	if err != nil {
		return Head{}, nil, err
	}
	return r.head(), r.faults, nil
}
