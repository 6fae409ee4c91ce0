package unit

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/motcua/motcua"
)

// Codes of faults in units, successions and the files they are read from. A code is
// retired, never reused.
const (
	codeID         = "CAT-UNIT-01" // no identity, or one that cannot be
	codeTwice      = "CAT-UNIT-02" // an identity twice
	codeName       = "CAT-UNIT-03" // no name, no level, or text that is none
	codeCode       = "CAT-UNIT-04" // a code its scheme does not know, or a scheme nobody knows
	codeShared     = "CAT-UNIT-05" // a code of two units at one time
	codeValidity   = "CAT-UNIT-06" // a validity that is none
	codeParent     = "CAT-UNIT-07" // a parent nobody knows
	codeOrphan     = "CAT-UNIT-08" // a parent that is not in force all the time
	codeLevel      = "CAT-UNIT-09" // a parent of a level that has no such units
	codeCircle     = "CAT-UNIT-10" // units that are each other's parents
	codeUnknown    = "CAT-UNIT-11" // a succession of or to a unit nobody knows
	codeDate       = "CAT-UNIT-12" // a succession on a day on which the unit does not end
	codeNotThere   = "CAT-UNIT-13" // a successor that is not in force on that day
	codeLoop       = "CAT-UNIT-14" // units that take over from each other in a circle
	codeSuccession = "CAT-UNIT-15" // a succession twice, to itself, or of a kind it cannot be
	codeShare      = "CAT-UNIT-16" // shares that cannot be
	codeNoHeir     = "CAT-UNIT-17" // a unit that ended without successor (warning)
	codeScheme     = "CAT-UNIT-18" // a scheme that is none
	codeHeader     = "CAT-UNIT-19" // a file that does not begin with the columns it should
	codeForm       = "CAT-UNIT-20" // a row of a file that is none
	codeSpace      = "CAT-UNIT-21" // space around a value, left out (warning)
	codeNobody     = "CAT-UNIT-22" // a code in a file that names no unit on that day
	codeRowTwice   = "CAT-UNIT-23" // a row of a file that repeats or contradicts another
	codeTargets    = "CAT-UNIT-24" // a number of targets that is not that of the rows
	codeOtherName  = "CAT-UNIT-25" // a name that is not the unit's (warning)
	codeElsewhere  = "CAT-UNIT-26" // a successor that lies under another parent's heirs (warning)
	codeGoesOn     = "CAT-UNIT-27" // a file that ends a unit the register lets go on
	codeRead       = "CAT-UNIT-28" // a file that cannot be read, or is too long
	codeLine       = "CAT-UNIT-29" // a line that is not exactly one row
	codeMany       = "CAT-UNIT-30" // faults beyond those that are listed
	codeSource     = "CAT-UNIT-31" // a row that does not say on what ground it is believed
)

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) *motcua.Fault {
	return faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

// warn is fault with a warning.
func warn(faults *motcua.Faults, code, pointer, vi, en string, args ...any) *motcua.Fault {
	return faults.Warn(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

func itoa(i int) string { return strconv.Itoa(i) }

// The classes of a [CodeError].
var (
	ErrUnknown = errors.New("no unit is known by it")
	ErrSchemes = errors.New("several schemes know it; write the scheme before it, as in gso:01")
)

// CodeError is the error of a code that cannot be resolved.
type CodeError struct {
	Input string          // the code as it was given
	Above motcua.UnitCode // of an unknown agency code: the nearest unit above it that is known; "" if none
	Err   error           // ErrUnknown, ErrSchemes, or why the code or the day is none
}

// Error shows the input and the reason.
func (e *CodeError) Error() string {
	text := fmt.Sprintf("unit %.80q: %v", e.Input, e.Err)
	if e.Above != "" {
		text += fmt.Sprintf("; %s above it is known", e.Above)
	}
	return text
}

// Unwrap returns the reason.
func (e *CodeError) Unwrap() error { return e.Err }
