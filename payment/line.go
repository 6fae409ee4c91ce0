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

// Codes of faults of lines. A code is retired, never reused.
const (
	codeNegative = "PAY-LINE-01" // an amount below 0
	codeSum      = "PAY-LINE-02" // full amount less changes is not the amount
	codeCurrency = "PAY-LINE-03" // amounts in several currencies, or without one
	codeSupport  = "PAY-LINE-04" // support of another sum than its changes give, or above the amount
	codeName     = "PAY-LINE-05" // no name, no kind, no rule, no source
	codeQuantity = "PAY-LINE-06" // a quantity below 0
)

// Check finds all that is wrong with the line: the full amount less exemptions and
// reductions is the amount, support is what its changes say and no more than the
// amount, nothing is negative, all is in one currency and bears its source.
func (l Line) Check() motcua.Faults {
	var faults motcua.Faults
	add := func(code, at, vi, en string) { faults.Add(code, at, motcua.Text{Vi: vi, En: en}, nil) }
	if l.Name.IsZero() {
		add(codeName, "/name", "thiếu tên", "the name is missing")
	}
	if l.Kind.String() == Kind(0).String() || l.Kind > KindOther {
		add(codeName, "/kind", "thiếu loại", "the kind is missing")
	}
	if l.Rule == "" {
		add(codeName, "/rule", "thiếu dòng biểu phí", "the row of the tariff is missing")
	}
	if l.Source.IsZero() {
		add(codeName, "/source", "thiếu căn cứ", "the source is missing")
	}
	if l.Quantity.Sign() < 0 {
		add(codeQuantity, "/quantity", "số lượng âm", "the quantity is negative")
	}
	amounts := []struct {
		at string
		m  Money
	}{{"/full", l.Full}, {"/amount", l.Amount}, {"/support", l.Support}}
	for i, c := range l.Changes {
		at := motcua.Pointer("changes", itoa(i))
		amounts = append(amounts, struct {
			at string
			m  Money
		}{at + "/amount", c.Amount})
		if c.Kind < ChangeExemption || c.Kind > ChangeSupport || c.Rule == "" || c.Source.IsZero() {
			add(codeName, at, "thiếu loại, dòng quy định hoặc căn cứ", "the kind, the rule or the source is missing")
		}
	}
	for _, a := range amounts {
		if a.m.Sign() < 0 {
			add(codeNegative, a.at, "số tiền âm", "the amount is negative")
		}
		if a.m.currency != l.Full.currency && !a.m.IsZero() || a.at == "/full" && a.m.IsZero() {
			add(codeCurrency, a.at, "thiếu hoặc khác đồng tiền", "no currency, or another one")
		}
	}
	if faults == nil {
		l.checkSums(add)
	}
	faults.Sort()
	return faults
}

// checkSums holds the amounts against the changes.
func (l Line) checkSums(add func(code, at, vi, en string)) {
	rest, support := l.Full, Money{}
	var err error
	for _, c := range l.Changes {
		if c.Kind == ChangeSupport {
			support, err = support.Add(c.Amount)
		} else {
			rest, err = rest.Sub(c.Amount)
		}
		if err != nil {
			add(codeSum, "/changes", "không cộng được", "cannot be added up")
			return
		}
	}
	if rest.minor != l.Amount.minor {
		add(codeSum, "/amount", "không bằng mức đầy đủ trừ các khoản miễn, giảm", "is not the full amount less exemptions and reductions")
	}
	if support.minor != l.Support.minor || l.Support.minor > l.Amount.minor {
		add(codeSupport, "/support", "không khớp với các khoản hỗ trợ, hoặc vượt số phải trả", "is not what the changes support, or more than is to be paid")
	}
}

// LineTotals adds up what is to be paid, by currency; the errors are those of
// [Totals].
func LineTotals(lines []Line) ([]Money, error) {
	amounts := make([]Money, len(lines))
	for i := range lines {
		amounts[i] = lines[i].Amount
	}
	return Totals(amounts)
}
