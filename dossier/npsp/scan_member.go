package npsp

// object is one object that is being read.
type object struct {
	*names
	order *[64]uint8
	seen  uint64
	last  uint8 // one more than the member before
	base  int   // of scanner.unknown
}

// The objects that have an order of their own.
const (
	objMessage = iota
	objIdentity
	objDatabase
	objPaper
	objFee
	objAttachment
	objSupplement
	objResult
	objects
)

// What member returns when there is none.
const (
	noMember  = -1
	badMember = -2
)

// object enters an object at its brace.
func (s *scanner) object(kind int, n *names) object {
	s.i++
	return object{names: n, order: &s.order[kind], base: len(s.unknown)}
}

// member goes to the value of the next member and returns its place among the
// names. Systems write members in an order of their own, so the one that came next
// the last time is tried first.
func (s *scanner) member(o *object) int {
	for {
		c := s.space()
		switch {
		case c == '}':
			s.i++
			s.unknown = s.unknown[:o.base]
			return noMember
		case o.seen != 0 || len(s.unknown) > o.base:
			if c != ',' {
				return badMember
			}
			s.i++
			c = s.space()
		}
		if c != '"' {
			return badMember
		}
		id := s.name(o)
		if id == badMember || s.space() != ':' {
			return badMember
		}
		s.i++
		s.space()
		if id >= 0 {
			bit := uint64(1) << id
			if o.seen&bit != 0 {
				return badMember
			}
			o.seen |= bit
			return id
		}
		if !s.foreign() {
			return badMember
		}
	}
}

// name reads a member's name, from its quote on.
func (s *scanner) name(o *object) int {
	data, from := s.data, s.i+1
	expected := o.order[o.last]
	name := o.names.names[expected]
	if end := from + len(name); end < len(data) && data[end] == '"' && string(data[from:end]) == name {
		o.last = expected + 1
		s.i = end + 1
		return int(expected)
	}
	end, escaped := quoted(data, from)
	if end < 0 {
		return badMember
	}
	s.i = end + 1
	text := data[from:end]
	if escaped {
		s.scratch = unescape(s.scratch[:0], text)
		text = s.scratch
	}
	id := o.find(text)
	if id < 0 {
		if !s.lenient || escaped {
			return badMember
		}
		return s.note(o, span{from: from, to: end})
	}
	o.order[o.last] = uint8(id)
	o.last = uint8(id + 1)
	return id
}

const mostUnknown = 32 // names nobody knows in one object

// note notes a name nobody knows; one that stands twice is a fault.
func (s *scanner) note(o *object, name span) int {
	for _, other := range s.unknown[o.base:] {
		if string(other.of(s.data)) == string(name.of(s.data)) {
			return badMember
		}
	}
	if len(s.unknown)-o.base == mostUnknown {
		return badMember
	}
	s.unknown = append(s.unknown, name)
	return noMember
}

// foreign passes the value of an unknown member over, if it is a scalar.
func (s *scanner) foreign() bool {
	s.flag(flagMember)
	return s.skip() >= 0
}
