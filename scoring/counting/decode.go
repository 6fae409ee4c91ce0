package counting

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// ReadTally reads what [Tally.AppendBinary] wrote, with names of its own. Bytes of
// another plan or basis, and bytes that are damaged or were never written so, are
// errors of class [ErrOtherPlan], [ErrOtherBasis] and [ErrCorrupt]; no bytes make it
// panic, or take memory beyond a small multiple of their number.
func (p *Plan) ReadTally(data []byte, basis Basis) (*Tally, error) {
	d, err := opened(data, tallyMagic, headerSize)
	if err != nil {
		return nil, err
	}
	if hash := d.take(32); !slices.Equal(hash, p.hash[:]) {
		return nil, fmt.Errorf("read tally: %w", ErrOtherPlan)
	}
	if b := d.take(32); !slices.Equal(b, basis[:]) {
		return nil, fmt.Errorf("read tally: %w", ErrOtherBasis)
	}
	names := NewNames()
	d.readNames(names)
	texts := names.Len()
	t := p.New(names, basis)
	u := uses{texts: make([]bool, texts+1)}
	d.readGroups(t, &u)
	d.readPairs(t, &u)
	for i := range t.sheets {
		d.readSheet(t, i, &u)
	}
	d.readSupply(t)
	u.texts[0] = true
	for _, used := range [][]bool{u.texts, u.groups, u.pairs} {
		d.check(!slices.Contains(used, false), "something nobody uses")
	}
	d.check(len(d.rest) == 0, "more than there should be")
	if d.err != nil {
		return nil, d.err
	}
	return t, nil
}

// opened checks magic, length and checksum, and returns what is between.
func opened(data []byte, magic string, least int) (*decoder, error) {
	d := &decoder{rest: data}
	d.check(len(data) >= least+crcSize, "too short")
	if d.err == nil {
		d.rest = data[:len(data)-crcSize]
		d.check(binary.LittleEndian.Uint32(data[len(d.rest):]) == checksum(d.rest), "wrong checksum")
		d.check(string(d.take(len(magic))) == magic, "other magic or version")
	}
	return d, d.err
}

// uses marks what a later part refers to: what nobody uses is not written.
type uses struct{ texts, groups, pairs []bool }

// decoder reads bytes until the first error.
type decoder struct {
	rest []byte
	err  error
}

func (d *decoder) check(ok bool, why string) {
	if !ok && d.err == nil {
		d.err = fmt.Errorf("%w: %s", ErrCorrupt, why)
		d.rest = nil
	}
}

