package counting

import (
	"encoding/binary"
	"fmt"
	"slices"
)

const bookMagic = "MCBOOK\x01"

// AppendBinary appends the book in its binary form, which [Plan.ReadBook] reads: the
// sources by name, each with its number and its tally. Equal books have equal bytes.
// The error is always nil.
func (b *Book) AppendBinary(to []byte) ([]byte, error) {
	start := len(to)
	to = append(to, bookMagic...)
	to = append(to, b.total.plan.hash[:]...)
	to = append(to, b.total.basis[:]...)
	sources := b.Sources()
	to = binary.AppendUvarint(to, uint64(len(sources)))
	for _, s := range sources {
		to = appendText(to, s.Name)
		to = binary.AppendVarint(to, s.Seq)
		content, err := b.said[s.Name].tally.AppendBinary(nil)
		if err != nil {
			return nil, err
		}
		to = binary.AppendUvarint(to, uint64(len(content)))
		to = append(to, content...)
	}
	return binary.LittleEndian.AppendUint32(to, checksum(to[start:])), nil
}

// ReadBook reads what [Book.AppendBinary] wrote, with the errors of [Plan.ReadTally].
func (p *Plan) ReadBook(data []byte, basis Basis) (*Book, error) {
	d, err := opened(data, bookMagic, len(bookMagic)+32+32)
	if err != nil {
		return nil, err
	}
	if hash := d.take(32); !slices.Equal(hash, p.hash[:]) {
		return nil, fmt.Errorf("read book: %w", ErrOtherPlan)
	}
	if have := d.take(32); !slices.Equal(have, basis[:]) {
		return nil, fmt.Errorf("read book: %w", ErrOtherBasis)
	}
	b, before := p.Book(basis), ""
	for i, n := 0, d.count(3); i < n && d.err == nil; i++ {
		name := string(d.take(d.count(1)))
		u := d.uvarint()
		seq := int64(u>>1 ^ -(u & 1))
		content := d.take(d.count(1))
		d.check(i == 0 || before < name, "sources out of order")
		if d.err != nil {
			break
		}
		t, err := p.ReadTally(content, basis)
		if err != nil {
			return nil, fmt.Errorf("source %q: %w", name, err)
		}
		if err := b.Put(name, seq, t); err != nil {
			return nil, err
		}
		before = name
	}
	d.check(len(d.rest) == 0, "more than there should be")
	if d.err != nil {
		return nil, d.err
	}
	return b, nil
}
