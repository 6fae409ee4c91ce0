package motcua

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua/internal/enum"
)

// ColumnType is the type of a column of facts and of the constants that can be
// compared with it.
type ColumnType uint8

// The column types, written "flag", "number", "text", "date" and "time".
const (
	ColumnFlag   ColumnType = iota + 1 // true or false
	ColumnNumber                       // int64: a count, days, đồng
	ColumnText                         // a code or name, compared byte by byte
	ColumnDate                         // a Date
	ColumnTime                         // an instant, to the second
)

var columnTypes = enum.New[ColumnType]("column type", "flag", "number", "text", "date", "time")

// String names t, or writes "column type(n)" when it has no name.
func (t ColumnType) String() string { return columnTypes.String(t) }

// AppendText appends the name; an unset or foreign value is an error.
func (t ColumnType) AppendText(b []byte) ([]byte, error) { return columnTypes.Append(b, t) }

// MarshalText writes the name; an unset or foreign value is an error.
func (t ColumnType) MarshalText() ([]byte, error) { return columnTypes.Append(nil, t) }

// UnmarshalText reads a name; unknown text is a *ParseError.
func (t *ColumnType) UnmarshalText(text []byte) error {
	return unmarshalEnum(t, "column type", columnTypes, text)
}

// Scalar is one value of a column or one constant: null, a flag, a number, a
// text, a date or an instant. It is small and comparable with ==. The zero value
// is null, which means unknown. In JSON it is null, true, false, an integer or a
// string; dates and times are strings ("2026-01-31", RFC 3339) that are read as
// text, and As gives them the type of the column they meet.
type Scalar struct {
	kind ColumnType // zero: null
	num  int64
	text string
}

// FlagScalar returns a flag.
func FlagScalar(v bool) Scalar {
	if v {
		return Scalar{kind: ColumnFlag, num: 1}
	}
	return Scalar{kind: ColumnFlag}
}

// NumberScalar returns a number.
func NumberScalar(v int64) Scalar { return Scalar{kind: ColumnNumber, num: v} }

// TextScalar returns a text; "" is a text, not null.
func TextScalar(v string) Scalar { return Scalar{kind: ColumnText, text: v} }

// DateScalar returns a date; an unset or out-of-range one gives null.
func DateScalar(v Date) Scalar {
	if !v.valid() {
		return Scalar{}
	}
	return Scalar{kind: ColumnDate, num: int64(v)}
}

// TimeScalar returns an instant, cut to the second below; the zero time and
// times that RFC 3339 cannot write in UTC give null.
func TimeScalar(v time.Time) Scalar {
	if y := v.UTC().Year(); v.IsZero() || y < 0 || y > 9999 {
		return Scalar{}
	}
	return Scalar{kind: ColumnTime, num: v.Unix()}
}

// IsZero reports whether s is null.
func (s Scalar) IsZero() bool { return s.kind == 0 }

// Type returns the type; zero for null.
func (s Scalar) Type() ColumnType { return s.kind }

// Int returns what s holds as a number: 0 or 1 for a flag, the number itself,
// the Date as an integer, the Unix time in seconds. It is 0 for text and null.
func (s Scalar) Int() int64 { return s.num }

// Text returns the text; "" for other types.
func (s Scalar) Text() string { return s.text }

// As returns s as a value of type t: itself if it has that type or is null, and
// a text that is written like a date or a time as that. Anything else is a
// *ParseError.
func (s Scalar) As(t ColumnType) (Scalar, error) {
	if s.kind == t || s.kind == 0 {
		return s, nil
	}
	if s.kind == ColumnText && t == ColumnDate {
		d, err := ParseDate(s.text)
		return DateScalar(d), err
	}
	if s.kind == ColumnText && t == ColumnTime {
		v, err := time.Parse(time.RFC3339, s.text)
		// Package time also takes an hour of one digit and a comma.
		if err != nil || TimeScalar(v).IsZero() || s.text[len("2026-01-31T17")] != ':' || strings.Contains(s.text, ",") {
			return Scalar{}, &ParseError{"time", s.text, errors.New("want such as 2026-01-31T17:00:00+07:00")}
		}
		return TimeScalar(v), nil
	}
	input := s.text
	if s.kind != ColumnText {
		input = strings.Trim(s.String(), `"`)
	}
	return Scalar{}, &ParseError{"constant", input, fmt.Errorf("is %v, want %v", s.kind, t)}
}

// compare orders two values of one type that has an order.
func (s Scalar) compare(t Scalar) int {
	return cmp.Or(cmp.Compare(s.num, t.num), cmp.Compare(s.text, t.text))
}

// String returns s as it stands in JSON, with text quoted as in Go and instants
// in UTC.
func (s Scalar) String() string {
	switch s.kind {
	case ColumnFlag:
		return strconv.FormatBool(s.num != 0)
	case ColumnNumber:
		return strconv.FormatInt(s.num, 10)
	case ColumnText:
		return strconv.Quote(s.text)
	case ColumnDate:
		return strconv.Quote(Date(s.num).String())
	case ColumnTime:
		return strconv.Quote(time.Unix(s.num, 0).UTC().Format(time.RFC3339))
	}
	return "null"
}

// MarshalJSON writes null, true, false, an integer or a string.
func (s Scalar) MarshalJSON() ([]byte, error) {
	if s.kind == ColumnText {
		return json.Marshal(s.text)
	}
	return []byte(s.String()), nil
}

// UnmarshalJSON reads null, true, false, an integer that fits int64 or a string;
// anything else is a *ParseError, and s keeps its value.
func (s *Scalar) UnmarshalJSON(data []byte) error {
	v, err := parseScalar(bytes.TrimSpace(data))
	if err != nil {
		return &ParseError{"constant", string(data), err}
	}
	*s = v
	return nil
}

func parseScalar(data []byte) (Scalar, error) {
	switch text := string(data); {
	case text == "null":
		return Scalar{}, nil
	case text == "true", text == "false":
		return FlagScalar(text == "true"), nil
	case text != "" && text[0] == '"':
		var v string
		err := json.Unmarshal(data, &v)
		return TextScalar(v), err
	case text != "" && (text[0] == '-' || digits(text[:1])):
		n, err := strconv.ParseInt(text, 10, 64)
		if errors.Is(err, strconv.ErrRange) {
			return Scalar{}, ErrOverflow
		}
		if err != nil {
			return Scalar{}, errors.New("want an integer")
		}
		return NumberScalar(n), nil
	}
	return Scalar{}, errors.New("want null, true, false, an integer or a string")
}
