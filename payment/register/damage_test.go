package register_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// verified are the places of the faults that Verify finds in records, each with its code.
func verified(t testing.TB, list []motcua.Record, kept register.Head) []string {
	t.Helper()
	head, faults, err := register.Register{Log: fixed{list: list}}.Verify(context.Background(), "HD1", kept)
	if err != nil || (head == register.Head{}) != (faults.Err() != nil) {
		t.Fatalf("%v %v %v", head, faults, err)
	}
	var places []string
	for _, f := range faults {
		places = append(places, f.Pointer+" "+f.Code)
	}
	return places
}

// first is the version of the first fault; 0 for none.
func first(places []string) (version int) {
	for _, p := range places {
		var n int
		if _, err := fmt.Sscanf(p, "/version/%d", &n); err == nil && (version == 0 || n < version) {
			version = n
		}
	}
	return version
}

// TestEveryByteCounts: whichever byte of whichever record is changed, Verify finds it, and
// in that record first.
func TestEveryByteCounts(t *testing.T) {
	if testing.Short() {
		t.Skip("spoils a history in every place, and nothing of it runs at once")
	}
	log := new(motcua.MemoryLog)
	paid(t, log)
	list := records(t, log, "order/HD1")
	if places := verified(t, list, register.Head{}); places != nil {
		t.Fatal(places)
	}
	bits := []byte{0x01, 0x20, 0x80} // a neighbour, the other case, no ASCII
	for i := range list {
		for at := range list[i].Data {
			bad := slices.Clone(list)
			bad[i].Data = slices.Clone(list[i].Data)
			bad[i].Data[at] ^= bits[at%len(bits)]
			if places := verified(t, bad, register.Head{}); first(places) != i+1 {
				t.Errorf("version %d, byte %d of %s: %v", i+1, at, around(bad[i].Data, at), places)
			}
		}
	}
}

func around(data []byte, at int) string { return string(data[max(at-20, 0):min(at+20, len(data))]) }

// TestBeside: what stands beside an event says the same as the event.
func TestBeside(t *testing.T) {
	log := new(motcua.MemoryLog)
	paid(t, log)
	for i, list := 0, records(t, log, "order/HD1"); i < len(list); i++ {
		for name, change := range map[string]func(*motcua.Record){
			"id":      func(r *motcua.Record) { r.ID += "x" },
			"type":    func(r *motcua.Record) { r.Type = "order.cancel" },
			"time":    func(r *motcua.Record) { r.Time = r.Time.Add(time.Microsecond) },
			"version": func(r *motcua.Record) { r.Version += 7 },
		} {
			bad := slices.Clone(list)
			change(&bad[i])
			if got, want := verified(t, bad, register.Head{}), []string{fmt.Sprintf("/version/%d PAY-REG-03", i+1)}; !slices.Equal(got, want) {
				t.Errorf("%s of %d: %v", name, i+1, got)
			}
		}
	}
}

