package catalog

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/unit"
)

// Procedure is one version of an administrative procedure (thủ tục hành chính).
// Names are in Vietnamese and, where somebody translated them, in English; other
// texts are in Vietnamese, as the national record has them.
type Procedure struct {
	// Code is the national code, or a province's form of it with a suffix.
	Code motcua.ProcedureCode `json:"code"`
	// Version names the version among those of the code, such as the number of the
	// decision that announced it.
	Version string `json:"version,omitempty"`
	// Validity is the days on which the version holds in law, half-open.
	Validity motcua.Validity `json:"validity,omitzero"`
	// Known is the time in which this was the recorded state of affairs.
	Known Span `json:"known,omitzero"`
	// Record is where it stands on the national portal.
	Record Record `json:"record,omitzero"`
	// Status says whether it is publicised.
	Status Status `json:"status"`
	// Name is the name (tên thủ tục).
	Name motcua.Text `json:"name"`
	// Kind is the portal's kind (loại thủ tục), in its words.
	Kind string `json:"kind,omitempty"`
	// Field is the field (lĩnh vực) it belongs to.
	Field Field `json:"field,omitzero"`
	// Levels are the levels of administration that carry it out (cấp thực hiện).
	Levels []unit.Level `json:"levels,omitempty"`
	// Subjects are the classes of applicants (đối tượng thực hiện).
	Subjects []Subject `json:"subjects,omitempty"`
	// SubjectsNote describes them further.
	SubjectsNote string `json:"subjectsNote,omitempty"`
	// Bodies are those in charge.
	Bodies Bodies `json:"bodies,omitzero"`
	// Reception is where dossiers are received (địa chỉ tiếp nhận).
	Reception string `json:"reception,omitempty"`
	// Description is the portal's text about the procedure.
	Description string `json:"description,omitempty"`
	// Keywords help people to find it.
	Keywords []string `json:"keywords,omitempty"`
	// Questions are what a person may be asked to find the case and the papers.
	Questions []Question `json:"questions,omitempty"`
	// Cases are the cases (trường hợp) that need different papers, steps or fees; a
	// procedure without any has one way for all.
	Cases []Case `json:"cases,omitempty"`
	// Steps are the steps (trình tự thực hiện), in order.
	Steps []Step `json:"steps,omitempty"`
	// Channels are the ways of filing (cách thức thực hiện) with their times.
	Channels []Offer `json:"channels,omitempty"`
	// Papers are the components of the dossier (thành phần hồ sơ).
	Papers []Paper `json:"papers,omitempty"`
	// Sets is the number of dossiers to hand in (số lượng hồ sơ); 0: not stated.
	Sets int64 `json:"sets,omitempty" jsonschema:"minimum=0,maximum=99"`
	// Fees are the fees and charges (phí, lệ phí).
	Fees []fee.Row `json:"fees,omitempty"`
	// Results are what comes out (kết quả thực hiện).
	Results []Result `json:"results,omitempty"`
	// Conditions are the requirements and conditions (yêu cầu, điều kiện).
	Conditions string `json:"conditions,omitempty"`
	// Redress is where and how to complain about the handling.
	Redress string `json:"redress,omitempty"`
	// Bases are the legal bases (căn cứ pháp lý).
	Bases []LegalBasis `json:"bases,omitempty"`
	// Related are related procedures, Interconnected those that one filing sets off
	// (liên thông).
	Related        []Reference `json:"related,omitempty"`
	Interconnected []Reference `json:"interconnected,omitempty"` // see Related
	// Decisions announce, amend or abolish the procedure (quyết định công bố).
	Decisions []Decision `json:"decisions,omitempty"`
	// Transfers are changes of competence, to a commune or a merged unit.
	Transfers []Transfer `json:"transfers,omitempty"`
	// Proposals are reforms of it that somebody proposed.
	Proposals []Proposal `json:"proposals,omitempty"`
	// Service is what a province adds; nil in a national catalogue.
	Service *Service `json:"service,omitempty"`
	// Source says where the version was taken from.
	Source motcua.Source `json:"source,omitzero"`
}

// Record is how the national portal knows a procedure.
type Record struct {
	ID        string `json:"id,omitempty"`        // of the record
	Publisher string `json:"publisher,omitempty"` // code of the body that announced it (MACOQUANCONGBO)
	Decision  string `json:"decision,omitempty"`  // id of the decision; a new one is a new version
	URL       string `json:"url,omitempty"`       // of its page
}

// IsZero reports whether nothing is stated.
func (r Record) IsZero() bool { return r == Record{} }

// Span is a stretch of recorded time, half-open. An unset From is since ever, an
// unset To until further notice, so that the zero Span is always.
type Span struct {
	From time.Time `json:"from,omitzero"` // first instant
	To   time.Time `json:"to,omitzero"`   // first instant at which it was known no longer
}

// IsZero reports whether s is always.
func (s Span) IsZero() bool { return s.From.IsZero() && s.To.IsZero() }

// Contains reports whether t lies in s.
func (s Span) Contains(t time.Time) bool {
	return (s.From.IsZero() || !t.Before(s.From)) && (s.To.IsZero() || t.Before(s.To))
}

// Overlaps reports whether some instant lies in both.
func (s Span) Overlaps(o Span) bool {
	starts := func(a, b Span) bool { return a.To.IsZero() || b.From.IsZero() || b.From.Before(a.To) }
	return starts(s, o) && starts(o, s)
}

// Field is a field of administration (lĩnh vực).
type Field struct {
	Code string `json:"code,omitempty"` // portal's code, "G03-GD10"
	Name string `json:"name"`           // "Hộ tịch"
}

// IsZero reports whether no field is stated.
func (f Field) IsZero() bool { return f == Field{} }

// Subject is a class of applicants (đối tượng thực hiện). The portal's list grows, so
// it is a code and a name.
type Subject struct {
	Code string `json:"code,omitempty"` // portal's code (MADOITUONG), "1"
	Name string `json:"name"`           // "Công dân Việt Nam"
}

// Bodies are the bodies in charge of a procedure.
type Bodies struct {
	Competent    []Body `json:"competent,omitempty"`    // decide (cơ quan có thẩm quyền)
	Implementing []Body `json:"implementing,omitempty"` // carry out (cơ quan thực hiện)
	Authorised   []Body `json:"authorised,omitempty"`   // act for the former (cơ quan được ủy quyền)
	Coordinating []Body `json:"coordinating,omitempty"` // take part (cơ quan phối hợp)
	// CompetentNote and ImplementingNote describe them further.
	CompetentNote    string `json:"competentNote,omitempty"`
	ImplementingNote string `json:"implementingNote,omitempty"` // see CompetentNote
}

// IsZero reports whether no body is stated.
func (b Bodies) IsZero() bool {
	return len(b.Competent)+len(b.Implementing)+len(b.Authorised)+len(b.Coordinating) == 0 && b.CompetentNote+b.ImplementingNote == ""
}

// Body is a body of the state, as the record names it.
type Body struct {
	Code string `json:"code,omitempty"` // its code, of a unit ("000.00.00.G01") or of the portal
	Name string `json:"name"`           // "Ủy ban nhân dân cấp xã"
}

// Reference names another procedure.
type Reference struct {
	Code motcua.ProcedureCode `json:"code,omitempty"` // absent where only the name is known
	Name string               `json:"name,omitempty"` // as the record writes it
}
