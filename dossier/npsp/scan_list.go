package npsp

// list reads a list of a message.
func (s *scanner) list(b *Brief, id int) bool {
	n := 0
	more, ok := s.open()
	for ; more && ok; more, ok = s.more() {
		n++
		switch id {
		case mDinhDanh:
			ok = s.identity()
		case mCSDL:
			ok = s.database(b)
		case mTaiLieu:
			ok = s.paper(&b.Components)
		case mLePhi:
			ok = s.fee(&b.FeeLines, &b.FeesAboveZero)
		case mTepKhac:
			ok = s.attachment()
		case mBoSung:
			ok = s.supplement(b)
		case mKetQua:
			ok = s.result(b)
		}
		if !ok {
			return false
		}
	}
	s.fill(id, n > 0)
	return ok
}

// open enters a list and reports whether there is an element, and whether all is
// well. A list that is null has none.
func (s *scanner) open() (more, ok bool) {
	if s.data[s.i] == 'n' {
		end := literal(s.data, s.i, "null")
		s.i = end
		return false, end >= 0
	}
	if s.data[s.i] != '[' {
		return false, false
	}
	s.i++
	c := s.space()
	if c == ']' {
		s.i++
		return false, true
	}
	return c == '{', c == '{'
}

// more goes to the next element of a list.
func (s *scanner) more() (more, ok bool) {
	switch s.space() {
	case ']':
		s.i++
		return false, true
	case ',':
		s.i++
		return true, s.space() == '{'
	}
	return false, false
}

func (s *scanner) identity() bool {
	o := s.object(objIdentity, identityNames)
	kind, made := CodeAbsent, false
	fits := [3]bool{1: false, 2: false} // by kind; an empty number fits neither
	for {
		ok := false
		switch id := s.member(&o); id {
		case 0:
			kind, ok = s.listed(identities)
		case 1:
			var t []byte
			t, ok = s.text()
			made, fits[1] = identityOf(1, t)
			_, fits[2] = identityOf(2, t)
		default:
			if made {
				s.flag(flagDummy)
			}
			if (kind == 1 || kind == 2) && !fits[kind] {
				s.flag(flagIdentity)
			}
			return id == noMember
		}
		if !ok {
			return false
		}
	}
}

func (s *scanner) database(b *Brief) bool {
	o := s.object(objDatabase, databaseNames)
	for {
		id := s.member(&o)
		if id < 0 {
			return id == noMember
		}
		c, ok := s.small()
		b.Databases |= databaseBit(c)
		if !ok {
			return false
		}
	}
}

// paper reads a component document and counts it, if it is to be counted.
func (s *scanner) paper(counts *[16]int32) bool {
	o := s.object(objPaper, paperNames)
	deleted, digitised, reused, stored := CodeAbsent, CodeAbsent, CodeAbsent, CodeAbsent
	name, link := 0, 0
	for {
		ok := true
		switch id := s.member(&o); id {
		case 1:
			from := s.i
			name = s.skip()
			s.long(from, name, longestFileName)
			ok = name >= 0
		case 2:
			deleted, ok = s.truth()
		case 4:
			link = s.skip()
			ok = link >= 0
		case 5:
			digitised, ok = s.truth()
		case 6:
			reused, ok = s.listed(reuses)
		case 7:
			stored, ok = s.truth()
		case noMember:
			s.owed(name, link)
			if counts != nil && deleted != 1 {
				counts[componentBits(digitised, reused, stored)]++
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

// owed flags required members of nested objects that are empty.
func (s *scanner) owed(lengths ...int) {
	for _, n := range lengths {
		if n == 0 {
			s.flag(flagRequired)
		}
	}
}

// fee reads a fee and counts it.
func (s *scanner) fee(lines, aboveZero *int32) bool {
	o := s.object(objFee, feeNames)
	*lines++
	for {
		ok := true
		switch id := s.member(&o); id {
		case 3:
			var t []byte
			var amount int64
			if t, ok = s.text(); ok {
				amount, ok = amountOf(t)
			}
			if amount > 0 {
				*aboveZero++
			}
		case 4:
			_, ok = s.listed(feeKinds)
		case noMember:
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

// whole reads a whole number and flags text that is none.
func (s *scanner) whole() (int64, bool) {
	t, ok := s.text()
	n, how := wholeOf(t)
	if how == wholeText {
		s.flag(flagWhole)
	}
	return n, ok && how != wholeBeyond
}

func (s *scanner) attachment() bool {
	o := s.object(objAttachment, attachmentNames)
	for {
		ok := true
		switch id := s.member(&o); id {
		case 0:
			from := s.i
			n := s.skip()
			s.long(from, n, longestPaper)
			ok = n >= 0
		case 1, 2:
			_, ok = s.whole()
		default:
			return id == noMember
		}
		if !ok {
			return false
		}
	}
}
