package npsp

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf16"

	"pgregory.net/rapid"
)

// The texts that members draw from; the first are ordinary.
var (
	someMoments = []string{
		"", "20260701081500", "20260706000000", "20260706100000", "20260701235959", "20240229120000", "00010101000000", "99991231235959",
		"20260230000000", "20260701240000", "2026070108150", "202607010815000", "2026-07-01T08:15", "20260001000000", "20260701236000", "20250229000000", " ",
	}
	someCodes = []string{
		"1", "2", "0", "", "3", "4", "9", "10", "5", "11", "63", "64", "127", "128", "300", "-1", "01", "1.0", "x", "true", "false", "False", "True", "TRUE", "٣",
	}
	someTexts = []string{
		"Nguyễn Văn A", "", "x", "0900000000", "Đường số 1/2, \"xóm\" Mẫu \\ \t\n", "日本語 😀", "\u0000\u001f\u007f\u2028", "a\u0301", "true", "null", "123", "-0.5e10",
		strings.Repeat("ơ", 49), strings.Repeat("ơ", 51), strings.Repeat("ữ", 1001), strings.Repeat("x", 2001), strings.Repeat("😀", 1000), strings.Repeat("a\n", 2001),
	}
	someDossiers = []string{
		"000.12.34.H56-260701-0001", "H56.34.12-260701-0001", "H56-260701-0001", "", "000.00.00.H56-260230-0001", "HS-1", "000.12.00.H56-260701-0001",
		"000.12.34.H56-260701-001", "H56.34.12.001-260701-123456789012345678", "H56.34.12.001-260701-1234567890123456789", "h56-260701-0001", "-", "H56", "1",
	}
	someProcedures = []string{"1.004194", "", "1.004194.000.00.00.H22", "1.004194.H22", "1.00419", "x", "1.004194.000.12.00.H22", "1"}
	someNumbers    = []string{"0", "25000", "", "1", "9007199254740991", "9007199254740992", "-1", "25.000", "00", "1e3", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "-", "abc"}
	someIdentities = []string{"001000000123", "012345678", "", "000000000", "111111111", "0123", "00100000012x", "000000000000", "C1234567", "999999999"}
)

// drawValue draws the text of the member called name. Texts that spoil a whole
// message are rare.
func drawValue(t *rapid.T, name string, wild bool) Value {
	from, usual := someTexts, 4
	switch {
	case name == "NgayCap":
	case strings.HasPrefix(name, "Ngay"), name == "ThoiDiemXuLy":
		from, usual = someMoments, 7
	case name == "MaHoSo":
		from, usual = someDossiers, 3
	case name == "MaTTHC":
		from, usual = someProcedures, 4
	case name == "Gia", name == "HoSoBoSungId", name == "SoLuong":
		from, usual = someNumbers, 5
	case name == "SoDinhDanh":
		from, usual = someIdentities, 3
	case coded[name]:
		from, usual = someCodes, 8
	}
	if !wild {
		from = from[:usual]
	}
	return Value(rapid.SampledFrom(from).Draw(t, name))
}

var coded = map[string]bool{
	"KenhThucHien": true, "LoaiDoiTuong": true, "TrangThaiHoSo": true, "HinhThuc": true, "NoiNopHoSo": true, "HoSoCoThanhPhanSoHoa": true,
	"TaiKhoanDuocXacThucVoiVNeID": true, "DuocThanhToanTrucTuyen": true, "LoaiDinhDanh": true, "MaCSDL": true, "IsDeleted": true, "DuocSoHoa": true,
	"DuocTaiSuDung": true, "DuocLayTuKhoDMQG": true, "LoaiPhiLePhi": true, "TrangThaiBoSung": true, "TrangThai": true, "LoaiGiayTo": true,
}

// drawInto draws all members of a struct. A message is wild in a few members.
func drawInto(t *rapid.T, v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString(string(drawValue(t, v.Type().Field(i).Name, rapid.IntRange(0, 29).Draw(t, "wild") == 13)))
		case reflect.Slice:
			n := max(0, rapid.IntRange(-2, 3).Draw(t, "elements"))
			f.Set(reflect.MakeSlice(f.Type(), n, n))
			for j := range n {
				drawInto(t, f.Index(j))
			}
		}
	}
}

// spelling renders messages in ways JSON allows.
type spelling struct {
	t       *rapid.T
	spaces  bool // white space wherever it may be
	escapes int  // of ten characters, how many are escaped
	shuffle bool // members in any order
	bare    bool // numbers, true and false without quotes
	sparse  bool // empty members left out or null
	fault   int  // how many faults are still to be planted
}

