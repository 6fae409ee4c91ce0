package qr

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// Object is a data object that is no list itself.
type Object struct {
	Path  string `json:"path"`                 // the ids that lead to it, "/38/01/00"
	Value string `json:"value" personal:"yes"` // as written
}

// String says where the object stands and how long it is, and not its value.
func (o Object) String() string {
	return fmt.Sprintf("%s of %d", o.Path, utf8.RuneCountInString(o.Value))
}

// Format is String for every verb of package fmt.
func (o Object) Format(s fmt.State, verb rune) { show(s, verb, o.String()) }

// LogValue is String.
func (o Object) LogValue() slog.Value { return slog.StringValue(o.String()) }

// show writes a text in place of a value.
func show(s fmt.State, verb rune, text string) { fmt.Fprintf(s, fmt.FormatString(s, verb), text) }

// maxPayload is how many characters a payload may have (EMVCo QRCPS 1.1).
const maxPayload = 512

// Objects reads any payload of EMVCo in merchant-presented mode, and returns its objects
// in order, those of templates in the place of these, with all that is wrong: codes
// PAY-QR-01 to 14, the path of the object as pointer, and in the message the byte at
// which it begins. Which objects a scheme wants is left to who knows it.
func Objects(payload string) ([]Object, motcua.Faults) {
	s := read(payload)
	return s.objects, s.faults
}

// scan is the reading of one payload.
type scan struct {
	objects []Object
	faults  motcua.Faults
	broken  []string // paths of the lists that could not be read to their end
	sum     int      // where the check sum begins; -1: nowhere
}

// read reads a payload.
func read(payload string) *scan {
	s := &scan{sum: -1}
	switch {
	case !utf8.ValidString(payload):
		fault(&s.faults, codeEncoding, "", "không phải UTF-8", "not UTF-8")
		s.broken = []string{""}
		return s
	case utf8.RuneCountInString(payload) > maxPayload:
		fault(&s.faults, codeLong, "", "dài hơn %d ký tự", "longer than %d characters", maxPayload)
		s.broken = []string{""}
		return s
	}
	if !strings.HasPrefix(payload, "000201") {
		fault(&s.faults, codeFirst, "/00", "không bắt đầu bằng 000201", "does not begin with 000201")
	}
	s.list(payload, 0, "", listRoot)
	s.check(payload)
	s.faults.Sort()
	return s
}

// list reads a list of objects that begins at a byte.
func (s *scan) list(text string, at int, path string, in list) {
	var seen []string
	for text != "" {
		id, value, size := s.object(text, at, path)
		if size == 0 {
			s.broken = append(s.broken, path)
			return
		}
		below := path + "/" + id
		if slices.Contains(seen, id) {
			fault(&s.faults, codeTwice, below, "lặp lại tại byte %d", "stands a second time at byte %d", at)
		}
		seen = append(seen, id)
		s.value(id, value, at, below, in)
		if in == listRoot && id == "63" {
			s.sum = at
			return
		}
		text, at = text[size:], at+size
	}
}

// object cuts the first object off; its size in bytes is 0 where there is none.
func (s *scan) object(text string, at int, path string) (id, value string, size int) {
	if len(text) < 4 {
		fault(&s.faults, codeCut, path, "byte %d: bị cắt giữa chừng", "byte %d: ends within the head of an object", at)
		return "", "", 0
	}
	if !isDigits(text[:2]) {
		fault(&s.faults, codeID, path, "byte %d: mã không phải hai chữ số", "byte %d: an id is two digits", at)
		return "", "", 0
	}
	id = text[:2]
	if !isDigits(text[2:4]) {
		fault(&s.faults, codeLength, path+"/"+id, "byte %d: độ dài không phải hai chữ số", "byte %d: a length is two digits", at+2)
		return "", "", 0
	}
	n := int(text[2]-'0')*10 + int(text[3]-'0')
	end, ok := prefix(text[4:], n)
	if !ok {
		fault(&s.faults, codeBeyond, path+"/"+id, "byte %d: độ dài %d vượt quá phần còn lại", "byte %d: %d characters go beyond the end", at, n)
		return "", "", 0
	}
	return id, text[4 : 4+end], 4 + end
}

// prefix is how many bytes n characters take.
func prefix(text string, n int) (int, bool) {
	end := 0
	for ; n > 0; n-- {
		if end == len(text) {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return end, true
}

// value holds a value to its row, and notes it or reads on in it.
func (s *scan) value(id, value string, at int, path string, in list) {
	r := rowOf(in, id, value)
	n := utf8.RuneCountInString(value)
	switch {
	case n == 0:
		fault(&s.faults, codeLength, path, "byte %d: độ dài 00", "byte %d: the length is 00", at+2)
	case n < r.min || n > r.max:
		fault(&s.faults, codeSize, path, "byte %d: %d ký tự, phải từ %d đến %d", "byte %d: %d characters, want %d to %d", at, n, r.min, r.max)
	case !r.template && !r.alphabet.takes(value):
		fault(&s.faults, codeAlphabet, path, "byte %d: có ký tự không được phép", "byte %d: holds a character it does not take", at)
	}
	if r.reserved {
		fault(&s.faults, codeReserved, path, "byte %d: mã để dành", "byte %d: the id is reserved", at)
	}
	if r.template && n > 0 {
		s.list(value, at+4, path, r.inner)
		return
	}
	s.objects = append(s.objects, Object{path, value})
}

// check looks at the check sum. Where the list broke off before it, it is looked for at
// the end.
func (s *scan) check(payload string) {
	const head, size = "6304", 8
	if end := len(payload) - size; s.sum < 0 && end >= 0 && payload[end:end+4] == head {
		s.sum = end
	}
	if s.sum < 0 {
		fault(&s.faults, codeNoSum, "/63", "thiếu mã kiểm tra", "the check sum is missing")
		return
	}
	if payload[s.sum:s.sum+4] != head {
		return // its length is a fault already
	}
	if end := s.sum + size; end < len(payload) {
		fault(&s.faults, codeAfter, "", "byte %d: còn dữ liệu sau mã kiểm tra", "byte %d: something stands after the check sum", end)
	}
	if want := checksum(payload[:s.sum+4]); payload[s.sum+4:s.sum+size] != want {
		fault(&s.faults, codeSum, "/63", "byte %d: mã kiểm tra phải là %s", "byte %d: the check sum must be %s", s.sum, want)
	}
}

// checksum is the CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) of a text, in four
// upper-case hexadecimal digits.
func checksum(text string) string {
	crc := uint16(0xFFFF)
	for _, b := range []byte(text) {
		crc ^= uint16(b) << 8
		for range 8 {
			carry := crc & 0x8000
			crc <<= 1
			if carry != 0 {
				crc ^= 0x1021
			}
		}
	}
	return fmt.Sprintf("%04X", crc)
}
