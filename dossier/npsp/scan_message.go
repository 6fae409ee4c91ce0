package npsp

// value reads the value of a message's member.
func (s *scanner) value(b *Brief, id int) bool {
	switch id {
	case mMaHoSo:
		return s.keep(0, id)
	case mMaTTHC:
		return s.keep(1, id)
	case mMaLinhVuc:
		return s.keep(2, id)
	case mKenh:
		return s.code(&b.Channel, id, channels)
	case mLoaiDoiTuong:
		return s.code(new(Code), id, owners)
	case mTrangThaiHoSo, mTrangThai:
		return s.code(&b.State, id, states)
	case mHinhThuc:
		return s.code(new(Code), id, yesNo)
	case mNoiNop:
		return s.code(&b.Place, id, places)
	case mSoHoa:
		return s.yes(&b.Digitised, id)
	case mVNeID:
		return s.yes(&b.Verified, id)
	case mThanhToan:
		return s.code(&b.Payment, id, payments)
	case mNop:
		return s.moment(&b.Filed, id)
	case mTiepNhan:
		return s.moment(&b.Received, id)
	case mHenTra:
		return s.moment(&b.Due, id)
	case mTra:
		return s.moment(&b.Returned, id)
	case mKetThuc:
		return s.moment(&b.Finished, id)
	case mTuChoi:
		return s.moment(&b.Refused, id)
	case mThoiDiem:
		return s.moment(&b.At, id)
	case mBatDau:
		return s.moment(&s.begun, id)
	case mQuyDinh:
		return s.moment(&s.until, id)
	case mTrichYeu:
		return s.capped(id, longestSubject)
	case mNguoiXuLy:
		return s.capped(id, longestOfficial)
	case mDinhDanh, mCSDL, mTaiLieu, mLePhi, mTepKhac, mBoSung, mKetQua:
		return s.list(b, id)
	}
	n := s.skip()
	s.fill(id, n > 0)
	return n >= 0
}

// fill notes whether the member of a message holds something.
func (s *scanner) fill(id int, something bool) {
	if something {
		s.full |= 1 << id
	}
}

func (s *scanner) keep(at, id int) bool {
	t, ok := s.span(&s.own)
	s.texts[at] = t
	s.fill(id, t.own != nil || t.to > t.from)
	return ok
}

func (s *scanner) capped(id, most int) bool {
	from := s.i
	n := s.skip()
	s.fill(id, n > 0)
	s.long(from, n, most)
	return n >= 0
}

// code reads a member that is a code of a list.
func (s *scanner) code(into *Code, id int, list codes) bool {
	c, ok := s.small()
	*into = c
	s.fill(id, c != CodeAbsent)
	if !list.has(c) {
		s.flag(flagUnknown)
	}
	return ok
}

// small reads a code.
func (s *scanner) small() (Code, bool) {
	data, i := s.data, s.i
	if i+2 < len(data) && data[i] == '"' && data[i+2] == '"' && data[i+1]-'0' <= 9 {
		s.i = i + 3
		return Code(data[i+1] - '0'), true
	}
	t, ok := s.text()
	return codeOf(t), ok
}

// listed reads a code in a nested object.
func (s *scanner) listed(list codes) (Code, bool) {
	c, ok := s.small()
	if !list.has(c) {
		s.flag(flagUnknown)
	}
	return c, ok
}

// yes reads a member that is a truth.
func (s *scanner) yes(into *Code, id int) bool {
	c, ok := s.truth()
	*into = c
	s.fill(id, c != CodeAbsent)
	return ok
}

// truth reads a truth.
func (s *scanner) truth() (Code, bool) {
	data, i := s.data, s.i
	if i+2 < len(data) && data[i] == '"' && data[i+2] == '"' && data[i+1]-'0' <= 1 {
		s.i = i + 3
		return Code(data[i+1] - '0'), true
	}
	t, ok := s.text()
	c := truthOf(t)
	if !yesNo.has(c) {
		s.flag(flagUnknown)
	}
	return c, ok
}

func (s *scanner) moment(into *Moment, id int) bool {
	m, ok := s.time()
	*into = m
	s.fill(id, m != 0)
	return ok
}

// time reads a moment.
func (s *scanner) time() (Moment, bool) {
	data, i := s.data, s.i
	if data[i] == '"' {
		if data[i+1] == '"' {
			s.i = i + 2
			return 0, true
		}
		if i+15 < len(data) && data[i+15] == '"' {
			if m, ok := fourteen(data[i+1 : i+15]); ok {
				s.i = i + 16
				return m, m.exists()
			}
		}
	}
	t, ok := s.text()
	if !ok || len(t) == 0 {
		return 0, ok
	}
	return momentOf(t)
}

// The members of a dossier that must hold something.
const (
	requiredOfDossier uint64 = 1<<mMaTTHC | 1<<mTenTTHC | 1<<mMaLinhVuc | 1<<mTenLinhVuc | 1<<mLoaiDoiTuong | 1<<mNop |
		1<<mTiepNhan | 1<<mTrangThaiHoSo | 1<<mHinhThuc | 1<<mDonVi | 1<<mNoiNop | 1<<mSoHoa | 1<<mVNeID | 1<<mThanhToan | 1<<mDinhDanh
	requiredOfStep uint64 = 1<<mNguoiXuLy | 1<<mThoiDiem | 1<<mTrangThai
	neverReceived  codes  = 1<<1 | 1<<3 // states in which a dossier may not have been received
)

func (s *scanner) judgeDossier(b *Brief) {
	b.Kind = KindDossier
	required := requiredOfDossier
	if b.State >= 0 && neverReceived.has(b.State) {
		required &^= 1 << mTiepNhan
	}
	s.missing(required, flagRequired)
	s.missing(1<<mKenh, flagDisputed)
	if s.full>>mMaTTHC&1 == 1 {
		ok, suffix := isProcedure(s.texts[1].of(s.data))
		switch {
		case !ok:
			s.flag(flagProcedure)
		case suffix:
			s.flag(flagSuffix)
		}
	}
	s.pair(b.Filed, b.Received)
	s.pair(b.Filed, b.Refused)
	s.pair(b.Received, b.Due)
	s.pair(b.Received, b.Finished)
	s.pair(b.Received, b.Returned)
	s.pair(b.Finished, b.Returned)
	if (b.State == 9 || b.State == 10) && b.Finished|b.Returned|b.Refused == 0 {
		s.flag(flagEndTime)
	}
}

func (s *scanner) judgeStep(b *Brief) {
	b.Kind = KindProgress
	s.missing(requiredOfStep, flagRequired)
	s.missing(1<<mNoiDung, flagDisputed)
	s.pair(s.begun, b.At)
	s.pair(s.begun, s.until)
}

// pair flags two times that lie the other way round.
func (s *scanner) pair(earlier, later Moment) {
	if disorder(earlier, later) {
		s.flag(flagOrder)
	}
}
