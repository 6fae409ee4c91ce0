package npsp

import (
	"sync"

	"github.com/motcua/motcua"
)

// ReadBrief reads one line into b, in one pass if nothing is wrong with it, and
// returns what [Parse] would find. After an error b is empty. The texts of b lie in
// line; b.Supplements is filled from its beginning.
func ReadBrief(line []byte, b *Brief, o *Options) motcua.Faults {
	s := scanners.Get().(*scanner)
	defer scanners.Put(s)
	if s.single(line, b, o) && !s.any {
		return nil
	}
	m, faults := Parse(line, o)
	*b = Brief{}
	if faults.Err() == nil {
		*b = briefOf(m)
		b.Line = 1
	}
	return faults
}

var scanners = sync.Pool{New: func() any { return new(scanner) }}

// single tries the one pass. Where it fails b is empty.
func (s *scanner) single(line []byte, b *Brief, o *Options) bool {
	s.lenient = o != nil && o.Lenient
	s.data, s.i, s.own = append(s.data[:0], line...), 0, nil
	if n := len(line); n == 0 || line[n-1] != '\n' {
		s.data = append(s.data, '\n')
	}
	if !s.message(b) || s.i != len(s.data) {
		*b = Brief{}
		return false
	}
	b.Line = 1
	s.texts.give(b, line)
	return true
}

// give sets the texts of b, which lie in data.
func (t *texts) give(b *Brief, data []byte) {
	b.Dossier, b.Procedure, b.Field = t[0].of(data), t[1].of(data), t[2].of(data)
}
