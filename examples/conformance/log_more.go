package conformance

import (
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/motcua/motcua"
)

func logRefused(t reporter, log motcua.Log) {
	with := func(change func(e *motcua.Event)) []motcua.Event {
		bad := event("b", `1`)
		change(&bad)
		return []motcua.Event{event("a", `1`), bad}
	}
	good := with(func(*motcua.Event) {})
	for _, c := range []struct {
		name     string
		stream   string
		expected int64
		events   []motcua.Event
	}{
		{"an empty stream name", "", 0, good},
		{"a negative version", "s", -1, good},
		{"no events", "s", 0, nil},
		{"an event without id", "s", 0, with(func(e *motcua.Event) { e.ID = "" })},
		{"an event without type", "s", 0, with(func(e *motcua.Event) { e.Type = "" })},
		{"a time that JSON cannot hold", "s", 0, with(func(e *motcua.Event) { e.Time = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) })},
		{"no data", "s", 0, with(func(e *motcua.Event) { e.Data = nil })},
		{"two JSON values", "s", 0, with(func(e *motcua.Event) { e.Data = []byte(`1 2`) })},
		{"text that is not JSON", "s", 0, with(func(e *motcua.Event) { e.Data = []byte(`{'a':1}`) })},
	} {
		if _, err := log.Append(t.Context(), c.stream, c.expected, c.events...); !errors.Is(err, motcua.ErrRefused) {
			t.Errorf("Append with %s gives %v, want ErrRefused", c.name, err)
		}
	}
	holds(t, log, "s")
	if err := readError(t.Context(), t, log, "", 0); !errors.Is(err, motcua.ErrRefused) {
		t.Errorf("Read of an empty stream name gives %v, want ErrRefused", err)
	}
	if err := readError(t.Context(), t, log, "s", -1); !errors.Is(err, motcua.ErrRefused) {
		t.Errorf("Read after version -1 gives %v, want ErrRefused", err)
	}
}

const (
	writers = 8
	rounds  = 12
)

// logWriters lets writers count in one stream: each reads the last number and
// appends the next, so a lost or doubled append shows as a gap or a repetition.
func logWriters(t reporter, log motcua.Log) {
	var group sync.WaitGroup
	failures := make(chan error, writers)
	for w := range writers {
		group.Go(func() {
			for range rounds {
				if err := count(t, log, strconv.Itoa(w)); err != nil {
					failures <- err
					return
				}
			}
		})
	}
	group.Wait()
	close(failures)
	for err := range failures {
		t.Errorf("a writer failed: %v", err)
	}
	records := read(t, log, "counter", 0)
	if len(records) != writers*rounds {
		t.Errorf("%d records, want %d", len(records), writers*rounds)
	}
	byWriter := make(map[string]int)
	for i, r := range records {
		byWriter[r.ID]++
		if want := int64(i + 1); r.Version != want || string(r.Data) != strconv.FormatInt(want, 10) {
			t.Fatalf("record %d has version %d and counts %s", want, r.Version, r.Data)
		}
	}
	for id, n := range byWriter {
		if n != rounds {
			t.Errorf("writer %s wrote %d times, want %d", id, n, rounds)
		}
	}
}

// count appends the next number, and tries again as long as others are faster.
func count(t reporter, log motcua.Log, id string) error {
	last := int64(0)
	for range 2 * writers * rounds { // each conflict is an append of another
		for r, err := range log.Read(t.Context(), "counter", last) {
			if err != nil {
				return err
			}
			last = r.Version
		}
		_, err := log.Append(t.Context(), "counter", last, event(id, strconv.FormatInt(last+1, 10)))
		if !errors.Is(err, motcua.ErrConflict) {
			return err
		}
	}
	return errors.New("never came through")
}

// logPrefix appends pairs while another goroutine reads: every reading must be a
// prefix that does not split a pair.
func logPrefix(t reporter, log motcua.Log) {
	const pairs = 60
	written := make(chan error, 1)
	go func() { written <- writePairs(t, log, pairs) }()
	for done := false; !done; {
		select {
		case err := <-written:
			if err != nil {
				t.Fatalf("Append: %v", err)
			}
			done = true
		default:
		}
		n := int64(0)
		for r, err := range log.Read(t.Context(), "s", 0) {
			if err != nil {
				t.Fatalf("Read: %v", err)
			}
			if n++; r.Version != n {
				t.Fatalf("record %d has version %d", n, r.Version)
			}
		}
		if n%2 != 0 {
			t.Fatalf("a reader sees %d records of appends by two", n)
		}
		if done && n != 2*pairs {
			t.Errorf("after all appends a reader sees %d records, want %d", n, 2*pairs)
		}
	}
}

func writePairs(t reporter, log motcua.Log, pairs int) error {
	for i := range pairs {
		expected := int64(2 * i)
		version, err := log.Append(t.Context(), "s", expected, event("a", `1`), event("b", `2`))
		if err != nil {
			return err
		}
		if version != expected+2 {
			return fmt.Errorf("version %d, want %d", version, expected+2)
		}
	}
	return nil
}
