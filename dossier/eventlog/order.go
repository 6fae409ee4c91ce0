package eventlog

import (
	"slices"
	"time"

	"github.com/motcua/motcua/dossier"
)

// inOrder gives steps by time as they are replayed, by one rule: what has a clock
// follows it, and so does what the case states; of what has a day alone, the start of
// the day is not known to be its time. It stands within its day before the first step
// that comes later in a life, by the places below, and otherwise at the end of the day.
// Days never change.
func inOrder(steps []Step) []Step {
	list := make([]Step, 0, len(steps))
	for len(steps) > 0 {
		n := slices.IndexFunc(steps, func(s Step) bool { return !sameDay(s.At, steps[0].At) })
		if n < 0 {
			n = len(steps)
		}
		list = appendDay(list, steps[:n])
		steps = steps[n:]
	}
	return list
}

// appendDay appends the steps of one day.
func appendDay(list []Step, steps []Step) []Step {
	var loose []Step
	for _, s := range steps {
		if s.loose() {
			loose = append(loose, s)
		}
	}
	slices.SortStableFunc(loose, func(a, b Step) int { return a.place() - b.place() })
	for _, s := range steps {
		if s.loose() {
			continue
		}
		for len(loose) > 0 && loose[0].place() < s.place() {
			list, loose = append(list, loose[0]), loose[1:]
		}
		list = append(list, s)
	}
	return append(list, loose...)
}

// loose reports whether a step may stand anywhere in its day.
func (s Step) loose() bool { return s.Day && s.Event != nil }

// places are where actions stand within a day whose clock is not known: first what has
// come, then the work, then what is asked for and what ends it. What is no action is work.
var places = [...]int{
	dossier.ActionSubmit:        1,
	dossier.ActionSupplement:    2,
	dossier.ActionHandOver:      3,
	dossier.ActionTransfer:      3,
	dossier.ActionAskSupplement: 4,
	dossier.ActionExtend:        4,
	dossier.ActionFinish:        5,
	dossier.ActionIssue:         6,
	dossier.ActionWithdraw:      7,
	dossier.ActionStop:          7,
}

func (s Step) place() int {
	if s.Row != nil && len(s.Row.Actions) > 0 {
		if a := int(s.Row.Actions[0]); a < len(places) && places[a] > 0 {
			return places[a]
		}
	}
	return places[dossier.ActionHandOver]
}

// sameDay reports whether two instants are on one day, each by the clock it was written
// with.
func sameDay(a, b time.Time) bool {
	y, m, d := a.Date()
	year, month, day := b.Date()
	return y == year && m == month && d == day
}
