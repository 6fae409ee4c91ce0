package catalog

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// Case is a case (trường hợp) of a procedure.
type Case struct {
	ID   string            `json:"id"`             // within the procedure
	Name motcua.Text       `json:"name"`           // for people
	When *motcua.Predicate `json:"when,omitempty"` // over answers; nil: a person chooses it
}

// Question asks a person something that conditions look at.
type Question struct {
	ID      string            `json:"id"`                // the column of predicates
	Type    motcua.ColumnType `json:"type"`              // of the answer
	Text    motcua.Text       `json:"text"`              // what is asked
	Choices []Choice          `json:"choices,omitempty"` // the only answers, for type text
	When    *motcua.Predicate `json:"when,omitempty"`    // nil: may be asked of anyone
}

// Choice is one of the answers to a question.
type Choice struct {
	Value string      `json:"value"` // what predicates compare with
	Text  motcua.Text `json:"text"`  // for people
}

// Step is a step of a procedure (trình tự thực hiện).
type Step struct {
	Case string `json:"case,omitempty"` // id of the case; all if absent
	Text string `json:"text"`           // what is done
	// Body is in charge of it.
	Body *Body `json:"body,omitempty"`
	// Time is its share of the procedure's time.
	Time []workday.Term `json:"time,omitempty"`
}

// Offer is a channel in which a procedure may be filed (cách thức thực hiện).
type Offer struct {
	Channel motcua.Channel `json:"channel"`         // each once in a procedure
	Times   []TimeOption   `json:"times,omitempty"` // at least one; several where it depends
}

// TimeOption is a time in which a procedure is answered (thời hạn giải quyết), one of
// several of a channel. Fee rows name options by id.
type TimeOption struct {
	ID    string   `json:"id,omitempty"`    // within the procedure; needed only where something names it
	Cases []string `json:"cases,omitempty"` // ids of the cases it is for; all if absent
	// Limit is the time; nil: none stated, or none that could be read.
	Limit *workday.Limit `json:"limit,omitempty"`
	Raw   string         `json:"raw,omitempty"`  // the time as the source wrote it
	Note  string         `json:"note,omitempty"` // the source's description
}

// Paper is a component of the dossier (thành phần hồ sơ).
type Paper struct {
	Code  string      `json:"code,omitempty"`  // portal's code (MAGIAYTO), "TP-0001"
	Name  motcua.Text `json:"name"`            // for people
	Cases []string    `json:"cases,omitempty"` // ids of the cases that need it; all if absent
	// Originals and Copies are how many of it are handed in.
	Originals int64 `json:"originals" jsonschema:"minimum=0,maximum=99"`
	Copies    int64 `json:"copies" jsonschema:"minimum=0,maximum=99"` // see Originals
	// Form is the form to fill in, if the paper is one.
	Form *Form `json:"form,omitempty"`
	// ReplacedBy are results of other procedures that stand in for it (mã kết quả
	// thay thế).
	ReplacedBy []motcua.ResultCode `json:"replacedBy,omitempty"`
	// Data are data sources that make it unnecessary.
	Data []DataSource `json:"data,omitempty"`
	// When says who needs it; nil: everyone in its cases.
	When *motcua.Predicate `json:"when,omitempty"`
	// OneOf groups papers of which one is enough.
	OneOf string `json:"oneOf,omitempty"`
	Note  string `json:"note,omitempty"` // the source's remark
}

// Form is a form (mẫu đơn, tờ khai).
type Form struct {
	Name string `json:"name"`          // "CT01.docx"
	URL  string `json:"url,omitempty"` // where to have it
}

// DataSource says that data a body can look up replace a paper (Decree 107/2021/NĐ-CP
// and the procedures that cite it).
type DataSource struct {
	Code   string            `json:"code"`            // database: "population", "civilStatus", "land", "enterprise", …
	When   *motcua.Predicate `json:"when,omitempty"`  // over answers; nil: always
	Source motcua.Source     `json:"source,omitzero"` // who says so
}

// Result is a result of a procedure (kết quả thực hiện).
type Result struct {
	Code motcua.ResultCode `json:"code,omitempty"` // "KQ.G12.001083"
	Name motcua.Text       `json:"name"`           // for people
	// Document says whether it is a document; null: not known.
	Document *bool  `json:"document,omitempty" jsonschema:"nullable"`
	File     string `json:"file,omitempty"` // its template
	URL      string `json:"url,omitempty"`  // where to have the template
	Note     string `json:"note,omitempty"` // the source's description
}

// LegalBasis is an act a procedure rests on (căn cứ pháp lý).
type LegalBasis struct {
	Number    string      `json:"number"`             // "60/2014/QH13"
	Title     string      `json:"title,omitempty"`    // "Luật Hộ tịch"
	Issued    motcua.Date `json:"issued,omitzero"`    // day it was signed
	Effective motcua.Date `json:"effective,omitzero"` // day it took effect
	Issuer    string      `json:"issuer,omitempty"`   // body that issued it
	URL       string      `json:"url,omitempty"`      // where to read it
}

// Decision is a decision about a procedure (quyết định công bố), with what the
// transparency leaves of the index ask: when it was signed, when its legal bases take
// effect, when it was publicised.
type Decision struct {
	Number string       `json:"number"` // "1872/QĐ-BTP"
	Kind   DecisionKind `json:"kind"`   // what it does
	// Unit announces it; the code of a ministry or a province.
	Unit   motcua.UnitCode `json:"unit,omitempty"`
	Issuer string          `json:"issuer,omitempty"` // its name
	Signed motcua.Date     `json:"signed,omitzero"`  // day of the decision
	// Effective is the latest day on which one of the legal bases takes effect.
	Effective motcua.Date `json:"effective,omitzero"`
	// Published is the day on which it was publicised (công khai); absent or null: not
	// yet.
	Published *motcua.Date `json:"published,omitempty" jsonschema:"nullable"`
}
