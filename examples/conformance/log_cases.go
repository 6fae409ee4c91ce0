package conformance

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/motcua/motcua"
)

func logEmpty(t reporter, log motcua.Log) {
	holds(t, log, "none")
	if records := read(t, log, "none", 7); len(records) > 0 {
		t.Errorf("a stream that does not exist has %d records after 7", len(records))
	}
}

func logOrder(t reporter, log motcua.Log) {
	write(t, log, "s", 0, "a", "b", "c")
	holds(t, log, "s", "a", "b", "c")
	write(t, log, "s", 3, "d")
	write(t, log, "s", 4, "e", "f")
	holds(t, log, "s", "a", "b", "c", "d", "e", "f")
}

func logEvents(t reporter, log motcua.Log) {
	texts := []string{
		`null`, `true`, `""`, `[]`, `{}`,
		`{"tên":"Đỗ Thị Bưởi","dấu":"\u0000\"\\"}`,
		`{"b":[1,{"c":null}],"a":-0.5}`,
		`9007199254740993`, // not a float64
	}
	var events []motcua.Event
	for _, text := range texts {
		e := event("id "+text, text)
		e.Type = "loại " + text
		events = append(events, e)
	}
	if _, err := log.Append(t.Context(), "s", 0, events...); err != nil {
		t.Fatalf("Append: %v", err)
	}
	records := read(t, log, "s", 0)
	if len(records) != len(events) {
		t.Fatalf("read %d records, want %d", len(records), len(events))
	}
	for i, r := range records {
		if e := events[i]; r.ID != e.ID || r.Type != e.Type || !sameJSON(r.Data, e.Data) {
			t.Errorf("read %q %q %s, want %q %q %s", r.ID, r.Type, r.Data, e.ID, e.Type, e.Data)
		}
	}
}

func logTimes(t reporter, log motcua.Log) {
	times := []time.Time{
		start,
		start.In(time.FixedZone("+07", 7*60*60)),
		time.Date(1945, 9, 2, 0, 0, 0, 1000, time.UTC),
		time.Date(9999, 12, 31, 23, 59, 59, 999999000, time.UTC),
		start, // time need not rise
	}
	var events []motcua.Event
	for _, at := range times {
		e := event("a", `1`)
		e.Time = at
		events = append(events, e)
	}
	if _, err := log.Append(t.Context(), "s", 0, events...); err != nil {
		t.Fatalf("Append: %v", err)
	}
	for i, r := range read(t, log, "s", 0) {
		if !r.Time.Equal(times[i]) {
			t.Errorf("event %d has time %v, want %v", i, r.Time, times[i])
		}
	}
}

func logConflict(t reporter, log motcua.Log) {
	write(t, log, "s", 0, "a", "b", "c")
	for _, c := range []struct {
		expected int64
		theirs   []string
	}{
		{0, []string{"a", "b", "c"}}, // thought the stream new
		{2, []string{"c"}},
		{4, nil}, // knows more than there is
		{1 << 40, nil},
	} {
		conflict := conflictOf(t, log, "s", c.expected, event("x", `{"mine":1}`), event("y", `2`))
		if conflict.Stream != "s" || conflict.Expected != c.expected || conflict.Actual != 3 {
			t.Errorf("at %d the conflict says %q, expected %d, actual %d", c.expected,
				conflict.Stream, conflict.Expected, conflict.Actual)
		}
		same(t, "their side", conflict.Theirs, c.expected, c.theirs...)
		if o := conflict.Ours; len(o) != 2 || o[0].ID != "x" || o[1].ID != "y" || !sameJSON(o[0].Data, []byte(`{"mine":1}`)) {
			t.Errorf("at %d our side is %v", c.expected, o)
		}
	}
	if conflict := conflictOf(t, log, "new", 1, event("x", `1`)); conflict.Actual != 0 || len(conflict.Theirs) > 0 {
		t.Errorf("for a stream that does not exist the conflict is %+v", conflict)
	}
}

