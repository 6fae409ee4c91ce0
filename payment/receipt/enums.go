package receipt

import "github.com/motcua/motcua/internal/enum"

// Status says whether a receipt stands.
type Status uint8

// The statuses, written "stands", "void" and "replaced".
const (
	StatusStands   Status = iota + 1 // còn giá trị
	StatusVoid                       // đã hủy
	StatusReplaced                   // đã bị thay thế
)

var statuses = enum.New[Status]("status", "stands", "void", "replaced")

// String names the value; it never fails.
func (s Status) String() string { return statuses.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Status) MarshalText() ([]byte, error) { return statuses.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Unmarshal(s, text) }

// Action is what happened to a series.
type Action uint8

// The actions, written "open", "issue", "void" and "close".
const (
	ActionOpen  Action = iota + 1 // the series may be used from now on (đưa vào sử dụng)
	ActionIssue                   // the next number was issued (lập)
	ActionVoid                    // a receipt was made void (xóa bỏ)
	ActionClose                   // no further number is issued (ngừng sử dụng)
)

var actions = enum.New[Action]("action", "open", "issue", "void", "close")

// String names the value; it never fails.
func (a Action) String() string { return actions.String(a) }

// MarshalText writes the name; an unset value is an error.
func (a Action) MarshalText() ([]byte, error) { return actions.Append(nil, a) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (a *Action) UnmarshalText(text []byte) error { return actions.Unmarshal(a, text) }
