package eventlog

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Totals are what became of the cases of a log. Each step has one outcome, so that the
// counts of Outcomes add up to Events and Stated; each command was applied, refused or
// not tried, since one before it was refused. Add to it with [Totals.Add].
type Totals struct {
	At       time.Time               `json:"at"`       // the instant of the verdicts
	Cases    int                     `json:"cases"`    // of the log
	Events   int                     `json:"events"`   // in its tables
	Stated   int                     `json:"stated"`   // starts and ends that cases state
	Outcomes map[Outcome]int         `json:"outcomes"` // of events and of what is stated
	Commands int                     `json:"commands"` // made of them: a row may give several
	Applied  int                     `json:"applied"`  // commands that became events of dossiers
	Refused  int                     `json:"refused"`  // commands that were refused, or out of order
	Untried  int                     `json:"untried"`  // commands behind one that was refused
	Later    int                     `json:"later"`    // applied, and booked on a later day than they happened
	Actions  map[dossier.Action]int  `json:"actions"`  // events of dossiers, by action
	States   map[dossier.State]int   `json:"states"`   // where dossiers stand after all of it; a draft: nothing was applied
	Verdicts map[dossier.Verdict]int `json:"verdicts"` // of cases
	Reasons  []Reason                `json:"reasons"`  // why steps were not applied, the most frequent first
	Unknown  []Unknown               `json:"unknown"`  // activities that no row knows, the most frequent first
}

// Reason is why steps were not applied.
type Reason struct {
	Outcome Outcome          `json:"outcome"`        // what became of them
	Actions []dossier.Action `json:"actions"`        // what they are; empty: nothing
	State   dossier.State    `json:"state,omitzero"` // refused: where the dossier stood
	Grounds []string         `json:"grounds"`        // refused: the codes of what stood against them
	Why     motcua.Text      `json:"why,omitzero"`   // no counterpart: why
	Count   int              `json:"count"`          // of steps
	First   Spot             `json:"first"`          // one of them
}

// Spot is where a step is found.
type Spot struct {
	Case string `json:"case"` // id of the case
	Line int    `json:"line"` // of the event; 0: what the case states
}

// Unknown is an activity that no row knows.
type Unknown struct {
	Code  string `json:"code"`  // of the activity; empty where the log has none
	Name  string `json:"name"`  // in English
	Count int    `json:"count"` // of events
	First Spot   `json:"first"` // one of them
}

// Add counts a case.
func (t *Totals) Add(l *Life) {
	if t.Outcomes == nil {
		t.Outcomes, t.Actions, t.States, t.Verdicts = map[Outcome]int{}, map[dossier.Action]int{}, map[dossier.State]int{}, map[dossier.Verdict]int{}
		t.Reasons, t.Unknown = []Reason{}, []Unknown{}
		for o := OutcomeApplied; o <= OutcomeNotUnderstood; o++ {
			t.Outcomes[o] = 0
		}
	}
	t.Cases++
	for i := range l.Reports {
		t.step(&l.Reports[i])
	}
	for i := range l.Dossier.Events {
		t.Actions[l.Dossier.Events[i].Action]++
	}
	t.States[cmp.Or(l.Dossier.State, dossier.StateDraft)]++
	t.Verdicts[l.Verdict(t.At)]++
	slices.SortStableFunc(t.Reasons, func(a, b Reason) int { return b.Count - a.Count })
	slices.SortStableFunc(t.Unknown, func(a, b Unknown) int { return b.Count - a.Count })
}

func (t *Totals) step(r *Report) {
	if r.Line > 0 {
		t.Events++
	} else {
		t.Stated++
	}
	t.Outcomes[r.Outcome]++
	t.Commands += len(r.Actions)
	t.Applied += r.Applied
	if left := len(r.Actions) - r.Applied; left > 0 {
		t.Refused++
		t.Untried += left - 1
	}
	if r.Outcome == OutcomeApplied {
		if r.Later {
			t.Later++
		}
		return
	}
	if r.Outcome == OutcomeNotUnderstood {
		t.unknown(r)
	}
	t.reason(r)
}

func (t *Totals) reason(r *Report) {
	grounds := []string{}
	for _, g := range r.Grounds {
		grounds = append(grounds, g.Code)
	}
	why := motcua.Text{}
	if r.Outcome == OutcomeNoCounterpart {
		why = r.Why
	}
	i := slices.IndexFunc(t.Reasons, func(o Reason) bool {
		return o.Outcome == r.Outcome && o.State == r.State && o.Why == why && slices.Equal(o.Actions, r.Actions) && slices.Equal(o.Grounds, grounds)
	})
	if i < 0 {
		i = len(t.Reasons)
		t.Reasons = append(t.Reasons, Reason{r.Outcome, r.Actions, r.State, grounds, why, 0, Spot{r.Case, r.Line}})
	}
	t.Reasons[i].Count++
}

func (t *Totals) unknown(r *Report) {
	i := slices.IndexFunc(t.Unknown, func(o Unknown) bool { return o.Code == r.Code && o.Name == r.Activity })
	if i < 0 {
		i = len(t.Unknown)
		t.Unknown = append(t.Unknown, Unknown{r.Code, r.Activity, 0, Spot{r.Case, r.Line}})
	}
	t.Unknown[i].Count++
}

// String says what became of the steps, what they are, where the dossier stood and what
// stood against them, or why they are nothing: "refused: handOver: in state finished:
// state".
func (r Reason) String() string {
	parts := []string{r.Outcome.String()}
	if len(r.Actions) > 0 {
		names := make([]string, len(r.Actions))
		for i, a := range r.Actions {
			names[i] = a.String()
		}
		parts = append(parts, strings.Join(names, "+"))
	}
	if r.State != 0 {
		parts = append(parts, "in state "+r.State.String())
	}
	if len(r.Grounds) > 0 {
		parts = append(parts, strings.Join(r.Grounds, ", "))
	}
	if r.Why.En != "" {
		parts = append(parts, r.Why.En)
	}
	return strings.Join(parts, ": ")
}

// Last is the latest instant that a log states, ends of cases and due dates left out:
// when it was written, as far as it tells.
func (l *Log) Last() time.Time {
	var last time.Time
	for i := range l.Cases {
		c := &l.Cases[i]
		for _, at := range []time.Time{c.Started, c.Ended} {
			if at.After(last) {
				last = at
			}
		}
		if n := len(c.Events); n > 0 && c.Events[n-1].At.After(last) {
			last = c.Events[n-1].At
		}
	}
	return last
}