// take returns the next n bytes.
func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.rest) {
		d.check(false, "cut short")
		return nil
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

// uvarint reads a number written in as few bytes as can be.
func (d *decoder) uvarint() uint64 {
	if len(d.rest) > 0 && d.rest[0] < 0x80 {
		v := d.rest[0]
		d.rest = d.rest[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(d.rest)
	if n <= 0 || d.rest[n-1] == 0 {
		d.check(false, "no number")
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

// varint reads a counter, which is not zero and in range.
func (d *decoder) varint() uint64 {
	u := d.uvarint()
	v := u>>1 ^ -(u & 1)
	d.check(v+mostCount <= 2*mostCount, "a counter out of range")
	return v
}

// count reads how many things of at least so many bytes each follow.
func (d *decoder) count(each int) int {
	n := d.uvarint()
	if n > uint64(len(d.rest)/each) {
		d.check(false, "cut short")
		return 0
	}
	return int(n)
}

func (d *decoder) readNames(names *Names) {
	var text []byte
	for n := d.count(3); n > 0 && d.err == nil; n-- {
		shared, rest := d.uvarint(), d.take(d.count(1))
		if shared > uint64(len(text)) || d.err != nil {
			d.check(false, "a text that shares too much")
			return
		}
		before := string(text)
		text = append(text[:shared], rest...)
		more := len(rest) > 0 && (int(shared) == len(before) || rest[0] > before[shared])
		d.check(more, "texts out of order")
		names.IDOf(text)
	}
}

func (d *decoder) readGroups(t *Tally, u *uses) {
	n := d.count(len(t.groups))
	d.check(n <= mostCells, "too many groups")
	before, codes := make([]uint64, len(t.groups)), make([]uint64, len(t.groups))
	for i := 0; i < n && d.err == nil; i++ {
		group := uint32(0)
		for k := range codes {
			if codes[k] = d.uvarint(); codes[k] >= uint64(len(u.texts)) {
				d.check(false, "a text that is not there")
				return
			}
			u.texts[codes[k]] = true
			group = t.groups[k].id(group, uint32(codes[k]))
		}
		d.check(i == 0 || slices.Compare(before, codes) < 0, "groups out of order")
		copy(before, codes)
		u.groups = append(u.groups, false)
	}
}

func (d *decoder) readPairs(t *Tally, u *uses) {
	n := d.count(2)
	d.check(n <= mostCells, "too many keys")
	group, key := uint64(0), uint64(0)
	for ; n > 0 && d.err == nil; n-- {
		if step := d.uvarint(); step != 0 {
			key = 0
			group += min(step, mostCells)
		}
		step := d.uvarint()
		key += min(step, 1<<32)
		if step == 0 || group >= uint64(len(u.groups)) || key >= uint64(len(u.texts)) {
			d.check(false, "a key of no group or no text")
			return
		}
		u.groups[group], u.texts[key] = true, true
		t.pairs.id(uint32(group), uint32(key))
		u.pairs = append(u.pairs, false)
	}
}

func (d *decoder) readSheet(t *Tally, i int, u *uses) {
	s, plan := &t.sheets[i], t.plan.sheets[i]
	used, shift := u.groups, plan.shift()
	if plan.pair {
		used = u.pairs
	}
	n := d.count(3)
	s.reserve(n)
	key := uint64(0)
	for ; n > 0 && d.err == nil; n-- {
		step := d.uvarint()
		d.check(step <= ^key && (step > 0 || s.len() == 0), "cells out of order")
		key += step
		if key>>shift >= uint64(len(used)) || !plan.fits(key) {
			d.check(false, "a cell of no group or no day")
			return
		}
		used[key>>shift] = true
		block := s.cell(key)
		mask := d.uvarint()
		d.check(mask != 0 && mask>>plan.width == 0, "a cell without counters, or of other ones")
		for ; mask != 0 && d.err == nil; mask &= mask - 1 {
			v := d.varint()
			d.check(v != 0, "a counter that is zero")
			block[1+bits.TrailingZeros64(mask)] = v
		}
	}
}

// fits reports whether the days of a key can be.
func (s sheetPlan) fits(key uint64) bool {
	if day := key & dayMask; !s.two {
		return day <= lastDay
	}
	x, y := key>>dayBits&dayMask, key&dayMask
	return x > 0 && x < y && y <= lastDay
}

// shift is how far up in a key its group or pair stands.
func (s sheetPlan) shift() int {
	if s.two {
		return 2 * dayBits
	}
	return dayBits
}

func (d *decoder) readSupply(t *Tally) {
	names, after := supplyNames(), 0
	for n := d.count(3); n > 0 && d.err == nil; n-- {
		name := string(d.take(d.count(1)))
		i := slices.Index(names[after:], name)
		if i < 0 {
			d.check(false, "a column that is not there, or out of order")
			return
		}
		s := supplied{int64(d.varint()), int64(d.varint())}
		d.check(s != supplied{}, "a column nobody supplied")
		t.supply[after+i] = s
		after += i + 1
	}
}

// supplyNames names tables and columns in the order of supplies.
func supplyNames() []string {
	var out []string
	for i, table := range layout().tables {
		out = append(out, table)
		for _, p := range layout().places[i] {
			out = append(out, table+"."+p.column)
		}
	}
	return out
}
