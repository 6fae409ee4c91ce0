package motcua

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"
)

// ErrConflict is the class of *ConflictError.
var ErrConflict = errors.New("version conflict")

// ErrRefused is the class of errors of calls that no Log may accept, whatever it
// holds.
var ErrRefused = errors.New("refused")

// Event is one thing that happened, as it is stored.
type Event struct {
	ID   string          `json:"id"`   // chosen by the writer, so that it knows its own events again
	Type string          `json:"type"` // name of what happened; the writer's vocabulary
	Time time.Time       `json:"time"` // when; the instant is kept to the microsecond, not the zone
	Data json.RawMessage `json:"data"` // what happened, one JSON value
}

// Record is an event in its stream.
type Record struct {
	Version int64 `json:"version"` // position in the stream: 1, 2, 3 …
	Event
}

// Log keeps streams of events, one for each thing that has a history. It is safe
// for concurrent use. The package examples/conformance holds the tests that
// every Log must pass.
type Log interface {
	// Append adds events to the end of a stream and returns its new version,
	// the version of the last record. It adds all of them or none. The expected
	// version is that of the last record the writer has read, 0 for a stream
	// that is empty; when the stream has another, the error is a
	// *ConflictError. A writer that does not know whether an earlier Append
	// went through repeats it and looks for its own IDs in the conflict. Calls
	// that CheckAppend refuses give its error; a context that is done gives
	// the error of the context.
	Append(ctx context.Context, stream string, expected int64, events ...Event) (version int64, err error)

	// Read yields the records of a stream whose version is greater than after,
	// in order, without gaps; a stream that does not exist has none. While
	// others append it sees their appends up to some version, each whole. The
	// sequence can be stopped and walked again, and the walker may call the
	// Log. An error, such as that of the context, an empty stream name or a
	// negative version (both ErrRefused), is yielded once, with a zero Record,
	// and ends the sequence. What the caller does to Data does not reach the
	// Log.
	Read(ctx context.Context, stream string, after int64) iter.Seq2[Record, error]
}

// CheckAppend returns an ErrRefused when the arguments of Append are such that
// every Log must refuse them: an empty stream name, a negative version, no
// events, or an event without ID or type, with a time outside the years 0 to
// 9999 in UTC, or with data that is not one JSON value.
func CheckAppend(stream string, expected int64, events []Event) error {
	if err := checkRead(stream, expected); err != nil {
		return err
	}
	if len(events) == 0 {
		return fmt.Errorf("no events for stream %s: %w", quote(stream), ErrRefused)
	}
	for i, e := range events {
		problem := ""
		switch year := e.Time.UTC().Year(); {
		case e.ID == "":
			problem = "has no id"
		case e.Type == "":
			problem = "has no type"
		case year < 0 || year > 9999:
			problem = "has a time that cannot be written"
		case !json.Valid(e.Data):
			problem = "has data that is not JSON"
		default:
			continue
		}
		return fmt.Errorf("event %d of %d for stream %s %s: %w", i+1, len(events), quote(stream), problem, ErrRefused)
	}
	return nil
}

// checkRead refuses what neither Append nor Read may accept.
func checkRead(stream string, version int64) error {
	if stream == "" {
		return fmt.Errorf("empty stream name: %w", ErrRefused)
	}
	if version < 0 {
		return fmt.Errorf("version %d of stream %s is negative: %w", version, quote(stream), ErrRefused)
	}
	return nil
}

// ConflictError is the error of an Append that expected another version. It
// holds both sides, so that a program can join them or a person can choose.
type ConflictError struct {
	Stream   string   // the stream written to
	Expected int64    // version the writer had read
	Actual   int64    // version of the stream
	Theirs   []Record // what was written after Expected; none if Actual is less
	Ours     []Event  // what was to be appended
}

// Error names the stream and both versions.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("stream %s: expected version %d, found %d", quote(e.Stream), e.Expected, e.Actual)
}

// Unwrap returns ErrConflict.
func (e *ConflictError) Unwrap() error { return ErrConflict }
