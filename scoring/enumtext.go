package scoring

// The methods of the closed vocabularies: each reads and writes the names of
// its one table.

// String names the value; it never fails.
func (s Stage) String() string { return stages.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Stage) MarshalText() ([]byte, error) { return stages.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Stage) UnmarshalText(text []byte) error { return stages.Unmarshal(s, text) }

// String names the value; it never fails.
func (c Compose) String() string { return composes.String(c) }

// MarshalText writes the name; an unset value is an error.
func (c Compose) MarshalText() ([]byte, error) { return composes.Append(nil, c) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (c *Compose) UnmarshalText(text []byte) error { return composes.Unmarshal(c, text) }

// String names the value; it never fails.
func (s ScaleKind) String() string { return scaleKinds.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s ScaleKind) MarshalText() ([]byte, error) { return scaleKinds.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *ScaleKind) UnmarshalText(text []byte) error { return scaleKinds.Unmarshal(s, text) }

// String names the value; it never fails.
func (r Relation) String() string { return relations.String(r) }

// MarshalText writes the name; an unset value is an error.
func (r Relation) MarshalText() ([]byte, error) { return relations.Append(nil, r) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (r *Relation) UnmarshalText(text []byte) error { return relations.Unmarshal(r, text) }

// String names the value; it never fails.
func (z ZeroKind) String() string { return zeroKinds.String(z) }

// MarshalText writes the name; an unset value is an error.
func (z ZeroKind) MarshalText() ([]byte, error) { return zeroKinds.Append(nil, z) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (z *ZeroKind) UnmarshalText(text []byte) error { return zeroKinds.Unmarshal(z, text) }

// String names the value; it never fails.
func (u UnknownKind) String() string { return unknownKinds.String(u) }

// MarshalText writes the name; an unset value is an error.
func (u UnknownKind) MarshalText() ([]byte, error) { return unknownKinds.Append(nil, u) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (u *UnknownKind) UnmarshalText(text []byte) error { return unknownKinds.Unmarshal(u, text) }

// String names the value; it never fails.
func (l LevelKind) String() string { return levelKinds.String(l) }

// MarshalText writes the name; an unset value is an error.
func (l LevelKind) MarshalText() ([]byte, error) { return levelKinds.Append(nil, l) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (l *LevelKind) UnmarshalText(text []byte) error { return levelKinds.Unmarshal(l, text) }

// String names the value; it never fails.
func (p PoolKind) String() string { return poolKinds.String(p) }

// MarshalText writes the name; an unset value is an error.
func (p PoolKind) MarshalText() ([]byte, error) { return poolKinds.Append(nil, p) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (p *PoolKind) UnmarshalText(text []byte) error { return poolKinds.Unmarshal(p, text) }

// String names the value; it never fails.
func (c CountKind) String() string { return countKinds.String(c) }

// MarshalText writes the name; an unset value is an error.
func (c CountKind) MarshalText() ([]byte, error) { return countKinds.Append(nil, c) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (c *CountKind) UnmarshalText(text []byte) error { return countKinds.Unmarshal(c, text) }

// String names the value; it never fails.
func (s Scope) String() string { return scopes.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Scope) MarshalText() ([]byte, error) { return scopes.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Scope) UnmarshalText(text []byte) error { return scopes.Unmarshal(s, text) }

// String names the value; it never fails.
func (r RatioKind) String() string { return ratioKinds.String(r) }

// MarshalText writes the name; an unset value is an error.
func (r RatioKind) MarshalText() ([]byte, error) { return ratioKinds.Append(nil, r) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (r *RatioKind) UnmarshalText(text []byte) error { return ratioKinds.Unmarshal(r, text) }

// String names the value; it never fails.
func (s Status) String() string { return statuses.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Status) MarshalText() ([]byte, error) { return statuses.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Unmarshal(s, text) }

// String names the value; it never fails.
func (p PeriodKind) String() string { return periodKinds.String(p) }

// MarshalText writes the name; an unset value is an error.
func (p PeriodKind) MarshalText() ([]byte, error) { return periodKinds.Append(nil, p) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (p *PeriodKind) UnmarshalText(text []byte) error { return periodKinds.Unmarshal(p, text) }
