package register

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// Codes of faults of the history of an order as it is kept.
const (
	codeRecord = "PAY-REG-01" // a record that cannot be read
	codeChain  = "PAY-REG-02" // a hash that is not that of the record and those before it
	codeBeside = "PAY-REG-03" // id, type, time or version beside it say something else
	codeHead   = "PAY-REG-04" // the history is not the one that a head was kept of
	codeOther  = "PAY-REG-05" // an order of another id
)

// Record is an event of an order as it is kept.
type Record struct {
	Event payment.Event `json:"event"` // what happened
	Hash  string        `json:"hash"`  // of the stream, the version, the event and the hash before it: SHA-256 in hexadecimal
}

// Head is the end of a history: how long it is, and the hash of its last record, which
// covers all of them. Kept elsewhere it proves later that nothing was changed. The zero
// Head is that of no history.
type Head struct {
	Version int64  `json:"version"` // of the last record
	Hash    string `json:"hash"`    // of the last record
}

const typePrefix = "order."

// hashOf is the hash of the event that follows a head.
func hashOf(stream string, before Head, e *payment.Event) (string, error) {
	text, err := json.Marshal(e)
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%s\n%s", stream, before.Version+1, before.Hash, text))
	return hex.EncodeToString(sum[:]), err
}

// seal writes the event that follows a head, and gives it the form it will be read in.
func seal(stream string, before Head, e *payment.Event) (motcua.Event, error) {
	text, err := json.Marshal(e)
	if err != nil {
		return motcua.Event{}, err
	}
	read, faults := strict.Read(text, (*payment.Event).Check)
	if err := strict.Unquoted(faults).Err(); err != nil {
		return motcua.Event{}, err
	}
	*e = read
	hash, err := hashOf(stream, before, e)
	if err != nil {
		return motcua.Event{}, err
	}
	data, err := json.Marshal(Record{*e, hash})
	return motcua.Event{ID: e.ID, Type: typePrefix + e.Action.String(), Time: e.At.UTC().Truncate(time.Microsecond), Data: data}, err
}

// reading is a stream as it was read.
type reading struct {
	stream string
	events []payment.Event
	order  *payment.Order // what they make
	head   Head
	heads  []string
	faults motcua.Faults
}

// take reads what stands at the next place.
func (r *reading) take(stored *motcua.Record) {
	at := "/version/" + strconv.FormatInt(r.head.Version+1, 10)
	tell := func(code, pointer, vi, en string) { r.faults.Add(code, at+pointer, motcua.Text{Vi: vi, En: en}, nil) }
	rec, faults := strict.Read(stored.Data, func(rec *Record) motcua.Faults { return rec.Event.Check().At("/event") })
	faults = strict.Unquoted(faults)
	if faults.Err() != nil {
		tell(codeRecord, "", "bản ghi không đọc được", "a record that cannot be read in full")
		r.faults = append(r.faults, faults.At(at)...)
	}
	hash, err := hashOf(r.stream, r.head, &rec.Event)
	if err != nil || hash != rec.Hash {
		tell(codeChain, "/hash", "không khớp với bản ghi và các bản ghi trước", "not that of the record and those before it")
	}
	e := &rec.Event
	if stored.ID != e.ID || stored.Type != typePrefix+e.Action.String() || !stored.Time.Equal(e.At.Truncate(time.Microsecond)) || stored.Version != r.head.Version+1 {
		tell(codeBeside, "", "mã, loại, thời điểm hoặc số thứ tự ghi bên cạnh không khớp", "the id, type, time or version beside it say something else")
	}
	r.head = Head{r.head.Version + 1, rec.Hash}
	r.heads = append(r.heads, rec.Hash)
	r.events = append(r.events, rec.Event)
}

// read reads the stream of an order.
func (r Register) read(ctx context.Context, order string) (*reading, error) {
	got := &reading{stream: StreamOf(order)}
	for stored, err := range r.Log.Read(ctx, got.stream, 0) {
		if err != nil {
			return nil, err
		}
		got.take(&stored)
	}
	got.order = payment.Fold(got.events)
	if id := got.order.ID(); id != "" && id != order {
		got.faults.Add(codeOther, "/version/1/event/opening/id", motcua.Text{Vi: "khoản thu khác", En: "another order"}, nil)
	}
	return got, nil
}

// Load reads an order. One that has no history is new. The error is that of the Log, and
// then there is no order; or it is motcua.Faults, and then the order is what could be
// read, and the Head is zero.
func (r Register) Load(ctx context.Context, order string) (*payment.Order, Head, error) {
	if order == "" { // no stream has this name
		return &payment.Order{}, Head{}, nil
	}
	got, err := r.read(ctx, order)
	if err != nil {
		return nil, Head{}, err
	}
	if err := got.faults.Err(); err != nil {
		return got.order, Head{}, err
	}
	return got.order, got.head, nil
}

// Verify finds all that is wrong with an order as it is kept, sorted: its records, its
// chain of hashes, what [payment.Replay] finds, and whether it goes on from a head that
// was kept elsewhere; the zero Head is held to nothing. The Head that is returned is that
// of now. The error is that of the Log.
func (r Register) Verify(ctx context.Context, order string, kept Head) (Head, motcua.Faults, error) {
	got, err := r.read(ctx, order)
	if err != nil {
		return Head{}, nil, err
	}
	n := int64(len(got.heads))
	if kept != (Head{}) && (kept.Version < 1 || kept.Version > n || got.heads[kept.Version-1] != kept.Hash) {
		got.faults.Add(codeHead, "/version/"+strconv.FormatInt(kept.Version, 10), motcua.Text{Vi: "không phải lịch sử đã lưu dấu", En: "not the history of the head that was kept"}, nil)
	}
	if _, unlawful := payment.Replay(got.order.Events); got.faults.Err() == nil {
		for _, f := range unlawful {
			place, rest := cutPlace(f.Pointer)
			f.Pointer = "/version/" + strconv.Itoa(place+1) + "/event" + rest
			got.faults = append(got.faults, f)
		}
	}
	got.faults.Sort()
	if got.faults.Err() != nil {
		return Head{}, got.faults, nil
	}
	return got.head, got.faults, nil
}

// cutPlace splits "/3/to" into 3 and "/to".
func cutPlace(pointer string) (int, string) {
	end := 1
	for end < len(pointer) && pointer[end] != '/' {
		end++
	}
	place, err := strconv.Atoi(pointer[min(1, len(pointer)):end])
	if err != nil {
		return 0, pointer
	}
	return place, pointer[end:]
}
