package eventlog

import (
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Map says which activities of a log are which actions of a dossier.
type Map struct {
	Name      string                // of the log
	Source    motcua.Source         // who says so
	Seen      []Activity            // those somebody looked at, sorted by code and name; no row fits another. Nil: all were
	Rows      []Row                 // the first that fits decides
	Terms     []Term                // what the law gives a case; none: what the case states alone
	Extension dossier.ExtensionRule // re-appointments; without a source those of [dossier.StandardClockRules]
}

// Row is what some activities are. A pattern fits equal text, one that ends with "*" all
// that begins so, and an empty one everything.
type Row struct {
	Code    string           // pattern of codes; [CaseStart] and [CaseEnd] are what the case itself states
	Name    string           // pattern of names
	Answer  string           // pattern of answers
	Actions []dossier.Action // what it is, in order; none: it has no counterpart
	Pause   string           // of a hand-over: why the clock may stand, a reason of the clock's rules
	Back    bool             // of a hand-over: it comes back from another body
	Dated   bool             // the answer is the day on which it happened, the event the time it was booked
	Why     motcua.Text      // why there is no counterpart, or what to know of the one chosen
}

// Codes of the steps that a case states itself.
const (
	CaseStart = "case:start"
	CaseEnd   = "case:end"
)

// Step is what an event, or the start or end that a case states, comes to.
type Step struct {
	At    time.Time // when
	Day   bool      // a day alone is known: the clock of At is midnight
	Row   *Row      // what it is; nil: no row fits. Read only.
	Event *Event    // nil for what the case states
}

// Steps gives a case by the rows of the map: one step for its start and its end, where
// they are stated, and for each event, by time. Of equal times the start is first and
// the end last, and events are in their order. What happened on a day at an unknown
// clock stands at the beginning of the day, so it may stand before what it followed.
func (m *Map) Steps(c *Case) []Step {
	steps := make([]Step, 0, len(c.Events)+2)
	if !c.Started.IsZero() {
		steps = append(steps, Step{c.Started, midnight(c.Started), m.row(CaseStart, "", ""), nil})
	}
	for i := range c.Events {
		e := &c.Events[i]
		s := Step{e.At, e.Day, m.row(e.Code, e.Activity, e.Answer), e}
		if s.Row != nil && s.Row.Dated {
			if at, ok := parseTime(e.Answer, e.At.Location()); ok {
				s.At, s.Day = at, midnight(at)
			}
		}
		steps = append(steps, s)
	}
	if !c.Ended.IsZero() {
		steps = append(steps, Step{c.Ended, midnight(c.Ended), m.row(CaseEnd, "", ""), nil})
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return a.At.Compare(b.At) })
	return steps
}

func (m *Map) row(code, name, answer string) *Row {
	if !m.seen(code, name) {
		return nil
	}
	for i := range m.Rows {
		if r := &m.Rows[i]; fits(r.Code, code) && fits(r.Name, name) && fits(r.Answer, answer) {
			return r
		}
	}
	return nil
}

func fits(pattern, text string) bool {
	if start, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(text, start)
	}
	return pattern == "" || pattern == text
}

// midnight reports whether a time is what a day without a clock is written as; the
// receipt log adds some milliseconds to it.
func midnight(at time.Time) bool {
	hour, minute, second := at.Clock()
	return hour == 0 && minute == 0 && second == 0
}
