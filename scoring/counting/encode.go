package counting

import (
	"cmp"
	"encoding/binary"
	"hash/crc32"
	"math/bits"
	"slices"
)

// The binary form of a tally: magic, version, hash of the plan, basis, then texts,
// groups, keys in groups, the cells of every sheet and the supplies, and a CRC-32C of
// all of it. Texts and cells are sorted and zero is left out, so that equal tallies
// have equal bytes.
const (
	tallyMagic = "MCTALLY\x01"
	headerSize = len(tallyMagic) + 32 + 32
	crcSize    = 4
)

func checksum(data []byte) uint32 { return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)) }

// AppendBinary appends the tally in its binary form, which [Plan.ReadTally] reads.
// Equal tallies have equal bytes. The error is always nil.
func (t *Tally) AppendBinary(b []byte) ([]byte, error) {
	start := len(b)
	b = append(b, tallyMagic...)
	b = append(b, t.plan.hash[:]...)
	b = append(b, t.basis[:]...)
	e := t.number()
	b = e.appendNames(b)
	b = e.appendGroups(b)
	for i := range t.sheets {
		b = e.appendSheet(b, i)
	}
	b = t.appendSupply(b)
	return binary.LittleEndian.AppendUint32(b, checksum(b[start:])), nil
}

// numbering gives what a tally uses the numbers it has in the binary form.
type numbering struct {
	t             *Tally
	names         []uint32 // in order, of the texts that are used
	groups, pairs []uint32 // in order
	code          []uint32 // by name: its place among names, from 1
	group, pair   []uint32 // by number: the place
}

const unused = 1<<32 - 1

// number finds what is used and sorts it.
func (t *Tally) number() *numbering {
	e := &numbering{t: t, code: make([]uint32, t.names.Len()+1)}
	usedGroups := make([]bool, len(t.groups[len(t.groups)-1].of))
	usedPairs := make([]bool, len(t.pairs.of))
	for i := range t.sheets {
		used := usedGroups
		if t.plan.sheets[i].pair {
			used = usedPairs
		}
		s, shift := &t.sheets[i], t.plan.sheets[i].shift()
		for at := 0; at < len(s.blocks); at += s.stride {
			if !zero(s.blocks[at+1 : at+s.stride]) {
				used[s.blocks[at]>>shift] = true
			}
		}
	}
	for n, used := range usedPairs {
		if used {
			usedGroups[t.pairs.first(uint32(n))] = true
			e.code[t.pairs.second(uint32(n))] = 1
			e.pairs = append(e.pairs, uint32(n))
		}
	}
	for n, used := range usedGroups {
		if used {
			for _, code := range t.codesOf(uint32(n)) {
				e.code[code] = 1
			}
			e.groups = append(e.groups, uint32(n))
		}
	}
	e.sort()
	return e
}

// sort numbers texts by their bytes, groups by their texts, keys by group and text.
func (e *numbering) sort() {
	t := e.t
	for id := 1; id < len(e.code); id++ {
		if e.code[id] != 0 {
			e.names = append(e.names, uint32(id))
		}
	}
	slices.SortFunc(e.names, func(a, b uint32) int { return cmp.Compare(t.names.Text(a), t.names.Text(b)) })
	clear(e.code)
	for n, id := range e.names {
		e.code[id] = uint32(n + 1)
	}
	slices.SortFunc(e.groups, func(a, b uint32) int { return slices.Compare(e.tuple(a), e.tuple(b)) })
	e.group = places(e.groups, len(t.groups[len(t.groups)-1].of))
	slices.SortFunc(e.pairs, func(a, b uint32) int { return cmp.Compare(e.pairKey(a), e.pairKey(b)) })
	e.pair = places(e.pairs, len(t.pairs.of))
}

func places(order []uint32, n int) []uint32 {
	out := slices.Repeat([]uint32{unused}, n)
	for place, id := range order {
		out[id] = uint32(place)
	}
	return out
}

// pairKey orders keys in groups: place of the group, then of the key's text.
func (e *numbering) pairKey(n uint32) uint64 {
	return uint64(e.group[e.t.pairs.first(n)])<<32 | uint64(e.code[e.t.pairs.second(n)])
}

// codesOf returns the codes that make a group.
func (t *Tally) codesOf(group uint32) []uint32 {
	codes := make([]uint32, len(t.groups))
	for i := len(codes) - 1; i >= 0; i-- {
		codes[i] = t.groups[i].second(group)
		group = t.groups[i].first(group)
	}
	return codes
}

