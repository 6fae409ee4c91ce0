package counting

import "math/bits"

// sheet holds cells: a key and a block of counters. The blocks stand one behind the
// other, each led by its key, so that reading everything is one walk and looking one
// up costs two reaches into memory: an index of four bytes, then the block. The zero
// counter and the absent cell are the same.
type sheet struct {
	stride int // of a block: its key and its counters
	blocks []uint64
	index  []uint32 // by hash, the number of a block from 1; its length is a power of two
}

func newSheet(width int) sheet { return sheet{stride: width + 1} }

// len is the number of cells.
func (s *sheet) len() int { return len(s.blocks) / s.stride }

// home is where in the index the search for a key begins.
func (s *sheet) home(key uint64) int {
	hi, lo := bits.Mul64(key, 0x9e3779b97f4a7c15)
	return int((hi ^ lo) >> 20 & uint64(len(s.index)-1))
}

// cell returns the block of a key, a new one if it has none. The block is good until
// the next call.
func (s *sheet) cell(key uint64) []uint64 {
	s.ensure(1)
	at := s.place(key)
	return s.blocks[at : at+s.stride : at+s.stride]
}

// ensure makes room in the index for n more cells. It reports whether the blocks
// moved, and then cells that are zero are gone.
func (s *sheet) ensure(n int) bool {
	if (s.len()+n)*3 <= len(s.index)*2 {
		return false
	}
	s.grow(n)
	return true
}

// place returns where the block of a key begins: a new one, which the index has room
// for, if it has none.
func (s *sheet) place(key uint64) int {
	i := s.home(key)
	for s.index[i] != 0 {
		if at := int(s.index[i]-1) * s.stride; s.blocks[at] == key {
			return at
		}
		i = (i + 1) & (len(s.index) - 1)
	}
	at := len(s.blocks)
	s.blocks = append(s.blocks, key)
	for range s.stride - 1 {
		s.blocks = append(s.blocks, 0)
	}
	s.index[i] = uint32(at/s.stride + 1)
	return at
}

// grow drops cells that are zero and makes the index large enough for twice as many
// as are left, and n more.
func (s *sheet) grow(n int) {
	s.compact()
	size := indexFor(2*s.len() + n)
	s.index = make([]uint32, size)
	for n := range s.len() {
		i := s.home(s.blocks[n*s.stride])
		for s.index[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		s.index[i] = uint32(n + 1)
	}
}

// indexFor is the length of an index of n numbers.
func indexFor(n int) int {
	size := 16
	for size*2 < n*3 {
		size *= 2
	}
	return size
}

// reserve makes room in an empty sheet for n cells.
func (s *sheet) reserve(n int) {
	s.blocks = make([]uint64, 0, n*s.stride)
	s.index = make([]uint32, indexFor(n+1))
}

// compact moves the cells that are not zero together.
func (s *sheet) compact() {
	to := 0
	for at := 0; at < len(s.blocks); at += s.stride {
		block := s.blocks[at : at+s.stride]
		if zero(block[1:]) {
			continue
		}
		if to != at {
			copy(s.blocks[to:], block)
		}
		to += s.stride
	}
	s.blocks = s.blocks[:to]
}

func zero(counters []uint64) bool {
	for _, v := range counters {
		if v != 0 {
			return false
		}
	}
	return true
}

// isZero reports whether no counter of the sheet differs from zero.
func (s *sheet) isZero() bool {
	for at := 0; at < len(s.blocks); at += s.stride {
		if !zero(s.blocks[at+1 : at+s.stride]) {
			return false
		}
	}
	return true
}

// mostCount is the largest counter, and minus it the smallest: the counts of an
// index end there too.
const mostCount = 1<<53 - 1

// add adds to a counter and reports whether it is one still.
func add(counter *uint64, delta int64) bool {
	*counter += uint64(delta)
	return *counter+mostCount <= 2*mostCount
}

// links gives dense numbers to pairs of numbers, as a group and a key.
type links struct {
	of    []uint64 // by number: first<<32 | second
	index []uint32 // by hash, the number from 1
}

func (l *links) home(pair uint64) int {
	hi, lo := bits.Mul64(pair, 0x9e3779b97f4a7c15)
	return int((hi ^ lo) >> 20 & uint64(len(l.index)-1))
}

// id returns the number of a pair, a new one if it has none.
func (l *links) id(first, second uint32) uint32 {
	pair := uint64(first)<<32 | uint64(second)
	if (len(l.of)+1)*3 > len(l.index)*2 {
		l.grow()
	}
	i := l.home(pair)
	for ; l.index[i] != 0; i = (i + 1) & (len(l.index) - 1) {
		if n := l.index[i] - 1; l.of[n] == pair {
			return n
		}
	}
	l.of = append(l.of, pair)
	l.index[i] = uint32(len(l.of))
	return uint32(len(l.of) - 1)
}

// find is id of a pair that must be there.
func (l *links) find(first, second uint32) (uint32, bool) {
	pair := uint64(first)<<32 | uint64(second)
	if len(l.index) == 0 {
		return 0, false
	}
	for i := l.home(pair); l.index[i] != 0; i = (i + 1) & (len(l.index) - 1) {
		if n := l.index[i] - 1; l.of[n] == pair {
			return n, true
		}
	}
	return 0, false
}

func (l *links) grow() {
	size := max(16, 2*len(l.index))
	l.index = make([]uint32, size)
	for n, pair := range l.of {
		i := l.home(pair)
		for l.index[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		l.index[i] = uint32(n + 1)
	}
}

// first and second are the parts of a pair.
func (l *links) first(n uint32) uint32  { return uint32(l.of[n] >> 32) }
func (l *links) second(n uint32) uint32 { return uint32(l.of[n]) }
