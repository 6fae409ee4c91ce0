package facts

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/enum"
)

// LineKind is the kind of a line of facts, its member "fact".
type LineKind uint8

// The kinds of line.
const (
	LineUnit LineKind = iota + 1
	LineProcedure
	LineDecision
	LinePetition
	LineRating
	LineHandling
	LineReport
	LineCoverage
)

var lineKinds = enum.New[LineKind]("fact", "unit", "procedure", "decision", "petition", "rating", "handling", "report", "coverage")

// String names the value; it never fails.
func (k LineKind) String() string { return lineKinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k LineKind) MarshalText() ([]byte, error) { return lineKinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *LineKind) UnmarshalText(text []byte) error { return lineKinds.Unmarshal(k, text) }

// Unit is a body that handles dossiers (cơ quan, đơn vị): its name, its level and
// the unit above it, which messages do not carry.
type Unit struct {
	// Fact is "unit".
	Fact LineKind `json:"fact" jsonschema:"const=unit"`
	// Unit is the code.
	Unit string `json:"unit"`
	// Name is the name for people.
	Name string `json:"name,omitempty"`
	// Level is one of the index's levels, as "commune".
	Level string `json:"level,omitempty"`
	// Parent is the code of the unit above.
	Parent string `json:"parent,omitempty"`
	// Codes are other codes of the same unit; what bears them counts for it.
	Codes []string `json:"codes,omitempty"`
	// CertifiesCopies says whether a commune certifies electronic copies (chứng
	// thực bản sao điện tử); null: not known.
	CertifiesCopies *bool `json:"certifiesCopies,omitempty" jsonschema:"nullable"`
}

// Procedure is a procedure (thủ tục hành chính) as one unit offers it. A flag that
// is absent was not asked about, one that is null is not known.
type Procedure struct {
	// Fact is "procedure".
	Fact LineKind `json:"fact" jsonschema:"const=procedure"`
	// Unit offers it; Procedure is its code, counted without a province's suffix.
	Unit      string               `json:"unit"`
	Procedure motcua.ProcedureCode `json:"procedure"` // see Unit
	// Field is the code of its field (lĩnh vực).
	Field string `json:"field,omitempty"`
	// Validity is when it is so; always if absent.
	Validity motcua.Validity `json:"validity,omitzero"`
	// Public says that it is publicised (đang công khai), Complete that every
	// constituent part is (63/2010/NĐ-CP art. 8(2)).
	Public   *bool `json:"public,omitempty" jsonschema:"nullable"`
	Complete *bool `json:"complete,omitempty" jsonschema:"nullable"` // see Public
	// Authority says that it is under the unit's authority (thuộc thẩm quyền).
	Authority *bool `json:"authority,omitempty" jsonschema:"nullable"`
	// Online says that it is partly or fully online, Service that it is offered as
	// an online service.
	Online  *bool `json:"online,omitempty" jsonschema:"nullable"`
	Service *bool `json:"service,omitempty" jsonschema:"nullable"` // see Online
	// FeeBearing says that it bears a fee before reductions, FeeAfterReductions
	// that one is left after them.
	FeeBearing         *bool `json:"feeBearing,omitempty" jsonschema:"nullable"`
	FeeAfterReductions *bool `json:"feeAfterReductions,omitempty" jsonschema:"nullable"` // see FeeBearing
	// PaymentIntegrated says that it can be paid online.
	PaymentIntegrated *bool `json:"paymentIntegrated,omitempty" jsonschema:"nullable"`
	// PopulationNeeded says that it needs population data (CSDL dân cư),
	// PopulationConnected that it is connected to them.
	PopulationNeeded    *bool `json:"populationNeeded,omitempty" jsonschema:"nullable"`
	PopulationConnected *bool `json:"populationConnected,omitempty" jsonschema:"nullable"` // see PopulationNeeded
	// ResultIsDocument says that its result is a document.
	ResultIsDocument *bool `json:"resultIsDocument,omitempty" jsonschema:"nullable"`
	// Limits are its time limits, by channel; of several in one channel the longest
	// counts.
	Limits []ChannelLimit `json:"limits,omitempty"`
}

// ChannelLimit is a time limit of a procedure in one channel.
type ChannelLimit struct {
	// Channel is the portal's code: "1" in person, "2" online, "3" by post; any
	// channel if absent.
	Channel string `json:"channel,omitempty"`
	// Limit is the time.
	Limit workday.Limit `json:"limit"`
}

