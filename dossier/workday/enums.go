package workday

import "github.com/motcua/motcua/internal/enum"

var (
	weekdays = enum.New[Weekday]("weekday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
	openings = enum.New[Opening]("opening", "closed", "office", "service")
	units    = enum.New[Unit]("unit", "months", "calendarDays", "workingDays", "officeHours", "clockHours", "withinDay")
	effects  = enum.New[CutOffEffect]("effect", "startNextDay", "dueNextDay")
	modes    = enum.New[SupplementMode]("supplement mode", "continue", "restart", "remainder")
	starts   = enum.New[StartRule]("start rule", "reception", "payment")
)

// The methods of the closed vocabularies: each reads and writes the names of
// its one table.

// String names the value; it never fails.
func (d Weekday) String() string { return weekdays.String(d) }

// MarshalText writes the name; an unset value is an error.
func (d Weekday) MarshalText() ([]byte, error) { return weekdays.Append(nil, d) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (d *Weekday) UnmarshalText(text []byte) error { return weekdays.Unmarshal(d, text) }

// String names the value; it never fails.
func (o Opening) String() string { return openings.String(o) }

// MarshalText writes the name; an unset value is an error.
func (o Opening) MarshalText() ([]byte, error) { return openings.Append(nil, o) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (o *Opening) UnmarshalText(text []byte) error { return openings.Unmarshal(o, text) }

// String names the value; it never fails.
func (u Unit) String() string { return units.String(u) }

// MarshalText writes the name; an unset value is an error.
func (u Unit) MarshalText() ([]byte, error) { return units.Append(nil, u) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (u *Unit) UnmarshalText(text []byte) error { return units.Unmarshal(u, text) }

// String names the value; it never fails.
func (e CutOffEffect) String() string { return effects.String(e) }

// MarshalText writes the name; an unset value is an error.
func (e CutOffEffect) MarshalText() ([]byte, error) { return effects.Append(nil, e) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (e *CutOffEffect) UnmarshalText(text []byte) error { return effects.Unmarshal(e, text) }

// String names the value; it never fails.
func (m SupplementMode) String() string { return modes.String(m) }

// MarshalText writes the name; an unset value is an error.
func (m SupplementMode) MarshalText() ([]byte, error) { return modes.Append(nil, m) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (m *SupplementMode) UnmarshalText(text []byte) error { return modes.Unmarshal(m, text) }

// String names the value; it never fails.
func (s StartRule) String() string { return starts.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s StartRule) MarshalText() ([]byte, error) { return starts.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *StartRule) UnmarshalText(text []byte) error { return starts.Unmarshal(s, text) }
