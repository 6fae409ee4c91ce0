package conformance

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"sync"
	"time"

	"github.com/motcua/motcua"
)

type (
	appendFunc func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error)
	readFunc   func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error]
)

// mutant is a log with one part replaced; a nil part is the sound one.
type mutant struct {
	motcua.MemoryLog
	append appendFunc
	read   readFunc
}

func (m *mutant) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	if m.append == nil {
		return m.MemoryLog.Append(ctx, stream, expected, events...)
	}
	return m.append(&m.MemoryLog, ctx, stream, expected, events)
}

func (m *mutant) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	if m.read == nil {
		return m.MemoryLog.Read(ctx, stream, after)
	}
	return m.read(&m.MemoryLog, ctx, stream, after)
}

// changed is a log whose records are changed on the way out.
func changed(change func(r *motcua.Record)) func() motcua.Log {
	return reading(func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
		return func(yield func(motcua.Record, error) bool) {
			for r, err := range l.Read(ctx, stream, after) {
				if err == nil {
					change(&r)
				}
				if !yield(r, err) {
					return
				}
			}
		}
	})
}

// reading is a log with another Read.
func reading(f readFunc) func() motcua.Log {
	return func() motcua.Log { return &mutant{read: f} }
}

// appending is a log with another Append.
func appending(f appendFunc) func() motcua.Log {
	return func() motcua.Log { return &mutant{append: f} }
}

// conflicting is a log whose conflicts are changed.
func conflicting(change func(e *motcua.ConflictError)) func() motcua.Log {
	return appending(func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
		version, err := l.Append(ctx, stream, expected, events...)
		var conflict *motcua.ConflictError
		if errors.As(err, &conflict) {
			change(conflict)
		}
		return version, err
	})
}

// force appends at whatever version the stream has.
func force(l *motcua.MemoryLog, ctx context.Context, stream string, _ int64, events []motcua.Event) (int64, error) {
	for expected := int64(0); ; {
		version, err := l.Append(ctx, stream, expected, events...)
		var conflict *motcua.ConflictError
		if !errors.As(err, &conflict) {
			return version, err
		}
		expected = conflict.Actual
	}
}

// renamed is a log that files streams under another name.
func renamed(rename func(string) string) func() motcua.Log {
	return func() motcua.Log {
		return &mutant{
			append: func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
				return l.Append(ctx, rename(stream), expected, events...)
			},
			read: func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
				return l.Read(ctx, rename(stream), after)
			},
		}
	}
}

// sharing is a log that keeps and hands out the very slices of data.
func sharing() motcua.Log {
	var mu sync.Mutex
	kept := make(map[string][]json.RawMessage)
	return &mutant{
		append: func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			version, err := l.Append(ctx, stream, expected, events...)
			mu.Lock()
			defer mu.Unlock()
			for _, e := range events {
				if err == nil {
					kept[stream] = append(kept[stream], e.Data)
				}
			}
			return version, err
		},
		read: func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
			return func(yield func(motcua.Record, error) bool) {
				for r, err := range l.Read(ctx, stream, after) {
					mu.Lock()
					if all := kept[stream]; err == nil && r.Version <= int64(len(all)) {
						r.Data = all[r.Version-1]
					}
					mu.Unlock()
					if !yield(r, err) {
						return
					}
				}
			}
		},
	}
}

// locked is a log that holds its lock while a reader walks.
func locked() motcua.Log {
	var mu sync.Mutex
	busy := errors.New("a reader holds the log")
	return &mutant{
		append: func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			if !mu.TryLock() {
				return 0, busy
			}
			defer mu.Unlock()
			return l.Append(ctx, stream, expected, events...)
		},
		read: func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
			return func(yield func(motcua.Record, error) bool) {
				mu.Lock()
				defer mu.Unlock()
				l.Read(ctx, stream, after)(yield)
			}
		},
	}
}

