package npsp

import "github.com/motcua/motcua/internal/enum"

var kinds = enum.New[Kind]("kind", "dossier", "progress")

// String names k, or writes "kind(n)" when it has no name.
func (k Kind) String() string { return kinds.String(k) }

// AppendText appends the name; an unset or foreign value is an error.
func (k Kind) AppendText(b []byte) ([]byte, error) { return kinds.Append(b, k) }

// MarshalText writes the name; an unset or foreign value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Append(nil, k) }

// UnmarshalText reads a name; unknown text is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }
