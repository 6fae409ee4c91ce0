package store

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"
)

// TestEncode: an event is read as it was written, whatever the bytes of its texts; and
// what is cut or has something behind it is not read.
func TestEncode(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		bytes := rapid.SliceOfN(rapid.Byte(), 0, 200)
		e := motcua.Event{
			ID: string(bytes.Draw(r, "id")), Type: string(bytes.Draw(r, "type")), Data: json.RawMessage(`{}`),
			Time: time.UnixMicro(rapid.Int64Range(-62_167_219_200_000_000, 253_402_300_799_999_999).Draw(r, "micros")).UTC(),
		}
		text := encode(e)
		if got, ok := decode(text); !ok || !cmp.Equal(got, e) {
			r.Fatalf("%+v, %v, want %+v", got, ok, e)
		}
		for n := range text {
			if got, ok := decode(text[:n]); ok {
				r.Fatalf("%d bytes of %d are read as %+v", n, len(text), got)
			}
		}
		if _, ok := decode(append(text, 0)); ok {
			r.Fatal("what stands behind is passed over")
		}
		decode(bytes.Draw(r, "noise")) // whatever comes of it
	})
}

// TestDamagedRecords: what is missing in a stream, or cannot be read, is an error where
// it stands; what stands before is read, and nothing is appended behind what cannot be
// counted.
func TestDamagedRecords(t *testing.T) {
	for why, row := range map[string]struct {
		change func(b *bolt.Bucket) error
		reads  int
	}{
		"a record is missing":       {func(b *bolt.Bucket) error { return b.Delete(key(2)) }, 1},
		"a record is cut":           {func(b *bolt.Bucket) error { return b.Put(key(3), encode(noted("c"))[:9]) }, 2},
		"a key that is no version":  {func(b *bolt.Bucket) error { return b.Put([]byte{0xff}, []byte("x")) }, 0},
		"a version below 0":         {func(b *bolt.Bucket) error { return b.Put(key(-1), encode(noted("x"))) }, 0},
		"a key between two of them": {func(b *bolt.Bucket) error { return b.Put(append(key(1), 0), encode(noted("x"))) }, 1},
	} {
		log := fresh(t)
		if _, err := log.Append(t.Context(), "s", 0, noted("a"), noted("b"), noted("c")); err != nil {
			t.Fatal(err)
		}
		if err := log.db.Update(func(tx *bolt.Tx) error { return row.change(tx.Bucket(root).Bucket([]byte("s"))) }); err != nil {
			t.Fatal(err)
		}
		n, ended := 0, error(nil)
		for _, err := range log.Read(t.Context(), "s", 0) {
			if ended = err; err == nil {
				n++
			}
		}
		if !errors.Is(ended, ErrDamaged) || n != row.reads {
			t.Errorf("%s: %d records, %v", why, n, ended)
		}
		if _, err := log.Append(t.Context(), "s", 0, noted("d")); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: Append: %v", why, err)
		}
	}
}
