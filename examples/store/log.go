package store

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/motcua/motcua"
	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Log is a motcua.Log in a file. It is safe for concurrent use.
type Log struct {
	db *bolt.DB
}

var _ motcua.Log = (*Log)(nil)

// Append is motcua.Log's. When it returns without error the events are on the disk. An
// error that is no conflict, no refusal and not that of the context is of the file, and
// whether the events are in it is not known then. A name of more than 32 KiB is such an
// error too, and nothing was written.
func (l *Log) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if err := motcua.CheckAppend(stream, expected, events); err != nil {
		return 0, err
	}
	if len(stream) > bolt.MaxKeySize {
		return 0, named(stream, berrors.ErrKeyTooLarge)
	}
	var version int64
	err := l.db.Update(func(tx *bolt.Tx) error {
		if err := ctx.Err(); err != nil { // it waited for other writers
			return err
		}
		b, err := tx.Bucket(root).CreateBucketIfNotExists([]byte(stream))
		if err != nil {
			return err
		}
		if version, err = last(b); err != nil {
			return err
		}
		if version != expected {
			return conflict(b, stream, expected, version, events)
		}
		for _, e := range events {
			version++
			if err := b.Put(key(version), encode(e)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, named(stream, err)
	}
	return version, nil
}

// conflict is the error of an Append, with both sides of it.
func conflict(b *bolt.Bucket, stream string, expected, actual int64, ours []motcua.Event) error {
	e := &motcua.ConflictError{Stream: stream, Expected: expected, Actual: actual}
	for r, err := range records(b, expected, actual) {
		if err != nil {
			return err
		}
		e.Theirs = append(e.Theirs, r)
	}
	for _, o := range ours {
		o.Data = slices.Clone(o.Data)
		e.Ours = append(e.Ours, o)
	}
	return e
}

// A batch is what Read takes in one transaction: at most so many records, and none more
// once there are so many bytes of data.
const (
	batchRecords = 256
	batchBytes   = 1 << 20
)

// Read is motcua.Log's. A sequence sees the stream up to the version that it has when its
// walk begins.
func (l *Log) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	return func(yield func(motcua.Record, error) bool) {
		fail := func(err error) { yield(motcua.Record{}, named(stream, err)) }
		if err := cmp.Or(ctx.Err(), refused(stream, after)); err != nil {
			fail(err)
			return
		}
		for at, end := after, int64(-1); end < 0 || at < end; {
			batch, version, err := l.batch(stream, at, end)
			for _, r := range batch {
				if err := ctx.Err(); err != nil {
					fail(err)
					return
				}
				if !yield(r, nil) {
					return
				}
				at = r.Version
			}
			if err != nil {
				fail(err)
				return
			}
			end = version
		}
	}
}

// refused is the error of what no Log may read.
func refused(stream string, after int64) error {
	if stream != "" && after >= 0 {
		return nil
	}
	return motcua.CheckAppend(stream, after, nil)
}

// batch takes the next records in one transaction, up to a version; less than 0: that of
// the stream, which it returns. With an error come the records before it.
func (l *Log) batch(stream string, after, end int64) (batch []motcua.Record, version int64, err error) {
	err = l.db.View(func(tx *bolt.Tx) error {
		b := tx.Bucket(root).Bucket([]byte(stream))
		if b == nil {
			return nil
		}
		if version = end; end < 0 {
			if version, err = last(b); err != nil {
				return err
			}
		}
		size := 0
		for r, err := range records(b, after, version) {
			if err != nil {
				return err
			}
			batch = append(batch, r)
			if size += len(r.Data); len(batch) == batchRecords || size >= batchBytes {
				break
			}
		}
		return nil
	})
	return batch, version, err
}

// Streams yields the names of the streams that begin with a prefix, sorted by their
// bytes; "" is the beginning of all. The walker may call the Log, and sees streams that
// are begun meanwhile if they come later in the order. An error is yielded once, and ends
// the sequence.
func (l *Log) Streams(ctx context.Context, prefix string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for next, more := prefix, true; more; {
			names, err := l.names(prefix, next)
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield("", named(prefix, err))
				return
			}
			for _, name := range names {
				if !yield(name, nil) {
					return
				}
				next = name + "\x00" // the first name behind it
			}
			more = len(names) == batchRecords
		}
	}
}

// names takes the next names in one transaction.
func (l *Log) names(prefix, next string) (names []string, err error) {
	err = l.db.View(func(tx *bolt.Tx) error {
		c := tx.Bucket(root).Cursor()
		for k, _ := c.Seek([]byte(next)); k != nil && bytes.HasPrefix(k, []byte(prefix)) && len(names) < batchRecords; k, _ = c.Next() {
			names = append(names, string(k))
		}
		return nil
	})
	return names, err
}

// named says of which stream an error is, unless it says so itself or is the context's.
func named(stream string, err error) error {
	var conflict *motcua.ConflictError
	switch {
	case errors.As(err, &conflict), errors.Is(err, motcua.ErrRefused), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	return fmt.Errorf("stream %.100q: %w", stream, err)
}
