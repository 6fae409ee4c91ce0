package counting

import (
	"errors"
	"fmt"
)

// Classes of errors, for errors.Is.
var (
	ErrOtherPlan  = errors.New("counted by another plan")
	ErrOtherBasis = errors.New("counted on another basis")
	ErrCorrupt    = errors.New("damaged or foreign bytes")
	ErrRange      = errors.New("out of range")
	ErrStale      = errors.New("older than what is known")
	ErrConflict   = errors.New("same number, other content")
	ErrPast       = errors.New("time goes back")
)

// RowError says why a row was not counted. The tally is as it was.
type RowError struct {
	Table  Table  // the row's
	Column string // "" where it is no column
	Err    error  // of class ErrRange
}

// Error names the column and what is wrong.
func (e *RowError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("row of %s: %v", e.Table, e.Err)
	}
	return fmt.Sprintf("row of %s, %s: %v", e.Table, e.Column, e.Err)
}

// Unwrap returns what is wrong.
func (e *RowError) Unwrap() error { return e.Err }
