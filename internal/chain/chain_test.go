package chain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
)

// said is an event of these tests.
type said struct {
	ID   string    `json:"id"`
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

var kind = chain.Kind[said]{
	Codes: chain.Codes{Record: "R", Chain: "C", Beside: "B", Head: "H"},
	Check: func(s *said) (faults motcua.Faults) {
		if s.Text == "" {
			faults.Add("T", "/text", motcua.Text{En: "missing"}, nil)
		}
		return faults
	},
	Beside: func(s *said) motcua.Event { return motcua.Event{ID: s.ID, Type: "said", Time: s.At} },
}

var noon = time.Date(2026, time.March, 2, 12, 0, 0, 1999, time.FixedZone("", 7*3600)) // a Log keeps microseconds

// told is a stream of some events.
func told(t *testing.T, texts ...string) *motcua.MemoryLog {
	log, ctx := new(motcua.MemoryLog), context.Background()
	for i, text := range texts {
		got, err := kind.Read(ctx, log, "s")
		if err != nil || len(got.Faults) > 0 {
			t.Fatal(err, got.Faults)
		}
		e, err := kind.Seal("s", got.Head, &said{fmt.Sprint(i), noon, text})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := log.Append(ctx, "s", got.Head.Version, e); err != nil {
			t.Fatal(err)
		}
	}
	return log
}

// TestChain: what is sealed is read back, and goes on from every head that was kept and
// from no other.
func TestChain(t *testing.T) {
	got, err := kind.Read(context.Background(), told(t, "một", "hai", "ba"), "s")
	if err != nil || len(got.Faults) > 0 || got.Head.Version != 3 || got.Head.Hash != got.Heads[2] || got.Events[1].Text != "hai" || !slices.Equal(got.IDs, []string{"0", "1", "2"}) {
		t.Fatalf("%+v %v", got, err)
	}
	for _, c := range []struct {
		kept  chain.Head
		holds bool
	}{
		{chain.Head{}, true},
		{chain.Head{Version: 1, Hash: got.Heads[0]}, true},
		{got.Head, true},
		{chain.Head{Version: 2, Hash: got.Heads[0]}, false},
		{chain.Head{Version: 4, Hash: got.Heads[2]}, false},
		{chain.Head{Version: -1, Hash: got.Heads[2]}, false},
		{chain.Head{Hash: got.Heads[2]}, false},
	} {
		got.Faults = nil
		if kind.Hold(got, c.kept); (len(got.Faults) == 0) != c.holds {
			t.Errorf("%+v: %v", c.kept, got.Faults)
		}
	}
}

// TestSealRefuses: what could not be read again is not sealed.
func TestSealRefuses(t *testing.T) {
	var faults motcua.Faults
	if _, err := kind.Seal("s", chain.Head{}, &said{ID: "1", At: noon}); !errors.As(err, &faults) || faults[0].Pointer != "/text" {
		t.Error(err)
	}
}

// TestOtherStream: what is read under another name, or changed, is told of where it stands.
func TestOtherStream(t *testing.T) {
	ctx, log, moved := context.Background(), told(t, "một", "hai"), new(motcua.MemoryLog)
	for rec, err := range log.Read(ctx, "s", 0) {
		if err != nil {
			t.Fatal(err)
		}
		for _, stream := range []string{"other", "s"} {
			e := motcua.Event{ID: rec.ID, Type: rec.Type, Time: rec.Time, Data: rec.Data}
			if stream == "s" && rec.Version == 2 {
				e.Data = bytes.Replace(rec.Data, []byte("hai"), []byte("bốn"), 1)
			}
			if _, err := moved.Append(ctx, stream, rec.Version-1, e); err != nil {
				t.Fatal(err)
			}
		}
	}
	for stream, want := range map[string]string{"other": "/version/1/hash", "s": "/version/2/hash"} {
		got, err := kind.Read(ctx, moved, stream)
		if err != nil || len(got.Faults) == 0 || got.Faults[0].Pointer != want || got.Faults[0].Code != "C" {
			t.Errorf("%s: %v %v", stream, got.Faults, err)
		}
	}
}
