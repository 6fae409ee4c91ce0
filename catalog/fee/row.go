package fee

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Row is one row of a fee schedule (dòng biểu phí): what is charged, how much, to
// whom, since when, by which act. A fee that is free is a row of 0, and no row at all
// means that nothing is stated.
type Row struct {
	ID       string           `json:"id"`                 // within a schedule; several rows of one id follow one another in time
	Code     string           `json:"code,omitempty"`     // of the fee on the portal (MAPHILEPHI)
	Name     motcua.Text      `json:"name"`               // for people
	Kind     payment.Kind     `json:"kind"`               // phí, lệ phí or other money
	Validity motcua.Validity  `json:"validity,omitzero"`  // days of filing it is for, half-open
	Channels []motcua.Channel `json:"channels,omitempty"` // channels it is for; all if absent
	Options  []string         `json:"options,omitempty"`  // ids of time options it is for; all if absent
	Cases    []string         `json:"cases,omitempty"`    // ids of cases it is for; all if absent
	// When says who owes it, over answers and the columns of a [Question]; nil: everyone.
	When *motcua.Predicate `json:"when,omitempty"`
	// Unit is the unit of count (đơn vị tính), "page"; absent: once a filing.
	Unit   string `json:"unit,omitempty"`
	Tariff Tariff `json:"tariff,omitzero"` // how much; absent where nothing sound is known
	// Group is the code of a group of fees that acts speak of: "civilStatus",
	// "appraisal".
	Group string `json:"group,omitempty"`
	// Issuer is who sets the fee, by the code of a row of [Tables], and IssuedBy the
	// province where a provincial council does.
	Issuer   string          `json:"issuer,omitempty"`
	IssuedBy motcua.UnitCode `json:"issuedBy,omitempty"` // see Issuer
	Moment   Moment          `json:"moment,omitzero"`    // when it is to be paid
	Status   Status          `json:"status,omitzero"`    // approved if absent
	// Incomplete says that something is not known, by Missing; such a row is refused.
	Incomplete bool   `json:"incomplete,omitempty"`
	Missing    string `json:"missing,omitempty"` // see Incomplete
	// Doubt is the code of what makes the row unusable as it was read: "conflict" (said
	// to be free beside an amount), "choice" (one of several, and which is not said),
	// "currency", "unit", "unreadable".
	Doubt  string        `json:"doubt,omitempty"`
	Raw    string        `json:"raw,omitempty"`   // the fee as the source wrote it
	Source motcua.Source `json:"source,omitzero"` // the act that sets it
}

// Tariff is how much a row charges: exactly one of its first four members.
type Tariff struct {
	Fixed   *payment.Money `json:"fixed,omitempty"`   // an amount, once
	PerUnit *payment.Money `json:"perUnit,omitempty"` // an amount for each unit of count
	Bands   *Bands         `json:"bands,omitempty"`   // an amount by bands of the count
	Percent *Percent       `json:"percent,omitempty"` // a part of a value
	Least   *payment.Money `json:"least,omitempty"`   // the charge is no less
	Most    *payment.Money `json:"most,omitempty"`    // the charge is no more
}

// IsZero reports whether no tariff is stated.
func (t Tariff) IsZero() bool { return t == Tariff{} }

// Bands charge by bands of a quantity (lũy tiến, bậc thang).
type Bands struct {
	Mode BandMode `json:"mode"` // which part of the quantity a band is for
	List []Band   `json:"list"` // from 0 upwards without a hole
}

// BandMode says which part of a quantity is charged by a band.
type BandMode uint8

// The modes, written "slice" and "whole": each band charges the part of the quantity
// that lies in it (lũy tiến từng phần), or the band in which the quantity lies charges
// all of it (lũy tiến toàn phần).
const (
	BandSlice BandMode = iota + 1
	BandWhole
)

// Band is a band of a quantity: above From, up to and with To ("trên … đến …"). The
// first also holds 0.
type Band struct {
	From motcua.Decimal  `json:"from"`                     // above it
	To   *motcua.Decimal `json:"to" jsonschema:"nullable"` // up to it; null: without end
	// Fixed is charged once where the band charges anything, Each for every unit.
	Fixed payment.Money `json:"fixed,omitzero"`
	Each  payment.Money `json:"each,omitzero"` // see Fixed
}

// Percent is a part of a value, such as the cost of a building.
type Percent struct {
	Of   string         `json:"of"`   // id of the value, "buildingCost"
	Rate motcua.Decimal `json:"rate"` // in percent: "0.019"
}

// Relief is a row that makes fees smaller: an exemption, a reduction or a support
// (miễn, giảm, hỗ trợ).
type Relief struct {
	ID       string             `json:"id"`                 // of the row
	Title    motcua.Text        `json:"title"`              // for people
	Kind     payment.ChangeKind `json:"kind"`               // what it does
	Validity motcua.Validity    `json:"validity,omitzero"`  // days of filing it is for, half-open
	Scope    Scope              `json:"scope,omitzero"`     // fees it is for
	Channels []motcua.Channel   `json:"channels,omitempty"` // channels it is for; all if absent
	// Beneficiaries are the classes of people it is for, any of them; all if absent.
	Beneficiaries []string `json:"beneficiaries,omitempty"`
	// Rate is the part taken off or supported in percent, Off an amount, Charge what is
	// left to be paid: exactly one, unless the row is incomplete.
	Rate   *motcua.Decimal `json:"rate,omitempty"`
	Off    *payment.Money  `json:"off,omitempty"`    // see Rate
	Charge *payment.Money  `json:"charge,omitempty"` // see Rate
	// Issuer is who issued the act, and IssuedBy the province where it did.
	Issuer   string          `json:"issuer"`
	IssuedBy motcua.UnitCode `json:"issuedBy,omitempty"` // see Issuer
	Status   Status          `json:"status,omitzero"`    // approved if absent
	// Incomplete says that day, rate or list are not known, by Missing; such a row is
	// reported and never applied.
	Incomplete bool          `json:"incomplete,omitempty"`
	Missing    motcua.Text   `json:"missing,omitzero"` // see Incomplete
	Source     motcua.Source `json:"source"`           // the act
}

// Scope says which fees a relief is for: those that every list that is given holds.
type Scope struct {
	Rows       []string               `json:"rows,omitempty"`       // ids of rows
	Codes      []string               `json:"codes,omitempty"`      // codes of fees
	Groups     []string               `json:"groups,omitempty"`     // groups of fees
	Procedures []motcua.ProcedureCode `json:"procedures,omitempty"` // national codes
	Fields     []string               `json:"fields,omitempty"`     // codes or names of fields (lĩnh vực)
	Kinds      []payment.Kind         `json:"kinds,omitempty"`      // phí, lệ phí
	Issuers    []string               `json:"issuers,omitempty"`    // who set the fee
	Units      []motcua.UnitCode      `json:"units,omitempty"`      // units that receive, or those above them
	Except     []string               `json:"except,omitempty"`     // groups of fees it is not for
}

// IsZero reports whether the scope is every fee.
func (s Scope) IsZero() bool {
	return len(s.Rows)+len(s.Codes)+len(s.Groups)+len(s.Procedures)+len(s.Fields)+len(s.Kinds)+len(s.Issuers)+len(s.Units)+len(s.Except) == 0
}
