package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/motcua/motcua"
	bolt "go.etcd.io/bbolt"
)

// ErrDamaged is the class of errors about a file that is not as a Log left it.
var ErrDamaged = errors.New("damaged")

// key is that of a record.
func key(version int64) []byte { return binary.BigEndian.AppendUint64(nil, uint64(version)) }

// last is the version of a stream.
func last(b *bolt.Bucket) (int64, error) {
	switch k, _ := b.Cursor().Last(); {
	case k == nil:
		return 0, nil
	case len(k) != len(key(0)) || k[0] > 0x7f:
		return 0, fmt.Errorf("%w: no version ends it", ErrDamaged)
	default:
		return int64(binary.BigEndian.Uint64(k)), nil
	}
}

// records are those of a stream behind one version and up to another.
func records(b *bolt.Bucket, after, end int64) iter.Seq2[motcua.Record, error] {
	return func(yield func(motcua.Record, error) bool) {
		if after >= end {
			return
		}
		c := b.Cursor()
		for k, v := c.Seek(key(after + 1)); after < end; k, v = c.Next() {
			after++
			e, ok := decode(v)
			if !ok || !bytes.Equal(k, key(after)) {
				yield(motcua.Record{}, fmt.Errorf("%w: record %d is missing or cannot be read", ErrDamaged, after))
				return
			}
			if !yield(motcua.Record{Version: after, Event: e}, nil) {
				return
			}
		}
	}
}

// encode writes an event.
func encode(e motcua.Event) []byte {
	b := make([]byte, 0, 16+len(e.ID)+len(e.Type)+len(e.Data))
	b = binary.AppendVarint(b, e.Time.UnixMicro())
	for _, text := range [...]string{e.ID, e.Type, string(e.Data)} {
		b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
	}
	return b
}

// decode reads what encode wrote; all of it must be that. It keeps nothing of the bytes.
func decode(b []byte) (e motcua.Event, ok bool) {
	micro, n := binary.Varint(b)
	if n <= 0 {
		return e, false
	}
	b = b[n:]
	var parts [3][]byte
	for i := range parts {
		size, n := binary.Uvarint(b)
		if n <= 0 || size > uint64(len(b)-n) {
			return e, false
		}
		end := n + int(size)
		parts[i], b = b[n:end], b[end:]
	}
	e = motcua.Event{ID: string(parts[0]), Type: string(parts[1]), Time: time.UnixMicro(micro).UTC(), Data: bytes.Clone(parts[2])}
	return e, len(b) == 0
}
