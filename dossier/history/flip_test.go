package history_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/history"
)

// flip is one flipped bit.
func flip(data []byte, bit int) []byte {
	out := bytes.Clone(data)
	out[bit/8] ^= 1 << (bit % 8)
	return out
}

// members are those of a record, in the order in which they are written.
var members = []string{"event", "format", "previous", "stream", "version", "hash"}

// memberAt is the member of a record to which a byte of a value belongs; "" between them.
func memberAt(data string, offset int) string {
	end := len(data) - 1
	for _, name := range slices.Backward(members) {
		start := strings.LastIndex(data[:end], `"`+name+`":`)
		if name == "event" {
			start = 1 // it holds others of its name
		}
		if value := start + len(name) + 3; offset >= value && offset < end {
			return name
		}
		end = start - 1
	}
	return ""
}

// located fails unless faults tell of the place and of no other, and name the member.
func located(place int, member string, unsure bool, faults motcua.Faults) string {
	here := fmt.Sprint("/version/", place)
	named := false
	for _, f := range faults {
		rest, ok := strings.CutPrefix(f.Pointer, here)
		if !ok || rest != "" && rest[0] != '/' {
			return fmt.Sprintf("%v is told of another place", f)
		}
		named = named || strings.HasPrefix(rest+"/", "/"+member+"/")
		unsure = unsure || strings.HasPrefix(f.Code, "HIS-FORM-0") && f.Code <= "HIS-FORM-02" // no JSON, or another way of writing it
	}
	if len(faults) == 0 || !named && !unsure && member != "" {
		return fmt.Sprintf("%d faults, none of %s", len(faults), member)
	}
	return ""
}

// TestEveryBit flips every bit of a history of eight events, one at a time: of the data
// of each record, of its id, type, time and version. Each is found, in its record, and
// said to be in the member that it is in. Without a head the content of the last record
// cannot be told from its hash. No fault tells of a person.
func TestEveryBit(t *testing.T) {
	log := lived(t, 8)
	head, faults := verify(t, log, history.Head{})
	if faults != nil {
		t.Fatal(faults)
	}
	records, step := recorded(t, log), 1
	if testing.Short() || raced {
		step = 61
	}
	for i := range records {
		t.Run(fmt.Sprint("version ", i+1), func(t *testing.T) {
			t.Parallel()
			f := flipper{t, records, head, history.Changed(history.StreamOf(code), records), i + 1, 0}
			data := records[i].Data
			for bit := 0; bit < 8*len(data); bit += step {
				f.check(memberAt(string(data), bit/8), bit, func(r *motcua.Record) { r.Data = flip(data, bit) })
			}
			for bit := range 8 * len(records[i].ID) {
				f.check("id", bit, func(r *motcua.Record) { r.ID = string(flip([]byte(r.ID), bit)) })
			}
			for bit := range 8 * len(records[i].Type) {
				f.check("type", bit, func(r *motcua.Record) { r.Type = string(flip([]byte(r.Type), bit)) })
			}
			for bit := range 64 {
				f.check("time", bit, func(r *motcua.Record) { r.Time = time.UnixMicro(r.Time.UnixMicro() ^ 1<<bit) })
				f.check("version", bit, func(r *motcua.Record) { r.Version ^= 1 << bit })
			}
			if f.flips < len(data)/8 {
				t.Errorf("%d bits of %d bytes", f.flips, len(data))
			}
			t.Logf("%d bits", f.flips)
		})
	}
}

// flipper flips bits of one record.
type flipper struct {
	*testing.T
	records []motcua.Record
	head    history.Head
	changed func(place, last int, changed motcua.Record) motcua.Faults
	place   int
	flips   int
}

// check damages the record and looks for it: in the history up to the next record, and
// now and then in the whole with and without its head.
func (f *flipper) check(member string, bit int, change func(*motcua.Record)) {
	f.Helper()
	f.flips++
	damaged, last := f.records[f.place-1], f.place == len(f.records)
	change(&damaged)
	unsure := last && (member == "hash" || member == "event")
	quick := f.changed(f.place, min(f.place+1, len(f.records)), damaged)
	f.found(member, bit, quick, unsure)
	if bit%61 == 0 || last && bit%7 == 0 {
		whole := broken(slices.Clone(f.records))
		whole[f.place-1] = damaged
		_, faults := verify(f, whole, history.Head{})
		if diff := cmp.Diff(codes(faults), codes(quick)); diff != "" {
			f.Fatalf("bit %d of %s: verified otherwise than by Verify: %s", bit, member, diff)
		}
		_, faults = verify(f, whole, f.head)
		f.found(member, bit, faults, false)
	}
}

