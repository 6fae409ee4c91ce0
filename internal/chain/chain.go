// Package chain keeps what happened on a stream of a motcua.Log so that damage shows: each
// record holds a hash (SHA-256) of itself and of those before it. Who can rewrite a whole
// stream can make all hashes anew, so that a [Head] that is kept elsewhere is what proves
// that nothing was changed since.
package chain

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
)

// Head is the end of a stream: how long it is, and the hash of its last record, which
// covers all of them. The zero Head is that of an empty stream.
type Head struct {
	Version int64  `json:"version"` // of the last record
	Hash    string `json:"hash"`    // of the last record
}

// Codes are those of the faults of a stream.
type Codes struct {
	Record string // a record that cannot be read
	Chain  string // a hash that is not that of the record and those before it
	Beside string // id, type, time or version beside it say something else
	Head   string // the stream is not the one that a head was kept of
}

// Kind says how events of type T are kept.
type Kind[T any] struct {
	Codes  Codes                  // of what is wrong with them
	Check  func(*T) motcua.Faults // finds what is wrong with an event by itself
	Beside func(*T) motcua.Event  // is what stands beside it: its id, type and time
}

// record is an event as it is kept.
type record[T any] struct {
	Event T      `json:"event"`
	Hash  string `json:"hash"` // of the stream, the version, the hash before it and the event
}

// after is the hash of the event that follows a head.
func after[T any](stream string, before Head, e *T) (string, error) {
	text, err := json.Marshal(e)
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%s\n%s", stream, before.Version+1, before.Hash, text))
	return hex.EncodeToString(sum[:]), err
}

// Seal writes the event that follows a head, and gives it the form it will be read in. One
// that could not be read again is motcua.Faults.
func (k Kind[T]) Seal(stream string, before Head, e *T) (motcua.Event, error) {
	text, err := json.Marshal(e)
	if err != nil {
		return motcua.Event{}, err
	}
	read, faults := strict.Read(text, k.Check)
	if err := strict.Unquoted(faults).Err(); err != nil {
		return motcua.Event{}, err
	}
	*e = read
	hash, err := after(stream, before, e)
	if err != nil {
		return motcua.Event{}, err
	}
	kept := k.beside(e)
	kept.Data, err = json.Marshal(record[T]{*e, hash})
	return kept, err
}

func (k Kind[T]) beside(e *T) motcua.Event {
	kept := k.Beside(e)
	kept.Time = kept.Time.UTC().Truncate(time.Microsecond)
	return kept
}

// Reading is a stream as it was read: all that could be, with what is wrong.
type Reading[T any] struct {
	Events []T           // one for each record, zero where it cannot be read
	IDs    []string      // that stand beside them
	Head   Head          // of now
	Heads  []string      // the hash of each record
	Faults motcua.Faults // pointers begin with /version/
	stream string
}

// Read reads a stream. The error is that of the Log.
func (k Kind[T]) Read(ctx context.Context, log motcua.Log, stream string) (*Reading[T], error) {
	got := &Reading[T]{stream: stream}
	for stored, err := range log.Read(ctx, stream, 0) {
		if err != nil {
			return nil, err
		}
		k.take(got, &stored)
	}
	return got, nil
}

// take reads what stands at the next place.
func (k Kind[T]) take(r *Reading[T], stored *motcua.Record) {
	e, head, faults := k.Next(r.stream, r.Head, stored)
	r.Head = head
	r.Heads = append(r.Heads, head.Hash)
	r.Events = append(r.Events, e)
	r.IDs = append(r.IDs, stored.ID)
	r.Faults = append(r.Faults, faults...)
}

// Next reads the record that follows a head: its event, zero if it cannot be read, the head
// that it makes, and what is wrong with it.
func (k Kind[T]) Next(stream string, before Head, stored *motcua.Record) (T, Head, motcua.Faults) {
	at := "/version/" + strconv.FormatInt(before.Version+1, 10)
	var told motcua.Faults
	tell := func(code, pointer, vi, en string) { told.Add(code, at+pointer, motcua.Text{Vi: vi, En: en}, nil) }
	rec, faults := k.parse(stored)
	if faults.Err() != nil {
		tell(k.Codes.Record, "", "bản ghi không đọc được", "a record that cannot be read in full")
		told = append(told, faults.At(at)...)
	}
	if hash, err := after(stream, before, &rec.Event); err != nil || hash != rec.Hash {
		tell(k.Codes.Chain, "/hash", "không khớp với bản ghi và các bản ghi trước", "not that of the record and those before it")
	}
	if says := k.beside(&rec.Event); stored.ID != says.ID || stored.Type != says.Type || !stored.Time.Equal(says.Time) || stored.Version != before.Version+1 {
		tell(k.Codes.Beside, "", "mã, loại, thời điểm hoặc số thứ tự ghi bên cạnh không khớp", "the id, type, time or version beside it say something else")
	}
	return rec.Event, Head{before.Version + 1, rec.Hash}, told
}

// One reads the event of a record by itself, of a stream that was read before.
func (k Kind[T]) One(stored *motcua.Record) (T, motcua.Faults) {
	rec, faults := k.parse(stored)
	return rec.Event, faults
}

func (k Kind[T]) parse(stored *motcua.Record) (record[T], motcua.Faults) {
	rec, faults := strict.Read(stored.Data, func(rec *record[T]) motcua.Faults { return k.Check(&rec.Event).At("/event") })
	return rec, strict.Unquoted(faults)
}

// Hold adds a fault if the stream does not go on from a head that was kept elsewhere; the
// zero Head is held to nothing.
func (k Kind[T]) Hold(r *Reading[T], kept Head) {
	n := int64(len(r.Heads))
	if kept != (Head{}) && (kept.Version < 1 || kept.Version > n || r.Heads[kept.Version-1] != kept.Hash) {
		r.Faults.Add(k.Codes.Head, "/version/"+strconv.FormatInt(kept.Version, 10), motcua.Text{Vi: "không phải lịch sử đã lưu dấu", En: "not the history of the head that was kept"}, nil)
	}
}
