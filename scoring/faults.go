package scoring

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/motcua/motcua"
)

// Codes of faults in definitions. A code is retired, never reused.
const (
	codeIdentity  = "SCO-DEF-01" // id, version or title missing or malformed
	codeValidity  = "SCO-DEF-02" // validity turned round or overlapping
	codeDuplicate = "SCO-DEF-03" // two things with one name
	codeReference = "SCO-DEF-04" // a name that names nothing
	codeMaximum   = "SCO-DEF-05" // maxima that do not add up or cannot be
	codeScale     = "SCO-DEF-06" // a scale without its numbers, or with others
	codeShape     = "SCO-DEF-07" // a node that is neither leaf nor inner node
	codeZero      = "SCO-DEF-08" // a zero rule without its numbers
	codeBand      = "SCO-DEF-09" // bands out of order
	codeView      = "SCO-DEF-10" // a view that loses or doubles a leaf
	codeMeasure   = "SCO-DEF-11" // a measure that cannot be counted
	codeUnused    = "SCO-DEF-12" // something nothing refers to (warning)
	codeNumber    = "SCO-DEF-13" // a number out of range
	codeCircle    = "SCO-DEF-14" // leaves that depend on each other
)

// Codes of faults in counts and values.
const (
	codeIndicator  = "SCO-CNT-01" // an indicator the definition does not have
	codeNegative   = "SCO-CNT-02" // a count below zero or out of range
	codeSubset     = "SCO-CNT-03" // a numerator above its denominator
	codeClamped    = "SCO-CNT-04" // the same across two sources (warning)
	codeHalf       = "SCO-CNT-05" // half a pair: one count null, one not
	codeLevel      = "SCO-CNT-06" // a level the definition does not know
	codeAbsent     = "SCO-CNT-07" // an indicator the level does not have (warning)
	codePeriod     = "SCO-CNT-08" // a period that is none, has not begun, or is another formula's
	codeUnit       = "SCO-CNT-09" // no unit, a unit twice, units in a circle
	codeValueRange = "SCO-CNT-10" // a given value outside its range or table
	codePool       = "SCO-CNT-11" // counts that cannot be pooled (warning)
	codeInput      = "SCO-CNT-12" // a line or column that cannot be read
)

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) *motcua.Fault {
	return faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

// warn adds a warning; the formats take the same arguments.
func warn(faults *motcua.Faults, code, pointer, vi, en string, args ...any) *motcua.Fault {
	return faults.Warn(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

func itoa(i int) string { return strconv.Itoa(i) }

// asFaults returns the faults an error holds.
func asFaults(err error) motcua.Faults {
	var faults motcua.Faults
	if err != nil && !errors.As(err, &faults) {
		faults.Add(codeInput, "", motcua.Text{Vi: "lỗi", En: "failed"}, err)
	}
	return faults
}
