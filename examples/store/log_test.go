package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/examples/conformance"
	bolt "go.etcd.io/bbolt"
)

// at opens the Log in a file for the length of a test.
func at(t testing.TB, path string) *Log {
	t.Helper()
	log, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { log.Close() })
	return log
}

// fresh opens a Log in a file of its own.
func fresh(t testing.TB) *Log { return at(t, filepath.Join(t.TempDir(), "house.db")) }

func TestLog(t *testing.T) {
	conformance.Log(t, func(t *testing.T) motcua.Log { return fresh(t) })
}

func noted(id string) motcua.Event {
	return motcua.Event{ID: id, Type: "noted", Time: time.UnixMicro(1_772_000_000_123_456), Data: json.RawMessage(`{"n":1}`)}
}

// ids are those in a stream; versions must count from 1.
func ids(t testing.TB, log motcua.Log, stream string) (list []string) {
	t.Helper()
	for r, err := range log.Read(t.Context(), stream, 0) {
		if err != nil {
			t.Fatal(err)
		}
		if list = append(list, r.ID); r.Version != int64(len(list)) {
			t.Fatalf("record %d of %q has version %d", len(list), stream, r.Version)
		}
	}
	return list
}

// TestClosed: a Log that is closed says so, and a walk that is under way ends.
func TestClosed(t *testing.T) {
	log := fresh(t)
	var many []motcua.Event
	for i := range 2 * batchRecords {
		many = append(many, noted(fmt.Sprint(i)))
	}
	if _, err := log.Append(t.Context(), "s", 0, many...); err != nil {
		t.Fatal(err)
	}
	n, ended := 0, error(nil)
	for _, err := range log.Read(t.Context(), "s", 0) {
		if n++; n == 1 {
			log.Close()
		}
		ended = err
	}
	if ended == nil || n != batchRecords+1 {
		t.Errorf("the walk ends after %d with %v", n, ended)
	}
	if _, err := log.Append(t.Context(), "s", 512, noted("x")); err == nil || !strings.HasPrefix(err.Error(), `stream "s": `) {
		t.Errorf("Append: %v", err)
	}
	for _, err := range log.Streams(t.Context(), "") {
		if err == nil {
			t.Error("Streams yields a name")
		}
	}
}

// TestBatches: a walk over more than it takes at once sees all up to where the stream
// ended when it began, though the walker appends; a large record is a batch by itself.
func TestBatches(t *testing.T) {
	log := fresh(t)
	var want []string
	version := int64(0)
	for _, n := range []int{batchRecords - 1, 3, batchRecords, 40} {
		var some []motcua.Event
		for range n {
			e := noted(fmt.Sprint(len(want)))
			if len(want) > 500 {
				e.Data = json.RawMessage(`"` + strings.Repeat("x", batchBytes/16) + `"`)
			}
			want, some = append(want, e.ID), append(some, e)
		}
		var err error
		if version, err = log.Append(t.Context(), "s", version, some...); err != nil {
			t.Fatal(err)
		}
	}
	walk := log.Read(t.Context(), "s", 0)
	var got []string
	for r, err := range walk {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, r.ID)
		if len(got)%50 == 0 {
			if version, err = log.Append(t.Context(), "s", version, noted("late")); err != nil {
				t.Fatal(err)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d records, want %d", len(got), len(want))
	}
	if all := ids(t, log, "s"); int64(len(all)) != version || version == int64(len(want)) {
		t.Errorf("%d records, want %d", len(all), version)
	}
}

// TestContext: a writer that waited for another too long writes nothing.
func TestContext(t *testing.T) {
	log := fresh(t)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error)
	err := log.db.Update(func(*bolt.Tx) error {
		go func() {
			_, err := log.Append(ctx, "s", 0, noted("a"))
			done <- err
		}()
		time.Sleep(20 * time.Millisecond) // it waits by now, or is stopped before
		stop()
		return nil
	})
	if waited := <-done; err != nil || waited == nil || !errors.Is(waited, context.Canceled) {
		t.Errorf("%v, %v", err, waited)
	}
	if got := ids(t, log, "s"); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// TestStreams: names by prefix, sorted by bytes, in more than one batch, and those that
// are begun behind while somebody walks.
func TestStreams(t *testing.T) {
	log := fresh(t)
	want := map[string][]string{"none": nil}
	for i := range batchRecords + 10 {
		name := fmt.Sprintf("order/%04d", i)
		want["order/"] = append(want["order/"], name)
	}
	want["order"] = append(slices.Clone(want["order/"]), "orders-of/hồ sơ")
	want[""] = append([]string{"a\x00b", "a\x00b\x00"}, append(slices.Clone(want["order"]), "\xff\xff")...)
	for _, name := range want[""] {
		if _, err := log.Append(t.Context(), name, 0, noted("a")); err != nil {
			t.Fatal(err)
		}
	}
	want["order/0265"], want["\xff"] = []string{"order/0265"}, []string{"\xff\xff"}
	list := func(prefix string, each func(string)) (names []string) {
		for name, err := range log.Streams(t.Context(), prefix) {
			if err != nil {
				t.Fatal(err)
			}
			each(name)
			names = append(names, name)
		}
		return names
	}
	for prefix, names := range want {
		if got := list(prefix, func(string) {}); !slices.Equal(got, names) {
			t.Errorf("%q: %q", prefix, got)
		}
	}
	got := list("order/", func(name string) {
		if name == "order/0000" {
			if _, err := log.Append(t.Context(), "order/9999", 0, noted("a")); err != nil {
				t.Fatal(err)
			}
		}
	})
	if got[len(got)-1] != "order/9999" {
		t.Errorf("the last is %q", got[len(got)-1])
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for name, err := range log.Streams(ctx, "") {
		if name != "" || !errors.Is(err, context.Canceled) {
			t.Errorf("%q, %v", name, err)
		}
	}
	for range log.Streams(t.Context(), "") {
		break // it can be stopped
	}
}

// TestLong: a name that the file cannot hold is an error, and nothing is written.
func TestLong(t *testing.T) {
	log, name := fresh(t), strings.Repeat("x", bolt.MaxKeySize+1)
	if _, err := log.Append(t.Context(), name, 0, noted("a")); err == nil || len(err.Error()) > 300 {
		t.Errorf("%v", err)
	}
	if got := ids(t, log, name); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if _, err := log.Append(t.Context(), name[1:], 0, noted("a")); err != nil {
		t.Error(err)
	}
}