func drawSpelling(t *rapid.T) *spelling {
	return &spelling{
		t: t, spaces: rapid.Bool().Draw(t, "spaces"), escapes: rapid.SampledFrom([]int{0, 0, 1, 10}).Draw(t, "escapes"),
		shuffle: rapid.Bool().Draw(t, "shuffle"), bare: rapid.Bool().Draw(t, "bare"), sparse: rapid.Bool().Draw(t, "sparse"),
	}
}

func (s *spelling) pick(label string, from ...string) string {
	return rapid.SampledFrom(from).Draw(s.t, label)
}

func (s *spelling) space() string {
	if !s.spaces {
		return ""
	}
	return s.pick("space", "", "", " ", "\t", "\r", "  ")
}

// planted returns one of the faults, if one is still to be planted here.
func (s *spelling) planted(otherwise string, from ...string) string {
	if s.fault == 0 || rapid.IntRange(0, 19).Draw(s.t, "plant") > 0 {
		return otherwise
	}
	s.fault--
	return s.pick("fault", from...)
}

func (s *spelling) object(v reflect.Value) string {
	var members []string
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		value := s.value(v.Field(i))
		if value == "" {
			continue
		}
		name = s.planted(name, name+"X", "", strings.ToLower(name), name+"\u0000")
		members = append(members, s.text(name)+s.space()+s.planted(":", "", "::", ",")+s.space()+s.planted(value, someWrong...))
	}
	if s.shuffle {
		members = rapid.Permutation(members).Draw(s.t, "order")
	}
	if more := s.planted("", `"MaHoSo":"1"`, `"La":"x"`, `"La":{"a":1}`, `"TrangThai":"1"`, `"IsDeleted":0,"IsDeleted":0`, `"Gia":null,"Gi\u0061":1`); more != "" {
		members = append(members, more)
	}
	for i := range members {
		members[i] = s.space() + members[i] + s.space()
	}
	return s.planted("{", "", "[", "{,", "{{") + strings.Join(members, s.planted(",", "", ";", ",,", ", ")) + s.planted("}", "", "]", ",}", "}}", "} x", "}\u00a0")
}

var someWrong = []string{
	"", "nul", "nulll", "tru", "TRUE", "01", "-", "1.", ".5", "1e", "+1", "0x1", "NaN", "{}", "[]", "[1]", "[null]", "[{}", `"`, `"\x"`, `"\u12g4"`, `"\ud800"`, `"\udc00"`,
	`"\udc00\udc00"`, `"\ud800\u0041"`, `"\ud83d\ud83d"`, `"\ud83d\ue000"`, `"\ude00\ud83d"`, `"\ud83d\ude0"`, `"\ud83d\n"`, "\"\x01\"", "\"\t\"", "\"\x7f\"", "\"\xff\"", "\"\xc3\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\xe0\x80\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xf0\x8f\xbf\xbf\"",
	`"\`, `"\"`, `"\\"`, "'x'", `"a" "b"`, "1 2", "-0", "-01", "1E+5", "1.50", `"\ud83d\ude00"`, `"\/"`, "\"\u2028\"", `{"a":1}`, "true ", "false",
}

func (s *spelling) value(v reflect.Value) string {
	if v.Kind() == reflect.Slice {
		if v.Len() == 0 && s.sparse {
			return s.pick("empty list", "", "null", "[]")
		}
		var items []string
		for i := range v.Len() {
			items = append(items, s.space()+s.object(v.Index(i))+s.space())
		}
		return "[" + s.planted("", ",", "null,", "1") + strings.Join(items, s.planted(",", "", ",,")) + s.space() + "]"
	}
	text := v.String()
	switch {
	case text == "" && s.sparse:
		return s.pick("empty", "", "null", `""`)
	case s.bare && (wholeNumber(text) || text == "true" || text == "false"):
		return text
	}
	return s.text(text)
}

// text spells a string.
func (s *spelling) text(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		short, ok := map[rune]string{'"': `\"`, '\\': `\\`, '\n': `\n`, '\t': `\t`, '\b': `\b`, '\f': `\f`, '\r': `\r`, '/': `\/`}[r]
		chance := s.escapes > 0 && (s.escapes == 10 || rapid.IntRange(0, 9).Draw(s.t, "escape") < s.escapes)
		switch {
		case ok && (r != '/' || chance):
			b.WriteString(short)
		case r < ' ' || chance:
			units := utf16.AppendRune(nil, r)
			for _, u := range units {
				fmt.Fprintf(&b, s.pick("hex", `\u%04x`, `\u%04X`), u)
			}
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
