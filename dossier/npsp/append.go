package npsp

import (
	"strconv"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// AppendJSON appends the JSON object of d, on one line and without a line break:
// every member in the order of the type, scalars as strings and empty ones as "",
// lists as [] when they are empty. Three members whose type is a number are written
// as one where they are (HoSoBoSungId, SoLuong, LoaiGiayTo), TrangThaiBoSung as true
// or false where it is, and the extra members of C07 only where they hold
// something. Text that is no UTF-8 is an error, of type [motcua.Faults]; b is then
// returned as it came.
func (d *Dossier) AppendJSON(b []byte) ([]byte, error) {
	w := writer{b: b}
	w.dossier(d)
	return w.done(b)
}

// AppendJSON appends the JSON object of p as that of a dossier is.
func (p *Progress) AppendJSON(b []byte) ([]byte, error) {
	w := writer{b: b}
	w.text(`{"MaHoSo":`, p.MaHoSo)
	w.text(`,"NguoiXuLy":`, p.NguoiXuLy)
	w.text(`,"ChucDanh":`, p.ChucDanh)
	w.text(`,"ThoiDiemXuLy":`, p.ThoiDiemXuLy)
	w.text(`,"PhongBanXuLy":`, p.PhongBanXuLy)
	w.text(`,"NoiDungXuLy":`, p.NoiDungXuLy)
	w.text(`,"TrangThai":`, p.TrangThai)
	w.text(`,"NgayBatDau":`, p.NgayBatDau)
	w.text(`,"NgayKetThucTheoQuyDinh":`, p.NgayKetThucTheoQuyDinh)
	w.raw(`}`)
	return w.done(b)
}

// writer appends members. What is no UTF-8 is noted and left out.
type writer struct {
	b      []byte
	at     [4]string // where the members are: two tokens for each list around them
	depth  int
	faults motcua.Faults
}

func (w *writer) done(before []byte) ([]byte, error) {
	if w.faults != nil {
		return before, w.faults
	}
	return w.b, nil
}

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

// text writes a member; its name comes with what stands around it.
func (w *writer) text(name string, v Value) {
	w.b = append(w.b, name...)
	if v == "" {
		w.b = append(w.b, `""`...)
		return
	}
	w.string(name, v)
}

// some writes a member that is left out when it is empty.
func (w *writer) some(name string, v Value) {
	if v != "" {
		w.text(name, v)
	}
}

// number writes a member as a number if it is a whole one, else as text.
func (w *writer) number(name string, v Value) {
	if !wholeNumber(string(v)) {
		w.text(name, v)
		return
	}
	w.b = append(append(w.b, name...), v...)
}

// flag writes a member as true or false if it is one of these, else as text.
func (w *writer) flag(name string, v Value) {
	if v != "true" && v != "false" {
		w.text(name, v)
		return
	}
	w.b = append(append(w.b, name...), v...)
}

func (w *writer) string(name string, v Value) {
	if !utf8.ValidString(string(v)) {
		begin, end := 0, len(name)-2 // {"Name": or ,"Name":
		for name[begin] != '"' {
			begin++
		}
		pointer := motcua.Pointer(w.at[:w.depth]...) + motcua.Pointer(name[begin+1:end])
		w.faults.Add(codeWrite, pointer, motcua.Text{Vi: "không phải UTF-8 hợp lệ", En: "not valid UTF-8"}, nil)
		return
	}
	w.b = appendString(w.b, string(v))
}

// element enters the i-th element of a list that stands under name.
func (w *writer) element(name string, i int) {
	if i > 0 {
		w.b = append(w.b, ',')
	}
	w.at[w.depth], w.at[w.depth+1] = name, strconv.Itoa(i)
	w.depth += 2
}

func (w *writer) leave() {
	w.b = append(w.b, '}')
	w.depth -= 2
}

// wholeNumber reports whether s is a whole number as JSON writes one.
func wholeNumber(s string) bool {
	if s != "" && s[0] == '-' {
		s = s[1:]
	}
	if s == "" || len(s) > 1 && s[0] == '0' {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

const hexDigits = "0123456789abcdef"

// appendString appends a JSON string of s, which is UTF-8. Only what must be
// escaped is.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return append(append(b, s[from:]...), '"')
}
