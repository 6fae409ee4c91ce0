package workday

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/motcua/motcua"
)

// Codes of faults in calendars, office hours, limits and profiles. A code is
// retired, never reused.
const (
	codeHorizon    = "CAL-DAY-01" // a calendar without usable bounds
	codeUnordered  = "CAL-DAY-02" // rows that are not in the order of their days
	codeOverlap    = "CAL-DAY-03" // two rows say the same of one day
	codeContradict = "CAL-DAY-04" // two rows say different things of one day
	codeOutside    = "CAL-DAY-05" // a day the calendar does not reach
	codeHoliday    = "CAL-DAY-06" // a holiday on no day, or on several at once
	codeName       = "CAL-DAY-07" // no name, a name twice, no source
	codeNothing    = "CAL-DAY-08" // a row that changes nothing (warning)
	codeSwap       = "CAL-DAY-09" // a swap of days that are so by the week
	codeClock      = "CAL-HRS-01" // a session that is none: empty, turned round, across midnight
	codeSessions   = "CAL-HRS-02" // sessions out of order or overlapping
	codeNoHours    = "CAL-HRS-03" // an office that never opens
	codeHoursRows  = "CAL-HRS-04" // hours with overlapping or unordered validity
	codeAmount     = "CAL-LIM-01" // an amount that is none, or too large
	codeFraction   = "CAL-LIM-02" // a fraction of what is not divided
	codeUnitTwice  = "CAL-LIM-03" // a unit twice
	codeAlone      = "CAL-LIM-04" // units that do not go together
	codeCutOff     = "CAL-LIM-05" // a cut-off whose effect the unit does not have
	codeSupplement = "CAL-LIM-06" // a remainder without its mode, or a mode without it
	codeLane       = "CAL-LIM-07" // a lane that neither takes off nor sets a time
	codeEmpty      = "CAL-LIM-08" // no amount at all
	codeProfile    = "CAL-PRO-01" // a profile that cannot be
	codeUnreadable = "CAL-TXT-01" // text that is no limit, no sessions
)

// maxFaultsOfText is how many faults of one line of text are listed.
const maxFaultsOfText = 20

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

func itoa(i int) string { return strconv.Itoa(i) }

// ErrHorizon is the class of errors about days a calendar does not reach.
var ErrHorizon = errors.New("beyond the calendar's horizon")

// HorizonError says which day a calendar does not reach.
type HorizonError struct {
	Date    motcua.Date     // the day asked for; unset when counting led past the horizon
	Horizon motcua.Validity // the days the calendar holds
}

// Error names the day and the horizon.
func (e *HorizonError) Error() string {
	if e.Date == 0 {
		return fmt.Sprintf("the day is unset, or the count leads out of %s: %v", e.Horizon, ErrHorizon)
	}
	return fmt.Sprintf("%s is not in %s: %v", e.Date, e.Horizon, ErrHorizon)
}

// Unwrap returns [ErrHorizon].
func (e *HorizonError) Unwrap() error { return ErrHorizon }

// outOfHorizon makes the error for an instant; one within the horizon is where a
// count began that led out of it.
func (c *Calendar) outOfHorizon(t time.Time) error {
	d := motcua.DateOf(t.In(motcua.Vietnam()))
	if c.horizon.Contains(d) {
		d = 0
	}
	return &HorizonError{d, c.horizon}
}
