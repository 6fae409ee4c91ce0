package npsp

import (
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// Value is a scalar of a message as text. Systems send the same code as "1" and as
// 1, so strings, numbers, true, false and null are all read, null as "", and a
// string is written. A number keeps the text it was written with.
type Value string

// String returns the text. It may identify a person; see [PersonalFields].
func (v Value) String() string { return string(v) }

// MarshalJSON writes a JSON string. Text that is no UTF-8 is an error.
func (v Value) MarshalJSON() ([]byte, error) {
	if !utf8.ValidString(string(v)) {
		return nil, errEncoding
	}
	return appendString(nil, string(v)), nil
}

var (
	errEncoding = errors.New("the text is not UTF-8")
	errScalar   = errors.New("want a string, a number, true, false or null")
)

// UnmarshalJSON reads a scalar; an object or an array is an error.
func (v *Value) UnmarshalJSON(data []byte) error {
	if len(data) == 0 {
		return errScalar
	}
	switch data[0] {
	case '{', '[':
		return errScalar
	case '"':
		var s string
		if err := json.Unmarshal(data, &s); err != nil {
			return errScalar
		}
		*v = Value(s)
		return nil
	}
	if !json.Valid(data) {
		return errScalar
	}
	*v = Value(data)
	if *v == "null" {
		*v = ""
	}
	return nil
}
