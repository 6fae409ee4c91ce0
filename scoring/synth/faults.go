package synth

import (
	"fmt"

	"github.com/motcua/motcua"
)

// Codes of faults in counts from which a world is asked for, and in options. A code
// is retired, never reused.
const (
	codeIndex       = "SYN-CNT-01" // an index whose measures this package does not know
	codeUnit        = "SYN-CNT-02" // a unit whose code no dossier can bear
	codePeriod      = "SYN-CNT-03" // units of several periods, or a period too short
	codeDenominator = "SYN-CNT-04" // denominators that count the same and differ
	codeChain       = "SYN-CNT-05" // a count above the one it is part of
	codeDistinct    = "SYN-CNT-06" // distinct procedures without dossiers, or the reverse
	codeNull        = "SYN-CNT-07" // a null that no file can carry
	codePool        = "SYN-CNT-08" // a unit above others whose counts are not their pool
	codeJoint       = "SYN-CNT-09" // counts that exclude one another
	codeSize        = "SYN-CNT-10" // more than a world can hold
	codeAnnual      = "SYN-CNT-11" // last year's count, which no file carries (warning)
	codeMix         = "SYN-MIX-01" // a mix of faults that cannot be read
)

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) *motcua.Fault {
	return faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}
