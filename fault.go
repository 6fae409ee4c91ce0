package motcua

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/motcua/motcua/internal/enum"
)

// Severity says whether a fault stops a document from being used.
type Severity uint8

// The severities, written "error" and "warning".
const (
	SeverityError   Severity = iota + 1 // the document cannot be used
	SeverityWarning                     // it can, but someone should look
)

var severities = enum.New[Severity]("severity", "error", "warning")

// String names s, or writes "severity(n)" when it has no name.
func (s Severity) String() string { return severities.String(s) }

// AppendText appends the name; an unset or foreign value is an error.
func (s Severity) AppendText(b []byte) ([]byte, error) { return severities.Append(b, s) }

// MarshalText writes the name; an unset or foreign value is an error.
func (s Severity) MarshalText() ([]byte, error) { return severities.Append(nil, s) }

// UnmarshalText reads a name; unknown text is a *ParseError.
func (s *Severity) UnmarshalText(text []byte) error {
	return unmarshalEnum(s, "severity", severities, text)
}

// Fault is one thing that is wrong with a document. It is an error.
type Fault struct {
	Code     string   `json:"code"`           // stable, such as "CAT-FEE-03"; never reused
	Pointer  string   `json:"pointer"`        // place, RFC 6901; "" is the whole document
	Severity Severity `json:"severity"`       // anything but a warning counts as an error
	Message  Text     `json:"message"`        // what is wrong, for the author
	Line     int      `json:"line,omitempty"` // line of the input from 1; 0 is unknown
	Cause    error    `json:"-"`              // the error below, if there is one
}

// Error writes "line 3: /root/nodes/0: SCO-DEF-03: message: cause", without the
// parts that are unset.
func (f *Fault) Error() string {
	var parts []string
	if f.Line > 0 {
		parts = append(parts, fmt.Sprintf("line %d", f.Line))
	}
	if f.Pointer != "" {
		parts = append(parts, f.Pointer)
	}
	if f.Code != "" {
		parts = append(parts, f.Code)
	}
	if f.Severity == SeverityWarning {
		parts = append(parts, f.Severity.String())
	}
	if !f.Message.IsZero() {
		parts = append(parts, f.Message.String())
	}
	if f.Cause != nil {
		parts = append(parts, f.Cause.Error())
	}
	return strings.Join(parts, ": ")
}

// Unwrap returns the cause.
func (f *Fault) Unwrap() error { return f.Cause }

// Faults is everything that is wrong with a document. It is an error that
// errors.As and errors.Is search fault by fault. Its elements are never nil.
type Faults []*Fault

// Add appends a fault of severity error and returns it, so that a caller who
// knows the line can set it. The cause may be nil.
func (fs *Faults) Add(code, pointer string, message Text, cause error) *Fault {
	return fs.add(&Fault{code, pointer, SeverityError, message, 0, cause})
}

// Warn is Add with severity warning.
func (fs *Faults) Warn(code, pointer string, message Text, cause error) *Fault {
	return fs.add(&Fault{code, pointer, SeverityWarning, message, 0, cause})
}

func (fs *Faults) add(f *Fault) *Fault {
	*fs = append(*fs, f)
	return f
}

// Err returns nil when no fault is an error, and otherwise all faults, warnings
// too, in a sorted copy of type Faults.
func (fs Faults) Err() error {
	if !fs.Under("") {
		return nil
	}
	sorted := slices.Clone(fs)
	sorted.Sort()
	return sorted
}

const faultsShown = 10 // lines of Error

// Error writes one fault to a line, the first ten of them.
func (fs Faults) Error() string {
	if len(fs) == 0 {
		return "no faults"
	}
	var b strings.Builder
	for i, f := range fs {
		if i == faultsShown {
			fmt.Fprintf(&b, "\nand %d more", len(fs)-i)
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(f.Error())
	}
	return b.String()
}

// Unwrap returns the faults one by one.
func (fs Faults) Unwrap() []error {
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = f
	}
	return errs
}

// Sort orders the faults in place by line, then pointer, then code, and leaves
// equal ones as they stand. Pointers compare token by token and array indexes by
// number, so /a/2 comes before /a/10.
func (fs Faults) Sort() {
	slices.SortStableFunc(fs, func(a, b *Fault) int {
		return cmp.Or(
			cmp.Compare(a.Line, b.Line),
			comparePointers(a.Pointer, b.Pointer),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

// Under reports whether a fault that is an error lies at pointer or below it; ""
// asks about the whole document.
func (fs Faults) Under(pointer string) bool {
	return slices.ContainsFunc(fs, func(f *Fault) bool {
		rest, below := strings.CutPrefix(f.Pointer, pointer)
		return below && f.Severity != SeverityWarning &&
			(pointer == "" || rest == "" || rest[0] == '/')
	})
}

// At returns copies of the faults for a document that holds this one at the
// given pointer: each pointer is put below it.
func (fs Faults) At(pointer string) Faults {
	moved := make(Faults, len(fs))
	for i, f := range fs {
		c := *f
		c.Pointer = pointer + c.Pointer
		moved[i] = &c
	}
	return moved
}

// Pointer builds a JSON Pointer (RFC 6901) from its tokens and escapes them.
func Pointer(tokens ...string) string {
	var b strings.Builder
	for _, token := range tokens {
		b.WriteByte('/')
		b.WriteString(pointerEscapes.Replace(token))
	}
	return b.String()
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// comparePointers orders a parent before what it holds.
func comparePointers(a, b string) int {
	for a != "" && b != "" && a != b {
		var s, t string
		s, a = cutToken(a)
		t, b = cutToken(b)
		if c := compareTokens(s, t); c != 0 {
			return c
		}
	}
	return cmp.Compare(a, b)
}

// cutToken splits "/a/b" into "a" and "/b".
func cutToken(pointer string) (token, rest string) {
	pointer = strings.TrimPrefix(pointer, "/")
	if i := strings.IndexByte(pointer, '/'); i >= 0 {
		return pointer[:i], pointer[i:]
	}
	return pointer, ""
}

// compareTokens puts array indexes first, by number, then names, by bytes.
func compareTokens(s, t string) int {
	si, ti := index(s), index(t)
	switch {
	case si && ti:
		return cmp.Or(cmp.Compare(len(s), len(t)), cmp.Compare(s, t))
	case si:
		return -1
	case ti:
		return 1
	}
	return cmp.Compare(s, t)
}

// index reports whether a token is an array index of RFC 6901.
func index(token string) bool {
	return digits(token) && (len(token) == 1 || token[0] != '0')
}
