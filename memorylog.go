package motcua

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"sync"
)

// MemoryLog is a Log in memory. The zero value is empty and ready; it must not
// be copied after first use. It copies Data in and out.
type MemoryLog struct {
	mu      sync.RWMutex
	streams map[string][]Record // only ever appended to, so a slice read under mu stays valid
}

var _ Log = (*MemoryLog)(nil)

// Append is Log.Append.
func (l *MemoryLog) Append(ctx context.Context, stream string, expected int64, events ...Event) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if err := CheckAppend(stream, expected, events); err != nil {
		return 0, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	records := l.streams[stream]
	if actual := int64(len(records)); actual != expected {
		return 0, conflict(stream, expected, records, events)
	}
	for _, e := range events {
		records = append(records, Record{int64(len(records)) + 1, copyEvent(e)})
	}
	if l.streams == nil {
		l.streams = make(map[string][]Record)
	}
	l.streams[stream] = records
	return int64(len(records)), nil
}

// Read is Log.Read; it sees the stream as it is when the iteration starts.
func (l *MemoryLog) Read(ctx context.Context, stream string, after int64) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if err := cmp.Or(ctx.Err(), checkRead(stream, after)); err != nil {
			yield(Record{}, err)
			return
		}
		l.mu.RLock()
		records := l.streams[stream]
		l.mu.RUnlock()
		for _, r := range records[min(after, int64(len(records))):] {
			if err := ctx.Err(); err != nil {
				yield(Record{}, err)
				return
			}
			if !yield(Record{r.Version, copyEvent(r.Event)}, nil) {
				return
			}
		}
	}
}

func conflict(stream string, expected int64, records []Record, ours []Event) *ConflictError {
	e := &ConflictError{Stream: stream, Expected: expected, Actual: int64(len(records))}
	for _, r := range records[min(expected, e.Actual):] {
		e.Theirs = append(e.Theirs, Record{r.Version, copyEvent(r.Event)})
	}
	for _, event := range ours {
		e.Ours = append(e.Ours, copyEvent(event))
	}
	return e
}

func copyEvent(e Event) Event {
	e.Data = slices.Clone(e.Data)
	return e
}
