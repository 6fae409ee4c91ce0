package conformance

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

// Log tests that what open returns keeps the contract of motcua.Log, so that a
// storage which passes can stand where motcua.MemoryLog stands:
//
//	func TestMyLog(t *testing.T) {
//		conformance.Log(t, func(t *testing.T) motcua.Log { return openMyLog(t) })
//	}
//
// It calls open once for each subtest and expects an empty Log, closed by
// t.Cleanup if it needs to be. Run it with -race too.
func Log(t *testing.T, open func(t *testing.T) motcua.Log) {
	for _, c := range logCases {
		t.Run(c.name, func(t *testing.T) { c.run(t, open(t)) })
	}
}

// reporter is the part of *testing.T that a case needs, so that a test can watch
// a case fail.
type reporter interface {
	Helper()
	Context() context.Context
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

var logCases = []struct {
	name string
	run  func(t reporter, log motcua.Log)
}{
	{"a stream that does not exist is empty", logEmpty},
	{"records come in order with versions from 1", logOrder},
	{"events are kept as they are", logEvents},
	{"instants are kept", logTimes},
	{"another version is a conflict that shows both sides", logConflict},
	{"a failed append leaves nothing behind", logNothing},
	{"streams do not touch one another", logStreams},
	{"reading starts after a version", logAfter},
	{"a reader may stop and may append", logReentrant},
	{"data is the log's own", logIsolation},
	{"a context that is done ends the call", logContext},
	{"what no log may accept is refused", logRefused},
	{"writers who retry lose and double nothing", logWriters},
	{"a reader beside a writer sees a prefix", logPrefix},
}

var start = time.Date(2026, 7, 1, 1, 2, 3, 456789000, time.UTC)

// event makes an event whose ID is its name.
func event(id, data string) motcua.Event {
	return motcua.Event{ID: id, Type: "noted", Time: start, Data: json.RawMessage(data)}
}

// write appends events with the given ids and must succeed.
func write(t reporter, log motcua.Log, stream string, expected int64, ids ...string) {
	t.Helper()
	var events []motcua.Event
	for _, id := range ids {
		events = append(events, event(id, `{"n":1}`))
	}
	version, err := log.Append(t.Context(), stream, expected, events...)
	if err != nil {
		t.Fatalf("Append to %q at %d: %v", stream, expected, err)
	}
	if want := expected + int64(len(ids)); version != want {
		t.Errorf("Append of %d events to %q at %d returned version %d, want %d", len(ids), stream, expected, version, want)
	}
}

// read collects a stream; no error is expected.
func read(t reporter, log motcua.Log, stream string, after int64) []motcua.Record {
	t.Helper()
	var records []motcua.Record
	for r, err := range log.Read(t.Context(), stream, after) {
		if err != nil {
			t.Fatalf("Read of %q after %d: %v", stream, after, err)
		}
		records = append(records, r)
	}
	return records
}

// readError returns the one error that a Read must yield and then end.
func readError(ctx context.Context, t reporter, log motcua.Log, stream string, after int64) error {
	t.Helper()
	var found error
	for r, err := range log.Read(ctx, stream, after) {
		if found != nil {
			t.Fatalf("Read of %q after %d goes on after the error %v", stream, after, found)
		}
		if err != nil && !reflect.ValueOf(r).IsZero() {
			t.Errorf("Read of %q after %d yields a record with the error %v", stream, after, err)
		}
		found = err
	}
	return found
}

// holds checks that a stream holds exactly the ids, from version 1 on.
func holds(t reporter, log motcua.Log, stream string, ids ...string) {
	t.Helper()
	same(t, "stream "+stream, read(t, log, stream, 0), 0, ids...)
}

// same checks ids and that versions count on from after.
func same(t reporter, what string, records []motcua.Record, after int64, ids ...string) {
	t.Helper()
	var have []string
	for i, r := range records {
		have = append(have, r.ID)
		if want := after + 1 + int64(i); r.Version != want {
			t.Errorf("%s: record %d has version %d, want %d", what, i, r.Version, want)
		}
	}
	if strings.Join(have, " ") != strings.Join(ids, " ") {
		t.Errorf("%s holds %q, want %q", what, have, ids)
	}
}

// sameJSON reports whether two texts are the same JSON value; a Log may write
// it with other spaces or another order of members.
func sameJSON(a, b []byte) bool {
	var values [2]any
	for i, text := range [][]byte{a, b} {
		d := json.NewDecoder(strings.NewReader(string(text)))
		d.UseNumber()
		if d.Decode(&values[i]) != nil {
			return false
		}
	}
	return reflect.DeepEqual(values[0], values[1])
}

// conflictOf appends and must get a conflict.
func conflictOf(t reporter, log motcua.Log, stream string, expected int64, events ...motcua.Event) *motcua.ConflictError {
	t.Helper()
	_, err := log.Append(t.Context(), stream, expected, events...)
	var conflict *motcua.ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("Append to %q at %d gives %v, want a *ConflictError", stream, expected, err)
	}
	if !errors.Is(err, motcua.ErrConflict) {
		t.Errorf("the conflict is not ErrConflict")
	}
	return conflict
}
