package motcua

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// ErrOverflow is the class of errors of results that do not fit their type.
var ErrOverflow = errors.New("out of range")

// ParseError is the error of text or data that is not what it should be. Every
// Parse function and UnmarshalText method of this package returns it.
type ParseError struct {
	Kind  string // what was expected, such as "date" or "unit code"
	Input string // the whole input as it was given
	Err   error  // what is wrong with it
}

// Error says what was expected, shows the input, cut if it is long, and why it
// was refused.
func (e *ParseError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("%s %s", e.Kind, quote(e.Input))
	}
	return fmt.Sprintf("%s %s: %v", e.Kind, quote(e.Input), e.Err)
}

// Unwrap returns the reason.
func (e *ParseError) Unwrap() error { return e.Err }

const quoteLimit = 64 // bytes of input shown in an error message

// quote quotes s and cuts it between characters when it is long.
func quote(s string) string {
	if len(s) <= quoteLimit {
		return fmt.Sprintf("%q", s)
	}
	cut := quoteLimit
	for cut > quoteLimit-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return fmt.Sprintf("%q… (%d bytes)", s[:cut], len(s))
}

// digits reports whether s is one or more ASCII digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number reads one to nine ASCII digits, which the caller has checked.
func number(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