// tuple is codesOf in the numbers of the binary form.
func (e *numbering) tuple(group uint32) []uint32 {
	codes := e.t.codesOf(group)
	for i, code := range codes {
		codes[i] = e.code[code]
	}
	return codes
}

// appendNames writes each text as what it shares with the one before, and the rest.
func (e *numbering) appendNames(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(e.names)))
	before := ""
	for _, id := range e.names {
		text := e.t.names.Text(id)
		shared := 0
		for shared < min(len(before), len(text)) && before[shared] == text[shared] {
			shared++
		}
		b = binary.AppendUvarint(b, uint64(shared))
		b = appendText(b, text[shared:])
		before = text
	}
	return b
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// appendGroups writes the groups as tuples of texts, then the keys, each as how far
// it is from the one before.
func (e *numbering) appendGroups(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(e.groups)))
	for _, g := range e.groups {
		for _, code := range e.tuple(g) {
			b = binary.AppendUvarint(b, uint64(code))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(e.pairs)))
	group, key := uint64(0), uint64(0)
	for _, n := range e.pairs {
		at := e.pairKey(n)
		if at>>32 != group {
			key = 0
		}
		b = binary.AppendUvarint(b, at>>32-group)
		b = binary.AppendUvarint(b, at&(1<<32-1)-key)
		group, key = at>>32, at&(1<<32-1)
	}
	return b
}

// keyed is a cell by its key in the binary form.
type keyed struct {
	key uint64
	at  uint32 // number of the block
}

// appendSheet writes the cells of a sheet that are not zero: how far the key is from
// the one before, which counters are not zero, and these.
func (e *numbering) appendSheet(b []byte, i int) []byte {
	s, plan := &e.t.sheets[i], e.t.plan.sheets[i]
	ids, shift := e.group, plan.shift()
	if plan.pair {
		ids = e.pair
	}
	cells := make([]keyed, 0, s.len())
	for n := range s.len() {
		block := s.blocks[n*s.stride : (n+1)*s.stride]
		if !zero(block[1:]) {
			cells = append(cells, keyed{uint64(ids[block[0]>>shift])<<shift | block[0]&(1<<shift-1), uint32(n)})
		}
	}
	cells = sortKeyed(cells)
	b = binary.AppendUvarint(b, uint64(len(cells)))
	before := uint64(0)
	for _, c := range cells {
		b = binary.AppendUvarint(b, c.key-before)
		before = c.key
		b = appendCounters(b, s.blocks[int(c.at)*s.stride+1:int(c.at+1)*s.stride])
	}
	return b
}

func appendCounters(b []byte, counters []uint64) []byte {
	used := uint64(0)
	for c, v := range counters {
		if v != 0 {
			used |= 1 << c
		}
	}
	b = binary.AppendUvarint(b, used)
	for ; used != 0; used &= used - 1 {
		b = binary.AppendVarint(b, int64(counters[bits.TrailingZeros64(used)]))
	}
	return b
}

// sortKeyed sorts cells by key: digit by digit, since they are many.
func sortKeyed(cells []keyed) []keyed {
	if len(cells) < 256 {
		slices.SortFunc(cells, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
		return cells
	}
	other, all := make([]keyed, len(cells)), uint64(0)
	for _, c := range cells {
		all |= c.key
	}
	for shift := 0; shift < bits.Len64(all); shift += 11 {
		var count [1 << 11]int
		for _, c := range cells {
			count[c.key>>shift&(1<<11-1)]++
		}
		sum := 0
		for d, n := range count {
			count[d], sum = sum, sum+n
		}
		for _, c := range cells {
			d := c.key >> shift & (1<<11 - 1)
			other[count[d]] = c
			count[d]++
		}
		cells, other = other, cells
	}
	return cells
}

// appendSupply writes the supplies by name: columns may be added to a table.
func (t *Tally) appendSupply(b []byte) []byte {
	n := uint64(0)
	for _, s := range t.supply {
		if s != (supplied{}) {
			n++
		}
	}
	b = binary.AppendUvarint(b, n)
	for i, name := range supplyNames() {
		if s := t.supply[i]; s != (supplied{}) {
			b = appendText(b, name)
			b = binary.AppendVarint(b, s.times)
			b = binary.AppendVarint(b, s.unknown)
		}
	}
	return b
}
