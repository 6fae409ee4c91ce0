package chain

import (
	"context"
	"errors"

	"github.com/motcua/motcua"
)

// retries is how often Once looks again after somebody else was first. So many others do
// not write at the same time: beyond it the conflict is returned.
const retries = 100

// Once appends an event, which needs no hash, to a stream unless one of its id is there,
// and reports whether one was. The error is that of the Log.
func Once(ctx context.Context, log motcua.Log, stream string, e motcua.Event) (known bool, err error) {
	for range retries {
		version := int64(0)
		for rec, err := range log.Read(ctx, stream, 0) {
			if err != nil {
				return false, err
			}
			if rec.ID == e.ID {
				return true, nil
			}
			version = rec.Version
		}
		if _, err = log.Append(ctx, stream, version, e); !errors.Is(err, motcua.ErrConflict) {
			return false, err
		}
	}
	return false, err
}
