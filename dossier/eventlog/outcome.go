package eventlog

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/internal/enum"
)

// Outcome is what became of a step of a case.
type Outcome uint8

// The outcomes: each step has exactly one.
const (
	OutcomeApplied       Outcome = iota + 1 // every command of it became an event of the dossier
	OutcomePartly                           // the first of its commands did, and a later one was refused
	OutcomeRefused                          // its command may not be done where the dossier stands
	OutcomeOutOfOrder                       // it is dated before the case begins, or before what was applied
	OutcomeNoCounterpart                    // it is nothing in the life of a dossier, and its row says why
	OutcomeNotUnderstood                    // no row knows it
)

var outcomes = enum.New[Outcome]("outcome", "applied", "partly", "refused", "outOfOrder", "noCounterpart", "notUnderstood")

// String names the value; it never fails.
func (o Outcome) String() string { return outcomes.String(o) }

// MarshalText writes the name; an unset value is an error.
func (o Outcome) MarshalText() ([]byte, error) { return outcomes.Append(nil, o) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomes.Unmarshal(o, text) }

// Report is what became of one step: of an event, or of the start or end that the case
// states.
type Report struct {
	Case     string           `json:"case"`               // id of the case
	Line     int              `json:"line"`               // of the event; 0: what the case states
	At       time.Time        `json:"at"`                 // when it happened
	Code     string           `json:"code,omitempty"`     // of the activity, [CaseStart] or [CaseEnd]
	Activity string           `json:"activity,omitempty"` // its name
	Outcome  Outcome          `json:"outcome"`            // what became of it
	Actions  []dossier.Action `json:"actions"`            // what it is, one command for each; empty: nothing
	Applied  int              `json:"applied"`            // how many of them became events of the dossier, from the first
	State    dossier.State    `json:"state,omitzero"`     // refused: where the dossier stood
	Grounds  []dossier.Ground `json:"grounds,omitempty"`  // refused: all that stood against it
	Why      motcua.Text      `json:"why,omitzero"`       // no counterpart: why; otherwise what to know of the row
	Later    bool             `json:"later"`              // it was booked on a later day than it happened
}
