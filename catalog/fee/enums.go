package fee

import "github.com/motcua/motcua/internal/enum"

// Moment says when a fee is to be paid (thu trước, thu sau, theo thông báo).
type Moment uint8

// The moments, written "before", "after" and "notice": before reception, with the
// result, upon a notice of the financial obligation.
const (
	MomentBefore Moment = iota + 1
	MomentAfter
	MomentNotice
)

// Status says how far a row has come on its way into law.
type Status uint8

// The statuses, written "draft", "approved" and "withdrawn". Only approved rows are
// applied; a row without a status is approved.
const (
	StatusDraft Status = iota + 1
	StatusApproved
	StatusWithdrawn
)

var (
	bandModes = enum.New[BandMode]("mode of bands", "slice", "whole")
	moments   = enum.New[Moment]("moment of payment", "before", "after", "notice")
	statuses  = enum.New[Status]("status", "draft", "approved", "withdrawn")
)

// String names the value; it never fails.
func (m BandMode) String() string { return bandModes.String(m) }

// MarshalText writes the name; an unset value is an error.
func (m BandMode) MarshalText() ([]byte, error) { return bandModes.Append(nil, m) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (m *BandMode) UnmarshalText(text []byte) error { return bandModes.Unmarshal(m, text) }

// String names the value; it never fails.
func (m Moment) String() string { return moments.String(m) }

// MarshalText writes the name; an unset value is an error.
func (m Moment) MarshalText() ([]byte, error) { return moments.Append(nil, m) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (m *Moment) UnmarshalText(text []byte) error { return moments.Unmarshal(m, text) }

// String names the value; it never fails.
func (s Status) String() string { return statuses.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Status) MarshalText() ([]byte, error) { return statuses.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Unmarshal(s, text) }
