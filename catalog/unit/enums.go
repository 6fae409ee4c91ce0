package unit

import "github.com/motcua/motcua/internal/enum"

// Level is the level of a unit in the state.
type Level uint8

// The levels, written "ministry", "province", "department", "district", "commune" and
// "other". Districts ended on 1 July 2025 (Resolution 203/2025/QH15).
const (
	Ministry   Level = iota + 1 // a ministry or a body of its rank (bộ, cơ quan ngang bộ)
	Province                    // a province or a city of that rank (tỉnh, thành phố)
	Department                  // a body below a ministry or a province (cục, sở)
	District                    // a district (huyện, quận, thị xã)
	Commune                     // a commune, ward or special zone (xã, phường, đặc khu)
	Other                       // anything else
)

// Kind is what happened to a unit in a succession.
type Kind uint8

// The kinds, written "merge", "split", "rename", "move", "abolish" and "continue".
const (
	Merge    Kind = iota + 1 // put together with others (hợp nhất, sáp nhập)
	Split                    // divided among several (chia, tách)
	Rename                   // the same unit under another name or type (đổi tên)
	Move                     // put under another parent (điều chuyển)
	Abolish                  // ended (giải thể), with or without one that takes over
	Continue                 // unchanged, but counted as a new row (giữ nguyên)
)

// Outcome is what came of following a unit to a day.
type Outcome uint8

// The outcomes, written "single", "several", "lost" and "later".
const (
	Single  Outcome = iota + 1 // one unit in force
	Several                    // several units, or one that took over a part only
	Lost                       // ended, and nobody is known to have taken over
	Later                      // not yet there on that day: the targets are its forebears
)

var (
	levels   = enum.New[Level]("level", "ministry", "province", "department", "district", "commune", "other")
	kinds    = enum.New[Kind]("succession kind", "merge", "split", "rename", "move", "abolish", "continue")
	outcomes = enum.New[Outcome]("outcome", "single", "several", "lost", "later")
)

// String names l; it never fails.
func (l Level) String() string { return levels.String(l) }

// MarshalText writes the name; an unset value is an error.
func (l Level) MarshalText() ([]byte, error) { return levels.Append(nil, l) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (l *Level) UnmarshalText(text []byte) error { return levels.Unmarshal(l, text) }

// String names k; it never fails.
func (k Kind) String() string { return kinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// String names o; it never fails.
func (o Outcome) String() string { return outcomes.String(o) }

// MarshalText writes the name; an unset value is an error.
func (o Outcome) MarshalText() ([]byte, error) { return outcomes.Append(nil, o) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomes.Unmarshal(o, text) }
