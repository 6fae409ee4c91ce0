package npsp

// supplement reads a request to supplement.
func (s *scanner) supplement(b *Brief) bool {
	o := s.object(objSupplement, supplementNames)
	var one Supplement
	var fees, above int32
	for {
		ok := true
		switch id := s.member(&o); id {
		case 0:
			one.ID, ok = s.whole()
		case 3:
			one.Asked, ok = s.time()
		case 6:
			one.Answered, ok = s.time()
		case 7:
			_, ok = s.truth()
		case 8:
			ok = s.nested(func() bool { return s.paper(nil) })
		case 9:
			ok = s.nested(func() bool { return s.fee(&fees, &above) })
		case 10:
			one.Before, ok = s.time()
		case 11:
			one.Due, ok = s.time()
		case noMember:
			s.pair(one.Asked, one.Answered)
			b.Supplements = append(b.Supplements, one)
			return true
		case badMember:
			return false
		default:
			ok = s.skip() >= 0
		}
		if !ok {
			return false
		}
	}
}

// nested reads a list in a list.
func (s *scanner) nested(element func() bool) bool {
	more, ok := s.open()
	for ; more && ok; more, ok = s.more() {
		if !element() {
			return false
		}
	}
	return ok
}

// result reads a paper that is a result.
func (s *scanner) result(b *Brief) bool {
	o := s.object(objResult, resultNames)
	link := 0
	for {
		ok := true
		switch id := s.member(&o); id {
		case 0:
			from := s.i
			n := s.skip()
			s.long(from, n, longestPaper)
			ok = n >= 0
		case 3:
			link = s.skip()
			ok = link >= 0
		case noMember:
			s.owed(link)
			b.Results++
			if link > 0 {
				b.ResultsLinked++
			}
			return true
		case badMember:
			return false
		default:
			ok = s.skip() >= 0
		}
		if !ok {
			return false
		}
	}
}
