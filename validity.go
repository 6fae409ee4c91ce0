package motcua

import (
	"errors"
)

// Validity is the time in which a rule holds: from the day From up to, and not
// including, the day To. An unset From means since ever, an unset To means until
// further notice, so the zero Validity is always.
type Validity struct {
	From Date `json:"from,omitzero"` // first day
	To   Date `json:"to,omitzero"`   // first day on which it no longer holds
}

// IsZero reports whether v is always.
func (v Validity) IsZero() bool { return v == Validity{} }

// Contains reports whether v holds on day d; never when d is unset.
func (v Validity) Contains(d Date) bool {
	return d.valid() && d >= v.From && (v.To == 0 || d < v.To)
}

// Overlaps reports whether some day lies in both. A Validity whose Err is not
// nil contains no day.
func (v Validity) Overlaps(w Validity) bool {
	from := max(v.From, w.From, 1)
	to := lastDate + 1
	if v.To != 0 {
		to = min(to, v.To)
	}
	if w.To != 0 {
		to = min(to, w.To)
	}
	return from < to
}

// Err returns nil, or a *ParseError when To is not after From or a bound is no
// date.
func (v Validity) Err() error {
	switch {
	case v.From != 0 && !v.From.valid(), v.To != 0 && !v.To.valid():
		return &ParseError{"validity", v.String(), errors.New("not a date")}
	case v.To != 0 && v.To <= max(v.From, 1):
		return &ParseError{"validity", v.String(), errors.New("the end must be after the start")}
	}
	return nil
}

// String writes the half-open interval: "[2025-07-01, 2026-01-01)", with ".."
// for a side that is open.
func (v Validity) String() string {
	side := func(d Date) string {
		if d == 0 {
			return ".."
		}
		return d.String()
	}
	return "[" + side(v.From) + ", " + side(v.To) + ")"
}
