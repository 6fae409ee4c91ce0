package dossier

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/enum"
)

// Terms are what the clock of a dossier runs under. They are fixed when it is
// filed, are only read, and may be shared by many dossiers.
type Terms struct {
	Office      *workday.Office  // whose time is measured
	Profile     *workday.Profile // nil: the default
	Rules       *ClockRules      // nil: those that are shipped
	Limit       *workday.Limit   // the statutory limit; nil: the procedure states none
	Appointment time.Time        // a due date stated at reception, at midnight in Vietnam the end of that day; zero: it follows from the limit
	Answer      *Answer          // the time to answer the filing; nil: none
	Own         []OwnTerm        // the applicant's terms, by reason
}

// OwnTerm is the time that an applicant has to act, such as 30 days to supplement
// a dossier (2.000795), or one day to confirm a draft.
type OwnTerm struct {
	Reason string        `json:"reason"` // the pause it runs in
	Limit  workday.Limit `json:"limit"`  // from the beginning of the pause
	Then   string        `json:"then"`   // what follows when it passes: stop, close, cancel, consent
	Source motcua.Source `json:"source"` // the procedure or act
}

// EntryKind is what an entry of a ledger reports.
type EntryKind uint8

// The kinds of entry.
const (
	EntryFiled    EntryKind = iota + 1 // filed (nộp) online: the time to answer runs
	EntryReceived                      // received (tiếp nhận): the clock starts
	EntryPaused                        // paused (tạm dừng) for a reason
	EntryResumed                       // what the pause waited for has come
	EntryLane                          // the fast lane was granted, once the clock has started
	EntryExtended                      // re-appointed (hẹn lại), with an apology
	EntryEnded                         // finished, withdrawn, stopped or refused
	EntryReopened                      // the end was a mistake, before the reception or after
)

var entryKinds = enum.New[EntryKind]("entry", "filed", "received", "paused", "resumed", "lane", "extended", "ended", "reopened")

// String names the value; it never fails.
func (k EntryKind) String() string { return entryKinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k EntryKind) MarshalText() ([]byte, error) { return entryKinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *EntryKind) UnmarshalText(text []byte) error { return entryKinds.Unmarshal(k, text) }

// Entry is one thing that happened to the clock.
type Entry struct {
	Kind    EntryKind `json:"kind"`              // what happened
	At      time.Time `json:"at"`                // when
	Reason  string    `json:"reason,omitempty"`  // of a pause and its end: the id of a row; of an end: what it was
	Due     time.Time `json:"due,omitzero"`      // extended: the new appointment; resumed: one newly stated (NgayHenTraMoi), if any
	Apology string    `json:"apology,omitempty"` // extended: the letter of apology
}

// Status is where the clock stands.
type Status uint8

// The statuses. Pending is filed or not even that; not started is received and
// waiting for the payment that starts the clock. What was received out of hours
// runs, though counting begins at the next opening.
const (
	StatusPending Status = iota + 1
	StatusNotStarted
	StatusRunning
	StatusPaused
	StatusEnded
)

var statuses = enum.New[Status]("status", "pending", "notStarted", "running", "paused", "ended")

// String names the value; it never fails.
func (s Status) String() string { return statuses.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Status) MarshalText() ([]byte, error) { return statuses.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Unmarshal(s, text) }
