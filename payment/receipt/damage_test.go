package receipt_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/receipt"
)

// forgetful is a Log that lost a record.
type forgetful struct {
	motcua.Log
	lost int64
}

func (l forgetful) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	return func(yield func(motcua.Record, error) bool) {
		for r, err := range l.Log.Read(ctx, stream, after) {
			if r.Version != l.lost && !yield(r, err) {
				return
			}
		}
	}
}

// TestLost: a record that is lost is told where it should stand, though it issued nothing.
func TestLost(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	why := receipt.Why{Reason: "sai", At: morning}
	for _, r := range list[:1] {
		if _, err := a.Void(ctx, r.Name, r.Number, why); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.Issue(ctx, ask("HD2"), names...); err != nil {
		t.Fatal(err)
	}
	_, faults, err := receipt.On(forgetful{log, 3}).Verify(ctx, names[0], receipt.Head{}) // the void
	if err != nil || !slices.Contains(places(faults), "PAY-RCP-20 /version/3") {
		t.Errorf("%q, %v", places(faults), err)
	}
}

// written is a Log with a stream of these records, one after the other.
func written(t *testing.T, stream string, list []motcua.Record) motcua.Log {
	t.Helper()
	log := new(motcua.MemoryLog)
	for i := range list {
		if _, err := log.Append(ctx, stream, int64(i), list[i].Event); err != nil {
			t.Fatal(err)
		}
	}
	return log
}

// records are those of a stream.
func records(t *testing.T, log motcua.Log, stream string) (list []motcua.Record) {
	t.Helper()
	for stored, err := range log.Read(ctx, stream, 0) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, stored)
	}
	return list
}

// TestMoved: a series under the name of another one is told, and issues nothing, though
// somebody gave it the hashes of its place.
func TestMoved(t *testing.T) {
	good := new(motcua.MemoryLog)
	_, names := opened(t, good)
	stream := receipt.StreamOf(names[1])
	list := records(t, good, receipt.StreamOf(names[0]))
	moved := written(t, stream, list)
	if _, faults, err := receipt.On(moved).Verify(ctx, names[1], receipt.Head{}); err != nil || !slices.Equal(places(faults), []string{"PAY-RCP-13 /version/1/event/series", "PAY-RCP-21 /version/1/hash"}) {
		t.Errorf("another series: %q, %v", places(faults), err)
	}
	var told motcua.Faults
	if _, err := receipt.On(moved).State(ctx, names[1]); !errors.As(err, &told) {
		t.Errorf("another series: %v", err)
	}
	e := events(t, good, names[0])[0]
	text := toJSON(t, e)
	hash := sha256.Sum256(fmt.Appendf(nil, "%s\n1\n\n%s", stream, text)) // as package chain has it
	list[0].Data = toJSON(t, map[string]any{"event": json.RawMessage(text), "hash": hex.EncodeToString(hash[:])})
	moved = written(t, stream, list)
	if _, faults, err := receipt.On(moved).Verify(ctx, names[1], receipt.Head{}); err != nil || !slices.Equal(places(faults), []string{"PAY-RCP-13 /version/1/event/series"}) {
		t.Errorf("another series, chained: %q, %v", places(faults), err)
	}
	if _, err := receipt.On(moved).State(ctx, names[1]); !errors.Is(err, receipt.ErrDiffers) {
		t.Errorf("another series, chained: %v", err)
	}
}

// TestChain: a receipt that is taken away, changed, moved or put in shows, with numbers and
// versions made to fit; and the last ones by a head that was kept.
func TestChain(t *testing.T) {
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	n := names[0]
	for _, order := range []string{"HD1", "HD2", "HD3"} {
		if _, err := a.Issue(ctx, ask(order), names...); err != nil {
			t.Fatal(err)
		}
	}
	list := records(t, log, receipt.StreamOf(n)) // opened, and three receipts
	state, faults, err := a.Verify(ctx, n, receipt.Head{})
	if err != nil || len(faults) > 0 || state.Head().Version != 4 || len(state.Head().Hash) != 64 {
		t.Fatalf("%+v, %v, %v", state.Head(), faults, err)
	}
	kept := state.Head()
	same, err := a.State(ctx, n)
	if err != nil || same.Head() != kept {
		t.Errorf("%+v, %v, want %+v", same.Head(), err, kept)
	}
	early, err := receipt.On(written(t, receipt.StreamOf(n), list[:2])).State(ctx, n)
	if err != nil {
		t.Fatal(err)
	}
	other := new(motcua.MemoryLog)
	b, _ := opened(t, other)
	if _, err := b.Issue(ctx, ask("HD9"), names...); err != nil {
		t.Fatal(err)
	}
	changed := slices.Clone(list)
	changed[2].Data = []byte(strings.Replace(string(list[2].Data), `"order":"HD2"`, `"order":"HD7"`, 1))
	for _, row := range []struct {
		why  string
		list []motcua.Record
		kept receipt.Head
		want string // the first fault by its code and place, nothing for none
	}{
		{"as it was", list, kept, ""},
		{"as it was, and longer since", list, early.Head(), ""},
		{"a receipt taken away", append(slices.Clone(list[:2]), list[3]), receipt.Head{}, "PAY-RCP-21 /version/3/hash"},
		{"a receipt changed", changed, receipt.Head{}, "PAY-RCP-21 /version/3/hash"},
		{"two that changed places", []motcua.Record{list[0], list[2], list[1], list[3]}, receipt.Head{}, "PAY-RCP-21 /version/2/hash"},
		{"a receipt of another history", append(slices.Clone(list[:2]), records(t, other, receipt.StreamOf(n))[1]), receipt.Head{}, "PAY-RCP-21 /version/3/hash"},
		{"the last taken away, and no head kept: nobody can tell", list[:3], receipt.Head{}, ""},
		{"the last taken away", list[:3], kept, "PAY-RCP-22 /version/4"},
		{"all of it", nil, kept, "PAY-RCP-22 /version/4"},
		{"another history from the second on", records(t, other, receipt.StreamOf(n)), early.Head(), "PAY-RCP-22 /version/2"},
	} {
		_, faults, err := receipt.On(written(t, receipt.StreamOf(n), row.list)).Verify(ctx, n, row.kept)
		if got := places(faults); err != nil || row.want == "" && len(got) > 0 || row.want != "" && !slices.Contains(got, row.want) {
			t.Errorf("%s: %q, %v, want %q", row.why, got, err, row.want)
		}
		if row.want != "" && row.kept == (receipt.Head{}) {
			if _, err := receipt.On(written(t, receipt.StreamOf(n), row.list)).Issue(ctx, ask("HD8"), n); err == nil {
				t.Errorf("%s: it issues", row.why)
			}
		}
	}
}