func (f *flipper) found(member string, bit int, faults motcua.Faults, unsure bool) {
	f.Helper()
	if problem := located(f.place, member, unsure, faults); problem != "" {
		f.Fatalf("bit %d of %s: %s\n%v", bit, member, problem, faults)
	}
	if text := told(faults); tells(text) {
		f.Fatalf("bit %d of %s tells of a person: %s", bit, member, text)
	}
}

// told is all that faults say, wherever they are printed.
func told(faults motcua.Faults) string {
	var b strings.Builder
	for _, f := range faults {
		fmt.Fprintf(&b, "%s %s %s %v\n", f.Pointer, f.Message.Vi, f.Message.En, f.Cause)
	}
	return b.String()
}

// tells reports whether a text names a person.
func tells(text string) bool {
	return strings.Contains(text, secret) || strings.Contains(text, "0900000000") || strings.Contains(text, "001099000001")
}

// TestEveryOrder removes, doubles, swaps and moves records: all of it is found where it
// begins, but for the loss of the last ones, which shows against a head alone. What can
// be read is the life as it was, without what was lost.
func TestEveryOrder(t *testing.T) {
	log := lived(t, 8)
	records, events := recorded(t, log), sound(t, log)
	head, _ := verify(t, log, history.Head{})
	n := len(records)
	try := func(what string, damaged []motcua.Record, lost int, want ...string) {
		t.Helper()
		for _, renumbered := range []bool{false, true} { // as a storage that keeps numbers, and as one that counts
			for i := range damaged {
				if renumbered {
					damaged[i].Version = int64(i + 1)
				}
			}
			_, faults := verify(t, broken(damaged), head)
			if got := codes(faults); !cmp.Equal(got, want) {
				t.Errorf("%s: %v, not %v", what, got, want)
			}
		}
		d, _, _ := history.Store{Log: broken(damaged)}.Load(t.Context(), code)
		left := slices.Clone(events)
		if lost >= 0 {
			left = slices.Delete(left, lost, lost+1)
		}
		if diff := cmp.Diff(left, d.Events, exact); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	order := func(place int) string { return fmt.Sprintf("HIS-REC-05 /version/%d/version", place) }
	for i := range records {
		if i < n-1 {
			try(fmt.Sprint("without ", i+1), slices.Delete(slices.Clone(records), i, i+1), i, append([]string{order(i + 1)}, short(n)...)...)
		}
		for j := i + 1; j < n; j++ {
			swapped := slices.Clone(records)
			swapped[i], swapped[j] = swapped[j], swapped[i]
			want := []string{order(i + 1), order(j + 1)}
			try(fmt.Sprintf("%d and %d swapped", i+1, j+1), swapped, -1, want...)
		}
		for j := i + 1; j <= n; j++ {
			try(fmt.Sprintf("%d again at %d", i+1, j+1), slices.Insert(slices.Clone(records), j, records[i]), -1, again(i, j, n)...)
		}
	}
	for left := range n {
		if _, faults := verify(t, broken(records[:left]), history.Head{}); faults != nil {
			t.Errorf("cut to %d: %v", left, faults)
		}
		_, faults := verify(t, broken(records[:left]), head)
		if got := codes(faults); !cmp.Equal(got, short(n)) {
			t.Errorf("cut to %d: %v", left, got)
		}
	}
}

// short are the faults of a history that ends before the head.
func short(n int) []string { return []string{fmt.Sprintf("HIS-HEAD-01 /version/%d", n)} }

// again are the faults of the record at index i that stands at index j once more.
func again(i, j, n int) []string {
	want := []string{fmt.Sprintf("HIS-REC-05 /version/%d/version", j+1)}
	if j < n && i != j-1 { // what follows is one place too far, which the copy's own shift does not explain
		want = append(want, fmt.Sprintf("HIS-REC-05 /version/%d/version", j+2))
	}
	return want
}

// TestOtherWriting: a storage that keeps JSON in its own order and layout changes nothing,
// but its bits are not watched.
func TestOtherWriting(t *testing.T) {
	log := lived(t, 8)
	records := recorded(t, log)
	head, _ := verify(t, log, history.Head{})
	for i := range records {
		var err error
		if records[i].Data, err = json.MarshalIndent(membersOf(t, records[i].Data), "", "\t"); err != nil {
			t.Fatal(err)
		}
	}
	now, faults := verify(t, broken(records), head)
	if faults.Err() != nil || now != head || len(faults) != 8 || faults[0].Code != "HIS-FORM-02" {
		t.Errorf("%v, %v", now, faults)
	}
	d, _, err := history.Store{Log: broken(records)}.Load(t.Context(), code)
	if diff := cmp.Diff(sound(t, log), d.Events, exact); diff != "" || err != nil {
		t.Errorf("%v: %s", err, diff)
	}
}
