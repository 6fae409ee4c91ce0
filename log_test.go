package motcua_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
)

// The behaviour of MemoryLog as a Log is tested by examples/conformance.

func noted(id string) motcua.Event {
	return motcua.Event{ID: id, Type: "noted", Time: noon, Data: json.RawMessage(`{"n":1}`)}
}

func TestCheckAppend(t *testing.T) {
	with := func(change func(e *motcua.Event)) motcua.Event {
		e := noted("a")
		change(&e)
		return e
	}
	for _, c := range []struct {
		stream   string
		expected int64
		events   []motcua.Event
		want     string // "": accepted
	}{
		{"s", 0, []motcua.Event{noted("a")}, ""},
		{"s", 0, []motcua.Event{noted("a"), noted("a")}, ""}, // ids are the writer's business
		{"s", 1 << 62, []motcua.Event{with(func(e *motcua.Event) { e.Data = json.RawMessage(` null `) })}, ""},
		{"s", 0, []motcua.Event{with(func(e *motcua.Event) { e.Time = time.Time{} })}, ""}, // unset, and can be written
		{"", 0, []motcua.Event{noted("a")}, "empty stream name: refused"},
		{"s", -1, []motcua.Event{noted("a")}, `version -1 of stream "s" is negative: refused`},
		{"s", 0, nil, `no events for stream "s": refused`},
		{"s", 0, []motcua.Event{noted("a"), with(func(e *motcua.Event) { e.ID = "" })}, `event 2 of 2 for stream "s" has no id: refused`},
		{"s", 0, []motcua.Event{with(func(e *motcua.Event) { e.Type = "" })}, `event 1 of 1 for stream "s" has no type: refused`},
		{"s", 0, []motcua.Event{with(func(e *motcua.Event) { e.Data = nil })}, `event 1 of 1 for stream "s" has data that is not JSON: refused`},
		{"s", 0, []motcua.Event{with(func(e *motcua.Event) { e.Time = noon.AddDate(8000, 0, 0) })}, `event 1 of 1 for stream "s" has a time that cannot be written: refused`},
		{"s", 0, []motcua.Event{with(func(e *motcua.Event) { e.Time = noon.AddDate(-2027, 0, 0) })}, `event 1 of 1 for stream "s" has a time that cannot be written: refused`},
	} {
		err := motcua.CheckAppend(c.stream, c.expected, c.events)
		if err == nil && c.want != "" || err != nil && (err.Error() != c.want || !errors.Is(err, motcua.ErrRefused)) {
			t.Errorf("CheckAppend says %v, want %q", err, c.want)
		}
	}
}

func TestConflictError(t *testing.T) {
	var log motcua.MemoryLog
	ctx := t.Context()
	if _, err := log.Append(ctx, "s", 0, noted("a"), noted("b")); err != nil {
		t.Fatal(err)
	}
	version, err := log.Append(ctx, "s", 1, noted("c"))
	var conflict *motcua.ConflictError
	if version != 0 || !errors.As(err, &conflict) || !errors.Is(err, motcua.ErrConflict) {
		t.Fatalf("Append = %d, %v, want a *ConflictError", version, err)
	}
	want := &motcua.ConflictError{
		Stream: "s", Expected: 1, Actual: 2,
		Theirs: []motcua.Record{{Version: 2, Event: noted("b")}},
		Ours:   []motcua.Event{noted("c")},
	}
	if d := cmp.Diff(want, conflict); d != "" {
		t.Error(d)
	}
	if got := err.Error(); got != `stream "s": expected version 1, found 2` {
		t.Errorf("it says %s", got)
	}
	long := &motcua.ConflictError{Stream: strings.Repeat("s", 1000)}
	if len(long.Error()) > 200 {
		t.Errorf("it says %d bytes", len(long.Error()))
	}
}

func TestRecordJSON(t *testing.T) {
	const want = `{"version":2,"id":"a","type":"noted","time":"2026-07-01T12:00:00+07:00","data":{"n":1}}`
	b, err := json.Marshal(motcua.Record{Version: 2, Event: noted("a")})
	if err != nil || string(b) != want {
		t.Errorf("wrote %s, %v", b, err)
	}
	var back motcua.Record
	if err := json.Unmarshal(b, &back); err != nil || back.Version != 2 || back.ID != "a" || !back.Time.Equal(noon) || string(back.Data) != `{"n":1}` {
		t.Errorf("read %+v, %v", back, err)
	}
}

func TestMemoryLogZero(t *testing.T) {
	var log motcua.MemoryLog
	for r, err := range log.Read(t.Context(), "s", 0) {
		t.Errorf("the zero value yields %v, %v", r, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range log.Read(ctx, "s", 0) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("under a cancelled context it yields %v", err)
		}
	}
}

// TestMemoryLogSnapshot: an iteration sees the stream as it was when it began.
func TestMemoryLogSnapshot(t *testing.T) {
	var log motcua.MemoryLog
	seen, version := 0, int64(0)
	write := func(id string) {
		var err error
		if version, err = log.Append(t.Context(), "s", version, noted(id)); err != nil {
			t.Fatal(err)
		}
	}
	write("a")
	records := log.Read(t.Context(), "s", 0)
	write("b") // before the iteration begins
	for _, err := range records {
		if err != nil {
			t.Fatal(err)
		}
		write("c")
		seen++
	}
	if seen != 2 || version != 4 {
		t.Errorf("saw %d records of %d", seen, version)
	}
}
