package npsp

import "math"

// Members of lists that receivers cut, in characters.
const (
	longestSubject  = 1000 // TrichYeuHoSo
	longestFileName = 4000 // TenTepDinhKem
	longestPaper    = 2000 // TenGiayTo
	longestOfficial = 50   // NguoiXuLy
)

// codes is a set of codes: bit n is code n.
type codes uint64

// The lists of codes that are known whole. Those of MaCSDL, HinhThucThu, LoaiGiayTo
// and LoaiDinhDanhCHS nobody published; their codes are not flagged.
const (
	channels   codes = 1<<1 | 1<<2 | 1<<3        // KenhThucHien
	owners     codes = 1<<1 | 1<<2 | 1<<3 | 1<<4 // LoaiDoiTuong
	states     codes = 1<<11 - 1<<1              // TrangThaiHoSo, TrangThai
	yesNo      codes = 1<<0 | 1<<1               // flags, HinhThuc
	places     codes = 1<<1 | 1<<2               // NoiNopHoSo, LoaiDinhDanh, LoaiPhiLePhi
	payments   codes = 1<<0 | 1<<1 | 1<<2 | 1<<3 // DuocThanhToanTrucTuyen
	reuses     codes = 1<<0 | 1<<1 | 1<<2        // DuocTaiSuDung
	identities       = places
	feeKinds         = places
)

// has reports whether a code is in the set; the absent one is in every set.
func (s codes) has(c Code) bool { return c == CodeAbsent || c >= 0 && c < 64 && s>>c&1 == 1 }

// codeOf reads a code: a number of 0 to 127 without leading zeros.
func codeOf[S ~string | ~[]byte](s S) Code {
	if len(s) == 0 {
		return CodeAbsent
	}
	if len(s) > 3 || s[0] == '0' && len(s) > 1 {
		return CodeOther
	}
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return CodeOther
		}
		n = n*10 + int(c)
	}
	if n > math.MaxInt8 {
		return CodeOther
	}
	return Code(n)
}

// truthOf reads a truth as systems write it: 1 for true, 0 for false.
func truthOf[S ~string | ~[]byte](s S) Code {
	switch string(s) {
	case "":
		return CodeAbsent
	case "0", "false", "False", "FALSE":
		return 0
	case "1", "true", "True", "TRUE":
		return 1
	}
	return CodeOther
}

// largestAmount is the largest whole number that every reader of JSON keeps.
const largestAmount = 1<<53 - 1

// amountOf reads a whole number of đồng; "" is 0.
func amountOf[S ~string | ~[]byte](s S) (int64, bool) {
	n := int64(0)
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		if n = n*10 + int64(c); n > largestAmount {
			return 0, false
		}
	}
	return n, true
}

// whole says what became of reading a whole number.
type whole uint8

const (
	wholeRead   whole = iota
	wholeText         // it is none
	wholeBeyond       // it does not fit
)

// wholeOf reads a whole number; "" is 0.
func wholeOf[S ~string | ~[]byte](s S) (int64, whole) {
	if len(s) == 0 {
		return 0, wholeRead
	}
	from, limit := 0, uint64(math.MaxInt64)
	if s[0] == '-' {
		from, limit = 1, limit+1
	}
	n, how := uint64(0), wholeRead
	for i := from; i < len(s); i++ {
		c := s[i] - '0'
		if c > 9 {
			return 0, wholeText
		}
		if n > (limit-uint64(c))/10 {
			how = wholeBeyond
		}
		n = n*10 + uint64(c)
	}
	switch {
	case len(s) == from:
		return 0, wholeText
	case how == wholeBeyond:
		return 0, how
	case from == 1:
		return int64(-n), how
	}
	return int64(n), how
}

// identityOf tells of an identity number whether it is made up, and whether it
// fits its kind.
func identityOf[S ~string | ~[]byte](kind Code, s S) (dummy, fits bool) {
	digits, same := true, true
	for i := range len(s) {
		digits = digits && s[i]-'0' <= 9
		same = same && s[i] == s[0]
	}
	switch {
	case digits && same && (len(s) == 9 || len(s) == 12):
		return true, true
	case kind == 1:
		return false, digits && len(s) == 12
	case kind == 2:
		return false, digits && len(s) == 9
	}
	return false, true
}

// disorder reports whether a time cannot lie before another one. A time at
// midnight may mean its whole day.
func disorder(earlier, later Moment) bool {
	return earlier > later && later > 0 && (later%1e6 != 0 || earlier/1e6 != later/1e6)
}
