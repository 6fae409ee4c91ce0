// Package enum gives closed vocabularies their one name table.
//
// An enum of this project is a uint8 whose members start at one; zero means
// unset. Its names are listed once, in a Table, and the same table feeds
// String, MarshalText, UnmarshalText, validation and the JSON Schema.
package enum

import (
	"fmt"
	"slices"
)

// Table names the members of E in order: the first name belongs to E(1).
type Table[E ~uint8] struct {
	kind  string
	names []string
}

// New makes the table of the enum called kind.
func New[E ~uint8](kind string, names ...string) Table[E] {
	return Table[E]{kind: kind, names: names}
}

// Names returns all names in order.
func (t Table[E]) Names() []string { return slices.Clone(t.names) }

// String names e; it never fails.
func (t Table[E]) String(e E) string {
	if i := int(e) - 1; i >= 0 && i < len(t.names) {
		return t.names[i]
	}
	return fmt.Sprintf("%s(%d)", t.kind, uint8(e))
}

// Append appends the name of e; an unset or foreign value is an error.
func (t Table[E]) Append(b []byte, e E) ([]byte, error) {
	i := int(e) - 1
	if i < 0 || i >= len(t.names) {
		return b, fmt.Errorf("%s %d has no name", t.kind, uint8(e))
	}
	return append(b, t.names[i]...), nil
}

// Unmarshal reads a name into e, which keeps its value on error.
func (t Table[E]) Unmarshal(e *E, text []byte) error {
	parsed, err := t.Parse(text)
	if err == nil {
		*e = parsed
	}
	return err
}

// Parse reads a name; unknown text is an error that lists what is known.
func (t Table[E]) Parse(text []byte) (E, error) {
	i := slices.Index(t.names, string(text))
	if i < 0 {
		return 0, fmt.Errorf("unknown %s %q, want one of %q", t.kind, text, t.names)
	}
	return E(i + 1), nil
}
