package payment

import (
	"cmp"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Book is an account of the journal (tài khoản kế toán) as orders need it: enough to say
// of every đồng where it is and whose.
type Book uint8

// The books. Debits are positive and credits negative.
const (
	BookReceivable Book = iota + 1 // what payers still owe: to pay, or to pay back (phải thu)
	BookClearing                   // money that came and has not gone back, by method
	BookRevenue                    // what orders ask for, by kind of charge (phí, lệ phí)
	BookWaived                     // of that, what is not to be paid: waived, expired, cancelled
	BookReturned                   // of that, what was paid and went back or is on its way, less what the payer owes of it
	BookExcess                     // what was taken above what is due, owed to payers
	BookSuspense                   // sums that nothing explains, by method (chờ xử lý)
	BookRefunding                  // what is on its way back
	BookSupport                    // what the budget gives back to payers (hỗ trợ), less what they owe or an order kept of it
	BookBudget                     // where it comes from
)

var books = enum.New[Book]("book", "receivable", "clearing", "revenue", "waived", "returned", "excess", "suspense", "refunding", "support", "budget")

// String names the value; it never fails.
func (b Book) String() string { return books.String(b) }

// MarshalText writes the name; an unset value is an error.
func (b Book) MarshalText() ([]byte, error) { return books.Append(nil, b) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (b *Book) UnmarshalText(text []byte) error { return books.Unmarshal(b, text) }

// Posting is one amount on one book.
type Posting struct {
	Book   Book   `json:"book"`            // which
	Kind   Kind   `json:"kind,omitzero"`   // of charge, on the book of revenue
	Method Method `json:"method,omitzero"` // on the books of clearing and suspense
	Amount Money  `json:"amount"`          // a debit is positive, a credit negative
}

// Entry is one entry of the journal (bút toán): what one event of one order posted, and
// what somebody who reads a statement wants to know of it. Its postings add up to 0 in
// every currency.
type Entry struct {
	Order       string          `json:"order,omitempty"`       // its id; absent for sums that no order explains
	Version     int64           `json:"version"`               // of the event in the history of the order
	At          time.Time       `json:"at"`                    // when it was recorded
	Action      Action          `json:"action"`                // what happened
	Unit        motcua.UnitCode `json:"unit,omitempty"`        // that collects; absent: not known
	Dossier     string          `json:"dossier,omitempty"`     // code of the dossier
	Reference   string          `json:"reference,omitempty"`   // of the attempt
	Transaction string          `json:"transaction,omitempty"` // of the gateway or the bank
	Dated       time.Time       `json:"dated,omitzero"`        // when the money moved, as said
	Postings    []Posting       `json:"postings"`              // what it did to the books
}

// Journal is what the events of the order posted, in order, without those that posted
// nothing.
func (o *Order) Journal() []Entry {
	var list []Entry
	for i := range o.Events {
		e := &o.Events[i]
		if len(e.Postings) == 0 {
			continue
		}
		line := Entry{Order: o.ID(), Version: int64(i + 1), At: e.At, Action: e.Action, Postings: e.Postings}
		if o.Opening != nil {
			line.Unit, line.Dossier = o.Opening.Unit, o.Opening.Dossier
		}
		o.name(&line, e)
		list = append(list, line)
	}
	return list
}

// name says which movement of money an entry is about.
func (o *Order) name(line *Entry, e *Event) {
	switch {
	case e.Claim != nil:
		line.Reference, line.Transaction, line.Dated = e.Claim.Reference, e.Claim.Transaction, e.Claim.At
	case e.Correction != nil:
		line.Reference, line.Transaction = e.Correction.Reference, e.Correction.Transaction
	case e.Settlement != nil && e.Action == ActionSettleDispute:
		line.Transaction, line.Dated = e.Settlement.Transaction, e.Settlement.At
		if d := find(o.Disputes, e.Settlement.ID); d != nil {
			line.Reference, line.Transaction = d.Reference, cmp.Or(line.Transaction, d.Transaction)
		}
	case e.Settlement != nil:
		line.Transaction, line.Dated = e.Settlement.Transaction, e.Settlement.At
	}
}

// place is where an amount is posted.
type place struct {
	book     Book
	kind     Kind
	method   Method
	currency Currency
}

// balances are the balances of all books as what is known of the order makes them.
func (o *Order) balances() map[place]int64 {
	at := map[place]int64{}
	if o.Opening == nil {
		return at
	}
	due := o.due()
	post := func(b Book, k Kind, m Method, amount Money) {
		if amount.minor != 0 {
			at[place{b, k, m, amount.currency}] += amount.minor
		}
	}
	for _, l := range o.Opening.Lines {
		post(BookRevenue, l.Kind, 0, l.Amount.Neg())
	}
	post(BookWaived, 0, 0, o.Opening.total().less(due))
	post(BookReceivable, 0, 0, o.Rest())
	for _, s := range o.Sums {
		post(BookClearing, 0, s.Method, s.Amount.less(s.Lost))
		if s.Suspense {
			post(BookSuspense, 0, s.Method, s.Amount.Neg())
		}
	}
	for _, r := range o.Refunds {
		if r.Outcome == OutcomeSucceeded {
			post(BookClearing, 0, r.Method, r.Amount.Neg())
		}
	}
	gone := o.Refunded.plus(o.Refunding)
	surplus := o.Taken.less(due)
	post(BookExcess, 0, 0, o.Excess.Neg())
	support := reliefs(o.Supports)
	owed := o.Rest().less(due.less(o.Taken)) // to be paid back: of support first
	post(BookReturned, 0, 0, gone.less(surplus).less(owed.less(support)))
	post(BookRefunding, 0, 0, o.Refunding.Neg())
	post(BookSupport, 0, 0, support.less(owed).less(surplus.less(gone).less(o.Excess)))
	post(BookBudget, 0, 0, support.Neg())
	return at
}

// change is what takes balances from one stand to another, in the order of the books.
func change(from, to map[place]int64) []Posting {
	list := []Posting{}
	for p, n := range to {
		if d := n - from[p]; d != 0 {
			list = append(list, Posting{p.book, p.kind, p.method, Money{d, p.currency}})
		}
	}
	for p, n := range from {
		if _, stays := to[p]; !stays && n != 0 {
			list = append(list, Posting{p.book, p.kind, p.method, Money{-n, p.currency}})
		}
	}
	slices.SortFunc(list, func(a, b Posting) int {
		return cmp.Or(cmp.Compare(a.Book, b.Book), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Method, b.Method), cmp.Compare(a.Amount.currency, b.Amount.currency))
	})
	return list
}
