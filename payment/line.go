package payment

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Kind is a kind of charge. The law keeps phí and lệ phí apart (Law 97/2015/QH13,
// art. 3), and so do receipts.
type Kind uint8

// The kinds, written "phi", "le-phi" and "other".
const (
	KindPhi   Kind = iota + 1 // phí: basically covers the cost of a service
	KindLePhi                 // lệ phí: a fixed amount tied to state management
	KindOther                 // no fee of that law: delivery, a notary's service, a tax
)

var kinds = enum.New[Kind]("kind of charge", "phi", "le-phi", "other")

// String names the value; it never fails.
func (k Kind) String() string { return kinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// ChangeKind is a kind of change of a charge.
type ChangeKind uint8

// The kinds, written "exemption", "reduction" and "support" (miễn, giảm, hỗ trợ). The
// first two make the amount to be paid smaller; support leaves it and refunds from the
// budget afterwards.
const (
	ChangeExemption ChangeKind = iota + 1
	ChangeReduction
	ChangeSupport
)

var changeKinds = enum.New[ChangeKind]("kind of change", "exemption", "reduction", "support")

// String names the value; it never fails.
func (k ChangeKind) String() string { return changeKinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k ChangeKind) MarshalText() ([]byte, error) { return changeKinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *ChangeKind) UnmarshalText(text []byte) error { return changeKinds.Unmarshal(k, text) }

// Line is one charge of a quote, an order or a receipt. It stays though nothing is to
// be paid.
type Line struct {
	Code     string         `json:"code,omitempty"`    // of the fee on the portal (MAPHILEPHI)
	Name     motcua.Text    `json:"name"`              // for people
	Kind     Kind           `json:"kind"`              // decides the receipt
	Quantity motcua.Decimal `json:"quantity"`          // of Unit; 1 where the charge is not counted
	Unit     string         `json:"unit,omitempty"`    // unit of count, as "page"
	Full     Money          `json:"full"`              // before exemptions and reductions
	Amount   Money          `json:"amount"`            // to be paid
	Support  Money          `json:"support,omitzero"`  // part of Amount that the budget refunds afterwards
	Rule     string         `json:"rule"`              // id of the row that sets the charge
	Source   motcua.Source  `json:"source"`            // the act of that row
	Changes  []Change       `json:"changes,omitempty"` // in the order in which they were made
	Reason   motcua.Text    `json:"reason"`            // how the amount came about, in a sentence
}

// Change is one exemption, reduction or support of a line.
type Change struct {
	Kind   ChangeKind    `json:"kind"`   // what it does
	Rule   string        `json:"rule"`   // id of the row that gives it
	Title  motcua.Text   `json:"title"`  // for people
	Amount Money         `json:"amount"` // taken off, or supported; not negative
	Source motcua.Source `json:"source"` // the act
}

// LineTotals adds up what is to be paid, by currency; order and errors are those of
// [Totals].
func LineTotals(lines []Line) ([]Money, error) {
	amounts := make([]Money, len(lines))
	for i := range lines {
		amounts[i] = lines[i].Amount
	}
	return Totals(amounts)
}