var mutants = []struct {
	name      string
	noticedBy string
	open      func() motcua.Log
}{
	{"invents a record", "a stream that does not exist is empty", reading(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
			return func(yield func(motcua.Record, error) bool) { yield(motcua.Record{}, nil) }
		})},
	{"counts from zero", "records come in order with versions from 1", changed(func(r *motcua.Record) { r.Version-- })},
	{"returns the old version", "records come in order with versions from 1", appending(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			_, err := l.Append(ctx, stream, expected, events...)
			return expected, err
		})},
	{"writes nothing", "records come in order with versions from 1", appending(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			return expected + int64(len(events)), nil
		})},
	{"reads numbers as floats", "events are kept as they are", changed(func(r *motcua.Record) {
		var v any
		if json.Unmarshal(r.Data, &v) == nil {
			r.Data, _ = json.Marshal(v)
		}
	})},
	{"forgets the type", "events are kept as they are", changed(func(r *motcua.Record) { r.Type = "" })},
	{"keeps whole seconds", "instants are kept", changed(func(r *motcua.Record) { r.Time = r.Time.Truncate(time.Second) })},
	{"takes clocks for UTC", "instants are kept", changed(func(r *motcua.Record) {
		y, m, d := r.Time.Date()
		r.Time = time.Date(y, m, d, r.Time.Hour(), r.Time.Minute(), r.Time.Second(), r.Time.Nanosecond(), time.UTC)
	})},
	{"lets the last writer win", "another version is a conflict that shows both sides", appending(force)},
	{"hides their side", "another version is a conflict that shows both sides", conflicting(func(e *motcua.ConflictError) { e.Theirs = nil })},
	{"shows too much of their side", "another version is a conflict that shows both sides", appending(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			version, err := l.Append(ctx, stream, expected, events...)
			var conflict *motcua.ConflictError
			if errors.As(err, &conflict) {
				conflict.Theirs = nil
				for r := range l.Read(ctx, stream, 0) {
					conflict.Theirs = append(conflict.Theirs, r)
				}
			}
			return version, err
		})},
	{"hides our side", "another version is a conflict that shows both sides", conflicting(func(e *motcua.ConflictError) { e.Ours = nil })},
	{"writes up to the bad event", "a failed append leaves nothing behind", appending(oneByOne(0))},
	{"splits an append", "a reader beside a writer sees a prefix", appending(oneByOne(time.Millisecond))},
	{"folds the case of names", "streams do not touch one another", renamed(strings.ToLower)},
	{"trims names", "streams do not touch one another", renamed(strings.TrimSpace)},
	{"includes the version", "reading starts after a version", reading(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
			return l.Read(ctx, stream, max(after-1, min(after, 0)))
		})},
	{"is locked while read", "a reader may stop and may append", locked},
	{"can be walked once", "a reader may stop and may append", reading(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
			all, walked := l.Read(ctx, stream, after), false
			return func(yield func(motcua.Record, error) bool) {
				if !walked {
					all(yield)
				}
				walked = true
			}
		})},
	{"shares its slices", "data is the log's own", sharing},
	{"ignores the context", "a context that is done ends the call", func() motcua.Log {
		return withContext(context.WithoutCancel)
	}},
	{"accepts anything", "what no log may accept is refused", appending(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			version, err := l.Append(ctx, stream, expected, events...)
			if errors.Is(err, motcua.ErrRefused) {
				return expected, nil
			}
			return version, err
		})},
	{"looks and then writes", "writers who retry lose and double nothing", appending(
		func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			n := int64(0)
			for range l.Read(ctx, stream, 0) {
				n++
			}
			if n != expected {
				return 0, &motcua.ConflictError{Stream: stream, Expected: expected, Actual: n}
			}
			time.Sleep(time.Millisecond) // others look too
			return force(l, ctx, stream, expected, events)
		})},
}

// oneByOne appends events one at a time and leaves others a pause in between.
func oneByOne(pause time.Duration) appendFunc {
	return func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
		var err error
		for _, e := range events {
			if expected, err = l.Append(ctx, stream, expected, e); err != nil {
				return expected, err
			}
			time.Sleep(pause)
		}
		return expected, nil
	}
}

// withContext is a log that works under another context.
func withContext(change func(context.Context) context.Context) motcua.Log {
	return &mutant{
		append: func(l *motcua.MemoryLog, ctx context.Context, stream string, expected int64, events []motcua.Event) (int64, error) {
			return l.Append(change(ctx), stream, expected, events...)
		},
		read: func(l *motcua.MemoryLog, ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
			return l.Read(change(ctx), stream, after)
		},
	}
}