func logNothing(t reporter, log motcua.Log) {
	write(t, log, "s", 0, "a")
	bad := []motcua.Event{event("b", `1`), event("c", `{`), event("d", `1`)}
	if _, err := log.Append(t.Context(), "s", 1, bad...); err == nil {
		t.Errorf("an append with bad data succeeds")
	}
	holds(t, log, "s", "a")
	conflictOf(t, log, "s", 0, event("e", `1`), event("f", `1`))
	holds(t, log, "s", "a")
	if _, err := log.Append(t.Context(), "new", 0, bad...); err == nil {
		t.Errorf("an append with bad data to a new stream succeeds")
	}
	holds(t, log, "new")
	write(t, log, "s", 1, "g")
	write(t, log, "new", 0, "h")
}

func logStreams(t reporter, log motcua.Log) {
	names := []string{"a", "A", "a/b", "a b", "a%20b", "..", "hồ sơ/H56.34-260701-0001", "1", "01", "a\n", "'; --"}
	for _, name := range names {
		write(t, log, name, 0, name, name)
	}
	for _, name := range names {
		holds(t, log, name, name, name)
	}
}

func logAfter(t reporter, log motcua.Log) {
	ids := []string{"a", "b", "c", "d"}
	write(t, log, "s", 0, ids...)
	for after := range 7 {
		same(t, "the stream after a version", read(t, log, "s", int64(after)), int64(after), ids[min(after, len(ids)):]...)
	}
	if n := len(read(t, log, "s", 1<<62)); n > 0 {
		t.Errorf("%d records after version 1<<62", n)
	}
}

func logReentrant(t reporter, log motcua.Log) {
	write(t, log, "s", 0, "a", "b")
	for _, err := range log.Read(t.Context(), "s", 0) {
		if err != nil {
			t.Fatalf("Read: %v", err)
		}
		break
	}
	next := int64(2)
	for r, err := range log.Read(t.Context(), "s", 0) {
		if err != nil {
			t.Fatalf("Read: %v", err)
		}
		if r.Version > 2 {
			break // a reader may see what it writes, or not
		}
		write(t, log, "s", next, "c")
		next++
	}
	holds(t, log, "s", "a", "b", "c", "c")
	twice := log.Read(t.Context(), "s", 0)
	for range 2 { // a sequence can be walked again
		n := 0
		for range twice {
			n++
		}
		if n != 4 {
			t.Errorf("a walk of the sequence yields %d records, want 4", n)
		}
	}
}

func logIsolation(t reporter, log motcua.Log) {
	const text = `{"n":1}`
	spoil := func(data json.RawMessage) { copy(data, `!!!!!!!`) }
	check := func(when string) {
		for _, r := range read(t, log, "s", 0) {
			if !sameJSON(r.Data, []byte(text)) {
				t.Errorf("%s the log holds %s", when, r.Data)
			}
			spoil(r.Data)
		}
	}
	mine := event("a", text)
	if _, err := log.Append(t.Context(), "s", 0, mine); err != nil {
		t.Fatalf("Append: %v", err)
	}
	spoil(mine.Data)
	check("after the writer reused its slice")
	check("after a reader wrote into what it read")
	late := event("b", text)
	conflict := conflictOf(t, log, "s", 0, late)
	for _, r := range conflict.Theirs {
		spoil(r.Data)
	}
	check("after someone wrote into a conflict")
	spoil(late.Data)
	if len(conflict.Ours) != 1 || !sameJSON(conflict.Ours[0].Data, []byte(text)) {
		t.Errorf("our side of a conflict changes with the writer's slice")
	}
}

func logContext(t reporter, log motcua.Log) {
	write(t, log, "s", 0, "a", "b", "c")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for _, err := range log.Read(ctx, "s", 0) {
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("Read under a cancelled context yields %v", err)
		}
		n++
		cancel() // what follows is the log's choice, but it must end
	}
	if n > 4 {
		t.Errorf("Read under a cancelled context yields %d times", n)
	}
	if _, err := log.Append(ctx, "s", 3, event("d", `1`)); !errors.Is(err, context.Canceled) {
		t.Errorf("Append under a cancelled context gives %v", err)
	}
	if err := readError(ctx, t, log, "s", 0); !errors.Is(err, context.Canceled) {
		t.Errorf("Read under a cancelled context gives %v", err)
	}
	holds(t, log, "s", "a", "b", "c")
}
