package search

import "github.com/motcua/motcua/internal/enum"

// RowKind says what a row of abbreviations shortens.
type RowKind uint8

// The kinds of rows, written "abbreviation" and "word".
const (
	RowAbbreviation RowKind = iota + 1 // letters, "GPLX"
	RowWord                            // people's words for what the law calls otherwise, "sổ đỏ"
)

var rowKinds = enum.New[RowKind]("kind of row", "abbreviation", "word")

// String names the value; it never fails.
func (k RowKind) String() string { return rowKinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k RowKind) MarshalText() ([]byte, error) { return rowKinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *RowKind) UnmarshalText(text []byte) error { return rowKinds.Unmarshal(k, text) }

// Kind says how a word of a query was understood.
type Kind uint8

// The kinds, written "exact", "prefix", "typo", "joined", "row", "filler", "code" and
// "unknown".
const (
	KindExact   Kind = iota + 1 // the word is in the index
	KindPrefix                  // it is the beginning of words
	KindTypo                    // it is nearly a word
	KindJoined                  // it is several words without a space between
	KindRow                     // a row of the abbreviations says what it means
	KindFiller                  // it tells nothing, as "thủ tục"
	KindCode                    // it is a code, or the beginning of one
	KindUnknown                 // nothing is like it
)

var kinds = enum.New[Kind]("kind", "exact", "prefix", "typo", "joined", "row", "filler", "code", "unknown")

// String names the value; it never fails.
func (k Kind) String() string { return kinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }
