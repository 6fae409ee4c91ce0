package npsp

import (
	"math/bits"
	"unicode/utf8"
)

// scanner reads lines in one pass. It takes a message only when the full reader
// would take it, with the same warnings; what it does not understand, or finds
// wrong, it leaves to that one. A test and a fuzz target hold the two together.
type scanner struct {
	data    []byte // lines, the last one too with its line break
	i       int    // how far data has been read
	lenient bool

	full  uint64 // members of the message that are not empty
	texts texts  // those that briefs keep
	flags counts // warnings of the message
	any   bool   // whether there are some

	order   [objects][64]uint8 // by object: which member came after which one the last time
	unknown []span             // names nobody knows, of the objects around the place
	scratch []byte             // the last text that had escapes
	own     []byte             // texts of briefs that had escapes
	begun   Moment             // NgayBatDau of a step
	until   Moment             // NgayKetThucTheoQuyDinh of a step
}

// texts are MaHoSo, MaTTHC and MaLinhVuc.
type texts [3]span

// counts are warnings by kind.
type counts [flagKinds]int32

// span is a text: bytes of data, or where it had escapes bytes of its own.
type span struct {
	from, to int
	own      []byte
}

func (t span) of(data []byte) []byte {
	if t.own != nil {
		return t.own
	}
	return data[t.from:t.to:t.to]
}

// message reads the line at s.i into b, all but Line and the texts. False leaves
// the line to the full reader.
func (s *scanner) message(b *Brief) bool {
	requests := b.Supplements[:0]
	*b = absent
	b.Supplements = requests
	s.full, s.any, s.begun, s.until = 0, false, 0, 0
	s.flags, s.texts = counts{}, texts{}
	s.unknown = s.unknown[:0]
	if s.space() != '{' {
		return false
	}
	o := s.object(objMessage, messageNames)
	for {
		id := s.member(&o)
		if id < 0 {
			return id == noMember && s.judge(b, o.seen) && s.lineEnd()
		}
		if !s.value(b, id) {
			return false
		}
	}
}

var absent = absentBrief(0)

// space passes white space over and returns the byte after it.
func (s *scanner) space() byte {
	c := s.data[s.i]
	for c == ' ' || c == '\t' || c == '\r' {
		s.i++
		c = s.data[s.i]
	}
	return c
}

func (s *scanner) lineEnd() bool {
	if s.space() != '\n' {
		return false
	}
	s.i++
	return true
}

func (s *scanner) flag(f flag) {
	s.flags[f]++
	s.any = true
}

// skip passes a scalar over and returns how many bytes its text has, as written;
// -1 where there is no scalar.
func (s *scanner) skip() int {
	data, i := s.data, s.i
	if data[i] != '"' {
		end := bare(data, i)
		if end < 0 {
			return -1
		}
		s.i = end
		if data[i] == 'n' {
			return 0
		}
		return end - i
	}
	if data[i+1] == '"' {
		s.i = i + 2
		return 0
	}
	end, _ := quoted(data, i+1)
	s.i = end + 1
	if end < 0 {
		return -1
	}
	return end - i - 1
}

// text reads the text of a scalar, which holds until the next one with escapes.
func (s *scanner) text() (text []byte, ok bool) {
	t, ok := s.span(&s.scratch)
	return t.of(s.data), ok
}

// span reads the text of a scalar; where it has escapes into memory.
func (s *scanner) span(memory *[]byte) (span, bool) {
	data, i := s.data, s.i
	if data[i] != '"' {
		end := bare(data, i)
		if end < 0 {
			return span{}, false
		}
		s.i = end
		if data[i] == 'n' {
			end = i
		}
		return span{from: i, to: end}, true
	}
	end, escaped := quoted(data, i+1)
	if end < 0 {
		return span{}, false
	}
	s.i = end + 1
	if !escaped {
		return span{from: i + 1, to: end}, true
	}
	if memory == &s.scratch {
		s.scratch = s.scratch[:0]
	}
	from := len(*memory)
	*memory = unescape(*memory, data[i+1:end])
	return span{own: (*memory)[from:len(*memory):len(*memory)]}, true
}

// judge finishes a message whose members have been read.
func (s *scanner) judge(b *Brief, seen uint64) bool {
	const step = ^uint64(0) &^ (1<<firstStep - 1)
	ofDossier, ofStep := seen&^step&^1 != 0, seen&step != 0
	if ofDossier == ofStep || s.full&1 == 0 {
		return false
	}
	if !isDossierCode(s.texts[0].of(s.data)) {
		s.flag(flagForeign)
	}
	if ofStep {
		s.judgeStep(b)
	} else {
		s.judgeDossier(b)
	}
	return true
}

func (s *scanner) missing(required uint64, f flag) {
	if gone := required &^ s.full; gone != 0 {
		s.flags[f] += int32(bits.OnesCount64(gone))
		s.any = true
	}
}

// long flags a text of more characters than a receiver keeps. It has length bytes
// and ends before s.i.
func (s *scanner) long(from, length, most int) {
	if length <= most {
		return
	}
	raw := s.data[from:s.i]
	if raw[0] == '"' {
		raw = raw[1 : len(raw)-1]
	}
	s.scratch = unescape(s.scratch[:0], raw)
	if utf8.RuneCount(s.scratch) > most {
		s.flag(flagLength)
	}
}
