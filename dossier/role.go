package dossier

import (
	"fmt"
	"log/slog"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Role is in what capacity somebody acts on a dossier.
type Role uint8

// The roles: who files (người nộp), who receives and hands over (bộ phận một cửa), who
// works on it (người xử lý), who signs (lãnh đạo), and what happens without a person.
const (
	RoleApplicant Role = iota + 1
	RoleCounter
	RoleHandler
	RoleLeader
	RoleSystem
)

var roles = enum.New[Role]("role", "applicant", "counter", "handler", "leader", "system")

// String names the value; it never fails.
func (r Role) String() string { return roles.String(r) }

// MarshalText writes the name; an unset value is an error.
func (r Role) MarshalText() ([]byte, error) { return roles.Append(nil, r) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (r *Role) UnmarshalText(text []byte) error { return roles.Unmarshal(r, text) }

// Actor is who did something.
type Actor struct {
	Role       Role            `json:"role"`                          // in what capacity
	ID         string          `json:"id,omitempty" personal:"yes"`   // of the account
	Name       string          `json:"name,omitempty" personal:"yes"` // of the person
	Title      string          `json:"title,omitempty"`               // of the official (chức danh)
	Unit       motcua.UnitCode `json:"unit,omitempty"`                // of the official
	Department string          `json:"department,omitempty"`          // of the official (phòng ban)
}

// String says the role and the unit, and no person.
func (a Actor) String() string {
	if a.Unit == "" {
		return a.Role.String()
	}
	return a.Role.String() + " of " + string(a.Unit)
}

// Format is String for every verb of package fmt.
func (a Actor) Format(s fmt.State, verb rune) { show(s, verb, a.String()) }

// LogValue is String.
func (a Actor) LogValue() slog.Value { return slog.StringValue(a.String()) }