// Decision is one procedure in one decision that announces procedures (quyết định
// công bố), or its publication (công khai). What is late follows from the days, in
// working days counted by date; who knows only that it was late may say so.
type Decision struct {
	// Fact is "decision".
	Fact LineKind `json:"fact" jsonschema:"const=decision"`
	// Unit announces it; Procedure is its code.
	Unit      string               `json:"unit"`
	Procedure motcua.ProcedureCode `json:"procedure"` // see Unit
	// Decision is the number of the decision, by which the line is known again.
	Decision string `json:"decision"`
	// Event is "announcement" or "publication".
	Event Event `json:"event"`
	// Signed is the day of the decision.
	Signed motcua.Date `json:"signed"`
	// Effective is, for an announcement, the latest day on which one of the legal
	// bases takes effect.
	Effective *motcua.Date `json:"effective,omitempty" jsonschema:"nullable"`
	// Published is, for a publication, the day on which it was publicised; null:
	// not yet.
	Published *motcua.Date `json:"published,omitempty" jsonschema:"nullable"`
	// Late says it without the days.
	Late *bool `json:"late,omitempty" jsonschema:"nullable"`
}

// Event is what a decision line tells of.
type Event uint8

// The events: a decision that announces procedures, and their publication.
const (
	EventAnnouncement Event = iota + 1
	EventPublication
)

var events = enum.New[Event]("event", "announcement", "publication")

// String names the value; it never fails.
func (e Event) String() string { return events.String(e) }

// MarshalText writes the name; an unset value is an error.
func (e Event) MarshalText() ([]byte, error) { return events.Append(nil, e) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (e *Event) UnmarshalText(text []byte) error { return events.Unmarshal(e, text) }

// Petition is a petition or complaint (phản ánh, kiến nghị) as it stands. A line
// with the same number replaces it.
type Petition struct {
	// Fact is "petition".
	Fact LineKind `json:"fact" jsonschema:"const=petition"`
	// Petition is its number, Unit the body in charge of it.
	Petition string `json:"petition"`
	Unit     string `json:"unit"` // see Petition
	// Received is when it was received, Deadline when it must be answered.
	Received time.Time  `json:"received"`
	Deadline *time.Time `json:"deadline,omitempty" jsonschema:"nullable"` // see Received
	// Answered is when it was; null: not yet.
	Answered *time.Time `json:"answered,omitempty" jsonschema:"nullable"`
	// Disliked says that its author is dissatisfied, RaisedAgain that it came back.
	Disliked    bool `json:"disliked"`
	RaisedAgain bool `json:"raisedAgain"` // see Disliked
}

// Rating is what an applicant said of the handling of a dossier. Several lines of
// one dossier add up.
type Rating struct {
	// Fact is "rating".
	Fact LineKind `json:"fact" jsonschema:"const=rating"`
	// Dossier is the code of the dossier.
	Dossier string `json:"dossier"`
	// At is when it was said.
	At time.Time `json:"at"`
	// Disliked is a rating "not satisfied" (không hài lòng), Complained a complaint
	// about the handling.
	Disliked   bool `json:"disliked"`
	Complained bool `json:"complained"` // see Disliked
}

// Handling is what is known of the handling of a dossier and stands in no message.
// A later line of one dossier replaces what it states again.
type Handling struct {
	// Fact is "handling".
	Fact LineKind `json:"fact" jsonschema:"const=handling"`
	// Dossier is the code of the dossier.
	Dossier string `json:"dossier"`
	// Unit is the competent unit, where it is another than the one in the code: the
	// dossier was filed elsewhere (phi địa giới) and counts for this unit.
	Unit string `json:"unit,omitempty"`
	// Stored says that it is linked to the citizen's store (kho dữ liệu của công dân).
	Stored *bool `json:"stored,omitempty" jsonschema:"nullable"`
	// Assisted says that somebody helped the applicant to file.
	Assisted *bool `json:"assisted,omitempty" jsonschema:"nullable"`
}

// Report is what a unit reported of dossiers received and synchronised on a day, or
// up to it since the report before.
type Report struct {
	// Fact is "report".
	Fact LineKind `json:"fact" jsonschema:"const=report"`
	// Unit reports, Date is the day; a line with the same two replaces it.
	Unit string      `json:"unit"`
	Date motcua.Date `json:"date"` // see Unit
	// Synced are the dossiers synchronised to the national portal.
	Synced int64 `json:"synced" jsonschema:"minimum=0,maximum=9007199254740991"`
	// Reported and Received are the dossiers received, by the government's
	// reporting system and by the portal; the larger counts.
	Reported int64 `json:"reported" jsonschema:"minimum=0,maximum=9007199254740991"`
	Received int64 `json:"received" jsonschema:"minimum=0,maximum=9007199254740991"` // see Reported
}

// Coverage says that a source answers for columns though none of its lines may
// name them: what it does not list is not so, or is not known at all.
type Coverage struct {
	// Fact is "coverage".
	Fact LineKind `json:"fact" jsonschema:"const=coverage"`
	// Columns are columns of facts, as "dossier.stored".
	Columns []string `json:"columns"`
	// Unknown says that the source does not know them.
	Unknown bool `json:"unknown,omitempty"`
}
