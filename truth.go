package motcua

import (
	"time"

	"github.com/motcua/motcua/internal/enum"
)

// Truth is an answer of Kleene's logic of three values: what is not known is
// neither true nor false, and stays unknown unless the rest decides. The zero
// value counts as Unknown.
type Truth uint8

// The answers in their order, written "false", "unknown" and "true".
const (
	False   Truth = iota + 1 // it is not so
	Unknown                  // it cannot be said
	True                     // it is so
)

var truths = enum.New[Truth]("truth", "false", "unknown", "true")

// String names t, or writes "truth(n)" when it has no name.
func (t Truth) String() string { return truths.String(t) }

// AppendText appends the name; an unset or foreign value is an error.
func (t Truth) AppendText(b []byte) ([]byte, error) { return truths.Append(b, t) }

// MarshalText writes the name; an unset or foreign value is an error.
func (t Truth) MarshalText() ([]byte, error) { return truths.Append(nil, t) }

// UnmarshalText reads a name; unknown text is a *ParseError.
func (t *Truth) UnmarshalText(text []byte) error { return unmarshalEnum(t, "truth", truths, text) }

// And is True when both are, False when one is, and else Unknown.
func (t Truth) And(u Truth) Truth { return min(t.known(), u.known()) }

// Or is True when one is, False when both are, and else Unknown.
func (t Truth) Or(u Truth) Truth { return max(t.known(), u.known()) }

// Not turns True and False around and leaves Unknown.
func (t Truth) Not() Truth { return True + False - t.known() }

// known maps the values that have no name to Unknown.
func (t Truth) known() Truth {
	if t == True || t == False {
		return t
	}
	return Unknown
}

func truth(b bool) Truth {
	if b {
		return True
	}
	return False
}

// cutFor returns the cut as a column of type t meets it.
func cutFor(t ColumnType, cut Scalar) Scalar {
	if t == ColumnDate && cut.Type() == ColumnTime {
		return DateScalar(DateOf(time.Unix(cut.Int(), 0).In(Vietnam())))
	}
	return cut
}
