package motcua

import (
	"fmt"
	"strings"

	"github.com/motcua/motcua/internal/enum"
)

// Basis says on what ground a rule is believed.
type Basis uint8

// The grounds, from the firmest to the one that is only ours. They are written
// "law", "practice", "press", "computed", "assumed" and "ours".
const (
	BasisLaw      Basis = iota + 1 // the text of an act in force
	BasisPractice                  // seen in the code or the answers of portals
	BasisPress                     // reported by the press or an official site
	BasisComputed                  // computed from published numbers
	BasisAssumed                   // assumed, since no source was found
	BasisOurs                      // our choice where the facts leave room
)

var bases = enum.New[Basis]("basis", "law", "practice", "press", "computed", "assumed", "ours")

// String names b, or writes "basis(n)" when it has no name.
func (b Basis) String() string { return bases.String(b) }

// AppendText appends the name; an unset or foreign value is an error.
func (b Basis) AppendText(text []byte) ([]byte, error) { return bases.Append(text, b) }

// MarshalText writes the name; an unset or foreign value is an error.
func (b Basis) MarshalText() ([]byte, error) { return bases.Append(nil, b) }

// UnmarshalText reads a name; unknown text is a *ParseError.
func (b *Basis) UnmarshalText(text []byte) error { return unmarshalEnum(b, "basis", bases, text) }

// unmarshalEnum reads a name of table into e and leaves e alone on error.
func unmarshalEnum[E ~uint8](e *E, kind string, table enum.Table[E], text []byte) error {
	v, err := table.Parse(text)
	if err != nil {
		return &ParseError{kind, string(text), fmt.Errorf("want one of %q", table.Names())}
	}
	*e = v
	return nil
}

// Source says where a rule comes from, so that a reader can look it up and a
// lawyer can disagree.
type Source struct {
	Act     string `json:"act,omitempty"`     // number of the act (văn bản), "766/QĐ-TTg"
	Article string `json:"article,omitempty"` // place in the act, "Điều 6"
	Basis   Basis  `json:"basis"`             // on what ground it is believed
	Read    Date   `json:"read,omitzero"`     // day on which we read it
	Note    Text   `json:"note,omitzero"`     // what a reader should know besides
}

// IsZero reports whether nothing is stated.
func (s Source) IsZero() bool { return s == Source{} }

// String writes "766/QĐ-TTg, Điều 6 (law)", without the parts that are unset;
// the note stands in when there is no act.
func (s Source) String() string {
	if s.IsZero() {
		return "no source"
	}
	var parts []string
	for _, part := range []string{s.Act, s.Article} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 && !s.Note.IsZero() {
		parts = append(parts, s.Note.String())
	}
	if s.Basis != 0 {
		return strings.TrimPrefix(strings.Join(parts, ", ")+" ("+s.Basis.String()+")", " ")
	}
	return strings.Join(parts, ", ")
}