// TestMovedRecords: records that were removed, doubled, swapped, added or brought from
// another order are found. What is cut off at the end leaves a history that is whole: a
// head that was kept elsewhere tells.
func TestMovedRecords(t *testing.T) {
	ctx := context.Background()
	log := new(motcua.MemoryLog)
	r := paid(t, log)
	kept, _, _ := r.Verify(ctx, "HD1", register.Head{})
	must(r.Report(ctx, claim("HD1T1", "G2")))(t)
	now, _, _ := r.Verify(ctx, "HD1", register.Head{})
	other := opening("HD2")
	must(r.Open(ctx, other, payment.RoleSystem))(t)
	list := records(t, log, "order/HD1")
	note := opening("HD1")
	note.Note = "khác"
	forged := new(motcua.MemoryLog)
	must(register.Register{Log: forged, Clock: at(morning)}.Open(ctx, note, payment.RoleSystem))(t)
	renumbered := func(list []motcua.Record) []motcua.Record {
		list = slices.Clone(list)
		for i := range list {
			list[i].Version = int64(i + 1)
		}
		return list
	}
	for _, c := range []struct {
		name  string
		list  []motcua.Record
		kept  register.Head
		first int // version of the first fault
		code  string
	}{
		{"as it is", list, kept, 0, ""},
		{"as it is, to the end", list, now, 0, ""},
		{"the first removed", list[1:], register.Head{}, 1, "PAY-REG-02"},
		{"the second removed", slices.Delete(slices.Clone(list), 1, 2), register.Head{}, 2, "PAY-REG-02"},
		{"the last removed, nothing kept", list[:3], register.Head{}, 0, ""}, // nobody can tell
		{"the last removed", list[:3], now, 4, "PAY-REG-04"},
		{"all removed", nil, kept, 3, "PAY-REG-04"},
		{"one doubled", slices.Insert(slices.Clone(list), 2, list[1]), register.Head{}, 3, "PAY-REG-02"},
		{"two swapped", []motcua.Record{list[0], list[2], list[1], list[3]}, register.Head{}, 2, "PAY-REG-02"},
		{"one of another order", append(slices.Clone(list[1:]), records(t, log, "order/HD2")...), register.Head{}, 1, "PAY-REG-02"},
		{"another opening, sound by itself", append(records(t, forged, "order/HD1"), list[1:]...), register.Head{}, 2, "PAY-REG-02"},
		{"another order in its place", records(t, log, "order/HD2"), register.Head{}, 1, "PAY-REG-02"},
		{"a head of another history", list, register.Head{Version: 3, Hash: strings.Repeat("0", 64)}, 3, "PAY-REG-04"},
		{"a head of the future", list, register.Head{Version: 9, Hash: now.Hash}, 9, "PAY-REG-04"},
	} {
		got := verified(t, renumbered(c.list), c.kept)
		if first(got) != c.first || c.code != "" && !slices.ContainsFunc(got, func(p string) bool {
			return strings.HasPrefix(p, fmt.Sprintf("/version/%d", c.first)) && strings.HasSuffix(p, c.code)
		}) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestNegativeHead: a head that is none is no head of this history.
func TestNegativeHead(t *testing.T) {
	log := new(motcua.MemoryLog)
	paid(t, log)
	for _, kept := range []register.Head{{Version: -1}, {Hash: "abc"}} {
		if places := verified(t, records(t, log, "order/HD1"), kept); places == nil {
			t.Errorf("%+v is taken", kept)
		}
	}
}

// TestRewrittenHistory: who can write the stream can make all hashes anew. The rows of
// the life still tell an event that may not be there, and a head that was kept tells any
// other.
func TestRewrittenHistory(t *testing.T) {
	ctx := context.Background()
	log := new(motcua.MemoryLog)
	r := paid(t, log)
	kept, _, _ := r.Verify(ctx, "HD1", register.Head{})
	forged := new(motcua.MemoryLog)
	cheap := opening("HD1")
	cheap.Lines = cheap.Lines[:1]
	f := register.Register{Log: forged, Clock: at(morning)}
	must(f.Open(ctx, cheap, payment.RoleSystem))(t)
	start := attempt("HD1", 1)
	start.Attempt.Amount = cheap.Lines[0].Amount
	must(f.Execute(ctx, "HD1", start))(t)
	c := claim("HD1T1", "G1")
	c.Amount = cheap.Lines[0].Amount
	must(f.Report(ctx, c))(t)
	list := records(t, forged, "order/HD1")
	if places := verified(t, list, register.Head{}); places != nil {
		t.Errorf("a sound history of something else: %v", places)
	}
	if places := verified(t, list, kept); !slices.Equal(places, []string{"/version/3 PAY-REG-04"}) {
		t.Errorf("held to the head: %v", places)
	}
}

// TestUnreadable: a history with a record that cannot be read takes no command, and what
// can be read is shown.
func TestUnreadable(t *testing.T) {
	ctx := context.Background()
	log := new(motcua.MemoryLog)
	paid(t, log)
	list := records(t, log, "order/HD1")
	list[2].Data = json.RawMessage(`{"event":{"id":"Nguyễn Thị Bí Mật"}}`)
	r := register.Register{Log: fixed{list: list}}
	o, head, err := r.Load(ctx, "HD1")
	if err == nil || head != (register.Head{}) || o == nil || o.State == payment.StatePaid || len(o.Tries) != 1 {
		t.Errorf("%v %v %v", o, head, err)
	}
	if err != nil && strings.Contains(fmt.Sprintf("%v %+v", err, err), "Bí Mật") {
		t.Errorf("the error holds what was in the record: %v", err)
	}
	if _, err := r.Execute(ctx, "HD1", attempt("HD1", 2)); err == nil {
		t.Error("a command was taken on a damaged history")
	}
}
