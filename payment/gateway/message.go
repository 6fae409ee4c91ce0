package gateway

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Message is any message of this package.
type Message interface {
	Init | InitReply | Query | QueryReply | Confirm | Answer | Wrapper |
		KeyPay | KeyPayReply | KeyPayCallback | KeyPayAnswer | KeyPayQuery | Inquiry | InquiryReply | Bill
}

// checker finds what is wrong with a message.
type checker interface{ Check() motcua.Faults }

// Parse reads a message as it is documented: members nobody knows, members that are
// missing and numbers in the place of texts are faults, all at once and sorted. Faults
// do not quote the message.
func Parse[M Message](data []byte) (M, motcua.Faults) {
	m, faults := strict.Read(data, func(m *M) motcua.Faults {
		if c, ok := any(m).(checker); ok {
			return c.Check()
		}
		return nil
	})
	return m, strict.Unquoted(faults)
}

// Extra is what a message says that nobody documented, by its place (RFC 6901).
type Extra map[string]json.RawMessage

// ParseLenient is Parse for messages of others, who may know more than was documented:
// members nobody knows are kept as they stand, whole numbers in the place of texts are
// read as their digits, and both are warnings. Everything else is as in Parse.
func ParseLenient[M Message](data []byte) (M, Extra, motcua.Faults) {
	var m M
	reading := strict.Decode(data, &m, 1)
	if slices.ContainsFunc(reading.Faults, func(f *motcua.Fault) bool {
		return strings.HasPrefix(f.Code, "DOC-SYNTAX-") || f.Code == strict.CodeDuplicate
	}) {
		return m, nil, strict.Unquoted(reading.Faults)
	}
	s := softening{extra: Extra{}}
	softened, faults := Parse[M](s.object(data, reflect.TypeFor[M](), ""))
	for _, f := range faults {
		f.Line = 0 // of the softened text
	}
	for _, pointer := range s.numbers {
		warn(&faults, codeNumber, pointer, "là số, được đọc như chuỗi chữ số", "a number, read as its digits")
	}
	for pointer := range s.extra {
		warn(&faults, strict.CodeUnknown, pointer, "thành viên không được biết đến, được giữ nguyên", "unknown member, kept")
	}
	reading.Locate(faults)
	faults.Sort()
	return softened, s.extra, faults
}

// softening takes from a document what a strict reader would refuse.
type softening struct {
	extra   Extra
	numbers []string // where they stood for texts
}

// object softens what should be an object of a type.
func (s *softening) object(data []byte, t reflect.Type, at string) []byte {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil || members == nil {
		return data
	}
	fields := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			fields[name] = f.Type
		}
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		pointer := at + motcua.Pointer(name)
		if field, known := fields[name]; known {
			members[name] = s.value(members[name], field, pointer)
		} else {
			s.extra[pointer] = members[name]
			delete(members, name)
		}
	}
	return marshal(members, data)
}

// value softens a value of a type.
func (s *softening) value(data []byte, t reflect.Type, at string) []byte {
	switch t.Kind() {
	case reflect.Pointer:
		return s.value(data, t.Elem(), at)
	case reflect.Struct:
		return s.object(data, t, at)
	case reflect.Slice:
		var items []json.RawMessage
		if json.Unmarshal(data, &items) != nil || items == nil {
			return data
		}
		for i := range items {
			items[i] = s.value(items[i], t.Elem(), at+motcua.Pointer(whole(i)))
		}
		return marshal(items, data)
	case reflect.String:
		if digits, ok := integer(data); ok {
			s.numbers = append(s.numbers, at)
			return []byte(`"` + digits + `"`)
		}
	}
	return data
}

// marshal writes what was read; what cannot be written stays as it was.
func marshal(v any, was []byte) []byte {
	if data, err := json.Marshal(v); err == nil {
		return data
	}
	return was
}

// integer is a whole number of JSON by its digits.
func integer(data []byte) (string, bool) {
	digits := strings.TrimPrefix(string(data), "-")
	if digits == "" || digits != "0" && digits[0] == '0' || strings.Trim(digits, "0123456789") != "" {
		return "", false
	}
	return string(data), true
}

// ParseMembers reads the signed members of a kind of message, and its digest if it is
// there, from a document with any other members besides. A value is a string or a whole
// number, which stands for its digits. A signed member that is missing is a fault; one
// that is "" is not. A digest that is null is not there. Faults do not quote the message.
func ParseMembers(kind Kind, data []byte) (Members, motcua.Faults) {
	m := Members{kind, map[string]string{}}
	row := kind.row()
	if row == nil {
		var faults motcua.Faults
		fault(&faults, codeKind, "", "không phải loại thông điệp nào", "no kind of message")
		return m, faults
	}
	var members map[string]json.RawMessage
	reading := strict.Decode(data, &members, 1)
	faults := reading.Faults
	if faults != nil {
		return m, strict.Unquoted(faults)
	}
	for _, name := range append(slices.Clone(row.Members), row.Digest) {
		raw, there := members[name]
		text, ok := textOf(raw)
		switch {
		case !there && name != row.Digest:
			fault(&faults, codeSigned, motcua.Pointer(name), "thiếu trường phải ký", "a signed member is missing")
		case name == row.Digest && string(raw) == "null": // there is none yet
		case there && !ok:
			fault(&faults, codeText, motcua.Pointer(name), "cần chuỗi hoặc số nguyên", "want a text or a whole number")
		case there:
			m.Texts[name] = text
		}
	}
	reading.Locate(faults)
	faults.Sort()
	return m, faults
}

// textOf is a string, or a whole number by its digits.
func textOf(raw []byte) (text string, ok bool) {
	if len(raw) > 0 && raw[0] == '"' {
		err := json.Unmarshal(raw, &text)
		return text, err == nil
	}
	return integer(raw)
}
