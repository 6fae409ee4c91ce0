package catalog

import "github.com/motcua/motcua/internal/enum"

// Status says whether a version is publicised (công khai).
type Status uint8

// The statuses, written "draft", "public", "suspended" and "abolished". The portal's
// code 1 (TRANGTHAI) is public.
const (
	StatusDraft     Status = iota + 1 // not publicised yet
	StatusPublic                      // publicised and in use
	StatusSuspended                   // not to be used for the time being
	StatusAbolished                   // no longer a procedure (bãi bỏ)
)

var statuses = enum.New[Status]("status", "draft", "public", "suspended", "abolished")

// String names the value; it never fails.
func (s Status) String() string { return statuses.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Status) MarshalText() ([]byte, error) { return statuses.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Unmarshal(s, text) }

// OnlineLevel says how far a procedure is online (mức độ cung cấp dịch vụ công trực
// tuyến, Decree 42/2022/NĐ-CP, art. 11).
type OnlineLevel uint8

// The levels, written "information", "partly", "fully" and "testing". The first
// three are the portal's 2, 3 and 4 (MucDo); the last is before integration.
const (
	OnlineInformation OnlineLevel = iota + 1 // information only
	OnlinePartly                             // một phần
	OnlineFully                              // toàn trình
	OnlineTesting                            // being tested before it is integrated
)

var onlineLevels = enum.New[OnlineLevel]("online level", "information", "partly", "fully", "testing")

// String names the value; it never fails.
func (l OnlineLevel) String() string { return onlineLevels.String(l) }

// MarshalText writes the name; an unset value is an error.
func (l OnlineLevel) MarshalText() ([]byte, error) { return onlineLevels.Append(nil, l) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (l *OnlineLevel) UnmarshalText(text []byte) error { return onlineLevels.Unmarshal(l, text) }

// DecisionKind says what a decision does with a procedure.
type DecisionKind uint8

// The kinds, written "announced", "amended" and "abolished" (công bố mới ban hành,
// sửa đổi bổ sung, bãi bỏ).
const (
	DecisionAnnounced DecisionKind = iota + 1
	DecisionAmended
	DecisionAbolished
)

var decisionKinds = enum.New[DecisionKind]("kind of decision", "announced", "amended", "abolished")

// String names the value; it never fails.
func (k DecisionKind) String() string { return decisionKinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k DecisionKind) MarshalText() ([]byte, error) { return decisionKinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *DecisionKind) UnmarshalText(text []byte) error { return decisionKinds.Unmarshal(k, text) }

// ProposalStatus says how far a proposed reform got.
type ProposalStatus uint8

// The statuses, written "proposed", "approved", "done" and "dropped".
const (
	ProposalProposed ProposalStatus = iota + 1
	ProposalApproved
	ProposalDone
	ProposalDropped
)

var proposalStatuses = enum.New[ProposalStatus]("status of a proposal", "proposed", "approved", "done", "dropped")

// String names the value; it never fails.
func (s ProposalStatus) String() string { return proposalStatuses.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s ProposalStatus) MarshalText() ([]byte, error) { return proposalStatuses.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *ProposalStatus) UnmarshalText(text []byte) error {
	return proposalStatuses.Unmarshal(s, text)
}
