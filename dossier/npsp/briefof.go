package npsp

// briefOf is what the single pass reads of a message, taken from a message that was
// read in full.
func briefOf(m Message) Brief {
	if m.Kind == KindProgress {
		p := m.Progress
		at, _ := ParseMoment(string(p.ThoiDiemXuLy))
		b := absentBrief(KindProgress)
		b.Dossier, b.State, b.At = []byte(p.MaHoSo), codeOf(p.TrangThai), at
		return b
	}
	d := m.Dossier
	b := absentBrief(KindDossier)
	b.Dossier, b.Procedure, b.Field = []byte(d.MaHoSo), []byte(d.MaTTHC), []byte(d.MaLinhVuc)
	b.Channel, b.Place = codeOf(d.KenhThucHien), codeOf(d.NoiNopHoSo)
	b.Payment, b.State = codeOf(d.DuocThanhToanTrucTuyen), codeOf(d.TrangThaiHoSo)
	b.Digitised, b.Verified = truthOf(d.HoSoCoThanhPhanSoHoa), truthOf(d.TaiKhoanDuocXacThucVoiVNeID)
	b.Filed, _ = ParseMoment(string(d.NgayNopHoSo))
	b.Received, _ = ParseMoment(string(d.NgayTiepNhan))
	b.Due, _ = ParseMoment(string(d.NgayHenTra))
	b.Finished, _ = ParseMoment(string(d.NgayKetThucXuLy))
	b.Returned, _ = ParseMoment(string(d.NgayTra))
	b.Refused, _ = ParseMoment(string(d.NgayTuChoi))
	briefLists(d, &b)
	return b
}

// absentBrief is a brief without codes.
func absentBrief(kind Kind) Brief {
	const none = CodeAbsent
	return Brief{Kind: kind, Channel: none, Place: none, Payment: none, State: none, Digitised: none, Verified: none}
}

func briefLists(d *Dossier, b *Brief) {
	for _, f := range d.DanhSachLePhi {
		b.FeeLines++
		if amount, _ := amountOf(f.Gia); amount > 0 {
			b.FeesAboveZero++
		}
	}
	for _, r := range d.DanhSachGiayToKetQua {
		b.Results++
		if r.DuongDanTepTinKetQua != "" {
			b.ResultsLinked++
		}
	}
	for _, k := range d.DSKetNoiCSDL {
		b.Databases |= databaseBit(codeOf(k.MaCSDL))
	}
	for i := range d.TaiLieuNop {
		t := &d.TaiLieuNop[i]
		if truthOf(t.IsDeleted) != 1 {
			b.Components[componentBits(truthOf(t.DuocSoHoa), codeOf(t.DuocTaiSuDung), truthOf(t.DuocLayTuKhoDMQG))]++
		}
	}
	for i := range d.DanhSachHoSoBoSung {
		s := &d.DanhSachHoSoBoSung[i]
		var one Supplement
		one.ID, _ = wholeOf(s.HoSoBoSungId)
		one.Asked, _ = ParseMoment(string(s.NgayBoSung))
		one.Answered, _ = ParseMoment(string(s.NgayTiepNhanBoSung))
		one.Before, _ = ParseMoment(string(s.NgayHenTraTruoc))
		one.Due, _ = ParseMoment(string(s.NgayHenTraMoi))
		b.Supplements = append(b.Supplements, one)
	}
}

func databaseBit(c Code) uint64 {
	switch {
	case c == CodeAbsent:
		return 0
	case c >= 0 && c < 63:
		return 1 << c
	}
	return 1 << 63
}

func componentBits(digitised, reused, stored Code) int {
	bits := 0
	switch reused {
	case 1:
		bits = ComponentFromDossier
	case 2:
		bits = ComponentFromResult
	}
	if stored == 1 {
		bits |= ComponentFromStore
	}
	if digitised == 1 {
		bits |= ComponentDigitised
	}
	return bits
}
