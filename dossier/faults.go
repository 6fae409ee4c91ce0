package dossier

import (
	"fmt"
	"strconv"

	"github.com/motcua/motcua"
)

// Codes of faults in the entries of a ledger and in its rules. A code is
// retired, never reused.
const (
	codeEntry     = "DOS-CLK-01" // an entry without kind or time
	codeOrder     = "DOS-CLK-02" // an entry before the one above it
	codeState     = "DOS-CLK-03" // an entry that cannot follow those above it
	codeReason    = "DOS-CLK-04" // a reason no row knows
	codeExtension = "DOS-CLK-05" // an extension that may not be made
	codeCount     = "DOS-CLK-06" // a limit that cannot be counted, or not within the calendar
	codeLane      = "DOS-CLK-07" // a lane that is not offered, or leaves no time
	codeRuns      = "DOS-CLK-08" // a pause that does not stop the clock (warning)
	codeLatePause = "DOS-CLK-10" // a pause that begins when the time is up (warning)
	codePast      = "DOS-CLK-11" // a due date stated for before it is stated (warning)
	codeRules     = "DOS-CLK-09" // rules that cannot be
)

func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

func itoa(i int) string { return strconv.Itoa(i) }

// Codes of faults in the life of a dossier.
const (
	codeFiling    = "DOS-FIL-01" // a filing that does not fit its procedure
	codeLifeRules = "DOS-RUL-01" // rules of the life that cannot be
	codeGrant     = "DOS-GRA-01" // a grant that names what no row knows
)
